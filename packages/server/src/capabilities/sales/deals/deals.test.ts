import { SEVEN_STEPS } from '@nardeban/core/sales';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bearer, type Served, serveForTest, TEST_NOW } from '../../../platform/http/testing.ts';
import { buildServer } from '../../../platform/http/index.ts';
import { addStaff, membersOf, removeMember } from '../../../platform/sign-in/index.ts';
import { scopes } from '../../../platform/http/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { receiveFacts } from '../../facts/index.ts';
import { mergePeople } from '../../people/index.ts';
import { planFollowUp } from '../follow-ups/planning.ts';
import { dealById } from './deal.ts';
import { winDeal } from './moving.ts';
import { openDeal } from './opening.ts';
import { salesDealRoutes } from './routes.ts';
import { markStalledOf } from './stalling.ts';

const DAY = 86_400_000;
let served: Served;
let shop: Business;
let headers: { authorization: string };
let people = 0;
let mina = '';
let reza = '';
beforeAll(async () => {
  served = await serveForTest((parts) => buildServer(parts, [salesDealRoutes]));
  shop = await served.business('deals');
  headers = bearer(await served.key(shop));
  mina = await seller('mina');
  reza = await seller('reza');
});
afterAll(() => served.close());

async function seller(name: string): Promise<string> {
  const staff = { email: `${name}@example.test`, name, password: 'آب‌انبار و نردبان', role: 'sales' };
  const added = await addStaff(served.database, { ...staff, businessSlug: shop.slug });
  if (!added.ok) throw new Error(added.refusal.code);
  return added.value.userId;
}

