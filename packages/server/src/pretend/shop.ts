import type { Day, Minor } from '@nardeban/core/values';
import type { Chance, Weighted } from './chance.ts';
import { halfYear } from './season.ts';

/** A product of the menu; `price` is today's, in thousands of rial. */
export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly category: Category;
  readonly price: number;
}

export type Category = 'hot' | 'cold' | 'food' | 'cake' | 'beans' | 'gear' | 'gift';

const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  hot: 'نوشیدنی گرم',
  cold: 'نوشیدنی سرد',
  food: 'صبحانه و غذا',
  cake: 'کیک و شیرینی',
  beans: 'دانهٔ قهوه',
  gear: 'ابزار دم‌آوری',
  gift: 'هدیه',
};

export function categoryName(product: Product): string {
  return CATEGORY_NAMES[product.category];
}

const menu = (category: Category, lines: readonly (readonly [name: string, price: number])[]): Product[] =>
  lines.map(([name, price], index) => ({
    sku: `${category.toUpperCase()}-${String(index + 1).padStart(2, '0')}`,
    name,
    category,
    price,
  }));

export const MENU: Readonly<Record<Category, readonly Product[]>> = {
  hot: menu('hot', [
    ['اسپرسو', 900],
    ['آمریکانو', 1_000],
    ['کاپوچینو', 1_350],
    ['لاته', 1_450],
    ['موکا', 1_600],
    ['قهوهٔ دمی وی۶۰', 1_700],
    ['چای ماسالا', 1_200],
    ['دمنوش به‌لیمو', 1_100],
    ['هات‌چاکلت', 1_550],
  ]),
  cold: menu('cold', [
    ['آیس‌لاته', 1_550],
    ['کلدبرو', 1_650],
    ['لیموناد نعنا', 1_300],
    ['شیک شکلات', 1_900],
    ['موهیتو', 1_450],
    ['آفوگاتو', 1_500],
  ]),
  food: menu('food', [
    ['املت ایرانی', 1_900],
    ['صبحانهٔ انگلیسی', 3_600],
    ['نان و پنیر و گردو', 1_800],
    ['ساندویچ مرغ', 2_900],
    ['سالاد سزار', 3_300],
    ['پاستا آلفردو', 3_800],
  ]),
  cake: menu('cake', [
    ['کیک شکلاتی', 1_300],
    ['چیزکیک سن‌سباستین', 1_900],
    ['کروسان', 950],
    ['کوکی گردویی', 700],
    ['تارت لیمو', 1_450],
  ]),
  beans: menu('beans', [
    ['دانهٔ برزیل سانتوس ۲۵۰ گرم', 6_800],
    ['دانهٔ کلمبیا سوپرمو ۲۵۰ گرم', 8_200],
    ['دانهٔ اتیوپی یرگاچف ۲۵۰ گرم', 9_600],
    ['ترکیب خانه ۷۰–۳۰، ۲۵۰ گرم', 5_200],
    ['ترکیب اداره، یک کیلو', 18_500],
    ['دانهٔ بدون کافئین ۲۵۰ گرم', 9_900],
  ]),
  gear: menu('gear', [
    ['موکاپات سه‌نفره', 14_500],
    ['فرنچ‌پرس ۶۰۰ میلی', 11_000],
    ['دریپر وی۶۰', 9_500],
    ['آسیاب دستی', 38_000],
    ['فیلتر کاغذی صدتایی', 2_800],
    ['ترازوی قهوه', 24_000],
  ]),
  gift: menu('gift', [
    ['جعبهٔ هدیهٔ یلدا', 17_500],
    ['جعبهٔ هدیهٔ نوروز', 21_000],
    ['کارت هدیه', 10_000],
    ['ماگ سفالی', 4_500],
  ]),
};

export interface Branch {
  readonly name: string;
  readonly city: string;
  readonly weight: number;
  /** How long before the last day it opened, in years; people cannot have come earlier. */
  readonly yearsOpen: number;
}

export const BRANCHES: readonly Branch[] = [
  { name: 'ولیعصر', city: 'تهران', weight: 9, yearsOpen: 10 },
  { name: 'سعادت‌آباد', city: 'تهران', weight: 7, yearsOpen: 6 },
  { name: 'گوهردشت', city: 'کرج', weight: 5, yearsOpen: 4 },
  { name: 'چهارباغ', city: 'اصفهان', weight: 4, yearsOpen: 2.5 },
  { name: 'عفیف‌آباد', city: 'شیراز', weight: 3, yearsOpen: 1.2 },
];

/** Where those live who buy on the web alone. */
export const CITIES: Weighted<string> = [
  ['تهران', 42],
  ['کرج', 12],
  ['اصفهان', 9],
  ['شیراز', 8],
  ['مشهد', 8],
  ['تبریز', 6],
  ['رشت', 4],
  ['قم', 3],
  ['یزد', 3],
  ['اهواز', 3],
  ['نوشهر', 1],
  ['Tehran', 1],
];

/**
 * A price on a day, in rial, rounded to a thousand toman. Prices are today's at the end and went up by about
 * seventeen per cent every half-year, so that five years earlier they were a fifth.
 */
export function priceOn(thousands: number, day: Day, lastDay: Day): Minor {
  const halves = halfYear(lastDay) - halfYear(day);
  return Math.max(1, Math.round((thousands * 0.853 ** halves) / 10)) * 10_000;
}

export interface Line {
  readonly product: Product;
  readonly quantity: number;
}

/** What somebody takes: the first product by their taste, the others as they go with it. */
export function basket(taste: Weighted<Category>, size: number, chance: Chance): Line[] {
  const lines: Line[] = [];
  for (let count = 0; count < size; count++) {
    const product = chance.pick(MENU[chance.weighted(taste)]);
    if (lines.some((line) => line.product === product)) continue;
    const many = product.category === 'gear' || product.category === 'gift' ? 0.05 : 0.25;
    lines.push({ product, quantity: chance.is(many) ? chance.int(2, 3) : 1 });
  }
  return lines;
}
