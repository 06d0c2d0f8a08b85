import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseVocabulary, historyOf, type ArrivingFact, type Fact } from '../../facts/index.ts';
import { arbitraryFacts, arbitraryInstant } from '../../testing/arbitraries.ts';
import { holdsFor } from '../../testing/properties.ts';
import { type BusinessCalendar, MS_PER_DAY } from '../../values/index.ts';
import type { Qualification } from './definition.ts';
import { explainLead } from './explaining.ts';
import { qualificationFaults } from './faults.ts';
import { replayLead } from './replaying.ts';
import { summariseReview } from './reviewing.ts';
import { sayEngagementRule, sayFitRule } from './saying.ts';
import { NEW_LEAD, reaches, scoreLead, scorerOf } from './scoring.ts';
import { SHIPPED_QUALIFICATION } from './shipped.ts';
import { QualificationTrial } from './trial.ts';

const shop: BusinessCalendar = { zone: 'Asia/Tehran', calendar: 'jalali' };
const NOW = Date.UTC(2026, 4, 1, 9);
const DAY = MS_PER_DAY;

function definition(changes: Partial<Qualification> = {}): Qualification {
  return {
    ...SHIPPED_QUALIFICATION,
    fit: {
      cap: 100,
      rules: [
        { key: 'tehran', when: { measure: 'trait', trait: 'city', is: 'tehran' }, points: 40 },
        { key: 'old', when: { measure: 'trait', trait: 'age', atLeast: 18 }, points: -30 },
      ],
    },
    engagement: {
      cap: 100,
      groups: [{ key: 'site', name: { fa: 'سایت', en: 'Site' }, cap: 30 }],
      rules: [
        { key: 'page', of: 'page.viewed', points: 10, halfLife: 10, cap: 25, group: 'site' },
        { key: 'product', of: 'product.viewed', points: 20, halfLife: 10, group: 'site' },
        { key: 'download', of: 'content.downloaded', points: 50, halfLife: 30 },
        { key: 'return', of: 'order.returned', points: -40, halfLife: 5 },
      ],
    },
    enter: { fit: 40, engagement: 50 },
    stay: { fit: 40, engagement: 25 },
    ...changes,
  };
}

function did(...told: readonly [type: string, daysAgo: number, data?: Fact['data']][]) {
  return historyOf(
    told.map(([type, ago, data = {}], index) => ({
      id: index + 1,
      type,
      at: NOW - ago * DAY,
      data,
      source: 'test',
      key: String(index),
    })),
  );
}

const tehrani = ['trait.changed', 100, { trait: 'city', value: 'tehran' }] as const;
const scorer = scorerOf(definition(), shop);

