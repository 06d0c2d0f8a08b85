import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { accept, type Language, refuse, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import {
  askerOf,
  idText,
  lineRefusal,
  readerLanguage,
  refusals,
  refuseWith,
  type Routes,
} from '../../platform/http/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { columnSchema, columnsOf, MOST_COLUMNS } from './columns.ts';
import { everybody, peopleOn } from './counting.ts';
import { exportFile, KEPT_MS } from './exporting.ts';
import { addPeopleJob, askJobStop, type PeopleJob, peopleJob, peopleJobs, resumeJob } from './job-store.ts';
import { orderSchema, readyOrder } from './orders.ts';
import { readyColumns } from './rows.ts';
import { jobSchema } from './schemas.ts';
import { readySelection, type Selection, selectionSchema } from './selection.ts';
import { checkTags } from './tagging.ts';

const tags = ['people'];
const JOBS_PER_PAGE = 50;
/** More people than this are not tagged by a slip of the hand: whoever asks says that they mean it. */
export const UNCONFIRMED = 1_000;

/** What is done to many people at once, in the background: tags, files, and the jobs they are. */
export const bulkRoutes: Routes = (app, parts) => {
  const { database, clock, writes, config } = parts;
  const one = z.strictObject({ id: idText });
  const reading = { scope: 'people:read' } as const;
  const writing = { scope: 'people:write' } as const;
  const answer = { 202: jobSchema, ...refusals };

  app.post(
    '/v1/people/tagging',
    {
      config: writing,
      schema: {
        operationId: 'tagPeople',
        tags,
        description: `Tags people, or takes tags away, in the background. For more than ${UNCONFIRMED} of them \`confirmed\` is asked for.`,
        body: z.strictObject({
          selection: selectionSchema,
          add: z.array(z.string().max(200)).max(20).optional(),
          remove: z.array(z.string().max(200)).max(20).optional(),
          confirmed: z.literal(true).optional(),
        }),
        response: answer,
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { selection, add = [], remove = [], confirmed } = request.body;
      const checked = checkTags(add, remove);
      if (!checked.ok) return refuseWith(request, reply, checked.refusal);
      await writes.inBusiness(request, reply, async (tx) => {
        const total = await about(tx, by.business, selection);
        if (!total.ok) return total;
        const large = total.value === null || total.value > UNCONFIRMED;
        if (large && confirmed !== true)
          return refuse('bulk_not_confirmed', 'confirmed', { people: total.value ?? UNCONFIRMED });
        const job = await addPeopleJob(tx, by.business, {
          kind: 'tagging',
          asked: { selection, ...checked.value },
          total: total.value,
          by: by.name,
          at: clock.now(),
        });
        await recordDeed(tx, {
          by,
          deed: 'people.tagged',
          about: { kind: 'people-job', id: job.id },
          detail: {
            added: checked.value.add.join('، '),
            removed: checked.value.remove.join('، '),
            people: total.value,
          },
        });
        return accept({ status: 202 as const, body: shownJob(job, readerLanguage(request)) });
      });
      return reply;
    },
  );

  app.post(
    '/v1/people/exports',
    {
      config: { scope: 'people:export' },
      schema: {
        operationId: 'exportPeople',
        tags,
        description:
          'Writes people to a file in the background; GET /v1/people/jobs/{id}/file fetches it, for seven days.',
        body: z.strictObject({
          selection: selectionSchema,
          order: orderSchema.optional(),
          columns: z.array(columnSchema).min(1).max(MOST_COLUMNS),
          format: z.enum(['csv', 'xlsx']),
          language: z.enum(['fa', 'en']).optional(),
          digits: z.enum(['latin', 'persian']).optional(),
        }),
        response: answer,
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { selection, order, columns, format, digits = 'latin' } = request.body;
      const language = request.body.language ?? readerLanguage(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const total = await about(tx, by.business, selection);
        if (!total.ok) return total;
        const ordered = await readyOrder(tx, by.business, order);
        if (!ordered.ok) return ordered;
        const shown = await readyColumns(tx, by.business, columnsOf(columns));
        if (!shown.ok) return shown;
        const at = clock.now();
        const job = await addPeopleJob(tx, by.business, {
          kind: 'export',
          asked: { selection, ...(order === undefined ? {} : { order }), columns, format, language, digits },
          total: total.value,
          by: by.name,
          at,
          // Under a name of ours, in a folder of its business.
          filePath: join(config.dataFolder, 'exports', String(by.business.id), randomUUID()),
          expiresAt: at + KEPT_MS,
        });
        await recordDeed(tx, {
          by,
          deed: 'people.exported',
          about: { kind: 'people-job', id: job.id },
          detail: { format, people: total.value, columns: columns.join(' ') },
        });
        return accept({ status: 202 as const, body: shownJob(job, readerLanguage(request)) });
      });
      return reply;
    },
  );

  app.post(
    '/v1/people/duplicate-search',
    {
      config: writing,
      schema: {
        operationId: 'searchDuplicates',
        tags,
        description:
          'Looks through everybody for people who are likely one; what it finds is among the duplicates to review.',
        response: answer,
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const total = await everybody(tx, by.business);
        const job = await addPeopleJob(tx, by.business, {
          kind: 'duplicates',
          asked: {},
          total: total?.people ?? null,
          by: by.name,
          at: clock.now(),
        });
        return accept({ status: 202 as const, body: shownJob(job, readerLanguage(request)) });
      });
      return reply;
    },
  );

  app.get(
    '/v1/people/jobs',
    {
      config: reading,
      schema: {
        operationId: 'peopleJobs',
        tags,
        querystring: z.strictObject({ before: idText.optional() }),
        response: {
          200: z.strictObject({ jobs: z.array(jobSchema), next: z.string().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const jobs = await database.withBusiness(askerOf(request).business.id, (tx) =>
        peopleJobs(tx, JOBS_PER_PAGE, request.query.before ?? null),
      );
      const last = jobs.length === JOBS_PER_PAGE ? jobs.at(-1) : undefined;
      const language = readerLanguage(request);
      return {
        jobs: jobs.map((job) => shownJob(job, language)),
        next: last === undefined ? null : String(last.id),
      };
    },
  );

  app.get(
    '/v1/people/jobs/:id',
    {
      config: reading,
      schema: { operationId: 'peopleJob', tags, params: one, response: { 200: jobSchema, ...refusals } },
    },
    async (request, reply) => {
      const { id } = request.params;
      const job = await database.withBusiness(askerOf(request).business.id, (tx) => peopleJob(tx, id));
      if (job === null) return refuseWith(request, reply, unknown(id));
      return reply.send(shownJob(job, readerLanguage(request)));
    },
  );

  for (const [deed, operationId, refused] of [
    ['stop', 'stopPeopleJob', 'job_not_running'],
    ['resume', 'resumePeopleJob', 'job_not_stopped'],
  ] as const) {
    app.post(
      `/v1/people/jobs/:id/${deed}`,
      { config: writing, schema: { operationId, tags, params: one, response: answer } },
      async (request, reply) => {
        const { id } = request.params;
        const { business } = askerOf(request);
        await writes.inBusiness(request, reply, async (tx) => {
          if ((await peopleJob(tx, id)) === null) return refuse('job_unknown', 'id', { id });
          const done = deed === 'stop' ? await askJobStop(tx, id) : await resumeJob(tx, business, id);
          if (!done) return refuse(refused);
          const job = await peopleJob(tx, id);
          if (job === null) return refuse('job_unknown', 'id', { id });
          return accept({ status: 202 as const, body: shownJob(job, readerLanguage(request)) });
        });
        return reply;
      },
    );
  }

  app.post(
    '/v1/people/jobs/:id/undo',
    {
      config: writing,
      schema: {
        operationId: 'undoTagging',
        tags,
        description:
          'Takes back what a tagging has done, as far as it came: everybody who had a tag before keeps it.',
        params: one,
        response: answer,
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { id } = request.params;
      await writes.inBusiness(request, reply, async (tx) => {
        const tagging = await peopleJob(tx, id);
        if (tagging === null) return refuse('job_unknown', 'id', { id });
        if (tagging.kind !== 'tagging') return refuse('job_not_a_tagging');
        if (tagging.undoneBy !== null) return refuse('job_already_undone');
        if (tagging.state === 'waiting' || tagging.state === 'running') return refuse('job_still_running');
        const undoing = await addPeopleJob(tx, by.business, {
          kind: 'untagging',
          asked: { job: id },
          total: tagging.done,
          by: by.name,
          at: Math.max(clock.now(), tagging.madeAt + 1),
        });
        await tx.query(
          'UPDATE people_jobs SET undone_by = $2 WHERE business_id = this_business() AND job_id = $1',
          [id, undoing.id],
        );
        await recordDeed(tx, { by, deed: 'people.untagged', about: { kind: 'people-job', id }, detail: {} });
        return accept({ status: 202 as const, body: shownJob(undoing, readerLanguage(request)) });
      });
      return reply;
    },
  );

  app.get(
    '/v1/people/jobs/:id/file',
    {
      config: { scope: 'people:export' },
      schema: {
        operationId: 'exportedFile',
        tags,
        params: one,
        response: {
          200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string() } } },
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const file = await exportFile(database, askerOf(request).business, id);
      if (file === null) return refuseWith(request, reply, unknown(id));
      if (file === 'expired') return refuseWith(request, reply, { code: 'export_expired' });
      if (file === 'not ready') return refuseWith(request, reply, { code: 'export_not_ready' });
      const there = await stat(file.path).catch(() => null);
      if (there === null) return refuseWith(request, reply, { code: 'export_expired' });
      void reply
        .header('content-disposition', `attachment; filename="people-${id}.${file.format}"`)
        .header('content-length', there.size)
        .header('cache-control', 'no-store');
      return reply.type(contentTypes[file.format]).send(createReadStream(file.path) as never);
    },
  );
};

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

function unknown(id: number) {
  return { code: 'job_unknown', field: 'id', detail: { id } };
}

/** About how many people a selection is; null where nothing can be said without counting them. */
async function about(tx: Tx, business: Business, selection: Selection): Promise<Result<number | null>> {
  const filter = await readySelection(tx, business, selection);
  if (!filter.ok) return filter;
  if ('people' in selection) return accept(new Set(selection.people).size);
  const { counted, conditions, criteria } = filter.value;
  if (counted !== null) return accept((await peopleOn(tx, counted.version, counted.places)).people);
  if (conditions.length > 0 || criteria !== null) return accept(null);
  return accept((await everybody(tx, business))?.people ?? null);
}

function shownJob(job: PeopleJob, language: Language): z.infer<typeof jobSchema> {
  const { asked, fileBytes, place: _place, filePath: _path, refusal, ...rest } = job;
  const list = (name: string): string[] => (Array.isArray(asked[name]) ? (asked[name] as string[]) : []);
  return {
    ...rest,
    add: list('add'),
    remove: list('remove'),
    format: asked['format'] === 'csv' || asked['format'] === 'xlsx' ? asked['format'] : null,
    bytes: fileBytes,
    refusal: refusal === null ? null : lineRefusal(refusal, language),
  };
}
