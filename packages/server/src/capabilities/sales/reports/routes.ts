import { FEWEST_DECIDED } from '@nardeban/core/sales';
import {
  accept,
  addMonths,
  type Instant,
  MS_PER_DAY,
  type Result,
  startOfMonth,
  zoneOf,
} from '@nardeban/core/values';
import { z } from 'zod';
import {
  askerOf,
  dayText,
  idText,
  refusals,
  refuseWith,
  type RouteParts,
  type Routes,
} from '../../../platform/http/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { endOfDay } from '../../ladder/index.ts';
import { dealById } from '../deals/deal.ts';
import { pipelineByKey } from '../deals/pipelines.ts';
import { type AskedInWords, readAsked } from './asked.ts';
import { dealsBehind } from './behind.ts';
import { activityCounts, lostFor, sellerCounts, stepCounts, totalsOf } from './counting.ts';
import { foretell } from './foretelling.ts';
import { learntOf, shownChance, tellsApart } from './chances.ts';
import {
  activitySchema,
  askedSchema,
  behindQuery,
  chanceSchema,
  dealBehindSchema,
  forecastSchema,
  lostSchema,
  sellerSchema,
  sourceCountsSchema,
  stepCountsSchema,
  totalsSchema,
} from './schemas.ts';
import { sourceCounts } from './sources.ts';

const PAGE = 50;
const reading = { scope: 'sales:read' } as const;
const tags = ['sales'];

/** What became of leads and deals, and what is to be expected of those that are open. */
export const salesReportRoutes: Routes = (app, parts) => {
  countingRoutes(app, parts);
  behindRoutes(app, parts);
  foretellingRoutes(app, parts);
};

