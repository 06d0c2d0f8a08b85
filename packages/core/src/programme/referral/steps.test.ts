import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../facts/index.ts';
import { holdsFor } from '../../testing/properties.ts';
import { DEFAULT_BUSINESS, type Instant, MS_PER_DAY, zoneOf } from '../../values/index.ts';
import {
  outstandingOf,
  type Posting,
  referralStanding,
  referralSteps,
  type StepsAnswer,
  takeAllBack,
} from './steps.ts';
import { type ReferralTerms, referralTermsSchema } from './terms.ts';

const shop = DEFAULT_BUSINESS;
const zone = zoneOf(shop.zone);
const DAY = MS_PER_DAY;
const T0 = zone.startOf(20_600) + 10 * 3_600_000;

const terms: ReferralTerms = referralTermsSchema.parse({
  returnWindow: 7,
  steps: [
    { key: 'joined', when: { kind: 'joined' }, referrer: [], friend: [{ wallet: 'points', units: 50 }] },
    {
      key: 'first',
      when: { kind: 'purchase', number: 1 },
      referrer: [
        { wallet: 'points', units: 200 },
        { wallet: 'toman', units: 100_000 },
      ],
      friend: [{ wallet: 'points', units: 100 }],
    },
    {
      key: 'second',
      when: { kind: 'purchase', number: 2 },
      referrer: [{ wallet: 'points', units: 300 }],
      friend: [],
    },
  ],
});

const paid = (order: string, at: Instant, amount = 1000): Fact => ({
  type: 'order.paid',
  at,
  data: { order, amount },
});
const returned = (order: string | null, at: Instant, amount = 1000): Fact => ({
  type: 'order.returned',
  at,
  data: order === null ? { amount } : { order, amount },
});
const joined = (at: Instant): Fact => ({ type: 'club.joined', at, data: {} });
const NOBODY = new Map<string, Instant>();

function ask(
  facts: readonly Fact[],
  postings: readonly Posting[],
  at: Instant,
  changes: Partial<ReferralTerms> = {},
  rungs: ReadonlyMap<string, Instant> = NOBODY,
): StepsAnswer {
  return referralSteps({ ...terms, ...changes }, { facts, rungs }, { claimedAt: T0, postings }, at, shop);
}

/** What the server does with an answer, without limits. */
function applied(postings: readonly Posting[], answer: StepsAnswer, at: Instant): Posting[] {
  return [
    ...postings,
    ...answer.takeBack.map((one): Posting => ({ ...one, kind: 'taken', at })),
    ...answer.due.flatMap(({ step, side, round, rewards }) =>
      rewards.map(({ wallet, units }): Posting => ({ step, side, round, wallet, units, kind: 'paid', at })),
    ),
  ];
}

function walked(
  facts: readonly Fact[],
  instants: readonly Instant[],
  changes: Partial<ReferralTerms> = {},
): Posting[] {
  return instants.reduce<Posting[]>(
    (postings, at) => applied(postings, ask(facts, postings, at, changes), at),
    [],
  );
}

const sum = (postings: readonly Posting[]): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const { step, side, wallet, units } of outstandingOf(postings))
    sums[`${step} ${side} ${wallet}`] = (sums[`${step} ${side} ${wallet}`] ?? 0) + units;
  return sums;
};

