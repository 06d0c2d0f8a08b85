import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { lineTo } from './line.ts';
import { CASHIER, CODE, LEILA, NIMA, OMID, openTillHouse, POINTS, SARA } from './till-house.ts';
import { atNight, eventually, overflow, PHONE, visitorOf } from './visitor.ts';

/** A cashier at the till, in a real browser: by keyboard alone, without network, and when things come back. */

const visitor = visitorOf(openTillHouse, {
  expected:
    /status of (404|409|422)|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|ERR_EMPTY_RESPONSE|Failed to fetch/,
});
const { open } = visitor;

afterAll(() => expect(visitor.complaints).toEqual([]));

interface Orders {
  readonly orders: readonly { number: string; due: number; state: string; person: number | null }[];
}
async function orders(): Promise<Orders['orders']> {
  const listed = await visitor.house.ask<Orders>('GET', '/v1/till/orders');
  return listed.orders;
}
async function pointsOf(mobile: string): Promise<number> {
  const found: { people: { balances: { wallet: string; available: number }[] }[] } = await visitor.house.ask(
    'POST',
    '/v1/till/find',
    { text: mobile },
  );
  return found.people[0]?.balances.find(({ wallet }) => wallet === 'points')?.available ?? 0;
}

/** Types as a scanner does, and as a hand: letters, then Enter. */
async function key(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}
/** Until the cursor stands where the next key belongs. */
const at = (page: Page, id: string) =>
  eventually(() => page.evaluate(() => document.activeElement?.id ?? '')).toBe(id);
/** Until the price is that of the basket as it stands. */
const priced = (page: Page) => eventually(() => page.locator('aside [aria-busy=false]').count()).toBe(1);

/** Rings up so many coffees at 90,000 toman. */
async function ring(page: Page, code: string, price: string): Promise<void> {
  await at(page, 'till-item');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await at(page, 'till-price');
  await key(page, price);
  await at(page, 'till-item');
}

async function registerTill(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'ثبت این صندوق' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('نام صندوق').fill('صندوق دم در');
  await dialog.getByRole('button', { name: 'ثبت', exact: true }).click();
  await page.getByText('صندوق دم در', { exact: true }).waitFor();
}

test('a cashier sells by keyboard alone: points are used, a skipped code says why, and the next customer is one key away', async () => {
  const page = await open('/till?lang=fa', { as: CASHIER });
  await page.getByRole('heading', { level: 1, name: 'صندوق' }).waitFor();
  await at(page, 'till-customer');
  await visitor.picture(page, 'empty-fa-1440');
  await expectAccessible(page);

  await key(page, '۰۹۱۲۱۱۱۰۰۰۱');
  await page.getByText('تا ۹ روز دیگر می‌سوزد', { exact: false }).waitFor();
  await ring(page, 'coffee', '90000');
  // Once sold, its code alone rings it up; plus and minus are for the last line.
  await key(page, 'coffee');
  await page.keyboard.press('+');
  await page.keyboard.press('-');
  await ring(page, 'cake', '۱۲۰۰۰۰');
  await page.getByLabel('حساب').getByText('۳۰۰٬۰۰۰ تومان').waitFor();
  await page.getByText('قدردانی از همسایه‌ها').waitFor();

  await page.keyboard.press('F6');
  await at(page, 'till-code');
  await key(page, CODE);
  const not = page.getByRole('list', { name: 'آنچه کم نشد و چرا' });
  await not.getByText('از ۵٬۰۰۰٬۰۰۰ تومان خرید به بالاست', { exact: false }).waitFor();

  await page.keyboard.press('F7');
  await at(page, 'till-use-points');
  await page.getByText(`تا ۱٬۲۸۰ از ۱٬۲۸۰ می‌شود خرج کرد.`).waitFor();
  await page.keyboard.type('505');
  await not.waitFor();
  await page.getByLabel('حساب').getByText('۵۰۰ امتیاز').waitFor();
  await page.getByText('در مضرب‌های ۱۰ خرج می‌شود.').waitFor();
  // Whoever sells does not read the club, and can give its rewards all the same.
  const cup = page.getByRole('button', { name: 'یک فنجان مهمان ما · ۱۰۰ امتیاز' });
  await cup.click();
  await page.getByRole('button', { name: 'یک فنجان مهمان ما', pressed: true }).waitFor();
  await priced(page);
  await cup.click();
  await priced(page);
  await visitor.picture(page, 'basket-fa-1440');
  await expectAccessible(page);

  await page.keyboard.press('F9');
  await at(page, 'till-confirm');
  // 300,000 less 5 % less 50,000 of points.
  await page.getByRole('button', { name: '۲۳۵٬۰۰۰ تومان گرفته شد' }).waitFor();
  await visitor.picture(page, 'paying-fa-1440');
  await page.keyboard.press('F9');
  await at(page, 'till-next');
  await page.getByText('سپاس که همسایهٔ خوب مایید.').waitFor();
  await visitor.picture(page, 'receipt-fa-1440');
  await expectAccessible(page);
  const [sold] = await orders();
  expect(sold).toMatchObject({ due: 2_350_000, state: 'closed' });
  expect(await pointsOf(LEILA.mobile)).toBe(POINTS - 500);
  await page.keyboard.press('Enter');
  await at(page, 'till-customer');
  expect(await page.getByRole('list', { name: 'سبد' }).count()).toBe(0);
});

