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
import { overviewOf } from './overview.ts';
import { publishingOf } from './publishing-progress.ts';
import { peopleOnRung } from './rung-people.ts';
import { explanationSchema, laddersSchema, overviewSchema, rungPageSchema } from './schemas.ts';
import { type LadderSummary, listLadders, publishedVersion, type Version } from './versions.ts';

const DEFAULT_PERIOD_DAYS = 30;

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
        return accept({ ...overview, publishing: await publishingOf(tx, version.value.ladderId) });
      });
      if (!read.ok) return refuseWith(request, reply, read.refusal);
      const { rungs, flows, steps, ...overview } = read.value;
      return reply.send({
        ...overview,
        rungs: [...rungs],
        flows: [...flows],
        steps: [...steps],
        asOf: dayOf(business, asOf.value),
        period: { from: dayOf(business, period.value.from), to: dayOf(business, period.value.to) },
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

/** The period asked for; without one, the thirty days that end with the day asked about. */
function periodOf(
  business: Business,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  asOf: Instant,
): Result<{ readonly from: Instant; readonly to: Instant }> {
  const zone = zoneOf(business.zone);
  const to = asked.to === undefined ? accept(asOf) : endOfDay(business, asked.to, 'to');
  if (!to.ok) return to;
  const from =
    asked.from === undefined
      ? accept(zone.startOf(zone.dayOf(to.value) - DEFAULT_PERIOD_DAYS + 1))
      : startOfDay(business, asked.from, 'from');
  if (!from.ok) return from;
  if (from.value > to.value) return refuse('period_reversed', 'from');
  return accept({ from: from.value, to: to.value });
}

function dayOf(business: Business, at: Instant): string {
  return isoDay(zoneOf(business.zone).dayOf(at));
}
