import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFaults, expectAccessible } from './accessibility.ts';
import { OWNER, OWNER_OF_TWO, openSmallShop } from './small-shop.ts';
import { atNight, type Coming, eventually, nightly, PHONE, visitorOf } from './visitor.ts';

/** The frame that every view stands in: ways through it, by hand, by keyboard, on paper, and while the server is away. */

const visitor = visitorOf(() => openSmallShop({ jobs: true }), {
  // The server is away for a while, and a part of the page is taken away on purpose.
  expected: /ERR_CONNECTION|ERR_EMPTY|503|status of 404|Another version|fetching the script/,
});
const { open } = visitor;
const openAsStranger = (path: string) => open(path, { as: null });

async function enter(page: Page, who: { email: string; password: string }): Promise<void> {
  await page.locator('input[name=email]').fill(who.email);
  await page.locator('input[name=password]').fill(who.password);
  await page.getByRole('button', { name: 'ورود', exact: true }).click();
  await page.waitForURL(/\/ladders\//);
}

const palette = (page: Page) =>
  page.getByRole('combobox', { name: /جست‌وجوی مردم، صفحه‌ها|Search people, pages/ });
const settled = (page: Page) => page.locator('main h1').first().waitFor();

describe('the command palette', () => {
  test('finds a page by its name in either language and under either keyboard, and Enter goes there', async () => {
    const page = await open('/ladders/loyalty');
    await settled(page);
    for (const typed of nightly ? ['مردم', 'people', 'lvnl', 'حثخحمث', 'mardom'] : ['people', 'lvnl']) {
      await page.keyboard.press('Control+k');
      await palette(page).fill(typed);
      await page.getByRole('option', { name: 'مردم', exact: false, selected: true }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/people/);
      await page.goBack();
      await page.waitForURL(/\/ladders\/loyalty/);
    }
  });

  test('finds a person, also when their name was typed under the other keyboard, and remembers them', async () => {
    const page = await open('/ladders/loyalty');
    await settled(page);
    await page.keyboard.press('Control+k');
    // «سارا» on a keyboard left in English.
    await palette(page).fill('shvh');
    await page.getByRole('option', { name: /سارا کریمی/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'سارا کریمی' }).waitFor();
    await page.keyboard.press('Control+k');
    await page
      .getByRole('group', { name: 'تازگی‌ها' })
      .getByRole('option', { name: /سارا کریمی/ })
      .waitFor();
  });

  test('does things: dark appearance, the other language, signing out', async () => {
    const page = await openAsStranger('/');
    await enter(page, OWNER);
    const command = async (typed: string) => {
      await page.keyboard.press('Control+k');
      await palette(page).fill(typed);
      await page.getByRole('option', { selected: true }).waitFor();
      await page.keyboard.press('Enter');
    };
    await command('تیره');
    await eventually(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.reload();
    await settled(page);
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await command('english');
    await eventually(() => page.locator('html').getAttribute('dir')).toBe('ltr');
    await command('log out');
    await page.waitForURL(/\/sign-in/);
    expect(await page.evaluate(() => localStorage.getItem('nardeban.recent'))).toBeNull();
  });

  atNight('is a combobox: arrows go round, the chosen row is told, Escape gives the focus back', async () => {
    const page = await open('/ladders/loyalty');
    await settled(page);
    const opener = page.getByRole('button', { name: 'جست‌وجو', exact: false }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    const field = palette(page);
    const chosen = async () => {
      const id = (await field.getAttribute('aria-activedescendant')) ?? '';
      return page.evaluate((one) => document.getElementById(one)?.textContent ?? '', id);
    };
    await page.getByRole('option', { selected: true }).waitFor();
    const first = await chosen();
    await page.keyboard.press('ArrowUp');
    await eventually(chosen).toContain('خروج');
    await page.keyboard.press('ArrowDown');
    await eventually(chosen).toBe(first);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    expect(await opener.evaluate((one) => one === document.activeElement)).toBe(true);
  });
});

describe('the keyboard', () => {
  /** A key as a Persian layout gives it: the place says K, the letter written is ن. */
  const persianKey = (page: Page, code: string, key: string, more: object = {}) =>
    page.evaluate(
      (pressed) => {
        const target = document.activeElement ?? document.body;
        target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...pressed }));
      },
      { code, key, ...more },
    );

  test('g p and g l go to the pages, under a Persian layout too', async () => {
    const page = await open('/ladders/loyalty');
    await settled(page);
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.waitForURL(/\/people/);
    // The keyboard begins at the name of the page that was gone to.
    const focused = () =>
      page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`);
    await eventually(focused).toBe('H1 مردم');
    await persianKey(page, 'KeyG', 'ل');
    await persianKey(page, 'KeyL', 'م');
    await page.waitForURL(/\/ladders\/loyalty/);
    await eventually(focused).toContain('H1');
    await persianKey(page, 'KeyK', 'ن', { ctrlKey: true });
    await palette(page).waitFor();
  });

  atNight('what is typed into a field stays text', async () => {
    const page = await open('/ladders/loyalty');
    await settled(page);
    await page.getByLabel('در روز').fill('');
    await page.getByLabel('در روز').pressSequentially('gp/?');
    expect(await page.getByLabel('در روز').inputValue()).toBe('gp/?');
    expect(page.url()).toContain('/ladders/loyalty');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('? shows every shortcut, and single letters can be switched off', async () => {
    const page = await open('/ladders/loyalty?lang=en');
    await settled(page);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.getByText('Undo the last thing').waitFor();
    await expectAccessible(page);
    await sheet.getByRole('switch').or(sheet.getByRole('checkbox')).first().click();
    await sheet.getByRole('button', { name: 'Close' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(page.url()).toContain('/ladders/');
  });

  atNight('the side bar folds, stays folded, and says where one is', async () => {
    const page = await open('/people');
    const here = page.getByRole('navigation', { name: 'بخش‌های برنامه' }).getByRole('link', { name: 'مردم' });
    expect(await here.getAttribute('aria-current')).toBe('page');
    await page.getByRole('button', { name: 'جمع‌کردن نوار کناری' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'بازکردن نوار کناری' }).waitFor();
    expect(await here.getAttribute('aria-current')).toBe('page');
  });
});

/** The rung of leads on the ladder; the navigation has a place of that name too. */
const rungLead = (page: Page) => page.getByRole('main').getByRole('link', { name: /سرنخ/ });

describe('a link holds the whole view', () => {
  test('back and forward lead through the views, and to the place one had scrolled to', async () => {
    const page = await open('/ladders/loyalty', { viewport: { width: 1440, height: 500 } });
    await settled(page);
    await rungLead(page).waitFor();
    await page.evaluate(() => scrollTo(0, 400));
    await eventually(() => page.evaluate(() => scrollY)).toBe(400);
    await rungLead(page).click();
    await page.waitForURL(/rungs\/lead/);
    await page.goBack();
    await page.waitForURL(/ladders\/loyalty$|ladders\/loyalty\?/);
    await eventually(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
    await page.goForward();
    await page.waitForURL(/rungs\/lead/);
  });
});

describe('while the server is away', () => {
  test('the page says so calmly, keeps what was typed, and recovers without a reload', async () => {
    const page = await open('/ladders/loyalty', { unread: true });
    await settled(page);
    await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
    const field = page.getByLabel('در روز');
    await field.fill('۱۴۰۴/۰۱');
    await visitor.house.stopServing();
    try {
      // The view asks by itself every few seconds, and finds nobody.
      await page.getByText('ارتباط با برنامه قطع شده است').waitFor();
      expect(await field.inputValue()).toBe('۱۴۰۴/۰۱');
    } finally {
      await visitor.house.serveAgain();
    }
    await page.getByText('ارتباط با برنامه قطع شده است').waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('۱۴۰۴/۰۱');
    // A page that was not opened before waits for the server, and what is on the screen stays meanwhile.
    await visitor.house.stopServing();
    try {
      const asked = page.waitForEvent('requestfailed');
      await rungLead(page).click();
      await asked;
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('نردبان');
    } finally {
      await visitor.house.serveAgain();
    }
    await page.waitForURL(/rungs\/lead/);
    await page.getByRole('link', { name: /علی رضایی/ }).waitFor();
    expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);
  });

  atNight('a part that another version took away is told, with the offer to reload', async () => {
    const page = await open('/ladders/loyalty');
    await settled(page);
    // Another build is served: none of the old parts is there, and the page itself names another script.
    await page.route(/\/assets\/(?:RungPage|Palette)/, (route) =>
      route.fulfill({ status: 404, body: 'gone' }),
    );
    await page.route(`${visitor.house.address}/`, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        body: (await answer.text()).replaceAll('/assets/index-', '/assets/other-'),
      });
    });
    await rungLead(page).click();
    await page.getByRole('alert').getByText('نسخهٔ تازه‌ای از برنامه آمده است').waitFor();
    await page.getByRole('button', { name: 'تازه‌کردن صفحه' }).waitFor();
  });

  test('the installed page keeps its own files and no answer of the server', async () => {
    const page = await open('/ladders/loyalty', { serviceWorkers: 'allow' });
    await settled(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map((request) => new URL(request.url).pathname);
    });
    expect(kept).toContain('/offline.html');
    expect(
      kept.filter((path) => !/^\/(?:assets\/|offline\.|mark\.svg|first-light\.js|till$)/.test(path)),
    ).toEqual([]);
    const manifest = await (await fetch(`${visitor.house.address}/manifest.webmanifest`)).json();
    expect(manifest).toMatchObject({ name: 'نردبان', display: 'standalone', dir: 'rtl' });
    for (const icon of manifest.icons)
      expect((await fetch(visitor.house.address + icon.src)).status).toBe(200);
    await visitor.house.stopServing();
    try {
      await page.reload();
      await page.getByRole('heading', { name: 'به برنامه نمی‌رسیم' }).waitFor();
      await page.getByRole('heading', { name: 'The program cannot be reached' }).waitFor();
    } finally {
      await visitor.house.serveAgain();
    }
    // The offline page tries by itself.
    await settled(page);
  });
});

describe('a session that ended', () => {
  test('leads to the sign-in and back to the same view', async () => {
    const page = await openAsStranger('/');
    await enter(page, OWNER_OF_TWO);
    await page.goto(`${visitor.house.address}/ladders/loyalty?business=small-shop&period=quarter`);
    await settled(page);
    await page.context().clearCookies();
    await page.waitForURL(/\/sign-in\?/);
    await page.locator('input[name=email]').fill(OWNER_OF_TWO.email);
    await page.locator('input[name=password]').fill(OWNER_OF_TWO.password);
    await page.getByRole('button', { name: 'ورود', exact: true }).click();
    await page.waitForURL(/\/ladders\/loyalty\?.*period=quarter/);
  });
});

test('on paper there is the view, whose it is and of which day, and nothing to press', async () => {
  const page = await open('/ladders/loyalty', { colorScheme: 'dark' });
  await settled(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  expect(await page.getByText('کافه بامداد').filter({ visible: true }).count()).toBe(1);
  expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
});

test('the documents of the API run their examples on this server, under our content security policy', async () => {
  const page = await open('/docs/');
  const operation = page.locator('#operations-ladder-listLadders');
  await page.getByRole('combobox').selectOption('people');
  await page.locator('#operations-tag-people').waitFor();
  await page.getByRole('combobox').selectOption('ladder');
  await operation.locator('button.opblock-summary-control').click();
  await operation.getByRole('button', { name: 'Execute' }).click();
  await operation.locator('.live-responses-table .response-col_status').getByText('200').waitFor();
  await visitor.picture(page, 'docs');
});

describe('axe finds nothing', () => {
  const views = [
    '/ladders/loyalty',
    '/ladders/loyalty/rungs/lead',
    '/people',
    '/people/SARA',
    '/no-such-page',
  ];
  const devices = { 'on a wide screen': {}, 'on a telephone': PHONE };
  // Every view on every device in every language in the nightly run, where things move as whoever asks for nothing sees
  // them. Before every change the walk through the demo shop sees each of them; here only the change of the light is.
  const motion: Coming = nightly ? { reducedMotion: 'no-preference' } : {};
  const cases = Object.entries(devices).flatMap(([device, options]) =>
    (['fa', 'en'] as const).flatMap((lang) => views.map((view) => ({ view, lang, device, options }))),
  );
  const isAlways = ({ view, lang, device }: (typeof cases)[number]) =>
    device === 'on a wide screen' && lang === 'fa' && view === '/ladders/loyalty';
  test.each(cases.filter((one) => nightly || isAlways(one)))(
    'at $view in $lang $device, by day and by night',
    async ({ view, lang, options }) => {
      const path = `${view.replace('SARA', String(visitor.house.sara))}?lang=${lang}`;
      const page = await open(path, { ...options, ...motion });
      await page.locator('h1, h2').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html[data-theme=dark]').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    },
  );

  atNight('for whoever asks for less motion nothing moves', async () => {
    const page = await open('/ladders/loyalty');
    await settled(page);
    const slowest = () =>
      page.evaluate(() =>
        Math.max(
          ...[...document.querySelectorAll('*')].flatMap((one) =>
            getComputedStyle(one).transitionDuration.split(',').map(Number.parseFloat),
          ),
        ),
      );
    expect(await slowest()).toBeLessThan(0.001);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await slowest()).toBeGreaterThan(0.1);
  });

  test('at the sign-in, in the sheet of a telephone, in the menus', async () => {
    const stranger = await openAsStranger('/sign-in');
    await stranger.getByRole('button', { name: 'ورود', exact: true }).waitFor();
    await expectAccessible(stranger);
    const phone = await open('/ladders/loyalty', PHONE);
    await settled(phone);
    await phone.getByRole('button', { name: 'بیشتر' }).click();
    await phone.getByRole('dialog').getByRole('link', { name: 'مردم' }).waitFor();
    await expectAccessible(phone);
    await phone.getByRole('dialog').getByRole('link', { name: 'مردم' }).click();
    await phone.waitForURL(/\/people/);
    await phone.getByRole('button', { name: 'حساب من' }).click();
    await phone.getByRole('menu').waitFor();
    await expectAccessible(phone);
  });
});

test('in all this the browser complained of nothing', () => {
  expect(visitor.complaints).toEqual([]);
});
