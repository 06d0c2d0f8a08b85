import { drainClimbs } from '../../packages/server/src/capabilities/ladder/index.ts';
import { noticeMissed, tendCadences } from '../../packages/server/src/capabilities/sales/index.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { openBusiness } from './business-house.ts';
import { OWNER } from './small-shop.ts';

const DAY = 86_400_000;

export const SELLER = { email: 'reza@today.example', password: 'a long enough password' };
export const LEILA = { name: 'لیلا حسینی', mobile: '+989121110001' };
export const BAHAR = {
  name: 'بهار <b>راد</b> با نامی که از یک سطر بسیار بلندتر است',
  mobile: '+989121110002',
};

export const NADER = { name: 'نادر شریفی', mobile: '+989121110003' };

export interface TodayHouse {
  readonly address: string;
  readonly leila: number;
  readonly bahar: number;
  readonly nader: number;
  readonly seller: string;
  /** Asks the server as another program would; the answer has to be a good one. */
  readonly ask: <Body>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Body>;
  /** Tells that somebody did something, and lets the jobs that wait for it run. */
  readonly tell: (person: number, type: string, data: object) => Promise<void>;
  /** Looks what was missed, as if so many days had gone by. */
  readonly later: (days: number) => Promise<void>;
  close(): Promise<void>;
}

/** A workshop with three people who are known, a seller, and nothing planned. */
export async function openTodayHouse(): Promise<TodayHouse> {
  const { address, ask, database, business, receive, hire, close } = await openBusiness({
    slug: 'bamdad',
    name: 'کارگاه بامداد',
    staff: [[OWNER, 'owner', 'مینا احمدی']],
  });
  const seller = await hire(SELLER, 'sales', 'رضا کاظمی');
  const known = (who: object) => receive(who, 'page.viewed', {}, Date.now() - 20 * DAY);
  return {
    address,
    leila: await known(LEILA),
    bahar: await known(BAHAR),
    nader: await known(NADER),
    seller,
    ask,
    async tell(person, type, data) {
      await receive({ id: person }, type, data, Date.now());
      await drainClimbs(database, systemClock, business.id);
      await tendCadences(database, systemClock);
    },
    later: async (days) => {
      await noticeMissed(database, { now: () => Date.now() + days * DAY });
    },
    close,
  };
}
