import type { Programme, Reward } from '@nardeban/core/programme';
import { receiveFacts } from '../../packages/server/src/capabilities/facts/index.ts';
import { drainClimbs } from '../../packages/server/src/capabilities/ladder/index.ts';
import { checkLedger, earn } from '../../packages/server/src/capabilities/programme/index.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { openBusiness } from './business-house.ts';
import { OWNER } from './small-shop.ts';

const DAY = 86_400_000;

/** Sells, and may do nothing else. */
export const CASHIER = { email: 'cashier@till-shop.example', password: 'a password to sell with' };

/** Somebody with orders, points that end soon and a name that is no kindness to a layout. */
export const LEILA = {
  mobile: '+989121110001',
  name: 'لیلا <b>حسینی‌نژاد</b> گلپایگانی‌اصل 😀 O’Connor-Smith',
} as const;
export const POINTS = 1_280;
/** Has so many points that whoever spends them proves who they are. */
export const NIMA = '+989121110002';
/** One more with points, and one who brings things back: what others buy is no reason to hold an offer back from them. */
export const SARA = '+989121110003';
export const OMID = '+989121110004';
/** A code that asks for a larger basket than anybody has. */
export const CODE = 'NOWRUZ';

export interface TillHouse {
  readonly address: string;
  /** A gift card of 500,000 toman, by the code that is told once. */
  readonly card: string;
  /** What the server says, asked with every right. */
  ask<Answer>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer>;
  /** The code that was "sent" last to this mobile, as the mailbox shows it. */
  lastCode(mobile: string): Promise<string>;
  /** Differences between lots, entries, balances and counters. */
  differences(): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

/** A café with a club of points, an offer that applies by itself, a code that hardly ever does, and a cashier. */
export async function openTillHouse(): Promise<TillHouse> {
  const { address, ask, database, business, close } = await openBusiness({
    slug: 'till-shop',
    name: 'کافه بامداد',
    staff: [
      [OWNER, 'owner', 'مینا احمدی'],
      [CASHIER, 'cashier', 'سامان'],
    ],
    config: { sms: { provider: 'recording' }, development: true },
  });

  await ask('PUT', '/v1/club/draft', { definition: CLUB, revision: 0 });
  await ask('POST', '/v1/club/draft/publish', { revision: 1 });
  for (const offer of OFFERS) {
    await ask('POST', '/v1/club/offers', offer);
    await ask('PUT', `/v1/club/offers/${offer.key}/state`, { state: 'active', revision: 1 });
  }
  for (const definition of [REWARD, OFF]) {
    await ask('POST', '/v1/club/rewards', definition);
    await ask('PUT', `/v1/club/rewards/${definition.key}`, { definition, state: 'active', revision: 1 });
  }
  await ask('POST', '/v1/club/vouchers', {
    name: 'کد نوروز',
    offer: 'spring',
    word: CODE,
    uses: null,
    usesPerPerson: null,
    validFrom: null,
    validUntil: null,
  });
  const gift = await ask<{ code: string }>('POST', '/v1/club/gift-cards', {
    amount: 5_000_000,
    paid: true,
    person: null,
    expiresAt: null,
  });

  const now = Date.now();
  const told = [90, 40, 20].map((daysAgo) => ({
    person: { mobile: LEILA.mobile, name: LEILA.name },
    type: 'order.paid',
    at: now - daysAgo * DAY,
    source: 'till',
    key: `F-${daysAgo}`,
    data: { order: `F-${daysAgo}`, amount: 4_500_000 },
  }));
  const nimas = {
    ...told[0],
    person: { mobile: NIMA },
    key: 'F-nima',
    data: { order: 'F-nima', amount: 1_000_000 },
  };
  const others = [SARA, OMID].map((mobile) => ({
    ...told[0],
    person: { mobile },
    key: `F-${mobile}`,
    data: { order: `F-${mobile}`, amount: 4_500_000 },
  }));
  const stored = await receiveFacts(database, systemClock, business, [...told, nimas, ...others]);
  const [leila, nima, sara] = stored
    .filter((_, at) => at === 0 || at >= told.length)
    .map((one) => {
      if (one?.status !== 'stored' || one.personId === null) throw new Error(JSON.stringify(one));
      return one.personId;
    });
  if (leila === undefined || nima === undefined || sara === undefined)
    throw new Error('Three customers come');
  const credit = { wallet: 'points', cause: { kind: 'import' }, availableFrom: now - DAY };
  const lots = [
    [leila, POINTS - 80, 200],
    [leila, 80, 9],
    [nima, 2_000, 300],
    [sara, 900, 300],
  ] as const;
  await database.withBusiness(business.id, async (tx) => {
    for (const [id, units, days] of lots) {
      await earn(tx, {
        holder: { kind: 'person', id },
        credits: [{ ...credit, units, expiresAt: now + days * DAY, key: `lot-${id}-${units}` }],
        at: now - DAY,
        now,
      });
    }
  });
  await drainClimbs(database, systemClock, business.id);

  return {
    address,
    card: gift.code,
    ask,
    async lastCode(mobile) {
      const page = await (await fetch(`${address}/dev/mailbox?business=${business.slug}`)).text();
      const [, after = ''] = page.split(mobile);
      return /\b[0-9]{6}\b/.exec(after)?.[0] ?? '';
    },
    differences: async () => (await checkLedger(database, business.id)).examples,
    close,
  };
}

const REWARD: Reward = {
  key: 'cup',
  name: { fa: 'یک فنجان مهمان ما', en: 'A cup on us' },
  what: { kind: 'gift' },
  price: { kind: 'fixed', wallet: 'points', units: 100 },
  proof: false,
};

/** The customer chooses how much to spend on it. */
const OFF: Reward = {
  key: 'off',
  name: { fa: 'تخفیف دلخواه', en: 'As much off as you like' },
  what: { kind: 'discount', gives: { kind: 'worth', units: 1, amount: 1_000 } },
  price: { kind: 'range', wallet: 'points', least: 100, most: 900, step: 50 },
  proof: false,
};

const CLUB: Programme = {
  name: { fa: 'باشگاه بامداد', en: 'Bamdad club' },
  membership: 'everybody',
  wallets: [
    {
      key: 'points',
      name: { fa: 'امتیاز', en: 'points' },
      unit: 'points',
      worth: { points: 1, amount: 1_000 },
      vesting: 20,
      expiry: { kind: 'after', unit: 'day', count: 180 },
      negative: 'allow',
      spending: { step: 10, proofFrom: 1_000 },
    },
  ],
  rules: [
    {
      key: 'per-money',
      name: { fa: 'امتیاز خرید', en: 'points for buying' },
      wallet: 'points',
      on: { kind: 'order' },
      gives: { kind: 'per', units: 1, amount: 100_000 },
    },
  ],
};

const ALWAYS = {
  for: {},
  when: { zone: 'Asia/Tehran' },
  announcement: 'private',
  stacking: { exclusive: false, order: 10 },
  newcomers: true,
} as const;

const OFFERS = [
  {
    ...ALWAYS,
    key: 'neighbours',
    name: { fa: 'قدردانی از همسایه‌ها', en: 'Thanks to neighbours' },
    thanks: { fa: 'سپاس که همسایهٔ خوب مایید.', en: 'Thank you for being a good neighbour.' },
    gives: { kind: 'percent', share: 500 },
    by: 'itself',
    leastBasket: 1_000_000,
  },
  {
    ...ALWAYS,
    key: 'spring',
    name: { fa: 'نوروز', en: 'Nowruz' },
    gives: { kind: 'percent', share: 1_000 },
    by: 'code',
    leastBasket: 50_000_000,
  },
] as const;
