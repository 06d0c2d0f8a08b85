import { zoneOf } from '@nardeban/core/values';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tx } from '../../../platform/database/index.ts';
import { buildServer } from '../../../platform/http/index.ts';
import { type Ask, askWith, bearer, type Served, serveForTest } from '../../../platform/http/testing.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { receiveFacts } from '../../facts/index.ts';
import {
  adjust,
  earn,
  GIFT_CARD_WALLET,
  giveBack,
  settleBusiness,
  spend,
  takeBack,
  transfer,
} from '../ledger/index.ts';
import { clubAccountingRoutes } from './routes.ts';
import { rollBusiness, rollDue } from './rolling.ts';

const DAY = 86_400_000;
/** Noon in Tehran, 5 Farvardin 1405. */
const FARVARDIN = zoneOf('Asia/Tehran').startOf(20_537) + DAY / 2;
const ORDIBEHESHT = FARVARDIN + 31 * DAY;
const KHORDAD = FARVARDIN + 62 * DAY;

let served: Served;
let shop: Business;
let ask: Ask;
const people: number[] = [];

beforeAll(async () => {
  served = await serveForTest((parts) => buildServer(parts, [clubAccountingRoutes]));
  shop = await served.business('books', {
    zone: 'Asia/Tehran',
    calendar: 'jalali',
    currency: 'IRR',
    unit: 'toman',
  });
  ask = askWith(served, bearer(await served.key(shop)), '/v1/club/accounting');
  served.clock.set(FARVARDIN);
  for (const [place, amount] of [100_000, 50_000, 70_000].entries())
    await order(place, `o${place}`, amount, FARVARDIN);
  await receiveFacts(served.database, served.clock, shop, [
    {
      person: { external: 'p0' },
      type: 'level.changed',
      at: FARVARDIN,
      source: 'club',
      key: 'gold',
      data: { level: 'gold' },
    },
  ]);
  const rules = [{ key: 'buying', campaign: 'spring' }, { key: 'welcome' }];
  await write((tx) =>
    tx.query(
      `INSERT INTO club_versions (business_id, version, definition, published_by, published_at)
       VALUES (this_business(), 1, $1, 'test', now())`,
      [JSON.stringify({ rules, wallets: [{ key: 'points', name: { fa: 'امتیاز', en: 'Points' } }] })],
    ),
  );
});
afterAll(() => served.close());

/** Somebody pays for an order; answers who. */
async function order(who: number, number: string, amount: number, at: number): Promise<void> {
  const [answer] = await receiveFacts(served.database, served.clock, shop, [
    {
      person: { external: `p${who}` },
      type: 'order.paid',
      at,
      source: 'till',
      key: number,
      data: { order: number, amount },
    },
  ]);
  if (answer?.status !== 'stored' || answer.personId === null) throw new Error(JSON.stringify(answer));
  people[who] = answer.personId;
}

function write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return served.database.withBusiness(shop.id, work);
}

function credit(key: string, units: number, at: number, more: object = {}) {
  return {
    wallet: 'points',
    units,
    availableFrom: at,
    expiresAt: null,
    cause: { kind: 'earning', order: key, rule: 'buying' },
    key,
    ...more,
  };
}

const terms = {
  wallet: 'points',
  fromMonth: '1405-01',
  cost: { points: 1, amount: 1 },
  standAlone: { points: 1, amount: 1 },
  method: 'exact',
  reason: 'face value',
};

