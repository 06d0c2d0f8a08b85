import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baseVocabulary, checkFact } from '@nardeban/core/facts';
import { programmeFaults } from '@nardeban/core/programme';
import { dateOf, type Day, MS_PER_DAY, readEmail, readMobile, weekday, zoneOf } from '@nardeban/core/values';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkBusiness,
  drainClimbs,
  foundBusiness,
  overviewOf,
  publishedVersion,
} from '../packages/server/src/capabilities/ladder/index.ts';
import { portalSettings } from '../packages/server/src/capabilities/portal/index.ts';
import { checkLedger } from '../packages/server/src/capabilities/programme/index.ts';
import { systemClock } from '../packages/server/src/platform/clock/index.ts';
import { readConfig } from '../packages/server/src/platform/config/index.ts';
import { type Database, openDatabase } from '../packages/server/src/platform/database/index.ts';
import { type FreshDatabase, freshDatabase } from '../packages/server/src/platform/database/testing.ts';
import { type Business, businessBySlug } from '../packages/server/src/platform/tenancy/index.ts';
import {
  DEMO_EMAIL,
  demoProgramme,
  forTrial,
  isTrial,
  loadPretendPeople,
  makeClub,
  type Plan,
  type PretendFact,
  type PretendPerson,
  prepareDemo,
  pretendPeople,
  worldOf,
} from '../packages/server/src/pretend/index.ts';
import { FEMALE_NAMES, LAST_NAMES, MALE_NAMES } from '../packages/server/src/pretend/names.ts';

const NOW = Date.UTC(2026, 10, 12, 9, 30);
const ZONE = zoneOf('Asia/Tehran');
const plan: Plan = { seed: 1395, people: 4_000, now: NOW, zone: 'Asia/Tehran', span: { years: 5 } };

const told = (wanted: Partial<Plan> = {}): PretendPerson[] => [
  ...pretendPeople(worldOf({ ...plan, ...wanted })),
];
const fingerprint = (people: readonly PretendPerson[]): string =>
  createHash('sha256').update(JSON.stringify(people)).digest('hex');
const ofType = (person: PretendPerson, type: PretendFact['type']): PretendFact[] =>
  person.facts.filter((fact) => fact.type === type);

function valuesOf(type: PretendFact['type'], field: string): Set<unknown> {
  return new Set(facts.filter((fact) => fact.type === type).map((fact) => fact.data[field]));
}

