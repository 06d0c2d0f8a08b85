import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../packages/server/src/app.ts';
import { receiveFacts } from '../../packages/server/src/capabilities/facts/index.ts';
import { foundBusiness } from '../../packages/server/src/capabilities/ladder/index.ts';
import { markStalledOf } from '../../packages/server/src/capabilities/sales/index.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { openDatabase } from '../../packages/server/src/platform/database/index.ts';
import { freshDatabase } from '../../packages/server/src/platform/database/testing.ts';
import { makeApiKey, scopes } from '../../packages/server/src/platform/http/index.ts';
import { prepareJobs } from '../../packages/server/src/platform/jobs/index.ts';
import { createLog } from '../../packages/server/src/platform/log/index.ts';
import { addStaff, removeMember } from '../../packages/server/src/platform/sign-in/index.ts';
import { ANALYST, OWNER } from './small-shop.ts';

const built = process.env['WEB_FOLDER'] ?? join(import.meta.dirname, '../../packages/web/dist');
const DAY = 86_400_000;

export const LEILA = 'لیلا حسینی';
export const REZA = { email: 'reza@deals.example', password: 'a long enough password' };
/** A name that is no kindness to a layout. */
export const LONG = `سفارش «۱۰٪ off» ${'بی‌پایان <b>long</b> '.repeat(12)}`.slice(0, 198);

export interface DealsHouse {
  readonly address: string;
  /** The number of somebody who is known. */
  readonly leila: number;
  /** Asks the server as another program would; the answer has to be a good one. */
  readonly ask: <Body>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    path: string,
    body?: object,
  ) => Promise<Body>;
  /** Tells that something happened to somebody. */
  readonly tell: (person: number, type: string, data: object) => Promise<void>;
  /** Looks which deals stand still, as if so many days had gone by. */
  readonly later: (days: number) => Promise<void>;
  /** A seller who looks after something, and leaves. */
  readonly leave: () => Promise<{ readonly name: string }>;
  close(): Promise<void>;
}

/** A workshop where somebody is known and nobody has opened a deal yet. */
export async function openDealsHouse(): Promise<DealsHouse> {
  if (!existsSync(join(built, 'index.html'))) {
    throw new Error('The journeys look at the built page, and it is not built: run npm run build:web first.');
  }
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-deals-'));
  const log = createLog('silent');
  const founded = await foundBusiness(database, systemClock, { slug: 'bamdad', name: 'کارگاه بامداد' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const shop = founded.value;
  const hire = async (
    who: { email: string; password: string },
    role: string,
    name: string,
  ): Promise<string> => {
    const added = await addStaff(database, { ...who, name, businessSlug: shop.slug, role });
    if (!added.ok) throw new Error(added.refusal.code);
    return added.value.userId;
  };
  await hire(OWNER, 'owner', 'مینا احمدی');
  await hire(ANALYST, 'analyst', 'سامان');
  await hire(REZA, 'sales', 'رضا کاظمی');
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
  let told = 0;
  const receive = async (person: object, type: string, data: object, at: number): Promise<number> => {
    told += 1;
    const [answer] = await receiveFacts(database, systemClock, shop, [
      { person, type, at, source: 'till', key: `F-${told}`, data },
    ]);
    if (answer?.status !== 'stored' || answer.personId === null) throw new Error(JSON.stringify(answer));
    return answer.personId;
  };
  const leila = await receive(
    { mobile: '+989121110001', name: LEILA },
    'page.viewed',
    {},
    Date.now() - 20 * DAY,
  );
  return {
    address,
    leila,
    ask,
    tell: async (person, type, data) => void (await receive({ id: person }, type, data, Date.now())),
    later: async (days) => {
      const clock = { now: () => Date.now() + days * DAY };
      await markStalledOf(database, clock, shop);
    },
    leave: async () => {
      const name = 'نرگس صالحی';
      const id = await hire(
        { email: 'narges@deals.example', password: 'a long enough password' },
        'sales',
        name,
      );
      await ask('POST', '/v1/sales/deals', {
        person: leila,
        title: 'تعمیر سالانه',
        amount: 90_000_000,
        products: [],
        owner: id,
        expectedClose: null,
      });
      await database.withBusiness(shop.id, (tx) => removeMember(tx, id, new Set(scopes)));
      return { name };
    },
    async close() {
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await fresh.drop();
    },
  };
}