describe('scores', () => {
  test('fit is what holds and never fades', () => {
    expect(scoreLead(scorer, did([...tehrani]), NOW).fit).toBe(40);
    expect(scoreLead(scorer, did([...tehrani]), NOW + 5000 * DAY).fit).toBe(40);
    const grown = did([...tehrani], ['trait.changed', 5, { trait: 'age', value: 20 }]);
    expect(scoreLead(scorer, grown, NOW).fit).toBe(10);
  });

  test('a deed is worth half after a half-life, and what a rule and a group bring is capped', () => {
    const engagement = (history: ReturnType<typeof did>) => scoreLead(scorer, history, NOW).engagement;
    expect(engagement(did(['content.downloaded', 0]))).toBe(50);
    expect(engagement(did(['content.downloaded', 30]))).toBeCloseTo(25, 9);
    expect(
      engagement(did(['page.viewed', 0], ['page.viewed', 0], ['page.viewed', 0], ['page.viewed', 0])),
    ).toBe(25);
    expect(engagement(did(['page.viewed', 0], ['page.viewed', 0], ['product.viewed', 0]))).toBe(30);
    expect(engagement(did(['content.downloaded', 0], ['order.returned', 5]))).toBeCloseTo(30, 9);
    expect(engagement(did(['order.returned', 0]))).toBe(0);
  });

  test('needs both scores, or a hand, and stays with less', () => {
    const ready = did([...tehrani], ['content.downloaded', 0]);
    expect(scoreLead(scorer, ready, NOW)).toMatchObject({ inside: true, why: 'score' });
    expect(scoreLead(scorer, did(['content.downloaded', 0]), NOW).inside).toBe(false);
    const later = NOW + 20 * DAY;
    expect(scoreLead(scorer, ready, later).inside).toBe(false);
    expect(scoreLead(scorer, ready, later, { ...NEW_LEAD, inside: true }).inside).toBe(true);
    expect(scoreLead(scorer, did(['price.asked', 0]), NOW)).toMatchObject({ inside: true, why: 'hand' });
    expect(
      scoreLead(scorer, did(['price.asked', 3]), NOW, { ...NEW_LEAD, handsSince: NOW - DAY }).why,
    ).toBeNull();
    const told = { ...NEW_LEAD, handAt: NOW - DAY };
    expect(scoreLead(scorer, did(), NOW, told)).toMatchObject({ why: 'hand', until: NOW + 29 * DAY });
    expect(scoreLead(scorer, did(), NOW + 29 * DAY, told).why).toBeNull();
  });

  test('tell exactly when they fall under what is asked', () => {
    const ready = did([...tehrani], ['content.downloaded', 0]);
    const { until } = scoreLead(scorer, ready, NOW, { ...NEW_LEAD, inside: true });
    // Half of 50 and half a point less: log2(50 / 24.5) half-lives of thirty days.
    expect((until ?? 0) - NOW).toBeCloseTo(Math.log2(50 / 24.5) * 30 * DAY, -4);
    expect(scoreLead(scorer, did(), NOW).until).toBeNull();
  });

  test('are explained by the facts that made them', () => {
    const history = did(
      [...tehrani],
      ['content.downloaded', 30],
      ['content.downloaded', 0],
      ['order.returned', 5],
    );
    const explained = explainLead(scorer, history, NOW);
    expect(explained.fitRows.map(({ points, because }) => [points, because.holds])).toEqual([
      [40, true],
      [0, false],
    ]);
    const [, , download, returned] = explained.engagementRows;
    expect(download).toMatchObject({ points: 75, factCount: 2 });
    expect(download?.facts.map(({ id, points }) => [id, Math.round(points)])).toEqual([
      [3, 50],
      [2, 25],
    ]);
    expect(returned?.points).toBeCloseTo(-20, 9);
    expect(explained.engagement).toBeCloseTo(55, 9);
  });
});

const arbitraryCase = fc.record({
  facts: arbitraryFacts,
  more: fc.array(
    fc.tuple(
      fc.constantFrom('page.viewed', 'content.downloaded', 'order.returned', 'price.asked'),
      arbitraryInstant,
    ),
    {
      maxLength: 8,
    },
  ),
  at: arbitraryInstant,
  inside: fc.boolean(),
  handsSince: fc.option(arbitraryInstant),
  enter: fc.integer({ min: 0, max: 60 }),
  halfLife: fc.constantFrom(1, 10, 400, null),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
});

function played({
  facts,
  more,
  enter,
  halfLife,
}: typeof arbitraryCase extends fc.Arbitrary<infer Case> ? Case : never) {
  const asked = definition({
    engagement: {
      cap: 90,
      groups: [{ key: 'site', name: { fa: 'س', en: 's' }, cap: 30 }],
      rules: [
        { key: 'page', of: 'page.viewed', points: 10, halfLife: 7, cap: 25, group: 'site' },
        { key: 'paid', of: 'order.paid', where: [{ field: 'amount', atLeast: 3 }], points: 17, halfLife },
        { key: 'download', of: ['content.downloaded', 'product.viewed'], points: 30, halfLife: 30 },
        { key: 'return', of: 'order.returned', points: -35, halfLife: 3, group: 'site' },
      ],
    },
    enter: { fit: 0, engagement: enter },
    stay: { fit: 0, engagement: Math.floor(enter / 2) },
  });
  const arrived: ArrivingFact[] = [
    ...facts,
    ...more.map(([type, at], index) => ({ type, at, data: {}, source: 'more', key: String(index) })),
  ];
  return { asked, arrived };
}

