import { clubPresets, type Programme } from '@nardeban/core/programme';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
import { foundBusiness } from '../../ladder/index.ts';
import { earn } from '../ledger/posting.ts';
import { evaluateClub } from './evaluating.ts';
import { evaluateDue } from './daily.ts';
import { runSimulation } from './simulating.ts';

const DAY = 86_400_000;
const name = { fa: 'نام', en: 'Name' };
let served: Served;
let business: Business;
let ask: Ask;
beforeAll(async () => {
  served = await serveForTest(buildApp);
  await served.prepareJobs();
  const founded = await foundBusiness(served.database, served.clock, { slug: 'studio', name: 'Studio' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  business = founded.value;
  ask = askWith(served, bearer(await served.key(business)));
});
afterAll(() => served.close());

const programme: Programme = {
  name,
  membership: 'everybody',
  wallets: [
    {
      key: 'points',
      name,
      unit: 'points',
      worth: { points: 1, amount: 100 },
      vesting: 0,
      expiry: { kind: 'never' },
      negative: 'allow',
      spending: {},
    },
  ],
  rules: [
    {
      key: 'order',
      name,
      wallet: 'points',
      on: { kind: 'order' },
      gives: { kind: 'per', units: 1, amount: 1000 },
    },
  ],
};

describe('the club is designed', () => {
  test('there is none before one is published, and no draft before one is kept', async () => {
    expect(await ask('GET', '/v1/club')).toMatchObject({ status: 404, body: { code: 'club_unknown' } });
    expect(await ask('GET', '/v1/club/draft')).toMatchObject({
      status: 404,
      body: { code: 'club_draft_unknown' },
    });
    expect(await ask('GET', '/v1/club/versions')).toMatchObject({
      status: 200,
      body: { versions: [], next: null },
    });
    expect(await ask('POST', '/v1/club/draft/publish', { revision: 1 })).toMatchObject({
      status: 404,
      body: { code: 'club_draft_unknown' },
    });
    expect(await ask('POST', '/v1/club/draft/simulate', {})).toMatchObject({ status: 404 });
    expect(await ask('GET', '/v1/people/1/club')).toMatchObject({
      status: 404,
      body: { code: 'person_unknown' },
    });
  });

  test('from one that is shipped', async () => {
    const { body } = await ask('GET', '/v1/club/presets');
    expect(body.presets.map(({ key }: { key: string }) => key)).toEqual(clubPresets.map(({ key }) => key));
  });

  test('by whoever saw the draft as it is: of two who save at once one is told who was first', async () => {
    expect(await ask('PUT', '/v1/club/draft', { definition: programme, revision: 0 })).toMatchObject({
      status: 200,
      body: { revision: 1 },
    });
    const other = { ...programme, name: { fa: 'دیگر', en: 'Other' } };
    expect(await ask('PUT', '/v1/club/draft', { definition: other, revision: 0 })).toMatchObject({
      status: 409,
      body: { code: 'changed_meanwhile', values: { revision: 1 } },
    });
    // The same saving sent again, because its answer was lost, is no conflict.
    expect(await ask('PUT', '/v1/club/draft', { definition: programme, revision: 0 })).toMatchObject({
      status: 200,
      body: { revision: 1 },
    });
  });

  test('a draft that could not be published is kept, and says everything that is wrong with it', async () => {
    const [rule] = programme.rules;
    const broken = { ...programme, rules: [{ ...rule, wallet: 'coins', group: 'big' }] };
    expect(await ask('PUT', '/v1/club/draft', { definition: broken, revision: 1 })).toMatchObject({
      status: 200,
    });
    const { body } = await ask('GET', '/v1/club/draft', undefined, { 'accept-language': 'en' });
    expect(body.faults.map(({ code, field }: { code: string; field: string }) => [code, field])).toEqual([
      ['wallet_unknown', 'rules[0].wallet'],
      ['rule_group_unknown', 'rules[0].group'],
    ]);
    expect(await ask('POST', '/v1/club/draft/publish', { revision: 2 })).toMatchObject({
      status: 422,
      body: { code: 'wallet_unknown', field: 'definition.rules[0].wallet' },
    });
  });

  test.each<[string, object, number]>([
    [
      'a wallet with a huge worth',
      { ...programme, wallets: [{ ...programme.wallets[0], worth: { points: 1, amount: 1e18 } }] },
      400,
    ],
    [
      'a negative number',
      { ...programme, rules: [{ ...programme.rules[0], gives: { kind: 'fixed', units: -5 } }] },
      400,
    ],
    [
      'half a point',
      { ...programme, rules: [{ ...programme.rules[0], gives: { kind: 'fixed', units: 0.5 } }] },
      400,
    ],
    ['a part nobody knows', { ...programme, colour: 'red' }, 400],
    ['no wallet', { ...programme, wallets: [] }, 400],
  ])('%s is refused as it comes in', async (_what, definition, status) => {
    expect((await ask('PUT', '/v1/club/draft', { definition, revision: 2 })).status).toBe(status);
  });

  test('a publishing that is sent twice is one, and the draft is gone with it', async () => {
    await ask('PUT', '/v1/club/draft', { definition: programme, revision: 2 });
    const key = { 'idempotency-key': 'publish-1' };
    const first = await ask('POST', '/v1/club/draft/publish', { revision: 3, note: 'the first' }, key);
    const again = await ask('POST', '/v1/club/draft/publish', { revision: 3, note: 'the first' }, key);
    expect([first.status, first.body, again.body]).toEqual([201, { version: 1 }, { version: 1 }]);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(await ask('GET', '/v1/club')).toMatchObject({
      body: { version: 1, definition: programme, hasDraft: false },
    });
    expect((await ask('GET', '/v1/club/draft')).status).toBe(404);
    const { deeds } = (await ask('GET', '/v1/deeds?limit=5')).body;
    expect(deeds.slice(0, 2).map(({ deed }: { deed: string }) => deed)).toEqual([
      'club.published',
      'club.drafted',
    ]);
  });

  test('the next draft goes on counting, so that nobody mistakes it for the one that was published', async () => {
    expect((await ask('PUT', '/v1/club/draft', { definition: programme, revision: 3 })).status).toBe(409);
    const kept = await ask('PUT', '/v1/club/draft', { definition: programme, revision: 0 });
    expect(kept.body).toEqual({ revision: 4 });
    expect((await ask('GET', '/v1/club/draft')).body).toMatchObject({ baseVersion: 1 });
    expect((await ask('DELETE', '/v1/club/draft?revision=3')).status).toBe(409);
    expect((await ask('DELETE', '/v1/club/draft?revision=4')).status).toBe(200);
    expect((await ask('DELETE', '/v1/club/draft?revision=4')).status).toBe(404);
  });

  test('every version stays as it was published', async () => {
    const named = { ...programme, name: { fa: 'دوم', en: 'Second' } };
    const { revision } = (await ask('PUT', '/v1/club/draft', { definition: named, revision: 0 })).body;
    expect((await ask('POST', '/v1/club/draft/publish', { revision })).body).toEqual({ version: 2 });
    const { body } = await ask('GET', '/v1/club/versions?limit=1');
    expect(body).toMatchObject({ versions: [{ version: 2, name: named.name, rules: 1 }], next: 2 });
    expect((await ask('GET', '/v1/club/versions?limit=1&before=2')).body).toMatchObject({
      versions: [{ version: 1, note: 'the first' }],
    });
    expect((await ask('GET', '/v1/club/versions/1')).body).toMatchObject({
      version: 1,
      definition: programme,
    });
    expect((await ask('GET', '/v1/club/versions/9')).body.code).toBe('club_version_unknown');
    const rewritten = served.database.withBusiness(business.id, (tx) =>
      tx.query("UPDATE club_versions SET note = 'other' WHERE business_id = this_business()"),
    );
    await expect(rewritten).rejects.toThrow(/permission denied/);
  });

  test('a wallet that somebody holds something in stays in the club, and stays of its unit', async () => {
    const { personId } = await personWith(DAY);
    await served.database.withBusiness(business.id, (tx) =>
      earn(tx, {
        holder: { kind: 'person', id: personId },
        credits: [
          {
            wallet: 'points',
            units: 5,
            availableFrom: TEST_NOW,
            expiresAt: null,
            cause: { kind: 'test' },
            key: 'held',
          },
        ],
        at: TEST_NOW,
        now: TEST_NOW,
      }),
    );
    const [wallet] = programme.wallets;
    const other = { ...programme, wallets: [{ ...wallet, key: 'stars' }], rules: [] };
    const money = { ...programme, wallets: [{ ...wallet, unit: 'coin' }] };
    const faultsOf = async (definition: object): Promise<string[]> => {
      const before = await ask('GET', '/v1/club/draft');
      const revision = before.status === 200 ? before.body.revision : 0;
      await ask('PUT', '/v1/club/draft', { definition, revision });
      return (await ask('GET', '/v1/club/draft')).body.faults.map(({ code }: { code: string }) => code);
    };
    expect(await faultsOf(other)).toEqual(['club_wallet_removed']);
    expect(await faultsOf(money)).toEqual(['club_wallet_unit_fixed']);
    expect(await faultsOf({ ...programme, wallets: [wallet, { ...wallet, key: 'gift-card' }] })).toEqual([
      'wallet_key_reserved',
    ]);
  });

  test('is read and written only with the right to it', async () => {
    const reader = bearer(await served.key(business, ['club:read']));
    const put = {
      method: 'PUT',
      url: '/v1/club/draft',
      payload: { definition: programme, revision: 0 },
    } as const;
    expect((await served.app.inject({ ...put, headers: reader })).statusCode).toBe(403);
    const stranger = bearer(await served.key(await served.business('stranger')));
    expect((await served.app.inject({ url: '/v1/club', headers: stranger })).statusCode).toBe(404);
  });
});

let made = 0;
/** Somebody who bought twice: so long ago, and half as long. */
async function personWith(ago: number): Promise<{ readonly personId: number }> {
  const mobile = `0912222${String(++made).padStart(4, '0')}`;
  const paid = (at: number, amount: number) => ({
    person: { mobile },
    type: 'order.paid',
    at: Math.floor(at),
    source: 'shop',
    key: `${mobile} ${at}`,
    data: { order: `${mobile} ${at}`, amount },
  });
  const [told] = await receiveFacts(served.database, served.clock, business, [
    paid(TEST_NOW - ago, 100_000),
    paid(TEST_NOW - ago / 2, 40_000),
  ]);
  if (told === undefined || told.status === 'refused' || told.personId === null) throw new Error('refused');
  return { personId: told.personId };
}

describe('a draft is tried on what really happened', () => {
  test('in the background, with its cost and liability, and posts nothing', async () => {
    const before = (await ask('GET', '/v1/club/draft')).body;
    await ask('PUT', '/v1/club/draft', {
      definition: {
        ...programme,
        goals: [{ key: 'repeat', name, measure: 'repeat-share', target: 9000, by: '2027-01-01' }],
      },
      revision: before.revision,
    });
    for (let one = 0; one < 3; one++) await personWith(100 * DAY);
    const started = await ask('POST', '/v1/club/draft/simulate', {
      from: '2026-01-01',
      spends: 10_000,
      marginRate: 4000,
    });
    expect(started.status).toBe(202);
    const { simulation } = started.body;
    const url = `/v1/club/simulations/${simulation}`;
    expect((await ask('GET', url)).body).toMatchObject({ state: 'waiting', result: null });
    const entries = await countEntries();
    await runSimulation(served.database, served.clock, business.id, simulation, new AbortController().signal);
    const { body } = await ask('GET', url);
    // 100 points each, worth 10,000, spent on the second order of 40,000, of which 30,000 earn.
    expect(body).toMatchObject({
      state: 'done',
      done: 4,
      total: 4,
      result: {
        people: 4,
        figures: { orders: 8, revenue: 560_000, cost: 40_000 },
        wallets: [{ wallet: 'points', earned: 520, spent: 400, outstanding: 120 }],
        liability: 12_000,
        margin: { before: 224_000, after: 172_000 },
        goals: [{ key: 'repeat', now: 10_000, reached: true }],
      },
    });
    expect(body.result.most).toHaveLength(4);
    expect(await countEntries()).toBe(entries);
    // Run again, as a worker does that was killed after the work, it changes nothing.
    await runSimulation(served.database, served.clock, business.id, simulation, new AbortController().signal);
    expect((await ask('GET', url)).body).toEqual(body);
  });

  test('one that is stopped leaves nothing, and one whose worker died begins anew', async () => {
    const { simulation } = (await ask('POST', '/v1/club/draft/simulate', {})).body;
    const url = `/v1/club/simulations/${simulation}`;
    const ended = AbortSignal.abort();
    await expect(
      runSimulation(served.database, served.clock, business.id, simulation, ended),
    ).rejects.toThrow();
    expect((await ask('GET', url)).body.state).toBe('running');
    expect((await ask('POST', `${url}/stop`)).body).toEqual({ stopped: true });
    await runSimulation(served.database, served.clock, business.id, simulation, new AbortController().signal);
    expect((await ask('GET', url)).body).toMatchObject({ state: 'stopped', result: null });
    expect((await ask('POST', `${url}/stop`)).body).toEqual({ stopped: false });
    expect((await ask('GET', '/v1/club/simulations/999')).body.code).toBe('club_simulation_unknown');
  });

  test.each([
    [{ from: '2026-05-01', to: '2026-04-01' }, 'club_dates_inverted'],
    [{ from: '2026-02-30' }, 'day_expected'],
    [{ spends: 10_001 }, 'input_invalid'],
  ])('%j is refused', async (asked, code) => {
    expect((await ask('POST', '/v1/club/draft/simulate', asked)).body.code).toBe(code);
  });
});

async function countEntries(): Promise<number> {
  const { rows } = await served.database.withBusiness(business.id, (tx) =>
    tx.query<{ count: number }>('SELECT count(*) FROM club_entries WHERE business_id = this_business()'),
  );
  return rows[0]?.count ?? 0;
}

describe('the club is evaluated against its goals', () => {
  test('once a day, each campaign beside those held out of it', async () => {
    const { revision } = (await ask('GET', '/v1/club/draft')).body;
    const definition = {
      ...programme,
      goals: [
        { key: 'members', name, measure: 'members', target: 3, by: '2027-01-01' },
        { key: 'cheap', name, measure: 'cost-share', target: 100, by: '2027-01-01' },
      ],
      campaigns: [{ key: 'yalda', name, control: 5000, dates: { from: '2026-01-01' } }],
    };
    const kept = await ask('PUT', '/v1/club/draft', { definition, revision });
    expect((await ask('POST', '/v1/club/draft/publish', { revision: kept.body.revision })).status).toBe(201);
    served.clock.set(TEST_NOW + DAY);
    await evaluateDue(served.database, served.clock);
    await evaluateDue(served.database, served.clock);
    const { body } = await ask('GET', '/v1/club/evaluations');
    expect(body.evaluations).toHaveLength(1);
    const [first] = body.evaluations;
    expect(first).toMatchObject({
      day: '2026-06-02',
      version: 3,
      figures: { members: 4 },
      goals: [
        { key: 'members', now: 4, reached: true },
        { key: 'cheap', now: null, reached: false },
      ],
      campaigns: [{ campaign: 'yalda' }],
    });
    const [{ given, held }] = first.campaigns;
    expect([given.people + held.people, given.revenue + held.revenue]).toEqual([4, 560_000]);
    await evaluateClub(served.database, business, served.clock.now() + DAY);
    expect((await ask('GET', '/v1/club/evaluations?limit=1')).body).toMatchObject({
      evaluations: [{ day: '2026-06-03' }],
      next: expect.any(Number),
    });
  });
});
