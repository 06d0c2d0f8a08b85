import { clubPresets } from '@nardeban/core/programme';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import {
  type Ask,
  askWith,
  bearer,
  type Served,
  serveForTest,
  TEST_NOW,
} from '../../platform/http/testing.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { resolvePeople } from '../people/index.ts';
import { earn } from '../programme/index.ts';
import { clubOf } from './club.ts';
import { memberCodes } from './codes.ts';
import { memberRewards, takeReward } from './rewards.ts';

let served: Served;
let shop: Business;
let ask: Ask;
let member: number;
beforeAll(async () => {
  served = await serveForTest(buildApp);
  await served.prepareJobs();
  shop = await served.business('club-seen');
  ask = askWith(served, bearer(await served.key(shop)));
  const [found] = await served.database.withBusiness(shop.id, (tx) =>
    resolvePeople(tx, shop, [{ mobile: '+989123330002' }], [TEST_NOW]),
  );
  if (found === undefined || !('canonicalId' in found)) throw new Error('nobody was made');
  member = found.canonicalId;
});
afterAll(() => served.close());

const both = (text: string) => ({ fa: `${text} به فارسی`, en: text });

test('a member is told what their level brings and what the next one would, in their language', async () => {
  const levels = {
    name: both('Level'),
    levels: [
      { key: 'plain', name: both('Plain'), from: 0, brings: both('Coffee on us') },
      { key: 'gold', name: both('Gold'), from: 5, brings: both('A table kept for you') },
    ],
    by: 'orders',
    span: { kind: 'ever' },
    down: 'never',
  };
  const preset = clubPresets.find(({ key }) => key === 'deeds-and-points');
  await ask('PUT', '/v1/club/draft', { definition: { ...preset?.programme, levels }, revision: 0 });
  expect((await ask('POST', '/v1/club/draft/publish', { revision: 1 })).status).toBe(201);
  for (const language of ['fa', 'en'] as const) {
    const { level } = await served.database.withBusiness(shop.id, (tx) =>
      clubOf(tx, shop, member, { now: TEST_NOW, language }),
    );
    expect(level).toMatchObject({
      brings: both('Coffee on us')[language],
      next: { missing: 5, brings: both('A table kept for you')[language] },
    });
  }
});

test('a reward whose code would bring nothing is shown with the reason, and not given', async () => {
  const words = { fa: 'پاییز', en: 'Autumn' };
  const offer = {
    key: 'autumn',
    name: words,
    for: {},
    gives: { kind: 'percent', share: 500 },
    when: { zone: 'Asia/Tehran' },
    by: 'code',
    announcement: 'private',
    stacking: { exclusive: false, order: 1 },
    newcomers: true,
  };
  expect((await ask('POST', '/v1/club/offers', offer)).status).toBe(201);
  const definition = {
    key: 'autumn',
    name: words,
    what: { kind: 'discount', offer: 'autumn' },
    price: { kind: 'fixed', wallet: 'points', units: 10 },
    proof: false,
  };
  await ask('POST', '/v1/club/rewards', definition);
  await ask('PUT', '/v1/club/rewards/autumn', { definition, state: 'active', revision: 1 });
  const why = async (language: 'fa' | 'en') =>
    (
      await served.database.withBusiness(shop.id, (tx) =>
        memberRewards(tx, shop, member, { now: TEST_NOW, language }),
      )
    ).map((one) => one.why);
  expect(await why('en')).toEqual([expect.stringContaining('is not open')]);
  expect(await why('fa')).toEqual([expect.stringContaining('برقرار نیست')]);
  const taken = await served.database.withBusiness(shop.id, (tx) =>
    takeReward(tx, shop, { person: member, key: 'autumn', units: null, now: TEST_NOW }),
  );
  expect(taken).toMatchObject({ ok: false, refusal: { code: 'reward_offer_closed' } });
  await ask('PUT', '/v1/club/offers/autumn/state', { state: 'active', revision: 1 });
  expect(await why('en')).toEqual([null]);

  // A code that was taken before the offer ended says so before it is shown at a till.
  const credit = { wallet: 'points', cause: { kind: 'earning' }, availableFrom: TEST_NOW, expiresAt: null };
  const codes = await served.database.withBusiness(shop.id, async (tx) => {
    const credits = [{ ...credit, units: 10, key: 'test' }];
    await earn(tx, { holder: { kind: 'person', id: member }, credits, at: TEST_NOW, now: TEST_NOW });
    expect(
      (await takeReward(tx, shop, { person: member, key: 'autumn', units: null, now: TEST_NOW })).ok,
    ).toBe(true);
    const shown = async () =>
      (await memberCodes(tx, member, { now: TEST_NOW, language: 'en' })).vouchers.map((one) => one.why);
    const before = await shown();
    await tx.query("UPDATE offers SET state = 'archived' WHERE business_id = this_business()");
    return [before, await shown()];
  });
  expect(codes).toEqual([[null], [expect.stringContaining('no offer that is open')]]);
});
