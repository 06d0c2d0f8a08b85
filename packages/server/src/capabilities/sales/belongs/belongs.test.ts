import { type Baskets, basketsSchema } from '@nardeban/core/insight';
import { isoDay, zoneOf } from '@nardeban/core/values';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_NOW } from '../../../platform/http/testing.ts';
import { receiveFacts } from '../../facts/index.ts';
import { dealById, winDeal } from '../deals/index.ts';
import { DAY, sellingShop, type SellingShop } from '../memory/testing-shop.ts';

let world: SellingShop;
beforeAll(async () => {
  world = await sellingShop();
});
afterAll(() => world.served.close());

const zone = zoneOf('Asia/Tehran');
const day = (ago: number): string => isoDay(zone.dayOf(TEST_NOW - ago * DAY));

type Rule = Baskets['together']['rules'][number];
const rule = (from: string, to: string, count: number, fromCount: number, lift: number): Rule => ({
  from,
  to,
  people: count,
  q: 0.001,
  count,
  fromCount,
  toCount: 200,
  support: count / 1000,
  confidence: count / fromCount,
  lift,
  leverage: 0.1,
  conviction: null,
  p: 0.0001,
});

/** As if the night's run had counted it. */
async function counted(together: readonly Rule[], next: readonly Rule[] = []): Promise<void> {
  const rules = (unit: 'basket' | 'person', all: readonly Rule[]) => ({
    unit,
    of: 1000,
    minimumCount: 10,
    minimumPeople: 5,
    frequentItems: 4,
    tests: 6,
    shortBy: 0,
    found: all.length,
    rules: [...all],
  });
  const result = basketsSchema.parse({
    asOf: 20_000,
    orderDays: 1000,
    baskets: 1000,
    meanItems: 2,
    items: 9,
    most: [],
    together: rules('basket', together),
    next: rules('person', next),
  });
  await world.inside(async (tx) => {
    const { rows } = await tx.query<{ run: number }>(
      `INSERT INTO insight_runs (business_id, state, as_of, made_on, made_by, made_at, finished_at, changed_at)
       VALUES (this_business(), 'done', 20000, '2026-06-01', 'test', now(), now(), now()) RETURNING run_id AS run`,
    );
    await tx.query(
      `INSERT INTO insight_results (business_id, run_id, question, result) VALUES (this_business(), $1, 'baskets', $2)`,
      [rows[0]?.run, JSON.stringify(result)],
    );
  });
}

const beside = async (person: number, deal?: number) =>
  (await world.ask('GET', `/v1/sales/people/${person}/belongs${deal === undefined ? '' : `?deal=${deal}`}`))
    .body;
const others = (all: { suggestions: { other: string }[] }) => all.suggestions.map(({ other }) => other);
const say = (body: object) => world.ask('POST', '/v1/sales/belongs/answers', body);
const save = (pair: object) =>
  world.ask('PUT', '/v1/sales/belongs/pairs', { own: true, revision: null, ...pair });

describe('before insight has counted anything', () => {
  test('what the business wrote by hand is suggested, with its own sentence or the shipped one', async () => {
    const person = await world.person('تازه', [{ product: 'گلدان', days: 3 }]);
    expect(await beside(person)).toMatchObject({ suggestions: [], counted: false, has: [{ item: 'گلدان' }] });
    const saved = await save({ item: 'گلدان', other: 'خاک', sentenceFa: '{other} تازه داریم' });
    expect(saved).toMatchObject({ status: 200, body: { revision: 1 } });
    expect(await beside(person)).toMatchObject({
      suggestions: [
        {
          other: 'خاک',
          from: 'bought',
          numbers: null,
          sentence: { fa: 'خاک تازه داریم', en: expect.stringContaining('"خاک"') },
          tried: { asked: 0, rate: { rate: null } },
        },
      ],
    });
    expect((await save({ item: 'گلدان', other: 'خاك' })).body.code).toBe('changed_meanwhile');
    expect((await save({ item: 'گلدان', other: 'گل‌دان' })).body.code).toBe('pair_of_one');
    const hidden = await save({ item: 'گلدان', other: 'خاک', hidden: true, revision: 1 });
    expect(hidden.body).toMatchObject({ revision: 2, sentenceFa: null });
    expect(await beside(person)).toMatchObject({ suggestions: [], leftOut: [{ why: 'hidden' }] });
    const gone = (revision: number) =>
      world.ask('DELETE', `/v1/sales/belongs/pairs/${hidden.body.id}?revision=${revision}`);
    expect((await gone(1)).body.code).toBe('changed_meanwhile');
    expect((await gone(2)).status).toBe(200);
    expect((await gone(2)).status).toBe(404);
  });
});

