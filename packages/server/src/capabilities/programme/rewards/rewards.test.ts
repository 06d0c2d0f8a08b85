import { toLatinDigits } from '@nardeban/core/values';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../../app.ts';
import { recordedMessages } from '../../../platform/channels/index.ts';
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
import { drainClimbs, foundBusiness } from '../../ladder/index.ts';
import { mergePeople } from '../../people/index.ts';
import { voucherForPricing } from '../codes/pricing.ts';
import { balancesOf } from '../ledger/balances.ts';
import { checkLedger } from '../ledger/checking.ts';
import { spend } from '../ledger/holds.ts';
import { earn } from '../ledger/posting.ts';
import { rewardsOnOffer } from './on-offer.ts';
import { rewardsForPricing } from './pricing.ts';
import { redemptionsOf } from './redemptions.ts';

const DAY = 86_400_000;
let served: Served;
let shop: Business;
let headers: { authorization: string };
let ask: Ask;
let people = 0;
let rewards = 0;
beforeAll(async () => {
  served = await serveForTest((parts) =>
    buildApp({ ...parts, config: { ...parts.config, sms: { provider: 'recording' } } }),
  );
  await served.prepareJobs();
  const founded = await foundBusiness(served.database, served.clock, { slug: 'rewards', name: 'Rewards' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  shop = founded.value;
  headers = bearer(await served.key(shop));
  ask = askWith(served, headers);
});
afterAll(() => served.close());

async function offer(key: string): Promise<void> {
  const made = await ask('POST', '/v1/club/offers', {
    key,
    name: { fa: key, en: key },
    for: {},
    gives: { kind: 'percent', share: 1_000 },
    when: { zone: 'Asia/Tehran' },
    by: 'code',
    announcement: 'private',
    stacking: { exclusive: false, order: 10 },
    newcomers: true,
  });
  expect(made.status).toBe(201);
  await ask('PUT', `/v1/club/offers/${key}/state`, { state: 'active', revision: 1 });
}

async function person(facts: { type: string; data: object }[] = []): Promise<number> {
  people += 1;
  const number = people;
  const told = [{ type: 'page.viewed', data: {} }, ...facts].map(({ type, data }, index) => ({
    person: { mobile: `0912333${String(number).padStart(4, '0')}` },
    type,
    at: TEST_NOW - 60_000 + index,
    key: `${number} ${index}`,
    data,
  }));
  const [answer] = await receiveFacts(served.database, served.clock, shop, told);
  if (answer?.status !== 'stored' || answer.personId === null) throw new Error(JSON.stringify(answer));
  return answer.personId;
}

/** Somebody with points, which end where that is said. */
async function member(
  points: number,
  expiresAt: number | null = null,
  facts: { type: string; data: object }[] = [],
) {
  const id = await person(facts);
  await served.database.withBusiness(shop.id, (tx) =>
    earn(tx, {
      holder: { kind: 'person', id },
      credits: [
        {
          wallet: 'points',
          units: points,
          availableFrom: TEST_NOW - DAY,
          expiresAt,
          cause: { kind: 'earning' },
          key: `test ${id}`,
        },
      ],
      at: TEST_NOW - DAY,
      now: TEST_NOW - DAY,
    }),
  );
  return id;
}

async function pointsOf(id: number, now = TEST_NOW): Promise<number> {
  const [balance] = await served.database.withBusiness(shop.id, (tx) =>
    balancesOf(tx, { kind: 'person', id }, { now, wallets: ['points'] }),
  );
  return balance?.available ?? 0;
}

async function reward(changes: object = {}): Promise<string> {
  rewards += 1;
  const key = `reward-${rewards}`;
  const definition = {
    key,
    name: { fa: `پاداش ${rewards}`, en: `Reward ${rewards}` },
    what: { kind: 'gift' },
    price: { kind: 'fixed', wallet: 'points', units: 100 },
    proof: false,
    ...changes,
  };
  const drafted = await ask('POST', '/v1/club/rewards', definition);
  expect(drafted.status, JSON.stringify(drafted.body)).toBe(201);
  const opened = await ask('PUT', `/v1/club/rewards/${key}`, { definition, state: 'active', revision: 1 });
  expect(opened.body.state).toBe('active');
  return key;
}

const redeem = (key: string, id: number, more: object = {}, extra: object = {}) =>
  ask('POST', `/v1/club/rewards/${key}/redeem`, { person: id, ...more }, extra);

async function noDifferences(): Promise<void> {
  expect((await checkLedger(served.database, shop.id)).differences).toBe(0);
}

describe('redeeming', () => {
  test('spends the points, tells it, and hands out a code against which the reward is handed over once', async () => {
    const key = await reward();
    const id = await member(250);
    const redeemed = await redeem(key, id);
    expect(redeemed).toMatchObject({ status: 201, body: { person: id, wallet: 'points', units: 100 } });
    expect(await pointsOf(id)).toBe(150);
    const own = await served.database.withBusiness(shop.id, (tx) => redemptionsOf(tx, [id]));
    expect(own).toMatchObject([{ reward: key, state: 'open', code: redeemed.body.code }]);
    const { rows } = await served.database.withBusiness(shop.id, (tx) =>
      tx.query('SELECT type, amount FROM facts WHERE person_id = $1 AND type IN ($2, $3) ORDER BY type', [
        id,
        'points.spent',
        'reward.redeemed',
      ]),
    );
    expect(rows.map(({ type }) => type)).toEqual(['points.spent', 'reward.redeemed']);
    const hand = () =>
      ask('POST', '/v1/club/redemptions/hand-over', { code: redeemed.body.code.toLowerCase() });
    expect((await hand()).body).toMatchObject({ state: 'handed', reward: key });
    expect((await hand()).body).toMatchObject({ code: 'redemption_not_open' });
    expect(
      (await ask('POST', `/v1/club/redemptions/${redeemed.body.id}/cancel`, { reason: 'x' })).body.code,
    ).toBe('redemption_not_open');
    await noDifferences();
  });

  test('costs what the customer chose within the range, and never what they have not (pain 4)', async () => {
    const key = await reward({
      price: { kind: 'range', wallet: 'points', least: 100, most: 1_000, step: 50 },
    });
    const id = await member(300);
    expect((await redeem(key, id, { units: 120 })).body.code).toBe('reward_units_wrong');
    expect((await redeem(key, id, { units: 350 })).body.code).toBe('units_insufficient');
    expect((await redeem(key, id, { units: 250 })).body.units).toBe(250);
    expect(await pointsOf(id)).toBe(50);
  });

  test('repeated under one key happens once (pain 3)', async () => {
    const key = await reward();
    const id = await member(500);
    const once = { 'idempotency-key': 'redeem-1' };
    const first = await redeem(key, id, {}, once);
    const again = await redeem(key, id, {}, once);
    expect(again.body).toEqual(first.body);
    expect(await pointsOf(id)).toBe(400);
  });

  test('needs the one-time code of this person where the reward asks for proof (pain 5)', async () => {
    const key = await reward({ proof: true });
    const [id, other] = [await member(500), await member(500)];
    expect((await redeem(key, id)).body.code).toBe('proof_needed');
    const codeFor = async (whose: number) => {
      const sent = await ask('POST', `/v1/club/rewards/${key}/proof`, { person: whose });
      expect(sent.status, JSON.stringify(sent.body)).toBe(201);
      const [message] = await recordedMessages(served.database, shop.id, 1);
      const code = /[0-9]{6}/.exec(toLatinDigits(message?.text ?? ''))?.[0] ?? '';
      return { code, challenge: sent.body.challenge };
    };
    const theirs = await codeFor(other);
    expect((await redeem(key, id, { proof: theirs })).body.code).toBe('proof_of_another');
    const proof = await codeFor(id);
    const wrong = { ...proof, code: proof.code === '111111' ? '222222' : '111111' };
    expect((await redeem(key, id, { proof: wrong })).body.code).toBe('one_time_code_wrong');
    const done = await redeem(key, id, { proof });
    expect(done.status).toBe(201);
    expect((await ask('GET', `/v1/club/redemptions/${done.body.id}`)).body.proven).toBe(true);
    expect((await redeem(key, id, { proof })).body.code).toBe('one_time_code_used');
    expect(await pointsOf(id)).toBe(400);
  });

  test('with 100 in stock and 200 takers at once gives exactly 100, and cancelling makes room again (pain 15)', async () => {
    const key = await reward({ stock: 100, price: { kind: 'fixed', wallet: 'points', units: 1 } });
    const id = await member(1_000);
    // On a slow machine the last of so many are told to come again, and do.
    const take = async (): ReturnType<typeof redeem> => {
      const answer = await redeem(key, id);
      return answer.body.code === 'try_again' ? take() : answer;
    };
    const took = await Promise.all(Array.from({ length: 200 }, take));
    const got = took.filter(({ status }) => status === 201);
    expect(got.length).toBe(100);
    expect(new Set(took.filter(({ status }) => status !== 201).map(({ body }) => body.code))).toEqual(
      new Set(['reward_out_of_stock']),
    );
    expect(await pointsOf(id)).toBe(900);
    const left = async () => (await ask('GET', `/v1/club/rewards/${key}`)).body.left;
    expect(await left()).toBe(0);
    // The same twenty are cancelled twice at once, while thirty more want one.
    const [cancelled, again] = await Promise.all([
      Promise.all(
        [...got.slice(0, 20), ...got.slice(0, 20)].map(({ body }) =>
          ask('POST', `/v1/club/redemptions/${body.id}/cancel`, { reason: 'برگشت' }),
        ),
      ),
      Promise.all(Array.from({ length: 30 }, take)),
    ]);
    expect(cancelled.filter(({ status }) => status === 200).length).toBe(20);
    const rest = await Promise.all(Array.from({ length: 30 }, take));
    expect([...again, ...rest].filter(({ status }) => status === 201).length).toBe(20);
    expect(await pointsOf(id)).toBe(900);
    expect(await left()).toBe(0);
    await ask('POST', `/v1/club/redemptions/${got.at(-1)?.body.id}/cancel`, { reason: 'برگشت' });
    expect(await left()).toBe(1);
    await noDifferences();
  });

  test('keeps to what one person may have, also as two who are merged later', async () => {
    const key = await reward({ perPerson: 1 });
    const [id, twin] = [await member(500), await member(500)];
    expect((await redeem(key, id)).status).toBe(201);
    expect((await redeem(key, id)).body.code).toBe('reward_limit_reached');
    await served.database.withBusiness(shop.id, (tx) =>
      mergePeople(tx, shop, { loser: id, winner: twin, by: 'test' }),
    );
    expect((await redeem(key, twin)).body.code).toBe('reward_limit_reached');
    expect((await ask('GET', `/v1/club/redemptions?person=${twin}`)).body.redemptions.length).toBe(1);
  });

  test('is for whom it is: by criteria, by rung and by level', async () => {
    const order = { type: 'order.paid', data: { order: 'o', amount: 5_000_000 } };
    const [buyer, gold, lead] = [
      await member(500, null, [{ ...order, data: { order: 'o1', amount: 5_000_000 } }]),
      await member(500, null, [
        { type: 'level.changed', data: { level: 'silver' } },
        { type: 'level.changed', data: { level: 'gold' } },
      ]),
      await member(500, null, [
        { type: 'level.changed', data: { level: 'gold' } },
        { type: 'level.changed', data: { level: 'silver' } },
      ]),
    ];
    await drainClimbs(served.database, served.clock, shop.id);
    const criteria = await reward({
      for: { who: { measure: 'sum', of: 'order.paid', field: 'amount', atLeast: 1_000_000 } },
    });
    const level = await reward({ for: { levels: ['gold'] } });
    const { rows } = await served.database.withBusiness(shop.id, (tx) =>
      tx.query<{ key: string; rung: number; definition: { rungs: { key: string }[] } }>(
        `SELECT l.key, s.rung, v.definition FROM ladders l JOIN standings s ON s.ladder_id = l.ladder_id AND s.version = l.version
         JOIN ladder_versions v ON v.ladder_id = l.ladder_id AND v.version = l.version WHERE s.person_id = $1 AND l.kind = 'ladder'`,
        [buyer],
      ),
    );
    const place = rows[0]?.definition.rungs[rows[0].rung]?.key ?? '';
    const rung = await reward({ for: { places: [{ ladder: rows[0]?.key, places: [place] }] } });
    const who = async (key: string) => {
      const may: boolean[] = [];
      for (const id of [buyer, gold, lead]) may.push((await redeem(key, id)).status === 201);
      return may;
    };
    expect(await who(criteria)).toEqual([true, false, false]);
    expect(await who(level)).toEqual([false, true, false]);
    expect(await who(rung)).toEqual([true, false, false]);
    const seen = await served.database.withBusiness(shop.id, (tx) =>
      rewardsOnOffer(tx, shop, gold, TEST_NOW),
    );
    const theirs = new Map(seen.map(({ reward: { key }, theirs: is }) => [key, is]));
    expect([theirs.get(criteria), theirs.get(level)]).toEqual([false, true]);
    const bad = {
      key: 'bad-criteria',
      name: { fa: 'ب', en: 'b' },
      what: { kind: 'gift' },
      price: { kind: 'fixed', wallet: 'points', units: 1 },
      proof: false,
    };
    const refused = await ask('POST', '/v1/club/rewards', {
      ...bad,
      for: { who: { measure: 'count', of: 'no.such.fact', atLeast: 1 } },
    });
    expect(refused.status).toBeGreaterThanOrEqual(400);
  });

  test('is over when the reward is, and a draft is nobody’s', async () => {
    const id = await member(500);
    const later = await reward({ from: TEST_NOW + 1 });
    const gone = await reward({ until: TEST_NOW });
    expect((await redeem(later, id)).body.code).toBe('reward_early');
    expect((await redeem(gone, id)).body.code).toBe('reward_over');
    const key = await reward();
    const kept = (await ask('GET', `/v1/club/rewards/${key}`)).body;
    await ask('PUT', `/v1/club/rewards/${key}`, {
      definition: kept.definition,
      state: 'archived',
      revision: kept.revision,
    });
    expect((await redeem(key, id)).body.code).toBe('reward_inactive');
    expect((await redeem('no-such-reward', id)).body.code).toBe('reward_unknown');
    expect((await redeem(key, 9e9)).body.code).toBe('person_unknown');
    expect(await pointsOf(id)).toBe(500);
  });
});

// Pain 30: a redemption can be cancelled by API.
describe('cancelling', () => {
  test('gives the points back to the lots they came from; what has ended meanwhile stays ended', async () => {
    const key = await reward();
    const id = await member(100, TEST_NOW + DAY);
    const { body } = await redeem(key, id);
    const kept = await redeem(key, await member(100));
    served.clock.set(TEST_NOW + 2 * DAY);
    const late = await ask('POST', `/v1/club/redemptions/${body.id}/cancel`, { reason: 'دیر' });
    expect(late.body).toMatchObject({
      restored: 0,
      expired: 100,
      redemption: { state: 'cancelled', reason: 'دیر' },
    });
    expect(await pointsOf(id, TEST_NOW + 2 * DAY)).toBe(0);
    const whole = await ask('POST', `/v1/club/redemptions/${kept.body.id}/cancel`, { reason: 'برگشت' });
    expect(whole.body).toMatchObject({ restored: 100, expired: 0 });
    served.clock.set(TEST_NOW);
    expect((await ask('POST', '/v1/club/redemptions/hand-over', { code: body.code })).body.code).toBe(
      'redemption_not_open',
    );
    await noDifferences();
  });

  test('brings an offer that is there, also once it is changed; to put it away any will do', async () => {
    const what = { kind: 'discount', offer: 'ten-percent' };
    const definition = (changes: object) => ({
      key: 'brings',
      name: { fa: 'می‌آورد', en: 'brings' },
      what,
      price: { kind: 'fixed', wallet: 'points', units: 10 },
      proof: false,
      ...changes,
    });
    expect(await ask('POST', '/v1/club/rewards', definition({}))).toMatchObject({
      status: 404,
      body: { code: 'offer_unknown', field: 'what.offer' },
    });
    await offer('ten-percent');
    await offer('bygone');
    expect((await ask('POST', '/v1/club/rewards', definition({}))).status).toBe(201);
    const change = (offerKey: string, state: string, revision = 1) =>
      ask('PUT', '/v1/club/rewards/brings', {
        definition: definition({ what: { ...what, offer: offerKey } }),
        state,
        revision,
      });
    expect(await change('eleven', 'active')).toMatchObject({
      body: { code: 'offer_unknown', field: 'definition.what.offer' },
    });
    expect((await change('bygone', 'active')).status).toBe(200);
    await ask('PUT', '/v1/club/offers/bygone/state', { state: 'archived', revision: 2 });
    expect((await change('bygone', 'active', 2)).body).toMatchObject({ code: 'offer_archived' });
    expect((await change('bygone', 'archived', 2)).status).toBe(200);
  });

  test('of a code that brings an offer needs that it was not used, and takes it out of use', async () => {
    const key = await reward({ what: { kind: 'discount', offer: 'ten-percent' }, codeDays: 30 });
    const id = await member(500);
    const [one, other] = [await redeem(key, id), await redeem(key, id)];
    const priced = async (code: string) =>
      (
        await served.database.withBusiness(shop.id, (tx) =>
          voucherForPricing(tx, shop, [code], { person: id, now: TEST_NOW }),
        )
      ).vouchers[0];
    const voucher = await priced(one.body.code);
    expect(voucher).toMatchObject({ offer: 'ten-percent', uses: 1, refused: null });
    expect((await ask('POST', '/v1/club/redemptions/hand-over', { code: one.body.code })).body.code).toBe(
      'redemption_at_till',
    );
    // A till uses the one; the other is cancelled.
    const used = await served.database.withBusiness(shop.id, (tx) =>
      spend(tx, {
        wallets: [],
        cards: [],
        claims: [{ key: `voucher:${voucher?.id}`, add: 1, limit: 1, of: 'all' }],
        at: TEST_NOW,
        now: TEST_NOW,
        purpose: 'test',
        cause: { kind: 'purchase' },
        key: 'test use',
      }),
    );
    expect(used.ok).toBe(true);
    const states = (await ask('GET', `/v1/club/redemptions?person=${id}`)).body.redemptions;
    expect(states.map(({ state }: { state: string }) => state)).toEqual(['open', 'handed']);
    expect(
      (await ask('GET', `/v1/club/redemptions?state=handed&reward=${key}`)).body.redemptions.length,
    ).toBe(1);
    expect((await ask('POST', `/v1/club/redemptions/${one.body.id}/cancel`, { reason: 'x' })).body.code).toBe(
      'redemption_used',
    );
    expect(
      (await ask('POST', `/v1/club/redemptions/${other.body.id}/cancel`, { reason: 'x' })).body.restored,
    ).toBe(100);
    expect((await priced(other.body.code))?.refused).toEqual({ code: 'voucher_disabled' });
    expect(await pointsOf(id)).toBe(400);
  });
});

describe('a partner', () => {
  test('is owed for what was redeemed, less what was cancelled and what was paid', async () => {
    const partner = { key: 'cinema', name: 'سینما', owed: 50_000 };
    const key = await reward({ what: { kind: 'partner' }, partner });
    const id = await member(1_000);
    const [first] = [await redeem(key, id), await redeem(key, id), await redeem(key, id)];
    await ask('POST', `/v1/club/redemptions/${first.body.id}/cancel`, { reason: 'x' });
    const paid = await ask('POST', '/v1/club/partners/cinema/settle', { amount: 60_000, note: 'حواله' });
    expect(paid.body).toMatchObject({
      owed: 40_000,
      redeemed: 150_000,
      cancelled: -50_000,
      settled: -60_000,
    });
    const { entries } = (await ask('GET', '/v1/club/partners/cinema/entries?limit=2')).body;
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(['settled', 'cancelled']);
    const before = (await ask('GET', `/v1/club/partners?until=${TEST_NOW}`)).body.partners;
    expect(before).toMatchObject([{ partner: 'cinema', owed: 40_000, redeemed: 0 }]);
    expect((await ask('POST', '/v1/club/partners/nobody/settle', { amount: 1, note: '' })).body.code).toBe(
      'partner_unknown',
    );
  });
});

describe('a reward in a basket', () => {
  test('is told as an offer is, with why not', async () => {
    const who = await person();
    const percent = await reward({
      what: { kind: 'discount', gives: { kind: 'percent', share: 500, cap: 50_000 } },
      stock: 7,
      perPerson: 2,
    });
    const worth = await reward({
      what: { kind: 'discount', gives: { kind: 'worth', units: 100, amount: 1_000 } },
      price: { kind: 'range', wallet: 'points', least: 100, most: 10_000 },
    });
    const product = await reward({ what: { kind: 'product', item: 'sku-1', pieces: 2 } });
    const gift = await reward({ cost: 3_000 });
    const event = await reward({ what: { kind: 'event' } });
    const chosen = await reward({ for: { levels: ['gold'] } });
    const asked = [percent, worth, product, gift, event, chosen, 'no-such'].map((key) => ({
      key,
      units: key === worth ? 250 : null,
    }));
    const read = await served.database.withBusiness(shop.id, (tx) =>
      rewardsForPricing(tx, shop, asked, { person: who, now: TEST_NOW }),
    );
    expect(read.map(({ gives, refused }) => (refused === null ? gives : refused.code))).toEqual([
      { kind: 'percent', share: 500, cap: 50_000 },
      { kind: 'amount', amount: 2_500 },
      { kind: 'free-product', item: 'sku-1', pieces: 2 },
      { kind: 'perk', perk: { key: gift, name: expect.anything(), cost: 3_000 } },
      'reward_not_in_basket',
      'reward_not_for_them',
      'reward_unknown',
    ]);
    expect(read[0]).toMatchObject({ stock: 7, perPerson: 2, units: 100, wallet: 'points' });
    const nobody = await served.database.withBusiness(shop.id, (tx) =>
      rewardsForPricing(tx, shop, asked.slice(0, 1), { person: null, now: TEST_NOW }),
    );
    expect(nobody[0]?.refused?.code).toBe('reward_needs_person');
    expect((await redeem(percent, who)).body.code).toBe('reward_in_basket_only');
  });
});

describe('a picture', () => {
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.alloc(100),
  ]);
  const send = async (key: string, content: Buffer) => {
    const answer = await served.app.inject({
      method: 'POST',
      url: `/v1/club/rewards/${key}/images`,
      headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
      payload: Buffer.concat([
        Buffer.from(
          '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n',
        ),
        content,
        Buffer.from('\r\n--x--\r\n'),
      ]),
    });
    return { status: answer.statusCode, body: answer.json() };
  };

  test('is kept for what it is, shown so that it can run nothing, bounded, and taken away', async () => {
    const key = await reward();
    const first = await send(key, png);
    expect(first.status).toBe(201);
    const shown = await served.app.inject({
      url: `/v1/club/rewards/${key}/images/${first.body.image}`,
      headers,
    });
    expect(shown.headers['content-type']).toBe('image/png');
    expect(shown.headers['x-content-type-options']).toBe('nosniff');
    expect(shown.rawPayload.equals(png)).toBe(true);
    expect((await send(key, Buffer.from('<svg onload="alert(1)"/>'))).body.code).toBe('image_unknown_kind');
    expect((await send(key, Buffer.concat([png, Buffer.alloc(1024 * 1024)]))).body.code).toBe(
      'file_too_large',
    );
    for (let more = 0; more < 5; more += 1) expect((await send(key, png)).status).toBe(201);
    expect((await send(key, png)).body.code).toBe('images_too_many');
    expect((await ask('DELETE', `/v1/club/rewards/${key}/images/${first.body.image}`)).status).toBe(200);
    expect((await ask('GET', `/v1/club/rewards/${key}`)).body.images.length).toBe(5);
    expect((await ask('GET', `/v1/club/rewards/${key}/images/${first.body.image}`)).body.code).toBe(
      'image_unknown',
    );
  });
});
