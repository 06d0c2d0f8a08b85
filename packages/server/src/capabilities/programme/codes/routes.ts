import { accept, refuse } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import { askerOf, idText, paging, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import {
  type Batch,
  batchById,
  changeBatch,
  drawBatch,
  listBatches,
  type OfferMayBeBrought,
  resumeBatch,
  sealBatch,
  stopBatch,
  wordBatch,
} from './batches.ts';
import { codeRoutesWith } from './code-routes.ts';
import { printRoutes } from './print-routes.ts';
import { batchChangeSchema, batchSchema, newBatchSchema, offerKey } from './schemas.ts';

const PAGE = 50;
const tags = ['club'];
const reading = { scope: 'club:read' } as const;
const writing = { scope: 'club:write' } as const;
const one = z.strictObject({ id: idText });

/** Vouchers: batches of codes, what they are good for, and the codes themselves to be printed. */
export function voucherRoutesWith(mayBeBrought: OfferMayBeBrought): Routes {
  return (app, parts) => {
    batchRoutes(app, parts);
    newBatchRoute(mayBeBrought)(app, parts);
    makingRoutes(app, parts);
    codeRoutesWith(mayBeBrought)(app, parts);
    printRoutes(app, parts);
  };
}

const batchRoutes: Routes = (app, { database, writes, clock }) => {
  app.get(
    '/v1/club/vouchers',
    {
      config: reading,
      schema: {
        operationId: 'listVoucherBatches',
        tags,
        description: 'Codes that were made together, the newest first.',
        querystring: z.strictObject({
          ...paging,
          offer: offerKey.optional(),
          name: z.string().trim().min(1).max(200).optional(),
        }),
        response: {
          200: z.strictObject({ batches: z.array(batchSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { limit = PAGE, ...asked } = request.query;
      const page = await database.withBusiness(askerOf(request).business.id, (tx) =>
        listBatches(tx, { ...asked, limit }),
      );
      return { batches: [...page.batches], next: page.next };
    },
  );

  app.get(
    '/v1/club/vouchers/:id',
    {
      config: reading,
      schema: { operationId: 'voucherBatch', tags, params: one, response: { 200: batchSchema, ...refusals } },
    },
    async (request, reply) => {
      const found = await database.withBusiness(askerOf(request).business.id, (tx) =>
        batchById(tx, request.params.id),
      );
      return found.ok ? reply.send(found.value) : refuseWith(request, reply, found.refusal);
    },
  );

  app.put(
    '/v1/club/vouchers/:id',
    {
      config: writing,
      schema: {
        operationId: 'changeVoucherBatch',
        tags,
        description: 'What all codes of a batch are good for; switches them off and on.',
        params: one,
        body: batchChangeSchema,
        response: { 200: batchSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { id } = request.params;
      await writes.inBusiness<Batch>(request, reply, async (tx) => {
        const changed = await changeBatch(tx, id, request.body, { by: asker.name, now: clock.now() });
        if (!changed.ok) return changed;
        const { name, disabled } = changed.value;
        const about = { kind: 'voucher-batch', id };
        await recordDeed(tx, { by: asker, deed: 'vouchers.changed', about, detail: { name, disabled } });
        return accept({ status: 200, body: changed.value });
      });
      return reply;
    },
  );
};

function newBatchRoute(mayBeBrought: OfferMayBeBrought): Routes {
  return (app, { writes, clock }) => {
    app.post(
      '/v1/club/vouchers',
      {
        config: writing,
        schema: {
          operationId: 'makeVouchers',
          tags,
          description:
            'Makes codes: `count` of them drawn by chance, or one `word` that somebody chose. Up to 2,000 are there with the answer; more are made in the background, and `made` says how far it is.',
          body: newBatchSchema,
          response: { 201: batchSchema, 202: batchSchema, ...refusals },
        },
      },
      async (request, reply) => {
        const asker = askerOf(request);
        await writes.inBusiness<Batch>(request, reply, async (tx) => {
          const { count, word, ...terms } = request.body;
          if ((count === undefined) === (word === undefined)) return refuse('count_or_word', 'count');
          const fit = await mayBeBrought(tx, terms.offer, 'offer');
          if (!fit.ok) return fit;
          const author = { by: asker.name, now: clock.now() };
          const made =
            count === undefined
              ? await wordBatch(tx, asker.business, { ...terms, word: word ?? '' }, author)
              : await drawBatch(tx, asker.business, { ...terms, count }, author);
          if (!made.ok) return made;
          const { id, name, asked, state } = made.value;
          const about = { kind: 'voucher-batch', id };
          await recordDeed(tx, { by: asker, deed: 'vouchers.made', about, detail: { name, codes: asked } });
          return accept({ status: state === 'done' ? 201 : 202, body: made.value });
        });
        return reply;
      },
    );
  };
}

const makingRoutes: Routes = (app, { writes, clock }) => {
  for (const [verb, operationId, run] of [
    ['stop', 'stopVouchers', stopBatch],
    ['resume', 'resumeVouchers', null],
  ] as const) {
    app.post(
      `/v1/club/vouchers/:id/${verb}`,
      {
        config: writing,
        schema: { operationId, tags, params: one, response: { 202: batchSchema, ...refusals } },
      },
      async (request, reply) => {
        const { id } = request.params;
        await writes.inBusiness<Batch>(request, reply, async (tx) => {
          const done =
            run === null ? await resumeBatch(tx, askerOf(request).business, id) : await run(tx, id);
          return done.ok ? accept({ status: 202, body: done.value }) : done;
        });
        return reply;
      },
    );
  }

  app.post(
    '/v1/club/vouchers/:id/seal',
    {
      config: writing,
      schema: {
        operationId: 'sealVouchers',
        tags,
        description:
          'Takes away what the codes can be made out from: from then on nobody can list or print them, and they are good all the same.',
        params: one,
        body: z.strictObject({ revision: z.int().min(1) }),
        response: { 200: batchSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { id } = request.params;
      await writes.inBusiness<Batch>(request, reply, async (tx) => {
        const author = { by: asker.name, now: clock.now() };
        const sealed = await sealBatch(tx, id, request.body.revision, author);
        if (!sealed.ok) return sealed;
        const about = { kind: 'voucher-batch', id };
        const detail = { name: sealed.value.name };
        await recordDeed(tx, { by: asker, deed: 'vouchers.sealed', about, detail });
        return accept({ status: 200, body: sealed.value });
      });
      return reply;
    },
  );
};
