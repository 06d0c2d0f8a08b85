import { accept, refuse } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import {
  askerOf,
  idText,
  lineRefusal,
  paging,
  readerLanguage,
  refusals,
  refusalSchema,
  refuseWith,
  type Routes,
} from '../../../platform/http/index.ts';
import { batchById, type OfferMayBeBrought } from './batches.ts';
import { guesserOf, guessLockStatement, noteWrongCodes, readGuessLock } from './guesses.ts';
import { readVouchers, vouchersStatement } from './pricing.ts';
import { typedCode, voucherSchema } from './schemas.ts';
import { changeVoucher, giveVoucher, listVouchers, voucherById } from './vouchers.ts';

const PAGE = 50;
const tags = ['club'];
const reading = { scope: 'club:read' } as const;
const writing = { scope: 'club:write' } as const;
const one = z.strictObject({ id: idText });

/** The codes of a batch, one by one. */
export function codeRoutesWith(mayBeBrought: OfferMayBeBrought): Routes {
  return (app, parts) => {
    codeRoutes(app, parts);
    giveRoute(mayBeBrought)(app, parts);
  };
}

function giveRoute(mayBeBrought: OfferMayBeBrought): Routes {
  return (app, { writes, clock }) => {
    app.post(
      '/v1/club/vouchers/:id/codes',
      {
        config: writing,
        schema: {
          operationId: 'giveVoucher',
          tags,
          description:
            'Draws one more code, good for one person alone, and tells it this once. Of an offer that was archived none is given.',
          params: one,
          body: z.strictObject({
            person: z.int().min(1),
            validUntil: z.int().min(0).max(8_640_000_000_000_000).nullable(),
          }),
          response: { 201: z.strictObject({ id: z.int(), code: z.string().nullable() }), ...refusals },
        },
      },
      async (request, reply) => {
        const asker = askerOf(request);
        const { id } = request.params;
        await writes.inBusiness<{ id: number; code: string | null }>(request, reply, async (tx) => {
          const { person } = request.body;
          const { rows } = await tx.query(
            'SELECT FROM people WHERE business_id = this_business() AND person_id = $1 FOR KEY SHARE',
            [person],
          );
          if (rows.length === 0) return refuse('person_unknown', 'person', { id: person });
          const batch = await batchById(tx, id);
          if (!batch.ok) return batch;
          const fit = await mayBeBrought(tx, batch.value.offer, 'batch');
          if (!fit.ok) return fit;
          const given = await giveVoucher(
            tx,
            asker.business,
            { batch: id, ...request.body },
            { by: asker.name, now: clock.now() },
          );
          if (!given.ok) return given;
          await recordDeed(tx, {
            by: asker,
            deed: 'vouchers.given',
            about: { kind: 'person', id: person },
            detail: { batch: id },
          });
          return accept({ status: 201, body: given.value, kept: { ...given.value, code: null } });
        });
        return reply;
      },
    );
  };
}

const codeRoutes: Routes = (app, { database, writes, clock }) => {
  app.get(
    '/v1/club/vouchers/:id/codes',
    {
      config: reading,
      schema: {
        operationId: 'listVouchers',
        tags,
        description: 'The codes of a batch without the codes themselves.',
        params: one,
        querystring: z.strictObject(paging),
        response: {
          200: z.strictObject({ vouchers: z.array(voucherSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { after, limit = PAGE } = request.query;
      const { id } = request.params;
      const page = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const batch = await batchById(tx, id);
        return batch.ok ? accept(await listVouchers(tx, { batch: id, after, limit })) : batch;
      });
      if (!page.ok) return refuseWith(request, reply, page.refusal);
      return reply.send({ vouchers: [...page.value.vouchers], next: page.value.next });
    },
  );

  app.put(
    '/v1/club/vouchers/:id/codes/:code',
    {
      config: writing,
      schema: {
        operationId: 'changeVoucher',
        tags,
        params: z.strictObject({ id: idText, code: idText }),
        body: z.strictObject({ disabled: z.boolean() }),
        response: { 200: voucherSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { id: batch, code: id } = request.params;
      await writes.inBusiness(request, reply, async (tx) => {
        const changed = await changeVoucher(tx, { batch, id }, request.body, clock.now());
        if (!changed.ok) return changed;
        await recordDeed(tx, {
          by: asker,
          deed: 'vouchers.code_changed',
          about: { kind: 'voucher-batch', id: batch },
          detail: { voucher: id, disabled: changed.value.disabled },
        });
        return accept({ status: 200, body: changed.value });
      });
      return reply;
    },
  );

  app.post(
    '/v1/club/vouchers/check',
    {
      config: { scope: 'till:write' },
      schema: {
        operationId: 'checkVoucher',
        tags,
        description:
          'Whether a code is good, and what for. It changes nothing; who tries many codes that are none has to wait.',
        body: z.strictObject({ code: typedCode, person: z.int().min(1).optional() }),
        response: {
          200: z.strictObject({
            id: z.int(),
            batch: z.int(),
            name: z.string(),
            offer: z.string(),
            uses: z.int().nullable(),
            usesPerPerson: z.int().nullable(),
            refused: refusalSchema.nullable().describe('Why it cannot be used now.'),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { code, person = null } = request.body;
      const now = clock.now();
      const who = guesserOf(asker);
      const [lock, found] = await database.withBusiness(asker.business.id, (tx) =>
        tx.queryAll<[object, object]>([
          guessLockStatement(who),
          vouchersStatement(asker.business, [code], person),
        ]),
      );
      const closed = readGuessLock(lock, now);
      if (closed !== null) {
        void reply.header('retry-after', String(closed.detail?.['seconds'] ?? 60));
        return refuseWith(request, reply, closed);
      }
      const { vouchers, wrong } = readVouchers(found, [code], now);
      await noteWrongCodes(database, asker.business.id, who, wrong, now);
      const [voucher] = vouchers;
      if (voucher === undefined || voucher.batch === null || voucher.offer === null)
        return refuseWith(request, reply, {
          code: voucher?.refused?.code ?? 'voucher_unknown',
          field: 'code',
        });
      const { id, batch, name, offer, uses, usesPerPerson } = voucher;
      const counted = await database.withBusiness(asker.business.id, (tx) => voucherById(tx, { batch, id }));
      const state = counted.ok ? counted.value.state : 'ready';
      const gone = state === 'used' ? 'voucher_used' : state === 'held' ? 'voucher_held' : null;
      const refused = voucher.refused ?? (gone === null ? null : { code: gone });
      const language = readerLanguage(request);
      return reply.send({
        id,
        batch,
        name: name.fa,
        offer,
        uses,
        usesPerPerson,
        refused: refused && lineRefusal(refused, language),
      });
    },
  );
};
