import { zoneOf } from '@nardeban/core/values';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../app.ts';
import { type Ask, askWith, bearer, type Served, serveForTest } from '../../../platform/http/testing.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { receiveFacts } from '../../facts/index.ts';
import { earn } from '../ledger/posting.ts';

const DAY = 86_400_000;
/** Noon in Tehran, 5 Farvardin 1405. */
const FARVARDIN = zoneOf('Asia/Tehran').startOf(20_537) + DAY / 2;
const ORDIBEHESHT = FARVARDIN + 31 * DAY;

let served: Served;
let shop: Business;
let ask: Ask;
let member = 0;
beforeAll(async () => {
  served = await serveForTest(buildApp);
  served.clock.set(FARVARDIN);
  shop = await served.business('partner-months', {
    zone: 'Asia/Tehran',
    calendar: 'jalali',
    currency: 'IRR',
    unit: 'toman',
  });
  ask = askWith(served, bearer(await served.key(shop)));
  const [told] = await receiveFacts(served.database, served.clock, shop, [
    {
      person: { external: 'p' },
      type: 'order.paid',
      at: FARVARDIN,
      key: 'o',
      data: { order: 'o', amount: 1 },
    },
  ]);
  if (told?.status !== 'stored' || told.personId === null) throw new Error(JSON.stringify(told));
  member = told.personId;
  const credit = { wallet: 'points', cause: { kind: 'import' }, availableFrom: FARVARDIN, expiresAt: null };
  await served.database.withBusiness(shop.id, (tx) =>
    earn(tx, {
      holder: { kind: 'person', id: member },
      credits: [{ ...credit, units: 1_000, key: 'lot' }],
      at: FARVARDIN,
      now: FARVARDIN,
    }),
  );
  await offer('cinema', 50_000);
  await offer('hotel', -20_000);
});
afterAll(() => served.close());

/** A reward of a partner, for one of which so much is owed. */
async function offer(key: string, owed: number): Promise<void> {
  const definition = {
    key,
    name: { fa: key, en: key },
    what: { kind: 'partner' },
    price: { kind: 'fixed', wallet: 'points', units: 10 },
    partner: { key, name: key, owed },
    proof: false,
  };
  await ask('POST', '/v1/club/rewards', definition);
  const opened = await ask('PUT', `/v1/club/rewards/${key}`, { definition, state: 'active', revision: 1 });
  expect(opened.status).toBe(200);
}

async function redeem(key: string): Promise<number> {
  const redeemed = await ask('POST', `/v1/club/rewards/${key}/redeem`, { person: member });
  expect(redeemed.status).toBe(201);
  return redeemed.body.id;
}
const partnersIn = async (month: string): Promise<object[]> =>
  (await ask('GET', `/v1/club/accounting/months/${month}`)).body.partners;

