import { describe, expect, it } from 'vitest';
import { baseVocabulary, type Vocabulary } from '../facts/index.ts';
import type { Condition, Criteria } from './criteria.ts';
import { sayCriteria, type Speech } from './sentence.ts';
import { validateCriteria } from './validate.ts';

const vocabulary: Vocabulary = {
  ...baseVocabulary,
  'custom.tasting': {
    fa: 'دمنوشی راه',
    en: { one: 'tasting', many: 'tastings' },
    fields: {
      day: { kind: 'day', fa: 'روز', en: 'day' },
      branch: { kind: 'text', fa: 'شعبه', en: 'branch' },
      beans: { kind: 'number', fa: 'دانه', en: 'bean weight' },
    },
  },
};
const persian: Speech = {
  language: 'fa',
  vocabulary,
  money: { currency: 'IRR', unit: 'toman' },
  calendar: 'jalali',
  zone: 'Asia/Tehran',
};
const english: Speech = { ...persian, language: 'en' };

const paid = { measure: 'count', of: 'order.paid' } as const;
const tehran: Criteria = { measure: 'trait', trait: 'city', is: 'تهران' };
const family: Criteria = { measure: 'tag', tag: 'family' };
const ever: Criteria = { ...paid, atLeast: 1 };
const recommend: Condition = {
  measure: 'latest',
  of: 'survey.answered',
  where: [{ field: 'question', is: 'recommend' }],
  field: 'score',
  atLeast: 9,
};

