import { expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { openSmallShop, OWNER } from './small-shop.ts';
import { atNight, type Coming, eventually, overflow, PHONE, visitorOf } from './visitor.ts';

/** The settings of a business and of oneself, in a real browser on the real server. */

const visitor = visitorOf(() => openSmallShop({ jobs: true }), {
  // What was changed by somebody else meanwhile.
  expected: /status of 409/,
});
const { open } = visitor;

const SECTIONS = [
  'account',
  'appearance',
  'business',
  'staff',
  'roles',
  'keys',
  'hooks',
  'audit',
  'words',
  'mappings',
];

const ways: readonly (readonly [string, string, Coming])[] = [
  ['in Persian on a telephone', 'fa', PHONE],
  ['in Persian on a wide screen', 'fa', {}],
  ['in English on a telephone', 'en', PHONE],
  ['in Persian on a telephone by night', 'fa', { ...PHONE, colorScheme: 'dark' }],
];
// The walk through the demo shop sees them with something in them before every change; here most of them are empty.
atNight.each(ways)('every section can be read and used by everybody: %s', async (_, language, options) => {
  const page = await open(`/settings/${SECTIONS[0]}?lang=${language}`, options);
  await page.locator('main h1').waitFor();
  const titles = new Set<string>();
  for (const section of SECTIONS) {
    await page.evaluate((to) => history.pushState({}, '', to), `/settings/${section}?lang=${language}`);
    await eventually(() => page.locator('main h1').innerText()).not.toBe([...titles].at(-1));
    titles.add(await page.locator('main h1').innerText());
    await page.waitForFunction(() => document.querySelector('main [aria-busy=true]') === null);
    expect([section, await overflow(page)]).toEqual([section, 0]);
    await expectAccessible(page);
  }
  expect(titles.size).toBe(SECTIONS.length);
});

atNight('on a telephone the sections are a list that leads to each, and back', async () => {
  const page = await open('/settings?lang=en', PHONE);
  await page.getByRole('link', { name: 'API keys' }).click();
  await page.getByRole('heading', { name: 'API keys', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'All settings' }).click();
  await page.getByRole('link', { name: 'Audit' }).waitFor();
});

test('a key is made, shown once, used and revoked; the audit tells of it, and links hold what it is narrowed to', async () => {
  const page = await open('/settings/keys?lang=en');
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByLabel('Name of the key').fill('web shop <b>&amp;</b>');
  await page.getByRole('checkbox', { name: 'Record facts and orders' }).uncheck();
  await page.getByRole('button', { name: 'Make the key' }).click();
  await page.getByText('Choose at least one permission.').waitFor();
  await page.getByRole('checkbox', { name: 'See people and their histories' }).check();
  await page.getByRole('button', { name: 'Make the key' }).click();
  const key = (await page.getByRole('group', { name: 'Key' }).locator('code').innerText()).trim();
  const ask = () =>
    fetch(`${visitor.house.address}/v1/session`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status).toBe(200);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  expect(await page.content()).not.toContain(key);
  await page.reload();
  await page.getByText('web shop <b>&amp;</b>').waitFor();
  await page
    .getByText(/last used/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: /Revoke the key .*web shop/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('The key was revoked.').waitFor();
  expect((await ask()).status).toBe(401);

  await page.goto(`${visitor.house.address}/settings/audit?lang=en`);
  await page
    .getByRole('listitem')
    .filter({ hasText: /revoked the key/ })
    .waitFor();
  await page.getByLabel('What').selectOption('key.made');
  await page.waitForURL(/deed=key\.made/);
  await eventually(() =>
    page
      .getByRole('listitem')
      .filter({ hasText: /revoked the key .*web/ })
      .count(),
  ).toBe(0);
  await page
    .getByRole('listitem')
    .filter({ hasText: /made the key .*web shop/ })
    .waitFor();
  await page.getByLabel('Who').selectOption({ label: OWNER.email });
  await page.waitForURL(/by=owner/);
  await page.reload();
  await page
    .getByRole('listitem')
    .filter({ hasText: /made the key .*web shop/ })
    .waitFor();
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: /revoked the key/ })
    .waitFor();
});

test('two who change the business at once lose nothing: the second sees both and decides', async () => {
  const [one, two] = [await open('/settings/business?lang=en'), await open('/settings/business?lang=en')];
  await two.getByLabel('Kind of business').selectOption({ label: 'Restaurant' });
  await one.getByLabel('Name of the business').fill('کافه بامداد نو');
  await one.getByRole('button', { name: 'Save' }).click();
  await one.getByText('Saved.', { exact: true }).waitFor();
  await two.getByRole('button', { name: 'Save' }).click();
  const dialog = two.getByRole('dialog');
  await dialog.waitFor();
  await expectAccessible(two, { inside: '[role=dialog]' });
  // What was typed is still there, and a reload of the page keeps it too.
  expect(await two.getByLabel('Kind of business', { exact: true }).inputValue()).toBe('restaurant');
});

atNight(
  'another time zone is asked about, and every ladder is computed anew while the page goes on',
  async () => {
    const page = await open('/settings/business?lang=en');
    await page.getByLabel('Time zone').selectOption('Asia/Dubai');
    await page.getByRole('button', { name: 'Save' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/everybody is placed anew/).waitFor();
    await dialog.getByRole('button', { name: 'Change and count anew' }).click();
    await page.getByText(/being computed anew in the background/).waitFor();
    await eventually(async () =>
      page.evaluate(async () => {
        const { ladders } = await (await fetch('/v1/ladders')).json();
        return ladders.map(({ version }: { version: number }) => version);
      }),
    ).toEqual([2, 2, 2]);
    // Amounts were told, so the currency stays; rial and toman are ways of writing it.
    expect(await page.getByLabel('Money').locator('option').allInnerTexts()).toEqual([
      'Toman (Iranian rial)',
      'Iranian rial',
    ]);
  },
);

test('the language one chooses is kept in one’s account, and the light in the browser', async () => {
  const page = await open('/settings/appearance');
  await page.locator('main').getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Appearance' }).waitFor();
  await eventually(() =>
    page.evaluate(async () => (await (await fetch('/v1/account')).json()).language),
  ).toBe('en');
  await page.locator('main').getByRole('button', { name: 'Dark' }).click();
  await eventually(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await page.locator('main').getByRole('button', { name: 'فارسی' }).click();
  await page.getByRole('heading', { name: 'نما و زبان' }).waitFor();
});

test('nothing was refused by the content security policy, and no error went uncaught', () => {
  expect(visitor.complaints).toEqual([]);
});
