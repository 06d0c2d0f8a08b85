import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { LEILA, LONG, openLeadsHouse, REZA } from './leads-house.ts';
import { ANALYST } from './small-shop.ts';
import { atNight, eventually, nightly, overflow, PHONE, visitorOf } from './visitor.ts';

/** Leads as sales answers them, and what a good one is as marketing and sales settle it, in a real browser. */

const visitor = visitorOf(openLeadsHouse, {
  // Refusals that are tried on purpose.
  expected: /status of (?:404|409|422)/,
});
const { open } = visitor;

async function settled(page: Page): Promise<void> {
  await eventually(() => page.locator('main [aria-busy=true]').count()).toBe(0);
}

interface Captured {
  readonly lead: number;
}
const capture = (person: number, more: object = {}): Promise<Captured> =>
  visitor.house.ask<Captured>('POST', '/v1/sales/leads', { person, source: 'سایت', ...more });

test('a lead is written down, seen with its reasons, accepted, asked the three questions and goes on as a deal', async () => {
  const { house } = visitor;
  await house.someone(LEILA, [
    ['content.downloaded', 40],
    ['message.received', 2],
    ['newsletter.subscribed', 30],
  ]);
  const page = await open('/sales/leads?lang=fa', { as: REZA });
  await page.getByRole('heading', { name: 'سرنخی در دست فروش نیست' }).waitFor();
  await visitor.picture(page, 'leads-empty-fa');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'سرنخ تازه' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'سرنخ تازه' }).click();
  await dialog.getByText('بنویسید از کجا آمد.').waitFor();
  await dialog.getByText('بگویید چه کسی.').waitFor();
  await dialog.getByLabel('چه کسی').fill('لیلا');
  await page.getByRole('option', { name: new RegExp(LEILA) }).click();
  await dialog.getByLabel('از کجا آمد').fill('نمایشگاه');
  await dialog.getByLabel('خودش قیمت یا دیدن کالا را خواست').check();
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'سرنخ تازه' }).click();

  await page.getByRole('heading', { level: 1, name: LEILA }).waitFor();
  await page.getByText('در انتظار پاسخ').waitFor();
  await page.getByText('دست بلند کرده است', { exact: false }).waitFor();
  await settled(page);
  await visitor.picture(page, 'lead-handed-fa');
  await expectAccessible(page);
  // Which fact gave how many points, decayed to what.
  const scores = page.getByRole('region', { name: 'این امتیازها از کجاست' });
  const download = scores.getByRole('listitem').filter({ hasText: 'دریافت محتوا' });
  await download.getByText('یک رویداد', { exact: true }).click();
  await download.getByText('دریافت محتوا ·', { exact: false }).waitFor();

  await page.getByRole('button', { name: 'می‌پذیرم' }).click();
  await page.getByText('پذیرفته', { exact: true }).waitFor();
  const questions = page.getByRole('region', { name: 'سه پرسش' });
  for (const question of ['می‌توانیم کمکش کنیم؟', 'به ما نیاز دارد؟', 'رابطهٔ ماندگار با او می‌خواهیم؟'])
    await questions
      .getByRole('group', { name: question })
      .first()
      .getByRole('button', { name: 'بله' })
      .click();
  await questions.getByLabel('یادداشت').last().fill('مشتری سالانه می‌شود');
  await questions.getByRole('button', { name: 'نگه دار' }).click();
  await page.getByText('تأییدشده', { exact: true }).waitFor();
  await visitor.picture(page, 'lead-qualified-fa');

  await page.getByRole('button', { name: 'باز کردن معامله' }).click();
  await dialog.getByLabel('عنوان معامله').fill('میز کنفرانس');
  await dialog.getByRole('button', { name: 'باز کردن معامله' }).click();
  await page.waitForURL(/\/sales\/deals\/\d+/);
  await house.pass();
  await page.goto(`${house.address}/sales/leads?lang=fa&view=closed`);
  await page.getByText('معامله شد').waitFor();
});

