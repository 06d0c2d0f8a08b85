import type { Clock } from '../clock/index.ts';
import { type Database, timestamptz } from '../database/index.ts';
import type { SmsProvider } from './provider.ts';

/** Sends nothing: writes down what would have been sent, for the mailbox of whoever develops or tries the program. */
export function recordingProvider(database: Database, clock: Clock): SmsProvider {
  return {
    name: 'recording',
    mostAsked: 500,
    async send(business, { to, text, localId }) {
      await database.withBusiness(business, (tx) =>
        tx.query(
          `INSERT INTO recorded_messages (business_id, message_id, recipient, body, made_at)
           VALUES (this_business(), $1, $2, $3, $4)`,
          [localId, to, text.slice(0, 2000), timestamptz(clock.now())],
        ),
      );
      return { state: 'accepted', reference: `recorded-${localId}`, cost: 0 };
    },
    async statusOf(_, messages) {
      return messages.map(({ localId, reference }) => ({ localId, state: 'delivered', reference }));
    },
  };
}

export interface RecordedMessage {
  readonly id: number;
  readonly to: string;
  readonly text: string;
  readonly at: number;
}

/** What was recorded last, the newest first. */
export async function recordedMessages(
  database: Database,
  business: number,
  most: number,
): Promise<readonly RecordedMessage[]> {
  const { rows } = await database.withBusiness(business, (tx) =>
    tx.query<RecordedMessage>(
      `SELECT message_id AS id, recipient AS "to", body AS text, made_at AS at FROM recorded_messages
       WHERE business_id = this_business() ORDER BY message_id DESC LIMIT $1`,
      [most],
    ),
  );
  return rows;
}
