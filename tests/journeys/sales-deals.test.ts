import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { LEILA, LONG, openDealsHouse, REZA } from './deals-house.ts';
import { ANALYST } from './small-shop.ts';
import { atNight, eventually, nightly, overflow, PHONE, visitorOf } from './visitor.ts';

/** Deals as sellers open, move, win, lose and hand them over, in a real browser. */

const visitor = visitorOf(openDealsHouse, {
  // Refusals that are tried on purpose.
  expected: /status of (?:404|409|422)/,
});
const { open } = visitor;

async function settled(page: Page): Promise<void> {
  await eventually(() => page.locator('main [aria-busy=true]').count()).toBe(0);
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

interface DealMade {
  readonly id: number;
  readonly revision: number;
}
const deal = (title: string, changes: object = {}): Promise<DealMade> =>
  visitor.house.ask<DealMade>('POST', '/v1/sales/deals', {
    person: visitor.house.leila,
    title,
    amount: 50_000_000,
    products: [],
    owner: null,
    expectedClose: null,
    ...changes,
  });

const dealNow = (id: number) =>
  visitor.house.ask<{
    step: string;
    deal: { state: string; revision: number; known: object };
    stays: { reason: string | null }[];
  }>('GET', `/v1/sales/deals/${id}`);

test('a deal is opened, goes its steps by what is known and with a reason where it is not, and is sold', async () => {
  const page = await open('/sales/deals?lang=fa');
  await page.getByRole('heading', { name: 'هنوز معامله‌ای در جریان نیست' }).waitFor();
  await visitor.picture(page, 'deals-empty-fa');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'نخستین معامله' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'معاملهٔ تازه' }).click();
  await dialog.getByText('عنوان معامله را بنویسید.').waitFor();
  await dialog.getByText('بگویید با چه کسی است.').waitFor();
  await dialog.getByLabel('با چه کسی').fill('لیلا');
  await page.getByRole('option', { name: new RegExp(LEILA) }).click();
  await dialog.getByRole('textbox', { name: 'عنوان' }).fill('میز ناهارخوری');
  await dialog.getByLabel('مبلغ').fill('۱۲٬۰۰۰٬۰۰۰');
  await dialog.getByLabel('کالاهایی که می‌خواهد').fill('میز، صندلی');
  await visitor.picture(page, 'deals-new-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'معاملهٔ تازه' }).click();
  await page.getByRole('heading', { level: 1, name: 'میز ناهارخوری' }).waitFor();
  const id = Number(new URL(page.url()).pathname.split('/').at(-1));

  // The step says what to do, and what is still missing; what happens elsewhere is seen here.
  await page.getByText('مانند یک مشاور پیش بروید', { exact: false }).waitFor();
  await page.getByText('هنوز رخ نداده است').first().waitFor();
  await page.getByLabel('چه چیزی او را کشاند').fill('خانهٔ نو');
  await page.getByRole('button', { name: 'ذخیرهٔ دانسته‌ها' }).click();
  await page.getByText('نوشته شد.').waitFor();
  await visitor.house.tell(visitor.house.leila, 'contact.attempted', {
    channel: 'phone',
    outcome: 'answered',
  });
  await settled(page);
  await visitor.picture(page, 'deal-fa');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'برو به «معرفی محصول»' }).click();
  await dialog.getByRole('button', { name: 'برو به این گام' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'گام کنونی' })
    .filter({ hasText: 'معرفی محصول' })
    .waitFor();
  expect((await dealNow(id)).deal.known).toEqual({ interest: 'خانهٔ نو' });

  // Three steps further: what they ask for is shown, and it goes on only with a reason.
  await page.getByRole('button', { name: /گرفتن پول/ }).click();
  await dialog.getByLabel('نیاز').fill('جای شش نفر');
  await dialog.getByRole('button', { name: 'برو به این گام' }).click();
  await dialog.getByText(/هنوز معلوم نیست؛ دلیل را بنویسید/).waitFor();
  await visitor.picture(page, 'deal-evidence-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByLabel('چرا با این همه پیش می‌روید؟').fill('مشتری قدیمی است');
  await dialog.getByRole('button', { name: 'برو به این گام' }).click();
  await page.getByText('مشتری قدیمی است').waitFor();
  await visitor.house.tell(visitor.house.leila, 'order.paid', { order: 'D-1', amount: 118_000_000 });
  await page.getByRole('banner').first().waitFor();
  await page.getByRole('button', { name: 'فروخته شد' }).first().click();
  await dialog.getByLabel('مبلغ').fill('۱۱٬۸۰۰٬۰۰۰');
  await dialog.getByRole('button', { name: 'فروخته شد' }).click();
  await page
    .getByText('میز ناهارخوری» فروخته شد', { exact: false })
    .or(page.getByText(/فروخته شد\./))
    .first()
    .waitFor();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'گام کنونی' })
    .filter({ hasText: 'فروش جانبی' })
    .waitFor();
  await settled(page);
  await visitor.picture(page, 'deal-won-fa');
  expect((await dealNow(id)).deal.state).toBe('won');
});

