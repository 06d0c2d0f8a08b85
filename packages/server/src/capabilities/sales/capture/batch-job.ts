import type { Clock } from '../../../platform/clock/index.ts';
import { type Database, retrying, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { type Business, businessById } from '../../../platform/tenancy/index.ts';
import { batchById, type Batch } from './sheets.ts';
import { letIn } from './taking.ts';
import { type Content, toldByLine } from './told.ts';

const AT_A_TIME = 500;
const HOUR = 60 * 60_000;

/**
 * Makes leads of the lines of a list, some in each transaction. Killed and called again it goes on with what is left; nothing
 * is done twice, for a line that is in is no longer queued.
 */
export async function makeLeadsOfBatch(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  businessId: number,
  id: number,
  signal?: AbortSignal,
): Promise<void> {
  const business = await businessById(database, businessId);
  if (business === null) return;
  const batch = await database.withBusiness(businessId, (tx) => batchById(tx, id));
  if (batch === null || batch.state === 'done') return;
  for (;;) {
    if (signal?.aborted === true) throw new Error('Interrupted; it goes on with the next start');
    const done = await retrying(() =>
      database.withBusiness(businessId, (tx) => makePart(tx, business, batch, clock.now())),
    );
    if (done < AT_A_TIME) break;
  }
  await database.withBusiness(businessId, (tx) =>
    tx.query(
      `UPDATE capture_batches SET state = 'done', done_at = $2 WHERE business_id = this_business() AND batch_id = $1`,
      [id, timestamptz(clock.now())],
    ),
  );
}

interface Line {
  readonly id: number;
  readonly content: Content;
  readonly source: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly at: number;
}

async function makePart(tx: Tx, business: Business, batch: Batch, now: number): Promise<number> {
  const { rows } = await tx.query<Line>(
    `SELECT submission_id AS id, content, source, medium, campaign, at FROM capture_submissions
     WHERE business_id = this_business() AND batch_id = $1 AND state = 'queued'
     ORDER BY line LIMIT ${AT_A_TIME} FOR UPDATE`,
    [batch.id],
  );
  const letting = rows.flatMap((line) => {
    const told = line.content.kind === 'line' ? toldByLine(line.content) : null;
    // It was read when it was kept; what cannot be read was refused then.
    if (told === null || !told.ok) return [];
    const { source, medium, campaign, at } = line;
    return [
      {
        submission: line.id,
        told: told.value,
        origin: { source: source ?? batch.source, medium, campaign },
        at,
        address: null,
      },
    ];
  });
  if (letting.length < rows.length) throw new Error('A line of a list can no longer be read');
  if (letting.length > 0)
    await letIn(
      tx,
      business,
      {
        gate: { kind: 'list', key: batch.fileName },
        owner: batch.owner,
        hand: batch.hand,
        windowMs: 24 * HOUR,
        by: batch.madeBy,
      },
      letting,
      { now },
    );
  return rows.length;
}
