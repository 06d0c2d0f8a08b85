import { ASSUMED_MARGIN_RATE, type Assumptions, type MarginBasis } from '@nardeban/core/insight';
import { accept, changedMeanwhile, type Instant, type Result } from '@nardeban/core/values';
import { int8Array, textArray, timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Author } from './cost-store.ts';

/** Assumptions of the advisor that somebody has moved and kept. */
export type KeptAssumptions = {
  readonly [Name in Exclude<keyof Assumptions, 'marginRate'>]?: Assumptions[Name] | undefined;
};

export interface MoneySettings {
  readonly marginRate: number;
  readonly stated: boolean;
  readonly assumed: KeptAssumptions;
  readonly unitCosts: number;
  readonly revision: number;
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
}

type Stored = Pick<MoneySettings, 'marginRate' | 'assumed' | 'revision' | 'changedBy' | 'changedAt'>;

export async function moneySettings(tx: Tx): Promise<MoneySettings> {
  const { rows } = await tx.query<Stored>(
    `SELECT margin_rate AS "marginRate", assumed, revision, changed_by AS "changedBy", changed_at AS "changedAt"
     FROM money_settings WHERE business_id = this_business()`,
  );
  const { rows: counted } = await tx.query<{ items: number }>(
    'SELECT count(*)::int AS items FROM unit_costs WHERE business_id = this_business()',
  );
  const unitCosts = counted[0]?.items ?? 0;
  const [stored] = rows;
  if (stored !== undefined) return { ...stored, stated: true, unitCosts };
  return {
    marginRate: ASSUMED_MARGIN_RATE,
    stated: false,
    assumed: {},
    unitCosts,
    revision: 0,
    changedBy: null,
    changedAt: null,
  };
}

/** Changes what `revision` showed; 0 says that nothing had been said. Refusal: `changed_meanwhile`. */
export async function changeMoneySettings(
  tx: Tx,
  asked: { readonly marginRate: number; readonly assumed: KeptAssumptions; readonly revision: number },
  { by, now }: Author,
): Promise<Result<MoneySettings>> {
  const { rowCount } = await tx.query(
    `INSERT INTO money_settings AS s (business_id, margin_rate, assumed, changed_by, changed_at)
     VALUES (this_business(), $1, $2, $3, $4)
     ON CONFLICT (business_id) DO UPDATE SET margin_rate = $1, assumed = $2, revision = s.revision + 1, changed_by = $3,
       changed_at = $4 WHERE s.revision = $5`,
    [asked.marginRate, JSON.stringify(asked.assumed), by, timestamptz(now), asked.revision],
  );
  const settings = await moneySettings(tx);
  // Who thought that nothing had been said has made the first row, and nobody else before.
  if (rowCount === 1 && settings.revision === asked.revision + 1) return accept(settings);
  return changedMeanwhile(settings.changedBy, settings.changedAt);
}

export interface UnitCost {
  readonly item: string;
  readonly cost: number;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/** A page of unit costs by the name of the item. */
export async function listUnitCosts(
  tx: Tx,
  after: string | undefined,
  limit: number,
): Promise<{ readonly items: readonly UnitCost[]; readonly next: string | null }> {
  const { rows } = await tx.query<UnitCost>(
    `SELECT item, cost, changed_by AS "changedBy", changed_at AS "changedAt" FROM unit_costs
     WHERE business_id = this_business() AND ($1::text IS NULL OR item > $1) ORDER BY item LIMIT $2`,
    [after ?? null, limit + 1],
  );
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.item ?? null) : null };
}

/** Says what items cost, and takes away what is null. Of an item that is named twice the last counts. Answers how many have one. */
export async function changeUnitCosts(
  tx: Tx,
  items: readonly { readonly item: string; readonly cost: number | null }[],
  { by, now }: Author,
): Promise<number> {
  const last = new Map(items.map(({ item, cost }) => [item, cost]));
  const gone = [...last].filter(([, cost]) => cost === null).map(([item]) => item);
  const said = [...last].flatMap(([item, cost]) => (cost === null ? [] : [{ item, cost }]));
  await tx.query('DELETE FROM unit_costs WHERE business_id = this_business() AND item = ANY($1::text[])', [
    gone,
  ]);
  await tx.query(
    `INSERT INTO unit_costs (business_id, item, cost, changed_by, changed_at)
     SELECT this_business(), i, c, $3, $4 FROM unnest($1::text[], $2::bigint[]) AS said (i, c)
     ON CONFLICT (business_id, item) DO UPDATE SET cost = excluded.cost, changed_by = $3, changed_at = $4`,
    [textArray(said.map(({ item }) => item)), int8Array(said.map(({ cost }) => cost)), by, timestamptz(now)],
  );
  return (await moneySettings(tx)).unitCosts;
}

/** More items than this are priced by the rate; a table of them stays in memory during a run. */
const MOST_ITEMS_READ = 100_000;

/** What margins are worked out by: the rate, and the unit costs. */
export async function marginBasis(tx: Tx): Promise<MarginBasis> {
  const { marginRate, stated } = await moneySettings(tx);
  const { rows } = await tx.query<{ item: string; cost: number }>(
    `SELECT item, cost FROM unit_costs WHERE business_id = this_business() ORDER BY item LIMIT ${MOST_ITEMS_READ}`,
  );
  return {
    rate: marginRate,
    rateFrom: stated ? 'stated' : 'assumed',
    unitCosts: new Map(rows.map(({ item, cost }) => [item, cost])),
  };
}
