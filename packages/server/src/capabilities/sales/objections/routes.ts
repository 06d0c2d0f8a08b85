import { looseKey, accept, refuse } from '@nardeban/core/values';
import { objectionKinds } from '@nardeban/core/sales';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import {
  askerOf,
  idText,
  languageText,
  paging,
  refusals,
  refuseWith,
  type Routes,
} from '../../../platform/http/index.ts';
import { dealById } from '../deals/index.ts';
import { counted, dealsBehind } from './counting.ts';
import {
  addAnswer,
  addObjection,
  addStarters,
  answerVersions,
  changeAnswer,
  changeObjection,
  listObjections,
  MOST_OBJECTIONS,
  objectionById,
  removeAnswer,
} from './library.ts';
import { answerObjection, raisedIn, raiseObjection, settleObjection } from './raising.ts';
import {
  answerChangeSchema,
  answerGivenSchema,
  answerVersionSchema,
  countedObjectionSchema,
  dealBehindSchema,
  keptAnswerSchema,
  keptObjectionSchema,
  newAnswerSchema,
  newObjectionSchema,
  objectionChangeSchema,
  raisedSchema,
  raiseSchema,
  settleSchema,
} from './schemas.ts';

const PAGE = 50;
const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;
const writing = { scope: 'sales:write' } as const;
const managing = { scope: 'sales:manage' } as const;
const one = z.strictObject({ id: idText });
const oneAnswer = z.strictObject({ id: idText, answer: idText });

/** The library of fears and answers with what they have been worth, and what was raised in a deal. */
export const objectionRoutes: Routes = (app, parts) => {
  libraryRoutes(app, parts);
  answerRoutes(app, parts);
  raisedRoutes(app, parts);
};

