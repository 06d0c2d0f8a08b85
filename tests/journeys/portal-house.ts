import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clubPresets, type Programme } from '@nardeban/core/programme';
import { buildApp } from '../../packages/server/src/app.ts';
import { receiveFacts } from '../../packages/server/src/capabilities/facts/index.ts';
import { drainClimbs, foundBusiness } from '../../packages/server/src/capabilities/ladder/index.ts';
import { earn } from '../../packages/server/src/capabilities/programme/index.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { openDatabase } from '../../packages/server/src/platform/database/index.ts';
import { freshDatabase } from '../../packages/server/src/platform/database/testing.ts';
import { makeApiKey, scopes } from '../../packages/server/src/platform/http/index.ts';
import { prepareJobs } from '../../packages/server/src/platform/jobs/index.ts';
import { createLog } from '../../packages/server/src/platform/log/index.ts';

const DAY = 86_400_000;

/** Somebody with orders, points that wait, points that end, a gift card and a name that is no kindness to a layout. */
export const LEILA = {
  mobile: '+989121110001',
  name: 'لیلا <b>حسینی‌نژاد</b> گلپایگانی‌اصل 😀 O’Connor-Smith',
} as const;
/** Known by nothing but a mobile, with nothing to their name. */
export const NOBODY = '+989121110002';

export interface PortalHouse {
  readonly address: string;
  readonly slug: string;
  /** It is later now for the server, by so much. */
  later(ms: number): void;
  /** The code that was "sent" last to this mobile, as the mailbox shows it. */
  lastCode(mobile: string): Promise<string>;
  /** What the business knows of Leila's facts, the newest first. */
  factsOfLeila(): Promise<readonly { readonly type: string; readonly data: Record<string, unknown> }[]>;
  close(): Promise<void>;
}

