import { accept, type Instant, isoDay, zoneOf } from '@nardeban/core/values';
import { z } from 'zod';
import { askerOf, idText, paging, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { changeNote, endNote, historyOfNote, keepNote } from './notes.ts';
import { openPromises } from './promises.ts';
import { memoryOf } from './reading.ts';
import { endRole, keepRole } from './roles.ts';
import {
  memorySchema,
  newNoteBody,
  newRoleBody,
  noteChangeBody,
  notesBody,
  promiseKept,
  talkBody,
  wantingSchema,
} from './schemas.ts';
import { tellTalk } from './talks.ts';
import { done, doneSchema, madeSchema, one, reading, tags, tellerOf, writing } from './route-parts.ts';
import { promiseRoutes } from './promise-routes.ts';
import { whoWants, wishKinds } from './wants.ts';
import { playerOf, whomOf } from './whom.ts';

const PAGE = 50;
const today = (business: Business, now: Instant): string => isoDay(zoneOf(business.zone).dayOf(now));

/** What was said with a customer: conversations, notes, parts, promises, and who wants what. */
export const memoryRoutes: Routes = (app, parts) => {
  readingRoutes(app, parts);
  listRoutes(app, parts);
  talkRoute(app, parts);
  noteRoutes(app, parts);
  roleRoutes(app, parts);
  promiseRoutes(app, parts);
};

const readingRoutes: Routes = (app, { database, clock }) => {
  app.get(
    '/v1/sales/people/:id/memory',
    {
      config: reading,
      schema: {
        operationId: 'salesMemory',
        tags,
        description:
          'What stands of what was said with somebody; with a deal, what is about it or in general.',
        params: one,
        querystring: z.strictObject({ deal: idText.optional() }),
        response: { 200: memorySchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const found = await database.withBusiness(business.id, async (tx) => {
        const whom = await whomOf(tx, { person: request.params.id, deal: request.query.deal });
        return whom.ok ? accept(await memoryOf(tx, business, whom.value, clock.now())) : whom;
      });
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      return reply.send(memorySchema.parse(found.value));
    },
  );

  app.get(
    '/v1/sales/memory/:id/history',
    {
      config: reading,
      schema: {
        operationId: 'salesNoteHistory',
        tags,
        description: 'What was said and all that it was said to be before, the newest first.',
        params: one,
        response: { 200: notesBody, ...refusals },
      },
    },
    async (request, reply) => {
      const found = await database.withBusiness(askerOf(request).business.id, (tx) =>
        historyOfNote(tx, request.params.id),
      );
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      return reply.send({ notes: [...found.value] });
    },
  );
};

const listRoutes: Routes = (app, { database, clock }) => {
  app.get(
    '/v1/sales/wants',
    {
      config: reading,
      schema: {
        operationId: 'salesWants',
        tags,
        description:
          'Who needs, wants or likes what every word of `product` is found in, in any spelling; without it, everybody. The newest first.',
        querystring: z.strictObject({
          ...paging,
          product: z.string().trim().max(200).default(''),
          kind: z.enum(wishKinds).optional(),
        }),
        response: {
          200: z.strictObject({ wants: z.array(wantingSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { product, kind, after, limit = PAGE } = request.query;
      const page = await database.withBusiness(askerOf(request).business.id, (tx) =>
        whoWants(tx, {
          product,
          kinds: kind === undefined ? wishKinds : [kind],
          after: after ?? null,
          limit,
        }),
      );
      return { wants: [...page.wants], next: page.next };
    },
  );

  app.get(
    '/v1/sales/promises',
    {
      config: reading,
      schema: {
        operationId: 'salesPromises',
        tags,
        description: 'Open promises of everybody by their day, the oldest first.',
        querystring: z.strictObject({
          after: z
            .string()
            .regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9]{1,15}$/)
            .optional(),
          limit: paging.limit,
          overdue: z.enum(['true', 'false']).optional().describe('Only those whose day is over.'),
          owner: z.string().max(100).optional().describe('Those that one member of staff is to keep.'),
        }),
        response: {
          200: z.strictObject({ promises: z.array(promiseKept), next: z.string().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      const { after, limit = PAGE, overdue, owner } = request.query;
      const [dueOn = '', id = ''] = after?.split('_') ?? [];
      const page = await database.withBusiness(business.id, (tx) =>
        openPromises(
          tx,
          {
            overdue: overdue === 'true',
            owner: owner ?? null,
            after: after === undefined ? null : { dueOn, id: Number(id) },
            limit,
          },
          today(business, clock.now()),
        ),
      );
      return { promises: [...page.promises], next: page.next };
    },
  );
};

const talkRoute: Routes = (app, { writes, clock }) => {
  app.post(
    '/v1/sales/talks',
    {
      config: writing,
      schema: {
        operationId: 'tellTalk',
        tags,
        description:
          'Puts down a conversation with everything that was said in it, and the next step: all of it or nothing.',
        body: talkBody,
        response: { 201: z.strictObject({ id: z.int(), followUp: z.int().nullable() }), ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { person, deal, at, saidBy, next, roles, promises, ...told } = request.body;
      const now = clock.now();
      await writes.inBusiness(request, reply, async (tx) => {
        const whom = await whomOf(tx, { person, deal });
        if (!whom.ok) return whom;
        const talk = await tellTalk(
          tx,
          business,
          whom.value,
          {
            ...told,
            at: at ?? now,
            saidBy: saidBy ?? {},
            roles: roles.map((role) => ({ ...role, belonging: role.belonging ?? null })),
            promises: promises.map((promise) => ({ ...promise, owner: promise.owner ?? null })),
            next: next == null ? null : { ...next, owner: next.owner ?? null },
          },
          tellerOf(request, now),
        );
        return talk.ok ? accept({ status: 201 as const, body: talk.value }) : talk;
      });
      return reply;
    },
  );
};

const noteRoutes: Routes = (app, { writes, clock }) => {
  app.post(
    '/v1/sales/memory',
    {
      config: writing,
      schema: {
        operationId: 'keepSalesNote',
        tags,
        description: 'Keeps one thing that was said.',
        body: newNoteBody,
        response: { 201: madeSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { note, saidBy = {}, saidAt, ...asked } = request.body;
      const { by, now } = tellerOf(request, clock.now());
      await writes.inBusiness(request, reply, async (tx) => {
        const whom = await whomOf(tx, asked);
        if (!whom.ok) return whom;
        const player = await playerOf(tx, saidBy);
        if (!player.ok) return player;
        const said = { player: player.value, saidAt: saidAt ?? now, talk: null, by, at: now };
        const kept = await keepNote(tx, askerOf(request).business, whom.value, note, said);
        return kept.ok ? accept({ status: 201 as const, body: kept.value }) : kept;
      });
      return reply;
    },
  );

  app.put(
    '/v1/sales/memory/:id',
    {
      config: writing,
      schema: {
        operationId: 'changeSalesNote',
        tags,
        description:
          'Says it otherwise: a new note takes the place of this one, which stays readable. One that was changed meanwhile is refused.',
        params: one,
        body: noteChangeBody,
        response: { 200: madeSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { note, saidBy } = request.body;
      const { by, now } = tellerOf(request, clock.now());
      await writes.inBusiness(request, reply, async (tx) => {
        const player = saidBy === undefined ? accept(null) : await playerOf(tx, saidBy);
        if (!player.ok) return player;
        const said = { player: player.value, saidAt: now, talk: null, by, at: now };
        const changed = await changeNote(tx, askerOf(request).business, request.params.id, note, said);
        return changed.ok ? accept({ status: 200 as const, body: changed.value }) : changed;
      });
      return reply;
    },
  );

  app.post(
    '/v1/sales/memory/:id/end',
    {
      config: writing,
      schema: {
        operationId: 'endSalesNote',
        tags,
        description: 'It no longer holds: it never did (`withdrawn`), or it is over. It stays readable.',
        params: one,
        body: z.strictObject({ why: z.enum(['withdrawn', 'over']) }),
        response: { 200: doneSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { by, now: at } = tellerOf(request, clock.now());
      await writes.inBusiness(request, reply, async (tx) => {
        const ended = await endNote(tx, askerOf(request).business, request.params.id, {
          ...request.body,
          by,
          at,
        });
        return ended.ok ? accept(done) : ended;
      });
      return reply;
    },
  );
};

const roleRoutes: Routes = (app, { writes, clock }) => {
  app.post(
    '/v1/sales/roles',
    {
      config: writing,
      schema: {
        operationId: 'keepSalesRole',
        tags,
        description:
          'Keeps who plays a part in what somebody buys: decides, pays, uses. The same part of the same player is kept once.',
        body: newRoleBody,
        response: { 201: madeSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { person, deal, role, note, belonging, ...asked } = request.body;
      const { by, now: at } = tellerOf(request, clock.now());
      await writes.inBusiness(request, reply, async (tx) => {
        const whom = await whomOf(tx, { person, deal });
        if (!whom.ok) return whom;
        const player = await playerOf(tx, asked);
        if (!player.ok) return player;
        const kept = await keepRole(tx, business, whom.value, {
          role,
          player: player.value,
          note,
          belonging: belonging ?? null,
          talk: null,
          by,
          at,
        });
        return kept.ok ? accept({ status: 201 as const, body: kept.value }) : kept;
      });
      return reply;
    },
  );

  app.post(
    '/v1/sales/roles/:id/end',
    {
      config: writing,
      schema: {
        operationId: 'endSalesRole',
        tags,
        params: one,
        body: z.strictObject({}),
        response: { 200: doneSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { by, now: at } = tellerOf(request, clock.now());
      await writes.inBusiness(request, reply, async (tx) => {
        const ended = await endRole(tx, request.params.id, { by, at });
        return ended.ok ? accept(done) : ended;
      });
      return reply;
    },
  );
};
