import { accept, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../platform/audit/index.ts';
import { askerOf, idText, paging, refusals, refuseWith, type Routes } from '../../platform/http/index.ts';
import { decideConflict, type Decision, openConflicts } from './conflicts.ts';
import { mergePeople, mergesOf, unmergePeople } from './merge.ts';
import { personById } from './person.ts';
import { searchPeople } from './search.ts';

const identifierSchema = z.strictObject({
  kind: z.enum(['external', 'mobile', 'email', 'anonymous']),
  value: z.string(),
});
const personKind = z.enum(['person', 'organisation']);

const foundSchema = z.strictObject({
  people: z.array(
    z.strictObject({
      id: z.int(),
      name: z.string().nullable(),
      kind: personKind,
      identifiers: z.array(identifierSchema),
    }),
  ),
});

const personSchema = z
  .strictObject({
    id: z.int().describe('The person they are now, also when a merged one was asked for.'),
    name: z.string().nullable(),
    kind: personKind,
    identifiers: z.array(identifierSchema),
    traits: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
    knownSince: z.number(),
    mergedFrom: z.array(z.int()),
  })
  .meta({ id: 'Person' });

const mergeSchema = z
  .strictObject({ mergeId: z.int(), loser: z.int(), winner: z.int() })
  .meta({ id: 'Merge' });
const mergesSchema = z.strictObject({
  merges: z.array(
    z.strictObject({ ...mergeSchema.shape, by: z.string(), reason: z.string().nullable(), at: z.number() }),
  ),
});

const conflictsSchema = z.strictObject({
  conflicts: z.array(
    z.strictObject({
      id: z.int(),
      kind: z.enum(['two_people', 'shared_identifier', 'likely']),
      candidates: z.array(z.int()),
      identifiers: z.array(identifierSchema),
      reasons: z.array(z.string()).describe('Of a likeness: why they are thought to be one.'),
      noticedAt: z.number(),
      facts: z.int().describe('How many facts wait for the decision.'),
    }),
  ),
  next: z.string().nullable(),
});

const decisionSchema = z.discriminatedUnion('decide', [
  z.strictObject({ decide: z.literal('assign'), person: z.int().min(1) }),
  z.strictObject({ decide: z.literal('merge'), into: z.int().min(1) }),
  z.strictObject({ decide: z.literal('dismiss') }),
]) satisfies z.ZodType<Decision>;

const CONFLICTS_PER_PAGE = 50;

/** Finding people, and saying who is who. */
export const peopleRoutes: Routes = (app, { database, writes }) => {
  const reading = { scope: 'people:read' } as const;
  const writing = { scope: 'people:write' } as const;
  const tags = ['people'];
  const one = z.strictObject({ id: idText });

  app.get(
    '/v1/people',
    {
      config: reading,
      schema: {
        operationId: 'searchPeople',
        tags,
        querystring: z.strictObject({
          search: z
            .string()
            .max(200)
            .default('')
            .describe('Part of a name, a number in any spelling, an e-mail, an id.'),
          limit: z.coerce.number().int().min(1).max(100).default(20),
        }),
        response: { 200: foundSchema, ...refusals },
      },
    },
    async (request) => {
      const { search, limit } = request.query;
      const found = await searchPeople(database, askerOf(request).business, search, limit);
      return { people: found.map((person) => ({ ...person, identifiers: [...person.identifiers] })) };
    },
  );

  app.get(
    '/v1/people/:id',
    {
      config: reading,
      schema: { operationId: 'person', tags, params: one, response: { 200: personSchema, ...refusals } },
    },
    async (request, reply) => {
      const { id } = request.params;
      const person = await database.withBusiness(askerOf(request).business.id, (tx) => personById(tx, id));
      if (person === null) return refuseWith(request, reply, unknown(id));
      const traits = Object.fromEntries(
        Object.entries(person.traits).map(([name, value]) => [
          name,
          typeof value === 'object' ? [...value] : value,
        ]),
      );
      const { identifiers, mergedFrom } = person;
      return reply.send({ ...person, traits, identifiers: [...identifiers], mergedFrom: [...mergedFrom] });
    },
  );

  app.get(
    '/v1/people/:id/merges',
    {
      config: reading,
      schema: { operationId: 'mergesOf', tags, params: one, response: { 200: mergesSchema, ...refusals } },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { id } = request.params;
      const merges = await database.withBusiness(business.id, async (tx) =>
        (await personById(tx, id)) === null ? null : mergesOf(tx, business, id),
      );
      if (merges === null) return refuseWith(request, reply, unknown(id));
      return reply.send({ merges });
    },
  );

  app.post(
    '/v1/merges',
    {
      config: writing,
      schema: {
        operationId: 'mergePeople',
        tags,
        body: z.strictObject({
          loser: z.int().min(1),
          winner: z.int().min(1),
          reason: z.string().trim().min(1).max(500).optional(),
        }),
        response: { 201: mergeSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business, name: by } = askerOf(request);
      const { loser, winner, reason } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const merged = await mergePeople(tx, business, {
          loser,
          winner,
          by,
          ...(reason === undefined ? {} : { reason }),
        });
        if (merged.ok)
          await recordDeed(tx, {
            by: askerOf(request),
            deed: 'people.merged',
            about: { kind: 'person', id: merged.value.winner },
            detail: { loser: merged.value.loser },
          });
        return answered(201, merged);
      });
      return reply;
    },
  );

  app.post(
    '/v1/merges/:id/undo',
    {
      config: writing,
      schema: {
        operationId: 'unmergePeople',
        tags,
        params: one,
        response: { 200: mergeSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business, name: by } = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const parted = await unmergePeople(tx, business, request.params.id, by);
        if (parted.ok)
          await recordDeed(tx, {
            by: askerOf(request),
            deed: 'people.unmerged',
            about: { kind: 'person', id: parted.value.winner },
            detail: { loser: parted.value.loser },
          });
        return answered(200, parted);
      });
      return reply;
    },
  );

  app.get(
    '/v1/conflicts',
    {
      config: reading,
      schema: {
        operationId: 'openConflicts',
        tags,
        querystring: z.strictObject(paging),
        response: { 200: conflictsSchema, ...refusals },
      },
    },
    async (request) => {
      const { after, limit = CONFLICTS_PER_PAGE } = request.query;
      const conflicts = await database.withBusiness(askerOf(request).business.id, (tx) =>
        openConflicts(tx, { limit, ...(after === undefined ? {} : { after }) }),
      );
      const last = conflicts.length === limit ? conflicts.at(-1) : undefined;
      return {
        conflicts: conflicts.map((conflict) => ({
          ...conflict,
          candidates: [...conflict.candidates],
          identifiers: [...conflict.identifiers],
          reasons: [...conflict.reasons],
        })),
        next: last === undefined ? null : String(last.id),
      };
    },
  );

  app.post(
    '/v1/conflicts/:id/decision',
    {
      config: writing,
      schema: {
        operationId: 'decideConflict',
        tags,
        params: one,
        body: decisionSchema,
        response: { 200: z.strictObject({ facts: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const { business, name: by } = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const decided = await decideConflict(tx, business, request.params.id, request.body, by);
        if (decided.ok)
          await recordDeed(tx, {
            by: askerOf(request),
            deed: 'conflict.decided',
            about: { kind: 'conflict', id: request.params.id },
            detail: { decision: request.body.decide, facts: decided.value.facts },
          });
        return answered(200, decided);
      });
      return reply;
    },
  );
};

function answered<Body>(status: 200 | 201, result: Result<Body>) {
  return result.ok ? accept({ status, body: result.value }) : result;
}

function unknown(id: number) {
  return { code: 'person_unknown', field: 'id', detail: { id } };
}
