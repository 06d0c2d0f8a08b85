import { expect, test } from 'vitest';
import { isSigned } from '../../packages/server/src/capabilities/webhooks/testing-receiver.ts';
import { expectAccessible } from './accessibility.ts';
import { openHookHouse } from './hook-house.ts';
import { atNight, eventually, overflow, PHONE, visitorOf } from './visitor.ts';

/** Telling other programs, in a real browser, with another program that really listens. */

const visitor = visitorOf(openHookHouse, {
  // What the form is refused for.
  expected: /status of 422/,
});
const { open } = visitor;

/** Kept from the only time it is shown. */
let secret = '';

test('the first webhook is made, and what happens arrives with a signature that holds', async () => {
  const { receiver } = visitor.house;
  const page = await open('/settings/hooks?lang=en');
  await page.getByRole('heading', { name: 'No webhooks yet' }).waitFor();
  await visitor.picture(page, 'hooks-empty-en');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New webhook' }).click();

  // What cannot be is said beside its field.
  await page.getByLabel('Address').fill('ftp://somewhere');
  await page.getByRole('button', { name: 'Make the webhook' }).click();
  await page.getByText('Choose at least one event.').waitFor();
  await page.getByRole('combobox', { name: 'Events' }).fill('paid order');
  await page.getByRole('option', { name: 'paid order', exact: true }).click();
  await page.getByRole('combobox', { name: 'Events' }).fill('another rung');
  await page.getByRole('option', { name: 'moved to another rung or type' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Make the webhook' }).click();
  await page.getByText(/This address cannot be read/).waitFor();
  await page.getByLabel('Address').fill(receiver.url);
  await page.getByLabel('What for').fill('Accounting <b>&amp;</b>');
  await expectAccessible(page, { inside: '[role=dialog]' });
  await visitor.picture(page, 'hooks-form-en');
  await page.getByRole('button', { name: 'Make the webhook' }).click();

  secret = (await page.getByRole('group', { name: 'Secret' }).locator('code').innerText()).trim();
  expect(secret).toMatch(/^whsec_/);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByRole('heading', { name: 'Accounting <b>&amp;</b>', level: 1 }).waitFor();
  expect(await page.content()).not.toContain(secret);

  // A test, and what happens, arrive with a signature that holds.
  await page.getByRole('button', { name: 'Send a test' }).click();
  await eventually(() => receiver.received.length).toBe(1);
  await visitor.house.pay('F-1');
  const types = () => new Set(receiver.received.map(({ body }) => JSON.parse(body).type as string));
  await eventually(() => [...types()].sort()).toEqual(['order.paid', 'person.moved', 'webhook.test']);
  expect(receiver.received.every((one) => isSigned(one, secret, Date.now()))).toBe(true);
});

test('what does not arrive is seen with its answer and sent again; another secret; off and on', async () => {
  const { receiver } = visitor.house;
  const page = await open('/settings/hooks?lang=en');
  await page.getByRole('link', { name: /Accounting/ }).click();
  await page.getByRole('heading', { name: 'What was sent' }).waitFor();
  // The other program falls ill; the log says what it answered, and sends again when it is well.
  receiver.answer((_, response) => response.writeHead(500).end('the ledger is locked'));
  await visitor.house.pay('F-2');
  await page
    .getByRole('alert')
    .getByText(/Nothing has arrived here since/)
    .waitFor();
  // The list shows what it showed until the other one is there.
  await page.getByLabel('Which messages').selectOption('waiting');
  await page
    .getByRole('button', { name: /on its way\s*paid order/ })
    .first()
    .click();
  await page.getByText('the ledger is locked').first().waitFor();
  expect(await page.getByRole('dialog').getByLabel('What was sent').innerText()).toContain('"order": "F-2"');
  await visitor.picture(page, 'hooks-message-en');
  await expectAccessible(page, { inside: '[role=dialog]' });
  const id = (await page.getByText(/^msg_/).innerText()).trim();
  receiver.answer((_, response) => response.end('thank you'));
  await page.getByRole('button', { name: 'Send again' }).click();
  await page.getByText('thank you').first().waitFor();
  expect(receiver.received.filter(({ headers }) => headers['webhook-id'] === id).length).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Close' }).click();

  // Another secret; and off, and on again.
  await page.getByRole('button', { name: 'Change the secret' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Change the secret' }).click();
  const next = (await page.getByRole('group', { name: 'Secret' }).locator('code').innerText()).trim();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText(/signed with the secret before as well/).waitFor();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await eventually(() => {
    const last = receiver.received.at(-1);
    return last !== undefined && isSigned(last, next, Date.now()) && isSigned(last, secret, Date.now());
  }).toBe(true);
  await page.getByRole('button', { name: 'Switch off' }).click();
  await page.getByText(/This webhook is off/).waitFor();
  await page.getByRole('button', { name: 'Switch on' }).click();
  await page.getByRole('button', { name: 'Switch off' }).waitFor();
  await visitor.picture(page, 'hooks-one-en');
  // Much is waited for here; a busy machine needs its time.
}, 180_000);

atNight(
  'in Persian on a telephone by night: the list, the log and a message, all within the screen',
  async () => {
    const { receiver } = visitor.house;
    receiver.answer((_, response) => response.end('سپاس'));
    const page = await open('/settings/hooks?lang=fa', { ...PHONE, colorScheme: 'dark' });
    await page.getByRole('link', { name: /Accounting/ }).waitFor();
    await visitor.picture(page, 'hooks-list-fa-phone');
    expect(await overflow(page)).toBe(0);
    await expectAccessible(page);
    await page.getByRole('link', { name: /Accounting/ }).click();
    await page.getByRole('heading', { name: 'فرستاده‌ها' }).waitFor();
    await page
      .getByRole('button', { name: /پیام آزمایشی/ })
      .first()
      .waitFor();
    await visitor.picture(page, 'hooks-one-fa-phone');
    expect(await overflow(page)).toBe(0);
    await expectAccessible(page);
    await page
      .getByRole('button', { name: /خرید پرداخت‌شده/ })
      .first()
      .click();
    await page.getByRole('dialog').getByText('آنچه فرستاده شد').waitFor();
    await visitor.picture(page, 'hooks-message-fa-phone');
    expect(await overflow(page)).toBe(0);
    await page.getByRole('button', { name: 'بستن' }).click();

    await page.getByRole('button', { name: 'برداشتن' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'برداشتن' }).click();
    await page.getByRole('heading', { name: 'هنوز وب‌هوکی نیست' }).waitFor();
  },
);
