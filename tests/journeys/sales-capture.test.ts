import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { openCaptureHouse } from './capture-house.ts';
import { ANALYST } from './small-shop.ts';
import { atNight, eventually, overflow, PHONE, visitorOf } from './visitor.ts';

/** How leads come in: a form on a stranger's page and without a script, links, e-mail, lists, visits; and robots that wait. */

const visitor = visitorOf(openCaptureHouse, {
  // The pages of another site have no picture of their own, and robots are refused on purpose.
  expected: /status of (?:404|410|422)/,
});
const { open } = visitor;

interface Sent {
  readonly submissions: readonly {
    readonly person: number;
    readonly source: string;
    readonly way: string;
    readonly state: string;
  }[];
}
const sent = async (state: string) =>
  (await visitor.house.ask<Sent>('GET', `/v1/sales/submissions?state=${state}`)).submissions;

/** A browser without a head says so, and is taken for the robot it is. */
const WITH_A_HEAD = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';

async function settled(page: Page): Promise<void> {
  await eventually(() => page.locator('main [aria-busy=true]').count()).toBe(0);
}

async function choose(page: Page, field: string | RegExp, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('a form is laid out, opened and put into a site; who fills it in there is a lead with the pages they saw', async () => {
  const { house } = visitor;
  const page = await open('/sales/forms?lang=fa');
  await page.getByRole('heading', { name: 'هنوز فرمی نیست' }).waitFor();
  await visitor.picture(page, 'forms-empty-fa');
  await expectAccessible(page);

  // The site is the business's own, and visits to it are told.
  await page.getByRole('button', { name: 'سایت و بازدید' }).click();
  await page.getByLabel('هر سایت در یک خط').fill(house.site);
  await page.getByLabel('بازدیدها گرفته شود').check();
  await page.getByLabel('پیش از رضایت بازدیدکننده چیزی نگه داشته نشود').uncheck();
  await page.getByRole('button', { name: 'ذخیره' }).click();
  const visits = await page.getByRole('group', { name: 'در همهٔ صفحه‌ها' }).innerText();
  await visitor.picture(page, 'forms-visits-fa');

  await page.getByRole('button', { name: 'فرم‌ها', exact: true }).click();
  await page.getByRole('button', { name: 'ساختن نخستین فرم' }).click();
  await page.getByLabel(/^عنوان.*فارسی/).fill('قیمت مبل');
  await page.getByLabel(/^عنوان.*انگلیسی/).fill('Sofa prices');
  await page.getByRole('button', { name: 'افزودن پرسش' }).click();
  await page.getByRole('menuitem', { name: 'کالا' }).click();
  const product = page.getByRole('group', { name: 'پرسش \u2068کالا\u2069' });
  await page.getByRole('button', { name: 'نگه‌داشتن پیش‌نویس' }).click();
  await page.getByText('نوشته‌ای خالی است', { exact: false }).waitFor();
  await product.getByLabel(/^گزینهٔ ۱.*فارسی/).fill('مبل راحتی');
  await page.getByLabel('کمترین زمان پرکردن (ثانیه)').fill('۱');
  await page.getByRole('button', { name: 'افزودن رضایت' }).click();
  await page.getByRole('button', { name: 'نگه‌داشتن پیش‌نویس' }).click();
  await page.getByRole('heading', { level: 1, name: /قیمت مبل/ }).waitFor();
  const preview = page.frameLocator('iframe');
  await preview.getByText('مبل راحتی').first().waitFor({ state: 'attached' });
  await visitor.picture(page, 'forms-editor-fa');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'ذخیره و باز کن' }).click();
  await page.getByRole('button', { name: 'گذاشتن در سایت' }).click();
  const dialog = page.getByRole('dialog');
  const script = await dialog.getByRole('group', { name: 'یک خط اسکریپت' }).innerText();
  await visitor.picture(page, 'forms-embed-fa');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'بستن' }).click();

  // Somebody comes to the site from an advertisement, looks at a page, and sends the form.
  house.put(visits);
  const stranger = await open(`${house.site}/sofa?utm_source=instagram&utm_campaign=nowruz`, {
    as: null,
    userAgent: WITH_A_HEAD,
  });
  house.put(visits + script);
  await stranger.goto(`${house.site}/contact`);
  await stranger.getByRole('textbox', { name: 'موبایل' }).fill('۰۹۱۲ ۳۴۵ ۶۷۸۹');
  await stranger.getByRole('textbox', { name: /^نام/ }).fill('نگار "بهاری" & پسران');
  await stranger.getByRole('combobox').selectOption({ label: 'مبل راحتی' });
  await stranger.getByRole('checkbox').check();
  // Nobody fills a form in within the second that this one asks for.
  const drawn = Date.now();
  await eventually(() => Date.now() - drawn > 1_100).toBe(true);
  await visitor.picture(stranger, 'forms-strange-page-fa');
  await stranger.getByRole('button', { name: 'بفرستید' }).click();
  await stranger.getByText('سپاسگزاریم', { exact: false }).waitFor();
  const [lead] = await sent('taken');
  expect(lead).toMatchObject({ source: 'instagram', way: 'script' });
  const { facts } = await house.ask<{ facts: { type: string }[] }>('GET', `/v1/people/${lead?.person}/facts`);
  const types = facts.map(({ type }) => type);
  expect(types).toEqual(
    expect.arrayContaining(['lead.captured', 'price.asked', 'consent.given', 'page.viewed']),
  );

  await page.goto(`${house.address}/sales/forms?lang=fa&view=sent&state=taken`);
  await page.getByRole('link', { name: /نگار "بهاری" & پسران/ }).waitFor();
  await page.getByRole('button', { name: 'سرچشمه‌ها' }).click();
  await page.getByRole('rowheader', { name: 'اینستاگرام' }).waitFor();
});

