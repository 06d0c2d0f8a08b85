import { drainClimbs } from '../../packages/server/src/capabilities/ladder/index.ts';
import { lookAtLeads, runQualificationTrial } from '../../packages/server/src/capabilities/sales/index.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { openBusiness } from './business-house.ts';
import { ANALYST, OWNER } from './small-shop.ts';

const DAY = 86_400_000;

export const LEILA = 'لیلا حسینی';
export const REZA = { email: 'reza@leads.example', password: 'a long enough password' };
/** A name that is no kindness to a layout. */
export const LONG = `نمایشگاه «۱۰٪ off» ${'بی‌پایان <b>long</b> '.repeat(12)}`.slice(0, 198);

export interface LeadsHouse {
  readonly address: string;
  /** Asks the server as another program would; the answer has to be a good one. */
  readonly ask: <Body>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Body>;
  /** Somebody of this name, who did these things so many days ago. */
  readonly someone: (
    name: string,
    did: readonly (readonly [type: string, daysAgo: number])[],
  ) => Promise<number>;
  readonly tell: (person: number, type: string, data?: object) => Promise<void>;
  /** What the clock and the climbs do by themselves, `days` from now. */
  readonly pass: (days?: number) => Promise<void>;
  /** Runs the trial that waits. */
  readonly runTrial: (trial: number) => Promise<void>;
  close(): Promise<void>;
}

/** A workshop with two sellers where nobody has shown an interest yet. */
export async function openLeadsHouse(): Promise<LeadsHouse> {
  const { address, ask, database, business, receive, close } = await openBusiness({
    slug: 'bamdad',
    name: 'کارگاه بامداد',
    staff: [
      [OWNER, 'owner', 'مینا احمدی'],
      [ANALYST, 'analyst', 'سامان'],
      [REZA, 'sales', 'رضا کاظمی'],
    ],
  });
  let people = 0;
  return {
    address,
    ask,
    someone: async (name, did) => {
      people += 1;
      const mobile = `+98912111${String(people).padStart(4, '0')}`;
      const id = await receive({ mobile, name }, 'page.viewed', {}, Date.now() - 60 * DAY);
      for (const [type, daysAgo] of did) await receive({ id }, type, {}, Date.now() - daysAgo * DAY);
      return id;
    },
    tell: async (person, type, data = {}) => void (await receive({ id: person }, type, data, Date.now())),
    pass: async (days = 0) => {
      const clock = { now: () => Date.now() + days * DAY };
      await drainClimbs(database, clock, business.id);
      await lookAtLeads(database, clock);
    },
    runTrial: (trial) =>
      runQualificationTrial(database, systemClock, business.id, trial, new AbortController().signal),
    close,
  };
}
