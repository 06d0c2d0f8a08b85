import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import {
  fromOurPages,
  languageText,
  readerLanguage,
  refusals,
  refuseWith,
  type Routes,
} from '../../platform/http/index.ts';
import { retrying } from '../../platform/database/index.ts';
import { askCode, checkCode, useCode } from '../programme/index.ts';
import { consentPurposes, consentWords } from '../consent/index.ts';
import { inviterNamed, noteComing } from './inviting.ts';
import { whoProved } from './joining.ts';
import { deviceOf, keepToken, memberOf, portalOf } from './member.ts';
import { beginSession, endSessions } from './sessions.ts';

/** Members prove themselves by a code sent to their mobile; no scope of staff or keys is asked. */
export const forMembers = {
  scope: { public: 'members of the club prove themselves by a code of their own' },
} as const;
export const portalParams = z.strictObject({
  business: z.string().min(1).max(64).describe('The slug of the business.'),
});

const friendText = z.string().min(1).max(60).optional().describe('The code of the link that brought them.');
const portalSchema = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    currency: z.string(),
    unit: z.enum(['rial', 'toman', 'major']),
    calendar: z.enum(['jalali', 'gregorian']),
    zone: z.string(),
    language: languageText,
    joining: z.boolean(),
    welcome: z.string(),
    consents: z.array(z.strictObject({ purpose: z.enum(consentPurposes), words: z.string() })),
    invitedBy: z.string().nullable().describe('The first name of whoever’s code it is, where it is known.'),
  })
  .meta({ id: 'Portal' });

/** The way into the customer's own pages. */
export const portalSignInRoutes: Routes = (app, parts) => {
  const { database, clock, config } = parts;
  const tags = ['portal'];

  app.get(
    '/v1/portal/:business',
    {
      config: forMembers,
      schema: {
        operationId: 'portal',
        tags,
        description:
          'What a customer’s page needs before anybody signs in. A business that opened none has none.',
        params: portalParams,
        querystring: z.strictObject({ friend: friendText }),
        response: { 200: portalSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const portal = await portalOf(parts, request.params.business);
      if (!portal.ok) return refuseWith(request, reply, portal.refusal);
      const { business, settings } = portal.value;
      const { slug, name, currency, unit, calendar, zone, language } = business;
      const reader = readerLanguage(request);
      const { friend } = request.query;
      const invitedBy =
        friend === undefined
          ? null
          : await database.withBusiness(business.id, (tx) => inviterNamed(tx, friend), { readOnly: true });
      return reply.header('cache-control', 'no-store').send({
        slug,
        name,
        currency,
        unit,
        calendar,
        zone,
        language,
        joining: settings.joining,
        welcome: settings.welcome,
        consents: consentPurposes.map((purpose) => ({ purpose, words: consentWords[purpose][reader] })),
        invitedBy,
      });
    },
  );

  app.post(
    '/v1/portal/:business/codes',
    {
      config: forMembers,
      schema: {
        operationId: 'askPortalCode',
        tags,
        description:
          'Sends a code to a mobile. The answer is the same whether the business knows the mobile or not. At most one a minute and five an hour for a mobile.',
        params: portalParams,
        body: z.strictObject({ mobile: z.string().min(1).max(40) }),
        response: {
          200: z.strictObject({
            challenge: z.string(),
            to: z.string().describe('The mobile, all but its ends hidden.'),
            expiresAt: z.int(),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      if (!fromOurPages(request, config.publicUrl))
        return refuseWith(request, reply, { code: 'origin_refused' });
      const portal = await portalOf(parts, request.params.business);
      if (!portal.ok) return refuseWith(request, reply, portal.refusal);
      const sent = await askCode(parts, portal.value.business, {
        purpose: 'sign-in',
        to: { mobile: request.body.mobile },
        address: request.ip,
        language: readerLanguage(request),
      });
      if (!sent.ok) return refuseWith(request, reply, { field: 'mobile', ...sent.refusal });
      return reply.send(sent.value);
    },
  );

  app.post(
    '/v1/portal/:business/sign-in',
    {
      config: forMembers,
      schema: {
        operationId: 'signInToPortal',
        tags,
        description:
          'Tells the code. Whoever was not in the club yet joins it. The session is a cookie of this business’s portal alone.',
        params: portalParams,
        body: z.strictObject({
          challenge: z.string().length(32),
          code: z.string().min(1).max(30),
          friend: friendText,
        }),
        response: {
          200: z.strictObject({
            joined: z.boolean().describe('They came to the club just now.'),
            friend: z.boolean().describe('Who brought them is noted.'),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      if (!fromOurPages(request, config.publicUrl))
        return refuseWith(request, reply, { code: 'origin_refused' });
      const portal = await portalOf(parts, request.params.business);
      if (!portal.ok) return refuseWith(request, reply, portal.refusal);
      const { business, settings } = portal.value;
      const { challenge, code, friend: friendCode } = request.body;
      const proof = await checkCode(parts, business, { purpose: 'sign-in', code, by: { challenge } });
      if (!proof.ok) return refuseWith(request, reply, proof.refusal);
      const now = clock.now();
      const device = deviceOf(request, reply, parts, business);
      const begun = await retrying(() =>
        database.withBusiness(business.id, async (tx) => {
          const used = await useCode(tx, proof.value, now);
          if (!used.ok) return used;
          const { mobile } = proof.value;
          const joined = await whoProved(tx, business, { mobile, mayJoin: settings.joining, now });
          if (!joined.ok) return joined;
          const { person, isNew } = joined.value;
          const came = { person, isNew, friendCode, device, network: request.ip, now };
          const friend = await noteComing(tx, business, came);
          const userAgent = request.headers['user-agent'];
          return accept({ isNew, friend, token: await beginSession(tx, { person, mobile, userAgent, now }) });
        }),
      );
      if (!begun.ok) return refuseWith(request, reply, begun.refusal);
      keepToken(reply, parts, business, begun.value.token);
      return reply
        .header('cache-control', 'no-store')
        .send({ joined: begun.value.isNew, friend: begun.value.friend });
    },
  );

  app.post(
    '/v1/portal/:business/sign-out',
    {
      config: forMembers,
      schema: {
        operationId: 'signOutOfPortal',
        tags,
        params: portalParams,
        body: z.strictObject({ everywhere: z.boolean().optional() }),
        response: { 200: z.strictObject({ out: z.literal(true) }), ...refusals },
      },
    },
    async (request, reply) => {
      const known = await memberOf(parts, request, request.params.business);
      if (!known.ok && known.refusal.code !== 'member_sign_in_needed')
        return refuseWith(request, reply, known.refusal);
      if (known.ok) {
        const { business, member } = known.value;
        await database.withBusiness(business.id, (tx) =>
          endSessions(tx, member, request.body.everywhere === true),
        );
        keepToken(reply, parts, business, null);
      }
      return reply.send({ out: true });
    },
  );
};
