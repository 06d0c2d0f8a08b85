import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, holdsAt, sayCriteria } from '../../criteria/index.ts';
import { baseVocabulary, type Fact } from '../../facts/index.ts';
import { holdsFor } from '../../testing/properties.ts';
import { MS_PER_DAY } from '../../values/index.ts';
import { broughtBy } from './brought.ts';
import { alike, type Profile } from './likeness.ts';
import { permissionWording } from './permission.ts';
import { askCriteria, askRuleSchema, defaultAskRule, guardsOf } from './rule.ts';
import { readinessBy } from './readiness.ts';
import { strengthOf } from './strength.ts';
import { fillTemplate } from './template.ts';

const NOW = Date.UTC(2026, 10, 22, 9);
const CALENDAR = { zone: 'Asia/Tehran', calendar: 'jalali' } as const;
const ago = (days: number, type: string, data: Fact['data'] = {}): Fact => ({
  type,
  at: NOW - days * MS_PER_DAY,
  data,
});
const historyOf = (...facts: Fact[]) => ({
  knownSince: NOW - 1000 * MS_PER_DAY,
  facts: facts.toSorted((a, b) => a.at - b.at),
});
const may = (...facts: Fact[]): boolean =>
  holdsAt(askCriteria(defaultAskRule), historyOf(...facts), NOW, CALENDAR);

const content = ago(3, 'survey.answered', { question: 'recommend', score: 10 });

describe('a recommendation is asked for', () => {
  it.each<[string, readonly Fact[], boolean]>([
    ['nobody of whom nothing is known', [], false],
    ['after the highest scores', [content], true],
    [
      'not where another question was answered',
      [ago(3, 'survey.answered', { question: 'taste', score: 10 })],
      false,
    ],
    ['not after a middling score', [ago(3, 'survey.answered', { question: 'recommend', score: 8 })], false],
    [
      'by the last score and no other',
      [content, ago(1, 'survey.answered', { question: 'recommend', score: 5 })],
      false,
    ],
    ['after a good review', [ago(5, 'review.written', { score: 4 })], true],
    ['not after a bad one', [ago(5, 'review.written', { score: 3 })], false],
    [
      'after a second order',
      [ago(60, 'order.paid', { order: '1', amount: 5 }), ago(5, 'order.paid', { order: '2', amount: 5 })],
      true,
    ],
    [
      'not where the second came back',
      [
        ago(60, 'order.paid', { order: '1', amount: 5 }),
        ago(5, 'order.paid', { order: '2', amount: 5 }),
        ago(2, 'order.returned', { order: '2', amount: 5 }),
      ],
      false,
    ],
    [
      'a week after a complaint was settled, no sooner',
      [ago(20, 'complaint.opened', { complaint: 'c' }), ago(6, 'complaint.closed', { complaint: 'c' })],
      false,
    ],
    [
      'a week after a complaint was settled',
      [ago(20, 'complaint.opened', { complaint: 'c' }), ago(7, 'complaint.closed', { complaint: 'c' })],
      true,
    ],
    ['never with an open complaint', [content, ago(1, 'complaint.opened', { complaint: 'c' })], false],
    [
      'never with one of two complaints open',
      [
        content,
        ago(30, 'complaint.opened', { complaint: 'a' }),
        ago(29, 'complaint.opened', { complaint: 'b' }),
        ago(20, 'complaint.closed', { complaint: 'b' }),
      ],
      false,
    ],
    [
      'not by somebody content who would not recommend',
      [
        ago(60, 'order.paid', { order: '1', amount: 5 }),
        ago(5, 'order.paid', { order: '2', amount: 5 }),
        ago(9, 'survey.answered', { question: 'recommend', score: 6 }),
      ],
      false,
    ],
    ['not again within half a year', [content, ago(179, 'recommendation.asked', { answer: 'yes' })], false],
    ['not again, nor where no answer came', [content, ago(60, 'recommendation.asked')], false],
    ['again after half a year', [content, ago(181, 'recommendation.asked', { answer: 'yes' })], true],
    ['two weeks after "later"', [content, ago(15, 'recommendation.asked', { answer: 'later' })], true],
    ['not a week after "later"', [content, ago(7, 'recommendation.asked', { answer: 'later' })], false],
    [
      'never after "no", however long ago',
      [content, ago(900, 'recommendation.asked', { answer: 'no' })],
      false,
    ],
  ])('%s', (_, facts, expected) => {
    expect(may(...facts)).toBe(expected);
  });

  it('with a rule that holds its own schema, is said in both languages, and says until when the answer is good', () => {
    expect(askRuleSchema.parse(defaultAskRule)).toEqual(defaultAskRule);
    for (const language of ['fa', 'en'] as const) {
      const speech = {
        language,
        vocabulary: baseVocabulary,
        money: { currency: 'IRR', unit: 'toman' } as const,
        calendar: 'jalali' as const,
        zone: 'Asia/Tehran',
      };
      for (const guard of Object.values(guardsOf(defaultAskRule)))
        expect(sayCriteria({ not: guard }, speech).length).toBeGreaterThan(5);
    }
    const { verdict, until } = evaluate(
      askCriteria(defaultAskRule),
      historyOf(content, ago(10, 'recommendation.asked', { answer: 'later' })),
      NOW,
      CALENDAR,
    );
    expect(verdict).toBe(false);
    // The fourteenth day is over at the beginning of the fifteenth in Tehran.
    expect(until).not.toBeNull();
    expect((until ?? 0) - NOW).toBeLessThan(5 * MS_PER_DAY);
  });
});

