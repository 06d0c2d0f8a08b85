import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_NOW } from '../../../platform/http/testing.ts';
import { drainClimbs } from '../../ladder/index.ts';
import { friendsChanged } from './due.ts';
import { DAY, referringShop, type ReferringShop, usual } from './testing-shop.ts';

let club: ReferringShop;
beforeAll(async () => {
  club = await referringShop();
});
afterAll(() => club.served.close());

describe('a friend who is brought', () => {
  test('is paid for step by step, both sides, and the referrer is told of', async () => {
    const { referrer, friend, referral } = await club.brought();
    expect((await club.stateOf(referral)).state).toBe('open');
    await club.happened(friend, 'club.joined');
    await club.settle();
    expect(await club.stateOf(referral)).toMatchObject({ state: 'paying', joinedAt: TEST_NOW });
    expect(await club.balance(friend)).toEqual({ points: 50 });

    await club.happened(friend, 'order.paid', { order: 'a1', amount: 900 });
    await club.settle();
    expect(await club.balance(referrer)).toEqual({});
    club.served.clock.set(TEST_NOW + 9 * DAY);
    await club.settle();
    expect(await club.stateOf(referral)).toMatchObject({
      state: 'paid',
      revenue: 900,
      paid: [
        { side: 'friend', wallet: 'points', units: 150 },
        { side: 'referrer', wallet: 'points', units: 200 },
        { side: 'referrer', wallet: 'toman', units: 100_000 },
      ],
    });
    expect(await club.balance(referrer)).toEqual({ points: 200, toman: 100_000 });
    expect(await club.told(referrer, 'referral.made')).toEqual([{ data: { friend: String(friend) } }]);
    expect(await club.told(referrer, 'referral.converted')).toHaveLength(1);
    expect((await club.told(referrer, 'points.earned')).map(({ data }) => data)).toContainEqual({
      points: 200,
      wallet: 'points',
      rule: 'referral:first',
    });
  });

  test('is paid for once however often and by however many it is looked at', async () => {
    const { referrer, friend } = await club.brought();
    await club.happened(friend, 'order.paid', { order: 'b1', amount: 900 });
    club.served.clock.set(TEST_NOW + 9 * DAY);
    await Promise.all(Array.from({ length: 6 }, club.settle));
    await club.inside((tx) => friendsChanged(tx, [friend]));
    await club.settle();
    expect(await club.balance(referrer)).toEqual({ points: 200, toman: 100_000 });
    expect(await club.balance(friend)).toEqual({ points: 100 });
  });

  test('pain 31: who gives everything back is taken back, to the unit, and leaves the limits too', async () => {
    const limits = { friends: 1 };
    const { referrer, friend, referral, code } = await club.brought({ ...usual, limits });
    await club.happened(friend, 'club.joined');
    await club.happened(friend, 'order.paid', { order: 'c1', amount: 900 });
    club.served.clock.set(TEST_NOW + 9 * DAY);
    await club.settle();
    expect(await club.balance(referrer)).toEqual({ points: 200, toman: 100_000 });
    await club.happened(friend, 'order.returned', { order: 'c1', amount: 900 });
    await club.settle();
    expect(await club.balance(referrer)).toEqual({ points: 0, toman: 0 });
    expect(await club.balance(friend)).toEqual({ points: 0 });
    expect(await club.stateOf(referral)).toMatchObject({ state: 'taken-back', revenue: 0, paid: [] });
    expect((await club.ask('GET', `/v1/people/${referrer}/referral`)).body.rewarded).toMatchObject({
      friends: 0,
      friendsThisMonth: 0,
    });
    // The referrer's deed is undone as well, once, and done again when the friend buys again.
    const deeds = async () => [
      await club.told(referrer, 'referral.converted'),
      await club.told(referrer, 'referral.undone'),
    ];
    expect((await deeds()).map((told) => told.length)).toEqual([1, 1]);
    expect((await deeds())[1]).toEqual([{ data: { friend: String(friend) } }]);
    await club.inside((tx) => friendsChanged(tx, [friend]));
    await club.settle();
    expect((await deeds()).map((told) => told.length)).toEqual([1, 1]);
    await club.happened(friend, 'order.paid', { order: 'c3', amount: 500 });
    club.served.clock.set(TEST_NOW + 18 * DAY);
    await club.settle();
    expect((await deeds()).map((told) => told.length)).toEqual([2, 1]);
    await club.happened(friend, 'order.returned', { order: 'c3', amount: 500 });
    await club.settle();
    expect((await deeds()).map((told) => told.length)).toEqual([2, 2]);

    const second = await club.person();
    await club.claim(code, { id: second.id });
    await club.happened(second.id, 'order.paid', { order: 'c2', amount: 900 });
    club.served.clock.set(TEST_NOW + 30 * DAY);
    await club.settle();
    expect(await club.balance(referrer)).toEqual({ points: 200, toman: 100_000 });
  });

  test('keeps the terms under which they came', async () => {
    const { referrer, friend } = await club.brought();
    await club.publish({ ...usual, steps: usual.steps.slice(0, 1) });
    await club.happened(friend, 'order.paid', { order: 'd1', amount: 900 });
    club.served.clock.set(TEST_NOW + 9 * DAY);
    await club.settle();
    expect(await club.balance(referrer)).toEqual({ points: 200, toman: 100_000 });
  });

  test('is paid for when they come up to a rung, not by having stood there', async () => {
    const step = {
      key: 'customer',
      when: { kind: 'rung' as const, ladder: 'loyalty', rung: 'first-time-customer' },
      referrer: [{ wallet: 'points', units: 30 }],
      friend: [],
    };
    const { referrer, friend } = await club.brought({ ...usual, steps: [step] });
    await drainClimbs(club.served.database, club.served.clock, club.shop.id);
    await club.settle();
    expect(await club.balance(referrer)).toEqual({});
    await club.happened(friend, 'order.paid', { order: 'r1', amount: 900 }, TEST_NOW + 1000);
    club.served.clock.set(TEST_NOW + DAY);
    await drainClimbs(club.served.database, club.served.clock, club.shop.id);
    await club.settle();
    expect(await club.balance(referrer)).toEqual({ points: 30 });
  });

  test('is made at the till when nobody knows them, once for a repeated request', async () => {
    club.served.clock.set(TEST_NOW);
    await club.publish(usual);
    const code = await club.codeOf((await club.person()).id);
    const friend = { mobile: '0935 111 22 33', name: 'سارا' };
    const key = { 'idempotency-key': 'claim-1' };
    const one = await club.ask('POST', '/v1/club/referrals', { code, friend, channel: 'till' }, key);
    const again = await club.ask('POST', '/v1/club/referrals', { code, friend, channel: 'till' }, key);
    expect(one).toMatchObject({ status: 201, body: { friend: { name: 'سارا' }, channel: 'till' } });
    expect(again.body).toEqual(one.body);
    expect(again.headers['idempotent-replayed']).toBe('true');
  });
});

