import { readIdentity } from '@nardeban/core/people';
import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { askerOf, idText, paging, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import { kinOf } from '../../programme/index.ts';
import type { AskAuthor } from './asks.ts';
import { countPending } from './counting.ts';
import { dealOf } from './deal-of.ts';
import { bringFriend, friendById, listFriends, listReferrers } from './friends.ts';
import { friendFactsSchema, friendSchema, newFriendSchema, referrerSchema, totalSchema } from './schemas.ts';

const PAGE = 50;
const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;
const writing = { scope: 'sales:write' } as const;
const one = z.strictObject({ id: idText });

/** Friends who were named, and what they have brought. */
export const friendRoutes: Routes = (app, { database, writes, clock }) => {
  app.post(
    '/v1/sales/recommendations/friends',
    {
      config: writing,
      schema: {
        operationId: 'bringFriend',
        tags,
        description:
          'A friend was named: they become a lead that keeps who recommended us. Somebody known is found, not doubled; where the club pays for friends it knows too.',
        body: newFriendSchema,
        response: {
          201: z.strictObject({
            friend: z.int(),
            person: z.int(),
            lead: z.int(),
            inClub: z.boolean(),
            known: z.boolean().describe('They were known before; nobody was made.'),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const {
          referrer,
          name,
          mobile,
          email,
          ask = null,
          channel = 'in-person',
          note = '',
          call = true,
        } = request.body;
        const identity = readIdentity({
          name,
          ...(mobile === undefined || mobile === '' ? {} : { mobile }),
          ...(email === undefined || email === '' ? {} : { email }),
        });
        if (!identity.ok) return identity;
        const kin = await kinOf(tx, referrer, 'referrer');
        if (!kin.ok) return kin;
        const deal = await dealOf(tx, request.body.deal, kin.value.root);
        if (!deal.ok) return deal;
        const asked = { referrer, friend: identity.value, ask, deal: deal.value, channel, note, call };
        const author: AskAuthor = { by: by.name, owner: by.user?.id ?? null, now: clock.now() };
        const brought = await bringFriend(tx, by.business, asked, author);
        return brought.ok ? accept({ status: 201, body: brought.value }) : brought;
      });
      return reply;
    },
  );

  app.get(
    '/v1/sales/recommendations/friends',
    {
      config: reading,
      schema: {
        operationId: 'listBroughtFriends',
        tags,
        description: 'Friends who were named, the newest first, with what each has brought.',
        querystring: z.strictObject({ ...paging, referrer: idText.optional() }),
        response: {
          200: z.strictObject({ friends: z.array(friendSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { limit = PAGE, after, referrer } = request.query;
      const found = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const kin = referrer === undefined ? null : await kinOf(tx, referrer, 'referrer');
        if (kin !== null && !kin.ok) return kin;
        await countPending(tx, clock.now());
        return accept(await listFriends(tx, { referrers: kin?.value.members ?? null, after, limit }));
      });
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      return reply.send({ friends: [...found.value.friends], next: found.value.next });
    },
  );

  app.get(
    '/v1/sales/recommendations/friends/:id',
    {
      config: reading,
      schema: {
        operationId: 'broughtFriend',
        tags,
        description: 'One of them with every fact that counts into what they brought.',
        params: one,
        response: { 200: friendFactsSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const found = await database.withBusiness(askerOf(request).business.id, (tx) =>
        friendById(tx, request.params.id),
      );
      return found.ok ? reply.send(found.value) : refuseWith(request, reply, found.refusal);
    },
  );

  app.get(
    '/v1/sales/recommendations/referrers',
    {
      config: reading,
      schema: {
        operationId: 'listRecommenders',
        tags,
        description: 'Who brought whom, by what their friends have paid for since, net of what came back.',
        querystring: z.strictObject({
          after: z
            .string()
            .regex(/^[0-9]{1,16}-[0-9]{1,16}$/)
            .optional(),
          limit: paging.limit,
        }),
        response: {
          200: z.strictObject({
            referrers: z.array(referrerSchema),
            next: z.string().nullable(),
            total: totalSchema,
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { limit = PAGE, after } = request.query;
      const [revenue, person] = (after ?? '').split('-').map(Number);
      const place =
        after === undefined || revenue === undefined || person === undefined ? null : { revenue, person };
      const page = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        await countPending(tx, clock.now());
        return listReferrers(tx, { after: place, limit });
      });
      return {
        referrers: [...page.referrers],
        next: page.next === null ? null : `${page.next.revenue}-${page.next.person}`,
        total: page.total,
      };
    },
  );
};
