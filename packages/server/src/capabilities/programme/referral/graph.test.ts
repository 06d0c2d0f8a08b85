import { seededChance } from '@nardeban/core/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_NOW } from '../../../platform/http/testing.ts';
import { mergePeople, unmergePeople } from '../../people/index.ts';
import { checkLedger } from '../ledger/checking.ts';
import { kinOf } from './kin.ts';
import { DAY, referringShop, type ReferringShop, usual } from './testing-shop.ts';

let club: ReferringShop;
beforeAll(async () => {
  club = await referringShop();
});
afterAll(() => club.served.close());

describe('merging people', () => {
  test('follows both ends: the friend that is left is paid for, and the root is paid', async () => {
    const { referrer, friend, referral } = await club.brought();
    const [other, alias] = [await club.person(), await club.person()];
    await club.inside((tx) => mergePeople(tx, club.shop, { loser: referrer, winner: other.id, by: 'test' }));
    await club.inside((tx) => mergePeople(tx, club.shop, { loser: friend, winner: alias.id, by: 'test' }));
    await club.happened(alias.id, 'order.paid', { order: 'h1', amount: 900 });
    club.served.clock.set(TEST_NOW + 9 * DAY);
    await club.settle();
    expect(await club.stateOf(referral)).toMatchObject({
      state: 'paying',
      referrer: { id: other.id },
      friend: { id: alias.id },
    });
    expect(await club.balance(other.id)).toEqual({ points: 200, toman: 100_000 });
    expect((await club.ask('GET', `/v1/people/${referrer}/referral`)).body).toMatchObject({
      person: other.id,
      friends: 1,
    });
  });

  test('of referrer and friend into one waits for somebody; undone and approved it is paid', async () => {
    const { referrer, friend, referral } = await club.brought();
    const merged = await club.inside((tx) =>
      mergePeople(tx, club.shop, { loser: friend, winner: referrer, by: 'test' }),
    );
    club.served.clock.set(TEST_NOW + 2 * DAY);
    await club.settle();
    expect(await club.stateOf(referral)).toMatchObject({ state: 'review', signs: [{ kind: 'one-person' }] });
    if (!merged.ok) throw new Error(merged.refusal.code);
    await club.inside((tx) => unmergePeople(tx, club.shop, merged.value.mergeId, 'test'));
    await club.happened(friend, 'order.paid', { order: 'i1', amount: 900 });
    club.served.clock.set(TEST_NOW + 12 * DAY);
    await club.settle();
    const { revision } = await club.stateOf(referral);
    await club.ask('POST', `/v1/club/referrals/${referral}/approve`, { reason: 'دو نفرند', revision });
    expect((await club.stateOf(referral)).state).toBe('paying');
    expect(await club.balance(referrer)).toEqual({ points: 200, toman: 100_000 });
  });

  test('of two friends who were both claimed leaves the first, and lays the second before somebody', async () => {
    const one = await club.brought();
    const two = await club.brought();
    await club.inside((tx) =>
      mergePeople(tx, club.shop, { loser: two.friend, winner: one.friend, by: 'test' }),
    );
    await club.happened(one.friend, 'order.paid', { order: 'j1', amount: 900 });
    club.served.clock.set(TEST_NOW + 9 * DAY);
    await club.settle();
    expect((await club.stateOf(one.referral)).state).toBe('paying');
    expect(await club.stateOf(two.referral)).toMatchObject({
      state: 'review',
      signs: [{ kind: 'claimed-twice' }],
    });
  });
});

