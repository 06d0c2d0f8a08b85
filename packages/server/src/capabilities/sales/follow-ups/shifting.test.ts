import { zoneOf } from '@nardeban/core/values';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildServer } from '../../../platform/http/index.ts';
import { type Served, serveForTest, TEST_NOW } from '../../../platform/http/testing.ts';
import { type Business, createBusiness } from '../../../platform/tenancy/index.ts';
import { receiveFacts } from '../../facts/index.ts';
import { captureLead } from '../leads/capturing.ts';
import { startCadence } from './cadence-runs.ts';
import { tendCadences } from './cadence-work.ts';
import { saveCadence } from './cadences.ts';
import { moveFollowUp } from './deeds.ts';
import { listFollowUps } from './follow-ups.ts';
import { planFollowUp } from './planning.ts';
import { shiftAllClocks, shiftClocks } from './shifting.ts';
import { changeWorkingHours, workingHoursOf } from './working-hours.ts';

// Monday 2026-06-01, half past twelve; nine to five, half of Thursday; 4 and 5 June are official days off.
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const zone = zoneOf('Asia/Tehran');
const TODAY = zone.dayOf(TEST_NOW);

let served: Served;
let shops = 0;
let people = 0;

beforeAll(async () => {
  served = await serveForTest((parts) => buildServer(parts, []));
  await served.prepareJobs();
});
afterAll(() => served.close());
beforeEach(() => served.clock.set(TEST_NOW));

