import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../packages/server/src/app.ts';
import { receiveFacts } from '../../packages/server/src/capabilities/facts/index.ts';
import { drainClimbs, foundBusiness } from '../../packages/server/src/capabilities/ladder/index.ts';
import { lookForRecommendations } from '../../packages/server/src/capabilities/sales/index.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { openDatabase } from '../../packages/server/src/platform/database/index.ts';
import { freshDatabase } from '../../packages/server/src/platform/database/testing.ts';
import { makeApiKey, scopes } from '../../packages/server/src/platform/http/index.ts';
import { prepareJobs } from '../../packages/server/src/platform/jobs/index.ts';
import { createLog } from '../../packages/server/src/platform/log/index.ts';
import { addStaff } from '../../packages/server/src/platform/sign-in/index.ts';
import { ANALYST, OWNER } from './small-shop.ts';

const built = process.env['WEB_FOLDER'] ?? join(import.meta.dirname, '../../packages/web/dist');
const DAY = 86_400_000;

export const SELLER = { email: 'seller@small-shop.example', password: 'a password to sell with' };
export const LEILA = 'لیلا حسینی';
export const SARA = 'سارا بهرامی';
export const UPSET = 'نادر شاکی';

export interface WordsHouse {
  readonly address: string;
  /** A content customer with a deal about tea; another who bought the same; one with an open complaint. */
  readonly leila: number;
  readonly sara: number;
  readonly upset: number;
  readonly deal: number;
  /** Asks the server as another program would; the answer has to be a good one. */
  readonly ask: <Body>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Body>;
  readonly tell: (person: number, type: string, data: object, days?: number) => Promise<void>;
  /** What the jobs do every minute. */
  readonly look: () => Promise<void>;
  /** The address of a page of another site with this in it. */
  readonly elsewhere: (body: string) => string;
  close(): Promise<void>;
}

/** A tea shop of which a few customers think well, where nobody has written down a fear or asked for a word yet. */
export async function openWordsHouse(): Promise<WordsHouse> {
  if (!existsSync(join(built, 'index.html')))
    throw new Error('The journeys look at the built page, and it is not built: run npm run build:web first.');
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-words-'));
  const log = createLog('silent');
  const founded = await foundBusiness(database, systemClock, { slug: 'chaysara', name: 'چای‌سرای بهار' });
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
  let keys = 0;
  const told = async (person: object, type: string, data: object, days: number): Promise<number> => {
    const at = Date.now() - days * DAY;
    const fact = { person, type, at, data, source: 'till', key: `k${(keys += 1)}` };
    const [answer] = await receiveFacts(database, systemClock, shop, [fact]);
    if (answer?.status !== 'stored' || answer.personId === null) throw new Error(JSON.stringify(answer));
    return answer.personId;
  };
  const look = async (): Promise<void> => {
    await drainClimbs(database, systemClock, shop.id);
    await lookForRecommendations(database, systemClock);
  };

  const leila = await told({ mobile: '+989121110001', name: LEILA }, 'product.bought', tea('o1'), 40);
  const sara = await told({ mobile: '+989121110002', name: SARA }, 'product.bought', tea('o2'), 30);
  const upset = await told({ mobile: '+989121110003', name: UPSET }, 'product.bought', tea('o3'), 30);
  const score = { survey: 'nps', question: 'recommend', score: 10 };
  for (const id of [leila, upset]) await told({ id }, 'survey.answered', score, 5);
  await told({ id: upset }, 'complaint.opened', { complaint: 'c1' }, 1);
  const opened = await ask<{ id: number }>('POST', '/v1/sales/deals', {
    person: leila,
    title: 'سفارش چای برای مهمانی',
    amount: 40_000_000,
    products: ['چای ایرانی'],
    owner: null,
    expectedClose: null,
  });
  const bodies = new Map<string, string>();
  const stranger = createServer((request, reply) => {
    reply.setHeader('content-type', 'text/html; charset=utf-8');
    reply.end(
      `<!doctype html><html lang="fa" dir="rtl"><title>سایت مشتری</title><main><h1>سایت مشتری</h1>${bodies.get(request.url ?? '') ?? ''}</main></html>`,
    );
  });
  await new Promise<void>((listening) => {
    stranger.listen(0, '127.0.0.1', listening);
  });
  const place = stranger.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  return {
    address,
    leila,
    sara,
    upset,
    deal: opened.id,
    ask,
    tell: async (id, type, data, days = 0) => void (await told({ id }, type, data, days)),
    look,
    elsewhere(body) {
      const path = `/page-${bodies.size}`;
      bodies.set(path, body);
      return `http://127.0.0.1:${port}${path}`;
    },
    async close() {
      stranger.close();
      stranger.closeAllConnections();
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await fresh.drop();
    },
  };
}

function tea(order: string): object {
  return { order, product: 'چای ایرانی', category: 'نوشیدنی', quantity: 1, amount: 2_000_000 };
}