const table: readonly (readonly [what: string, criteria: Criteria, fa: string, en: string])[] = [
  // Counts and windows
  [
    'count',
    { ...paid, within: { months: 12 }, atLeast: 2 },
    'دست‌کم ۲ خرید پرداخت‌شده در ۱۲ ماه گذشته',
    'at least 2 paid orders in the last 12 months',
  ],
  ['one', ever, 'دست‌کم یک خرید پرداخت‌شده', 'at least 1 paid order'],
  [
    'at most',
    { ...paid, within: { days: 30 }, atMost: 3 },
    'حداکثر ۳ خرید پرداخت‌شده در ۳۰ روز گذشته',
    'at most 3 paid orders in the last 30 days',
  ],
  ['at most one', { ...paid, atMost: 1 }, 'حداکثر یک خرید پرداخت‌شده', 'at most 1 paid order'],
  [
    'none',
    { measure: 'count', of: 'complaint.opened', within: { months: 6 }, atMost: 0 },
    'بدون هیچ شکایت در ۶ ماه گذشته',
    'no complaints in the last 6 months',
  ],
  [
    'between',
    { ...paid, within: { years: 2 }, atLeast: 2, atMost: 5 },
    '۲ تا ۵ خرید پرداخت‌شده در ۲ سال گذشته',
    '2 to 5 paid orders in the last 2 years',
  ],
  [
    'exactly',
    { ...paid, within: { years: 1 }, atLeast: 3, atMost: 3 },
    'درست ۳ خرید پرداخت‌شده در یک سال گذشته',
    'exactly 3 paid orders in the last year',
  ],
  [
    'exactly one',
    { ...paid, within: { months: 1 }, atLeast: 1, atMost: 1 },
    'درست یک خرید پرداخت‌شده در یک ماه گذشته',
    'exactly 1 paid order in the last month',
  ],
  [
    'today',
    { measure: 'count', of: 'visit.made', within: { days: 1 }, atLeast: 1 },
    'دست‌کم یک مراجعهٔ حضوری در همین امروز',
    'at least 1 visit today',
  ],
  [
    'thousands',
    { measure: 'count', of: 'page.viewed', atLeast: 12500 },
    'دست‌کم ۱۲٬۵۰۰ بازدید صفحه',
    'at least 12,500 page views',
  ],
  [
    'kept',
    { ...paid, kept: true, within: { months: 12 }, atLeast: 1 },
    'دست‌کم یک خرید پرداخت‌شدهٔ برنگشته در ۱۲ ماه گذشته',
    'at least 1 kept paid order in the last 12 months',
  ],
  [
    'several types',
    { measure: 'count', of: ['page.viewed', 'visit.made', 'content.downloaded'], atLeast: 2 },
    'دست‌کم ۲ بازدید صفحه، مراجعهٔ حضوری یا دریافت محتوا',
    'at least 2 page views, visits or downloads',
  ],
  [
    'an unknown type',
    { measure: 'count', of: 'custom.gone', atLeast: 2 },
    'دست‌کم ۲ custom.gone',
    'at least 2 custom.gone',
  ],

  // Tests of the record
  [
    'is',
    { ...paid, where: [{ field: 'channel', is: 'سایت' }], atLeast: 1 },
    'دست‌کم یک خرید پرداخت‌شده با کانال «سایت»',
    'at least 1 paid order with channel "سایت"',
  ],
  [
    'one of',
    { ...paid, where: [{ field: 'branch', oneOf: ['a', 'b', 'c'] }], atLeast: 2 },
    'دست‌کم ۲ خرید پرداخت‌شده با شعبهٔ «a»، «b» یا «c»',
    'at least 2 paid orders with branch "a", "b" or "c"',
  ],
  [
    'not',
    { ...paid, where: [{ field: 'branch', not: 'a' }], atLeast: 1 },
    'دست‌کم یک خرید پرداخت‌شده با شعبه‌ای جز «a»',
    'at least 1 paid order with branch other than "a"',
  ],
  [
    'money',
    { ...paid, where: [{ field: 'amount', atLeast: 5_000_000 }], within: { days: 90 }, atLeast: 1 },
    'دست‌کم یک خرید پرداخت‌شده با مبلغ دست‌کم ۵۰۰٬۰۰۰ تومان در ۹۰ روز گذشته',
    'at least 1 paid order with amount at least 500,000 toman in the last 90 days',
  ],
  [
    'a discount',
    { ...paid, where: [{ field: 'discount', atLeast: 1 }], atLeast: 2 },
    'دست‌کم ۲ خرید پرداخت‌شده با تخفیف',
    'at least 2 paid orders with any discount',
  ],
  [
    'a flag',
    { ...paid, where: [{ field: 'onTime', is: true }], atLeast: 3 },
    'دست‌کم ۳ خرید پرداخت‌شده با نشان «پرداخت به‌موقع»',
    'at least 3 paid orders with the mark "paid on time"',
  ],
  [
    'a flag not set',
    { ...paid, where: [{ field: 'onTime', not: true }], atLeast: 3 },
    'دست‌کم ۳ خرید پرداخت‌شده با نداشتن نشان «پرداخت به‌موقع»',
    'at least 3 paid orders with no mark "paid on time"',
  ],
  [
    'two tests',
    {
      measure: 'count',
      of: 'review.written',
      where: [
        { field: 'score', atLeast: 3, atMost: 5 },
        { field: 'place', is: 'نقشه' },
      ],
      atLeast: 1,
    },
    'دست‌کم یک نظر نوشته‌شده با نمرهٔ ۳ تا ۵ و جای «نقشه»',
    'at least 1 review with score 3 to 5 and place "نقشه"',
  ],
  [
    'a range without a value',
    { measure: 'count', of: 'review.written', where: [{ field: 'score', atLeast: 2.5, not: 4 }], atLeast: 1 },
    'دست‌کم یک نظر نوشته‌شده با نمرهٔ دست‌کم ۲٫۵، و نمره‌ای جز ۴',
    'at least 1 review with score at least 2.5, and score other than 4',
  ],
  [
    'a day',
    { measure: 'count', of: 'custom.tasting', where: [{ field: 'day', is: '2026-12-03' }], atLeast: 1 },
    'دست‌کم یک دمنوشی راه با روز ۱۲ آذر ۱۴۰۵',
    'at least 1 tasting with day 12 Azar 1405',
  ],

  // Figures
  [
    'sum of money',
    { measure: 'sum', of: 'order.paid', field: 'amount', within: { days: 90 }, atLeast: 50_000_000 },
    'جمع مبلغ خرید پرداخت‌شده در ۹۰ روز گذشته دست‌کم ۵٬۰۰۰٬۰۰۰ تومان',
    'total amount of paid orders in the last 90 days is at least 5,000,000 toman',
  ],
  [
    'kept sum',
    { measure: 'sum', of: 'order.paid', kept: true, field: 'amount', within: { months: 12 }, atLeast: 10 },
    'جمع مبلغ خرید پرداخت‌شده منهای برگشتی‌ها در ۱۲ ماه گذشته دست‌کم ۱ تومان',
    'total amount of paid orders less returns in the last 12 months is at least 1 toman',
  ],
  [
    'sum of numbers',
    { measure: 'sum', of: 'points.earned', field: 'points', atLeast: 1000 },
    'جمع امتیاز امتیاز گرفته دست‌کم ۱٬۰۰۰',
    'total points of earnings of points is at least 1,000',
  ],
  [
    'average',
    { measure: 'average', of: 'order.paid', field: 'amount', atLeast: 1_000_000, atMost: 2_000_000 },
    'میانگین مبلغ خرید پرداخت‌شده ۱۰۰٬۰۰۰ تومان تا ۲۰۰٬۰۰۰ تومان',
    'average amount of paid orders is 100,000 toman to 200,000 toman',
  ],
  [
    'max',
    { measure: 'max', of: 'review.written', field: 'score', atMost: 4.5 },
    'بیشترین نمرهٔ نظر نوشته‌شده حداکثر ۴٫۵',
    'highest score of reviews is at most 4.5',
  ],
  [
    'min',
    { measure: 'min', of: 'product.bought', field: 'quantity', within: { days: 7 }, atLeast: 2 },
    'کمترین تعداد کالای خریده‌شده در ۷ روز گذشته دست‌کم ۲',
    'lowest quantity of products bought in the last 7 days is at least 2',
  ],
  [
    'distinct',
    { measure: 'distinct', of: 'product.bought', field: 'category', within: { months: 12 }, atLeast: 3 },
    'دست‌کم ۳ دستهٔ متفاوت میان کالای خریده‌شده در ۱۲ ماه گذشته',
    'at least 3 different categories of products bought in the last 12 months',
  ],
  [
    'one distinct',
    { measure: 'distinct', of: 'custom.tasting', field: 'branch', atMost: 1 },
    'حداکثر یک شعبهٔ متفاوت میان دمنوشی راه',
    'at most 1 different branch of tastings',
  ],
  [
    'latest',
    recommend,
    'تازه‌ترین نمرهٔ پاسخ نظرسنجی با پرسش «recommend» دست‌کم ۹',
    'latest score of survey answers with question "recommend" is at least 9',
  ],
  [
    'latest of a choice',
    { measure: 'latest', of: 'survey.answered', field: 'score', oneOf: [9, 10] },
    'تازه‌ترین نمرهٔ پاسخ نظرسنجی ۹ یا ۱۰',
    'latest score of survey answers is 9 or 10',
  ],

  // Ages
  [
    'since last',
    { measure: 'daysSinceLast', of: 'order.paid', atMost: 180 },
    'آخرین خرید پرداخت‌شده حداکثر ۱۸۰ روز پیش',
    'last paid order at most 180 days ago',
  ],
  [
    'since first',
    { measure: 'daysSinceFirst', of: 'order.paid', atLeast: 365 },
    'نخستین خرید پرداخت‌شده دست‌کم ۳۶۵ روز پیش',
    'first paid order at least 365 days ago',
  ],
  [
    'one day',
    { measure: 'daysSinceLast', of: 'visit.made', atMost: 1 },
    'آخرین مراجعهٔ حضوری حداکثر یک روز پیش',
    'last visit at most 1 day ago',
  ],
  [
    'on this day',
    { measure: 'daysSinceLast', of: 'visit.made', atMost: 0 },
    'آخرین مراجعهٔ حضوری همین امروز',
    'last visit today',
  ],
  [
    'an age between',
    {
      measure: 'daysSinceLast',
      of: 'order.paid',
      where: [{ field: 'channel', is: 'site' }],
      atLeast: 30,
      atMost: 60,
    },
    'آخرین خرید پرداخت‌شده با کانال «site» ۳۰ تا ۶۰ روز پیش',
    'last paid order with channel "site" 30 to 60 days ago',
  ],

  // The person
  [
    'trait',
    { measure: 'trait', trait: 'city', oneOf: ['تهران', 'کرج'] },
    'شهر «تهران» یا «کرج»',
    'city is "تهران" or "کرج"',
  ],
  [
    'trait of the business',
    { measure: 'trait', trait: 'shoe', atLeast: 40 },
    'ویژگی «shoe» دست‌کم ۴۰',
    'trait "shoe" is at least 40',
  ],
  [
    'trait yes or no',
    { measure: 'trait', trait: 'member', is: true },
    'ویژگی «member» بله',
    'trait "member" is yes',
  ],
  [
    'of which trait: by its name, and by its key where nobody named it',
    { measure: 'count', of: 'trait.changed', where: [{ field: 'trait', is: 'job' }], atLeast: 1 },
    'دست‌کم یک تغییر ویژگی با ویژگی «شغل»',
    'at least 1 trait change with trait "job"',
  ],
  [
    'from which source: by its name, and as it was written where it has none',
    {
      measure: 'count',
      of: 'lead.captured',
      where: [{ field: 'source', oneOf: ['recommendation', 'Site', 'bazaar'] }],
      atLeast: 1,
    },
    'دست‌کم یک نشان علاقه با سرچشمهٔ «معرفی آشنا»، «سایت» یا «bazaar»',
    'at least 1 sign of interest with source "a recommendation", "the site" or "bazaar"',
  ],
  [
    'of none but these traits',
    {
      measure: 'count',
      of: 'trait.changed',
      where: [
        { field: 'trait', oneOf: ['city', 'shoe'] },
        { field: 'trait', not: 'birthday' },
      ],
      atLeast: 2,
    },
    'دست‌کم ۲ تغییر ویژگی با ویژگی «شهر» یا «shoe» و ویژگی‌ای جز «تاریخ تولد»',
    'at least 2 trait changes with trait "city" or "shoe" and trait other than "birthday"',
  ],
  ['tag', family, 'دارای برچسب «family»', 'tagged "family"'],

  // Nesting
  [
    'all',
    { all: [ever, tehran] },
    'دست‌کم یک خرید پرداخت‌شده، و شهر «تهران»',
    'at least 1 paid order, and city is "تهران"',
  ],
  [
    'any of three',
    { any: [ever, tehran, family] },
    'دست‌کم یک خرید پرداخت‌شده، شهر «تهران»، یا دارای برچسب «family»',
    'at least 1 paid order, city is "تهران", or tagged "family"',
  ],
  ['a group of one', { all: [{ any: [family] }] }, 'دارای برچسب «family»', 'tagged "family"'],
  [
    'any inside all',
    { all: [ever, { any: [tehran, family] }] },
    'دست‌کم یک خرید پرداخت‌شده، و (شهر «تهران»، یا دارای برچسب «family»)',
    'at least 1 paid order, and (city is "تهران", or tagged "family")',
  ],
  ['not tagged', { not: family }, 'بدون برچسب «family»', 'not tagged "family"'],
  ['not at least one', { not: ever }, 'بدون هیچ خرید پرداخت‌شده', 'no paid orders'],
  ['not at most', { not: { ...paid, atMost: 2 } }, 'دست‌کم ۳ خرید پرداخت‌شده', 'at least 3 paid orders'],
  [
    'not between',
    { not: { ...paid, atLeast: 2, atMost: 3 } },
    'این شرط برقرار نباشد: ۲ تا ۳ خرید پرداخت‌شده',
    'this does not hold: 2 to 3 paid orders',
  ],
  ['not this value', { not: tehran }, 'شهر چیزی جز «تهران»', 'city is not "تهران"'],
  [
    'not the latest',
    { not: { measure: 'latest', of: 'order.paid', field: 'channel', is: 'site' } },
    'تازه‌ترین کانال خرید پرداخت‌شده چیزی جز «site»',
    'latest channel of paid orders is not "site"',
  ],
  [
    'not recent',
    { not: { measure: 'daysSinceLast', of: 'order.paid', atMost: 30 } },
    'این شرط برقرار نباشد: آخرین خرید پرداخت‌شده حداکثر ۳۰ روز پیش',
    'this does not hold: last paid order at most 30 days ago',
  ],
  ['not not', { not: { not: family } }, 'دارای برچسب «family»', 'tagged "family"'],
  [
    'not a group',
    { all: [ever, { not: { any: [family, tehran] } }] },
    'دست‌کم یک خرید پرداخت‌شده، و (این شرط برقرار نباشد: دارای برچسب «family»، یا شهر «تهران»)',
    'at least 1 paid order, and (this does not hold: tagged "family", or city is "تهران")',
  ],
];

describe('the sentence of criteria', () => {
  it.each(table)('%s', (_what, criteria, fa, en) => {
    expect(sayCriteria(criteria, persian)).toBe(fa);
    expect(sayCriteria(criteria, english)).toBe(en);
  });

  it('is spoken of criteria that the product accepts', () => {
    const refused = table.filter(
      ([what, criteria]) => !validateCriteria(criteria, vocabulary).ok && what !== 'an unknown type',
    );
    expect(refused.map(([what]) => what)).toEqual([]);
  });

  it('says amounts in the business’s currency', () => {
    const spent: Criteria = { measure: 'sum', of: 'order.paid', field: 'amount', atLeast: 123_456 };
    expect(sayCriteria(spent, { ...english, money: { currency: 'USD', unit: 'major' } })).toBe(
      'total amount of paid orders is at least 1,234.56 USD',
    );
    expect(sayCriteria(spent, { ...persian, money: { currency: 'IRR', unit: 'rial' } })).toBe(
      'جمع مبلغ خرید پرداخت‌شده دست‌کم ۱۲۳٬۴۵۶ ریال',
    );
  });
});
