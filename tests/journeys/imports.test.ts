import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { OWNER_OF_TWO, openSmallShop } from './small-shop.ts';
import { atNight, eventually, nightly, overflow, PHONE, visitorOf } from './visitor.ts';

/** A member of staff brings files in and takes them back, in a real browser, on the real server with its worker. */

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nardeban-imports-journey-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const visitor = visitorOf(
  () =>
    openSmallShop({
      jobs: true,
      second: { currency: 'USD', unit: 'major', zone: 'UTC', calendar: 'gregorian', language: 'en' },
    }),
  // What the server refuses, the browser reports as well.
  { expected: /status of 4/ },
);
const { open, picture: look } = visitor;

async function fileOf(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** Drops a file where files are dropped, as a hand with a mouse does. */
async function drop(page: Page, path: string, name: string): Promise<void> {
  const content = (await readFile(path)).toString('base64');
  const transfer = await page.evaluateHandle(
    ({ base64, called }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], called));
      return data;
    },
    { base64: content, called: name },
  );
  const place = page.getByRole('region', { name: /فایل را اینجا رها کنید|Drop the file here/ });
  await place.dispatchEvent('dragover', { dataTransfer: transfer });
  await place.dispatchEvent('drop', { dataTransfer: transfer });
}

/** Chooses a file by the button, as somebody without a mouse does. */
async function choose(page: Page, path: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /انتخاب فایل|Choose a file/ }).press('Enter');
  await (await choosing).setFiles(path);
}

const start = (page: Page): Locator => page.getByRole('button', { name: /^(وارد کن|Import)$/ });
const PERSIAN = `\uFEFFشماره سفارش,تاریخ,موبایل,نام مشتری,مبلغ (تومان),وضعیت,یادداشت آزاد
۱,۱۴۰۴/۰۱/۱۵,۰۹۱۲۷۷۷۸۸۹۹,نازنین,"۱۲۰٬۰۰۰",تکمیل شده,=cmd|' /C calc'!A0
۲,۱۴۰۴/۰۲/۰۱,09127778899,نازنین,۵۰۰۰۰,تکمیل شده,<img src=x onerror=alert(1)>
۳,۱۴۰۴/۰۲/۰۳,,,۳۰۰۰۰,تکمیل شده,
۴,۱۴۰۴/۰۲/۰۵,09127778899,نازنین,۵۰۰۰۰,لغو شده,
۵,۱۴۰۴/۱۲/۳۱,09127778899,نازنین,۱۰۰۰,تکمیل شده,=HYPERLINK("http://evil")
`;

describe('an empty list', () => {
  test('teaches, gives a sample that can be imported as it is, and its undo leaves nothing', async () => {
    const page = await open('/imports');
    await page.getByRole('heading', { name: 'هنوز فایلی وارد نشده است' }).waitFor();
    await expectAccessible(page, { inside: 'main' });
    await look(page, 'list-empty-fa');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'یک فایل نمونه' }).click();
    const sample = join(folder, 'نمونه.csv');
    await (await downloading).saveAs(sample);
    await page.getByRole('link', { name: 'ورود فایل تازه' }).click();
    await page.getByRole('region', { name: 'فایل را اینجا رها کنید' }).waitFor();
    await expectAccessible(page, { inside: 'main' });
    await look(page, 'new-fa');
    await choose(page, sample);
    await page.waitForURL(/\/imports\/\d+/);
    await start(page).waitFor();
    await eventually(() => page.getByRole('complementary').innerText()).toContain('۲٬۴۷۰٬۰۰۰ تومان');
  });
});

