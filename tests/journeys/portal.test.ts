import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { LEILA, NOBODY, openPortalHouse } from './portal-house.ts';
import { atNight, eventually, overflow, visitorOf } from './visitor.ts';

/** A customer on a small phone: from the code in a text message to a reward in the hand. */

const SMALL = { viewport: { width: 360, height: 740 }, hasTouch: true, as: null } as const;

const visitor = visitorOf(openPortalHouse, {
  // Refusals that are tried on purpose, strangers, and a connection that is cut.
  expected: /status of (?:401|404|409|422|429)|ERR_(?:CONNECTION_REFUSED|INTERNET_DISCONNECTED|FAILED)/,
});
const { open } = visitor;

async function signIn(
  page: Page,
  mobile: string,
  words = { ask: 'کد را بفرست', code: 'کد شش‌رقمی' },
): Promise<void> {
  const before = await visitor.house.lastCode(mobile);
  await page.locator('input[name=mobile]').fill(mobile.replace('+98', '0'));
  await page.getByRole('button', { name: words.ask }).click();
  await eventually(() => visitor.house.lastCode(mobile)).not.toBe(before);
  await page.getByLabel(words.code).fill(await codeFor(mobile));
  await page.getByRole('navigation').waitFor();
}

async function codeFor(mobile: string): Promise<string> {
  await eventually(() => visitor.house.lastCode(mobile)).toMatch(/^[0-9]{6}$/);
  return visitor.house.lastCode(mobile);
}

test('signs in by the code in the message, sees points and the way up, takes a reward, takes a consent back, signs out', async () => {
  const page = await open('/p/bamdad', SMALL);
  await page.getByRole('heading', { name: 'خوش آمدید' }).waitFor();
  await visitor.picture(page, 'portal-in-fa');
  await expectAccessible(page);
  // A mobile that cannot be one is said beside the field, a wrong code costs a try.
  await page.locator('input[name=mobile]').fill('۰۲۱۸۸۷۷');
  await page.getByRole('button', { name: 'کد را بفرست' }).click();
  await page.getByRole('alert').waitFor();
  await page.locator('input[name=mobile]').fill('۰۹۱۲ ۱۱۱ ۰۰۰۱');
  await page.getByRole('button', { name: 'کد را بفرست' }).click();
  const field = page.getByLabel('کد شش‌رقمی');
  expect(await field.getAttribute('autocomplete')).toBe('one-time-code');
  const code = await codeFor(LEILA.mobile);
  await field.fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'));
  await page.getByText(/۴ تلاش دیگر/).waitFor();
  await visitor.picture(page, 'portal-code-fa');
  await expectAccessible(page);
  // Told in the digits of the keyboard at hand.
  await field.fill([...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0x6c0)).join(''));

  await page.getByText('۱٬۲۸۰', { exact: false }).first().waitFor();
  await page.getByText(/۴۸۰ امتیاز از .* قابل خرج است/).waitFor();
  await page.getByText(/۳۰ امتیاز تا .* می‌ماند/).waitFor();
  expect(await page.locator('[aria-current=step]').innerText()).toContain('شما اینجا هستید');
  // What their level brings, and what the next one would.
  const level = page.locator('section', { has: page.getByRole('heading', { name: 'سطح باشگاه: نقره‌ای' }) });
  await level.getByText('قهوهٔ دوم هر روز مهمان ما').waitFor();
  await level.getByText('تا «طلایی» ۸ خرید مانده است.', { exact: false }).waitFor();
  await level.getByText('میز کنار پنجره', { exact: false }).waitFor();
  // Who joined at the till long ago is not welcomed as new.
  expect(await page.getByText('به باشگاه خوش آمدید').count()).toBe(0);
  // Nobody reads what staff call them, and no name runs as a page of its own.
  expect(await page.locator('main').innerText()).not.toMatch(/سرنخ|مخاطب بالقوه/);
  expect(await page.locator('h1 b').count()).toBe(0);
  expect(await overflow(page)).toBe(0);
  await visitor.picture(page, 'portal-home-fa');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'پاداش‌ها' }).click();
  const coffee = page.getByRole('listitem').filter({ hasText: 'یک فنجان قهوه' });
  await coffee.waitFor();
  await visitor.picture(page, 'portal-rewards-fa');
  await expectAccessible(page);
  await coffee.getByRole('button', { name: 'می‌خواهم' }).click();
  await page.getByText('۲۰۰ امتیاز خرج شود؟').waitFor();
  await page.getByRole('button', { name: 'بله، بگیر' }).dblclick();
  await page.getByText('کد را هنگام گرفتن نشان دهید', { exact: false }).waitFor();
  await visitor.picture(page, 'portal-taken-fa');
  const shown = await page.getByRole('dialog').locator('.code-text').innerText();
  await page.getByRole('button', { name: 'بستن' }).click();

  await page.getByRole('link', { name: 'کدهای من' }).click();
  await page.getByText(shown).waitFor();
  await page.getByText('۵۰۰٬۰۰۰ تومان').waitFor();
  expect(await page.getByRole('img', { name: 'کد عضویت' }).count()).toBe(1);
  await visitor.picture(page, 'portal-codes-fa');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'خانه' }).click();
  await page.getByText('۱٬۰۸۰', { exact: false }).first().waitFor();
  await page.getByRole('link', { name: 'پیشینه' }).click();
  await page.getByText('پاداش گرفتید').waitFor();
  await visitor.picture(page, 'portal-history-fa');
  await expectAccessible(page);
  // Touched twice, taken once.
  const told = await visitor.house.factsOfLeila();
  expect(told.filter(({ type }) => type === 'reward.redeemed')).toHaveLength(1);

  await page.getByRole('link', { name: 'دعوت' }).click();
  await page.getByRole('button', { name: 'فرستادن پیوند' }).waitFor();
  await visitor.picture(page, 'portal-invite-fa');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'من', exact: true }).click();
  const offers = page.getByRole('switch').first();
  await offers.check();
  await eventually(async () => (await visitor.house.factsOfLeila())[0]?.type).toBe('consent.given');
  await offers.uncheck();
  await eventually(async () => (await visitor.house.factsOfLeila())[0]?.type).toBe('consent.withdrawn');
  await visitor.picture(page, 'portal-mine-fa');
  await expectAccessible(page);
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: 'گرفتن فایل' }).click();
  expect((await file).suggestedFilename()).toBe('my-data-bamdad.json');

  await page.getByRole('button', { name: 'خروج', exact: true }).click();
  await page.locator('input[name=mobile]').waitFor();
  await page.goBack();
  await page.locator('input[name=mobile]').waitFor();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('912111');
});

