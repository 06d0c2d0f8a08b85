import { afterAll, beforeAll, expect, test } from 'vitest';
import { release } from '../../programme/index.ts';
import { openTillShop, type Reply, type TillShop } from '../testing-shop.ts';

interface QuoteBody {
  readonly id: number | null;
  readonly until: number;
  readonly person: number | null;
  readonly proof: { readonly of: string[] } | null;
  readonly priced: {
    readonly gross: number;
    readonly discount: number;
    readonly net: number;
    readonly due: number;
    readonly byWallets: number;
    readonly byGiftCards: number;
    readonly earned: readonly { rule: string; points: number }[];
    readonly decisions: readonly { source: string; outcome: string; reasons: { code: string }[] }[];
    readonly payments: readonly { source: string; outcome: string; reasons: { code: string }[] }[];
  };
  readonly code?: string;
}
interface OrderBody {
  readonly number: string;
  readonly state: string;
  readonly due: number;
  readonly code?: string;
}
interface ReturnedBody {
  readonly money: number;
  readonly state: string;
  readonly restored: readonly { wallet: string; units: number; expired: number }[];
  readonly reversed: readonly { rule: string; units: number; debt: number; writtenOff: number }[];
  readonly code?: string;
}

let shop: TillShop;
let mobile = 0;
const nextMobile = (): string => `+98912${String(1_000_000 + ++mobile)}`;

beforeAll(async () => {
  shop = await openTillShop();
});
afterAll(async () => {
  const left = await shop.differences();
  await shop.close();
  expect(left).toEqual([]);
});

const basket = (...lines: readonly (readonly [item: string, quantity: number, unitPrice: number])[]) => ({
  lines: lines.map(([item, quantity, unitPrice]) => ({ item, quantity, unitPrice })),
});
const quote = (body: object): Promise<Reply<QuoteBody>> => shop.ask('POST', '/v1/till/quotes', body);
const commit = (id: number | null, body: object): Promise<Reply<OrderBody>> =>
  shop.ask('POST', `/v1/till/quotes/${id}/commit`, body);
async function sell(body: object, told: object = {}): Promise<OrderBody> {
  const quoted = await quote(body);
  expect(quoted.status, JSON.stringify(quoted.body)).toBe(201);
  const sold = await commit(quoted.body.id, { paid: quoted.body.priced.due, ...told });
  expect(sold.status, JSON.stringify(sold.body)).toBe(201);
  return sold.body;
}
async function balance(
  person: number,
  wallet = 'points',
): Promise<{ available: number; held: number; debt: number }> {
  const found = await shop.ask<{
    people: { id: number; balances: { wallet: string; available: number; held: number; debt: number }[] }[];
  }>('POST', '/v1/till/find', { text: await mobileOf(person) });
  const one = found.body.people
    .find(({ id }) => id === person)
    ?.balances.find((row) => row.wallet === wallet);
  return { available: one?.available ?? 0, held: one?.held ?? 0, debt: one?.debt ?? 0 };
}
const mobiles = new Map<number, string>();
const mobileOf = async (person: number): Promise<string> => mobiles.get(person) ?? '';
async function customer(points = 0): Promise<number> {
  const number = nextMobile();
  const person = await shop.person(number);
  mobiles.set(person, number);
  if (points > 0) await shop.give(person, 'points', points);
  return person;
}

test('buy, earn, return: the points that were earned leave, and doing it again and again gains nothing', async () => {
  const person = await customer();
  for (let round = 0; round < 3; round++) {
    const order = await sell({ person, basket: basket(['tea', 3, 50_000]) });
    expect((await balance(person)).available).toBe(15);
    const back = await shop.ask<ReturnedBody>('POST', `/v1/till/orders/${order.number}/cancel`, {});
    expect(back.status, JSON.stringify(back.body)).toBe(201);
    expect(back.body.money).toBe(150_000);
    expect((await balance(person)).available).toBe(0);
  }
});

