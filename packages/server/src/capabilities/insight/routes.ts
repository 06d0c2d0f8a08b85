import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../platform/audit/index.ts';
import { askerOf, idText, refusals, refuseWith, type Routes } from '../../platform/http/index.ts';
import { modelHistory, modelsOf } from './model-store.ts';
import { modelNames } from './outcome.ts';
import { askForRun, latestRun, runById, runsBefore, stopRun } from './run-store.ts';
import { modelSchema, runSchema, settingsSchema, shownRun } from './schemas.ts';
import { changeInsightSettings, insightSettings } from './settings.ts';

const tags = ['insight'];
const RUNS_PER_PAGE = 50;
/** Runs that the overview looks back on. */
const LOOKED_BACK = 60;
const reading = { scope: 'insight:read' } as const;
const writing = { scope: 'insight:write' } as const;

/** Runs of insight: what was found last, how one fares, the models, the settings. */
export const insightRoutes: Routes = (app, { database, clock, writes }) => {
  const one = z.strictObject({ id: idText });

  app.get(
    '/v1/insight',
    {
      config: reading,
      schema: {
        operationId: 'insight',
        tags,
        description:
          'What the run that is read found, whether another is under way, and what runs before it found.',
        response: {
          200: z.strictObject({
            run: runSchema.nullable().describe('Null until one came to its end.'),
            underWay: runSchema.nullable(),
            before: z.array(runSchema).describe('Runs that came to their end before it, the newest first.'),
            settings: settingsSchema,
          }),
          ...refusals,
        },
      },
    },
    async (request) =>
      database.withBusiness(
        askerOf(request).business.id,
        async (tx) => {
          const runs = await runsBefore(tx, null, LOOKED_BACK);
          const run = await latestRun(tx);
          const underWay = runs.find(({ state }) => state === 'waiting' || state === 'running');
          return {
            run: run === null ? null : shownRun(run),
            underWay: underWay === undefined ? null : shownRun(underWay),
            before: runs.filter(({ state, id }) => state === 'done' && id !== run?.id).map(shownRun),
            settings: await insightSettings(tx),
          };
        },
        { readOnly: true },
      ),
  );

  app.get(
    '/v1/insight/runs',
    {
      config: reading,
      schema: {
        operationId: 'insightRuns',
        tags,
        querystring: z.strictObject({ before: idText.optional() }),
        response: {
          200: z.strictObject({ runs: z.array(runSchema), next: z.string().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const runs = await database.withBusiness(askerOf(request).business.id, (tx) =>
        runsBefore(tx, request.query.before ?? null, RUNS_PER_PAGE),
      );
      const last = runs.length === RUNS_PER_PAGE ? runs.at(-1) : undefined;
      return { runs: runs.map(shownRun), next: last === undefined ? null : String(last.id) };
    },
  );

  app.post(
    '/v1/insight/runs',
    {
      config: writing,
      schema: {
        operationId: 'runInsight',
        tags,
        description:
          'Asks for a run now, to the end of yesterday; by itself there is one every night. One that is under way is answered.',
        response: { 202: runSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) =>
        accept({
          status: 202 as const,
          body: shownRun(await askForRun(tx, by.business, by.name, clock.now())),
        }),
      );
      return reply;
    },
  );

  app.get(
    '/v1/insight/runs/:id',
    {
      config: reading,
      schema: { operationId: 'insightRun', tags, params: one, response: { 200: runSchema, ...refusals } },
    },
    async (request, reply) => {
      const { id } = request.params;
      const run = await database.withBusiness(askerOf(request).business.id, (tx) => runById(tx, id));
      if (run === null)
        return refuseWith(request, reply, { code: 'run_unknown', field: 'id', detail: { run: id } });
      return reply.send(shownRun(run));
    },
  );

  app.post(
    '/v1/insight/runs/:id/stop',
    {
      config: writing,
      schema: {
        operationId: 'stopInsightRun',
        tags,
        description: 'Stops a run; what was read stays as it is.',
        params: one,
        response: { 200: runSchema, ...refusals },
      },
    },
    async (request, reply) => {
      await writes.inBusiness(request, reply, async (tx) => {
        const stopped = await stopRun(tx, request.params.id, clock.now());
        return stopped.ok ? accept({ status: 200 as const, body: shownRun(stopped.value) }) : stopped;
      });
      return reply;
    },
  );

  app.get(
    '/v1/insight/models',
    {
      config: reading,
      schema: {
        operationId: 'insightModels',
        tags,
        description:
          'The models of a run with how they did on the past; of the one that is read unless told.',
        querystring: z.strictObject({ run: idText.optional() }),
        response: { 200: z.strictObject({ models: z.array(modelSchema) }), ...refusals },
      },
    },
    async (request) =>
      database.withBusiness(askerOf(request).business.id, async (tx) => {
        const run = request.query.run ?? (await latestRun(tx))?.id ?? null;
        return { models: run === null ? [] : await modelsOf(tx, run) };
      }),
  );

  app.get(
    '/v1/insight/models/history',
    {
      config: reading,
      schema: {
        operationId: 'insightModelHistory',
        tags,
        description: 'A model as every run fitted it, the newest first.',
        querystring: z.strictObject({ model: z.enum(modelNames).optional(), before: idText.optional() }),
        response: {
          200: z.strictObject({ models: z.array(modelSchema), next: z.string().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { model = 'pareto-nbd', before = null } = request.query;
      const models = await database.withBusiness(askerOf(request).business.id, (tx) =>
        modelHistory(tx, model, before, RUNS_PER_PAGE),
      );
      const last = models.length === RUNS_PER_PAGE ? models.at(-1) : undefined;
      return { models, next: last === undefined ? null : String(last.run) };
    },
  );

  app.get(
    '/v1/insight/settings',
    {
      config: reading,
      schema: { operationId: 'insightSettings', tags, response: { 200: settingsSchema, ...refusals } },
    },
    async (request) => database.withBusiness(askerOf(request).business.id, insightSettings),
  );

  app.put(
    '/v1/insight/settings',
    {
      config: writing,
      schema: {
        operationId: 'changeInsightSettings',
        tags,
        description: 'The next run goes by them.',
        body: z.strictObject({
          horizon: z.int().min(7).max(365),
          discount: z.number().gt(0).max(2),
          revision: z.int().min(0).describe('That of the settings the change was made from.'),
        }),
        response: { 200: settingsSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { revision, ...wanted } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const changed = await changeInsightSettings(tx, wanted, revision, { name: by.name, at: clock.now() });
        if (!changed.ok) return changed;
        await recordDeed(tx, {
          by,
          deed: 'insight.settings_changed',
          about: { kind: 'insight', id: 'settings' },
          detail: wanted,
        });
        return accept({ status: 200 as const, body: { ...changed.value } });
      });
      return reply;
    },
  );
};
