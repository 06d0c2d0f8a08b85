import { randomUUID } from 'node:crypto';
import { accept, type Instant, readIsoDay, refuse, type Result, zoneOf } from '@nardeban/core/values';
import { placesOf, validateDefinition } from '@nardeban/core/ladder';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordDeed } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import {
  askerOf,
  dayText,
  type Http,
  idText,
  refusals,
  refuseWith,
  type RouteParts,
  type Routes,
} from '../../platform/http/index.ts';
import { addJob } from '../../platform/jobs/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { tellAsStaff, vocabularyOf } from '../facts/index.ts';
import { personById } from '../people/index.ts';
import { asOfInstant } from './asof.ts';
import { goneSignal } from './gone.ts';
import { beginPublishing, saveDraft } from './publishing.ts';
import { definitionInput, savedSchema, whatIfSchema } from './schemas.ts';
import { designedIn, takeOut } from './studio-versions.ts';
import { publishedVersion } from './versions.ts';
import { whatIf, type WhatIfAnswer } from './what-if.ts';

const keyText = z.string().min(1).max(63);
const doneSchema = z.strictObject({ done: z.literal(true) });
const done = accept({ status: 201 as const, body: { done: true as const } });

/** Changing the ladder: drafts, trying them on the past, publishing, and pinning a person to a rung. */
export const ladderChangeRoutes: Routes = (app, parts) => {
  draftRoutes(app, parts);
  tryRoute(app, parts);
  pinRoutes(app, parts);
};

