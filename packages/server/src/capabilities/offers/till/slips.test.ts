import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTillShop, type TillShop } from '../testing-shop.ts';
import { signSlip } from './slip-signature.ts';

interface Answer {
  readonly slips: readonly {
    readonly sequence: number;
    readonly status: string;
    readonly order: string | null;
    readonly repeated: boolean;
    readonly reasons: readonly { code: string }[];
  }[];
}
interface Found {
  readonly people: readonly { id: number; balances: readonly { wallet: string; available: number }[] }[];
}

let shop: TillShop;
let device: number;
let secret: Buffer;
beforeAll(async () => {
  shop = await openTillShop('offline-shop');
  const made = await shop.ask<{ device: { id: number }; secret: string }>('POST', '/v1/till/devices', {
    name: 'صندوق ۱',
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  device = made.body.device.id;
  secret = Buffer.from(made.body.secret, 'base64url');
});
afterAll(async () => {
  const left = await shop.differences();
  await shop.close();
  expect(left).toEqual([]);
});

const signed = (sequence: number, order: object | string, by = secret) => {
  const body = typeof order === 'string' ? order : JSON.stringify(order);
  return { sequence, body, signature: signSlip(by, { device, sequence, body }) };
};
async function send(...slips: readonly object[]): Promise<Answer['slips']> {
  const sent = await shop.ask<Answer>('POST', '/v1/till/slips', { device, slips });
  expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  return sent.body.slips;
}
const sale = (order: string, rest: object = {}) => ({
  order,
  at: shop.served.clock.now() - 3_600_000,
  paid: 50_000,
  basket: { lines: [{ item: 'a', quantity: 1, unitPrice: 50_000 }] },
  ...rest,
});
async function points(mobile: string): Promise<number | undefined> {
  const found = await shop.ask<Found>('POST', '/v1/till/find', { text: mobile });
  return found.body.people[0]?.balances.find(({ wallet }) => wallet === 'points')?.available ?? 0;
}

test('what was sold while the network was away is posted once, however often and however many at once send it', async () => {
  const mobile = '+989122220001';
  await shop.person(mobile);
  const slip = signed(1, sale('off-1', { identifier: '0912 222 0001' }));
  const answers = await Promise.all(Array.from({ length: 8 }, () => send(slip)));
  expect(answers.flat().filter(({ repeated }) => !repeated)).toHaveLength(1);
  expect(answers.flat().every(({ status, order }) => status === 'posted' && order === 'off-1')).toBe(true);
  expect(await points(mobile)).toBe(5);
  const order = await shop.ask<{ at: number; device: number; slip: number; state: string }>(
    'GET',
    '/v1/till/orders/off-1',
  );
  expect(order.body).toMatchObject({
    state: 'closed',
    device,
    slip: 1,
    at: shop.served.clock.now() - 3_600_000,
  });
});

test('a slip that nobody of ours signed, or another one under its number, is refused and changes nothing', async () => {
  const forged = signed(2, sale('off-2'), Buffer.alloc(32, 7));
  const moved = { ...signed(3, sale('off-3')), sequence: 2 };
  const again = signed(1, sale('off-1', { paid: 1 }));
  const [one, two, three] = await send(forged, moved, again);
  expect([one, two].map((slip) => slip?.reasons[0]?.code)).toEqual([
    'slip_signature_wrong',
    'slip_signature_wrong',
  ]);
  expect(three).toMatchObject({ status: 'refused', reasons: [{ code: 'slip_differs' }] });
  expect((await shop.ask('GET', '/v1/till/orders/off-2')).status).toBe(404);
});

test('what can no longer be honoured waits for review, the order is told as it was paid, and nothing is lost', async () => {
  const mobile = '+989122220002';
  const person = await shop.person(mobile);
  await shop.give(person, 'points', 100);
  // Two tills without network both let the same hundred points pay.
  const spent = (order: string) =>
    sale(order, {
      person,
      at: shop.served.clock.now(),
      paid: 40_000,
      use: [{ wallet: 'points', units: 100 }],
    });
  const [first, second] = await send(signed(10, spent('off-10')), signed(11, spent('off-11')));
  expect(first).toMatchObject({ status: 'posted' });
  expect(second).toMatchObject({ status: 'review', order: 'off-11', reasons: [{ code: 'paid_differs' }] });
  const order = await shop.ask<{ due: number; priced: { discount: number; byWallets: number } }>(
    'GET',
    '/v1/till/orders/off-11',
  );
  expect(order.body).toMatchObject({ due: 40_000, priced: { discount: 10_000, byWallets: 0 } });
  expect(await points(mobile)).toBe(8);

  const unreadable = await send(
    signed(12, 'no JSON'),
    signed(13, { order: 'off-13' }),
    signed(14, sale('off-10')),
  );
  expect(unreadable.map(({ status, reasons }) => [status, reasons[0]?.code])).toEqual([
    ['review', 'slip_unreadable'],
    ['review', 'slip_unreadable'],
    ['review', 'order_number_taken'],
  ]);
  const nobody = await send(signed(15, sale('off-15', { identifier: '+989129999999' })));
  expect(nobody).toMatchObject([
    { status: 'review', order: 'off-15', reasons: [{ code: 'person_unknown' }] },
  ]);
  const old = await send(signed(16, sale('off-16', { at: 0 })));
  expect(old).toMatchObject([{ status: 'review', order: null, reasons: [{ code: 'slip_time_wrong' }] }]);

  const waiting = await shop.ask<{ slips: { sequence: number; body: string }[]; next: string | null }>(
    'GET',
    '/v1/till/slips?outcome=review&limit=2',
  );
  expect(waiting.body.slips.map(({ sequence }) => sequence)).toEqual([11, 12]);
  expect(waiting.body.slips[1]?.body).toBe('no JSON');
  const rest = await shop.ask<{ slips: { sequence: number }[] }>(
    'GET',
    `/v1/till/slips?outcome=review&after=${waiting.body.next}`,
  );
  expect(rest.body.slips.map(({ sequence }) => sequence)).toEqual([13, 14, 15, 16]);
  const reviewed = await shop.ask<{ outcome: string }>('POST', `/v1/till/slips/${device}/11/review`, {
    note: 'با مشتری تسویه شد',
  });
  expect(reviewed.body).toMatchObject({ outcome: 'reviewed', note: 'با مشتری تسویه شد' });
  expect((await shop.ask('POST', `/v1/till/slips/${device}/11/review`, { note: 'x' })).status).toBe(409);
});

test('a return of an order taken without network takes its points as any other does', async () => {
  const mobile = '+989122220003';
  const person = await shop.person(mobile);
  await send(signed(20, sale('off-20', { person })));
  expect(await points(mobile)).toBe(5);
  const back = await shop.ask('POST', '/v1/till/orders/off-20/cancel', {});
  expect(back.status, JSON.stringify(back.body)).toBe(201);
  expect(await points(mobile)).toBe(0);
});

test('a till that was revoked sends nothing more', async () => {
  expect((await shop.ask('DELETE', `/v1/till/devices/${device}`)).status).toBe(200);
  expect(await send(signed(30, sale('off-30')))).toMatchObject([
    { status: 'refused', reasons: [{ code: 'till_revoked' }] },
  ]);
  const list = await shop.ask<{ devices: { lastSlip: number; revokedBy: string | null }[] }>(
    'GET',
    '/v1/till/devices',
  );
  expect(list.body.devices).toMatchObject([{ lastSlip: 20 }]);
  expect(list.body.devices[0]?.revokedBy).not.toBeNull();
});
