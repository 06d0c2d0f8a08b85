import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fact, OWNER, OWNER_OF_TWO, openSmallShop, SARA, SECOND_SHOP } from './small-shop.ts';
import { atNight, eventually, overflow, PHONE, visitorOf } from './visitor.ts';

/** A member of staff in front of the real page, in a real browser, on the real server. */

const visitor = visitorOf(() => openSmallShop());
const { open } = visitor;
const openAsStranger = (path: string) => open(path, { as: null });

async function enter(page: Page, password: string, email = OWNER.email): Promise<void> {
  await page.getByLabel('ایمیل').fill(email);
  await page.getByRole('textbox', { name: 'گذرواژه' }).fill(password);
  await page.getByRole('button', { name: 'ورود' }).click();
}

function rungs(page: Page) {
  // Between the rungs stand the links of who moved.
  return page.getByRole('list', { name: /نردبان وفاداری|Loyalty ladder/ }).locator('a[href*="/rungs/"]');
}

/** Each rung's name and count, top first. */
async function counts(page: Page): Promise<[string, string][]> {
  await rungs(page).first().waitFor();
  return rungs(page).evaluateAll((links) =>
    links.map((link): [string, string] => {
      const [name = '', , count = ''] = [...link.children].map(
        (part) => part.firstElementChild?.textContent ?? '',
      );
      return [name, count];
    }),
  );
}