test('a gift card pays, nobody in particular buys an amount, and what is refused is said beside its field', async () => {
  const page = await open('/till?lang=fa', { as: CASHIER });
  await at(page, 'till-customer');
  await page.keyboard.press('Enter');
  await at(page, 'till-item');
  await page.getByRole('button', { name: 'فقط مبلغ' }).click();
  await at(page, 'till-amount');
  await page.keyboard.type('1250000');
  await page.getByText('یک میلیون و دویست و پنجاه هزار تومان').first().waitFor();
  expect(await page.getByLabel('مبلغ خرید').inputValue()).toBe('۱٬۲۵۰٬۰۰۰');
  await page.keyboard.press('F6');
  await at(page, 'till-code');
  await key(page, 'no such code');
  await eventually(() => page.getByLabel('کد تخفیف یا کارت هدیه').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('کد تخفیف یا کارت هدیه').fill(visitor.house.card);
  await page.keyboard.press('Enter');
  await page.getByText(/کارت هدیه …/).waitFor();
  await priced(page);
  await page.getByLabel('حساب').getByText('−۵۰۰٬۰۰۰', { exact: false }).waitFor();
  await page.keyboard.press('F9');
  await at(page, 'till-confirm');
  await page.keyboard.press('Escape');
  await at(page, 'till-amount');
  await page.getByRole('button', { name: 'نقد' }).click();
  await page.keyboard.press('F9');
  await at(page, 'till-confirm');
  await page.keyboard.press('Enter');
  await at(page, 'till-next');
  const [sold] = await orders();
  expect(sold).toMatchObject({ person: null, state: 'closed' });
});

const CARD_CODE = /^(?:[0-9A-Z]{4,5}-){3,4}[0-9A-Z]{4,5}$/;

/** Sells two coffees with a gift card of 200,000 toman, and 250 points' worth off them. */
async function sellCard(
  page: Page,
  words: { readonly sell: string; readonly off: RegExp; readonly howMuch: string; readonly cards: string },
  name: string,
): Promise<string> {
  await at(page, 'till-customer');
  await key(page, SARA);
  await ring(page, 'coffee', '90000');
  await page.keyboard.press('+');
  await page.locator('#till-price').fill('200000');
  await page.getByRole('button', { name: words.sell }).click();
  await page.getByRole('button', { name: words.off }).click();
  const howMuch = page.getByLabel(words.howMuch);
  await howMuch.fill('260');
  await eventually(() => howMuch.getAttribute('aria-invalid')).toBe('true');
  await howMuch.fill('250');
  await priced(page);
  await visitor.picture(page, `card-${name}`);
  expect([name, await overflow(page)]).toEqual([name, 0]);
  await expectAccessible(page);
  await page.locator('#till-pay').click();
  await at(page, 'till-confirm');
  await page.keyboard.press('F9');
  await page.getByRole('heading', { name: words.cards }).waitFor();
  const code = await page.getByText(CARD_CODE).textContent();
  await visitor.picture(page, `card-receipt-${name}`);
  expect([name, await overflow(page)]).toEqual([name, 0]);
  await expectAccessible(page);
  return code ?? '';
}

test('a gift card is sold with other things, and of a reward the customer chooses how much', async () => {
  const points = await pointsOf(SARA);
  const page = await open('/till?lang=fa', { as: CASHIER });
  const code = await sellCard(
    page,
    {
      sell: 'فروش کارت هدیه به این مبلغ',
      off: /^تخفیف دلخواه/,
      howMuch: 'امتیاز برای تخفیف دلخواه',
      cards: 'کارت‌های هدیهٔ این خرید',
    },
    'fa-1440',
  );
  // 180,000 less 5 % less 25,000 of points, and the card at its full price.
  const [sold] = await orders();
  expect(sold).toMatchObject({ due: 3_460_000, state: 'closed' });
  expect(await pointsOf(SARA)).toBe(points - 250);
  const check = (typed: string | null): Promise<unknown> =>
    visitor.house.ask('POST', '/v1/club/gift-cards/check', { code: typed });
  expect(await check(code)).toMatchObject({ available: 2_000_000, refused: null });
  // Asked for again, the code is not told a second time, and no second card is made.
  await page.keyboard.press('F8');
  await at(page, 'till-order');
  await key(page, sold?.number ?? '');
  await page.getByRole('button', { name: 'صدور کارت‌های هدیه' }).click();
  await page.getByText(`به کارت …${code.slice(-4)} کد تازه بدهید`, { exact: false }).waitFor();
  // The till gives the card another one on the spot, and the first is worth nothing any more.
  await page.getByRole('button', { name: 'کد تازه' }).click();
  const another = await page.getByText(CARD_CODE).textContent();
  await visitor.picture(page, 'card-recoded-fa');
  expect(await check(another)).toMatchObject({ available: 2_000_000, refused: null });
  await expect(check(code)).rejects.toThrow('gift_card_unknown');
  // Taken out of the network a card is not sold, and the basket stays.
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: 'فروش کارت هدیه به این مبلغ' }).waitFor();
  await page.locator('#till-price').fill('50000');
  await page.getByRole('button', { name: 'فروش کارت هدیه به این مبلغ' }).click();
  await priced(page);
  await page.context().setOffline(true);
  await page.keyboard.press('F9');
  await page.getByRole('alert').getByText('کارت هدیه بی شبکه فروخته نمی‌شود', { exact: false }).waitFor();
  await page.getByRole('list', { name: 'سبد' }).getByText('کارت هدیه', { exact: true }).waitFor();
  await page.context().setOffline(false);
  expect(await visitor.house.differences()).toEqual([]);
});