atNight(
  'somebody with nothing is welcomed in English, in the dark, and a shop that is not there says so',
  async () => {
    const page = await open('/p/bamdad/rewards?lang=en', { ...SMALL, colorScheme: 'dark' });
    await signIn(page, NOBODY, { ask: 'Send me a code', code: 'Six-digit code' });
    await page.getByRole('heading', { name: 'Hello', exact: true }).waitFor();
    await page.getByText('Welcome to the club!').waitFor();
    expect(await page.evaluate(() => [document.dir, document.documentElement.lang])).toEqual(['ltr', 'en']);
    expect(await overflow(page)).toBe(0);
    await visitor.picture(page, 'portal-home-en-dark');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Rewards' }).click();
    await page.getByText('Only 200 Points to go.').waitFor();
    await page.getByRole('link', { name: 'Me', exact: true }).click();
    await page.getByLabel('Name').fill('Sam');
    await page.getByLabel('Day').fill('12');
    await page.getByLabel('Month').fill('5');
    await page.getByLabel('Year').fill('1370');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByText(/Birthday: .*Mordad/).waitFor();
    await visitor.picture(page, 'portal-mine-en-dark');
    await expectAccessible(page);

    const nowhere = await open('/p/no-such-shop', SMALL);
    await nowhere.getByRole('heading', { name: 'این صفحه باز نیست' }).waitFor();
  },
);

test('an installed page opens without a connection with what it last saw, and says so', async () => {
  const page = await open('/p/bamdad/', { ...SMALL, serviceWorkers: 'allow', unread: true });
  const mobile = '+989121110003';
  await signIn(page, mobile);
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
    return (await fetch(link?.href ?? '')).json();
  });
  expect(manifest).toMatchObject({
    name: 'کافه بامداد',
    start_url: '/p/bamdad/',
    scope: '/p/bamdad/',
    dir: 'rtl',
  });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await eventually(() => page.evaluate(async () => (await caches.keys()).length)).toBeGreaterThan(0);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByText('به اینترنت وصل نیستید', { exact: false }).waitFor();
  await page.getByRole('heading', { name: 'سلام' }).waitFor();
  await visitor.picture(page, 'portal-offline-fa');
  await page.context().setOffline(false);
});

atNight(
  'every page fits and can be read in both languages, both lights, on a small phone and a wide screen',
  async () => {
    const first = await open('/p/bamdad/', { ...SMALL, stays: true });
    // A mobile is sent one code a minute.
    visitor.house.later(61_000);
    await signIn(first, LEILA.mobile);
    const state = await first.context().storageState();
    for (const language of ['fa', 'en'])
      for (const colorScheme of ['light', 'dark'] as const)
        for (const width of [360, 1440]) {
          const page = await open(`/p/bamdad/?lang=${language}`, {
            ...SMALL,
            viewport: { width, height: 800 },
            colorScheme,
            storageState: state,
            unread: true,
          });
          for (const room of ['', 'rewards', 'codes', 'invite', 'history', 'mine']) {
            await page.goto(new URL(`/p/bamdad/${room}?lang=${language}`, visitor.house.address).href);
            await page.getByRole('heading', { level: 1 }).waitFor();
            await eventually(() => page.locator('.bone').count()).toBe(0);
            expect(await overflow(page), `${room} ${language} ${width}`).toBe(0);
            await expectAccessible(page);
            await visitor.picture(page, `all-${room || 'home'}-${language}-${colorScheme}-${width}`);
          }
        }
  },
);

test('the browser had nothing to complain of', () => {
  expect(visitor.complaints).toEqual([]);
});
