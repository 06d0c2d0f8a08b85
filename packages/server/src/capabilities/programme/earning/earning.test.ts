import { clubPresets, type Programme, programmeSchema } from '@nardeban/core/programme';
import { dayFrom, zoneOf } from '@nardeban/core/values';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../app.ts';
import { bearer, type Served, serveForTest, TEST_NOW } from '../../../platform/http/testing.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { type IncomingFact, receiveFacts } from '../../facts/index.ts';
import { drainClimbs, foundBusiness } from '../../ladder/index.ts';
import { mergePeople } from '../../people/index.ts';
import { balancesOf } from '../ledger/balances.ts';
import { checkLedger } from '../ledger/checking.ts';
import { countersOf } from '../ledger/counters.ts';
import { takeBack } from '../ledger/posting.ts';
import { insertVersion } from '../studio/programme-store.ts';
import { beginRound } from './news.ts';
import { earnBusiness, type Earnt } from './earning.ts';

/** What is earned in another way than at the till, and what is taken back. */

const DAY = 86_400_000;
const name = { fa: 'نام', en: 'Name' };
let served: Served;
let shops = 0;
beforeAll(async () => {
  served = await serveForTest(buildApp);
  await served.prepareJobs();
});
afterAll(() => served.close());

const base: Programme = programmeSchema.parse({
  name,
  membership: 'everybody',
  wallets: [
    {
      key: 'points',
      name,
      unit: 'points',
      worth: { points: 1, amount: 100 },
      vesting: 0,
      expiry: { kind: 'after', unit: 'month', count: 12 },
      negative: 'allow',
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
});

interface Shop {
  readonly business: Business;
  readonly tell: (...facts: readonly (Partial<IncomingFact> & Pick<IncomingFact, 'type'>)[]) => Promise<void>;
  /** Climbs whoever waits, as the worker does, and gives and takes what is due. */
  readonly earn: () => Promise<Earnt>;
  readonly publish: (programme: Programme) => Promise<void>;
  readonly points: (mobile?: string) => Promise<number>;
  readonly person: (mobile?: string) => Promise<number>;
}

const MOBILE = '09121110000';

/** A shop whose club began an hour ago. */
async function shop(programme: Programme): Promise<Shop> {
  served.clock.set(TEST_NOW - DAY / 24);
  const founded = await foundBusiness(served.database, served.clock, {
    slug: `earn-${++shops}`,
    name: 'Earn',
  });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const business = founded.value;
  const { database, clock } = served;
  const publish = async (definition: Programme): Promise<void> => {
    await database.withBusiness(business.id, async (tx) => {
      await insertVersion(tx, { definition, note: null, by: 'test', now: clock.now() });
      await beginRound(tx);
    });
  };
  await publish(programme);
  served.clock.set(TEST_NOW);
  let keys = 0;
  const person = async (mobile = MOBILE): Promise<number> => {
    const { rows } = await database.withBusiness(business.id, (tx) =>
      tx.query<{ id: number }>(
        `SELECT coalesce(p.merged_into, p.person_id) AS id FROM identifiers i JOIN people p USING (business_id, person_id)
         WHERE i.business_id = this_business() AND i.value = $1`,
        [`+98${mobile.slice(1)}`],
      ),
    );
    return rows[0]?.id ?? 0;
  };
  return {
    business,
    publish,
    person,
    async tell(...facts) {
      const told = facts.map((fact) => ({
        person: { mobile: MOBILE },
        at: clock.now(),
        source: 'shop',
        key: `k${++keys}`,
        ...fact,
      }));
      for (const answer of await receiveFacts(database, clock, business, told))
        if (answer.status === 'refused') throw new Error(JSON.stringify(answer.refusal));
    },
    async earn() {
      await drainClimbs(database, clock, business.id);
      const earnt = await earnBusiness(database, clock, business);
      expect((await checkLedger(database, business.id)).examples).toEqual([]);
      return earnt;
    },
    async points(mobile) {
      const id = await person(mobile);
      const [balance] = await database.withBusiness(business.id, (tx) =>
        balancesOf(tx, { kind: 'person', id }, { now: clock.now() }),
      );
      return (balance?.available ?? 0) + (balance?.pending ?? 0) - (balance?.debt ?? 0);
    },
  };
}

const paid = (order: string, amount: number, more: Partial<IncomingFact> = {}) => ({
  type: 'order.paid',
  ...more,
  data: { order, amount, ...more.data },
});
const back = (order: string, amount: number, more: Partial<IncomingFact> = {}) => ({
  type: 'order.returned',
  ...more,
  data: { order, amount },
});
const fixed = { name, wallet: 'points', gives: { kind: 'fixed', units: 10 } } as const;

test('an order told by a shop’s own system earns once, however often it is told and looked at, and names its fact and version', async () => {
  const { tell, earn, points, business, person } = await shop(base);
  await tell(paid('A', 50_900, { key: 'a' }));
  expect(await earn()).toMatchObject({ credits: 1 });
  await tell(paid('A', 50_900, { key: 'a' }));
  // The same order told by another system, and under another key.
  await tell(paid('A', 50_900, { key: 'a again', source: 'accounting' }));
  await earn();
  expect(await earn()).toMatchObject({ credits: 0, takenBack: 0 });
  expect(await points()).toBe(50);
  const headers = bearer(await served.key(business));
  const { body } = await served.app.inject({ url: `/v1/people/${await person()}/club`, headers });
  expect(JSON.parse(body)).toMatchObject({
    version: 1,
    member: true,
    wallets: [{ wallet: 'points', available: 50, worth: 5000 }],
    entries: [
      {
        units: 50,
        ruleName: name,
        cause: { rule: 'order', version: 1, order: 'A', fact: { source: 'shop', key: 'a' } },
      },
    ],
  });
});

test('publishing the rules anew pays nothing twice, and what comes after earns under the new version', async () => {
  const { tell, earn, points, publish } = await shop(base);
  await tell(paid('A', 10_000));
  await earn();
  await publish({
    ...base,
    rules: base.rules.map((rule) => ({ ...rule, gives: { kind: 'per', units: 5, amount: 1000 } })),
  });
  await earn();
  expect(await points()).toBe(10);
  served.clock.set(TEST_NOW + 1);
  // A late fact of before is judged by what was in force when it happened.
  await tell(paid('B', 10_000), paid('late', 10_000, { at: TEST_NOW - 60_000 }));
  await earn();
  expect(await points()).toBe(10 + 50 + 10);
});

test('what happened before there was a club earns nothing', async () => {
  const { tell, earn, points } = await shop(base);
  await tell(paid('old', 90_000, { at: TEST_NOW - 30 * DAY }));
  expect(await earn()).toMatchObject({ credits: 0 });
  expect(await points()).toBe(0);
});

test('buying, earning and returning gains nothing, in parts or at once, in any order of arrival', async () => {
  const { tell, earn, points } = await shop(base);
  await tell(paid('A', 10_999));
  await earn();
  await tell(back('A', 3666, { at: TEST_NOW + 1 }));
  await earn();
  expect(await points()).toBe(7);
  await tell(back('A', 3666, { at: TEST_NOW + 3 }), back('A', 3667, { at: TEST_NOW + 2 }));
  await earn();
  expect(await earn()).toMatchObject({ takenBack: 0 });
  expect(await points()).toBe(0);
  // The return of an order that is told later.
  await tell(back('B', 5000));
  await earn();
  await tell(paid('B', 5000, { at: TEST_NOW - 1000 }));
  await earn();
  expect(await points()).toBe(0);
});

test('what came back at the till and what came back elsewhere add up: each part is taken once', async () => {
  const { tell, earn, points, business, person } = await shop(base);
  await tell(paid('A', 10_000));
  await earn();
  // The till takes back half of it, and tells so.
  await served.database.withBusiness(business.id, (tx) =>
    takeBack(tx, {
      earned: 'earn:order:order:A',
      units: 5,
      at: TEST_NOW,
      now: TEST_NOW,
      cause: { kind: 'return', order: 'A' },
      key: 'till A 1',
      negative: 'allow',
    }),
  );
  await tell(
    back('A', 5000, { source: 'till', person: { id: await person() } }),
    back('A', 3000, { at: TEST_NOW + 1 }),
  );
  await earn();
  expect(await points()).toBe(2);
});

test('a return gives the room in caps and budgets back', async () => {
  const rule = {
    ...base.rules[0],
    caps: [{ of: 'person', per: 'month', most: 100, counted: 'units' }],
    budget: { per: 'year', money: 1_000_000 },
  };
  const { tell, earn, points, business, person } = await shop(
    programmeSchema.parse({ ...base, rules: [rule] }),
  );
  await tell(paid('A', 80_000), paid('B', 80_000));
  await earn();
  expect(await points()).toBe(100);
  const asked = [
    { key: 'cap:rule:order:units:month:1405-03', of: 'person' as const },
    { key: 'budget:rule:order:money:year:1405', of: 'all' as const },
  ];
  const used = async (): Promise<number[]> => {
    const id = await person();
    const counters = await served.database.withBusiness(business.id, (tx) => countersOf(tx, asked, id));
    return counters.map((one) => one.used);
  };
  expect(await used()).toEqual([100, 10_000]);
  await tell(back('A', 40_000, { at: TEST_NOW + 1 }));
  await earn();
  expect(await used()).toEqual([60, 6000]);
});

test('surveys, reviews, a full profile and a birthday are thanked as often as the rules say', async () => {
  const zone = zoneOf('Asia/Tehran');
  const { tell, earn, points } = await shop(
    programmeSchema.parse({
      ...base,
      rules: [
        { ...fixed, key: 'survey', on: { kind: 'fact', type: 'survey.answered', oncePer: 'survey' } },
        {
          ...fixed,
          key: 'review',
          on: { kind: 'fact', type: 'review.written', where: [{ field: 'score', atLeast: 4 }] },
        },
        { ...fixed, key: 'profile', on: { kind: 'profile', traits: ['birthday', 'city'] } },
        { ...fixed, key: 'birthday', on: { kind: 'anniversary', trait: 'birthday' } },
      ],
    }),
  );
  await tell(
    { type: 'survey.answered', data: { survey: 's', question: 'one' } },
    { type: 'survey.answered', data: { survey: 's', question: 'two' } },
    { type: 'review.written', data: { score: 3 } },
    { type: 'review.written', data: { score: 5 } },
    { type: 'trait.changed', data: { trait: 'city', value: 'Tehran' } },
  );
  await earn();
  expect(await points()).toBe(20);
  // 11 Khordad 1405 is today; born on 12 Khordad 1370.
  await tell({ type: 'trait.changed', data: { trait: 'birthday', value: '1991-06-02' } });
  await earn();
  expect(await points()).toBe(30);
  const birthday = zone.startOf(dayFrom('jalali', 1405, 3, 12) ?? 0);
  served.clock.set(birthday - 1);
  await earn();
  expect(await points()).toBe(30);
  served.clock.set(birthday);
  await earn();
  expect(await points()).toBe(40);
  // Another birthday named in the same year brings no second gift.
  await tell({ type: 'trait.changed', data: { trait: 'birthday', value: '1991-06-12' } });
  served.clock.set(birthday + 20 * DAY);
  await earn();
  expect(await points()).toBe(40);
});

test('a rung that was reached and a level that was risen to are thanked once for ever', async () => {
  const { tell, earn, points, business, person } = await shop(
    programmeSchema.parse({
      ...base,
      levels: {
        name,
        by: 'amount',
        span: { kind: 'ever' },
        down: 'reached',
        levels: [
          { key: 'low', name, from: 0 },
          { key: 'high', name, from: 5000 },
        ],
      },
      rules: [
        { ...fixed, key: 'rung', on: { kind: 'rung', ladder: 'loyalty', rungs: ['first-time-customer'] } },
        { ...fixed, key: 'level', on: { kind: 'level', levels: ['high'] } },
      ],
    }),
  );
  await tell(paid('A', 5000));
  await earn();
  expect(await points()).toBe(20);
  await tell(back('A', 5000, { at: TEST_NOW + 1 }), paid('B', 5000, { at: TEST_NOW + 2 }));
  served.clock.set(TEST_NOW + 10);
  await earn();
  expect(await points()).toBe(20);
  const headers = bearer(await served.key(business));
  const { body } = await served.app.inject({ url: `/v1/people/${await person()}/club`, headers });
  expect(JSON.parse(body).level).toMatchObject({
    key: 'high',
    next: null,
    moves: [{ cause: 'reached' }, { cause: 'returned', to: 'low' }, { cause: 'reached', to: 'high' }],
  });
});

test('people who turn out to be one have one account: what each was given stays, and is not given again', async () => {
  const { tell, earn, points, business, person } = await shop(
    programmeSchema.parse({
      ...base,
      rules: [{ ...fixed, key: 'profile', on: { kind: 'profile', traits: ['city'] } }],
    }),
  );
  const other = '09121110001';
  const city = { type: 'trait.changed', data: { trait: 'city', value: 'Tehran' } };
  await tell(city, { ...city, person: { mobile: other } });
  await earn();
  const [one, two] = [await person(), await person(other)];
  const merged = await served.database.withBusiness(business.id, (tx) =>
    mergePeople(tx, business, { winner: one, loser: two, by: 'test' }),
  );
  expect(merged.ok).toBe(true);
  await earn();
  expect([await points(), await points(other)]).toEqual([20, 20]);
});

test('what an import brought and its undoing took away is taken back', async () => {
  const { tell, earn, points, business } = await shop(base);
  await tell(paid('A', 10_000, { key: 'gone' }));
  await earn();
  expect(await points()).toBe(10);
  const client = new pg.Client({ connectionString: served.ownerUrl });
  await client.connect();
  // As the undoing of an import does: the fact leaves, and its person is climbed again.
  await client.query('ALTER TABLE facts NO FORCE ROW LEVEL SECURITY');
  await client.query("DELETE FROM facts WHERE business_id = $1 AND key = 'gone'", [business.id]);
  await client.query('ALTER TABLE facts FORCE ROW LEVEL SECURITY');
  await client.end();
  await served.database.withBusiness(business.id, beginRound);
  expect(await earn()).toMatchObject({ takenBack: 1 });
  expect(await points()).toBe(0);
});

test('two workers at once give once, and once for a person is once however many orders come together', async () => {
  const { tell, earn, points, business } = await shop(
    programmeSchema.parse({
      ...base,
      rules: [...base.rules, { ...fixed, key: 'welcome', on: { kind: 'order' }, once: true }],
    }),
  );
  await tell(...[1, 2, 3, 4].map((one) => paid(`A${one}`, 1000)));
  await drainClimbs(served.database, served.clock, business.id);
  await Promise.all([1, 2, 3].map(() => earnBusiness(served.database, served.clock, business)));
  await earn();
  expect(await points()).toBe(14);
});

test('many corrections and opening balances at once: each line has its reason and its own answer, and is posted once', async () => {
  const { tell, earn, points, person, business } = await shop(base);
  await tell({ type: 'visit.made' });
  await earn();
  const id = await person();
  const headers = bearer(await served.key(business));
  const line = { wallet: 'points', reason: 'Opening balance', person: MOBILE };
  const lines = [
    { ...line, key: '1', units: 100 },
    { ...line, key: '2', units: -30, person: id, reason: 'Typed twice' },
    { ...line, key: '3', units: -71 },
    { ...line, key: '4', units: 5, wallet: 'coins' },
    { ...line, key: '5', units: 5, person: '09129999999' },
    { ...line, key: '6', units: 5, lastDay: '2020-01-01' },
    { ...line, key: '1', units: 100 },
  ];
  const send = async () =>
    (
      await served.app.inject({ method: 'POST', url: '/v1/club/adjustments', headers, payload: { lines } })
    ).json();
  const outcome = ({ status, refusal }: { status: string; refusal?: { code: string } }) =>
    refusal?.code ?? status;
  const refused = ['units_insufficient', 'wallet_unknown', 'person_unknown', 'day_over'];
  expect((await send()).lines.map(outcome)).toEqual(['posted', 'posted', ...refused, 'unchanged']);
  expect((await send()).lines.map(outcome)).toEqual(['unchanged', 'unchanged', ...refused, 'unchanged']);
  await earn();
  expect(await points()).toBe(70);
  const page = await served.app.inject({ url: `/v1/people/${id}/club?limit=1`, headers });
  expect(page.json()).toMatchObject({ entries: [{ units: -30, cause: { reason: 'Typed twice' } }] });
  const rest = await served.app.inject({ url: `/v1/people/${id}/club?before=${page.json().next}`, headers });
  expect(rest.json()).toMatchObject({
    entries: [{ units: 100, cause: { reason: 'Opening balance' } }],
    next: null,
  });
});

test('every club that is shipped runs on a real ledger and leaves it in order', async () => {
  const { tell, earn, publish } = await shop(base);
  await tell({ type: 'club.joined' });
  for (const { key, programme } of clubPresets) {
    await publish(programme);
    const now = served.clock.now() + 1000;
    served.clock.set(now);
    await tell(paid(`A ${key}`, 90_000_000), paid(`B ${key}`, 1_234_567, { data: { channel: 'online' } }));
    await earn();
    await tell(back(`A ${key}`, 90_000_000, { at: now + 1 }));
    await earn();
  }
});
