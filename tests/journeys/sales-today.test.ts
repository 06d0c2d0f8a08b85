import { isoDay, jalaliDay, zoneOf } from '@nardeban/core/values';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { LEILA, NADER, openTodayHouse, SELLER } from './today-house.ts';
import { atNight, eventually, overflow, PHONE, visitorOf } from './visitor.ts';

/** A seller's day in a real browser: what comes first and why, doing it, moving it; and what the business says of its time. */

const visitor = visitorOf(openTodayHouse, { expected: /status of (?:404|409|422)/ });
const { open } = visitor;
const zone = zoneOf('Asia/Tehran');
const today = (): number => zone.dayOf(Date.now());

interface Planned {
  readonly id: number;
}
interface Shown {
  readonly followUp: { readonly state: string; readonly dueAt: number; readonly about: string };
}

/** Every hour of every day, so that the journey is the same on a Friday night. */
const ALWAYS = Array.from({ length: 7 }, () => [[0, 1440]]);

beforeAll(async () => {
  const { version } = await visitor.house.ask<{ version: number }>('GET', '/v1/sales/working-hours');
  const hours = { week: ALWAYS, official: false, days: [], grace: 60 };
  await visitor.house.ask('PUT', '/v1/sales/working-hours', { hours, version });
});

const deal = (person: number, title: string, amount: number) =>
  visitor.house.ask<Planned>('POST', '/v1/sales/deals', {
    person,
    title,
    amount,
    products: [],
    owner: visitor.house.seller,
    expectedClose: null,
  });
const task = (person: number, about: string, changes: object = {}) =>
  visitor.house.ask<Planned>('POST', '/v1/sales/follow-ups', {
    person,
    kind: 'task',
    about,
    due: zone.startOf(today()),
    wholeDay: true,
    owner: visitor.house.seller,
    ...changes,
  });
