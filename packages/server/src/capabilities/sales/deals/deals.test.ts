import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bearer, TEST_NOW } from '../../../platform/http/testing.ts';
import { membersOf, removeMember } from '../../../platform/sign-in/index.ts';
import { scopes } from '../../../platform/http/index.ts';
import { mergePeople } from '../../people/index.ts';
import { planFollowUp } from '../follow-ups/planning.ts';
import { winDeal } from './moving.ts';
import { openDeal } from './opening.ts';
import { DAY, type DealingShop, dealingShop } from './testing-shop.ts';

let house: DealingShop;
let reza: string;
beforeAll(async () => {
  house = await dealingShop();
  reza = await house.seller('reza');
});
afterAll(() => house.served.close());

describe('a deal on its way', () => {
  test('needs what each step asks for, goes on without it only with a reason, and both are kept', async () => {
    const { id, person } = await house.deal();
    const refused = await house.move(id, 1, 'present');
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'deal_evidence_missing' },
    });

    await house.tell(person, 'contact.attempted', { outcome: 'answered', channel: 'phone' });
    const moved = await house.move(id, 1, 'present', { known: { interest: 'سفر نوروز' } });
    expect(moved).toMatchObject({ status: 200, body: { step: 'present', known: { interest: 'سفر نوروز' } } });
    const hurried = await house.move(id, 2, 'agree', { reason: 'مشتری قدیمی است' });
    expect(hurried).toMatchObject({ status: 200, body: { step: 'agree', revision: 3 } });
    // Back again asks for nothing.
    expect((await house.move(id, 3, 'fears')).body.step).toBe('fears');

    const page = (await house.ask('GET', `/v1/sales/deals/${id}`)).body;
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
    expect(await house.toldOf(id)).toEqual([
      'deal.moved moved-2',
      'deal.moved moved-3',
      'deal.moved moved-4',
      'deal.opened opened',
    ]);
  });

  test('is won onto the steps after the sale, and is done when those are', async () => {
    const { id, person } = await house.deal();
    expect((await house.move(id, 1, 'pay', { reason: 'خرید حضوری' })).status).toBe(200);
    expect(
      (await house.ask('POST', `/v1/sales/deals/${id}/win`, { amount: 4_800_000, revision: 2 })).body.code,
    ).toBe('deal_evidence_missing');
    await house.tell(person, 'order.paid', { order: 'D-1', amount: 4_800_000 });
    const won = await house.ask('POST', `/v1/sales/deals/${id}/win`, { amount: 4_800_000, revision: 2 });
    expect(won).toMatchObject({
      status: 200,
      body: { state: 'won', step: 'belongs', amount: 4_800_000, closedAt: TEST_NOW, finishedAt: null },
    });
    expect((await house.ask('POST', `/v1/sales/deals/${id}/win`, { amount: 1, revision: 3 })).body.code).toBe(
      'deal_won_already',
    );
    expect((await house.move(id, 3, 'pay')).body.code).toBe('deal_won_already');
    await house.tell(person, 'crosssell.suggested', { product: 'واکس', answer: 'taken' });
    expect((await house.move(id, 3, 'recommend')).status).toBe(200);
    expect((await house.ask('POST', `/v1/sales/deals/${id}/finish`, { revision: 4 })).body.code).toBe(
      'deal_evidence_missing',
    );
    await house.tell(person, 'recommendation.asked', { answer: 'yes' });
    expect((await house.ask('POST', `/v1/sales/deals/${id}/finish`, { revision: 4 })).body).toMatchObject({
      state: 'won',
      finishedAt: TEST_NOW,
    });
    expect(await house.toldOf(id)).toEqual([
      'deal.moved moved-2',
      'deal.moved moved-3',
      'deal.moved moved-4',
      'deal.opened opened',
      'deal.won won-3',
    ]);
    // The money was told once, by who took it.
    const paid = await house.served.database.withBusiness(house.shop.id, (tx) =>
      tx.query(
        `SELECT FROM facts WHERE business_id = this_business() AND person_id = $1 AND type = 'order.paid'`,
        [person],
      ),
    );
    expect(paid.rowCount).toBe(1);
  });

  test('what is said of the deal itself on the way counts, and is undone with a move that is refused', async () => {
    const { id, person } = await house.deal({ step: 'agree', amount: null, expectedClose: null });
    const changes = { amount: 9_000_000, expectedClose: '2026-08-01' };
    expect((await house.move(id, 1, 'pay', { changes })).body.code).toBe('deal_evidence_missing');
    expect((await house.ask('GET', `/v1/sales/deals/${id}`)).body.deal).toMatchObject({
      amount: null,
      revision: 1,
    });
    await house.tell(person, 'wants.confirmed', { agreement: 'A-1', deal: String(id) });
    expect((await house.move(id, 1, 'pay', { changes })).body).toMatchObject({
      step: 'pay',
      ...changes,
      revision: 3,
    });
  });

  test('a card that is put onto a step after the sale wins it there', async () => {
    const { id, person } = await house.deal();
    await house.tell(person, 'order.paid', { order: 'D-2', amount: 10 });
    const moved = await house.move(id, 1, 'recommend', { reason: 'همان‌جا خرید' });
    expect(moved.body).toMatchObject({ state: 'won', step: 'recommend', amount: 5_000_000 });
  });

  test('is lost with a reason, opened again, and lost again: each told once', async () => {
    const { id, person } = await house.deal();
    await house.served.database.withBusiness(house.shop.id, (tx) =>
      planFollowUp(tx, house.shop, {
        person,
        deal: id,
        kind: 'call',
        due: TEST_NOW + DAY,
        wholeDay: true,
        about: 'زنگ',
        owner: house.mina,
        origin: 'staff',
        by: 'test',
        at: TEST_NOW,
      }),
    );
    expect(
      (await house.ask('POST', `/v1/sales/deals/${id}/lose`, { reason: 'mood', revision: 1 })).body.code,
    ).toBe('lost_reason_unknown');
    const lost = await house.ask('POST', `/v1/sales/deals/${id}/lose`, {
      reason: 'price',
      note: 'ارزان‌تر پیدا کرد',
      revision: 1,
    });
    expect(lost.body).toMatchObject({ state: 'lost', lostReason: 'price', finishedAt: TEST_NOW });
    expect((await house.ask('GET', `/v1/sales/deals/${id}`)).body.next).toBeNull();
    expect((await house.move(id, 2, 'present')).body.code).toBe('deal_closed');
    const reopened = await house.ask('POST', `/v1/sales/deals/${id}/reopen`, {
      reason: 'برگشت',
      revision: 2,
    });
    expect(reopened.body).toMatchObject({ state: 'open', step: 'contact', lostReason: null, closedAt: null });
    expect((await house.ask('POST', `/v1/sales/deals/${id}/reopen`, { revision: 3 })).body.code).toBe(
      'deal_not_closed',
    );
    await house.ask('POST', `/v1/sales/deals/${id}/lose`, { reason: 'no-answer', revision: 3 });
    expect(await house.toldOf(id)).toEqual([
      'deal.lost lost-1',
      'deal.lost lost-2',
      'deal.opened opened',
      'deal.reopened reopened-2',
    ]);
    const { changes } = (await house.ask('GET', `/v1/sales/deals/${id}`)).body;
    expect(changes.map(({ what }: { what: string }) => what)).toEqual(['lost', 'reopened', 'lost', 'opened']);
  });

  test('what wins it from outside is not held up by what is missing, and does so once', async () => {
    const { id } = await house.deal();
    const win = () =>
      house.served.database.withBusiness(house.shop.id, (tx) =>
        winDeal(tx, house.shop, { deal: id, amount: 77, at: TEST_NOW, by: 'customer', key: 'agreement-1' }),
      );
    expect(await win()).toMatchObject({ ok: true, value: { state: 'won', amount: 77 } });
    expect(await win()).toMatchObject({ ok: true, value: { revision: 2 } });
    expect((await house.toldOf(id)).filter((told) => told.startsWith('deal.won'))).toEqual([
      'deal.won won-2',
    ]);
  });

  test('bad input is refused by name, and a repetition changes nothing', async () => {
    const person = await house.someone();
    const good = { person, title: 'الف', amount: null, products: [], owner: null, expectedClose: null };
    const codes = async (changes: object): Promise<string> =>
      (await house.ask('POST', '/v1/sales/deals', { ...good, ...changes })).body.code;
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
      expect((await house.ask('POST', '/v1/sales/deals', { ...good, ...wrong })).status).toBe(400);
    const key = { 'idempotency-key': 'open-once' };
    const [first, second] = [
      await house.ask('POST', '/v1/sales/deals', good, key),
      await house.ask('POST', '/v1/sales/deals', good, key),
    ];
    expect(second.body.id).toBe(first.body.id);
    expect((await house.move(first.body.id, 1, 'nowhere')).status).toBe(422);
    expect((await house.ask('GET', '/v1/sales/deals/987654')).status).toBe(404);
    expect((await house.ask('GET', '/v1/sales/deals?after=x')).body.code).toBe('page_unreadable');
    expect(
      (await house.ask('PATCH', `/v1/sales/deals/${first.body.id}`, { known: { nonsense: 1 }, revision: 1 }))
        .body.code,
    ).toBe('deal_field_unknown');
    expect(
      (
        await house.ask('PATCH', `/v1/sales/deals/${first.body.id}`, {
          expectedClose: '2026-02-31',
          revision: 1,
        })
      ).status,
    ).toBe(400);
  });
});

