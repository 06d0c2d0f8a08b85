import {
  adviceForOne,
  adviceFrom,
  adviceSchema,
  type Assumptions,
  assumptionsSchema,
  assumedFor,
  costWithin,
  type Evidence,
  personAdviceSchema,
  returnsByRuleSchema,
  returnsOf,
  returnsSchema,
  rungCosts,
  rungCostSchema,
  worthSchema,
} from '@nardeban/core/insight';
import { placesOf } from '@nardeban/core/ladder';
import {
  accept,
  addMonths,
  type Day,
  isoDay,
  refuse,
  type Result,
  startOfMonth,
  zoneOf,
} from '@nardeban/core/values';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import {
  askerOf,
  dayText,
  idText,
  named,
  refusals,
  refuseWith,
  type Routes,
} from '../../../platform/http/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { listLadders, overviewOf, publishedVersion, versionByNumber } from '../../ladder/index.ts';
import { personById } from '../../people/index.ts';
import { climbsTried } from '../experiments/experiment-store.ts';
import { costRoutes } from './cost-routes.ts';
import { costLines } from './cost-store.ts';
import { dayOf } from './days.ts';
import { personToday } from './person-cell.ts';
import { keptAcquisition, keptEvidence } from './results.ts';
import { moneySettingsRoutes } from './settings-routes.ts';
import { type KeptAssumptions, marginBasis, moneySettings } from './settings-store.ts';
import { waysOf } from './standings.ts';

named(returnsByRuleSchema, 'ReturnsByRule');
named(returnsSchema, 'Returns');
named(worthSchema, 'StepWorth');
named(rungCostSchema, 'RungCost');
named(adviceSchema, 'Advice');
named(personAdviceSchema, 'PersonAdvice');

const HORIZON_MONTHS = 12;
const words = z.strictObject({ fa: z.string(), en: z.string() });
const rungNamed = z.strictObject({ key: z.string(), name: words });
/** Null: no run has counted it yet. */
const countedAt = z
  .int()
  .nullable()
  .describe('When a run counted it last. Null: not yet, and nothing else is told.');

const period = {
  from: dayText.optional().describe('The first day; twelve months ago where it is left out.'),
  to: dayText.optional().describe('The last day; today where it is left out.'),
};
const moved = {
  marginRate: z.coerce.number().min(0).max(1).optional(),
  horizonMonths: z.coerce.number().int().min(1).max(36).optional(),
  discountRate: z.coerce.number().min(0).max(5).optional(),
  causalShare: z.coerce.number().min(0).max(1).optional(),
  lift: z.coerce.number().min(0).max(1).optional(),
  fade: z.coerce.number().min(0).max(0.95).optional(),
  costPerPerson: z.coerce.number().int().min(1).max(1e15).optional(),
};

/** Cost and return, and what it is sensible to spend on whom. Answered from what a run has counted, and from the costs as they are. */
export const moneyRoutes: Routes = (app, parts) => {
  costRoutes(app, parts);
  moneySettingsRoutes(app, parts);
  answerRoutes(app, parts);
};

