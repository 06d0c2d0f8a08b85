import { qualificationFaults, type Qualification, qualificationSchema } from '@nardeban/core/sales';
import { accept, type Refusal, refuse, type Result, zoneOf } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import {
  askerOf,
  dayText,
  type Http,
  idText,
  lineRefusal,
  readerLanguage,
  refusals,
  refuseWith,
  type RouteParts,
  type Routes,
} from '../../../platform/http/index.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { vocabularyOf } from '../../facts/index.ts';
import { startOfDay } from '../../ladder/index.ts';
import { checkOwner } from '../deals/colleagues.ts';
import { agreementInForce, agreementVersion, agreementVersions, insertAgreement } from './agreement-store.ts';
import { chooseSellers, sellersInTurn } from './assigning.ts';
import { closeDraft, holdDraft, keepDraft, readDraft } from './draft-store.ts';
import { agreementSchema, qualificationPageSchema, trialSchema, versionsSchema } from './schemas.ts';
import { trials } from './trial-store.ts';

const tags = ['sales'];
const reads = { scope: 'sales:read' } as const;
const manages = { scope: 'sales:manage' } as const;
const PAGE = 50;
const versionNumber = z.coerce.number().int().min(0).max(2_147_483_647);
const noteText = z.string().trim().max(2000).optional();
const YEAR = 365;
const FRUIT_DAYS = 90;

/** What marketing and sales agree a good lead is: what is in force, the draft, its trial on the past, and who gets leads. */
export const qualificationRoutes: Routes = (app, parts) => {
  readRoutes(app, parts);
  draftRoutes(app, parts);
  trialRoutes(app, parts);
};

async function faultsOf(tx: Tx, definition: Qualification): Promise<Refusal[]> {
  return qualificationFaults(definition, await vocabularyOf(tx));
}