describe('for random histories', () => {
  test('the verdict is constant until the instant told', () => {
    holdsFor(
      'lead until',
      400,
      fc.property(arbitraryCase, (one) => {
        const { asked, arrived } = played(one);
        const made = scorerOf(asked, shop);
        const history = historyOf(arrived);
        const standing = { inside: one.inside, handsSince: one.handsSince, handAt: null };
        const { inside, why, until } = scoreLead(made, history, one.at, standing);
        const end = until ?? one.at + 4000 * DAY;
        expect(end).toBeGreaterThan(one.at);
        for (const later of [one.at + Math.floor((end - 1 - one.at) * one.part), end - 1])
          expect(scoreLead(made, history, later, standing)).toMatchObject({ inside, why });
      }),
    );
  });

  test('neither the order of arrival nor a repetition changes the scores', () => {
    holdsFor(
      'lead arrival',
      200,
      fc.property(arbitraryCase, (one) => {
        const { asked, arrived } = played(one);
        const made = scorerOf(asked, shop);
        const first = new Map(arrived.toReversed().map((fact) => [`${fact.source} ${fact.key}`, fact]));
        const again = [...arrived, ...arrived]
          .toReversed()
          .map((fact) => first.get(`${fact.source} ${fact.key}`) ?? fact);
        expect(scoreLead(made, historyOf(again), one.at)).toEqual(
          scoreLead(made, historyOf(arrived), one.at),
        );
      }),
    );
  });

  test('who was handed by a replay was inside then, and who never was is not', () => {
    holdsFor(
      'lead replay',
      200,
      fc.property(arbitraryCase, (one) => {
        const { asked, arrived } = played(one);
        const made = scorerOf(asked, shop);
        const history = historyOf(arrived);
        const handings = replayLead(made, history, one.at);
        for (const { at, why, cooledAt } of handings) {
          expect(scoreLead(made, history, at)).toMatchObject({ inside: true, why });
          if (cooledAt !== null)
            expect(scoreLead(made, history, cooledAt, { ...NEW_LEAD, inside: true }).inside).toBe(false);
        }
        // A new fact is looked at the moment it is told.
        const last = history.facts.findLast(({ at }) => at <= one.at);
        if (last === undefined) return;
        const within = handings.some(
          ({ at, cooledAt }) => at <= last.at && (cooledAt === null || last.at < cooledAt),
        );
        if (!within) expect(scoreLead(made, history, last.at).inside).toBe(false);
      }),
    );
  });
});

test('a draft is compared with what is in force by what became of people', () => {
  const draft = definition({ enter: { fit: 0, engagement: 20 }, stay: { fit: 0, engagement: 10 } });
  const trial = new QualificationTrial({
    present: definition(),
    draft,
    calendar: shop,
    settings: { from: NOW - 100 * DAY, to: NOW, fruitDays: 60 },
  });
  trial.add(1, did([...tehrani], ['content.downloaded', 50], ['order.paid', 30]));
  trial.add(2, did(['content.downloaded', 50], ['order.paid', 30]));
  trial.add(3, did(['content.downloaded', 50], ['lead.disqualified', 40]));
  trial.add(4, did(['order.paid', 20]));
  const result = trial.result();
  expect(result).toMatchObject({ people: 4, buyers: 3, both: 1, onlyPresent: 0, onlyDraft: 2 });
  expect(result.present).toMatchObject({ handed: 1, bought: 1, refused: 0, recall: { times: 1, of: 3 } });
  expect(result.draft).toMatchObject({ handed: 3, bought: 2, refused: 1, precision: { times: 2, of: 3 } });
  expect(result.changes.map(({ person, change, outcome }) => [person, change, outcome])).toEqual([
    [2, 'new', 'bought'],
    [3, 'new', 'refused'],
  ]);
});