/** What the pages of the shop's own site keep in a browser, without what changes from one to the next. */
async function keptIn(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...document.cookie.split('; ').filter((one) => one !== ''),
  ]);
}

/** Which pages were told of, from now on. */
function listening(page: Page): string[] {
  const told: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/v/chub')
      told.push(new URL(new URLSearchParams(request.postData() ?? '').get('u') ?? '').pathname);
  });
  return told;
}

atNight(
  'where visitors are asked first nothing is kept or told before they agree, nor after they refuse',
  async () => {
    const { house } = visitor;
    const page = await open('/sales/forms?lang=fa&view=visits');
    await page.getByLabel('پیش از رضایت بازدیدکننده چیزی نگه داشته نشود').check();
    await page.getByRole('button', { name: 'ذخیره' }).click();
    const settings = () => house.ask<{ visitsAsk: boolean }>('GET', '/v1/sales/capture-settings');
    await eventually(async () => (await settings()).visitsAsk).toBe(true);
    const buttons = `<button onclick="nardeban.allow()">بله</button><button onclick="nardeban.refuse()">نه</button>`;
    house.put(
      `<script src="${house.address}/v/chub/visit.js"></script>${buttons}
     <script src="${house.address}/f/form.js" data-form="chub/sofa-prices"></script>`,
    );
    // A browser that was here before keeps the script for five minutes.
    const stranger = await open(`${house.site}/hall?utm_source=flyer`, {
      as: null,
      unread: true,
      userAgent: WITH_A_HEAD,
    });
    const told = listening(stranger);
    const goTo = (path: string) => stranger.goto(house.site + path, { waitUntil: 'networkidle' });
    const say = (word: string) => stranger.getByRole('button', { name: word, exact: true }).click();
    await goTo('/sofa');
    expect([await keptIn(stranger), told]).toEqual([[], []]);

    await say('بله');
    await eventually(() => told).toEqual(['/sofa']);
    await goTo('/chair');
    await stranger.evaluate(() => history.pushState({}, '', '/chair/red'));
    await eventually(() => told).toEqual(['/sofa', '/chair', '/chair/red']);
    const first = await stranger.evaluate(() => localStorage.getItem('nardeban_id'));
    expect(first).toMatch(/^web-[\w-]{22}$/);

    await say('نه');
    expect(await keptIn(stranger)).toEqual(['nardeban_refused', 'nardeban_refused=1']);
    await goTo('/lamp');
    expect(told).toHaveLength(3);

    // Whoever changes their mind is somebody new: what they refused is not tied to them again.
    await say('بله');
    await eventually(() => told).toHaveLength(4);
    expect(await stranger.evaluate(() => localStorage.getItem('nardeban_id'))).not.toBe(first);
    await stranger.getByRole('textbox', { name: 'موبایل' }).fill('09121110009');
    const drawn = Date.now();
    await eventually(() => Date.now() - drawn > 1_100).toBe(true);
    await stranger.getByRole('button', { name: 'بفرستید' }).click();
    await stranger.getByText('سپاسگزاریم', { exact: false }).waitFor();
    const [lead] = await sent('taken');
    const { facts } = await house.ask<{ facts: { type: string; data: { url?: string } }[] }>(
      'GET',
      `/v1/people/${lead?.person}/facts`,
    );
    const seen = facts.filter(({ type }) => type === 'page.viewed').map(({ data }) => data.url);
    expect(seen).toEqual([`${house.site}/lamp`]);

    // A browser that refuses for its owner is not asked, and not overruled by a click.
    const silent = await open(`${house.site}/hall`, { as: null, unread: true, userAgent: WITH_A_HEAD });
    await silent.context().addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true });
    });
    const nothing = listening(silent);
    await silent.goto(`${house.site}/sofa`, { waitUntil: 'networkidle' });
    await silent.getByRole('button', { name: 'بله', exact: true }).click();
    await silent.goto(`${house.site}/chair`, { waitUntil: 'networkidle' });
    expect([await keptIn(silent), nothing]).toEqual([['nardeban_allowed'], []]);
    await silent.context().close();
  },
);

