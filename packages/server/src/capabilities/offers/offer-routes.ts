import { type Offer, offerSchema, reasonSchema } from '@nardeban/core/offers';
import { clubKey } from '@nardeban/core/programme';
import { accept, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../platform/audit/index.ts';
import { askerOf, named, refusals, refuseWith, type Routes } from '../../platform/http/index.ts';
import { becauseSchema } from '../ladder/index.ts';
import { restingOn } from '../programme/index.ts';
import { checkOffer } from './checking.ts';
import { offerPeople } from './offer-people.ts';
import {
  changeOffer,
  choosePeople,
  type KeptOffer,
  listOffers,
  makeOffer,
  offerByKey,
  type OfferState,
  setOfferState,
} from './offer-store.ts';

named(offerSchema, 'Offer');

const offerStates = ['draft', 'active', 'archived'] as const satisfies readonly OfferState[];
const keptOfferSchema = z
  .strictObject({
    offer: offerSchema,
    state: z.enum(offerStates).describe('Only an active offer is ever given; archived is for good.'),
    chosen: z.int().describe('How many people stand on its list.'),
    revision: z.int(),
    madeBy: z.string(),
    madeAt: z.number(),
    changedBy: z.string(),
    changedAt: z.number(),
  })
  .meta({ id: 'KeptOffer' });
type Shown = z.infer<typeof keptOfferSchema>;

const offerPeopleSchema = z
  .strictObject({
    people: z.array(
      z.strictObject({
        person: z.int(),
        name: z.string().nullable(),
        listed: z
          .strictObject({ by: z.string(), at: z.number() })
          .nullable()
          .describe('Who put them onto the list of the offer, and when; null: it has no list.'),
        rung: z
          .strictObject({ fa: z.string(), en: z.string() })
          .nullable()
          .describe('Where they stand on the ladder the offer asks for.'),
        appreciation: z.int().nullable().describe('Their score, where the offer asks for one.'),
        against: reasonSchema.nullable().describe('Why it is not for them as things stand; null: it is.'),
        because: becauseSchema.nullable().describe('What its criteria came to; null: it asks for none.'),
      }),
    ),
    next: z.int().nullable().describe('Send it as `after`; null: that is all.'),
  })
  .meta({ id: 'OfferPeople' });

const offerRestingSchema = z
  .strictObject({
    rewards: z.array(
      z.strictObject({ key: z.string(), name: z.strictObject({ fa: z.string(), en: z.string() }) }),
    ),
    batches: z.array(z.strictObject({ id: z.int(), name: z.string(), codes: z.int() })),
    taken: z.int().describe('Codes that people got for a reward and have not used.'),
  })
  .meta({ id: 'OfferResting' });

const PEOPLE_A_PAGE = 25;
const MOST_AT_ONCE = 1_000;
const PAGE = 50;

/** Offers: written, begun, paused, archived, and for whom they are. */
export const offerRoutes: Routes = (app, { database, writes, clock }) => {
  const reading = { scope: 'club:read' } as const;
  const writing = { scope: 'club:write' } as const;
  const tags = ['club'];
  const one = z.strictObject({ key: clubKey });

  app.get(
    '/v1/club/offers',
    {
      config: reading,
      schema: {
        operationId: 'listOffers',
        tags,
        description: 'Offers by key.',
        querystring: z.strictObject({
          state: z.enum(offerStates).optional(),
          after: clubKey.optional(),
          limit: z.coerce.number().int().min(1).max(200).optional(),
        }),
        response: {
          200: z.strictObject({ offers: z.array(keptOfferSchema), next: z.string().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { state, after, limit = PAGE } = request.query;
      const page = await database.withBusiness(askerOf(request).business.id, (tx) =>
        listOffers(tx, { state, after, limit }),
      );
      return { offers: page.offers.map(shown), next: page.next };
    },
  );

  app.get(
    '/v1/club/offers/:key',
    {
      config: reading,
      schema: {
        operationId: 'offer',
        tags,
        params: one,
        response: { 200: keptOfferSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { key } = request.params;
      const kept = await database.withBusiness(askerOf(request).business.id, (tx) => offerByKey(tx, key));
      if (kept === null) return refuseWith(request, reply, { code: 'offer_unknown', detail: { key } });
      return reply.send(shown(kept));
    },
  );

  app.post(
    '/v1/club/offers',
    {
      config: writing,
      schema: {
        operationId: 'makeOffer',
        tags,
        description: 'A new offer, as a draft.',
        body: offerSchema,
        response: { 201: keptOfferSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const offer: Offer = request.body;
      await writes.inBusiness<Shown>(request, reply, async (tx) => {
        const checked = await checkOffer(tx, asker.business, offer);
        if (!checked.ok) return checked;
        const made = await makeOffer(tx, offer, { by: asker.name, now: clock.now() });
        if (!made.ok) return made;
        await recordDeed(tx, { by: asker, deed: 'offer.drafted', ...about(offer) });
        return accept({ status: 201, body: shown(made.value) });
      });
      return reply;
    },
  );

  app.put(
    '/v1/club/offers/:key',
    {
      config: writing,
      schema: {
        operationId: 'changeOffer',
        tags,
        description:
          'Changes an offer. An active one is changed at once; quotes made before are priced again when they are committed.',
        params: one,
        body: z.strictObject({ offer: offerSchema, revision: z.int().min(1) }),
        response: { 200: keptOfferSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { offer, revision } = request.body;
      await writes.inBusiness<Shown>(request, reply, async (tx) => {
        // The key is what counters and facts know it by.
        if (offer.key !== request.params.key)
          return { ok: false, refusal: { code: 'offer_key_fixed', field: 'offer.key' } };
        const checked = await checkOffer(tx, asker.business, offer);
        if (!checked.ok) return checked;
        const changed = await changeOffer(tx, offer, revision, { by: asker.name, now: clock.now() });
        if (!changed.ok) return changed;
        await recordDeed(tx, { by: asker, deed: 'offer.changed', ...about(offer) });
        return accept({ status: 200, body: shown(changed.value) });
      });
      return reply;
    },
  );

  app.put(
    '/v1/club/offers/:key/state',
    {
      config: writing,
      schema: {
        operationId: 'setOfferState',
        tags,
        description: 'Begins an offer (`active`), pauses it (`draft`) or archives it.',
        params: one,
        body: z.strictObject({ state: z.enum(offerStates), revision: z.int().min(1) }),
        response: { 200: keptOfferSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { key } = request.params;
      await writes.inBusiness<Shown>(request, reply, async (tx) => {
        const changed = await setOfferState(tx, key, request.body, { by: asker.name, now: clock.now() });
        if (!changed.ok) return changed;
        await recordDeed(tx, {
          by: asker,
          deed: request.body.state === 'archived' ? 'offer.archived' : 'offer.changed',
          ...about(changed.value.offer),
        });
        return accept({ status: 200, body: shown(changed.value) });
      });
      return reply;
    },
  );

  app.get(
    '/v1/club/offers/:key/resting',
    {
      config: reading,
      schema: {
        operationId: 'offerResting',
        tags,
        description:
          'What gives nothing any more once an offer is archived or paused: rewards on offer whose code brings it, batches whose codes are still good, and codes that were taken as a reward.',
        params: one,
        response: { 200: offerRestingSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { key } = request.params;
      const resting = await database.withBusiness(askerOf(request).business.id, async (tx) =>
        (await offerByKey(tx, key)) === null ? null : restingOn(tx, key, clock.now()),
      );
      if (resting === null) return refuseWith(request, reply, { code: 'offer_unknown', detail: { key } });
      const { rewards, batches, taken } = resting;
      return reply.send({ rewards: [...rewards], batches: [...batches], taken });
    },
  );

  app.get(
    '/v1/club/offers/:key/people',
    {
      config: reading,
      schema: {
        operationId: 'offerPeople',
        tags,
        description:
          'Whom an offer is for, by number, each with the reason: of one for chosen people those on its list, also where something else speaks against them now; of any other those for whom everything holds that it asks of a person. A page may be short and have a next one: it looks at people for some seconds at most.',
        params: one,
        querystring: z.strictObject({
          after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
          limit: z.coerce.number().int().min(1).max(100).optional(),
        }),
        response: { 200: offerPeopleSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { key } = request.params;
      const { after = 0, limit = PEOPLE_A_PAGE } = request.query;
      const kept = await database.withBusiness(business.id, (tx) => offerByKey(tx, key));
      if (kept === null) return refuseWith(request, reply, { code: 'offer_unknown', detail: { key } });
      const page = await offerPeople({ database, clock }, business, kept.offer, { after, limit });
      return reply.send({ ...page, people: page.people.map((person) => ({ ...person })) });
    },
  );

  app.post(
    '/v1/club/offers/:key/people',
    {
      config: writing,
      schema: {
        operationId: 'choosePeople',
        tags,
        description: 'Puts people onto the list of an offer for chosen people, and takes others off it.',
        params: one,
        body: z.strictObject({
          add: z.array(z.int().min(1)).max(MOST_AT_ONCE).optional(),
          remove: z.array(z.int().min(1)).max(MOST_AT_ONCE).optional(),
        }),
        response: { 200: keptOfferSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { add = [], remove = [] } = request.body;
      await writes.inBusiness<Shown>(request, reply, async (tx) => {
        const author = { by: asker.name, now: clock.now() };
        const changed = await choosePeople(tx, request.params.key, { add, remove }, author);
        if (!changed.ok) return changed;
        await recordDeed(tx, { by: asker, deed: 'offer.people_chosen', ...about(changed.value.offer) });
        return answer(changed);
      });
      return reply;
    },
  );
};

function answer(result: Result<KeptOffer>): Result<{ status: 200; body: Shown }> {
  return result.ok ? accept({ status: 200, body: shown(result.value) }) : result;
}

function shown(kept: KeptOffer): Shown {
  return { ...kept };
}

function about({ key, name }: Offer) {
  return { about: { kind: 'offer', id: key }, detail: { name: name.fa } };
}
