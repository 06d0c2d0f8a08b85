import { boundsOfOffer, mostOpenCost } from '@nardeban/core/offers';
import type { Instant } from '@nardeban/core/values';
import { z } from 'zod';
import type { Tx } from '../../platform/database/index.ts';
import { askerOf, refusals, type Routes } from '../../platform/http/index.ts';
import { countersOf } from '../programme/index.ts';
import { listOffers, MOST_OFFERS } from './offer-store.ts';

const openOffersSchema = z
  .strictObject({
    sum: z.int().describe('Of all that have a most; minor units.'),
    unbounded: z.int().describe('How many have neither a budget nor uses of a known most.'),
    offers: z
      .array(
        z.strictObject({
          key: z.string(),
          name: z.strictObject({ fa: z.string(), en: z.string() }),
          most: z.int().nullable().describe('What it can still cost; null: nothing bounds it.'),
        }),
      )
      .describe('What is not bounded first, then the dearest.'),
  })
  .meta({ id: 'OpenOffers' });
type OpenOffers = z.infer<typeof openOffersSchema>;

/** What offers that are given now can still cost if everybody takes them. */
export const openOfferRoutes: Routes = (app, { database, clock }) => {
  app.get(
    '/v1/club/offers-open',
    {
      config: { scope: 'club:read' },
      schema: {
        operationId: 'openOffers',
        tags: ['club'],
        description:
          'The liability if all open offers are taken: of each that is active and not over, what is left of its budget and of its uses.',
        response: { 200: openOffersSchema, ...refusals },
      },
    },
    async (request) =>
      database.withBusiness(askerOf(request).business.id, (tx) => openOffers(tx, clock.now())),
  );
};

async function openOffers(tx: Tx, now: Instant): Promise<OpenOffers> {
  const { offers: active } = await listOffers(tx, { state: 'active', limit: MOST_OFFERS });
  const open = active.filter(({ offer: { when } }) => when.to === undefined || now < when.to);
  // What ends with the day begins again tomorrow, so it bounds nothing for good.
  const bounds = open.map(({ offer }) =>
    boundsOfOffer(offer, now).filter(({ of, key }) => of === 'all' && !key.includes(':day:')),
  );
  const used = new Map((await countersOf(tx, bounds.flat())).map((counter) => [counter.key, counter.used]));
  const offers = open.map(({ offer: one }, place) => {
    const left = (counts: 'uses' | 'money'): number | null => {
      const bound = bounds[place]?.find((each) => each.counts === counts);
      return bound === undefined || bound.limit === null
        ? null
        : Math.max(0, bound.limit - (used.get(bound.key) ?? 0));
    };
    const most = mostOpenCost(one, { uses: left('uses'), money: left('money') });
    return { key: one.key, name: one.name, most };
  });
  offers.sort((a, b) => (b.most ?? Infinity) - (a.most ?? Infinity) || (a.key < b.key ? -1 : 1));
  return {
    sum: offers.reduce((sum, { most }) => sum + (most ?? 0), 0),
    unbounded: offers.filter(({ most }) => most === null).length,
    offers,
  };
}
