import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { readerLanguage, refusals, refuseWith, type Routes } from '../../platform/http/index.ts';
import { historyPage } from '../facts/index.ts';
import { membersOf, personById } from '../people/index.ts';
import { clubOf } from './club.ts';
import { consentPurposes, consentsOf, sayConsent } from '../consent/index.ts';
import { memberOf } from './member.ts';
import { ownData } from './own-data.ts';
import { sayProfile } from './profile.ts';
import { consentSchema, historySchema, meSchema, shownMe } from './schemas.ts';
import { forMembers, portalParams } from './sign-in-routes.ts';
import { wayUpOf } from './way-up.ts';

/** What a member may see of what happened, each a line of their history. */
const SHOWN = [
  'club.joined',
  'giftcard.used',
  'level.changed',
  'offer.given',
  'order.paid',
  'order.returned',
  'points.earned',
  'points.expired',
  'points.restored',
  'points.reversed',
  'points.spent',
  'referral.converted',
  'referral.made',
  'referral.undone',
  'reward.redeemed',
  'voucher.used',
];
const PAGE = 20;

/** What a member sees and says of themselves. */
export const portalMemberRoutes: Routes = (app, parts) => {
  const { database, clock, writes } = parts;
  const tags = ['portal'];

  app.get(
    '/v1/portal/:business/me',
    {
      config: forMembers,
      schema: {
        operationId: 'portalMe',
        tags,
        params: portalParams,
        response: { 200: meSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const known = await memberOf(parts, request, request.params.business);
      if (!known.ok) return refuseWith(request, reply, known.refusal);
      const { business, settings, member } = known.value;
      const now = clock.now();
      const language = readerLanguage(request);
      const me = await database.withBusiness(business.id, async (tx) => {
        const person = await personById(tx, member.person);
        return {
          name: person?.name ?? null,
          birthday: typeof person?.traits['birthday'] === 'string' ? person.traits['birthday'] : null,
          way: await wayUpOf(tx, business, member.person, { now, language, rungs: settings.rungs }),
          club: await clubOf(tx, business, member.person, { now, language }),
          consents: await consentsOf(tx, member.person),
        };
      });
      return reply.header('cache-control', 'no-store').send(shownMe(member, me));
    },
  );

  app.get(
    '/v1/portal/:business/me/history',
    {
      config: forMembers,
      schema: {
        operationId: 'portalHistory',
        tags,
        description: 'What happened between the member and the business, the newest first.',
        params: portalParams,
        querystring: z.strictObject({
          after: z.string().max(40).optional(),
          limit: z.coerce.number().int().min(1).max(100).optional(),
        }),
        response: { 200: historySchema, ...refusals },
      },
    },
    async (request, reply) => {
      const known = await memberOf(parts, request, request.params.business);
      if (!known.ok) return refuseWith(request, reply, known.refusal);
      const { business, member } = known.value;
      const { after, limit = PAGE } = request.query;
      const page = await database.withBusiness(business.id, async (tx) => {
        const people = (await membersOf(tx, [member.person])).get(member.person) ?? [member.person];
        return historyPage(tx, people, { limit, types: SHOWN, ...(after === undefined ? {} : { after }) });
      });
      if (!page.ok) return refuseWith(request, reply, page.refusal);
      const { facts, next } = page.value;
      return reply
        .header('cache-control', 'no-store')
        .send({ lines: facts.map(({ id, type, at, data }) => ({ id, type, at, data: { ...data } })), next });
    },
  );

  app.put(
    '/v1/portal/:business/me/profile',
    {
      config: forMembers,
      schema: {
        operationId: 'sayPortalProfile',
        tags,
        params: portalParams,
        body: z.strictObject({
          name: z.string().max(400).optional(),
          birthday: z.strictObject({ year: z.int(), month: z.int(), day: z.int() }).optional(),
        }),
        response: { 200: z.strictObject({ said: z.literal(true) }), ...refusals },
      },
    },
    async (request, reply) => {
      const known = await memberOf(parts, request, request.params.business);
      if (!known.ok) return refuseWith(request, reply, known.refusal);
      const { business, member } = known.value;
      const whose = { business: business.id, name: `member ${member.person}` };
      await writes.inBusinessOf<{ said: true }>(whose, request, reply, async (tx) => {
        const said = await sayProfile(tx, business, {
          person: member.person,
          said: request.body,
          now: clock.now(),
        });
        return said.ok ? accept({ status: 200, body: { said: true } }) : said;
      });
      return reply;
    },
  );

  app.put(
    '/v1/portal/:business/me/consents/:purpose',
    {
      config: forMembers,
      schema: {
        operationId: 'sayPortalConsent',
        tags,
        description: 'Agrees to one purpose, or takes it back: as easy the one way as the other.',
        params: z.strictObject({ ...portalParams.shape, purpose: z.enum(consentPurposes) }),
        body: z.strictObject({ given: z.boolean() }),
        response: { 200: z.strictObject({ consents: z.array(consentSchema) }), ...refusals },
      },
    },
    async (request, reply) => {
      const known = await memberOf(parts, request, request.params.business);
      if (!known.ok) return refuseWith(request, reply, known.refusal);
      const { business, member } = known.value;
      const whose = { business: business.id, name: `member ${member.person}` };
      await writes.inBusinessOf(whose, request, reply, async (tx) => {
        await sayConsent(tx, business, {
          person: member.person,
          purpose: request.params.purpose,
          given: request.body.given,
          language: readerLanguage(request),
          address: request.ip,
          now: clock.now(),
        });
        return accept({ status: 200, body: { consents: [...(await consentsOf(tx, member.person))] } });
      });
      return reply;
    },
  );

  app.get(
    '/v1/portal/:business/me/data',
    {
      config: forMembers,
      schema: {
        operationId: 'portalOwnData',
        tags,
        description: 'Everything the business keeps about the member, as a file.',
        params: portalParams,
        response: { 200: z.record(z.string(), z.unknown()), ...refusals },
      },
    },
    async (request, reply) => {
      const known = await memberOf(parts, request, request.params.business);
      if (!known.ok) return refuseWith(request, reply, known.refusal);
      const { business, member } = known.value;
      const data = await database.withBusiness(business.id, (tx) => ownData(tx, member.person, clock.now()), {
        readOnly: true,
        isolation: 'repeatable read',
      });
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="my-data-${business.slug}.json"`)
        .send(data);
    },
  );
};
