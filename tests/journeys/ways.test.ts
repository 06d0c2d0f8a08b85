import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { ANALYST, fact, openSmallShop } from './small-shop.ts';
import { eventually, nightly, overflow, visitorOf } from './visitor.ts';

/** Every number of the ladder leads to its people, on the screen; on paper it stands whole; and who may only read, reads. */

/** More than are shown at once. */
const CROWD = 60;

const visitor = visitorOf(
  async () => {
    const shop = await openSmallShop({ jobs: true, analyst: true });
    await shop.tell(
      Array.from({ length: CROWD }, (_, at) =>
        fact({ external: `crowd-${at}`, name: `مهمان ${at}` }, 'newsletter.subscribed', 3, {}, `crowd-${at}`),
      ),
    );
    return shop;
  },
  // What an analyst may not do is tried on purpose.
  { expected: /status of 403/ },
);
const { open } = visitor;
const ladder = (page: Page) => page.getByRole('list', { name: /نردبان وفاداری|Loyalty ladder/ });
const articles = (page: Page) => page.locator('main').getByRole('article');

describe('from a number to its people', () => {
  test('a band of the picture of the ways opens who went that way', async () => {
    const page = await open('/ladders/loyalty');
    const flows = page.getByRole('region', { name: 'جابه‌جایی میان پله‌ها' });
    await flows.scrollIntoViewIfNeeded();
    const picture = flows.getByRole('img');
    await picture.locator('svg path').first().waitFor();
    // The broadest band is that of the crowd; where it is drawn is the drawing's own affair, so each is tried.
    const middles = await picture.locator('svg path').evaluateAll((paths) =>
      paths
        .map((path) => path.getBoundingClientRect())
        .filter(({ width, height }) => width > 60 && height > 2)
        .map(({ x, y, width, height }) => [x + width / 2, y + height / 2] as const),
    );
    expect(middles.length).toBeGreaterThan(0);
    for (const [x, y] of middles) {
      await page.mouse.click(x, y);
      if (page.url().includes('/moves')) break;
    }
    await page.waitForURL(/\/moves\?.*fromRung=.*toRung=/);
    await articles(page).first().waitFor();
  });

  test('an arrow between two rungs opens who climbed there, page by page, and the address leads back', async () => {
    const page = await open('/ladders/loyalty');
    await ladder(page).getByRole('link').first().waitFor();
    const arrow = ladder(page).locator('a[href*="/moves"]').first();
    await arrow.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/moves\?.*fromRung=/);
    await articles(page).first().waitFor();
    await page.goto(`${visitor.house.address}/ladders/loyalty/moves?direction=up&toRung=lead`);
    await articles(page).first().waitFor();
    const total = Number(
      (await page.getByRole('status').filter({ hasText: /[۰-۹]/ }).first().innerText())
        .replaceAll(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)))
        .match(/\d+/)?.[0],
    );
    expect(total).toBeGreaterThanOrEqual(CROWD);
    const first = await articles(page).count();
    expect(first).toBeLessThan(total);
    const more = page.getByRole('button', { name: 'نمایش بیشتر' });
    await more.click();
    await eventually(() => articles(page).count()).toBe(total);
    await more.waitFor({ state: 'detached' });
    // Nobody twice: the crowd moved once each.
    const texts = (await articles(page).allInnerTexts()).filter((text) => text.includes('مهمان'));
    expect(new Set(texts).size).toBe(CROWD);
    await page
      .getByRole('link', { name: /نردبان وفاداری/ })
      .first()
      .click();
    await page.waitForURL(/\/ladders\/loyalty(\?|$)/);
  });

  test('a typology has its page: how many are of each type, and who', async () => {
    const page = await open('/ladders/customer-types?lang=en');
    const types = page.locator('main a[href*="/rungs/"]');
    await types.first().waitFor();
    expect(await types.count()).toBeGreaterThan(3);
    expect(await overflow(page)).toBe(0);
    await expectAccessible(page);
    await types.filter({ hasText: /[1-9]/ }).first().click();
    await page.waitForURL(/\/rungs\//);
    await page.locator('main a[href*="/people/"]').first().waitFor();
  });
});

describe('on paper', () => {
  test.each(nightly ? ['/ladders/loyalty', '/people/SARA'] : ['/people/SARA'])(
    '%s stands whole: nothing is cut at the edge',
    async (view) => {
      // The width of an A4 sheet between its margins.
      const path = view.replace('SARA', String(visitor.house.sara));
      const page = await open(path, { viewport: { width: 718, height: 1000 } });
      await page.locator('main h1, main h2').first().waitFor();
      await page.waitForLoadState('networkidle');
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await eventually(() => overflow(page)).toBe(0);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('main :is(h1, h2, h3, p, td, th, dd, dt, li, a)')]
          .filter((one) => one.checkVisibility({ visibilityProperty: true }))
          .filter((one) => getComputedStyle(one).position !== 'absolute')
          .filter((one) => {
            const { left, right, width } = one.getBoundingClientRect();
            return width > 1 && (left < -1 || right > innerWidth + 1);
          })
          .map((one) => one.textContent?.slice(0, 60)),
      );
      expect(cut).toEqual([]);
      const paper = await page.pdf({ format: 'A4', printBackground: true });
      expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
      const sheets = paper.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
      expect(sheets.length).toBeGreaterThan(0);
      expect(sheets.length).toBeLessThan(12);
    },
  );
});

test('an analyst reads the ladder and the people and takes them along, and is offered nothing to change', async () => {
  const page = await open('/ladders/loyalty?lang=en', { as: ANALYST });
  await ladder(page).getByRole('link').first().waitFor();
  await page.goto(`${visitor.house.address}/people?lang=en`);
  await page.locator('[role=row][data-index] a').first().waitFor();
  await page.getByRole('button', { name: 'Export' }).waitFor();
  await page.goto(`${visitor.house.address}/people/${visitor.house.sara}?lang=en`);
  await page.getByRole('region', { name: /Timeline/ }).waitFor();
  for (const name of ['Record a fact', 'Pin', 'Edit the name'])
    expect(await page.getByRole('button', { name }).count()).toBe(0);
  const answers = await page.evaluate(async (sara) => {
    const send = (path: string, method: string, body: object) =>
      fetch(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const asked = [
      fetch('/v1/ladders'),
      fetch('/v1/people'),
      fetch('/v1/deeds'),
      fetch('/v1/api-keys'),
      fetch('/v1/staff'),
      send(`/v1/people/${sara}/notes`, 'POST', { text: 'no' }),
      send('/v1/facts', 'POST', { facts: [] }),
    ];
    return (await Promise.all(asked)).map(({ status }) => status);
  }, visitor.house.sara);
  expect(answers).toEqual([200, 200, 200, 403, 403, 403, 403]);
  await page.goto(`${visitor.house.address}/settings?lang=en`);
  const sections = page.getByRole('navigation', { name: 'Settings' });
  await sections.getByRole('link', { name: 'Audit' }).waitFor();
  expect(await sections.getByRole('link', { name: 'API keys' }).count()).toBe(0);
});

test('the browser has complained of nothing in all this', () => {
  expect(visitor.complaints).toEqual([]);
});
