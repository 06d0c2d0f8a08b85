import { checkedCost, type CostLine, type NewCost } from '@nardeban/core/insight';
import { accept, changedMeanwhile, type Day, type Instant, refuse, type Result } from '@nardeban/core/values';
import { int4Array, int8Array, textArray, timestamptz, type Tx } from '../../../platform/database/index.ts';

export interface Cost extends NewCost {
  readonly id: number;
  /** Came from a list, and not by hand. */
  readonly imported: boolean;
  readonly revision: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

export interface Author {
  readonly by: string;
  readonly now: Instant;
}

const columns = `cost_id AS id, channel, campaign, kind, from_day AS "from", to_day AS "to", amount, note,
  line_key IS NOT NULL AS imported, revision, made_by AS "madeBy", made_at AS "madeAt", changed_by AS "changedBy",
  changed_at AS "changedAt"`;

export interface CostsAsked {
  /** Costs that touch these days; both belong to it. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly channel?: string | undefined;
  /** The last one of the page before. */
  readonly after?: { readonly day: Day; readonly id: number } | undefined;
  readonly limit: number;
}

export interface CostsPage {
  readonly costs: readonly Cost[];
  readonly next: { readonly day: Day; readonly id: number } | null;
}

/** A page of costs, those that began last first. */
export async function listCosts(tx: Tx, asked: CostsAsked): Promise<CostsPage> {
  const { from, to, channel, after, limit } = asked;
  const { rows } = await tx.query<Cost>(
    `SELECT ${columns} FROM costs
     WHERE business_id = this_business() AND ($1::int IS NULL OR to_day >= $1) AND ($2::int IS NULL OR from_day <= $2)
       AND ($3::text IS NULL OR channel = $3) AND ($4::int IS NULL OR (from_day, cost_id) < ($4, $5::bigint))
     ORDER BY from_day DESC, cost_id DESC LIMIT $6`,
    [from ?? null, to ?? null, channel ?? null, after?.day ?? null, after?.id ?? null, limit + 1],
  );
  const costs = rows.slice(0, limit);
  const last = costs.at(-1);
  return { costs, next: rows.length > limit && last !== undefined ? { day: last.from, id: last.id } : null };
}

/** Refusals: those of `checkedCost`. */
export async function enterCost(tx: Tx, asked: NewCost, { by, now }: Author): Promise<Result<Cost>> {
  const cost = checkedCost(asked);
  if (!cost.ok) return cost;
  const { channel, campaign, kind, from, to, amount, note } = cost.value;
  const { rows } = await tx.query<Cost>(
    `INSERT INTO costs (business_id, channel, campaign, kind, from_day, to_day, amount, note, made_by, made_at, changed_by, changed_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $9) RETURNING ${columns}`,
    [channel, campaign, kind, from, to, amount, note, by, timestamptz(now)],
  );
  const [entered] = rows;
  if (entered === undefined) throw new Error('A cost that was just written is not there');
  return accept(entered);
}

/** Changes what `revision` showed. Refusals: those of `checkedCost`, `cost_unknown`, `changed_meanwhile`. */
export async function changeCost(
  tx: Tx,
  id: number,
  { revision, ...asked }: NewCost & { readonly revision: number },
  { by, now }: Author,
): Promise<Result<Cost>> {
  const seen = await lockedCost(tx, id, revision);
  if (!seen.ok) return seen;
  const cost = checkedCost(asked);
  if (!cost.ok) return cost;
  const { channel, campaign, kind, from, to, amount, note } = cost.value;
  const { rows } = await tx.query<Cost>(
    `UPDATE costs SET channel = $2, campaign = $3, kind = $4, from_day = $5, to_day = $6, amount = $7, note = $8,
       revision = revision + 1, changed_by = $9, changed_at = $10
     WHERE business_id = this_business() AND cost_id = $1 RETURNING ${columns}`,
    [id, channel, campaign, kind, from, to, amount, note, by, timestamptz(now)],
  );
  return accept(rows[0] ?? seen.value);
}

/** Takes a cost away; one that came by list stays away when the list comes again. Refusals: `cost_unknown`, `changed_meanwhile`. */
export async function removeCost(
  tx: Tx,
  id: number,
  revision: number,
  { by, now }: Author,
): Promise<Result<Cost>> {
  const seen = await lockedCost(tx, id, revision);
  if (!seen.ok) return seen;
  await tx.query(
    `WITH gone AS (DELETE FROM costs WHERE business_id = this_business() AND cost_id = $1 RETURNING line_key)
     INSERT INTO cost_lines_removed (business_id, line_key, removed_by, removed_at)
     SELECT this_business(), line_key, $2, $3 FROM gone WHERE line_key IS NOT NULL ON CONFLICT DO NOTHING`,
    [id, by, timestamptz(now)],
  );
  return seen;
}

async function lockedCost(tx: Tx, id: number, revision: number): Promise<Result<Cost>> {
  const { rows } = await tx.query<Cost>(
    `SELECT ${columns} FROM costs WHERE business_id = this_business() AND cost_id = $1 FOR UPDATE`,
    [id],
  );
  const [cost] = rows;
  if (cost === undefined) return refuse('cost_unknown', 'id', { id });
  if (cost.revision !== revision) return changedMeanwhile(cost.changedBy, cost.changedAt);
  return accept(cost);
}

/** Which of these lines somebody took away, by their keys. */
export async function removedLines(tx: Tx, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ key: string }>(
    `SELECT encode(line_key, 'hex') AS key FROM cost_lines_removed
     WHERE business_id = this_business() AND line_key IN (SELECT decode(k, 'hex') FROM unnest($1::text[]) AS k)`,
    [textArray([...keys])],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Somebody wants them back. */
export async function forgetRemoved(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx.query(
    `DELETE FROM cost_lines_removed
     WHERE business_id = this_business() AND line_key IN (SELECT decode(k, 'hex') FROM unnest($1::text[]) AS k)`,
    [textArray([...keys])],
  );
}

/** Puts in lines of a list that are not in yet; answers how many were new. */
export async function addCostLines(
  tx: Tx,
  lines: readonly { readonly cost: NewCost; readonly key: string }[],
  { by, now }: Author,
): Promise<number> {
  if (lines.length === 0) return 0;
  const costs = lines.map(({ cost }) => cost);
  const { rowCount } = await tx.query(
    `INSERT INTO costs (business_id, channel, campaign, kind, from_day, to_day, amount, note, line_key, made_by, made_at, changed_by, changed_at)
     SELECT this_business(), nullif(c, ''), nullif(g, ''), k, f, t, a, n, decode(h, 'hex'), $9, $10, $9, $10
     FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::bigint[], $7::text[], $8::text[])
       AS line (c, g, k, f, t, a, n, h)
     ON CONFLICT (business_id, line_key) WHERE line_key IS NOT NULL DO NOTHING`,
    [
      textArray(costs.map(({ channel }) => channel ?? '')),
      textArray(costs.map(({ campaign }) => campaign ?? '')),
      textArray(costs.map(({ kind }) => kind)),
      int4Array(costs.map(({ from }) => from)),
      int4Array(costs.map(({ to }) => to)),
      int8Array(costs.map(({ amount }) => amount)),
      textArray(costs.map(({ note }) => note)),
      textArray(lines.map(({ key }) => key)),
      by,
      timestamptz(now),
    ],
  );
  return rowCount;
}

/** More lines than this, put together by channel, campaign and days, are not weighed at once. */
const MOST_LINES = 20_000;

/** What was spent in a time, put together by channel, campaign and days. Refusal: `too_many_costs`. */
export async function costLines(tx: Tx, from: Day, to: Day): Promise<Result<readonly CostLine[]>> {
  const { rows } = await tx.query<CostLine>(
    `SELECT channel, campaign, from_day AS "from", to_day AS "to", sum(amount)::int8 AS amount FROM costs
     WHERE business_id = this_business() AND to_day >= $1 AND from_day <= $2
     GROUP BY channel, campaign, from_day, to_day LIMIT ${MOST_LINES + 1}`,
    [from, to],
  );
  return rows.length > MOST_LINES ? refuse('too_many_costs', undefined, { most: MOST_LINES }) : accept(rows);
}
