import { describe, expect, it } from 'vitest';
import { appreciationOf, type AppreciationPart, factsAppreciationReads } from './appreciation.ts';
import { bestOfYear, yearAt, yearOf } from './awards.ts';
import { DEFAULT_APPRECIATION } from './default-appreciation.ts';
import { ago, buyer, CALENDAR, NOW, paid } from './shop.fixture.ts';

const name = { fa: 'جزء', en: 'part' };
const part = (key: string, weight: number, of: AppreciationPart['of']): AppreciationPart => ({
  key,
  name,
  weight,
  of,
});
type Told = Parameters<typeof buyer>[0];

function scored(parts: AppreciationPart[], facts: Told, more: object = {}) {
  return appreciationOf({
    rule: { parts },
    history: buyer(facts).history,
    at: NOW,
    rungs: { five: { place: 3, top: 4 } },
    calendar: CALENDAR,
    ...more,
  });
}

describe('a part of the appreciation', () => {
  const complaint = { measure: 'count', of: 'complaint.opened', within: { years: 1 }, atMost: 0 } as const;
  const survey = { measure: 'count', of: 'survey.answered', atLeast: 1 } as const;
  const returned = [
    paid(10, 'A', 700),
    paid(9, 'B', 300),
    ago(8, 'order.returned', { order: 'B', amount: 300 }),
  ];

  it.each<[string, AppreciationPart['of'], Told, number | null, number | null]>([
    ['the rung, of the way to the top', { kind: 'rung', ladder: 'five' }, [], 75, 3],
    ['a ladder they are not on', { kind: 'rung', ladder: 'other' }, [], null, null],
    ['half of two years as a customer', { kind: 'tenure', full: 730 }, [paid(365, 'A', 1)], 50, 365],
    ['no order yet', { kind: 'tenure', full: 730 }, [], 0, 0],
    ['longer than asked for', { kind: 'tenure', full: 100 }, [paid(365, 'A', 1)], 100, 365],
    ['orders, without the one that came back', { kind: 'orders', full: 4 }, returned, 25, 1],
    ['what was paid, without what came back', { kind: 'spent', full: 1_000 }, returned, 70, 700],
    [
      'payment on time, of the orders of which it is known',
      { kind: 'on-time', least: 3 },
      [
        paid(4, 'A', 1, { onTime: true }),
        paid(3, 'B', 1, { onTime: true }),
        paid(2, 'C', 1, { onTime: false }),
        paid(1, 'D', 1),
      ],
      66,
      6_666,
    ],
    [
      'payment on time, of too few orders',
      { kind: 'on-time', least: 3 },
      [paid(4, 'A', 1, { onTime: false })],
      null,
      null,
    ],
    [
      'friends who became customers',
      { kind: 'referrals', full: 4 },
      [ago(2, 'referral.converted', { friend: 'x' }), ago(1, 'referral.made', { friend: 'y' })],
      25,
      1,
    ],
    [
      'friends who became customers, without those who gave everything back',
      { kind: 'referrals', full: 4 },
      [
        ago(9, 'referral.converted', { friend: 'x' }),
        ago(8, 'referral.undone', { friend: 'x' }),
        ago(7, 'referral.converted', { friend: 'x' }),
        ago(6, 'referral.converted', { friend: 'y' }),
        ago(5, 'referral.undone', { friend: 'y' }),
      ],
      25,
      1,
    ],
    [
      'signs of cooperation by their weights',
      {
        kind: 'cooperation',
        signs: [
          { name, holds: complaint, weight: 2 },
          { name, holds: survey, weight: 1 },
        ],
      },
      [ago(400, 'complaint.opened', { complaint: 'old' })],
      66,
      2,
    ],
  ])('%s', (_what, of, facts, score, measured) => {
    expect(scored([part('one', 1, of)], facts).parts[0]).toMatchObject({ score, measured });
  });

  it('names the facts it rests on, the newest first', () => {
    const facts = [paid(30, 'A', 1), paid(20, 'B', 1), paid(10, 'C', 1)];
    const [orders, tenure] = scored(
      [part('orders', 1, { kind: 'orders', full: 9 }), part('tenure', 1, { kind: 'tenure', full: 9 })],
      facts,
    ).parts;
    expect(orders).toMatchObject({ facts: facts.map(({ id }) => id).reverse(), factCount: 3 });
    expect(tenure).toMatchObject({ facts: [facts[0]?.id], factCount: 1 });
  });

  it('says which signs hold', () => {
    const of = {
      kind: 'cooperation' as const,
      signs: [
        { name, holds: complaint, weight: 2 },
        { name, holds: survey, weight: 1 },
      ],
    };
    const [one] = scored([part('one', 1, of)], [ago(4, 'complaint.opened', { complaint: 'x' })]).parts;
    expect(one).toMatchObject({ score: 0, signs: [false, false], factCount: 1 });
  });
});

