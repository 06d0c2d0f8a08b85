import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { openInsightShop } from './insight-shop.ts';
import { ANALYST, OWNER_OF_TWO } from './small-shop.ts';
import { atNight, nightly, overflow, PHONE, visitorOf } from './visitor.ts';

/** What a run finds, read by the owner: in a real browser on the real server. */

const visitor = visitorOf(openInsightShop, { openingMs: 180_000 });

/** Every page, with something that stands there only when its answer has come. */
const PAGES = [
  { path: '/insight', name: 'overview', fa: 'چه تغییر کرده است', en: 'What changed' },
  { path: '/insight/value', name: 'value', fa: 'ارزش سال آینده در هر دسته', en: 'Next year’s value by band' },
  {
    path: '/insight/leaving',
    name: 'leaving',
    fa: 'گفته‌ها در برابر آنچه شد',
    en: 'What was said, and what came',
  },
  { path: '/insight/cohorts', name: 'cohorts', fa: 'نقشهٔ بازگشت', en: 'Map of returns' },
  {
    path: '/insight/cohorts?show=value',
    name: 'cohorts-value',
    fa: 'نقشهٔ ارزش انباشته',
    en: 'Map of cumulative value',
  },
  { path: '/insight/seasons', name: 'seasons', fa: 'روزهای هفته', en: 'Days of the week' },
  { path: '/insight/models', name: 'models', fa: 'سیر مدل', en: 'History of a model' },
] as const;

/** Before every change each page is read in one form, and each night in both: here those that a telephone lays out anew. */
const ON_A_TELEPHONE: ReadonlySet<string> = new Set(['overview', 'leaving', 'cohorts-value']);
const readIn = (language: 'fa' | 'en') =>
  PAGES.filter(({ name }) => nightly || ON_A_TELEPHONE.has(name) === (language === 'en'));

/** Until nothing is on its way any more and every chart is drawn. */
async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('[role=status][aria-busy=true]') === null &&
      [...document.querySelectorAll('[role=img]')].every((one) => one.querySelector('svg path') !== null),
  );
}

/** From page to page as a link goes, once the first one stands and hears that the address has changed. */
async function at(page: Page, path: string, language: 'fa' | 'en'): Promise<void> {
  const address = new URL(path, visitor.house.address);
  address.searchParams.set('lang', language);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate((href) => history.pushState({}, '', href), address.href);
}

test('before the first run the page says what one is; it is run, shows how far it is, and the morning stands there', async () => {
  const page = await visitor.open('/insight?lang=fa');
  await page.getByRole('heading', { name: 'هنوز محاسبه‌ای نشده است' }).waitFor();
  await expectAccessible(page);
  await visitor.picture(page, 'insight-none-fa');
  await page.getByRole('button', { name: 'اکنون محاسبه شود' }).click();
  await page.getByRole('heading', { name: 'چه تغییر کرده است' }).waitFor();
  await page.getByText('این نخستین محاسبه است').waitFor();
  // Another run has the first one to compare with.
  await page.getByRole('button', { name: 'محاسبهٔ دوباره' }).click();
  await page.getByText('این نخستین محاسبه است').waitFor({ state: 'detached' });
  await page.getByText('در حال رفتن‌اند، به همان شمار پیش.').waitFor();

  // A line leads to the people it speaks of, and one of them to their own page, which says the same with reasons.
  await page.getByRole('link', { name: 'دیدن اشخاص و دلیل هرکدام' }).click();
  const row = page.getByRole('row').nth(1);
  await row.getByText('از آخرین سفارش گذشته').waitFor();
  await visitor.picture(page, 'insight-leaving-from-morning-fa');
  await row.getByRole('link').click();
  const card = page.getByRole('region', { name: 'پیش‌بینی' });
  await card.getByText('احتمال هیچ سفارش').waitFor();
  await card.getByText(/معمولاً هر .* یک بار می‌خرد|تنها یک روز خرید/).waitFor();
  await expectAccessible(page);
  await visitor.picture(page, 'insight-person-fa');
});

