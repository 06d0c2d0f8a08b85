import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { fact, OWNER, OWNER_OF_TWO, openSmallShop } from './small-shop.ts';
import { atNight, overflow, PHONE, visitorOf } from './visitor.ts';

/** Whoever designs the ladder: they write it, see it refused, try it on real people, publish it, and go back. */

const visitor = visitorOf(
  async () => {
    const shop = await openSmallShop({ jobs: true });
    await shop.tell(
      Array.from({ length: 6 }, (_, order) =>
        fact(
          { mobile: '09127770001', name: 'نگار <i>پرخرید</i> 🌸' },
          'order.paid',
          60 - order * 5,
          { order: `G-${order}`, amount: 900_000, channel: order % 2 === 0 ? 'سایت' : 'حضوری' },
          `negar-${order}`,
        ),
      ),
    );
    return shop;
  },
  // A refused saving is answered with 409; and the server is away for a while.
  { expected: /status of 409|ERR_CONNECTION|Failed to fetch|fetching the script/ },
);
const { open } = visitor;

/** The rung of this name in the list, not the arrows beside it. */
const rungNamed = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^[۰-۹]+ ?${name}`) });
const keptWord = (page: Page): Locator => page.getByText(/^پیش‌نویس نگه داشته شد|^Draft kept/);
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: /نماها|Views/ }).getByRole('link', { name });

describe('from a draft to a version, and back', () => {
  test('a rung is built by clicking, refused while it is wrong, tried, published and rolled back', async () => {
    const page = await open('/studio');
    await page.getByRole('link', { name: /نردبان وفاداری/ }).click();
    await page.getByRole('button', { name: '+ پله' }).click();
    await page.getByRole('textbox', { name: 'نام به فارسی' }).first().fill('دوست خانه');
    const publish = page.getByRole('button', { name: 'منتشر کن' });
    expect(await publish.isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: 'نام به انگلیسی' }).first().fill('House friend');

    // At least four paid orders of the site: typed in Persian digits, the channel picked from what occurs.
    const enter = page.getByRole('group', { name: 'شرط ورود' });
    await enter.getByRole('button', { name: '+ شرط' }).click();
    const number = enter.getByRole('textbox', { name: 'مقدار' });
    await number.fill('چهار');
    await enter
      .getByText(/چهار.*عدد نیست/)
      .first()
      .waitFor();
    expect(await publish.isDisabled()).toBe(true);
    await number.fill('۲');
    await number.blur();
    await enter.getByRole('button', { name: '+ فقط آن‌هایی که…' }).click();
    await enter.getByLabel('کدام فیلد').selectOption('channel');
    const channel = enter.getByRole('combobox', { name: 'مقدار', exact: true }).last();
    await channel.click();
    await page.getByRole('option', { name: 'سایت' }).click();
    await page.getByText('دست‌کم ۲ خرید پرداخت‌شده با کانال «سایت»').waitFor();
    await keptWord(page).waitFor();
    await expectAccessible(page);

    // On everybody's past: who moves, and why.
    await tab(page, 'آزمودن روی آدم‌ها').click();
    await page.getByRole('button', { name: 'روی گذشتهٔ همه بیازما' }).click();
    await page.getByText(/^۱ نفر از ۶ جای دیگری می‌ایستد/).waitFor();
    const negar = page.getByRole('link', { name: /نگار <i>پرخرید/ });
    await negar.waitFor();
    await page.getByRole('button', { name: /^۱ نفر از «.*» به «دوست خانه»$/ }).click();
    await page.getByText(/^فقط از/).waitFor();
    await page.getByRole('button', { name: 'چرا؟' }).click();
    await page.getByText('شرط «دوست خانه» را دارد:').waitFor();
    expect(await page.getByText('دست‌کم ۲ خرید پرداخت‌شده با کانال «سایت»').count()).toBe(1);
    await expectAccessible(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);

    await publish.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/پلهٔ «دوست خانه» افزوده شد/).waitFor();
    await dialog.getByLabel(/یادداشتی برای تاریخچه/).fill('برای مشتری‌های سایت');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'منتشر کن' }).click();
    await page.getByText('همان است که برقرار است: نسخهٔ ۲').waitFor();

    await tab(page, 'تاریخچه').click();
    const second = page.getByRole('article', { name: 'نسخهٔ ۲' });
    await second.getByText('برای مشتری‌های سایت').waitFor();
    expect(await second.innerText()).toContain(OWNER.email);
    await second.getByRole('button', { name: 'چه عوض شد؟' }).click();
    await second.getByText(/پلهٔ «دوست خانه» افزوده شد: پلهٔ ۷ از پایین/).waitFor();
    await expectAccessible(page);
    await page
      .getByRole('article', { name: 'نسخهٔ ۱' })
      .getByRole('button', { name: 'بازگشت به این نسخه' })
      .click();
    await page
      .getByRole('dialog')
      .getByText(/پلهٔ «دوست خانه» برداشته شد/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'بازگشت به این نسخه' }).click();
    const third = page.getByRole('article', { name: 'نسخهٔ ۳' });
    await third.getByText('همان نسخهٔ ۱').waitFor();
    await third.getByText('برقرار', { exact: true }).waitFor();
    await page.goto(`${visitor.house.address}/ladders/loyalty`);
    await page
      .getByRole('list', { name: /نردبان وفاداری/ })
      .getByRole('link')
      .nth(5)
      .waitFor();
  });

  atNight('the same by keyboard alone, in English, at the width of a telephone', async () => {
    const page = await open('/studio/customer-types?lang=en', PHONE);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    /** Goes on by Tab until what is reached answers to the name; a mouse is never touched. */
    const reach = async (name: RegExp) => {
      for (let steps = 0; steps < 200; steps += 1) {
        const at = await page.evaluate(() => {
          const one = document.activeElement as HTMLElement | null;
          return `${one?.getAttribute('aria-label') ?? ''} ${one?.textContent ?? ''}`.trim();
        });
        if (name.test(at)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`No Tab leads to ${String(name)}`);
    };
    await reach(/^1\s*\S/);
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByText('It is in place 2 now.').waitFor({ state: 'attached' });
    await keptWord(page).waitFor();
    await expectAccessible(page);
    await reach(/^Try on people$/);
    await page.keyboard.press('Enter');
    await reach(/^Try it on everybody's past$/);
    await page.keyboard.press('Enter');
    await page.getByText(/people would stand elsewhere|would stand elsewhere\.$/).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.keyboard.press('Shift+Tab');
    for (let steps = 0; steps < 30; steps += 1) {
      const at = await page.evaluate(() => document.activeElement?.textContent ?? '');
      if (at === 'Publish') break;
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByText(/has lower priority|has higher priority/)
      .waitFor();
    await reach(/^Publish$/);
    await page.keyboard.press('Enter');
    await page.getByText('The same as is in force: version 2').waitFor();
  });

  test('a new typology is begun from nothing, and put away with its draft', async () => {
    const page = await open('/studio');
    await page.getByRole('button', { name: 'نردبان یا گونه‌شناسی تازه' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /گونه‌شناسی خالی/ }).check();
    await dialog.getByLabel('نام به فارسی').fill('شهرها');
    await dialog.getByLabel('نام به انگلیسی').fill('Cities');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'آغاز کن' }).click();
    await page.waitForURL(/\/studio\/cities/);
    await page.getByRole('button', { name: 'دور ریختن پیش‌نویس' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'دور ریختن پیش‌نویس' }).click();
    await page.waitForURL(/\/studio$/);
    await page.getByRole('link', { name: /سیزده مرحله/ }).waitFor();
    expect(await page.getByRole('link', { name: /شهرها/ }).count()).toBe(0);
  });
});

describe('two people on one draft', () => {
  test('who comes second sees what the other wrote, and both can stay', async () => {
    const mine = await open('/studio/loyalty');
    const theirs = await open('/studio/loyalty?business=small-shop', { as: OWNER_OF_TWO });
    await mine.getByRole('button', { name: '+ پله' }).waitFor();
    await theirs.getByRole('button', { name: '+ پله' }).waitFor();

    // Whoever looks again by chance before writing has read what the other wrote, and there is nothing to tell.
    const written = Promise.withResolvers<void>();
    await mine.route(/\/v1\/studio\/loyalty(?:\?|$)/, async (route) => {
      await written.promise;
      await route.continue();
    });

    const nameIn = (page: Page) =>
      page.getByRole('group', { name: 'این پله' }).getByRole('textbox', { name: 'نام به فارسی' });
    await theirs.getByRole('list').getByRole('button', { name: /^۱/ }).first().click();
    await nameIn(theirs).fill('نوشتهٔ پری');
    await keptWord(theirs).waitFor();
    await mine.getByRole('list').getByRole('button', { name: /^۲/ }).first().click();
    const writing = mine.waitForRequest((asked) => asked.method() === 'PUT');
    await nameIn(mine).fill('نوشتهٔ مینا');
    await writing;
    written.resolve();
    await mine.unrouteAll({ behavior: 'wait' });
    const dialog = mine.getByRole('dialog', { name: 'هم‌زمان کس دیگری هم نوشته است' });
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain(OWNER_OF_TWO.email);
    await dialog
      .getByText(/نوشتهٔ پری/)
      .first()
      .waitFor();
    await expectAccessible(mine);
    await dialog.getByRole('button', { name: 'هر دو بماند' }).click();
    await keptWord(mine).waitFor();
    await rungNamed(mine, 'نوشتهٔ پری').waitFor();
    // What was kept by one shows itself to the other, who had typed nothing since.
    await rungNamed(theirs, 'نوشتهٔ مینا').waitFor();

    // The same place, in two ways: one has to be chosen, and the other's is not lost in silence.
    await mine.getByRole('list').getByRole('button', { name: /^۳/ }).first().click();
    await theirs.getByRole('list').getByRole('button', { name: /^۳/ }).first().click();
    // "Kept" may still be the word for what was kept before: only the server's answer tells.
    const theirsKept = theirs.waitForResponse(
      (answer) => answer.request().method() === 'PUT' && answer.ok() && /\/draft(?:\?|$)/.test(answer.url()),
    );
    await nameIn(theirs).fill('سوم از پری');
    await theirsKept;
    await nameIn(mine).fill('سوم از مینا');
    await dialog.or(rungNamed(mine, 'سوم از پری')).first().waitFor();
    if (await dialog.isVisible()) {
      expect(await dialog.getByRole('button', { name: 'هر دو بماند' }).count()).toBe(0);
      await dialog.getByRole('button', { name: 'نوشتهٔ من بماند' }).click();
    }
    await keptWord(mine).waitFor();
    await rungNamed(theirs, 'سوم از مینا').waitFor();
  });

  atNight('what was typed while the server was away is kept when it is back', async () => {
    const page = await open('/studio/loyalty');
    const name = page.getByRole('group', { name: 'این پله' }).getByRole('textbox', { name: 'نام به فارسی' });
    await name.waitFor();
    await visitor.house.stopServing();
    await name.fill('در نبود سرور');
    await page.getByText(/^برنامه در دسترس نیست؛ نوشته‌تان این‌جاست/).waitFor();
    await visitor.house.serveAgain();
    await keptWord(page).waitFor();
    await page.reload();
    await rungNamed(page, 'در نبود سرور').waitFor();
  });
});

test('no page complained to the console', () => {
  expect(visitor.complaints).toEqual([]);
});