describe('a referral is paid in steps', () => {
  test('joining pays at once, a purchase when its return window is over, and not an instant earlier', () => {
    const facts = [joined(T0), paid('1', T0 + DAY)];
    const now = ask(facts, [], T0 + DAY);
    expect(now.due.map(({ step, side }) => `${step} ${side}`)).toEqual(['joined friend']);
    const safe = zone.startOf(20_600 + 1 + 7 + 1);
    expect(now.until).toBe(safe);
    expect(ask(facts, [], safe - 1).due).toHaveLength(1);
    expect(ask(facts, [], safe).due.map(({ step, side }) => `${step} ${side}`)).toEqual([
      'joined friend',
      'first referrer',
      'first friend',
    ]);
    expect(ask(facts, [], safe).converted).toEqual({ at: safe, amount: 1000 });
  });

  test('two purchases pay the second step, one order paid in two parts does not', () => {
    const at = T0 + 30 * DAY;
    const steps = (facts: Fact[]) => new Set(ask(facts, [], at).due.map(({ step }) => step));
    expect(steps([paid('1', T0), paid('2', T0 + DAY)])).toEqual(new Set(['first', 'second']));
    expect(steps([paid('1', T0), paid('1', T0 + DAY)])).toEqual(new Set(['first']));
  });

  test('who joined long before was not brought; who joined a moment before giving the code was', () => {
    expect(ask([joined(T0 - 30 * DAY)], [], T0).due).toEqual([]);
    expect(ask([joined(T0 - 60_000)], [], T0).due).toHaveLength(1);
  });

  test('what happens after the time that was set counts for nothing, and nothing is looked for any more', () => {
    const late = ask([paid('1', T0 + 40 * DAY)], [], T0 + 90 * DAY, { within: 30 });
    expect(late.due).toEqual([]);
    expect(late.over).toBe(true);
    expect(referralStanding(terms, late, [])).toBe('lapsed');
    expect(ask([paid('1', T0 + 29 * DAY)], [], T0 + 90 * DAY, { within: 30 }).due).not.toEqual([]);
  });

  test('a purchase below the least, or of nothing, counts for nothing and takes nothing', () => {
    expect(ask([paid('1', T0, 500)], [], T0 + 30 * DAY, { leastPurchase: 501 }).due).toEqual([]);
    const free = ask([joined(T0), paid('1', T0, 0)], walked([joined(T0)], [T0]), T0 + 30 * DAY);
    expect(free.allReturned).toBe(false);
    expect(free.takeBack).toEqual([]);
  });

  test('nothing is owed for somebody who had bought before and kept it', () => {
    expect(ask([paid('0', T0 - 90 * DAY), joined(T0), paid('1', T0)], [], T0 + 30 * DAY)).toMatchObject({
      due: [],
      isNew: false,
      converted: null,
    });
    const gaveBack = [paid('0', T0 - 90 * DAY), returned('0', T0 - 80 * DAY), paid('1', T0)];
    expect(ask(gaveBack, [], T0 + 30 * DAY).isNew).toBe(true);
  });

  test('an old purchase that is told late takes back what was paid for a new friend', () => {
    const postings = walked([joined(T0), paid('1', T0)], [T0, T0 + 30 * DAY]);
    const late = ask([joined(T0), paid('1', T0), paid('0', T0 - DAY)], postings, T0 + 31 * DAY, {
      finalAfter: 0,
    });
    expect(late.takeBack).toHaveLength(outstandingOf(postings).length);
  });

  test('coming up to a rung pays the step that asks for it', () => {
    const rung: ReferralTerms['steps'] = [
      {
        key: 'client',
        when: { kind: 'rung', ladder: 'loyalty', rung: 'client' },
        referrer: [{ wallet: 'points', units: 9 }],
        friend: [],
      },
    ];
    expect(ask([], [], T0 + DAY, { steps: rung }).due).toEqual([]);
    expect(ask([], [], T0 + DAY, { steps: rung }, new Map([['client', T0 + DAY]])).due).toHaveLength(1);
  });
});

