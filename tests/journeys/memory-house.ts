import { receiveFacts } from '../../packages/server/src/capabilities/facts/index.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import type { Tx } from '../../packages/server/src/platform/database/index.ts';
import { openBusiness } from './business-house.ts';
import { ANALYST, OWNER } from './small-shop.ts';

const DAY = 86_400_000;

export const SELLER = { email: 'seller@small-shop.example', password: 'a password to sell with' };
export const MOTHER = 'مریم مادری';
export const CHILD = 'سینا مادری';

export interface MemoryHouse {
  readonly address: string;
  /** A mother who wants a bicycle, her deal, and her son. */
  readonly mother: number;
  readonly deal: number;
  readonly child: number;
  /** Asks the server as another program would; the answer has to be a good one. */
  readonly ask: <Body>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Body>;
  close(): Promise<void>;
}

/** A bicycle shop that has counted what is bought together, where nobody has written down what was said yet. */
export async function openMemoryHouse(): Promise<MemoryHouse> {
  const { address, ask, database, business, close } = await openBusiness({
    slug: 'charkh',
    name: 'دوچرخه‌فروشی چرخ',
    staff: [
      [OWNER, 'owner', 'مینا احمدی'],
      [SELLER, 'sales', 'بهرام'],
      [ANALYST, 'analyst', 'سامان'],
    ],
  });

  const now = Date.now();
  const bought = (mobile: string, name: string, product: string, days: number) => ({
    person: { mobile, name },
    type: 'product.bought',
    at: now - days * DAY,
    source: 'till',
    key: `${mobile} ${product}`,
    data: { order: `${mobile} ${product}`, product },
  });
  const told = await receiveFacts(database, systemClock, business, [
    bought('+989121110001', MOTHER, 'قفل دوچرخه', 200),
    { ...bought('+989121110002', CHILD, 'زنگ', 300) },
  ]);
  const [mother = 0, child = 0] = told.map((one) => (one.status === 'stored' ? (one.personId ?? 0) : 0));
  await database.withBusiness(business.id, countTogether);
  const opened = await ask<{ id: number }>('POST', '/v1/sales/deals', {
    person: mother,
    title: 'دوچرخهٔ تولد سینا',
    amount: 80_000_000,
    products: ['دوچرخه'],
    owner: null,
    expectedClose: null,
  });
  return {
    address,
    mother,
    child,
    deal: opened.id,
    ask,
    close,
  };
}

/** As if the night's run had counted the purchases of a thousand people. */
async function countTogether(tx: Tx): Promise<void> {
  const rule = (from: string, to: string, count: number, fromCount: number, lift: number) => ({
    from,
    to,
    count,
    fromCount,
    lift,
    people: count,
    q: 0.001,
    toCount: 200,
    p: 0.0001,
    support: count / 1000,
    confidence: count / fromCount,
    leverage: 0.1,
    conviction: null,
  });
  const counted = {
    minimumCount: 10,
    minimumPeople: 5,
    frequentItems: 5,
    tests: 10,
    shortBy: 0,
    of: 1000,
    found: 4,
  };
  const result = {
    asOf: 20_000,
    orderDays: 1000,
    baskets: 1000,
    meanItems: 2,
    items: 9,
    most: [],
    together: {
      ...counted,
      unit: 'basket',
      rules: [
        rule('دوچرخه', 'کلاه ایمنی', 48, 120, 5),
        rule('دوچرخه', 'تلمبه', 40, 120, 3),
        rule('دوچرخه', 'قفل دوچرخه', 36, 120, 3),
      ],
    },
    next: { ...counted, unit: 'person', rules: [rule('دوچرخه', 'لاستیک', 25, 100, 2)] },
  };
  const { rows } = await tx.query<{ run: number }>(
    `INSERT INTO insight_runs (business_id, state, as_of, made_on, made_by, made_at, finished_at, changed_at)
     VALUES (this_business(), 'done', 20000, '2026-06-01', 'test', now(), now(), now()) RETURNING run_id AS run`,
  );
  await tx.query(
    `INSERT INTO insight_results (business_id, run_id, question, result) VALUES (this_business(), $1, 'baskets', $2)`,
    [rows[0]?.run, JSON.stringify(result)],
  );
}
