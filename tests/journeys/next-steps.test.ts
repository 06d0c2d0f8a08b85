import { expect, test, vi } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { fact, openSmallShop } from './small-shop.ts';
import { atNight, type Coming, eventually, nightly, overflow, PHONE, visitorOf } from './visitor.ts';

/** What comes next: how the rungs came to be, what can be done for one person, and a publishing that is thought better of. */

// Whole paths on a machine that may have other work.
vi.setConfig({ testTimeout: 150_000 });

const NASRIN = { mobile: '09121230001', name: 'نسرین بهرامی' };
const UGLY = {
  external: 'کد-۱۲/AB_<b>x</b>',
  name: 'شرکت بازرگانی Müller & Söhne GmbH — نمایندگی انحصاری خاورمیانه <script>alert(1)</script> 🌸🌸 ٠١٢٣',
};

let nasrin = 0;
let ugly = 0;
let nobody = 0;

const visitor = visitorOf(
  async () => {
    const shop = await openSmallShop();
    [nasrin = 0, ugly = 0, nobody = 0] = await shop.tell([
      fact(NASRIN, 'order.paid', 40, { order: 'N-1', amount: 2_500_000, channel: 'حضوری' }, 'nasrin-1'),
      fact(UGLY, 'visit.made', 300, {}, 'ugly-1'),
      fact({ external: 'nobody' }, 'newsletter.subscribed', 700, {}, 'nobody-1'),
      ...Array.from({ length: 24 }, (_, tag) =>
        fact(
          UGLY,
          'tag.added',
          200 - tag,
          { tag: `برچسب بسیار دراز با words ${tag} و نشانهٔ &<>` },
          `tag-${tag}`,
        ),
      ),
      ...Array.from({ length: 220 }, (_, day) =>
        fact(
          UGLY,
          'page.viewed',
          250 - day,
          { url: `https://example.com/${'بسیار-دراز-'.repeat(8)}${day}` },
          `u-${day}`,
        ),
      ),
    ]);
    return shop;
  },
  { expected: /status of 409/ },
);
const { open, picture } = visitor;

test('each rung has its line: read with the pointer, with the keys against the reading direction, and as a table', async () => {
  const page = await open('/ladders/loyalty');
  const lines = page.getByRole('slider', { name: /هفته به هفته/ });
  await lines.first().waitFor();
  expect(await lines.count()).toBe(6);
  const line = page
    .getByRole('slider', { name: /«مشتری نخستین/ })
    .or(lines.nth(2))
    .first();
  await line.focus();
  const newest = await line.getAttribute('aria-valuetext');
  expect(newest).toMatch(/^[۰-۹]+ .+: [۰-۹]+ نفر$/);
  // Time runs to the left here: the newest is leftmost, and to the right it was earlier.
  await line.press('ArrowRight');
  expect(await line.getAttribute('aria-valuetext')).not.toBe(newest);
  await line.press('ArrowLeft');
  expect(await line.getAttribute('aria-valuetext')).toBe(newest);
  await line.hover({ position: { x: 120, y: 20 } });
  await eventually(() => line.getAttribute('aria-valuetext')).not.toBe(newest);
  await page.getByText('شمار هر پله در دوازده ماه گذشته').click();
  const table = page.getByRole('table').filter({ hasText: 'روز' }).first();
  expect(await table.getByRole('row').count()).toBe(54);
  await expectAccessible(page);
  await picture(page, 'ladder-fa-1440');
  // The walk through the demo shop sees it on a telephone before every change.
  if (!nightly) return;
  const small = await open('/ladders/loyalty?lang=en', { ...PHONE, locale: 'en-GB' });
  await small.getByRole('slider').first().waitFor();
  expect(await overflow(small)).toBe(0);
  await picture(small, 'ladder-390');
});