atNight('a gift card is sold in English, on a telephone by night', async () => {
  await sellCard(
    await open('/till?lang=en', { as: CASHIER, ...PHONE, colorScheme: 'dark' }),
    {
      sell: 'Sell a gift card of this amount',
      off: /^As much off as you like/,
      howMuch: 'points for As much off as you like',
      cards: 'Gift cards of this purchase',
    },
    'en-390-dark',
  );
});

test('many points are spent only with the code that their owner is sent', async () => {
  const page = await open('/till?lang=fa', { as: CASHIER });
  await at(page, 'till-customer');
  await key(page, '09121110002');
  await ring(page, 'grinder', '500000');
  await page.keyboard.press('F7');
  await at(page, 'till-use-points');
  await page.keyboard.type('1500');
  await page.getByLabel('حساب').getByText('۱٬۵۰۰ امتیاز').waitFor();
  await priced(page);
  await page.keyboard.press('F9');
  await at(page, 'till-proof');
  await page.getByText('کد فرستاده شد به', { exact: false }).waitFor();
  const code = await visitor.house.lastCode(NIMA);
  expect(code).toMatch(/^[0-9]{6}$/);
  await key(page, code === '123456' ? '654321' : '123456');
  await eventually(() => page.locator('#till-proof').getAttribute('aria-invalid')).toBe('true');
  await visitor.picture(page, 'proof-fa-1440');
  await expectAccessible(page);
  await page.locator('#till-proof').fill(code);
  await page.keyboard.press('Enter');
  await at(page, 'till-next');
  expect(await pointsOf(NIMA)).toBe(500);
});