test('a partial return takes the proportional points back, and all returns together exactly all of it', async () => {
  const person = await customer();
  const order = await sell({ person, basket: basket(['a', 3, 33_333], ['b', 1, 10_000]) });
  const start = (await balance(person)).available;
  expect(start).toBe(10);
  let money = 0;
  for (const lines of [
    [{ line: 0, quantity: 1 }],
    [{ line: 0, quantity: 1 }],
    [
      { line: 0, quantity: 1 },
      { line: 1, quantity: 1 },
    ],
  ]) {
    const back = await shop.ask<ReturnedBody>('POST', `/v1/till/orders/${order.number}/returns`, { lines });
    expect(back.status, JSON.stringify(back.body)).toBe(201);
    money += back.body.money;
  }
  expect(money).toBe(109_999);
  expect((await balance(person)).available).toBe(0);
  const state = await shop.ask<OrderBody>('GET', `/v1/till/orders/${order.number}`);
  expect(state.body.state).toBe('returned');
});

test('a refund gives spent points back to where they came from and does not charge them a second time', async () => {
  const person = await customer(500);
  const order = await sell({
    person,
    basket: basket(['a', 2, 50_000]),
    use: [{ wallet: 'points', units: 400 }],
  });
  expect(order.due).toBe(60_000);
  // Nothing is earned on what points paid for.
  expect((await balance(person)).available).toBe(106);
  const preview = await shop.ask<ReturnedBody>('POST', `/v1/till/orders/${order.number}/returns`, {
    lines: [{ line: 0, quantity: 1 }],
    dry_run: true,
  });
  expect(preview.status).toBe(200);
  expect((await balance(person)).available).toBe(106);
  const back = await shop.ask<ReturnedBody>('POST', `/v1/till/orders/${order.number}/returns`, {
    lines: [{ line: 0, quantity: 1 }],
  });
  expect(back.body).toEqual(preview.body);
  expect(back.body.money).toBe(30_000);
  expect((await balance(person)).available).toBe(106 + 200 - 3);
  await shop.ask('POST', `/v1/till/orders/${order.number}/cancel`, {});
  expect((await balance(person)).available).toBe(500);
});

test('points used are what the customer chooses and never more than the order is worth', async () => {
  const person = await customer(10_000);
  const all = await quote({
    person,
    dry_run: true,
    basket: basket(['a', 1, 20_000]),
    use: [{ wallet: 'points', units: 9_999 }],
  });
  expect(all.body.priced.due).toBe(0);
  expect(all.body.priced.byWallets).toBe(20_000);
  const some = await quote({
    person,
    dry_run: true,
    basket: basket(['a', 1, 20_000]),
    use: [{ wallet: 'points', units: 7 }],
  });
  expect(some.body.priced.byWallets).toBe(700);
  const none = await quote({ person, dry_run: true, basket: basket(['a', 1, 20_000]) });
  expect(none.body.priced.byWallets).toBe(0);
  expect((await balance(person)).held).toBe(0);
});

test('a claw-back works although the balance is too small, and the debt is told', async () => {
  const person = await customer();
  const order = await sell({ person, basket: basket(['a', 1, 1_000_000]) });
  await sell({ person, basket: basket(['b', 1, 10_000]), use: [{ wallet: 'points', units: 100 }] });
  const back = await shop.ask<ReturnedBody>('POST', `/v1/till/orders/${order.number}/cancel`, {});
  expect(back.body.reversed).toMatchObject([{ units: 100, debt: 100 }]);
  expect((await balance(person)).debt).toBe(100);
  await shop.give(person, 'points', 130);
  expect(await balance(person)).toMatchObject({ available: 30, debt: 0 });
});

test('points that have expired stay expired when what they paid for comes back', async () => {
  const person = await customer();
  const { clock } = shop.served;
  const now = clock.now();
  await shop.give(person, 'points', 100, now + 60_000);
  const order = await sell({
    person,
    basket: basket(['a', 1, 10_000]),
    use: [{ wallet: 'points', units: 100 }],
  });
  clock.set(now + 3_600_000);
  const back = await shop.ask<ReturnedBody>('POST', `/v1/till/orders/${order.number}/cancel`, {});
  expect(back.body.restored).toEqual([{ wallet: 'points', units: 100, expired: 100 }]);
  expect((await balance(person)).available).toBe(0);
});