describe('pain 31: a return undoes the referral', () => {
  const instants = [T0, T0 + 30 * DAY, T0 + 40 * DAY];

  test('when everything came back, everything that was paid is taken back, to the unit', () => {
    const before = walked([joined(T0), paid('1', T0), paid('2', T0 + DAY)], instants);
    expect(Object.keys(sum(before))).toHaveLength(5);
    const facts = [
      joined(T0),
      paid('1', T0),
      paid('2', T0 + DAY),
      returned('1', T0 + 41 * DAY),
      returned('2', T0 + 41 * DAY),
    ];
    const after = applied(before, ask(facts, before, T0 + 42 * DAY), T0 + 42 * DAY);
    expect(sum(after)).toEqual({});
    expect(referralStanding(terms, ask(facts, after, T0 + 42 * DAY), after)).toBe('taken-back');
    expect(ask(facts, after, T0 + 43 * DAY)).toMatchObject({ due: [], takeBack: [] });
  });

  test('what was paid for joining stays where the terms take back purchases alone', () => {
    const facts = [joined(T0), paid('1', T0), returned('1', T0 + 41 * DAY)];
    const before = walked(facts, instants, { takeBack: 'purchases' });
    const after = applied(
      before,
      ask(facts, before, T0 + 42 * DAY, { takeBack: 'purchases' }),
      T0 + 42 * DAY,
    );
    expect(sum(after)).toEqual({ 'joined friend points': 50 });
  });

  test('one of two purchases back takes the second step alone; a part back takes nothing', () => {
    const facts = [joined(T0), paid('1', T0), paid('2', T0 + DAY)];
    const before = walked(facts, instants);
    const part = [...facts, returned('1', T0 + 41 * DAY, 999)];
    expect(ask(part, before, T0 + 42 * DAY).takeBack).toEqual([]);
    const whole = [...facts, returned('1', T0 + 41 * DAY)];
    expect(ask(whole, before, T0 + 42 * DAY).takeBack).toEqual([
      { step: 'second', side: 'referrer', round: 1, wallet: 'points', units: 300 },
    ]);
  });

  test('returns that name no order are everything once they come to as much as was bought', () => {
    const facts = [joined(T0), paid('1', T0)];
    const before = walked(facts, instants);
    expect(ask([...facts, returned(null, T0 + 41 * DAY, 999)], before, T0 + 42 * DAY).takeBack).toEqual([]);
    const all = ask([...facts, returned(null, T0 + 41 * DAY, 1000)], before, T0 + 42 * DAY);
    expect(all.takeBack).toHaveLength(outstandingOf(before).length);
  });

  test('a friend who buys again after all came back is paid for again, once', () => {
    const gone = [joined(T0), paid('1', T0), returned('1', T0 + 35 * DAY)];
    const taken = walked(gone, [...instants, T0 + 41 * DAY]);
    const again = [...gone, paid('3', T0 + 50 * DAY)];
    const after = walked(again, [T0 + 50 * DAY, T0 + 60 * DAY, T0 + 61 * DAY]);
    expect(sum(taken)).toEqual({});
    expect(sum(after)).toEqual(sum(walked([joined(T0), paid('1', T0)], instants)));
  });

  test('what comes back after a payment has become final leaves it', () => {
    const facts = [joined(T0), paid('1', T0), returned('1', T0 + 200 * DAY)];
    const before = walked(facts.slice(0, 2), instants);
    expect(ask(facts, before, T0 + 201 * DAY, { finalAfter: 90 }).takeBack).toEqual([]);
    expect(ask(facts, before, T0 + 201 * DAY, { finalAfter: 300 }).takeBack).not.toEqual([]);
  });
});

test('a refused referral gives back exactly what is outstanding', () => {
  const before = walked([joined(T0), paid('1', T0)], [T0, T0 + 30 * DAY]);
  const after = [
    ...before,
    ...takeAllBack(before).map((one): Posting => ({ ...one, kind: 'taken', at: T0 })),
  ];
  expect(sum(after)).toEqual({});
  expect(takeAllBack(after)).toEqual([]);
});

test('a side that was withheld is not owed again while nothing was taken back', () => {
  const withheld: Posting[] = [
    { step: 'first', side: 'referrer', round: 1, wallet: 'points', units: 200, kind: 'withheld', at: T0 },
  ];
  const due = ask([paid('1', T0)], withheld, T0 + 30 * DAY).due;
  expect(due.map(({ side }) => side)).toEqual(['friend']);
});

const day = fc.integer({ min: -20, max: 120 });
const anyFacts = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('paid' as const),
      order: fc.constantFrom('1', '2', '3'),
      day,
      amount: fc.integer({ min: 0, max: 3 }),
    }),
    fc.record({
      kind: fc.constant('returned' as const),
      order: fc.constantFrom('1', '2', '3', null),
      day,
      amount: fc.integer({ min: 0, max: 4 }),
    }),
    fc.record({ kind: fc.constant('joined' as const), day }),
  ),
  { maxLength: 12 },
);
const factOf = (one: { kind: string; day: number; order?: string | null; amount?: number }): Fact => {
  const at = T0 + one.day * DAY;
  if (one.kind === 'joined') return joined(at);
  return one.kind === 'paid'
    ? paid(one.order ?? '', at, one.amount)
    : returned(one.order ?? null, at, one.amount);
};
const anyTerms = fc.record({
  returnWindow: fc.constantFrom(0, 7),
  within: fc.constantFrom(undefined, 30),
  takeBack: fc.constantFrom('everything' as const, 'purchases' as const),
  leastPurchase: fc.constantFrom(undefined, 2),
});

