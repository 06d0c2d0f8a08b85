import { z } from 'zod';
import { recordDeed } from '../../platform/audit/index.ts';
import { askerOf, idText, paging, refusals, refuseWith, type Routes } from '../../platform/http/index.ts';
import { answered, done, doneSchema } from './answers.ts';
import { addNote, changeNote, LONGEST_NOTE, notesOf, removeNote } from './notes.ts';

const noteSchema = z
  .strictObject({
    id: z.int(),
    text: z.string(),
    by: z.string(),
    at: z.number(),
    changedBy: z.string().nullable(),
    changedAt: z.number().nullable(),
    revision: z.int(),
  })
  .meta({ id: 'Note' });

const noteText = z.string().trim().min(1).max(LONGEST_NOTE);
const revision = z.int().min(1);
const NOTES_PER_PAGE = 50;

/** What members of staff write about a person. */
export const noteRoutes: Routes = (app, { database, writes, clock }) => {
  const reading = { scope: 'people:read' } as const;
  const writing = { scope: 'people:write' } as const;
  const tags = ['people'];
  const one = z.strictObject({ id: idText });

  app.get(
    '/v1/people/:id/notes',
    {
      config: reading,
      schema: {
        operationId: 'notesOf',
        tags,
        params: one,
        querystring: z.strictObject(paging),
        response: {
          200: z.strictObject({ notes: z.array(noteSchema), next: z.string().nullable() }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { after, limit = NOTES_PER_PAGE } = request.query;
      const notes = await database.withBusiness(askerOf(request).business.id, (tx) =>
        notesOf(tx, request.params.id, { before: after, limit }),
      );
      if (!notes.ok) return refuseWith(request, reply, notes.refusal);
      const last = notes.value.length === limit ? notes.value.at(-1) : undefined;
      return reply.send({ notes: [...notes.value], next: last === undefined ? null : String(last.id) });
    },
  );

  app.post(
    '/v1/people/:id/notes',
    {
      config: writing,
      schema: {
        operationId: 'addNote',
        tags,
        params: one,
        body: z.strictObject({ text: noteText }),
        response: { 201: noteSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const note = await addNote(tx, asker.business, {
          personId: request.params.id,
          text: request.body.text,
          by: asker.name,
          at: clock.now(),
        });
        if (!note.ok) return note;
        await recordDeed(tx, {
          by: asker,
          deed: 'person.noted',
          about: { kind: 'person', id: request.params.id },
        });
        return answered(201, note);
      });
      return reply;
    },
  );

  const oneNote = z.strictObject({ id: idText, note: idText });
  app.patch(
    '/v1/people/:id/notes/:note',
    {
      config: writing,
      schema: {
        operationId: 'changeNote',
        tags,
        params: oneNote,
        body: z.strictObject({ text: noteText, revision }),
        response: { 200: noteSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { name: by } = askerOf(request);
      const { id: personId, note } = request.params;
      await writes.inBusiness(request, reply, async (tx) =>
        answered(200, await changeNote(tx, { personId, id: note, ...request.body, by, at: clock.now() })),
      );
      return reply;
    },
  );

  app.delete(
    '/v1/people/:id/notes/:note',
    {
      config: writing,
      schema: {
        operationId: 'removeNote',
        tags,
        params: oneNote,
        querystring: z.strictObject({ revision: z.coerce.number().int().min(1) }),
        response: { 200: doneSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { name: by } = askerOf(request);
      const { id: personId, note } = request.params;
      await writes.inBusiness(request, reply, async (tx) =>
        done(await removeNote(tx, { personId, id: note, ...request.query, by, at: clock.now() })),
      );
      return reply;
    },
  );
};
