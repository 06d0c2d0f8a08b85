import { readDraft, validateDefinition } from '@nardeban/core/ladder';
import { accept, refuse } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../platform/audit/index.ts';
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
import { vocabularyOf } from '../facts/index.ts';
import { asOfInstant } from './asof.ts';
import { goneSignal } from './gone.ts';
import { definitionInput, savedSchema } from './schemas.ts';
import { stopPublishing } from './publishing-stop.ts';
import { changedPeople } from './studio-changes.ts';
import { beginLadder, discardDraft, keepDraft } from './studio-drafts.ts';
import {
  archivedSchema,
  changedPeopleSchema,
  discardedSchema,
  draftInput,
  draftKeptSchema,
  inStudioSchema,
  ladderBegunSchema,
  publishingStoppedSchema,
  studioSchema,
  suggestionsSchema,
  versionSchema,
  versionsSchema,
} from './studio-schemas.ts';
import { suggestionsFor } from './studio-suggestions.ts';
import {
  archiveLadder,
  beginRollback,
  designedIn,
  readInStudio,
  versionOf,
  versionsOf,
} from './studio-versions.ts';

const tags = ['studio'];
const keyText = z.string().min(1).max(63);
const noteText = z.string().trim().max(2000).optional();
const params = z.strictObject({ key: keyText });
const revisionText = z.coerce.number().int().min(0).max(2_147_483_647);
const reads = { scope: 'ladder:read' } as const;
const changes = { scope: 'ladder:write' } as const;

/** Designing ladders and typologies: drafts that are kept as they are written, versions, and what a draft would change. */
export const studioRoutes: Routes = (app, parts) => {
  designRoutes(app, parts);
  draftRoutes(app, parts);
  versionRoutes(app, parts);
  stopRoute(app, parts);
  changedPeopleRoute(app, parts);
  suggestionsRoute(app, parts);
};

