import type { Instant } from '@nardeban/core/values';
import type { Clock } from '../platform/clock/index.ts';
import type { Config } from '../platform/config/index.ts';
import type { Database } from '../platform/database/index.ts';
import { makeApiKey } from '../platform/http/index.ts';
import { addStaff, membersOf } from '../platform/sign-in/index.ts';
import { type Business, businessBySlug } from '../platform/tenancy/index.ts';
import { drainClimbs, foundBusiness } from '../capabilities/ladder/index.ts';
import { CASHIER } from './club/author.ts';
import { makeClub } from './club/index.ts';
import { makeSales } from './sales/index.ts';
import { worldOf } from './diary.ts';
import { loadPretendPeople } from './load.ts';
import { demoPassword, knownDemoPassword } from './password.ts';
import { type PretendShop, SHOPS } from './shops.ts';

export const DEMO_EMAIL = 'demo@nardeban.example';

/** Who else works in the first shop, to show what their role shows; let in by the same password. */
export const DEMO_COLLEAGUES = [
  { email: 'seller@nardeban.example', name: 'فروشندهٔ نمونه', role: 'sales' },
  { email: 'analyst@nardeban.example', name: 'تحلیلگر نمونه', role: 'analyst' },
  { email: 'cashier@nardeban.example', name: CASHIER, role: 'cashier' },
] as const;

export interface DemoOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly config: Pick<Config, 'dataFolder'>;
  readonly signal: AbortSignal;
  readonly progress: (text: string) => void;
  /** How many people the large shop gets, where it need not be large: tests and journeys. */
  readonly people?: number;
}

/**
 * Makes the pretend shops that are not there yet, with an account that owns them all and
 * three that work in the first, and answers the lines that tell
 * how to sign in. A shop is made under a working name and gets its own when it is complete: whatever interrupts the
 * making, the next start goes on with it, and a complete shop is never touched again.
 */
export async function prepareDemo(options: DemoOptions): Promise<readonly string[]> {
  const { database, config } = options;
  let key: string | undefined;
  for (const shop of SHOPS) {
    if ((await businessBySlug(database, shop.slug)) !== null) continue;
    const business = await makeShop(shop, options);
    if (business === null) return [];
    if (shop === SHOPS[0]) key = await keyOf(database, business);
  }
  const password = await knownDemoPassword(config.dataFolder);
  const secret =
    password === undefined ? 'the password shown at its first start' : `the password ${password}`;
  const colleagues = await colleaguesIn(database);
  return [
    `Sign in as ${DEMO_EMAIL} with ${secret}`,
    ...(colleagues.length === 0
      ? []
      : [`The same password shows the demo shop as others see it: ${colleagues.join(', ')}`]),
    ...(key === undefined ? [] : [`API key to send facts to the demo shop, shown this once: ${key}`]),
  ];
}

/** Those who are still there: shops made earlier have none, and an owner may have removed them. */
async function colleaguesIn(database: Database): Promise<readonly string[]> {
  const [first] = SHOPS;
  const business = first === undefined ? null : await businessBySlug(database, first.slug);
  if (business === null) return [];
  const members = await database.withBusiness(business.id, membersOf);
  return DEMO_COLLEAGUES.map(({ email }) => email).filter((email) =>
    members.some((member) => member.email === email),
  );
}

/** Answers null when it was stopped before it was done. */
async function makeShop(shop: PretendShop, options: DemoOptions): Promise<Business | null> {
  const { database, clock, signal } = options;
  const { business, now, facts: alreadyStored } = await begin(shop, options);
  if (shop.world !== null) {
    const people = shop === SHOPS[0] ? (options.people ?? shop.world.people) : shop.world.people;
    const world = worldOf({ ...shop.world, people, now, zone: business.zone });
    const loaded = await loadPretendPeople(database, business, world, {
      signal,
      alreadyStored,
      onProgress: ({ people: done, facts }) =>
        options.progress(
          `Making the shop '${shop.slug}': ${count(done)} of ${count(people)} people, ${count(facts)} facts`,
        ),
    });
    if (loaded === null) return null;
    const place = (): Promise<unknown> =>
      drainClimbs(database, clock, business.id, {
        signal,
        onProgress: (done) =>
          options.progress(`Placing the people of '${shop.slug}' on the ladder: ${count(done)}`),
      });
    await place();
    if (shop === SHOPS[0]) {
      const isMade = await makeClub(database, business, {
        now,
        signal,
        onProgress: (month, months) =>
          options.progress(`Opening the customer club of '${shop.slug}': month ${month} of ${months}`),
      });
      if (!isMade) return null;
      await place();
    }
  }
  if (signal.aborted) return null;
  const password = await demoPassword(options.config.dataFolder);
  const owner = { email: DEMO_EMAIL, name: 'مهمان نردبان', role: 'owner' };
  for (const one of shop === SHOPS[0] ? [owner, ...DEMO_COLLEAGUES] : [owner]) {
    const added = await addStaff(database, { ...one, password, businessSlug: business.slug });
    if (!added.ok) throw new Error(`The demo account could not be made: ${added.refusal.code}`);
  }
  if (shop === SHOPS[0]) {
    options.progress(`Making the sales of '${shop.slug}'`);
    await makeSales(database, business, now);
    await drainClimbs(database, clock, business.id, { signal });
  }
  await rename(database, business, shop.slug);
  return business;
}

async function keyOf(database: Database, business: Business): Promise<string> {
  const wanted = { name: 'demo', scopes: ['facts:write'], madeBy: DEMO_EMAIL };
  const made = await makeApiKey(database, business, wanted);
  if (!made.ok) throw new Error(`The demo key could not be made: ${made.refusal.code}`);
  return made.value.key;
}

interface Begun {
  readonly business: Business;
  /** When the making began: an interrupted one goes on with the world of that moment, so that nothing is told twice. */
  readonly now: Instant;
  /** How many facts it has. */
  readonly facts: number;
}

/** The shop under its working name: the one an interrupted start left behind, else a new one. */
async function begin(shop: PretendShop, { database, clock }: DemoOptions): Promise<Begun> {
  const slug = `${shop.slug}-being-made`;
  const left = await businessBySlug(database, slug);
  if (left !== null) {
    const begun = await stateOf(database, left);
    if (begun.facts > 0) return begun;
    // Its founding itself may have been interrupted, and there is nothing in it to keep.
    await rename(database, left, `${slug}-${left.id}`);
  }
  const founded = await foundBusiness(database, clock, { slug, name: shop.name });
  if (!founded.ok) throw new Error(`The demo shop could not be founded: ${founded.refusal.code}`);
  return stateOf(database, founded.value);
}

async function stateOf(database: Database, business: Business): Promise<Begun> {
  const { rows } = await database.withBusiness(business.id, (tx) =>
    tx.query<{ now: Instant; facts: number }>(
      `SELECT created_at AS now, (SELECT count(*) FROM facts WHERE business_id = $1) AS facts
       FROM businesses WHERE business_id = $1`,
      [business.id],
    ),
  );
  const [state] = rows;
  if (state === undefined) throw new Error(`There is no business ${business.id}`);
  return { business, ...state };
}

async function rename(database: Database, business: Business, slug: string): Promise<void> {
  await database.withBusiness(business.id, (tx) =>
    tx.query('UPDATE businesses SET slug = $2 WHERE business_id = $1', [business.id, slug]),
  );
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
