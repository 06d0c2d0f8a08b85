import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { idText, readerLanguage, refusals, refuseWith, type Routes } from '../../platform/http/index.ts';
import { rewardImage } from '../programme/index.ts';
import { memberCodes } from './codes.ts';
import { invitationOf } from './inviting.ts';
import { memberOf, portalOf } from './member.ts';
import { memberRewards, takeReward } from './rewards.ts';
import { codesSchema, invitationSchema, rewardsSchema } from './schemas.ts';
import { forMembers, portalParams } from './sign-in-routes.ts';

const rewardKey = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/);
const takenSchema = z
  .strictObject({
    code: z.string().describe('What is shown when it is handed over.'),
    endsAt: z.int().nullable(),
  })
  .meta({ id: 'PortalRewardTaken' });

/** What a member has of the club: rewards, codes, gift cards, the way to bring a friend. */
export const portalClubRoutes: Routes = (app, parts) => {
  const { database, clock, writes } = parts;
  const tags = ['portal'];

  app.get(
    '/v1/portal/:business/me/rewards',
    {
      config: forMembers,
      schema: {
        operationId: 'portalRewards',
        tags,
        description: 'Everything on offer; what they cannot have yet says why.',
        params: portalParams,
        response: { 200: rewardsSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const known = await memberOf(parts, request, request.params.business);
      if (!known.ok) return refuseWith(request, reply, known.refusal);
      const { business, member } = known.value;
      const reader = { now: clock.now(), language: readerLanguage(request) };
      const rewards = await database.withBusiness(business.id, (tx) =>
        memberRewards(tx, business, member.person, reader),
      );
      return reply.header('cache-control', 'no-store').send({ rewards: [...rewards] });
    },
  );

  app.post(
    '/v1/portal/:business/me/rewards/:key',
    {
      config: forMembers,
      schema: {
        operationId: 'takePortalReward',
        tags,
        description: 'Spends what it costs and answers the code that is shown when it is handed over.',
        params: z.strictObject({ ...portalParams.shape, key: rewardKey }),
        body: z.strictObject({
          units: z
            .int()
            .min(1)
            .max(1e12)
            .optional()
            .describe('How much they want to spend, where they may choose.'),
        }),
        response: { 201: takenSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const known = await memberOf(parts, request, request.params.business);
      if (!known.ok) return refuseWith(request, reply, known.refusal);
      const { business, member } = known.value;
      const whose = { business: business.id, name: `member ${member.person}` };
      await writes.inBusinessOf<z.infer<typeof takenSchema>>(whose, request, reply, async (tx) => {
        const taken = await takeReward(tx, business, {
          person: member.person,
          key: request.params.key,
          units: request.body.units ?? null,
          now: clock.now(),
        });
        return taken.ok ? accept({ status: 201, body: taken.value }) : taken;
      });
      return reply;
    },
  );

  app.get(
    '/v1/portal/:business/rewards/:key/images/:image',
    {
      config: forMembers,
      schema: {
        operationId: 'portalRewardImage',
        tags,
        params: z.strictObject({ ...portalParams.shape, key: rewardKey, image: idText }),
        response: {
          200: { description: 'The picture', content: { 'image/*': { schema: z.string() } } },
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business: slug, key, image: id } = request.params;
      const portal = await portalOf(parts, slug);
      if (!portal.ok) return refuseWith(request, reply, portal.refusal);
      const image = await database.withBusiness(portal.value.business.id, (tx) =>
        rewardImage(tx, { reward: key, image: id, onOffer: true }),
      );
      if (!image.ok) return refuseWith(request, reply, image.refusal);
      // A picture never changes: another one has another number.
      return reply
        .type(image.value.type)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'public, max-age=86400, immutable')
        .send(image.value.content as never);
    },
  );

  app.get(
    '/v1/portal/:business/me/codes',
    {
      config: forMembers,
      schema: {
        operationId: 'portalCodes',
        tags,
        params: portalParams,
        response: { 200: codesSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const known = await memberOf(parts, request, request.params.business);
      if (!known.ok) return refuseWith(request, reply, known.refusal);
      const { business, member } = known.value;
      const reader = { now: clock.now(), language: readerLanguage(request) };
      const codes = await database.withBusiness(business.id, (tx) => memberCodes(tx, member.person, reader));
      const { vouchers, cards } = codes;
      return reply
        .header('cache-control', 'no-store')
        .send({ member: codes.member, vouchers: [...vouchers], cards: [...cards] });
    },
  );

  app.get(
    '/v1/portal/:business/me/referral',
    {
      config: forMembers,
      schema: {
        operationId: 'portalInvitation',
        tags,
        description: 'The code by which they bring friends, made when it is first asked for.',
        params: portalParams,
        response: { 200: invitationSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const known = await memberOf(parts, request, request.params.business);
      if (!known.ok) return refuseWith(request, reply, known.refusal);
      const { business, member } = known.value;
      const invitation = await database.withBusiness(business.id, (tx) =>
        invitationOf(tx, business, member.person, clock.now()),
      );
      if (!invitation.ok) return refuseWith(request, reply, invitation.refusal);
      return reply
        .header('cache-control', 'no-store')
        .send({ ...invitation.value, rewarded: [...invitation.value.rewarded] });
    },
  );

  app.get(
    '/p/:business/manifest.webmanifest',
    { config: forMembers, schema: { hide: true, params: portalParams } },
    async (request, reply) => {
      const portal = await portalOf(parts, request.params.business);
      if (!portal.ok) return refuseWith(request, reply, portal.refusal);
      const { name, slug, language } = portal.value.business;
      return reply
        .header('cache-control', 'no-cache')
        .type('application/manifest+json; charset=utf-8')
        .send(manifestOf(name, slug, language));
    },
  );
};

/** Each club is an application of its own on the phone, under its own name. */
function manifestOf(name: string, slug: string, language: 'fa' | 'en'): object {
  const at = `/p/${slug}/`;
  return {
    id: at,
    name,
    short_name: name.slice(0, 24),
    lang: language,
    dir: language === 'fa' ? 'rtl' : 'ltr',
    start_url: at,
    scope: at,
    display: 'standalone',
    background_color: '#faf6ef',
    theme_color: '#a8431f',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
