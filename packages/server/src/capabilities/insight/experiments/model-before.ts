import { type ExpectedBy, modelOf } from '@nardeban/core/insight';
import { zoneOf } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { modelNames, outcomeSchema } from '../outcome.ts';
import type { Experiment } from './experiment-store.ts';

/** In the order in which `modelOf` takes them. */
const PARAMETERS = {
  nbd: ['r', 'alpha'],
  'bg-nbd': ['r', 'alpha', 'a', 'b'],
  'mbg-nbd': ['r', 'alpha', 'a', 'b'],
  'pareto-nbd': ['r', 'alpha', 's', 'beta'],
} as const;

/**
 * The model that counted best in the last run whose day was over before the experiment began: it has seen nothing of what
 * the experiment did. Null where there was no such run, or it foretold nothing of what people spend.
 */
export async function modelBefore(
  tx: Tx,
  business: Business,
  { startedAt }: Pick<Experiment, 'startedAt'>,
): Promise<ExpectedBy | null> {
  if (startedAt === null) return null;
  const zone = zoneOf(business.zone);
  const { rows } = await tx.query<Row>(
    `SELECT r.outcome -> 'chosen' AS chosen, m.name, m.parameters, m.days_per_unit AS "daysPerUnit"
     FROM insight_runs r JOIN insight_models m USING (business_id, run_id)
     WHERE r.business_id = this_business() AND r.state = 'done' AND r.as_of < $1 AND m.fitted_to = 'today'
       AND m.name = r.outcome -> 'chosen' ->> 'counts'
     ORDER BY r.run_id DESC LIMIT 1`,
    [zone.dayOf(startedAt)],
  );
  const [row] = rows;
  const name = modelNames.find((one) => one === row?.name);
  const chosen = outcomeSchema.shape.chosen.safeParse(row?.chosen);
  const spend = chosen.success ? chosen.data?.spend : null;
  if (row === undefined || name === undefined || spend === null || spend === undefined) return null;
  const parameters = PARAMETERS[name].map((parameter) => row.parameters[parameter] ?? Number.NaN);
  if (!parameters.every((one) => Number.isFinite(one) && one > 0)) return null;
  return {
    model: modelOf(name, parameters),
    daysPerUnit: row.daysPerUnit,
    spend,
    dayOf: (at) => zone.dayOf(at),
  };
}

interface Row {
  readonly chosen: unknown;
  readonly name: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly daysPerUnit: number;
}