test('a retry earns once: the same commit again answers the same, with the key or without', async () => {
  const person = await customer();
  const quoted = await quote({ person, basket: basket(['a', 1, 100_000]), order: 'retry-1' });
  const body = { paid: 100_000 };
  const first = await shop.ask<OrderBody>('POST', `/v1/till/quotes/${quoted.body.id}/commit`, body, {
    'idempotency-key': 'k1',
  });
  const replay = await shop.ask<OrderBody>('POST', `/v1/till/quotes/${quoted.body.id}/commit`, body, {
    'idempotency-key': 'k1',
  });
  const again = await commit(quoted.body.id, body);
  expect(replay.headers['idempotent-replayed']).toBe('true');
  expect(replay.body).toEqual(first.body);
  expect(again.body).toEqual(first.body);
  expect((await balance(person)).available).toBe(10);
  const other = await commit(quoted.body.id, { paid: 1 });
  expect(other).toMatchObject({ status: 422, body: { code: 'paid_differs' } });
});

test('a repetition answers what was answered, whatever has become of the quote and the order since', async () => {
  const person = await customer(100);
  const asked = {
    person,
    basket: basket(['a', 2, 50_000]),
    order: 'repeat-1',
    use: [{ wallet: 'points', units: 100 }],
  };
  const ask = (path: string, body: object, key: string) =>
    shop.ask<QuoteBody & OrderBody>('POST', `/v1/till/${path}`, body, { 'idempotency-key': key });
  const quoted = await ask('quotes', asked, 'q1');
  const committing = `quotes/${quoted.body.id}/commit`;
  const sold = await ask(committing, { paid: 90_000 }, 'c1');
  expect([quoted.status, sold.status]).toEqual([201, 201]);
  const back = await ask('orders/repeat-1/returns', { lines: [{ line: 0, quantity: 1 }] }, 'r1');
  expect(back.status).toBe(201);
  // Made before, and now with a piece that came back.
  const later = await ask(committing, { paid: 90_000 }, 'c2');
  expect(later.body.state).toBe('partially_returned');
  const cancelled = await ask('orders/repeat-1/cancel', {}, 'x1');
  expect(cancelled.status).toBe(201);
  for (const [first, again] of [
    [quoted, await ask('quotes', asked, 'q1')],
    [sold, await ask(committing, { paid: 90_000 }, 'c1')],
    [later, await ask(committing, { paid: 90_000 }, 'c2')],
  ] as const) {
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.status).toBe(first.status);
    expect(again.body).toEqual(first.body);
  }
  const other = await ask('quotes', { ...asked, order: 'repeat-2' }, 'q1');
  expect(other.body.code).toBe('idempotency_key_reuse');
});

test('two tills hold the same points: one has them, the other sees that they are held', async () => {
  const person = await customer(100);
  const asked = { person, basket: basket(['a', 1, 10_000]), use: [{ wallet: 'points', units: 100 }] };
  const one = await quote(asked);
  const other = await quote(asked);
  expect(one.body.priced.byWallets).toBe(10_000);
  expect(other.body.priced.byWallets).toBe(0);
  expect(other.body.priced.payments).toMatchObject([{ source: 'wallet:points', outcome: 'skipped' }]);
  await shop.ask('DELETE', `/v1/till/quotes/${one.body.id}`);
  expect((await quote({ ...asked, dry_run: true })).body.priced.byWallets).toBe(10_000);
  await shop.ask('DELETE', `/v1/till/quotes/${other.body.id}`);
});