test('on the board a card is carried by hand and by keyboard, said aloud, undone, and asked what is missing', async () => {
  const { house } = visitor;
  const chair = await deal('صندلی اداری');
  const shelf = await deal('قفسه');
  await house.tell(house.leila, 'message.received', {});
  await house.ask('PATCH', `/v1/sales/deals/${chair.id}`, { known: { interest: 'اداره' }, revision: 1 });
  const page = await open('/sales/deals?lang=fa');
  const contact = page.getByRole('region', { name: 'ارتباط' });
  const present = page.getByRole('region', { name: 'معرفی محصول' });
  await contact.getByRole('link', { name: 'صندلی اداری' }).waitFor();
  await visitor.picture(page, 'board-fa');
  await expectAccessible(page);

  // By hand: nothing is missing, so it is there at once, and can be taken back.
  const from = await contact.getByRole('article').filter({ hasText: 'صندلی اداری' }).boundingBox();
  const to = await present.boundingBox();
  if (from === null || to === null) throw new Error('The board is not there');
  await page.mouse.move(from.x + 40, from.y + 60);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 70, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + 200, { steps: 8 });
  await page.getByRole('article').nth(2).waitFor();
  await page.mouse.up();
  await present.getByRole('link', { name: 'صندلی اداری' }).waitFor();
  await eventually(async () => (await dealNow(chair.id)).step).toBe('present');
  await page
    .getByRole('button', { name: /برگرد|واگرد/ })
    .first()
    .click();
  await contact.getByRole('link', { name: 'صندلی اداری' }).waitFor();
  await eventually(async () => (await dealNow(chair.id)).step).toBe('contact');

  // By keyboard, with every step said aloud; something is missing, and is asked for.
  await contact.getByRole('button', { name: 'جابه‌جا کردن قفسه' }).focus();
  await page.keyboard.press('Space');
  const said = page.locator('[aria-live=assertive]');
  await eventually(() => said.allInnerTexts().then((all) => all.join(' '))).toContain('برداشتید');
  await page.keyboard.press('ArrowLeft');
  await eventually(() => said.allInnerTexts().then((all) => all.join(' '))).toContain(
    'روی گام معرفی محصول است',
  );
  await page.keyboard.press('Space');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('چه چیزی او را کشاند').fill('انبار');
  await dialog.getByRole('button', { name: 'برو به این گام' }).click();
  await present.getByRole('link', { name: 'قفسه' }).waitFor();
  expect((await dealNow(shelf.id)).deal.known).toEqual({ interest: 'انبار' });

  // Over the sale it is asked what it came to.
  await present.getByRole('button', { name: 'جابه‌جا کردن قفسه' }).focus();
  await page.keyboard.press('Enter');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await eventually(() => said.allInnerTexts().then((all) => all.join(' '))).toContain('سر جایش برگشت');
  expect((await dealNow(shelf.id)).step).toBe('present');
});

atNight('two sellers on one deal: the second sees both versions, and nothing is lost', async () => {
  const { house } = visitor;
  const lamp = await deal('چراغ رومیزی');
  const page = await open(`/sales/deals/${lamp.id}?lang=en`, { as: REZA });
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog').first();
  await dialog.getByLabel('Products they want').fill('lamp, bulb');
  await house.ask('PATCH', `/v1/sales/deals/${lamp.id}`, { amount: 70_000_000, revision: 1 });
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('cell', { name: '7,000,000 toman' }).first().waitFor();
  await visitor.picture(page, 'deal-conflict-en');
  await page.getByRole('button', { name: /mine/i }).click();
  await page.getByText('The deal is saved.').waitFor();
  const now = await house.ask<{ deal: { amount: number; products: string[] } }>(
    'GET',
    `/v1/sales/deals/${lamp.id}`,
  );
  expect(now.deal).toMatchObject({ amount: 70_000_000, products: ['lamp', 'bulb'] });

  // Lost with a reason, and opened again.
  await page.getByRole('button', { name: 'Lost', exact: true }).click();
  await dialog.getByRole('button', { name: 'Lost', exact: true }).click();
  await dialog.getByText('Choose one of the reasons.').waitFor();
  await dialog.getByRole('radio', { name: 'Too expensive' }).check();
  await visitor.picture(page, 'deal-lose-en');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'Lost', exact: true }).click();
  await page.getByText(/This deal was lost on .*: Too expensive/).waitFor();
  await settled(page);
  await visitor.picture(page, 'deal-lost-en');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open again' }).click();
  await page.getByText('The deal is open again.').waitFor();
});

