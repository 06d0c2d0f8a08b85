import { z } from 'zod';
import { recordDeed } from '../../platform/audit/index.ts';
import { askerOf, idText, refusals, refuseWith, type Routes } from '../../platform/http/index.ts';
import { answered, done, doneSchema } from './answers.ts';
import { fileOf, filesOf, keepFile, receiveFile, removeFile } from './files.ts';

const fileSchema = z
  .strictObject({ id: z.int(), name: z.string(), bytes: z.int(), by: z.string(), at: z.number() })
  .meta({ id: 'KeptFile' });

/** The files kept with a person. */
export const fileRoutes: Routes = (app, { database, writes, clock }) => {
  const reading = { scope: 'people:read' } as const;
  const writing = { scope: 'people:write' } as const;
  const tags = ['people'];
  const one = z.strictObject({ id: idText });

  app.get(
    '/v1/people/:id/files',
    {
      config: reading,
      schema: {
        operationId: 'filesOf',
        tags,
        params: one,
        response: { 200: z.strictObject({ files: z.array(fileSchema) }), ...refusals },
      },
    },
    async (request, reply) => {
      const files = await database.withBusiness(askerOf(request).business.id, (tx) =>
        filesOf(tx, request.params.id),
      );
      if (!files.ok) return refuseWith(request, reply, files.refusal);
      return reply.send({ files: [...files.value] });
    },
  );

  app.post(
    '/v1/people/:id/files',
    {
      config: writing,
      schema: {
        operationId: 'keepFile',
        tags,
        description: 'multipart/form-data with one part `file`, of at most 10 MB.',
        consumes: ['multipart/form-data'],
        params: one,
        response: { 201: fileSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const received = await receiveFile(request);
      if (!received.ok) return refuseWith(request, reply, received.refusal);
      const personId = request.params.id;
      await writes.inBusiness(request, reply, async (tx) => {
        const kept = await keepFile(tx, { personId, ...received.value, by: asker.name, at: clock.now() });
        if (!kept.ok) return kept;
        await recordDeed(tx, {
          by: asker,
          deed: 'person.file_added',
          about: { kind: 'person', id: personId },
          detail: { name: kept.value.name },
        });
        return answered(201, kept);
      });
      return reply;
    },
  );

  const oneFile = z.strictObject({ id: idText, file: idText });
  app.get(
    '/v1/people/:id/files/:file',
    {
      config: reading,
      schema: {
        operationId: 'fileOf',
        tags,
        params: oneFile,
        response: {
          200: {
            description: 'The file itself, to be kept and not to be shown',
            content: { 'application/octet-stream': { schema: z.string() } },
          },
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const found = await database.withBusiness(askerOf(request).business.id, (tx) =>
        fileOf(tx, request.params.id, request.params.file),
      );
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      // Somebody else's page or program must never run as ours: it is handed over to be kept, as bytes and nothing else.
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.value.name)}`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .send(found.value.content as never);
    },
  );

  app.delete(
    '/v1/people/:id/files/:file',
    {
      config: writing,
      schema: {
        operationId: 'removeFile',
        tags,
        params: oneFile,
        response: { 200: doneSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { id: personId, file } = request.params;
      await writes.inBusiness(request, reply, async (tx) => {
        const removed = await removeFile(tx, { personId, id: file, by: asker.name, at: clock.now() });
        if (!removed.ok) return removed;
        await recordDeed(tx, {
          by: asker,
          deed: 'person.file_removed',
          about: { kind: 'person', id: personId },
          detail: { name: removed.value.name },
        });
        return done(removed);
      });
      return reply;
    },
  );
};
