import {
  type Buyer,
  countersPricingReads,
  type Costs,
  type PricingInput,
  type WalletAtHand,
} from '@nardeban/core/offers';
import { ASSUMED_MARGIN_RATE } from '@nardeban/core/insight';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Rows, Statement, Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { unitCostsStatement } from '../../insight/index.ts';
import { calendarOf, type KnownPerson, peopleStatements, readPeopleFrom } from '../../ladder/index.ts';
import {
  type Balance,
  balancesStatement,
  type Counter,
  countersStatement,
  type Guesser,
} from '../../programme/index.ts';
import { baseOf } from '../settings-store.ts';
import { asOne, type Part, rowsOfParts } from './as-one.ts';
import { buyerOf } from './buyer.ts';
import { clubBefore, type ClubNow, clubNow, clubStatement, plannedOnceStatement } from './club-now.ts';
import { codesAtHand, type CodesAtHand } from './codes-at-hand.ts';
import type { QuoteRequest } from './schemas.ts';
import { type Stand, standingsStatement, standsOf } from './stands.ts';

/** What a basket is priced with, and what else was read on the way. */
export interface Loaded {
  readonly club: ClubNow;
  readonly input: PricingInput;
  /** Who they are now, after merges; null: nobody. */
  readonly person: number | null;
  readonly stands: readonly Stand[];
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
  const { parts, facts } = stateOf(ahead, club, NO_CODES);
  const all: Part[] = [{ statement: clubStatement }, ...parts];
  return {
    all: [asOne('till-read', all), facts],
    readOf: ([read, told = NOTHING]) => {
      const [stamps, ...state] = rowsOfParts(all, read);
      return { club, stamps, state: [...state, told] };
    },
  };
}

const NOTHING: Rows<object> = { rows: [], rowCount: 0 };

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
      : await readState(tx, stateOf(loading, club, NO_CODES));
  const person = rootIn(state);
  if (loading.person !== null && person === null)
    return refuse('person_unknown', 'person', { id: loading.person });
  const codes = await codesAtHand(tx, { ...loading, person });
  if (!codes.ok) return codes;
  // Whoever was merged is somebody else by now, and codes bring counters of their own.
  if (person !== loading.person || !isNone(codes.value))
    state = await readState(tx, stateOf({ ...loading, person }, club, codes.value));
  const [people, members, standings, lists, costs, counters, balances, facts] = state as [
    Rows<object>,
    Rows<object>,
    Rows<object>,
    Rows<{ key: string }>,
    Rows<{ item: string; cost: number }>,
    Rows<Counter>,
    Rows<Balance>,
    Rows<object>,
  ];
  const history = person === null ? null : await historyIn(tx, [people, members, facts], club);
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
    wallets: walletsAtHand(club, asked, balances.rows),
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
    stands,
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

async function readState(tx: Tx, { parts, facts }: State): Promise<readonly Rows<object>[]> {
  const [read, told = NOTHING] = await tx.queryAll<object[]>([asOne('till-read-state', parts), facts]);
  return [...rowsOfParts(parts, read), told];
}

type Codes = Pick<CodesAtHand, 'vouchers' | 'rewards'>;
const NO_CODES: Codes = { vouchers: [], rewards: [] };

function isNone({ vouchers, rewards }: Codes): boolean {
  return vouchers.length + rewards.length === 0;
}

/** The facts are many rows and go over as such. */
interface State {
  readonly parts: Part[];
  readonly facts: Statement;
}

/** What somebody did and has, and what is left of everything, as of a club. */
function stateOf({ business, asked, person, now }: Ahead, club: ClubNow, codes: Codes): State {
  const counted = countersPricingReads({
    offers: club.offers.map(({ offer }) => offer),
    vouchers: codes.vouchers,
    rewards: codes.rewards,
    guard: club.settings.settings.guard,
    programme: club.programme?.definition ?? null,
    now,
    calendar: calendarOf(business),
  });
  const [people, members, facts] = peopleStatements(person === null ? [] : [person], club.reading);
  if (people === undefined || members === undefined || facts === undefined)
    throw new Error('There is no way to read people');
  return {
    parts: [
      { statement: people, instants: ['known_since'] },
      { statement: members, instants: ['known_since'] },
      { statement: standingsStatement(person), instants: ['since'] },
      { statement: listsStatement(person) },
      { statement: unitCostsStatement([...new Set(asked.basket.lines.map(({ item }) => item))]) },
      {
        statement: countersStatement(
          person === null ? counted.filter(({ of }) => of === 'all') : counted,
          person ?? undefined,
        ),
      },
      {
        statement: balancesStatement({ kind: 'person', id: person ?? 0 }, { now }),
        instants: ['vestsAt'],
      },
    ],
    facts: { ...facts, name: 'till-facts', text: FACTS },
  };
}

/**
 * As `peopleStatements` reads them; those of which more is read than amount and reference are found in one go. Nothing is
 * joined: a plan that was made for a few facts would compare all of somebody's with all of them.
 */
const FACTS = `
  WITH told AS MATERIALIZED (
    SELECT f.person_id, f.fact_id, f.type, f.at, f.amount, f.ref FROM facts f
    WHERE f.business_id = this_business() AND f.person_id = ANY($1::bigint[]) AND f.type = ANY($2::text[])
  )
  SELECT t.person_id, t.fact_id, t.type, t.at, t.amount, t.ref, NULL::jsonb AS data FROM told t WHERE t.type <> ALL($3::text[])
  UNION ALL
  SELECT d.person_id, d.fact_id, d.type, d.at, d.amount, d.ref, d.data FROM facts d WHERE d.business_id = this_business()
    AND d.fact_id = ANY(ARRAY(SELECT t.fact_id FROM told t WHERE t.type = ANY($3::text[])))
  ORDER BY person_id, at`;

/** Who somebody is by now; null: nobody is known by the number. */
function rootIn([people]: readonly Rows<object>[]): number | null {
  const [row] = (people?.rows ?? []) as { person_id: number; merged_into: number | null }[];
  return row === undefined ? null : (row.merged_into ?? row.person_id);
}

async function historyIn(
  tx: Tx,
  answers: readonly Rows<object>[],
  { reading }: ClubNow,
): Promise<KnownPerson['history'] | null> {
  let history: KnownPerson['history'] | null = null;
  await readPeopleFrom(tx, answers, reading, (known) => {
    history = known.history;
  });
  return history;
}

/** The offers on whose list somebody stands, themselves or as whom they were before they were merged. */
const listsStatement = (person: number | null): Statement => ({
  name: 'till-lists',
  text: `SELECT DISTINCT o.offer_key AS key FROM offer_people o
         WHERE o.business_id = this_business() AND o.person_id IN (
           SELECT $1::bigint UNION ALL
           SELECT p.person_id FROM people p WHERE p.business_id = this_business() AND p.merged_into = $1)`,
  values: [person],
});

/** What is worth more than this pays for no basket, and could not be said exactly. */
const MOST_WORTH = 1e15;

/** What the customer wants to spend: nothing of a wallet that was not named. */
function walletsAtHand(
  { programme }: ClubNow,
  asked: QuoteRequest,
  balances: readonly Balance[],
): WalletAtHand[] {
  return (asked.use ?? []).map(({ wallet, units }) => {
    const worth = programme?.definition.wallets.find(({ key }) => key === wallet)?.worth;
    const most =
      worth === undefined || worth.amount === 0 ? units : (MOST_WORTH / worth.amount) * worth.points;
    return {
      wallet,
      balance: balances.find((one) => one.wallet === wallet)?.available ?? 0,
      use: Math.min(units, Math.floor(most)),
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
