import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { LEILA, LONG, openCodesHouse } from './codes-house.ts';
import { ANALYST } from './small-shop.ts';
import { atNight, eventually, nightly, overflow, PHONE, visitorOf } from './visitor.ts';

/** Vouchers, gift cards and rewards as staff make them, hand them out and take them back, in a real browser. */

const visitor = visitorOf(openCodesHouse, {
  // Refusals that are tried on purpose, an answer that is lost on purpose, and a 1×1 picture that is no kindness to a decoder.
  expected: /status of (?:404|409|422)|ERR_FAILED/,
});
const { open } = visitor;

/** The smallest picture there is. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function settled(page: Page): Promise<void> {
  await eventually(() => page.locator('main [aria-busy=true]').count()).toBe(0);
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('codes are made, looked at, printed, switched off, given to one person, and sealed', async () => {
  const page = await open('/club/vouchers?lang=fa');
  await page.getByRole('heading', { name: 'هنوز کدی ساخته نشده است' }).waitFor();
  await visitor.picture(page, 'vouchers-empty-fa');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'ساختن کد' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'ساخته شود' }).click();
  await dialog.getByText('نام دسته را بنویسید.').waitFor();
  await dialog.getByLabel('نام دسته').fill('جشن مهر');
  await dialog.getByLabel('شمار کدها').fill('۳۰');
  await choose(page, 'پیشنهاد', 'سپاس همراهان (پیش‌نویس)');
  await dialog.getByLabel('روزی به پایان می‌رسد').check();
  await visitor.picture(page, 'vouchers-make-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'ساخته شود' }).click();
  await page.getByRole('heading', { level: 1, name: 'جشن مهر' }).waitFor();
  await page.getByRole('cell', { name: 'آماده' }).first().waitFor();
  expect(await page.getByRole('cell', { name: 'آماده' }).count()).toBe(30);
  await settled(page);
  await visitor.picture(page, 'vouchers-batch-fa');
  await expectAccessible(page);

  // The sheet shows squares, one page after the other.
  await page.getByRole('button', { name: 'برگهٔ چاپی' }).click();
  await dialog.getByRole('img', { name: 'برگهٔ ۱ از ۲' }).waitFor();
  await visitor.picture(page, 'vouchers-sheet-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'برگهٔ بعد' }).click();
  await dialog.getByRole('img', { name: 'برگهٔ ۲ از ۲' }).waitFor();
  expect(await dialog.getByRole('button', { name: 'برگهٔ بعد' }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'بستن' }).click();

  // Everything as a file; one code of it leads back to its line.
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'دریافت CSV' }).click();
  expect((await download).suggestedFilename()).toBe('vouchers-1.csv');
  const csv = await (await page.request.get(`${visitor.house.address}/v1/club/vouchers/1/codes.csv`)).text();
  const [, , third = ''] = csv.trim().split('\n').slice(1);
  const [number = '', code = ''] = third.replaceAll('"', '').trim().split(',');
  const field = page.getByLabel('کد، نوشته یا پویش‌شده');
  await field.fill('AAAA-BBBB-CCCC');
  await page.getByRole('button', { name: 'پیدا کن' }).click();
  await eventually(() => field.getAttribute('aria-invalid')).toBe('true');
  await field.fill(code.toLowerCase());
  await page.getByRole('button', { name: 'پیدا کن' }).click();
  const found = page.getByRole('region', { name: 'کدی که جست‌وجو شد' });
  await found.getByText(`…${code.slice(-4)}`).waitFor();
  await found.getByRole('button', { name: /خاموش کن: کد/ }).click();
  await found.getByRole('cell', { name: 'خاموش', exact: true }).waitFor();
  expect(Number(number)).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'دادن به یک نفر' }).click();
  await dialog.getByLabel('شخص', { exact: true }).fill('لیلا');
  await page.getByRole('option', { name: new RegExp(LEILA) }).click();
  await dialog.getByRole('button', { name: 'بده', exact: true }).click();
  await dialog.getByRole('img', { name: 'کد برای پویش' }).waitFor();
  await visitor.picture(page, 'vouchers-given-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'نگه داشتم' }).click();
  await page.getByRole('link', { name: LEILA }).waitFor();

  await page.getByRole('button', { name: 'مهروموم' }).click();
  await dialog.getByText('این کار برگشت ندارد', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: 'مهروموم' }).click();
  await page.getByText('این دسته مهروموم است', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'برگهٔ چاپی' }).count()).toBe(0);
});

test('a gift card is issued with a code shown once, topped up, frozen, refunded, and then nothing is offered on it', async () => {
  const page = await open('/club/gift-cards?lang=fa');
  await page.getByRole('heading', { name: 'هنوز کارت هدیه‌ای نیست' }).waitFor();
  await visitor.picture(page, 'cards-empty-fa');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'کارت تازه' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('مبلغ').fill('۵۰۰٬۰۰۰');
  await dialog.getByText('۵۰۰٬۰۰۰ تومان').waitFor();
  await dialog.getByRole('button', { name: 'یک شخص' }).click();
  await dialog.getByRole('button', { name: 'ساخته شود' }).click();
  await dialog.getByText('بگویید برای چه کسی است.').waitFor();
  await dialog.getByRole('button', { name: 'هر کس کد را دارد' }).click();
  await dialog.getByLabel('روزی به پایان می‌رسد').check();
  await visitor.picture(page, 'cards-issue-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'ساخته شود' }).click();
  await dialog.getByRole('img', { name: 'کد برای پویش' }).waitFor();
  const code = await dialog.getByRole('group', { name: 'کد' }).locator('code').innerText();
  await visitor.picture(page, 'cards-code-fa');
  await dialog.getByRole('button', { name: 'نگه داشتم' }).click();
  await page.getByRole('region', { name: 'بدهی روی کارت‌ها' }).getByText('۵۰۰٬۰۰۰ تومان').waitFor();
  expect(await page.locator('main').innerText()).not.toContain(code);
  await page.getByRole('link', { name: new RegExp(code.slice(-4)) }).click();
  await page.getByRole('heading', { level: 1, name: 'کارت' }).waitFor();

  await page.getByRole('button', { name: 'افزایش مانده' }).click();
  await dialog.getByLabel('مبلغ').fill('۲۰۰٬۰۰۰');
  await dialog.getByText('مانده می‌شود ۷۰۰٬۰۰۰ تومان').waitFor();
  await dialog.getByRole('button', { name: 'افزایش مانده' }).click();
  await page.getByRole('cell', { name: '۲۰۰٬۰۰۰ تومان' }).waitFor();
  await page.getByRole('button', { name: 'بستن کارت' }).click();
  await dialog.getByLabel('دلیل').fill('گم شده است');
  await dialog.getByRole('button', { name: 'بستن کارت' }).click();
  await page.getByRole('button', { name: 'بازکردن کارت' }).waitFor();
  await settled(page);
  await visitor.picture(page, 'cards-card-fa');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'پس‌دادن خرید' }).click();
  await dialog.getByText('۷۰۰٬۰۰۰ تومان از کارت کم می‌شود', { exact: false }).waitFor();
  await dialog.getByRole('button', { name: 'پس‌دادن خرید' }).click();
  await dialog.getByText('دلیل را بنویسید.').waitFor();
  await dialog.getByLabel('دلیل').fill('مشتری پشیمان شد');
  await visitor.picture(page, 'cards-refund-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'پس‌دادن خرید' }).click();
  await page.getByText('پول خرید پس داده شد').waitFor();
  await eventually(() => page.getByRole('button', { name: 'افزایش مانده' }).count()).toBe(0);
  await page.getByText('۰ تومان').first().waitFor();
});

test('a gift card whose code got lost on its way is there once, and a new code is a click away', async () => {
  const page = await open('/club/gift-cards?lang=en');
  await page.route(
    '**/v1/club/gift-cards',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  const cards = async () =>
    (await visitor.house.ask<{ cards: object[] }>('GET', '/v1/club/gift-cards')).cards;
  const before = (await cards()).length;
  await page.getByRole('button', { name: 'Issue a card' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Amount').fill('50000');
  await dialog.getByRole('button', { name: 'Issue it' }).click();
  await dialog.getByText('the code got lost on its way', { exact: false }).waitFor();
  await visitor.picture(page, 'cards-code-lost-en');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'New code' }).click();
  await dialog.getByLabel('Reason').fill('The answer got lost');
  await dialog.getByRole('button', { name: 'New code' }).click();
  await dialog.getByRole('group', { name: 'Code' }).locator('code').waitFor();
  expect((await cards()).length).toBe(before + 1);
});

