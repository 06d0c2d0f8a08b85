import { accept } from '@nardeban/core/values';
import { recordDeed } from '../../../platform/audit/index.ts';
import { askerOf, refusals, type Routes } from '../../../platform/http/index.ts';
import { endPromise, makePromise, renewPromise } from './promises.ts';
import { newPromiseBody, promiseEndBody, promiseRenewBody } from './schemas.ts';
import { done, doneSchema, madeSchema, one, tags, tellerOf, writing } from './route-parts.ts';
import { promisedBy } from './talks.ts';
import { playerOf, whomOf } from './whom.ts';

/** What was promised, kept, broken and promised again. */
export const promiseRoutes: Routes = (app, { writes, clock }) => {
  app.post(
    '/v1/sales/promises',
    {
      config: writing,
      schema: {
        operationId: 'makeSalesPromise',
        tags,
        description: 'Keeps what was promised and by when, and plans a follow-up for that day.',
        body: newPromiseBody,
        response: { 201: madeSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { person, deal, saidBy = {}, owner, ...made } = request.body;
      const teller = tellerOf(request, clock.now());
      await writes.inBusiness(request, reply, async (tx) => {
        const whom = await whomOf(tx, { person, deal });
        if (!whom.ok) return whom;
        const player = await playerOf(tx, saidBy);
        if (!player.ok) return player;
        const by = await promisedBy(tx, { ...made, owner: owner ?? null }, whom.value, teller, player.value);
        if (!by.ok) return by;
        const kept = await makePromise(tx, business, whom.value, {
          ...made,
          ...by.value,
          talk: null,
          replaces: null,
          by: teller.by,
          at: teller.now,
        });
        return kept.ok ? accept({ status: 201 as const, body: kept.value }) : kept;
      });
      return reply;
    },
  );

  app.post(
    '/v1/sales/promises/:id/end',
    {
      config: writing,
      schema: {
        operationId: 'endSalesPromise',
        tags,
        description: 'What came of a promise. One that was broken may still be kept, late.',
        params: one,
        body: promiseEndBody,
        response: { 200: doneSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { revision, ...ended } = request.body;
      const { id } = request.params;
      await writes.inBusiness(request, reply, async (tx) => {
        const how = { ...ended, by: asker.name, at: clock.now() };
        const over = await endPromise(tx, asker.business, { id, revision }, how);
        if (!over.ok) return over;
        await recordDeed(tx, {
          by: asker,
          deed: 'sales.promise_ended',
          about: { kind: 'promise', id: String(id) },
          detail: { state: ended.state },
        });
        return accept(done);
      });
      return reply;
    },
  );

  app.post(
    '/v1/sales/promises/:id/renew',
    {
      config: writing,
      schema: {
        operationId: 'renewSalesPromise',
        tags,
        description:
          'Agrees on another day or another thing: the promise that was seen is let go and stays readable.',
        params: one,
        body: promiseRenewBody,
        response: { 201: madeSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business, name: by } = askerOf(request);
      const { revision, text = null, ...renewed } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const asked = { id: request.params.id, revision };
        const made = await renewPromise(tx, business, asked, { ...renewed, text, by, at: clock.now() });
        return made.ok ? accept({ status: 201 as const, body: made.value }) : made;
      });
      return reply;
    },
  );
};
