import { expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible } from './accessibility.ts';
import { openAgreementHouse, SELLER } from './agreement-house.ts';
import { atNight, eventually, overflow, PHONE, visitorOf } from './visitor.ts';

/** Wants read back, a quotation accepted on a phone that runs no script, the order and the money, in a real browser. */

const visitor = visitorOf(openAgreementHouse, {
  // A link that is none, a form that is not whole and a discount beyond the guard are tried on purpose.
  expected: /status of (?:404|409|422)/,
});
const { open } = visitor;
const ofDeal = (language = 'fa') => `/sales/deals/${visitor.house.deal}?lang=${language}`;
const card = (page: Page, name = 'توافق') => page.getByRole('region', { name, exact: true });

/** Opens a row of the card, unless it is open already. */
async function unfold(row: Locator): Promise<void> {
  const fold = row.locator('button[aria-expanded]').first();
  await fold.waitFor();
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
}

/** The link that is shown once. */
async function linkShown(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog');
  const link = await dialog.locator('code').innerText();
  await dialog.getByRole('button').last().click();
  return new URL(link).pathname;
}

test('what the customer wants is read back to them, put right, and confirmed without a script', async () => {
  const page = await open(ofDeal(), { as: SELLER });
  await card(page).getByText('هنوز چیزی با مشتری توافق نشده است', { exact: false }).waitFor();
  await card(page).getByRole('button', { name: 'خواندن خواسته‌ها' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('خواستهٔ ۱', { exact: true }).fill('کفش ضدآب برای برف');
  await dialog.getByRole('button', { name: 'خواستهٔ دیگر' }).click();
  await dialog.getByLabel('خواستهٔ ۲', { exact: true }).fill('تحویل پیش از دی');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'نگه‌داشتن پیش‌نویس' }).click();
  await card(page).getByRole('button', { name: 'فرستادن و گرفتن پیوند' }).click();
  const path = await linkShown(page);

  const phone = await open(path, { as: null, javaScriptEnabled: false, ...PHONE });
  await phone.getByRole('heading', { name: 'خواسته‌های شما' }).waitFor();
  await phone.getByLabel('درست است', { exact: true }).first().check();
  await phone.getByLabel('درست نیست', { exact: true }).nth(1).check();
  await phone.getByLabel('توضیح (اگر هست)').nth(1).fill('پیش از یلدا');
  await visitor.picture(phone, 'agreement-wants-phone');
  await phone.getByRole('button', { name: 'فرستادن پاسخ' }).click();
  await phone.getByText('آن‌چه درست نبود را اصلاح می‌کنیم', { exact: false }).waitFor();

  await page.reload();
  await card(page).getByText('پیش از یلدا').waitFor();
  await card(page).getByRole('button', { name: 'نسخهٔ تازه' }).click();
  await dialog.getByLabel('خواستهٔ ۲', { exact: true }).fill('تحویل پیش از یلدا');
  await dialog.getByRole('button', { name: 'نگه‌داشتن پیش‌نویس' }).click();
  await card(page).getByRole('button', { name: 'فرستادن و گرفتن پیوند' }).click();
  const second = await linkShown(page);
  await phone.goto(new URL(path, visitor.house.address).href);
  await phone.getByText('نسخهٔ تازه‌تری جای این را گرفته است', { exact: false }).waitFor();
  await phone.goto(new URL(second, visitor.house.address).href);
  for (const place of [0, 1]) await phone.getByLabel('درست است', { exact: true }).nth(place).check();
  await phone.getByRole('button', { name: 'فرستادن پاسخ' }).click();
  await phone.getByText('خواسته‌هایتان تأیید شد', { exact: false }).waitFor();
  await page.reload();
  await card(page).getByText('تأییدشده', { exact: true }).waitFor();
});

