import { accept, displayText, refuse } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../platform/audit/index.ts';
import {
  askerOf,
  idText,
  readerLanguage,
  refusals,
  refuseWith,
  type Routes,
} from '../../platform/http/index.ts';
import { addJob } from '../../platform/jobs/index.ts';
import { keptMappings, LONGEST_MAPPING_NAME, removeMapping, renameMapping } from './mappings.ts';
import { importById } from './records.ts';
import { importSchema, keptMappingSchema, shownImport, shownMapping, undoPreviewSchema } from './schemas.ts';
import { beginUndo, previewUndo } from './undo.ts';

const tags = ['imports'];
const reading = { scope: 'imports:read' } as const;
const writing = { scope: 'imports:write' } as const;
const one = z.strictObject({ id: idText });

/** Taking an import back, and the mappings the business keeps. */
export const undoRoutes: Routes = (app, { database, clock, writes }) => {
  app.get(
    '/v1/imports/:id/undo',
    {
      config: reading,
      schema: {
        operationId: 'importUndoPreview',
        tags,
        description: 'What undoing the import would have to do with other imports.',
        params: one,
        response: { 200: undoPreviewSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { business } = askerOf(request);
      const found = await database.withBusiness(business.id, async (tx) =>
        (await importById(tx, id)) === null ? null : previewUndo(tx, id),
      );
      if (found === null) return refuseWith(request, reply, { code: 'import_unknown', field: 'id' });
      return reply.send({ again: [...found.again], lost: [...found.lost] });
    },
  );

  app.post(
    '/v1/imports/:id/undo',
    {
      config: writing,
      schema: {
        operationId: 'undoImport',
        tags,
        description:
          'Withdraws the facts of the import, in the background; rungs come out as if it had never been. Imports that had told some of the same are read once more.',
        params: one,
        response: { 202: importSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const asker = askerOf(request);
      const { business } = asker;
      await writes.inBusiness(request, reply, async (tx) => {
        const begun = await beginUndo(tx, business, id, { by: asker, at: clock.now() });
        if (!begun.ok) return begun;
        await addJob(tx, 'undo-import', { business: business.id, import: id }, `undo import ${id}`);
        return accept({ status: 202 as const, body: shownImport(begun.value, readerLanguage(request)) });
      });
      return reply;
    },
  );

  app.get(
    '/v1/import-mappings',
    {
      config: reading,
      schema: {
        operationId: 'importMappings',
        tags,
        description: 'The mappings that are proposed again for files with the same headers.',
        response: { 200: z.strictObject({ mappings: z.array(keptMappingSchema) }), ...refusals },
      },
    },
    async (request) => {
      const kept = await database.withBusiness(askerOf(request).business.id, keptMappings);
      return { mappings: kept.map(shownMapping) };
    },
  );

  app.put(
    '/v1/import-mappings/:id',
    {
      config: writing,
      schema: {
        operationId: 'renameMapping',
        tags,
        params: one,
        body: z.strictObject({ name: z.string().max(LONGEST_MAPPING_NAME) }),
        response: { 200: keptMappingSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const name = displayText(request.body.name);
        if (name === '') return refuse('mapping_name_missing', 'name');
        const renamed = await renameMapping(tx, id, name);
        if (renamed === null) return refuse('mapping_unknown', 'id');
        await recordDeed(tx, { by, deed: 'mapping.saved', about: { kind: 'mapping', id }, detail: { name } });
        return accept({ status: 200 as const, body: shownMapping(renamed) });
      });
      return reply;
    },
  );

  app.delete(
    '/v1/import-mappings/:id',
    {
      config: writing,
      schema: {
        operationId: 'removeMapping',
        tags,
        params: one,
        response: { 200: z.strictObject({ removed: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const name = await removeMapping(tx, id);
        if (name === null) return refuse('mapping_unknown', 'id');
        const about = { kind: 'mapping', id };
        await recordDeed(tx, { by, deed: 'mapping.removed', about, detail: { name } });
        return accept({ status: 200 as const, body: { removed: id } });
      });
      return reply;
    },
  );
};
