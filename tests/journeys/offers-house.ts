import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clubPresets } from '@nardeban/core/programme';
import { buildApp } from '../../packages/server/src/app.ts';
import { receiveFacts } from '../../packages/server/src/capabilities/facts/index.ts';
import { drainClimbs, foundBusiness } from '../../packages/server/src/capabilities/ladder/index.ts';
import { earn, rollBusiness } from '../../packages/server/src/capabilities/programme/index.ts';
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

/** Somebody whose name is no kindness to a layout. */
export const UGLY = 'لیلا <b>حسینی‌نژاد</b> گلپایگانی‌اصل 😀 O’Connor-Smith-Featherstonehaugh';

export interface OffersHouse {
  readonly address: string;
  /** Asks the server as the business's own key. */
  ask<Body>(method: string, path: string, body?: object): Promise<Body>;
  close(): Promise<void>;
}

/** A shop with customers of a year, a club whose books are rolled, and referrals of which one waits for somebody to look. */
export async function openOffersHouse(): Promise<OffersHouse> {
  if (!existsSync(join(built, 'index.html'))) {
    throw new Error('The journeys look at the built page, and it is not built: run npm run build:web first.');
  }
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-offers-'));
  const log = createLog('silent');
  const founded = await foundBusiness(database, systemClock, { slug: 'offers-shop', name: 'کافه بامداد' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const shop = founded.value;
  for (const [who, role, name] of [
    [OWNER, 'owner', 'مینا احمدی'],
    [ANALYST, 'analyst', 'سامان'],
  ] as const) {
    const added = await addStaff(database, { ...who, name, businessSlug: shop.slug, role });
    if (!added.ok) throw new Error(added.refusal.code);
  }
  const made = await makeApiKey(database, shop, { name: 'test', scopes, madeBy: 'test' });
  if (!made.ok) throw new Error(made.refusal.code);
  await prepareJobs(fresh.ownerUrl);
  const config = { publicUrl: undefined, sessionSecret: undefined, dataFolder };
  const app = await buildApp({ database, clock: systemClock, config, log, webFolder: built });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });

  const ask = async <Body>(method: string, path: string, body?: object): Promise<Body> => {
    const answer = await fetch(address + path, {
      method,
      headers: { authorization: `Bearer ${made.value.key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const said = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(said)}`);
    return said as Body;
  };

  const preset = clubPresets.find(({ key }) => key === 'deeds-and-points');
  const wallet = preset?.programme.wallets[0]?.key;
  if (preset === undefined || wallet === undefined) throw new Error('The preset is not there');
  const definition = {
    ...preset.programme,
    referral: {
      returnWindow: 7,
      steps: [
        {
          key: 'joined',
          when: { kind: 'joined' },
          referrer: [],
          friend: [{ wallet, units: 50 }],
        },
      ],
    },
  };
  await ask('PUT', '/v1/club/draft', { definition, revision: 0 });
  await ask('POST', '/v1/club/draft/publish', { revision: 1 });

  const now = Date.now();
  let told = 0;
  const person = async (
    name: string | undefined,
    facts: readonly (readonly [type: string, daysAgo: number, data: object])[],
  ): Promise<number> => {
    told += 1;
    const mobile = `+98912${String(told).padStart(7, '0')}`;
    const answers = await receiveFacts(
      database,
      systemClock,
      shop,
      facts.map(([type, daysAgo, data], place) => ({
        person: { mobile, ...(name === undefined ? {} : { name }) },
        type,
        at: now - daysAgo * DAY,
        source: 'till',
        key: `${told} ${place}`,
        data,
      })),
    );
    const [first] = answers;
    if (first?.status !== 'stored' || first.personId === null) throw new Error(JSON.stringify(answers));
    return first.personId;
  };
  const orders = (count: number, amount: number) =>
    Array.from(
      { length: count },
      (_, at) =>
        [
          'order.paid',
          3 + at * 14,
          { order: `F-${told + 1}-${at}`, amount, onTime: at % 4 !== 3, channel: 'حضوری' },
        ] as const,
    );
  const leila = await person(UGLY, orders(14, 12_500_000));
  const sara = await person('سارا کریمی', [['newsletter.subscribed', 140, {}], ...orders(8, 4_500_000)]);
  const jean = await person('Jean O’Connor (VIP)', orders(5, 3_000_000));
  const nobody = await person(undefined, orders(1, 900_000));
  const friends = [
    await person('نرگس', [['newsletter.subscribed', 12, {}]]),
    await person('بابک', [['club.joined', 1, { channel: 'till' }]]),
  ];
  const { code } = await ask<{ code: string }>('POST', `/v1/people/${leila}/referral/reissue`);
  for (const id of friends) {
    await ask('POST', '/v1/club/referrals', {
      code,
      friend: { id },
      channel: 'اینستاگرام',
      seenWith: { device: 'phone-1' },
    });
  }
  for (const [at, id] of [leila, sara, jean, nobody].entries()) {
    const credits = [
      {
        wallet,
        units: 1_250 + at,
        availableFrom: now - 20 * DAY,
        expiresAt: now + 40 * DAY,
        cause: { kind: 'earning' },
        key: `start ${id}`,
      },
    ];
    await database.withBusiness(shop.id, (tx) =>
      earn(tx, { holder: { kind: 'person', id }, credits, at: now - 20 * DAY, now }),
    );
  }
  await ask('POST', '/v1/club/gift-cards', {
    amount: 5_000_000,
    paid: true,
    person: leila,
    expiresAt: now + 300 * DAY,
  });
  await drainClimbs(database, systemClock, shop.id);
  await rollBusiness(database, systemClock, shop);
  return {
    address,
    ask,
    async close() {
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await fresh.drop();
    },
  };
}
