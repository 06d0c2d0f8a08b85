import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { proposeMapping, readPartialMapping, withStated } from '@nardeban/core/imports';
import { accept, refuse, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import {
  askerOf,
  type Http,
  idText,
  readerLanguage,
  refusals,
  refuseWith,
  type RouteParts,
  type Routes,
} from '../../platform/http/index.ts';
import { recordDeed } from '../../platform/audit/index.ts';
import { addJob } from '../../platform/jobs/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { declaredTraitsOf } from '../facts/index.ts';
import { type Look, lookAt } from './look.ts';
import { saveMapping, savedMapping } from './mappings.ts';
import { checkFor, planImport } from './planning.ts';
import { previewImport } from './preview.ts';
import {
  askStop,
  changeMapping,
  createImport,
  importById,
  type ImportRecord,
  listImports,
  lookOf,
  setState,
  startOver,
} from './records.ts';
import { refusedFile } from './refusals.ts';
import {
  importSchema,
  mappingInput,
  previewSchema,
  proposalSchema,
  shownImport,
  shownPreview,
  shownProposal,
} from './schemas.ts';
import { openTable, type Table } from './table.ts';
import { isUndoUnderWay, lockImports } from './turns.ts';
import { undoRoutes } from './undo-routes.ts';
import { storeUpload } from './upload.ts';

const IMPORTS_PER_PAGE = 50;
const tags = ['imports'];
const reading = { scope: 'imports:read' } as const;
const writing = { scope: 'imports:write' } as const;
const one = z.strictObject({ id: idText });

/** A file of orders or people: sent, looked at, corrected, started, watched, stopped and gone on with. */
export const importRoutes: Routes = (app, parts) => {
  uploadRoute(app, parts);
  watchingRoutes(app, parts);
  preparingRoutes(app, parts);
  runningRoutes(app, parts);
  undoRoutes(app, parts);
};

function uploadRoute(app: Http, { database, config }: RouteParts): void {
  app.post(
    '/v1/imports',
    {
      config: writing,
      schema: {
        operationId: 'createImport',
        tags,
        description:
          'multipart/form-data with one part `file`: CSV of any common delimiter and encoding, or XLSX.',
        consumes: ['multipart/form-data'],
        response: { 201: proposalSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business, name: madeBy } = askerOf(request);
      const stored = await storeUpload(request, business, config.dataFolder);
      if (!stored.ok) return refuseWith(request, reply, stored.refusal);
      const { path, fileName } = stored.value;
      try {
        const table = await openTable(path);
        const proposal = proposeMapping(table.headers, table.sample, business);
        const plan = await planImport(database, table, business);
        const mapping = plan.ok ? plan.value.mapping : proposal.mapping;
        const { sha256, bytes } = table;
        const look = lookAt(table, proposal, plan.ok && plan.value.saved);
        const record = await database.withBusiness(business.id, (tx) =>
          createImport(tx, {
            fileName,
            filePath: path,
            fileIsOurs: true,
            sha256,
            bytes,
            mapping,
            look,
            madeBy,
          }),
        );
        const checked = checkFor(business, mapping, table.headers);
        const missing = checked.ok ? null : checked.refusal;
        return await reply.code(201).send(shownProposal(record, look, missing, readerLanguage(request)));
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
    },
  );

  app.get(
    '/v1/imports/:id/proposal',
    {
      config: reading,
      schema: {
        operationId: 'importProposal',
        tags,
        description: 'The columns of the file with some of their cells, and what each was taken for and why.',
        params: one,
        response: { 200: proposalSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const found = await lookedAt(database, business, request.params.id);
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      const { record, look } = found.value;
      const checked = checkFor(business, record.mapping, look.headers);
      const missing = checked.ok ? null : checked.refusal;
      return reply.send(shownProposal(record, look, missing, readerLanguage(request)));
    },
  );
}

function watchingRoutes(app: Http, { database }: RouteParts): void {
  app.get(
    '/v1/imports',
    {
      config: reading,
      schema: {
        operationId: 'listImports',
        tags,
        querystring: z.strictObject({ before: idText.optional() }),
        response: {
          200: z.strictObject({ imports: z.array(importSchema), next: z.string().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      const records = await database.withBusiness(business.id, (tx) =>
        listImports(tx, IMPORTS_PER_PAGE, request.query.before ?? null),
      );
      const language = readerLanguage(request);
      const last = records.length === IMPORTS_PER_PAGE ? records.at(-1) : undefined;
      return {
        imports: records.map((record) => shownImport(record, language)),
        next: last === undefined ? null : String(last.id),
      };
    },
  );

  app.get(
    '/v1/imports/:id',
    {
      config: reading,
      schema: { operationId: 'importById', tags, params: one, response: { 200: importSchema, ...refusals } },
    },
    async (request, reply) => {
      const found = await recordOf(database, askerOf(request).business, request.params.id);
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      return reply.send(shownImport(found.value, readerLanguage(request)));
    },
  );

  app.get(
    '/v1/imports/:id/refusals.csv',
    {
      config: reading,
      schema: {
        operationId: 'refusedRows',
        tags,
        params: one,
        response: {
          200: { description: 'The rows kept aside', content: { 'text/csv': { schema: z.string() } } },
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const found = await recordOf(database, business, request.params.id);
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      const { headers } = await headersOf(database, business, found.value);
      const rows = refusedFile(
        (work) => database.withBusiness(business.id, work),
        found.value.id,
        headers,
        readerLanguage(request),
      );
      void reply.header('content-disposition', `attachment; filename="refused-${found.value.id}.csv"`);
      return reply.type('text/csv; charset=utf-8').send(Readable.from(rows) as never);
    },
  );
}

function preparingRoutes(app: Http, { database, clock, writes }: RouteParts): void {
  app.put(
    '/v1/imports/:id/mapping',
    {
      config: writing,
      schema: {
        operationId: 'changeMapping',
        tags,
        description:
          'What is stated is laid over the mapping there is, and kept for the next file with these headers.',
        params: one,
        body: z.strictObject({ mapping: mappingInput }),
        response: { 200: importSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const stated = readPartialMapping(request.body.mapping);
      if (!stated.ok) return refuseWith(request, reply, stated.refusal);
      const found = await recordOf(database, business, request.params.id);
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      const { headers } = await headersOf(database, business, found.value);
      const mapping = withStated(found.value.mapping, stated.value);
      const checked = checkFor(business, mapping, headers);
      if (!checked.ok) return refuseWith(request, reply, checked.refusal);
      await writes.inBusiness(request, reply, async (tx) => {
        if (!(await changeMapping(tx, found.value.id, mapping))) return refuse('import_already_begun');
        await saveMapping(tx, headers, mapping, found.value.fileName);
        const changed = await importById(tx, found.value.id);
        if (changed === null) return refuse('import_unknown', 'id', { id: found.value.id });
        return accept({ status: 200 as const, body: shownImport(changed, readerLanguage(request)) });
      });
      return reply;
    },
  );

  app.post(
    '/v1/imports/:id/preview',
    {
      config: writing,
      schema: {
        operationId: 'previewImport',
        tags,
        description:
          'Reads the whole file and writes nothing: the totals to be looked at before it is started.',
        params: one,
        response: { 200: previewSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const found = await recordOf(database, business, request.params.id);
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      const table = await tableOf(database, business, found.value);
      const checked = checkFor(business, found.value.mapping, table.headers);
      if (!checked.ok) return refuseWith(request, reply, checked.refusal);
      const gone = new AbortController();
      reply.raw.on('close', () => gone.abort());
      const preview = await previewImport(database, table, found.value.mapping, business, {
        now: clock.now(),
        signal: gone.signal,
        traits: await database.withBusiness(business.id, declaredTraitsOf),
      });
      if (preview === null) return refuseWith(request, reply, { code: 'try_again' });
      return reply.send(shownPreview(preview, readerLanguage(request)));
    },
  );
}

function runningRoutes(app: Http, { database, writes }: RouteParts): void {
  app.post(
    '/v1/imports/:id/start',
    {
      config: writing,
      schema: {
        operationId: 'startImport',
        tags,
        description:
          'Starting what was stopped or failed goes on where it ended, starting what was undone begins from the first row; starting what runs changes nothing.',
        params: one,
        response: { 202: importSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business, ...asker } = askerOf(request);
      const { id } = request.params;
      const found = await recordOf(database, business, id);
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      const record = found.value;
      if (record.state === 'done') return refuseWith(request, reply, { code: 'import_already_done' });
      if (record.state === 'undoing') return refuseWith(request, reply, { code: 'import_already_undone' });
      if (record.filePath === null) return refuseWith(request, reply, { code: 'import_file_missing' });
      const { headers } = await headersOf(database, business, record);
      const checked = checkFor(business, record.mapping, headers);
      if (!checked.ok) return refuseWith(request, reply, checked.refusal);
      await writes.inBusiness(request, reply, async (tx) => {
        await lockImports(tx);
        if (await isUndoUnderWay(tx)) return refuse('import_undo_running');
        if (record.state !== 'running') {
          if (record.state === 'undone') await startOver(tx, record);
          if ((await savedMapping(tx, headers)) === null)
            await saveMapping(tx, headers, record.mapping, record.fileName);
          await setState(tx, id, 'running');
          const detail = { file: record.fileName };
          await recordDeed(tx, { by: asker, deed: 'import.begun', about: { kind: 'import', id }, detail });
        }
        await addJob(tx, 'import', { business: business.id, import: id }, `import ${id}`);
        const begun = (await importById(tx, id)) ?? record;
        return accept({ status: 202 as const, body: shownImport(begun, readerLanguage(request)) });
      });
      return reply;
    },
  );

  app.post(
    '/v1/imports/:id/stop',
    {
      config: writing,
      schema: { operationId: 'stopImport', tags, params: one, response: { 202: importSchema, ...refusals } },
    },
    async (request, reply) => {
      const { id } = request.params;
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const record = await importById(tx, id);
        if (record === null) return refuse('import_unknown', 'id', { id });
        if (!(await askStop(tx, id))) return refuse('import_not_running');
        const detail = { file: record.fileName };
        await recordDeed(tx, { by, deed: 'import.stopped', about: { kind: 'import', id }, detail });
        return accept({
          status: 202 as const,
          body: { ...shownImport(record, readerLanguage(request)), stopAsked: true },
        });
      });
      return reply;
    },
  );
}

async function recordOf(
  database: RouteParts['database'],
  business: Business,
  id: number,
): Promise<Result<ImportRecord>> {
  const record = await database.withBusiness(business.id, (tx) => importById(tx, id));
  return record === null ? refuse('import_unknown', 'id', { id }) : accept(record);
}

async function lookedAt(
  database: RouteParts['database'],
  business: Business,
  id: number,
): Promise<Result<{ readonly record: ImportRecord; readonly look: Look }>> {
  const found = await recordOf(database, business, id);
  if (!found.ok) return found;
  const kept = await database.withBusiness(business.id, (tx) => lookOf(tx, id));
  if (kept !== null) return accept({ record: found.value, look: kept });
  const table = await openTable(found.value.filePath ?? '');
  return accept({
    record: found.value,
    look: lookAt(table, proposeMapping(table.headers, table.sample, business), false),
  });
}

/** Throws Refused `file_missing` when the file was taken away; that is told like any other refusal. */
async function tableOf(
  database: RouteParts['database'],
  business: Business,
  record: ImportRecord,
): Promise<Table> {
  const look = await database.withBusiness(business.id, (tx) => lookOf(tx, record.id));
  return openTable(record.filePath ?? '', record.fileIsOurs ? look?.scan : undefined);
}

/** The headers of the file, which may be gone by now. */
async function headersOf(
  database: RouteParts['database'],
  business: Business,
  record: ImportRecord,
): Promise<{ readonly headers: readonly string[] }> {
  const look = await database.withBusiness(business.id, (tx) => lookOf(tx, record.id));
  return look ?? openTable(record.filePath ?? '');
}
