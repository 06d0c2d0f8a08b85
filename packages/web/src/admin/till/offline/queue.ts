import { answerOf, api, type Asking, headersOf } from '../../../api/client.ts';
import { asFailure, type Failure, isPassing } from '../../../failure/failure.ts';
import { failureText } from '../../../failure/failure-text.ts';
import type { TFunction } from 'i18next';
import type { CommitBody } from '../answers.ts';
import { dropSlip, keepSlip, keyOf, type KeptSlip, readSlips } from './store.ts';

/** As many as the server takes at once, and a little fewer than it would. */
const AT_ONCE = 50;

/** What waits on this device, as the page shows it: read anew after every change, by whichever tab it was made. */
const shown = new Map<string, readonly KeptSlip[]>();
const listeners = new Set<() => void>();
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('nardeban-till');
const NONE: readonly KeptSlip[] = [];
/** Readings in the order in which they were begun, and the last one that is shown of each business. */
let begun = 0;
const last = new Map<string, number>();

export const queue = {
  of: (business: string): readonly KeptSlip[] => shown.get(business) ?? NONE,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  async read(business: string): Promise<void> {
    const mine = (begun += 1);
    const slips = await readSlips(business);
    // Another, begun later, was quicker: this one knows less.
    if ((last.get(business) ?? 0) > mine) return;
    last.set(business, mine);
    shown.set(business, slips);
    for (const listener of listeners) listener();
  },
  async add(slip: KeptSlip): Promise<void> {
    await keepSlip(slip);
    await changed(slip.business);
  },
  forget: async (slip: KeptSlip): Promise<void> => {
    await dropSlip(keyOf(slip));
    await changed(slip.business);
  },
};

channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (typeof data === 'string') void queue.read(data);
});

async function changed(business: string): Promise<void> {
  await queue.read(business);
  channel?.postMessage(business);
}

export interface Sending {
  readonly business: string;
  readonly asking: Asking;
  readonly t: TFunction;
}

/**
 * Sends what waits, oldest first, from one tab at a time. A commit whose answer got lost is asked for again first: with the
 * same key it is done once. Only what was certainly refused goes as a slip then, under the same order number, which the
 * server gives once. Answers whether everything is through.
 */
export async function sendQueue(sending: Sending): Promise<boolean> {
  const alone = (work: () => Promise<boolean>) =>
    'locks' in navigator ? navigator.locks.request(`nardeban-till ${sending.business}`, work) : work();
  return alone(() => sendAll(sending));
}

async function sendAll({ business, asking, t }: Sending): Promise<boolean> {
  const waiting = (await readSlips(business)).filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return true;
  let isThrough = true;
  const asSlips: KeptSlip[] = [];
  for (const slip of waiting) {
    const become = slip.unanswered === null ? 'slip' : await sendCommit(slip, asking);
    if (become === 'slip') asSlips.push(slip);
    if (become === 'later') isThrough = false;
  }
  for (let from = 0; from < asSlips.length && isThrough; from += AT_ONCE)
    isThrough = await sendSlips(asSlips.slice(from, from + AT_ONCE), asking, t);
  await changed(business);
  return isThrough;
}

/** Whether it is posted, has to wait, or is to go as a slip. */
async function sendCommit(slip: KeptSlip, asking: Asking): Promise<'posted' | 'later' | 'slip'> {
  const { unanswered } = slip;
  if (unanswered === null) return 'slip';
  const params = { path: { id: unanswered.quote } };
  const headers = headersOf(asking);
  try {
    await answerOf(
      api.POST('/v1/till/quotes/{id}/commit', {
        params,
        body: unanswered.body as CommitBody,
        headers: { ...headers, 'idempotency-key': unanswered.key },
      }),
    );
    await keepSlip({ ...slip, unanswered: null, state: 'posted', reasons: [] });
    return 'posted';
  } catch (error) {
    if (isPassing(asFailure(error))) return 'later';
  }
  // What the quote keeps aside would be missing when the slip is posted.
  await answerOf(
    api.DELETE('/v1/till/quotes/{id}', {
      params,
      headers: { ...headers, 'idempotency-key': `${unanswered.key}-release` },
    }),
  ).catch(() => undefined);
  return 'slip';
}

async function sendSlips(slips: readonly KeptSlip[], asking: Asking, t: TFunction): Promise<boolean> {
  const devices = [...new Set(slips.map(({ device }) => device))];
  for (const device of devices) {
    const own = slips.filter((one) => one.device === device);
    try {
      const answer = await answerOf(
        api.POST('/v1/till/slips', {
          body: {
            device,
            slips: own.map(({ sequence, body, signature }) => ({ sequence, body, signature })),
          },
          headers: headersOf(asking),
        }),
      );
      for (const { sequence, status, reasons } of answer.slips) {
        const slip = own.find((one) => one.sequence === sequence);
        if (slip !== undefined)
          await keepSlip({
            ...slip,
            unanswered: null,
            state: status,
            reasons: reasons.map(({ code, sentence }) => ({ code, sentence })),
          });
      }
    } catch (error) {
      const failure = asFailure(error);
      const told = (one: Failure) => ({ code: one.code ?? one.kind, sentence: failureText(one, t) });
      if (!isPassing(failure)) for (const slip of own) await keepSlip({ ...slip, reasons: [told(failure)] });
      return false;
    }
  }
  return true;
}
