import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { fact, OWNER_OF_TWO, openSmallShop, SARA } from './small-shop.ts';
import { atNight, eventually, overflow, PHONE, visitorOf } from './visitor.ts';

/** The ladder as the page that explains itself: what changed, who went which way, and why. */

const visitor = visitorOf(async () => {
  const shop = await openSmallShop({ jobs: true });
  // A second order today: she climbs this week, and others climbed before.
  await shop.tell([fact(SARA, 'order.paid', 0, { order: 'F-9', amount: 700_000 }, 'sara-9')]);
  return shop;
});
const { open } = visitor;
const ladder = (page: Page) => page.getByRole('list', { name: /نردبان وفاداری|Loyalty ladder/ });
const flows = (page: Page) => page.getByRole('region', { name: /جابه‌جایی میان پله‌ها|Moves between rungs/ });
const movers = (page: Page) => page.getByRole('region', { name: /هفت روز|seven days/ });

describe('numbers', () => {
  test('each rung tells its change on the period before, in words, and the money of the period once it is counted', async () => {
    const page = await open('/ladders/loyalty?lang=en&period=month');
    await ladder(page).getByRole('link').first().waitFor();
    const repeat = ladder(page).getByRole('link', { name: /Repeat customer/ });
    expect(await repeat.innerText()).toMatch(
      /[+−]?\d+.* on the period before|No change on the period before/,
    );
    await eventually(() => repeat.innerText()).toMatch(/Revenue .*\d.*toman/);
    await page.getByText(/counted as of/).waitFor();
  });

  atNight('a year of moves: the change is how many more there are than when the year began', async () => {
    const page = await open('/ladders/loyalty?lang=en&period=twelve-months');
    const repeat = ladder(page).getByRole('link', { name: /Repeat customer/ });
    await eventually(() => repeat.innerText()).toMatch(/\+2.* on the period before/);
    expect(await page.locator('main dl p').count()).toBe(0);
  });
});

describe('the ways people went', () => {
  test('lead from the arrow and from the table to the people, and from a person to the facts', async () => {
    const page = await open('/ladders/loyalty');
    const link = flows(page)
      .getByRole('row', { name: /مشتری اولین‌بار.*مشتری مکرر/ })
      .getByRole('link');
    expect(await link.innerText()).toBe('۲ نفر');
    await link.click();
    await page.waitForURL(/\/moves\?.*fromRung=first-time/);
    await page.getByRole('heading', { level: 1, name: /از «مشتری اولین‌بار» به «مشتری مکرر»/ }).waitFor();
    const listed = page.getByRole('list', { name: /از «مشتری اولین‌بار»/ }).getByRole('article');
    await listed.first().waitFor();
    expect(await listed.count()).toBe(2);
    const sara = listed.filter({ hasText: 'سارا کریمی' });
    expect(await sara.innerText()).toMatch(/بالا رفت[\s\S]*خرید پرداخت‌شده/);
    await expectAccessible(page);
    await sara.getByRole('link', { name: 'رویدادهای پشت این' }).click();
    await page.getByRole('heading', { level: 1, name: 'سارا کریمی' }).waitFor();
    await page.getByRole('region', { name: 'چرا اینجاست' }).waitFor();
  });

  test('are drawn when one comes to them, beside a table that says the same', async () => {
    const page = await open('/ladders/loyalty');
    await ladder(page).getByRole('link').first().waitFor();
    expect(await page.locator('script[src*=Sankey], link[href*=Sankey]').count()).toBe(0);
    await flows(page).scrollIntoViewIfNeeded();
    const picture = flows(page).getByRole('img');
    await picture.locator('svg path').first().waitFor();
    expect(await flows(page).getByRole('table').getByRole('row').count()).toBeGreaterThan(2);
    await expectAccessible(page);
  });

  atNight('narrowed by direction and rung stay so in the address', async () => {
    const page = await open('/ladders/loyalty/moves?lang=en&direction=down');
    await page.getByRole('heading', { level: 2, name: 'No moves found' }).waitFor();
    await page.getByRole('button', { name: 'Take the choice off' }).click();
    await page.getByRole('article').first().waitFor();
    await page.getByLabel('To rung').click();
    await page.getByRole('option', { name: 'Repeat customer' }).click();
    await page.waitForURL(/toRung=/);
    await page.reload();
    await eventually(() => page.getByRole('article').count()).toBe(2);
  });
});

test('who climbed this week and why; who fell would stand beside them', async () => {
  const page = await open('/ladders/loyalty?lang=en');
  const sara = movers(page).getByRole('article').filter({ hasText: 'سارا کریمی' });
  expect(await sara.innerText()).toMatch(/Repeat customer[\s\S]*paid order/);
  await movers(page).getByText('Nobody fell in these seven days.').waitFor();
  await sara.getByRole('link', { name: 'سارا کریمی' }).click();
  await page.waitForURL(/\/people\/\d+/);
});

test('a ladder nobody stands on says how the first ones come', async () => {
  const page = await open('/ladders/loyalty?business=second-shop', { as: OWNER_OF_TWO });
  await page.getByRole('heading', { level: 2, name: 'نردبان آماده است؛ هنوز کسی روی آن نیست' }).waitFor();
  await page.getByRole('link', { name: 'درون‌ریزی فایل' }).waitFor();
  await expectAccessible(page, { inside: 'main' });
});

const forms = [
  ['fa', 'dark'],
  ['en', 'light'],
] as const;
for (const [language, scheme] of forms) {
  atNight(`on a telephone, ${language} and ${scheme}, all of it fits and can be read`, async () => {
    const page = await open(`/ladders/loyalty?lang=${language}`, {
      ...PHONE,
      colorScheme: scheme,
    });
    await flows(page).scrollIntoViewIfNeeded();
    await flows(page).getByRole('img').locator('svg path').first().waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });
}

test('the browser has complained of nothing in all this', () => {
  expect(visitor.complaints).toEqual([]);
});