const libraryRoutes: Routes = (app, { database, writes, clock }) => {
  app.get(
    '/v1/sales/objections',
    {
      config: reading,
      schema: {
        operationId: 'listObjections',
        tags,
        description:
          'The library with how deals ended. With a deal: all that may be raised in it, what is about its products first.',
        querystring: z.strictObject({
          ...paging,
          state: z.enum(['active', 'archived', 'all']).optional(),
          kind: z.enum(objectionKinds).optional(),
          deal: idText.optional(),
        }),
        response: {
          200: z.strictObject({ objections: z.array(countedObjectionSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { limit = PAGE, state = 'active', deal: dealId, kind, after } = request.query;
      const found = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        if (dealId === undefined) {
          const asked = { state: state === 'all' ? null : state, kind, after, limit };
          const page = await listObjections(tx, asked);
          return accept({ objections: await counted(tx, page.objections), next: page.next });
        }
        const deal = await dealById(tx, dealId);
        if (deal === null) return refuse('deal_unknown', 'deal', { id: dealId });
        const wanted = new Set(deal.products.map(looseKey));
        const page = await listObjections(tx, { state: 'active', kind, limit: MOST_OBJECTIONS });
        const fitting = page.objections.filter(
          ({ products }) => products.length === 0 || products.some((name) => wanted.has(looseKey(name))),
        );
        const all = await counted(tx, fitting);
        const objections = all.sort(
          (a, b) =>
            Number(b.products.length > 0) - Number(a.products.length > 0) ||
            b.counts.raised - a.counts.raised ||
            a.id - b.id,
        );
        return accept({ objections, next: null });
      });
      return found.ok ? reply.send(found.value) : refuseWith(request, reply, found.refusal);
    },
  );

  app.post(
    '/v1/sales/objections',
    {
      config: writing,
      schema: {
        operationId: 'addObjection',
        tags,
        description: 'Puts a fear into the library, with answers to it.',
        body: newObjectionSchema,
        response: { 201: keptObjectionSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const added = await addObjection(tx, request.body, { by: by.name, now: clock.now() });
        return added.ok ? accept({ status: 201, body: added.value }) : added;
      });
      return reply;
    },
  );

  app.post(
    '/v1/sales/objections/starter',
    {
      config: writing,
      schema: {
        operationId: 'addStarterObjections',
        tags,
        description: 'Adds those of the ten common fears, with answers, that are not in the library yet.',
        body: z.strictObject({ language: languageText }),
        response: { 201: z.strictObject({ added: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const added = await addStarters(tx, request.body.language, { by: by.name, now: clock.now() });
        return added.ok ? accept({ status: 201, body: added.value }) : added;
      });
      return reply;
    },
  );

  app.put(
    '/v1/sales/objections/:id',
    {
      config: managing,
      schema: {
        operationId: 'changeObjection',
        tags,
        description: 'Words it anew, or puts it away: what was raised before stays.',
        params: one,
        body: objectionChangeSchema,
        response: { 200: keptObjectionSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { id } = request.params;
      await writes.inBusiness(request, reply, async (tx) => {
        const changed = await changeObjection(tx, id, request.body, { by: by.name, now: clock.now() });
        if (!changed.ok) return changed;
        const detail = { name: changed.value.title, state: changed.value.state };
        await recordDeed(tx, { by, deed: 'objection.changed', about: { kind: 'objection', id }, detail });
        return accept({ status: 200, body: changed.value });
      });
      return reply;
    },
  );

  app.get(
    '/v1/sales/objections/:id/deals',
    {
      config: reading,
      schema: {
        operationId: 'objectionDeals',
        tags,
        description: 'The deals behind the numbers: those in which it was raised, or one answer to it given.',
        params: one,
        querystring: z.strictObject({ ...paging, answer: idText.optional() }),
        response: {
          200: z.strictObject({ deals: z.array(dealBehindSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { limit = PAGE, after, answer } = request.query;
      const found = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const objection = await objectionById(tx, request.params.id);
        return objection.ok
          ? accept(await dealsBehind(tx, { objection: objection.value.id, answer, after, limit }))
          : objection;
      });
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      return reply.send({ deals: [...found.value.deals], next: found.value.next });
    },
  );
};

const answerRoutes: Routes = (app, { database, writes, clock }) => {
  app.post(
    '/v1/sales/objections/:id/answers',
    {
      config: writing,
      schema: {
        operationId: 'addObjectionAnswer',
        tags,
        params: one,
        body: newAnswerSchema,
        response: { 201: keptAnswerSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const { id } = request.params;
        const added = await addAnswer(tx, id, request.body.words, { by: by.name, now: clock.now() });
        return added.ok ? accept({ status: 201, body: added.value }) : added;
      });
      return reply;
    },
  );

  app.put(
    '/v1/sales/objections/:id/answers/:answer',
    {
      config: managing,
      schema: {
        operationId: 'changeObjectionAnswer',
        tags,
        description: 'New words are a new version; what was said before stays as it was said.',
        params: oneAnswer,
        body: answerChangeSchema,
        response: { 200: keptAnswerSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const { id: objection, answer } = request.params;
        const author = { by: by.name, now: clock.now() };
        const changed = await changeAnswer(tx, { objection, answer }, request.body, author);
        if (!changed.ok) return changed;
        const detail = { name: changed.value.words.slice(0, 100), state: changed.value.state };
        await recordDeed(tx, {
          by,
          deed: 'objection.answer_changed',
          about: { kind: 'objection', id: objection },
          detail,
        });
        return accept({ status: 200, body: changed.value });
      });
      return reply;
    },
  );

  app.delete(
    '/v1/sales/objections/:id/answers/:answer',
    {
      config: managing,
      schema: {
        operationId: 'removeObjectionAnswer',
        tags,
        description: 'Takes back an answer nobody has given; one that was given can be archived.',
        params: oneAnswer,
        response: { 200: z.strictObject({ done: z.literal(true) }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness<{ done: true }>(request, reply, async (tx) => {
        const { id: objection, answer } = request.params;
        const removed = await removeAnswer(tx, { objection, answer });
        if (!removed.ok) return removed;
        const about = { kind: 'objection', id: objection };
        await recordDeed(tx, { by, deed: 'objection.answer_removed', about, detail: {} });
        return accept({ status: 200, body: { done: true } });
      });
      return reply;
    },
  );

  app.get(
    '/v1/sales/objections/:id/answers/:answer/versions',
    {
      config: reading,
      schema: {
        operationId: 'objectionAnswerVersions',
        tags,
        description: 'How it was worded, the last first.',
        params: oneAnswer,
        response: { 200: z.strictObject({ versions: z.array(answerVersionSchema) }), ...refusals },
      },
    },
    async (request, reply) => {
      const { id: objection, answer } = request.params;
      const found = await database.withBusiness(askerOf(request).business.id, (tx) =>
        answerVersions(tx, { objection, answer }),
      );
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      return reply.send({ versions: [...found.value] });
    },
  );
};

const raisedRoutes: Routes = (app, { database, writes, clock }) => {
  const oneRaise = z.strictObject({ id: idText, raise: idText });

  app.get(
    '/v1/sales/deals/:id/objections',
    {
      config: reading,
      schema: {
        operationId: 'dealObjections',
        tags,
        description: 'What was raised in a deal, which answers were given, and what came of it.',
        params: one,
        response: { 200: z.strictObject({ raised: z.array(raisedSchema) }), ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const found = await database.withBusiness(askerOf(request).business.id, async (tx) =>
        (await dealById(tx, id)) === null ? null : raisedIn(tx, id),
      );
      if (found === null)
        return refuseWith(request, reply, { code: 'deal_unknown', field: 'id', detail: { id } });
      return reply.send({ raised: found });
    },
  );

  app.post(
    '/v1/sales/deals/:id/objections',
    {
      config: writing,
      schema: {
        operationId: 'raiseObjection',
        tags,
        description:
          'They said what holds them back: one of the library, or something new that goes into it.',
        params: one,
        body: raiseSchema,
        response: { 201: raisedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const author = { by: by.name, now: clock.now() };
        const { add, note = '' } = request.body;
        let { objection } = request.body;
        if (add !== undefined && objection === undefined) {
          const added = await addObjection(tx, add, author);
          if (!added.ok) return added;
          objection = added.value.id;
        }
        if (objection === undefined) return refuse('objection_missing', 'objection');
        const raised = await raiseObjection(
          tx,
          by.business,
          { deal: request.params.id, objection, note },
          author,
        );
        return raised.ok ? accept({ status: 201, body: raised.value }) : raised;
      });
      return reply;
    },
  );

  app.post(
    '/v1/sales/deals/:id/objections/:raise/answers',
    {
      config: writing,
      schema: {
        operationId: 'answerObjection',
        tags,
        description: 'What was answered, and whether that settled it.',
        params: oneRaise,
        body: answerGivenSchema,
        response: { 201: raisedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const author = { by: by.name, now: clock.now() };
        const { id: deal, raise } = request.params;
        const { add, settled, note = '', revision } = request.body;
        let { answer } = request.body;
        if (add !== undefined && answer === undefined) {
          const about = (await raisedIn(tx, deal)).find((known) => known.id === raise);
          if (about === undefined) return refuse('objection_raise_unknown', 'raise');
          const added = await addAnswer(tx, about.objection, add, author);
          if (!added.ok) return added;
          answer = added.value.id;
        }
        if (answer === undefined) return refuse('objection_answer_missing', 'answer');
        const asked = { deal, raise, answer, settled, note, revision };
        const answered = await answerObjection(tx, by.business, asked, author);
        return answered.ok ? accept({ status: 201, body: answered.value }) : answered;
      });
      return reply;
    },
  );

  app.put(
    '/v1/sales/deals/:id/objections/:raise',
    {
      config: writing,
      schema: {
        operationId: 'settleObjection',
        tags,
        description: 'It is settled after all, or open again.',
        params: oneRaise,
        body: settleSchema,
        response: { 200: raisedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const { id: deal, raise } = request.params;
        const { state, note = '', revision } = request.body;
        const asked = { deal, raise, state, note, revision };
        const settled = await settleObjection(tx, by.business, asked, { by: by.name, now: clock.now() });
        return settled.ok ? accept({ status: 200, body: settled.value }) : settled;
      });
      return reply;
    },
  );
};