describe('the books of a club', () => {
  test('say nothing where nothing was posted', async () => {
    expect((await ask('GET', '')).body).toMatchObject({
      rolledAt: null,
      months: [],
      closed: [],
      names: [{ wallet: 'points', fa: 'امتیاز', en: 'Points' }],
    });
    expect((await ask('GET', '/roll-forward')).body).toEqual({ lines: [], pending: [] });
    expect((await ask('POST', '/months/1404-12/close', {})).body.code).toBe('nothing_to_close');
  });

  test('roll forward what the ledger posted, and prove it against the lots', async () => {
    const [first = 0, second = 0] = people;
    await write(async (tx) => {
      // IFRS 15, Example 52: 100,000 paid, 10,000 points, of which 9,500 are expected to be redeemed.
      await earn(tx, {
        holder: { kind: 'person', id: first },
        credits: [credit('o0', 10_000, FARVARDIN)],
        at: FARVARDIN,
        now: FARVARDIN,
      });
      await earn(tx, {
        holder: { kind: 'person', id: second },
        credits: [credit('welcome', 500, FARVARDIN, { cause: { kind: 'earning', rule: 'welcome' } })],
        at: FARVARDIN,
        now: FARVARDIN,
      });
      await earn(tx, {
        holder: { kind: 'card', id: 7 },
        credits: [
          credit('card-7', 2_000_000, FARVARDIN, {
            wallet: GIFT_CARD_WALLET,
            cause: { kind: 'gift-card' },
            from: 'sold',
          }),
        ],
        at: FARVARDIN,
        now: FARVARDIN,
      });
    });
    await write(async (tx) => {
      const spent = await spend(tx, {
        person: first,
        wallets: [{ wallet: 'points', units: 4_500 }],
        cards: [{ card: 7, amount: 300_000 }],
        claims: [],
        now: FARVARDIN + DAY,
        at: FARVARDIN + DAY,
        purpose: 'till',
        cause: { kind: 'purchase', order: 'o9' },
        key: 's1',
      });
      if (!spent.ok) throw new Error(spent.refusal.code);
    });
    served.clock.set(FARVARDIN + 2 * DAY);
    expect((await ask('POST', '/terms', terms)).status).toBe(201);
    expect(
      (
        await ask('POST', '/estimates', {
          wallet: 'points',
          rate: 950_000,
          lasts: null,
          reason: 'as in the book',
        })
      ).status,
    ).toBe(201);
    expect((await ask('POST', '/roll', {})).body.wrong).toEqual([]);
    const { wallets } = (await ask('GET', '/months/1405-01')).body;
    expect(wallets).toMatchObject([
      {
        holder: 'person',
        wallet: 'points',
        rolled: { opening: 0, earned: 10_500, spent: 4_500, closing: 6_000, difference: 0 },
        deferred: { added: 8_676, released: 4_110, trueUp: 0, closing: 4_566 },
        provision: { added: 475, closing: 475 },
        rateFrom: 'stated',
        debts: 0,
      },
      {
        holder: 'card',
        rolled: { earned: 2_000_000, spent: 300_000, closing: 1_700_000, difference: 0 },
        provision: { closing: 1_700_000 },
      },
    ]);
    const sold = wallets[1].vouchers.map(({ kind, amount }: { kind: string; amount: number }) => [
      kind,
      amount,
    ]);
    expect(sold).toEqual([
      ['cards-sold', 2_000_000],
      ['cards-used', 300_000],
    ]);
    const { ages } = (await ask('GET', '/gift-cards')).body;
    expect(ages[0]).toMatchObject({ age: 'to-90', cards: 1, balance: 1_700_000 });
    expect((await ask('GET', '/who-pays?aspect=rule&from=1405-01&to=1405-01')).body.lines).toMatchObject([
      { name: 'buying', earned: 10_000, redeemed: 4_500, cost: 4_500 },
      { name: 'welcome', earned: 500, redeemed: 0, cost: 0 },
    ]);
    const paying = async (aspect: string) =>
      (await ask('GET', `/who-pays?aspect=${aspect}&from=1405-01&to=1405-01`)).body.lines;
    // Only the first has a level.
    expect(await paying('level')).toMatchObject([{ name: 'gold', earned: 10_000, redeemed: 4_500 }]);
    expect(await paying('campaign')).toMatchObject([
      { name: 'spring', redeemed: 4_500 },
      { name: '', earned: 500 },
    ]);
    expect(await paying('rung')).toEqual([]);
  });

  test('close months in their order, once they are over, once', async () => {
    expect((await ask('POST', '/months/1405-01/close', {})).body.code).toBe('month_not_over');
    served.clock.set(ORDIBEHESHT);
    expect((await ask('POST', '/months/1405-02/close', {})).body.code).toBe('month_not_over');
    const closed = await ask('POST', '/months/1405-01/close', { note: 'checked' });
    expect(closed).toMatchObject({
      status: 201,
      body: { month: '1405-01', from: '2026-03-21', to: '2026-04-20' },
    });
    expect((await ask('POST', '/months/1405-01/close', {})).body.code).toBe('month_already_closed');
    expect((await ask('POST', '/terms', terms)).body.code).toBe('month_already_closed');
  });

  test('a late return of a closed month belongs to the open one, and the closed month does not move', async () => {
    const before = (await ask('GET', '/months/1405-01')).body;
    await write(async (tx) => {
      // The goods of Farvardin come back; the return is told of in Ordibehesht and dated in Farvardin.
      const taken = await takeBack(tx, {
        earned: 'o0',
        units: 10_000,
        at: FARVARDIN + 3 * DAY,
        now: ORDIBEHESHT,
        cause: { kind: 'return', order: 'o0' },
        key: 'r0',
        negative: 'allow',
      });
      if (!taken.ok) throw new Error(taken.refusal.code);
    });
    served.clock.set(ORDIBEHESHT + DAY);
    await rollDue(served.database, served.clock);
    expect((await ask('GET', '/months/1405-01')).body).toEqual(before);
    const { wallets } = (await ask('GET', '/months/1405-02')).body;
    expect(wallets[0]).toMatchObject({
      rolled: { opening: 6_000, reversed: 10_000, closing: -4_000, difference: 0 },
      // Everything that was deferred goes back with the sale, and so does what had been recognised of it.
      deferred: { opening: 4_566, returned: 8_676, released: -4_110, closing: 0 },
      // What had been spent is owed, and never taken off what the others have.
      debtUnits: 4_500,
      debts: 4_500,
      provision: { closing: 475 },
    });
    expect((await ask('GET', '/receivables')).body.debtors).toMatchObject([
      { person: people[0], wallet: 'points', units: 4_500 },
    ]);
    const asOf = async (query: string) => {
      const { balances } = (await ask('GET', `/as-of?${query}`)).body;
      return balances.find(({ holder }: { holder: string }) => holder === 'person')?.units;
    };
    expect(await asOf('posted=2026-04-20')).toBe(6_000);
    expect(await asOf('posted=2026-05-01&happened=2026-03-26')).toBe(6_000);
    expect(await asOf('posted=2026-05-01&happened=2026-03-29')).toBe(-4_000);
    const lines = (await ask('GET', '/roll-forward?from=1405-01&to=1405-02')).body.lines.filter(
      ({ wallet }: { wallet: string }) => wallet === 'points',
    );
    expect(
      lines.map(({ closed, rolled }: { closed: boolean; rolled: { opening: number; closing: number } }) => [
        closed,
        rolled.opening,
        rolled.closing,
      ]),
    ).toEqual([
      [true, 0, 6_000],
      [false, 6_000, -4_000],
    ]);
  });

  test('a new estimate is a true-up with author and reason, and what it moves is told before', async () => {
    await write(async (tx) => {
      await earn(tx, {
        holder: { kind: 'person', id: people[1] ?? 0 },
        credits: [credit('o1', 1_000, ORDIBEHESHT)],
        at: ORDIBEHESHT,
        now: ORDIBEHESHT,
      });
    });
    served.clock.set(KHORDAD);
    expect((await ask('POST', '/roll', {})).body.wrong).toEqual([]);
    expect((await ask('POST', '/months/1405-02/close', {})).status).toBe(201);
    const asked = { wallet: 'points', rate: 500_000, lasts: null };
    const tried = (await ask('POST', '/estimates/try', asked)).body;
    // 500 welcome points at 50 % in the place of 95 %.
    expect(tried).toMatchObject({ rateBefore: 950_000, rate: 500_000, provision: -225 });
    const made = await ask('POST', '/estimates', { ...asked, reason: 'few come back' });
    expect(made.body).toMatchObject({ fromMonth: '1405-03', provision: -225, reason: 'few come back' });
    const { wallets } = (await ask('GET', '/months/1405-03')).body;
    expect(wallets[0].provision).toMatchObject({ opening: 475, trueUp: -225, closing: 250 });
    expect(
      (await ask('POST', '/estimates', { wallet: 'points', rate: null, lasts: 12, reason: 'as they did' }))
        .body,
    ).toMatchObject({ code: 'cohorts_too_few' });
    expect((await ask('GET', '/redemption?wallet=points&lasts=12')).body).toMatchObject({
      estimate: { source: 'assumed', missing: 'cohorts', urr: { rate: 1_000_000 } },
      forecast: [{ days: 30, scheduled: 0, expiring: null }, { days: 90 }, { days: 365 }],
    });
  });

  test('the journal balances to the unit and is read in both languages', async () => {
    const accounts = { sales: { code: '4001', name: 'فروش' } };
    expect((await ask('PUT', '/accounts', { accounts, revision: 0 })).body).toMatchObject({ revision: 1 });
    expect((await ask('PUT', '/accounts', { accounts, revision: 0 })).body.code).toBe('changed_meanwhile');
    const read = async (language: string) => {
      const answer = await ask('GET', `/journal.csv?from=1405-01&to=1405-03&language=${language}`);
      return String(answer.body)
        .trim()
        .split('\r\n')
        .map((line) => line.split(','));
    };
    const [header, ...lines] = await read('en');
    expect(header?.slice(7, 9)).toEqual(['Debit (toman)', 'Credit (toman)']);
    const sum = (place: number) => lines.reduce((all, line) => all + Math.round(Number(line[place]) * 10), 0);
    expect(sum(7)).toBe(sum(8));
    expect(sum(7)).toBeGreaterThan(0);
    expect(lines.find((line) => line[5] === '4001')?.slice(0, 9)).toEqual([
      '1405-01',
      '1405/01/31',
      '1405-01-1',
      'points',
      'Points deferred from sales',
      '4001',
      'فروش',
      '867.6',
      '',
    ]);
    const persian = await read('fa');
    expect(persian[0]?.[7]).toBe('بدهکار (تومان)');
    expect(persian).toHaveLength(lines.length + 1);
  });

  test('balances taken over from another program are no cost of ours; a wallet nobody has priced keeps its month open', async () => {
    await write(async (tx) => {
      await earn(tx, {
        holder: { kind: 'person', id: people[2] ?? 0 },
        credits: [credit('taken-over', 800, KHORDAD, { wallet: 'coins', cause: { kind: 'import' } })],
        at: KHORDAD,
        now: KHORDAD,
      });
    });
    served.clock.set(KHORDAD + 31 * DAY);
    expect((await ask('POST', '/months/1405-03/close', {})).body).toMatchObject({
      code: 'club_terms_missing',
    });
    await ask('POST', '/terms', { ...terms, wallet: 'coins', fromMonth: '1405-03' });
    expect((await ask('POST', '/months/1405-03/close', {})).status).toBe(201);
    const { wallets } = (await ask('GET', '/months/1405-03')).body;
    const coins = wallets.find(({ wallet }: { wallet: string }) => wallet === 'coins');
    expect(coins).toMatchObject({
      rolled: { earned: 800, closing: 800 },
      provision: { added: 800, closing: 800 },
    });
    expect(coins.vouchers).toEqual([{ kind: 'opening', amount: 800 }]);
  });

  test('a gift card is owed when it is sold, a cost when it is given, and never income by being refunded', async () => {
    const at = KHORDAD + 31 * DAY;
    const card = (id: number, from: 'sold' | 'issued') => ({
      holder: { kind: 'card', id } as const,
      credits: [
        credit(`card-${id}`, 1_000, at, { wallet: GIFT_CARD_WALLET, cause: { kind: 'gift-card' }, from }),
      ],
      at,
      now: at,
    });
    await write(async (tx) => {
      for (const one of [card(21, 'sold'), card(22, 'issued'), card(23, 'issued')]) await earn(tx, one);
      for (const id of [21, 22]) {
        const cause = { kind: 'gift-card' };
        const asked = { earned: `card-${id}`, units: 1_000, at, now: at, cause, key: `back-${id}` };
        expect((await takeBack(tx, { ...asked, negative: 'clamp' })).ok).toBe(true);
      }
    });
    await ask('POST', '/roll', {});
    const { wallets } = (await ask('GET', '/months/1405-04')).body;
    const cards = wallets.find(({ holder }: { holder: string }) => holder === 'card');
    const amounts = cards.vouchers.map(({ kind, amount }: { kind: string; amount: number }) => [
      kind,
      amount,
    ]);
    expect(amounts.toSorted()).toEqual([
      ['cards-given', 1_000],
      ['cards-refunded', 1_000],
      ['cards-sold', 1_000],
    ]);
    expect(cards).toMatchObject({ provision: { closing: 1_701_000 }, deferred: { closing: 0 } });
  });
});