/** A café with a ladder, a club of points, rewards and an open portal, where text messages are recorded. */
export async function openPortalHouse(): Promise<PortalHouse> {
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-portal-'));
  const log = createLog('silent');
  const founded = await foundBusiness(database, systemClock, { slug: 'bamdad', name: 'کافه بامداد' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const shop = founded.value;
  await prepareJobs(fresh.ownerUrl);
  const made = await makeApiKey(database, shop, { name: 'test', scopes, madeBy: 'test' });
  if (!made.ok) throw new Error(made.refusal.code);
  const config = {
    publicUrl: undefined,
    sessionSecret: undefined,
    dataFolder,
    sms: { provider: 'recording' as const },
    development: true,
  };
  const webFolder = process.env['WEB_FOLDER'] ?? join(import.meta.dirname, '../../packages/web/dist');
  let ahead = 0;
  const clock = { now: () => systemClock.now() + ahead };
  const app = await buildApp({ database, clock, config, log, webFolder });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });

  const ask = async (method: string, path: string, body: object): Promise<Record<string, never>> => {
    const answer = await fetch(address + path, {
      method,
      headers: { authorization: `Bearer ${made.value.key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const said = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(said)}`);
    return said as Record<string, never>;
  };

  await ask('PUT', '/v1/club/draft', { definition: club(), revision: 0 });
  await ask('POST', '/v1/club/draft/publish', { revision: 1 });
  await ask('PUT', '/v1/club/portal', {
    open: true,
    joining: true,
    welcome: 'باشگاه همسایه‌های خوب ما؛ هر قهوه یک قدم به بالا.',
    rungs: {},
    revision: 0,
  });
  for (const definition of rewards) {
    await ask('POST', '/v1/club/rewards', definition);
    await ask('PUT', `/v1/club/rewards/${definition.key}`, { definition, state: 'active', revision: 1 });
  }

  const now = Date.now();
  const tell = async (
    mobile: string,
    facts: readonly (readonly [type: string, daysAgo: number, data: object])[],
  ) => {
    const told = facts.map(([type, daysAgo, data], place) => ({
      person: mobile === LEILA.mobile ? { mobile, name: LEILA.name } : { mobile },
      type,
      at: now - daysAgo * DAY,
      source: 'till',
      key: `${mobile} ${place}`,
      data,
    }));
    const answers = await receiveFacts(database, systemClock, shop, told);
    const [first] = answers;
    if (first?.status !== 'stored' || first.personId === null) throw new Error(JSON.stringify(answers));
    return first.personId;
  };
  const leila = await tell(LEILA.mobile, [
    ['newsletter.subscribed', 200, {}],
    ['club.joined', 120, { channel: 'till' }],
    ['order.paid', 90, { order: 'F-1', amount: 4_500_000 }],
    ['order.paid', 20, { order: 'F-2', amount: 125_000_000 }],
    ['points.earned', 20, { points: 1250, wallet: 'points', order: 'F-2' }],
  ]);
  await tell(NOBODY, [['newsletter.subscribed', 100, {}]]);
  const credit = { wallet: 'points', cause: { kind: 'earning' } };
  await database.withBusiness(shop.id, (tx) =>
    earn(tx, {
      holder: { kind: 'person', id: leila },
      credits: [
        { ...credit, units: 1250, availableFrom: now - 20 * DAY, expiresAt: now + 40 * DAY, key: 'one' },
        { ...credit, units: 30, availableFrom: now - 20 * DAY, expiresAt: now + 9 * DAY, key: 'two' },
        { ...credit, units: 480, availableFrom: now + 12 * DAY, expiresAt: null, key: 'three' },
      ],
      at: now - 20 * DAY,
      now,
    }),
  );
  await ask('POST', '/v1/club/gift-cards', {
    amount: 5_000_000,
    paid: true,
    person: leila,
    expiresAt: now + 300 * DAY,
  });
  await drainClimbs(database, systemClock, shop.id);

  return {
    address,
    slug: shop.slug,
    later(ms) {
      ahead += ms;
    },
    async lastCode(mobile) {
      const page = await (await fetch(`${address}/dev/mailbox?business=${shop.slug}`)).text();
      const [, after = ''] = page.split(mobile);
      return /\b[0-9]{6}\b/.exec(after)?.[0] ?? '';
    },
    async factsOfLeila() {
      const { rows } = await database.withBusiness(shop.id, (tx) =>
        tx.query<{ type: string; data: Record<string, unknown> }>(
          'SELECT type, data FROM facts WHERE person_id = $1 ORDER BY at DESC, fact_id DESC',
          [leila],
        ),
      );
      return rows;
    },
    async close() {
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await fresh.drop();
    },
  };
}

function club(): Programme {
  const preset = clubPresets.find(({ key }) => key === 'deeds-and-points');
  if (preset === undefined) throw new Error('The preset is not there');
  return { ...preset.programme, levels };
}

const levels: Programme['levels'] = {
  name: { fa: 'سطح', en: 'Level' },
  levels: [
    { key: 'plain', name: { fa: 'ساده', en: 'Plain' }, from: 0 },
    {
      key: 'silver',
      name: { fa: 'نقره‌ای', en: 'Silver' },
      from: 2,
      brings: { fa: 'قهوهٔ دوم هر روز مهمان ما', en: 'The second coffee of a day is on us' },
    },
    {
      key: 'gold',
      name: { fa: 'طلایی', en: 'Gold' },
      from: 10,
      brings: {
        fa: 'میز کنار پنجره برایتان نگه داشته می‌شود و تولدتان یک کیک مهمان ما هستید',
        en: 'The table by the window is kept for you, and a cake on your birthday',
      },
    },
  ],
  by: 'orders',
  span: { kind: 'ever' },
  down: 'never',
};

const free = { kind: 'gift' } as const;
const rewards = [
  {
    key: 'coffee',
    name: { fa: 'یک فنجان قهوهٔ دمی', en: 'A cup of filter coffee' },
    about: {
      fa: 'از دانهٔ تازهٔ این هفته، هر روز تا ساعت هشت شب.',
      en: 'Of this week’s beans, every day until eight.',
    },
    what: free,
    price: { kind: 'fixed', wallet: 'points', units: 200 },
    proof: true,
  },
  {
    key: 'workshop',
    name: { fa: 'کارگاه یک‌روزهٔ لاته‌آرت با سرباریستای کافه', en: 'A day of latte art' },
    what: { kind: 'event' },
    price: { kind: 'range', wallet: 'points', least: 100, most: 900, step: 50 },
    proof: false,
  },
  {
    key: 'grinder',
    name: { fa: 'آسیاب دستی', en: 'A hand grinder' },
    what: free,
    price: { kind: 'fixed', wallet: 'points', units: 9000 },
    proof: false,
  },
] as const;