atNight('a step is renamed and another taken away under their deals, which say where they go', async () => {
  const { house } = visitor;
  const desk = await deal('میز تحریر', { step: 'fears' });
  const page = await open('/sales/pipelines?lang=en');
  await page.getByRole('link', { name: 'The sale in seven steps' }).click();
  await page
    .getByRole('button', { name: /Present the product/ })
    .first()
    .click();
  await page
    .getByRole('textbox', { name: /Name of the step/ })
    .last()
    .fill('Show it');
  await visitor.picture(page, 'pipeline-en');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove “Meet the fears”' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Say where the deals of the step go that is taken away.').waitFor();
  await choose(page, 'Which step they go to', 'Agree on the wants');
  await visitor.picture(page, 'pipeline-taken-away-en');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The pipeline is saved.').waitFor();
  expect((await dealNow(desk.id)).step).toBe('agree');
  await page.getByRole('heading', { name: 'Earlier versions' }).waitFor();
  await page.getByRole('link', { name: 'Pipelines' }).last().click();
  await page.getByText('Show it').waitFor();
  await house.ask('GET', '/v1/sales/board');
});

test('who leaves is noticed, and hands everything over; what stands still speaks up; who only reads moves nothing', async () => {
  const { name } = await visitor.house.leave();
  await visitor.house.later(5);
  const page = await open('/sales/deals?lang=fa');
  await page.getByText(`${name} دیگر اینجا کار نمی‌کند`, { exact: false }).waitFor();
  await page
    .getByText(/قدم بعدی ندارد، از/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'مانده', exact: true }).click();
  await settled(page);
  await visitor.picture(page, 'board-stalled-fa');
  await page.getByRole('button', { name: 'دست چه کسی است' }).click();
  const row = page.getByRole('listitem').filter({ hasText: name });
  await row.getByText('دیگر اینجا کار نمی‌کند').waitFor();
  await visitor.picture(page, 'owners-fa');
  await expectAccessible(page);
  await row.getByRole('button', { name: 'سپردن به دیگری' }).click();
  await choose(page, 'به چه کسی', 'رضا کاظمی');
  await page.getByRole('dialog').getByRole('button', { name: 'بسپار' }).click();
  await page.getByText('۱ معامله، ۰ سرنخ و ۰ پیگیری سپرده شد.').waitFor();
  await eventually(() => page.getByRole('listitem').filter({ hasText: name }).count()).toBe(0);

  const reader = await open('/sales/deals?lang=fa', { as: ANALYST });
  await reader.getByRole('link', { name: 'تعمیر سالانه' }).waitFor();
  expect(await reader.getByRole('button', { name: /جابه‌جا کردن/ }).count()).toBe(0);
  expect(await reader.getByRole('button', { name: 'معاملهٔ تازه' }).count()).toBe(0);
});

const PAGES = [
  ['deals', 'معامله‌ها', 'Deals'],
  ['deals?view=list', 'معامله‌ها', 'Deals'],
  ['deals?view=owners', 'معامله‌ها', 'Deals'],
  ['pipelines', 'مسیرهای فروش', 'Pipelines'],
] as const;
type Place = (typeof PAGES)[number];

/** Before every change each page is seen in one of two forms, by turns; each night in all of them. */
const byTurns = (turn: 0 | 1) => PAGES.filter((_, at) => nightly || at % 2 === turn);

async function walk(page: Page, language: 'fa' | 'en', name: string, pages: readonly Place[]): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const [place, persian, english] of pages) {
    const address = new URL(`/sales/${place}`, page.url());
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
  const ugly = await deal(LONG, { amount: 999_999_999_990, products: [LONG], expectedClose: '2026-12-01' });
  const page = await open(`/sales/deals/${ugly.id}?lang=fa`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  await visitor.picture(page, 'fa-1440-deal-ugly');
  expect(await overflow(page)).toBe(0);
  await walk(page, 'fa', 'fa-1440', byTurns(0));
});

atNight('every page in English on a telephone by night', async () => {
  const { deals } = await visitor.house.ask<{ deals: { id: number }[] }>('GET', '/v1/sales/deals?limit=1');
  const page = await open(`/sales/deals/${deals[0]?.id ?? 1}?lang=en`, { ...PHONE, colorScheme: 'dark' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  await visitor.picture(page, 'en-390-dark-deal');
  expect(await overflow(page)).toBe(0);
  await expectAccessible(page);
  await walk(page, 'en', 'en-390-dark', byTurns(1));
});

atNight('every page the other way round: English on a desk by night, Persian on a telephone', async () => {
  await walk(await open('/sales/deals?lang=en', { colorScheme: 'dark' }), 'en', 'en-1440-dark', PAGES);
  await walk(await open('/sales/deals?lang=fa', PHONE), 'fa', 'fa-390', PAGES);
});

test('the browser had nothing to complain of', () => {
  expect(visitor.complaints).toEqual([]);
});
