import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { ANALYST } from './small-shop.ts';
import { openSpendHouse } from './spend-house.ts';
import { atNight, eventually, nightly, overflow, PHONE, visitorOf } from './visitor.ts';

/** What customers are like, what they cost and bring, and on whom to spend, in a real browser on a shop with orders. */

const visitor = visitorOf(openSpendHouse, { expected: /status of (409|422)/ });
const { open } = visitor;

const PAGES = [
  ['types', 'گونهٔ مشتریان', 'Customer types'],
  ['types?view=rfm', 'گونهٔ مشتریان', 'Customer types'],
  ['rhythm', 'آهنگ خرید', 'Rhythm'],
  ['baskets', 'سبد خرید', 'Baskets'],
  ['baskets?view=next', 'سبد خرید', 'Baskets'],
  ['channels', 'کانال و مکان', 'Channel and place'],
  ['costs', 'هزینه‌ها', 'Costs'],
  ['returns', 'بازگشت هزینه', 'Return on cost'],
  ['advisor', 'راهنمای خرج', 'Spend advisor'],
  ['experiments', 'آزمایش‌ها', 'Experiments'],
] as const;
type Place = (typeof PAGES)[number];

/** Until nothing is on its way any more: what is, stands there as bones. */
async function settled(page: Page): Promise<void> {
  await eventually(() => page.locator('main [aria-busy=true]').count()).toBe(0);
}

/** Before every change each page is seen in one of two forms, by turns; each night in all of them. */
const byTurns = (turn: 0 | 1) => PAGES.filter((_, at) => nightly || at % 2 === turn);

