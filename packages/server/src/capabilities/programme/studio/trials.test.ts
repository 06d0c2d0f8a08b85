import type { SimulationResult } from '@nardeban/core/programme';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_NOW } from '../../../platform/http/testing.ts';
import { receiveFacts } from '../../facts/index.ts';
import { DAY, referringShop, type ReferringShop, usual } from '../referral/testing-shop.ts';
import { runSimulation } from './simulating.ts';

let club: ReferringShop;
beforeAll(async () => {
  club = await referringShop();
});
afterAll(() => club.served.close());

/** Keeps a draft with these terms; undefined: it gives nothing for bringing friends. */
async function draftOf(referral: object | undefined, more: object = {}): Promise<void> {
  const { body } = await club.ask('GET', '/v1/club');
  const before = await club.ask('GET', '/v1/club/draft');
  const { referral: _inForce, ...definition } = body.definition;
  const kept = await club.ask('PUT', '/v1/club/draft', {
    definition: { ...definition, ...(referral === undefined ? {} : { referral }), ...more },
    revision: before.status === 200 ? before.body.revision : 0,
  });
  if (kept.status !== 200) throw new Error(JSON.stringify(kept.body));
}

async function tried(): Promise<SimulationResult> {
  const { body } = await club.ask('POST', '/v1/club/draft/simulate', {});
  const id: number = body.simulation;
  const { signal } = new AbortController();
  await runSimulation(club.served.database, club.served.clock, club.shop.id, id, signal);
  const { body: found } = await club.ask('GET', `/v1/club/simulations/${id}`);
  expect(found.state).toBe('done');
  return found.result;
}