describe('with what is bought together', () => {
  beforeAll(() =>
    counted(
      [rule('کفش', 'واکس', 48, 120, 5), rule('کفش', 'جوراب', 60, 120, 1.1), rule('کیف', 'کمربند', 30, 90, 3)],
      [rule('کفش', 'کیف', 25, 100, 2)],
    ),
  );

  test('a deal and what was bought lately bring it in order, with the numbers; owned and refused say why not', async () => {
    const person = await world.person('خریدار', [
      { product: 'کفش', sku: 'SH-1', days: 20 },
      { product: 'کیف', days: 200 },
      { product: 'جوراب', days: 300 },
    ]);
    expect(await beside(person)).toMatchObject({
      suggestions: [
        { item: 'کفش', other: 'واکس', from: 'bought', numbers: { how: 'together', both: 48, of: 120 } },
      ],
      leftOut: [
        { other: 'کیف', why: 'owned', day: day(200), numbers: { how: 'next', both: 25, of: 100 } },
        { other: 'جوراب', why: 'owned', day: day(300) },
      ],
      counted: true,
    });
    // The deal names the shoes by their code; the bag that was bought long ago is on it again.
    const deal = await world.deal(person, ['SH-1', 'کیف']);
    expect((await beside(person, deal)).suggestions).toMatchObject([
      { other: 'واکس', from: 'deal' },
      { other: 'کمربند', from: 'deal' },
    ]);

    const refused = await say({ person, deal, item: 'کیف', other: 'کمربند', answer: 'refused' });
    expect(refused).toMatchObject({ status: 201, body: { followUp: null, added: null } });
    expect((await beside(person, deal)).leftOut).toContainEqual(
      expect.objectContaining({ other: 'کمربند', why: 'refused', day: day(0) }),
    );
    const taken = await say({ person, deal, item: 'کفش', other: 'واکس', answer: 'taken', addToDeal: true });
    expect(taken).toMatchObject({ status: 201, body: { added: { deal, how: 'deal', quotation: null } } });
    const { rows } = await world.inside((tx) =>
      tx.query('SELECT products FROM deals WHERE business_id = this_business() AND deal_id = $1', [deal]),
    );
    expect(rows).toEqual([{ products: ['SH-1', 'کیف', 'واکس'] }]);
    expect((await beside(person, deal)).leftOut).toContainEqual(
      expect.objectContaining({ other: 'واکس', why: 'in_deal' }),
    );
    expect((await world.told(person, 'crosssell.suggested')).map(({ data }) => data)).toEqual([
      { product: 'کمربند', answer: 'refused', deal: String(deal) },
      { product: 'واکس', answer: 'taken', deal: String(deal) },
    ]);
    // Told twice it joins once.
    await say({ person, deal, item: 'کفش', other: 'واكس', answer: 'taken', addToDeal: true });
    const again = await world.inside((tx) =>
      tx.query<{ products: string[] }>(
        'SELECT products FROM deals WHERE business_id = this_business() AND deal_id = $1',
        [deal],
      ),
    );
    expect(again.rows[0]?.products).toHaveLength(3);
  });

  test('"later" plans asking again, and only the last answer of each counts in the rate', async () => {
    const answers = ['later', 'taken', 'refused', 'taken'] as const;
    const people: number[] = [];
    for (const [index, answer] of answers.entries()) {
      const person = await world.person(`نفر ${index}`, [{ product: 'کیف', days: 5 }]);
      people.push(person);
      await say({ person, item: 'کیف', other: 'کیف پول', answer });
    }
    const [first = 0] = people;
    const planned = (await world.followUps('staff')).find(({ about }) => about === 'کیف پول');
    expect(planned).toMatchObject({ kind: 'reminder', whole: true, state: 'open' });
    await save({ item: 'کیف', other: 'کیف پول' });
    expect(
      (await beside(first)).suggestions.find(({ other }: { other: string }) => other === 'کیف پول'),
    ).toMatchObject({
      later: day(0),
      tried: { asked: 4, taken: 2, refused: 1, later: 1, rate: { rate: 0.5, times: 2, of: 4 } },
    });
    await say({ person: first, item: 'کیف', other: 'كیف‌پول', answer: 'taken' });
    const listed = (
      await world.ask('GET', '/v1/sales/belongs/pairs?search=%DA%A9%DB%8C%D9%81%D9%BE%D9%88%D9%84')
    ).body;
    expect(listed.pairs).toMatchObject([{ other: 'کیف پول', tried: { asked: 4, taken: 3, later: 0 } }]);
    const past = { person: first, item: 'کیف', other: 'کمربند', answer: 'later', due: TEST_NOW - 2 * DAY };
    expect((await say(past)).body.code).toBe('day_over');
  });

  test('what came back is owned no more, and belongs with nothing', async () => {
    const told = (type: string, key: string, data: object, days = 5) => ({
      person: { mobile: '+989127770001', name: 'پشیمان' },
      type,
      at: TEST_NOW - days * DAY,
      key: `back-${key}`,
      data,
    });
    const bought = (order: string, product: string, quantity = 1) =>
      told('product.bought', `${order}-${product}`, { order, product, quantity });
    const answers = await receiveFacts(world.served.database, world.served.clock, world.shop, [
      told('order.paid', 'a-paid', { order: 'ra', amount: 300 }),
      bought('ra', 'کفش'),
      bought('ra', 'واکس', 2),
      told('order.paid', 'b-paid', { order: 'rb', amount: 100 }),
      bought('rb', 'کیف'),
      // One of two tins is left; the bag was paid back, and nobody said which thing came.
      told('product.returned', 'a-tin', { order: 'ra', product: 'واکس', quantity: 1 }, 4),
      told('order.returned', 'a-back', { order: 'ra', amount: 30 }, 4),
      told('order.returned', 'b-back', { order: 'rb', amount: 100 }, 4),
    ]);
    const id = answers[0]?.status === 'stored' ? answers[0].personId : null;
    if (id === null) throw new Error(JSON.stringify(answers[0]));
    const has = (all: { has: { item: string }[] }) => all.has.map(({ item }) => item).sort();
    const before = await beside(id);
    expect(has(before)).toEqual(['واکس', 'کفش']);
    expect(others(before)).toContain('کیف');
    expect(before.leftOut).toContainEqual(expect.objectContaining({ other: 'واکس', why: 'owned' }));
    await receiveFacts(world.served.database, world.served.clock, world.shop, [
      told('product.returned', 'a-shoes', { order: 'ra', product: 'کفش', quantity: 1 }, 1),
    ]);
    const after = await beside(id);
    expect(has(after)).toEqual(['واکس']);
    expect(others(after)).not.toContain('کیف');
  });

  test('taken when the deal is over, it joins another that is under way, or a new one is opened for it, once', async () => {
    const person = await world.person('دوباره', [{ product: 'کفش', days: 2 }]);
    const deal = await world.deal(person, ['کفش']);
    await world.inside((tx) =>
      winDeal(tx, world.shop, { deal, amount: 1, by: 'test', at: TEST_NOW, key: 'test' }),
    );
    const take = (other: string) =>
      say({ person, deal, item: 'کفش', other, answer: 'taken', addToDeal: true });
    const both = await Promise.all([take('واکس'), take('جوراب')]);
    const added = both.map(({ body }) => body.added);
    expect(added.map(({ how }): string => how).toSorted()).toEqual(['opened', 'other']);
    const [{ deal: opened }] = added;
    expect(new Set(added.map((one) => one.deal))).toEqual(new Set([opened]));
    const matter = await world.inside((tx) => dealById(tx, opened));
    expect(matter).toMatchObject({ state: 'open', person });
    expect(matter?.products.toSorted()).toEqual(['جوراب', 'واکس']);
    expect(await world.inside((tx) => dealById(tx, deal))).toMatchObject({ state: 'won', products: ['کفش'] });
    // It is there already.
    expect((await take('واكس')).body.added).toBeNull();
    expect(await world.told(person, 'deal.opened')).toHaveLength(2);
  });

  test('somebody who turns out to be somebody else keeps what they said and what they own', async () => {
    const one = await world.person('یکی', [{ product: 'کفش', days: 5 }]);
    const other = await world.person('همان', [{ product: 'جوراب', days: 50 }]);
    await say({ person: other, item: 'کفش', other: 'واکس', answer: 'refused' });
    await world.merge(one, other);
    expect(others(await beside(one))).toEqual(['کیف']);
    expect((await beside(one)).leftOut.map(({ why }: { why: string }) => why).sort()).toEqual([
      'owned',
      'refused',
    ]);
  });

  test('the pairs are listed by what they tell, page by page', async () => {
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const { body } = await world.ask('GET', `/v1/sales/belongs/pairs?limit=2${after}`);
      seen.push(...body.pairs.map((pair: { item: string; other: string }) => `${pair.item} ${pair.other}`));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(seen).toEqual(['کفش واکس', 'کیف کمربند', 'کفش کیف', 'کفش جوراب', 'کیف کیف پول']);
  });
});
