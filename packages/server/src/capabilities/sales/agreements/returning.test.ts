import { describe, expect, test } from 'vitest';
import { DEFAULT_APPRECIATION, DEFAULT_GUARD } from '@nardeban/core/offers';
import { programmeSchema } from '@nardeban/core/programme';
import { TEST_NOW } from '../../../platform/http/testing.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { drainClimbs, foundBusiness } from '../../ladder/index.ts';
import { changeOfferSettings } from '../../offers/index.ts';
import { balancesOf, earnBusiness, insertVersion } from '../../programme/index.ts';
import { dealById, loseDeal, reopenDeal } from '../deals/index.ts';
import {
  accept,
  ask,
  DAY,
  deal,
  desk,
  drafted,
  followUps,
  page,
  quotation,
  someone,
  useDesk,
} from './testing-desk.ts';

useDesk();

const TOTAL = 14_850_000;

/** A quotation that was accepted and ordered, and paid for with `paid`. */
async function ordered(paid = 0, { business = desk.shop, as = desk.key, draft = quotation() } = {}) {
  const person = await someone(business);
  const made = await drafted(draft, await deal(person, business), as);
  const done = await ask('POST', `agreements/${made.id}/send`, { revision: made.revision }, as);
  const path = new URL(done.body.link).pathname;
  await accept(path);
  await ask('POST', `agreements/${made.id}/order`, {}, as);
  if (paid > 0)
    await ask(
      'POST',
      `agreements/${made.id}/payments`,
      { amount: paid, before: 0, method: '', note: '' },
      as,
    );
  const now = await ask('GET', `agreements/${made.id}`, undefined, as);
  return {
    id: made.id as number,
    deal: made.deal as number,
    person,
    path,
    as,
    business,
    revision: now.body.revision as number,
  };
}

type Ordered = Awaited<ReturnType<typeof ordered>>;

const cancel = ({ id, revision, as }: Ordered, deal_: object = { becomes: 'open' }, reason = 'پشیمان شد') =>
  ask('POST', `agreements/${id}/cancellation`, { revision, reason, deal: deal_ }, as);

const bringBack = ({ id, revision, as }: Ordered, lines: object[] | null, more: object = {}) =>
  ask('POST', `agreements/${id}/returns`, { revision, lines, reason: 'خراب بود', ...more }, as);

const dealOf = ({ deal: id, business }: Ordered) =>
  desk.served.database.withBusiness(business.id, (tx) => dealById(tx, id));

/** What was told since the order was placed, one line each. */
async function toldOf({ id, deal: of, business }: Ordered): Promise<string[]> {
  const { rows } = await desk.served.database.withBusiness(business.id, (tx) =>
    tx.query<{ line: string }>(
      `SELECT concat_ws(' ', type, amount, data->>'sku', data->>'quantity') AS line FROM facts
       WHERE business_id = this_business() AND (key LIKE $1 OR key LIKE $2)
         AND type IN ('order.cancelled', 'order.returned', 'product.returned', 'deal.reopened', 'deal.lost')
       ORDER BY 1`,
      [`agreement-${id}-%`, `deal-${of}-%`],
    ),
  );
  return rows.map(({ line }) => line);
}

const stillPlanned = async ({ deal: id }: Ordered) =>
  (await followUps(id)).filter(({ state }) => state === 'open' || state === 'missed').map(({ kind }) => kind);

const agreedBudget = (business: Business) =>
  desk.served.database.withBusiness(business.id, async (tx) => {
    const { rows } = await tx.query<{ used: number }>(
      `SELECT coalesce(sum(used), 0)::int8 AS used FROM club_counters WHERE business_id = this_business() AND key LIKE 'discounts:month:%'`,
    );
    return rows[0]?.used;
  });

