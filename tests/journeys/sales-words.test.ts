import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { ANALYST } from './small-shop.ts';
import { atNight, nightly, overflow, PHONE, visitorOf } from './visitor.ts';
import { LEILA, openWordsHouse, SARA, SELLER, UPSET } from './words-house.ts';

/** What holds customers back and what answers it; what they say of the shop, and whom they bring, in a real browser. */

const visitor = visitorOf(openWordsHouse, {
  // A friend who is the customer herself, a form sent empty, and the icon that another site does not have.
  expected: /status of (?:404|409|422)/,
});
const { open } = visitor;
const card = (page: Page, name = 'نگرانی‌های این معامله') => page.getByRole('region', { name });

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).last().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('a fear is raised on a deal, answered from the library, settled, and something new goes into the library', async () => {
  const page = await open('/sales/objections?lang=fa');
  await page.getByRole('heading', { name: 'هنوز نگرانی‌ای نوشته نشده است' }).waitFor();
  await visitor.picture(page, 'objections-empty-fa');
  await page.getByRole('button', { name: 'ده نگرانی رایج را بیاور' }).click();
  await page.getByRole('heading', { name: 'گران است.' }).waitFor();
  await page.getByText('۱۰ نگرانی رایج با پاسخ اضافه شد.').waitFor();
  await visitor.picture(page, 'objections-library-fa');
  await expectAccessible(page);

  const deal = await open(`/sales/deals/${visitor.house.deal}?lang=fa`, { as: SELLER });
  await card(deal).getByText('مشتری هنوز نگرانی‌ای نگفته است', { exact: false }).waitFor();
  await card(deal).getByRole('button', { name: 'مشتری نگران است' }).click();
  const dialog = deal.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'کدام نگرانی؟' }).fill('گران');
  await deal.getByRole('option', { name: /گران است/ }).click();
  await dialog.getByText('پول دادن درد دارد.', { exact: false }).waitFor();
  await expectAccessible(deal, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'ثبت نگرانی' }).click();
  // The answers at hand come at once.
  await dialog.getByRole('heading', { name: 'چه پاسخی دادید؟' }).waitFor();
  await dialog.getByRole('button', { name: 'ثبت پاسخ' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('نسبت به چه چیزی گران است؟', { exact: false }).check();
  await dialog.getByLabel('هنوز نه').check();
  await visitor.picture(deal, 'objections-answer-fa');
  await expectAccessible(deal, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'ثبت پاسخ' }).click();
  await card(deal).getByText('باز', { exact: true }).waitFor();
  await card(deal).getByRole('button', { name: 'برطرف شد' }).click();
  await card(deal).getByText('برطرف‌شده').waitFor();

  await card(deal).getByRole('button', { name: 'مشتری نگران است' }).click();
  await dialog.getByRole('button', { name: 'چیز تازه‌ای گفت' }).click();
  await dialog.getByLabel('مشتری چه می‌گوید؟').fill('چای‌تان رنگ نمی‌دهد <b>!</b>');
  await choose(deal, 'ریشهٔ نگرانی', 'کیفیت');
  await dialog.getByRole('button', { name: 'ثبت نگرانی' }).click();
  await dialog.getByLabel('پاسخ', { exact: true }).fill('دو دقیقه بیشتر دم بکشد.');
  await dialog.getByLabel('بله').check();
  await dialog.getByRole('button', { name: 'ثبت پاسخ' }).click();
  await card(deal).getByRole('heading', { name: 'چای‌تان رنگ نمی‌دهد <b>!</b>' }).waitFor();
  await card(deal).getByText('روند').first().click();
  await visitor.picture(deal, 'objections-deal-fa');
  await expectAccessible(deal);

  await page.goto(`${visitor.house.address}/sales/objections?lang=en`);
  const own = page.getByRole('article').filter({ hasText: 'چای‌تان رنگ نمی‌دهد' });
  await own.getByText('raised in 1 deal').waitFor();
  await own.getByRole('button', { name: 'Deals' }).first().click();
  await page.getByRole('dialog').getByRole('link', { name: 'سفارش چای برای مهمانی' }).waitFor();
  await expectAccessible(page, { inside: '[role=dialog]' });
  await page.getByRole('button', { name: 'Close' }).click();
  await own.getByRole('list', { name: 'Answers' }).getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('dialog').getByLabel('Answer').fill('دو دقیقه بیشتر، با آب جوش.');
  await page.getByRole('button', { name: 'Save' }).click();
  await own.getByText('دو دقیقه بیشتر، با آب جوش.').waitFor();
  await visitor.picture(page, 'objections-library-en');
});

