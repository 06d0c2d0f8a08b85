import { expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { fact, openSmallShop } from './small-shop.ts';
import { eventually, atNight, overflow, visitorOf } from './visitor.ts';

/** A member of staff with one person's file open: what they look up, write down and put right. */

const NASRIN = { mobile: '09121230001', name: 'نسرین بهرامی' };

let nasrin = 0;
let friend = 0;

const visitor = visitorOf(
  async () => {
    const shop = await openSmallShop();
    [nasrin = 0, friend = 0] = await shop.tell([
      fact(NASRIN, 'order.paid', 40, { order: 'N-1', amount: 2_500_000, channel: 'حضوری' }, 'nasrin-1'),
      fact({ mobile: '09121230002', name: 'پویا <b>شاد</b>' }, 'visit.made', 3, {}, 'pouya-1'),
      fact(NASRIN, 'product.bought', 40, { order: 'N-1', product: 'قهوهٔ اتیوپی', quantity: 2 }, 'nasrin-2'),
      fact(NASRIN, 'order.returned', 20, { order: 'N-1', amount: 500_000 }, 'nasrin-3'),
    ]);
    return shop;
  },
  { expected: /status of 409/ },
);
const { open } = visitor;

test('orders are told with what was bought and what came back', async () => {
  const page = await open(`/people/${nasrin}`);
  await page.getByRole('tab', { name: 'خریدها' }).click();
  const order = page.getByRole('tabpanel').getByText('N-1');
  await order.click();
  await page.getByText('قهوهٔ اتیوپی').waitFor();
  await page.getByText('۲ عدد').waitFor();
  await page.getByText(/۵۰٬۰۰۰ تومان برگشت/).waitFor();
  expect(page.url()).toContain('tab=orders');
  await expectAccessible(page);
});

test('a fact is recorded by hand, in Persian digits, and shows in the story; a wrong one is refused in place', async () => {
  const page = await open(`/people/${nasrin}`);
  await page.getByRole('button', { name: 'ثبت رویداد' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/مبلغ \(تومان\)/).fill('دوازده');
  await dialog.getByRole('button', { name: 'ثبت' }).click();
  await dialog.getByText('این را باید بنویسید.').waitFor();
  await dialog.getByLabel(/شماره سفارش/).fill('N-2');
  await dialog.getByLabel(/مبلغ \(تومان\)/).fill('۳۲۰٬۰۰۰');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'ثبت' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('tabpanel').getByText('N-2').first().waitFor();
  await page.getByRole('tab', { name: 'خریدها' }).click();
  await page.getByRole('tabpanel').getByText('۳۲۰٬۰۰۰ تومان').waitFor();
});

test('a note is written, survives a reload half-written, is edited, taken back and undone', async () => {
  const page = await open(`/people/${nasrin}?tab=notes`);
  const field = page.getByLabel('یادداشت تازه');
  await field.fill('قهوهٔ تلخ <script>alert(1)</script>');
  await page.reload();
  expect(await field.inputValue()).toBe('قهوهٔ تلخ <script>alert(1)</script>');
  await field.press('Control+Enter');
  const note = page.getByRole('article').filter({ hasText: 'قهوهٔ تلخ <script>' });
  await note.waitFor();
  expect(await field.inputValue()).toBe('');
  await note.getByRole('button', { name: 'ویرایش یادداشت' }).click();
  await page.getByLabel('متن یادداشت').fill('قهوهٔ شیرین');
  await page.getByRole('button', { name: 'ذخیره' }).click();
  const changed = page.getByRole('article').filter({ hasText: 'قهوهٔ شیرین' });
  await changed.getByRole('button', { name: 'برداشتن یادداشت' }).click();
  await changed.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'برگردان' }).last().click();
  await page.getByRole('article').filter({ hasText: 'قهوهٔ شیرین' }).waitFor();
});

atNight('two people change one note: the second sees both texts and nothing is lost', async () => {
  const first = await open(`/people/${friend}?tab=notes`);
  await first.getByLabel('یادداشت تازه').fill('متن نخست');
  await first.getByRole('button', { name: 'افزودن یادداشت' }).click();
  await first.getByRole('article').filter({ hasText: 'متن نخست' }).waitFor();
  const second = await open(`/people/${friend}?tab=notes`);
  for (const [page, text] of [
    [first, 'متن مینا'],
    [second, 'متن پری'],
  ] as const) {
    await page.getByRole('button', { name: 'ویرایش یادداشت' }).click();
    await page.getByLabel('متن یادداشت').fill(text);
  }
  await first.getByRole('button', { name: 'ذخیره' }).click();
  await first.getByRole('article').filter({ hasText: 'متن مینا' }).waitFor();
  await second.getByRole('button', { name: 'ذخیره' }).click();
  const dialog = second.getByRole('dialog');
  await dialog.getByText('متن مینا').waitFor();
  await dialog.getByText('متن پری').waitFor();
});

