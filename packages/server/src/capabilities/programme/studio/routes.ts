import { clubPresets, type Programme } from '@nardeban/core/programme';
import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import {
  askerOf,
  type Http,
  lineRefusal,
  readerLanguage,
  refusals,
  refuseWith,
  type RouteParts,
  type Routes,
} from '../../../platform/http/index.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { adjustmentRoutes } from '../earning/adjusting-routes.ts';
import { beginRound } from '../earning/news.ts';
import { personClubRoutes } from '../earning/routes.ts';
import { faultsOf, soundDraft } from './context.ts';
import { closeClubDraft, holdClubDraft, keepClubDraft, readClubDraft } from './draft-store.ts';
import { insertVersion, listVersions, programmeInForce, programmeVersion } from './programme-store.ts';
import { clubSchema, draftSchema, presetsSchema, programmeInput, versionsSchema } from './schemas.ts';
import { evaluationRoutes } from './evaluation-routes.ts';
import { simulationRoutes } from './simulation-routes.ts';

const tags = ['club'];
const reads = { scope: 'club:read' } as const;
const changes = { scope: 'club:write' } as const;
const noteText = z.string().trim().max(2000).optional();
const revisionText = z.coerce.number().int().min(0).max(2_147_483_647);
const PAGE = 50;

/** The customer club as it is designed: the programme in force, the draft, its trial on the real past, the versions. */
export const clubRoutes: Routes = (app, parts) => {
  readRoutes(app, parts);
  draftRoutes(app, parts);
  publishRoute(app, parts);
  simulationRoutes(app, parts);
  evaluationRoutes(app, parts);
  personClubRoutes(app, parts);
  adjustmentRoutes(app, parts);
};

function readRoutes(app: Http, { database }: RouteParts): void {
  app.get(
    '/v1/club',
    { config: reads, schema: { operationId: 'club', tags, response: { 200: clubSchema, ...refusals } } },
    async (request, reply) => {
      const found = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const inForce = await programmeInForce(tx);
        return inForce === null ? null : { ...inForce, hasDraft: (await readClubDraft(tx)) !== null };
      });
      if (found === null) return refuseWith(request, reply, { code: 'club_unknown' });
      return reply.send(found);
    },
  );

  app.get(
    '/v1/club/versions',
    {
      config: reads,
      schema: {
        operationId: 'clubVersions',
        tags,
        querystring: z.strictObject({
          before: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
          limit: z.coerce.number().int().min(1).max(200).optional(),
        }),
        response: { 200: versionsSchema, ...refusals },
      },
    },
    async (request) => {
      const { before, limit = PAGE } = request.query;
      const versions = await database.withBusiness(askerOf(request).business.id, (tx) =>
        listVersions(tx, { before, limit }),
      );
      const last = versions.length === limit ? versions.at(-1) : undefined;
      return { versions: [...versions], next: last?.version ?? null };
    },
  );

  app.get(
    '/v1/club/versions/:version',
    {
      config: reads,
      schema: {
        operationId: 'clubVersion',
        tags,
        params: z.strictObject({ version: z.coerce.number().int().min(1).max(2_147_483_647) }),
        response: { 200: clubSchema.omit({ hasDraft: true }).meta({ id: 'ClubVersion' }), ...refusals },
      },
    },
    async (request, reply) => {
      const { version } = request.params;
      const found = await database.withBusiness(askerOf(request).business.id, (tx) =>
        programmeVersion(tx, version),
      );
      if (found === null)
        return refuseWith(request, reply, {
          code: 'club_version_unknown',
          field: 'version',
          detail: { version },
        });
      return reply.send(found);
    },
  );

  app.get(
    '/v1/club/presets',
    {
      config: reads,
      schema: {
        operationId: 'clubPresets',
        tags,
        description: 'Clubs to begin from, the plainest first, with what each costs.',
        response: { 200: presetsSchema, ...refusals },
      },
    },
    () => ({ presets: [...clubPresets] }),
  );
}

