import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_APPRECIATION, DEFAULT_GUARD } from '@nardeban/core/offers';
import { buildApp } from '../../packages/server/src/app.ts';
import { receiveFacts } from '../../packages/server/src/capabilities/facts/index.ts';
import { foundBusiness } from '../../packages/server/src/capabilities/ladder/index.ts';
import { changeOfferSettings } from '../../packages/server/src/capabilities/offers/index.ts';
import { noteEvent } from '../../packages/server/src/capabilities/sales/agreements/store.ts';
import { recordedMessages } from '../../packages/server/src/platform/channels/index.ts';
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

export const SELLER = { email: 'seller@agreements.example', password: 'a password to sell with' };
const MARYAM = 'مریم صادقی';

export interface AgreementHouse {
  readonly address: string;
  /** A deal with somebody who wants shoes for the mountains. */
  readonly deal: number;
  /** Asks the server as another program would; the answer has to be a good one. */
  readonly ask: <Body>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Body>;
  /** From now on discounts are held to a guard. */
  readonly guard: () => Promise<void>;
  /** The last text message of what was sent last on an agreement did not go out. */
  readonly loseText: (agreement: number, version: number) => Promise<void>;
  /** What the last text message said. */
  readonly texted: () => Promise<string>;
  close(): Promise<void>;
}

/** A shop with a deal on which nothing was agreed yet. */
export async function openAgreementHouse(): Promise<AgreementHouse> {
  if (!existsSync(join(built, 'index.html')))
    throw new Error('The journeys look at the built page, and it is not built: run npm run build:web first.');
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-agreement-'));
  const log = createLog('silent');
  const founded = await foundBusiness(database, systemClock, { slug: 'kooh', name: 'فروشگاه کوه (مرکزی)' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const shop = founded.value;
  for (const [who, role, name] of [
    [OWNER, 'owner', 'مینا احمدی'],
    [SELLER, 'sales', 'بهرام'],
  ] as const) {
    const added = await addStaff(database, { ...who, name, businessSlug: shop.slug, role });
    if (!added.ok) throw new Error(added.refusal.code);
  }
  const made = await makeApiKey(database, shop, { name: 'till', scopes, madeBy: 'test' });
  if (!made.ok) throw new Error(made.refusal.code);
  await prepareJobs(fresh.ownerUrl);
  const config = {
    publicUrl: undefined,
    sessionSecret: undefined,
    dataFolder,
    development: true,
    sms: { provider: 'recording' } as const,
  };
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
  const [told] = await receiveFacts(database, systemClock, shop, [
    {
      person: { mobile: '+989121110001', name: MARYAM },
      type: 'page.viewed',
      at: Date.now() - 20 * DAY,
      source: 'site',
      key: 'F-1',
      data: {},
    },
  ]);
  if (told?.status !== 'stored' || told.personId === null) throw new Error(JSON.stringify(told));
  const { id: deal } = await ask<{ id: number }>('POST', '/v1/sales/deals', {
    person: told.personId,
    title: 'کفش کوه برای خانواده',
    amount: 50_000_000,
    products: ['کفش کوه'],
    owner: null,
    expectedClose: null,
  });
  return {
    address,
    deal,
    ask,
    guard: async () => {
      const settings = {
        guard: { ...DEFAULT_GUARD, mostDiscount: 1000, margin: { line: 0 } },
        appreciation: DEFAULT_APPRECIATION,
        base: null,
      };
      await database.withBusiness(shop.id, (tx) =>
        changeOfferSettings(tx, settings, 0, { by: 'test', now: Date.now() }),
      );
    },
    loseText: (agreement, version) =>
      database.withBusiness(shop.id, (tx) =>
        noteEvent(tx, {
          agreement,
          version,
          kind: 'not_texted',
          by: '',
          at: Date.now(),
          detail: { code: 'sms_refused', reason: 'HTTP 500' },
        }),
      ),
    texted: async () => (await recordedMessages(database, shop.id, 1))[0]?.text ?? '',
    close: async () => {
      await app.close();
      await database.close();
      await fresh.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