test('every page reads in Persian on a desk', async () => {
  const page = await visitor.open('/insight?lang=fa');
  for (const { path, name, fa } of readIn('fa')) {
    await at(page, path, 'fa');
    await page.getByRole('heading', { name: fa, exact: true }).waitFor();
    await drawn(page);
    expect([name, await overflow(page)]).toEqual([name, 0]);
    await expectAccessible(page);
    await visitor.picture(page, `insight-${name}-fa-1440`);
  }
  // On paper: the page alone, and nothing that can only be pressed.
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 760, height: 1050 });
  await drawn(page);
  expect(await overflow(page)).toBe(0);
  expect(await page.getByRole('button', { name: 'محاسبهٔ دوباره' }).isVisible()).toBe(false);
  await visitor.picture(page, 'insight-models-fa-print');
});

test('every page reads in English on a telephone', async () => {
  const page = await visitor.open('/insight?lang=en', PHONE);
  for (const { path, name, en } of readIn('en')) {
    await at(page, path, 'en');
    await page.getByRole('heading', { name: en, exact: true }).waitFor();
    await drawn(page);
    expect([name, await overflow(page)]).toEqual([name, 0]);
    await expectAccessible(page);
    await visitor.picture(page, `insight-${name}-en-390`);
  }
});

atNight('every page reads at night, too', async () => {
  for (const [language, device] of [
    ['fa', { ...PHONE, colorScheme: 'dark' }],
    ['en', { colorScheme: 'dark' }],
  ] as const) {
    const page = await visitor.open('/insight', device);
    for (const { path, name, ...called } of PAGES) {
      await at(page, path, language);
      await page.getByRole('heading', { name: called[language], exact: true }).waitFor();
      await drawn(page);
      expect([name, await overflow(page)]).toEqual([name, 0]);
      await expectAccessible(page);
      await visitor.picture(page, `insight-${name}-${language}-dark`);
    }
  }
});

