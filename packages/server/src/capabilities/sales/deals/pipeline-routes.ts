import { pipelineSchema } from '@nardeban/core/sales';
import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import { askerOf, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import {
  addPipeline,
  changePipeline,
  MOST_PIPELINES,
  orderPipelines,
  pipelinesOf,
  pipelineVersions,
  standingOn,
} from './pipelines.ts';
import { keptPipelineSchema, keyText, pipelineChangeSchema } from './schemas.ts';

const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;
const managing = { scope: 'sales:manage' } as const;
const one = z.strictObject({ key: keyText });

/** The ways deals go: what each step asks for, in every version. */
export const pipelineRoutes: Routes = (app, { database, writes, clock }) => {
  app.get(
    '/v1/sales/pipelines',
    {
      config: reading,
      schema: {
        operationId: 'listPipelines',
        tags,
        description: 'In their order, archived ones last.',
        response: { 200: z.strictObject({ pipelines: z.array(keptPipelineSchema) }), ...refusals },
      },
    },
    async (request) => {
      const pipelines = await database.withBusiness(askerOf(request).business.id, (tx) => pipelinesOf(tx));
      return { pipelines: [...pipelines] };
    },
  );

  app.get(
    '/v1/sales/pipelines/:key/versions',
    {
      config: reading,
      schema: {
        operationId: 'pipelineVersions',
        tags,
        description:
          'What was ever in force, the newest first, and how many deals under way stand on each step now.',
        params: one,
        response: {
          200: z.strictObject({
            versions: z.array(
              z.strictObject({
                revision: z.int(),
                definition: pipelineSchema,
                changedBy: z.string(),
                changedAt: z.number(),
              }),
            ),
            standing: z.record(z.string(), z.int()),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const found = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const versions = await pipelineVersions(tx, request.params.key);
        if (!versions.ok) return versions;
        const standing = Object.fromEntries(await standingOn(tx, request.params.key));
        return accept({ versions: [...versions.value], standing });
      });
      return found.ok ? reply.send(found.value) : refuseWith(request, reply, found.refusal);
    },
  );

  app.post(
    '/v1/sales/pipelines',
    {
      config: managing,
      schema: {
        operationId: 'addPipeline',
        tags,
        description: `At most ${MOST_PIPELINES} of them.`,
        body: pipelineSchema,
        response: { 201: keptPipelineSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const added = await addPipeline(tx, request.body, { by: by.name, now: clock.now() });
        if (!added.ok) return added;
        const { key, definition } = added.value;
        const detail = { name: definition.name.fa };
        await recordDeed(tx, { by, deed: 'pipeline.saved', about: { kind: 'pipeline', id: key }, detail });
        return accept({ status: 201, body: added.value });
      });
      return reply;
    },
  );

  app.put(
    '/v1/sales/pipelines/:key',
    {
      config: managing,
      schema: {
        operationId: 'changePipeline',
        tags,
        description:
          'Steps keep their deals by their keys, whatever they are called. For a step that is taken away `into` says where its deals go; they go there at once.',
        params: one,
        body: pipelineChangeSchema,
        response: { 200: keptPipelineSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { definition, into = {}, archived = false, revision } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const asked = { definition, into, archived, revision };
        const author = { by: by.name, now: clock.now() };
        const changed = await changePipeline(tx, by.business, request.params.key, asked, author);
        if (!changed.ok) return changed;
        const detail = { name: definition.name.fa };
        const about = { kind: 'pipeline', id: request.params.key };
        await recordDeed(tx, { by, deed: archived ? 'pipeline.archived' : 'pipeline.saved', about, detail });
        return accept({ status: 200, body: changed.value });
      });
      return reply;
    },
  );

  app.put(
    '/v1/sales/pipeline-order',
    {
      config: managing,
      schema: {
        operationId: 'orderPipelines',
        tags,
        description: 'The first is the one new deals go into.',
        body: z.strictObject({ keys: z.array(keyText).min(1).max(MOST_PIPELINES) }),
        response: { 200: z.strictObject({ pipelines: z.array(keptPipelineSchema) }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        await orderPipelines(tx, request.body.keys, { by: by.name, now: clock.now() });
        return accept({ status: 200, body: { pipelines: [...(await pipelinesOf(tx))] } });
      });
      return reply;
    },
  );
};
