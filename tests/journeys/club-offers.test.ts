import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { openOffersHouse, UGLY } from './offers-house.ts';
import { ANALYST } from './small-shop.ts';
import { atNight, eventually, nightly, overflow, PHONE, visitorOf } from './visitor.ts';

/** Thanks for chosen people under the guard, the books and the referrals of the club, in a real browser. */

const visitor = visitorOf(openOffersHouse, { expected: /status of (409|422)/ });
const { open } = visitor;

async function settled(page: Page): Promise<void> {
  await eventually(() => page.locator('main [aria-busy=true]').count()).toBe(0);
}

async function looked(page: Page, name: string): Promise<void> {
  await settled(page);
  await visitor.picture(page, name);
  expect([name, await overflow(page)]).toEqual([name, 0]);
  await expectAccessible(page);
}

/** From page to page as a link goes. */
async function to(page: Page, path: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const address = new URL(path, page.url()).href;
  await page.evaluate((href) => history.pushState({}, '', href), address);
  await page.waitForURL(address);
  await settled(page);
}

test('an offer of five per cent and a free service is written, read as the customer does, and begun with the guard’s advice', async () => {
  const page = await open('/club/offers?lang=fa');
  await page.getByRole('heading', { name: 'هنوز پیشنهادی نیست' }).waitFor();
  await looked(page, 'offers-empty-fa');
  await page.getByRole('button', { name: 'پیشنهاد تازه' }).click();
  await page.getByRole('heading', { level: 1, name: 'پیشنهاد تازه' }).waitFor();
  await page.getByRole('button', { name: 'نگه‌داشتن پیش‌نویس' }).click();
  await page.getByText('نام را بنویسید.').first().waitFor();
  await page.getByLabel('نام پیشنهاد').first().fill('سپاس پاییز');
  await page.getByLabel('نام خدمت یا هدیه').first().fill('یک سال سرویس رایگان');
  await page.getByLabel('هزینه برای شما').fill('۴۰٬۰۰۰');
  await page.getByLabel('متن سپاس').first().fill('سه سال است با مایید؛ این سرویس مهمان ما.');
  const preview = page.getByRole('region', { name: 'آنچه مشتری می‌خواند' });
  await preview.getByText('۵٪ تخفیف').waitFor();
  await preview.getByText('سه سال است با مایید').waitFor();
  await page.getByText('سقف هزینه ندارد').waitFor();
  await looked(page, 'offers-form-fa');
  await page.getByRole('button', { name: 'نگه‌داشتن پیش‌نویس' }).click();
  const list = page.getByRole('list', { name: 'پیشنهادها' });
  await list.getByText('امتیاز قدردانی ۶۰ به بالا').waitFor();
  await page.getByRole('button', { name: /^آغاز/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('سقف هزینه ندارد').waitFor();
  await visitor.picture(page, 'offers-activate-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'آغاز', exact: true }).click();
  await list.getByText('برقرار').waitFor();
  await looked(page, 'offers-list-fa');
});

test('whom an offer is for is told on its page, each with the reason', async () => {
  const { people }: { people: { id: number }[] } = await visitor.house.ask('POST', '/v1/till/find', {
    text: 'سارا کریمی',
  });
  const offer = {
    name: { fa: 'مهمانی وفاداران', en: 'For the loyal' },
    gives: { kind: 'percent', share: 500 },
    when: { zone: 'Asia/Tehran' },
    by: 'itself',
    announcement: 'private',
    stacking: { exclusive: false, order: 1 },
    newcomers: false,
  };
  await visitor.house.ask('POST', '/v1/club/offers', {
    ...offer,
    key: 'loyal',
    for: { who: { measure: 'count', of: 'order.paid', atLeast: 5 }, appreciation: 10 },
  });
  await visitor.house.ask('POST', '/v1/club/offers', { ...offer, key: 'listed', for: { chosen: true } });
  await visitor.house.ask('POST', '/v1/club/offers/listed/people', { add: [people[0]?.id] });
  const page = await open('/club/offers?offer=loyal&lang=fa');
  const meant = page.getByRole('region', { name: 'برای چه کسانی است' });
  await meant.getByRole('button', { name: 'نشان بده' }).click();
  const list = meant.getByRole('list', { name: 'برای چه کسانی است' });
  await list.getByText(UGLY).waitFor();
  await list.getByRole('link', { name: 'سارا کریمی' }).waitFor();
  expect(await list.getByText(/^امتیاز قدردانی/).count()).toBe(3);
  await list.getByText(/۱۴ رویداد/).waitFor();
  await looked(page, 'offer-people-fa');
  await to(page, '/club/offers?offer=listed&lang=fa');
  await meant.getByRole('button', { name: 'نشان بده' }).click();
  await list.getByText(/در فهرست گذاشت$/).waitFor();
  expect(await list.getByRole('link').allTextContents()).toEqual(['سارا کریمی']);
});

test('what rests on an offer is said before it is archived, and afterwards the reward says why nobody can have it', async () => {
  const { house } = visitor;
  await house.ask('POST', '/v1/club/offers', {
    key: 'autumn',
    name: { fa: 'ده درصد پاییز', en: 'Autumn tenth' },
    for: {},
    gives: { kind: 'percent', share: 1_000 },
    when: { zone: 'Asia/Tehran' },
    by: 'code',
    announcement: 'private',
    stacking: { exclusive: false, order: 1 },
    newcomers: true,
  });
  await house.ask('PUT', '/v1/club/offers/autumn/state', { state: 'active', revision: 1 });
  const definition = {
    key: 'autumn-code',
    name: { fa: 'کد پاییز', en: 'Autumn code' },
    what: { kind: 'discount', offer: 'autumn' },
    price: { kind: 'fixed', wallet: 'points', units: 1 },
    proof: false,
  };
  await house.ask('POST', '/v1/club/rewards', definition);
  await house.ask('PUT', '/v1/club/rewards/autumn-code', { definition, state: 'active', revision: 1 });
  const terms = { uses: 1, usesPerPerson: null, validFrom: null, validUntil: null };
  await house.ask('POST', '/v1/club/vouchers', {
    ...terms,
    name: 'برگه‌های پاییز',
    offer: 'autumn',
    count: 2,
  });

  const page = await open('/club/rewards?lang=fa');
  const card = page.getByRole('listitem').filter({ hasText: 'کد پاییز' }).first();
  await card.getByText('در عرضه').waitFor();
  expect(await card.getByText('گرفتنی نیست').count()).toBe(0);
  await to(page, '/club/offers?lang=fa');
  await page.getByRole('button', { name: /^بایگانی .*ده درصد پاییز/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^پاداش‌های در عرضه: .*کد پاییز/).waitFor();
  await dialog.getByText(/^دسته‌های کد: .*برگه‌های پاییز/).waitFor();
  await visitor.picture(page, 'offers-archive-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'بایگانی', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await to(page, '/club/rewards?lang=fa');
  await card.getByText('گرفتنی نیست').waitFor();
  await card.getByText('پیشنهادی که کدش می‌آورد بایگانی شده است', { exact: false }).waitFor();
  await looked(page, 'rewards-closed-fa');
  await to(page, '/club/vouchers?lang=fa');
  await page.getByText('پیشنهادش برقرار نیست').waitFor();
});

atNight(
  'a public tenth without a known base is advised against, and half of it with a service is proposed with both costs',
  async () => {
    const page = await open('/club/offers?view=guard&lang=fa');
    await page.getByRole('button', { name: 'افزودن خدمت' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('نام خدمت یا هدیه').first().fill('قهوهٔ مهمان');
    await dialog.getByLabel('هزینه برای شما').fill('۲۰٬۰۰۰');
    await dialog.getByRole('button', { name: 'ذخیره' }).click();
    await page.getByText('هزینه ۲۰٬۰۰۰ تومان').waitFor();
    await looked(page, 'guard-fa');

    await to(page, '/club/offers?make=true&lang=fa');
    await page.getByRole('combobox', { name: 'نوع' }).click();
    await page.getByRole('option', { name: 'درصد', exact: true }).click();
    await page.getByLabel('درصد').fill('۱۰');
    await page.getByLabel('نام پیشنهاد').first().fill('ده درصد همگانی');
    await page.getByRole('combobox', { name: 'خبر دادن' }).click();
    await page.getByRole('option', { name: 'همگانی' }).click();
    await page.getByText('هدف ماه یا فروش مشتریان وفادار معلوم نیست').waitFor();
    await page.getByText(/به جایش: ۵۰٬۰۰۰ تومان تخفیف و .*۷۰٬۰۰۰ تومان است، به جای ۱۰۰٬۰۰۰ تومان/).waitFor();
    await visitor.picture(page, 'offers-instead-fa');
    await page.getByRole('button', { name: 'همین را می‌گذارم' }).click();
    await page.getByRole('region', { name: 'آنچه مشتری می‌خواند' }).getByText('۵٪ تخفیف و').waitFor();
  },
);

test('the weights come to a hundred, a score is told, and an award is given', async () => {
  const page = await open('/club/offers?view=appreciation&lang=fa');
  await page.getByLabel('وزن وفاداری').fill('۴۰');
  await page.getByText('جمع: ۱۱۵ از ۱۰۰').waitFor();
  await page.getByRole('button', { name: 'به صد برسان' }).click();
  await page.getByText('جمع: ۱۰۰ از ۱۰۰').waitFor();
  await page.getByRole('button', { name: 'ذخیره' }).click();
  await page.getByText('ذخیره شد.').waitFor();
  const { settings } = await visitor.house.ask<{
    settings: { appreciation: { parts: { weight: number }[] } };
  }>('GET', '/v1/club/offer-settings');
  expect(settings.appreciation.parts.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  expect(settings.appreciation.parts[0]?.weight).not.toBe(25);

  // What the business thanks for besides: a part is added with its measure, and another one taken away.
  await page.getByLabel('افزودن بخش').click();
  await page.getByRole('option', { name: 'کیفیت همکاری' }).click();
  await page.getByRole('textbox', { name: 'نام بخش به فارسی' }).fill('خوش‌قولی در همکاری');
  await page.getByRole('button', { name: 'نشانهٔ تازه' }).click();
  await page.getByText('نام یا شرطی کم است').waitFor();
  const save = page.getByRole('button', { name: 'ذخیره' });
  expect(await save.isDisabled()).toBe(true);
  const sign = page.getByRole('group', { name: 'نشانهٔ ۳' });
  await sign.getByRole('textbox', { name: /به فارسی/ }).fill('مرجوعی نداشته');
  await sign.getByRole('textbox', { name: /به انگلیسی/ }).fill('nothing returned');
  await sign.getByRole('button', { name: '+ شرط' }).click();
  await page.getByRole('button', { name: 'برداشتن وفاداری' }).click();
  await page.getByRole('button', { name: 'به صد برسان' }).click();
  await looked(page, 'appreciation-part-fa');
  await save.click();
  await page.getByText('خوش‌قولی در همکاری').first().waitFor();
  await save.waitFor({ state: 'detached' });
  const { settings: changed } = await visitor.house.ask<{
    settings: { appreciation: { parts: { key: string; of: { kind: string; signs?: object[] } }[] } };
  }>('GET', '/v1/club/offer-settings');
  const { parts } = changed.appreciation;
  expect(parts.some(({ key }) => key === 'loyalty')).toBe(false);
  expect(parts.at(-1)).toMatchObject({ key: 'cooperation-2', of: { kind: 'cooperation' } });
  expect(parts.at(-1)?.of.signs).toHaveLength(3);

  await page.getByLabel('نام یا موبایل').fill('سارا');
  await page.getByRole('option', { name: /سارا کریمی/ }).click();
  await page.getByText('۸ خرید').first().waitFor();
  await page
    .getByRole('button', { name: /^دادن جایزه به/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'خبر دادن' }).click();
  await page.getByRole('option', { name: 'همگانی' }).click();
  await visitor.picture(page, 'award-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'دادن جایزه' }).click();
  await page.getByText('مشتری برتر سال، جایگاه ۱').waitFor();
  await looked(page, 'appreciation-fa');
});

/** Somebody takes a cinema ticket of a partner, for which 5,000 toman are owed. */
async function owePartner(): Promise<void> {
  const { people }: { people: { id: number; balances: { wallet: string; available: number }[] }[] } =
    await visitor.house.ask('POST', '/v1/till/find', { text: 'سارا کریمی' });
  const [sara] = people;
  const balance = sara?.balances.find(({ available }) => available > 0);
  const definition = {
    key: 'cinema',
    name: { fa: 'بلیت سینما', en: 'Cinema ticket' },
    what: { kind: 'partner' },
    price: { kind: 'fixed', wallet: balance?.wallet, units: 1 },
    partner: { key: 'cinema', name: 'سینما بهمن', owed: 50_000 },
    proof: false,
  };
  await visitor.house.ask('POST', '/v1/club/rewards', definition);
  await visitor.house.ask('PUT', '/v1/club/rewards/cinema', { definition, state: 'active', revision: 1 });
  await visitor.house.ask('POST', '/v1/club/rewards/cinema/redeem', { person: sara?.id });
}

test('a referral in review is approved with a reason, and the books are opened', async () => {
  const page = await open('/club/referrals?view=review&lang=fa');
  await settled(page);
  await looked(page, 'referrals-review-fa');
  await page.getByRole('button', { name: 'بی‌اشکال است' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('دلیل').fill('دو خواهرند و یک گوشی دارند');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'بی‌اشکال است' }).click();
  await page.getByText('چیزی در انتظار بررسی نیست').waitFor();
  await to(page, '/club/referrals?lang=fa');
  await looked(page, 'referrals-fa');
  await owePartner();
  await to(page, '/club/books?lang=fa');
  await page.getByText('اختلاف صفر است').first().waitFor();
  // What is owed to a partner this month, and what offers can still cost.
  await page
    .getByRole('group', { name: 'حساب با شریکان' })
    .getByRole('row', { name: /سینما بهمن .*۵٬۰۰۰ تومان/ })
    .waitFor();
  await page.getByRole('heading', { name: 'اگر همهٔ پیشنهادهای باز گرفته شود' }).waitFor();
  // Who pays for a reward: the part of the partner stands apart.
  await page.getByRole('group', { name: 'به تفکیک' }).getByRole('button', { name: 'شریک' }).click();
  await page
    .getByRole('group', { name: 'چه کسی می‌پردازد' })
    .getByRole('row', { name: /سینما بهمن .*۵٬۰۰۰ تومان به او بدهکاریم/ })
    .waitFor();
  await settled(page);
  await looked(page, 'books-fa');
});

atNight('everything in English on a telephone by night, for somebody who may only read', async () => {
  const page = await open('/club/offers?lang=en', { ...PHONE, colorScheme: 'dark', as: ANALYST });
  const pages = [
    ['/club/offers?lang=en', 'Offers'],
    ['/club/offers?view=guard&lang=en', 'Offers'],
    ['/club/offers?view=appreciation&lang=en', 'Offers'],
    ['/club/referrals?view=top&lang=en', 'Referrals'],
    ['/club/books?lang=en', 'Books of the club'],
  ] as const;
  for (const [path, name] of pages.filter((_, at) => nightly || at % 2 === 0)) {
    await to(page, path);
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await looked(page, `en-390-dark-${path.replaceAll(/[^a-z]+/g, '-')}`);
    expect(
      await page.getByRole('button', { name: /New offer|Change the guard|Give an award|^Save$/ }).count(),
    ).toBe(0);
  }
  await to(page, '/club/offers?offer=loyal&lang=en');
  const meant = page.getByRole('region', { name: 'Who it is for' });
  await meant.getByRole('button', { name: 'Show them' }).click();
  await meant.getByText(UGLY).waitFor();
  await looked(page, 'offer-people-en-390-dark');
});

atNight('a part of the score is written in English on a telephone in the dark', async () => {
  const page = await open('/club/offers?view=appreciation&lang=en', { ...PHONE, colorScheme: 'dark' });
  await page.getByLabel('Add a part').click();
  await page.getByRole('option', { name: 'Money they spent' }).click();
  await page.getByLabel('Full from').waitFor();
  await page
    .getByRole('button', { name: /^Change what is full for quality/ })
    .first()
    .click();
  await page.getByRole('group', { name: 'Sign 2' }).waitFor();
  await looked(page, 'appreciation-part-en-390-dark');
});

test('nothing was wrong underneath', () => {
  expect(visitor.complaints).toEqual([]);
});
