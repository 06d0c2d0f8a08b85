import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../packages/server/src/app.ts';
import { receiveFacts } from '../../packages/server/src/capabilities/facts/index.ts';
import { foundBusiness } from '../../packages/server/src/capabilities/ladder/index.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { openDatabase, type Tx } from '../../packages/server/src/platform/database/index.ts';
import { freshDatabase } from '../../packages/server/src/platform/database/testing.ts';
import { makeApiKey, scopes } from '../../packages/server/src/platform/http/index.ts';
import { prepareJobs } from '../../packages/server/src/platform/jobs/index.ts';
import { createLog } from '../../packages/server/src/platform/log/index.ts';
import { addStaff } from '../../packages/server/src/platform/sign-in/index.ts';
import { ANALYST, OWNER } from './small-shop.ts';

const built = process.env['WEB_FOLDER'] ?? join(import.meta.dirname, '../../packages/web/dist');
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
  if (!existsSync(join(built, 'index.html')))
    throw new Error('The journeys look at the built page, and it is not built: run npm run build:web first.');
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-memory-'));
  const log = createLog('silent');
  const founded = await foundBusiness(database, systemClock, { slug: 'charkh', name: 'دوچرخه‌فروشی چرخ' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const shop = founded.value;
  for (const [who, role, name] of [
    [OWNER, 'owner', 'مینا احمدی'],
    [SELLER, 'sales', 'بهرام'],
    [ANALYST, 'analyst', 'سامان'],
  ] as const) {
    const added = await addStaff(database, { ...who, name, businessSlug: shop.slug, role });
    if (!added.ok) throw new Error(added.refusal.code);
  }
  const made = await makeApiKey(database, shop, { name: 'till', scopes, madeBy: 'test' });
  if (!made.ok) throw new Error(made.refusal.code);
  await prepareJobs(fresh.ownerUrl);
  const config = { publicUrl: undefined, sessionSecret: undefined, dataFolder };
  const app = await buildApp({ database, clock: systemClock, config, log, webFolder: built });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const ask = async <Body>(method: string, path: string, body?: object): Promise<Body> => {
    const answer = await fetch(address + path, {
      method,
      headers: {
        authorization: `Bearer ${made.value.key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const said = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(said)}`);
    return said as Body;
  };

  const now = Date.now();
  const bought = (mobile: string, name: string, product: string, days: number) => ({
    person: { mobile, name },
    type: 'product.bought',
    at: now - days * DAY,
    source: 'till',
    key: `${mobile} ${product}`,
    data: { order: `${mobile} ${product}`, product },
  });
  const told = await receiveFacts(database, systemClock, shop, [
    bought('+989121110001', MOTHER, 'قفل دوچرخه', 200),
    { ...bought('+989121110002', CHILD, 'زنگ', 300) },
  ]);
  const [mother = 0, child = 0] = told.map((one) => (one.status === 'stored' ? (one.personId ?? 0) : 0));
  await database.withBusiness(shop.id, countTogether);
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
    async close() {
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await fresh.drop();
    },
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