describe('a claim', () => {
  test('that cannot be says why, and leaves nothing behind', async () => {
    const { referrer, friend, code } = await club.brought();
    const refused = async (typed: string, who: object) => (await club.claim(typed, who)).body.code;
    expect(await refused(code, { id: referrer })).toBe('referral_own');
    expect(await refused(code, { id: friend })).toBe('referral_friend_taken');
    expect(await refused('2222-2222-2222', { id: friend })).toMatch(/code_mistyped|referral_code_unknown/);
    expect(await refused(code, { name: 'x' })).toBe('referral_friend_missing');
    expect(await refused(code, { mobile: '123' })).toBe('phone_invalid');
    expect(await refused(code, { id: 999_999 })).toBe('person_unknown');
    const buyer = await club.person([
      { type: 'order.paid', at: TEST_NOW - 90 * DAY, data: { order: 'x', amount: 5 } },
    ]);
    expect(await refused(code, { id: buyer.id })).toBe('referral_friend_not_new');
    const returned = await club.person([
      { type: 'order.paid', at: TEST_NOW - 90 * DAY, data: { order: 'y', amount: 5 } },
      { type: 'order.returned', at: TEST_NOW - 80 * DAY, data: { order: 'y', amount: 5 } },
    ]);
    expect((await club.claim(code, { id: returned.id })).status).toBe(201);
    await club.publish({
      ...usual,
      mayRefer: { measure: 'count', of: 'order.paid', atLeast: 1 },
    });
    expect(await refused(code, { id: (await club.person()).id })).toBe('referral_not_allowed');
    await club.publish(undefined);
    expect(await refused(code, { id: (await club.person()).id })).toBe('referral_off');
    await club.publish(usual);
  });

  test('of one friend by two referrers at once goes to exactly one', async () => {
    await club.publish(usual);
    const codes = await Promise.all(
      [club.person(), club.person(), club.person(), club.person()].map(async (one) =>
        club.codeOf((await one).id),
      ),
    );
    const friend = await club.person();
    const answers = await Promise.all(codes.map((code) => club.claim(code, { id: friend.id })));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409, 409]);
  });
});

