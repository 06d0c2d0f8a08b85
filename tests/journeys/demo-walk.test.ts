import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { paths } from '../../packages/web/src/paths.ts';
import { accessibilityFaults, expectAccessible } from './accessibility.ts';
import { type DemoHouse, type DemoRole, openDemoHouse } from './demo-house.ts';
import { atNight, type Coming, nightly, overflow, PHONE, visitorOf } from './visitor.ts';

/** Every page there is, on the demo shop, as its owner, its seller and its analyst see it. */

const visitor = visitorOf(() => openDemoHouse(nightly), {
  // What a role may not see is opened on purpose; which page was refused is compared below.
  expected: /status of 40[34]/,
  openingMs: nightly ? 1_200_000 : 240_000,
});

type Path = (typeof paths)[keyof typeof paths];

/** The addresses looked at for each path of the application: a new path does not compile without an answer here. */
const addressesOf: Readonly<
  Record<Path, (house: DemoHouse & { readonly hook: string }) => readonly string[]>
> = {
  '/': () => ['/'],
  '/ladders/$ladder': () => ['/ladders/loyalty?period=month', '/ladders/customer-types'],
  '/ladders/$ladder/rungs/$rung': () => ['/ladders/loyalty/rungs/first-time-customer'],
  '/ladders/$ladder/moves': () => ['/ladders/loyalty/moves?direction=up'],
  '/people': () => ['/people'],
  '/people/duplicates': () => ['/people/duplicates'],
  '/people/$person': ({ buyer }) =>
    ['story', 'sales', 'orders', 'notes', 'files'].map((tab) => `/people/${buyer.id}?tab=${tab}`),
  '/imports': () => ['/imports'],
  '/imports/new': () => ['/imports/new'],
  '/imports/$import': () => ['/imports/1'],
  '/studio': () => ['/studio'],
  '/studio/$ladder': () => [
    '/studio/loyalty?rung=first-time-customer',
    '/studio/loyalty?view=compare',
    '/studio/loyalty?view=history',
  ],
  '/settings': () => ['/settings'],
  '/settings/account': () => ['/settings/account'],
  '/settings/appearance': () => ['/settings/appearance'],
  '/settings/business': () => ['/settings/business'],
  '/settings/staff': () => ['/settings/staff'],
  '/settings/roles': () => ['/settings/roles'],
  '/settings/keys': () => ['/settings/keys'],
  '/settings/hooks': () => ['/settings/hooks'],
  '/settings/hooks/$hook': ({ hook }) => [`/settings/hooks/${hook}`],
  '/settings/audit': () => ['/settings/audit'],
  '/settings/words': () => ['/settings/words'],
  '/settings/portal': () => ['/settings/portal'],
  '/settings/mappings': () => ['/settings/mappings'],
  // Leads to the studio.
  '/settings/ladders': () => [],
  '/new-business': () => ['/new-business'],
  '/insight': () => ['/insight'],
  '/insight/value': () => ['/insight/value'],
  '/insight/leaving': () => ['/insight/leaving'],
  '/insight/cohorts': () => ['/insight/cohorts'],
  '/insight/seasons': () => ['/insight/seasons'],
  '/insight/models': () => ['/insight/models'],
  '/insight/types': () => ['/insight/types'],
  '/insight/baskets': () => ['/insight/baskets'],
  '/insight/rhythm': () => ['/insight/rhythm'],
  '/insight/channels': () => ['/insight/channels'],
  '/insight/costs': () => ['/insight/costs'],
  '/insight/returns': () => ['/insight/returns'],
  '/insight/advisor': () => ['/insight/advisor'],
  '/insight/experiments': () => ['/insight/experiments'],
  // There is none in the demo shop.
  '/insight/experiments/$experiment': () => [],
  '/till': () => ['/till'],
  '/club': () => ['/club'],
  '/club/programme': () => ['/club/programme'],
  '/club/offers': () => ['/club/offers'],
  '/club/vouchers': () => ['/club/vouchers'],
  '/club/gift-cards': () => ['/club/gift-cards'],
  '/club/rewards': () => ['/club/rewards'],
  '/club/referrals': () => ['/club/referrals'],
  '/club/books': () => ['/club/books'],
  '/sales': () => ['/sales'],
  '/sales/leads': () => ['/sales/leads'],
  '/sales/qualification': () => ['/sales/qualification'],
  '/sales/deals': () => ['/sales/deals'],
  '/sales/deals/$deal': ({ deal }) => [`/sales/deals/${deal}`],
  '/sales/pipelines': () => ['/sales/pipelines'],
  '/sales/objections': () => ['/sales/objections'],
  '/sales/recommendations': () => ['/sales/recommendations'],
  '/sales/forms': () => ['/sales/forms'],
  '/sales/reports': () => ['/sales/reports'],
  '/sales/settings': () => ['/sales/settings'],
  '/sales/belongs': () => ['/sales/belongs'],
  '/sales/wants': () => ['/sales/wants'],
  '/sales/paper': () => ['/sales/paper'],
  // Nobody who is in comes there: see the strangers below.
  '/sign-in': () => [],
  '/welcome': () => [],
  '/invitation': () => [],
  '/nowhere': () => [],
};