test('a lead that is not wanted is refused with a reason, and two who answer at once see each other', async () => {
  const { house } = visitor;
  const person = await house.someone('امید رستگار', []);
  const { lead } = await capture(person, { hand: true });
  const page = await open(`/sales/leads?lang=fa&lead=${lead}`);
  await page.getByRole('button', { name: 'رد با دلیل…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'رد کن' }).click();
  await dialog.getByText('یکی از دلیل‌ها را انتخاب کنید.').waitFor();
  await dialog.getByLabel('توان خرید ندارد').check();
  await dialog.getByLabel('یادداشت').fill('سال آینده');
  await visitor.picture(page, 'lead-refuse-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  // Meanwhile somebody else gives it to a colleague.
  const { lead: seen } = await house.ask<{ lead: { revision: number } }>('GET', `/v1/sales/leads/${lead}`);
  await house.ask('POST', `/v1/sales/leads/${lead}/assign`, { revision: seen.revision, owner: null });
  await dialog.getByRole('button', { name: 'رد کن' }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'نوشتهٔ من بماند' }).click();
  await page.getByText('ردشده', { exact: true }).waitFor();
  await page.getByText('کاری به او نداریم', { exact: false }).waitFor();
  await page.goto(`${house.address}/sales/leads?lang=fa&view=refused`);
  await page.getByText('توان خرید ندارد').waitFor();
});

atNight(
  'what is late is seen, what is ugly is readable, and on a telephone nothing is pushed sideways',
  async () => {
    const { house } = visitor;
    for (const [index, name] of ['نرگس صالحی', LONG, 'Ed'].entries())
      await capture(
        await house.someone(name, [
          ['page.viewed', 1],
          ['cart.updated', index],
        ]),
        {
          source: index === 1 ? LONG : 'تلفن',
          hand: index !== 2,
        },
      );
    const page = await open('/sales/leads?lang=fa');
    await page.getByRole('button', { name: /در دست فروش/ }).waitFor();
    await settled(page);
    await visitor.picture(page, 'leads-team-fa');
    await expectAccessible(page);
    await page.getByRole('button', { name: /در پرورش/ }).click();
    await page.getByRole('link', { name: 'Ed' }).waitFor();
    const phone = await open('/sales/leads?lang=en', { ...PHONE, colorScheme: 'dark' });
    await phone.getByRole('heading', { level: 1, name: 'Leads' }).waitFor();
    await settled(phone);
    expect(await overflow(phone)).toBe(0);
    await visitor.picture(phone, 'leads-phone-en-dark');
    await expectAccessible(phone);
    await phone
      .getByRole('link', { name: /نمایشگاه/ })
      .first()
      .click();
    await phone.getByRole('heading', { name: 'Where these scores come from' }).waitFor();
    await settled(phone);
    expect(await overflow(phone)).toBe(0);
    await visitor.picture(phone, 'lead-phone-en-dark');
    await expectAccessible(phone);
  },
);

test('the definition is changed, tried on the past, and put in force', async () => {
  const { house } = visitor;
  const buyer = await house.someone('پری معتمد', [
    ['message.received', 20],
    ['content.downloaded', 20],
  ]);
  await house.tell(buyer, 'order.paid', { order: 'F-9', amount: 1_000_000 });
  const page = await open('/sales/qualification?lang=fa');
  await page.getByRole('heading', { name: 'تناسب: چه کسی است' }).waitFor();
  await settled(page);
  await visitor.picture(page, 'qualification-fa');
  await expectAccessible(page);
  // A rule that brings nothing is told of where it stands, and is not put in force.
  const download = page.getByRole('article', { name: /دریافت محتوا/ });
  await download.getByRole('button', { name: 'ویرایش' }).click();
  await download.getByLabel('امتیاز', { exact: true }).fill('۰');
  await download.getByText('صفر امتیاز دارد', { exact: false }).first().waitFor();
  expect(await page.getByRole('button', { name: 'به کار انداختن' }).isDisabled()).toBe(true);
  await download.getByLabel('امتیاز', { exact: true }).fill('۳۰');
  await expectAccessible(page);
  const enter = page.getByRole('group', { name: 'رفتن به فروش' });
  await enter.getByLabel('درگیری').fill('۴۰');
  await page.getByText('درگیری به ۴۰ برسد', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'نگه داشتن پیش‌نویس' }).click();
  await page.getByText('پیش‌نویس', { exact: false }).first().waitFor();

  await page.getByRole('button', { name: 'آزمودن روی گذشته' }).last().click();
  await page.getByRole('button', { name: 'اجرا روی گذشته' }).click();
  await page.waitForURL(/trial=\d+/);
  await house.runTrial(Number(new URL(page.url()).searchParams.get('trial')));
  await page.getByText('با پیش‌نویس', { exact: false }).waitFor();
  await page.getByRole('link', { name: 'پری معتمد' }).waitFor();
  await settled(page);
  await visitor.picture(page, 'qualification-trial-fa');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'تعریف', exact: true }).click();
  await page.getByRole('button', { name: 'به کار انداختن' }).click();
  await page.getByRole('dialog').getByLabel('چه چیزی عوض شد').fill('درگیری کمتر');
  await page.getByRole('dialog').getByRole('button', { name: 'به کار انداختن' }).click();
  await page.getByText('نسخهٔ ۱ به کار افتاد').waitFor();
  await page.getByRole('button', { name: 'نسخه‌ها' }).click();
  await page.getByText('درگیری کمتر').waitFor();
  await page.setViewportSize(PHONE.viewport);
  expect(await overflow(page)).toBe(0);
  if (!nightly) return;
  const phone = await open('/sales/qualification?lang=en', PHONE);
  await phone.getByRole('heading', { name: 'Fit: who they are' }).waitFor();
  expect(await overflow(phone)).toBe(0);
  await visitor.picture(phone, 'qualification-phone-en');
  await expectAccessible(phone);
});