async function walk(page: Page, language: 'fa' | 'en', name: string, pages: readonly Place[]): Promise<void> {
  // Before the page stands, nobody hears that the address has changed.
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const [place, persian, english] of pages) {
    const address = new URL(`/insight/${place}`, page.url());
    address.searchParams.set('lang', language);
    // From page to page as a link goes; loading everything anew each time would take most of the minute.
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

test('a cost is entered by month, changed under two hands, taken away and brought back; lines with faults say which', async () => {
  const page = await open('/insight/costs?lang=fa');
  await page.getByRole('heading', { name: 'هنوز هزینه‌ای ثبت نشده است' }).waitFor();
  await visitor.picture(page, 'costs-empty-fa');
  await page.getByRole('button', { name: 'ثبت هزینه' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'ثبت', exact: true }).click();
  await dialog.getByLabel('مبلغ').fill('۱٬۲۰۰٬۰۰۰');
  await dialog.getByText('۱٬۲۰۰٬۰۰۰ تومان').waitFor();
  await dialog.getByLabel('کانال').fill('اینستاگرام');
  await dialog.getByLabel('کمپین').fill('نوروز');
  await visitor.picture(page, 'cost-form-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'ثبت', exact: true }).click();
  const list = page.getByRole('list', { name: 'هزینه‌ها' });
  await list.getByText('۱٬۲۰۰٬۰۰۰ تومان').waitFor();

  // Somebody else changes it while it is open here.
  await page.getByRole('button', { name: /^تغییر هزینهٔ/ }).click();
  await dialog.getByLabel('مبلغ').fill('1500000');
  const [cost] = (await (await page.request.get(`${visitor.house.address}/v1/insight/costs`)).json()).costs;
  const { id, channel, campaign, kind, from, to, revision } = cost;
  const changed = await page.request.put(`${visitor.house.address}/v1/insight/costs/${id}`, {
    data: { channel, campaign, kind, from, to, amount: 9_000_000, revision },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: new URL(page.url()).origin },
  });
  expect(changed.status()).toBe(200);
  await dialog.getByRole('button', { name: 'ذخیره' }).click();
  await page.getByRole('cell', { name: '۹۰۰٬۰۰۰ تومان' }).waitFor();
  await page.getByRole('button', { name: 'نوشتهٔ من بماند' }).click();
  await list.getByText('۱٬۵۰۰٬۰۰۰ تومان').waitFor();

  await page.getByRole('button', { name: /^برداشتن هزینهٔ/ }).click();
  await page.getByRole('heading', { name: 'هنوز هزینه‌ای ثبت نشده است' }).waitFor();
  await page.keyboard.press('u');
  await list.getByText('۱٬۵۰۰٬۰۰۰ تومان').waitFor();

  // Many at once: what is refused stays in sight with its line.
  await page.getByRole('button', { name: 'واردکردن فهرست' }).click();
  await dialog
    .getByLabel('سطرها')
    .fill(
      'از,کانال,نوع,مبلغ\n۱۴۰۵/۰۷/۰۱,وب‌سایت,تبلیغات,۸۰۰۰۰۰\n۱۴۰۵/۱۳/۰۱,وب‌سایت,تبلیغات,۸۰۰۰۰۰\n۱۴۰۵/۰۷/۰۲,,دستمزد,۲۰۰۰۰۰۰',
    );
  await dialog.getByRole('button', { name: 'واردکردن', exact: true }).click();
  await dialog.getByText('ثبت‌شده: ۲، از پیش بوده: ۰، ردشده: ۱.').waitFor();
  await dialog.getByRole('cell', { name: '۳', exact: true }).waitFor();
  await visitor.picture(page, 'cost-lines-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'انصراف' }).click();
  await list.getByText('۲٬۰۰۰٬۰۰۰ تومان').waitFor();

  await page.getByLabel('نرخ حاشیهٔ سود').fill('۳۵');
  await page.getByRole('button', { name: 'ذخیره' }).click();
  await page.getByText(/۳۵٪ از فروش می‌ماند؛ گفتهٔ/).waitFor();
});

test('every page in Persian on a desk', async () => {
  await walk(await open('/insight/costs?lang=fa'), 'fa', 'fa-1440', byTurns(0));
});

atNight('every page in English on a telephone by night', async () => {
  const phone = { ...PHONE, colorScheme: 'dark' } as const;
  await walk(await open('/insight/costs?lang=en', phone), 'en', 'en-390-dark', byTurns(1));
});

atNight('every page the other way round: English on a desk by night, Persian on a telephone', async () => {
  await walk(await open('/insight/costs?lang=en', { colorScheme: 'dark' }), 'en', 'en-1440-dark', PAGES);
  await walk(await open('/insight/costs?lang=fa', PHONE), 'fa', 'fa-390', PAGES);
});

test('a number leads to its people; an assumption that is moved moves the answer, and stands in the address', async () => {
  const page = await open('/insight/types?lang=en');
  await page
    .getByRole('link', { name: /people$/ })
    .first()
    .click();
  await page.getByRole('heading', { name: /^“.+”: who they are$/ }).waitFor();
  expect(page.url()).toContain('who=');

  await page.goto(new URL('/insight/advisor?lang=en', page.url()).href);
  const most = page
    .locator('dt', { hasText: 'At most on each person' })
    .first()
    .locator('xpath=following-sibling::dd');
  const before = await most.innerText();
  const share = page.getByRole('slider', { name: 'Share made by climbing itself' });
  await share.focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await eventually(() => page.url()).toContain('causalShare=0.7');
  await eventually(() => most.innerText()).not.toBe(before);
  await page.getByLabel('Cost of one person once').first().fill('1000');
  await page.keyboard.press('Enter');
  await page.getByLabel('Budget').fill('500,000');
  await page.keyboard.press('Enter');
  await page
    .getByRole('heading', { name: 'The order' })
    .or(page.getByText(/keep the money/))
    .first()
    .waitFor();
  expect(page.url()).toContain('budget=5000000');
  await settled(page);
  await visitor.picture(page, 'advisor-moved-en');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Back to the usual' }).click();
  await eventually(() => most.innerText()).toBe(before);
});

test('an experiment is told whether it can be measured, made, started, filled and read', async () => {
  const { house } = visitor;
  const page = await open('/insight/experiments?lang=en');
  await page.getByRole('button', { name: 'New experiment' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('A message after thirty days');
  await dialog.getByLabel('Left alone').fill('50');
  await dialog.getByLabel('People who will take part').fill('400');
  await dialog.getByLabel('Share who order now').fill('5');
  await dialog.getByText('With your numbers it cannot be measured.').waitFor();
  await visitor.picture(page, 'experiment-form-en');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByLabel('Share who order now').fill('40');
  await dialog.getByLabel('Effect hoped for').fill('60');
  await dialog.getByText('It can be measured.').waitFor();
  await dialog.getByRole('button', { name: 'Make the draft' }).click();
  await page.getByRole('heading', { name: 'A message after thirty days', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await dialog.getByText(/nothing of it can be changed/).waitFor();
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByText('Running').waitFor();

  const id = page.url().split('/').at(-1)?.split('?')[0];
  const assigned = await page.request.post(`${house.address}/v1/insight/experiments/${id}/assignments`, {
    data: { people: house.people },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: new URL(page.url()).origin },
  });
  expect(assigned.status()).toBe(200);
  await page.getByRole('button', { name: 'Read it now' }).click();
  await page.getByText('It is too early.').waitFor();
  await house.age(60);
  await page.getByRole('button', { name: 'Read it now' }).click();
  await page.getByText(/The difference is .* with 95% confidence between/).waitFor();
  await page.getByText(/The size of the groups agrees with the draw/).waitFor();
  await settled(page);
  await visitor.picture(page, 'experiment-en');
  await expectAccessible(page);
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize(PHONE.viewport);
  await visitor.picture(page, 'experiment-en-390');
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Stop' }).click();
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Stopped', { exact: true }).waitFor();
});

atNight('an analyst reads everything and is offered nothing that changes it', async () => {
  const page = await open('/insight/costs?lang=en', { as: ANALYST });
  await page.getByRole('list', { name: 'Costs' }).waitFor();
  await page.getByText(/of sales is kept/).waitFor();
  for (const name of [
    'Enter a cost',
    'Bring in a list',
    /^Remove the cost/,
    'Save',
    'Say what an item costs',
  ])
    expect(await page.getByRole('button', { name }).count()).toBe(0);
  await page.goto(new URL('/insight/advisor?lang=en&lift=0.1', page.url()).href);
  await page.getByRole('button', { name: 'Back to the usual' }).waitFor();
  expect(await page.getByRole('button', { name: 'Keep these as the usual' }).count()).toBe(0);
  await page.goto(new URL('/insight/experiments?lang=en&make=true', page.url()).href);
  await page.getByRole('link', { name: /A message after thirty days/ }).click();
  await page.getByRole('button', { name: 'Read it now' }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(visitor.complaints).toEqual([]);
});