describe('a Persian file', () => {
  let address = '';

  test('is understood, corrected and looked at before anything is written', async () => {
    const page = await open('/imports/new');
    await drop(page, await fileOf('سفارش‌های بهار.csv', PERSIAN), 'سفارش‌های بهار.csv');
    await page.waitForURL(/\/imports\/\d+/);
    address = new URL(page.url()).pathname;
    const total = page.getByRole('complementary');
    await eventually(() => total.innerText()).toContain('۲۰۰٬۰۰۰ تومان');
    expect(await total.innerText()).toMatch(/فروش[\s\S]*۲۵۰٬۰۰۰ تومان[\s\S]*برگشتی[\s\S]*۵۰٬۰۰۰ تومان/);
    expect(await total.innerText()).toContain('۱ سطر خوانده نمی‌شود');
    await expectAccessible(page, { inside: 'main' });
    await look(page, 'mapping-fa');

    // Rial taken for toman is the mistake everybody makes: the total follows the menu at once.
    await page.getByLabel('مبلغ‌ها به').selectOption('rial');
    await eventually(() => total.innerText()).toContain('۲۰٬۰۰۰ تومان');
    await page.getByLabel('مبلغ‌ها به').selectOption('toman');
    await eventually(() => total.innerText()).toContain('۲۰۰٬۰۰۰ تومان');

    const date = page.getByLabel('ستون «تاریخ» یعنی');
    await date.selectOption('ignore');
    await total.getByText('هنوز نمی‌شود وارد کرد').waitFor();
    expect(await start(page).isDisabled()).toBe(true);
    await date.selectOption('date');
    await eventually(() => start(page).isEnabled()).toBe(true);
    expect(await page.getByRole('row', { name: /نازنین/ }).count()).toBe(3);
    await page.goto(`${visitor.house.address}/people?search=09127778899`);
    await page.goto(`${visitor.house.address}${address}`);
    await start(page).waitFor();
  });

  test('is imported; the rows kept aside come harmless, and the ladder is a step away', async () => {
    const page = await open(address);
    await start(page).click();
    await page.getByRole('heading', { level: 2, name: 'وارد شد' }).waitFor();
    await expectAccessible(page, { inside: 'main' });
    await look(page, 'result-fa');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'دریافت سطرهای کنارگذاشته' }).click();
    const refused = join(folder, 'refused.csv');
    await (await downloading).saveAs(refused);
    const text = await readFile(refused, 'utf8');
    expect(text).toContain('1404/12/31'.replace('1404/12/31', '۱۴۰۴/۱۲/۳۱'));
    expect(text).toContain("'=HYPERLINK");
    expect(text).not.toMatch(/(^|,)"?=HYPERLINK/m);
    await page.getByRole('link', { name: 'دیدن نردبان' }).click();
    await page.waitForURL(/\/ladders\//);
  });

  test('is taken back by keyboard alone, and its people are nowhere any more', async () => {
    const page = await open(address);
    const undo = page.getByRole('button', { name: 'برگرداندن این ورود' });
    await undo.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('گویی هرگز نیامده است').waitFor();
    await expectAccessible(page, { inside: '[role=dialog]' });
    await look(page, 'undo-dialog-fa');
    await dialog.getByRole('button', { name: 'برگردان', exact: true }).press('Enter');
    await page.getByRole('heading', { level: 2, name: 'برگردانده شد' }).waitFor();
    await look(page, 'undone-fa');
    const found = await page.request.get(`${visitor.house.address}/v1/people?search=09127778899&limit=5`);
    expect((await found.json()).people).toEqual([]);
    await page.getByRole('button', { name: 'دوباره وارد کن' }).click();
    await page.getByRole('heading', { level: 2, name: 'وارد شد' }).waitFor();
    const again = await page.request.get(`${visitor.house.address}/v1/people?search=09127778899&limit=5`);
    expect((await again.json()).people).toHaveLength(1);
    await page.goto(`${visitor.house.address}/imports`);
    await page.getByRole('list', { name: 'ورودها' }).getByText('سفارش‌های بهار.csv').waitFor();
    await look(page, 'list-fa');
    await expectAccessible(page, { inside: 'main' });
  });
});