/** June's day and the time of it, as they are said in the shop. */
const shown = (at: number): string => {
  const day = zone.dayOf(at);
  const minutes = (at - zone.startOf(day)) / 60_000;
  return `${day - TODAY + 1}. ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

async function aShop(): Promise<Business> {
  shops += 1;
  const founded = await createBusiness(served.database, {
    slug: `clock-${shops}`,
    name: 'ساعت',
  });
  if (!founded.ok) throw new Error(founded.refusal.code);
  return founded.value;
}

async function someone(shop: Business): Promise<number> {
  people += 1;
  const [answer] = await receiveFacts(served.database, served.clock, shop, [
    {
      person: { mobile: `0912777${String(people).padStart(4, '0')}` },
      type: 'page.viewed',
      at: TEST_NOW - DAY,
      key: `p${people}`,
      data: {},
    },
  ]);
  if (answer?.status !== 'stored' || answer.personId === null) throw new Error(JSON.stringify(answer));
  return answer.personId;
}

/** Says on which days of June nobody works, by whoever has just looked. */
function declare(shop: Business, days: readonly number[]): Promise<boolean> {
  return served.database.withBusiness(shop.id, async (tx) => {
    const { hours, version } = await workingHoursOf(tx, shop);
    const off = days.map((day) => ({ day: `2026-06-${String(day).padStart(2, '0')}`, name: '', hours: [] }));
    const now = served.clock.now();
    const said = { hours: { ...hours, days: off }, version };
    const changed = await changeWorkingHours(tx, shop, said, { by: 'مدیر', at: now });
    if (changed.ok) await shiftClocks(tx, shop, now);
    return changed.ok;
  });
}
const walk = (shop: Business) => shiftAllClocks(served.database, shop.id, { now: served.clock.now() });

async function handed(shop: Business): Promise<number> {
  const person = await someone(shop);
  const now = served.clock.now();
  const lead = await served.database.withBusiness(shop.id, (tx) =>
    captureLead(tx, shop, { person, source: 'form', hand: true, now }),
  );
  if (!lead.ok) throw new Error(lead.refusal.code);
  expect(lead.value.state).toBe('handed');
  return lead.value.lead;
}

/** Until when an answer is awaited: of the lead, and of its hand-over, which are one clock. */
async function answerBy(shop: Business, lead: number): Promise<string> {
  const { rows } = await served.database.withBusiness(shop.id, (tx) =>
    tx.query<{ of: number; handing: number; revision: number }>(
      `SELECT l.answer_by AS of, h.answer_by AS handing, l.revision FROM leads l
       JOIN lead_handings h ON h.business_id = l.business_id AND h.lead_id = l.lead_id
       WHERE l.business_id = this_business() AND l.lead_id = $1`,
      [lead],
    ),
  );
  const [row] = rows;
  if (row === undefined) throw new Error('No such lead');
  expect([row.handing, row.revision]).toEqual([row.of, 2]);
  return shown(row.of);
}

type Said = readonly (readonly [today: number, off: readonly number[]])[];

describe('eight hours in which sales answers a lead', () => {
  // Of each day what was said on it to be off; what was agreed on at first is the second of June, 12:30.
  test.each<[string, Said, string]>([
    ['nothing', [], '2. 12:30'],
    ['today is off', [[1, [1]]], '2. 17:00'],
    ['tomorrow is off', [[1, [2]]], '3. 12:30'],
    ['both', [[1, [1, 2]]], '3. 17:00'],
    ['the days until the official ones', [[1, [2, 3]]], '6. 12:30'],
    [
      'today, taken back',
      [
        [1, [1]],
        [1, []],
      ],
      '2. 12:30',
    ],
    [
      'today, put away when it was over',
      [
        [1, [1]],
        [2, []],
      ],
      '2. 17:00',
    ],
    [
      'tomorrow, said on that day and taken back',
      [
        [2, [2]],
        [2, []],
      ],
      '2. 12:30',
    ],
    ['yesterday, when it was over', [[2, [1]]], '2. 12:30'],
    ['the day itself when it is late already', [[3, [2]]], '2. 12:30'],
  ])('%s', async (_, said, until) => {
    const shop = await aShop();
    const lead = await handed(shop);
    for (const [day, off] of said) {
      served.clock.set(TEST_NOW + (day - 1) * DAY);
      expect(await declare(shop, off)).toBe(true);
    }
    expect(await answerBy(shop, lead)).toBe(until);
    await walk(shop);
    expect(await answerBy(shop, lead)).toBe(until);
  });

  test('stay as they are where sales has answered', async () => {
    const shop = await aShop();
    const lead = await handed(shop);
    await served.database.withBusiness(shop.id, async (tx) => {
      await tx.query(
        `UPDATE leads SET state = 'accepted' WHERE business_id = this_business() AND lead_id = $1`,
        [lead],
      );
      await tx.query(
        `UPDATE lead_handings SET answer = 'accepted', answered_at = handed_at WHERE business_id = this_business() AND lead_id = $1`,
        [lead],
      );
    });
    await declare(shop, [1, 2]);
    await walk(shop);
    expect(await answerBy(shop, lead)).toBe('2. 12:30');
  });
});

const touch = (day: number, at: number | null) => ({
  day,
  at,
  kind: 'call' as const,
  text: 'زنگ',
  who: null,
});
const SERIES = {
  name: 'نخستین تماس',
  touches: [touch(0, null), touch(1, 600), touch(5, null)],
  stops: [],
  start: null,
};

async function begun(shop: Business): Promise<number> {
  const person = await someone(shop);
  await served.database.withBusiness(shop.id, async (tx) => {
    const author = { by: 'سارا', now: served.clock.now() };
    await saveCadence(tx, { key: 'first', definition: SERIES, revision: 0, archived: false }, author);
    const run = await startCadence(tx, shop, { cadence: 'first', person, owner: null }, author);
    if (!run.ok) throw new Error(run.refusal.code);
  });
  return person;
}
async function planned(shop: Business, person: number) {
  const { followUps } = await served.database.withBusiness(shop.id, (tx) =>
    listFollowUps(tx, { people: [person], limit: 50 }),
  );
  return followUps;
}
const touches = async (shop: Business, person: number): Promise<string[]> =>
  (await planned(shop, person)).map(({ dueAt }) => shown(dueAt));

describe('a series of touches on the first, the second and the sixth working day', () => {
  test.each<[string, Said, string[]]>([
    ['nothing', [], ['1. 0:00', '2. 10:00', '8. 0:00']],
    ['today is off', [[1, [1]]], ['2. 0:00', '3. 10:00', '9. 0:00']],
    ['tomorrow is off', [[1, [2]]], ['1. 0:00', '3. 10:00', '9. 0:00']],
    ['a day between the second and the third', [[1, [3]]], ['1. 0:00', '2. 10:00', '9. 0:00']],
    ['the same, said when the third is planned', [[2, [3]]], ['1. 0:00', '2. 10:00', '9. 0:00']],
    [
      'the same, taken back',
      [
        [1, [3]],
        [2, []],
      ],
      ['1. 0:00', '2. 10:00', '8. 0:00'],
    ],
    ['a day that is over', [[3, [1, 2]]], ['1. 0:00', '2. 10:00', '8. 0:00']],
  ])('%s', async (_, said, falls) => {
    const shop = await aShop();
    const person = await begun(shop);
    for (const day of [1, 2, 3, 4]) {
      served.clock.set(TEST_NOW + (day - 1) * DAY);
      for (const [on, off] of said) if (on === day) expect(await declare(shop, off)).toBe(true);
      served.clock.set(TEST_NOW + (day - 1) * DAY + HOUR);
      await tendCadences(served.database, served.clock);
    }
    expect(await touches(shop, person)).toEqual(falls);
    await walk(shop);
    await tendCadences(served.database, served.clock);
    expect(await touches(shop, person)).toEqual(falls);
  });

  test('a touch that somebody gave another time keeps it, and what follows does not wait for it', async () => {
    const shop = await aShop();
    const person = await begun(shop);
    await served.database.withBusiness(shop.id, async (tx) => {
      const [first] = (await listFollowUps(tx, { people: [person], limit: 1 })).followUps;
      const to = { due: TEST_NOW + 5 * DAY, wholeDay: false, agreed: false, reason: null };
      const author = { by: 'سارا', now: TEST_NOW };
      const moved = await moveFollowUp(tx, shop, { id: first?.id ?? 0, revision: 1, ...to }, author);
      expect(moved.ok).toBe(true);
    });
    await declare(shop, [2]);
    served.clock.set(TEST_NOW + HOUR);
    await tendCadences(served.database, served.clock);
    expect(await touches(shop, person)).toEqual(['3. 10:00', '6. 12:30']);
  });
});

describe('hours that change while others work', () => {
  test('of two who change them at once one is told, and all clocks go by what the other said', async () => {
    const shop = await aShop();
    const lead = await handed(shop);
    const person = await begun(shop);
    const seen = await served.database.withBusiness(shop.id, (tx) => workingHoursOf(tx, shop));
    const say = (off: readonly number[]) =>
      served.database.withBusiness(shop.id, async (tx) => {
        const days = off.map((day) => ({ day: `2026-06-0${day}`, name: '', hours: [] }));
        const said = { hours: { ...seen.hours, days }, version: seen.version };
        const changed = await changeWorkingHours(tx, shop, said, { by: 'مدیر', at: TEST_NOW });
        if (changed.ok) await shiftClocks(tx, shop, TEST_NOW);
        return changed.ok;
      });
    const [today, tomorrow] = await Promise.all([say([1]), say([2]), walk(shop), walk(shop)]);
    expect([today, tomorrow].filter(Boolean)).toHaveLength(1);
    await walk(shop);
    expect(await answerBy(shop, lead)).toBe(today ? '2. 17:00' : '3. 12:30');
    expect(await touches(shop, person)).toEqual([today ? '2. 0:00' : '1. 0:00']);
  });

  test('nobody is waited for: what is held, and what is planned by the hours before, is seen to by the walk', async () => {
    const shop = await aShop();
    const lead = await handed(shop);
    const person = await someone(shop);
    const call = (due: number) => ({
      person,
      kind: 'call' as const,
      due,
      wholeDay: false,
      about: 'زنگ',
      owner: null,
      origin: 'staff' as const,
      by: 'سارا',
      at: TEST_NOW,
    });
    await served.database.withBusiness(shop.id, async (tx) => {
      await tx.query('SELECT FROM leads WHERE business_id = this_business() AND lead_id = $1 FOR UPDATE', [
        lead,
      ]);
      await planFollowUp(tx, shop, call(TEST_NOW + HOUR));
      await declare(shop, [1]);
    });
    expect(await answerBy(shop, lead)).toBe('2. 12:30');
    expect(await touches(shop, person)).toEqual(['1. 13:30']);
    await walk(shop);
    expect(await answerBy(shop, lead)).toBe('2. 17:00');
    expect(await touches(shop, person)).toEqual(['2. 9:00']);
  });

  test('more than are taken at a time all move, each once', async () => {
    const shop = await aShop();
    const person = await someone(shop);
    await served.database.withBusiness(shop.id, (tx) =>
      tx.query(
        `INSERT INTO follow_ups (business_id, person_id, kind, about, planned_at, due_at, whole_day, fixed, miss_at, origin,
                                 made_by, made_at, changed_by, changed_at)
         SELECT this_business(), $1, 'call', 'زنگ', at, at, false, false, at + interval '1 hour', 'staff', 'x', at, 'x', at
         FROM generate_series(1, 2100) n, LATERAL (SELECT $2::timestamptz + (n % 3) * interval '1 minute' AS at) t`,
        [person, new Date(TEST_NOW + HOUR).toISOString()],
      ),
    );
    await declare(shop, [1]);
    await walk(shop);
    await walk(shop);
    const { rows } = await served.database.withBusiness(shop.id, (tx) =>
      tx.query<{ due: number; revision: number; changes: number; many: number }>(
        `SELECT due_at AS due, revision, count(*)::int AS many, sum((SELECT count(*) FROM follow_up_changes c
           WHERE c.business_id = f.business_id AND c.follow_up_id = f.follow_up_id))::int AS changes
         FROM follow_ups f WHERE business_id = this_business() GROUP BY 1, 2`,
      ),
    );
    expect(rows.map((row) => ({ ...row, due: shown(row.due) }))).toEqual([
      { due: '2. 9:00', revision: 2, many: 2100, changes: 2100 },
    ]);
  });
});