test('marketing and sales look at the same leads, and where they differ it is said', async () => {
  const { house } = visitor;
  const page = await open('/sales/qualification?lang=fa&view=review');
  await page.getByRole('heading', { name: 'هنوز با هم نگاه نکرده‌اید' }).waitFor();
  await page.getByRole('button', { name: 'بازبینی تازه' }).click();
  const refused = page.getByRole('article').filter({ hasText: 'امید رستگار' });
  await refused.getByRole('button', { name: 'خوب', exact: true }).click();
  await eventually(() => refused.getByText('نظری نیست').count()).toBe(1);

  const seller = await open('/sales/qualification?lang=fa&view=review', { as: REZA });
  const same = seller.getByRole('article').filter({ hasText: 'امید رستگار' });
  await same.getByLabel('یادداشت').fill('پول نداشت');
  await same.getByRole('button', { name: 'بد', exact: true }).click();
  await same.getByText('یک نظر نیستند').waitFor();
  await settled(seller);
  await visitor.picture(seller, 'review-fa');
  await expectAccessible(seller);
  expect(await seller.getByRole('button', { name: 'بستن بازبینی' }).count()).toBe(0);
  await page.reload();
  await page.getByText('پول نداشت').first().waitFor();
  await page.getByRole('button', { name: 'بستن بازبینی' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'بستن بازبینی' }).click();
  await eventually(() => page.getByRole('button', { name: 'بازبینی تازه' }).count()).toBe(1);
  await house.pass();
});

atNight('whoever only reads sees why and is offered nothing', async () => {
  const page = await open('/sales/leads?lang=en', { as: ANALYST });
  await page.getByRole('link', { name: 'نرگس صالحی' }).click();
  await page.getByRole('heading', { name: 'Where these scores come from' }).waitFor();
  expect(await page.getByRole('button', { name: /Accept|Refuse|Put away/ }).count()).toBe(0);
  await page.goto(`${visitor.house.address}/sales/qualification?lang=en`);
  await page.getByRole('heading', { name: 'Fit: who they are' }).waitFor();
  expect(await page.getByRole('button', { name: /Put in force|New rule/ }).count()).toBe(0);
  expect(visitor.complaints).toEqual([]);
});