test('without a script it is shown once more; a robot waits until somebody lets it in or puts it away', async () => {
  const { house } = visitor;
  const form = `${house.address}/f/chub/sofa-prices`;
  const plain = await open(`${form}?lang=fa`, { as: null, javaScriptEnabled: false, ...PHONE });
  await visitor.picture(plain, 'form-page-390-fa');
  await expect(plain.getByRole('heading', { name: 'قیمت مبل' }).count()).resolves.toBe(1);
  await plain.getByRole('button', { name: 'بفرستید' }).click();
  await plain.getByText('این را هم بنویسید.').waitFor();
  await plain.getByRole('textbox', { name: /^موبایل/ }).fill('09121110002');
  await plain.getByRole('button', { name: 'بفرستید' }).click();
  await plain.getByRole('heading', { name: 'درست است؟' }).waitFor();
  await visitor.picture(plain, 'form-sure-390-fa');
  await eventually(() => plain.getByRole('cell', { name: '09121110002' }).count()).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 800));
  await plain.getByRole('button', { name: 'بفرستید' }).click();
  await plain.getByText('سپاسگزاریم', { exact: false }).waitFor();
  await plain.context().close();
  expect((await sent('taken')).map(({ way }) => way)).toContain('page');

  // Two robots: one falls into the trap, the other is full of links.
  for (const [mobile, more] of [
    ['09121110003', { website_url: 'x' }],
    ['09121110004', { message: 'http://a.ru http://b.ru http://c.ru' }],
  ] as const) {
    const post = (body: Record<string, string>) =>
      fetch(form, { method: 'POST', body: new URLSearchParams(body) }).then((answer) => answer.text());
    const sure = await post({ mobile, name: `ربات ${mobile}`, ...more });
    const stamp = /name="nb_stamp" value="([^"]+)"/.exec(sure)?.[1] ?? '';
    await new Promise((resolve) => setTimeout(resolve, 750));
    await post({ mobile, name: `ربات ${mobile}`, ...more, nb_stamp: stamp });
  }
  const page = await open('/sales/forms?lang=fa&view=sent');
  await page.getByText('خانهٔ تله پر بود').waitFor();
  await page.getByText('پر از پیوند').waitFor();
  await visitor.picture(page, 'forms-waiting-fa');
  await expectAccessible(page);
  await page.getByRole('button', { name: /^بپذیر: .*0003/ }).click();
  await page.getByText('پذیرفته شد و سرنخ است.').waitFor();
  await page.getByRole('button', { name: /^کنار بگذار: .*0004/ }).click();
  await page.getByRole('heading', { name: 'چیزی این‌جا نیست' }).waitFor();
});