test('a chart shows its numbers as a table and gives them as a file, and the band that is open is in the address', async () => {
  const page = await visitor.open('/insight/value?lang=fa');
  const card = page.getByRole('region', { name: 'ارزش سال آینده در هر دسته' });
  await card.getByRole('button', { name: 'جدول' }).click();
  await card.getByRole('columnheader', { name: 'ارزش ۱۲ ماه آینده' }).waitFor();
  const coming = page.waitForEvent('download');
  await card.getByRole('button', { name: /گرفتن فایل CSV/ }).click();
  const text = await readFile(await (await coming).path(), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const lines = text.trim().split('\r\n');
  expect(lines[0]).toBe('دسته,اشخاص,در محاسبهٔ پیش,ارزش ۱۲ ماه آینده,ارزش در خطر');
  expect(lines).toHaveLength(5);
  expect(lines[1]).toMatch(/^ماندگار,\d+,\d+,\d+,\d+$/);
  // Their people are one step away, and the step can be sent to somebody.
  await card.getByRole('link', { name: 'زیر نظر' }).click();
  await page.getByRole('heading', { name: 'زیر نظر: از بیشترین ارزش در خطر' }).waitFor();
  expect(new URL(page.url()).searchParams.get('band')).toBe('watch');
  await page.reload();
  await page.getByRole('heading', { name: 'زیر نظر: از بیشترین ارزش در خطر' }).waitFor();
});

test('a cell of the cohorts and a bar of the seasons open the people behind them, by keyboard too', async () => {
  const page = await visitor.open('/insight/cohorts?lang=en');
  const map = page.getByRole('region', { name: 'Map of returns' });
  const cell = map.getByRole('link', { name: /month 1: .*\(\d+ of \d+ people\)/ }).nth(4);
  const people = Number(/\((\d+) of/.exec((await cell.getAttribute('aria-label')) ?? '')?.[1]);
  await cell.click();
  const list = page.getByRole('table', { name: /ordered in month 1: who they are/ });
  await list.getByRole('row').nth(1).waitFor();
  // Twenty-five are shown at once, under the row of headings.
  expect(await list.getByRole('row').count()).toBe(1 + Math.min(people, 25));
  await expectAccessible(page);
  await visitor.picture(page, 'insight-cohort-people-en-1440');
  // The chosen cell is where the tab key stops, and an arrow leads to the cohort below.
  const label = await cell.getAttribute('aria-label');
  await cell.focus();
  await page.keyboard.press('ArrowDown');
  const below = page.locator(':focus');
  expect(await below.getAttribute('aria-label')).not.toBe(label);
  expect(await map.locator('a[tabindex="0"]').count()).toBe(1);
  const before = new URL(page.url()).searchParams.get('who');
  await page.keyboard.press('Enter');
  await page.waitForFunction((who) => new URL(location.href).searchParams.get('who') !== who, before);
  await list.getByRole('row').nth(1).waitFor();

  const seasons = await visitor.open('/insight/seasons?lang=fa', PHONE);
  const weekdays = seasons.getByRole('region', { name: 'روزهای هفته' });
  await weekdays.getByRole('button', { name: 'جدول' }).click();
  await weekdays.getByRole('row', { name: /^شنبه/ }).getByRole('link').click();
  await seasons.getByRole('heading', { name: 'روز شنبه سفارش داده‌اند: چه کسانی‌اند' }).waitFor();
  await seasons.getByRole('table', { name: /شنبه/ }).getByRole('row').nth(25).waitFor();
  expect(await overflow(seasons)).toBe(0);
  await expectAccessible(seasons);
  await visitor.picture(seasons, 'insight-season-people-fa-390');
  await drawn(seasons);
  // A bar of the picture, wherever the page moves meanwhile.
  await expect
    .poll(
      async () => {
        await seasons.getByRole('img', { name: /ماه‌های سال/ }).click();
        return seasons.url();
      },
      { timeout: 60_000, interval: 500 },
    )
    .toMatch(/who=month/);
});

atNight('the people behind them read in the other language and by night, too', async () => {
  for (const [path, language, device, name] of [
    ['/insight/cohorts?who=5.1', 'fa', { colorScheme: 'dark' }, 'cohort-people-fa-dark'],
    [
      '/insight/cohorts?show=value&who=5',
      'en',
      { ...PHONE, colorScheme: 'dark' },
      'cohort-people-en-dark-390',
    ],
    ['/insight/seasons?who=hour.3', 'en', {}, 'season-people-en-1440'],
  ] as const) {
    const page = await visitor.open(`${path}&lang=${language}`, device);
    await page.locator('#people').getByRole('row').nth(1).waitFor();
    await drawn(page);
    expect([name, await overflow(page)]).toEqual([name, 0]);
    await expectAccessible(page);
    await visitor.picture(page, `insight-${name}`);
  }
});

test('a horizon is typed in Persian digits; who only reads is not offered to run or to change anything', async () => {
  const page = await visitor.open('/insight?lang=fa');
  await page.getByRole('button', { name: 'تنظیم محاسبه' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('افق پیش‌بینی (روز)').fill('۹۰۰');
  await dialog.getByText('عددی میان ۷ و ۳۶۵ بنویسید.').waitFor();
  await dialog.getByLabel('افق پیش‌بینی (روز)').fill('۶۰');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'ذخیره' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('ذخیره شد؛ از محاسبهٔ بعد به کار می‌رود').waitFor();

  const reader = await visitor.open('/insight?lang=fa', { as: ANALYST });
  await reader.getByRole('heading', { name: 'چه تغییر کرده است' }).waitFor();
  expect(await reader.getByRole('button', { name: 'محاسبهٔ دوباره' }).count()).toBe(0);
  expect(await reader.getByRole('button', { name: 'تنظیم محاسبه' }).count()).toBe(0);
});

atNight(
  'where there is too little to foretell from, it is said what is missing and what can be read all the same',
  async () => {
    const page = await visitor.open('/insight/value?lang=en&business=second-shop', { as: OWNER_OF_TWO });
    await page.getByRole('button', { name: 'Run now' }).click();
    await page.getByRole('heading', { name: 'There is too little to foretell from yet' }).waitFor();
    await page.getByText('At least 500 customers').waitFor();
    await expectAccessible(page);
    await visitor.picture(page, 'insight-too-little-en');
    await page.getByRole('main').getByRole('link', { name: 'Seasons' }).click();
    await page.getByText('There is no order yet to see a season in.').waitFor();
    expect(new URL(page.url()).searchParams.get('business')).toBe('second-shop');
  },
);

test('nothing broke on the way', () => {
  expect(visitor.complaints).toEqual([]);
});
