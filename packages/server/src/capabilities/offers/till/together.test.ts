import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Priced } from '@nardeban/core/offers';
import { openDatabase } from '../../../platform/database/index.ts';
import { merged } from '../../../platform/database/many.ts';
import { freshDatabase } from '../../../platform/database/testing.ts';
import { balancesOf, spend, takeBack } from '../../programme/index.ts';
import { CLUB, openTillShop, type TillShop } from '../testing-shop.ts';
import { pricingStatements } from './loading.ts';
import { sellingStatements } from './posting.ts';
import { lastingQuoteStatement } from './quote-store.ts';

/** What tills that come at once do together is what each of them would have done alone. */

const CAP = 40;
let shop: TillShop;
beforeAll(async () => {
  shop = await openTillShop('together-shop');
  const [first] = CLUB.rules;
  if (first === undefined) throw new Error('a club without a rule');
  await shop.publish({
    ...CLUB,
    rules: [
      { ...first, caps: [{ of: 'person', per: 'day', most: CAP, counted: 'units' }] },
      { ...first, key: 'credit', wallet: 'credit', gives: { kind: 'per', units: 500, amount: 10_000 } },
    ],
  });
});
afterAll(async () => {
  await shop.close();
});

interface Quoted {
  readonly id: number;
  readonly priced: {
    readonly due: number;
    readonly earned: readonly { wallet: 'points' | 'credit'; points: number }[];
  };
}

let told = 0;
const keyed = (): Record<string, string> => ({ 'idempotency-key': `together-${(told += 1)}` });
const quoted = (person: number | null, unitPrice: number) =>
  shop.ask<Quoted>(
    'POST',
    '/v1/till/quotes',
    { ...(person === null ? {} : { person }), basket: { lines: [{ item: 'a', quantity: 1, unitPrice }] } },
    keyed(),
  );
const committed = ({ id, priced }: Quoted) =>
  shop.ask<{ state: string }>('POST', `/v1/till/quotes/${id}/commit`, { paid: priced.due }, keyed());

test('tills that sell at once earn what each would have: who owes, who is one with another, who buys twice, and nobody', async () => {
  const { database, clock } = shop.served;
  const people = await Promise.all(
    Array.from({ length: 24 }, (_, n) => shop.person(`+9891233300${String(n).padStart(2, '0')}`)),
  );
  const [debtor = 0, winner = 0, loser = 0, twice = 0] = people;
  await shop.give(debtor, 'points', 100);
  await database.withBusiness(shop.business.id, async (tx) => {
    const done = { at: clock.now(), now: clock.now(), cause: { kind: 'import' } };
    const wallets = [{ wallet: 'points', units: 100 }];
    await spend(tx, {
      ...done,
      person: debtor,
      wallets,
      cards: [],
      claims: [],
      key: 'spent',
      purpose: 'test',
    });
    await takeBack(tx, { ...done, earned: 'test:1', units: 30, key: 'back', negative: 'allow' });
    await tx.query(
      'UPDATE people SET merged_into = $1 WHERE business_id = this_business() AND person_id = $2',
      [winner, loser],
    );
  });

  const buyers = [...people, twice, null, null];
  const quotes = await Promise.all(buyers.map((person, n) => quoted(person, 100_000 + n * 10_000)));
  expect(quotes.map(({ status }) => status)).toEqual(buyers.map(() => 201));
  const orders = await Promise.all(quotes.map(({ body }) => committed(body)));
  expect(orders.map(({ status, body }) => [status, body.state])).toEqual(buyers.map(() => [201, 'closed']));

  const whose = (person: number | null): number | null => (person === loser ? winner : person);
  const promised = new Map([[debtor, { points: -30, credit: 0 }]]);
  for (const [n, { body }] of quotes.entries())
    for (const { wallet, points } of body.priced.earned) {
      const person = whose(buyers[n] ?? null);
      if (person === null) throw new Error('Nobody earned something');
      const before = promised.get(person) ?? { points: 0, credit: 0 };
      promised.set(person, { ...before, [wallet]: before[wallet] + points });
    }
  const got = await Promise.all(
    [...promised.keys()].map(async (id) => {
      const balances = await database.withBusiness(shop.business.id, (tx) =>
        balancesOf(tx, { kind: 'person', id }, { now: clock.now() }),
      );
      const of = (wallet: string): number => {
        const { available = 0, pending = 0, debt = 0 } = balances.find((one) => one.wallet === wallet) ?? {};
        return available + pending - debt;
      };
      return [id, { points: of('points'), credit: of('credit') }] as const;
    }),
  );
  expect(promised.size).toBe(23);
  expect(new Map(got)).toEqual(promised);
  expect(promised.get(twice)?.points).toBe(CAP);
  expect(await shop.differences()).toEqual([]);
});

test('a plan that is made before the shop has sold anything finds everything by its key', async () => {
  const now = shop.served.clock.now();
  const priced = {
    claims: [{}],
    spent: [],
    giftCards: [],
    earned: [],
    decisions: [],
    due: 0,
  } as unknown as Priced;
  const order = { number: 'n', person: 1, basket: { lines: [] }, priced, version: 1, hold: 1, quote: 1 };
  const selling = { ...order, business: shop.business, method: null, at: now, now, by: 'test', atOnce: true };
  const quote = {
    person: 1,
    number: null,
    asked: { basket: { lines: [] } },
    priced,
    restsOn: '',
    version: 1,
    proofFor: [],
    isProven: false,
    until: now,
    madeBy: 'test',
    madeAt: now,
  };
  const holding = {
    person: 1,
    alone: true,
    wallets: [],
    cards: [],
    claims: [],
    until: now,
    now,
    purpose: '',
  };
  const basket = { lines: [{ item: 'a', quantity: 1, unitPrice: 10 }] };
  const statements = [
    ...pricingStatements({ business: shop.business, asked: { basket }, person: 1, now }).all,
    lastingQuoteStatement(1, quote, holding),
    ...sellingStatements({ ...selling, sources: { till: 1, club: 2 } }).statements,
  ];
  expect(statements.map(({ name }) => name)).toContain('till-read-without-2-3');
  const keys: Record<string, RegExp> = {
    club_holds: /hold_id/,
    club_accounts: /person_id/,
    club_counters: /key/,
    people: /person_id|merged_into/,
    till_quotes: /quote_id/,
    unit_costs: /item/,
    facts: /person_id|fact_id/,
    club_lots: /account_id/,
  };
  const seen = new Set<string>();
  const look = (node: PlanNode): void => {
    const { 'Relation Name': table = '', 'Index Cond': by = '', 'Node Type': kind } = node;
    if (kind.includes('Scan') && table in keys) {
      seen.add(table);
      expect(by, `${kind} of ${table}`).toMatch(keys[table] ?? /^$/);
    }
    for (const part of node.Plans ?? []) look(part);
  };
  // Of a server that nothing was ever written to.
  const empty = await freshDatabase();
  try {
    const unsold = await openDatabase(empty.appUrl);
    await unsold.withBusiness(
      1,
      async (tx) => {
        for (const one of statements)
          for (const { text } of [one, ...merged([[one], [one]]).statements]) {
            const { rows } = await tx.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>({
              text: `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`,
            });
            for (const { 'QUERY PLAN': plans } of rows) for (const { Plan } of plans) look(Plan);
          }
      },
      { plannedOnce: true },
    );
    await unsold.close();
  } finally {
    await empty.drop();
  }
  expect([...seen].sort()).toEqual(Object.keys(keys).sort());
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PlanNode[];
}
