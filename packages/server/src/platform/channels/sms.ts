import { accept, type Instant, refuse, type Result, smsLength } from '@nardeban/core/values';
import type { Clock } from '../clock/index.ts';
import { type Database, timestamptz, type Tx } from '../database/index.ts';
import type { Log } from '../log/index.ts';
import type { Delivery, SmsProvider, TextMessage } from './provider.ts';

/** What is sent, and for what it is sent: `one-time-code`, `receipt` … */
export interface Outgoing extends Omit<TextMessage, 'localId'> {
  readonly purpose: string;
}

export interface Sms {
  /** Null: this installation sends no text messages. */
  readonly provider: SmsProvider['name'] | null;
  /** The gateway's approved pattern for one-time codes, if it has one. */
  readonly codePattern: string | undefined;
  /**
   * Writes the message down, hands it to the gateway once, and writes down what came of it; in transactions of its own,
   * so never call it inside one. A message whose fate is unknown counts as sent. Refusals: `sms_not_set_up`,
   * `sms_refused` with the gateway's reason.
   */
  send(business: { readonly id: number }, message: Outgoing): Promise<Result<{ readonly messageId: number }>>;
}

const MINUTE = 60_000;
/** When to ask what became of a message: soon, then ever more rarely, then no more. */
const ASK_AFTER = [1, 5, 30, 120, 720, 1440].map((minutes) => minutes * MINUTE);
const MOST_PARTS = 8;

export interface SmsParts {
  readonly provider: SmsProvider | null;
  readonly codePattern?: string | undefined;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}

export function makeSms({ provider, codePattern, database, clock, log }: SmsParts): Sms {
  return {
    provider: provider?.name ?? null,
    codePattern,
    async send({ id: business }, { purpose, ...message }) {
      if (provider === null) return refuse('sms_not_set_up');
      const { parts } = smsLength(message.text);
      if (parts > MOST_PARTS) return refuse('sms_too_long', 'text', { parts, most: MOST_PARTS });
      const localId = await database.withBusiness(business, (tx) =>
        writeDown(tx, { ...message, purpose, parts, provider: provider.name, now: clock.now() }),
      );
      const handed = await provider.send(business, { ...message, localId });
      await database.withBusiness(business, (tx) =>
        tx.query(
          `UPDATE messages SET state = $2, reference = $3, reason = $4, cost = $5, changed_at = $6,
             ask_at = CASE WHEN $2 = 'refused' THEN NULL ELSE ask_at END
           WHERE business_id = this_business() AND message_id = $1`,
          [
            localId,
            handed.state,
            handed.state === 'accepted' ? handed.reference : null,
            handed.state === 'accepted' ? null : handed.reason,
            handed.state === 'accepted' ? handed.cost : null,
            timestamptz(clock.now()),
          ],
        ),
      );
      if (handed.state === 'accepted') return accept({ messageId: localId });
      log.warn(
        { provider: provider.name, message: localId, state: handed.state, reason: handed.reason },
        'a text message',
      );
      return handed.state === 'unknown'
        ? accept({ messageId: localId })
        : refuse('sms_refused', undefined, { reason: handed.reason });
    },
  };
}

/**
 * The row is there before the gateway hears of the message: a program that ends in between leaves an `unknown` that is
 * asked about, and not a message nobody knows of.
 */
async function writeDown(
  tx: Tx,
  message: {
    readonly to: string;
    readonly purpose: string;
    readonly provider: string;
    readonly parts: number;
    readonly now: Instant;
  },
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO messages (business_id, recipient, purpose, provider, parts, made_at, changed_at, ask_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $5, $6) RETURNING message_id AS id`,
    [
      message.to,
      message.purpose,
      message.provider,
      message.parts,
      timestamptz(message.now),
      timestamptz(message.now + (ASK_AFTER[0] ?? MINUTE)),
    ],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('A message that was just written down is not there');
  return row.id;
}

/** Asks the gateway what became of messages that are due to be asked about. Answers how many it heard of. */
export async function askForStatus(
  {
    database,
    clock,
    provider,
  }: { readonly database: Database; readonly clock: Clock; readonly provider: SmsProvider | null },
  signal?: AbortSignal,
): Promise<number> {
  if (provider === null) return 0;
  let heard = 0;
  const { rows: businesses } = await database.withoutBusiness((tx) =>
    tx.query<{ id: number }>('SELECT business_id AS id FROM businesses_with_sent_messages($1)', [
      timestamptz(clock.now()),
    ]),
  );
  for (const { id: business } of businesses) {
    for (;;) {
      if (signal?.aborted === true) return heard;
      const due = await database.withBusiness(business, (tx) => claimDue(tx, provider, clock.now()));
      if (due.length === 0) break;
      const answers = await provider.statusOf(business, due);
      await database.withBusiness(business, (tx) => writeDeliveries(tx, answers, clock.now()));
      heard += answers.length;
      if (due.length < provider.mostAsked) break;
    }
  }
  return heard;
}

/** Takes the messages that are due, and says when each is due again should nothing be heard of it now. */
async function claimDue(
  tx: Tx,
  provider: SmsProvider,
  now: Instant,
): Promise<readonly { readonly localId: number; readonly reference: string | null }[]> {
  const { rows } = await tx.query<{ localId: number; reference: string | null }>(
    `UPDATE messages m SET asked = m.asked + 1,
       ask_at = $2::timestamptz + ($4::float8[])[m.asked + 2] * interval '1 millisecond'
     FROM (SELECT message_id FROM messages
           WHERE business_id = this_business() AND ask_at <= $2 AND provider = $1
           ORDER BY ask_at LIMIT $3 FOR UPDATE SKIP LOCKED) d
     WHERE m.business_id = this_business() AND m.message_id = d.message_id
     RETURNING m.message_id AS "localId", m.reference`,
    [provider.name, timestamptz(now), provider.mostAsked, ASK_AFTER],
  );
  return rows;
}

async function writeDeliveries(tx: Tx, answers: readonly Delivery[], now: Instant): Promise<void> {
  if (answers.length === 0) return;
  await tx.query(
    `UPDATE messages m SET state = CASE a.state WHEN 'lost' THEN 'refused' ELSE a.state END,
       reason = CASE a.state WHEN 'lost' THEN 'never_arrived' ELSE m.reason END,
       reference = coalesce(m.reference, a.reference), changed_at = $4,
       ask_at = CASE WHEN a.state = 'accepted' THEN m.ask_at END
     FROM unnest($1::bigint[], $2::text[], $3::text[]) AS a (message_id, state, reference)
     WHERE m.business_id = this_business() AND m.message_id = a.message_id`,
    [
      answers.map(({ localId }) => localId),
      answers.map(({ state }) => state),
      answers.map(({ reference }) => reference),
      timestamptz(now),
    ],
  );
}