test('a quote that nothing is kept aside for any more is refused, and nothing of it is posted', async () => {
  const person = await customer(100);
  const body = { person, basket: basket(['a', 1, 50_000]), use: [{ wallet: 'points', units: 100 }] };
  const quoted = await quote({ ...body, order: 'let-go' });
  const { database } = shop.served;
  await database.withBusiness(shop.business.id, async (tx) => {
    const { rows } = await tx.query<{ hold: number }>(
      'SELECT hold_id AS hold FROM till_quotes WHERE business_id = this_business() AND quote_id = $1',
      [quoted.body.id],
    );
    await release(tx, rows[0]?.hold ?? 0);
  });
  const before = await balance(person);
  const refused = await commit(quoted.body.id, { paid: quoted.body.priced.due });
  expect([refused.status, refused.body.code]).toEqual([409, 'hold_released']);
  expect(await balance(person)).toEqual(before);
  expect((await shop.ask<OrderBody>('GET', '/v1/till/orders/let-go')).body.state).toBe('open');
});

test('a quote that is over is refused, with what it would come to now, and a fresh one takes its place', async () => {
  const person = await customer(100);
  const { clock } = shop.served;
  const asked = { person, basket: basket(['a', 1, 30_000]), use: [{ wallet: 'points', units: 100 }] };
  const quoted = await quote(asked);
  clock.set(clock.now() + 16 * 60_000);
  const late = await commit(quoted.body.id, { paid: 20_000 });
  expect(late).toMatchObject({
    status: 409,
    body: { code: 'quote_expired', values: { due: 20_000, dueNow: 20_000 } },
  });
  const fresh = await shop.ask<QuoteBody>('POST', `/v1/till/quotes/${quoted.body.id}/again`, {});
  expect(fresh.status, JSON.stringify(fresh.body)).toBe(201);
  expect((await commit(fresh.body.id, { paid: 20_000 })).status).toBe(201);
  expect((await balance(person)).available).toBe(2);
});

test('a quote committed after its prices changed is refused; a change that makes no difference to it is none', async () => {
  const person = await customer();
  // Who has bought nothing yet is kept from a discount that could become a habit.
  await sell({ person, basket: basket(['first', 1, 10_000]) });
  const asked = { person, basket: basket(['change', 1, 100_000]) };
  const before = await quote(asked);
  const offer = {
    key: 'ten-off',
    name: { fa: 'ده درصد', en: 'Ten per cent' },
    for: {},
    gives: { kind: 'percent', share: 1000 },
    on: { items: { only: ['change'] } },
    when: { zone: 'Asia/Tehran' },
    by: 'itself',
    announcement: 'private',
    stacking: { exclusive: false, order: 1 },
    newcomers: true,
  };
  const made = await shop.ask<{ revision: number }>('POST', '/v1/club/offers', offer);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const unmoved = await quote({ person, basket: basket(['other', 1, 100_000]) });
  const begun = await shop.ask('PUT', '/v1/club/offers/ten-off/state', { state: 'active', revision: 1 });
  expect(begun.status, JSON.stringify(begun.body)).toBe(200);
  expect(await commit(before.body.id, { paid: 100_000 })).toMatchObject({
    status: 409,
    body: { code: 'quote_prices_changed', values: { due: 100_000, dueNow: 90_000 } },
  });
  expect((await commit(unmoved.body.id, { paid: 100_000 })).status).toBe(201);
  const gone = await shop.ask('PUT', '/v1/club/offers/ten-off/state', { state: 'archived', revision: 2 });
  expect(gone.status, JSON.stringify(gone.body)).toBe(200);
});

