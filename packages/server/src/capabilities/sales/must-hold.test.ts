import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import { scopes } from '../../platform/http/index.ts';
import {
  type Ask,
  askWith,
  bearer,
  type Served,
  serveForTest,
  TEST_NOW,
} from '../../platform/http/testing.ts';
import { addStaff, removeMember } from '../../platform/sign-in/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { drainClimbs, foundBusiness } from '../ladder/index.ts';
import { quotationOf } from './agreements/testing-quotation.ts';
import { tendCadences } from './follow-ups/index.ts';
import { lookAtLeads } from './leads/index.ts';

/** What must hold across the rooms of sales, whatever each of them holds by itself: nothing lost, nothing doubled. */

const DAY = 86_400_000;
let served: Served;
let shop: Business;
let headers: { authorization: string };
let numbers = 0;

beforeAll(async () => {
  served = await serveForTest(buildApp);
  await served.prepareJobs();
  const founded = await foundBusiness(served.database, served.clock, { slug: 'hold', name: 'فروشگاه' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  shop = founded.value;
  headers = bearer(await served.key(shop));
});
afterAll(() => served.close());

/** Between two deeds a minute goes by. */
let now = TEST_NOW;

async function ask(...[method, url, payload]: Parameters<Ask>) {
  if (method !== 'GET') served.clock.set((now += 60_000));
  const { status, body } = await askWith(served, headers)(method, url, payload);
  if (status >= 400) throw new Error(`${method} ${url}: ${status} ${JSON.stringify(body)}`);
  return body;
}

async function seller(name: string): Promise<string> {
  const staff = { email: `${name}@hold.test`, name, password: 'آب‌انبار و نردبان', role: 'sales' };
  const added = await addStaff(served.database, { ...staff, businessSlug: shop.slug });
  if (!added.ok) throw new Error(added.refusal.code);
  return added.value.userId;
}

async function tell(person: object, type: string, data: object = {}): Promise<number> {
  numbers += 1;
  const fact = { person, type, at: served.clock.now(), source: 'till', key: `hold-${numbers}`, data };
  const { results } = await ask('POST', '/v1/facts', { facts: [fact] });
  return results[0].personId;
}

const someone = (): Promise<number> => {
  const mobile = `0912666${String((numbers += 1)).padStart(4, '0')}`;
  return tell({ mobile, name: 'مریم' }, 'price.asked');
};

async function dealOf(person: number, more: object = {}): Promise<number> {
  const body = { person, title: 'کفش کوه', amount: 1_000_000, products: ['کفش'], owner: null, ...more };
  const opened = await ask('POST', '/v1/sales/deals', { expectedClose: null, ...body });
  return opened.id;
}

const leadOf = (person: number, more: object = {}) =>
  ask('POST', '/v1/sales/leads', { person, source: 'form', hand: true, ...more });

/** A quotation that the customer accepted by its link. */
async function accepted(deal: number): Promise<number> {
  const draft = { kind: 'quotation', language: 'fa', content: quotationOf({ validUntil: '2027-06-11' }) };
  const { id, revision } = await ask('POST', '/v1/sales/agreements', { deal, draft });
  const { link } = await ask('POST', `/v1/sales/agreements/${id}/send`, { revision });
  const taken = await served.app.inject({
    method: 'POST',
    url: `${new URL(link).pathname}/accept`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ name: 'مریم', agree: 'yes' }).toString(),
  });
  expect(taken.statusCode).toBe(303);
  return id;
}

async function paid(agreement: number): Promise<void> {
  const { order } = await ask('POST', `/v1/sales/agreements/${agreement}/order`, {});
  await ask('POST', `/v1/sales/agreements/${agreement}/payments`, {
    amount: order.amount,
    method: 'نقد',
    note: '',
    before: 0,
  });
}

async function page(path: string, fields: Record<string, string>): Promise<void> {
  const answer = await served.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
  expect(answer.statusCode).toBeLessThan(400);
}