test('the network drops and comes back: the till goes on, and what was sold is posted once', async () => {
  const page = await open('/till?lang=fa', { as: CASHIER });
  const context = page.context();
  await registerTill(page);
  const before = (await orders()).length;
  const points = await pointsOf(LEILA.mobile);
  const extractable = await page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const asked = indexedDB.open('nardeban-till');
        asked.onsuccess = () => {
          const all = asked.result.transaction('tills').objectStore('tills').getAll();
          all.onsuccess = () => resolve(all.result[0].key.extractable);
        };
      }),
  );
  expect(extractable).toBe(false);

  // Asked from the start whether answers get lost: what begins to listen in the middle may begin too late.
  let isLost = false;
  await page.route('**/commit', async (route) => {
    if (!isLost) return route.continue();
    await route.fetch();
    return route.abort('internetdisconnected');
  });

  // Priced while the network was there, paid when it was gone.
  await page.locator('#till-customer').focus();
  await key(page, '09121110001');
  await ring(page, 'coffee', '90000');
  await page.keyboard.press('+');
  await priced(page);
  await page.getByText('قدردانی از همسایه‌ها').waitFor();
  await context.setOffline(true);
  await page.keyboard.press('F9');
  await at(page, 'till-confirm');
  await visitor.picture(page, 'offline-fa-1440');
  await expectAccessible(page);
  await page.keyboard.press('F9');
  await at(page, 'till-next');
  await page.getByText('۱ فروش در انتظار شبکه است.').waitFor();
  // And one to somebody nobody can look up now.
  await page.keyboard.press('Enter');
  await at(page, 'till-customer');
  await key(page, '09350000000');
  await ring(page, 'tea', '40000');
  await page.keyboard.press('F9');
  await at(page, 'till-confirm');
  await page.keyboard.press('F9');
  await page.getByText('۲ فروش در انتظار شبکه است.').waitFor();
  await visitor.picture(page, 'queue-fa-1440');

  await context.setOffline(false);
  await page.getByText('۲ فروش ثبت شد.').waitFor();
  expect((await orders()).length).toBe(before + 2);
  const dues = (await orders()).slice(0, 2).map(({ due }) => due);
  expect(new Set(dues)).toEqual(new Set([1_710_000, 400_000]));

  // A commit whose answer is lost is settled when the network is back, and not done twice.
  await page.keyboard.press('Enter');
  await at(page, 'till-customer');
  await key(page, '09121110001');
  await ring(page, 'cake', '120000');
  await page.keyboard.press('F7');
  await at(page, 'till-use-points');
  await page.keyboard.type('100');
  await page.getByLabel('حساب').getByText('۱۰۰ امتیاز').waitFor();
  await priced(page);
  await page.keyboard.press('F9');
  await at(page, 'till-confirm');
  isLost = true;
  await page.keyboard.press('F9');
  await page.getByText('پاسخ سرور نرسید', { exact: false }).waitFor();
  await at(page, 'till-confirm');
  await page.keyboard.press('F9');
  await at(page, 'till-next');
  isLost = false;
  await page.getByText('۳ فروش ثبت شد.').waitFor();
  expect((await orders()).length).toBe(before + 3);
  expect(await pointsOf(LEILA.mobile)).toBe(points - 100);
  expect(await visitor.house.differences()).toEqual([]);
});

