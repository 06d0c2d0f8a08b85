import { accept, type Refusal } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { askerOf, idText, paging, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import { kinOf, personalLink } from '../../programme/index.ts';
import { type MayAsk, mayAsk } from './asking.ts';
import { answerAsk, type AskAuthor, listAsks, noteAsk } from './asks.ts';
import { dealOf } from './deal-of.ts';
import { friendRoutes } from './friend-routes.ts';
import { broughtByWhom, listFriends } from './friends.ts';
import { countReady } from './readiness.ts';
import { readyPeople } from './ready.ts';
import {
  answerSchema,
  askSchema,
  friendSchema,
  mayAskSchema,
  newAskSchema,
  readySchema,
  settingsChangeSchema,
  settingsSchema,
} from './schemas.ts';
import { type AskSettings, saveSettings, settingsOf } from './settings.ts';

const PAGE = 50;
const MOST_COUNTED = 1001;
const FEW = 20;
const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;
const writing = { scope: 'sales:write' } as const;
const managing = { scope: 'sales:manage' } as const;
const one = z.strictObject({ id: idText });

/** Whom to ask for a recommendation, what they said, and what the friends they named have brought. */
export const recommendationRoutes: Routes = (app, parts) => {
  settingsRoutes(app, parts);
  askRoutes(app, parts);
  friendRoutes(app, parts);
};

async function withNumbers(tx: Tx, settings: AskSettings) {
  const { rowCount } = await tx.query(
    'SELECT FROM recommendation_rounds WHERE business_id = this_business()',
  );
  return { ...settings, ready: await countReady(tx, MOST_COUNTED), looking: (rowCount ?? 0) > 0 };
}

const settingsRoutes: Routes = (app, { database, writes, clock }) => {
  app.get(
    '/v1/sales/recommendations/settings',
    {
      config: reading,
      schema: {
        operationId: 'recommendationSettings',
        tags,
        description: 'When customers are asked to recommend us, and with which words.',
        response: { 200: settingsSchema, ...refusals },
      },
    },
    async (request) =>
      database.withBusiness(askerOf(request).business.id, async (tx) =>
        withNumbers(tx, await settingsOf(tx)),
      ),
  );

  app.put(
    '/v1/sales/recommendations/settings',
    {
      config: managing,
      schema: {
        operationId: 'saveRecommendationSettings',
        tags,
        description: 'Keeps the rule and has everybody looked at by it, in the background.',
        body: settingsChangeSchema,
        response: { 200: settingsSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const saved = await saveSettings(tx, request.body, { by: by.name, now: clock.now() });
        if (!saved.ok) return saved;
        await recordDeed(tx, { by, deed: 'recommendation.rule_saved', detail: {} });
        return accept({ status: 200, body: await withNumbers(tx, saved.value) });
      });
      return reply;
    },
  );

  app.get(
    '/v1/sales/recommendations/ready',
    {
      config: reading,
      schema: {
        operationId: 'readyToBeAsked',
        tags,
        description: 'Who may be asked now, the likeliest to say yes first, each with the reasons.',
        querystring: z.strictObject({ after: z.string().max(60).optional(), limit: paging.limit }),
        response: {
          200: z.strictObject({ people: z.array(readySchema), next: z.string().nullable() }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { after, limit = FEW } = request.query;
      const found = await database.withBusiness(business.id, (tx) =>
        readyPeople(tx, business, { after, limit }, clock.now()),
      );
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      return reply.send({ people: [...found.value.people], next: found.value.next });
    },
  );

  app.get(
    '/v1/sales/recommendations/people/:id',
    {
      config: reading,
      schema: {
        operationId: 'recommendationOfPerson',
        tags,
        description:
          'Whether somebody may be asked, and why or why not; how they were asked before; whom they brought, and who brought them.',
        params: one,
        response: {
          200: z.strictObject({
            may: mayAskSchema,
            asks: z.array(askSchema),
            friends: z.array(friendSchema),
            broughtBy: friendSchema.nullable(),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const found = await database.withBusiness(business.id, async (tx) => {
        const may = await mayAsk(tx, business, request.params.id, clock.now());
        if (!may.ok) return may;
        const kin = await kinOf(tx, may.value.person);
        if (!kin.ok) return kin;
        const { members } = kin.value;
        const { asks } = await listAsks(tx, { people: members, limit: FEW });
        const { friends } = await listFriends(tx, { referrers: members, limit: FEW });
        const broughtBy = await broughtByWhom(tx, may.value.person);
        return accept({ may: may.value, asks: [...asks], friends: [...friends], broughtBy });
      });
      return found.ok ? reply.send(found.value) : refuseWith(request, reply, found.refusal);
    },
  );

  app.post(
    '/v1/sales/recommendations/people/:id/link',
    {
      config: writing,
      schema: {
        operationId: 'recommendationLink',
        tags,
        description:
          'The personal code by which friends of theirs come to the club; the one they have, or a new one.',
        params: one,
        response: { 201: z.strictObject({ code: z.string() }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const kin = await kinOf(tx, request.params.id);
        if (!kin.ok) return kin;
        const { code } = await personalLink(tx, kin.value.members, { by: by.name, now: clock.now() });
        return accept({ status: 201, body: { code } });
      });
      return reply;
    },
  );
};

/** Why somebody is not asked, as a refusal; null: they may be. A complaint and a "no" stand whatever is said. */
function forbidden({ against }: MayAsk, anyway: boolean): Refusal | null {
  if (against === 'complaint') return { code: 'recommendation_complaint_open', field: 'person' };
  if (against === 'refused') return { code: 'recommendation_refused_before', field: 'person' };
  if (against === null || anyway) return null;
  return against === 'lately'
    ? { code: 'recommendation_asked_lately', field: 'person' }
    : { code: 'recommendation_not_content', field: 'person' };
}

const askRoutes: Routes = (app, { database, writes, clock }) => {
  app.get(
    '/v1/sales/recommendations/asks',
    {
      config: reading,
      schema: {
        operationId: 'listRecommendationAsks',
        tags,
        description: 'Who was asked and what they said, the newest first; `open`: no answer yet.',
        querystring: z.strictObject({
          ...paging,
          answer: z.enum(['yes', 'later', 'no', 'open']).optional(),
        }),
        response: {
          200: z.strictObject({ asks: z.array(askSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { limit = PAGE, after, answer } = request.query;
      const page = await database.withBusiness(askerOf(request).business.id, (tx) =>
        listAsks(tx, { people: null, answer, after, limit }),
      );
      return { asks: [...page.asks], next: page.next };
    },
  );

  app.post(
    '/v1/sales/recommendations/asks',
    {
      config: writing,
      schema: {
        operationId: 'askRecommendation',
        tags,
        description:
          'Writes down that somebody was asked, and what they said. "Later" plans the day on which to come back.',
        body: newAskSchema,
        response: { 201: askSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const now = clock.now();
        const { body } = request;
        const may = await mayAsk(tx, by.business, body.person, now);
        if (!may.ok) return may;
        // Two who ask the same person at once are one after the other: the second sees that they were asked.
        await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('nardeban recommendation', $1))`, [
          may.value.person,
        ]);
        const again = await mayAsk(tx, by.business, may.value.person, now);
        if (!again.ok) return again;
        const not = forbidden(again.value, body.anyway === true);
        if (not !== null) return { ok: false, refusal: not };
        const deal = await dealOf(tx, body.deal, again.value.person);
        if (!deal.ok) return deal;
        const { rule } = await settingsOf(tx);
        const asked = {
          person: again.value.person,
          deal: deal.value,
          channel: body.channel,
          template: body.template ?? null,
          answer: body.answer ?? null,
          until: body.until ?? null,
          note: body.note ?? '',
        };
        const author: AskAuthor = { by: by.name, owner: by.user?.id ?? null, now };
        const noted = await noteAsk(tx, by.business, asked, rule.laterDays, author);
        return noted.ok ? accept({ status: 201, body: noted.value }) : noted;
      });
      return reply;
    },
  );

  app.put(
    '/v1/sales/recommendations/asks/:id',
    {
      config: writing,
      schema: {
        operationId: 'answerRecommendation',
        tags,
        description: 'What they said when they were asked.',
        params: one,
        body: answerSchema,
        response: { 200: askSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const { answer, until = null, note, revision } = request.body;
        const { rule } = await settingsOf(tx);
        const author: AskAuthor = { by: by.name, owner: by.user?.id ?? null, now: clock.now() };
        const asked = { id: request.params.id, answer, until, note, revision };
        const answered = await answerAsk(tx, by.business, asked, rule.laterDays, author);
        return answered.ok ? accept({ status: 200, body: answered.value }) : answered;
      });
      return reply;
    },
  );
};
