import { clubPresets } from '@nardeban/core/programme';
import { receiveFacts } from '../../packages/server/src/capabilities/facts/index.ts';
import { drainClimbs } from '../../packages/server/src/capabilities/ladder/index.ts';
import { earn, rollBusiness } from '../../packages/server/src/capabilities/programme/index.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { openBusiness } from './business-house.ts';
import { ANALYST, OWNER } from './small-shop.ts';

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
  const { address, ask, database, business, close } = await openBusiness({
    slug: 'offers-shop',
    name: 'کافه بامداد',
    staff: [
      [OWNER, 'owner', 'مینا احمدی'],
      [ANALYST, 'analyst', 'سامان'],
    ],
  });

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
      business,
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
    await database.withBusiness(business.id, (tx) =>
      earn(tx, { holder: { kind: 'person', id }, credits, at: now - 20 * DAY, now }),
    );
  }
  await ask('POST', '/v1/club/gift-cards', {
    amount: 5_000_000,
    paid: true,
    person: leila,
    expiresAt: now + 300 * DAY,
  });
  await drainClimbs(database, systemClock, business.id);
  await rollBusiness(database, systemClock, business);
  return {
    address,
    ask,
    close,
  };
}
