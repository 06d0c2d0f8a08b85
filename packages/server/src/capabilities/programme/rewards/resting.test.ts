import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../app.ts';
import {
  type Ask,
  askWith,
  bearer,
  type Served,
  serveForTest,
  TEST_NOW,
} from '../../../platform/http/testing.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { receiveFacts } from '../../facts/index.ts';
import { balancesOf } from '../ledger/balances.ts';
import { earn } from '../ledger/posting.ts';
import { rewardsOnOffer } from './on-offer.ts';

const DAY = 86_400_000;
let served: Served;
let shop: Business;
let ask: Ask;
let member: number;
beforeAll(async () => {
  served = await serveForTest(buildApp);
  await served.prepareJobs();
  shop = await served.business('resting');
  ask = askWith(served, bearer(await served.key(shop)));
  const [told] = await receiveFacts(served.database, served.clock, shop, [
    { person: { mobile: '09123330001' }, type: 'page.viewed', at: TEST_NOW - 60_000, key: '1', data: {} },
  ]);
  if (told?.status !== 'stored' || told.personId === null) throw new Error(JSON.stringify(told));
  member = told.personId;
  const credit = { wallet: 'points', units: 1000, availableFrom: TEST_NOW - DAY, expiresAt: null };
  await served.database.withBusiness(shop.id, (tx) =>
    earn(tx, {
      holder: { kind: 'person', id: member },
      credits: [{ ...credit, cause: { kind: 'earning' }, key: 'test' }],
      at: TEST_NOW - DAY,
      now: TEST_NOW - DAY,
    }),
  );
});
afterAll(() => served.close());

async function offer(key: string, to?: number): Promise<void> {
  const made = await ask('POST', '/v1/club/offers', {
    key,
    name: { fa: key, en: key },
    for: {},
    gives: { kind: 'percent', share: 1_000 },
    when: { zone: 'Asia/Tehran', ...(to === undefined ? {} : { to }) },
    by: 'code',
    announcement: 'private',
    stacking: { exclusive: false, order: 10 },
    newcomers: true,
  });
  expect(made.status).toBe(201);
  await turn(key, 'active', 1);
}

async function turn(key: string, state: string, revision: number): Promise<void> {
  expect((await ask('PUT', `/v1/club/offers/${key}/state`, { state, revision })).body.state).toBe(state);
}

async function reward(key: string, offerKey: string, changes: object = {}): Promise<void> {
  const definition = {
    key,
    name: { fa: key, en: key },
    what: { kind: 'discount', offer: offerKey },
    price: { kind: 'fixed', wallet: 'points', units: 100 },
    proof: false,
    ...changes,
  };
  expect((await ask('POST', '/v1/club/rewards', definition)).status).toBe(201);
  await ask('PUT', `/v1/club/rewards/${key}`, { definition, state: 'active', revision: 1 });
}

const redeem = (key: string) => ask('POST', `/v1/club/rewards/${key}/redeem`, { person: member });

async function points(): Promise<number | undefined> {
  const [balance] = await served.database.withBusiness(shop.id, (tx) =>
    balancesOf(tx, { kind: 'person', id: member }, { now: served.clock.now(), wallets: ['points'] }),
  );
  return balance?.available;
}

test('a reward costs nobody anything while the offer that its code brings is over, paused or archived', async () => {
  await offer('closing', TEST_NOW + 5 * DAY);
  await reward('closing', 'closing');
  const isClosed = async (now: object) => {
    const before = await points();
    expect((await ask('GET', '/v1/club/rewards/closing')).body.offer).toEqual(now);
    expect(await redeem('closing')).toMatchObject({ status: 422, body: { code: 'reward_offer_closed' } });
    const shown = await served.database.withBusiness(shop.id, (tx) =>
      rewardsOnOffer(tx, shop, member, served.clock.now()),
    );
    expect(shown.map(({ closed }) => closed?.code)).toEqual(['reward_offer_closed']);
    expect(await points()).toBe(before);
  };
  const until = TEST_NOW + 5 * DAY;
  served.clock.set(until);
  await isClosed({ state: 'active', until });
  served.clock.set(TEST_NOW);
  await turn('closing', 'draft', 2);
  await isClosed({ state: 'draft', until });
  await turn('closing', 'active', 3);
  expect((await redeem('closing')).status).toBe(201);
  await turn('closing', 'archived', 4);
  await isClosed({ state: 'archived', until });
});

test('what rests on an offer is told before it is archived; of an archived one no code is given', async () => {
  await offer('rested-on');
  await reward('rests', 'rested-on', { codeDays: 30 });
  await reward('ended', 'rested-on', { until: TEST_NOW - 1 });
  await offer('another');
  await reward('elsewhere', 'another');
  expect((await redeem('rests')).status).toBe(201);
  const back = await redeem('rests');
  await ask('POST', `/v1/club/redemptions/${back.body.id}/cancel`, { reason: 'x' });
  const terms = { offer: 'rested-on', count: 3, uses: 1, usesPerPerson: null, validFrom: null };
  const batch = (await ask('POST', '/v1/club/vouchers', { ...terms, name: 'good', validUntil: null })).body;
  await ask('POST', '/v1/club/vouchers', { ...terms, name: 'ended', validUntil: TEST_NOW });
  const resting = (key: string) => ask('GET', `/v1/club/offers/${key}/resting`);
  expect((await resting('rested-on')).body).toEqual({
    rewards: [{ key: 'rests', name: { fa: 'rests', en: 'rests' } }],
    batches: [{ id: batch.id, name: 'good', codes: 3 }],
    taken: 1,
  });
  expect((await resting('nowhere')).body.code).toBe('offer_unknown');
  const give = () => ask('POST', `/v1/club/vouchers/${batch.id}/codes`, { person: member, validUntil: null });
  expect((await give()).status).toBe(201);
  await turn('rested-on', 'archived', 2);
  expect((await give()).body).toMatchObject({ code: 'offer_archived', field: 'batch' });
  expect((await redeem('rests')).body.code).toBe('reward_offer_closed');
});