/** What the application refuses to a role, whoever types the address. */
const REFUSED: Readonly<Record<DemoRole, readonly Path[]>> = {
  owner: [],
  sales: [
    '/imports',
    '/imports/$import',
    // The other pages of insight ask what these have asked, and are told the same.
    '/insight',
    '/insight/costs',
    '/insight/experiments',
    '/settings/staff',
    '/settings/keys',
    '/settings/hooks',
    '/settings/hooks/$hook',
    '/settings/audit',
    '/settings/mappings',
    '/settings/words',
  ],
  analyst: [
    '/settings/staff',
    '/settings/keys',
    '/settings/hooks',
    '/settings/hooks/$hook',
    '/settings/words',
  ],
};

interface Form {
  readonly name: string;
  readonly lang: 'fa' | 'en';
  readonly device: Coming;
}

const LOST = /There is no such page|چنین صفحه‌ای نیست/;
const NIGHT = { colorScheme: 'dark' } as const;
const FORMS: readonly Form[] = [
  { name: 'in Persian on a telephone by night', lang: 'fa', device: { ...PHONE, ...NIGHT } },
  { name: 'in English on a wide screen by day', lang: 'en', device: {} },
  { name: 'in English on a telephone by day', lang: 'en', device: PHONE },
  { name: 'in Persian on a wide screen by night', lang: 'fa', device: NIGHT },
  { name: 'in Persian on a telephone by day', lang: 'fa', device: PHONE },
  { name: 'in English on a wide screen by night', lang: 'en', device: NIGHT },
  { name: 'in English on a telephone by night', lang: 'en', device: { ...PHONE, ...NIGHT } },
  { name: 'in Persian on a wide screen by day', lang: 'fa', device: {} },
];

/**
 * Before every change the owner sees every page once, in Persian on a telephone or in English on a wide screen by turns, and the
 * others what is refused to them beside where they begin; every night everybody sees everything in all forms.
 */
const DAILY: Readonly<Record<DemoRole, readonly number[]>> = { owner: [0, 1], sales: [2], analyst: [3] };

const pathsFor = (role: DemoRole): readonly Path[] =>
  nightly || role === 'owner' ? (Object.keys(addressesOf) as Path[]) : ['/', ...REFUSED[role]];

/** The first parts of the keys of the language files: on a screen, one followed by a dot is a sentence that is missing. */
const namespaces = readdirSync(join(import.meta.dirname, '../../packages/web/src/language/en'))
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) =>
    Object.keys(
      JSON.parse(readFileSync(join(import.meta.dirname, '../../packages/web/src/language/en', name), 'utf8')),
    ),
  );
const key = new RegExp(`(?<![\\w.@/-])(?:${namespaces.join('|')})\\.[a-z][\\w-]*(?:\\.[\\w-]+)*`, 'gi');

/** All words of the page, those for a screen reader among them. */
const words = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.title,
      document.body.innerText,
      ...[...document.querySelectorAll('[aria-label],[placeholder],[title],[alt]')].flatMap((one) =>
        ['aria-label', 'placeholder', 'title', 'alt'].map((name) => one.getAttribute(name) ?? ''),
      ),
    ].join('\n'),
  );

interface Watch {
  /** Waits until the page asks for nothing more, and answers which requests failed since the last time. */
  settle(): Promise<readonly string[]>;
}

