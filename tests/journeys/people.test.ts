import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { fact, openSmallShop } from './small-shop.ts';
import { atNight, eventually, overflow, PHONE, visitorOf } from './visitor.ts';

/** The list of people, as somebody works with it: found, filtered, tagged, taken along; and who may be one. */

const EVIL = '<img src=x onerror=alert(1)>';

const visitor = visitorOf(async () => {
  const shop = await openSmallShop({ jobs: true });
  const many = Array.from({ length: 90 }, (_, index) =>
    fact(
      { external: `many-${index}`, name: `مهمان ${String(index).padStart(2, '0')}` },
      'visit.made',
      60 + index,
      {},
      `many-${index}`,
    ),
  );
  await shop.tell(many);
  await shop.tell([
    fact({ external: 'evil', name: EVIL }, 'visit.made', 1, {}, 'evil'),
    fact({ external: 'formula', name: '=HYPERLINK("http://evil.example")' }, 'visit.made', 2, {}, 'formula'),
    fact(
      { mobile: '09127654321', name: 'نگار تکراری' },
      'order.paid',
      9,
      { order: 'D-1', amount: 900_000 },
      'twin-1',
    ),
    fact(
      { email: 'negar@example.com', name: 'نگار تکراری' },
      'order.paid',
      8,
      { order: 'D-2', amount: 900_000 },
      'twin-2',
    ),
    fact(
      { mobile: '09127654321', email: 'negar@example.com' },
      'order.paid',
      7,
      { order: 'D-3', amount: 900_000 },
      'twin-3',
    ),
  ]);
  return shop;
});
const { open } = visitor;

const rows = (page: Page) => page.locator('[role=row][data-index]');
const names = (page: Page) => rows(page).locator('a').allInnerTexts();
const shoot = (page: Page, name: string) => visitor.picture(page, `people-${name}`);