test('a quotation is written by keyboard and from a sheet, accepted on a phone, ordered and paid', async () => {
  const page = await open(ofDeal(), { as: SELLER });
  await card(page).getByRole('button', { name: 'پیش‌فاکتور تازه' }).click();
  const dialog = page.getByRole('dialog');
  const cell = (name: string, line: string) => dialog.getByLabel(`${name}، سطر ${line}`, { exact: true });
  await eventually(() => cell('شرح', '۱').inputValue()).toBe('کفش کوه');
  await dialog.getByRole('button', { name: 'نگه‌داشتن پیش‌نویس' }).click();
  await dialog.getByText('۱ سطر درست نیست.').waitFor();
  await cell('فی', '۱').fill('۱٬۲۵۰٬۰۰۰');
  await cell('تعداد', '۱').fill('2');
  await cell('تعداد', '۱').press('Enter');
  await expect(cell('تعداد', '۲').evaluate((one) => one === document.activeElement)).resolves.toBe(true);
  await cell('شرح', '۲').focus();
  await page.evaluate(() => {
    const pasted = new DataTransfer();
    pasted.setData('text/plain', 'بند کفش\t2.5\t40,000\nواکس (بی‌رنگ)\t1\t85,000\nهدیه\t0\t0\n');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }),
    );
  });
  await dialog.getByText('۲ سطر چسبانده شد.', { exact: false }).waitFor();
  await dialog.getByText('ردیف ۳', { exact: false }).waitFor();
  await dialog.getByLabel('تخفیف روی همه').fill('۵٪');
  await dialog.getByText('۲٬۸۰۵٬۸۲۵ تومان').waitFor();
  await dialog.getByLabel('گارانتی (ماه)').fill('۱۲');
  await visitor.picture(page, 'agreement-editor-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'نگه‌داشتن پیش‌نویس' }).click();
  await card(page).getByRole('button', { name: 'فرستادن با پیامک' }).click();
  const path = await linkShown(page);
  await eventually(visitor.house.texted).toContain(path);

  const phone = await open(path, { as: null, javaScriptEnabled: false, ...PHONE });
  await phone.getByText('بند کفش').waitFor();
  await visitor.picture(phone, 'agreement-quotation-phone');
  await phone.getByLabel('خواندم و می‌پذیرم').check();
  await phone.getByRole('button', { name: 'می‌پذیرم', exact: true }).click();
  await phone.getByText('پیش‌فاکتور پذیرفته شد', { exact: false }).waitFor();

  await page.reload();
  await card(page).getByRole('button', { name: 'ثبت سفارش' }).click();
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'ثبت سفارش' }).click();
  await page.getByText('سفارش SO-1 ثبت شد.').waitFor();
  await card(page).getByRole('button', { name: 'ثبت پرداخت' }).click();
  await dialog.getByLabel('مبلغ دریافتی').fill('۱٬۰۰۰٬۰۰۰');
  await dialog.getByLabel('روش پرداخت').fill('نقد');
  await dialog.getByRole('button', { name: 'ثبت', exact: true }).click();
  await card(page).getByText('مانده است', { exact: false }).first().waitFor();
  await card(page).getByRole('button', { name: 'ثبت پرداخت' }).click();
  await dialog.getByRole('button', { name: 'ثبت', exact: true }).click();
  await card(page).getByText('همهٔ مبلغ پرداخت شده است.').waitFor();
  await visitor.picture(page, 'agreement-card-fa');
  await expectAccessible(page);
  const { deal } = await visitor.house.ask<{ deal: { state: string } }>(
    'GET',
    `/v1/sales/deals/${visitor.house.deal}`,
  );
  expect(deal.state).toBe('won');
  await phone.reload();
  await phone.getByText('SO-1').waitFor();
  await phone.getByText('همهٔ مبلغ پرداخت شده است', { exact: false }).waitFor();
});