test('a reward is drafted, pictured and offered, changed under two hands; a redemption is handed over, another cancelled', async () => {
  const page = await open('/club/rewards?lang=en');
  await page.getByRole('heading', { name: 'There are no rewards yet' }).waitFor();
  await visitor.picture(page, 'rewards-empty-en');
  await page.getByRole('button', { name: 'Make the first reward' }).click();
  await page.getByRole('button', { name: 'Keep as a draft' }).click();
  await page.getByText('Say how many units.').waitFor();
  const name = page.getByRole('textbox', { name: /^Name/ });
  await name.first().fill('قهوهٔ دمی');
  await name.last().fill('Filter coffee');
  await page.getByLabel('How many units').fill('200');
  await page.getByLabel('Stock').fill('40');
  await page.getByRole('textbox', { name: 'Partner' }).fill('Roastery');
  await page.getByLabel('Owed for one').fill('15000');
  await page.getByLabel('Only for people who…').check();
  await expectAccessible(page);
  await visitor.picture(page, 'rewards-form-en');
  await page.getByRole('button', { name: 'Keep as a draft' }).click();
  await page.getByRole('heading', { level: 1, name: 'Filter coffee' }).waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'coffee.png', mimeType: 'image/png', buffer: PICTURE });
  await page.getByRole('img', { name: 'Picture 1' }).waitFor();

  // Somebody else changes it meanwhile.
  const { ask, leila } = visitor.house;
  const kept = await ask<{ definition: object; revision: number }>('GET', '/v1/club/rewards/filter-coffee');
  await ask('PUT', '/v1/club/rewards/filter-coffee', {
    definition: { ...kept.definition, stock: 7 },
    state: 'draft',
    revision: kept.revision,
  });
  await page.getByLabel('Stock').fill('50');
  await page.getByRole('button', { name: 'Save and offer' }).click();
  await page.getByRole('cell', { name: '7', exact: true }).waitFor();
  await visitor.picture(page, 'rewards-conflict-en');
  await page.getByRole('button', { name: /mine/i }).click();
  await page.getByText('The change is kept.').waitFor();
  await eventually(
    async () => (await ask<{ state: string }>('GET', '/v1/club/rewards/filter-coffee')).state,
  ).toBe('active');

  const first = await ask<{ code: string }>('POST', '/v1/club/rewards/filter-coffee/redeem', {
    person: leila,
  });
  await ask('POST', '/v1/club/rewards/filter-coffee/redeem', { person: leila });
  await page.getByRole('main').getByRole('link', { name: 'Rewards', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: '50 in all' }).first().waitFor();
  await settled(page);
  await visitor.picture(page, 'rewards-catalogue-en');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Redemptions' }).click();
  await page.getByLabel('Code to hand over').fill(first.code);
  await page.getByRole('button', { name: 'Hand over' }).click();
  const list = page.getByRole('list', { name: 'Redemptions' });
  await list.getByText(/^handed over$/).waitFor();
  await visitor.picture(page, 'rewards-redemptions-en');
  await expectAccessible(page);
  await page
    .getByRole('button', { name: /^Cancel/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('The machine is broken');
  await visitor.picture(page, 'rewards-cancel-en');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'Cancel the redemption' }).click();
  await list.getByText('The machine is broken').waitFor();
  await page.getByText(/200 .* are there again/).waitFor();

  await page.getByRole('button', { name: 'Partners' }).click();
  await page.getByText('we owe').waitFor();
  await page.getByRole('button', { name: 'Settle' }).click();
  await dialog.getByRole('button', { name: 'Write the payment down' }).click();
  await page.getByText('even', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Entries' }).click();
  await page.getByRole('heading', { name: /Entries of/ }).waitFor();
  await settled(page);
  await visitor.picture(page, 'rewards-partners-en');
  await expectAccessible(page);
});

