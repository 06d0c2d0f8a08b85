import { accept, refuse, zoneOf } from '@nardeban/core/values';
import { z } from 'zod';
import { askerOf, dayText, idText, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { startOfDay } from '../../ladder/index.ts';
import { readClubDraft } from './draft-store.ts';
import { soundDraft } from './context.ts';
import { simulationSchema, simulationsSchema } from './schemas.ts';
import { simulations, simulationsKept } from './simulation-store.ts';

const tags = ['club'];
const params = z.strictObject({ simulation: idText });
/** A year of orders, unless said otherwise. */
const DAYS = 365;
/** Half of what they could spend: a middle between nobody and everybody. */
const SPENDS = 5000;
const PAGE = 20;
const hundredths = z.int().min(0).max(10_000);

/** Trying a draft on recorded orders: what it would have cost and given to whom. */
export const simulationRoutes: Routes = (app, { database, clock, writes }) => {
  app.post(
    '/v1/club/draft/simulate',
    {
      config: { scope: 'club:write' },
      schema: {
        operationId: 'simulateClub',
        tags,
        description:
          'Plays the draft over everybody’s recorded orders, in the background: cost, liability, who would have earned what, by rule, rung and month. Nothing is posted.',
        body: z.strictObject({
          from: dayText.optional().describe('The first day; a year before the last where it is left out.'),
          to: dayText.optional().describe('The last day; today where it is left out.'),
          spends: hundredths
            .optional()
            .describe(
              'Share of what they could spend that people spend with each order, in hundredths of a percent.',
            ),
          marginRate: hundredths
            .optional()
            .describe(
              'What is kept of the revenue, in hundredths of a percent; without it no margin is told.',
            ),
        }),
        response: { 202: z.strictObject({ simulation: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { business } = by;
      const { spends = SPENDS, marginRate = null, from, to } = request.body;
      const zone = zoneOf(business.zone);
      const now = clock.now();
      const last = to === undefined ? accept(now) : startOfDay(business, to, 'to');
      if (!last.ok) return refuseWith(request, reply, last.refusal);
      const end = zone.startOf(zone.dayOf(last.value) + 1);
      const first =
        from === undefined
          ? accept(zone.startOf(zone.dayOf(last.value) - DAYS))
          : startOfDay(business, from, 'from');
      if (!first.ok) return refuseWith(request, reply, first.refusal);
      if (first.value >= end) return refuseWith(request, reply, { code: 'club_dates_inverted', field: 'to' });
      await writes.inBusiness(request, reply, async (tx) => {
        const draft = await readClubDraft(tx);
        if (draft === null) return refuse('club_draft_unknown');
        const { definition, revision } = draft;
        const sound = await soundDraft(tx, definition);
        if (!sound.ok) return sound;
        const settings = { from: first.value, to: end, spends, marginRate };
        const simulation = await simulations.add(tx, { definition, revision, settings, by: by.name, now });
        await addJob(
          tx,
          'simulate-club',
          { business: business.id, simulation },
          `simulate-club ${business.id} ${simulation}`,
        );
        return accept({ status: 202 as const, body: { simulation } });
      });
      return reply;
    },
  );

  app.get(
    '/v1/club/simulations',
    {
      config: { scope: 'club:read' },
      schema: {
        operationId: 'clubSimulations',
        tags,
        description: 'Every trial of a draft that is kept, the newest first, with what it came to.',
        querystring: z.strictObject({
          before: idText.optional().describe('The `next` of the page before.'),
          limit: z.coerce.number().int().min(1).max(50).optional(),
        }),
        response: { 200: simulationsSchema, ...refusals },
      },
    },
    async (request) => {
      const { before, limit = PAGE } = request.query;
      const found = await database.withBusiness(askerOf(request).business.id, (tx) =>
        simulationsKept(tx, { before, limit: limit + 1 }),
      );
      const page = found.slice(0, limit);
      return { simulations: page, next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
    },
  );

  app.get(
    '/v1/club/simulations/:simulation',
    {
      config: { scope: 'club:read' },
      schema: {
        operationId: 'clubSimulation',
        tags,
        params,
        response: { 200: simulationSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { simulation } = request.params;
      const found = await database.withBusiness(askerOf(request).business.id, (tx) =>
        simulations.byId(tx, simulation),
      );
      if (found === null)
        return refuseWith(request, reply, { code: 'club_simulation_unknown', field: 'simulation' });
      return reply.send(found as z.infer<typeof simulationSchema>);
    },
  );

  app.post(
    '/v1/club/simulations/:simulation/stop',
    {
      config: { scope: 'club:write' },
      schema: {
        operationId: 'stopClubSimulation',
        tags,
        params,
        response: { 200: z.strictObject({ stopped: z.boolean() }), ...refusals },
      },
    },
    async (request, reply) => {
      const { simulation } = request.params;
      await writes.inBusiness(request, reply, async (tx) => {
        if ((await simulations.byId(tx, simulation)) === null)
          return refuse('club_simulation_unknown', 'simulation');
        const stopped = await simulations.stop(tx, simulation, clock.now());
        return accept({ status: 200 as const, body: { stopped } });
      });
      return reply;
    },
  );
};
