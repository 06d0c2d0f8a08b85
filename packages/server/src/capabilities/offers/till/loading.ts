import {
  type Buyer,
  type CounterNow,
  countersPricingReads,
  type Costs,
  type PricingInput,
  type WalletAtHand,
} from '@nardeban/core/offers';
import { ASSUMED_MARGIN_RATE } from '@nardeban/core/insight';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Statement, Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { unitCostsStatement } from '../../insight/index.ts';
import { calendarOf, type KnownPerson, readPeople } from '../../ladder/index.ts';
import {
  type Balance,
  balancesStatement,
  type Counter,
  countersStatement,
  type Guesser,
} from '../../programme/index.ts';
import { baseOf } from '../settings-store.ts';
import { buyerOf } from './buyer.ts';
import { type ClubNow, clubNow, clubStatements } from './club-now.ts';
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

/**
 * Reads everything the price of a basket depends on, in three round trips: what the club is and who the person is; what
 * they did; what they have and what is left of everything. Refusals: `person_unknown`, `codes_locked`, those of codes.
 */
export async function loadPricing(tx: Tx, loading: Loading): Promise<Result<Loaded>> {
  const { business, asked, now } = loading;
  const answers = await tx.queryAll<object[]>([...clubStatements, rootStatement(loading.person)]);
  const club = await clubNow(tx, business, answers);
  const person = (answers.at(-1)?.rows as { root: number }[] | undefined)?.[0]?.root ?? null;
  if (loading.person !== null && person === null)
    return refuse('person_unknown', 'person', { id: loading.person });
  const history = person === null ? null : await historyOf(tx, person, club);
  const read = await readState(tx, { loading, club, person });
  if (!read.ok) return read;
  const { stands, chosen, counters, balances, codes, unitCosts } = read.value;
  const buyer: Buyer | null =
    person === null || history === null
      ? null
      : buyerOf({ person, history, stands, club, calendar: calendarOf(business), now });
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
    vouchers: codes.vouchers,
    giftCards: codes.giftCards,
    rewards: codes.rewards,
    wallets: walletsAtHand(club, asked, balances),
    programme: club.programme,
    guard: club.settings.settings.guard,
    costs: costsOf(club, unitCosts),
    counters,
    base: baseOf(club.settings),
  };
  return accept({
    club,
    input,
    person,
    stands,
    balances,
    history,
    proofFor: codes.proofFor,
    wrongCodes: codes.wrong,
  });
}

const rootStatement = (person: number | null): Statement => ({
  name: 'till-person',
  text: `SELECT coalesce(merged_into, person_id) AS root FROM people WHERE business_id = this_business() AND person_id = $1`,
  values: [person],
});

async function historyOf(
  tx: Tx,
  person: number,
  { reading }: ClubNow,
): Promise<KnownPerson['history'] | null> {
  let history: KnownPerson['history'] | null = null;
  await readPeople(tx, [person], reading, (known) => {
    history = known.history;
  });
  return history;
}

interface State {
  readonly stands: readonly Stand[];
  /** The offers on whose list they stand. */
  readonly chosen: ReadonlySet<string>;
  readonly counters: readonly CounterNow[];
  readonly balances: readonly Balance[];
  readonly unitCosts: ReadonlyMap<string, number>;
  readonly codes: CodesAtHand;
}

async function readState(
  tx: Tx,
  {
    loading,
    club,
    person,
  }: { readonly loading: Loading; readonly club: ClubNow; readonly person: number | null },
): Promise<Result<State>> {
  const { business, asked, now } = loading;
  const codes = await codesAtHand(tx, { ...loading, person });
  if (!codes.ok) return codes;
  const counted = countersPricingReads({
    offers: club.offers.map(({ offer }) => offer),
    vouchers: codes.value.vouchers,
    rewards: codes.value.rewards,
    guard: club.settings.settings.guard,
    programme: club.programme?.definition ?? null,
    now,
    calendar: calendarOf(business),
  });
  const [standings, lists, costs, counters, balances] = await tx.queryAll<
    [object, { key: string }, { item: string; cost: number }, Counter, Balance]
  >([
    standingsStatement(person),
    listsStatement(person),
    unitCostsStatement([...new Set(asked.basket.lines.map(({ item }) => item))]),
    countersStatement(
      person === null ? counted.filter(({ of }) => of === 'all') : counted,
      person ?? undefined,
    ),
    balancesStatement({ kind: 'person', id: person ?? 0 }, { now }),
  ]);
  return accept({
    stands: await standsOf(tx, business, club, standings),
    chosen: new Set(lists.rows.map(({ key }) => key)),
    unitCosts: new Map(costs.rows.map(({ item, cost }) => [item, cost])),
    counters: counters.rows.map(({ key, of, used, held }) => ({ key, of, used: used + held })),
    balances: balances.rows,
    codes: codes.value,
  });
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
