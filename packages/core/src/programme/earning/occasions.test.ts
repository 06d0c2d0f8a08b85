import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsFor } from '../../testing/properties.ts';
import { DEFAULT_BUSINESS } from '../../values/index.ts';
import type { Programme } from '../definition.ts';
import { earningKey } from './keys.ts';
import { gainsDue, nextAnniversary, ordersDue, type OccasionsAsk, type TracedFact } from './occasions.ts';
import type { EarningRule } from './rule.ts';
import { standingAt } from './standing-at.ts';
import { claimsGivenBack, unitsToTakeBack } from './undoing.ts';

const name = { fa: 'نام', en: 'name' };
const DAY = 86_400_000;
const START = Date.UTC(2026, 4, 1);
const NOW = Date.UTC(2026, 5, 1);
const rule = (key: string, on: EarningRule['on']): EarningRule => ({
  key,
  name,
  wallet: 'points',
  on,
  gives: { kind: 'fixed', units: 1 },
});
const programme = (...rules: EarningRule[]): Programme => ({
  name,
  membership: 'joined',
  wallets: [
    {
      key: 'points',
      name,
      unit: 'points',
      worth: { points: 10, amount: 15 },
      vesting: 0,
      expiry: { kind: 'never' },
      negative: 'allow',
    },
  ],
  rules,
});
let told = 0;
const fact = (type: string, at: number, data: TracedFact['data'], source = 'shop'): TracedFact => ({
  type,
  at,
  data,
  source,
  key: `k${++told}`,
});
const ask = (parts: Partial<OccasionsAsk> & Pick<OccasionsAsk, 'versions' | 'facts'>): OccasionsAsk => ({
  person: 1,
  steps: [],
  now: NOW,
  business: DEFAULT_BUSINESS,
  ownSources: new Set(['till', 'club']),
  ...parts,
});
const since = (version: number, publishedAt: number, definition: Programme) => ({
  version,
  publishedAt,
  definition,
});

describe('what earns in another way than at the till', () => {
  const survey = rule('survey', { kind: 'fact', type: 'survey.answered', oncePer: 'survey' });
  const birthday = rule('birthday', { kind: 'anniversary', trait: 'birthday' });
  const profile = rule('profile', { kind: 'profile', traits: ['city'] });

  it('is judged by the version that was in force when it happened', () => {
    const versions = [since(1, START, programme(survey)), since(2, START + 10 * DAY, programme())];
    const answered = [1, 9, 11].map((day) =>
      fact('survey.answered', START + day * DAY, { survey: `s${day}`, question: 'q' }),
    );
    const due = gainsDue(
      ask({ versions, facts: [fact('survey.answered', START - 1, { survey: 'old' }), ...answered] }),
    );
    expect(
      due.map(({ programme: { version }, occasion }) => [version, earningKey('survey', occasion)]),
    ).toEqual([
      [1, 'earn:survey:value:1:s1'],
      [1, 'earn:survey:value:1:s9'],
    ]);
  });

  it('an order of the till’s own is settled at the till; one told twice is one', () => {
    const versions = [since(1, START, programme())];
    const paid = (order: string, source?: string) =>
      fact('order.paid', NOW - DAY, { order, amount: 5 }, source);
    const facts = [paid('A'), paid('A', 'accounting'), paid('B', 'till')];
    expect(
      ordersDue(ask({ versions, facts })).map(({ told: { order }, fact: { source } }) => [order, source]),
    ).toEqual([['A', 'shop']]);
  });

  it('a birthday counts from when it was told, and the next one is known', () => {
    const versions = [since(1, START, programme(birthday))];
    const born = (day: string, at: number) => [fact('trait.changed', at, { trait: 'birthday', value: day })];
    const due = (day: string, at: number) => gainsDue(ask({ versions, facts: born(day, at) })).length;
    expect([
      due('1990-05-20', START - DAY),
      due('1990-05-20', START + 25 * DAY),
      due('1990-04-20', START - DAY),
    ]).toEqual([1, 0, 0]);
    const next = nextAnniversary(ask({ versions, facts: born('1990-05-20', START) }));
    expect(new Date(next ?? 0).toISOString()).toBe('2027-05-19T20:30:00.000Z');
  });

  it('a full profile is thanked when its person joins, also where it was full before', () => {
    const versions = [since(1, START, programme(profile))];
    const city = fact('trait.changed', START - 100 * DAY, { trait: 'city', value: 'Tehran' });
    expect(gainsDue(ask({ versions, facts: [city] }))).toEqual([]);
    const joined = fact('club.joined', START + DAY, {});
    expect(gainsDue(ask({ versions, facts: [city, joined] })).map(({ at }) => at)).toEqual([START + DAY]);
  });
});

describe('a person as they were', () => {
  it('does not know yet what was told of that instant or later', () => {
    const paid = (at: number, order: string) => fact('order.paid', at, { order, amount: 10 });
    const facts = [
      paid(1, 'a'),
      fact('order.returned', 2, { order: 'a', amount: 10 }),
      paid(3, 'b'),
      paid(4, 'c'),
    ];
    const at = (instant: number) =>
      standingAt(
        1,
        { knownSince: 0, facts },
        [
          {
            ladder: 'main',
            places: [
              { from: -Infinity, place: 'low' },
              { from: 3, place: 'high' },
            ],
          },
        ],
        programme(),
        instant,
        DEFAULT_BUSINESS,
      );
    expect([1, 2, 3, 4, 5].map((instant) => at(instant).ordersBefore)).toEqual([0, 1, 0, 1, 2]);
    expect([at(2).rungs, at(3).rungs]).toEqual([{ main: 'low' }, { main: 'high' }]);
    expect(at(5).member).toBe(false);
  });
});

describe('taking back', () => {
  it('in however many steps comes to exactly what was earned, and never to more', () => {
    holdsFor(
      'taking back in steps',
      200,
      fc.property(
        fc.tuple(
          fc.integer({ min: 1, max: 1e9 }),
          fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 9 }),
        ),
        ([units, parts]) => {
          const amount = parts.reduce((sum, part) => sum + part, 0);
          let [returned, taken] = [0, 0];
          for (const part of parts) {
            returned += part;
            taken += unitsToTakeBack(units, amount, returned, taken);
            expect(taken).toBeLessThanOrEqual(units);
          }
          expect(taken).toBe(units);
          expect(unitsToTakeBack(units, amount, returned + 5, taken)).toBe(0);
        },
      ),
    );
  });

  it('gives exactly the room back that earning took, in units, in money and in times', () => {
    const capped: EarningRule = {
      ...rule('order', { kind: 'order' }),
      caps: [{ of: 'person', per: 'ever', most: 5, counted: 'times' }],
      budget: { per: 'ever', money: 1e9, units: 1e9 },
    };
    const earned = { rule: 'order', wallet: 'points', units: 7, at: NOW };
    const given = new Map<string, number>();
    for (const [before, now] of [
      [0, 3],
      [3, 3],
      [6, 1],
    ] as const)
      for (const { key, subtract } of claimsGivenBack(
        programme(capped),
        earned,
        { before, now },
        DEFAULT_BUSINESS,
      ))
        given.set(key, (given.get(key) ?? 0) + subtract);
    expect(Object.fromEntries(given)).toEqual({
      'cap:rule:order:times:ever:ever': 1,
      'budget:rule:order:units:ever:ever': 7,
      'budget:rule:order:money:ever:ever': 10,
    });
  });
});
