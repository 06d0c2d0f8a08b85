import { type Instant, zoneOf } from '@nardeban/core/values';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildApp } from '../../../app.ts';
import {
  type Ask,
  askWith,
  bearer,
  type Served,
  serveForTest,
  TEST_NOW,
} from '../../../platform/http/testing.ts';
import { type Business, createBusiness } from '../../../platform/tenancy/index.ts';
import { receiveFacts } from '../../facts/index.ts';
import { captureLead } from '../leads/capturing.ts';
import { startCadence } from './cadence-runs.ts';
import { tendCadences } from './cadence-work.ts';
import { saveCadence } from './cadences.ts';
import { listFollowUps } from './follow-ups.ts';
import { planFollowUp } from './planning.ts';
import { shiftAllClocks } from './shifting.ts';

// Monday 2026-06-01, eight in Tehran, where days begin an hour and a half before those of Berlin; nine to five.
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TEHRAN = 'Asia/Tehran';
const BERLIN = 'Europe/Berlin';
const NOW = TEST_NOW - 4.5 * HOUR;
const TOMORROW = NOW + DAY;
const author = { by: 'سارا', now: NOW };
let served: Served;
let shops = 0;

beforeAll(async () => {
  served = await serveForTest(buildApp);
  await served.prepareJobs();
});
afterAll(() => served.close());
beforeEach(() => served.clock.set(NOW));