test('a till that is opened anew without network goes on selling, and all it sold is posted once', async () => {
  const line = await lineTo(visitor.house.address);
  const page = await open(`${line.address}/till?lang=fa`, { as: CASHIER, serviceWorkers: 'allow' });
  const drop = () => Promise.all([page.context().setOffline(true), line.cut()]);
  const come = () => Promise.all([page.context().setOffline(false), line.mend()]);
  await registerTill(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const before = (await orders()).length;
  await drop();
  try {
    await page.reload();
    await page.getByText('صندوق دم در', { exact: true }).waitFor();
    await at(page, 'till-customer');
    await key(page, '09350000000');
    await ring(page, 'tea', '40000');
    await visitor.picture(page, 'reloaded-offline-fa-1440');
    await expectAccessible(page);
    // What was rung up and what was sold are both there after another reload.
    await page.reload();
    await page.getByRole('list', { name: 'سبد' }).getByText('tea').waitFor();
    await page.keyboard.press('F9');
    await at(page, 'till-confirm');
    await page.keyboard.press('F9');
    await page.getByText('۱ فروش در انتظار شبکه است.').waitFor();
    await page.reload();
    await page.getByText('۱ فروش در انتظار شبکه است.').waitFor();
    // Other pages are not there, and say where the till is.
    await page.goto(`${line.address}/people`);
    await page.getByRole('link', { name: 'صندوق' }).click();
    await page.getByText('۱ فروش در انتظار شبکه است.').waitFor();
  } finally {
    await come();
  }
  await page.getByText('۱ فروش ثبت شد.').waitFor();
  expect((await orders()).length).toBe(before + 1);

  // The answer to a commit is lost, and then the page as well.
  await page.route('**/commit', async (route) => {
    await route.fetch();
    return route.abort('internetdisconnected');
  });
  await page.locator('#till-customer').focus();
  await key(page, '09121110001');
  await ring(page, 'cake', '120000');
  await priced(page);
  await page.keyboard.press('F9');
  await at(page, 'till-confirm');
  await page.keyboard.press('F9');
  await page.getByText('پاسخ سرور نرسید', { exact: false }).waitFor();
  await page.unroute('**/commit');
  await drop();
  try {
    await page.reload();
    await page.getByText('پاسخ سرور نرسید', { exact: false }).waitFor();
    await at(page, 'till-confirm');
    await page.keyboard.press('F9');
    await page.getByText('۱ فروش در انتظار شبکه است.', { exact: false }).waitFor();
  } finally {
    await come();
  }
  await page.getByText('۲ فروش ثبت شد.').waitFor();
  expect((await orders()).length).toBe(before + 2);
  expect(await visitor.house.differences()).toEqual([]);
  await line.cut();
});

atNight('what cannot be honoured any more is told when the network is back', async () => {
  const page = await open('/till?lang=en', { as: CASHIER });
  await page.getByRole('button', { name: 'Register this till' }).click();
  await page.getByLabel('Name of the till').fill('Second till');
  await page.getByRole('dialog').getByRole('button', { name: 'Register', exact: true }).click();
  await page.getByText('Second till', { exact: true }).waitFor();
  await page.locator('#till-customer').focus();
  await key(page, '09121110001');
  await ring(page, 'cake', '120000');
  await page.keyboard.press('F7');
  await at(page, 'till-use-points');
  await page.keyboard.type('600');
  await page.getByLabel('Bill').getByText('600 points').waitFor();
  await priced(page);
  await page.context().setOffline(true);
  await page.keyboard.press('F9');
  await at(page, 'till-confirm');
  await page.keyboard.press('F9');
  await at(page, 'till-next');
  // Meanwhile they spend the points elsewhere.
  const { people }: { people: { id: number }[] } = await visitor.house.ask('POST', '/v1/till/find', {
    text: LEILA.mobile,
  });
  const has = await pointsOf(LEILA.mobile);
  const quote: { id: number; priced: { due: number } } = await visitor.house.ask('POST', '/v1/till/quotes', {
    person: people[0]?.id,
    basket: { lines: [{ item: 'grinder', quantity: 1, unitPrice: 90_000_000 }] },
    use: [{ wallet: 'points', units: has }],
  });
  await visitor.house.ask('POST', `/v1/till/quotes/${quote.id}/commit`, { paid: quote.priced.due });
  await page.context().setOffline(false);
  const queue = page.getByRole('region', { name: 'Sales without network' });
  await queue.getByText('needs review').waitFor();
  expect(await queue.getByRole('listitem').count()).toBeGreaterThan(1);
  await visitor.picture(page, 'review-en-1440');
  await expectAccessible(page);
  await queue.getByRole('button', { name: /^Put T/ }).click();
  await queue.waitFor({ state: 'detached' });
  expect(await visitor.house.differences()).toEqual([]);
});

test('a return is seen first and done after, and everything comes back', async () => {
  const sold: { id: number; priced: { due: number } } = await visitor.house.ask('POST', '/v1/till/quotes', {
    identifier: OMID,
    order: 'R-1',
    basket: { lines: [{ item: 'coffee', quantity: 3, unitPrice: 900_000 }] },
  });
  await visitor.house.ask('POST', `/v1/till/quotes/${sold.id}/commit`, { paid: sold.priced.due });
  const page = await open('/till?lang=fa', { as: CASHIER });
  await at(page, 'till-customer');
  await page.keyboard.press('F8');
  await at(page, 'till-order');
  await visitor.picture(page, 'returns-fa-1440');
  await key(page, 'R-1');
  await page.getByRole('button', { name: 'یکی بیشتر از coffee' }).press('Enter');
  await page.getByRole('heading', { name: 'اگر این‌ها برگردد' }).waitFor();
  const { money } = await visitor.house.ask<{ money: number }>('POST', '/v1/till/orders/R-1/returns', {
    lines: [{ line: 0, quantity: 1 }],
    dry_run: true,
  });
  expect(money).toBeGreaterThan(0);
  await page
    .getByText(`${(money / 10).toLocaleString('fa-IR')} تومان`)
    .first()
    .waitFor();
  await visitor.picture(page, 'return-preview-fa-1440');
  await expectAccessible(page);
  const still: { state: string } = await visitor.house.ask('GET', '/v1/till/orders/R-1');
  expect(still.state).toBe('closed');
  await page.getByRole('button', { name: 'ثبت مرجوعی' }).press('Enter');
  await page.getByText('مرجوعی ثبت شد. این‌ها برگشت:').waitFor();
  const back: { state: string; returned: number[] } = await visitor.house.ask('GET', '/v1/till/orders/R-1');
  expect(back).toMatchObject({ state: 'partially_returned', returned: [1] });
  // Half of what is left, and the offer's least is not reached any more: said before anything is done.
  await page.getByRole('button', { name: 'یکی بیشتر از coffee' }).press('Enter');
  const isBelow = page.getByText('«قدردانی از همسایه‌ها» برای خرید از ۱۰۰٬۰۰۰ تومان به بالا بود', {
    exact: false,
  });
  await isBelow.waitFor();
  await visitor.picture(page, 'return-below-least-fa-1440');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'همه برمی‌گردد' }).click();
  await isBelow.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'ثبت مرجوعی' }).click();
  await eventually(async () => (await orders()).find(({ number }) => number === 'R-1')?.state).toBe(
    'returned',
  );
  expect(await visitor.house.differences()).toEqual([]);

  // The next number is taken at once, however slow the answer about the last one is.
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  await page.route('**/v1/till/orders/R-1', async (route) => {
    await answered;
    await route.continue();
  });
  await page.locator('#till-order').press('Enter');
  await page.getByRole('button', { name: 'یافتن', exact: true, disabled: true }).waitFor();
  await page.locator('#till-order').fill('no-such-order');
  await page.keyboard.press('Enter');
  await eventually(() => page.getByLabel('شمارهٔ سفارش').getAttribute('aria-invalid')).toBe('true');
  answer();
});

async function look(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('#till-customer').fill(LEILA.mobile);
  await page.keyboard.press('Enter');
  await ring(
    page,
    'یک کالای با نامی بسیار بسیار دراز که در هیچ سطری جا نمی‌شود <i>x</i> 0123456789',
    '12345678901',
  );
  await ring(page, 'coffee', '90000');
  await priced(page);
  await visitor.picture(page, name);
  expect([name, await overflow(page)]).toEqual([name, 0]);
  await expectAccessible(page);
}

atNight('ugly names and huge amounts fit on a telephone by night', async () => {
  await look(await open('/till?lang=en', { as: CASHIER, ...PHONE, colorScheme: 'dark' }), 'ugly-en-390-dark');
});

atNight('and the other way round: on a desk by night, in Persian on a telephone', async () => {
  await look(await open('/till?lang=en', { as: CASHIER, colorScheme: 'dark' }), 'ugly-en-1440-dark');
  await look(await open('/till?lang=fa', { as: CASHIER, ...PHONE }), 'ugly-fa-390');
});
