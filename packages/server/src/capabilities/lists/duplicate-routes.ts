import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { askerOf, idText, paging, refusals, refuseWith, type Routes } from '../../platform/http/index.ts';
import {
  conflictById,
  decideConflict,
  mergeById,
  mergePeople,
  mergesInForce,
  openConflicts,
  unmergePeople,
} from '../people/index.ts';
import { type Compared, compare, type Preview, previewOf } from './previewing.ts';
import { type comparedSchema, duplicatesSchema, mergesInForceSchema, previewSchema } from './schemas.ts';

const tags = ['people'];
const PER_PAGE = 20;

/** People who may be one, side by side, and what a merge or its undoing would make of them. */
export const duplicateRoutes: Routes = (app, { database, clock }) => {
  const config = { scope: 'people:read' } as const;
  const one = z.strictObject({ id: idText });
  const preview = { 200: previewSchema, ...refusals };

  app.get(
    '/v1/duplicates',
    {
      config,
      schema: {
        operationId: 'duplicates',
        tags,
        description:
          'Open conflicts and likely duplicates, the oldest first, with the people they are about as they are now.',
        querystring: z.strictObject(paging),
        response: { 200: duplicatesSchema, ...refusals },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      const { after, limit = PER_PAGE } = request.query;
      return database.withBusiness(business.id, async (tx) => {
        const conflicts = await openConflicts(tx, { limit, ...(after === undefined ? {} : { after }) });
        const duplicates = [];
        for (const { id, kind, candidates, identifiers, noticedAt, facts, reasons } of conflicts) {
          const people = await compare(tx, business, candidates, clock.now());
          duplicates.push({
            id,
            kind,
            because: [...reasons],
            identifiers: [...identifiers],
            noticedAt,
            facts,
            people: people.map(shown),
          });
        }
        const last = conflicts.length === limit ? conflicts.at(-1) : undefined;
        return { duplicates, next: last === undefined ? null : String(last.id) };
      });
    },
  );

  app.post(
    '/v1/merges/preview',
    {
      config,
      schema: {
        operationId: 'previewMerge',
        tags,
        description: 'What a merge would make of two people. Nothing is kept of it.',
        body: z.strictObject({ loser: z.int().min(1), winner: z.int().min(1) }),
        response: preview,
      },
    },
    async (request, reply) => {
      const { business, name: by } = askerOf(request);
      const { loser, winner } = request.body;
      const seen = await previewOf(database, business, [winner, loser], clock.now(), async (tx) => {
        const merged = await mergePeople(tx, business, { loser, winner, by });
        return merged.ok ? accept([merged.value.winner]) : merged;
      });
      if (!seen.ok) return refuseWith(request, reply, seen.refusal);
      return reply.send(shownPreview(seen.value));
    },
  );

  app.post(
    '/v1/conflicts/:id/preview',
    {
      config,
      schema: {
        operationId: 'previewDecision',
        tags,
        description:
          'What deciding a conflict would make of its people, with the facts that wait for it. Nothing is kept of it.',
        params: one,
        body: z.discriminatedUnion('decide', [
          z.strictObject({ decide: z.literal('assign'), person: z.int().min(1) }),
          z.strictObject({ decide: z.literal('merge'), into: z.int().min(1) }),
        ]),
        response: preview,
      },
    },
    async (request, reply) => {
      const { business, name: by } = askerOf(request);
      const { id } = request.params;
      const conflict = await database.withBusiness(business.id, (tx) => conflictById(tx, id));
      if (conflict === null) return refuseWith(request, reply, { code: 'conflict_unknown' });
      const seen = await previewOf(database, business, conflict.candidates, clock.now(), async (tx) => {
        const decided = await decideConflict(tx, business, id, request.body, by);
        return decided.ok ? accept(conflict.candidates) : decided;
      });
      if (!seen.ok) return refuseWith(request, reply, seen.refusal);
      return reply.send(shownPreview(seen.value));
    },
  );

  app.get(
    '/v1/merges',
    {
      config,
      schema: {
        operationId: 'mergesInForce',
        tags,
        description: 'The newest first.',
        querystring: z.strictObject({ before: idText.optional() }),
        response: { 200: mergesInForceSchema, ...refusals },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      const merges = await database.withBusiness(business.id, (tx) =>
        mergesInForce(tx, { before: request.query.before, limit: PER_PAGE }),
      );
      const last = merges.length === PER_PAGE ? merges.at(-1) : undefined;
      return { merges, next: last === undefined ? null : String(last.mergeId) };
    },
  );

  app.post(
    '/v1/merges/:id/undo-preview',
    {
      config,
      schema: {
        operationId: 'previewUnmerge',
        tags,
        description: 'What undoing a merge would make of its people. Nothing is kept of it.',
        params: one,
        response: preview,
      },
    },
    async (request, reply) => {
      const { business, name: by } = askerOf(request);
      const { id } = request.params;
      const merge = await database.withBusiness(business.id, (tx) => mergeById(tx, id));
      if (merge === null) return refuseWith(request, reply, { code: 'merge_unknown' });
      const seen = await previewOf(
        database,
        business,
        [merge.winner, merge.loser],
        clock.now(),
        async (tx) => {
          const undone = await unmergePeople(tx, business, id, by);
          return undone.ok ? accept([undone.value.winner, undone.value.loser]) : undone;
        },
      );
      if (!seen.ok) return refuseWith(request, reply, seen.refusal);
      return reply.send(shownPreview(seen.value));
    },
  );
};

function shownPreview({ before, after }: Preview): z.infer<typeof previewSchema> {
  return { before: before.map(shown), after: after.map(shown) };
}

function shown(person: Compared): z.infer<typeof comparedSchema> {
  return {
    ...person,
    identifiers: [...person.identifiers],
    places: { ...person.places },
    traits: Object.fromEntries(
      Object.entries(person.traits).map(([name, value]) => [
        name,
        typeof value === 'object' ? [...value] : value,
      ]),
    ),
  };
}
