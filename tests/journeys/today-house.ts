import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../packages/server/src/app.ts';
import { receiveFacts } from '../../packages/server/src/capabilities/facts/index.ts';
import { drainClimbs, foundBusiness } from '../../packages/server/src/capabilities/ladder/index.ts';
import { noticeMissed, tendCadences } from '../../packages/server/src/capabilities/sales/index.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { openDatabase } from '../../packages/server/src/platform/database/index.ts';
import { freshDatabase } from '../../packages/server/src/platform/database/testing.ts';
import { makeApiKey, scopes } from '../../packages/server/src/platform/http/index.ts';
import { prepareJobs } from '../../packages/server/src/platform/jobs/index.ts';
import { createLog } from '../../packages/server/src/platform/log/index.ts';
import { addStaff } from '../../packages/server/src/platform/sign-in/index.ts';
import { OWNER } from './small-shop.ts';

const built = process.env['WEB_FOLDER'] ?? join(import.meta.dirname, '../../packages/web/dist');
const DAY = 86_400_000;

export const SELLER = { email: 'reza@today.example', password: 'a long enough password' };
export const LEILA = { name: 'لیلا حسینی', mobile: '+989121110001' };
export const BAHAR = {
  name: 'بهار <b>راد</b> با نامی که از یک سطر بسیار بلندتر است',
  mobile: '+989121110002',
};

export const NADER = { name: 'نادر شریفی', mobile: '+989121110003' };

export interface TodayHouse {
  readonly address: string;
  readonly leila: number;
  readonly bahar: number;
  readonly nader: number;
  readonly seller: string;
  /** Asks the server as another program would; the answer has to be a good one. */
  readonly ask: <Body>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Body>;
  /** Tells that somebody did something, and lets the jobs that wait for it run. */
  readonly tell: (person: number, type: string, data: object) => Promise<void>;
  /** Looks what was missed, as if so many days had gone by. */
  readonly later: (days: number) => Promise<void>;
  close(): Promise<void>;
}

/** A workshop with three people who are known, a seller, and nothing planned. */
export async function openTodayHouse(): Promise<TodayHouse> {
  if (!existsSync(join(built, 'index.html'))) {
    throw new Error('The journeys look at the built page, and it is not built: run npm run build:web first.');
  }
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-today-'));
  const log = createLog('silent');
  const founded = await foundBusiness(database, systemClock, { slug: 'bamdad', name: 'کارگاه بامداد' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const shop = founded.value;
  const hire = async (who: { email: string; password: string }, role: string, name: string) => {
    const added = await addStaff(database, { ...who, name, businessSlug: shop.slug, role });
    if (!added.ok) throw new Error(added.refusal.code);
    return added.value.userId;
  };
  await hire(OWNER, 'owner', 'مینا احمدی');
  const seller = await hire(SELLER, 'sales', 'رضا کاظمی');
  const made = await makeApiKey(database, shop, { name: 'till', scopes, madeBy: 'test' });
  if (!made.ok) throw new Error(made.refusal.code);
  await prepareJobs(fresh.ownerUrl);
  const config = { publicUrl: undefined, sessionSecret: undefined, dataFolder };
  const app = await buildApp({ database, clock: systemClock, config, log, webFolder: built });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  let told = 0;
  const receive = async (person: object, type: string, data: object, at: number): Promise<number> => {
    told += 1;
    const [answer] = await receiveFacts(database, systemClock, shop, [
      { person, type, at, source: 'till', key: `F-${told}`, data },
    ]);
    if (answer?.status !== 'stored' || answer.personId === null) throw new Error(JSON.stringify(answer));
    return answer.personId;
  };
  const known = (who: object) => receive(who, 'page.viewed', {}, Date.now() - 20 * DAY);
  return {
    address,
    leila: await known(LEILA),
    bahar: await known(BAHAR),
    nader: await known(NADER),
    seller,
    async ask<Body>(method: string, path: string, body?: object): Promise<Body> {
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
    },
    async tell(person, type, data) {
      await receive({ id: person }, type, data, Date.now());
      await drainClimbs(database, systemClock, shop.id);
      await tendCadences(database, systemClock);
    },
    later: async (days) => {
      await noticeMissed(database, { now: () => Date.now() + days * DAY });
    },
    async close() {
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await fresh.drop();
    },
  };
}