test('a customer writes a few lines by a link without a script, which are published on another site and taken back', async () => {
  const { house } = visitor;
  const page = await open(`/sales/deals/${house.deal}?lang=fa`);
  const asking = card(page, 'درخواست معرفی');
  await asking.getByText('حالا وقت خوبی است', { exact: false }).waitFor();
  await asking.getByText('نمرهٔ پیشنهاد ۱۰').waitFor();
  await asking.getByText('چرا؟').click();
  await asking.getByText('نشانه‌های رضایت').waitFor();
  await asking.getByRole('button', { name: 'چند جمله بنویسد' }).click();
  const link = await asking.getByRole('group', { name: 'چند جمله بنویسد' }).locator('code').innerText();
  await asking.getByText('چه بگویم؟').click();
  await asking.getByText(link, { exact: false }).last().waitFor();
  await visitor.picture(page, 'recommendation-card-fa');
  await expectAccessible(page);

  const { path } = await house.ask<{ path: string }>('POST', '/v1/sales/testimonials', {
    person: house.sara,
  });
  const stranger = await open(path, { as: null, javaScriptEnabled: false, ...PHONE });
  await stranger.getByRole('heading', { name: 'تجربه‌تان با چای‌سرای بهار' }).waitFor();
  expect(await overflow(stranger)).toBe(0);
  await visitor.picture(stranger, 'testimonial-form-fa');
  await stranger.getByLabel('تجربهٔ شما').fill('عطر چای‌شان خانه را پر می‌کند.\nباز هم می‌خرم.');
  await stranger.getByLabel('۵ از ۵').check();
  await stranger.getByRole('checkbox').check();
  await stranger.getByRole('button', { name: 'فرستادن' }).click();
  await stranger.getByRole('alert').waitFor();
  await stranger.getByLabel('نامی که نشان داده شود').fill('سارا از تهران');
  await stranger.getByRole('button', { name: 'فرستادن' }).click();
  await stranger.getByRole('heading', { name: 'سپاس از شما' }).waitFor();
  await visitor.picture(stranger, 'testimonial-thanks-fa');

  await page.goto(`${house.address}/sales/objections?view=testimonials&lang=fa`);
  const row = page.getByRole('article').filter({ hasText: SARA });
  await row.getByText('اجازه و روند').click();
  await row.getByText('اجازه می‌دهم چای‌سرای بهار', { exact: false }).waitFor();
  await expectAccessible(page);
  await row.getByRole('button', { name: 'انتشار' }).click();
  await row.getByText('منتشرشده').waitFor();
  await visitor.picture(page, 'testimonials-fa');

  // On the deal of a customer like her it stands beside the fears.
  await page.goto(`${house.address}/sales/deals/${house.deal}?lang=fa`);
  await card(page).getByText('عطر چای‌شان خانه را پر می‌کند', { exact: false }).waitFor();
  await card(page).getByText('خریدار ⁨چای ایرانی⁩', { exact: false }).waitFor();

  await page.goto(`${house.address}/sales/recommendations?view=embed&lang=fa`);
  await page.frameLocator('iframe').getByText('سارا از تهران').waitFor();
  await visitor.picture(page, 'embed-fa');
  const snippet = await page.getByRole('region', { name: 'با اسکریپت' }).locator('code').innerText();
  const site = await open(house.elsewhere(snippet), { as: null });
  await site.getByText('عطر چای‌شان خانه را پر می‌کند', { exact: false }).waitFor();
  await visitor.picture(site, 'embed-elsewhere-fa');
  await expectAccessible(site);
  const plain = await open(house.elsewhere(snippet), { as: null, javaScriptEnabled: false });
  await plain.frameLocator('iframe').getByText('سارا از تهران').waitFor();

  await stranger.getByRole('button', { name: 'پس گرفتن اجازه' }).click();
  await stranger.getByText('اجازه را پس گرفتید', { exact: false }).waitFor();
  await plain.reload();
  await plain.frameLocator('iframe').getByText('هنوز نوشته‌ای نیست.').waitFor();
  await site.reload({ waitUntil: 'networkidle' });
  expect(await site.getByText('عطر چای‌شان', { exact: false }).count()).toBe(0);
});