function designRoutes(app: Http, { database, clock, writes }: RouteParts): void {
  app.get(
    '/v1/studio',
    {
      config: reads,
      schema: { operationId: 'listStudio', tags, response: { 200: studioSchema, ...refusals } },
    },
    async (request) => {
      const designed = await database.withBusiness(askerOf(request).business.id, (tx) => designedIn(tx));
      return { ladders: designed.map(({ ladderId: _ladderId, ...one }) => one) };
    },
  );

  app.get(
    '/v1/studio/:key',
    {
      config: reads,
      schema: { operationId: 'studioLadder', tags, params, response: { 200: inStudioSchema, ...refusals } },
    },
    async (request, reply) => {
      const { key } = request.params;
      const found = await database.withBusiness(askerOf(request).business.id, (tx) => readInStudio(tx, key));
      if (found === null)
        return refuseWith(request, reply, { code: 'ladder_unknown', field: 'key', detail: { ladder: key } });
      return reply.send(found);
    },
  );

  app.post(
    '/v1/ladders',
    {
      config: changes,
      schema: {
        operationId: 'beginLadder',
        tags,
        description: 'Begins a new ladder or typology as a draft; nobody stands on it until it is published.',
        body: z.strictObject({ definition: draftInput }),
        response: { 201: ladderBegunSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const draft = readDraft(request.body.definition);
      if (!draft.ok) return refuseWith(request, reply, draft.refusal);
      await writes.inBusiness(request, reply, async (tx) => {
        const begun = await beginLadder(tx, draft.value, by.name, clock.now());
        if (!begun.ok) return begun;
        const { key, name } = draft.value;
        await recordDeed(tx, {
          by,
          deed: 'ladder.drafted',
          about: { kind: 'ladder', id: key },
          detail: { name: name[by.business.language] || key },
        });
        return accept({ status: 201 as const, body: begun.value });
      });
      return reply;
    },
  );

  app.delete(
    '/v1/ladders/:key',
    {
      config: changes,
      schema: {
        operationId: 'archiveLadder',
        tags,
        description:
          'Puts it away: nobody stands on it any longer; its history stays and can be put back in force.',
        params,
        response: { 200: archivedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { key } = request.params;
      await writes.inBusiness(request, reply, async (tx) => {
        const [ladder] = await designedIn(tx, key);
        const archived = await archiveLadder(tx, key, by.name, clock.now());
        if (!archived.ok) return archived;
        await recordDeed(tx, {
          by,
          deed: 'ladder.archived',
          about: { kind: 'ladder', id: key },
          detail: { ...archived.value, name: ladder?.name[by.business.language] || key },
        });
        // Publishing sweeps what is no longer in force, also when there is nothing to publish.
        await addJob(tx, 'publish', { business: by.business.id }, `publish ${by.business.id}`);
        return accept({ status: 200 as const, body: archived.value });
      });
      return reply;
    },
  );
}

function draftRoutes(app: Http, { clock, writes }: RouteParts): void {
  app.put(
    '/v1/ladders/:key/draft',
    {
      config: changes,
      schema: {
        operationId: 'keepDraft',
        tags,
        description:
          'Keeps a draft as it is being written, also while it is incomplete. `revision` is that of the draft it was begun from, 0 when there was none; when somebody saved in between, 409 `changed_meanwhile` and nothing is kept.',
        params,
        body: z.strictObject({ definition: draftInput, revision: z.int().min(0), note: noteText }),
        response: { 200: draftKeptSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { key } = request.params;
      const draft = readDraft(request.body.definition);
      if (!draft.ok) return refuseWith(request, reply, draft.refusal);
      if (draft.value.key !== key)
        return refuseWith(request, reply, { code: 'ladder_key_differs', field: 'definition.key' });
      await writes.inBusiness(request, reply, async (tx) => {
        const { revision, note } = request.body;
        const kept = await keepDraft(tx, key, {
          definition: draft.value,
          revision,
          note: note ?? null,
          by: by.name,
          now: clock.now(),
        });
        if (!kept.ok) return kept;
        const { begun, ...body } = kept.value;
        if (begun) {
          const detail = { version: body.version, name: draft.value.name[by.business.language] || key };
          await recordDeed(tx, { by, deed: 'ladder.drafted', about: { kind: 'ladder', id: key }, detail });
        }
        return accept({ status: 200 as const, body });
      });
      return reply;
    },
  );

  app.delete(
    '/v1/ladders/:key/draft',
    {
      config: changes,
      schema: {
        operationId: 'discardDraft',
        tags,
        params,
        querystring: z.strictObject({ revision: revisionText }),
        response: { 200: discardedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { key } = request.params;
      await writes.inBusiness(request, reply, async (tx) => {
        const gone = await discardDraft(tx, key, request.query.revision);
        if (!gone.ok) return gone;
        await recordDeed(tx, { by, deed: 'ladder.discarded', about: { kind: 'ladder', id: key } });
        return accept({ status: 200 as const, body: gone.value });
      });
      return reply;
    },
  );
}

const VERSIONS_A_PAGE = 50;

function versionRoutes(app: Http, { database, clock, writes }: RouteParts): void {
  app.get(
    '/v1/ladders/:key/versions',
    {
      config: reads,
      schema: {
        operationId: 'ladderVersions',
        tags,
        params,
        querystring: z.strictObject({
          before: idText.optional(),
          limit: z.coerce.number().int().min(1).max(200).optional(),
        }),
        response: { 200: versionsSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { key } = request.params;
      const { before = null, limit = VERSIONS_A_PAGE } = request.query;
      const versions = await database.withBusiness(askerOf(request).business.id, async (tx) =>
        (await designedIn(tx, key)).length === 0 ? null : versionsOf(tx, key, { before, limit: limit + 1 }),
      );
      if (versions === null)
        return refuseWith(request, reply, { code: 'ladder_unknown', field: 'key', detail: { ladder: key } });
      const page = versions.slice(0, limit);
      return reply.send({
        versions: page,
        next: versions.length > limit ? (page.at(-1)?.version ?? null) : null,
      });
    },
  );

  app.get(
    '/v1/ladders/:key/versions/:version',
    {
      config: reads,
      schema: {
        operationId: 'ladderVersion',
        tags,
        params: z.strictObject({ key: keyText, version: idText }),
        response: { 200: versionSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { key, version } = request.params;
      const found = await database.withBusiness(askerOf(request).business.id, (tx) =>
        versionOf(tx, key, version),
      );
      if (found === null)
        return refuseWith(request, reply, { code: 'version_unknown', field: 'version', detail: { version } });
      return reply.send(found);
    },
  );

  app.post(
    '/v1/ladders/:key/rollback',
    {
      config: changes,
      schema: {
        operationId: 'rollBack',
        tags,
        description: 'Publishes the definition of an earlier version as a new one. A draft under way stays.',
        params,
        body: z.strictObject({ version: z.int().min(1), note: noteText }),
        response: { 202: savedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { key } = request.params;
      const { version, note } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const [ladder] = await designedIn(tx, key);
        const begun = await beginRollback(tx, key, {
          version,
          note: note ?? null,
          by: by.name,
          now: clock.now(),
        });
        if (!begun.ok) return begun;
        const name = ladder?.name[by.business.language] || key;
        const detail = { version: begun.value.version, restores: version, name };
        await recordDeed(tx, { by, deed: 'ladder.rolled_back', about: { kind: 'ladder', id: key }, detail });
        await addJob(tx, 'publish', { business: by.business.id }, `publish ${by.business.id}`);
        return accept({ status: 202 as const, body: begun.value });
      });
      return reply;
    },
  );
}

function stopRoute(app: Http, { writes }: RouteParts): void {
  app.delete(
    '/v1/ladders/:key/publishing',
    {
      config: changes,
      schema: {
        operationId: 'stopPublishing',
        tags,
        description:
          'Stops the publishing that is under way. What was in force stays so; what was being published becomes the draft again.',
        params,
        response: { 200: publishingStoppedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { key } = request.params;
      await writes.inBusiness(request, reply, async (tx) => {
        const [ladder] = await designedIn(tx, key);
        const stopped = await stopPublishing(tx, key);
        if (!stopped.ok) return stopped;
        const detail = { version: stopped.value.version, name: ladder?.name[by.business.language] || key };
        await recordDeed(tx, { by, deed: 'ladder.stopped', about: { kind: 'ladder', id: key }, detail });
        // Sweeps what had been written, also when the work that wrote it is gone.
        await addJob(tx, 'publish', { business: by.business.id }, `publish ${by.business.id}`);
        return accept({ status: 200 as const, body: stopped.value });
      });
      return reply;
    },
  );
}

const PEOPLE_A_PAGE = 25;

function changedPeopleRoute(app: Http, { database, clock }: RouteParts): void {
  app.post(
    '/v1/what-if/people',
    {
      config: reads,
      schema: {
        operationId: 'whatIfPeople',
        tags,
        description:
          'The people who would stand elsewhere under a draft, each with the reason, a page at a time. A page may be short and have a next one: it looks at people for some seconds at most.',
        body: z.strictObject({
          definition: definitionInput,
          asOf: dayText.optional(),
          from: keyText.optional(),
          to: keyText.optional(),
          after: z.int().min(0).optional(),
          limit: z.int().min(1).max(100).optional(),
        }),
        response: { 200: changedPeopleSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { asOf, definition, from, to, after = 0, limit = PEOPLE_A_PAGE } = request.body;
      const at = asOfInstant(business, asOf, clock.now());
      if (!at.ok) return refuseWith(request, reply, at.refusal);
      const words = await database.withBusiness(business.id, vocabularyOf);
      const draft = validateDefinition(definition, words);
      if (!draft.ok) return refuseWith(request, reply, draft.refusal);
      const page = await changedPeople(database, clock, business, draft.value, {
        asOf: at.value,
        after,
        limit,
        from,
        to,
        signal: goneSignal(reply),
      });
      if (!page.ok) return refuseWith(request, reply, page.refusal);
      return reply.send({ ...page.value, people: [...page.value.people] });
    },
  );
}

function suggestionsRoute(app: Http, { database }: RouteParts): void {
  app.get(
    '/v1/suggestions',
    {
      config: { scope: 'people:read' },
      schema: {
        operationId: 'suggestions',
        tags,
        description:
          'Values that occur in the newest history, for whoever writes conditions; the commonest first.',
        querystring: z.strictObject({
          about: z.enum(['field', 'trait', 'traits', 'tags']),
          types: z
            .string()
            .max(2100)
            .optional()
            .describe('Fact types, with commas between; with `about=field`.'),
          field: z.string().min(1).max(100).optional(),
          trait: z.string().max(100).optional(),
        }),
        response: { 200: suggestionsSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { about, types, field, trait } = request.query;
      const asked =
        about === 'traits' || about === 'tags'
          ? accept({ about })
          : about === 'trait'
            ? trait === undefined
              ? refuse('input_missing', 'trait')
              : accept({ about, trait })
            : types === undefined || field === undefined
              ? refuse('input_missing', types === undefined ? 'types' : 'field')
              : accept({ about, types: types.split(',').slice(0, 20), field });
      if (!asked.ok) return refuseWith(request, reply, asked.refusal);
      const values = await database.withBusiness(
        askerOf(request).business.id,
        (tx) => suggestionsFor(tx, asked.value),
        { readOnly: true },
      );
      return reply.send({ values });
    },
  );
}
