import { describe, expect, it } from 'vitest';
import { baseVocabulary } from '../facts/index.ts';
import { refusalSentences, sayRefusal } from '../values/index.ts';
import type { Programme } from './definition.ts';
import type { EarningRule } from './earning/rule.ts';
import { programmeFaults } from './faults.ts';
import type { Levels } from './levels/definition.ts';
import type { Wallet } from './wallet.ts';

const name = { fa: 'نام', en: 'name' };
const wallet: Wallet = {
  key: 'points',
  name,
  unit: 'points',
  worth: { points: 1, amount: 100 },
  vesting: 20,
  expiry: { kind: 'never' },
  negative: 'allow',
};
const rule: EarningRule = {
  key: 'order',
  name,
  wallet: 'points',
  on: { kind: 'order' },
  gives: { kind: 'fixed', units: 1 },
};
const levels: Levels = {
  name,
  by: 'amount',
  span: { kind: 'ever' },
  down: 'reached',
  levels: [
    { key: 'low', name, from: 0 },
    { key: 'high', name, from: 10 },
  ],
};
const programme: Programme = { name, membership: 'everybody', wallets: [wallet], rules: [rule] };
const context = { words: baseVocabulary, ladders: [{ key: 'main', rungs: ['client', 'advocate'] }] };

const withRule = (parts: Partial<EarningRule>): Partial<Programme> => ({ rules: [{ ...rule, ...parts }] });
const withWallet = (parts: Partial<Wallet>): Partial<Programme> => ({ wallets: [{ ...wallet, ...parts }] });
const withLevels = (parts: Partial<Levels>): Partial<Programme> => ({ levels: { ...levels, ...parts } });
const fact = { kind: 'fact', type: 'survey.answered' } as const;
const survey = withRule({ on: fact });