test('whatever happens, in whatever order, balances are what is outstanding and totals are what limits count', async () => {
  club.served.clock.set(TEST_NOW);
  await club.publish({
    ...usual,
    limits: { friends: 3, friendsPerMonth: 2, unitsPerMonth: [{ wallet: 'points', units: 450 }] },
  });
  const random = seededChance(Number(process.env['NARDEBAN_SEED'] ?? 1405));
  const referrers = [await club.person(), await club.person()];
  const friends: number[] = [];
  const merges: number[] = [];
  const orders: { friend: number; order: string }[] = [];
  const deeds: readonly (() => Promise<unknown>)[] = [
    async () => {
      const friend = await club.person();
      const claimed = await club.claim(await club.codeOf(random.pick(referrers).id), { id: friend.id });
      if (claimed.status === 201) friends.push(friend.id);
    },
    async () => {
      if (friends.length === 0) return;
      const one = { friend: random.pick(friends), order: `w${club.next()}` };
      orders.push(one);
      await club.happened(one.friend, 'order.paid', { order: one.order, amount: 900 });
    },
    async () => {
      if (orders.length === 0) return;
      const { friend, order } = random.pick(orders);
      await club.happened(friend, 'order.returned', { order, amount: 900 });
    },
    async () => friends.length > 0 && club.happened(random.pick(friends), 'club.joined'),
    async () => club.served.clock.set(club.served.clock.now() + random.int(0, 9) * DAY),
    async () => Promise.all([club.settle(), club.settle()]),
    async () => {
      const { referrals } = (await club.ask('GET', '/v1/club/referrals?limit=20')).body;
      const { id, revision } = random.pick(referrals as { id: number; revision: number }[]);
      await club.ask('POST', `/v1/club/referrals/${id}/${random.pick(['approve', 'refuse'])}`, {
        reason: 'x',
        revision,
      });
    },
    async () => {
      const pair = {
        loser: random.pick([...friends, random.pick(referrers).id]),
        winner: random.pick(referrers).id,
      };
      const merged = await club.inside((tx) => mergePeople(tx, club.shop, { ...pair, by: 'test' }));
      if (merged.ok) merges.push(merged.value.mergeId);
    },
    async () => {
      const merge = merges.pop();
      if (merge !== undefined) await club.inside((tx) => unmergePeople(tx, club.shop, merge, 'test'));
    },
  ];
  const steps = process.env['NARDEBAN_NIGHTLY'] === '1' ? 600 : 60;
  for (let step = 0; step < steps; step++) await random.pick(deeds)();
  for (const merge of merges.toReversed())
    await club.inside((tx) => unmergePeople(tx, club.shop, merge, 'test'));
  await club.settle();

  for (const id of [...referrers.map((one) => one.id), ...friends]) {
    const { rows } = await club.inside((tx) =>
      tx.query<{ wallet: string; units: number; month: number }>(
        `SELECT wallet, month, sum(CASE kind WHEN 'paid' THEN units WHEN 'taken' THEN -units ELSE 0 END)::int8 AS units
         FROM referral_postings WHERE business_id = this_business() AND person_id = $1 GROUP BY wallet, month`,
        [id],
      ),
    );
    const sums: Record<string, number> = {};
    for (const { wallet, units } of rows) sums[wallet] = (sums[wallet] ?? 0) + units;
    const owed = await club.balance(id);
    for (const wallet of new Set([...Object.keys(sums), ...Object.keys(owed)]))
      expect([id, wallet, owed[wallet] ?? 0]).toEqual([id, wallet, sums[wallet] ?? 0]);
  }
  for (const { id } of referrers) {
    const { rows } = await club.inside((tx) =>
      tx.query<{ wallet: string; units: number; friends: number }>(
        `WITH open AS (
           SELECT p.* FROM referral_postings p WHERE p.business_id = this_business() AND p.person_id = $1
             AND p.side = 'referrer' AND p.kind = 'paid' AND NOT EXISTS (
               SELECT FROM referral_postings t WHERE t.business_id = p.business_id AND t.referral_id = p.referral_id
                 AND t.step = p.step AND t.side = p.side AND t.round = p.round AND t.wallet = p.wallet AND t.kind = 'taken'))
         SELECT wallet, sum(units)::int8 AS units, (SELECT count(DISTINCT referral_id)::int FROM open) AS friends
         FROM open GROUP BY wallet`,
        [id],
      ),
    );
    const { rewarded } = (await club.ask('GET', `/v1/people/${id}/referral`)).body;
    const kin = await club.inside((tx) => kinOf(tx, id));
    expect(kin.ok && kin.value.members).toEqual([id]);
    expect(rewarded.friends).toBe(rows[0]?.friends ?? 0);
    expect(rewarded.friends).toBeLessThanOrEqual(3);
    const units = new Map<string, number>(
      rewarded.units.map((one: { wallet: string; units: number }) => [one.wallet, one.units]),
    );
    for (const row of rows) expect(units.get(row.wallet)).toBe(row.units);
  }
});

describe('who brought whom, and what it was worth', () => {
  test('is told as a list page by page, and for one person level by level', async () => {
    const { referrer, friend, code } = await club.brought();
    await club.happened(friend, 'order.paid', { order: 'k1', amount: 1_000_000 });
    const deeper = await club.person();
    await club.claim(await club.codeOf(friend), { id: deeper.id });
    await club.happened(deeper.id, 'order.paid', { order: 'k2', amount: 500_000 });
    const third = await club.person();
    await club.claim(code, { id: third.id });
    club.served.clock.set(TEST_NOW + 9 * DAY);
    await club.settle();
    const tree = (await club.ask('GET', `/v1/club/referrals/graph/${referrer}`)).body;
    expect(tree).toMatchObject({
      person: referrer,
      broughtBy: null,
      friends: 3,
      converted: 2,
      revenue: 1_500_000,
      margin: 450_000,
      levels: [
        { level: 1, friends: 2, revenue: 1_000_000 },
        { level: 2, friends: 1, revenue: 500_000 },
      ],
      marginBy: { rate: 0.3, stated: false },
      cut: false,
    });
    expect((await club.ask('GET', `/v1/club/referrals/graph/${friend}?depth=1`)).body.broughtBy.id).toBe(
      referrer,
    );

    const seen: number[] = [];
    const revenues: number[] = [];
    for (let after = ''; ; ) {
      const { referrers, next } = (await club.ask('GET', `/v1/club/referrals/graph?limit=3${after}`)).body;
      for (const one of referrers) {
        seen.push(one.as);
        revenues.push(one.revenue);
      }
      if (next === null) break;
      after = `&after=${next}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen[0]).toBe(referrer);
    expect(revenues).toEqual(revenues.toSorted((a, b) => b - a));
  });

  test('the referrers are what their referrals add up to', async () => {
    const { rows } = await club.inside((tx) =>
      tx.query(
        `SELECT r.person_id FROM referrers r LEFT JOIN LATERAL (
           SELECT count(*)::int AS friends, count(joined_at)::int AS joined, count(converted_at)::int AS converted,
             count(*) FILTER (WHERE state = 'review')::int AS in_review, coalesce(sum(revenue), 0)::int8 AS revenue
           FROM referrals f WHERE f.business_id = r.business_id AND f.referrer_id = r.person_id AND f.state <> 'refused') f ON true
         WHERE r.business_id = this_business() AND (r.friends, r.joined, r.converted, r.in_review, r.revenue)
           IS DISTINCT FROM (f.friends, f.joined, f.converted, f.in_review, f.revenue)`,
      ),
    );
    expect(rows).toEqual([]);
  });

  test('and after everything that happened here the ledger ties', async () => {
    expect(await checkLedger(club.served.database, club.shop.id)).toMatchObject({ differences: 0 });
  });
});