describe('a look at everybody', () => {
  it('answers for each what the criteria answer, one after the other', () => {
    const drawn = fc.record({
      days: fc.integer({ min: -20, max: 400 }),
      what: fc.constantFrom<[string, Fact['data']]>(
        ['survey.answered', { question: 'recommend', score: 10 }],
        ['survey.answered', { question: 'recommend', score: 4 }],
        ['review.written', { score: 5 }],
        ['order.paid', { order: 'a', amount: 5 }],
        ['order.paid', { order: 'b', amount: 5 }],
        ['order.returned', { order: 'a', amount: 5 }],
        ['complaint.opened', { complaint: 'c' }],
        ['complaint.closed', { complaint: 'c' }],
        ['recommendation.asked', { answer: 'later' }],
        ['recommendation.asked', { answer: 'yes' }],
      ),
    });
    const look = readinessBy(defaultAskRule, CALENDAR);
    holdsFor(
      'sales readiness',
      150,
      fc.property(fc.array(drawn, { maxLength: 8 }), (facts) => {
        const history = historyOf(...facts.map(({ days, what: [type, data] }) => ago(days, type, data)));
        const { ready, until } = look(history, NOW);
        const said = evaluate(askCriteria(defaultAskRule), history, NOW, CALENDAR);
        expect({ ready, until }).toEqual({ ready: said.verdict, until: said.until });
      }),
    );
  });
});

describe('who is asked first', () => {
  it('is told by points that add up, each with its sign', () => {
    const { strength, at, signs } = strengthOf(
      historyOf(
        content,
        ago(8, 'review.written', { score: 5 }),
        ago(60, 'order.paid', { order: '1', amount: 5 }),
        ago(5, 'order.paid', { order: '2', amount: 5 }),
        ago(1, 'referral.made', { friend: '9' }),
      ),
      NOW,
    );
    expect(signs.map(({ sign, points }) => [sign, points])).toEqual([
      ['score', 300],
      ['review', 200],
      ['orders', 80],
      ['brought', 250],
    ]);
    expect(strength).toBe(830);
    expect(at).toBe(NOW - MS_PER_DAY);
    expect(strengthOf(historyOf(), NOW)).toEqual({ strength: 0, at: null, signs: [] });
  });

  const paid = (order: string | null, amount = 100): Fact =>
    ago(9, 'order.paid', { ...(order === null ? {} : { order }), amount });
  const back = (order: string | null, amount: number): Fact =>
    ago(3, 'order.returned', { ...(order === null ? {} : { order }), amount });
  it.each<[string, readonly Fact[], number | null]>([
    ['two orders', [paid('a'), paid('b')], 2],
    ['one order', [paid('a')], null],
    ['two, of one of which a part came back', [paid('a'), paid('b'), back('b', 99)], 2],
    ['two, of each of which a part came back', [paid('a'), paid('b'), back('a', 1), back('b', 60)], 2],
    ['two, one of which came back in parts', [paid('a'), paid('b'), back('b', 40), back('b', 60)], null],
    ['two, one of which came back', [paid('a'), paid('b'), back('b', 100)], null],
    ['two, one of which was called off', [paid('a'), paid('b', 0), back('b', 0)], null],
    ['three, one of which came back', [paid('a'), paid('b'), paid('c'), back('b', 100)], 2],
    ['one paid in two parts', [paid('a', 50), paid('a', 50)], null],
    [
      'two, one paid in two parts and brought back by one',
      [paid('a'), paid('b', 50), paid('b', 50), back('b', 50)],
      2,
    ],
    ['two of which nobody said the number', [paid(null), paid(null)], 2],
    ['two, and a return of nobody knows what', [paid('a'), paid('b'), back(null, 100)], 2],
  ])('counts the orders of which something was kept: %s', (_, facts, value) => {
    const { signs } = strengthOf(historyOf(...facts), NOW);
    expect(signs.find(({ sign }) => sign === 'orders')?.value ?? null).toBe(value);
  });
});