test('whoever is ready is asked, names a friend, and what the friend buys is counted to the fact', async () => {
  const { house } = visitor;
  const page = await open('/sales/recommendations?lang=fa');
  await page.getByRole('heading', { name: 'هنوز کسی را نمی‌گردیم' }).waitFor();
  await visitor.picture(page, 'recommend-off-fa');
  await page.getByRole('button', { name: 'روشن کن' }).click();
  await page.getByText('دارند بررسی می‌شوند', { exact: false }).first().waitFor();
  await house.look();
  const ready = page.getByRole('list', { name: 'آمادهٔ درخواست' });
  await ready.getByRole('link', { name: LEILA }).waitFor();
  // Somebody with an open complaint is never among them.
  expect(await ready.getByRole('link', { name: UPSET }).count()).toBe(0);
  await visitor.picture(page, 'recommend-ready-fa');
  await expectAccessible(page);
  const row = ready.getByRole('listitem').filter({ hasText: LEILA });
  await row.getByRole('button', { name: 'از او خواستم' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('بعداً').check();
  await dialog.getByLabel('چه روزی برگردم؟').waitFor();
  await visitor.picture(page, 'recommend-ask-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByLabel('بله، معرفی می‌کند').check();
  await dialog.getByRole('button', { name: 'ثبت' }).click();
  // A yes leads on to the friend.
  await dialog.getByRole('heading', { name: 'دوستی که معرفی شد' }).waitFor();
  await dialog.getByLabel('نام دوست').fill('خودش');
  await dialog.getByLabel('موبایل دوست').fill('۰۹۱۲۱۱۱۰۰۰۱');
  await dialog.getByRole('button', { name: 'ثبت دوست' }).click();
  await dialog.getByText('کسی نمی‌تواند خودش را معرفی کند.').waitFor();
  await dialog.getByLabel('نام دوست').fill('هما نیک‌پی');
  await dialog.getByLabel('موبایل دوست').fill('۰۹۳۵۷۷۷۱۲۳۴');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'ثبت دوست' }).click();
  await page.getByText('دوست به سرنخ‌ها اضافه شد.').waitFor();

  const { friends } = await house.ask<{ friends: { person: number }[] }>(
    'GET',
    '/v1/sales/recommendations/friends',
  );
  const friend = friends[0]?.person ?? 0;
  await house.tell(friend, 'order.paid', { order: 'H-1', amount: 30_000_000 });
  await house.tell(friend, 'order.returned', { order: 'H-1', amount: 10_000_000 });
  await page.getByRole('button', { name: 'دوستان و خریدشان' }).click();
  const table = page.getByRole('table').first();
  await table.getByRole('cell', { name: '۲٬۰۰۰٬۰۰۰ تومان' }).waitFor();
  await table.getByRole('button', { name: 'دوستان' }).click();
  await page.getByText('خریدهای ⁨هما نیک‌پی⁩ از زمان معرفی').click();
  await page.getByRole('cell', { name: /^.?۱٬۰۰۰٬۰۰۰.* تومان|−۱٬۰۰۰٬۰۰۰ تومان/ }).waitFor();
  await visitor.picture(page, 'recommend-friends-fa');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'درخواست‌شده‌ها' }).click();
  await page.getByRole('list', { name: 'درخواست‌شده‌ها' }).getByText('بله، معرفی می‌کند').waitFor();
  await visitor.picture(page, 'recommend-asked-fa');
  await page.getByRole('button', { name: 'قاعده', exact: true }).click();
  await page.getByLabel('پس از هر درخواست چند روز صبر کنیم؟').fill('صفر');
  await page.getByRole('button', { name: 'ذخیره' }).click();
  await page.getByText('عددی میان ۱ و ۳۶۵۰ بنویسید.').waitFor();
  await page.getByLabel('پس از هر درخواست چند روز صبر کنیم؟').fill('۹۰');
  await visitor.picture(page, 'recommend-rule-fa');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'ذخیره' }).click();
  await page.getByText('قاعده ذخیره شد', { exact: false }).waitFor();
});

atNight(
  'on a telephone, in the dark and in English everything fits, and whoever only reads is offered nothing to do',
  async () => {
    const { house } = visitor;
    const page = await open('/sales/objections?lang=en', { ...PHONE, colorScheme: 'dark', as: ANALYST });
    await page.getByRole('heading', { level: 1, name: 'Objections and answers' }).waitFor();
    await page.getByRole('article').first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await page.getByRole('button', { name: 'New objection' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Edit' }).count()).toBe(0);
    await visitor.picture(page, 'objections-phone-en-dark');
    await expectAccessible(page);
    // The other views were seen on a desk above; each night on a telephone too.
    for (const view of nightly
      ? ['', '&view=asked', '&view=friends', '&view=embed', '&view=rule']
      : ['&view=rule']) {
      await page.goto(`${house.address}/sales/recommendations?lang=en${view}`);
      await page.getByRole('heading', { level: 1, name: 'Recommendations' }).waitFor();
      await page.locator('main [aria-busy=true]').waitFor({ state: 'detached' });
      expect([view, await overflow(page)]).toEqual([view, 0]);
      await visitor.picture(page, `recommend-phone-en-dark${view.replaceAll(/[^a-z]/g, '')}`);
    }
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
    expect(visitor.complaints).toEqual([]);
  },
);