const answerRoutes: Routes = (app, { database, clock }) => {
  const reading = { scope: 'insight:read' } as const;
  const tags = ['insight'];

  app.get(
    '/v1/insight/money',
    {
      config: reading,
      schema: {
        operationId: 'returns',
        tags,
        description:
          'Costs of a time against the customers who came in it: by first touch, last touch and evenly, by channel and by campaign.',
        querystring: z.strictObject({
          ...period,
          horizonMonths: z.coerce.number().int().min(1).max(36).optional(),
        }),
        response: { 200: z.strictObject({ countedAt, returns: returnsSchema.nullable() }), ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const days = readPeriod(request.query, business, clock.now());
      if (!days.ok) return refuseWith(request, reply, days.refusal);
      const { from, to } = days.value;
      const { horizonMonths = HORIZON_MONTHS } = request.query;
      const answer = await database.withBusiness(business.id, async (tx) => {
        const acquired = await keptAcquisition(tx);
        if (acquired === null) return accept({ countedAt: null, returns: null });
        const costs = await costLines(tx, from, to);
        if (!costs.ok) return costs;
        const returns = returnsOf(acquired.result, costs.value, { from, to, horizonMonths });
        return accept({ countedAt: acquired.at, returns });
      });
      return answer.ok ? reply.send(answer.value) : refuseWith(request, reply, answer.refusal);
    },
  );

  app.get(
    '/v1/insight/money/rungs',
    {
      config: reading,
      schema: {
        operationId: 'rungCosts',
        tags,
        description:
          'What it cost that people reached each rung: all costs of the time by the steps onto it, and above those held back where an experiment measured it.',
        querystring: z.strictObject({ ...period, ladder: z.string().max(63).optional() }),
        response: {
          200: z.strictObject({
            ladder: z.string(),
            version: z.int(),
            from: dayText,
            to: dayText,
            cost: z.int(),
            names: z.array(rungNamed),
            rungs: z.array(rungCostSchema),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const now = clock.now();
      const days = readPeriod(request.query, business, now);
      if (!days.ok) return refuseWith(request, reply, days.refusal);
      const { from, to } = days.value;
      const answer = await database.withBusiness(business.id, async (tx) => {
        const version = await publishedVersion(tx, business, request.query.ladder);
        if (version === null || version.definition.kind !== 'ladder')
          return refuse('ladder_unknown', 'ladder', { key: request.query.ladder ?? '' });
        const costs = await costLines(tx, from, to);
        if (!costs.ok) return costs;
        const zone = zoneOf(business.zone);
        const [start, end] = [zone.startOf(from), zone.startOf(to + 1) - 1];
        const { rungs } = await overviewOf(tx, version, { from: start, to: end }, now, now);
        const tried = await climbsTried(tx, version.key);
        const cost = returnsCost(costs.value, from, to);
        return accept({
          ladder: version.key,
          version: version.version,
          from: isoDay(from),
          to: isoDay(to),
          cost,
          names: namesOf(version.definition),
          rungs: rungCosts(
            cost,
            rungs.map(({ key, arrivedUp }) => ({
              rung: key,
              climbs: arrivedUp,
              tried: tried.get(key) ?? null,
            })),
          ),
        });
      });
      return answer.ok ? reply.send(answer.value) : refuseWith(request, reply, answer.refusal);
    },
  );

  app.get(
    '/v1/insight/advisor',
    {
      config: reading,
      schema: {
        operationId: 'advice',
        tags,
        description:
          'What one step up is worth, the most it is sensible to spend on it and for how long, and the order in which to spend a budget. Every assumption can be moved in the query.',
        querystring: z.strictObject({
          ...moved,
          budget: z.coerce
            .number()
            .int()
            .min(0)
            .max(1e15)
            .optional()
            .describe('Minor units. The order of spending needs `costPerPerson` as well, here or kept.'),
        }),
        response: {
          200: z.strictObject({
            countedAt,
            ladder: z.string().nullable(),
            names: z.array(rungNamed),
            types: z
              .array(rungNamed)
              .describe('In the order of `basis.types`; empty where types are not told apart.'),
            usual: assumptionsSchema.nullable().describe('The assumptions where none is moved.'),
            advice: adviceSchema.nullable(),
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      const { budget, ...changes } = request.query;
      return database.withBusiness(business.id, async (tx) => {
        const counted = await keptEvidence(tx);
        if (counted === null) {
          return { countedAt: null, ladder: null, names: [], types: [], usual: null, advice: null };
        }
        const { ladder, version: number, evidence } = counted.result;
        const version = await versionByNumber(tx, business, ladder, number);
        const { assumed: kept } = await moneySettings(tx);
        return {
          countedAt: counted.at,
          ladder,
          names: version === null ? [] : namesOf(version.definition),
          types: await typesNamed(tx, evidence.types),
          usual: assumptionsFrom(evidence, kept, {}),
          advice: adviceFrom(evidence, assumptionsFrom(evidence, kept, changes), budget ?? null),
        };
      });
    },
  );

  app.get(
    '/v1/insight/advisor/people/:id',
    {
      config: reading,
      schema: {
        operationId: 'adviceForPerson',
        tags,
        description: 'The same for one person, from what became of people like them.',
        params: z.strictObject({ id: idText }),
        querystring: z.strictObject(moved),
        response: {
          200: z.strictObject({
            countedAt,
            ladder: z.string().nullable(),
            advice: personAdviceSchema.nullable(),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { id } = request.params;
      const ways = await waysOf(database, business);
      const answer = await database.withBusiness(business.id, async (tx) => {
        const known = await personById(tx, id);
        if (known === null) return refuse('person_unknown', 'id', { id });
        const counted = await keptEvidence(tx);
        if (counted === null || ways === null) return accept({ countedAt: null, ladder: null, advice: null });
        const { evidence, ladder } = counted.result;
        const today = { day: zoneOf(business.zone).dayOf(clock.now()), basis: await marginBasis(tx) };
        const person = await personToday(tx, business, ways, known.id, today);
        const { assumed: kept } = await moneySettings(tx);
        const assumed = assumptionsFrom(evidence, kept, request.query);
        const advice = person === null ? null : adviceForOne(evidence, assumed, person);
        return accept({ countedAt: counted.at, ladder, advice });
      });
      return answer.ok ? reply.send(answer.value) : refuseWith(request, reply, answer.refusal);
    },
  );
};

type Moved = { readonly [Name in keyof Assumptions]?: Assumptions[Name] | undefined };

/** What is asked for counts before what is kept, and that before the usual. */
function assumptionsFrom(evidence: Evidence, kept: KeptAssumptions, asked: Moved): Assumptions {
  const said = Object.entries({ ...kept, ...asked }).filter(([, value]) => value !== undefined);
  return assumptionsSchema.parse({ ...assumedFor(evidence), ...Object.fromEntries(said) });
}

async function typesNamed(tx: Tx, keys: readonly string[]): Promise<z.infer<typeof rungNamed>[]> {
  const names = (await listLadders(tx)).flatMap(({ kind, definition }) =>
    kind === 'typology' && definition !== null ? namesOf(definition) : [],
  );
  return keys.flatMap((key) => names.filter((one) => one.key === key).slice(0, 1));
}

function namesOf(definition: Parameters<typeof placesOf>[0]): z.infer<typeof rungNamed>[] {
  return placesOf(definition).map(({ key, name }) => ({ key, name: { fa: name.fa, en: name.en } }));
}

function returnsCost(
  lines: readonly { readonly from: Day; readonly to: Day; readonly amount: number }[],
  from: Day,
  to: Day,
): number {
  return lines.reduce((sum, line) => sum + costWithin(line, from, to), 0);
}

/** Whole months where nothing is said: this one and the eleven before. Refusals: `day_expected`, `period_reversed`. */
function readPeriod(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  business: Business,
  now: number,
): Result<{ readonly from: Day; readonly to: Day }> {
  const today = zoneOf(business.zone).dayOf(now);
  const from =
    asked.from === undefined
      ? accept(addMonths(startOfMonth(today, business.calendar), -11, business.calendar))
      : dayOf(asked.from, 'from');
  if (!from.ok) return from;
  const to = asked.to === undefined ? accept(today) : dayOf(asked.to, 'to');
  if (!to.ok) return to;
  return to.value < from.value
    ? refuse('period_reversed', 'from')
    : accept({ from: from.value, to: to.value });
}
