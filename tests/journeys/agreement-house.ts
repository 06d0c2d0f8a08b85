import { DEFAULT_APPRECIATION, DEFAULT_GUARD } from '@nardeban/core/offers';
import { changeOfferSettings } from '../../packages/server/src/capabilities/offers/index.ts';
import { noteEvent } from '../../packages/server/src/capabilities/sales/agreements/store.ts';
import { recordedMessages } from '../../packages/server/src/platform/channels/index.ts';
import { openBusiness } from './business-house.ts';
import { OWNER } from './small-shop.ts';

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
  const { address, ask, database, business, receive, close } = await openBusiness({
    slug: 'kooh',
    name: 'فروشگاه کوه (مرکزی)',
    staff: [
      [OWNER, 'owner', 'مینا احمدی'],
      [SELLER, 'sales', 'بهرام'],
    ],
    config: { development: true, sms: { provider: 'recording' } },
  });
  const at = Date.now() - 20 * DAY;
  const maryam = await receive({ mobile: '+989121110001', name: MARYAM }, 'page.viewed', {}, at);
  const { id: deal } = await ask<{ id: number }>('POST', '/v1/sales/deals', {
    person: maryam,
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
      await database.withBusiness(business.id, (tx) =>
        changeOfferSettings(tx, settings, 0, { by: 'test', now: Date.now() }),
      );
    },
    loseText: (agreement, version) =>
      database.withBusiness(business.id, (tx) =>
        noteEvent(tx, {
          agreement,
          version,
          kind: 'not_texted',
          by: '',
          at: Date.now(),
          detail: { code: 'sms_refused', reason: 'HTTP 500' },
        }),
      ),
    texted: async () => (await recordedMessages(database, business.id, 1))[0]?.text ?? '',
    close,
  };
}