function readRoutes(app: Http, { database, writes }: RouteParts): void {
  app.get(
    '/v1/sales/qualification',
    {
      config: reads,
      schema: {
        operationId: 'qualification',
        tags,
        description: 'What is in force, the draft somebody is writing, and among whom leads are dealt out.',
        response: { 200: qualificationPageSchema, ...refusals },
      },
    },
    async (request) => {
      const language = readerLanguage(request);
      return database.withBusiness(askerOf(request).business.id, async (tx) => {
        const draft = await readDraft(tx);
        const faults = draft === null ? [] : await faultsOf(tx, draft.definition);
        return {
          inForce: await agreementInForce(tx),
          draft:
            draft === null ? null : { ...draft, faults: faults.map((fault) => lineRefusal(fault, language)) },
          sellers: await sellersInTurn(tx),
        };
      });
    },
  );

  app.get(
    '/v1/sales/qualification/versions',
    {
      config: reads,
      schema: {
        operationId: 'qualificationVersions',
        tags,
        querystring: z.strictObject({
          before: versionNumber.optional(),
          limit: z.coerce.number().int().min(1).max(200).optional(),
        }),
        response: { 200: versionsSchema, ...refusals },
      },
    },
    async (request) => {
      const { before, limit = PAGE } = request.query;
      const versions = await database.withBusiness(askerOf(request).business.id, (tx) =>
        agreementVersions(tx, { before, limit }),
      );
      const last = versions.length === limit ? versions.at(-1) : undefined;
      return {
        versions: versions.map(({ definition: _definition, ...version }) => version),
        next: last?.version ?? null,
      };
    },
  );

  app.get(
    '/v1/sales/qualification/versions/:version',
    {
      config: reads,
      schema: {
        operationId: 'qualificationVersion',
        tags,
        params: z.strictObject({ version: versionNumber }),
        response: { 200: agreementSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { version } = request.params;
      const found = await database.withBusiness(askerOf(request).business.id, (tx) =>
        agreementVersion(tx, version),
      );
      return found === null
        ? refuseWith(request, reply, {
            code: 'qualification_version_unknown',
            field: 'version',
            detail: { version },
          })
        : reply.send(found);
    },
  );

  app.put(
    '/v1/sales/qualification/sellers',
    {
      config: manages,
      schema: {
        operationId: 'chooseSellers',
        tags,
        description:
          'Says among whom leads are dealt out in turn. With nobody they wait for whoever takes them.',
        body: z.strictObject({ sellers: z.array(z.string().min(1).max(64)).max(200) }),
        response: { 200: z.strictObject({ sellers: z.array(z.string()) }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const sellers = [...new Set(request.body.sellers)];
        for (const [index, seller] of sellers.entries()) {
          const checked = await checkOwner(tx, seller, `sellers.${index}`);
          if (!checked.ok) return checked;
        }
        await chooseSellers(tx, sellers);
        await recordDeed(tx, {
          by,
          deed: 'leads.sellers_chosen',
          about: { kind: 'leads', id: 'sellers' },
          detail: { sellers: sellers.length },
        });
        return accept({ status: 200 as const, body: { sellers } });
      });
      return reply;
    },
  );
}

function draftRoutes(app: Http, { clock, writes }: RouteParts): void {
  app.put(
    '/v1/sales/qualification/draft',
    {
      config: manages,
      schema: {
        operationId: 'keepQualificationDraft',
        tags,
        description:
          'Keeps the draft as it is being written, also while it could not be put in force. `revision` is that of the draft it was begun from, 0 when there was none; when somebody saved in between, 409 `changed_meanwhile` and nothing is kept.',
        body: z.strictObject({ definition: qualificationSchema, revision: z.int().min(0), note: noteText }),
        response: { 200: z.strictObject({ revision: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { definition, revision, note } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const kept = await keepDraft(tx, {
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
            deed: 'qualification.drafted',
            about: { kind: 'qualification', id: 'draft' },
          });
        return accept({ status: 200 as const, body: { revision: kept.value.revision } });
      });
      return reply;
    },
  );

  app.delete(
    '/v1/sales/qualification/draft',
    {
      config: manages,
      schema: {
        operationId: 'discardQualificationDraft',
        tags,
        querystring: z.strictObject({ revision: versionNumber }),
        response: { 200: z.strictObject({ revision: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { revision } = request.query;
      await writes.inBusiness(request, reply, async (tx) => {
        const draft = await holdDraft(tx, revision);
        if (!draft.ok) return draft;
        await closeDraft(tx);
        await recordDeed(tx, {
          by,
          deed: 'qualification.discarded',
          about: { kind: 'qualification', id: 'draft' },
        });
        return accept({ status: 200 as const, body: { revision } });
      });
      return reply;
    },
  );

  app.post(
    '/v1/sales/qualification/draft/publish',
    {
      config: manages,
      schema: {
        operationId: 'publishQualification',
        tags,
        description: 'Puts the draft in force. Every open lead is scored by it in the background.',
        body: z.strictObject({ revision: z.int().min(1), note: noteText }),
        response: { 201: z.strictObject({ version: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { revision, note } = request.body;
      await writes.inBusiness(request, reply, async (tx) => {
        const draft = await soundDraft(tx, revision);
        if (!draft.ok) return draft;
        const { definition, note: kept } = draft.value;
        const version = await insertAgreement(tx, {
          definition,
          note: note ?? kept,
          by: by.name,
          now: clock.now(),
        });
        await closeDraft(tx);
        await addJob(tx, 'look-at-leads', {}, 'look-at-leads');
        await recordDeed(tx, {
          by,
          deed: 'qualification.published',
          about: { kind: 'qualification', id: version },
          detail: { version },
        });
        return accept({ status: 201 as const, body: { version } });
      });
      return reply;
    },
  );
}

/** The draft as its asker saw it, with nothing wrong with it. Refusals: those of `holdDraft`, its first fault. */
async function soundDraft(
  tx: Tx,
  revision: number,
): Promise<Result<{ readonly definition: Qualification; readonly note: string | null }>> {
  const draft = await holdDraft(tx, revision);
  if (!draft.ok) return draft;
  const [fault] = await faultsOf(tx, draft.value.definition);
  return fault === undefined
    ? draft
    : refuse(
        fault.code,
        fault.field === undefined ? 'definition' : `definition.${fault.field}`,
        fault.detail,
      );
}

function trialRoutes(app: Http, { database, clock, writes }: RouteParts): void {
  const params = z.strictObject({ trial: idText });

  app.post(
    '/v1/sales/qualification/draft/try',
    {
      config: manages,
      schema: {
        operationId: 'tryQualification',
        tags,
        description:
          'Plays the draft and what is in force over everybody’s recorded history, in the background: whom each would have handed to sales, and who of them bought. Nothing is written to leads.',
        body: z.strictObject({
          revision: z.int().min(1),
          from: dayText.optional().describe('The first day; a year before the last where it is left out.'),
          to: dayText.optional().describe('The last day; today where it is left out.'),
          fruitDays: z
            .int()
            .min(1)
            .max(730)
            .optional()
            .describe('For how many days after a hand-over a purchase counts as its fruit; 90 unless said.'),
        }),
        response: { 202: z.strictObject({ trial: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { business } = by;
      const { revision, from, to, fruitDays = FRUIT_DAYS } = request.body;
      const now = clock.now();
      const zone = zoneOf(business.zone);
      const last = to === undefined ? accept(now) : startOfDay(business, to, 'to');
      if (!last.ok) return refuseWith(request, reply, last.refusal);
      const end = Math.min(zone.startOf(zone.dayOf(last.value) + 1), now + 1);
      const first =
        from === undefined
          ? accept(zone.startOf(zone.dayOf(last.value) - YEAR))
          : startOfDay(business, from, 'from');
      if (!first.ok) return refuseWith(request, reply, first.refusal);
      if (first.value >= end)
        return refuseWith(request, reply, { code: 'trial_dates_inverted', field: 'to' });
      await writes.inBusiness(request, reply, async (tx) => {
        const draft = await soundDraft(tx, revision);
        if (!draft.ok) return draft;
        const trial = await trials.add(tx, {
          definition: draft.value.definition,
          revision,
          settings: { from: first.value, to: end, fruitDays },
          by: by.name,
          now,
        });
        await addJob(
          tx,
          'try-qualification',
          { business: business.id, trial },
          `try-qualification ${business.id} ${trial}`,
        );
        return accept({ status: 202 as const, body: { trial } });
      });
      return reply;
    },
  );

  app.get(
    '/v1/sales/qualification/trials/:trial',
    {
      config: reads,
      schema: {
        operationId: 'qualificationTrial',
        tags,
        params,
        response: { 200: trialSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const found = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const trial = await trials.byId(tx, request.params.trial);
        if (trial === null) return null;
        const ids = (trial.result?.changes ?? []).map(({ person }) => person);
        const { rows: people } = await tx.query<{ id: number; name: string | null }>(
          `SELECT person_id AS id, name FROM people WHERE business_id = this_business() AND person_id = ANY($1::bigint[])
           ORDER BY person_id`,
          [ids],
        );
        return { ...trial, people };
      });
      return found === null
        ? refuseWith(request, reply, { code: 'qualification_trial_unknown', field: 'trial' })
        : reply.send(found as z.infer<typeof trialSchema>);
    },
  );

  app.post(
    '/v1/sales/qualification/trials/:trial/stop',
    {
      config: manages,
      schema: {
        operationId: 'stopQualificationTrial',
        tags,
        params,
        response: { 200: z.strictObject({ stopped: z.boolean() }), ...refusals },
      },
    },
    async (request, reply) => {
      const { trial } = request.params;
      await writes.inBusiness(request, reply, async (tx) => {
        if ((await trials.byId(tx, trial)) === null) return refuse('qualification_trial_unknown', 'trial');
        return accept({ status: 200 as const, body: { stopped: await trials.stop(tx, trial, clock.now()) } });
      });
      return reply;
    },
  );
}
