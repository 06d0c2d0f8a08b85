import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecastUnits } from './forecast.ts';
import { imbalance, voucherKinds, vouchersOf } from './journal.ts';
import { type CohortState, type Expectation, measureMonth } from './money.ts';
import { periodRevenue, recognisedToDate } from './recognition.ts';
import { addMovements, type Movement, NO_MOVEMENT, proofOf, rollForward } from './roll-forward.ts';
import { afterReturns, splitMethods, splitSale } from './split.ts';
import { type CohortAge, estimateRedemption, remainingAt } from './survival.ts';

const units = fc.integer({ min: 0, max: 1e9 });
const signed = fc.integer({ min: -1e9, max: 1e9 });
const rate = fc.integer({ min: 0, max: 1_000_000 });
const price = fc.record({
  points: fc.integer({ min: 1, max: 1000 }),
  amount: fc.integer({ min: 0, max: 1e6 }),
});

const movement: fc.Arbitrary<Movement> = fc.record({
  earned: units,
  reversed: units,
  spent: units,
  givenBack: units,
  expired: units,
  adjusted: signed,
  transferred: signed,
  writtenOff: units,
});

describe('the roll-forward', () => {
  test('of a month is that of its days, and each day opens with what the one before closed with', () => {
    fc.assert(
      fc.property(signed, fc.array(movement, { minLength: 1, maxLength: 31 }), (opening, days) => {
        const lines = rollForward(opening, days);
        const [month] = rollForward(opening, [days.reduce(addMovements, NO_MOVEMENT)]);
        expect(lines.at(-1)?.closing).toBe(month?.closing);
        for (const [place, line] of lines.entries())
          expect(line.opening).toBe(place === 0 ? opening : lines[place - 1]?.closing);
      }),
    );
  });

  test('proves itself against lots and debts, and one unit of difference shows', () => {
    expect(proofOf(70, { left: 100, debts: 30 })).toBe(0);
    expect(proofOf(71, { left: 100, debts: 30 })).toBe(1);
  });
});

describe('a sale with points', () => {
  test('is divided without remainder, and returning every point leaves no liability', () => {
    fc.assert(
      fc.property(
        units,
        units,
        price,
        rate,
        fc.constantFrom(...splitMethods),
        (paid, points, worth, expected, method) => {
          const sale = splitSale({ price: paid, points, worth, expected, method });
          expect(sale.revenue + sale.liability).toBe(paid);
          expect(sale.liability).toBeGreaterThanOrEqual(0);
          expect(sale.liability).toBeLessThanOrEqual(paid);
          expect(afterReturns(sale.liability, points, points)).toBe(0);
          expect(afterReturns(sale.liability, points, 0)).toBe(points === 0 ? 0 : sale.liability);
        },
      ),
    );
  });

  test('brings in its periods exactly what it brings in all, and never more than was deferred', () => {
    const steps = fc.array(fc.tuple(units, units), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(units, steps, (liability, seen) => {
        let before = { redeemed: 0, expected: 1 };
        let sum = 0;
        for (const [redeemed, more] of seen) {
          const now = { redeemed: Math.max(redeemed, before.redeemed), expected: redeemed + more + 1 };
          sum += periodRevenue(liability, before, now);
          expect(recognisedToDate(liability, now)).toBeLessThanOrEqual(liability);
          before = now;
        }
        expect(sum).toBe(recognisedToDate(liability, before));
        const last = { redeemed: before.redeemed, expected: before.redeemed };
        expect(sum + periodRevenue(liability, before, last)).toBe(liability);
      }),
    );
  });
});

test('a journal balances whatever the amounts, and no line is of nothing', () => {
  const amounts = fc.record(Object.fromEntries(voucherKinds.map((kind) => [kind, signed])));
  fc.assert(
    fc.property(amounts, (asked) => {
      const vouchers = vouchersOf(asked);
      expect(imbalance(vouchers)).toBe(0);
      for (const { lines } of vouchers) {
        expect(lines).toHaveLength(2);
        for (const { debit, credit } of lines) {
          expect(Math.min(debit, credit)).toBe(0);
          expect(Math.max(debit, credit)).toBeGreaterThan(0);
        }
      }
    }),
  );
});

/** A cohort lives on: what is open is redeemed, expires or goes back with the goods, and new cohorts come. */
const life = fc.array(
  fc.record({
    earned: fc.integer({ min: 0, max: 100_000 }),
    price: fc.integer({ min: 0, max: 10_000_000 }),
    gift: fc.boolean(),
    redeems: fc.double({ min: 0, max: 1, noNaN: true }),
    expires: fc.double({ min: 0, max: 1, noNaN: true }),
    returns: fc.double({ min: 0, max: 0.3, noNaN: true }),
    rate,
  }),
  { minLength: 1, maxLength: 12 },
);