test('what is missing becomes a call, a message in words, an order that is written down, and a date to come back to', async () => {
  const page = await open(`/people/${nasrin}`);
  const next = page.getByRole('region', { name: 'گام بعدی' });
  await next
    .getByText(/دیگر|خرید/)
    .first()
    .waitFor();
  const step = next.getByRole('group', { name: 'کارهای این گام' }).first();
  expect(await step.getByRole('link', { name: 'تماس' }).getAttribute('href')).toBe('tel:+989121230001');
  const sms = await step.getByRole('link', { name: 'پیامک' }).getAttribute('href');
  expect(decodeURIComponent(sms ?? '')).toMatch(
    /^sms:\+989121230001\?body=سلام نسرین بهرامی، از کافه بامداد/,
  );
  // Where time alone takes them, and when.
  await next.getByRole('heading', { name: 'اگر کاری نشود' }).waitFor();
  await next.getByText('آنچه آن روز دیگر برقرار نیست').waitFor();
  await expectAccessible(page);
  await picture(page, 'person-fa-1440');

  const before = await page
    .getByRole('region', { name: 'جای او' })
    .getByRole('heading')
    .first()
    .textContent();
  await step.getByRole('button', { name: 'ثبت خرید پرداخت‌شده' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/شماره سفارش/).fill('N-2');
  await dialog.getByLabel(/مبلغ \(تومان\)/).fill('۳۲۰٬۰۰۰');
  await dialog.getByRole('button', { name: 'ثبت', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await eventually(() =>
    page.getByRole('region', { name: 'جای او' }).getByRole('heading').first().textContent(),
  ).not.toBe(before);
  await next.getByRole('button', { name: 'قرار پیگیری' }).first().click();
  expect(await dialog.getByRole('combobox').first().inputValue()).toBe('قرار پیگیری');
});

atNight(
  'nobody to call, hundreds of facts and names of any length neither break the page nor run',
  async () => {
    const forms: readonly (readonly [string, string, Coming])[] = [
      ['person-ugly-390', `/people/${ugly}`, PHONE],
      ['person-ugly-fa-1440', `/people/${ugly}`, {}],
      ['person-ugly-dark-en', `/people/${ugly}?lang=en`, { colorScheme: 'dark', locale: 'en-GB' }],
      ['person-nobody-390', `/people/${nobody}`, PHONE],
    ];
    for (const [name, path, coming] of nightly ? forms : forms.slice(0, 1)) {
      const page = await open(path, coming);
      await page.locator('#next').waitFor();
      await page.getByRole('tabpanel').getByRole('listitem').first().waitFor();
      expect(await overflow(page)).toBe(0);
      await picture(page, name);
    }
    const page = await open(`/people/${nobody}`);
    await page.getByText('شماره یا ایمیلی از او ثبت نشده است.').first().waitFor();
  },
);

atNight(
  'a publishing is stopped from its page: what was in force stays, and the draft is there to be published again',
  async () => {
    const page = await open('/studio/loyalty');
    await page
      .getByText(/^نام (این )?نردبان/)
      .first()
      .click();
    await page.getByRole('textbox', { name: 'نام به فارسی' }).first().fill('نردبان تازه');
    await page.getByText(/^پیش‌نویس نگه داشته شد/).waitFor();
    await page.getByRole('button', { name: 'منتشر کن' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'منتشر کن' }).click();
    // Nobody works at jobs in this house: it stands at the beginning until it is stopped.
    await page.getByRole('region', { name: 'پیشرفت انتشار' }).waitFor();
    await picture(page, 'studio-fa-1440');
    await page.getByRole('button', { name: 'توقف انتشار' }).click();
    const dialog = page.getByRole('dialog');
    await expectAccessible(page, { inside: '[role=dialog]' });
    await dialog.getByRole('button', { name: 'توقف انتشار' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('انتشار متوقف شد.').waitFor();
    await page.getByText(/^پیش‌نویس نگه داشته شد/).waitFor();
    await page.getByRole('heading', { name: 'نردبان تازه' }).waitFor();
    expect(await page.getByRole('button', { name: 'منتشر کن' }).isEnabled()).toBe(true);
    await page.getByRole('button', { name: 'منتشر کن' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'منتشر کن' }).click();
    await page.getByRole('button', { name: 'توقف انتشار' }).waitFor();
    if (!nightly) return;
    const english = await open('/studio/loyalty', { ...PHONE, locale: 'en-GB', colorScheme: 'dark' });
    await english.getByRole('progressbar').first().waitFor();
    expect(await overflow(english)).toBe(0);
    await picture(english, 'studio-390-dark');
  },
);

test('nothing was refused or ran that should not have', () => {
  expect(visitor.complaints).toEqual([]);
});
