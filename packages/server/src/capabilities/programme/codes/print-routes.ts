import { Readable } from 'node:stream';
import { accept, refuse, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { askerOf, idText, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import { CSV_START, csvLine } from '../../../platform/spreadsheet/index.ts';
import { type Batch, batchById } from './batches.ts';
import { CODES_ON_A_SHEET, sheetOf } from './sheet.ts';
import { allPrintedCodes, printedCodes } from './vouchers.ts';

const tags = ['club'];
const writing = { scope: 'club:write' } as const;
const one = z.strictObject({ id: idText });

/** Codes to be taken along or printed: only for who may make them, and every time is written down. */
export const printRoutes: Routes = (app, { database }) => {
  app.get(
    '/v1/club/vouchers/:id/codes.csv',
    {
      config: writing,
      schema: {
        operationId: 'downloadVouchers',
        tags,
        description:
          'All codes of a batch, streamed. Kept in the log of deeds: whoever has them can use them.',
        params: one,
        response: {
          200: { description: 'The codes', content: { 'text/csv': { schema: z.string() } } },
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { id } = request.params;
      const ready = await database.withBusiness(asker.business.id, async (tx) => {
        const batch = await printable(tx, id);
        if (!batch.ok) return batch;
        const about = { kind: 'voucher-batch', id };
        const detail = { name: batch.value.name, codes: batch.value.made };
        await recordDeed(tx, { by: asker, deed: 'vouchers.exported', about, detail });
        return batch;
      });
      if (!ready.ok) return refuseWith(request, reply, ready.refusal);
      const pages = allPrintedCodes(database, asker.business.id, id);
      async function* lines(): AsyncGenerator<string> {
        yield CSV_START + csvLine(['number', 'code']);
        for await (const page of pages) yield page.map((row) => csvLine([String(row.id), row.code])).join('');
      }
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="vouchers-${id}.csv"`)
        .header('cache-control', 'no-store')
        .send(Readable.from(lines()) as never);
    },
  );

  app.get(
    '/v1/club/vouchers/:id/sheet.svg',
    {
      config: writing,
      schema: {
        operationId: 'voucherSheet',
        tags,
        description: `One A4 page of ${CODES_ON_A_SHEET} codes as squares to be scanned, to be printed and cut. The header \`Nardeban-Next\` says the \`after\` of the next page.`,
        params: one,
        querystring: z.strictObject({ after: idText.optional() }),
        response: {
          200: { description: 'The page', content: { 'image/svg+xml': { schema: z.string() } } },
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { id } = request.params;
      const { after = 0 } = request.query;
      const page = await database.withBusiness(asker.business.id, async (tx) => {
        const batch = await printable(tx, id);
        if (!batch.ok) return batch;
        const codes = await printedCodes(tx, id, after, CODES_ON_A_SHEET + 1);
        const about = { kind: 'voucher-batch', id };
        const detail = { name: batch.value.name, codes: Math.min(codes.length, CODES_ON_A_SHEET) };
        await recordDeed(tx, { by: asker, deed: 'vouchers.exported', about, detail });
        return accept({ name: batch.value.name, codes });
      });
      if (!page.ok) return refuseWith(request, reply, page.refusal);
      const { name, codes } = page.value;
      const next = codes.length > CODES_ON_A_SHEET ? codes[CODES_ON_A_SHEET - 1]?.id : undefined;
      if (next !== undefined) void reply.header('nardeban-next', String(next));
      return reply
        .type('image/svg+xml; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .send(sheetOf(name, codes));
    },
  );
};

async function printable(tx: Tx, id: number): Promise<Result<Batch>> {
  const batch = await batchById(tx, id);
  if (!batch.ok) return batch;
  const { kind, state, printable: is } = batch.value;
  if (kind === 'reward') return refuse('batch_unknown', 'id', { id });
  if (state !== 'done') return refuse('batch_not_made');
  return is || kind === 'word' ? batch : refuse('codes_sealed');
}