test('says everything that keeps a definition from being agreed on', () => {
  expect(qualificationFaults(SHIPPED_QUALIFICATION, baseVocabulary)).toEqual([]);
  const wrong = definition({
    stay: { fit: 0, engagement: 60 },
    enter: { fit: 90, engagement: 50 },
    hands: [{ key: 'page', when: { measure: 'count', of: 'no.such', atLeast: 1 } }],
  });
  expect(qualificationFaults(wrong, baseVocabulary).map(({ code, field }) => [code, field])).toEqual([
    ['rule_key_repeated', 'hands[0].key'],
    ['unknown_fact_type', 'hands[0].when.of'],
    ['threshold_unreachable', 'enter.fit'],
    ['stay_above_enter', 'stay.engagement'],
  ]);
});

test('is said in both languages', () => {
  const speech = (language: 'fa' | 'en') => ({
    language,
    vocabulary: baseVocabulary,
    money: { currency: 'IRR', unit: 'toman' as const },
    calendar: 'jalali' as const,
    zone: 'Asia/Tehran',
  });
  const said = (language: 'fa' | 'en') => [
    ...definition().fit.rules.map((rule) => sayFitRule(rule, speech(language))),
    ...definition().engagement.rules.map((rule) => sayEngagementRule(rule, speech(language))),
  ];
  expect(said('en')).toMatchInlineSnapshot(`
    [
      "⁨city is "tehran"⁩: 40 points",
      "⁨trait "age" is at least 18⁩: minus 30 points",
      "⁨page views⁩: 10 points each; half as much after every 10 days; at most 25 together",
      "⁨product views⁩: 20 points each; half as much after every 10 days",
      "⁨downloads⁩: 50 points each; half as much after every 30 days",
      "⁨returns⁩: minus 40 points each; half as much after every 5 days",
    ]
  `);
  expect(said('fa')).toMatchInlineSnapshot(`
    [
      "⁨شهر «tehran»⁩: ۴۰ امتیاز می‌گیرد",
      "⁨ویژگی «age» دست‌کم ۱۸⁩: ۳۰ امتیاز کم می‌شود",
      "هر ⁨بازدید صفحه⁩: ۱۰ امتیاز می‌گیرد؛ پس از هر ۱۰ روز نصف می‌شود؛ روی هم دست‌بالا ۲۵ امتیاز",
      "هر ⁨دیدن کالا⁩: ۲۰ امتیاز می‌گیرد؛ پس از هر ۱۰ روز نصف می‌شود",
      "هر ⁨دریافت محتوا⁩: ۵۰ امتیاز می‌گیرد؛ پس از هر ۳۰ روز نصف می‌شود",
      "هر ⁨برگشت سفارش⁩: ۴۰ امتیاز کم می‌شود؛ پس از هر ۵ روز نصف می‌شود",
    ]
  `);
});

test('two teams agree, differ, or have not looked yet', () => {
  const leads = [1, 2, 3, 4].map((lead) => ({
    lead,
    drawnAs: lead === 1 ? ('never' as const) : ('accepted' as const),
    rules: ['a', ...(lead === 2 ? ['b'] : [])],
  }));
  const says = (lead: number, team: 'marketing' | 'sales', good: boolean) => ({ lead, team, good });
  const summary = summariseReview(leads, [
    says(1, 'marketing', true),
    says(1, 'sales', true),
    says(2, 'marketing', false),
    says(2, 'sales', false),
    says(3, 'marketing', true),
    says(3, 'sales', false),
    says(4, 'sales', true),
  ]);
  expect(summary).toMatchObject({ agreed: 2, disputed: 1, waiting: 1, missed: [1], false: [2] });
  expect(summary.rules).toEqual([
    { rule: 'a', good: 1, bad: 1 },
    { rule: 'b', good: 0, bad: 1 },
  ]);
  expect(reaches(49.5, 50)).toBe(true);
});