test('an offer that is held back says why, its budget is used at the commit and given back at the return', async () => {
  const person = await customer();
  const offer = {
    key: 'thanks',
    name: { fa: 'سپاس', en: 'Thanks' },
    thanks: { fa: 'سپاس از همراهی شما', en: 'Thank you for staying with us' },
    for: { chosen: true },
    gives: { kind: 'percent', share: 1000 },
    when: { zone: 'Asia/Tehran' },
    by: 'itself',
    announcement: 'private',
    stacking: { exclusive: false, order: 1 },
    newcomers: true,
    budget: 25_000,
  };
  await shop.ask('POST', '/v1/club/offers', offer);
  await shop.ask('PUT', '/v1/club/offers/thanks/state', { state: 'active', revision: 1 });
  const stranger = await quote({ person, dry_run: true, basket: basket(['x', 1, 100_000]) });
  expect(stranger.body.priced.decisions).toContainEqual(
    expect.objectContaining({
      source: 'offer:thanks',
      outcome: 'skipped',
      reasons: [{ code: 'not_chosen' }],
    }),
  );
  await sell({ person, basket: basket(['first', 1, 10]) });
  await shop.ask('POST', '/v1/club/offers/thanks/people', { add: [person] });
  const first = await sell({ person, basket: basket(['x', 1, 100_000]) });
  expect(first.due).toBe(90_000);
  const used = async (): Promise<number | undefined> => {
    const budgets = await shop.ask<{ budgets: { offer: string | null; counts: string; used: number }[] }>(
      'GET',
      '/v1/club/budgets',
    );
    return budgets.body.budgets.find((one) => one.offer === 'thanks' && one.counts === 'money')?.used;
  };
  expect(await used()).toBe(10_000);
  await sell({ person, basket: basket(['x', 1, 100_000]) });
  const trimmed = await quote({ person, dry_run: true, basket: basket(['x', 1, 100_000]) });
  expect(trimmed.body.priced.discount).toBe(5_000);
  expect(trimmed.body.priced.decisions[0]?.outcome).toBe('trimmed');
  await shop.ask('POST', `/v1/till/orders/${first.number}/cancel`, {});
  expect(await used()).toBe(10_000);
  const again = await quote({ person, dry_run: true, basket: basket(['x', 1, 100_000]) });
  expect(again.body.priced.discount).toBe(10_000);
});

test('redeeming at the till asks for proof of who it is, and a code on their own phone is one', async () => {
  const person = await customer();
  await shop.give(person, 'credit', 50_000);
  const asked = { basket: basket(['a', 1, 100_000]), use: [{ wallet: 'credit', units: 50_000 }] };
  const quoted = await quote({ person, ...asked });
  expect(quoted.body.proof).toEqual({ of: ['wallet:credit'] });
  expect(await commit(quoted.body.id, { paid: 50_000 })).toMatchObject({
    status: 409,
    body: { code: 'proof_needed' },
  });
  await shop.ask('DELETE', `/v1/till/quotes/${quoted.body.id}`);
  const { memberCodeOf } = await import('./member-code.ts');
  const { database, clock } = shop.served;
  const shown = await database.withBusiness(shop.business.id, (tx) => memberCodeOf(tx, person, clock.now()));
  const proven = await quote({ memberCode: shown.code, ...asked });
  expect(proven.body).toMatchObject({ person, proof: null });
  expect((await commit(proven.body.id, { paid: 50_000 })).status).toBe(201);
  clock.set(shown.until + 1);
  expect(await quote({ memberCode: shown.code, ...asked })).toMatchObject({
    status: 422,
    body: { code: 'member_code_wrong' },
  });
});

test('a refund restores what a gift card paid, and a card of nothing spends nothing', async () => {
  const card = await shop.giftCard(80_000);
  const order = await sell({ basket: basket(['a', 4, 30_000]), giftCards: [{ code: card.code }] });
  expect(order.due).toBe(40_000);
  const empty = await quote({
    dry_run: true,
    basket: basket(['a', 1, 30_000]),
    giftCards: [{ code: card.code }],
  });
  expect(empty.body.priced).toMatchObject({
    due: 30_000,
    byGiftCards: 0,
    payments: [{ outcome: 'skipped' }],
  });
  const back = await shop.ask<ReturnedBody>('POST', `/v1/till/orders/${order.number}/returns`, {
    lines: [{ line: 0, quantity: 2 }],
  });
  expect(back.body.money).toBe(20_000);
  const again = await quote({
    dry_run: true,
    basket: basket(['a', 2, 30_000]),
    giftCards: [{ code: card.code }],
  });
  expect(again.body.priced.byGiftCards).toBe(40_000);
});

