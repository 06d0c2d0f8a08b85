import { zoneOf } from '@nardeban/core/values';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Ask,
  askWith,
  bearer,
  type Served,
  serveForTest,
  TEST_NOW,
} from '../../../platform/http/testing.ts';
import { staffOf, type TestBrowser } from '../../../platform/http/testing-browser.ts';
import { buildServer } from '../../../platform/http/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { receiveFacts } from '../../facts/index.ts';
import { drainClimbs, foundBusiness } from '../../ladder/index.ts';
import { mergePeople } from '../../people/index.ts';
import { tendCadences } from './cadence-work.ts';
import { noticeMissed } from './missing.ts';
import { planFollowUp } from './planning.ts';
import { salesFollowUpRoutes } from './routes.ts';
import { shiftAllClocks } from './shifting.ts';

// 2026-06-01, a Monday, half past twelve in Tehran; 4 and 5 June are official days off, and the 5th a Friday as well.
const NOW = TEST_NOW;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const zone = zoneOf('Asia/Tehran');

let served: Served;
let shop: Business;
let headers: { authorization: string };
let seller: { browser: TestBrowser; id: string };
let manager: { browser: TestBrowser; id: string };
let people = 0;
let keys = 0;

beforeAll(async () => {
  served = await serveForTest((parts) => buildServer(parts, [salesFollowUpRoutes]));
  await served.prepareJobs();
  const founded = await foundBusiness(served.database, served.clock, { slug: 'follow', name: 'Follow' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  shop = founded.value;
  headers = bearer(await served.key(shop));
  seller = await staffOf(served, shop, 'sales');
  manager = await staffOf(served, shop, 'manager');
});
afterAll(() => served.close());
beforeEach(() => served.clock.set(NOW));

function ask(...[method, url, payload]: Parameters<Ask>) {
  keys += 1;
  const once = method === 'GET' ? {} : { 'idempotency-key': `k${keys}` };
  return askWith(served, headers)(method, url, payload, once);
}

async function tell(mobile: string, type: string, data: object, at: number): Promise<number> {
  keys += 1;
  const [answer] = await receiveFacts(served.database, served.clock, shop, [
    { person: { mobile }, type, at, key: `t${keys}`, data },
  ]);
  if (answer?.status !== 'stored' || answer.personId === null) throw new Error(JSON.stringify(answer));
  return answer.personId;
}
async function person(): Promise<{ id: number; mobile: string }> {
  people += 1;
  const mobile = `0912444${String(people).padStart(4, '0')}`;
  return { mobile, id: await tell(mobile, 'page.viewed', {}, NOW - DAY) };
}
async function plan(changes: object = {}, whose?: number) {
  const of = whose ?? (await person()).id;
  const planned = await ask('POST', '/v1/sales/follow-ups', {
    person: of,
    kind: 'call',
    about: 'بپرسید چه می‌خواهد',
    due: NOW + HOUR,
    wholeDay: false,
    ...changes,
  });
  expect(planned.status, JSON.stringify(planned.body)).toBe(201);
  return planned.body;
}
function facts(of: number): Promise<{ type: string; data: Record<string, unknown> }[]> {
  return served.database.withBusiness(shop.id, async (tx) => {
    const { rows } = await tx.query<{ type: string; data: Record<string, unknown>; ref: string | null }>(
      `SELECT type, coalesce(data, '{}') AS data, ref FROM facts
       WHERE business_id = this_business() AND person_id = $1 AND type <> 'page.viewed' ORDER BY learnt_at, fact_id`,
      [of],
    );
    return rows.map(({ type, data }) => ({ type, data }));
  });
}
async function read(id: number) {
  return (await ask('GET', `/v1/sales/follow-ups/${id}`)).body;
}

describe('a follow-up', () => {
  test('that is done tells what came of it, and plans what comes next in the same breath', async () => {
    const call = await plan();
    const url = `/v1/sales/follow-ups/${call.id}/done`;
    const next = { kind: 'meeting', about: 'نمونه را ببیند', due: NOW + DAY, wholeDay: false, agreed: true };
    const done = await ask('POST', url, {
      revision: call.revision,
      outcome: 'answered',
      note: 'خوب بود',
      next,
    });
    expect(done.status).toBe(200);
    expect(done.body.followUp).toMatchObject({
      state: 'done',
      outcome: 'answered',
      note: 'خوب بود',
      doneAt: NOW,
    });
    expect(done.body.next).toMatchObject({
      kind: 'meeting',
      fixed: true,
      person: call.person,
      state: 'open',
    });
    expect(
      (await facts(call.person)).map(({ type, data }) => [type, data['outcome'] ?? data['day']]),
    ).toEqual([
      ['contact.attempted', 'answered'],
      ['followup.done', 'answered'],
      ['followup.agreed', '2026-06-02'],
    ]);
    const again = await ask('POST', url, { revision: call.revision, outcome: 'answered' });
    expect([again.status, again.body.code]).toEqual([409, 'changed_meanwhile']);
  });

  test('can be opened again; nothing is told twice of one deed, and doing it again is told again', async () => {
    const call = await plan();
    const url = `/v1/sales/follow-ups/${call.id}`;
    const done = await ask('POST', `${url}/done`, { revision: 1, outcome: 'no-answer' });
    const open = await ask('POST', `${url}/reopen`, { revision: done.body.followUp.revision });
    expect(open.body).toMatchObject({ state: 'open', outcome: null, doneAt: null });
    await ask('POST', `${url}/done`, { revision: open.body.revision, outcome: 'busy' });
    expect((await facts(call.person)).map(({ type, data }) => data['outcome'] ?? type)).toEqual([
      'no-answer',
      'no-answer',
      'followup.reopened',
      'no-answer',
      'busy',
    ]);
    expect((await read(call.id)).changes.map(({ deed }: { deed: string }) => deed)).toEqual([
      'done',
      'reopened',
      'done',
    ]);
  });

  test.each([
    ['due_past', 422, { due: NOW - HOUR }],
    ['person_unknown', 404, { person: 999_999 }],
    ['deal_unknown', 404, { deal: 999_999 }],
    ['owner_unknown', 422, { owner: 'nobody-here' }],
    ['input_invalid', 400, { kind: 'dance' }],
    ['input_invalid', 400, { due: 'soon' }],
  ] as const)('is refused as %s', async (code, status, changes) => {
    const { id } = await person();
    const refused = await ask('POST', '/v1/sales/follow-ups', {
      person: id,
      kind: 'call',
      about: 'x',
      due: NOW + HOUR,
      wholeDay: false,
      ...changes,
    });
    expect([refused.body.code, refused.status]).toEqual([code, status]);
  });

  test('takes only what can have come of its kind', async () => {
    const call = await plan();
    const refused = await ask('POST', `/v1/sales/follow-ups/${call.id}/done`, {
      revision: 1,
      outcome: 'kept',
    });
    expect(refused.body.code).toBe('outcome_of_another_kind');
  });

  test('that is planned twice under a key is one, also when both come at once', async () => {
    const { id } = await person();
    const planned = await Promise.all(
      Array.from({ length: 4 }, () =>
        served.database.withBusiness(shop.id, (tx) =>
          planFollowUp(tx, shop, {
            person: id,
            kind: 'task',
            due: NOW + DAY,
            wholeDay: true,
            about: 'یک بار',
            owner: null,
            origin: 'deal',
            originRef: '7',
            key: `once-${id}`,
            by: 'test',
            at: NOW,
          }),
        ),
      ),
    );
    expect(new Set(planned.map((one) => (one.ok ? one.value.id : 0))).size).toBe(1);
  });

  test('of somebody who was merged is theirs, and stays one', async () => {
    const [one, other] = [await person(), await person()];
    const call = await plan({}, one.id);
    await served.database.withBusiness(shop.id, (tx) =>
      mergePeople(tx, shop, { winner: other.id, loser: one.id, by: 'test' }),
    );
    const listed = await ask('GET', `/v1/sales/follow-ups?person=${other.id}&state=pending`);
    expect(
      listed.body.followUps.map(({ id, person: of }: { id: number; person: number }) => [id, of]),
    ).toEqual([[call.id, other.id]]);
  });
});

describe('what is not done in its time', () => {
  test('is noticed once, after its grace in working time, and shown until it is done or moved', async () => {
    const call = await plan({ due: NOW + HOUR });
    served.clock.set(NOW + 2 * HOUR - 1000);
    await noticeMissed(served.database, served.clock);
    expect((await read(call.id)).followUp.state).toBe('open');
    served.clock.set(NOW + 2 * HOUR);
    await Promise.all([1, 2, 3].map(() => noticeMissed(served.database, served.clock)));
    expect((await read(call.id)).followUp.state).toBe('missed');
    expect((await facts(call.person)).map(({ type }) => type)).toEqual(['followup.missed']);
    const seen = (await read(call.id)).followUp;
    const moved = await ask('POST', `/v1/sales/follow-ups/${call.id}/move`, {
      revision: seen.revision,
      due: NOW + DAY,
      wholeDay: true,
      reason: 'سرش شلوغ بود',
      agreed: true,
    });
    expect(moved.body).toMatchObject({ state: 'open', moves: 1 });
    served.clock.set(NOW + 3 * DAY);
    await noticeMissed(served.database, served.clock);
    expect((await facts(call.person)).map(({ type }) => type)).toEqual([
      'followup.missed',
      'followup.agreed',
      'followup.missed',
    ]);
    const { changes } = await read(call.id);
    expect(changes.map(({ deed }: { deed: string }) => deed)).toEqual(['missed', 'moved', 'missed']);
    expect(changes[1].reason).toBe('سرش شلوغ بود');
  });
});

describe('a holiday declared today', () => {
  test('moves what is due to the next working moment, marks what was agreed, and taken back leaves no trace', async () => {
    const hours = (await ask('GET', '/v1/sales/working-hours')).body;
    expect(hours).toMatchObject({ version: 0, hours: { official: true } });
    const task = await plan({ kind: 'task', due: NOW, wholeDay: true });
    const call = await plan({ due: NOW + HOUR });
    const meeting = await plan({ kind: 'meeting', due: NOW + HOUR });
    const later = await plan({ kind: 'task', due: NOW + 2 * DAY, wholeDay: true });
    const today = { day: '2026-06-01', name: 'تعطیل ناگهانی', hours: [] };
    const declared = await ask('PUT', '/v1/sales/working-hours', {
      hours: { ...hours.hours, days: [today] },
      version: 0,
    });
    expect(declared.body).toMatchObject({ version: 1 });
    const day = (id: number) => read(id).then(({ followUp }) => followUp);
    const tuesday = zone.startOf(zone.dayOf(NOW) + 1);
    expect(await day(task.id)).toMatchObject({ dueAt: tuesday, state: 'open' });
    expect(await day(call.id)).toMatchObject({ dueAt: tuesday + 9 * HOUR, plannedAt: NOW + HOUR });
    expect(await day(meeting.id)).toMatchObject({ dueAt: NOW + HOUR, closed: true });
    expect((await day(later.id)).revision).toBe(1);
    // Nobody works today, so nothing is missed today.
    served.clock.set(NOW + 12 * HOUR);
    await noticeMissed(served.database, served.clock);
    for (const { id } of [task, call, meeting]) expect((await day(id)).state).toBe('open');
    served.clock.set(NOW);
    // The same work done again by a killed job finds nothing left to do.
    await shiftAllClocks(served.database, shop.id, { now: NOW });
    expect((await day(task.id)).revision).toBe(2);
    const back = await ask('PUT', '/v1/sales/working-hours', { hours: hours.hours, version: 1 });
    expect(back.body.version).toBe(2);
    expect(await day(task.id)).toMatchObject({ dueAt: zone.startOf(zone.dayOf(NOW)) });
    expect(await day(call.id)).toMatchObject({ dueAt: NOW + HOUR });
    const stale = await ask('PUT', '/v1/sales/working-hours', { hours: hours.hours, version: 1 });
    expect([stale.status, stale.body.code]).toEqual([409, 'changed_meanwhile']);
  });

  test('lets nothing fall on the official days off', async () => {
    const thursday = await plan({ kind: 'task', due: NOW + 3 * DAY, wholeDay: true });
    // 4 June is 14 Khordad, 5 June 15 Khordad and a Friday.
    expect(thursday.dueAt).toBe(zone.startOf(zone.dayOf(NOW) + 5));
  });
});

const SERIES = {
  name: 'نخستین تماس',
  touches: [
    { day: 0, at: null, kind: 'call', text: 'به {name} زنگ بزنید', who: null },
    { day: 1, at: 600, kind: 'message', text: 'پیام بدهید', who: null },
    { day: 5, at: null, kind: 'call', text: 'دوباره زنگ بزنید', who: null },
  ],
  stops: ['answered', 'message', 'bought', 'complaint', 'won', 'lost', 'consent'],
  start: null as string | null,
};
async function series(key: string, changes: object = {}) {
  const saved = await ask('PUT', `/v1/sales/cadences/${key}`, {
    definition: { ...SERIES, ...changes },
    revision: 0,
  });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
}
async function touches(of: number): Promise<[string, string][]> {
  const { body } = await ask('GET', `/v1/sales/follow-ups?person=${of}`);
  return body.followUps.map(({ kind, state }: { kind: string; state: string }) => [kind, state]);
}

describe('a series of touches', () => {
  test('plans one touch after another, each once, however often and by however many it is tended', async () => {
    await series('steady');
    const { id } = await person();
    const run = await ask('POST', '/v1/sales/cadence-runs', {
      cadence: 'steady',
      person: id,
      owner: manager.id,
    });
    expect(run.body).toMatchObject({ state: 'running', touch: 1, touches: 3, name: 'نخستین تماس' });
    const twice = await ask('POST', '/v1/sales/cadence-runs', { cadence: 'steady', person: id });
    expect(twice.body.code).toBe('cadence_running');
    for (const at of [NOW, NOW + HOUR, NOW + DAY, NOW + DAY + HOUR]) {
      served.clock.set(at);
      await Promise.all([1, 2].map(() => tendCadences(served.database, served.clock)));
    }
    expect(await touches(id)).toEqual([
      ['call', 'open'],
      ['message', 'open'],
      ['call', 'open'],
    ]);
    served.clock.set(NOW + 20 * DAY);
    await tendCadences(served.database, served.clock);
    const { body } = await ask('GET', `/v1/sales/cadence-runs?person=${id}`);
    expect(body.runs).toMatchObject([{ state: 'finished', touch: 3, stopped: null }]);
  });

  test.each([
    ['answered', 'contact.attempted', { channel: 'phone', outcome: 'answered' }],
    ['message', 'message.received', {}],
    ['bought', 'order.paid', { order: 'A1', amount: 1000 }],
    ['complaint', 'complaint.opened', { complaint: 'C1' }],
    ['consent', 'consent.withdrawn', { purpose: 'offers' }],
  ] as const)('ends by itself: %s', async (stopped, type, data) => {
    await series(`ends-${stopped}`);
    const { id, mobile } = await person();
    await ask('POST', '/v1/sales/cadence-runs', { cadence: `ends-${stopped}`, person: id });
    served.clock.set(NOW + 60_000);
    await tell(mobile, 'contact.attempted', { channel: 'phone', outcome: 'no-answer' }, NOW + 1000);
    await drainClimbs(served.database, served.clock, shop.id);
    await tendCadences(served.database, served.clock);
    expect(await touches(id)).toEqual([
      ['call', 'open'],
      ['message', 'open'],
    ]);
    await tell(mobile, type, data, NOW + 2000);
    await drainClimbs(served.database, served.clock, shop.id);
    await tendCadences(served.database, served.clock);
    expect((await touches(id)).map(([, state]) => state)).toEqual(['cancelled', 'cancelled']);
    const { body } = await ask('GET', `/v1/sales/cadence-runs?person=${id}`);
    expect(body.runs).toMatchObject([{ state: 'stopped', stopped }]);
    expect(body.runs[0].stopFact).toBeGreaterThan(0);
  });

  test('begins by itself with the fact that its rule names, once, and not for what was before', async () => {
    const before = await person();
    await tell(before.mobile, 'lead.captured', { source: 'site' }, NOW - HOUR);
    await drainClimbs(served.database, served.clock, shop.id);
    // The server's own clock says when a fact was learnt; the rule is younger than that one.
    served.clock.set(Date.now());
    await series('ruled', { start: 'lead.captured' });
    served.clock.set(Date.now());
    const after = await person();
    await tell(after.mobile, 'lead.captured', { source: 'site' }, Date.now());
    await drainClimbs(served.database, served.clock, shop.id);
    await Promise.all([1, 2].map(() => tendCadences(served.database, served.clock)));
    expect(await touches(after.id)).toHaveLength(1);
    await tell(after.mobile, 'page.viewed', {}, Date.now());
    await drainClimbs(served.database, served.clock, shop.id);
    await tendCadences(served.database, served.clock);
    expect(await touches(after.id)).toHaveLength(1);
    expect(await touches(before.id)).toEqual([]);
    const seen = (await ask('GET', '/v1/sales/cadences/ruled')).body;
    const away = await ask('PUT', '/v1/sales/cadences/ruled', {
      definition: seen.definition,
      revision: seen.revision,
      archived: true,
    });
    expect(away.body).toMatchObject({ archived: true, running: 1 });
  });

  test('of two people who turn out to be one, the later ends', async () => {
    await series('twins');
    const [one, other] = [await person(), await person()];
    for (const { id } of [one, other])
      await ask('POST', '/v1/sales/cadence-runs', { cadence: 'twins', person: id });
    await served.database.withBusiness(shop.id, (tx) =>
      mergePeople(tx, shop, { winner: one.id, loser: other.id, by: 'test' }),
    );
    await drainClimbs(served.database, served.clock, shop.id);
    served.clock.set(NOW + 1000);
    await tendCadences(served.database, served.clock);
    const { body } = await ask('GET', `/v1/sales/cadence-runs?person=${one.id}`);
    expect(
      body.runs.map((run: { state: string; stopped: string | null }) => [run.state, run.stopped]),
    ).toEqual([
      ['stopped', 'merged'],
      ['running', null],
    ]);
  });

  test('ends at once when the touch that is done was answered, and goes to whoever looks after the matter now', async () => {
    await series('at-once');
    const { id } = await person();
    await ask('POST', '/v1/sales/cadence-runs', { cadence: 'at-once', person: id, owner: manager.id });
    served.clock.set(NOW + 60_000);
    await tendCadences(served.database, served.clock);
    const { body } = await ask('GET', `/v1/sales/follow-ups?person=${id}`);
    expect(body.followUps.map(({ owner }: { owner: string }) => owner)).toEqual([manager.id, manager.id]);
    const [call] = body.followUps;
    await ask('POST', `/v1/sales/follow-ups/${call.id}/done`, {
      revision: call.revision,
      outcome: 'answered',
    });
    expect((await touches(id)).map(([, state]) => state)).toEqual(['done', 'cancelled']);
  });

  test('is ended by hand, and what it planned is not to be done', async () => {
    await series('by-hand');
    const { id } = await person();
    const run = await ask('POST', '/v1/sales/cadence-runs', { cadence: 'by-hand', person: id });
    const stopped = await ask('POST', `/v1/sales/cadence-runs/${run.body.id}/stop`);
    expect(stopped.body).toMatchObject({ state: 'stopped', stopped: 'staff' });
    expect(await touches(id)).toEqual([['call', 'cancelled']]);
    expect((await ask('POST', `/v1/sales/cadence-runs/${run.body.id}/stop`)).body.code).toBe(
      'cadence_run_over',
    );
  });
});

describe('today', () => {
  async function deal(
    of: number,
    more: { amount: number; stalled?: number; owner?: string },
  ): Promise<number> {
    const { amount, stalled, owner = seller.id } = more;
    return served.database.withBusiness(shop.id, async (tx) => {
      const { rows } = await tx.query<{ id: number }>(
        `INSERT INTO deals (business_id, person_id, pipeline, step, title, amount, owner, opened_at, step_since, stalled_at,
                            stalled_for, made_by, changed_by, changed_at)
         VALUES (this_business(), $1, 'main', 'contact', 'معامله', $2, $3, now(), now(), $4,
                 CASE WHEN $4::timestamptz IS NOT NULL THEN 'quiet' END, 'test', 'test', now()) RETURNING deal_id AS id`,
        [of, amount, owner, stalled === undefined ? null : new Date(stalled).toISOString()],
      );
      return rows[0]?.id ?? 0;
    });
  }

  test('has one line a matter, what is lost otherwise first, with every reason', async () => {
    const [big, small, leaving] = [await person(), await person(), await person()];
    const bigDeal = await deal(big.id, { amount: 90_000_000, stalled: NOW - 10 * DAY });
    const smallDeal = await deal(small.id, { amount: 1_000_000 });
    const leavingDeal = await deal(leaving.id, { amount: 40_000_000 });
    await tell(leaving.mobile, 'band.changed', { band: 'leaving' }, NOW - DAY);
    const due = { owner: seller.id, due: NOW, wholeDay: true, kind: 'task' };
    await plan({ ...due, deal: bigDeal }, big.id);
    const promise = await plan({ ...due, kind: 'promise', person: small.id }, small.id);
    const { body } = await seller.browser.ask('GET', '/v1/sales/today');
    const lines = body.items.map(
      (item: { deal: number | null; person: number; reasons: { code: string }[] }) => [
        item.deal ?? -item.person,
        item.reasons.map(({ code }) => code),
      ],
    );
    expect(lines).toEqual([
      [bigDeal, ['due-today', 'stalled']],
      [leavingDeal, ['no-next-step', 'leaving']],
      [-small.id, ['promise-due']],
      [smallDeal, ['no-next-step']],
    ]);
    expect(body.items[2].followUps).toMatchObject([{ id: promise.id, kind: 'promise', state: 'open' }]);
    expect(body.counts).toMatchObject({ today: 2, stalled: 1, dealsWithoutStep: 2 });
    expect(body.items[0].mobile).toMatch(/^\+98912444/);
    const own = await seller.browser.ask('GET', '/v1/sales/without-next-step?of=deals&owner=me');
    expect(own.body.matters.map(({ id }: { id: number }) => id)).toEqual([leavingDeal, smallDeal]);
  });

  test('of another is for whoever manages', async () => {
    const url = (id: string) => `/v1/sales/today?seller=${id}`;
    expect((await seller.browser.ask('GET', url(manager.id))).code).toBe('scope_missing');
    expect((await manager.browser.ask('GET', url(seller.id))).body.items.length).toBeGreaterThan(0);
    expect((await manager.browser.ask('GET', url('nobody'))).body.seller).toBeNull();
    expect((await ask('GET', '/v1/sales/today')).body.code).toBe('input_missing');
  });
});

describe('a calendar', () => {
  const lines = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

  test('reads what its link allows, changes what it has, and nothing when the link is taken back', async () => {
    const whose = await staffOf(served, shop, 'sales', 'calendar@follow.example');
    const { id } = await person();
    await served.database.withBusiness(shop.id, (tx) =>
      tx.query(
        `UPDATE people SET name = 'سارا; احمدی' WHERE business_id = this_business() AND person_id = $1`,
        [id],
      ),
    );
    const meeting = await plan({ kind: 'meeting', due: NOW + HOUR, owner: whose.id, about: 'راز' }, id);
    await plan({ kind: 'task', due: NOW, wholeDay: true, owner: whose.id }, id);
    const made = await whose.browser.ask('POST', '/v1/sales/calendar-links', {
      shows: 'kind',
      language: 'fa',
    });
    expect(made.status).toBe(201);
    const feed = (path: string) => served.app.inject({ method: 'GET', url: path });
    const first = await feed(made.body.path);
    expect(first.headers['content-type']).toContain('text/calendar');
    expect(first.body).not.toMatch(/سارا|راز/);
    expect(lines(first.body)).toEqual(
      expect.arrayContaining([
        `UID:follow-up-${meeting.id}@follow.nardeban`,
        'SEQUENCE:1',
        'DTSTART:20260601T100000Z',
        'DTEND:20260601T103000Z',
        'SUMMARY:جلسه',
        'DTSTART;VALUE=DATE:20260601',
        'DTEND;VALUE=DATE:20260602',
      ]),
    );
    await ask('POST', `/v1/sales/follow-ups/${meeting.id}/move`, {
      revision: 1,
      due: NOW + 2 * HOUR,
      wholeDay: false,
    });
    const second = lines((await feed(made.body.path)).body);
    expect(second.filter((line) => line.startsWith('UID:'))).toHaveLength(2);
    expect(second).toEqual(expect.arrayContaining(['SEQUENCE:2', 'DTSTART:20260601T110000Z']));
    const open = await whose.browser.ask('POST', '/v1/sales/calendar-links', {
      shows: 'all',
      language: 'en',
    });
    expect(lines((await feed(open.body.path)).body)).toEqual(
      expect.arrayContaining(['SUMMARY:Meeting: سارا\\; احمدی', 'DESCRIPTION:راز']),
    );
    const listed = await whose.browser.ask('GET', '/v1/sales/calendar-links');
    expect(listed.body.links).toMatchObject([{ shows: 'all' }, { shows: 'kind', seenAt: NOW }]);
    expect((await whose.browser.ask('DELETE', `/v1/sales/calendar-links/${made.body.link.id}`)).status).toBe(
      200,
    );
    for (const gone of [
      made.body.path,
      '/calendar/follow/guess.ics',
      `/calendar/nowhere/${'a'.repeat(43)}.ics`,
    ])
      expect((await feed(gone)).statusCode).toBe(404);
    // Of the secret nothing is kept but its hash.
    const { rows } = await served.database.withBusiness(shop.id, (tx) =>
      tx.query<{ text: string }>(
        `SELECT l::text AS text FROM calendar_links l WHERE business_id = this_business()`,
      ),
    );
    const token = String(open.body.path).split('/').at(-1)?.slice(0, 43) ?? '';
    expect(rows.some(({ text }) => text.includes(token))).toBe(false);
  });

  test('is not told of the day of somebody who does not work here any more', async () => {
    const whose = await staffOf(served, shop, 'sales', 'gone@follow.example');
    const made = await whose.browser.ask('POST', '/v1/sales/calendar-links', {
      shows: 'name',
      language: 'fa',
    });
    await served.database.withBusiness(shop.id, (tx) =>
      tx.query('DELETE FROM sign_in.memberships WHERE business_id = this_business() AND user_id = $1', [
        whose.id,
      ]),
    );
    expect((await served.app.inject({ method: 'GET', url: made.body.path })).statusCode).toBe(404);
  });
});
