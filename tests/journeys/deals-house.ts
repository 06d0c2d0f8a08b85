import { markStalledOf } from '../../packages/server/src/capabilities/sales/index.ts';
import { scopes } from '../../packages/server/src/platform/http/index.ts';
import { removeMember } from '../../packages/server/src/platform/sign-in/index.ts';
import { openBusiness } from './business-house.ts';
import { ANALYST, OWNER } from './small-shop.ts';

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
  const { address, ask, database, business, receive, hire, close } = await openBusiness({
    slug: 'bamdad',
    name: 'کارگاه بامداد',
    staff: [
      [OWNER, 'owner', 'مینا احمدی'],
      [ANALYST, 'analyst', 'سامان'],
      [REZA, 'sales', 'رضا کاظمی'],
    ],
  });
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
      await markStalledOf(database, clock, business);
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
      await database.withBusiness(business.id, (tx) => removeMember(tx, id, new Set(scopes)));
      return { name };
    },
    close,
  };
}