test('100 % off is exactly nothing to pay, and nothing is earned on it', async () => {
  const person = await customer(3_333);
  const quoted = await quote({
    person,
    dry_run: true,
    basket: basket(['a', 3, 111_100]),
    use: [{ wallet: 'points', units: 3_333 }],
  });
  expect(quoted.body.priced).toMatchObject({ gross: 333_300, due: 0, net: 333_300, earned: [] });
});

test('one who is unknown is entered and joins when the cashier says so', async () => {
  const unknown = nextMobile();
  const asked = { identifier: unknown.replace('+98', '۰'), basket: basket(['a', 1, 50_000]) };
  expect(await quote(asked)).toMatchObject({ status: 404, body: { code: 'person_unknown' } });
  const look = await quote({ ...asked, newcomer: {}, dry_run: true });
  expect(look).toMatchObject({ status: 200, body: { person: null } });
  const quoted = await quote({ ...asked, newcomer: { name: 'مینا' } });
  expect(quoted.status, JSON.stringify(quoted.body)).toBe(201);
  await commit(quoted.body.id, { paid: 50_000 });
  const found = await shop.ask<{ people: { id: number; name: string; balances: { available: number }[] }[] }>(
    'POST',
    '/v1/till/find',
    { text: unknown },
  );
  expect(found.body.people).toMatchObject([{ name: 'مینا', balances: [{ available: 5 }] }]);
});

test('bad input is a refusal or a reason, and never a fault of the server', async () => {
  const person = await customer(10);
  const good = basket(['a', 1, 10_000]);
  const many = { lines: Array.from({ length: 501 }, () => ({ item: 'a', quantity: 1, unitPrice: 1 })) };
  const bad: readonly (readonly [body: object, status: number, code: string | null])[] = [
    [{ basket: basket(['a', -1, 10]) }, 400, 'input_invalid'],
    [{ basket: basket(['a', 0, 10]) }, 400, 'input_invalid'],
    [{ basket: basket(['a', 1.5, 10]) }, 400, 'input_invalid'],
    [{ basket: basket(['a', 1e9, 10]) }, 400, 'input_invalid'],
    [{ basket: basket(['a', 1, -10]) }, 400, 'input_invalid'],
    [{ basket: basket(['a', 1_000_000, 1e15]) }, 422, 'basket_too_large'],
    [{ basket: many }, 400, null],
    [{ basket: { lines: [] } }, 400, null],
    [{ basket: { lines: [{ item: 'a', quantity: 1, unitPrice: 10, tax: 11 }] } }, 422, 'line_tax_too_large'],
    [{ basket: good, currency: 'USD' }, 422, 'basket_currency_differs'],
    [{ basket: good, currency: 'toman' }, 400, 'input_invalid'],
    [{ basket: good, person: 999_999_999 }, 404, 'person_unknown'],
    [{ basket: good, person, identifier: '0912' }, 422, 'who_named_twice'],
    [{ basket: good, memberCode: 'M1-00' }, 422, 'member_code_wrong'],
    [{ basket: good, now: 1 }, 422, 'now_needs_dry_run'],
    [{ basket: good, until: 1 }, 422, 'until_invalid'],
    [{ basket: good, person, use: [{ wallet: 'points', units: -1 }] }, 400, 'input_invalid'],
    [
      {
        basket: good,
        person,
        use: [
          { wallet: 'points', units: 1 },
          { wallet: 'points', units: 1 },
        ],
      },
      422,
      'named_twice',
    ],
    [{ basket: good, order: 'a b' }, 400, 'input_invalid'],
    [{ basket: good, unknown: true }, 400, 'input_unexpected'],
    // What cannot be honoured is a reason, and the rest of the basket is priced.
    [{ basket: basket(['free', 1, 0]) }, 201, null],
    [{ basket: basket(['never-seen-before', 1, 10]) }, 201, null],
    [{ basket: good, codes: ['NOSUCHCODE', 'x'] }, 201, null],
    [{ basket: good, giftCards: [{ code: 'ABCD-EFGH-JKLM-NPQR' }] }, 201, null],
    [{ basket: good, person, use: [{ wallet: 'gone', units: 5 }] }, 201, null],
    [{ basket: good, person, use: [{ wallet: 'points', units: 1e15 }] }, 201, null],
    [{ basket: good, person, rewards: [{ reward: 'no-such-reward' }] }, 201, null],
    [{ basket: good, person, offers: ['no-such-offer'] }, 201, null],
  ];
  for (const [body, status, code] of bad) {
    const answer = await quote(body);
    expect(
      answer.status,
      `${JSON.stringify(body).slice(0, 200)} → ${JSON.stringify(answer.body).slice(0, 300)}`,
    ).toBe(status);
    if (code !== null) expect(answer.body.code).toBe(code);
    if (answer.status === 201) await shop.ask('DELETE', `/v1/till/quotes/${answer.body.id}`);
  }
  expect(await commit(999_999, { paid: 1 })).toMatchObject({ status: 404, body: { code: 'quote_unknown' } });
  expect(await shop.ask('GET', '/v1/till/orders/no-such')).toMatchObject({ status: 404 });
  expect(await shop.ask('POST', '/v1/till/orders/no-such/cancel', {})).toMatchObject({ status: 404 });
  const order = await sell({ person, basket: good });
  for (const lines of [[{ line: 7, quantity: 1 }], [{ line: 0, quantity: 2 }]])
    expect((await shop.ask('POST', `/v1/till/orders/${order.number}/returns`, { lines })).status).toBe(422);
});

