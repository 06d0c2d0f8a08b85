import {
  type Buyer,
  countersPricingReads,
  type Costs,
  type PricingInput,
  type WalletAtHand,
} from '@nardeban/core/offers';
import { ASSUMED_MARGIN_RATE } from '@nardeban/core/insight';
import { accept, type BusinessCalendar, type Instant, refuse, type Result } from '@nardeban/core/values';
import { type Rows, type Statement, timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { unitCostsStatement } from '../../insight/index.ts';
import { calendarOf, type KnownPerson, readPeopleFrom } from '../../ladder/index.ts';
import {
  type Balance,
  balancesOfRing,
  type Counter,
  countersOfRing,
  type Guesser,
} from '../../programme/index.ts';
import { baseOf } from '../settings-store.ts';
import { asOne, type Part, rowsOfParts } from './as-one.ts';
import { buyerOf } from './buyer.ts';
import { clubBefore, type ClubNow, clubNow, clubStatement, plannedOnceStatement } from './club-now.ts';
import { codesAtHand, type CodesAtHand } from './codes-at-hand.ts';
import type { QuoteRequest } from './schemas.ts';
import { standingsStatement, standsOf } from './stands.ts';

/** What a basket is priced with, and what else was read on the way. */
export interface Loaded {
  readonly club: ClubNow;
  readonly input: PricingInput;
  /** Who they are now, after merges; null: nobody. */
  readonly person: number | null;
  /** Nobody is one with them. */
  readonly alone: boolean;
  readonly balances: readonly Balance[];
  readonly history: KnownPerson['history'] | null;
  /** Rewards that ask for proof of who somebody is. */
  readonly proofFor: readonly string[];
  /** How many codes were looked up that are none. */
  readonly wrongCodes: number;
}

export interface Loading {
  readonly business: Business;
  readonly asked: QuoteRequest;
  readonly person: number | null;
  readonly now: Instant;
  /** Who tries the codes; after too many that are none, nobody's are looked up. */
  readonly guesser: Guesser;
  /** Whether what is read is to be kept aside in the same transaction. */
  readonly holding: boolean;
}

/** Who is meant and what is bought, as far as it is known before anything was read. */
type Ahead = Pick<Loading, 'business' | 'asked' | 'person' | 'now'>;

/**
 * What the price of a basket depends on, by what was in force last: nearly always that is still so, and then nothing else
 * has to be read. `loadPricing` reads the answers, by the same `ahead`, and reads again what was another's.
 */
export function pricingStatements(ahead: Ahead): {
  readonly all: Statement[];
  readonly readOf: (answers: readonly Rows<object>[]) => ReadAhead;
} {
  const club = clubBefore(ahead.business);
  if (club === null) return { all: [clubStatement], readOf: ([stamps]) => ({ club, stamps, state: null }) };
  const all = [{ statement: clubStatement }, ...stateOf(ahead, club, NO_CODES)];
  return {
    all: [asOne('till-read', all, ringOf(ahead.person))],
    readOf: ([read]) => {
      const [stamps, ...state] = rowsOfParts(all, read);
      return { club, stamps, state };
    },
  };
}

/** The answers of `pricingStatements`; the state is null where nobody has priced anything yet. */
export interface ReadAhead {
  readonly club: ClubNow | null;
  readonly stamps: Rows<object> | undefined;
  readonly state: readonly Rows<object>[] | null;
}

/**
 * Reads everything the price of a basket depends on, in one round trip where it was not read `ahead`; in more where the
 * club has changed, somebody was merged or codes were shown. Refusals: `person_unknown`, `codes_locked`, those of codes.
 */
export async function loadPricing(tx: Tx, loading: Loading, ahead?: ReadAhead): Promise<Result<Loaded>> {
  const { business, asked, now } = loading;
  const read = ahead ?? (await readAhead(tx, loading));
  const club = await clubNow(tx, business, read.stamps);
  let state =
    club === read.club && read.state !== null
      ? read.state
      : await readState(tx, loading.person, stateOf(loading, club, NO_CODES));
  const person = rootIn(state, loading.person);
  if (loading.person !== null && person === null)
    return refuse('person_unknown', 'person', { id: loading.person });
  const codes = await codesAtHand(tx, { ...loading, person });
  if (!codes.ok) return codes;
  // Whoever was merged is somebody else by now, and codes bring counters of their own.
  if (person !== loading.person || !isNone(codes.value))
    state = await readState(tx, person, stateOf({ ...loading, person }, club, codes.value));
  const [ring, standings, lists, costs, counters, balances, facts] = state as [
    Rows<InRing>,
    Rows<object>,
    Rows<{ key: string }>,
    Rows<{ item: string; cost: number }>,
    Rows<Counter>,
    Rows<Balance>,
    Rows<object>,
  ];
  const history = person === null ? null : await historyIn(tx, person, [ring, facts], club);
  const stands = person === null ? [] : await standsOf(tx, business, club, standings);
  const chosen = new Set(lists.rows.map(({ key }) => key));
  const unitCosts = new Map(costs.rows.map(({ item, cost }) => [item, cost]));
  const buyer: Buyer | null =
    person === null || history === null
      ? null
      : buyerOf({ person, history, stands, club, calendar: calendarOf(business), now });
  const { vouchers, giftCards, rewards } = codes.value;
  const input: PricingInput = {
    basket: asked.basket,
    currency: asked.currency ?? business.currency,
    businessCurrency: business.currency,
    calendar: calendarOf(business),
    now,
    buyer,
    offers: club.offers.map(({ offer, version }) => ({
      offer,
      version,
      chosen: chosen.has(offer.key),
      asked: asked.offers?.includes(offer.key) ?? false,
    })),
    vouchers,
    giftCards,
    rewards,
    wallets: walletsAtHand(club, asked, rewards, balances.rows),
    programme: club.programme,
    guard: club.settings.settings.guard,
    costs: costsOf(club, unitCosts),
    counters: counters.rows.map(({ key, of, used, held }) => ({ key, of, used: used + held })),
    base: baseOf(club.settings),
  };
  return accept({
    club,
    input,
    person,
    alone: ring.rows.length <= 1,
    balances: balances.rows,
    history,
    proofFor: codes.value.proofFor,
    wrongCodes: codes.value.wrong,
  });
}

async function readAhead(tx: Tx, loading: Loading): Promise<ReadAhead> {
  const { all, readOf } = pricingStatements(loading);
  return readOf(await tx.queryAll<object[]>([...all, plannedOnceStatement]));
}

async function readState(
  tx: Tx,
  person: number | null,
  parts: readonly (Part | null)[],
): Promise<readonly Rows<object>[]> {
  return rowsOfParts(parts, await tx.query<object>(asOne('till-read-state', parts, ringOf(person))));
}

type Codes = Pick<CodesAtHand, 'vouchers' | 'rewards'>;
const NO_CODES: Codes = { vouchers: [], rewards: [] };

function isNone({ vouchers, rewards }: Codes): boolean {
  return vouchers.length + rewards.length === 0;
}

/** What somebody did and has, and what is left of everything, as far as a club asks for it. */
function stateOf({ business, asked, person, now }: Ahead, club: ClubNow, codes: Codes): (Part | null)[] {
  return [
    { statement: RING, instants: ['known_since'] },
    club.asksRungs ? { statement: standingsStatement(person), instants: ['since'] } : null,
    club.asksLists ? { statement: LISTS } : null,
    { statement: unitCostsStatement([...new Set(asked.basket.lines.map(({ item }) => item))]) },
    { statement: countersOfRing(countersOf(club, codes, now, calendarOf(business))) },
    { statement: balancesOfRing({ now }), instants: ['vestsAt'] },
    { statement: factsStatement(person, club, now), instants: ['at'] },
  ];
}

/** Those of a club in the minute for which they were asked last, without codes: their names change by days at most. */
const namedIn = new WeakMap<ClubNow, { readonly minute: number; readonly counters: Asked }>();
type Asked = ReturnType<typeof countersPricingReads>;

function countersOf(club: ClubNow, codes: Codes, now: Instant, calendar: BusinessCalendar): Asked {
  const minute = Math.floor(now / 60_000);
  const before = namedIn.get(club);
  if (before?.minute === minute && isNone(codes)) return before.counters;
  const counters = countersPricingReads({
    offers: club.offers.map(({ offer }) => offer),
    vouchers: codes.vouchers,
    rewards: codes.rewards,
    guard: club.settings.settings.guard,
    programme: club.programme?.definition ?? null,
    now,
    calendar,
  });
  if (isNone(codes)) namedIn.set(club, { minute, counters });
  return counters;
}

interface InRing {
  readonly person_id: number;
  readonly merged_into: number | null;
}

/** Somebody, and everybody who was merged into them: read once for all that is read of them. */
function ringOf(person: number | null): Statement {
  return {
    name: 'ring',
    text: `SELECT p.person_id, p.merged_into, p.known_since FROM people p WHERE p.business_id = this_business() AND p.person_id = $1
           UNION ALL
           SELECT p.person_id, p.merged_into, p.known_since FROM people p WHERE p.business_id = this_business() AND p.merged_into = $1`,
    values: [person],
    many: { types: ['bigint'] },
  };
}

const RING: Statement = { text: 'SELECT r.* FROM ring r' };

function factsStatement(person: number | null, { reading, habitOrders }: ClubNow, now: Instant): Statement {
  return {
    text: FACTS,
    values: [
      person,
      reading.types,
      [...reading.detailed],
      reading.detailed.has('order.paid') ? 0 : habitOrders,
      timestamptz(now),
    ],
    many: { types: ['bigint', 'text[]', 'text[]', 'integer', 'timestamptz'] },
  };
}

/**
 * As `readPeopleFrom` wants them; those of which more is read than their columns are found in one go, and with them the last
 * orders ($4). Nothing is
 * joined: a plan that was made for a few facts would compare all of somebody's with all of them.
 */
const FACTS = `
  WITH told AS MATERIALIZED (
    SELECT f.person_id, f.fact_id, f.type, f.at, f.amount, f.ref FROM facts f
    WHERE f.business_id = this_business() AND f.person_id = $1 AND f.type = ANY($2::text[])
  ), whole AS MATERIALIZED (
    SELECT t.fact_id FROM told t WHERE t.type = ANY($3::text[])
    UNION ALL
    (SELECT t.fact_id FROM told t WHERE t.type = 'order.paid' AND t.at <= $5 ORDER BY t.at DESC LIMIT $4)
  )
  SELECT t.person_id, t.fact_id, t.type, t.at, t.amount, t.ref, NULL::jsonb AS data FROM told t
  WHERE t.fact_id <> ALL(ARRAY(SELECT w.fact_id FROM whole w))
  UNION ALL
  SELECT d.person_id, d.fact_id, d.type, d.at, d.amount, d.ref, d.data FROM facts d WHERE d.business_id = this_business()
    AND d.fact_id = ANY(ARRAY(SELECT w.fact_id FROM whole w))
  ORDER BY person_id, at`;

/** Who somebody is by now; null: nobody is known by the number. */
function rootIn([ring]: readonly Rows<object>[], person: number | null): number | null {
  const row = ((ring?.rows ?? []) as InRing[]).find(({ person_id }) => person_id === person);
  return row === undefined ? null : (row.merged_into ?? row.person_id);
}

async function historyIn(
  tx: Tx,
  person: number,
  [ring, facts]: readonly [Rows<InRing>, Rows<object>],
  { reading }: ClubNow,
): Promise<KnownPerson['history'] | null> {
  const those = (are: boolean): Rows<object> => {
    const rows = ring.rows.filter(({ person_id }) => (person_id === person) === are);
    return { rows, rowCount: rows.length };
  };
  // Orders of whoever was merged come in their columns alone, and may be among the last.
  const detailed = ring.rows.length > 1 ? new Set([...reading.detailed, 'order.paid']) : reading.detailed;
  let history: KnownPerson['history'] | null = null;
  await readPeopleFrom(tx, [those(true), those(false), facts], { ...reading, detailed }, (known) => {
    history = known.history;
  });
  return history;
}

/** The offers on whose list somebody stands, themselves or as whom they were before they were merged. */
const LISTS: Statement = {
  text: `SELECT DISTINCT o.offer_key AS key FROM offer_people o
         WHERE o.business_id = this_business() AND o.person_id = ANY(ARRAY(SELECT r.person_id FROM ring r))`,
};

/** What is worth more than this pays for no basket, and could not be said exactly. */
const MOST_WORTH = 1e15;

/** What the customer wants to spend: of a wallet that was not named no more than the rewards cost that they take. */
function walletsAtHand(
  { programme }: ClubNow,
  asked: QuoteRequest,
  rewards: CodesAtHand['rewards'],
  balances: readonly Balance[],
): WalletAtHand[] {
  const units = new Map<string, number>();
  for (const one of rewards) if (one.refused === null) units.set(one.wallet, 0);
  for (const one of asked.use ?? []) units.set(one.wallet, one.units);
  return [...units].map(([wallet, wanted]) => {
    const worth = programme?.definition.wallets.find(({ key }) => key === wallet)?.worth;
    const most =
      worth === undefined || worth.amount === 0 ? wanted : (MOST_WORTH / worth.amount) * worth.points;
    return {
      wallet,
      balance: balances.find((one) => one.wallet === wallet)?.available ?? 0,
      use: Math.min(wanted, Math.floor(most)),
    };
  });
}

function costsOf({ marginRate, programme }: ClubNow, unitCosts: ReadonlyMap<string, number>): Costs {
  return {
    unitCosts,
    marginRate: marginRate ?? Math.round(ASSUMED_MARGIN_RATE * 10_000),
    rateFrom: marginRate === null ? 'assumed' : 'stated',
    // As if everything that is earned were spent: a guard that errs does so on the side of the business.
    perUnit: new Map((programme?.definition.wallets ?? []).map(({ key, worth }) => [key, worth])),
  };
}
