import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../platform/audit/index.ts';
import { askerOf, idText, refusals, refuseWith, type Routes } from '../../platform/http/index.ts';
import { columnSchema, MOST_COLUMNS } from './columns.ts';
import { criteriaInput, filterSchema } from './filter.ts';
import { listPeople, MOST_ROWS } from './listing.ts';
import { orderSchema } from './orders.ts';
import { pageSchema, segmentSchema } from './schemas.ts';
import { changeSegment, listSegments, makeSegment, removeSegment, segmentById } from './segments.ts';
import type { Segment } from './segment-store.ts';
import { wordsInUse } from './words-in-use.ts';

const placeText = z.string().min(1).max(2000);
const tags = ['people'];

/** The list of people, and the segments it is filtered by. */
export const listRoutes: Routes = (app, parts) => {
  readingRoutes(app, parts);
  segmentRoutes(app, parts);
};

const readingRoutes: Routes = (app, { database, clock }) => {
  app.post(
    '/v1/people/list',
    {
      config: { scope: 'people:read' },
      schema: {
        operationId: 'listPeople',
        tags,
        description:
          'A page of people, in order and filtered. It changes nothing; it is a POST because a filter has no room in an address. ' +
          'The work of one request is bounded: a page may hold fewer than asked for, or nobody, and `next` then says where to go on.',
        body: z.strictObject({
          filter: filterSchema.optional(),
          search: z.string().max(200).optional(),
          order: orderSchema.optional(),
          columns: z.array(columnSchema).max(MOST_COLUMNS).optional(),
          after: placeText.optional(),
          before: placeText.optional(),
          limit: z.int().min(1).max(MOST_ROWS).optional(),
        }),
        response: { 200: pageSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const page = await listPeople(database, askerOf(request).business, request.body, clock.now());
      if (!page.ok) return refuseWith(request, reply, page.refusal);
      return reply.send({
        ...page.value,
        people: page.value.people.map((person) => ({
          ...person,
          tags: [...person.tags],
          places: { ...person.places },
          traits: Object.fromEntries(
            Object.entries(person.traits).map(([name, value]) => [
              name,
              typeof value === 'object' ? [...value] : value,
            ]),
          ),
        })),
      });
    },
  );

  app.get(
    '/v1/people/words',
    {
      config: { scope: 'people:read' },
      schema: {
        operationId: 'wordsInUse',
        tags,
        description:
          'Tags and traits to choose from: those of the people the business met last, and not every one there is.',
        response: {
          200: z.strictObject({
            tags: z.array(z.string()),
            traits: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
          }),
          ...refusals,
        },
      },
    },
    async (request) => database.withBusiness(askerOf(request).business.id, wordsInUse, { readOnly: true }),
  );
};

const segmentRoutes: Routes = (app, { database, writes }) => {
  const reading = { scope: 'people:read' } as const;
  const writing = { scope: 'people:write' } as const;
  const one = z.strictObject({ id: idText });
  const said = { name: z.string().min(1).max(200), criteria: criteriaInput };

  app.get(
    '/v1/segments',
    {
      config: reading,
      schema: {
        operationId: 'listSegments',
        tags,
        response: { 200: z.strictObject({ segments: z.array(segmentSchema) }), ...refusals },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      const segments = await database.withBusiness(business.id, (tx) => listSegments(tx, business));
      return { segments: segments.map(shown) };
    },
  );

  app.get(
    '/v1/segments/:id',
    {
      config: reading,
      schema: { operationId: 'segment', tags, params: one, response: { 200: segmentSchema, ...refusals } },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { id } = request.params;
      const segment = await database.withBusiness(business.id, (tx) => segmentById(tx, business, id));
      if (segment === null)
        return refuseWith(request, reply, { code: 'segment_unknown', field: 'id', detail: { id } });
      return reply.send(shown(segment));
    },
  );

  app.post(
    '/v1/segments',
    {
      config: writing,
      schema: {
        operationId: 'makeSegment',
        tags,
        description: 'Saves it and begins to compute who is in it; from then on it is kept up like a ladder.',
        body: z.strictObject(said),
        response: { 201: segmentSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const made = await makeSegment(tx, by.business, request.body, by.name);
        if (!made.ok) return made;
        await tell(tx, by, made.value);
        return accept({ status: 201 as const, body: shown(made.value) });
      });
      return reply;
    },
  );

  app.put(
    '/v1/segments/:id',
    {
      config: writing,
      schema: {
        operationId: 'changeSegment',
        tags,
        params: one,
        body: z.strictObject({ ...said, revision: z.int().min(1) }),
        response: { 200: segmentSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const changed = await changeSegment(tx, by.business, request.params.id, request.body, by.name);
        if (!changed.ok) return changed;
        await tell(tx, by, changed.value);
        return accept({ status: 200 as const, body: shown(changed.value) });
      });
      return reply;
    },
  );

  app.delete(
    '/v1/segments/:id',
    {
      config: writing,
      schema: {
        operationId: 'removeSegment',
        tags,
        params: one,
        querystring: z.strictObject({ revision: idText }),
        response: { 200: segmentSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { id } = request.params;
      await writes.inBusiness(request, reply, async (tx) => {
        const removed = await removeSegment(tx, by.business, id, request.query.revision);
        if (!removed.ok) return removed;
        await recordDeed(tx, {
          by,
          deed: 'segment.removed',
          about: { kind: 'segment', id },
          detail: { name: removed.value.name },
        });
        return accept({ status: 200 as const, body: shown(removed.value) });
      });
      return reply;
    },
  );
};

function tell(
  tx: Parameters<typeof recordDeed>[0],
  by: ReturnType<typeof askerOf>,
  segment: Segment,
): Promise<void> {
  return recordDeed(tx, {
    by,
    deed: 'segment.saved',
    about: { kind: 'segment', id: segment.id },
    detail: { name: segment.name, revision: segment.revision },
  });
}

function shown(segment: Segment): z.infer<typeof segmentSchema> {
  return { ...segment };
}