test('the clock of a till may be a little wrong, and no more', async () => {
  const { clock } = shop.served;
  const now = clock.now();
  const quoted = await quote({ basket: basket(['a', 1, 10_000]) });
  const wrong = [now + 3_600_000, now - 3 * 86_400_000, 0];
  for (const at of wrong)
    expect(await commit(quoted.body.id, { paid: 10_000, at })).toMatchObject({
      status: 422,
      body: { code: 'till_clock_wrong' },
    });
  expect(await commit(quoted.body.id, { paid: 10_000, at: now + 60_000 })).toMatchObject({
    status: 201,
    body: { at: now },
  });
});

test('an order number is an order once, also between two tills', async () => {
  const one = await quote({ basket: basket(['a', 1, 10_000]), order: 'N-1' });
  const other = await quote({ basket: basket(['a', 1, 10_000]), order: 'N-1' });
  expect((await commit(one.body.id, { paid: 10_000 })).status).toBe(201);
  expect(await commit(other.body.id, { paid: 10_000 })).toMatchObject({
    status: 409,
    body: { code: 'order_number_taken' },
  });
  expect(await quote({ basket: basket(['a', 1, 10_000]), order: 'N-1' })).toMatchObject({ status: 409 });
  await shop.ask('DELETE', `/v1/till/quotes/${other.body.id}`);
});

test('nothing is open to another business', async () => {
  const { served } = shop;
  const stranger = await served.business('till-stranger');
  const key = await served.key(stranger);
  const quoted = await quote({ basket: basket(['a', 1, 10_000]), order: 'MINE-1' });
  const headers = { authorization: `Bearer ${key}` };
  for (const [method, url, body] of [
    ['GET', `/v1/till/quotes/${quoted.body.id}`, undefined],
    ['POST', `/v1/till/quotes/${quoted.body.id}/commit`, { paid: 10_000 }],
    ['DELETE', `/v1/till/quotes/${quoted.body.id}`, undefined],
    ['GET', '/v1/till/orders/MINE-1', undefined],
  ] as const) {
    const answer = await served.app.inject({
      method,
      url,
      headers,
      ...(body === undefined ? {} : { payload: body }),
    });
    expect(answer.statusCode, `${method} ${url}`).toBe(404);
  }
  await commit(quoted.body.id, { paid: 10_000 });
  const foreign = await served.app.inject({
    method: 'POST',
    url: '/v1/till/orders/MINE-1/cancel',
    headers,
    payload: {},
  });
  expect(foreign.statusCode).toBe(404);
});