atNight(
  'a million codes are made out of the way, stopped and resumed; who only reads is offered nothing',
  async () => {
    const { ask } = visitor.house;
    const terms = { offer: 'thanks', uses: 1, usesPerPerson: null, validFrom: null, validUntil: null };
    await ask('POST', '/v1/club/vouchers', { ...terms, name: LONG, count: 1_000_000 });
    await ask('POST', '/v1/club/gift-cards', {
      amount: 99_999_999_990,
      paid: false,
      person: visitor.house.leila,
      expiresAt: null,
      note: LONG,
    });
    await ask('POST', '/v1/club/rewards', {
      key: 'long',
      name: { fa: LONG, en: LONG },
      what: { kind: 'donation', to: LONG },
      price: { kind: 'range', wallet: 'points', least: 100, most: 999_999_999 },
      proof: true,
      partner: { key: 'long', name: LONG, owed: -5 },
    });
    const page = await open('/club/vouchers?lang=fa');
    await page.getByText('۰ از ۱٬۰۰۰٬۰۰۰ کد ساخته شد').waitFor();
    await page.getByRole('button', { name: 'نگه دار' }).click();
    await page.getByRole('button', { name: 'ادامه بده' }).click();
    await page.getByRole('button', { name: 'نگه دار' }).waitFor();

    const reader = await open('/club/vouchers?lang=fa', { as: ANALYST });
    await reader.getByText('۱٬۰۰۰٬۰۰۰', { exact: false }).waitFor();
    for (const offered of ['ساختن کد', 'نگه دار', 'پیدا کن'])
      expect([offered, await reader.getByRole('button', { name: offered }).count()]).toEqual([offered, 0]);
  },
);