test('what is owed between partners rolls from month to month and is booked, debits and credits alike', async () => {
  await redeem('cinema');
  await redeem('cinema');
  await redeem('hotel');
  served.clock.set(ORDIBEHESHT);
  const third = await redeem('cinema');
  expect((await ask('POST', `/v1/club/redemptions/${third}/cancel`, { reason: 'x' })).status).toBe(200);
  await ask('POST', '/v1/club/partners/cinema/settle', { amount: 60_000, note: 'حواله' });
  await ask('POST', '/v1/club/partners/hotel/settle', { amount: -20_000, note: '' });

  const first = [
    { partner: 'cinema', opening: 0, redeemed: 100_000, cancelled: 0, settled: 0, closing: 100_000 },
    { partner: 'hotel', opening: 0, redeemed: -20_000, cancelled: 0, settled: 0, closing: -20_000 },
  ];
  expect(await partnersIn('1405-01')).toMatchObject(first);
  expect(await partnersIn('1405-02')).toMatchObject([
    {
      partner: 'cinema',
      opening: 100_000,
      redeemed: 50_000,
      cancelled: -50_000,
      settled: -60_000,
      closing: 40_000,
    },
    { partner: 'hotel', opening: -20_000, redeemed: 0, cancelled: 0, settled: 20_000, closing: 0 },
  ]);
  // Who owes nothing and did nothing is not in it.
  served.clock.set(ORDIBEHESHT + 31 * DAY);
  expect(await partnersIn('1405-03')).toMatchObject([
    { partner: 'cinema', opening: 40_000, closing: 40_000 },
  ]);
  // A month that is over stays as it was.
  expect(await partnersIn('1405-01')).toMatchObject(first);

  const sheet = await ask('GET', '/v1/club/accounting/journal.csv?from=1405-01&to=1405-02&language=en');
  const lines = String(sheet.body)
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))
    .filter((line) => line[3] === 'cinema' || line[3] === 'hotel')
    .map((line) => [line[0], line[3], line[6], line[7], line[8]]);
  expect(lines).toEqual([
    ['1405-01', 'cinema', 'Rewards given', '10000', ''],
    ['1405-01', 'cinema', 'Partners of the club', '', '10000'],
    // They owe us: the sides are turned.
    ['1405-01', 'hotel', 'Partners of the club', '2000', ''],
    ['1405-01', 'hotel', 'Rewards given', '', '2000'],
    ['1405-02', 'cinema', 'Rewards given', '5000', ''],
    ['1405-02', 'cinema', 'Partners of the club', '', '5000'],
    ['1405-02', 'cinema', 'Partners of the club', '5000', ''],
    ['1405-02', 'cinema', 'Rewards given', '', '5000'],
    ['1405-02', 'cinema', 'Partners of the club', '6000', ''],
    ['1405-02', 'cinema', 'Partner clearing', '', '6000'],
    ['1405-02', 'hotel', 'Partner clearing', '2000', ''],
    ['1405-02', 'hotel', 'Partners of the club', '', '2000'],
  ]);
});

test('who pays tells the part of each partner apart from what our own rewards cost', async () => {
  const definition = {
    key: 'coffee',
    name: { fa: 'coffee', en: 'coffee' },
    what: { kind: 'gift' },
    price: { kind: 'fixed', wallet: 'points', units: 4 },
    proof: false,
  };
  await ask('POST', '/v1/club/rewards', definition);
  await ask('PUT', '/v1/club/rewards/coffee', { definition, state: 'active', revision: 1 });
  served.clock.set(ORDIBEHESHT);
  await redeem('coffee');
  const paying = async (from: string, to: string): Promise<object[]> => {
    const url = `/v1/club/accounting/who-pays?aspect=partner&from=${from}&to=${to}`;
    const lines: { name: string; redeemed: number; givenBack: number; owed: number }[] = (
      await ask('GET', url)
    ).body.lines;
    return lines
      .map(({ name, redeemed, givenBack, owed }) => [name, redeemed, givenBack, owed])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  };
  // As the books of partners have it: what was redeemed less what was cancelled, without what was paid.
  expect(await paying('1405-01', '1405-01')).toEqual([
    ['cinema', 20, 0, 100_000],
    ['hotel', 10, 0, -20_000],
  ]);
  expect(await paying('1405-02', '1405-02')).toEqual([
    ['', 4, 0, 0],
    ['cinema', 10, 10, 0],
  ]);
  expect(await paying('1405-01', '1405-02')).toEqual([
    ['', 4, 0, 0],
    ['cinema', 30, 10, 100_000],
    ['hotel', 10, 0, -20_000],
  ]);
  const byRule = await ask('GET', '/v1/club/accounting/who-pays?aspect=reason&from=1405-01&to=1405-02');
  expect(byRule.body.lines.every(({ owed }: { owed: unknown }) => owed === null)).toBe(true);
});

test('another business sees nothing of it', async () => {
  const stranger = await served.business('partner-months-stranger', { calendar: 'jalali' });
  const foreign = bearer(await served.key(stranger));
  const month = await ask('GET', '/v1/club/accounting/months/1405-01', undefined, foreign);
  expect(month.body.partners).toEqual([]);
  const url = '/v1/club/accounting/who-pays?aspect=partner&from=1405-01&to=1405-02';
  expect((await ask('GET', url, undefined, foreign)).body.lines).toEqual([]);
});