describe('after anything at all', () => {
  test('every month ties to the lots: random earnings, spendings, returns, transfers and expiries', async () => {
    const other = await served.business('random', { zone: 'Asia/Tehran', calendar: 'jalali' });
    const chance = dice(20_261_122);
    const ids: number[] = [];
    for (let who = 0; who < 4; who++) {
      const [answer] = await receiveFacts(served.database, served.clock, other, [
        {
          person: { external: `q${who}` },
          type: 'club.joined',
          at: FARVARDIN,
          source: 'club',
          key: `j${who}`,
          data: {},
        },
      ]);
      if (answer?.status !== 'stored') throw new Error('nobody');
      ids.push(answer.personId ?? 0);
    }
    const credits: string[] = [];
    const spends: { transaction: number; left: number }[] = [];
    let now = FARVARDIN;
    const steps = process.env['NARDEBAN_NIGHTLY'] === '1' ? 2_000 : 160;
    for (let step = 0; step < steps; step++) {
      now += Math.floor(chance() * 1.5 * DAY);
      const at = now - (chance() < 0.2 ? 20 * DAY : 0);
      const id = ids[Math.floor(chance() * ids.length)] ?? 0;
      const holder = { kind: 'person', id } as const;
      const units = 1 + Math.floor(chance() * 100);
      const kind = chance();
      await served.database.withBusiness(other.id, async (tx) => {
        if (kind < 0.35) {
          credits.push(`c${step}`);
          const cause = chance() < 0.6 ? { kind: 'earning', order: `x${step}` } : { kind: 'earning' };
          await earn(tx, {
            holder,
            credits: [
              credit(`c${step}`, units * 3, at, { cause, expiresAt: chance() < 0.5 ? now + 40 * DAY : null }),
            ],
            at,
            now,
          });
        } else if (kind < 0.6) {
          const spent = await spend(tx, {
            person: id,
            wallets: [{ wallet: 'points', units }],
            cards: [],
            claims: [],
            at,
            now,
            purpose: 'till',
            cause: { kind: 'purchase' },
            key: `s${step}`,
          });
          if (spent.ok && spent.value[0] !== undefined)
            spends.push({ transaction: spent.value[0].transaction, left: units });
        } else if (kind < 0.75) {
          const earned = credits[Math.floor(chance() * credits.length)];
          if (earned !== undefined)
            await takeBack(tx, {
              earned,
              units,
              at,
              now,
              cause: { kind: 'return' },
              key: `t${step}`,
              negative: chance() < 0.5 ? 'allow' : 'clamp',
            });
        } else if (kind < 0.85) {
          const one = spends[Math.floor(chance() * spends.length)];
          if (one !== undefined)
            await giveBack(tx, {
              spend: one.transaction,
              units: Math.ceil(one.left / 2),
              at,
              now,
              cause: { kind: 'return' },
              key: `g${step}`,
            });
        } else if (kind < 0.95) {
          const to = { kind: 'person', id: ids[Math.floor(chance() * ids.length)] ?? 0 } as const;
          await transfer(tx, {
            from: holder,
            to,
            wallet: 'points',
            units,
            cause: { kind: 'transfer' },
            key: `m${step}`,
            at,
            now,
          });
        } else {
          await adjust(tx, {
            holder,
            wallet: 'points',
            units: chance() < 0.5 ? units : -units,
            at,
            now,
            cause: { kind: 'adjust', reason: 'chance', by: 'test' },
            key: `a${step}`,
          });
        }
      });
      if (step % 20 === 19) {
        served.clock.set(now);
        await settleBusiness(served.database, other.id, now);
      }
    }
    served.clock.set(now + DAY);
    // Stopped after its first month of the past, it goes on from there and writes nothing twice.
    const stop = new AbortController();
    const stopping = rollBusiness(served.database, served.clock, other, stop.signal);
    stop.abort();
    expect(await stopping).toBe(false);
    expect(await rollDue(served.database, served.clock)).toBeGreaterThan(0);
    const key = bearer(await served.key(other));
    const get = async (url: string) =>
      (await served.app.inject({ url: `/v1/club/accounting${url}`, headers: key })).json();
    const { proof, months } = await get('');
    expect(proof).toHaveLength(1);
    expect(proof[0].difference).toBe(0);
    const { lines } = await get(`/roll-forward?from=${months[0]}`);
    const byDay = (await get(`/roll-forward?by=day&from=${months[0]}`)).lines;
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.at(-1).rolled.closing).toBe(proof[0].left - proof[0].debts);
    expect(byDay.at(-1).rolled.closing).toBe(proof[0].closing);
    for (const [place, { rolled }] of lines.entries()) {
      const { opening, earned, reversed, spent, givenBack, expired, adjusted, transferred, writtenOff } =
        rolled;
      expect(opening).toBe(place === 0 ? 0 : lines[place - 1].rolled.closing);
      expect(
        opening + earned - reversed - spent + givenBack - expired + adjusted + transferred + writtenOff,
      ).toBe(rolled.closing);
      expect(transferred).toBe(0);
    }
    for (const name of ['earned', 'reversed', 'spent', 'givenBack', 'expired'])
      expect(
        lines.reduce(
          (sum: number, { rolled }: { rolled: Record<string, number> }) => sum + (rolled[name] ?? 0),
          0,
        ),
        name,
      ).toBeGreaterThan(0);
    // What is open in the cohorts is what is open in the lots.
    const { cohorts } = await get(`/months/${months.at(-1)}/cohorts?wallet=points`);
    const open = cohorts.reduce((sum: number, one: { open: number }) => sum + one.open, 0);
    const { wallets } = await get(`/months/${months.at(-1)}`);
    expect(open).toBe(proof[0].left);
    expect(wallets[0].debtUnits).toBe(proof[0].debts);
  });
});

/** Mulberry32 (Tommy Ettinger): the same chances at every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