function countPerDay(type: PretendFact['type']): Map<Day, number> {
  const counts = new Map<Day, number>();
  for (const fact of facts) {
    if (fact.type !== type) continue;
    const day = ZONE.dayOf(fact.at);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return counts;
}

/** Month and day of the Jalali year: 930 is Yalda. */
function jalali(day: Day): number {
  const date = dateOf(day, 'jalali');
  return date.month * 100 + date.day;
}

let people: PretendPerson[];
let facts: PretendFact[];
beforeAll(() => {
  people = told();
  facts = people.flatMap((person) => person.facts);
});

describe('the same plan', () => {
  it('gives the same people with the same facts, another seed others', () => {
    const few = told({ people: 500 });
    expect(fingerprint(told({ people: 500 }))).toBe(fingerprint(few));
    expect(fingerprint(told({ people: 500, seed: 1396 }))).not.toBe(fingerprint(few));
  });

  it('gives the beginning of a larger world in a smaller one', () => {
    const few = told({ people: 500 });
    expect(fingerprint(few)).toBe(fingerprint(people.slice(0, few.length)));
  });

  it('gives only more facts at a later moment of the same day, so that an interrupted making never tells anew', () => {
    const later = told({ now: NOW + 5 * 3_600_000 });
    const known = new Map(later.flatMap((person) => person.facts).map((fact) => [fact.key, fact]));
    for (const fact of facts) expect(known.get(fact.key)).toEqual(fact);
    expect(known.size).toBeGreaterThan(facts.length);
  });
});

describe('the pretend people', () => {
  it('have names of many kinds, each list free of repetitions, in Persian letters', () => {
    const first = [...FEMALE_NAMES, ...MALE_NAMES].map((name) => name.persian);
    expect(first.length).toBeGreaterThanOrEqual(120);
    expect(LAST_NAMES.length).toBeGreaterThanOrEqual(200);
    for (const list of [first, LAST_NAMES]) {
      expect(new Set(list).size).toBe(list.length);
      for (const name of list) expect(name).toMatch(/^[آ-یؤئ\u200C]{2,}$/);
    }
    for (const { latin } of [...FEMALE_NAMES, ...MALE_NAMES]) expect(latin).toMatch(/^[a-z]{3,}$/);
    expect(LAST_NAMES.filter((name) => name.includes('\u200C')).length).toBeGreaterThan(30);
  });

  it('are as untidy as real lists: Arabic letters, Latin, nothing at all, and very long', () => {
    const names = people.map((person) => person.identity.name);
    expect(names.filter((name) => name === undefined).length).toBeGreaterThan(40);
    expect(names.some((name) => name !== undefined && /[يك]/.test(name))).toBe(true);
    expect(names.some((name) => name !== undefined && /[A-Za-z]/.test(name))).toBe(true);
    const longest = Math.max(...names.map((name) => name?.length ?? 0));
    expect(longest).toBeGreaterThan(80);
    expect(longest).toBeLessThanOrEqual(300);
  });

  it('have mobiles that can be read, and share one only where somebody was entered twice', () => {
    const owners = new Map<string, number>();
    for (const { number, identity } of people) {
      if (identity.email !== undefined) expect(readEmail(identity.email).ok).toBe(true);
      if (identity.mobile === undefined) continue;
      const read = readMobile(identity.mobile);
      expect(read.ok, identity.mobile).toBe(true);
      if (read.ok) owners.set(read.value, (owners.get(read.value) ?? 0) + 1);
      expect(number).toBeGreaterThan(0);
    }
    const shared = [...owners.values()].filter((count) => count > 1);
    expect(shared.length).toBeGreaterThan(2);
    expect(shared.length).toBeLessThan(people.length / 100);
    expect(Math.max(...shared)).toBe(2);
  });

  it('are spelled in every way a mobile is spelled', () => {
    const mobiles = people.map((person) => person.identity.mobile ?? '');
    for (const way of [/^09\d{9}$/, /^\+98/, /^0098/, /^9\d{9}$/, /^[۰-۹]{11}$/, / /]) {
      expect(mobiles.filter((mobile) => way.test(mobile)).length).toBeGreaterThan(20);
    }
  });
});

describe('the pretend facts', () => {
  it('are facts the product takes, none from the future, each with a key of its own', () => {
    for (const fact of facts) {
      const checked = checkFact(fact, NOW, baseVocabulary);
      expect(checked.ok ? '' : `${fact.type} ${checked.refusal.code} ${checked.refusal.field}`).toBe('');
      expect(fact.at).toBeLessThanOrEqual(NOW);
    }
    expect(new Set(facts.map((fact) => fact.key)).size).toBe(facts.length);
  });

  it('stand in order of time in every history', () => {
    for (const person of people) {
      for (const [index, fact] of person.facts.entries()) {
        expect(fact.at).toBeGreaterThanOrEqual(person.facts[index - 1]?.at ?? 0);
      }
    }
  });

  it('give back only what was bought, after it was, and no more than was paid', () => {
    let returns = 0;
    for (const person of people) {
      const paid = new Map(ofType(person, 'order.paid').map((fact) => [fact.data['order'], fact]));
      for (const back of ofType(person, 'order.returned')) {
        returns += 1;
        const order = paid.get(back.data['order']);
        expect(order?.at).toBeLessThan(back.at);
        expect(Number(back.data['amount'])).toBeLessThanOrEqual(Number(order?.data['amount']));
      }
    }
    expect(returns).toBeGreaterThan(50);
  });

  it("reward a referral only with the friend's own first order", () => {
    const byCard = new Map(people.map((person) => [person.identity.external, person]));
    let referrals = 0;
    for (const person of people) {
      const made = new Map(ofType(person, 'referral.made').map((fact) => [fact.data['friend'], fact.at]));
      for (const converted of ofType(person, 'referral.converted')) {
        referrals += 1;
        const card = converted.data['friend'];
        const friend = byCard.get(String(card));
        const [first] = friend === undefined ? [] : ofType(friend, 'order.paid');
        expect(first?.data['amount']).toBe(converted.data['amount']);
        expect(first?.at).toBeLessThan(converted.at);
        expect(made.get(String(card))).toBeLessThan(first?.at ?? 0);
      }
    }
    expect(referrals).toBeGreaterThan(50);
  });

  it('have lines that add up to the order before its discount, for a good share of the orders', () => {
    let withLines = 0;
    let orders = 0;
    for (const person of people) {
      const sums = new Map<unknown, number>();
      for (const { data } of ofType(person, 'product.bought')) {
        sums.set(data['order'], (sums.get(data['order']) ?? 0) + Number(data['amount']));
      }
      for (const { data } of ofType(person, 'order.paid')) {
        orders += 1;
        const sum = sums.get(data['order']);
        if (sum === undefined) continue;
        withLines += 1;
        expect(sum).toBe(Number(data['amount']) + Number(data['discount'] ?? 0) - Number(data['tax'] ?? 0));
      }
    }
    expect(withLines / orders).toBeGreaterThan(0.4);
    expect(withLines / orders).toBeLessThan(0.9);
  });

  it('speak of several branches and channels, of cities, birthdays, tags, answers, complaints and reviews', () => {
    expect(valuesOf('order.paid', 'branch').size).toBeGreaterThanOrEqual(4);
    expect(valuesOf('order.paid', 'channel').size).toBeGreaterThanOrEqual(4);
    expect(valuesOf('trait.changed', 'trait')).toEqual(new Set(['city', 'birthday']));
    expect(valuesOf('tag.added', 'tag')).toContain('family');
    expect(valuesOf('tag.added', 'tag')).toContain('friends');
    expect(valuesOf('survey.answered', 'question')).toContain('recommend');
    for (const type of ['complaint.closed', 'review.written', 'newsletter.subscribed', 'deal.won'] as const) {
      expect(
        facts.some((fact) => fact.type === type),
        type,
      ).toBe(true);
    }
    expect(people.some((person) => person.identity.kind === 'organisation')).toBe(true);
  });
});

describe('the pretend years', () => {
  it('bring new customers in every one of them, and orders up to the last day', () => {
    const { firstDay, lastDay } = worldOf(plan);
    const firstOrders = people.flatMap((person) => ofType(person, 'order.paid').slice(0, 1));
    const years = new Map<number, number>();
    for (const { at } of firstOrders) {
      const year = Math.floor((ZONE.dayOf(at) - firstDay) / 365.3);
      years.set(year, (years.get(year) ?? 0) + 1);
    }
    for (let year = 0; year < 5; year++) expect(years.get(year)).toBeGreaterThan(firstOrders.length / 12);
    const orders = countPerDay('order.paid');
    expect(orders.get(lastDay)).toBeGreaterThan(0);
    expect(Math.min(...orders.keys())).toBeGreaterThanOrEqual(firstDay);
  });

  it('have full tables on Friday and at Yalda, and closed doors at Nowruz', () => {
    const orders = countPerDay('order.paid');
    const mean = (wanted: (day: Day) => boolean): number => {
      const days = [...orders].filter(([day]) => wanted(day));
      return days.reduce((sum, [, count]) => sum + count, 0) / days.length;
    };
    const ordinary = mean(() => true);
    expect(mean((day) => weekday(day) === 6)).toBeGreaterThan(1.2 * mean((day) => weekday(day) === 0));
    expect(mean((day) => jalali(day) === 930)).toBeGreaterThan(1.3 * ordinary);
    expect(mean((day) => jalali(day) === 101)).toBeLessThan(0.5 * ordinary);
  });

  it('lose customers all the time: half of those who ordered a year ago have not come in the last three months', () => {
    const then = people.filter((person) =>
      ofType(person, 'order.paid').some(
        (fact) => Math.abs(fact.at - (NOW - 365 * MS_PER_DAY)) < 30 * MS_PER_DAY,
      ),
    );
    const still = then.filter(
      (person) => (ofType(person, 'order.paid').at(-1)?.at ?? 0) > NOW - 91 * MS_PER_DAY,
    );
    expect(still.length / then.length).toBeGreaterThan(0.2);
    expect(still.length / then.length).toBeLessThan(0.7);
  });
});

describe('the customer club of the demo shop', { timeout: 120_000 }, () => {
  let fresh: FreshDatabase;
  let database: Database;
  const then = { now: () => NOW };
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await openDatabase(fresh.appUrl, { max: 3 });
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });

  const shopWithClub = async (slug: string): Promise<Business> => {
    const founded = await foundBusiness(database, then, { slug, name: slug });
    if (!founded.ok) throw new Error(founded.refusal.code);
    await loadPretendPeople(database, founded.value, worldOf({ ...plan, people: 600 }));
    await drainClimbs(database, then, founded.value.id);
    await makeClubOf(founded.value);
    return founded.value;
  };
  const makeClubOf = (business: Business): Promise<boolean> =>
    makeClub(database, business, { now: NOW, signal: new AbortController().signal });
  /** Everything there is to count in it; codes are drawn by chance, and no part of it. */
  const figuresOf = async (business: Business): Promise<Record<string, unknown>> => {
    const counted: Record<string, unknown> = {};
    for (const [name, from] of Object.entries({
      ledger: `SELECT kind, wallet, count(*), sum(e.units)::float8 AS units, min(posted_at), max(posted_at) FROM club_transactions t
               JOIN club_entries e USING (business_id, transaction_id) GROUP BY 1, 2 ORDER BY 1, 2`,
      facts: `SELECT type, count(*), max(at) FROM facts JOIN sources s USING (business_id, source_id)
              WHERE s.name IN ('club', 'till') GROUP BY 1 ORDER BY 1`,
      offers: 'SELECT key, state FROM offers ORDER BY key',
      batches: 'SELECT kind, state, asked, made FROM voucher_batches ORDER BY batch_id',
      cards: 'SELECT state, note FROM gift_cards ORDER BY card_id',
      rewards: 'SELECT key, state FROM rewards ORDER BY key',
      redemptions: 'SELECT units, made_at FROM redemptions ORDER BY redemption_id',
      orders: 'SELECT number, state, due FROM till_orders ORDER BY number',
      referrals: 'SELECT state, score FROM referrals ORDER BY referral_id',
      awards: 'SELECT year, place, score, is_public FROM annual_awards ORDER BY place',
      closed: 'SELECT month FROM club_book_months ORDER BY month',
    })) {
      const { rows } = await database.withBusiness(business.id, (tx) => tx.query(from));
      counted[name] = rows;
    }
    return counted;
  };

  it('is the same each time it is made, and not made again where it is', async () => {
    const one = await shopWithClub('club-one');
    const figures = await figuresOf(one);
    expect(await figuresOf(await shopWithClub('club-two'))).toEqual(figures);
    expect(await makeClubOf(one)).toBe(true);
    expect(await figuresOf(one)).toEqual(figures);

    const kinds = (figures['ledger'] as { kind: string; wallet: string }[]).map(
      ({ kind, wallet }) => `${kind} ${wallet}`,
    );
    for (const kind of [
      'earn points',
      'earn credit',
      'earn gift-card',
      'spend points',
      'take-back points',
      'expire points',
    ])
      expect(kinds).toContain(kind);
    expect(figures['offers']).toEqual([
      { key: 'letter-code', state: 'active' },
      { key: 'thank-you', state: 'active' },
      { key: 'three-and-one', state: 'draft' },
    ]);
    expect(figures['rewards']).toHaveLength(4);
    expect(figures['cards']).toHaveLength(4);
    expect(figures['batches']).toHaveLength(2);
    expect(figures['closed']).toHaveLength(2);
    for (const some of ['orders', 'redemptions', 'awards']) expect(figures[some], some).not.toEqual([]);
    expect(figures['referrals']).toContainEqual({ state: 'review', score: 76 });
  });

  it('keeps to the ledger, the ladder, and what a programme may be', async () => {
    const club = await businessBySlug(database, 'club-one');
    if (club === null) throw new Error('the club was not made');
    expect(await checkLedger(database, club.id)).toMatchObject({ differences: 0 });
    await drainClimbs(database, then, club.id);
    expect((await checkBusiness(database, then, club.id)).differences).toBe(0);
    const { rows } = await database.withBusiness(club.id, (tx) =>
      tx.query<{ soon: number }>(
        `SELECT count(*) AS soon FROM club_lots WHERE business_id = this_business() AND is_open
           AND expires_at < to_timestamp($1::float8 / 1000) + interval '30 days'`,
        [NOW],
      ),
    );
    expect(rows[0]?.soon).toBeGreaterThan(3);
    expect(programmeFaults(demoProgramme, { words: baseVocabulary, ladders: [] })).toEqual([]);
  });
});

