import { type Reward, rewardSchema } from '@nardeban/core/programme';
import { accept, refuse, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { askerOf, idText, paging, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import type { OfferMayBeBrought } from '../codes/batches.ts';
import { changeReward, draftReward, listRewards, rewardByKey } from './catalogue.ts';
import {
  keepImage,
  LARGEST_IMAGE_MB,
  MOST_IMAGES,
  receiveImage,
  removeImage,
  rewardImage,
} from './images.ts';
import { partnerEntries, partnersOwed, settlePartner } from './partners.ts';
import { redemptionRoutes } from './redemption-routes.ts';
import {
  keptRewardSchema,
  partnerEntrySchema,
  partnerSchema,
  period,
  rewardChangeSchema,
  rewardState,
} from './schemas.ts';

const PAGE = 50;
const tags = ['club'];
const reading = { scope: 'club:read' } as const;
const writing = { scope: 'club:write' } as const;
export const rewardKeyText = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/);
const one = z.strictObject({ key: rewardKeyText });

/** The catalogue of rewards, what was redeemed of it, and what is owed between partners. */
export function rewardRoutesWith(mayBeBrought: OfferMayBeBrought): Routes {
  return (app, parts) => {
    catalogueRoutes(app, parts);
    savingRoutes(mayBeBrought)(app, parts);
    imageRoutes(app, parts);
    redemptionRoutes(app, parts);
    partnerRoutes(app, parts);
  };
}

const catalogueRoutes: Routes = (app, { database }) => {
  app.get(
    '/v1/club/rewards',
    {
      config: reading,
      schema: {
        operationId: 'listRewards',
        tags,
        description: 'The catalogue, the newest first.',
        querystring: z.strictObject({ ...paging, state: rewardState.optional() }),
        response: {
          200: z.strictObject({ rewards: z.array(keptRewardSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { limit = PAGE, ...asked } = request.query;
      const page = await database.withBusiness(askerOf(request).business.id, (tx) =>
        listRewards(tx, { ...asked, limit }),
      );
      return {
        rewards: page.rewards.map((reward) => ({ ...reward, images: [...reward.images] })),
        next: page.next,
      };
    },
  );

  app.get(
    '/v1/club/rewards/:key',
    {
      config: reading,
      schema: { operationId: 'reward', tags, params: one, response: { 200: keptRewardSchema, ...refusals } },
    },
    async (request, reply) => {
      const found = await database.withBusiness(askerOf(request).business.id, (tx) =>
        rewardByKey(tx, request.params.key),
      );
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      return reply.send({ ...found.value, images: [...found.value.images] });
    },
  );
};

function savingRoutes(mayBeBrought: OfferMayBeBrought): Routes {
  const offerFits = async (tx: Tx, { what }: Reward, field: string): Promise<Result<true>> =>
    what.kind === 'discount' && what.offer !== undefined ? mayBeBrought(tx, what.offer, field) : accept(true);
  return (app, { writes, clock }) => {
    app.post(
      '/v1/club/rewards',
      {
        config: writing,
        schema: {
          operationId: 'draftReward',
          tags,
          description: 'Puts a reward into the catalogue as a draft: nobody can have it yet.',
          body: rewardSchema,
          response: { 201: keptRewardSchema, ...refusals },
        },
      },
      async (request, reply) => {
        const by = askerOf(request);
        await writes.inBusiness(request, reply, async (tx) => {
          const fit = await offerFits(tx, request.body, 'what.offer');
          if (!fit.ok) return fit;
          const drafted = await draftReward(tx, request.body, { by: by.name, now: clock.now() });
          if (!drafted.ok) return drafted;
          const { key, definition } = drafted.value;
          const about = { kind: 'reward', id: key };
          await recordDeed(tx, { by, deed: 'reward.saved', about, detail: { name: definition.name.fa } });
          return accept({ status: 201, body: drafted.value });
        });
        return reply;
      },
    );

    app.put(
      '/v1/club/rewards/:key',
      {
        config: writing,
        schema: {
          operationId: 'changeReward',
          tags,
          description: 'What was redeemed before stays as it was then.',
          params: one,
          body: rewardChangeSchema,
          response: { 200: keptRewardSchema, ...refusals },
        },
      },
      async (request, reply) => {
        const by = askerOf(request);
        const { key } = request.params;
        await writes.inBusiness(request, reply, async (tx) => {
          const { definition: said, state: asked } = request.body;
          // What is put away for good may name an offer that was put away before it.
          const fit =
            asked === 'archived' ? accept(true) : await offerFits(tx, said, 'definition.what.offer');
          if (!fit.ok) return fit;
          const changed = await changeReward(tx, key, request.body, { by: by.name, now: clock.now() });
          if (!changed.ok) return changed;
          const { definition, state } = changed.value;
          const detail = { name: definition.name.fa, state };
          await recordDeed(tx, { by, deed: 'reward.saved', about: { kind: 'reward', id: key }, detail });
          return accept({ status: 200, body: changed.value });
        });
        return reply;
      },
    );
  };
}

const imageRoutes: Routes = (app, { database, writes, clock }) => {
  const image = z.strictObject({ key: rewardKeyText, image: idText });

  app.post(
    '/v1/club/rewards/:key/images',
    {
      config: writing,
      schema: {
        operationId: 'addRewardImage',
        tags,
        description: `multipart/form-data with one part \`file\`: PNG, JPEG or WebP of at most ${LARGEST_IMAGE_MB} MB, and at most ${MOST_IMAGES} of them.`,
        consumes: ['multipart/form-data'],
        params: one,
        response: { 201: z.strictObject({ image: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const received = await receiveImage(request);
      if (!received.ok) return refuseWith(request, reply, received.refusal);
      await writes.inBusiness<{ image: number }>(request, reply, async (tx) => {
        const reward = await rewardByKey(tx, request.params.key, 'hold');
        if (!reward.ok) return reward;
        const { id, key, definition } = reward.value;
        const kept = await keepImage(tx, id, received.value, { by: by.name, now: clock.now() });
        if (!kept.ok) return kept;
        const about = { kind: 'reward', id: key };
        await recordDeed(tx, { by, deed: 'reward.image_added', about, detail: { name: definition.name.fa } });
        return accept({ status: 201, body: { image: kept.value } });
      });
      return reply;
    },
  );

  app.get(
    '/v1/club/rewards/:key/images/:image',
    {
      config: reading,
      schema: {
        operationId: 'rewardImage',
        tags,
        params: image,
        response: {
          200: { description: 'The picture', content: { 'image/*': { schema: z.string() } } },
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { key, image: id } = request.params;
      const found = await database.withBusiness(askerOf(request).business.id, (tx) =>
        rewardImage(tx, { reward: key, image: id, onOffer: false }),
      );
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      // A picture never changes: another one has another number.
      return reply
        .type(found.value.type)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, max-age=86400, immutable')
        .send(found.value.content as never);
    },
  );

  app.delete(
    '/v1/club/rewards/:key/images/:image',
    {
      config: writing,
      schema: {
        operationId: 'removeRewardImage',
        tags,
        params: image,
        response: { 200: z.strictObject({ done: z.literal(true) }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { key, image: id } = request.params;
      await writes.inBusiness<{ done: true }>(request, reply, async (tx) => {
        const reward = await rewardByKey(tx, key);
        if (!reward.ok) return reward;
        const removed = await removeImage(tx, reward.value.id, id);
        if (!removed.ok) return removed;
        const detail = { name: reward.value.definition.name.fa };
        await recordDeed(tx, {
          by,
          deed: 'reward.image_removed',
          about: { kind: 'reward', id: key },
          detail,
        });
        return accept({ status: 200, body: { done: true } });
      });
      return reply;
    },
  );
};

const partnerRoutes: Routes = (app, { database, writes, clock }) => {
  app.get(
    '/v1/club/partners',
    {
      config: reading,
      schema: {
        operationId: 'partnersOwed',
        tags,
        description:
          'What is owed between partners now, and what redemptions, cancellations and payments of a time have added to it.',
        querystring: z.strictObject(period),
        response: { 200: z.strictObject({ partners: z.array(partnerSchema) }), ...refusals },
      },
    },
    async (request) => {
      const partners = await database.withBusiness(askerOf(request).business.id, (tx) =>
        partnersOwed(tx, request.query),
      );
      return { partners: [...partners] };
    },
  );

  app.get(
    '/v1/club/partners/:key/entries',
    {
      config: reading,
      schema: {
        operationId: 'partnerEntries',
        tags,
        params: one,
        querystring: z.strictObject(paging),
        response: {
          200: z.strictObject({ entries: z.array(partnerEntrySchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { after, limit = PAGE } = request.query;
      const { key } = request.params;
      const page = await database.withBusiness(askerOf(request).business.id, (tx) =>
        partnerEntries(tx, { partner: key, after, limit }),
      );
      if (page.entries.length === 0 && after === undefined)
        return refuseWith(request, reply, { code: 'partner_unknown', field: 'key', detail: { key } });
      return reply.send({ entries: [...page.entries], next: page.next });
    },
  );

  app.post(
    '/v1/club/partners/:key/settle',
    {
      config: writing,
      schema: {
        operationId: 'settlePartner',
        tags,
        description: 'A payment between a partner and us: above 0 what we paid, below 0 what they paid.',
        params: one,
        body: z.strictObject({
          amount: z.int().min(-1e15).max(1e15),
          note: z.string().trim().max(200),
        }),
        response: { 201: partnerSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { key } = request.params;
      await writes.inBusiness(request, reply, async (tx) => {
        const { amount } = request.body;
        if (amount === 0) return refuse('amount_missing', 'amount');
        const author = { by: by.name, now: clock.now() };
        const owed = await settlePartner(tx, { partner: key, ...request.body }, author);
        if (owed === null) return refuse('partner_unknown', 'key', { key });
        const detail = { name: owed.name, amount };
        await recordDeed(tx, { by, deed: 'partner.settled', about: { kind: 'partner', id: key }, detail });
        return accept({ status: 201, body: owed });
      });
      return reply;
    },
  );
};