function draftRoutes(app: Http, { writes }: RouteParts): void {
  const config = { scope: 'ladder:write' } as const;
  const tags = ['ladder'];
  const params = z.strictObject({ key: keyText });

  app.post(
    '/v1/ladders/:key/drafts',
    {
      config,
      schema: {
        operationId: 'saveDraft',
        tags,
        params,
        body: z.strictObject({ definition: definitionInput, note: z.string().trim().max(2000).optional() }),
        response: { 201: savedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { name } = askerOf(request);
      const { definition, note } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const checked = validateDefinition(definition, await vocabularyOf(tx));
        if (!checked.ok) return checked;
        if (checked.value.key !== request.params.key) return refuse('ladder_key_differs', 'definition.key');
        const saved = await saveDraft(tx, checked.value, name, note ?? null);
        return saved.ok ? accept({ status: 201 as const, body: saved.value }) : saved;
      });
      return reply;
    },
  );

  app.post(
    '/v1/ladders/:key/publish',
    {
      config,
      schema: {
        operationId: 'publishDraft',
        tags,
        description:
          'Begins. GET /v1/ladders/{key} and GET /v1/studio/{key} tell in `publishing` how far it is. With `revision`, the draft is published only as it was at that revision.',
        params,
        querystring: z.strictObject({ revision: z.coerce.number().int().min(1).optional() }),
        response: { 202: savedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { business } = by;
      await writes.inBusiness(request, reply, async (tx) => {
        const { key } = request.params;
        const [ladder] = await designedIn(tx, key);
        if (ladder === undefined) return refuse('ladder_unknown', 'key', { ladder: key });
        if (ladder.publishing !== null)
          return refuse('publishing_under_way', 'key', { version: ladder.publishing.version });
        const { revision } = request.query;
        if (ladder.draft !== null && revision !== undefined && ladder.draft.revision !== revision) {
          const { editedBy, editedAt } = ladder.draft;
          return refuse('changed_meanwhile', 'revision', {
            revision: ladder.draft.revision,
            by: editedBy,
            at: editedAt,
          });
        }
        const begun = await beginPublishing(tx, key, by.name);
        if (!begun.ok) return begun;
        await takeOut(tx, ladder.ladderId);
        const detail = { version: begun.value.version, name: ladder.name[business.language] || key };
        await recordDeed(tx, { by, deed: 'ladder.published', about: { kind: 'ladder', id: key }, detail });
        // In the same transaction: what was begun is carried on, and nothing is carried on that was not begun.
        await addJob(tx, 'publish', { business: business.id }, `publish ${business.id}`);
        return accept({ status: 202 as const, body: begun.value });
      });
      return reply;
    },
  );
}

/**
 * The draft over the whole real past; nothing is written. It ends when the asker goes away. With
 * `Accept: application/x-ndjson` lines of progress come first and the answer last.
 */
function tryRoute(app: Http, { database, clock }: RouteParts): void {
  app.post(
    '/v1/what-if',
    {
      config: { scope: 'ladder:read' },
      schema: {
        operationId: 'whatIf',
        tags: ['ladder'],
        body: z.strictObject({
          definition: definitionInput,
          asOf: dayText.optional(),
          months: z.int().min(1).max(240).optional(),
        }),
        response: { 200: whatIfSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const asOf = asOfInstant(business, request.body.asOf, clock.now());
      if (!asOf.ok) return refuseWith(request, reply, asOf.refusal);
      const words = await database.withBusiness(business.id, vocabularyOf);
      const draft = validateDefinition(request.body.definition, words);
      if (!draft.ok) return refuseWith(request, reply, draft.refusal);
      const months = request.body.months;
      const gone = goneSignal(reply);
      const answer = await withProgress(request, reply, (onProgress) =>
        whatIf(database, business, draft.value, {
          asOf: asOf.value,
          signal: gone,
          onProgress,
          ...(months === undefined ? {} : { months }),
        }),
      );
      if (answer === 'streamed') return reply;
      if (!answer.ok) return refuseWith(request, reply, answer.refusal);
      return reply.send(shown(answer.value));
    },
  );
}

async function withProgress(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (onProgress: (people: number, total: number) => void) => Promise<Result<WhatIfAnswer>>,
): Promise<Result<WhatIfAnswer> | 'streamed'> {
  if (!request.headers.accept?.includes('application/x-ndjson')) return work(() => {});
  reply.hijack();
  reply.raw.writeHead(200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
    'cache-control': 'no-store',
  });
  const tell = (line: object): void => void reply.raw.write(`${JSON.stringify(line)}\n`);
  try {
    const answer = await work((people, total) => tell({ people, total }));
    tell(answer.ok ? { answer: answer.value } : { refusal: answer.refusal });
  } catch (error) {
    // The status is sent already: the last line tells, the log has the reason.
    request.log.error({ err: error }, 'a what-if failed');
    tell({ refusal: { code: 'internal' } });
  }
  reply.raw.end();
  return 'streamed';
}

function shown(answer: WhatIfAnswer): z.infer<typeof whatIfSchema> {
  return {
    ...answer,
    published: [...answer.published],
    draft: [...answer.draft],
    moves: [...answer.moves],
    changes: [...answer.changes],
    history: answer.history.map(({ at, published, draft }) => ({
      at,
      published: [...published],
      draft: [...draft],
    })),
  };
}

function pinRoutes(app: Http, { clock, writes }: RouteParts): void {
  const config = { scope: 'people:write' } as const;
  const tags = ['ladder'];

  app.post(
    '/v1/people/:id/pins',
    {
      config,
      schema: {
        operationId: 'pinPerson',
        tags,
        params: z.strictObject({ id: idText }),
        body: z.strictObject({
          ladder: keyText,
          rung: keyText,
          until: dayText.describe('The last day on which the pin holds.'),
          reason: z.string().trim().min(1).max(500),
        }),
        response: { 201: doneSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business, name: by } = askerOf(request);
      const { ladder, rung, until, reason } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const rungs = await rungsOf(tx, business, ladder);
        if (!rungs.ok) return rungs;
        if (!rungs.value.includes(rung)) return refuse('rung_unknown', 'rung', { rung });
        if (!endsLater(business, until, clock.now())) return refuse('pin_day_past', 'until');
        return tellOf(tx, business, request.params.id, clock.now(), 'rung.pinned', {
          ladder,
          rung,
          until,
          reason,
          by,
        });
      });
      return reply;
    },
  );

  app.post(
    '/v1/people/:id/unpin',
    {
      config,
      schema: {
        operationId: 'unpinPerson',
        tags,
        params: z.strictObject({ id: idText }),
        body: z.strictObject({ ladder: keyText }),
        response: { 201: doneSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business, name: by } = askerOf(request);
      const { ladder } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const rungs = await rungsOf(tx, business, ladder);
        if (!rungs.ok) return rungs;
        return tellOf(tx, business, request.params.id, clock.now(), 'rung.unpinned', { ladder, by });
      });
      return reply;
    },
  );
}

async function rungsOf(tx: Tx, business: Business, ladder: string): Promise<Result<readonly string[]>> {
  const version = await publishedVersion(tx, business, ladder);
  if (version === null || version.definition.kind !== 'ladder')
    return refuse('ladder_unknown', 'ladder', { ladder });
  return accept(placesOf(version.definition).map(({ key }) => key));
}

function endsLater(business: Business, day: string, now: Instant): boolean {
  const wanted = readIsoDay(day);
  return wanted !== null && zoneOf(business.zone).startOf(wanted + 1) > now;
}

/** A decision of staff is a fact like any other; the person is taken again because of it. */
async function tellOf(
  tx: Tx,
  business: Business,
  id: number,
  at: Instant,
  type: 'rung.pinned' | 'rung.unpinned',
  data: Readonly<Record<string, string>>,
): Promise<typeof done | Result<never>> {
  const person = await personById(tx, id);
  if (person === null) return refuse('person_unknown', 'id', { id });
  await tellAsStaff(tx, business, { personId: person.id, type, at, key: randomUUID(), data });
  return done;
}