describe('whatever the friend does and in whatever order it is told', () => {
  test('no step is ever paid twice, and nothing is taken back that was not paid', () => {
    holdsFor(
      'referral steps once',
      300,
      fc.property(fc.tuple(anyFacts, fc.array(fc.nat({ max: 11 })), anyTerms), ([made, shuffle, changes]) => {
        const { within, leastPurchase, ...rest } = changes;
        const asked = {
          ...rest,
          ...(within === undefined ? {} : { within }),
          ...(leastPurchase === undefined ? {} : { leastPurchase }),
        };
        const facts = made.map(factOf);
        // Told in an order of their own, one a day, long after most of them have happened.
        const told = facts.toSorted(
          (a, b) => (shuffle[facts.indexOf(a)] ?? 0) - (shuffle[facts.indexOf(b)] ?? 0),
        );
        let postings: Posting[] = [];
        for (let count = 0; count <= told.length; count++) {
          const at = T0 + (count * 20 - 10) * DAY;
          if (at < T0) continue;
          const heard = told.slice(0, count);
          postings = applied(postings, ask(heard, postings, at, asked), at);
          for (const [name, units] of Object.entries(sum(postings))) {
            const [key, side, wallet] = name.split(' ');
            const step = terms.steps.find((one) => one.key === key);
            const most = step?.[side as 'friend'].find((one) => one.wallet === wallet)?.units;
            expect(units).toBe(most);
          }
          const again = ask(heard, postings, at, asked);
          expect(again.due).toEqual([]);
          expect(again.takeBack).toEqual([]);
        }
        // In the end it is as if everything had been known from the beginning.
        const end = T0 + 400 * DAY;
        postings = applied(postings, ask(told, postings, end, asked), end);
        const fresh = applied([], ask(facts, [], end, asked), end);
        expect(sum(postings)).toEqual(sum(fresh));
      }),
    );
  });

  test('the answer stays the same until the instant it names', () => {
    holdsFor(
      'referral steps until',
      300,
      fc.property(
        fc.tuple(
          anyFacts,
          fc.nat({ max: 120 }),
          fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
          anyTerms,
        ),
        ([made, from, part, changes]) => {
          const { within, leastPurchase, ...rest } = changes;
          const asked = {
            ...rest,
            ...(within === undefined ? {} : { within }),
            ...(leastPurchase === undefined ? {} : { leastPurchase }),
          };
          const facts = made.map(factOf);
          const at = T0 + from * DAY;
          const first = ask(facts, [], at, asked);
          const until = first.until ?? T0 + 500 * DAY;
          expect(until).toBeGreaterThan(at);
          const later = ask(facts, [], at + Math.floor((until - at) * part), asked);
          expect(later.due).toEqual(first.due);
          expect(later.over).toBe(first.over);
          expect(later.converted).toEqual(first.converted);
        },
      ),
    );
  });

  test('everything given back leaves nothing outstanding', () => {
    holdsFor(
      'referral all back',
      200,
      fc.property(anyFacts, (made) => {
        const facts = made.map(factOf);
        let postings = walked(facts, [T0, T0 + 20 * DAY, T0 + 60 * DAY, T0 + 130 * DAY]);
        const at = T0 + 150 * DAY;
        const back = ['1', '2', '3'].map((order) => returned(order, at, 100));
        const everything = [...facts.filter(({ type }) => type === 'order.paid'), ...back];
        const bought = everything.some(
          (one) => one.type === 'order.paid' && one.at >= T0 && one.data['amount'] !== 0,
        );
        fc.pre(bought);
        postings = applied(postings, ask(everything, postings, at), at);
        expect(sum(postings)).toEqual({});
        const paidUnits = postings.reduce(
          (total, one) => total + (one.kind === 'paid' ? one.units : -one.units),
          0,
        );
        expect(paidUnits).toBe(0);
      }),
    );
  });
});