test('a discount beyond the guard waits for a manager; the letterhead is the manager’s too', async () => {
  await visitor.house.guard();
  const { agreements } = await visitor.house.ask<{ agreements: { id: number; kind: string }[] }>(
    'GET',
    `/v1/sales/agreements?deal=${visitor.house.deal}`,
  );
  expect(agreements.map(({ kind }) => kind)).toEqual(['quotation', 'wants']);
  const drafted = await visitor.house.ask<{ id: number }>('POST', '/v1/sales/agreements', {
    deal: visitor.house.deal,
    draft: {
      kind: 'quotation',
      language: 'en',
      content: {
        title: `Boots ${'very long <b>word</b> '.repeat(8)}`,
        lines: [
          {
            sku: 'K-42',
            text: 'Boots (کفش کوه)',
            quantity: 1000,
            unit: '',
            unitPrice: 10_000_000,
            discount: { kind: 'share', share: 3000 },
            taxRate: 1000,
          },
        ],
        discount: { kind: 'none' },
        rounding: 10,
        validUntil: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
        delivery: '',
        terms: '',
        guaranteeMonths: 0,
        service: null,
        askAfterDays: 0,
        proof: false,
      },
    },
  });
  expect(drafted.id).toBeGreaterThan(0);
  const page = await open(ofDeal(), { as: SELLER });
  await card(page).getByText('برای فرستادن، اجازهٔ مدیر لازم است', { exact: false }).waitFor();
  await card(page).getByRole('button', { name: 'درخواست اجازه' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'درخواست اجازه' }).click();
  await dialog.getByText('دلیل را بنویسید.').waitFor();
  await dialog.getByLabel('دلیل').fill('همکار قدیمی');
  await dialog.getByRole('button', { name: 'درخواست اجازه' }).click();
  await card(page).getByText('منتظر اجازهٔ مدیر').waitFor();

  const today = await open('/sales?lang=en');
  const waiting = today.getByRole('region', { name: 'Quotations that wait for approval' });
  await waiting.waitFor();
  await visitor.picture(today, 'agreement-waiting-en');
  await waiting.getByRole('link').click();
  await today.waitForURL(`**${ofDeal('').split('?')[0]}**`);
  const manager = await open(ofDeal('en'));
  const english = card(manager, 'Agreement');
  await english.getByRole('button', { name: 'Approve', exact: true }).click();
  await manager.getByRole('dialog').getByLabel('Reason').fill('fine');
  await manager.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await english.getByText('approved', { exact: true }).waitFor();
  await visitor.picture(manager, 'agreement-card-en');
  await english.getByRole('button', { name: 'Send and get the link' }).click();
  const path = await linkShown(manager);
  await manager.setViewportSize(PHONE.viewport);
  expect(await overflow(manager)).toBe(0);
  await visitor.picture(manager, 'agreement-card-en-phone');

  const reader = await open(path, { as: null, ...PHONE, colorScheme: 'dark' });
  await reader.getByText('To be paid').waitFor();
  expect(await overflow(reader)).toBe(0);
  await visitor.picture(reader, 'agreement-quotation-en-dark');
  await expectAccessible(reader);
  await reader.getByText('Decline', { exact: true }).click();
  await reader.getByLabel('Reason (it helps us do better)').fill('too dear');
  await reader.getByRole('button', { name: 'I decline' }).click();
  await reader.getByText('Your answer is noted', { exact: false }).waitFor();
  await reader.goto(new URL(`${path.slice(0, -4)}AAAA`, visitor.house.address).href);
  await reader.getByRole('heading', { name: 'This link does not work' }).waitFor();

  const paper = await open('/sales/paper?lang=fa');
  await paper.getByLabel('نام روی سربرگ').fill('فروشگاه کوه');
  await paper.getByLabel('تلفن‌ها').fill('021-8877 6655');
  await paper.getByRole('button', { name: 'نگه‌داشتن' }).click();
  await paper.getByText('نگه داشته شد.').waitFor();
  await paper.locator('input[type=file]').setInputFiles({
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
      'base64',
    ),
  });
  await paper.getByRole('img', { name: 'نشان کسب‌وکار' }).waitFor();
  await visitor.picture(paper, 'agreement-paper-fa');
  await expectAccessible(paper);
  await paper.setViewportSize(PHONE.viewport);
  expect(await overflow(paper)).toBe(0);
});

