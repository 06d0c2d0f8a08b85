import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../packages/server/src/app.ts';
import {
  drainClimbs,
  foundBusiness,
  startClimbing,
} from '../../packages/server/src/capabilities/ladder/index.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { openDatabase } from '../../packages/server/src/platform/database/index.ts';
import { freshDatabase } from '../../packages/server/src/platform/database/testing.ts';
import { makeApiKey } from '../../packages/server/src/platform/http/api-keys.ts';
import { prepareJobs } from '../../packages/server/src/platform/jobs/index.ts';
import { createLog } from '../../packages/server/src/platform/log/index.ts';
import { addStaff } from '../../packages/server/src/platform/sign-in/index.ts';
import { startWork } from '../../packages/server/src/work.ts';

export const OWNER = { email: 'owner@small-shop.example', password: 'a long enough password' };

/** Reads everything of the small shop and changes nothing; works there where `analyst` is asked for. */
export const ANALYST = { email: 'analyst@small-shop.example', password: 'a password to read with' };

/** Owns the small shop and a second one that has nobody yet. */
export const OWNER_OF_TWO = { email: 'both@small-shop.example', password: 'another long password' };
export const SECOND_SHOP = 'گل‌فروشی نسترن';

const DAY = 86_400_000;

/** Where the built page stands; `WEB_FOLDER` names another build, to try one beside the other. */
const built = process.env['WEB_FOLDER'] ?? join(import.meta.dirname, '../../packages/web/dist');

export interface SmallShop {
  readonly address: string;
  /** The number of somebody with orders and moves. */
  readonly sara: number;
  /** Tells facts over HTTP, as a till would; answers the numbers of their people. */
  tell(facts: readonly object[]): Promise<number[]>;
  /** The server goes away, and comes back at the same address, as when it is restarted. */
  stopServing(): Promise<void>;
  serveAgain(): Promise<void>;
  close(): Promise<void>;
}

/** The person and when it happened, so many days ago. */
export function fact(person: object, type: string, daysAgo: number, data: object, key: string): object {
  return { person, type, at: Date.now() - daysAgo * DAY, source: 'till', key, data };
}

export const SARA = { mobile: '۰۹۱۲ ۱۲۳ ۴۵۶۷', name: 'سارا کریمی' };
const JEAN = { email: 'jean@example.com', name: 'Jean O’Connor (VIP)' };

export interface ShopOptions {
  /** Run the jobs as well, as `npm start` does; without them only climbs are worked at. */
  readonly jobs?: boolean;
  /** Whether somebody works there who may only read. */
  readonly analyst?: boolean;
  /** What the second shop is like where it is not like the first. */
  readonly second?: Partial<Parameters<typeof foundBusiness>[2]>;
}

/** A shop of five people on four rungs, served by the whole program as `npm start` would. */
export async function openSmallShop(options: ShopOptions = {}): Promise<SmallShop> {
  if (!existsSync(join(built, 'index.html'))) {
    throw new Error('The journeys look at the built page, and it is not built: run npm run build:web first.');
  }
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-journey-'));
  const log = createLog('silent');
  const founded = await foundBusiness(database, systemClock, { slug: 'small-shop', name: 'کافه بامداد' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const business = founded.value;
  const staff = await addStaff(database, {
    ...OWNER,
    name: 'مینا احمدی',
    businessSlug: business.slug,
    role: 'owner',
  });
  if (!staff.ok) throw new Error(staff.refusal.code);
  const second = await foundBusiness(database, systemClock, {
    slug: 'second-shop',
    name: SECOND_SHOP,
    ...options.second,
  });
  if (!second.ok) throw new Error(second.refusal.code);
  for (const businessSlug of [business.slug, second.value.slug]) {
    const both = await addStaff(database, { ...OWNER_OF_TWO, name: 'پری', businessSlug, role: 'owner' });
    if (!both.ok) throw new Error(both.refusal.code);
  }
  if (options.analyst === true) {
    const reader = { ...ANALYST, name: 'سامان', businessSlug: business.slug, role: 'analyst' };
    const added = await addStaff(database, reader);
    if (!added.ok) throw new Error(added.refusal.code);
  }
  const made = await makeApiKey(database, business, {
    name: 'till',
    scopes: ['facts:write'],
    madeBy: 'test',
  });
  if (!made.ok) throw new Error(made.refusal.code);
  const { key } = made.value;

  const config = { publicUrl: undefined, sessionSecret: undefined, dataFolder };
  const build = () => buildApp({ database, clock: systemClock, config, log, webFolder: built });
  // The ladder page asks for money to be counted, which is a job whether or not anybody works at it.
  await prepareJobs(fresh.ownerUrl);
  let app = await build();
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const parts = { database, clock: systemClock, log };
  const climbing =
    options.jobs === true
      ? await startWork({ ...parts, ownerUrl: fresh.ownerUrl })
      : await startClimbing(parts);

  const tell = async (facts: readonly object[]): Promise<number[]> => {
    const response = await fetch(`${address}/v1/facts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ facts }),
    });
    const answer: { refused: number; results: { personId: number }[] } = await response.json();
    if (answer.refused !== 0) throw new Error(JSON.stringify(answer));
    return answer.results.map((one) => one.personId);
  };

  const [sara = 0] = await tell([
    fact(SARA, 'newsletter.subscribed', 200, {}, 'sara-1'),
    fact(SARA, 'order.paid', 20, { order: 'F-1', amount: 4_500_000, channel: 'حضوری' }, 'sara-2'),
    fact(JEAN, 'order.paid', 100, { order: 'F-2', amount: 12_000_000 }, 'jean-1'),
    fact(JEAN, 'order.paid', 30, { order: 'F-3', amount: 3_000_000 }, 'jean-2'),
    fact({ mobile: '09351112233', name: 'علی رضایی' }, 'newsletter.subscribed', 300, {}, 'ali-1'),
    fact({ mobile: '09361112233', name: 'مریم' }, 'price.asked', 5, {}, 'maryam-1'),
    fact({ external: 'C-77' }, 'newsletter.subscribed', 400, {}, 'nameless-1'),
  ]);
  await drainClimbs(database, systemClock, business.id);

  return {
    address,
    sara,
    tell,
    stopServing: () => app.close(),
    async serveAgain() {
      app = await build();
      await app.listen({ host: '127.0.0.1', port: Number(new URL(address).port) });
    },
    async close() {
      await climbing.stop();
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await fresh.drop();
    },
  };
}