describe('what a friend brought', () => {
  const paid = (at: number, order: string, amount: number, id?: number): Fact => ({
    ...(id === undefined ? {} : { id }),
    type: 'order.paid',
    at,
    data: { order, amount },
  });
  const back = (at: number, order: string | null, amount: number): Fact => ({
    type: 'order.returned',
    at,
    data: order === null ? { amount } : { order, amount },
  });

  it.each<[string, readonly Fact[], number, number]>([
    ['nothing', [], 0, 0],
    [
      'every order since they were recommended',
      [paid(9, 'a', 50), paid(10, 'b', 100), paid(11, 'c', 7)],
      107,
      2,
    ],
    ['a part that came back is taken off', [paid(10, 'b', 100), back(11, 'b', 30)], 70, 1],
    [
      'the whole, however often it is told',
      [paid(10, 'b', 100), back(11, 'b', 100), back(12, 'b', 100)],
      0,
      0,
    ],
    [
      'a return of an order from before takes nothing',
      [paid(1, 'a', 50), paid(10, 'b', 100), back(11, 'a', 50)],
      100,
      1,
    ],
    ['a return without a name takes from what is left', [paid(10, 'b', 100), back(11, null, 130)], 0, 0],
    [
      'two payments of one order are both paid',
      [paid(10, 'b', 60), paid(12, 'b', 40), back(13, 'b', 90)],
      10,
      1,
    ],
    ['a return told before its payment', [back(10, 'b', 20), paid(11, 'b', 100)], 80, 1],
  ])('%s', (_, facts, revenue, orders) => {
    expect(broughtBy(facts, 10)).toMatchObject({ revenue, orders });
  });

  it('is the sum of the facts it shows, never below nought, in whatever order they come', () => {
    const fact = fc.record({
      order: fc.constantFrom('a', 'b', null),
      amount: fc.integer({ min: 0, max: 100 }),
      isBack: fc.boolean(),
    });
    holdsFor(
      'sales brought',
      200,
      fc.property(fc.array(fact, { maxLength: 12 }), (drawn) => {
        const facts = drawn.map(({ order, amount, isBack }, index) =>
          isBack ? back(index, order, amount) : paid(index, order ?? `x${index}`, amount, index),
        );
        const { revenue, facts: shown } = broughtBy(facts, 0);
        expect(shown.reduce((sum, { counts }) => sum + counts, 0)).toBe(revenue);
        expect(revenue).toBeGreaterThanOrEqual(0);
        expect(revenue).toBeLessThanOrEqual(
          drawn.reduce((sum, { isBack, amount }) => sum + (isBack ? 0 : amount), 0),
        );
        expect(broughtBy(facts.toReversed(), 0)).toMatchObject({ revenue });
      }),
    );
  });
});

describe('customers like them', () => {
  const nobody: Profile = { products: [], categories: [], traits: {}, tags: [], segments: [] };

  it('share what was bought before trade, trade before place, and say so', () => {
    const one: Profile = {
      products: ['چای ایرانی'],
      categories: ['نوشیدنی'],
      traits: { city: 'تهران', industry: 'رستوران', birthday: '1400-01-01' },
      tags: ['وفادار'],
      segments: ['five-rungs:client'],
    };
    const other: Profile = {
      products: ['چاي  ايراني', 'قند'],
      categories: [],
      traits: { city: 'تهران', industry: 'رستوران', birthday: '1400-01-01' },
      tags: [],
      segments: ['five-rungs:client'],
    };
    expect(alike(one, other).because.map(({ kind }) => kind)).toEqual([
      'product',
      'trade',
      'city',
      'segment',
    ]);
    expect(alike(one, other).points).toBe(78);
    expect(alike(one, nobody)).toEqual({ points: 0, because: [] });
  });

  it('is the same either way round, and most like oneself', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 });
    const profile: fc.Arbitrary<Profile> = fc.record({
      products: words,
      categories: words,
      traits: fc.dictionary(fc.constantFrom('city', 'job', 'size'), fc.constantFrom('x', 'y')),
      tags: words,
      segments: words,
    });
    holdsFor(
      'sales likeness',
      100,
      fc.property(fc.tuple(profile, profile), ([one, other]) => {
        expect(alike(one, other)).toEqual(alike(other, one));
        expect(alike(one, one).points).toBeGreaterThanOrEqual(alike(one, other).points);
      }),
    );
  });
});

describe('what to say', () => {
  it('has its words put in, and leaves nothing odd where there are none', () => {
    const text = 'سلام {name}، از {business}. {link} {other}';
    expect(fillTemplate(text, { name: 'مینا', business: 'چای سرا', link: 'https://a.b/$&' })).toEqual({
      text: 'سلام مینا، از چای سرا. https://a.b/$& {other}',
      missing: [],
    });
    expect(fillTemplate(text, { business: 'چای سرا' })).toEqual({
      text: 'سلام از چای سرا. {other}',
      missing: ['name', 'link'],
    });
    expect(fillTemplate('{name}, hello.', {}).text).toBe('hello.');
  });

  it('names the business in what is agreed to', () => {
    expect(permissionWording('fa', 'چای سرا')).toContain('چای سرا');
    expect(permissionWording('en', 'A $& B')).toContain('A $& B may show');
  });
});
