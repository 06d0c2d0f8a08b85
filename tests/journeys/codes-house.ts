import { clubPresets } from '@nardeban/core/programme';
import { earn } from '../../packages/server/src/capabilities/programme/index.ts';
import { openBusiness } from './business-house.ts';
import { ANALYST, OWNER } from './small-shop.ts';

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
  const { address, ask, database, business, receive, close } = await openBusiness({
    slug: 'bamdad',
    name: 'کافه بامداد',
    staff: [
      [OWNER, 'owner', 'مینا احمدی'],
      [ANALYST, 'analyst', 'سامان'],
    ],
  });

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
  const leila = await receive(
    { mobile: '+989121110001', name: LEILA },
    'order.paid',
    { order: 'F-1', amount: 4_500_000 },
    now - 20 * DAY,
  );
  await database.withBusiness(business.id, (tx) =>
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
    close,
  };
}
