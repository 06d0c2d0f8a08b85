import { accept, type Instant, isoDay, refuse, type Result, zoneOf } from '@nardeban/core/values';
import { z } from 'zod';
import type { Tx } from '../../platform/database/index.ts';
import {
  askerOf,
  dayText,
  idText,
  paging,
  refusals,
  refuseWith,
  type Routes,
} from '../../platform/http/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { asOfInstant, endOfDay, startOfDay } from './asof.ts';
import { explainPerson } from './explaining.ts';
import { ladderHistory, MOST_POINTS } from './ladder-history.ts';
import { ladderMoves } from './ladder-moves.ts';
import { addMoneyJob, askForMoney, type LadderMoney, moneyOf } from './money.ts';
import { type Overview, overviewOf, type Period } from './overview.ts';
import { publishingOf } from './publishing-progress.ts';
import { peopleOnRung } from './rung-people.ts';
import {
  explanationSchema,
  historySchema,
  laddersSchema,
  movesPageSchema,
  overviewSchema,
  rungPageSchema,
} from './schemas.ts';
import { type LadderSummary, listLadders, publishedVersion, type Version } from './versions.ts';

const DEFAULT_PERIOD_DAYS = 30;
/** What a history goes over when nothing is said: two years. */
const HISTORY_DAYS = 731;

const keyText = z.string().min(1).max(63);
const atDay = { asOf: dayText.optional() };

