import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clubPresets } from '@nardeban/core/programme';
import { buildApp } from '../../packages/server/src/app.ts';
import { receiveFacts } from '../../packages/server/src/capabilities/facts/index.ts';
import { foundBusiness } from '../../packages/server/src/capabilities/ladder/index.ts';
import { earn } from '../../packages/server/src/capabilities/programme/index.ts';
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
/** A name that is no kindness to a layout. */
export const LONG = `جشنوارهٔ «۱۰٪ off» ${'بی‌پایان <b>long</b> '.repeat(12)}`.slice(0, 198);

export interface CodesHouse {
  readonly address: string;
  /** The number of somebody with points to spend. */
  readonly leila: number;
  /** Asks the server as another program would; the answer has to be a good one. */
  readonly ask: <Body>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Body>;
  close(): Promise<void>;
}

/** A café with a club of points and an offer, where nobody has made a code, a card or a reward yet. */
export async function openCodesHouse(): Promise<CodesHouse> {
  if (!existsSync(join(built, 'index.html'))) {
    throw new Error('The journeys look at the built page, and it is not built: run npm run build:web first.');
  }
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-codes-'));
  const log = createLog('silent');
  const founded = await foundBusiness(database, systemClock, { slug: 'bamdad', name: 'کافه بامداد' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const shop = founded.value;
  for (const [who, role, name] of [
    [OWNER, 'owner', 'مینا احمدی'],
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

  const preset = clubPresets.find(({ key }) => key === 'deeds-and-points');
  if (preset === undefined) throw new Error('The preset is not there');
  await ask('PUT', '/v1/club/draft', { definition: preset.programme, revision: 0 });
  await ask('POST', '/v1/club/draft/publish', { revision: 1 });
  await ask('POST', '/v1/club/offers', {
    key: 'thanks',
    name: { fa: 'سپاس همراهان', en: 'Thanks to the loyal' },
    for: {},
    gives: { kind: 'percent', share: 500 },
    when: { zone: 'Asia/Tehran' },
    by: 'code',
    announcement: 'private',
    stacking: { exclusive: false, order: 1 },
    newcomers: false,
  });
  const now = Date.now();
  const [told] = await receiveFacts(database, systemClock, shop, [
    {
      person: { mobile: '+989121110001', name: LEILA },
      type: 'order.paid',
      at: now - 20 * DAY,
      source: 'till',
      key: 'F-1',
      data: { order: 'F-1', amount: 4_500_000 },
    },
  ]);
  if (told?.status !== 'stored' || told.personId === null) throw new Error(JSON.stringify(told));
  const leila = told.personId;
  await database.withBusiness(shop.id, (tx) =>
    earn(tx, {
      holder: { kind: 'person', id: leila },
      credits: [
        {
          wallet: 'points',
          cause: { kind: 'earning' },
          units: 5_000,
          availableFrom: now - DAY,
          expiresAt: null,
          key: 'one',
        },
      ],
      at: now - DAY,
      now,
    }),
  );
  return {
    address,
    leila,
    ask,
    async close() {
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await fresh.drop();
    },
  };
}