describe('the pages of the members on the first start', () => {
  const config = readConfig({});
  const demo = ['demo', 'young', 'empty'];

  it('can be signed in to without a gateway where somebody only looks around', () => {
    expect(isTrial(config, [])).toBe(true);
    expect(isTrial(config, demo)).toBe(true);
    expect(isTrial(config, ['demo-being-made'])).toBe(true);
    expect(forTrial(config)).toMatchObject({ development: true, sms: { provider: 'recording' } });
  });

  it.each([
    ['a business of somebody’s own is there', {}, [...demo, 'cafe']],
    ['others can reach it', { HOST: '0.0.0.0' }, demo],
    ['it has an address of its own', { PUBLIC_URL: 'https://club.example' }, demo],
    ['it has a database of its own', { DATABASE_URL: 'postgres://owner@db.example/club' }, demo],
    [
      'text messages are sent',
      { NARDEBAN_SMS_PROVIDER: 'kavenegar', NARDEBAN_SMS_KEY: '4B6F6C6F7268' },
      demo,
    ],
  ])('cannot where %s', (_, environment, slugs) => {
    expect(isTrial(readConfig(environment), slugs)).toBe(false);
  });
});

// Making them takes a while, so they are made once, stopped three times on the way, and looked at by every test.
describe('the shops of the first start', { timeout: 120_000 }, () => {
  const SIZE = 1_200;
  let fresh: FreshDatabase;
  let database: Database;
  let dataFolder: string;
  let lines: readonly string[];
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await openDatabase(fresh.appUrl, { max: 3 });
    dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-pretend-'));
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
    await rm(dataFolder, { recursive: true });
  });

  const prepare = (stopAt?: RegExp): Promise<readonly string[]> => {
    const stopping = new AbortController();
    return prepareDemo({
      database,
      clock: systemClock,
      config: { dataFolder },
      people: SIZE,
      signal: stopping.signal,
      progress: (text) => {
        if (stopAt?.test(text)) stopping.abort();
      },
    });
  };
  const businessOf = async (slug: string) => {
    const business = await businessBySlug(database, slug);
    if (business === null) throw new Error(`no business ${slug}`);
    return business;
  };
  const countIn = async (
    slug: string,
    table: 'people' | 'facts' | 'conflicts' | 'climb_queue',
  ): Promise<number> => {
    const { rows } = await database.withBusiness((await businessOf(slug)).id, (tx) =>
      tx.query<{ count: number }>(`SELECT count(*) AS count FROM ${table}`),
    );
    return rows[0]?.count ?? -1;
  };

  /** Without what the club and sales told themselves, and without the friends members brought. */
  const factsOfThePast = async (business: number): Promise<number> => {
    const { rows } = await database.withBusiness(business, (tx) =>
      tx.query<{ count: number }>(
        `SELECT count(*) AS count FROM facts f
         JOIN sources s ON s.business_id = f.business_id AND s.source_id = f.source_id
         WHERE f.business_id = this_business() AND s.name NOT IN ('club', 'till', 'sales', 'staff')
           AND NOT EXISTS (SELECT FROM referrals r WHERE r.business_id = f.business_id AND r.person_id = f.person_id)`,
      ),
    );
    return rows[0]?.count ?? -1;
  };

  it.each([
    ['telling', /^Making the shop 'demo'/],
    ['climbing', /^Placing the people of 'demo'/],
    ['its club', /^Opening the customer club of 'demo': month 4/],
  ])('are not there yet when it was stopped in the middle of %s', async (_, stopAt) => {
    expect(await prepare(stopAt)).toEqual([]);
    expect(await businessBySlug(database, 'demo')).toBeNull();
    expect(await businessOf('demo-being-made')).toMatchObject({ slug: 'demo-being-made' });
  });

  it('go on after every stop, and come out the same', async () => {
    const begun = await businessOf('demo-being-made');
    lines = await prepare();
    const made = await businessOf('demo');
    expect(made.id).toBe(begun.id);
    const { rows } = await database.withBusiness(made.id, (tx) =>
      tx.query<{ at: number }>('SELECT created_at AS at FROM businesses'),
    );
    const world = worldOf({ ...plan, people: SIZE, now: rows[0]?.at ?? 0 });
    const expected = [...pretendPeople(world)].reduce((sum, person) => sum + person.facts.length, 0);
    expect(await factsOfThePast(made.id)).toBe(expected);
    // The pages of the members are opened when all the rest of the club is there.
    expect(await database.withBusiness(made.id, portalSettings)).toMatchObject({ open: true, revision: 1 });
    expect(await countIn('demo', 'climb_queue')).toBe(0);
  });

  it('are an old, a young and an empty one, owned by one account whose password is told, with three colleagues', async () => {
    expect(lines.join('\n')).toMatch(/demo@nardeban\.example.*[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/);
    expect(lines.join('\n')).toMatch(/ndb_[0-9a-z]+_/);
    expect(lines.join('\n')).toMatch(
      /seller@nardeban\.example, analyst@nardeban\.example, cashier@nardeban\.example/,
    );
    expect(await countIn('demo', 'people')).toBeGreaterThan(1_100);
    expect(await countIn('young', 'people')).toBeGreaterThan(40);
    expect(await countIn('empty', 'people')).toBe(0);
    const { rows } = await database.withoutBusiness((tx) =>
      tx.query(
        'SELECT role FROM sign_in.memberships m JOIN sign_in."user" u ON u.id = m.user_id WHERE u.email = $1',
        [DEMO_EMAIL],
      ),
    );
    expect(rows).toEqual([{ role: 'owner' }, { role: 'owner' }, { role: 'owner' }]);

    const colleagues = await database.withoutBusiness((tx) =>
      tx.query(
        `SELECT u.email, m.role FROM sign_in.memberships m JOIN sign_in."user" u ON u.id = m.user_id
         WHERE u.email <> $1 ORDER BY m.role`,
        [DEMO_EMAIL],
      ),
    );
    expect(colleagues.rows).toEqual([
      { email: 'analyst@nardeban.example', role: 'analyst' },
      { email: 'cashier@nardeban.example', role: 'cashier' },
      { email: 'seller@nardeban.example', role: 'sales' },
    ]);
  });

  it('show a pyramid with people on every rung, some just risen and some just fallen, as the facts say', async () => {
    const business = await businessOf('demo');
    const now = systemClock.now();
    const overview = await database.withBusiness(business.id, async (tx) => {
      const version = await publishedVersion(tx, business, 'loyalty');
      if (version === null) throw new Error('no ladder');
      return overviewOf(tx, version, { from: now - 31 * MS_PER_DAY, to: now }, now, now);
    });
    const counts = overview.rungs.map((rung) => rung.people);
    const [suspects = 0, leads = 0, prospects = 0, first = 0, repeat = 0, advocates = 0] = counts;
    expect(Math.min(...counts)).toBeGreaterThan(10);
    expect(suspects).toBeGreaterThan(first * 3);
    expect(leads).toBeGreaterThan(prospects);
    expect(first + repeat).toBeGreaterThan(advocates * 3);
    expect(overview.moves.up).toBeGreaterThan(20);
    expect(overview.moves.down).toBeGreaterThan(2);
    expect(await countIn('demo', 'climb_queue')).toBe(0);
    expect(await countIn('demo', 'conflicts')).toBeGreaterThan(0);
    const checked = await checkBusiness(database, systemClock, business.id);
    expect(checked.differences).toBe(0);
  });

  it('are told again at the next start, and whoever removed the colleagues does not get them back', async () => {
    const again = await prepare();
    expect(again).toEqual(lines.filter((line) => !/API key/.test(line)));
    await database.withoutBusiness((tx) =>
      tx.query('DELETE FROM sign_in.memberships WHERE role <> $1', ['owner']),
    );
    expect(await prepare()).toEqual(lines.slice(0, 1));
  });

  it('take the same people a second time without a change', async () => {
    const founded = await foundBusiness(database, systemClock, { slug: 'twice', name: 'دوباره' });
    if (!founded.ok) throw new Error(founded.refusal.code);
    const world = worldOf({ ...plan, people: 200, now: systemClock.now() });
    const first = await loadPretendPeople(database, founded.value, world);
    expect(first?.stored).toBe(first?.facts);
    expect(first?.people).toBeGreaterThan(180);
    const before = await countIn('twice', 'people');
    const second = await loadPretendPeople(database, founded.value, world);
    expect(second).toEqual({ ...first, stored: 0 });
    expect(await countIn('twice', 'people')).toBe(before);
  });
});