describe('in English', () => {
  test('a real file comes in, is stopped and gone on with, also after the page was closed', async () => {
    const page = await open('/imports/new?lang=en&business=second-shop', { as: OWNER_OF_TWO });
    const whole = gunzipSync(await readFile(join(import.meta.dirname, '../data/cdnow/orders.csv.gz')))
      .toString()
      .trimEnd()
      .split('\n');
    // All of it every night; the first of its customers at every change.
    const lines = nightly ? whole : whole.slice(0, 15_001);
    const orders = (lines.length - 1).toLocaleString('en');
    const people = new Set(lines.slice(1).map((line) => line.split(',')[0])).size.toLocaleString('en');
    const path = await fileOf('cdnow.csv', lines.join('\n'));
    await choose(page, path);
    await page.waitForURL(/\/imports\/\d+/);
    await eventually(() => page.getByRole('complementary').innerText()).toContain(orders);
    await look(page, 'mapping-en');
    await expectAccessible(page, { inside: 'main' });
    const address = page.url();
    await start(page).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: 'Stopped' }).waitFor();
    await look(page, 'stopped-en');
    await page.close();
    const later = await page.context().newPage();
    await later.goto(address);
    await later.getByRole('button', { name: 'Go on' }).click();
    await later.getByRole('heading', { level: 2, name: 'Imported' }).waitFor({ timeout: 200_000 });
    const result = await later.locator('main').innerText();
    expect(result).toContain(orders);
    expect(result).toContain(people);
    expect(result).not.toMatch(/[۰-۹]/);
    await look(later, 'result-en');
  });

  atNight(
    'a workbook of people comes in, and its mapping stands in the settings, renamed and deleted',
    async () => {
      const workbook = new ExcelJS.Workbook();
      const sheet = workbook.addWorksheet('people');
      sheet.addRow(['full name', 'mobile', 'city', 'tag']);
      sheet.addRow(['Roya Shams 🌷', '09124443322', 'Yazd', 'family']);
      sheet.addRow([
        '=1+1',
        { formula: 'CONCATENATE("0912","4443311")', result: '09124443311' },
        'Shiraz',
        '',
      ]);
      for (const [index, name] of ['Ali Rezaei', 'Sara Karimi', 'Nima Azad'].entries())
        sheet.addRow([name, `0912444330${index}`, 'Tehran', 'family']);
      const path = await fileOf('people.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()));
      const page = await open('/imports/new?lang=en');
      await choose(page, path);
      await page.waitForURL(/\/imports\/\d+/);
      await page.getByRole('cell', { name: /Roya Shams/ }).waitFor();
      await start(page).click();
      await page.getByRole('heading', { level: 2, name: 'Imported' }).waitFor();
      await page.goto(`${visitor.house.address}/settings/mappings?lang=en`);
      const line = page.getByRole('listitem').filter({ hasText: 'people.xlsx' });
      await line.getByRole('button', { name: 'Name' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Members');
      await page.getByRole('button', { name: 'Save the name' }).click();
      const renamed = page.getByRole('listitem').filter({ hasText: 'Members' });
      await look(page, 'mappings-en');
      await expectAccessible(page, { inside: 'main' });
      await renamed.getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
      await renamed.waitFor({ state: 'detached' });
    },
  );
});

describe('what is no table', () => {
  const kinds = [
    ['an empty file', 'empty.csv', '', 'خالی'],
    ['headers alone', 'header.csv', 'شماره سفارش,تاریخ,مبلغ\n', 'سرستون'],
    ['a damaged workbook', 'broken.xlsx', 'PK\u0003\u0004 and no more', ''],
  ] as const;
  // That the server refuses each of them is tried before every change without a browser.
  for (const [what, name, content, sentence] of nightly ? kinds : kinds.slice(0, 1)) {
    test(`${what} is refused with a sentence, and another file can be given at once`, async () => {
      const page = await open('/imports/new');
      await choose(page, await fileOf(name, content));
      const word = page.getByRole('alert').filter({ hasText: 'پذیرفته نشد' });
      expect(await word.innerText()).toContain(sentence);
      await expectAccessible(page, { inside: 'main' });
      await choose(page, await fileOf('good.csv', PERSIAN.replace('نازنین', 'x'.repeat(200))));
      await page.waitForURL(/\/imports\/\d+/);
    });
  }
});

describe('on a telephone', () => {
  for (const language of ['fa', 'en'] as const) {
    atNight(`a file of two hundred ugly columns runs over no edge in ${language}`, async () => {
      const headers = ['order', 'date', 'mobile', 'amount', '<b>x</b>', '=SUM(A1)', 'خیلی'.repeat(60)];
      const rest = Array.from({ length: 193 }, (_, at) => `ستون مخلوط mixed ${at} 😀`);
      const cell = 'بسیار بلند '.repeat(400);
      const row = ['1', '1404/01/01', '09121234567', '1000', cell, '=1+1', cell, ...rest.map(() => cell)];
      const content = [[...headers, ...rest], row].map((cells) => cells.join(',')).join('\n');
      const page = await open(`/imports/new?lang=${language}`, PHONE);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await choose(page, await fileOf(`ugly-${language}-${'نام بلند '.repeat(12)}.csv`, content));
      await page.waitForURL(/\/imports\/\d+/);
      await eventually(() => start(page).isEnabled()).toBe(true);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.getByRole('button', { name: /ستون دیگر|more columns/ }).click();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await look(page, `mapping-390-${language}`);
      await page.goto(`${visitor.house.address}/imports?lang=${language}`);
      await page.getByRole('list', { name: /ورودها|Imports/ }).waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await look(page, `list-390-${language}`);
      await expectAccessible(page, { inside: 'main' });
    });
  }
});

test('the browser has complained of nothing in all this', () => {
  expect(visitor.complaints).toEqual([]);
});