function watch(page: Page): Watch {
  let running = 0;
  let failed: string[] = [];
  page.on('request', () => (running += 1));
  page.on('requestfinished', () => (running -= 1));
  page.on('requestfailed', (request) => {
    running -= 1;
    // What the page no longer waits for, it breaks off itself.
    const reason = request.failure()?.errorText ?? '';
    if (!reason.includes('ERR_ABORTED')) failed.push(`${reason} ${new URL(request.url()).pathname}`);
  });
  page.on('response', (answer) => {
    if (answer.status() >= 400) failed.push(`${answer.status()} ${new URL(answer.url()).pathname}`);
  });
  return {
    async settle() {
      await page.locator('main h1, main h2, main [role=alert]').first().waitFor();
      const latest = performance.now() + 20_000;
      // A list without an end has always more to come: it is followed for a while, and then left.
      const isAtRest = async (looks: number) => running <= 0 && (!(await isBusy(page)) || looks > 40);
      for (let quiet = 0, looks = 0; quiet < 3; looks += 1) {
        quiet = (await isAtRest(looks)) ? quiet + 1 : 0;
        if (performance.now() > latest) throw new Error(`${page.url()} does not come to rest`);
        await page.waitForTimeout(50);
      }
      const told = failed;
      failed = [];
      return told;
    },
  };
}

/** Whether something is still to come; what is drawn only when one comes to it is come to. */
const isBusy = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const awaited = document.querySelector('main [aria-busy=true], main .MuiSkeleton-root');
    awaited?.scrollIntoView({ behavior: 'instant', block: 'center' });
    return awaited !== null;
  });

/** Goes on to another page without reading the program anew, as a link does. */
const goOn = (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => history.pushState({}, '', to), address);

/** The webhook whose page is looked at; made by the owner before the first walk, with an import and its mapping. */
let hook = '';

async function prepare(page: Page): Promise<string> {
  const { address } = visitor.house;
  const answer = await page.request.post(`${address}/v1/hooks`, {
    data: { url: 'https://example.com/hook', description: 'حسابداری', events: ['order.returned'] },
    headers: { origin: address, 'nardeban-business': 'demo', 'idempotency-key': 'walk' },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  await page.goto(`${address}/imports/new?lang=fa&business=demo`);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'انتخاب فایل' }).press('Enter');
  await (await choosing).setFiles({
    name: 'سفارش‌های تلفنی.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(ORDERS),
  });
  await page.waitForURL(/\/imports\/\d+/);
  await page.getByRole('button', { name: 'وارد کن', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'وارد شد' }).waitFor();
  const made: { hook: { id: number } } = await answer.json();
  return String(made.hook.id);
}

const ORDERS = `شماره سفارش,تاریخ,موبایل,نام مشتری,مبلغ (تومان),وضعیت
T-1,۱۴۰۴/۰۱/۱۵,۰۹۱۲۷۷۷۸۸۹۹,نازنین افشار,"۱۲۰٬۰۰۰",تکمیل شده
T-2,۱۴۰۴/۱۲/۳۱,۰۹۱۲۷۷۷۸۸۹۹,نازنین افشار,"۹۰٬۰۰۰",تکمیل شده
`;

const roles = ['owner', 'sales', 'analyst'] as const;
const walks = roles.flatMap((role) =>
  FORMS.filter((_, at) => nightly || DAILY[role].includes(at)).map((form) => ({
    role,
    form,
    name: form.name,
  })),
);

test('the owner brings a file in by the wizard', async () => {
  const page = await visitor.open('/settings/account?lang=fa&business=demo', {
    as: visitor.house.staff.owner,
  });
  hook = await prepare(page);
});