const refused: readonly (readonly [what: string, parts: Partial<Programme>, code: string, field: string])[] =
  [
    ['an empty name', { name: { fa: 'نام', en: ' ' } }, 'name_missing_in_language', 'name.en'],
    ['two rules of one key', { rules: [rule, rule] }, 'club_key_repeated', 'rules[1].key'],
    [
      'a money wallet that is not one to one',
      withWallet({ unit: 'money' }),
      'money_wallet_one_to_one',
      'wallets[0].worth',
    ],
    [
      'spending what is worth nothing',
      withWallet({ worth: { points: 1, amount: 0 }, spending: {} }),
      'wallet_worth_nothing',
      'wallets[0].spending',
    ],
    [
      'a least that is no step',
      withWallet({ spending: { least: 15, step: 10 } }),
      'least_not_in_steps',
      'wallets[0].spending.least',
    ],
    [
      'what is gone before it vests',
      withWallet({ expiry: { kind: 'rolling', days: 20 } }),
      'expires_before_vesting',
      'wallets[0].expiry.days',
    ],
    [
      'a day that no year has',
      withWallet({ expiry: { kind: 'fixed', day: '13-01' } }),
      'day_of_year_unknown',
      'wallets[0].expiry.day',
    ],
    ['a wallet nobody made', withRule({ wallet: 'coins' }), 'wallet_unknown', 'rules[0].wallet'],
    ['a group nobody made', withRule({ group: 'big' }), 'rule_group_unknown', 'rules[0].group'],
    ['a campaign nobody made', withRule({ campaign: 'yalda' }), 'campaign_unknown', 'rules[0].campaign'],
    [
      'a fact type nobody declared',
      withRule({ on: { kind: 'fact', type: 'order' } }),
      'unknown_fact_type',
      'rules[0].on.type',
    ],
    [
      'orders as facts, which would pay twice',
      withRule({ on: { kind: 'fact', type: 'order.paid' } }),
      'occasion_is_order',
      'rules[0].on.type',
    ],
    [
      'points for points',
      withRule({ on: { kind: 'fact', type: 'points.earned' } }),
      'occasion_feeds_itself',
      'rules[0].on.type',
    ],
    [
      'a field the fact has not',
      withRule({ on: { ...fact, oncePer: 'form' } }),
      'unknown_field',
      'rules[0].on.oncePer',
    ],
    [
      'a test without comparison',
      withRule({ on: { ...fact, where: [{ field: 'score' }] } }),
      'comparison_missing',
      'rules[0].on.where[0]',
    ],
    [
      'products of a survey',
      { rules: [{ ...(survey.rules?.[0] ?? rule), where: { products: { only: ['tea'] } } }] },
      'part_only_for_orders',
      'rules[0].where.products',
    ],
    [
      'points per amount of a survey',
      { rules: [{ ...(survey.rules?.[0] ?? rule), gives: { kind: 'per', units: 1, amount: 1 } }] },
      'part_only_for_orders',
      'rules[0].gives',
    ],
    [
      'a share in points',
      withRule({ gives: { kind: 'share', share: 100 } }),
      'share_needs_money',
      'rules[0].gives.share',
    ],
    [
      'a step of both units and share',
      withRule({ gives: { kind: 'steps', steps: [{ from: 0 }] } }),
      'units_or_share',
      'rules[0].gives.steps[0]',
    ],
    [
      'steps that fall',
      withRule({
        gives: {
          kind: 'steps',
          steps: [
            { from: 5, units: 1 },
            { from: 5, units: 2 },
          ],
        },
      }),
      'steps_not_rising',
      'rules[0].gives.steps[1].from',
    ],
    ['a level nobody made', withRule({ levels: ['gold'] }), 'level_unknown', 'rules[0].levels[0]'],
    [
      'a ladder that is not in force',
      withRule({ rungs: { ladder: 'other', rungs: ['client'] } }),
      'club_ladder_unknown',
      'rules[0].rungs.rungs[0]',
    ],
    [
      'a rung that is not on the ladder',
      withRule({ multipliers: { rungs: [{ ladder: 'main', rung: 'king', times: 200 }] } }),
      'club_rung_unknown',
      'rules[0].multipliers.rungs[0]',
    ],
    [
      'channels of nothing',
      withRule({ where: { channels: {} } }),
      'choosing_empty',
      'rules[0].where.channels',
    ],
    [
      'chosen and excepted',
      withRule({ where: { branches: { only: ['a'], except: ['a'] } } }),
      'chosen_and_excepted',
      'rules[0].where.branches.except',
    ],
    [
      'hours of no length',
      withRule({ where: { hours: [{ from: 60, to: 60 }] } }),
      'hours_empty',
      'rules[0].where.hours[0]',
    ],
    [
      'dates upside down',
      withRule({ where: { dates: { from: '2026-03-22', to: '2026-03-21' } } }),
      'club_dates_inverted',
      'rules[0].where.dates.to',
    ],
    [
      'a date that does not exist',
      withRule({ where: { dates: { from: '2026-02-30' } } }),
      'day_expected',
      'rules[0].where.dates.from',
    ],
    [
      'criteria of unknown words',
      withRule({ who: { measure: 'count', of: 'order.dreamt', atLeast: 1 } }),
      'unknown_fact_type',
      'rules[0].who.of',
    ],
    [
      'times in an order',
      withRule({ caps: [{ of: 'person', per: 'order', most: 1, counted: 'times' }] }),
      'cap_of_order',
      'rules[0].caps[0]',
    ],
    [
      'one cap twice',
      withRule({
        caps: [
          { of: 'person', per: 'day', most: 1, counted: 'times' },
          { of: 'person', per: 'day', most: 2, counted: 'times' },
        ],
      }),
      'cap_repeated',
      'rules[0].caps[1]',
    ],
    ['a budget of nothing', withRule({ budget: { per: 'month' } }), 'budget_empty', 'rules[0].budget'],
    [
      'units of several wallets',
      { wallets: [wallet, { ...wallet, key: 'coin' }], budget: { per: 'year', units: 5 } },
      'units_of_several_wallets',
      'budget.units',
    ],
    [
      'a lowest level that asks',
      withLevels({
        levels: [
          { key: 'low', name, from: 1 },
          { key: 'high', name, from: 2 },
        ],
      }),
      'lowest_level_asks',
      'levels.levels[0].from',
    ],
    [
      'levels that fall',
      withLevels({
        levels: [
          { key: 'low', name, from: 0 },
          { key: 'high', name, from: 0 },
        ],
      }),
      'levels_not_rising',
      'levels.levels[1].from',
    ],
    ['points without a wallet', withLevels({ by: 'points' }), 'level_wallet_missing', 'levels.wallet'],
    ['a wallet without points', withLevels({ wallet: 'points' }), 'level_wallet_misplaced', 'levels.wallet'],
    [
      'steps down without time in between',
      withLevels({ span: { kind: 'rolling', window: { days: 9 } }, down: 'step' }),
      'steps_need_grace',
      'levels.grace',
    ],
    [
      'a goal for a day that does not exist',
      { goals: [{ key: 'more', name, measure: 'members', target: 5, by: '2026-02-30' }] },
      'day_expected',
      'goals[0].by',
    ],
  ];

describe('a programme is refused', () => {
  it.each(refused)('for %s', (_what, parts, code, field) => {
    const faults = programmeFaults({ ...programme, ...parts }, context);
    expect(faults.map((fault) => [fault.code, fault.field])).toEqual([[code, field]]);
  });

  it('with a sentence in both languages that leaves no placeholder open', () => {
    for (const [, parts, code] of refused) {
      expect(refusalSentences, code).toHaveProperty(code);
      for (const fault of programmeFaults({ ...programme, ...parts }, context))
        for (const language of ['fa', 'en'] as const)
          expect(sayRefusal(fault, language), code).not.toMatch(/\{\w+\}/);
    }
  });

  it('with all of its faults, not only the first', () => {
    const faults = programmeFaults(
      { ...programme, ...withRule({ wallet: 'x', group: 'y', campaign: 'z' }) },
      context,
    );
    expect(faults).toHaveLength(3);
  });
});

describe('a programme is accepted', () => {
  it('as it is', () => {
    expect(programmeFaults({ ...programme, levels }, context)).toEqual([]);
  });
});
