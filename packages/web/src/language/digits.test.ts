import { createInstance } from 'i18next';
import { afterEach, describe, expect, test } from 'vitest';
import { chooseDigits, type DigitsChoice, inDigits } from './digits.ts';
import { showChange, showNumber, showShare } from './numbers.ts';
import { speechOf } from './speech.ts';

const languages = createInstance();
await languages.init({ lng: 'fa', resources: {} });
const choose = (choice: DigitsChoice) => chooseDigits(languages, choice);
afterEach(() => choose('language'));

const shop = { calendar: 'jalali', zone: 'Asia/Tehran', currency: 'IRR', unit: 'toman' } as const;
const NOON = Date.UTC(2026, 5, 1, 8, 30);

/** Everything a page says in numbers, one after the other. */
function everything(language: 'fa' | 'en'): string[] {
  const speech = speechOf(shop, language);
  return [
    speech.number(1_234_567.5),
    speech.share(0.052),
    speech.change(-12),
    speech.money(31_490_000),
    speech.date(NOON, 'short'),
    speech.date(NOON, 'full'),
    speech.month(speech.dayOf(NOON)),
    speech.dayInYear(NOON),
    speech.time(NOON),
    showNumber(7, language),
    showShare(0.4, language),
    showChange(3, language),
  ];
}

describe('digits', () => {
  test('are those of the language until somebody chooses', () => {
    for (const text of everything('fa')) expect(text).not.toMatch(/[0-9]/);
    for (const text of everything('en')) expect(text).not.toMatch(/[۰-۹]/);
  });

  test('that were chosen stand in every number, amount, date and time, in either language', async () => {
    await choose('latin');
    for (const language of ['fa', 'en'] as const)
      for (const text of everything(language)) expect(text).not.toMatch(/[۰-۹٬٫٪]/);
    expect(speechOf(shop, 'fa').money(31_490_000)).toBe('3,149,000 تومان');
    await choose('persian');
    for (const language of ['fa', 'en'] as const)
      for (const text of everything(language)) expect(text).not.toMatch(/[0-9]/);
    expect(speechOf(shop, 'en').money(31_490_000)).toBe('۳٬۱۴۹٬۰۰۰ toman');
  });

  test('are read in any spelling, whatever is shown', async () => {
    for (const choice of ['latin', 'persian', 'language'] as const) {
      await choose(choice);
      const speech = speechOf(shop, 'fa');
      for (const typed of ['1405/03/11', '۱۴۰۵/۰۳/۱۱'])
        expect(speech.readDay(typed)).toBe(speech.dayOf(NOON));
    }
  });

  test('of somebody’s own text, and of Latin words, stay as they were written', async () => {
    await choose('latin');
    expect(inDigits('\u2068کافه ۲۴\u2069 با ۱٬۲۰۰ نفر، ۴۲٪', 'fa')).toBe(
      '\u2068کافه ۲۴\u2069 با 1,200 نفر، 42%',
    );
    await choose('persian');
    expect(inDigits('12 of 1,200 (4.5%), SKU-12a, sha256, \u2068Cafe 24\u2069', 'en')).toBe(
      '۱۲ of ۱٬۲۰۰ (۴٫۵٪), SKU-12a, sha256, \u2068Cafe 24\u2069',
    );
  });
});
