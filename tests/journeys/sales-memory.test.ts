import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { CHILD, MOTHER, openMemoryHouse, SELLER } from './memory-house.ts';
import { ANALYST } from './small-shop.ts';
import { atNight, eventually, overflow, PHONE, visitorOf } from './visitor.ts';

/** What was said, by whom it was promised, who wants what and what belongs with it, as a seller puts it down and finds it. */

const visitor = visitorOf(openMemoryHouse, {
  // A budget turned around, and a pair that somebody wrote down already, are tried on purpose.
  expected: /status of (?:409|422)/,
});
const { open } = visitor;
const ofDeal = (search = 'lang=fa') => `/sales/deals/${visitor.house.deal}?${search}`;
const memory = (page: Page, name = 'حافظهٔ گفت‌وگو') => page.getByRole('region', { name });
const beside = (page: Page) => page.getByRole('region', { name: 'چه چیزی همراهش می‌رود' });

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).last().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('a whole conversation is put down in one go, said otherwise later, and its promise is kept', async () => {
  const page = await open(ofDeal(), { as: SELLER });
  await memory(page).getByText('هنوز چیزی از گفت‌وگو', { exact: false }).waitFor();
  await visitor.picture(page, 'memory-empty-fa');
  await memory(page).getByRole('button', { name: 'چه گفته شد؟' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('خلاصهٔ گفت‌وگو').fill('برای تولد پسرش دنبال دوچرخه است.');
  const add = (name: string) => dialog.getByRole('button', { name, exact: true }).click();
  await add('نیاز');
  await dialog.getByLabel('چه کم دارد؟', { exact: false }).fill('چیزی که سینا را از خانه بیرون ببرد');
  await add('خواسته');
  const want = dialog.getByRole('group', { name: 'خواسته' });
  await want.getByLabel('چه می‌خواهد؟', { exact: false }).fill('دوچرخهٔ دنده‌ای آبی');
  await want.getByLabel('کالا').fill('دوچرخه');
  await add('بودجه');
  await dialog.getByLabel('دست‌کم').fill('۹٬۰۰۰٬۰۰۰');
  await dialog.getByLabel('دست‌بالا').fill('۷٬۰۰۰٬۰۰۰');
  await add('برای چه می‌خرد');
  await choose(page, 'با آن چه می‌کند', 'به کسی می‌دهد');
  await add('نقش');
  await choose(page, 'نقش', 'استفاده می‌کند');
  const role = dialog.getByRole('group', { name: 'نقش' });
  await role.getByRole('combobox', { name: 'چه کسی' }).fill('سینا');
  await page.getByRole('option', { name: new RegExp(CHILD) }).click();
  await choose(page, 'نسبتش با مشتری', 'مشتری برای او می‌خرد');
  await add('افزودن قول');
  await dialog.getByLabel('چه قولی', { exact: false }).fill('عکس رنگ آبی را بفرستیم');
  await add('قدم بعدی را بگذارید');
  await dialog.getByLabel('ساعت', { exact: false }).fill('۱۶:۳۰');
  await visitor.picture(page, 'memory-form-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'نوشتن گفت‌وگو' }).click();
  await dialog.getByText('کمترین مبلغ از بیشترین مبلغ بزرگ‌تر است.').waitFor();
  await dialog.locator('fieldset[data-refused=true] > legend', { hasText: 'بودجه' }).waitFor();
  // What was typed is not lost when the page is.
  await page.reload();
  await memory(page).getByRole('button', { name: 'چه گفته شد؟' }).click();
  await dialog.getByText('آنچه ناتمام نوشته بودید برگشت.').waitFor();
  await dialog.getByLabel('دست‌کم').fill('۵٬۰۰۰٬۰۰۰');
  await dialog.getByRole('button', { name: 'نوشتن گفت‌وگو' }).click();
  await page.getByText('گفت‌وگو نوشته شد و قدم بعدی گذاشته شد.').waitFor();

  const card = memory(page);
  await card.getByText('از ۵٬۰۰۰٬۰۰۰ تومان تا ۷٬۰۰۰٬۰۰۰ تومان').waitFor();
  await card.getByText('خریدار و مصرف‌کننده یکی نیستند').waitFor();
  await card.getByText('چه کسی تصمیم می‌گیرد').waitFor();
  await card.getByRole('link', { name: CHILD }).waitFor();
  await visitor.picture(page, 'memory-full-fa');
  await expectAccessible(page);

  await card.getByRole('button', { name: 'کارهای «⁨دوچرخهٔ دنده‌ای آبی⁩»' }).click();
  await page.getByRole('menuitem', { name: 'تغییر گفته' }).click();
  await dialog.getByLabel('چه می‌خواهد؟', { exact: false }).fill('دوچرخهٔ دنده‌ای قرمز');
  await dialog.getByRole('button', { name: 'نوشتن', exact: true }).click();
  await card.getByText('دوچرخهٔ دنده‌ای قرمز').waitFor();
  await card.getByRole('button', { name: 'یک بار تغییر کرده' }).click();
  await dialog.getByText('دوچرخهٔ دنده‌ای آبی').waitFor();
  await expectAccessible(page, { inside: '[role=dialog]' });
  await page.keyboard.press('Escape');

  await card.getByRole('button', { name: 'سرانجام «⁨عکس رنگ آبی را بفرستیم⁩»' }).click();
  await page.getByRole('menuitem', { name: 'روزی دیگر' }).click();
  await dialog.getByLabel('چرا یا چطور').fill('خودش خواست');
  await dialog.getByRole('button', { name: 'نوشتن', exact: true }).click();
  await card.getByText('یک قول پیشین').waitFor();
  await card.getByRole('button', { name: 'سرانجام «⁨عکس رنگ آبی را بفرستیم⁩»' }).click();
  await page.getByRole('menuitem', { name: 'انجام شد' }).click();
  await card.getByText('قول بازی نیست.').waitFor();
});

test('what belongs with a bicycle is said in words and numbers; taken, it joins the deal', async () => {
  const page = await open(ofDeal(), { as: SELLER });
  const card = beside(page);
  await card.getByText('از ۱۲۰ خرید که «⁨دوچرخه⁩» داشت، ۴۸ تا «⁨کلاه ایمنی⁩» هم داشت.').waitFor();
  await card.getByText('یک چیز کنار گذاشته شد').click();
  await card.getByText(/خریده است/).waitFor();
  await visitor.picture(page, 'belongs-fa');
  await card.getByRole('button', { name: /پذیرفت: .*کلاه ایمنی/ }).click();
  await page.getByText('به معامله افزوده شد', { exact: false }).waitFor();
  await eventually(async () => {
    const { deal } = await visitor.house.ask<{ deal: { products: string[] } }>(
      'GET',
      `/v1/sales/deals/${visitor.house.deal}`,
    );
    return deal.products;
  }).toEqual(['دوچرخه', 'کلاه ایمنی']);
  await card.getByRole('button', { name: /نخواست: .*لاستیک/ }).click();
  await card.getByText('۳ چیز کنار گذاشته شد').waitFor();
  await card.getByRole('button', { name: /بعداً: .*تلمبه/ }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'یادم بینداز' }).click();
  await card.getByText('گفت بعداً', { exact: false }).waitFor();
});

test('a marketer finds who wants it and what is promised; the owner writes what to say', async () => {
  const { ask, mother } = visitor.house;
  await ask('POST', '/v1/sales/memory', {
    person: mother,
    note: { kind: 'want', text: `چرخ کمکی ${'بی‌پایان <b>long</b> '.repeat(30)}`, product: 'چرخ کمکی' },
  });
  await ask('POST', '/v1/sales/promises', {
    person: mother,
    side: 'them',
    text: 'اندازهٔ قد سینا را می‌گوید',
    dueOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
  });
  const page = await open('/sales/wants?lang=fa', { as: SELLER });
  const list = page.getByRole('list', { name: 'چه کسی چه می‌خواهد' });
  await list.getByRole('link', { name: MOTHER }).first().waitFor();
  await page.getByLabel('کالا یا خواسته').fill('چرخ كمكي');
  await eventually(() => list.getByRole('listitem').count()).toBe(1);
  await visitor.picture(page, 'wants-fa');
  await expectAccessible(page);
  await page.getByLabel('کالا یا خواسته').fill('یخچال');
  await page.getByText('کسی این را نخواسته است.').waitFor();
  await page.getByRole('button', { name: 'قول‌ها' }).click();
  await page.getByText('اندازهٔ قد سینا را می‌گوید').waitFor();
  await expectAccessible(page);
  await page.setViewportSize(PHONE.viewport);
  expect(await overflow(page)).toBe(0);

  const pairs = await open('/sales/belongs?lang=fa');
  await pairs.getByRole('button', { name: 'نوشتن جفت' }).click();
  const dialog = pairs.getByRole('dialog');
  await dialog.getByLabel('کسی که این را می‌خرد').fill('دوچرخه');
  await dialog.getByLabel('این را هم لازم دارد').fill('دوچرخه');
  await dialog.getByLabel('جملهٔ فارسی').fill('برای {item}، {other} هم بردارید.');
  await dialog.getByRole('button', { name: 'نوشتن', exact: true }).click();
  await dialog.getByText('یک کالا همراه خودش نمی‌شود', { exact: false }).waitFor();
  await dialog.getByLabel('این را هم لازم دارد').fill('چراغ');
  await expectAccessible(pairs, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'نوشتن', exact: true }).click();
  await pairs.getByText('برای دوچرخه، چراغ هم بردارید.').waitFor();
  await visitor.picture(pairs, 'pairs-fa');
  await expectAccessible(pairs);
  await pairs.setViewportSize(PHONE.viewport);
  expect(await overflow(pairs)).toBe(0);
});

atNight(
  'on a telephone, in English, who may only read sees all of it and is offered nothing to write',
  async () => {
    const page = await open(ofDeal('lang=en'), { as: ANALYST, ...PHONE });
    const card = memory(page, 'What was said');
    await card.getByText('Who plays which part').waitFor();
    await page
      .getByRole('region', { name: 'What belongs with it' })
      .getByText(/Of 120 purchases/)
      .first()
      .waitFor();
    expect(await card.getByRole('button', { name: 'What was said?' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Taken/ }).count()).toBe(0);
    expect(await overflow(page)).toBe(0);
    await visitor.picture(page, 'memory-en-phone');
    await expectAccessible(page);
    expect(visitor.complaints).toEqual([]);
  },
);