describe('the score', () => {
  it('weighs the parts as the business says, and leaves out what is not known', () => {
    const parts = [
      part('rung', 3, { kind: 'rung', ladder: 'five' }),
      part('orders', 1, { kind: 'orders', full: 10 }),
      part('on-time', 90, { kind: 'on-time', least: 2 }),
    ];
    const { score, parts: came } = scored(parts, [paid(9, 'A', 1)]);
    expect(came.map((one) => one.score)).toEqual([75, 10, null]);
    // (3 · 75 + 1 · 10) / 4 = 58.75
    expect(score).toBe(59);
    expect(scored([part('on-time', 1, { kind: 'on-time', least: 2 })], []).score).toBe(0);
  });

  it('of one year leaves out what was before it, and never looks past its instant', () => {
    const orders = [part('orders', 1, { kind: 'orders', full: 10 })];
    const facts = [paid(400, 'A', 1), paid(40, 'B', 1), paid(-1, 'C', 1)];
    expect(scored(orders, facts).parts[0]?.measured).toBe(2);
    expect(scored(orders, facts, { from: yearOf(1405, CALENDAR).from }).parts[0]?.measured).toBe(1);
  });

  it('can be had by anybody with the parts a business starts with', () => {
    const model = [
      ...Array.from({ length: 20 }, (_none, place) =>
        paid(730 - place, `order-${place}`, 100, { onTime: true }),
      ),
      ...[1, 2, 3].map((days) => ago(days, 'referral.converted', { friend: `${days}` })),
      ago(5, 'survey.answered', { question: 'q', score: 9 }),
    ];
    expect(scored([...DEFAULT_APPRECIATION.parts], model).score).toBe(100);
    expect(factsAppreciationReads(DEFAULT_APPRECIATION)).toEqual({
      types: [
        'complaint.opened',
        'order.paid',
        'order.returned',
        'referral.converted',
        'referral.undone',
        'review.written',
        'survey.answered',
      ],
      fields: ['amount', 'friend', 'onTime', 'order'],
    });
  });
});

describe('the awards of a year', () => {
  const nominee = (person: number, score: number, orders = 1, spent = 1) => ({
    person,
    score,
    orders,
    spent,
  });
  const best = (count: number, nominees: ReturnType<typeof nominee>[], least = 0) =>
    bestOfYear(nominees, { count, least }).map(({ place, person }) => [place, person]);

  it('go to the best by appreciation, then by orders kept, then by what they came to', () => {
    const all = [nominee(1, 50), nominee(2, 90), nominee(3, 70, 5), nominee(4, 70, 9), nominee(5, 70, 9, 2)];
    expect(best(4, all)).toEqual([
      [1, 2],
      [2, 5],
      [3, 4],
      [4, 3],
    ]);
  });

  it('are shared by equals, and go to nobody below the least or without an order', () => {
    expect(best(2, [nominee(1, 80), nominee(2, 70), nominee(3, 70), nominee(4, 60)])).toEqual([
      [1, 1],
      [2, 2],
      [2, 3],
    ]);
    expect(best(5, [nominee(1, 80, 0), nominee(2, 59), nominee(3, 60)], 60)).toEqual([[1, 3]]);
  });

  it('count the year of the business: 1405 begins on 20 March 2026 at 20:30 UTC', () => {
    expect(yearOf(1405, CALENDAR)).toEqual({
      from: Date.UTC(2026, 2, 20, 20, 30),
      to: Date.UTC(2027, 2, 20, 20, 30),
    });
    expect(yearAt(NOW, CALENDAR)).toBe(1405);
    expect(yearAt(NOW, { zone: 'UTC', calendar: 'gregorian' })).toBe(2026);
  });
});
