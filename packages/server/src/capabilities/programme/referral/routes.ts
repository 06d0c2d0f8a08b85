import { readIdentity } from '@nardeban/core/people';
import { accept, refuse } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { askerOf, idText, paging, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import { type Claim, claimReferral } from './claiming.ts';
import { decideReferral } from './deciding.ts';
import { type MarginSaid, MOST_IN_TREE, referralTree, topReferrers } from './graph.ts';
import { kinOf } from './kin.ts';
import { reissueLink } from './links.ts';
import { listReferrals, referralById } from './listing.ts';
import { referralOf } from './person.ts';
import { walletsShown } from './promised.ts';
import {
  claimSchema,
  decisionSchema,
  graphSchema,
  personReferralSchema,
  referralSchema,
  referralsSchema,
  referralStates,
  shownPerson,
  shownReferral,
  shownReferrer,
  shownTree,
  treeSchema,
} from './schemas.ts';

const PAGE = 50;
const DEEPEST = 6;
/** As `topReferrers` tells where a page ends: what the last one brought, and their number. */
const placeText = z.string().regex(/^[0-9]{1,16}\.[0-9]{1,15}$/);

/**
 * Who brought whom: codes, claims, what was paid, what waits for somebody to look, what it was worth. `marginSaid` is how the
 * business says what it keeps of a sale.
 */
export function referralRoutesWith(marginSaid: (tx: Tx) => Promise<MarginSaid>): Routes {
  return (app, { database, writes, clock, config }) => {
    const reading = { scope: 'club:read' } as const;
    const writing = { scope: 'club:write' } as const;
    const tags = ['club'];
    const one = z.strictObject({ id: idText });
    const baseOf = (request: { protocol: string; host: string }): string =>
      (config.publicUrl ?? `${request.protocol}://${request.host}`).replace(/\/+$/, '');

    app.get(
      '/v1/people/:id/referral',
      {
        config: reading,
        schema: {
          operationId: 'referralOfPerson',
          tags,
          description: 'The personal code of somebody, what came of it, and what the limits count.',
          params: one,
          response: { 200: personReferralSchema, ...refusals },
        },
      },
      async (request, reply) => {
        const { business } = askerOf(request);
        const found = await database.withBusiness(business.id, async (tx) => {
          const kin = await kinOf(tx, request.params.id);
          return kin.ok ? accept(await referralOf(tx, business, kin.value, clock.now())) : kin;
        });
        return found.ok
          ? reply.send(shownPerson(found.value, baseOf(request), business.slug))
          : refuseWith(request, reply, found.refusal);
      },
    );

    app.post(
      '/v1/people/:id/referral/reissue',
      {
        config: writing,
        schema: {
          operationId: 'reissueReferralCode',
          tags,
          description:
            'A new personal code, the first as well. Those before it lead to nobody from now on; what was paid and what the limits count stays.',
          params: one,
          response: { 201: personReferralSchema, ...refusals },
        },
      },
      async (request, reply) => {
        const asker = askerOf(request);
        const { business } = asker;
        await writes.inBusiness<z.infer<typeof personReferralSchema>>(request, reply, async (tx) => {
          const kin = await kinOf(tx, request.params.id);
          if (!kin.ok) return kin;
          const now = clock.now();
          await reissueLink(tx, kin.value.members, { by: asker.name, now });
          await recordDeed(tx, {
            by: asker,
            deed: 'referral.reissued',
            about: { kind: 'person', id: kin.value.root },
          });
          const shown = await referralOf(tx, business, kin.value, now);
          return accept({ status: 201, body: shownPerson(shown, baseOf(request), business.slug) });
        });
        return reply;
      },
    );

    app.post(
      '/v1/club/referrals',
      {
        config: { scope: 'till:write' },
        schema: {
          operationId: 'claimReferral',
          tags,
          description:
            'Somebody says who brought them. The first to be named has them; what is owed at once is paid at once. A referral against which too much speaks is in state `review` and waits for somebody to look.',
          body: claimSchema,
          response: { 201: referralSchema, ...refusals },
        },
      },
      async (request, reply) => {
        const asker = askerOf(request);
        const { business } = asker;
        await writes.inBusiness<z.infer<typeof referralSchema>>(request, reply, async (tx) => {
          const friend = readFriend(request.body.friend);
          if (!friend.ok) return friend;
          const claim: Claim = { ...request.body, friend: friend.value };
          const claimed = await claimReferral(tx, business, claim, { by: asker.name, now: clock.now() });
          if (!claimed.ok) return claimed;
          const shown = await referralById(tx, claimed.value.id);
          return shown.ok ? accept({ status: 201, body: shownReferral(shown.value) }) : shown;
        });
        return reply;
      },
    );

    app.get(
      '/v1/club/referrals',
      {
        config: reading,
        schema: {
          operationId: 'listReferrals',
          tags,
          description:
            'Who was brought by whom, the newest first; `state=review` is what waits for somebody to look.',
          querystring: z.strictObject({
            state: z.enum(referralStates).optional(),
            referrer: idText.optional(),
            ...paging,
          }),
          response: { 200: referralsSchema, ...refusals },
        },
      },
      async (request, reply) => {
        const { state, referrer, after, limit = PAGE } = request.query;
        const page = await database.withBusiness(askerOf(request).business.id, async (tx) => {
          const kin = referrer === undefined ? null : await kinOf(tx, referrer, 'referrer');
          if (kin?.ok === false) return kin;
          const found = await listReferrals(tx, { state, referrer: kin?.value.members, after, limit });
          return accept({ ...found, wallets: await walletsShown(tx) });
        });
        if (!page.ok) return refuseWith(request, reply, page.refusal);
        const { referrals, wallets, next } = page.value;
        return reply.send({ referrals: referrals.map(shownReferral), wallets: [...wallets], next });
      },
    );

    app.get(
      '/v1/club/referrals/:id',
      {
        config: reading,
        schema: {
          operationId: 'referral',
          tags,
          params: one,
          response: { 200: referralSchema, ...refusals },
        },
      },
      async (request, reply) => {
        const found = await database.withBusiness(askerOf(request).business.id, (tx) =>
          referralById(tx, request.params.id),
        );
        return found.ok ? reply.send(shownReferral(found.value)) : refuseWith(request, reply, found.refusal);
      },
    );

    for (const decide of ['approve', 'refuse'] as const) {
      app.post(
        `/v1/club/referrals/:id/${decide}`,
        {
          config: writing,
          schema: {
            operationId: decide === 'approve' ? 'approveReferral' : 'refuseReferral',
            tags,
            description:
              decide === 'approve'
                ? 'Lets pass what spoke against it, and pays what is owed. Undoes a refusal too.'
                : 'Takes back all that was paid for it, and pays nothing more.',
            params: one,
            body: decisionSchema,
            response: { 200: referralSchema, ...refusals },
          },
        },
        async (request, reply) => {
          const asker = askerOf(request);
          const { id } = request.params;
          await writes.inBusiness<z.infer<typeof referralSchema>>(request, reply, async (tx) => {
            const decision = { ...request.body, decide, by: asker.name, now: clock.now() };
            const decided = await decideReferral(tx, asker.business, id, decision);
            if (!decided.ok) return decided;
            await recordDeed(tx, {
              by: asker,
              deed: decide === 'approve' ? 'referral.approved' : 'referral.refused',
              about: { kind: 'referral', id },
              detail: { name: request.body.reason.slice(0, 300) },
            });
            const shown = await referralById(tx, id);
            return shown.ok ? accept({ status: 200, body: shownReferral(shown.value) }) : shown;
          });
          return reply;
        },
      );
    }

    app.get(
      '/v1/club/referrals/graph',
      {
        config: reading,
        schema: {
          operationId: 'topReferrers',
          tags,
          description: 'Who brought most, by what their own friends have bought.',
          querystring: z.strictObject({ after: placeText.optional(), limit: paging.limit }),
          response: { 200: graphSchema, ...refusals },
        },
      },
      async (request) => {
        const { after, limit = PAGE } = request.query;
        const [revenue, as] = after?.split('.').map(Number) ?? [];
        const place = revenue === undefined || as === undefined ? undefined : { revenue, as };
        return database.withBusiness(askerOf(request).business.id, async (tx) => {
          const margin = await marginSaid(tx);
          const { referrers, next } = await topReferrers(tx, { after: place, limit, margin });
          return {
            referrers: referrers.map(shownReferrer),
            margin: { rate: margin.marginRate, stated: margin.stated },
            next: next && `${next.revenue}.${next.as}`,
          };
        });
      },
    );

    app.get(
      '/v1/club/referrals/graph/:id',
      {
        config: reading,
        schema: {
          operationId: 'referralTree',
          tags,
          description: `Whom somebody brought, whom these brought, and what it was worth, level by level; at most ${MOST_IN_TREE} people.`,
          params: one,
          querystring: z.strictObject({ depth: z.coerce.number().int().min(1).max(DEEPEST).optional() }),
          response: { 200: treeSchema, ...refusals },
        },
      },
      async (request, reply) => {
        const { depth = 3 } = request.query;
        const found = await database.withBusiness(askerOf(request).business.id, async (tx) => {
          const kin = await kinOf(tx, request.params.id);
          if (!kin.ok) return kin;
          const margin = await marginSaid(tx);
          const tree = await referralTree(tx, kin.value, { depth, margin });
          return accept({ ...shownTree(tree), marginBy: { rate: margin.marginRate, stated: margin.stated } });
        });
        return found.ok ? reply.send(found.value) : refuseWith(request, reply, found.refusal);
      },
    );
  };
}

function readFriend(friend: z.infer<typeof claimSchema>['friend']) {
  if ('id' in friend) return accept({ id: friend.id });
  const parts = Object.fromEntries(Object.entries(friend).filter(([, value]) => value !== undefined));
  const identity = readIdentity(parts);
  if (identity.ok) return identity;
  const { code, field, detail } = identity.refusal;
  return refuse(code, field === undefined ? 'friend' : `friend.${field}`, detail);
}