test('links, an address for e-mail and a list of leads are made, and every one of them says where leads come from', async () => {
  const { house } = visitor;
  const page = await open('/sales/forms?lang=en&view=links');
  await page.getByRole('button', { name: 'New link' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make it' }).click();
  await dialog.getByText('This is needed.').first().waitFor();
  await dialog.getByLabel('What it is for').fill('Stand at the autumn fair');
  await choose(page, 'Leads to', 'Sofa prices');
  await dialog.getByLabel('Source').fill('fair');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'Make it' }).click();
  await dialog.getByRole('img', { name: /^QR/ }).waitFor();
  const address = await dialog.getByRole('group', { name: 'Printed address' }).innerText();
  await visitor.picture(page, 'forms-square-en');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'Close' }).click();
  const scanned = await fetch(address.trim());
  expect(scanned.url).toMatch(/\/f\/chub\/sofa-prices\?l=/);
  await page.reload();
  await page.getByText('1 scan in 30 days').waitFor();

  await page.getByRole('button', { name: 'E-mail', exact: true }).click();
  await page.getByRole('button', { name: 'New address' }).click();
  await dialog.getByLabel('What it is for').fill('Contact page');
  await dialog.getByLabel('Source').fill('contact page');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText(/^lead\+[a-z2-7]{26}-[0-9]+@leads\.chub\.example$/).waitFor();
  await visitor.picture(page, 'forms-letters-en');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Lists', exact: true }).click();
  await page.getByRole('button', { name: 'Add a list' }).click();
  await dialog.getByRole('button', { name: 'Make leads of it' }).click();
  await dialog.getByText('Choose the file.').waitFor();
  const csv = 'نام,تلفن همراه,رنگ\nآرش,09121110005,آبی\nبی‌شماره,12,سبز\n';
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'fair.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await dialog.getByText('2 lines.', { exact: false }).waitFor();
  await choose(page, 'رنگ', 'trait: رنگ');
  await dialog.getByLabel('Source').fill('fair');
  await visitor.picture(page, 'forms-list-en');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'Make leads of it' }).click();
  await page.getByText('1 leads').waitFor();
  await page.getByRole('button', { name: 'Not readable' }).click();
  await page.getByText('بی‌شماره', { exact: false }).waitFor();
  const arash = (await sent('taken')).find(({ way }) => way === 'csv');
  const person = await house.ask<{ traits: Record<string, string> }>('GET', `/v1/people/${arash?.person}`);
  expect(person.traits).toMatchObject({ رنگ: 'آبی' });
});

const VIEWS = ['forms', 'sent', 'links', 'letters', 'lists', 'visits', 'sources'] as const;

async function walk(page: Page, language: 'fa' | 'en', name: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const title = language === 'fa' ? 'فرم‌ها و سرچشمه‌ها' : 'Forms and sources';
  for (const view of VIEWS) {
    const address = new URL(
      `/sales/forms?lang=${language}${view === 'forms' ? '' : `&view=${view}`}`,
      page.url(),
    );
    await page.evaluate((href) => history.pushState({}, '', href), address.href);
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    await settled(page);
    await visitor.picture(page, `${name}-${view}`);
    expect([view, await overflow(page)]).toEqual([view, 0]);
    await expectAccessible(page);
  }
  const editor = new URL(`/sales/forms?lang=${language}&form=sofa-prices`, page.url());
  await page.evaluate((href) => history.pushState({}, '', href), editor.href);
  await page.frameLocator('iframe').locator('form').waitFor({ state: 'attached' });
  await visitor.picture(page, `${name}-editor`);
  expect(await overflow(page)).toBe(0);
}

atNight('every part in Persian on a telephone by night; who only reads is offered nothing', async () => {
  await walk(await open('/sales/forms?lang=fa', { ...PHONE, colorScheme: 'dark' }), 'fa', 'fa-390-dark');
  const reader = await open('/sales/forms?lang=fa', { as: ANALYST });
  await reader.getByRole('link', { name: 'قیمت مبل' }).waitFor();
  expect(await reader.getByRole('button', { name: 'فرم تازه' }).count()).toBe(0);
});

atNight('every part the other ways round', async () => {
  await walk(await open('/sales/forms?lang=en'), 'en', 'en-1440');
  await walk(await open('/sales/forms?lang=fa'), 'fa', 'fa-1440');
  await walk(await open('/sales/forms?lang=en', { ...PHONE }), 'en', 'en-390');
});

test('the browser had nothing to complain of', () => {
  expect(visitor.complaints).toEqual([]);
});