const shown = async (id: number) =>
  (await visitor.house.ask<Shown>('GET', `/v1/sales/follow-ups/${id}`)).followUp;

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('a seller sees what comes first and why, plans what is next, does it by keyboard and takes it back', async () => {
  const page = await open('/sales?lang=fa', { as: SELLER });
  await page.getByRole('heading', { name: 'برای امروز کاری نمانده است' }).waitFor();
  await visitor.picture(page, 'today-empty-fa');
  await expectAccessible(page);

  await deal(visitor.house.leila, 'میز ناهارخوری', 900_000_000);
  await task(visitor.house.bahar, 'فاکتور را بفرستید');
  await page.reload();
  const rows = page.getByRole('article');
  await rows.nth(1).waitFor();
  expect(await rows.nth(0).innerText()).toMatch(/لیلا حسینی[\s\S]*میز ناهارخوری[\s\S]*گام بعدی ندارد/);
  expect(await rows.nth(1).innerText()).toMatch(/کار برای امروز/);
  expect(
    await rows
      .nth(0)
      .getByRole('link', { name: /تماس با/ })
      .getAttribute('href'),
  ).toBe(`tel:${LEILA.mobile}`);

  const dialog = page.getByRole('dialog');
  await rows.nth(0).getByRole('button', { name: 'گام بعدی' }).click();
  await dialog.getByRole('button', { name: 'برنامه‌ریزی' }).click();
  await dialog.getByText('بنویسید دربارهٔ چیست.').waitFor();
  await dialog.getByText('روز را بنویسید.').waitFor();
  await dialog.getByLabel('دربارهٔ چه').fill('بپرسید رنگش را پسندید');
  await dialog.getByLabel('روز', { exact: true }).fill(jalaliDay(today()));
  await visitor.picture(page, 'today-plan-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'برنامه‌ریزی' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await rows.nth(0).getByText('تماس برای امروز').waitFor();
  await visitor.picture(page, 'today-fa');
  await expectAccessible(page);

  // By keyboard: the first one, done, with what came of it and what is next; and taken back while the word stands there.
  await page.keyboard.press('k');
  await page.keyboard.press('d');
  await dialog.getByRole('button', { name: 'پاسخ نداد' }).click();
  await dialog.getByLabel('یادداشت').fill('بوق آزاد می‌خورد');
  await dialog.getByLabel('دربارهٔ چه').fill('دوباره زنگ بزنید');
  await visitor.picture(page, 'today-done-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'ثبت' }).click();
  await page.getByText('انجام شد و گام بعدی برنامه‌ریزی شد.').waitFor();
  await eventually(() => rows.count()).toBe(1);
  await page.getByRole('button', { name: 'برگردان' }).click();
  await eventually(() => rows.count()).toBe(2);
  await rows.nth(0).getByRole('button', { name: 'انجام شد' }).click();
  await dialog.getByLabel('گام بعدی هم برنامه‌ریزی شود').uncheck();
  await dialog.getByRole('button', { name: 'ثبت' }).click();
  await rows.nth(0).getByText('گام بعدی ندارد').waitFor();

  // The other is given another time, with the reason.
  await rows.nth(1).getByRole('button', { name: 'زمان دیگر' }).click();
  await dialog.getByLabel('چرا').fill('خودش سفر است');
  await dialog.getByRole('button', { name: 'جابه‌جا شود' }).click();
  await eventually(() => rows.count()).toBe(1);
  await page.getByRole('button', { name: 'بی گام بعدی' }).click();
  await page.getByRole('link', { name: 'میز ناهارخوری' }).waitFor();
});

atNight('what was not done says so, on a telephone in English too', async () => {
  const late = await task(visitor.house.nader, 'قیمت نهایی را بگویید', { kind: 'call' });
  await visitor.house.later(2);
  const page = await open('/sales?lang=en', { as: SELLER, ...PHONE });
  const row = page.getByRole('article').filter({ hasText: 'نادر' });
  await row.getByText('Call: its time passed and it was not done').waitFor();
  expect(await row.getByRole('link', { name: /Call/ }).getAttribute('href')).toBe(`tel:${NADER.mobile}`);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await visitor.picture(page, 'today-phone-en');
  await expectAccessible(page);
  await row.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await row.waitFor({ state: 'detached' });
  await eventually(async () => (await shown(late.id)).state).toBe('done');
});

test('a calendar reads what its link allows, until it is taken back', async () => {
  await task(visitor.house.leila, 'رازی که بیرون نمی‌رود');
  const page = await open('/sales?lang=fa', { as: SELLER });
  await page.getByRole('button', { name: 'تقویم من' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'ساختن پیوند' }).click();
  const address = await dialog.getByLabel('نشانی تقویم').inputValue();
  await visitor.picture(page, 'today-calendar-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  const feed = await fetch(address);
  const text = await feed.text();
  expect(text).toContain(`DTSTART;VALUE=DATE:${isoDay(today()).replaceAll('-', '')}`);
  expect(text).toContain('SUMMARY:کار: لیلا حسینی');
  expect(text).not.toContain('رازی');
  await dialog.getByRole('button', { name: 'پس گرفتن' }).click();
  await page.getByText('دیگر کسی نمی‌تواند آن را بخواند', { exact: false }).waitFor();
  expect((await fetch(address)).status).toBe(404);
});

test('the business says when it works; a holiday declared today moves what was due, and taken back brings it back', async () => {
  const due = await task(visitor.house.leila, 'گلدان را بفرستید');
  const page = await open('/sales/settings?lang=fa');
  const thursday = page.getByRole('group', { name: 'پنجشنبه' });
  await thursday.getByLabel('تا ساعت').fill('۱۳');
  await thursday.getByRole('button', { name: 'افزودن بازه به پنجشنبه' }).click();
  await thursday.getByLabel('از ساعت').nth(1).fill('۱۲');
  await thursday.getByLabel('تا ساعت').nth(1).fill('۱۰');
  await page.getByRole('button', { name: 'ذخیرهٔ ساعت‌ها' }).click();
  await thursday.getByText('پایان باید پس از آغاز باشد.').waitFor();
  await thursday.getByLabel('از ساعت').nth(1).fill('۱۶:۳۰');
  await thursday.getByLabel('تا ساعت').nth(1).fill('۲۴');
  await visitor.picture(page, 'hours-fa');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'ذخیرهٔ ساعت‌ها' }).click();
  await page.getByText('ساعت‌های کار ذخیره شد.').waitFor();
  const { hours } = await visitor.house.ask<{ hours: { week: number[][][] } }>(
    'GET',
    '/v1/sales/working-hours',
  );
  expect(hours.week[5]).toEqual([
    [0, 780],
    [990, 1440],
  ]);

  await page.getByRole('button', { name: 'تعطیلی‌ها' }).click();
  await page.getByRole('button', { name: 'امروز تعطیل است' }).click();
  await page.getByText('اعلام شد؛ کارهای آن روز جابه‌جا شد.').waitFor();
  expect((await shown(due.id)).dueAt).toBeGreaterThanOrEqual(zone.startOf(today() + 1));
  await visitor.picture(page, 'days-off-fa');
  await expectAccessible(page);
  await page.getByRole('button', { name: /برداشتن تعطیلی/ }).click();
  await page.getByText('برداشته شد؛ کارها سر جایشان برگشت.').waitFor();
  expect((await shown(due.id)).dueAt).toBe(zone.startOf(today()));
});

test('a series is written, begun on a deal, and ends by itself when they answer', async () => {
  const { id } = await deal(visitor.house.leila, 'کمد', 10_000_000);
  const page = await open('/sales/settings?lang=fa&view=series');
  await page.getByRole('heading', { name: 'هنوز زنجیره‌ای ننوشته‌اید' }).waitFor();
  await page.getByRole('button', { name: 'نخستین تماس با سرنخ تازه' }).click();
  const second = page.getByRole('group', { name: 'نوبت ۲' });
  await second.getByLabel('چند روز کاری بعد').fill('دو');
  await page.getByRole('button', { name: 'ذخیرهٔ زنجیره' }).click();
  await second.getByText('روز، ساعت یا متن درست نیست.').waitFor();
  await second.getByLabel('چند روز کاری بعد').fill('۲');
  await visitor.picture(page, 'series-fa');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'ذخیرهٔ زنجیره' }).click();
  await page.getByText('زنجیره ذخیره شد.').waitFor();

  await page.goto(new URL(`/sales/deals/${id}?lang=fa`, visitor.house.address).href);
  const card = page.getByRole('region', { name: 'پیگیری‌ها' });
  await card.getByText('گام بعدی ندارد.', { exact: false }).waitFor();
  await card.getByRole('button', { name: 'آغاز زنجیرهٔ پیگیری' }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'آغاز', exact: true }).click();
  await card.getByText('به لیلا حسینی زنگ بزنید', { exact: false }).waitFor();
  await card.getByText('نوبت ۱ از ۴', { exact: false }).waitFor();
  await visitor.picture(page, 'follow-ups-fa');
  await visitor.house.tell(visitor.house.leila, 'contact.attempted', {
    channel: 'phone',
    outcome: 'answered',
  });
  await page.reload();
  await card.getByText('تمام شد: پاسخ داد.', { exact: false }).waitFor();
  await card.getByText('گام بعدی ندارد.', { exact: false }).waitFor();
});

test('a manager looks at the day of a seller', async () => {
  const page = await open('/sales?lang=fa');
  await page.getByRole('heading', { name: 'برای امروز کاری نمانده است' }).waitFor();
  await choose(page, 'روزِ', 'رضا کاظمی');
  await page.getByRole('article').first().waitFor();
  expect(new URL(page.url()).searchParams.get('seller')).toBe(visitor.house.seller);
});

test('nothing was complained of', () => {
  expect(visitor.complaints).toEqual([]);
});
