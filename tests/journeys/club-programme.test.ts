import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { ANALYST, fact, openSmallShop } from './small-shop.ts';
import { atNight, overflow, PHONE, visitorOf } from './visitor.ts';

/** Whoever designs the club: from nothing to a programme that is tried on last year, published and in force. */

const BUYERS = 40;
const ORDERS = 5;

const visitor = visitorOf(
  async () => {
    const shop = await openSmallShop({ jobs: true, analyst: true });
    await shop.tell(
      Array.from({ length: BUYERS * ORDERS }, (_, at) => {
        const buyer = at % BUYERS;
        return fact(
          {
            mobile: `0912888${String(1000 + buyer)}`,
            name: buyer === 7 ? 'نگار <i>پرخرید</i> 🌸' : `خریدار ${buyer}`,
          },
          'order.paid',
          320 - Math.floor(at / BUYERS) * 60 - buyer / 10,
          {
            order: `O-${at}`,
            amount: 1_000_000 + buyer * 150_000,
            channel: at % 3 === 0 ? 'online' : 'حضوری',
          },
          `club-${at}`,
        );
      }),
    );
    return shop;
  },
  // What is not there yet is asked for by whoever begins a club, and a saving that came too late is refused.
  { expected: /status of (?:404|409)/ },
);
const { open, picture } = visitor;

const keptWord = (page: Page) => page.getByText(/^پیش‌نویس نگه داشته شد|^Draft kept/);
const step = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: /گام‌های طراحی|Steps of the design/ }).getByRole('button', { name });
const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: /نماهای برنامه|Views of the programme/ }).getByRole('link', { name });