describe('an order that is called off before it is paid for', () => {
  test('opens its deal again, ends what was planned for it, and says what is to be paid back', async () => {
    const one = await ordered(5_000_000);
    expect(await stillPlanned(one)).toHaveLength(5);
    const done = await cancel(one);
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect(done.body.order).toMatchObject({ cancelledAt: TEST_NOW, paidAt: null, returned: 0 });
    expect(done.body.returns).toMatchObject([
      { kind: 'cancelled', amount: 5_000_000, reason: 'پشیمان شد', lines: [] },
    ]);
    expect(await dealOf(one)).toMatchObject({ state: 'open', closedAt: null });
    expect(await toldOf(one)).toEqual(['deal.reopened', `order.cancelled ${TOTAL}`]);
    expect(await stillPlanned(one)).toEqual([]);
    expect((await page(one.path)).html).toContain('این سفارش لغو شده است');
    const { body } = await ask('GET', `agreements?deal=${one.deal}`);
    expect(body.agreements[0]).toMatchObject({ cancelledAt: TEST_NOW, returned: 0 });
  });

  test('may lose its deal, with one of the pipeline’s reasons and no other', async () => {
    const one = await ordered();
    expect((await cancel(one, { becomes: 'lost', reason: 'no-such' })).body.code).toBe('lost_reason_unknown');
    expect(await dealOf(one)).toMatchObject({ state: 'won' });
    await cancel(one, { becomes: 'lost', reason: 'no-money' }, 'پولش نرسید');
    expect(await dealOf(one)).toMatchObject({
      state: 'lost',
      lostReason: 'no-money',
      lostNote: 'پولش نرسید',
    });
    expect(await toldOf(one)).toEqual(['deal.lost', 'deal.reopened', `order.cancelled ${TOTAL}`]);
  });

  test('comes before its deal is lost: one that was opened again by hand is not lost while its order stands', async () => {
    const one = await ordered();
    const at = desk.served.clock.now();
    const losing = (business: Business) =>
      desk.served.database.withBusiness(business.id, async (tx) => {
        await reopenDeal(tx, business, { deal: one.deal, by: 'test', at });
        return loseDeal(tx, business, { deal: one.deal, reason: 'price', by: 'test', at });
      });
    expect(await losing(desk.shop)).toMatchObject({ refusal: { code: 'deal_has_order' } });
    expect((await cancel(one, { becomes: 'lost', reason: 'price' })).status).toBe(200);
    expect(await dealOf(one)).toMatchObject({ state: 'lost' });
  });

  test('leaves its deal won where another order of it stands', async () => {
    const first = await ordered();
    const made = await drafted(quotation(), first.deal);
    const done = await ask('POST', `agreements/${made.id}/send`, { revision: made.revision });
    await accept(new URL(done.body.link).pathname);
    await ask('POST', `agreements/${made.id}/order`, {});
    expect((await cancel(first)).status).toBe(200);
    expect(await dealOf(first)).toMatchObject({ state: 'won' });
    expect(await stillPlanned(first)).toHaveLength(5);
  });

  test('is refused twice, after somebody else changed it, without a reason, and once it is paid; nothing is left half done', async () => {
    const one = await ordered();
    expect((await cancel(one, undefined, ' ')).status).toBe(400);
    const twice = await Promise.all([cancel(one), cancel(one)]);
    expect(twice.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    const fresh = { ...one, revision: one.revision + 1 };
    expect((await cancel(fresh)).body.code).toBe('order_over');
    expect((await bringBack(fresh, null)).body.code).toBe('order_over');
    const pay = { amount: 1, before: 0, method: '', note: '' };
    expect((await ask('POST', `agreements/${one.id}/payments`, pay)).body.code).toBe('order_over');
    expect((await ask('POST', `agreements/${one.id}/order`, {})).body.code).toBe('order_over');
    expect(await toldOf(one)).toEqual(['deal.reopened', `order.cancelled ${TOTAL}`]);
    const paid = await ordered(TOTAL);
    expect((await cancel(paid)).body).toMatchObject({ code: 'order_paid_already' });
    const stale = await ordered();
    await ask('POST', `agreements/${stale.id}/payments`, pay);
    expect((await cancel(stale)).body.code).toBe('changed_meanwhile');
    const draft = await drafted();
    const none = { id: draft.id, revision: draft.revision, as: desk.key } as Ordered;
    expect((await cancel(none)).body.code).toBe('order_not_placed');
  });
});

describe('what was paid for and comes back', () => {
  test('by lines, is worth what was paid for it; the deal stays won and is worth so much less', async () => {
    const one = await ordered(TOTAL);
    const part = await bringBack(one, [{ line: 1, quantity: 1000 }], { method: 'کارت' });
    expect(part.status, JSON.stringify(part.body)).toBe(201);
    expect(part.body.order).toMatchObject({ returned: 440_000, returnedAt: null });
    expect(part.body.returns).toMatchObject([
      {
        kind: 'returned',
        amount: 440_000,
        method: 'کارت',
        lines: [{ line: 1, quantity: 1000, amount: 440_000 }],
      },
    ]);
    expect(await dealOf(one)).toMatchObject({ state: 'won', amount: TOTAL, returned: 440_000 });
    // What they keep is still looked after.
    expect(await stillPlanned(one)).toHaveLength(5);
    const rest = await bringBack({ ...one, revision: part.body.revision }, null);
    expect(rest.body.order).toMatchObject({ returned: TOTAL, returnedAt: TEST_NOW });
    expect(await dealOf(one)).toMatchObject({ state: 'won', returned: TOTAL });
    expect(await stillPlanned(one)).toEqual([]);
    expect(await toldOf(one)).toEqual([
      'order.returned 14410000',
      'order.returned 440000',
      'product.returned 13750000 K-42 1',
      'product.returned 440000 1',
      'product.returned 660000 1.5',
    ]);
    expect((await page(one.path)).html).toContain('همهٔ این سفارش برگشت خورده است');
  });

  test('is refused where it is more than was sold, nothing, twice, stale, or not paid for', async () => {
    const one = await ordered(TOTAL);
    expect((await bringBack(one, [{ line: 0, quantity: 1001 }])).body).toMatchObject({
      code: 'return_too_many',
      field: 'lines.0',
    });
    expect((await bringBack(one, [{ line: 5, quantity: 1 }])).body.code).toBe('return_too_many');
    expect((await bringBack(one, [])).status).toBe(400);
    expect((await bringBack(one, null, { reason: '' })).status).toBe(400);
    const twice = await Promise.all([bringBack(one, null), bringBack(one, null)]);
    expect(twice.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
    expect((await bringBack({ ...one, revision: one.revision + 1 }, null)).body.code).toBe('order_over');
    expect((await toldOf(one)).filter((line) => line.startsWith('order.returned'))).toHaveLength(1);
    expect((await bringBack(await ordered(1), null)).body.code).toBe('order_not_paid');
  });

  test('takes nothing from a deal that was opened again for something else', async () => {
    const one = await ordered(TOTAL);
    desk.served.clock.set(TEST_NOW + 60_000);
    await desk.served.database.withBusiness(desk.shop.id, (tx) =>
      reopenDeal(tx, desk.shop, { deal: one.deal, by: 'test', at: desk.served.clock.now() }),
    );
    expect((await bringBack(one, null)).status).toBe(201);
    expect(await dealOf(one)).toMatchObject({ state: 'open', returned: 0 });
  });
});

test('the club takes back what was earned, and its budget gets the discount back', async () => {
  const founded = await foundBusiness(desk.served.database, desk.served.clock, {
    slug: 'returning-club',
    name: 'Club',
  });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const business = founded.value;
  const as = await desk.served.key(business);
  const now = desk.served.clock.now();
  const name = { fa: 'نام', en: 'Name' };
  const wallet = { key: 'points', name, unit: 'points', worth: { points: 1, amount: 100 }, vesting: 0 };
  const definition = programmeSchema.parse({
    name,
    membership: 'everybody',
    wallets: [{ ...wallet, expiry: { kind: 'after', unit: 'month', count: 12 }, negative: 'allow' }],
    rules: [
      {
        key: 'order',
        name,
        wallet: 'points',
        on: { kind: 'order' },
        gives: { kind: 'per', units: 1, amount: 10_000 },
      },
    ],
  });
  await desk.served.database.withBusiness(business.id, async (tx) => {
    await insertVersion(tx, { definition, note: null, by: 'test', now: now - DAY });
    const guard = { ...DEFAULT_GUARD, mostDiscount: 5000, margin: { line: 0 }, monthBudget: 50_000_000 };
    await changeOfferSettings(tx, { guard, appreciation: DEFAULT_APPRECIATION, base: null }, 0, {
      by: 'test',
      now,
    });
  });
  const draft = quotation({ discount: { kind: 'amount', amount: 1_350_000 } });
  const settle = async () => {
    for (let round = 0; round < 2; round++) {
      await drainClimbs(desk.served.database, desk.served.clock, business.id);
      await earnBusiness(desk.served.database, desk.served.clock, business);
    }
  };
  const called = await ordered(0, { business, as, draft });
  expect(await agreedBudget(business)).toBe(1_350_000);
  await cancel(called);
  expect(await agreedBudget(business)).toBe(0);
  const one = await ordered(13_365_000, { business, as, draft });
  await settle();
  const points = async () =>
    (
      await desk.served.database.withBusiness(business.id, (tx) =>
        balancesOf(tx, { kind: 'person', id: one.person }, { now: desk.served.clock.now() }),
      )
    )[0]?.available;
  expect(await points()).toBe(1215);
  const part = await bringBack(one, [{ line: 0, quantity: 1000 }]);
  await settle();
  const left = await points();
  expect(left).toBeGreaterThan(80);
  expect(left).toBeLessThan(100);
  expect(await agreedBudget(business)).toBe(100_000);
  await bringBack({ ...one, revision: part.body.revision }, null);
  await settle();
  expect(await points()).toBe(0);
  expect(await agreedBudget(business)).toBe(0);
});
