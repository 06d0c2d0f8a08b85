import { expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { fact, openSmallShop, SARA } from './small-shop.ts';
import { atNight, type Coming, overflow, PHONE, visitorOf } from './visitor.ts';

/** A business says what its own words are, and every page speaks them: in a real browser on the real server. */

const visitor = visitorOf(() => openSmallShop(), { expected: /status of 422/ });

test('a trait with choices is declared, is told beforehand what would not fit, and is known to every page', async () => {
  const [sara] = await visitor.house.tell([
    fact(SARA, 'trait.changed', 9, { trait: 'roast', value: 'سبز' }, 'roast-1'),
    fact({ external: 'C-77' }, 'trait.changed', 9, { trait: 'roast', value: 'تیره' }, 'roast-2'),
  ]);
  const page = await visitor.open('/settings/words?lang=fa');
  await page.getByRole('button', { name: 'تعریف \u2068roast\u2069' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('عنوان', { exact: false }).first().fill('برشت دلخواه');
  await dialog.getByLabel('نوع').selectOption('choice');
  await dialog.getByLabel('گزینه‌ها').fill('روشن\nمیانه\nتیره');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'ذخیره', exact: true }).click();
  await dialog.getByText('از ۲ نفری که مقداری دارند، مقدار ۱ نفر با این تعریف نمی‌خواند.').waitFor();
  await dialog.getByText('سبز').waitFor();
  await visitor.picture(page, 'kinds-misfits-fa');
  await dialog.getByRole('button', { name: 'با این همه ذخیره شود' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('listitem').filter({ hasText: 'برشت دلخواه' }).first().waitFor();

  // A program that tells another value is refused; the past stays as it was.
  await expect(
    visitor.house.tell([fact(SARA, 'trait.changed', 1, { trait: 'roast', value: 'بنفش' }, 'roast-3')]),
  ).rejects.toThrow('choice_expected');

  // The page of a person: its name, its value as it was told, and only its choices to change it to.
  await page.goto(`${visitor.house.address}/people/${sara}?lang=fa`);
  await page.getByRole('button', { name: /برشت دلخواه/ }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'برشت دلخواه' }).click();
  await page.getByRole('option', { name: 'روشن' }).click();
  expect(await page.getByRole('option', { name: 'بنفش' }).count()).toBe(0);
  await page.getByRole('dialog').getByRole('button', { name: 'ذخیره' }).click();
  await page.getByRole('definition').filter({ hasText: 'روشن' }).waitFor();

  // The criteria builder: found by its name, compared with its choices, said in the business's words.
  await page.goto(`${visitor.house.address}/people?lang=fa`);
  await page.getByRole('button', { name: 'پالایه' }).first().click();
  const builder = page.getByRole('dialog');
  await builder.getByRole('button', { name: '+ شرط' }).first().click();
  await builder.getByLabel('چه چیزی سنجیده شود').last().selectOption('trait');
  await builder.getByLabel('کدام ویژگی').fill('برشت دلخواه');
  await page.getByRole('option', { name: 'برشت دلخواه' }).click();
  await builder.getByLabel('مقدار').last().selectOption('روشن');
  await builder.getByText('برشت دلخواه «روشن»').first().waitFor();
  await visitor.picture(page, 'kinds-criteria-fa');
}, 180_000);

test('a fact of the business’s own is declared and told by hand; a wrong value is refused in words', async () => {
  const page = await visitor.open('/settings/words?lang=en', PHONE);
  await page.getByRole('button', { name: 'New fact' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title', { exact: false }).first().fill('Tasting');
  expect(await dialog.getByLabel('Name for programs').inputValue()).toBe('tasting');
  await dialog.getByLabel('Title of the field').fill('Score');
  await dialog.getByLabel('Latin name').fill('score');
  await dialog.getByLabel('Kind').selectOption('number');
  expect(await overflow(page)).toBe(0);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('custom.tasting').waitFor();
  await visitor.picture(page, 'kinds-phone-en');
  await expect(
    visitor.house.tell([fact(SARA, 'custom.tasting', 1, { score: 'high' }, 'tasting-1')]),
  ).rejects.toThrow('number_expected');
  const [sara] = await visitor.house.tell([fact(SARA, 'custom.tasting', 1, { score: 9 }, 'tasting-2')]);
  await page.goto(`${visitor.house.address}/people/${sara}?lang=en`);
  await page.getByText('Tasting').first().waitFor();

  await page.goto(`${visitor.house.address}/settings/words?lang=en`);
  await page.getByRole('button', { name: /^Archive .*Tasting/ }).click();
  await page.getByRole('button', { name: /^Archived/ }).waitFor();
  await expect(
    visitor.house.tell([fact(SARA, 'custom.tasting', 1, { score: 8 }, 'tasting-3')]),
  ).rejects.toThrow('fact_archived');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('custom.tasting').waitFor();
}, 180_000);

const ways: readonly (readonly [string, string, Coming])[] = [
  ['in English on a telephone by night', 'en', { ...PHONE, colorScheme: 'dark' }],
  ['in Persian', 'fa', {}],
];
atNight.each(ways)(
  'the page of words can be read and used by everybody: %s',
  async (_, language, options) => {
    const page = await visitor.open(`/settings/words?lang=${language}`, options);
    await page.locator('main h1').waitFor();
    await page.waitForFunction(() => document.querySelector('main [aria-busy=true]') === null);
    expect(await overflow(page)).toBe(0);
    await expectAccessible(page);
    await visitor.picture(page, `kinds-${language}`);
  },
  60_000,
);

atNight(
  'digits are those somebody chose, on every page and every device',
  async () => {
    const page = await visitor.open('/settings/appearance?lang=fa');
    await page.getByText('نمونه: ۱٬۲۳۴٬۵۶۷').waitFor();
    await page.getByRole('button', { name: 'لاتین' }).click();
    await page.getByText('نمونه: 1,234,567').waitFor();
    await visitor.picture(page, 'kinds-digits-fa');
    await expectAccessible(page);
    // Another device: nothing is remembered there but who signs in.
    const other = await visitor.open('/people?lang=fa');
    await other.getByText('سارا کریمی').waitFor();
    await other.waitForFunction(() => !/[۰-۹]/.test(document.querySelector('main')?.textContent ?? '۰'));
    await other.goto(`${visitor.house.address}/?lang=fa`);
    await other.locator('main svg').first().waitFor();
    await other.waitForFunction(() => !/[۰-۹]/.test(document.querySelector('main')?.textContent ?? '۰'));
    await page.getByRole('button', { name: 'مانند زبان' }).click();
    await page.getByText('نمونه: ۱٬۲۳۴٬۵۶۷').waitFor();
  },
  180_000,
);
