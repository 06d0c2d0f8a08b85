import { accept, displayText, refuse, type Result } from '@nardeban/core/values';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import { askerOf, idText, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { batchSchema, batchTerms, sheetLookSchema } from './schemas.ts';
import {
  batchById,
  keepBatch,
  LARGEST_SHEET_MB,
  listBatches,
  lookAtSheet,
  MOST_LINES,
  readSheet,
} from './sheets.ts';
import { shownBatch } from './shown.ts';

/** The job that makes leads of a list; payload: business and batch. */
export const LIST_JOB = 'make-leads';

const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;
const managing = { scope: 'sales:manage' } as const;

/** Lists of leads: a CSV of people who showed an interest elsewhere. */
export const sheetRoutes: Routes = (app, { database, writes, clock }) => {
  app.post(
    '/v1/sales/lead-list-looks',
    {
      config: managing,
      schema: {
        operationId: 'lookAtLeadList',
        tags,
        description: `multipart/form-data with one part \`file\`: a CSV of at most ${LARGEST_SHEET_MB} MB and ${MOST_LINES} lines. Says what its columns are taken for; nothing is kept.`,
        consumes: ['multipart/form-data'],
        response: { 200: sheetLookSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const received = await receiveSheet(request);
      if (!received.ok) return refuseWith(request, reply, received.refusal);
      const sheet = readSheet(received.value.bytes);
      if (!sheet.ok) return refuseWith(request, reply, sheet.refusal);
      const { headers, columns, lines, sample } = lookAtSheet(sheet.value);
      return reply.send({
        headers: [...headers],
        columns: [...columns],
        lines,
        sample: sample.map((cells) => [...cells]),
      });
    },
  );

  app.post(
    '/v1/sales/lead-lists',
    {
      config: managing,
      schema: {
        operationId: 'uploadLeadList',
        tags,
        description:
          'multipart/form-data with one part `file`. Its lines become leads in the background; the same file again is the same list.',
        consumes: ['multipart/form-data'],
        querystring: batchTerms,
        response: { 202: batchSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const received = await receiveSheet(request);
      if (!received.ok) return refuseWith(request, reply, received.refusal);
      const { bytes, fileName } = received.value;
      const sheet = readSheet(bytes);
      if (!sheet.ok) return refuseWith(request, reply, sheet.refusal);
      const columns = columnsOf(request.query.columns);
      if (!columns.ok) return refuseWith(request, reply, columns.refusal);
      const { source, medium = null, campaign = null, owner = null, hand } = request.query;
      await writes.inBusiness<z.infer<typeof batchSchema>>(request, reply, async (tx) => {
        const kept = await keepBatch(
          tx,
          bytes,
          sheet.value,
          { fileName, columns: columns.value, source, medium, campaign, owner, hand: hand === 'true' },
          { by: by.name, now: clock.now() },
        );
        if (!kept.ok) return kept;
        const { batch, isNew } = kept.value;
        if (isNew) {
          await addJob(
            tx,
            LIST_JOB,
            { business: by.business.id, batch: batch.id },
            `${LIST_JOB} ${by.business.id} ${batch.id}`,
          );
          const detail = { name: fileName, lines: batch.lines };
          await recordDeed(tx, {
            by,
            deed: 'lead_list.uploaded',
            about: { kind: 'lead-list', id: batch.id },
            detail,
          });
        }
        return accept({ status: 202, body: await shownBatch(tx, batch) });
      });
      return reply;
    },
  );

  app.get(
    '/v1/sales/lead-lists',
    {
      config: reading,
      schema: {
        operationId: 'listLeadLists',
        tags,
        description: 'The last hundred, the newest first.',
        response: { 200: z.strictObject({ lists: z.array(batchSchema) }), ...refusals },
      },
    },
    async (request) =>
      database.withBusiness(askerOf(request).business.id, async (tx) => {
        const lists: z.infer<typeof batchSchema>[] = [];
        for (const batch of await listBatches(tx)) lists.push(await shownBatch(tx, batch));
        return { lists };
      }),
  );

  app.get(
    '/v1/sales/lead-lists/:list',
    {
      config: reading,
      schema: {
        operationId: 'leadList',
        tags,
        params: z.strictObject({ list: idText }),
        response: { 200: batchSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const shown = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const batch = await batchById(tx, request.params.list);
        return batch === null ? null : shownBatch(tx, batch);
      });
      return shown === null
        ? refuseWith(request, reply, { code: 'lead_list_unknown', field: 'list' })
        : reply.send(shown);
    },
  );
};

async function receiveSheet(
  request: FastifyRequest,
): Promise<Result<{ readonly bytes: Buffer; readonly fileName: string }>> {
  if (!request.isMultipart()) return refuse('media_type_unknown');
  try {
    const part = await request.file({
      limits: { files: 1, fileSize: LARGEST_SHEET_MB * 1024 * 1024 },
      throwFileSizeLimit: false,
    });
    if (part === undefined) return refuse('file_not_sent', 'file');
    const bytes = await part.toBuffer();
    if (part.file.truncated) return refuse('file_too_large', 'file', { most: LARGEST_SHEET_MB });
    const shown = displayText(part.filename.toWellFormed().replaceAll('\u0000', '')).slice(0, 200);
    return accept({ bytes, fileName: shown === '' ? 'list.csv' : shown });
  } catch (error) {
    // Faults of the form itself have a message and nothing else; those of limits and of the line carry a code.
    if (error instanceof Error && !('code' in error)) return refuse('request_unreadable');
    throw error;
  }
}

function columnsOf(text: string | undefined): Result<readonly string[] | null> {
  if (text === undefined) return accept(null);
  try {
    const read = z.array(z.string().max(100)).max(100).safeParse(JSON.parse(text));
    if (read.success) return accept(read.data);
  } catch {
    // Told below.
  }
  return refuse('input_invalid', 'columns', { field: 'columns' });
}