const countingRoutes: Routes = (app, { database, clock }) => {
  app.get(
    '/v1/sales/reports/steps',
    {
      config: reading,
      schema: {
        operationId: 'salesSteps',
        tags,
        description: 'The way of the deals that were opened in a time, step by step.',
        querystring: z.strictObject(askedSchema),
        response: {
          200: z.strictObject({ totals: totalsSchema, steps: z.array(stepCountsSchema) }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const asked = readAsked(request.query, business, clock.now());
      if (!asked.ok) return refuseWith(request, reply, asked.refusal);
      const answer = await database.withBusiness(business.id, async (tx) => {
        const pipeline = await pipelineByKey(tx, asked.value.pipeline);
        if (!pipeline.ok) return pipeline;
        const steps = pipeline.value.definition.steps.map(({ key }) => key);
        const totals = await totalsOf(tx, asked.value);
        return accept({ totals, steps: [...(await stepCounts(tx, asked.value, steps))] });
      });
      return answer.ok ? reply.send(answer.value) : refuseWith(request, reply, answer.refusal);
    },
  );

  app.get(
    '/v1/sales/reports/sources',
    {
      config: reading,
      schema: {
        operationId: 'salesSources',
        tags,
        description: 'What each source brought in a time, and what it cost where costs are known.',
        querystring: z.strictObject(askedSchema),
        response: { 200: z.strictObject({ sources: z.array(sourceCountsSchema) }), ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const asked = readAsked(request.query, business, clock.now());
      if (!asked.ok) return refuseWith(request, reply, asked.refusal);
      const zone = zoneOf(business.zone);
      const days = { from: zone.dayOf(asked.value.from), to: zone.dayOf(asked.value.to - 1) };
      const sources = await database.withBusiness(business.id, (tx) => sourceCounts(tx, asked.value, days));
      return sources.ok
        ? reply.send({ sources: [...sources.value] })
        : refuseWith(request, reply, sources.refusal);
    },
  );

  app.get(
    '/v1/sales/reports/lost',
    {
      config: reading,
      schema: {
        operationId: 'salesLost',
        tags,
        description: 'Why deals were lost in a time, and on which step.',
        querystring: z.strictObject(askedSchema),
        response: { 200: z.strictObject({ lost: z.array(lostSchema) }), ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const asked = readAsked(request.query, business, clock.now());
      if (!asked.ok) return refuseWith(request, reply, asked.refusal);
      const lost = await database.withBusiness(business.id, (tx) => lostFor(tx, asked.value));
      return reply.send({ lost: [...lost] });
    },
  );

  app.get(
    '/v1/sales/reports/sellers',
    {
      config: reading,
      schema: {
        operationId: 'salesSellers',
        tags,
        description: 'Seller by seller. Who does not manage sales sees themselves.',
        querystring: z.strictObject(askedSchema),
        response: { 200: z.strictObject({ sellers: z.array(sellerSchema) }), ...refusals },
      },
    },
    async (request, reply) => {
      const { business, scopes, user, kind } = askerOf(request);
      const seesAll = kind === 'key' || scopes.has('sales:manage') || !scopes.has('sales:write');
      const own: AskedInWords = seesAll ? request.query : { ...request.query, owner: user?.id ?? '-' };
      const asked = readAsked(own, business, clock.now());
      if (!asked.ok) return refuseWith(request, reply, asked.refusal);
      const sellers = await database.withBusiness(business.id, (tx) => sellerCounts(tx, asked.value));
      return reply.send({ sellers: [...sellers] });
    },
  );

  app.get(
    '/v1/sales/reports/activity',
    {
      config: reading,
      schema: {
        operationId: 'salesActivity',
        tags,
        description:
          'What came of the deals decided in a time (the latest 3,000) by how often somebody was contacted in their course.',
        querystring: z.strictObject(askedSchema),
        response: { 200: z.strictObject({ activity: z.array(activitySchema) }), ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const asked = readAsked(request.query, business, clock.now());
      if (!asked.ok) return refuseWith(request, reply, asked.refusal);
      const activity = await database.withBusiness(business.id, (tx) => activityCounts(tx, asked.value));
      return reply.send({ activity: [...activity] });
    },
  );
};

const behindRoutes: Routes = (app, { database, clock }) => {
  app.get(
    '/v1/sales/reports/deals',
    {
      config: reading,
      schema: {
        operationId: 'dealsBehind',
        tags,
        description: 'The deals behind a figure of a report.',
        querystring: z.strictObject(behindQuery),
        response: {
          200: z.strictObject({ deals: z.array(dealBehindSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { figure, step, reason, without, contacts, after, limit = PAGE, ...inWords } = request.query;
      const asked = readAsked(inWords, business, clock.now());
      if (!asked.ok) return refuseWith(request, reply, asked.refusal);
      const answer = await database.withBusiness(business.id, async (tx) => {
        const pipeline = await pipelineByKey(tx, asked.value.pipeline);
        if (!pipeline.ok) return pipeline;
        const behind = {
          ...asked.value,
          figure,
          step: step ?? null,
          reason: reason ?? null,
          without: without ?? null,
          contacts: contacts ?? 0,
          after: after ?? null,
          limit: limit + 1,
        };
        return accept(
          await dealsBehind(
            tx,
            behind,
            pipeline.value.definition.steps.map(({ key }) => key),
          ),
        );
      });
      if (!answer.ok) return refuseWith(request, reply, answer.refusal);
      const deals = answer.value.slice(0, limit);
      const next = answer.value.length > limit ? (deals.at(-1)?.id ?? null) : null;
      return reply.send({ deals, next });
    },
  );
};

const foretellingRoutes: Routes = (app, { database, clock }: RouteParts) => {
  app.get(
    '/v1/sales/reports/forecast',
    {
      config: reading,
      schema: {
        operationId: 'salesForecast',
        tags,
        description:
          'What open deals will bring by a day, learnt from the business’s own past, with what would have been said in past months beside what came.',
        querystring: z.strictObject({
          pipeline: askedSchema.pipeline,
          owner: askedSchema.owner,
          until: dayText.optional().describe('The last day; that of this month where it is left out.'),
        }),
        response: { 200: forecastSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const now = clock.now();
      const until = readUntil(request.query.until, business, now);
      if (!until.ok) return refuseWith(request, reply, until.refusal);
      const { pipeline, owner = null } = request.query;
      const { learnt, ...foretold } = await database.withBusiness(business.id, (tx) =>
        foretell(tx, { pipeline, owner, until: until.value, now }),
      );
      return reply.send({
        ...foretold,
        until: until.value,
        learntAt: learnt?.learntAt ?? null,
        decided: learnt?.model?.decided ?? null,
        base: learnt?.model?.base ?? null,
        test: learnt === null ? null : { ...learnt.test, groups: [...learnt.test.groups] },
        months: [...(learnt?.months ?? [])],
      });
    },
  );

  app.get(
    '/v1/sales/deals/:id/chance',
    {
      config: reading,
      schema: {
        operationId: 'dealChance',
        tags,
        description: 'How likely a deal is won, and what that rests on.',
        params: z.strictObject({ id: idText }),
        response: { 200: chanceSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const now = clock.now();
      const answer = await database.withBusiness(business.id, async (tx) => {
        const deal = await dealById(tx, request.params.id);
        return deal === null ? null : { deal, learnt: await learntOf(tx, deal.pipeline) };
      });
      if (answer === null)
        return refuseWith(request, reply, { code: 'deal_unknown', detail: { deal: request.params.id } });
      const { deal, learnt } = answer;
      const shown = shownChance(learnt, deal.step, Math.floor((now - deal.stepSince) / MS_PER_DAY));
      return reply.send({
        chance: shown?.chance ?? null,
        low: shown?.low ?? null,
        high: shown?.high ?? null,
        by: learnt === null || shown === null ? 'nothing' : tellsApart(learnt) ? 'step' : 'all',
        deals: shown?.deals ?? 0,
        won: shown?.won ?? 0,
        verdict: learnt?.test.verdict ?? null,
        decided: learnt?.model?.decided ?? 0,
        needed: FEWEST_DECIDED,
      });
    },
  );
};

/** The end of a day, or of the month that is. Refusal: `day_expected`. */
function readUntil(text: string | undefined, business: Business, now: Instant): Result<Instant> {
  if (text !== undefined) return endOfDay(business, text, 'until');
  const zone = zoneOf(business.zone);
  const next = addMonths(startOfMonth(zone.dayOf(now), business.calendar), 1, business.calendar);
  return accept(zone.startOf(next) - 1);
}
