import { DEFAULT_APPRECIATION, DEFAULT_GUARD, type Offer, offerSchema } from '@nardeban/core/offers';
import type { Reward } from '@nardeban/core/programme';
import { rewardSchema } from '@nardeban/core/programme';
import { type Category, MENU } from '../shop.ts';

const TOMAN = 10;
const ZONE = 'Asia/Tehran';
const MINOR_PER_THOUSAND = 1_000;

const brewingClass = {
  key: 'brewing-class',
  name: { fa: 'یک جلسه کارگاه دم‌آوری رایگان', en: 'A free brewing class' },
  cost: 40_000 * TOMAN,
  worth: 350_000 * TOMAN,
};

/** Thanks instead of ten per cent: a smaller discount with a service that costs the house little and says more. */
export const thankYou: Offer = offerSchema.parse({
  key: 'thank-you',
  name: { fa: 'سپاس از همراهان', en: 'Thanks to companions' },
  thanks: {
    fa: 'سال‌هاست که کنار ما هستید؛ این یک تشکر کوچک است.',
    en: 'You have been with us for years; this is a small thank-you.',
  },
  for: { appreciation: 50 },
  gives: { kind: 'combination', discount: { kind: 'percent', share: 500 }, perk: brewingClass },
  when: { zone: ZONE },
  by: 'itself',
  announcement: 'private',
  stacking: { exclusive: false, order: 10, mostTogether: 2_000 },
  limits: { perPerson: 6 },
  newcomers: false,
  leastDaysBetween: 14,
});

/** Tempting and dear: on coffee beans the margin does not bear it, so the guard trims what it takes off. */
export const letterCode: Offer = offerSchema.parse({
  key: 'letter-code',
  name: { fa: 'کد خبرنامه', en: 'Code of the newsletter' },
  for: {},
  gives: { kind: 'percent', share: 3_000, cap: 400_000 * TOMAN },
  when: { zone: ZONE },
  by: 'code',
  announcement: 'private',
  stacking: { group: 'codes', exclusive: false, order: 20 },
  limits: { perPerson: 1, total: 500 },
  budget: 50_000_000 * TOMAN,
  newcomers: true,
  heldBack: 'trim',
});

/** Still being thought about. */
export const beansDraft: Offer = offerSchema.parse({
  key: 'three-and-one',
  name: { fa: 'سه بسته دانه، چهارمی نیم‌بها', en: 'Three bags of beans, the fourth at half price' },
  for: {},
  gives: { kind: 'buy-get', buy: 3, get: 1, share: 5_000 },
  on: { groups: { only: ['دانهٔ قهوه'] } },
  when: { zone: ZONE },
  by: 'itself',
  announcement: 'public',
  stacking: { exclusive: true, order: 30 },
  newcomers: false,
});

export const LETTER_WORD = 'HAFTPELLE';

/** What a month of the large demo shop is to bring; a smaller one is asked for as much less. */
export const offerSettingsFor = (monthTarget: number) => ({
  guard: { ...DEFAULT_GUARD, margin: { line: 500, basket: 1_500 }, perks: [brewingClass] },
  appreciation: DEFAULT_APPRECIATION,
  base: { target: Math.max(1, monthTarget), ladder: 'loyalty', rungs: ['repeat-customer', 'advocate'] },
});

/** What a piece costs the house, in hundredths of its price of today. */
const COST_SHARES: Readonly<Record<Category, number>> = {
  hot: 30,
  cold: 34,
  food: 46,
  cake: 52,
  beans: 74,
  gear: 71,
  gift: 60,
};

export const unitCosts: readonly { readonly item: string; readonly cost: number }[] = Object.values(
  MENU,
).flatMap((products) =>
  products.map(({ sku, category, price }) => ({
    item: sku,
    cost: Math.round((price * MINOR_PER_THOUSAND * COST_SHARES[category]) / 100),
  })),
);

/** Of what is sold without a product that is known. */
export const MARGIN_RATE = 0.55;

export const demoRewards: readonly Reward[] = [
  {
    key: 'cookie',
    name: { fa: 'کوکی گردویی', en: 'Walnut cookie' },
    about: { fa: 'همراه هر نوشیدنی، مهمان ما.', en: 'With any drink, on the house.' },
    what: { kind: 'product', item: 'CAKE-04', pieces: 1 },
    price: { kind: 'fixed', wallet: 'points', units: 600 },
    perPerson: 4,
    cost: 36_000 * TOMAN,
    proof: false,
    codeDays: 60,
  },
  {
    key: 'brewing-class',
    name: { fa: 'کارگاه دم‌آوری', en: 'Brewing class' },
    about: { fa: 'دو ساعت با باریستای خانه.', en: 'Two hours with the barista of the house.' },
    what: { kind: 'service' },
    price: { kind: 'fixed', wallet: 'points', units: 2_500 },
    for: { levels: ['silver', 'gold'] },
    stock: 24,
    perPerson: 1,
    cost: 40_000 * TOMAN,
    proof: false,
    codeDays: 90,
  },
  {
    key: 'tree',
    name: { fa: 'کاشت یک نهال', en: 'A tree is planted' },
    about: { fa: 'به نام شما در بهار کاشته می‌شود.', en: 'Planted in your name next spring.' },
    what: { kind: 'donation', to: 'نهال‌های زاگرس' },
    price: { kind: 'fixed', wallet: 'points', units: 300 },
    cost: 60_000 * TOMAN,
    proof: false,
  },
  {
    key: 'off-the-basket',
    name: { fa: 'تخفیف از سبد', en: 'Off the basket' },
    what: { kind: 'discount', gives: { kind: 'worth', units: 100, amount: 2_500 * TOMAN } },
    price: { kind: 'range', wallet: 'points', least: 100, most: 2_000, step: 100 },
    proof: false,
  },
].map((reward) => rewardSchema.parse(reward));