async function ask(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  url: string,
  payload?: object,
  more: object = {},
) {
  const answer = await served.app.inject({
    method,
    url,
    headers: { ...headers, ...more },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
}

async function tell(
  person: number | null,
  type: string,
  data: object = {},
  at = served.clock.now(),
): Promise<number> {
  people += 1;
  const who = person === null ? { mobile: `0912444${String(people).padStart(4, '0')}` } : { id: person };
  const [answer] = await receiveFacts(served.database, served.clock, shop, [
    { person: who, type, at, key: `test ${people}`, data },
  ]);
  if (answer?.status !== 'stored' || answer.personId === null) throw new Error(JSON.stringify(answer));
  return answer.personId;
}

const someone = (): Promise<number> => tell(null, 'page.viewed', {}, TEST_NOW - 30 * DAY);

async function deal(changes: object = {}): Promise<{ id: number; revision: number; person: number }> {
  const opened = await ask('POST', '/v1/sales/deals', {
    person: await someone(),
    title: 'کفش کوه',
    amount: 5_000_000,
    products: ['کفش'],
    owner: mina,
    expectedClose: '2026-07-01',
    ...changes,
  });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  return opened.body;
}

/** What was told of a deal, by the names of what was told. */
async function toldOf(id: number): Promise<string[]> {
  const { rows } = await served.database.withBusiness(shop.id, (tx) =>
    tx.query<{ type: string; key: string }>(
      `SELECT type, key FROM facts WHERE business_id = this_business() AND ref = $1 AND type LIKE 'deal.%' ORDER BY key`,
      [String(id)],
    ),
  );
  return rows.map(({ type, key }) => `${type} ${key.replace(`deal-${id}-`, '')}`);
}

const move = (id: number, revision: number, to: string, more: object = {}) =>
  ask('POST', `/v1/sales/deals/${id}/move`, { to, revision, ...more });

describe('a deal on its way', () => {
  test('needs what each step asks for, goes on without it only with a reason, and both are kept', async () => {
    const { id, person } = await deal();
    const refused = await move(id, 1, 'present');
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'deal_evidence_missing' },
    });

    await tell(person, 'contact.attempted', { outcome: 'answered', channel: 'phone' });
    const moved = await move(id, 1, 'present', { known: { interest: 'سفر نوروز' } });
    expect(moved).toMatchObject({ status: 200, body: { step: 'present', known: { interest: 'سفر نوروز' } } });
    const hurried = await move(id, 2, 'agree', { reason: 'مشتری قدیمی است' });
    expect(hurried).toMatchObject({ status: 200, body: { step: 'agree', revision: 3 } });
    // Back again asks for nothing.
    expect((await move(id, 3, 'fears')).body.step).toBe('fears');

    const page = (await ask('GET', `/v1/sales/deals/${id}`)).body;
    expect(page.step).toBe('fears');
    expect(
      page.stays.map((stay: { step: string; reason: string | null; missing: object[] }) => [
        stay.step,
        stay.reason,
        stay.missing.length,
      ]),
    ).toEqual([
      ['fears', null, 0],
      ['agree', null, 0],
      ['present', 'مشتری قدیمی است', 3],
      ['contact', null, 0],
    ]);
    expect(page.proofs[0].proofs[0]).toMatchObject({ ask: 'reached', met: true, at: TEST_NOW });
    // Seven working days after the first of June, at the end of that day's work in Tehran.
    expect(new Date(page.dueAt).toISOString()).toMatch(/^2026-06-(?:09|1\d)T/);
    expect(await toldOf(id)).toEqual([
      'deal.moved moved-2',
      'deal.moved moved-3',
      'deal.moved moved-4',
      'deal.opened opened',
    ]);
  });

  test('is won onto the steps after the sale, and is done when those are', async () => {
    const { id, person } = await deal();
    expect((await move(id, 1, 'pay', { reason: 'خرید حضوری' })).status).toBe(200);
    expect(
      (await ask('POST', `/v1/sales/deals/${id}/win`, { amount: 4_800_000, revision: 2 })).body.code,
    ).toBe('deal_evidence_missing');
    await tell(person, 'order.paid', { order: 'D-1', amount: 4_800_000 });
    const won = await ask('POST', `/v1/sales/deals/${id}/win`, { amount: 4_800_000, revision: 2 });
    expect(won).toMatchObject({
      status: 200,
      body: { state: 'won', step: 'belongs', amount: 4_800_000, closedAt: TEST_NOW, finishedAt: null },
    });
    expect((await ask('POST', `/v1/sales/deals/${id}/win`, { amount: 1, revision: 3 })).body.code).toBe(
      'deal_won_already',
    );
    expect((await move(id, 3, 'pay')).body.code).toBe('deal_won_already');
    await tell(person, 'crosssell.suggested', { product: 'واکس', answer: 'taken' });
    expect((await move(id, 3, 'recommend')).status).toBe(200);
    expect((await ask('POST', `/v1/sales/deals/${id}/finish`, { revision: 4 })).body.code).toBe(
      'deal_evidence_missing',
    );
    await tell(person, 'recommendation.asked', { answer: 'yes' });
    expect((await ask('POST', `/v1/sales/deals/${id}/finish`, { revision: 4 })).body).toMatchObject({
      state: 'won',
      finishedAt: TEST_NOW,
    });
    expect(await toldOf(id)).toEqual([
      'deal.moved moved-2',
      'deal.moved moved-3',
      'deal.moved moved-4',
      'deal.opened opened',
      'deal.won won-3',
    ]);
    // The money was told once, by who took it.
    const paid = await served.database.withBusiness(shop.id, (tx) =>
      tx.query(
        `SELECT FROM facts WHERE business_id = this_business() AND person_id = $1 AND type = 'order.paid'`,
        [person],
      ),
    );
    expect(paid.rowCount).toBe(1);
  });

  test('what is said of the deal itself on the way counts, and is undone with a move that is refused', async () => {
    const { id, person } = await deal({ step: 'agree', amount: null, expectedClose: null });
    const changes = { amount: 9_000_000, expectedClose: '2026-08-01' };
    expect((await move(id, 1, 'pay', { changes })).body.code).toBe('deal_evidence_missing');
    expect((await ask('GET', `/v1/sales/deals/${id}`)).body.deal).toMatchObject({
      amount: null,
      revision: 1,
    });
    await tell(person, 'wants.confirmed', { agreement: 'A-1', deal: String(id) });
    expect((await move(id, 1, 'pay', { changes })).body).toMatchObject({
      step: 'pay',
      ...changes,
      revision: 3,
    });
  });

  test('a card that is put onto a step after the sale wins it there', async () => {
    const { id, person } = await deal();
    await tell(person, 'order.paid', { order: 'D-2', amount: 10 });
    const moved = await move(id, 1, 'recommend', { reason: 'همان‌جا خرید' });
    expect(moved.body).toMatchObject({ state: 'won', step: 'recommend', amount: 5_000_000 });
  });

  test('is lost with a reason, opened again, and lost again: each told once', async () => {
    const { id, person } = await deal();
    await served.database.withBusiness(shop.id, (tx) =>
      planFollowUp(tx, shop, {
        person,
        deal: id,
        kind: 'call',
        due: TEST_NOW + DAY,
        wholeDay: true,
        about: 'زنگ',
        owner: mina,
        origin: 'staff',
        by: 'test',
        at: TEST_NOW,
      }),
    );
    expect((await ask('POST', `/v1/sales/deals/${id}/lose`, { reason: 'mood', revision: 1 })).body.code).toBe(
      'lost_reason_unknown',
    );
    const lost = await ask('POST', `/v1/sales/deals/${id}/lose`, {
      reason: 'price',
      note: 'ارزان‌تر پیدا کرد',
      revision: 1,
    });
    expect(lost.body).toMatchObject({ state: 'lost', lostReason: 'price', finishedAt: TEST_NOW });
    expect((await ask('GET', `/v1/sales/deals/${id}`)).body.next).toBeNull();
    expect((await move(id, 2, 'present')).body.code).toBe('deal_closed');
    const reopened = await ask('POST', `/v1/sales/deals/${id}/reopen`, { reason: 'برگشت', revision: 2 });
    expect(reopened.body).toMatchObject({ state: 'open', step: 'contact', lostReason: null, closedAt: null });
    expect((await ask('POST', `/v1/sales/deals/${id}/reopen`, { revision: 3 })).body.code).toBe(
      'deal_not_closed',
    );
    await ask('POST', `/v1/sales/deals/${id}/lose`, { reason: 'no-answer', revision: 3 });
    expect(await toldOf(id)).toEqual([
      'deal.lost lost-1',
      'deal.lost lost-2',
      'deal.opened opened',
      'deal.reopened reopened-2',
    ]);
    const { changes } = (await ask('GET', `/v1/sales/deals/${id}`)).body;
    expect(changes.map(({ what }: { what: string }) => what)).toEqual(['lost', 'reopened', 'lost', 'opened']);
  });

  test('what wins it from outside is not held up by what is missing, and does so once', async () => {
    const { id } = await deal();
    const win = () =>
      served.database.withBusiness(shop.id, (tx) =>
        winDeal(tx, shop, { deal: id, amount: 77, at: TEST_NOW, by: 'customer', key: 'agreement-1' }),
      );
    expect(await win()).toMatchObject({ ok: true, value: { state: 'won', amount: 77 } });
    expect(await win()).toMatchObject({ ok: true, value: { revision: 2 } });
    expect((await toldOf(id)).filter((told) => told.startsWith('deal.won'))).toEqual(['deal.won won-2']);
  });

  test('bad input is refused by name, and a repetition changes nothing', async () => {
    const person = await someone();
    const good = { person, title: 'الف', amount: null, products: [], owner: null, expectedClose: null };
    const codes = async (changes: object): Promise<string> =>
      (await ask('POST', '/v1/sales/deals', { ...good, ...changes })).body.code;
    expect(await codes({ person: 999_999 })).toBe('person_unknown');
    expect(await codes({ owner: 'nobody' })).toBe('owner_unknown');
    expect(await codes({ pipeline: 'other' })).toBe('pipeline_unknown');
    expect(await codes({ step: 'belongs' })).toBe('step_after_sale');
    expect(await codes({ step: 'nowhere' })).toBe('step_unknown');
    expect(await codes({ referrer: person })).toBe('referrer_is_person');
    for (const wrong of [
      { title: ' ' },
      { amount: -1 },
      { amount: 0.5 },
      { expectedClose: '1405/01/01' },
      { products: ['x'.repeat(201)] },
    ])
      expect((await ask('POST', '/v1/sales/deals', { ...good, ...wrong })).status).toBe(400);
    const key = { 'idempotency-key': 'open-once' };
    const [first, second] = [
      await ask('POST', '/v1/sales/deals', good, key),
      await ask('POST', '/v1/sales/deals', good, key),
    ];
    expect(second.body.id).toBe(first.body.id);
    expect((await move(first.body.id, 1, 'nowhere')).status).toBe(422);
    expect((await ask('GET', '/v1/sales/deals/987654')).status).toBe(404);
    expect((await ask('GET', '/v1/sales/deals?after=x')).body.code).toBe('page_unreadable');
    expect(
      (await ask('PATCH', `/v1/sales/deals/${first.body.id}`, { known: { nonsense: 1 }, revision: 1 })).body
        .code,
    ).toBe('deal_field_unknown');
    expect(
      (await ask('PATCH', `/v1/sales/deals/${first.body.id}`, { expectedClose: '2026-02-31', revision: 1 }))
        .status,
    ).toBe(400);
  });
});

