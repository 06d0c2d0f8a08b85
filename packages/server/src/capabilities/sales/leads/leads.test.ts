import { SHIPPED_QUALIFICATION } from '@nardeban/core/sales';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Ask,
  askWith,
  bearer,
  type Served,
  serveForTest,
  TEST_NOW,
} from '../../../platform/http/testing.ts';
import { buildServer, scopes } from '../../../platform/http/index.ts';
import { addStaff, removeMember } from '../../../platform/sign-in/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { receiveFacts } from '../../facts/index.ts';
import { drainClimbs, foundBusiness } from '../../ladder/index.ts';
import { mergePeople, unmergePeople } from '../../people/index.ts';
import { openDeal } from '../deals/opening.ts';
import { captureLead, captureLeads } from './capturing.ts';
import { lookAtBusiness } from './looking.ts';
import { leadRoutes } from './routes.ts';
import { runQualificationTrial } from './trying.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
let served: Served;
let shop: Business;
let ask: Ask;
let sara = '';
let omid = '';
let told = 0;

beforeAll(async () => {
  served = await serveForTest((parts) => buildServer(parts, [leadRoutes]));
  await served.prepareJobs();
  shop = await founded('leads');
  ask = askWith(served, bearer(await served.key(shop)));
  sara = await seller('sara');
  omid = await seller('omid');
});
afterAll(() => served.close());