test.each(walks)(
  'the $role finds the pages readable, whole and in one language, $name',
  async ({ role, form }) => {
    const { house } = visitor;
    const page = await visitor.open(`/settings/account?lang=${form.lang}&business=demo`, {
      as: house.staff[role],
      ...form.device,
    });
    const watched = watch(page);
    await watched.settle();
    const faults: string[] = [];
    const refused = new Set<Path>();
    const known = new Set<string>();
    const turn = FORMS.indexOf(form) % 2;
    let addresses = 0;
    for (const path of pathsFor(role)) {
      for (const address of addressesOf[path]({ ...house, hook })) {
        if (!nightly && role === 'owner' && addresses++ % 2 !== turn) continue;
        const asked = `${address}${address.includes('?') ? '&' : '?'}lang=${form.lang}&business=demo`;
        await goOn(page, asked);
        // An answer that comes once more, after one has gone on, belongs to the page that asked first.
        const failed = (await watched.settle()).filter((one) => !known.has(one));
        for (const one of failed) known.add(one);
        if (failed.some((one) => one.startsWith('403'))) refused.add(path);
        else faults.push(...failed.map((one) => `${address}: ${one}`));
        if (LOST.test(await page.locator('main').innerText()))
          faults.push(`${address}: there is no such page`);
        const over = await overflow(page);
        if (over > 0) faults.push(`${address}: ${over} px over the edge`);
        const missing = (await words(page)).match(key);
        if (missing !== null) faults.push(`${address}: ${[...new Set(missing)].join(', ')} not translated`);
        const direction = await page.evaluate(() => document.documentElement.dir);
        if (direction !== (form.lang === 'fa' ? 'rtl' : 'ltr')) faults.push(`${address}: ${direction}`);
        // By day each room's own journey does.
        if (nightly) faults.push(...(await accessibilityFaults(page)).map((one) => `${address}: ${one}`));
        await visitor.picture(page, `demo-${role}-${form.name}-${address}`.replaceAll(/[^\w-]+/g, '-'));
      }
    }
    expect(faults).toEqual([]);
    expect([...refused].toSorted()).toEqual(REFUSED[role].toSorted());
  },
  nightly ? 1_200_000 : 240_000,
);

/** Comes in by the page itself, with the keyboard alone. */
async function comeIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  const field = page.locator('input[name=email]');
  await field.waitFor();
  await field.focus();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/ladders\/loyalty/);
}

const entries = (page: Page, name: string): Promise<string[]> =>
  page
    .getByRole('navigation', { name })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));

/** What the server answers to deeds tried behind the page's back. */
const answersTo = (page: Page, tried: readonly (readonly [method: string, path: string])[]) =>
  page.evaluate(
    (all) =>
      Promise.all(
        all.map(async ([method, path]) => {
          const body =
            method === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } };
          return (await fetch(path, { method, ...body })).status;
        }),
      ),
    tried,
  );