const PAGES = [
  ['vouchers', 'کدهای تخفیف', 'Vouchers'],
  ['gift-cards', 'کارت هدیه', 'Gift cards'],
  ['rewards', 'پاداش‌ها', 'Rewards'],
  ['rewards?view=redemptions', 'پاداش‌ها', 'Rewards'],
  ['rewards?view=partners', 'پاداش‌ها', 'Rewards'],
] as const;
type Place = (typeof PAGES)[number];

/** Before every change each page is seen in one of two forms, by turns; each night in all of them. */
const byTurns = (turn: 0 | 1) => PAGES.filter((_, at) => nightly || at % 2 === turn);

async function walk(page: Page, language: 'fa' | 'en', name: string, pages: readonly Place[]): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const [place, persian, english] of pages) {
    const address = new URL(`/club/${place}`, page.url());
    address.searchParams.set('lang', language);
    await page.evaluate((href) => history.pushState({}, '', href), address.href);
    await page
      .getByRole('heading', { level: 1, name: language === 'fa' ? persian : english, exact: true })
      .waitFor();
    await settled(page);
    await visitor.picture(page, `${name}-${place.replace('?', '-')}`);
    expect([place, await overflow(page)]).toEqual([place, 0]);
    await expectAccessible(page);
  }
}

test('every page in Persian on a desk, with names that are no kindness', async () => {
  await walk(await open('/club/vouchers?lang=fa'), 'fa', 'fa-1440', byTurns(0));
});

atNight('every page in English on a telephone by night', async () => {
  await walk(
    await open('/club/vouchers?lang=en', { ...PHONE, colorScheme: 'dark' }),
    'en',
    'en-390-dark',
    byTurns(1),
  );
});

atNight('every page the other way round: English on a desk by night, Persian on a telephone', async () => {
  await walk(await open('/club/vouchers?lang=en', { colorScheme: 'dark' }), 'en', 'en-1440-dark', PAGES);
  await walk(await open('/club/vouchers?lang=fa', PHONE), 'fa', 'fa-390', PAGES);
});

test('the browser had nothing to complain of', () => {
  expect(visitor.complaints).toEqual([]);
});
