import { describe, expect, it } from 'vitest';
import { baseVocabulary } from '../facts/index.ts';
import type { Because, Gap, GapStep, Measured } from './answer.ts';
import type { Condition } from './criteria.ts';
import type { Speech } from './sentence.ts';
import { sayBecause, sayGap, sayMeasured } from './sentence-reasons.ts';

const persian: Speech = {
  language: 'fa',
  vocabulary: baseVocabulary,
  money: { currency: 'IRR', unit: 'toman' },
  calendar: 'jalali',
  zone: 'Asia/Tehran',
};
const english: Speech = { ...persian, language: 'en' };

/** Midnight of 12 Azar 1405 in Tehran. */
const AZAR_12 = Date.UTC(2026, 11, 2, 20, 30);

const orders: Condition = {
  measure: 'count',
  of: 'order.paid',
  kept: true,
  within: { months: 12 },
  atLeast: 2,
};
const spent: Condition = {
  measure: 'sum',
  of: 'order.paid',
  field: 'amount',
  within: { days: 90 },
  atLeast: 50_000_000,
};
const score: Condition = {
  measure: 'latest',
  of: 'survey.answered',
  where: [{ field: 'question', is: 'recommend' }],
  field: 'score',
  atLeast: 9,
};
const categories: Condition = { measure: 'distinct', of: 'product.bought', field: 'category', atLeast: 3 };
const recent: Condition = { measure: 'daysSinceLast', of: 'order.paid', atMost: 180 };
const city: Condition = { measure: 'trait', trait: 'city', oneOf: ['تهران', 'کرج'] };
const family: Condition = { measure: 'tag', tag: 'family' };
const best: Condition = { measure: 'max', of: 'review.written', field: 'score', atLeast: 4 };
const usual: Condition = { measure: 'average', of: 'order.paid', field: 'amount', atLeast: 1_000_000 };

describe('what was measured', () => {
  const table: readonly (readonly [Condition, Measured, string, string])[] = [
    [orders, 3, '۳ خرید پرداخت‌شده', '3 paid orders'],
    [orders, 1, '۱ خرید پرداخت‌شده', '1 paid order'],
    [orders, 0, 'هیچ', 'none'],
    [spent, 12_345_670, '۱٬۲۳۴٬۵۶۷ تومان', '1,234,567 toman'],
    [spent, -10, '\u200E\u2212۱ تومان', '-1 toman'],
    [usual, 1_000_000.4, '۱۰۰٬۰۰۰ تومان', '100,000 toman'],
    [usual, null, 'هیچ', 'none'],
    [score, 9, '۹', '9'],
    [score, null, 'نامعلوم', 'not known'],
    [best, 4.5, '۴٫۵', '4.5'],
    [categories, 2, '۲ دسته', '2 categories'],
    [recent, 12, '۱۲ روز پیش', '12 days ago'],
    [recent, 1, '۱ روز پیش', '1 day ago'],
    [recent, 0, 'امروز', 'today'],
    [recent, null, 'هیچ', 'none'],
    [city, 'تهران', '«تهران»', '"تهران"'],
    [city, null, 'نامعلوم', 'not known'],
    [family, true, 'دارد', 'yes'],
    [family, false, 'ندارد', 'no'],
  ];
  it.each(table)('%j measured as %j', (condition, measured, fa, en) => {
    expect(sayMeasured(condition, measured, persian)).toBe(fa);
    expect(sayMeasured(condition, measured, english)).toBe(en);
  });
});

const leaf = (condition: Condition, holds: boolean, measured: Measured): Because => ({
  kind: 'condition',
  holds,
  condition,
  measured,
  facts: [7, 5],
  factCount: 2,
});

const gap = (steps: readonly GapStep[], before: number | null = null): Gap => ({ steps, at: 0, before });

describe('the reasons', () => {
  it('keep the tree, the verdicts, the values and the facts', () => {
    const because: Because = {
      kind: 'all',
      holds: false,
      parts: [
        leaf(orders, true, 2),
        { kind: 'any', holds: false, parts: [leaf(score, false, 6), leaf(family, false, false)] },
      ],
    };
    expect(sayBecause(because, english)).toEqual({
      text: 'all of these',
      holds: false,
      measuredText: null,
      facts: [],
      factCount: 0,
      parts: [
        {
          text: 'at least 2 kept paid orders in the last 12 months',
          holds: true,
          measuredText: '2 paid orders',
          facts: [7, 5],
          factCount: 2,
          parts: [],
        },
        {
          text: 'at least one of these',
          holds: false,
          measuredText: null,
          facts: [],
          factCount: 0,
          parts: [
            {
              text: 'latest score of survey answers with question "recommend" is at least 9',
              holds: false,
              measuredText: '6',
              facts: [7, 5],
              factCount: 2,
              parts: [],
            },
            {
              text: 'tagged "family"',
              holds: false,
              measuredText: 'no',
              facts: [7, 5],
              factCount: 2,
              parts: [],
            },
          ],
        },
      ],
    });
    expect(sayBecause(because, persian).text).toBe('همهٔ این‌ها');
  });

  it('tell a "not" as one line with its own verdict', () => {
    const because: Because = { kind: 'not', holds: true, part: leaf(family, false, false) };
    expect(sayBecause(because, persian)).toMatchObject({
      text: 'بدون برچسب «family»',
      holds: true,
      measuredText: 'ندارد',
    });
  });

  it('tell a "not" of a group as a group with the opposite verdict', () => {
    const group: Because = {
      kind: 'any',
      holds: true,
      parts: [leaf(family, true, true), leaf(orders, false, 0)],
    };
    const said = sayBecause({ kind: 'not', holds: false, part: group }, english);
    expect(said).toMatchObject({ text: 'this does not hold', holds: false });
    expect(said.parts[0]).toMatchObject({ text: 'at least one of these', holds: true });
  });

  it('tell a group of one as its part', () => {
    expect(sayBecause({ kind: 'any', holds: true, parts: [leaf(family, true, true)] }, english).text).toBe(
      'tagged "family"',
    );
  });
});