// What an owner and an analyst do all day is walked in files of their own; the whole of it on the demo shop each night.
describe('a day in the demo shop', () => {
  atNight(
    'the owner, in English on a wide screen: from the ladder by a band to the people in it, and a draft tried on all',
    async () => {
      const page = await visitor.open('/sign-in?lang=en', { as: null });
      await comeIn(page, visitor.house.staff.owner);
      const flows = page.getByRole('region', { name: 'Moves between rungs' });
      await flows.scrollIntoViewIfNeeded();
      await flows.getByRole('img').locator('svg path').nth(3).waitFor();
      const band = flows.getByRole('row').getByRole('link').first();
      const many = Number((await band.innerText()).replaceAll(/\D/g, ''));
      expect(many).toBeGreaterThan(0);
      const movers = page.getByRole('region', { name: /last seven days/ });
      await movers.getByRole('article').first().waitFor();
      await band.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/moves\?.*fromRung=/);
      await page.getByRole('main').getByRole('article').first().waitFor();
      await page
        .getByText(`${many.toLocaleString('en')} move`)
        .first()
        .waitFor();

      await goOn(page, '/studio/loyalty?rung=first-time-customer&lang=en&business=demo');
      const amount = page.getByRole('group', { name: 'To enter' }).getByRole('textbox').first();
      await amount.fill('3');
      await page.getByText(/^Draft kept/).waitFor();
      await page
        .getByRole('navigation', { name: 'Views' })
        .getByRole('link', { name: 'Try on people' })
        .click();
      await page.getByRole('button', { name: "Try it on everybody's past" }).click();
      await page.getByText(/of 1,\d{3} people would stand elsewhere|would stand elsewhere/).waitFor();
      await page.getByRole('button', { name: 'Why?' }).first().click();
      await expectAccessible(page);
      await page.goto(`${visitor.house.address}/docs/`);
      await page.getByRole('heading', { level: 1, name: /Nardeban/ }).waitFor();
    },
  );

  test('the seller, in Persian on a telephone: a person by their number, why and what next, an order and a relation', async () => {
    const { buyer, staff } = visitor.house;
    const page = await visitor.open('/sign-in?lang=fa', { as: null, ...PHONE });
    await comeIn(page, staff.sales);
    expect(await entries(page, 'بخش‌های برنامه')).not.toContain('/imports');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /جست‌وجوی مردم/ }).fill(buyer.mobile);
    await page.getByRole('option', { name: new RegExp(buyer.name), selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/people/${buyer.id}`));
    await page.getByRole('heading', { level: 1, name: buyer.name }).waitFor();
    await page
      .getByRole('region', { name: 'چرا اینجاست' })
      .getByText(/خرید پرداخت‌شده/)
      .first()
      .waitFor();
    await page.getByRole('region', { name: 'گام بعدی' }).waitFor();
    await page.getByRole('region', { name: 'سرگذشت' }).getByRole('article').first().waitFor();
    expect(await page.getByRole('button', { name: 'سنجاق کردن' }).count()).toBe(0);

    await page.getByRole('button', { name: 'افزودن نسبت' }).click();
    await page.getByLabel('چه کسی').fill('رضا');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'ثبت نسبت' }).press('Enter');
    await page.getByRole('button', { name: /پایان نسبت|برداشتن نسبت/ }).waitFor();
    await page.getByRole('tab', { name: 'خریدها' }).click();
    await page.getByRole('tabpanel').getByText(/تومان/).first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(
      await answersTo(page, [
        ['GET', '/v1/imports'],
        ['GET', '/v1/staff'],
        ['GET', '/v1/deeds'],
        ['POST', '/v1/people/exports'],
        ['GET', '/v1/ladders'],
      ]),
    ).toEqual([403, 403, 403, 403, 200]);
  });

  atNight(
    'the analyst, in English on a wide screen: the list by the arrow keys, a filter, and a file to take along',
    async () => {
      const page = await visitor.open('/sign-in?lang=en', { as: null });
      await comeIn(page, visitor.house.staff.analyst);
      expect(await entries(page, 'Parts of the program')).toEqual(
        expect.arrayContaining(['/people', '/imports', '/studio', '/settings']),
      );
      await page.keyboard.press('g');
      await page.keyboard.press('i');
      await page.getByRole('list', { name: 'Imports' }).waitFor();
      expect(await page.getByRole('link', { name: 'Import a file' }).count()).toBe(0);
      const criteria = { measure: 'count', of: 'order.paid', atLeast: 3 };
      await goOn(page, `/people?lang=en&filter=${encodeURIComponent(JSON.stringify({ criteria }))}`);
      const rows = page.locator('[role=row][data-index]');
      await page
        .getByText(/Looked at 1,\d{3} people, found/)
        .first()
        .waitFor();
      await rows.first().locator('a').focus();
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction(
        () => document.activeElement?.closest('[data-index]')?.getAttribute('data-index') === '1',
      );
      expect(await page.getByRole('button', { name: 'Save as a segment' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Export' }).press('Enter');
      await page.getByRole('dialog').getByRole('button', { name: 'Write the file' }).press('Enter');
      await page.getByRole('button', { name: 'Download' }).first().waitFor();
      await expectAccessible(page);
      expect(
        await answersTo(page, [
          ['POST', '/v1/facts'],
          ['POST', '/v1/segments'],
          ['GET', '/v1/staff'],
          ['GET', '/v1/deeds'],
          ['GET', '/v1/imports'],
        ]),
      ).toEqual([403, 403, 403, 200, 200]);
    },
  );
});

describe('whoever is not in', () => {
  test.each(FORMS.filter((_, at) => nightly || at < 1))('finds the ways in readable, $name', async (form) => {
    const page = await visitor.open('/sign-in', { as: null, ...form.device });
    for (const address of ['/sign-in', '/welcome', '/invitation#none', '/nowhere', '/no-such-page']) {
      await page.goto(`${visitor.house.address}${address.replace(/(?=#)|$/, `?lang=${form.lang}`)}`);
      await page.getByRole('main').getByRole('heading').first().waitFor();
      expect([address, (await words(page)).match(key)]).toEqual([address, null]);
      expect([address, await overflow(page)]).toEqual([address, 0]);
      await expectAccessible(page);
    }
  });
});

test('the browser has complained of nothing in all this', () => {
  expect(visitor.complaints).toEqual([]);
});
