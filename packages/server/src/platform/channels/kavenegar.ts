import { z } from 'zod';
import type { AskedAbout, Delivery, Handed, RefusedBecause, SmsProvider, TextMessage } from './provider.ts';

export interface KavenegarAccount {
  /** `https://api.kavenegar.com`, or a server of the same shape. */
  readonly url: string;
  /** Stands in the path of every request: it is written into no log and no answer. Secret. */
  readonly key: string;
  /** The line that messages come from; none: the account's own. */
  readonly sender: string | undefined;
}

const TIMEOUT_MS = 15_000;
const MOST_ANSWER = 1_000_000;

const entry = z.object({
  messageid: z.union([z.number(), z.string()]).nullish(),
  status: z.number().nullish(),
  localid: z.union([z.number(), z.string()]).nullish(),
  cost: z.number().nullish(),
});
const answer = z.object({
  return: z.object({ status: z.number() }),
  // A send answers a list; a lookup was seen to answer one entry by itself.
  entries: z.union([z.array(entry), entry]).nullish(),
});

/**
 * A client of the gateway Kavenegar (github.com/kavenegar/kavenegar-node): form-encoded posts, status and entries in the
 * answer. A time-out, a broken connection, an answer that cannot be read and a failure of the gateway itself are all
 * `unknown`: the message may have gone out.
 */
export function kavenegar(account: KavenegarAccount): SmsProvider {
  const call = (method: string, form: Readonly<Record<string, string>>): Promise<Called> =>
    post(new URL(`/v1/${encodeURIComponent(account.key)}/${method}.json`, account.url), form);
  return {
    name: 'kavenegar',
    mostAsked: 200,
    async send(_, message) {
      const called = await (message.pattern === undefined
        ? call('sms/send', plainForm(message, account.sender))
        : call('verify/lookup', patternForm(message, message.pattern)));
      return handed(called);
    },
    async statusOf(_, messages) {
      const heard = messages.filter(({ reference }) => reference !== null);
      const unheard = messages.filter(({ reference }) => reference === null);
      return [
        ...(heard.length === 0
          ? []
          : deliveries(
              await call('sms/status', { messageid: heard.map((one) => one.reference).join(',') }),
              heard,
            )),
        ...(unheard.length === 0
          ? []
          : deliveries(
              await call('sms/statuslocalmessageid', {
                localid: unheard.map((one) => one.localId).join(','),
              }),
              unheard,
            )),
      ];
    },
  };
}

type Called =
  | { readonly kind: 'answer'; readonly status: number; readonly entries: readonly z.infer<typeof entry>[] }
  | { readonly kind: 'unheard'; readonly reason: string };

async function post(url: URL, form: Readonly<Record<string, string>>): Promise<Called> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      // The address holds the key: it is sent nowhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    if (text.length > MOST_ANSWER) return { kind: 'unheard', reason: 'answer_unreadable' };
    const read = answer.safeParse(JSON.parse(text));
    if (!read.success) return { kind: 'unheard', reason: 'answer_unreadable' };
    const { entries } = read.data;
    return {
      kind: 'answer',
      status: read.data.return.status,
      entries: entries === null || entries === undefined ? [] : [entries].flat(),
    };
  } catch (error) {
    // An error of fetch may hold the address, and so the key: only what kind it is goes on from here.
    const isTimeout = error instanceof Error && error.name === 'TimeoutError';
    const isUnreadable = error instanceof SyntaxError;
    return {
      kind: 'unheard',
      reason: isTimeout ? 'timeout' : isUnreadable ? 'answer_unreadable' : 'connection_failed',
    };
  }
}

/** The gateway writes Iranian mobiles in their national form. */
function receptor(e164: string): string {
  return e164.startsWith('+98') ? `0${e164.slice(3)}` : `00${e164.slice(1)}`;
}

function plainForm(message: TextMessage, sender: string | undefined): Record<string, string> {
  return {
    receptor: receptor(message.to),
    message: message.text,
    localid: String(message.localId),
    ...(sender === undefined ? {} : { sender }),
  };
}

function patternForm(
  message: TextMessage,
  { name, values }: NonNullable<TextMessage['pattern']>,
): Record<string, string> {
  const tokens = values
    .slice(0, 3)
    .map((value, place) => [place === 0 ? 'token' : `token${place + 1}`, value]);
  return {
    receptor: receptor(message.to),
    template: name,
    ...Object.fromEntries(tokens),
    localid: String(message.localId),
  };
}

function handed(called: Called): Handed {
  if (called.kind === 'unheard') return { state: 'unknown', reason: called.reason };
  const [first] = called.entries;
  if (called.status === 200)
    return {
      state: 'accepted',
      reference: first?.messageid === null || first?.messageid === undefined ? null : String(first.messageid),
      cost: costOf(first?.cost),
    };
  const reason = REFUSALS[called.status];
  if (reason !== undefined) return { state: 'refused', reason };
  // 409, 500 …: the gateway itself stumbled, and nobody knows where.
  return called.status >= 400 && called.status < 500 && called.status !== 409
    ? { state: 'refused', reason: 'other' }
    : { state: 'unknown', reason: `status_${called.status}` };
}

function costOf(cost: number | null | undefined): number | null {
  return cost === null || cost === undefined || !Number.isSafeInteger(cost) || cost < 0 ? null : cost;
}

/** The gateway's numbers for what it will not do. */
const REFUSALS: Readonly<Record<number, RefusedBecause>> = {
  401: 'account',
  403: 'account',
  407: 'account',
  411: 'recipient',
  412: 'line',
  413: 'text',
  414: 'text',
  415: 'line',
  417: 'text',
  418: 'credit',
  422: 'text',
  424: 'pattern',
  426: 'account',
  428: 'pattern',
  431: 'pattern',
  432: 'pattern',
  501: 'recipient',
};

const STATES: Readonly<Record<number, Delivery['state']>> = {
  1: 'accepted',
  2: 'accepted',
  4: 'accepted',
  5: 'accepted',
  6: 'undelivered',
  10: 'delivered',
  11: 'undelivered',
  13: 'undelivered',
  14: 'blocked',
  100: 'lost',
};

function deliveries(called: Called, asked: readonly AskedAbout[]): Delivery[] {
  if (called.kind === 'unheard' || called.status !== 200) return [];
  const byReference = new Map(asked.map((one) => [one.reference, one]));
  const byLocal = new Map(asked.map((one) => [String(one.localId), one]));
  return called.entries.flatMap(({ messageid, localid, status }) => {
    const reference = messageid === null || messageid === undefined ? null : String(messageid);
    const local = localid === null || localid === undefined ? null : String(localid);
    const message = (reference === null ? undefined : byReference.get(reference)) ?? byLocal.get(local ?? '');
    const state = STATES[status ?? 0];
    if (message === undefined || state === undefined) return [];
    return [{ localId: message.localId, state, reference: message.reference ?? reference }];
  });
}