describe('two sellers on one deal', () => {
  test('at the same moment: one of them has it, the other is told, and nothing is doubled', async () => {
    const { id } = await deal();
    const both = await Promise.all([
      move(id, 1, 'present', { reason: 'الف' }),
      move(id, 1, 'fears', { reason: 'ب' }),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('changed_meanwhile');
    expect((await toldOf(id)).length).toBe(2);
    const stays = (await ask('GET', `/v1/sales/deals/${id}`)).body.stays as { leftAt: number | null }[];
    expect(stays.filter(({ leftAt }) => leftAt === null).length).toBe(1);
  });

  test('what is changed keeps what it was before', async () => {
    const { id } = await deal();
    const changed = await ask('PATCH', `/v1/sales/deals/${id}`, {
      amount: 6_000_000,
      owner: reza,
      revision: 1,
    });
    expect(changed.body).toMatchObject({
      amount: 6_000_000,
      weight: 6_000_000,
      owner: reza,
      title: 'کفش کوه',
      revision: 2,
    });
    expect((await ask('PATCH', `/v1/sales/deals/${id}`, { title: 'دیگر', revision: 1 })).body.code).toBe(
      'changed_meanwhile',
    );
    expect(
      (await ask('PATCH', `/v1/sales/deals/${id}`, { amount: 6_000_000, revision: 2 })).body.revision,
    ).toBe(2);
    const page = (await ask('GET', `/v1/sales/deals/${id}`)).body;
    expect(page.changes.slice(0, 2)).toMatchObject([
      { what: 'owner', before: mina, after: reza },
      { what: 'amount', before: '5000000', after: '6000000' },
    ]);
    expect(page.owners.map(({ name }: { name: string }) => name)).toEqual(['mina', 'reza']);
  });
});

describe('a person merged in the middle of a deal', () => {
  test('keeps it, sees it once, and what is told of either counts', async () => {
    const loser = await deal();
    const winner = await deal();
    await served.database.withBusiness(shop.id, (tx) =>
      mergePeople(tx, shop, { loser: loser.person, winner: winner.person, by: 'test', reason: 'همان' }),
    );
    const listed = async (person: number) =>
      (await ask('GET', `/v1/sales/deals?person=${person}`)).body.deals.map(
        ({ id, person: who }: { id: number; person: number }) => [id, who],
      );
    const both = [
      [winner.id, winner.person],
      [loser.id, winner.person],
    ];
    expect(await listed(loser.person)).toEqual(both);
    expect(await listed(winner.person)).toEqual(both);
    await tell(winner.person, 'message.received');
    const moved = await move(loser.id, 1, 'present', { known: { interest: 'الف' } });
    expect(moved).toMatchObject({ status: 200, body: { person: winner.person } });
    const { rows } = await served.database.withBusiness(shop.id, (tx) =>
      tx.query<{ person_id: number }>(
        'SELECT person_id FROM deals WHERE business_id = this_business() AND deal_id = $1',
        [loser.id],
      ),
    );
    expect(rows).toEqual([{ person_id: loser.person }]);
  });
});

describe('a pipeline', () => {
  const definition = {
    ...SEVEN_STEPS,
    key: 'wholesale',
    name: { fa: 'عمده', en: 'Wholesale' },
    steps: [
      { key: 'first', name: { fa: 'نخست', en: 'First' }, asks: [] },
      { key: 'second', name: { fa: 'دوم', en: 'Second' }, asks: [] },
      { key: 'third', name: { fa: 'سوم', en: 'Third' }, asks: [] },
    ],
  };

  test('is changed while deals stand on it: renamed they stay, taken away they go where it says, by whoever was first', async () => {
    expect((await ask('GET', '/v1/sales/pipelines')).body.pipelines[0]).toMatchObject({ key: 'seven-steps' });
    expect((await ask('POST', '/v1/sales/pipelines', definition)).body).toMatchObject({
      revision: 1,
      position: 1,
    });
    expect((await ask('POST', '/v1/sales/pipelines', definition)).body.code).toBe('pipeline_key_taken');
    const here = await deal({ pipeline: 'wholesale', step: 'second' });
    const lost = await deal({ pipeline: 'wholesale', step: 'second' });
    await ask('POST', `/v1/sales/deals/${lost.id}/lose`, { reason: 'price', revision: 1 });

    const [first, second, third] = definition.steps;
    const renamed = { ...definition, steps: [first, { ...second, name: { fa: 'نو', en: 'New' } }, third] };
    const put = (body: object) => ask('PUT', '/v1/sales/pipelines/wholesale', body);
    expect((await put({ definition: renamed, revision: 1 })).body.revision).toBe(2);
    expect((await put({ definition: renamed, revision: 1 })).body.code).toBe('changed_meanwhile');
    expect((await ask('GET', `/v1/sales/deals/${here.id}`)).body).toMatchObject({
      step: 'second',
      deal: { revision: 1 },
    });

    const shorter = { ...renamed, steps: [third, first] };
    expect((await put({ definition: shorter, revision: 2 })).body.code).toBe('step_deals_go_nowhere');
    const taken = await put({ definition: shorter, into: { second: 'third' }, revision: 2 });
    expect(taken.body.definition.retired).toEqual([
      { key: 'second', name: { fa: 'نو', en: 'New' }, into: 'third' },
    ]);
    expect((await ask('GET', `/v1/sales/deals/${here.id}`)).body).toMatchObject({
      step: 'third',
      deal: { step: 'third', revision: 2 },
    });
    expect(await toldOf(here.id)).toEqual(['deal.moved moved-2', 'deal.opened opened']);
    // What was lost there comes back where the others went.
    const back = await ask('POST', `/v1/sales/deals/${lost.id}/reopen`, { revision: 2 });
    expect(back.body.step).toBe('third');
    const { versions, standing } = (await ask('GET', '/v1/sales/pipelines/wholesale/versions')).body;
    expect(versions.map(({ revision }: { revision: number }) => revision)).toEqual([3, 2, 1]);
    expect(standing).toEqual({ third: 2 });

    // Without steps after the sale a won deal is done at once.
    const won = await ask('POST', `/v1/sales/deals/${here.id}/win`, { amount: null, revision: 2 });
    expect(won.body).toMatchObject({ state: 'won', finishedAt: TEST_NOW, step: 'third' });
  });

  test('may be archived, which takes no deal away, and put before others', async () => {
    const added = await ask('POST', '/v1/sales/pipelines', { ...definition, key: 'online' });
    const { id } = await deal({ pipeline: 'online' });
    const { body } = await ask('PUT', '/v1/sales/pipelines/online', {
      definition: added.body.definition,
      archived: true,
      revision: 1,
    });
    expect(body.archivedAt).toBe(TEST_NOW);
    expect(
      (
        await ask('POST', '/v1/sales/deals', {
          person: await someone(),
          title: 'x',
          amount: null,
          products: [],
          owner: null,
          expectedClose: null,
          pipeline: 'online',
        })
      ).body.code,
    ).toBe('pipeline_archived');
    expect((await move(id, 1, 'second')).status).toBe(200);
    const ordered = await ask('PUT', '/v1/sales/pipeline-order', { keys: ['wholesale', 'seven-steps'] });
    expect(ordered.body.pipelines.map(({ key }: { key: string }) => key)).toEqual([
      'wholesale',
      'seven-steps',
      'online',
    ]);
    await ask('PUT', '/v1/sales/pipeline-order', { keys: ['seven-steps'] });
    expect((await ask('GET', '/v1/sales/board')).body.pipeline.key).toBe('seven-steps');
  });

  test('that loses a step while a deal walks onto it, loses no deal', async () => {
    const added = await ask('POST', '/v1/sales/pipelines', { ...definition, key: 'race' });
    const deals = await Promise.all(Array.from({ length: 6 }, () => deal({ pipeline: 'race' })));
    const { steps } = definition;
    const shorter = { ...added.body.definition, steps: steps.filter(({ key }) => key !== 'second') };
    const outcomes = await Promise.all([
      ...deals.slice(0, 3).map(({ id }) => move(id, 1, 'second')),
      ask('PUT', '/v1/sales/pipelines/race', { definition: shorter, into: { second: 'third' }, revision: 1 }),
      ...deals.slice(3).map(({ id }) => move(id, 1, 'second')),
    ]);
    expect(outcomes.every(({ status }) => status < 500)).toBe(true);
    const { columns } = (await ask('GET', '/v1/sales/board?pipeline=race')).body;
    expect(columns.reduce((sum: number, column: { deals: number }) => sum + column.deals, 0)).toBe(6);
  });
});

describe('the board and the list', () => {
  let board: {
    columns: {
      step: string;
      deals: number;
      amount: number;
      stalled: number;
      next: string | null;
      cards: { id: number; next: object | null; personName: string | null }[];
    }[];
  };

  test('give the sums of all deals, the first cards with what is next, and more of one step', async () => {
    await ask('POST', '/v1/sales/pipelines', { ...SEVEN_STEPS, key: 'board' });
    for (let index = 0; index < 7; index += 1) {
      served.clock.set(TEST_NOW + index);
      await deal({
        pipeline: 'board',
        step: index < 5 ? 'contact' : 'pay',
        amount: index === 0 ? null : 100,
        owner: index % 2 === 0 ? mina : null,
      });
    }
    served.clock.set(TEST_NOW);
    board = (await ask('GET', '/v1/sales/board?pipeline=board&cards=2')).body;
    expect(
      board.columns.map(({ step, deals, amount, cards, next }) => [
        step,
        deals,
        amount,
        cards.length,
        next !== null,
      ]),
    ).toEqual([
      ['contact', 5, 400, 2, true],
      ['present', 0, 0, 0, false],
      ['fears', 0, 0, 0, false],
      ['agree', 0, 0, 0, false],
      ['pay', 2, 200, 2, false],
      ['belongs', 0, 0, 0, false],
      ['recommend', 0, 0, 0, false],
    ]);
    const [contact] = board.columns;
    const seen = contact?.cards.map(({ id }) => id) ?? [];
    for (let after = contact?.next ?? null; after !== null; ) {
      const more = (await ask('GET', `/v1/sales/board/board/contact?cards=2&after=${after}`)).body;
      seen.push(...more.cards.map(({ id }: { id: number }) => id));
      after = more.next;
    }
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
    expect(seen.length).toBe(5);
  });

  test('can be narrowed by owner, by what is next and by the day it is to close', async () => {
    const sums = async (query: string): Promise<number> =>
      (await ask('GET', `/v1/sales/board?pipeline=board&${query}`)).body.columns.reduce(
        (sum: number, column: { deals: number }) => sum + column.deals,
        0,
      );
    const card = board.columns[0]?.cards[0];
    if (card === undefined) throw new Error('no card');
    await served.database.withBusiness(shop.id, async (tx) => {
      const found = await dealById(tx, card.id);
      if (found === null) throw new Error('no deal');
      return planFollowUp(tx, shop, {
        person: found.person,
        deal: card.id,
        kind: 'call',
        due: TEST_NOW + DAY,
        wholeDay: false,
        about: 'قیمت را بگو',
        owner: mina,
        origin: 'staff',
        by: 'test',
        at: TEST_NOW,
      });
    });
    await ask('PATCH', `/v1/sales/deals/${card.id}`, { title: 'بوت ۱۰۰% چرم', revision: 1 });
    expect(await sums(`search=${encodeURIComponent('بوت 100% چرم')}`)).toBe(1);
    expect(await sums(`search=${encodeURIComponent('كفش_كوه')}`)).toBe(0);
    expect(await sums(`search=${encodeURIComponent('كفش كوه')}`)).toBe(6);
    expect(await sums(`owner=${mina}`)).toBe(4);
    expect(await sums('owner=none')).toBe(3);
    expect(await sums('owner=me')).toBe(3);
    expect(await sums('withoutNext=true')).toBe(6);
    expect(await sums('stalled=true')).toBe(0);
    expect(await sums('closeTo=2026-06-30')).toBe(0);
    expect(await sums('closeFrom=2026-07-01&closeTo=2026-07-01')).toBe(7);
    const again = (await ask('GET', '/v1/sales/board?pipeline=board')).body.columns[0].cards;
    expect(again.find(({ id }: { id: number }) => id === card.id).next).toMatchObject({
      kind: 'call',
      about: 'قیمت را بگو',
      missed: false,
    });
  });

  test('the list has every deal once in each order', async () => {
    for (const order of ['newest', 'value', 'close']) {
      const seen: number[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const page = (
          await ask(
            'GET',
            `/v1/sales/deals?pipeline=board&order=${order}&limit=3${after === '' ? '' : `&after=${after}`}`,
          )
        ).body as {
          deals: { id: number }[];
          next: string | null;
        };
        seen.push(...page.deals.map(({ id }) => id));
        after = page.next;
      }
      expect([order, new Set(seen).size, seen.length]).toEqual([order, 7, 7]);
    }
  });
});

describe('deals that stand still', () => {
  test('are marked with the reason, shown, and no longer once something is next', async () => {
    await ask('POST', '/v1/sales/pipelines', { ...SEVEN_STEPS, key: 'still' });
    const { id, person } = await deal({ pipeline: 'still' });
    const mark = () => markStalledOf(served.database, served.clock, shop);
    await mark();
    const card = async () => (await ask('GET', '/v1/sales/board?pipeline=still')).body.columns[0];
    expect((await card()).stalled).toBe(0);
    served.clock.set(TEST_NOW + 2 * DAY);
    await mark();
    expect((await card()).cards[0]).toMatchObject({
      stalledFor: 'no-next-step',
      stalledAt: TEST_NOW + DAY,
      revision: 1,
    });
    expect(await mark()).toBe(0);
    const plan = {
      person,
      deal: id,
      kind: 'task',
      wholeDay: false,
      owner: mina,
      origin: 'staff',
      by: 'test',
      at: TEST_NOW,
    } as const;
    await served.database.withBusiness(shop.id, (tx) =>
      planFollowUp(tx, shop, { ...plan, due: TEST_NOW + 9 * DAY, about: 'نمونه' }),
    );
    expect((await card()).cards[0]).toMatchObject({ stalledFor: null, next: { about: 'نمونه' } });
    // Three working days are over then.
    served.clock.set(TEST_NOW + 9 * DAY);
    await mark();
    expect((await card()).cards[0]).toMatchObject({ stalledFor: 'overdue' });
    await move(id, 1, 'present', { reason: 'تازه' });
    expect((await ask('GET', `/v1/sales/deals/${id}`)).body.deal).toMatchObject({ stalledAt: null });
    served.clock.set(TEST_NOW + 15 * DAY);
    await mark();
    expect((await ask('GET', '/v1/sales/deals?pipeline=still&stalled=true')).body.deals).toMatchObject([
      { stalledFor: 'quiet' },
    ]);
    await tell(person, 'message.received');
    await mark();
    expect((await ask('GET', '/v1/sales/deals?pipeline=still&stalled=true')).body.deals).toEqual([]);
    served.clock.set(TEST_NOW);
  });
});

describe('a seller who leaves', () => {
  test('hands over everything open, and what is forgotten is seen', async () => {
    const sara = await seller('sara');
    const open = await deal({ owner: sara });
    const lost = await deal({ owner: sara });
    await ask('POST', `/v1/sales/deals/${lost.id}/lose`, { reason: 'price', revision: 1 });
    await served.database.withBusiness(shop.id, async (tx) => {
      await planFollowUp(tx, shop, {
        person: open.person,
        deal: open.id,
        kind: 'call',
        due: TEST_NOW + DAY,
        wholeDay: true,
        about: 'زنگ',
        owner: sara,
        origin: 'staff',
        by: 'test',
        at: TEST_NOW,
      });
      const members = await membersOf(tx);
      expect(members.map(({ id }) => id)).toContain(sara);
      return removeMember(tx, sara, new Set(scopes));
    });
    const load = async (id: string) =>
      (await ask('GET', '/v1/sales/loads')).body.loads.find(
        ({ owner }: { owner: { id: string } | null }) => owner?.id === id,
      );
    expect(await load(sara)).toMatchObject({
      owner: { name: 'sara', gone: true },
      deals: 1,
      leads: 0,
      followUps: 1,
    });
    expect(
      (await ask('GET', '/v1/sales/colleagues')).body.colleagues.map(({ name }: { name: string }) => name),
    ).not.toContain('sara');
    expect((await ask('PATCH', `/v1/sales/deals/${open.id}`, { title: 'هنوز', revision: 1 })).status).toBe(
      200,
    );
    expect((await ask('POST', '/v1/sales/hand-over', { from: sara, to: sara })).body.code).toBe(
      'hand_over_to_self',
    );
    expect((await ask('POST', '/v1/sales/hand-over', { from: mina, to: sara })).body.code).toBe(
      'owner_unknown',
    );
    const given = await ask('POST', '/v1/sales/hand-over', { from: sara, to: reza });
    expect(given.body).toEqual({ deals: 1, leads: 0, followUps: 1 });
    expect((await ask('POST', '/v1/sales/hand-over', { from: sara, to: reza })).body).toEqual({
      deals: 0,
      leads: 0,
      followUps: 0,
    });
    expect(await load(sara)).toBeUndefined();
    const page = (await ask('GET', `/v1/sales/deals/${open.id}`)).body;
    expect(page).toMatchObject({
      deal: { owner: reza, revision: 3 },
      changes: [{ what: 'owner', before: sara, after: reza }, {}, {}],
    });
    expect((await ask('GET', `/v1/sales/deals/${lost.id}`)).body.deal.owner).toBe(sara);
  });
});

test('another business sees none of it', async () => {
  const other = await served.business('elsewhere');
  const key = bearer(await served.key(other));
  const { id } = await deal();
  expect((await ask('GET', `/v1/sales/deals/${id}`, undefined, key)).status).toBe(404);
  expect((await ask('GET', '/v1/sales/deals', undefined, key)).body.deals).toEqual([]);
  const opened = await served.database.withBusiness(other.id, async (tx) =>
    openDeal(tx, other, {
      person: 1,
      title: 'x',
      amount: null,
      products: [],
      owner: mina,
      expectedClose: null,
      by: 'test',
      at: TEST_NOW,
    }),
  );
  expect(opened.ok).toBe(false);
});