describe('from nothing to a club in force', () => {
  test('a club is chosen, changed, found wrong, mended, tried on last year and published', async () => {
    const page = await open('/club');
    await page.getByText('هنوز باشگاهی ندارید').waitFor();
    await expectAccessible(page);
    await picture(page, 'club-none-fa-1440-light');
    await page.getByRole('link', { name: 'شروع باشگاه' }).click();

    await page.getByText('simoclub.com').waitFor();
    await picture(page, 'club-presets-fa-1440-light');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'انتخاب «امتیاز برای خرید و برای همراهی»' }).click();
    await keptWord(page).waitFor();
    await step(page, /شناخت رفتار/).waitFor();

    // A goal first, and a budget: what a club is for, and what it may give.
    await step(page, /هدف‌ها/).click();
    await page.getByRole('button', { name: 'هدف تازه' }).click();
    await page.getByText(/سهم خریدارانی که دوباره می‌خرند تا .* به ۳۰٪ برسد/).waitFor();
    await step(page, /بودجه/).click();
    await page.getByRole('button', { name: 'گذاشتن بودجه' }).click();
    await page.getByLabel(/سقف پولی/).fill('۲۰٬۰۰۰');
    await page.getByText('بودجه: ۲۰٬۰۰۰ تومان در ماه').first().waitFor();

    // A shop whose customers have joined nothing yet can try its club on all of them.
    await step(page, /برای چه کسانی/).click();
    await page.getByLabel('عضو کیست').click();
    await page.getByRole('option', { name: /شناخته شده عضو است/ }).click();

    // One rule: read as a sentence, changed, made wrong, and mended.
    await step(page, /قاعده‌ها/).click();
    const online = page.getByRole('article', { name: 'خرید اینترنتی' });
    await online.getByText('برای هر خرید، فقط از ⁨online⁩: ۱ امتیاز برای هر ۹٬۰۰۰ تومان.').waitFor();
    await online.getByRole('button', { name: 'ویرایش' }).click();
    const amount = online.getByRole('textbox', { name: 'برای هر' });
    await amount.fill('۵۰۰۰');
    await amount.blur();
    await online.getByText('۱ امتیاز برای هر ۵٬۰۰۰ تومان.').waitFor();
    const except = online.getByLabel('جز کانال‌ها');
    await except.fill('online');
    await except.blur();
    const publish = page.getByRole('button', { name: 'منتشر کن' });
    await step(page, /۱ ایراد/).waitFor();
    expect(await publish.isDisabled()).toBe(true);
    expect(await except.getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
    await picture(page, 'club-rules-fault-fa-1440-light');
    await except.fill('');
    await except.blur();
    await step(page, /۱ ایراد/).waitFor({ state: 'detached' });
    await keptWord(page).waitFor();

    // On everybody's orders of the last year.
    await view(page, 'آزمودن روی پارسال').click();
    await page.getByText('هنوز چیزی آزموده نشده').waitFor();
    await page.getByLabel(/سود از فروش/).fill('۳۰');
    await page.getByRole('button', { name: 'بیازما' }).click();
    await page.getByRole('heading', { name: 'ماه به ماه' }).waitFor();
    await page.getByText('در برابر هدف‌ها').first().waitFor();
    await page.getByText('بیش از سقف').first().waitFor();
    await page
      .getByRole('link', { name: /^خریدار/ })
      .first()
      .waitFor();
    await expectAccessible(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await picture(page, 'club-trial-fa-1440-light');

    await publish.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('از این لحظه باشگاه برقرار می‌شود').waitFor();
    await dialog.getByLabel(/یادداشت برای تاریخچه/).fill('آغاز پاییز');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'منتشر کن' }).click();
    await page.getByText(/^همان است که برقرار است: نسخهٔ ۱/).waitFor();
    await view(page, 'نسخه‌ها').click();
    await page.getByRole('article', { name: 'نسخهٔ ۱' }).getByText('آغاز پاییز').waitFor();

    await page.goto(`${visitor.house.address}/club`);
    await page.getByText(/^نسخهٔ ۱ از .* برقرار است\.$/).waitFor();
    await page.getByRole('heading', { name: 'هدف‌ها در برابر وضع امروز' }).waitFor();
    await page.getByRole('heading', { name: 'بخش‌های باشگاه' }).waitFor();
    await page.getByText('آنچه به اعضا بدهکارید').waitFor();
    await expectAccessible(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await picture(page, 'club-overview-fa-1440-light');

    // And on a person's page what they have in it.
    await page.goto(`${visitor.house.address}/people/${visitor.house.sara}`);
    await page.getByRole('heading', { name: 'در باشگاه' }).waitFor();
    await page.getByRole('heading', { name: 'آخرین گردش‌ها' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'club-person-fa-1440-light');
  });

  test('rules share one gift, a fact is asked about, referral has its bounds, and an earlier trial is opened again', async () => {
    const page = await open('/club/programme?step=rules');
    const main = page.getByRole('main');
    await page.getByRole('button', { name: 'کنار هم گذاشتن قاعده‌ها' }).click();
    const group = page.getByRole('group', { name: 'گروه ۱' });
    await group.getByText('هنوز قاعده‌ای در این گروه نیست.').waitFor();
    await group.getByLabel('کدام قاعده‌ها').click();
    const [first, second] = [page.getByRole('option').nth(0), page.getByRole('option').nth(1)];
    await first.click();
    await second.click();
    await page.keyboard.press('Escape');
    await group.getByText(/^از .* فقط آن که بیشتر می‌ارزد می‌دهد$/).waitFor();
    await group.getByLabel('کدام‌شان بدهد').click();
    await page.getByRole('option', { name: 'اولی در فهرست بالا' }).click();
    await main
      .getByText(/فقط اولی می‌دهد/)
      .first()
      .waitFor();

    // A survey that was answered well, and only that.
    await page.getByRole('button', { name: 'قاعدهٔ تازه' }).click();
    const rule = page.getByRole('article', { name: 'قاعدهٔ تازه' });
    await rule.getByLabel('وقتی که').click();
    await page.getByRole('option', { name: 'رویدادی ثبت می‌شود' }).click();
    await rule.getByLabel('کدام رویداد').click();
    await page.getByRole('option', { name: 'پاسخ نظرسنجی' }).click();
    await rule.getByRole('button', { name: 'فقط آن‌هایی که' }).click();
    await rule.getByLabel('کدام فیلد').selectOption({ label: 'نمره' });
    await rule
      .getByRole('group', { name: 'برای چه', exact: true })
      .getByRole('textbox', { name: 'مقدار' })
      .fill('۹');
    await rule.getByText(/برای هر پاسخ نظرسنجی .*نمره.* ۹/).waitFor();
    await keptWord(page).waitFor();
    await expectAccessible(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await picture(page, 'club-groups-fa-1440-light');

    await step(page, /معرفی دوستان/).click();
    await page.getByLabel('حداکثر دوست در ماه').fill('۳');
    await page.getByText('حداکثر ۳ دوست در ماه.').waitFor();
    await page.getByText('آنچه بررسی می‌شود').click();
    await page.getByLabel('بررسی از').fill('۷۰');
    await keptWord(page).waitFor();
    await expectAccessible(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await picture(page, 'club-referral-bounds-fa-1440-light');

    // Nobody is known to have been brought here, and the trial says so; the one before is still there.
    await view(page, 'آزمودن روی پارسال').click();
    const kept = page.getByRole('region', { name: 'آزمون‌های نگه‌داشته' });
    await kept.getByRole('listitem').waitFor();
    await page.getByRole('button', { name: 'بیازما' }).click();
    await page.getByText('پس هزینهٔ معرفی این‌جا صفر است').waitFor();
    await kept.getByRole('button', { name: /^دیدن آزمون/ }).click();
    await page.getByText('این نتیجهٔ نوشتهٔ پیشین است').waitFor();
    expect(await kept.getByRole('listitem').count()).toBe(2);
    await expectAccessible(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await picture(page, 'club-trials-fa-1440-light');

    // The shop's old system told by which number somebody was brought, a little before they bought first.
    await visitor.house.tell([
      fact({ mobile: '09128881005' }, 'referral.made', 319.9, { friend: '۰۹۱۲ ۸۸۸ ۱۰۰۳' }, 'club-brought'),
    ]);
    await page.getByRole('button', { name: 'بیازما' }).click();
    await page.getByText(/^۱ دوست معرفی‌شده می‌شناسیم که برای ۱ نفرشان پاداش داده می‌شد/).waitFor();
    const cost = page.getByRole('group', { name: 'معرفی دوستان' });
    await cost.getByRole('row', { name: /برای معرف ۱ ۱۰ امتیاز/ }).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await picture(page, 'club-trial-referral-fa-1440-light');
  });

  atNight('the same in English in the dark, at both widths', async () => {
    for (const [width, coming] of [
      ['390', { ...PHONE, colorScheme: 'dark' }],
      ['1440', { colorScheme: 'dark' }],
    ] as const) {
      const page = await open('/club/programme?lang=en&step=rules', coming);
      await page
        .getByRole('group', { name: 'Group 1' })
        .getByText(/only the first gives/)
        .waitFor();
      await page.getByRole('article', { name: 'New rule' }).getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('button', { name: 'Only those with' }).waitFor();
      const looked = async (name: string) => {
        await expectAccessible(page);
        expect([name, await overflow(page)]).toEqual([name, 0]);
        await picture(page, `${name}-en-${width}-dark`);
      };
      await looked('club-groups');
      await step(page, /Referral/).click();
      await page.getByText('At most 3 friends a month.').waitFor();
      await looked('club-referral-bounds');
      await view(page, 'Try on last year').click();
      await page
        .getByRole('region', { name: 'Trials that are kept' })
        .getByRole('listitem')
        .first()
        .waitFor();
      await page
        .getByRole('button', { name: /^Open the trial/ })
        .first()
        .click();
      await page.getByText('1 friend is known to have been brought').waitFor();
      await looked('club-trials');
    }
  });

  atNight(
    'in English at the width of a telephone a change is read before it is published, and two writers meet',
    async () => {
      const page = await open('/club/programme?lang=en&step=wallets', PHONE);
      const points = page.getByRole('article', { name: 'Points' });
      await points.getByText('1 point for 100 toman off').first().waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await points.getByRole('button', { name: 'Edit' }).click();
      const days = points.getByLabel('Days to wait');
      await days.fill('20');
      await days.blur();
      await points.getByText(/Can be spent after 20 days/).waitFor();
      await keptWord(page).waitFor();
      await expectAccessible(page);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await picture(page, 'club-wallets-en-390-light');

      // Somebody else writes the same draft meanwhile.
      const other = await open('/club/programme?lang=en&step=goals');
      await other.getByRole('button', { name: 'Add a goal' }).click();
      await keptWord(other).waitFor();
      await days.fill('25');
      await days.blur();
      const clash = page.getByRole('dialog', { name: 'Somebody else wrote this draft too' });
      await clash.getByText('Both fit together.').waitFor();
      await expectAccessible(page);
      await clash.getByRole('button', { name: 'Keep both' }).click();
      await keptWord(page).waitFor();

      await page.getByRole('button', { name: 'Publish' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Goal “⁨New goal⁩” added').waitFor();
      await dialog.getByText('Wallet “⁨Points⁩” changed').waitFor();
      await picture(page, 'club-publish-en-390-light');
      await dialog.getByRole('button', { name: 'Publish' }).click();
      await page.getByText(/^As it is in force: version 2/).waitFor();
      await view(page, 'Versions').click();
      const second = page.getByRole('article', { name: 'Version 2' });
      await second.getByRole('button', { name: 'What changed?' }).click();
      await second.getByText('Goal “⁨New goal⁩” added').waitFor();
      await expectAccessible(page);
    },
  );

  test('who may only read reads it all and changes nothing', async () => {
    const page = await open('/club/programme?step=rules', { as: ANALYST, colorScheme: 'dark' });
    await page.getByText('۱ امتیاز برای هر ۵٬۰۰۰ تومان').waitFor();
    expect(await page.getByRole('button', { name: /ویرایش|منتشر کن|قاعدهٔ تازه/ }).count()).toBe(0);
    await expectAccessible(page);
    await picture(page, 'club-reader-fa-1440-dark');
  });
});

test('the browser had nothing to complain of', () => {
  expect(visitor.complaints).toEqual([]);
});