describe('the gap', () => {
  const table: readonly (readonly [what: string, gap: Gap, fa: string, en: string])[] = [
    [
      'one more',
      gap([{ kind: 'facts', condition: orders, more: 1 }], AZAR_12),
      'یک خرید پرداخت‌شدهٔ دیگر تا پیش از ۱۲ آذر ۱۴۰۵',
      '1 more paid order before 12 Azar 1405',
    ],
    [
      'more, for ever',
      gap([{ kind: 'facts', condition: orders, more: 3 }]),
      '۳ خرید پرداخت‌شدهٔ دیگر',
      '3 more paid orders',
    ],
    [
      'more of a kind',
      gap([
        {
          kind: 'facts',
          condition: {
            measure: 'count',
            of: 'review.written',
            where: [{ field: 'score', atLeast: 4 }],
            atLeast: 1,
          },
          more: 1,
        },
      ]),
      'یک نظر نوشته‌شدهٔ دیگر با نمرهٔ دست‌کم ۴',
      '1 more review with score at least 4',
    ],
    [
      'recency',
      gap([{ kind: 'facts', condition: recent, more: 1 }]),
      'یک خرید پرداخت‌شدهٔ دیگر',
      '1 more paid order',
    ],
    [
      'money',
      gap([{ kind: 'amount', condition: spent, more: 5_000_000 }], AZAR_12),
      '۵۰۰٬۰۰۰ تومان خرید پرداخت‌شدهٔ دیگر تا پیش از ۱۲ آذر ۱۴۰۵',
      'paid orders worth 500,000 toman more before 12 Azar 1405',
    ],
    [
      'other money',
      gap([
        {
          kind: 'amount',
          condition: { measure: 'sum', of: 'order.paid', field: 'discount', atLeast: 1 },
          more: 10,
        },
      ]),
      '۱ تومان تخفیف بیشتر در خرید پرداخت‌شده',
      '1 toman more discount in paid orders',
    ],
    [
      'numbers',
      gap([
        {
          kind: 'amount',
          condition: { measure: 'sum', of: 'points.spent', field: 'points', atLeast: 50 },
          more: 20,
        },
      ]),
      '۲۰ امتیاز بیشتر در امتیاز خرج‌شده',
      '20 more points in spendings of points',
    ],
    [
      'distinct',
      gap([{ kind: 'distinct', condition: categories, more: 2 }]),
      '۲ دستهٔ تازهٔ دیگر میان کالای خریده‌شده',
      '2 more categories of products bought',
    ],
    [
      'a value',
      gap([{ kind: 'value', condition: score, value: 9 }]),
      'یک پاسخ نظرسنجی با پرسش «recommend» و نمرهٔ دست‌کم ۹',
      '1 survey answer with question "recommend" and score at least 9',
    ],
    [
      'a best value',
      gap([{ kind: 'value', condition: best, value: 4 }]),
      'یک نظر نوشته‌شده با نمرهٔ دست‌کم ۴',
      '1 review with score at least 4',
    ],
    [
      'an average',
      gap([{ kind: 'value', condition: usual, value: 3_000_000 }]),
      'یک خرید پرداخت‌شده با مبلغ ۳۰۰٬۰۰۰ تومان',
      '1 paid order with amount 300,000 toman',
    ],
    [
      'a value under "not"',
      gap([{ kind: 'value', condition: score, value: 8 }]),
      'یک پاسخ نظرسنجی با پرسش «recommend» و نمرهٔ ۸',
      '1 survey answer with question "recommend" and score 8',
    ],
    [
      'a trait',
      gap([{ kind: 'value', condition: city, value: 'تهران' }]),
      'ثبت شهر: «تهران» یا «کرج»',
      'city to be "تهران" or "کرج"',
    ],
    [
      'a tag',
      gap([{ kind: 'value', condition: family, value: true }]),
      'گذاشتن برچسب «family»',
      'the tag "family" to be added',
    ],
    [
      'no tag',
      gap([{ kind: 'value', condition: family, value: false }]),
      'برداشتن برچسب «family»',
      'the tag "family" to be removed',
    ],
    [
      'time',
      gap([{ kind: 'wait', condition: recent, until: AZAR_12 }], AZAR_12),
      'صبر تا ۱۲ آذر ۱۴۰۵',
      'wait until 12 Azar 1405',
    ],
  ];
  it.each(table)('%s', (_what, asked, fa, en) => {
    expect(sayGap(asked, persian)).toEqual([fa]);
    expect(sayGap(asked, english)).toEqual([en]);
  });

  it('tells every step, and days in the calendar of the business', () => {
    const both = gap(
      [
        { kind: 'facts', condition: orders, more: 1 },
        { kind: 'value', condition: family, value: true },
      ],
      AZAR_12,
    );
    expect(sayGap(both, { ...english, calendar: 'gregorian' })).toEqual([
      '1 more paid order before 3 December 2026',
      'the tag "family" to be added',
    ]);
  });
});