/** How often what was told of somebody. */
async function told(person: number): Promise<Record<string, number>> {
  const { facts } = await ask('GET', `/v1/people/${person}/facts?limit=500`);
  const counts: Record<string, number> = {};
  for (const { type } of facts) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

const stageOf = async (person: number): Promise<string> =>
  (await ask('GET', `/v1/people/${person}/ladders/sales-stages`)).rung;

const wayOf = async (person: number): Promise<string[]> =>
  (await ask('GET', `/v1/people/${person}/ladders/sales-stages`)).moves
    .filter(({ superseded }: { superseded: boolean }) => !superseded)
    .map(({ to }: { to: string }) => to);

describe('a person who turns out to be another in the middle of a deal', () => {
  test('keeps the deal, the words, the promise, the quotation and one open lead, and buys once', async () => {
    const known = await someone();
    const came = await someone();
    await tell({ id: known }, 'newsletter.subscribed');
    const first = await leadOf(known);
    const second = await leadOf(came);
    const deal = await dealOf(came);
    await ask('POST', '/v1/sales/talks', {
      person: came,
      deal,
      channel: 'call',
      summary: 'کفش برای کوه',
      notes: [{ kind: 'want', text: 'کفش ضدآب', product: 'کفش' }],
      promises: [{ side: 'us', text: 'عکس بفرستیم', dueOn: '2026-06-10' }],
      next: { kind: 'call', due: TEST_NOW + 3 * DAY, about: 'دوباره زنگ', agreed: false },
    });
    const raised = await ask('POST', `/v1/sales/deals/${deal}/objections`, {
      add: { kind: 'price', title: 'گران است', behind: '', products: [] },
    });
    const agreement = await accepted(deal);

    const { mergeId } = await ask('POST', '/v1/merges', { loser: came, winner: known, reason: 'یک نفر' });
    expect((await ask('GET', `/v1/sales/deals/${deal}`)).deal.person).toBe(known);
    expect((await ask('GET', `/v1/sales/deals?person=${known}`)).deals).toHaveLength(1);
    expect((await ask('GET', `/v1/sales/people/${known}/memory?deal=${deal}`)).notes).toHaveLength(1);
    expect((await ask('GET', `/v1/sales/agreements?person=${known}`)).agreements).toHaveLength(1);
    const { followUps } = await ask('GET', `/v1/sales/follow-ups?person=${known}`);
    expect(
      followUps.map((one: { kind: string; state: string }) => `${one.kind} ${one.state}`).sort(),
    ).toEqual([
      'call open',
      'promise open',
      // To ask whether they saw the quotation, which they did; and to place the order.
      'task cancelled',
      'task open',
    ]);
    expect(await stageOf(known)).toBe('opportunity');

    // The deal goes on from there, by whoever works on it.
    await ask('PUT', `/v1/sales/deals/${deal}/objections/${raised.id}`, {
      state: 'settled',
      revision: raised.revision,
    });
    await paid(agreement);
    await drainClimbs(served.database, served.clock, shop.id);
    await lookAtLeads(served.database, served.clock);
    const counts = await told(known);
    for (const type of ['deal.opened', 'deal.won', 'quotation.accepted', 'order.placed', 'order.paid'])
      expect([type, counts[type]]).toEqual([type, 1]);
    expect(await stageOf(known)).toBe('buyer');
    const { leads } = await ask('GET', '/v1/sales/leads?view=team');
    expect(leads.filter(({ person }: { person: number }) => person === known)).toEqual([]);
    for (const { lead } of [first, second])
      expect((await ask('GET', `/v1/sales/leads/${lead}`)).lead).toMatchObject({ person: known });

    // Two again: what was told of either is theirs again, and the sale is of whoever made it.
    await ask('POST', `/v1/merges/${mergeId}/undo`, {});
    expect((await ask('GET', `/v1/sales/deals/${deal}`)).deal.person).toBe(came);
    expect([(await told(known))['order.paid'], (await told(came))['order.paid']]).toEqual([undefined, 1]);
    expect([await stageOf(known), await stageOf(came)]).toEqual(['lead', 'buyer']);
  });
});

/** The types of what was told of somebody, without how they became known. */
const deedsOf = async (person: number): Promise<string[]> => {
  const { facts } = await ask('GET', `/v1/people/${person}/facts?limit=500`);
  return facts.map(({ type }: { type: string }) => type).filter((type: string) => type !== 'price.asked');
};

describe('two people who are one for a while', () => {
  test('in every room each gets back what is theirs, with what happened to it meanwhile, once', async () => {
    const [known, came] = [await someone(), await someone()];
    const planned = { kind: 'call', about: 'زنگ', due: now + DAY, wholeDay: false };
    const { lead } = await leadOf(came);
    const deal = await dealOf(came);
    const call = await ask('POST', '/v1/sales/follow-ups', { person: came, ...planned });
    const series = {
      name: 'دو تماس',
      touches: [0, 1].map((day) => ({ day, at: null, kind: 'call', text: 'زنگ', who: null })),
      stops: [],
      start: null,
    };
    await ask('PUT', '/v1/sales/cadences/two-calls', { definition: series, revision: 0 });
    const run = await ask('POST', '/v1/sales/cadence-runs', { cadence: 'two-calls', person: came });
    const wish = await ask('POST', '/v1/sales/memory', {
      person: came,
      note: { kind: 'want', text: 'ضدآب', product: 'کفش' },
    });
    const promise = await ask('POST', '/v1/sales/promises', {
      person: came,
      side: 'us',
      text: 'عکس بفرستیم',
      dueOn: '2026-06-10',
    });
    const fear = await ask('POST', `/v1/sales/deals/${deal}/objections`, {
      add: { kind: 'price', title: 'دیر می‌رسد', behind: '', products: [] },
    });
    const asked = { channel: 'call', anyway: true };
    const request = await ask('POST', '/v1/sales/recommendations/asks', { person: came, ...asked });
    const words = await ask('POST', '/v1/sales/testimonials', { person: came });
    const before = await deedsOf(known);

    const { mergeId } = await ask('POST', '/v1/merges', { loser: came, winner: known, reason: 'یک نفر' });
    // Everything goes on under the name of whom they are now.
    await ask('POST', `/v1/sales/follow-ups/${call.id}/done`, { revision: 1, outcome: 'no-answer' });
    await ask('POST', `/v1/sales/follow-ups/${call.id}/reopen`, { revision: 2 });
    await ask('POST', `/v1/sales/follow-ups/${call.id}/move`, {
      revision: 3,
      due: now + 2 * DAY,
      wholeDay: false,
      agreed: true,
    });
    const ofDeal = await ask('POST', '/v1/sales/follow-ups', {
      person: known,
      deal,
      ...planned,
      agreed: true,
    });
    const ofLead = await ask('POST', '/v1/sales/follow-ups', { person: known, lead, ...planned });
    await tendCadences(served.database, served.clock);
    await ask('PUT', `/v1/sales/memory/${wish.id}`, { note: { kind: 'want', text: 'سبک', product: 'کفش' } });
    await ask('POST', `/v1/sales/promises/${promise.id}/end`, { state: 'kept', revision: 1 });
    await ask('POST', '/v1/sales/talks', {
      person: known,
      deal,
      channel: 'call',
      summary: 'پرسید کی می‌رسد',
      notes: [{ kind: 'need', text: 'پیش از سفر برسد' }],
      promises: [{ side: 'us', text: 'زود بفرستیم', dueOn: '2026-06-11' }],
    });
    await ask('PUT', `/v1/sales/deals/${deal}/objections/${fear.id}`, {
      state: 'settled',
      revision: fear.revision,
    });
    await ask('PUT', `/v1/sales/recommendations/asks/${request.id}`, { answer: 'later', revision: 1 });
    await page(words.path, { words: 'خوب بود', score: '5', name: 'مریم' });
    await ask('POST', '/v1/sales/belongs/answers', {
      person: known,
      deal,
      item: 'کفش',
      other: 'واکس',
      answer: 'taken',
    });
    const together = await deedsOf(known);

    await ask('POST', `/v1/merges/${mergeId}/undo`, {});
    expect(await deedsOf(known)).toEqual(before);
    const theirs = await deedsOf(came);
    expect(theirs.toSorted()).toEqual(together.toSorted());
    expect(await told(came)).toMatchObject({
      'followup.done': 1,
      'followup.reopened': 1,
      'followup.agreed': 2,
      'want.stated': 3,
      'want.ended': 1,
      'promise.made': 2,
      'promise.kept': 1,
      'objection.raised': 1,
      'objection.answered': 1,
      'recommendation.asked': 2,
      'testimonial.given': 1,
      'review.written': 1,
      'crosssell.suggested': 1,
    });
    const rowsOf = async (person: number) => ({
      followUps: (await ask('GET', `/v1/sales/follow-ups?person=${person}`)).followUps.map(
        ({ id }: { id: number }) => id,
      ),
      runs: (await ask('GET', `/v1/sales/cadence-runs?person=${person}`)).runs.length,
      notes: (await ask('GET', `/v1/sales/people/${person}/memory`)).notes.length,
      leads: (await ask('GET', `/v1/sales/people/${person}/leads`)).leads.length,
      deals: (await ask('GET', `/v1/sales/deals?person=${person}`)).deals.length,
      asks: (await ask('GET', '/v1/sales/recommendations/asks')).asks.filter(
        (one: { person: number }) => one.person === person,
      ).length,
      words: (await ask('GET', `/v1/sales/testimonials?person=${person}`)).testimonials.length,
    });
    expect(await rowsOf(known)).toEqual({
      followUps: [],
      runs: 0,
      notes: 0,
      leads: 0,
      deals: 0,
      asks: 0,
      words: 0,
    });
    const kept = await rowsOf(came);
    expect(kept).toMatchObject({ runs: 1, notes: 2, leads: 1, deals: 1, asks: 1, words: 1 });
    // Two touches, two promises, the request to come back, and the three of whoever planned them.
    expect(kept.followUps).toHaveLength(8);
    expect(kept.followUps).toEqual(expect.arrayContaining([call.id, ofDeal.id, ofLead.id]));
    expect((await ask('GET', `/v1/sales/cadence-runs?person=${came}`)).runs).toMatchObject([{ id: run.id }]);
  });
});

describe('a seller who leaves', () => {
  test('leaves an open deal, a lead, a follow-up and a promise to another, who goes on with each of them', async () => {
    const [sara, reza] = [await seller('sara'), await seller('reza')];
    const person = await someone();
    const other = await someone();
    const { lead } = await leadOf(other, { owner: sara });
    const deal = await dealOf(person, { owner: sara });
    const call = await ask('POST', '/v1/sales/follow-ups', {
      person,
      deal,
      kind: 'call',
      about: 'زنگ',
      owner: sara,
      due: TEST_NOW + DAY,
      wholeDay: false,
    });
    const promise = await ask('POST', '/v1/sales/promises', {
      person,
      deal,
      side: 'us',
      text: 'کاتالوگ را بفرستیم',
      dueOn: '2026-06-10',
      owner: sara,
    });
    const before = [await told(person), await told(other)];
    await served.database.withBusiness(shop.id, (tx) => removeMember(tx, sara, new Set(scopes)));
    expect(await ask('POST', '/v1/sales/hand-over', { from: sara, to: reza })).toEqual({
      deals: 1,
      leads: 1,
      followUps: 2,
    });
    expect((await ask('GET', `/v1/sales/deals/${deal}`)).deal.owner).toBe(reza);
    expect((await ask('GET', `/v1/sales/leads/${lead}`)).lead).toMatchObject({
      state: 'handed',
      owner: reza,
    });
    expect((await ask('GET', `/v1/sales/follow-ups/${call.id}`)).followUp).toMatchObject({
      state: 'open',
      owner: reza,
    });
    const { promises } = await ask('GET', `/v1/sales/people/${person}/memory?deal=${deal}`);
    expect(promises).toMatchObject([{ id: promise.id, state: 'open', owner: reza }]);
    // Giving is no deed of the customer's: nothing is told of them.
    expect([await told(person), await told(other)]).toEqual(before);
    const { items } = await ask('GET', `/v1/sales/today?seller=${reza}`);
    expect(items).toMatchObject([{ lead, person: other }]);
    await ask('POST', `/v1/sales/promises/${promise.id}/end`, {
      state: 'kept',
      revision: promises[0].revision,
    });
    expect((await told(person))['promise.kept']).toBe(1);
    const { followUps } = await ask('GET', `/v1/sales/follow-ups?person=${person}&state=open`);
    expect(followUps).toMatchObject([{ id: call.id }]);
  });
});

describe('a deal that was sold and is opened again', () => {
  test('is an opportunity again, keeps what was agreed, and is sold once more: each told once', async () => {
    const report = async () =>
      (await ask('GET', '/v1/sales/reports/steps?pipeline=seven-steps&from=2026-05-01&to=2026-06-30')).totals;
    const before = await report();
    const person = await someone();
    const deal = await dealOf(person);
    const agreement = await accepted(deal);
    await ask('POST', `/v1/sales/agreements/${agreement}/order`, {});
    // They want something else after all, before any money came.
    const { deal: sold } = await ask('GET', `/v1/sales/deals/${deal}`);
    expect(sold.state).toBe('won');
    await ask('POST', `/v1/sales/deals/${deal}/reopen`, { revision: sold.revision, reason: 'مدلی دیگر' });
    expect(await stageOf(person)).toBe('opportunity');
    expect((await ask('GET', `/v1/sales/agreements?deal=${deal}`)).agreements).toHaveLength(1);
    // The order asked for again is the one there is, and does not sell the deal that was opened again.
    const again = await served.app.inject({
      method: 'POST',
      url: `/v1/sales/agreements/${agreement}/order`,
      headers,
      payload: {},
    });
    expect([200, 409]).toContain(again.statusCode);
    expect((await ask('GET', `/v1/sales/deals/${deal}`)).deal.state).toBe('open');

    await paid(await accepted(deal));
    const counts = await told(person);
    expect(counts).toMatchObject({
      'deal.opened': 1,
      'deal.won': 2,
      'deal.reopened': 1,
      'order.placed': 2,
      'order.paid': 1,
    });
    // An order that is not paid for is an opportunity as an open deal is.
    expect(await wayOf(person)).toEqual(['lead', 'opportunity', 'buyer']);
    // Sold twice, it is one deal that was won.
    expect((await report()).won).toBe(before.won + 1);
    const { deals } = await ask('GET', `/v1/sales/deals?person=${person}`);
    expect(deals).toMatchObject([{ id: deal, state: 'won' }]);
  });
});

describe('a holiday declared today', () => {
  test('moves what is to be done and by when a lead is answered, and not what was promised; taken back it leaves no trace', async () => {
    const person = await someone();
    const deal = await dealOf(person);
    const day = new Date(TEST_NOW).toISOString().slice(0, 10);
    const promise = await ask('POST', '/v1/sales/promises', {
      person,
      deal,
      side: 'us',
      text: 'عکس بفرستیم',
      dueOn: day,
    });
    const early = await leadOf(await someone());
    const asked = (await ask('GET', `/v1/sales/leads/${early.lead}`)).lead;
    const { hours, version } = await ask('GET', '/v1/sales/working-hours');
    const days = [{ day, name: 'تعطیل ناگهانی', hours: [] }];
    await ask('PUT', '/v1/sales/working-hours', { hours: { ...hours, days }, version });
    const { promises } = await ask('GET', `/v1/sales/people/${person}/memory?deal=${deal}`);
    expect(promises).toMatchObject([{ id: promise.id, state: 'open', dueOn: day }]);
    const { followUps } = await ask('GET', `/v1/sales/follow-ups?person=${person}`);
    expect(followUps).toHaveLength(1);
    // Whoever came before is answered when the day off is over, as whoever comes on it.
    const late = await leadOf(await someone());
    const later = (await ask('GET', `/v1/sales/leads/${late.lead}`)).lead;
    const moved = (await ask('GET', `/v1/sales/leads/${early.lead}`)).lead;
    expect(moved).toEqual({ ...asked, answerBy: later.answerBy });
    expect(moved.answerBy).toBeGreaterThan(asked.answerBy);
    await ask('PUT', '/v1/sales/working-hours', { hours, version: version + 1 });
    expect((await ask('GET', `/v1/sales/leads/${early.lead}`)).lead).toEqual(asked);
    expect(await told(person)).toMatchObject({ 'promise.made': 1, 'deal.opened': 1 });
  });
});