describe('two sellers on one deal', () => {
  test('at the same moment: one of them has it, the other is told, and nothing is doubled', async () => {
    const { id } = await house.deal();
    const both = await Promise.all([
      house.move(id, 1, 'present', { reason: 'الف' }),
      house.move(id, 1, 'fears', { reason: 'ب' }),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('changed_meanwhile');
    expect((await house.toldOf(id)).length).toBe(2);
    const stays = (await house.ask('GET', `/v1/sales/deals/${id}`)).body.stays as { leftAt: number | null }[];
    expect(stays.filter(({ leftAt }) => leftAt === null).length).toBe(1);
  });

  test('what is changed keeps what it was before', async () => {
    const { id } = await house.deal();
    const changed = await house.ask('PATCH', `/v1/sales/deals/${id}`, {
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
    expect(
      (await house.ask('PATCH', `/v1/sales/deals/${id}`, { title: 'دیگر', revision: 1 })).body.code,
    ).toBe('changed_meanwhile');
    expect(
      (await house.ask('PATCH', `/v1/sales/deals/${id}`, { amount: 6_000_000, revision: 2 })).body.revision,
    ).toBe(2);
    const page = (await house.ask('GET', `/v1/sales/deals/${id}`)).body;
    expect(page.changes.slice(0, 2)).toMatchObject([
      { what: 'owner', before: house.mina, after: reza },
      { what: 'amount', before: '5000000', after: '6000000' },
    ]);
    expect(page.owners.map(({ name }: { name: string }) => name)).toEqual(['mina', 'reza']);
  });
});

describe('a person merged in the middle of a deal', () => {
  test('keeps it, sees it once, and what is told of either counts', async () => {
    const loser = await house.deal();
    const winner = await house.deal();
    await house.served.database.withBusiness(house.shop.id, (tx) =>
      mergePeople(tx, house.shop, { loser: loser.person, winner: winner.person, by: 'test', reason: 'همان' }),
    );
    const listed = async (person: number) =>
      (await house.ask('GET', `/v1/sales/deals?person=${person}`)).body.deals.map(
        ({ id, person: who }: { id: number; person: number }) => [id, who],
      );
    const both = [
      [winner.id, winner.person],
      [loser.id, winner.person],
    ];
    expect(await listed(loser.person)).toEqual(both);
    expect(await listed(winner.person)).toEqual(both);
    await house.tell(winner.person, 'message.received');
    const moved = await house.move(loser.id, 1, 'present', { known: { interest: 'الف' } });
    expect(moved).toMatchObject({ status: 200, body: { person: winner.person } });
    const { rows } = await house.served.database.withBusiness(house.shop.id, (tx) =>
      tx.query<{ person_id: number }>(
        'SELECT person_id FROM deals WHERE business_id = this_business() AND deal_id = $1',
        [loser.id],
      ),
    );
    expect(rows).toEqual([{ person_id: loser.person }]);
  });
});

describe('a seller who leaves', () => {
  test('hands over everything open, and what is forgotten is seen', async () => {
    const sara = await house.seller('sara');
    const open = await house.deal({ owner: sara });
    const lost = await house.deal({ owner: sara });
    await house.ask('POST', `/v1/sales/deals/${lost.id}/lose`, { reason: 'price', revision: 1 });
    await house.served.database.withBusiness(house.shop.id, async (tx) => {
      await planFollowUp(tx, house.shop, {
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
      (await house.ask('GET', '/v1/sales/loads')).body.loads.find(
        ({ owner }: { owner: { id: string } | null }) => owner?.id === id,
      );
    expect(await load(sara)).toMatchObject({
      owner: { name: 'sara', gone: true },
      deals: 1,
      leads: 0,
      followUps: 1,
    });
    expect(
      (await house.ask('GET', '/v1/sales/colleagues')).body.colleagues.map(
        ({ name }: { name: string }) => name,
      ),
    ).not.toContain('sara');
    expect(
      (await house.ask('PATCH', `/v1/sales/deals/${open.id}`, { title: 'هنوز', revision: 1 })).status,
    ).toBe(200);
    expect((await house.ask('POST', '/v1/sales/hand-over', { from: sara, to: sara })).body.code).toBe(
      'hand_over_to_self',
    );
    expect((await house.ask('POST', '/v1/sales/hand-over', { from: house.mina, to: sara })).body.code).toBe(
      'owner_unknown',
    );
    const given = await house.ask('POST', '/v1/sales/hand-over', { from: sara, to: reza });
    expect(given.body).toEqual({ deals: 1, leads: 0, followUps: 1 });
    expect((await house.ask('POST', '/v1/sales/hand-over', { from: sara, to: reza })).body).toEqual({
      deals: 0,
      leads: 0,
      followUps: 0,
    });
    expect(await load(sara)).toBeUndefined();
    const page = (await house.ask('GET', `/v1/sales/deals/${open.id}`)).body;
    expect(page).toMatchObject({
      deal: { owner: reza, revision: 3 },
      changes: [{ what: 'owner', before: sara, after: reza }, {}, {}],
    });
    expect((await house.ask('GET', `/v1/sales/deals/${lost.id}`)).body.deal.owner).toBe(sara);
  });
});

test('another business sees none of it', async () => {
  const other = await house.served.business('elsewhere');
  const key = bearer(await house.served.key(other));
  const { id } = await house.deal();
  expect((await house.ask('GET', `/v1/sales/deals/${id}`, undefined, key)).status).toBe(404);
  expect((await house.ask('GET', '/v1/sales/deals', undefined, key)).body.deals).toEqual([]);
  const opened = await house.served.database.withBusiness(other.id, async (tx) =>
    openDeal(tx, other, {
      person: 1,
      title: 'x',
      amount: null,
      products: [],
      owner: house.mina,
      expectedClose: null,
      by: 'test',
      at: TEST_NOW,
    }),
  );
  expect(opened.ok).toBe(false);
});