test('what was paid for comes back by lines and then whole; what is taken beside it goes where there is a deal', async () => {
  await visitor.house.ask('PUT', '/v1/sales/belongs/pairs', {
    item: 'کفش کوه',
    other: 'جوراب پشمی',
    own: true,
    revision: null,
  });
  const page = await open(ofDeal(), { as: SELLER });
  const dialog = page.getByRole('dialog');
  const beside = page.getByRole('region', { name: 'چه چیزی همراهش می‌رود' });
  await beside.getByRole('button', { name: 'پذیرفت: \u2068جوراب پشمی\u2069' }).click();
  await beside.getByText('برای «\u2068جوراب پشمی\u2069» معاملهٔ تازه‌ای باز شد', { exact: false }).waitFor();
  await beside.getByRole('link', { name: 'دیدن معامله' }).waitFor();

  const row = card(page).getByRole('listitem').filter({ hasText: 'همهٔ مبلغ پرداخت شده است' }).first();
  await unfold(row);
  await row.getByRole('button', { name: 'ثبت برگشت' }).click();
  await dialog.getByLabel('بعضی سطرها').check();
  await dialog.getByLabel('تعداد برگشتی سطر ۱').fill('۳');
  await dialog.getByLabel('دلیل').fill('اندازه نبود');
  await dialog.getByRole('button', { name: 'ثبت برگشت' }).click();
  await dialog.getByText('می‌تواند برگردد', { exact: false }).waitFor();
  await dialog.getByLabel('تعداد برگشتی سطر ۱').fill('۱');
  await dialog.getByText('۱٬۳۰۶٬۲۵۰ تومان به مشتری پس داده می‌شود').waitFor();
  await visitor.picture(page, 'agreement-return-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'ثبت برگشت' }).click();
  await page.getByText('برگشت ثبت شد.').waitFor();
  await card(page).getByText('۱٬۳۰۶٬۲۵۰ تومان برگشت خورده', { exact: false }).waitFor();
  await page.getByText('برگشتی', { exact: true }).waitFor();
  await visitor.picture(page, 'agreement-returned-part-fa');

  const english = await open(ofDeal('en'), { ...PHONE, colorScheme: 'dark' });
  const own = card(english, 'Agreement');
  await unfold(own.getByRole('listitem').filter({ hasText: 'came back' }).first());
  await own.getByRole('button', { name: 'Take back' }).click();
  const sheet = english.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Take back' }).click();
  await sheet.getByText('Write the reason', { exact: false }).waitFor();
  await sheet.getByLabel('Reason').fill('all of it');
  await visitor.picture(english, 'agreement-return-en-phone-dark');
  await sheet.getByRole('button', { name: 'Take back' }).click();
  await own.getByText('All of the order came back', { exact: false }).first().waitFor();
  expect(await overflow(english)).toBe(0);
  await visitor.picture(english, 'agreement-returned-en-phone-dark');
  const { deal } = await visitor.house.ask<{ deal: object }>('GET', `/v1/sales/deals/${visitor.house.deal}`);
  expect(deal).toMatchObject({ state: 'won', returned: 28_058_250 });
});

atNight(
  'a message that did not go out is said on the card; an order is called off and its deal lost',
  async () => {
    const { ask } = visitor.house;
    const old = await ask<{ deal: { person: number } }>('GET', `/v1/sales/deals/${visitor.house.deal}`);
    const made = await ask<{ id: number }>('POST', '/v1/sales/deals', {
      person: old.deal.person,
      title: 'چادر',
      amount: null,
      products: ['چادر دونفره'],
      owner: null,
      expectedClose: null,
    });
    const first = await ask<{ versions: { content: object }[] }>('GET', '/v1/sales/agreements/2');
    const drafted = await ask<{ id: number; revision: number; version: number }>(
      'POST',
      '/v1/sales/agreements',
      {
        deal: made.id,
        draft: {
          kind: 'quotation',
          language: 'fa',
          content: { ...first.versions[0]?.content, discount: { kind: 'none' } },
        },
      },
    );
    const sent = await ask<{ link: string }>('POST', `/v1/sales/agreements/${drafted.id}/send`, {
      revision: drafted.revision,
    });
    await visitor.house.loseText(drafted.id, drafted.version);
    const page = await open(`/sales/deals/${made.id}?lang=fa`, { as: SELLER });
    await card(page).getByText('نرفت', { exact: false }).waitFor();
    await visitor.picture(page, 'agreement-not-texted-fa');
    await card(page).getByRole('button', { name: 'پیوند تازه برای فرستادن' }).click();
    const again = await linkShown(page);
    expect(again).not.toBe(new URL(sent.link).pathname);
    await card(page).getByRole('alert').getByRole('button', { name: 'پیامک دوباره' }).click();
    const path = await linkShown(page);
    await eventually(visitor.house.texted).toContain(path);
    await card(page).getByRole('alert').waitFor({ state: 'detached' });

    const phone = await open(path, { as: null, javaScriptEnabled: false, ...PHONE });
    await phone.getByLabel('خواندم و می‌پذیرم').check();
    await phone.getByRole('button', { name: 'می‌پذیرم', exact: true }).click();
    await ask('POST', `/v1/sales/agreements/${drafted.id}/order`, {});
    await ask('POST', `/v1/sales/agreements/${drafted.id}/payments`, {
      amount: 10_000_000,
      before: 0,
      method: 'کارت',
      note: '',
    });
    await page.reload();
    await card(page).getByRole('button', { name: 'لغو سفارش' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('۱٬۰۰۰٬۰۰۰ تومان پیش‌تر گرفته شده است', { exact: false }).waitFor();
    await dialog.getByLabel('باخته شود').check();
    await dialog.getByRole('button', { name: 'لغو سفارش' }).click();
    await dialog.getByText('یکی از دلیل‌ها را انتخاب کنید.').waitFor();
    await dialog.getByLabel('دلیل', { exact: true }).fill('سفرشان لغو شد');
    await dialog.getByLabel('چرا باخته شد').click();
    await page.getByRole('option', { name: 'دیگر نیاز ندارد' }).click();
    await visitor.picture(page, 'agreement-cancel-fa');
    await expectAccessible(page, { inside: '[role=dialog]' });
    await dialog.getByRole('button', { name: 'لغو سفارش' }).click();
    await card(page).getByText('سفارش لغو شد', { exact: true }).waitFor();
    await visitor.picture(page, 'agreement-cancelled-fa');
    const { deal } = await ask<{ deal: object }>('GET', `/v1/sales/deals/${made.id}`);
    expect(deal).toMatchObject({ state: 'lost', lostReason: 'no-need', lostNote: 'سفرشان لغو شد' });
    await phone.reload();
    await phone.getByText('این سفارش لغو شده است.').waitFor();
    expect(visitor.complaints).toEqual([]);
  },
);