async function aShop(): Promise<{ shop: Business; ask: Ask; person: number }> {
  const slug = `zone-${(shops += 1)}`;
  const founded = await createBusiness(served.database, { slug, name: 'ساعت' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const shop = founded.value;
  const who = { mobile: `0912999${String(shops).padStart(4, '0')}` };
  const [answer] = await receiveFacts(served.database, served.clock, shop, [
    { person: who, type: 'page.viewed', at: NOW - DAY, key: 'first', data: {} },
  ]);
  if (answer?.status !== 'stored' || answer.personId === null) throw new Error(JSON.stringify(answer));
  return { shop, ask: askWith(served, bearer(await served.key(shop))), person: answer.personId };
}

/** Changes the zone as staff do, and answers what the job that follows from it was told. */
async function moveTo(ask: Ask, shop: Business, zone: string): Promise<{ before: string; now: number }> {
  const { body: seen } = await ask('GET', '/v1/business');
  const changed = await ask('PATCH', '/v1/business', { revision: seen.revision, zone, confirm: true });
  expect(changed.status, JSON.stringify(changed.body)).toBe(200);
  const owner = new pg.Client({ connectionString: served.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ payload: { before: string; now: number } }>(
    `SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = 'zone-changed' AND (payload ->> 'business')::int = $1 ORDER BY j.id DESC LIMIT 1`,
    [shop.id],
  );
  await owner.end();
  const [job] = rows;
  if (job === undefined) throw new Error('Nobody looks at the clocks');
  return job.payload;
}

const walk = (shop: Business, { before, now }: { before: string; now: number }) =>
  shiftAllClocks(served.database, shop.id, { now, zoneBefore: before });

const at = (zone: string) => (instant: Instant) => {
  const day = zoneOf(zone).dayOf(instant) - zoneOf(zone).dayOf(NOW) + 1;
  const hour = (instant - zoneOf(zone).startOf(zoneOf(zone).dayOf(instant))) / HOUR;
  return `${day}. ${hour}`;
};

/** Something of every kind that waits for its time. */
async function waiting(shop: Business, person: number): Promise<void> {
  const touch = (day: number, minute: number | null) => ({
    day,
    at: minute,
    kind: 'call' as const,
    text: 'زنگ',
    who: null,
  });
  const definition = { name: 'دو تماس', touches: [touch(1, 600), touch(4, null)], stops: [], start: null };
  await served.database.withBusiness(shop.id, async (tx) => {
    const plan = (about: string, due: Instant, wholeDay: boolean, agreed = false) =>
      planFollowUp(tx, shop, {
        person,
        kind: 'call',
        due,
        wholeDay,
        agreed,
        about,
        owner: null,
        origin: 'staff',
        by: author.by,
        at: NOW,
      });
    await plan('day', TOMORROW, true);
    await plan('agreed day', TOMORROW, true, true);
    await plan('hour', TOMORROW, false);
    await plan('agreed hour', TOMORROW, false, true);
    await saveCadence(tx, { key: 'two', definition, revision: 0, archived: false }, author);
    const run = await startCadence(tx, shop, { cadence: 'two', person, owner: null }, author);
    if (!run.ok) throw new Error(run.refusal.code);
    const lead = await captureLead(tx, shop, { person, source: 'x', hand: true, now: NOW });
    expect(lead).toMatchObject({ value: { state: 'handed' } });
  });
}

/** When each of them falls, by the clock of this zone. */
async function falls(shop: Business, person: number, zone: string): Promise<Record<string, string>> {
  return served.database.withBusiness(shop.id, async (tx) => {
    const { followUps } = await listFollowUps(tx, { people: [person], limit: 50 });
    const { rows } = await tx.query<{ by: number; handed: number }>(
      `SELECT l.answer_by AS by, h.answer_by AS handed FROM leads l JOIN lead_handings h USING (business_id, lead_id)
       WHERE business_id = this_business() AND l.person_id = $1`,
      [person],
    );
    const [lead] = rows;
    expect(lead?.by).toBe(lead?.handed);
    return Object.fromEntries([
      ...followUps.map(({ about, dueAt }) => [about, at(zone)(dueAt)]),
      ['answer', at(zone)(lead?.by ?? 0)],
    ]);
  });
}

const IN_TEHRAN = {
  day: '2. 0',
  'agreed day': '2. 0',
  hour: '2. 8',
  'agreed hour': '2. 8',
  زنگ: '2. 10',
  answer: '1. 17',
};
// Days and hours of work are those of the new place; a time that was said is the same moment.
const IN_BERLIN = { ...IN_TEHRAN, hour: '2. 6.5', 'agreed hour': '2. 6.5' };

test('a business in another zone works by its clock there, and what was said by the hour stays that moment', async () => {
  const { shop, ask, person } = await aShop();
  await waiting(shop, person);
  expect(await falls(shop, person, TEHRAN)).toEqual(IN_TEHRAN);
  const there = await moveTo(ask, shop, BERLIN);
  expect(there).toMatchObject({ before: TEHRAN, now: NOW });
  await walk(shop, there);
  expect(await falls(shop, person, BERLIN)).toEqual(IN_BERLIN);
  await walk(shop, there);
  expect(await falls(shop, person, BERLIN)).toEqual(IN_BERLIN);
  // The touch after the one that is planned comes by the new clock as well.
  served.clock.set(NOW + 2 * DAY);
  await tendCadences(served.database, served.clock);
  const { followUps } = await served.database.withBusiness(shop.id, (tx) =>
    listFollowUps(tx, { people: [person], limit: 50 }),
  );
  expect(at(BERLIN)(followUps.at(-1)?.dueAt ?? 0)).toMatch(/^[0-9]+\. 0$/);
});

test('back again nothing is left of it, and of two changes either may be seen to first', async () => {
  const { shop, ask, person } = await aShop();
  await waiting(shop, person);
  await walk(shop, await moveTo(ask, shop, BERLIN));
  await walk(shop, await moveTo(ask, shop, TEHRAN));
  expect(await falls(shop, person, TEHRAN)).toEqual(IN_TEHRAN);
  const [first, second] = [await moveTo(ask, shop, 'Asia/Tokyo'), await moveTo(ask, shop, BERLIN)];
  await walk(shop, second);
  await walk(shop, first);
  expect(await falls(shop, person, BERLIN)).toEqual(IN_BERLIN);
});

test('a change of anything else moves no clock', async () => {
  const { shop, ask } = await aShop();
  const changed = await ask('PATCH', '/v1/business', { revision: 1, name: 'ساعت نو' });
  expect(changed.status).toBe(200);
  await expect(moveTo(ask, shop, TEHRAN)).rejects.toThrow('Nobody looks at the clocks');
});
