import { wordsSchema } from '@nardeban/core/ladder';
import { clubKey, type Reward, rewardSchema } from '@nardeban/core/programme';
import { z } from 'zod';
import { askerOf, refusals, type Routes } from '../../../platform/http/index.ts';
import { programmeInForce, rewardsOnOffer } from '../../programme/index.ts';

const named = z.array(z.strictObject({ key: clubKey, name: wordsSchema }));

/** What whoever stands at the till calls things, and what they can give: a cashier does not read the club itself. */
export const tillClubRoutes: Routes = (app, { database, clock }) => {
  app.get(
    '/v1/till/club',
    {
      config: { scope: 'till:write' },
      schema: {
        operationId: 'clubAtTill',
        tags: ['club'],
        description: 'What wallets and rules are called, and the rewards this person can take with a sale.',
        querystring: z.strictObject({ person: z.coerce.number().int().min(1).optional() }),
        response: {
          200: z.strictObject({
            wallets: named,
            rules: named,
            rewards: z.array(
              z.strictObject({
                key: clubKey,
                name: rewardSchema.shape.name,
                price: rewardSchema.shape.price,
              }),
            ),
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      const { person } = request.query;
      return database.withBusiness(business.id, async (tx) => {
        const programme = (await programmeInForce(tx))?.definition;
        const rewards = person === undefined ? [] : await rewardsOnOffer(tx, business, person, clock.now());
        return {
          wallets: (programme?.wallets ?? []).map(({ key, name }) => ({ key, name })),
          rules: (programme?.rules ?? []).map(({ key, name }) => ({ key, name })),
          rewards: rewards
            .filter(({ theirs, reward }) => theirs && goesWithSale(reward.definition))
            .map(({ reward: { key, definition } }) => ({
              key,
              name: definition.name,
              price: definition.price,
            })),
        };
      });
    },
  );
};

/** Whether it takes something off a basket or is handed over with it; a voucher is redeemed ahead. */
function goesWithSale({ what }: Reward): boolean {
  return what.kind === 'discount'
    ? what.gives !== undefined
    : what.kind === 'product' || what.kind === 'service' || what.kind === 'gift';
}
