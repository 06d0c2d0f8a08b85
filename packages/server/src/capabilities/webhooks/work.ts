import type { Clock } from '../../platform/clock/index.ts';
import { type Database, retrying, timestamptz } from '../../platform/database/index.ts';
import type { Log } from '../../platform/log/index.ts';
import { businessById } from '../../platform/tenancy/index.ts';
import type { AddressRules } from './addresses.ts';
import { fanOut } from './fanning-out.ts';
import { claim, type Claimed, hooksWithDue, recordAttempt, release, type Sending } from './outcomes.ts';
import { post } from './sending.ts';
import { signatureHeaders } from './signature.ts';

/** A slow receiver has so many attempts under way and no more, so that it holds up nobody but itself. */
const AT_ONCE_PER_HOOK = 10;
const AT_ONCE = 200;
const LOOK_EVERY_MS = 1000;
const TIMEOUT_MS = 15_000;

export interface HookWork {
  /** Makes messages of all that stands in the feed, sends everything that is due, and waits for what comes of it. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

export interface HookWorkOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly rules: AddressRules;
  /** Default: 15 seconds. */
  readonly timeoutMs?: number;
  /** Default: a second; null: only when `sweep` is called. */
  readonly everyMs?: number | null;
}

/**
 * Sends messages: looks every second what has happened and what is due. Not a job among the others, for those are few at a
 * time and a receiver that does not answer would hold them up. Everything stands in the database: several programs may do
 * this beside each other, and what one had under way when it was killed is taken up by another a minute later.
 */
export function startHooks(options: HookWorkOptions): HookWork {
  const { database, clock, log } = options;
  const stopping = new AbortController();
  const underWay = new Map<string, number>();
  const attempts = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();

  const deliver = async (business: number, hook: Sending, message: Claimed): Promise<void> => {
    const at = clock.now();
    const signed = { token: message.token, seconds: Math.floor(at / 1000), body: message.body };
    const attempted = await post(
      {
        url: hook.url,
        body: message.body,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Nardeban-Webhooks/1',
          ...signatureHeaders(hook.secrets, signed),
        },
      },
      { rules: options.rules, timeoutMs: options.timeoutMs ?? TIMEOUT_MS, signal: stopping.signal },
    );
    await retrying(() =>
      database.withBusiness(business, (tx) =>
        attempted.error === 'stopped'
          ? release(tx, message, clock.now())
          : recordAttempt(tx, message, attempted, { at, now: clock.now(), chance: Math.random() }),
      ),
    );
  };

  /** Begins as many attempts as there is room for, and again whenever one is over. */
  const send = async (business: number): Promise<void> => {
    const hooks = await database.withBusiness(business, (tx) => hooksWithDue(tx, clock.now()));
    for (const hook of hooks) {
      const name = `${business} ${hook.id}`;
      const room = Math.min(AT_ONCE_PER_HOOK - (underWay.get(name) ?? 0), AT_ONCE - attempts.size);
      if (room <= 0 || stopping.signal.aborted) continue;
      // Taken at once, or somebody who looks at the same moment takes the same room.
      underWay.set(name, (underWay.get(name) ?? 0) + room);
      const messages = await database
        .withBusiness(business, (tx) => claim(tx, hook.id, room, clock.now()))
        .catch((error: unknown) => {
          underWay.set(name, (underWay.get(name) ?? 0) - room);
          throw error;
        });
      underWay.set(name, (underWay.get(name) ?? 0) - (room - messages.length));
      for (const message of messages) {
        const attempt = deliver(business, hook, message)
          // The message stays claimed and is due again when that time is over.
          .catch((error: unknown) =>
            log.error({ error, business, hook: hook.id }, 'An attempt was not noted'),
          )
          .finally(() => {
            const left = (underWay.get(name) ?? 1) - 1;
            if (left === 0) underWay.delete(name);
            else underWay.set(name, left);
            attempts.delete(attempt);
            if (!stopping.signal.aborted) look(business);
          });
        attempts.add(attempt);
      }
    }
  };

  const again = new Set<number>();
  /** Looks once more what a business has to send, however many of its attempts end at once. */
  const look = (business: number): void => {
    if (again.has(business)) return;
    again.add(business);
    const sending = Promise.resolve()
      .then(() => {
        again.delete(business);
        return stopping.signal.aborted ? undefined : send(business);
      })
      .catch((error: unknown) => log.warn({ error, business }, 'Webhooks could not be sent; tried again'))
      .finally(() => attempts.delete(sending));
    attempts.add(sending);
  };

  const lookAtAll = async (): Promise<void> => {
    const { rows } = await database.withoutBusiness((tx) =>
      tx.query<{ id: number }>({
        name: 'hooks-businesses',
        text: 'SELECT business_id AS id FROM businesses_with_hooks($1)',
        values: [timestamptz(clock.now())],
      }),
    );
    for (const { id } of rows) {
      if (stopping.signal.aborted) return;
      const business = await businessById(database, id);
      if (business === null) continue;
      let more = true;
      while (more && !stopping.signal.aborted)
        more = await retrying(() => database.withBusiness(id, (tx) => fanOut(tx, business, clock.now())));
      look(id);
    }
  };

  const wait = (): void => {
    if (stopping.signal.aborted || options.everyMs === null) return;
    timer = setTimeout(() => {
      looking = lookAtAll()
        .catch((error: unknown) => log.warn({ error }, 'Could not look for webhooks; tried again'))
        .finally(wait);
    }, options.everyMs ?? LOOK_EVERY_MS);
  };
  wait();

  return {
    async sweep() {
      await lookAtAll();
      while (attempts.size > 0) await Promise.all(attempts);
    },
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await looking;
      while (attempts.size > 0) await Promise.all(attempts);
    },
  };
}