describe('the list of people', () => {
  test('shows those met last first, only the rows in sight, and the rest by scrolling', async () => {
    const page = await open('/people');
    await rows(page).first().waitFor();
    await shoot(page, 'fa-1440');
    expect((await names(page))[0]).toBe(EVIL);
    expect(await rows(page).count()).toBeLessThan(45);
    expect(await page.getByRole('status').filter({ hasText: 'نفر' }).first().innerText()).toContain('۹۹ نفر');
    await expectAccessible(page);
    await rows(page).first().locator('a').focus();
    await eventually(async () => {
      await page.mouse.wheel(0, 2500);
      return names(page);
    }).toContain('مهمان 89');
    // Rows out of sight are gone, but for the one in which the keyboard stands.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(EVIL);
    expect(await rows(page).count()).toBeLessThan(45);
    await page.getByText('پایان فهرست').waitFor();
  });

  test('is put in the order of the alphabet by its head, and the link holds it', async () => {
    const page = await open('/people');
    await rows(page).first().waitFor();
    await page.getByRole('columnheader', { name: 'نام' }).getByRole('button').click();
    await page.waitForURL(/order=/);
    await page.waitForFunction(
      () => document.querySelector('[role=row][data-index="0"] a')?.textContent !== '',
    );
    const again = await open(page.url().slice(visitor.house.address.length));
    await rows(again).first().waitFor();
    expect(await again.getByRole('columnheader', { name: 'نام' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    const seen = (await names(again)).filter((name) => name.startsWith('مهمان'));
    expect(seen).toEqual(seen.toSorted());
  });

  test('finds while one types, and goes from row to row by the arrow keys', async () => {
    const page = await open('/people');
    await page.getByRole('searchbox', { name: /نام، موبایل/ }).fill('مهمان 4');
    await page.waitForURL(/search=/);
    await page.waitForFunction(() => document.querySelectorAll('[role=row][data-index]').length === 10);
    await rows(page).first().locator('a').focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(
      () => document.activeElement?.closest('[data-index]')?.getAttribute('data-index') === '1',
    );
    await page.keyboard.press(' ');
    await page.getByRole('region', { name: 'کار با گزیده‌ها' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/people\/[0-9]+/);
  });

  test('filters by criteria, says how many it looked at, and keeps them as a segment', async () => {
    const criteria = { measure: 'count', of: 'order.paid', atLeast: 1 };
    const page = await open(`/people?filter=${encodeURIComponent(JSON.stringify({ criteria }))}`);
    await rows(page).first().waitFor();
    await page
      .getByText(/نفر را نگاه کردیم/)
      .first()
      .waitFor();
    expect((await names(page)).toSorted()).toEqual(
      ['Jean O’Connor (VIP)', 'سارا کریمی', 'نگار تکراری', 'نگار تکراری'].toSorted(),
    );
    await shoot(page, 'fa-criteria');
    await page.getByRole('button', { name: 'ذخیره به نام گروه' }).click();
    await page.getByRole('dialog').getByLabel('نام گروه').fill('خریداران');
    await shoot(page, 'fa-segment');
    await page.getByRole('dialog').getByRole('button', { name: 'ذخیره' }).click();
    const show = page.getByRole('dialog').getByRole('button', { name: 'نمایش مردم' });
    await show.waitFor();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[role=dialog] button')].some(
        (one) => one.textContent === 'نمایش مردم' && !(one as HTMLButtonElement).disabled,
      ),
    );
    await expectAccessible(page, { inside: '[role=dialog]' });
    await show.click();
    await page.waitForURL(/segments/);
    await page.waitForFunction(() => document.querySelectorAll('[role=row][data-index]').length === 4);
  });

  test('tags many with progress and takes it back', async () => {
    const page = await open('/people?search=مهمان 1');
    await rows(page).first().waitFor();
    await page.getByRole('checkbox', { name: 'گزینش همهٔ ردیف‌های دیده‌شده' }).check();
    await page.getByRole('button', { name: 'برچسب', exact: true }).click();
    await page.getByLabel('این برچسب‌ها را بگذار').fill('جشن');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'انجام بده' }).click();
    await page.getByRole('dialog').getByText('انجام شد').first().waitFor();
    await shoot(page, 'fa-jobs');
    await page.getByRole('dialog').getByRole('button', { name: 'برگرداندن' }).first().waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'بستن' }).click();
    await rows(page).filter({ hasText: 'جشن' }).first().waitFor();
    await page.getByRole('button', { name: /^کارها/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'برگرداندن' }).first().click();
    await page.getByRole('dialog').getByText('برگرداندن برچسب‌ها').waitFor();
    await page.waitForFunction(
      () => document.querySelectorAll('[role=dialog] [role=progressbar]').length === 0,
    );
    await page.getByRole('dialog').getByRole('button', { name: 'بستن' }).click();
    await page.waitForFunction(
      () =>
        ![...document.querySelectorAll('[role=row][data-index]')].some((row) =>
          row.textContent?.includes('جشن'),
        ),
    );
  });

  test('is taken along as a file in which no formula runs', async () => {
    const page = await open('/people?lang=en');
    await rows(page).first().waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByLabel('Kind of file').click();
    await page.getByRole('option', { name: 'CSV' }).click();
    await shoot(page, 'en-export');
    await page.getByRole('button', { name: 'Write the file' }).click();
    const fetched = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).first().click();
    const text = await readFile(await (await fetched).path(), 'utf8');
    expect(text.startsWith('\uFEFFNumber,Name,')).toBe(true);
    expect(text.split('\r\n').length).toBe(99 + 2);
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  });

  atNight('serves a telephone', async () => {
    const page = await open('/people?lang=en', PHONE);
    await rows(page).first().waitFor();
    await shoot(page, 'en-390');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('dialog').waitFor();
    await shoot(page, 'en-390-filter');
    await expectAccessible(page, { inside: '[role=dialog]' });
  });
});

describe('duplicates', () => {
  test('stand side by side with what a merge would make of them, are merged, and parted again', async () => {
    const page = await open('/people/duplicates');
    const card = page.getByRole('article').first();
    await card.waitFor();
    await shoot(page, 'fa-duplicates');
    await expectAccessible(page);
    await card
      .getByRole('button', { name: /^ادغام در/ })
      .first()
      .click();
    const preview = card.getByRole('region', { name: 'پس از آن' });
    await preview.getByText('سفارش‌ها').waitFor();
    expect(await preview.innerText()).toMatch(/سفارش‌ها\s*۳/);
    await shoot(page, 'fa-duplicates-preview');
    await preview.getByRole('button', { name: 'ادغام کن' }).click();
    await page.getByText('تکراری‌ای برای بررسی نیست').waitFor();
    await page.getByRole('tab', { name: 'ادغام‌شده‌ها' }).click();
    await page.getByRole('button', { name: 'برگرداندن…' }).first().click();
    await page.getByRole('button', { name: 'جدا کن' }).click();
    await page.getByText('هیچ‌کس ادغام نشده است').waitFor();
  });

  // The walk through the demo shop sees them there before every change.
  atNight('serve a telephone in English', async () => {
    const page = await open('/people/duplicates?lang=en', PHONE);
    await page.getByText('No duplicates to review').waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });
});

test('no script of a name ran, and nothing broke', () => {
  expect(visitor.complaints).toEqual([]);
});