describe('what bringing friends would have cost is tried on who really brought whom', () => {
  test('nobody is known to have been brought: it is zero and says so', async () => {
    await club.person([
      { type: 'order.paid', at: TEST_NOW - 30 * DAY, data: { order: 'lone', amount: 900 } },
    ]);
    await draftOf(usual);
    expect((await tried()).referral).toEqual({ brought: 0, rewarded: 0, worth: 0, steps: [] });
    await draftOf(undefined);
    expect((await tried()).referral).toBeNull();
  });

  test('the terms that were in force come to what the ledger really paid and took back', async () => {
    const limits = { friends: 1 };
    const terms = { ...usual, limits };
    const { referrer, friend, code } = await club.brought(terms);
    const second = await club.person();
    const returning = await club.person();
    await club.claim(code, { id: second.id });
    await club.claim(code, { id: returning.id });
    await club.happened(friend, 'club.joined');
    for (const [at, [id, order]] of [
      [friend, 's1'] as const,
      [second.id, 's2'] as const,
      [returning.id, 's3'] as const,
    ].entries()) {
      club.served.clock.set(TEST_NOW + (1 + at) * DAY);
      await club.happened(id, 'order.paid', { order, amount: 900 });
      await club.settle();
    }
    club.served.clock.set(TEST_NOW + 9 * DAY);
    await club.settle();
    // Who came first gives it all back, so there is room for the next: the second was withheld, the third is not.
    await club.happened(friend, 'order.returned', { order: 's1', amount: 900 });
    await club.settle();
    for (const day of [10, 11, 12, 13]) {
      club.served.clock.set(TEST_NOW + day * DAY);
      await club.settle();
    }
    const { rows } = await club.inside((tx) =>
      tx.query<{
        step: string;
        side: string;
        wallet: string;
        times: number;
        units: number;
        taken: number;
        withheld: number;
      }>(
        `SELECT step, side, wallet, (count(*) FILTER (WHERE kind = 'paid'))::int AS times,
           coalesce(sum(units) FILTER (WHERE kind = 'paid'), 0)::int AS units,
           coalesce(sum(units) FILTER (WHERE kind = 'taken'), 0)::int AS taken,
           coalesce(sum(units) FILTER (WHERE kind = 'withheld'), 0)::int AS withheld
         FROM referral_postings WHERE business_id = this_business() GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      ),
    );
    expect(rows.find(({ side, wallet }) => side === 'referrer' && wallet === 'points')).toMatchObject({
      taken: 200,
    });
    await draftOf(terms);
    const result = await tried();
    const name = (one: { step: string; side: string; wallet: string }) =>
      `${one.step} ${one.side} ${one.wallet}`;
    expect(result.referral?.steps.toSorted((a, b) => (name(a) < name(b) ? -1 : 1))).toEqual(rows);
    expect(result.referral).toMatchObject({ brought: 3, rewarded: 3 });
    const balances = await Promise.all([referrer, friend, second.id, returning.id].map(club.balance));
    const points = balances.reduce((sum, one) => sum + (one['points'] ?? 0), 0);
    const held = result.wallets.find(({ wallet }) => wallet === 'points');
    expect((held?.outstanding ?? 0) - (held?.debt ?? 0)).toBe(points);
  });

  test('also whom only facts tell of, by any name the friend goes by, once, and not who was refused', async () => {
    await draftOf(usual);
    const before = (await tried()).referral;
    const referrer = await club.person();
    const other = await club.person();
    const friends = await Promise.all(['card-77', 'card-78'].map((external) => known({ external })));
    const { mobile } = await club.person([
      { type: 'order.paid', at: TEST_NOW + DAY, data: { order: 'by-mobile', amount: 900 } },
    ]);
    const named = (by: number, friend: string, at: number, type = 'referral.made') =>
      club.happened(by, type, { friend }, at);
    await named(referrer.id, 'card-77', TEST_NOW - 2 * DAY);
    await named(referrer.id, 'card-77', TEST_NOW, 'referral.converted');
    // Somebody else says the same later: the friend stays with who was first.
    await named(other.id, 'card-77', TEST_NOW - DAY);
    await named(other.id, `0${mobile.slice(3)}`, TEST_NOW);
    await named(other.id, 'card-nobody', TEST_NOW);
    await named(referrer.id, 'card-78', TEST_NOW);
    for (const [at, friend] of friends.entries())
      await club.happened(friend, 'order.paid', { order: `f${at}`, amount: 900 }, TEST_NOW + DAY);
    const result = await tried();
    expect((result.referral?.brought ?? 0) - (before?.brought ?? 0)).toBe(3);
    expect((result.referral?.rewarded ?? 0) - (before?.rewarded ?? 0)).toBe(3);

    const refused = await club.brought();
    const { revision } = await club.stateOf(refused.referral);
    club.served.clock.set(TEST_NOW + 13 * DAY);
    await draftOf(usual);
    expect((await tried()).referral?.brought).toBe((result.referral?.brought ?? 0) + 1);
    const decided = await club.ask('POST', `/v1/club/referrals/${refused.referral}/refuse`, {
      reason: 'nobody we know',
      revision,
    });
    expect(decided.status).toBe(200);
    expect((await tried()).referral?.brought).toBe(result.referral?.brought);
  });
});

/** Somebody whom the shop's own system knows by a number. */
async function known(person: { readonly external: string }): Promise<number> {
  const [answer] = await receiveFacts(club.served.database, club.served.clock, club.shop, [
    { person, type: 'page.viewed', at: TEST_NOW - 5 * DAY, data: {}, key: `known ${person.external}` },
  ]);
  if (answer === undefined || answer.status === 'refused' || answer.personId === null)
    throw new Error('refused');
  return answer.personId;
}

describe('the trials that are kept', () => {
  test('are listed a page at a time, the newest first, with what each came to', async () => {
    const all = (await club.ask('GET', '/v1/club/simulations?limit=50')).body.simulations;
    expect(all.length).toBeGreaterThan(3);
    const { body: waiting } = await club.ask('POST', '/v1/club/draft/simulate', { spends: 1000 });
    const pages = [];
    let before = '';
    for (;;) {
      const { body } = await club.ask('GET', `/v1/club/simulations?limit=2${before}`);
      pages.push(...body.simulations);
      expect(body.simulations.length).toBeLessThanOrEqual(2);
      if (body.next === null) break;
      before = `&before=${body.next}`;
    }
    expect(pages.slice(1)).toEqual(all);
    expect(pages[0]).toMatchObject({
      id: waiting.simulation,
      state: 'waiting',
      settings: { spends: 1000 },
      outcome: null,
      endedAt: null,
    });
    const newest = (await club.ask('GET', `/v1/club/simulations/${all[0].id}`)).body;
    expect(all[0]).toMatchObject({
      revision: newest.revision,
      state: 'done',
      outcome: {
        people: newest.result.people,
        figures: newest.result.figures,
        liability: newest.result.liability,
        margin: newest.result.margin,
      },
    });
    expect(JSON.stringify(all)).not.toContain('"months"');
  });

  test('none of another business, and only for who may read the club', async () => {
    expect((await club.ask('GET', '/v1/club/simulations?limit=51')).status).toBe(400);
    const stranger = await club.served.business('stranger');
    const headers = { authorization: `Bearer ${await club.served.key(stranger)}` };
    const theirs = await club.served.app.inject({ url: '/v1/club/simulations', headers });
    expect(theirs.json()).toEqual({ simulations: [], next: null });
    const other = { authorization: `Bearer ${await club.served.key(club.shop, ['people:read'])}` };
    expect((await club.served.app.inject({ url: '/v1/club/simulations', headers: other })).statusCode).toBe(
      403,
    );
  });
});
