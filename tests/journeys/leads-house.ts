import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../packages/server/src/app.ts';
import { receiveFacts } from '../../packages/server/src/capabilities/facts/index.ts';
import { drainClimbs, foundBusiness } from '../../packages/server/src/capabilities/ladder/index.ts';
import { lookAtLeads, runQualificationTrial } from '../../packages/server/src/capabilities/sales/index.ts';
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

export const LEILA = 'لیلا حسینی';
export const REZA = { email: 'reza@leads.example', password: 'a long enough password' };
/** A name that is no kindness to a layout. */
export const LONG = `نمایشگاه «۱۰٪ off» ${'بی‌پایان <b>long</b> '.repeat(12)}`.slice(0, 198);

export interface LeadsHouse {
  readonly address: string;
  /** Asks the server as another program would; the answer has to be a good one. */
  readonly ask: <Body>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Body>;
  /** Somebody of this name, who did these things so many days ago. */
  readonly someone: (
    name: string,
    did: readonly (readonly [type: string, daysAgo: number])[],
  ) => Promise<number>;
  readonly tell: (person: number, type: string, data?: object) => Promise<void>;
  /** What the clock and the climbs do by themselves, `days` from now. */
  readonly pass: (days?: number) => Promise<void>;
  /** Runs the trial that waits. */
  readonly runTrial: (trial: number) => Promise<void>;
  close(): Promise<void>;
}

/** A workshop with two sellers where nobody has shown an interest yet. */
export async function openLeadsHouse(): Promise<LeadsHouse> {
  if (!existsSync(join(built, 'index.html'))) {
    throw new Error('The journeys look at the built page, and it is not built: run npm run build:web first.');
  }
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-leads-'));
  const log = createLog('silent');
  const founded = await foundBusiness(database, systemClock, { slug: 'bamdad', name: 'کارگاه بامداد' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const shop = founded.value;
  for (const [who, role, name] of [
    [OWNER, 'owner', 'مینا احمدی'],
    [ANALYST, 'analyst', 'سامان'],
    [REZA, 'sales', 'رضا کاظمی'],
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
  let told = 0;
  const receive = async (person: object, type: string, data: object, at: number): Promise<number> => {
    told += 1;
    const [answer] = await receiveFacts(database, systemClock, shop, [
      { person, type, at, source: 'till', key: `F-${told}`, data },
    ]);
    if (answer?.status !== 'stored' || answer.personId === null) throw new Error(JSON.stringify(answer));
    return answer.personId;
  };
  return {
    address,
    ask,
    someone: async (name, did) => {
      const mobile = `+98912111${String(told).padStart(4, '0')}`;
      const id = await receive({ mobile, name }, 'page.viewed', {}, Date.now() - 60 * DAY);
      for (const [type, daysAgo] of did) await receive({ id }, type, {}, Date.now() - daysAgo * DAY);
      return id;
    },
    tell: async (person, type, data = {}) => void (await receive({ id: person }, type, data, Date.now())),
    pass: async (days = 0) => {
      const clock = { now: () => Date.now() + days * DAY };
      await drainClimbs(database, clock, shop.id);
      await lookAtLeads(database, clock);
    },
    runTrial: (trial) =>
      runQualificationTrial(database, systemClock, shop.id, trial, new AbortController().signal),
    async close() {
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await fresh.drop();
    },
  };
}
