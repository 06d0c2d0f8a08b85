import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../platform/audit/index.ts';
import { askerOf, idText, paging, refusals, refuseWith, type Routes } from '../../platform/http/index.ts';
import { addIdentifier, editableKinds, removeIdentifier } from '../people/index.ts';
import { ordersOf } from './orders.ts';
import { answered, done, doneSchema } from './answers.ts';
import { endRelation, relationKinds, relationsOf, stateRelation } from './relations.ts';
import { setTag, setTrait } from './traits.ts';

const relationSchema = z
  .strictObject({
    id: z.int(),
    kind: z.enum(relationKinds),
    outward: z.boolean().describe('Whether this person buys for, or works at, the other one.'),
    other: z.strictObject({
      id: z.int(),
      name: z.string().nullable(),
      kind: z.enum(['person', 'organisation']),
    }),
    role: z.string().nullable(),
    by: z.string(),
    at: z.number(),
  })
  .meta({ id: 'Relation' });

const orderSchema = z
  .strictObject({
    order: z.string(),
    at: z.number(),
    amount: z
      .int()
      .nullable()
      .describe('Minor units: paid, or else placed; null where only a return is known.'),
    paid: z.boolean(),
    returned: z.int(),
    channel: z.string().nullable(),
    branch: z.string().nullable(),
    method: z.string().nullable(),
    products: z.array(
      z.strictObject({ name: z.string(), quantity: z.number().nullable(), amount: z.int().nullable() }),
    ),
    facts: z.array(z.int()),
  })
  .meta({ id: 'PersonOrder' });

const told = z.union([z.string().trim().min(1).max(2000), z.number(), z.boolean()]);
const tagText = z.string().trim().min(1).max(100);
const identifierBody = z.strictObject({
  kind: z.enum(editableKinds),
  value: z.string().trim().min(1).max(254).describe('In any spelling.'),
});
const identifierSchema = z.strictObject({ kind: z.enum(editableKinds), value: z.string() });

const ORDERS_PER_PAGE = 20;

/** What members of staff say of a person by hand, and what the person's facts add up to. */
export const dossierRoutes: Routes = (app, { database, writes, clock }) => {
  const reading = { scope: 'people:read' } as const;
  const writing = { scope: 'people:write' } as const;
  const tags = ['people'];
  const one = z.strictObject({ id: idText });

  app.get(
    '/v1/people/:id/relations',
    {
      config: reading,
      schema: {
        operationId: 'relationsOf',
        tags,
        params: one,
        response: { 200: z.strictObject({ relations: z.array(relationSchema) }), ...refusals },
      },
    },
    async (request, reply) => {
      const relations = await database.withBusiness(askerOf(request).business.id, (tx) =>
        relationsOf(tx, request.params.id),
      );
      if (!relations.ok) return refuseWith(request, reply, relations.refusal);
      return reply.send({ relations: [...relations.value] });
    },
  );

  app.post(
    '/v1/people/:id/relations',
    {
      config: writing,
      schema: {
        operationId: 'stateRelation',
        tags,
        params: one,
        body: z.strictObject({
          kind: z.enum(relationKinds),
          outward: z.boolean().default(true),
          other: z.int().min(1),
          role: z.string().trim().min(1).max(100).optional(),
        }),
        response: { 201: z.strictObject({ id: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { role, ...stated } = request.body;
      const personId = request.params.id;
      await writes.inBusiness(request, reply, async (tx) =>
        answered(
          201,
          await stateRelation(tx, asker.business, {
            personId,
            ...stated,
            role: role ?? null,
            by: asker.name,
            at: clock.now(),
          }),
        ),
      );
      return reply;
    },
  );

  app.delete(
    '/v1/people/:id/relations/:relation',
    {
      config: writing,
      schema: {
        operationId: 'endRelation',
        tags,
        params: z.strictObject({ id: idText, relation: idText }),
        response: { 200: doneSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { id: personId, relation } = request.params;
      await writes.inBusiness(request, reply, async (tx) =>
        done(
          await endRelation(tx, asker.business, { personId, id: relation, by: asker.name, at: clock.now() }),
        ),
      );
      return reply;
    },
  );

  app.get(
    '/v1/people/:id/orders',
    {
      config: reading,
      schema: {
        operationId: 'ordersOf',
        tags,
        params: one,
        querystring: z.strictObject({ ...paging, after: z.string().max(250).optional() }),
        response: {
          200: z.strictObject({ orders: z.array(orderSchema), next: z.string().nullable() }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { after, limit = ORDERS_PER_PAGE } = request.query;
      const page = await database.withBusiness(askerOf(request).business.id, (tx) =>
        ordersOf(tx, request.params.id, { after, limit }),
      );
      if (!page.ok) return refuseWith(request, reply, page.refusal);
      const orders = page.value.orders.map((order) => ({
        ...order,
        products: [...order.products],
        facts: [...order.facts],
      }));
      return reply.send({ orders, next: page.value.next });
    },
  );

  app.post(
    '/v1/people/:id/traits',
    {
      config: writing,
      schema: {
        operationId: 'setTrait',
        tags,
        params: one,
        body: z.strictObject({
          trait: z.string().trim().min(1).max(100).describe('`name` is what the person is called.'),
          value: told,
          was: told.nullable().describe('The value you saw; another one standing there is refused.'),
        }),
        response: { 201: doneSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const personId = request.params.id;
      await writes.inBusiness(request, reply, async (tx) => {
        const set = await setTrait(tx, asker.business, { personId, ...request.body, at: clock.now() });
        if (!set.ok) return set;
        await recordDeed(tx, {
          by: asker,
          deed: 'person.changed',
          about: { kind: 'person', id: personId },
          detail: { trait: request.body.trait },
        });
        return accept({ status: 201 as const, body: { done: true as const } });
      });
      return reply;
    },
  );

  app.post(
    '/v1/people/:id/tags',
    {
      config: writing,
      schema: {
        operationId: 'setTag',
        tags,
        params: one,
        body: z.strictObject({ tag: tagText, on: z.boolean() }),
        response: { 200: doneSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const personId = request.params.id;
      await writes.inBusiness(request, reply, async (tx) =>
        done(await setTag(tx, business, { personId, ...request.body, at: clock.now() })),
      );
      return reply;
    },
  );

  for (const [suffix, operationId, deed] of [
    ['', 'addIdentifier', addIdentifier],
    ['/remove', 'removeIdentifier', removeIdentifier],
  ] as const) {
    app.post(
      `/v1/people/:id/identifiers${suffix}`,
      {
        config: writing,
        schema: {
          operationId,
          tags,
          params: one,
          body: identifierBody,
          response: { 200: identifierSchema, ...refusals },
        },
      },
      async (request, reply) => {
        const asker = askerOf(request);
        const personId = request.params.id;
        await writes.inBusiness(request, reply, async (tx) => {
          const changed = await deed(tx, asker.business, { personId, ...request.body });
          if (!changed.ok) return changed;
          await recordDeed(tx, {
            by: asker,
            deed: 'person.changed',
            about: { kind: 'person', id: personId },
            detail: { identifier: changed.value.kind },
          });
          return accept({ status: 200 as const, body: identifierSchema.parse(changed.value) });
        });
        return reply;
      },
    );
  }
};