/** Reading the ladder: who stands where, why, and who stood where on a day. */
export const ladderRoutes: Routes = (app, { database, clock }) => {
  const config = { scope: 'ladder:read' } as const;
  const tags = ['ladder'];

  app.get(
    '/v1/ladders',
    { config, schema: { operationId: 'listLadders', tags, response: { 200: laddersSchema, ...refusals } } },
    async (request) => {
      const { business } = askerOf(request);
      const ladders = await database.withBusiness(business.id, listLadders);
      return { ladders: ladders.flatMap(shownLadder) };
    },
  );

  app.get(
    '/v1/ladders/:key',
    {
      config,
      schema: {
        operationId: 'ladderOverview',
        tags,
        params: z.strictObject({ key: keyText }),
        querystring: z.strictObject({ ...atDay, from: dayText.optional(), to: dayText.optional() }),
        response: { 200: overviewSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const now = clock.now();
      const asOf = asOfInstant(business, request.query.asOf, now);
      if (!asOf.ok) return refuseWith(request, reply, asOf.refusal);
      const period = periodOf(business, request.query, asOf.value);
      if (!period.ok) return refuseWith(request, reply, period.refusal);
      const read = await database.withBusiness(business.id, async (tx) => {
        const version = await versionFor(tx, business, request.params.key);
        if (!version.ok) return version;
        const overview = await overviewOf(tx, version.value, period.value, asOf.value, now);
        // Whoever looks at the page wants its money counted.
        if (await askForMoney(tx, version.value, now)) await addMoneyJob(tx, version.value);
        const places = overview.rungs.length;
        const money = await moneyOf(tx, version.value, period.value, overview.before, places, now);
        return accept({ ...overview, money, publishing: await publishingOf(tx, version.value.ladderId) });
      });
      if (!read.ok) return refuseWith(request, reply, read.refusal);
      return reply.send(shownOverview(business, read.value));
    },
  );

  app.get(
    '/v1/ladders/:key/moves',
    {
      config,
      schema: {
        operationId: 'ladderMoves',
        tags,
        description:
          'Who climbed and who fell in a period, and why; with fromRung and toRung, the people of one flow.',
        params: z.strictObject({ key: keyText }),
        querystring: z.strictObject({
          from: dayText.optional(),
          to: dayText.optional(),
          direction: z.enum(['up', 'down']).optional(),
          fromRung: keyText.optional(),
          toRung: keyText.optional(),
          after: z.string().min(1).max(40).optional(),
          limit: paging.limit,
        }),
        response: { 200: movesPageSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const now = clock.now();
      const { from, to, ...asked } = request.query;
      const period = periodOf(business, { from, to }, now);
      if (!period.ok) return refuseWith(request, reply, period.refusal);
      const page = await database.withBusiness(business.id, async (tx) => {
        const version = await versionFor(tx, business, request.params.key);
        return version.ok ? ladderMoves(tx, version.value, period.value, asked, now) : version;
      });
      if (!page.ok) return refuseWith(request, reply, page.refusal);
      const { total, order, moves, next } = page.value;
      return reply.send({
        period: shownPeriod(business, period.value),
        total,
        order,
        moves: [...moves],
        next,
      });
    },
  );

  app.get(
    '/v1/ladders/:key/history',
    {
      config,
      schema: {
        operationId: 'ladderHistory',
        tags,
        description: `How many stood on each rung at the end of each day, week or month of a period; at most ${MOST_POINTS} points, the last ones.`,
        params: z.strictObject({ key: keyText }),
        querystring: z.strictObject({
          from: dayText.optional(),
          to: dayText.optional(),
          by: z.enum(['day', 'week', 'month']).optional(),
        }),
        response: { 200: historySchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const now = clock.now();
      const { by = 'month', ...asked } = request.query;
      const period = periodOf(business, asked, now, HISTORY_DAYS);
      if (!period.ok) return refuseWith(request, reply, period.refusal);
      const told = await database.withBusiness(business.id, async (tx) => {
        const version = await versionFor(tx, business, request.params.key);
        return version.ok ? accept(await ladderHistory(tx, version.value, period.value, by, now)) : version;
      });
      if (!told.ok) return refuseWith(request, reply, told.refusal);
      return reply.send({
        by,
        keys: [...told.value.keys],
        points: told.value.points.map(({ day, rungs }) => ({ day: isoDay(day), rungs: [...rungs] })),
      });
    },
  );

  app.get(
    '/v1/ladders/:key/rungs/:rung/people',
    {
      config,
      schema: {
        operationId: 'peopleOnRung',
        tags,
        params: z.strictObject({ key: keyText, rung: keyText }),
        querystring: z.strictObject({ ...atDay, ...paging }),
        response: { 200: rungPageSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { asOf: day, after, limit } = request.query;
      const asOf = asOfInstant(business, day, clock.now());
      if (!asOf.ok) return refuseWith(request, reply, asOf.refusal);
      const page = await database.withBusiness(business.id, async (tx) => {
        const version = await versionFor(tx, business, request.params.key);
        if (!version.ok) return version;
        return peopleOnRung(tx, version.value, request.params.rung, {
          ...(after === undefined ? {} : { after }),
          ...(limit === undefined ? {} : { limit }),
          ...(day === undefined ? {} : { asOf: asOf.value }),
        });
      });
      if (!page.ok) return refuseWith(request, reply, page.refusal);
      const { people, next } = page.value;
      return reply.send({ people: [...people], next: next === null ? null : String(next) });
    },
  );

  app.get(
    '/v1/people/:id/ladders/:key',
    {
      config,
      schema: {
        operationId: 'explainPerson',
        tags,
        params: z.strictObject({ id: idText, key: keyText }),
        querystring: z.strictObject(atDay),
        response: { 200: explanationSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const asOf = asOfInstant(business, request.query.asOf, clock.now());
      if (!asOf.ok) return refuseWith(request, reply, asOf.refusal);
      const explained = await database.withBusiness(business.id, async (tx) => {
        const version = await versionFor(tx, business, request.params.key);
        return version.ok ? explainPerson(tx, version.value, request.params.id, asOf.value) : version;
      });
      if (!explained.ok) return refuseWith(request, reply, explained.refusal);
      const { moves, ...told } = explained.value;
      return reply.send({ ...told, asOf: dayOf(business, asOf.value), moves: [...moves] });
    },
  );
};

function shownLadder({ key, kind, version, definition }: LadderSummary) {
  // A ladder of which nothing was ever published has nothing to show yet.
  if (version === null || definition === null) return [];
  const places = definition.kind === 'ladder' ? definition.rungs : definition.classes;
  return [
    {
      key,
      kind,
      name: definition.name,
      version,
      places: places.map((place) => ({
        key: place.key,
        name: place.name,
        ...(place.meaning === undefined ? {} : { meaning: place.meaning }),
      })),
    },
  ];
}

async function versionFor(tx: Tx, business: Business, key: string): Promise<Result<Version>> {
  const version = await publishedVersion(tx, business, key);
  return version === null ? refuse('ladder_unknown', 'key', { ladder: key }) : accept(version);
}

/** The period asked for; without a beginning, so many days that end with the day asked about. */
function periodOf(
  business: Business,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  asOf: Instant,
  days = DEFAULT_PERIOD_DAYS,
): Result<Period> {
  const zone = zoneOf(business.zone);
  const to = asked.to === undefined ? accept(asOf) : endOfDay(business, asked.to, 'to');
  if (!to.ok) return to;
  const from =
    asked.from === undefined
      ? accept(zone.startOf(zone.dayOf(to.value) - days + 1))
      : startOfDay(business, asked.from, 'from');
  if (!from.ok) return from;
  if (from.value > to.value) return refuse('period_reversed', 'from');
  return accept({ from: from.value, to: to.value });
}

function dayOf(business: Business, at: Instant): string {
  return isoDay(zoneOf(business.zone).dayOf(at));
}

function shownPeriod(business: Business, { from, to }: Period) {
  return { from: dayOf(business, from), to: dayOf(business, to) };
}

function shownOverview(
  business: Business,
  told: Overview & {
    readonly money: LadderMoney;
    readonly publishing: Awaited<ReturnType<typeof publishingOf>>;
  },
) {
  const { rungs, flows, steps, money, ...overview } = told;
  return {
    ...overview,
    rungs: rungs.map((rung, place) => ({
      ...rung,
      revenue: money.within?.[place]?.revenue ?? null,
      revenueBefore: money.before?.[place]?.revenue ?? null,
      orders: money.within?.[place]?.orders ?? null,
    })),
    flows: [...flows],
    steps: [...steps],
    revenue: { currency: business.currency, countedAt: money.countedAt, counting: money.counting },
    asOf: dayOf(business, told.asOf),
    period: shownPeriod(business, told.period),
    before: shownPeriod(business, told.before),
  };
}