test('a file is kept and handed back byte for byte; one that is too large is refused before it is sent', async () => {
  const page = await open(`/people/${nasrin}?tab=files`);
  const content = Buffer.from('<script>document.title="owned"</script>');
  const input = page.locator('input[type=file]');
  await input.setInputFiles({ name: 'قرارداد.html', mimeType: 'text/html', buffer: content });
  await page.getByRole('button', { name: 'قرارداد.html', exact: true }).waitFor();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'دریافت قرارداد.html' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('قرارداد.html');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).equals(content)).toBe(true);
  await input.setInputFiles({
    name: 'big.bin',
    mimeType: 'application/octet-stream',
    buffer: Buffer.alloc(10 * 1024 * 1024 + 1),
  });
  await page
    .getByRole('alert')
    .getByText(/big.bin/)
    .waitFor();
  await page.getByRole('button', { name: 'برداشتن قرارداد.html' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'پاک کردن' }).click();
  await page.getByText('هنوز پرونده‌ای نیست').waitFor();
});

test('a pin holds a person on a rung and shows as one, and goes again', async () => {
  const page = await open(`/people/${nasrin}`);
  await page.getByRole('button', { name: 'سنجاق کردن' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: /نردبان وفاداری/ }).click();
  await page.getByRole('option', { name: 'حامی برند' }).click();
  await dialog.getByLabel(/دلیل/).fill('دوست مغازه');
  await dialog.getByRole('button', { name: 'سنجاق کن' }).click();
  await page.getByText(/سنجاق کرده است: دوست مغازه/).waitFor();
  await page.getByRole('button', { name: 'سنجاق کردن' }).click();
  await page.getByRole('button', { name: 'برداشتن سنجاق' }).click();
  await page.getByText(/سنجاق کرده است/).waitFor({ state: 'detached' });
});

test('who they are is put right: name, trait, tag, identifier, relation', async () => {
  const page = await open(`/people/${nasrin}`);
  await page.getByRole('button', { name: 'ویرایش نام' }).click();
  await page.getByRole('dialog').getByLabel('نام').fill('نسرین بهرامی‌فر');
  await page.getByRole('dialog').getByRole('button', { name: 'ذخیره' }).click();
  await page.getByRole('heading', { level: 1, name: /بهرامی‌فر/ }).waitFor();

  await page.getByRole('button', { name: 'افزودن ویژگی' }).click();
  await page.getByLabel('نام ویژگی').fill('city');
  await page.getByLabel('مقدار').fill('شیراز');
  await page.getByRole('dialog').getByRole('button', { name: 'ذخیره' }).click();
  await page.getByRole('complementary').getByText('شیراز').waitFor();

  await page.getByLabel('برچسب تازه').fill('ویژه');
  await page.getByLabel('برچسب تازه').press('Enter');
  const tags = page.getByRole('group', { name: 'برچسب‌ها' });
  await tags.getByText('ویژه').waitFor();
  await page.getByLabel('برچسب تازه').fill('زودگذر');
  await page.getByLabel('برچسب تازه').press('Enter');
  // What is taken off by the keyboard hands the keyboard on to what stands beside it.
  await tags.getByRole('button', { name: 'برداشتن برچسب زودگذر' }).press('Enter');
  await tags.getByText('زودگذر').waitFor({ state: 'detached' });
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'برداشتن برچسب ویژه',
  );

  await page.getByRole('button', { name: 'افزودن شناسه' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('09121230002');
  await page.getByRole('dialog').getByRole('button', { name: 'افزودن' }).click();
  expect(await page.getByRole('link', { name: 'دیدن آن شخص' }).getAttribute('href')).toContain(
    `/people/${friend}`,
  );
  await page.getByRole('dialog').getByRole('textbox').fill('۰۹۱۲ ۱۲۳ ۰۰۰۹');
  await page.getByRole('dialog').getByRole('button', { name: 'افزودن' }).click();
  await page.getByText('0912 123 0009').waitFor();

  await page.getByRole('button', { name: 'افزودن نسبت' }).click();
  await page.getByLabel('چه کسی').fill('پویا');
  await page.getByRole('option', { name: /پویا/ }).click();
  await page.getByRole('button', { name: 'ثبت نسبت' }).click();
  await page.getByRole('link', { name: 'پویا <b>شاد</b>' }).click();
  await page.getByText('خریدار او:').waitFor();
  await expectAccessible(page);
});

const SIZES = [
  ['fa', 390],
  ['en', 1440],
  ['en', 390],
] as const;
atNight.each(SIZES)(
  'the file reads well in %s at %d px, with nothing beyond the edge',
  async (lang, width) => {
    const page = await open(`/people/${nasrin}?lang=${lang}`, { viewport: { width, height: 844 } });
    await page.getByRole('tab').first().waitFor();
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      expect(await overflow(page)).toBe(0);
    }
    await expectAccessible(page);
  },
);

test('the browser had nothing to complain of', () => {
  expect(visitor.complaints).toEqual([]);
});