describe('pain 34: limits survive a new link', () => {
  test('a code that was replaced leads to nobody, and what was rewarded still counts', async () => {
    const { referrer, friend, code } = await club.brought({ ...usual, limits: { friends: 1 } });
    await club.happened(friend, 'order.paid', { order: 'e1', amount: 900 });
    club.served.clock.set(TEST_NOW + 9 * DAY);
    await club.settle();
    const fresh = await club.codeOf(referrer);
    expect(fresh).not.toBe(code);
    const second = await club.person();
    expect((await club.claim(code, { id: second.id })).body.code).toBe('referral_code_revoked');
    expect((await club.claim(fresh, { id: second.id })).status).toBe(201);
    await club.happened(second.id, 'order.paid', { order: 'e2', amount: 900 });
    club.served.clock.set(TEST_NOW + 20 * DAY);
    await club.settle();
    expect(await club.balance(referrer)).toEqual({ points: 200, toman: 100_000 });
    expect(await club.balance(second.id)).toEqual({ points: 100 });
    const shown = (await club.ask('GET', `/v1/people/${referrer}/referral`)).body;
    expect(shown).toMatchObject({ friends: 2, converted: 2, rewarded: { friends: 1 } });
    expect(shown.link).toContain(fresh.replaceAll('-', ''));
  });

  test('units are cut to what is left, also by friends who are paid for at once', async () => {
    const limits = { units: [{ wallet: 'points', units: 500 }] };
    const { referrer, friend, code } = await club.brought({ ...usual, limits });
    const friends = [
      friend,
      ...(await Promise.all([club.person(), club.person(), club.person()])).map(({ id }) => id),
    ];
    for (const [index, id] of friends.entries()) {
      if (id !== friend) await club.claim(code, { id });
      await club.happened(id, 'order.paid', { order: `f${index}`, amount: 900 });
    }
    club.served.clock.set(TEST_NOW + 9 * DAY);
    await Promise.all([club.settle(), club.settle(), club.settle()]);
    await club.settle();
    expect(await club.balance(referrer)).toEqual({ points: 500, toman: 400_000 });
  });
});