function draftRoutes(app: Http, { database, clock, writes }: RouteParts): void {
  app.get(
    '/v1/club/draft',
    {
      config: reads,
      schema: { operationId: 'clubDraft', tags, response: { 200: draftSchema, ...refusals } },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const found = await database.withBusiness(business.id, async (tx) => {
        const draft = await readClubDraft(tx);
        return draft === null ? null : { draft, faults: await faultsOf(tx, draft.definition) };
      });
      if (found === null) return refuseWith(request, reply, { code: 'club_draft_unknown' });
      const language = readerLanguage(request);
      return reply.send({
        ...found.draft,
        faults: found.faults.map((fault) => lineRefusal(fault, language)),
      });
    },
  );

  app.put(
    '/v1/club/draft',
    {
      config: changes,
      schema: {
        operationId: 'keepClubDraft',
        tags,
        description:
          'Keeps the draft as it is being written, also while it could not be published. `revision` is that of the draft it was begun from, 0 when there was none; when somebody saved in between, 409 `changed_meanwhile` and nothing is kept.',
        body: z.strictObject({ definition: programmeInput, revision: z.int().min(0), note: noteText }),
        response: { 200: z.strictObject({ revision: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { definition, revision, note } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const kept = await keepClubDraft(tx, {
          definition,
          revision,
          note: note ?? null,
          by: by.name,
          now: clock.now(),
        });
        if (!kept.ok) return kept;
        if (kept.value.begun)
          await recordDeed(tx, {
            by,
            deed: 'club.drafted',
            about: { kind: 'club', id: 'draft' },
            detail: { name: definition.name[by.business.language] },
          });
        return accept({ status: 200 as const, body: { revision: kept.value.revision } });
      });
      return reply;
    },
  );

  app.delete(
    '/v1/club/draft',
    {
      config: changes,
      schema: {
        operationId: 'discardClubDraft',
        tags,
        querystring: z.strictObject({ revision: revisionText }),
        response: { 200: z.strictObject({ revision: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { revision } = request.query;
      await writes.inBusiness(request, reply, async (tx) => {
        const draft = await holdClubDraft(tx, revision);
        if (!draft.ok) return draft;
        await closeClubDraft(tx);
        await recordDeed(tx, { by, deed: 'club.discarded', about: { kind: 'club', id: 'draft' } });
        return accept({ status: 200 as const, body: { revision } });
      });
      return reply;
    },
  );
}

function publishRoute(app: Http, { clock, writes }: RouteParts): void {
  app.post(
    '/v1/club/draft/publish',
    {
      config: changes,
      schema: {
        operationId: 'publishClub',
        tags,
        description:
          'Puts the draft in force from this instant on. What was earned stays as it was earned; the same occasion is not paid again under the new version.',
        body: z.strictObject({ revision: z.int().min(1), note: noteText }),
        response: { 201: z.strictObject({ version: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { revision, note } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const draft = await holdClubDraft(tx, revision);
        if (!draft.ok) return draft;
        const { definition } = draft.value;
        const sound = await soundDraft(tx, definition);
        if (!sound.ok) return sound;
        const kept = note ?? draft.value.note;
        const version = await insertVersion(tx, { definition, note: kept, by: by.name, now: clock.now() });
        await closeClubDraft(tx);
        if (concernsEverybody(definition)) await beginRound(tx);
        await addJob(tx, 'earn-club', {}, 'earn-club');
        await recordDeed(tx, {
          by,
          deed: 'club.published',
          about: { kind: 'club', id: version },
          detail: { version, name: definition.name[by.business.language] },
        });
        return accept({ status: 201 as const, body: { version } });
      });
      return reply;
    },
  );
}

/** Whether there may be something for people of whom nothing new is told: a birthday, a full profile, a level. */
function concernsEverybody({ rules, levels }: Programme): boolean {
  return levels !== undefined || rules.some(({ on }) => on.kind === 'anniversary' || on.kind === 'profile');
}