async function founded(slug: string): Promise<Business> {
  const made = await foundBusiness(served.database, served.clock, { slug, name: slug });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

async function seller(name: string): Promise<string> {
  const staff = { email: `${name}@example.test`, name, password: 'آب‌انبار و نردبان', role: 'sales' };
  const added = await addStaff(served.database, { ...staff, businessSlug: shop.slug });
  if (!added.ok) throw new Error(added.refusal.code);
  return added.value.userId;
}

async function tell(
  person: number | null,
  type: string,
  data: object = {},
  at = served.clock.now(),
): Promise<number> {
  told += 1;
  const who = person === null ? { mobile: `0912555${String(told).padStart(4, '0')}` } : { id: person };
  const [answer] = await receiveFacts(served.database, served.clock, shop, [
    { person: who, type, at, key: `test ${told}`, data },
  ]);
  if (answer?.status !== 'stored' || answer.personId === null) throw new Error(JSON.stringify(answer));
  return answer.personId;
}

const someone = (): Promise<number> => tell(null, 'page.viewed', {}, TEST_NOW - 90 * DAY);

/** What climbing tells leads, and what they make of it. */
async function settle(): Promise<void> {
  await drainClimbs(served.database, served.clock, shop.id);
  await lookAtBusiness(served.database, served.clock, shop);
}

async function capture(person: number, more: object = {}) {
  const answer = await ask('POST', '/v1/sales/leads', { person, source: 'form', ...more });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body as { lead: number; state: string; owner: string | null };
}

async function leadOf(id: number) {
  const answer = await ask('GET', `/v1/sales/leads/${id}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

async function deed(id: number, what: string, more: object = {}) {
  const { lead } = await leadOf(id);
  return ask(what === 'answers' ? 'PUT' : 'POST', `/v1/sales/leads/${id}/${what}`, {
    revision: lead.revision,
    ...more,
  });
}

/** What sales told of somebody, in order of time. */
async function toldOf(person: number): Promise<string[]> {
  const { rows } = await served.database.withBusiness(shop.id, (tx) =>
    tx.query<{ type: string }>(
      `SELECT type FROM facts WHERE business_id = this_business() AND person_id = $1 AND type LIKE 'lead.%' ORDER BY at, fact_id`,
      [person],
    ),
  );
  return rows.map(({ type }) => type);
}

const three = (answer: 'yes' | 'no') => ({
  answers: { help: { answer: 'yes' }, need: { answer: 'yes' }, relation: { answer, note: 'مهم است' } },
});

describe('a lead', () => {
  test('waits in nurture until its scores reach what was agreed on, and says why', async () => {
    const person = await someone();
    const { lead, state, owner } = await capture(person, { campaign: 'spring' });
    expect({ state, owner }).toEqual({ state: 'nurture', owner: null });
    for (const channel of ['site', 'sms']) await tell(person, 'message.received', { channel });
    await settle();
    const seen = await leadOf(lead);
    expect(seen.lead).toMatchObject({
      state: 'handed',
      handedFor: 'score',
      source: 'form',
      campaign: 'spring',
      fit: 0,
    });
    const reply = seen.explanation.engagementRows.find(({ key }: { key: string }) => key === 'reply');
    expect(reply).toMatchObject({ points: 40, factCount: 2 });
    expect(reply.facts[0].id).toBeGreaterThan(0);
    expect(seen.lead.because).toEqual([
      { key: 'reply', points: 40 },
      { key: 'form', points: 25 },
    ]);
    expect(await toldOf(person)).toEqual(['lead.captured', 'lead.handed']);
  });

  test('goes straight to sales with a raised hand, in turn, and sales answers within working time', async () => {
    const chosen = await ask('PUT', '/v1/sales/qualification/sellers', { sellers: [sara, omid] });
    expect(chosen.status).toBe(200);
    const owners: (string | null)[] = [];
    for (let index = 0; index < 4; index += 1) {
      const person = await someone();
      if (index === 0) await tell(person, 'price.asked', { product: 'کفش' });
      const { state, owner } = await capture(person, index === 0 ? {} : { hand: true });
      expect(state).toBe('handed');
      owners.push(owner);
    }
    expect(new Set(owners)).toEqual(new Set([omid, sara]));
    expect(owners[0]).not.toBe(owners[1]);
    // Wednesday, an hour before the day is over; Thursday and Friday of that week are days off as 14 and 15 Khordad.
    served.clock.set(Date.UTC(2026, 5, 3, 12, 30));
    const { lead } = await capture(await someone(), { hand: true });
    expect((await leadOf(lead)).lead.answerBy).toBe(Date.UTC(2026, 5, 6, 12, 30));
    served.clock.set(TEST_NOW);
  });

  test('goes to who has the person already, and never to who left', async () => {
    const person = await someone();
    const opened = await served.database.withBusiness(shop.id, (tx) =>
      openDeal(tx, shop, {
        person,
        title: 'چادر',
        amount: null,
        products: [],
        owner: omid,
        expectedClose: null,
        by: 'test',
        at: TEST_NOW,
      }),
    );
    expect(opened.ok).toBe(true);
    for (let index = 0; index < 3; index += 1)
      expect((await capture(person, { hand: true })).owner).toBe(omid);
    const left = await seller('left');
    await ask('PUT', '/v1/sales/qualification/sellers', { sellers: [left] });
    await served.database.withBusiness(shop.id, (tx) => removeMember(tx, left, new Set(scopes)));
    expect((await capture(await someone(), { hand: true })).owner).toBeNull();
    expect((await ask('PUT', '/v1/sales/qualification/sellers', { sellers: [left] })).body.code).toBe(
      'owner_unknown',
    );
    await ask('PUT', '/v1/sales/qualification/sellers', { sellers: [sara, omid] });
  });

  test('is one for each person, however many are sent at once', async () => {
    const person = await someone();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        served.database.withBusiness(shop.id, (tx) =>
          captureLead(tx, shop, { person, source: 'form', hand: true, now: TEST_NOW }),
        ),
      ),
    );
    expect(new Set(answers.map((one) => (one.ok ? one.value.lead : 0))).size).toBe(1);
    const { body } = await ask('GET', `/v1/sales/people/${person}/leads`);
    expect(body.leads).toHaveLength(1);
    expect(await toldOf(person)).toEqual(['lead.handed']);
  });

  test('is accepted, asked the three questions and qualified; each deed is told once', async () => {
    const person = await someone();
    const { lead } = await capture(person, { hand: true });
    const stale = (await leadOf(lead)).lead.revision - 1;
    expect(
      (await ask('POST', `/v1/sales/leads/${lead}/accept`, { revision: stale, owner: sara })).status,
    ).toBe(stale < 1 ? 400 : 409);
    const taken = await deed(lead, 'accept', { owner: sara });
    expect(taken.body).toMatchObject({ state: 'accepted', owner: sara, answeredAt: TEST_NOW });
    expect((await deed(lead, 'accept', { owner: omid })).body.code).toBe('lead_state_wrong');
    expect((await deed(lead, 'answers', three('no'))).body).toMatchObject({ state: 'accepted' });
    const qualified = await deed(lead, 'answers', three('yes'));
    expect(qualified.body).toMatchObject({ state: 'qualified', answers: { relation: { note: 'مهم است' } } });
    expect((await deed(lead, 'answers', three('no'))).body.code).toBe('lead_qualified_stays');
    await settle();
    expect(await toldOf(person)).toEqual(['lead.captured', 'lead.handed', 'lead.accepted', 'lead.qualified']);
    await tell(person, 'deal.opened', { deal: 'x' }, TEST_NOW + 1);
    served.clock.set(TEST_NOW + HOUR);
    await settle();
    expect((await leadOf(lead)).lead).toMatchObject({ state: 'closed', reason: 'deal' });
    served.clock.set(TEST_NOW);
  });

  test('that is refused needs a reason, is left alone, and comes back with something new', async () => {
    const person = await someone();
    const { lead } = await capture(person, { hand: true });
    expect((await deed(lead, 'refuse', { reason: 'no-such' })).body.code).toBe('refusal_reason_unknown');
    const refused = await deed(lead, 'refuse', { reason: 'later', note: 'پس از عید' });
    expect(refused.body).toMatchObject({ state: 'refused', reason: 'later', owner: null });
    expect(refused.body.pausedUntil).toBe(TEST_NOW + 30 * DAY);
    for (const type of ['content.downloaded', 'content.downloaded', 'message.received'])
      await tell(person, type);
    await settle();
    expect((await leadOf(lead)).lead.state).toBe('refused');
    served.clock.set(TEST_NOW + 30 * DAY);
    await settle();
    expect((await leadOf(lead)).lead.state).toBe('nurture');
    await tell(person, 'content.downloaded');
    await settle();
    const back = await leadOf(lead);
    expect(back.lead).toMatchObject({ state: 'handed', handedFor: 'score' });
    expect(back.handings).toMatchObject([
      { place: 2, answer: null },
      { place: 1, answer: 'refused', reason: 'later', note: 'پس از عید' },
    ]);
    // A hand raised anew does not wait for the end of a pause.
    await deed(lead, 'refuse', { reason: 'later' });
    served.clock.set(TEST_NOW + 31 * DAY);
    await tell(person, 'price.asked', {});
    await settle();
    expect((await leadOf(lead)).lead).toMatchObject({ state: 'handed', handedFor: 'hand' });
    served.clock.set(TEST_NOW);
  });

  test('cools with time alone: back to nurture before an answer, marked and kept after one', async () => {
    const [waiting, taken] = [await someone(), await someone()];
    for (const person of [waiting, taken])
      for (let index = 0; index < 2; index += 1) await tell(person, 'message.received', {});
    const first = await capture(waiting);
    const second = await capture(taken);
    expect([first.state, second.state]).toEqual(['handed', 'handed']);
    await deed(second.lead, 'accept', { owner: sara });
    const { explanation } = await leadOf(first.lead);
    served.clock.set(explanation.until - 1000);
    await settle();
    expect((await leadOf(first.lead)).lead.state).toBe('handed');
    served.clock.set(explanation.until + 1000);
    await settle();
    const cooled = await leadOf(first.lead);
    expect(cooled.lead).toMatchObject({ state: 'nurture' });
    expect(cooled.handings).toMatchObject([{ answer: 'cooled' }]);
    expect((await leadOf(second.lead)).lead).toMatchObject({ state: 'accepted', owner: sara });
    expect((await leadOf(second.lead)).lead.cooledAt).not.toBeNull();
    await settle();
    expect(await toldOf(waiting)).toEqual(['lead.captured', 'lead.handed', 'lead.cooled']);
    expect(await toldOf(taken)).toEqual(['lead.captured', 'lead.handed', 'lead.accepted', 'lead.cooled']);
    served.clock.set(TEST_NOW);
  });

  test('of two people who are one goes before the other, and both are there when they are two again', async () => {
    const [one, other] = [await someone(), await someone()];
    const nurture = await capture(one);
    const handed = await capture(other, { hand: true });
    const merged = await served.database.withBusiness(shop.id, (tx) =>
      mergePeople(tx, shop, { winner: one, loser: other, by: 'test' }),
    );
    expect(merged.ok, JSON.stringify(merged)).toBe(true);
    await settle();
    const { body } = await ask('GET', `/v1/sales/people/${other}/leads`);
    expect(
      body.leads.map(({ id, behind, person }: { id: number; behind: number | null; person: number }) => [
        id,
        behind,
        person,
      ]),
    ).toEqual([
      [handed.lead, null, one],
      [nurture.lead, handed.lead, one],
    ]);
    const nurtured = await ask('GET', '/v1/sales/leads?view=nurture&limit=200');
    expect(nurtured.body.leads.some(({ id }: { id: number }) => id === nurture.lead)).toBe(false);
    if (!merged.ok) return;
    await served.database.withBusiness(shop.id, (tx) =>
      unmergePeople(tx, shop, merged.value.mergeId, 'test'),
    );
    await settle();
    expect((await leadOf(nurture.lead)).lead).toMatchObject({ behind: null, person: one });
    expect((await leadOf(handed.lead)).lead).toMatchObject({ behind: null, person: other, state: 'handed' });
  });

  test('that the staff hand over shows in its revision, so that whoever saw it before is told', async () => {
    const { lead } = await capture(await someone());
    const { lead: before } = await leadOf(lead);
    const handed = await deed(lead, 'hand', { owner: omid });
    expect(handed.body).toMatchObject({
      state: 'handed',
      handedFor: 'staff',
      owner: omid,
      revision: before.revision + 1,
    });
    const late = await ask('POST', `/v1/sales/leads/${lead}/accept`, { revision: before.revision });
    expect([late.status, late.body.code]).toEqual([409, 'changed_meanwhile']);
    expect((await deed(lead, 'accept')).status).toBe(200);
  });

  test('that somebody picks up by hand does not cool, and one that buys is closed', async () => {
    const person = await someone();
    const { lead } = await capture(person);
    expect((await deed(lead, 'accept', { owner: omid })).body).toMatchObject({
      state: 'accepted',
      handedFor: 'staff',
    });
    served.clock.set(TEST_NOW + 200 * DAY);
    await settle();
    expect((await leadOf(lead)).lead).toMatchObject({ state: 'accepted', cooledAt: null });
    await tell(person, 'order.paid', { order: 'a', amount: 1000 });
    await settle();
    expect((await leadOf(lead)).lead).toMatchObject({ state: 'closed', reason: 'bought' });
    served.clock.set(TEST_NOW);
  });
});

test('views are read a page at a time, everything once, and a made-up place begins anew', async () => {
  for (const view of ['team', 'nurture', 'refused', 'closed']) {
    const all = (await ask('GET', `/v1/sales/leads?view=${view}&limit=200`)).body.leads;
    const paged: number[] = [];
    for (let after = ''; ; ) {
      const { body } = await ask(
        'GET',
        `/v1/sales/leads?view=${view}&limit=2${after === '' ? '' : `&after=${after}`}`,
      );
      paged.push(...body.leads.map(({ id }: { id: number }) => id));
      if (body.next === null) break;
      after = body.next;
    }
    expect(paged).toEqual(all.map(({ id }: { id: number }) => id));
    expect(new Set(paged).size).toBe(paged.length);
  }
  for (const place of [
    '["true","x","1"]',
    '["true","99999999999999","1"]',
    '{}',
    '["1"]',
    '["99999999999","1"]',
  ]) {
    const after = Buffer.from(place).toString('base64url');
    expect((await ask('GET', `/v1/sales/leads?view=nurture&after=${after}`)).status).toBe(200);
    expect((await ask('GET', `/v1/sales/leads?after=${after}`)).status).toBe(200);
  }
  await capture(await someone(), { hand: true });
  served.clock.set(TEST_NOW + 3 * DAY);
  const late = (await ask('GET', '/v1/sales/leads?view=late')).body.leads;
  expect(late.length).toBeGreaterThan(0);
  const counts = (await ask('GET', '/v1/sales/leads/counts')).body.views;
  expect(counts.find(({ view }: { view: string }) => view === 'late').count).toBe(late.length);
  const { body: text } = await ask('GET', '/v1/sales/leads/sheet?view=nurture&language=en');
  expect(text.split('\r\n')[0]).toContain('Engagement');
  served.clock.set(TEST_NOW);
});

describe('what is agreed on', () => {
  test('is written by one at a time, tried, and put in force for every open lead', async () => {
    const { body: before } = await ask('GET', '/v1/sales/qualification');
    expect(before).toMatchObject({ inForce: { version: 0 }, draft: null });
    const stricter = { ...SHIPPED_QUALIFICATION, stay: { fit: 0, engagement: 45 } };
    const wrong = { ...stricter, enter: { fit: 500, engagement: 50 } };
    const kept = await ask('PUT', '/v1/sales/qualification/draft', { definition: wrong, revision: 0 });
    expect(kept.body).toEqual({ revision: 1 });
    expect((await ask('GET', '/v1/sales/qualification')).body.draft.faults).toMatchObject([
      { code: 'threshold_unreachable', field: 'enter.fit' },
    ]);
    expect((await ask('POST', '/v1/sales/qualification/draft/publish', { revision: 1 })).body.code).toBe(
      'threshold_unreachable',
    );
    expect(
      (await ask('PUT', '/v1/sales/qualification/draft', { definition: stricter, revision: 7 })).body.code,
    ).toBe('changed_meanwhile');
    await ask('PUT', '/v1/sales/qualification/draft', { definition: stricter, revision: 1 });

    const person = await someone();
    for (let index = 0; index < 2; index += 1) await tell(person, 'message.received', {});
    const { lead, state } = await capture(person);
    expect(state).toBe('handed');
    served.clock.set(TEST_NOW + 20 * DAY);
    await settle();
    expect((await leadOf(lead)).lead.state).toBe('handed');
    const published = await ask('POST', '/v1/sales/qualification/draft/publish', {
      revision: 2,
      note: 'سخت‌تر',
    });
    expect(published.body).toEqual({ version: 1 });
    await lookAtBusiness(served.database, served.clock, shop);
    expect((await leadOf(lead)).lead).toMatchObject({ state: 'nurture', version: 1 });
    expect((await ask('GET', '/v1/sales/qualification/versions')).body.versions).toMatchObject([
      { version: 1, note: 'سخت‌تر' },
    ]);
    served.clock.set(TEST_NOW);
  });

  test('makes a lead of whoever gives a sign by any way, once', async () => {
    const person = await tell(null, 'demo.asked', { channel: 'phone' });
    await settle();
    const { body } = await ask('GET', `/v1/sales/people/${person}/leads`);
    expect(body.leads).toMatchObject([{ state: 'handed', handedFor: 'hand', source: 'phone' }]);
    const closed = await deed(body.leads[0].id, 'close');
    expect(closed.body).toMatchObject({ state: 'closed', reason: 'staff' });
    await settle();
    expect((await ask('GET', `/v1/sales/people/${person}/leads`)).body.leads).toHaveLength(1);
  });

  test('is tried on the real past, and the trial can be stopped', async () => {
    const definition = {
      ...SHIPPED_QUALIFICATION,
      enter: { fit: 0, engagement: 20 },
      stay: { fit: 0, engagement: 10 },
    };
    const { body: kept } = await ask('PUT', '/v1/sales/qualification/draft', { definition, revision: 0 });
    const person = await tell(null, 'message.received', {}, TEST_NOW - 20 * DAY);
    await tell(person, 'order.paid', { order: 'z', amount: 5 }, TEST_NOW - 10 * DAY);
    const begun = await ask('POST', '/v1/sales/qualification/draft/try', { revision: kept.revision });
    expect(begun.status).toBe(202);
    const { trial } = begun.body;
    await runQualificationTrial(served.database, served.clock, shop.id, trial, new AbortController().signal);
    const { body } = await ask('GET', `/v1/sales/qualification/trials/${trial}`);
    expect(body.state).toBe('done');
    expect(body.result.draft.handed).toBeGreaterThan(body.result.present.handed);
    expect(body.result.changes).toContainEqual({
      person,
      change: 'new',
      before: null,
      after: TEST_NOW - 20 * DAY,
      outcome: 'bought',
    });
    expect(body.done).toBe(body.total);
    const again = (await ask('POST', '/v1/sales/qualification/draft/try', { revision: kept.revision })).body
      .trial;
    expect((await ask('POST', `/v1/sales/qualification/trials/${again}/stop`)).body).toEqual({
      stopped: true,
    });
    await runQualificationTrial(served.database, served.clock, shop.id, again, new AbortController().signal);
    expect((await ask('GET', `/v1/sales/qualification/trials/${again}`)).body).toMatchObject({
      state: 'stopped',
      result: null,
    });
    expect((await ask('DELETE', `/v1/sales/qualification/draft?revision=${kept.revision}`)).status).toBe(200);
  });
});

test('marketing and sales look at the same leads, and where they differ is shown', async () => {
  const drawn = await ask('POST', '/v1/sales/lead-reviews', { note: 'خرداد' });
  expect(drawn.status, JSON.stringify(drawn.body)).toBe(201);
  expect((await ask('POST', '/v1/sales/lead-reviews', {})).body.code).toBe('lead_review_open');
  const url = `/v1/sales/lead-reviews/${drawn.body.review}`;
  const { body } = await ask('GET', url);
  const [first, second] = body.leads;
  expect(new Set(body.leads.map(({ drawnAs }: { drawnAs: string }) => drawnAs))).toEqual(
    new Set(['accepted', 'refused', 'never']),
  );
  const says = (lead: number, team: string, good: boolean | null) =>
    ask('PUT', `${url}/leads/${lead}`, { team, good, note: 'چون …' });
  await says(first.lead, 'marketing', true);
  await says(first.lead, 'sales', false);
  await says(second.lead, 'marketing', true);
  await says(second.lead, 'sales', true);
  expect((await ask('GET', url)).body.summary).toMatchObject({ agreed: 1, disputed: 1 });
  await says(first.lead, 'sales', null);
  expect((await ask('GET', url)).body.summary).toMatchObject({ agreed: 1, disputed: 0 });
  expect((await ask('POST', `${url}/close`)).status).toBe(200);
  expect((await says(first.lead, 'sales', true)).body.code).toBe('lead_review_closed');
});

/** Ten thousand in the nightly run. */
const MANY = process.env['NARDEBAN_NIGHTLY'] === '1' ? 10_000 : 2_000;

test('thousands at once are scored, handed over and dealt out evenly', async () => {
  const many = await founded('many');
  const sellers: string[] = [];
  for (const name of ['a', 'b', 'c', 'd']) {
    const added = await addStaff(served.database, {
      email: `${name}@many.test`,
      name,
      password: 'آب‌انبار و نردبان',
      businessSlug: many.slug,
      role: 'sales',
    });
    if (added.ok) sellers.push(added.value.userId);
  }
  const begun = performance.now();
  const captured = await served.database.withBusiness(many.id, async (tx) => {
    await tx.query(
      `INSERT INTO lead_sellers (business_id, user_id, place)
       SELECT this_business(), id, place FROM unnest($1::text[]) WITH ORDINALITY AS t (id, place)`,
      [sellers],
    );
    await tx.query(
      `INSERT INTO people (business_id, person_id, known_since)
       SELECT this_business(), nextval('person_ids'), $1 FROM generate_series(1, ${MANY})`,
      [new Date(TEST_NOW).toISOString()],
    );
    const { rows } = await tx.query<{ id: number }>(
      'SELECT person_id AS id FROM people WHERE business_id = this_business() ORDER BY 1',
    );
    return captureLeads(
      tx,
      many,
      rows.map(({ id }) => ({ person: id, source: 'list', hand: true })),
      { by: 'test', now: TEST_NOW },
    );
  });
  expect(captured.filter((one) => one?.state === 'handed')).toHaveLength(MANY);
  const each = Map.groupBy(captured, (one) => one?.owner ?? '');
  expect(sellers.map((id) => each.get(id)?.length)).toEqual(sellers.map(() => MANY / 4));
  // Seconds on a quiet machine; the bound is that of something that grew with the square.
  expect(performance.now() - begun).toBeLessThan(25_000);
  const { rows } = await served.database.withBusiness(many.id, (tx) =>
    tx.query<{ told: number; open: number }>(
      `SELECT (SELECT count(*) FROM facts WHERE business_id = this_business() AND type = 'lead.handed') AS told,
              (SELECT count(DISTINCT person_id) FROM leads WHERE business_id = this_business()) AS open`,
    ),
  );
  expect(rows).toEqual([{ told: MANY, open: MANY }]);
});