test('over any history the liabilities roll forward, the journal leads to them, and an empty club owes nothing', () => {
  fc.assert(
    fc.property(life, (months) => {
      const termsOf = () => ({
        standAlone: { points: 1, amount: 10 },
        expected: 900_000,
        method: 'exact' as const,
      });
      let before: CohortState[] = [];
      let expectedBefore: Expectation = {
        rate: 900_000,
        remaining: null,
        cost: { points: 1, amount: 7 },
      };
      let deferred = 0;
      let provision = 0;
      for (const [month, one] of [...months, null].entries()) {
        const grown = before.map((state) => move(state, one ?? { redeems: 0.5, expires: 1, returns: 0 }));
        const fresh: CohortState[] =
          one === null
            ? []
            : [
                {
                  cohort: month,
                  nature: one.gift ? 'gift' : 'sale',
                  earned: one.earned,
                  reversed: 0,
                  redeemed: 0,
                  expired: 0,
                  open: one.earned,
                  price: one.gift ? 0 : one.price,
                },
              ];
        const now = [...grown, ...fresh];
        const expectedNow = { ...expectedBefore, rate: one?.rate ?? 0 };
        const money = measureMonth({ month, before, now, expectedBefore, expectedNow, termsOf });
        for (const roll of [money.deferred, money.provision])
          expect(roll.opening + roll.added - roll.returned - roll.released + roll.trueUp).toBe(roll.closing);
        const books = new Map<string, number>();
        const vouchers = vouchersOf(money.amounts);
        expect(imbalance(vouchers)).toBe(0);
        for (const { account, debit, credit } of vouchers.flatMap(({ lines }) => lines))
          books.set(account, (books.get(account) ?? 0) + credit - debit);
        deferred += books.get('deferred-revenue') ?? 0;
        provision += books.get('points-provision') ?? 0;
        expect(deferred).toBe(money.deferred.closing);
        expect(provision).toBe(money.provision.closing);
        expect(money.deferred.opening).toBe(deferred - (books.get('deferred-revenue') ?? 0));
        before = now;
        expectedBefore = expectedNow;
      }
      expect([deferred, provision]).toEqual([0, 0]);
    }),
  );
});

function move(state: CohortState, how: { redeems: number; expires: number; returns: number }): CohortState {
  const returned = Math.floor(state.open * how.returns);
  const spent = Math.floor((state.open - returned) * how.redeems);
  const expired = Math.floor((state.open - returned - spent) * how.expires);
  return {
    ...state,
    reversed: state.reversed + returned,
    redeemed: state.redeemed + spent,
    expired: state.expired + expired,
    open: state.open - returned - spent - expired,
  };
}

describe('the redemption rate from cohorts', () => {
  /** Every cohort loses the same shares at the same ages. */
  const cohorts = (count: number, q: readonly number[], x: readonly number[], wobble = 0): CohortAge[] =>
    Array.from({ length: count }, (_, cohort) => {
      let open = 1_000_000;
      return Array.from({ length: Math.min(count - cohort, q.length) }, (__, age) => {
        const share = (q[age] ?? 0) * (1 + (cohort % 2 === 0 ? wobble : -wobble));
        const redeemed = Math.round(open * share);
        const expired = Math.round((open - redeemed) * (x[age] ?? 0));
        const cell = { cohort, age, atRisk: open, redeemed, expired };
        open -= redeemed + expired;
        return cell;
      });
    }).flat();

  test('is what the cohorts did, when all of them have run their course', () => {
    const cells = cohorts(6, [0.1, 0.2, 0.25, 0], [0, 0, 0, 1]);
    const found = estimateRedemption(cells, 3);
    // 0.1 + 0.9 · 0.2 + 0.72 · 0.25
    expect(found.urr.rate).toBeCloseTo(460_000, -1);
    expect(found.breakage.rate).toBe(1_000_000 - found.urr.rate);
    expect(found.urr.high - found.urr.low).toBeLessThan(1_000);
    expect(remainingAt(found, 2)).toBeCloseTo(250_000, -2);
  });

  test('is the less sure the more cohorts differ', () => {
    const width = (wobble: number) => {
      const { urr } = estimateRedemption(cohorts(6, [0.1, 0.2, 0.25, 0], [0, 0, 0, 1], wobble), 3);
      expect(urr.low).toBeLessThanOrEqual(urr.rate);
      expect(urr.high).toBeGreaterThanOrEqual(urr.rate);
      return urr.high - urr.low;
    };
    expect(width(0.4)).toBeGreaterThan(width(0.1) * 2);
  });

  test('takes all to be redeemed while too little is known, and says what is missing', () => {
    expect(estimateRedemption(cohorts(2, [0.1, 0.2], []), 12)).toMatchObject({
      source: 'assumed',
      missing: 'cohorts',
      urr: { rate: 1_000_000 },
    });
    expect(estimateRedemption(cohorts(6, [0, 0, 0], []), 12).missing).toBe('redemptions');
  });

  test('of what never expires comes to the whole, for it may be spent at any time', () => {
    const found = estimateRedemption(cohorts(6, [0.1, 0.1, 0.1, 0.1], []), null);
    expect(found.urr.rate).toBe(1_000_000);
  });

  test('foretells no more than is there, and what expires if nothing is spent exactly', () => {
    const estimate = estimateRedemption(cohorts(6, [0.1, 0.2, 0.25, 0], [0, 0, 0, 1]), 3);
    const lots = fc.array(
      fc.record({
        open: fc.integer({ min: 0, max: 1_000_000 }),
        age: fc.integer({ min: 0, max: 5 }),
        expires: fc.option(fc.integer({ min: 990, max: 1_500 })),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(lots, (open) => {
        const all = open.reduce((sum, lot) => sum + lot.open, 0);
        let before = 0;
        for (const { days, scheduled, expiring, redeemed } of forecastUnits(open, estimate, 1_000)) {
          const due = open.filter(({ expires }) => expires !== null && expires <= 1_000 + days);
          expect(scheduled).toBe(due.reduce((sum, lot) => sum + lot.open, 0));
          expect(expiring).toBeLessThanOrEqual(scheduled);
          expect((expiring ?? 0) + (redeemed ?? 0)).toBeLessThanOrEqual(all + 1);
          expect(redeemed).toBeGreaterThanOrEqual(before);
          before = redeemed ?? 0;
        }
      }),
    );
  });
});
