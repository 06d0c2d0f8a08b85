import type { Priced } from '@nardeban/core/offers';
import { type Programme, worthOf } from '@nardeban/core/programme';
import { type Language, showMoney, toPersianDigits } from '@nardeban/core/values';
import type { z } from 'zod';
import type { Business } from '../../../platform/tenancy/index.ts';
import type { Balance } from '../../programme/index.ts';
import type { hintSchema } from './schemas.ts';

type Hint = z.infer<typeof hintSchema>;
type Detail = Readonly<Record<string, string | number>>;

/** What a cashier can say, in both languages; {names} stand for values. */
const sentences = {
  debt: {
    fa: '{units} {wallet} بدهی دارد؛ از امتیازهای بعدی کم می‌شود.',
    en: 'Owes {units} of {wallet}; the next credits settle it.',
  },
  earns: { fa: 'با این خرید {units} {wallet} می‌گیرد.', en: 'This purchase brings {units} of {wallet}.' },
  expiring: {
    fa: '{units} {wallet} تا {days} روز دیگر می‌سوزد.',
    en: '{units} of {wallet} end within {days} days.',
  },
  join: {
    fa: 'هنوز عضو باشگاه نیست؛ عضویت را پیشنهاد کنید.',
    en: 'Not in the club yet; offer to join.',
  },
  level: { fa: 'سطح باشگاه: {level}', en: 'Level of the club: {level}' },
  next_rung: { fa: 'پلهٔ بعدی: {rung}', en: 'Next rung: {rung}' },
  rung: { fa: 'روی پلهٔ {rung} است.', en: 'Stands on {rung}.' },
  thanks: { fa: '{text}', en: '{text}' },
  usable: {
    fa: '{units} {wallet} دارد، به ارزش {worth}.',
    en: 'Has {units} of {wallet}, worth {worth}.',
  },
} as const;

/** Made once: to make it takes longer than most sentences. */
const inGroups = new Intl.NumberFormat('en-US');

export interface Speech {
  readonly language: Language;
  readonly business: Business;
}

export function say(code: keyof typeof sentences, detail: Detail, { language }: Speech): Hint {
  const sentence = sentences[code][language].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = detail[name];
    if (value === undefined) return place;
    const text = typeof value === 'number' ? inGroups.format(value) : value;
    return language === 'fa' && typeof value === 'number' ? toPersianDigits(text.replaceAll(',', '٬')) : text;
  });
  return { code, sentence, detail: { ...detail } };
}

const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

/** What somebody has and what of it ends soon. */
export function sayBalances(
  balances: readonly Balance[],
  programme: Programme | null,
  now: number,
  speech: Speech,
): Hint[] {
  const { language, business } = speech;
  return (programme?.wallets ?? []).flatMap((wallet): Hint[] => {
    const balance = balances.find((one) => one.wallet === wallet.key);
    if (balance === undefined) return [];
    const name = wallet.name[language];
    const hints: Hint[] = [];
    if (balance.available > 0 && wallet.spending !== undefined) {
      const worth = showMoney(worthOf(wallet, balance.available), { ...business, language });
      hints.push(say('usable', { wallet: name, units: balance.available, worth }, speech));
    }
    const soon = balance.expiring.filter(({ at }) => at <= now + SOON_DAYS * DAY_MS);
    const units = soon.reduce((sum, one) => sum + one.units, 0);
    const last = soon.at(-1);
    if (last !== undefined && units > 0) {
      const days = Math.max(1, Math.ceil((last.at - now) / DAY_MS));
      hints.push(say('expiring', { wallet: name, units, days }, speech));
    }
    if (balance.debt > 0) hints.push(say('debt', { wallet: name, units: balance.debt }, speech));
    return hints;
  });
}

/** What this purchase brings, and the words that go with what is given. */
export function sayPrice(priced: Priced, programme: Programme | null, speech: Speech): Hint[] {
  const { language } = speech;
  const earned = new Map<string, number>();
  for (const { wallet, points } of priced.earned) earned.set(wallet, (earned.get(wallet) ?? 0) + points);
  return [...earned].flatMap(([key, units]): Hint[] => {
    const wallet = programme?.wallets.find((one) => one.key === key);
    return units === 0 ? [] : [say('earns', { wallet: wallet?.name[language] ?? key, units }, speech)];
  });
}