async function direction(page: Page): Promise<string> {
  return page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dir}`);
}

describe('coming in', () => {
  test('a wrong password says so, the right one leads to where one wanted to be', async () => {
    const page = await openAsStranger('/ladders/loyalty?period=quarter');
    await page.waitForURL(/\/sign-in/);
    await enter(page, 'not the password');
    expect(await page.getByRole('main').getByRole('alert').innerText()).toContain('گذرواژه درست نیست');
    await enter(page, OWNER.password);
    await page.waitForURL(/\/ladders\/loyalty\?.*period=quarter/);
  });

  // By the palette it is tried before every change.
  atNight('signing out ends it', async () => {
    const page = await openAsStranger('/');
    await enter(page, OWNER.password);
    await page.getByRole('button', { name: 'حساب من' }).click();
    await page.getByRole('menuitem', { name: 'خروج' }).click();
    await page.waitForURL(/\/sign-in/);
    await page.goto(`${visitor.house.address}/ladders/loyalty`);
    await page.waitForURL(/\/sign-in/);
  });
});

describe('the ladder', () => {
  test('shows how many stand on each rung, the bottom rung at the bottom', async () => {
    const page = await open('/');
    expect(await direction(page)).toBe('fa rtl');
    expect(await counts(page)).toEqual([
      ['حامی برند', '۰'],
      ['مشتری مکرر', '۱'],
      ['مشتری اولین‌بار', '۱'],
      ['مشتری احتمالی', '۱'],
      ['سرنخ', '۲'],
      ['مخاطب بالقوه', '۰'],
    ]);
    const tops = await rungs(page).evaluateAll((links) =>
      links.map((link) => link.getBoundingClientRect().top),
    );
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });

  test('of a past day shows who stood where then; the day may be typed in Persian digits', async () => {
    const page = await open('/ladders/loyalty');
    const past = new Date(Date.now() - 60 * 86_400_000);
    const typed = new Intl.DateTimeFormat('fa-IR-u-ca-persian-nu-arabext', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      timeZone: 'Asia/Tehran',
    }).format(past);
    await page.getByLabel('در روز').fill(typed);
    await page.getByLabel('در روز').press('Enter');
    await page.waitForURL(/asOf=\d{4}-\d{2}-\d{2}/);
    await page.getByText('آن‌گونه که در').waitFor();
    await eventually(() => counts(page)).toContainEqual(['مشتری اولین‌بار', '۱']);
    await eventually(() => counts(page)).toContainEqual(['مشتری مکرر', '۰']);
    await eventually(() => counts(page)).toContainEqual(['سرنخ', '۳']);
  });

  test('leads from a rung to a person, with reasons, the gap and the timeline', async () => {
    const page = await open('/');
    await rungs(page).filter({ hasText: 'مشتری اولین‌بار' }).click();
    await page.getByRole('link', { name: /سارا کریمی/ }).click();
    await page.getByRole('heading', { level: 1, name: 'سارا کریمی' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'مشتری اولین‌بار' }).waitFor();
    expect(await page.getByRole('complementary').locator('bdi[dir=ltr]').allInnerTexts()).toEqual([
      '0912 123 4567',
    ]);

    const why = page.getByRole('region', { name: 'چرا اینجاست' });
    expect(await why.innerText()).toMatch(/خرید پرداخت‌شده[\s\S]*اکنون: ۱ خرید/);
    await why.getByText('۱ رویداد').first().click();
    await why.getByText('F-1').waitFor();

    const next = page.getByRole('region', { name: 'گام بعدی' });
    expect(await next.innerText()).toMatch(/مشتری مکرر[\s\S]*(یک|۱) خرید پرداخت‌شدهٔ دیگر/);

    const timeline = page.getByRole('region', { name: 'سرگذشت' });
    expect(await timeline.getByRole('article').allInnerTexts()).toEqual([
      expect.stringContaining('به «مشتری اولین‌بار» بالا رفت'),
      expect.stringContaining('به «سرنخ» بالا رفت'),
    ]);
    expect(await timeline.innerText()).toContain('۴۵۰٬۰۰۰ تومان');
  });

  test('shows by itself that a fact told over the API has moved somebody', async () => {
    const page = await open('/people?search=0912 123 4567');
    await page.getByRole('link', { name: /سارا کریمی/ }).click();
    await page.getByRole('heading', { level: 2, name: 'مشتری اولین‌بار' }).waitFor();
    await visitor.house.tell([fact(SARA, 'order.paid', 0, { order: 'F-9', amount: 700_000 }, 'sara-9')]);
    await page.getByRole('heading', { level: 2, name: 'مشتری مکرر' }).waitFor();
    const timeline = page.getByRole('region', { name: 'سرگذشت' });
    await timeline.getByText('F-9').waitFor();
    expect(await timeline.getByRole('article').first().innerText()).toContain('به «مشتری مکرر» بالا رفت');
  });
});

describe('in English', () => {
  test('the same view runs from left to right, and the address keeps it', async () => {
    const page = await open('/ladders/loyalty?period=year');
    await rungs(page).first().waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Loyalty ladder of six rungs' }).waitFor();
    expect(await direction(page)).toBe('en ltr');
    expect(page.url()).toContain('period=year');
    expect(page.url()).toContain('lang=en');
    await page.reload();
    await page.getByText('All people').waitFor();
    expect(await direction(page)).toBe('en ltr');
    expect((await counts(page)).map(([name]) => name).at(-1)).toBe('Suspect');
    expect(await page.locator('main').innerText()).not.toMatch(/[۰-۹]/);
  });
});

describe('on a telephone', () => {
  for (const language of ['fa', 'en']) {
    atNight(`nothing runs over the edge in ${language}`, async () => {
      const page = await open(`/ladders/loyalty?lang=${language}`, PHONE);
      await rungs(page).first().waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await rungs(page)
        .filter({ hasText: /سرنخ|Lead/ })
        .click();
      await page.getByRole('link', { name: /علی رضایی/ }).waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.getByRole('link', { name: /علی رضایی/ }).click();
      await page
        .getByRole('region', { name: /سرگذشت|Timeline/ })
        .getByRole('article')
        .first()
        .waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  }
});

describe('by keyboard alone', () => {
  atNight('the content, a rung and a person can be reached', async () => {
    const page = await open('/');
    await rungs(page).first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#content');
    await page.keyboard.press('Enter');
    for (let step = 0; step < 12 && !(await isFocused(page, '/rungs/advocate')); step++)
      await page.keyboard.press('Tab');
    // Between the rungs stand the arrows, which lead to the people in them.
    for (let step = 0; step < 16 && !(await isFocused(page, '/rungs/lead')); step++)
      await page.keyboard.press('Tab');
    expect(await isFocused(page, '/rungs/lead')).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/rungs\/lead/);
  });

  // Under the other keyboard as well it is tried before every change, with the frame of the views.
  atNight('the search finds a person by name, and the arrow keys choose', async () => {
    const page = await open('/');
    await rungs(page).first().waitFor();
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'جست‌وجوی مردم' }).fill('رضایی');
    await page.getByRole('option', { name: /علی رضایی/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'علی رضایی' }).waitFor();
  });
});

atNight(
  'who owns two businesses sees one of them, which the address names, and can go to the other',
  async () => {
    const page = await openAsStranger('/');
    await enter(page, OWNER_OF_TWO.password, OWNER_OF_TWO.email);
    await page.waitForURL(/business=small-shop/);
    expect((await counts(page)).length).toBe(6);
    await page.getByRole('button', { name: 'رفتن به کسب‌وکار دیگر' }).click();
    await page.getByRole('menuitem', { name: SECOND_SHOP }).click();
    await page.waitForURL(/business=second-shop/);
    await page.getByText(SECOND_SHOP).first().waitFor();
  },
);

test('what leads nowhere says so, and the browser has complained of nothing in all this', async () => {
  const lost = await open('/no-such-page');
  await lost.getByRole('heading', { name: 'چنین صفحه‌ای نیست' }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

async function isFocused(page: Page, part: string): Promise<boolean> {
  return page.evaluate(
    (wanted) => (document.activeElement?.getAttribute('href') ?? '').includes(wanted),
    part,
  );
}
