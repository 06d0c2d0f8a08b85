import {
  costOf,
  type CohortMoney,
  measureCohort,
  measureMonth,
  type Movement,
  NO_MOVEMENT,
  rollForward,
  type VoucherKind,
  WHOLE,
} from '@nardeban/core/programme';
import { addMonths, type Calendar, type Day } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import {
  type BookCohort,
  bookKey,
  type BookOf,
  type Books,
  booksOf,
  closingsBefore,
  cohortsBefore,
  movementsIn,
  stateOf,
} from './book-store.ts';
import { closingOf, type WalletMonth } from './closing-store.ts';
import { deferralTerms, everythingSaid, expectedIn, type Said } from './expectations.ts';
import { monthNumber, nextMonth } from './months.ts';

/**
 * Every wallet's month: as it was closed, or else as it stands. A wallet without any movement so far is not there. Persons'
 * wallets come first, the gift cards last.
 */
export async function walletMonths(tx: Tx, business: Business, month: Day): Promise<readonly WalletMonth[]> {
  const closed = await closingOf(tx, month);
  if (closed.length > 0) return closed;
  return openMonths(tx, business, month);
}

/** As a month that is not closed stands by what was posted so far. */
export async function openMonths(tx: Tx, business: Business, month: Day): Promise<readonly WalletMonth[]> {
  const { calendar } = business;
  const end = nextMonth(month, calendar);
  const openings = await closingsBefore(tx, month);
  const moved = await movementsIn(tx, { from: month, before: end });
  const books = await booksOf(tx);
  const said = await everythingSaid(tx);
  const wallets = new Map<string, BookOf & { readonly movement: Movement }>();
  for (const one of await movementsIn(tx, { before: end }))
    wallets.set(bookKey(one), { holder: one.holder, wallet: one.wallet, movement: NO_MOVEMENT });
  for (const one of moved) wallets.set(bookKey(one), one);
  const found: WalletMonth[] = [];
  for (const [key, { holder, wallet, movement }] of wallets) {
    const [rolled] = rollForward(openings.get(key) ?? 0, [movement]);
    if (rolled === undefined) continue;
    const book = { holder, wallet };
    const before = await cohortsBefore(tx, book, month);
    const now = await cohortsBefore(tx, book, end);
    found.push({
      holder,
      wallet,
      rolled: { ...rolled, difference: differenceOf(books, book) },
      money:
        holder === 'card'
          ? cardMoney(before, now, rolled.opening, rolled.closing)
          : personMoney(calendar, said, wallet, month, before, now),
    });
  }
  return found.sort((a, b) =>
    a.holder === b.holder ? (a.wallet < b.wallet ? -1 : 1) : a.holder === 'card' ? 1 : -1,
  );
}

/** What the last roll proved is true of every month up to then: each closing is the opening of the next. */
export function differenceOf(books: Books | null, book: BookOf): number | null {
  return books?.proof.find((one) => bookKey(one) === bookKey(book))?.difference ?? null;
}

function personMoney(
  calendar: Calendar,
  said: Said,
  wallet: string,
  month: Day,
  before: readonly BookCohort[],
  now: readonly BookCohort[],
): WalletMonth['money'] {
  const number = (day: Day) => monthNumber(day, calendar);
  const expectedNow = expectedIn(said, wallet, month);
  const expectedBefore = expectedIn(said, wallet, addMonths(month, -1, calendar));
  const { cohorts, deferred, provision, stock, amounts } = measureMonth({
    month: number(month),
    before: before.map((one) => stateOf(one, number)),
    now: now.map((one) => stateOf(one, number)),
    expectedBefore,
    expectedNow,
    termsOf: deferralTerms(said, wallet, calendar, month),
  });
  const debtUnits = debtsOf(now);
  const debts = costOf(debtUnits, expectedNow.cost, WHOLE);
  const debtsBefore = costOf(debtsOf(before), expectedBefore.cost, WHOLE);
  return {
    deferred,
    provision,
    stock,
    cohorts,
    amounts: { ...amounts, debts: debts - debtsBefore },
    rate: expectedNow.rate,
    rateFrom: expectedNow.rateFrom,
    costFrom: expectedNow.costFrom,
    debtUnits,
    debts,
    unpriced: now.reduce((sum, { unpriced }) => sum + unpriced, 0),
  };
}

function debtsOf(cohorts: readonly BookCohort[]): number {
  return cohorts.reduce((sum, { owed }) => sum + owed, 0);
}

const NO_ROLL = { opening: 0, added: 0, returned: 0, released: 0, trueUp: 0, closing: 0 };

/** What is on gift cards is owed in full, minor unit for minor unit, whoever paid for them and however old they are. */
function cardMoney(
  before: readonly BookCohort[],
  now: readonly BookCohort[],
  opening: number,
  closing: number,
): WalletMonth['money'] {
  const sum = (cohorts: readonly BookCohort[], of: (one: BookCohort) => number) =>
    cohorts.reduce((all, one) => all + of(one), 0);
  const grown = (of: (one: BookCohort) => number) => sum(now, of) - sum(before, of);
  const sold = grown(({ nature, movement }) => (nature === 'paid' ? movement.earned : 0));
  // What was given for nothing is a cost of marketing, and taking it back makes that cost less.
  const given = grown(
    ({ nature, movement: { earned, reversed, adjusted, transferred, writtenOff } }) =>
      (nature === 'paid' ? 0 : earned - reversed) + adjusted + transferred + writtenOff,
  );
  const used = grown(({ movement }) => movement.spent);
  const returned = grown(({ movement }) => movement.givenBack);
  const refunded = grown(({ nature, movement }) => (nature === 'paid' ? movement.reversed : 0));
  const expired = grown(({ movement }) => movement.expired);
  const amounts: Partial<Record<VoucherKind, number>> = {
    'cards-sold': sold,
    'cards-given': given,
    'cards-used': used,
    'cards-returned': returned,
    'cards-refunded': refunded,
    'cards-expired': expired,
  };
  return {
    deferred: NO_ROLL,
    provision: {
      opening,
      added: sold + given + returned,
      returned: refunded,
      released: used + expired,
      trueUp: 0,
      closing,
    },
    stock: closing,
    cohorts: now.map((one) => cardCohort(one)),
    amounts,
    rate: WHOLE,
    rateFrom: 'stated',
    costFrom: 'stated',
    debtUnits: 0,
    debts: 0,
    unpriced: 0,
  };
}

function cardCohort(one: BookCohort): CohortMoney {
  const state = stateOf(one, (day) => day);
  const measured = measureCohort(
    { ...state, nature: 'paid' },
    { standAlone: ONE, expected: WHOLE, method: 'exact' },
    { rate: WHOLE, remaining: [WHOLE], cost: ONE },
    state.cohort,
  );
  return { ...measured, nature: one.nature };
}
const ONE = { points: 1, amount: 1 };