describe('a referral against which something speaks', () => {
  const device = { device: 'phone-1' };

  test('waits with its evidence, pays when it is approved, and is not asked about again', async () => {
    club.served.clock.set(TEST_NOW);
    await club.publish(usual);
    const referrer = await club.person();
    const code = await club.codeOf(referrer.id);
    const first = await club.person();
    await club.claim(code, { id: first.id }, { seenWith: device });
    const second = await club.person([{ type: 'club.joined', at: TEST_NOW }]);
    const claimed = await club.claim(code, { id: second.id }, { seenWith: device });
    expect(claimed.body).toMatchObject({
      state: 'review',
      score: 60,
      signs: [{ kind: 'same-device', detail: { other: first.id, people: 1 } }],
    });
    expect(await club.balance(second.id)).toEqual({});
    expect(await club.told(referrer.id, 'referral.made')).toHaveLength(1);
    const queue = (await club.ask('GET', '/v1/club/referrals?state=review')).body.referrals;
    expect(queue.map(({ id }: { id: number }) => id)).toContain(claimed.body.id);

    const { id, revision } = claimed.body;
    const decide = (deed: string, body: object) => club.ask('POST', `/v1/club/referrals/${id}/${deed}`, body);
    expect((await decide('approve', { reason: 'خواهرند', revision: revision + 5 })).body.code).toBe(
      'changed_meanwhile',
    );
    expect((await decide('approve', { reason: ' ', revision })).status).toBe(400);
    const approved = await decide('approve', { reason: 'خواهرند', revision });
    expect(approved).toMatchObject({ status: 200, body: { state: 'paying', cleared: ['same-device'] } });
    expect(await club.balance(second.id)).toEqual({ points: 50 });
    expect(await club.told(referrer.id, 'referral.made')).toHaveLength(2);
    expect((await decide('approve', { reason: 'x', revision: approved.body.revision })).body.code).toBe(
      'referral_not_in_review',
    );
    await club.happened(second.id, 'order.paid', { order: 'g1', amount: 900 });
    club.served.clock.set(TEST_NOW + 9 * DAY);
    await club.settle();
    expect((await club.stateOf(id)).state).toBe('paid');

    const refused = await decide('refuse', {
      reason: 'یک نفرند',
      revision: (await club.stateOf(id)).revision,
    });
    expect(refused.body).toMatchObject({ state: 'refused', paid: [], decided: { reason: 'یک نفرند' } });
    expect(await club.balance(second.id)).toEqual({ points: 0 });
    await club.settle();
    expect((await club.stateOf(id)).state).toBe('refused');
    const { deeds } = (await club.ask('GET', '/v1/deeds?limit=5')).body;
    expect(deeds.map(({ deed }: { deed: string }) => deed)).toEqual(
      expect.arrayContaining(['referral.refused', 'referral.approved']),
    );
  });

  test('of a kind for which the business wants nobody is refused at once', async () => {
    club.served.clock.set(TEST_NOW);
    await club.publish({ ...usual, review: { refuse: ['same-address'] } });
    const code = await club.codeOf((await club.person()).id);
    await club.claim(
      code,
      { id: (await club.person()).id },
      { seenWith: { address: 'تهران، ولیعصر، پلاک ۷، واحد ۱' } },
    );
    const other = await club.claim(
      code,
      { id: (await club.person()).id },
      { seenWith: { address: 'تهران خ وليعصر پ 7 و 1' } },
    );
    expect(other.body).toMatchObject({ state: 'refused', signs: [{ kind: 'same-address' }] });
    await club.publish(usual);
  });

  test('a ring waits, the one that closes it', async () => {
    club.served.clock.set(TEST_NOW);
    await club.publish(usual);
    const [a, b, c] = [await club.person(), await club.person(), await club.person()];
    const codes = await Promise.all([a, b, c].map(({ id }) => club.codeOf(id)));
    expect((await club.claim(codes[0] ?? '', { id: b.id })).body.state).toBe('open');
    expect((await club.claim(codes[1] ?? '', { id: c.id })).body.state).toBe('open');
    const closing = (await club.claim(codes[2] ?? '', { id: a.id })).body;
    expect(closing).toMatchObject({ state: 'review', signs: [{ kind: 'ring', detail: { people: 3 } }] });
  });
});
