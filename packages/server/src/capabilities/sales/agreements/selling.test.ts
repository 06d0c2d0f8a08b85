import { DEFAULT_APPRECIATION, DEFAULT_GUARD } from '@nardeban/core/offers';
import { programmeSchema } from '@nardeban/core/programme';
import { describe, expect, test } from 'vitest';
import { bearer, TEST_NOW } from '../../../platform/http/testing.ts';
import { drainClimbs, foundBusiness } from '../../ladder/index.ts';
import { changeOfferSettings } from '../../offers/index.ts';
import { balancesOf, earnBusiness, insertVersion } from '../../programme/index.ts';
import { dealById } from '../deals/index.ts';
import {
  DAY,
  accept,
  ask,
  deal,
  desk,
  drafted,
  factsOf,
  followUps,
  page,
  quotation,
  sent,
  someone,
  useDesk,
} from './testing-desk.ts';
import { lineOf, PIXEL, quotationOf } from './testing-quotation.ts';

useDesk();

describe('an order', () => {
  test('is placed once, wins the deal, and puts what was promised on its days', async () => {
    const made = await sent();
    expect((await ask('POST', `agreements/${made.id}/order`, {})).body.code).toBe('agreement_not_accepted');
    await accept(made.path);
    const placed = await Promise.all([
      ask('POST', `agreements/${made.id}/order`, {}),
      ask('POST', `agreements/${made.id}/order`, {}),
    ]);
    expect(placed.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(placed.map(({ body }) => body.order.number)).size).toBe(1);
    const matter = await desk.served.database.withBusiness(desk.shop.id, (tx) => dealById(tx, made.deal));
    expect(matter).toMatchObject({ state: 'won', amount: 14_850_000 });
    const open = (await followUps(made.deal)).filter(({ state }) => state === 'open');
    expect(open.map(({ day, kind }) => [day, kind])).toEqual([
      ['2026-06-02', 'task'],
      ['2026-06-08', 'task'],
      ['2026-12-02', 'promise'],
      ['2027-05-18', 'task'],
      ['2027-06-01', 'promise'],
    ]);
    expect((await factsOf(made.id)).map(({ type }) => type)).toEqual([
      'quotation.sent',
      'quotation.accepted',
      'order.placed',
    ]);
  });

  test('is told as one purchase when the last of the money is there, whatever parts it comes in', async () => {
    const made = await sent();
    await accept(made.path);
    await ask('POST', `agreements/${made.id}/order`, {});
    const pay = (amount: number, before: number) =>
      ask('POST', `agreements/${made.id}/payments`, { amount, before, method: 'کارت', note: '' });
    expect((await pay(99_000_000, 0)).body.code).toBe('payment_too_large');
    const twice = await Promise.all([pay(5_000_000, 0), pay(5_000_000, 0)]);
    expect(twice.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
    expect((await factsOf(made.id)).map(({ type }) => type)).not.toContain('order.paid');
    expect((await page(made.path)).html).toContain('۹۸۵٬۰۰۰ تومان');
    const last = await pay(9_850_000, 5_000_000);
    expect(last.body.order.paidAt).toBe(TEST_NOW);
    const { number } = last.body.order;
    expect((await factsOf(made.id)).slice(3)).toMatchObject([
      { type: 'order.paid', data: { amount: 14_850_000, tax: 1_350_000, method: 'کارت' } },
      { type: 'product.bought', data: { sku: 'K-42', quantity: 1, amount: 13_750_000 } },
      { type: 'product.bought', data: { product: 'بند کفش', quantity: 2.5, amount: 1_100_000 } },
    ]);
    expect((await page(made.path)).html).toContain(number);
    expect((await pay(1, 14_850_000)).body.code).toBe('payment_too_large');
  });
});

describe('where there is a club', () => {
  test('discounts beyond its guard need a manager’s word, which a change takes back; its budget and its points follow', async () => {
    const now = desk.served.clock.now();
    await desk.served.database.withBusiness(desk.shop.id, async (tx) => {
      await changeOfferSettings(
        tx,
        {
          guard: { ...DEFAULT_GUARD, mostDiscount: 1000, margin: { line: 0 }, monthBudget: 50_000_000 },
          appreciation: DEFAULT_APPRECIATION,
          base: null,
        },
        0,
        { by: 'test', now },
      );
    });
    const draft = quotation({ discount: { kind: 'share', share: 2000 } });
    const made = await drafted(draft, undefined, desk.seller);
    const { guard } = made.versions[0];
    expect(guard).toMatchObject({ present: true, asked: 2_700_000, allowed: 1_350_000 });
    expect(guard.reasons[0].sentence).not.toBe('');
    const refused = await ask('POST', `agreements/${made.id}/send`, { revision: made.revision }, desk.seller);
    expect([refused.status, refused.body.code]).toEqual([409, 'discount_needs_approval']);
    const asked = await ask(
      'POST',
      `agreements/${made.id}/approval-request`,
      { revision: made.revision, reason: 'همکار قدیمی' },
      desk.seller,
    );
    expect(
      (await ask('GET', 'agreements?waiting=true')).body.agreements.map(({ id }: { id: number }) => id),
    ).toEqual([made.id]);
    expect((await followUps(asked.body.deal)).map(({ state }) => state)).toEqual(['open']);
    const say = { revision: asked.body.revision, approve: true, reason: 'باشد' };
    expect((await ask('POST', `agreements/${made.id}/approval`, say, desk.seller)).body.code).toBe(
      'scope_missing',
    );
    const given = await ask('POST', `agreements/${made.id}/approval`, say);
    expect(given.body.versions[0]).toMatchObject({ approval: 'given', approvalReason: 'باشد' });
    expect((await followUps(asked.body.deal)).map(({ state }) => state)).toEqual(['cancelled']);
    const changed = await ask(
      'PUT',
      `agreements/${made.id}`,
      { revision: given.body.revision, draft },
      desk.seller,
    );
    expect(changed.body.versions[0].approval).toBe('none');
    const again = await ask('POST', `agreements/${made.id}/approval`, {
      ...say,
      revision: changed.body.revision,
    });
    const done = await ask(
      'POST',
      `agreements/${made.id}/send`,
      { revision: again.body.revision },
      desk.seller,
    );
    expect(done.status).toBe(200);
    await accept(new URL(done.body.link).pathname);
    const { rows } = await desk.served.database.withBusiness(desk.shop.id, (tx) =>
      tx.query<{ used: number }>(
        `SELECT sum(used)::int8 AS used FROM club_counters WHERE business_id = this_business() AND key LIKE 'discounts:month:%'`,
      ),
    );
    expect(rows[0]?.used).toBe(2_700_000);
  });
});

test('the club gives points for what was agreed on by its own job, once', async () => {
  const founded = await foundBusiness(desk.served.database, desk.served.clock, {
    slug: 'with-club',
    name: 'Club',
  });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const other = founded.value;
  const otherKey = await desk.served.key(other);
  const name = { fa: 'نام', en: 'Name' };
  const definition = programmeSchema.parse({
    name,
    membership: 'everybody',
    wallets: [
      {
        key: 'points',
        name,
        unit: 'points',
        worth: { points: 1, amount: 100 },
        vesting: 0,
        expiry: { kind: 'after', unit: 'month', count: 12 },
        negative: 'allow',
      },
    ],
    rules: [
      {
        key: 'order',
        name,
        wallet: 'points',
        on: { kind: 'order' },
        gives: { kind: 'per', units: 1, amount: 10_000 },
      },
    ],
  });
  await desk.served.database.withBusiness(other.id, (tx) =>
    insertVersion(tx, { definition, note: null, by: 'test', now: TEST_NOW - DAY }),
  );
  const person = await someone(other);
  const made = await drafted(quotation(), await deal(person, other), otherKey);
  const done = await ask('POST', `agreements/${made.id}/send`, { revision: made.revision }, otherKey);
  await accept(new URL(done.body.link).pathname);
  await ask('POST', `agreements/${made.id}/order`, {}, otherKey);
  const pay = { amount: 14_850_000, before: 0, method: '', note: '' };
  expect((await ask('POST', `agreements/${made.id}/payments`, pay, otherKey)).status).toBe(201);
  for (let round = 0; round < 2; round++) {
    await drainClimbs(desk.served.database, desk.served.clock, other.id);
    await earnBusiness(desk.served.database, desk.served.clock, other);
  }
  const [balance] = await desk.served.database.withBusiness(other.id, (tx) =>
    balancesOf(tx, { kind: 'person', id: person }, { now: TEST_NOW }),
  );
  // Tax earns nothing.
  expect(balance?.available).toBe(1350);
});

describe('what is sent in', () => {
  test('is refused where it is not right, and nothing is kept', async () => {
    const on = await deal();
    const refusalOf = async (content: object) => {
      const answer = await ask('POST', 'agreements', {
        deal: on,
        draft: { kind: 'quotation', language: 'fa', content },
      });
      return [answer.status, answer.body.code, answer.body.field];
    };
    const many = (count: number) => Array.from({ length: count }, () => lineOf());
    expect(await refusalOf(quotationOf({ lines: many(501) }))).toEqual([
      400,
      'input_too_many',
      'draft.content.lines',
    ]);
    for (const quantity of [0, -1000, 1.5])
      expect((await refusalOf(quotationOf({ lines: [lineOf({ quantity })] })))[1]).toBe('input_invalid');
    expect(await refusalOf(quotationOf({ lines: [lineOf({ quantity: 1e12, unitPrice: 1e15 })] }))).toEqual([
      422,
      'quotation_too_large',
      'content.lines.0',
    ]);
    expect(
      (
        await refusalOf(
          quotationOf({ lines: [lineOf({ discount: { kind: 'amount', amount: 12_500_010 } })] }),
        )
      )[1],
    ).toBe('discount_above_price');
    expect((await refusalOf(quotationOf({ validUntil: '2026-02-30' })))[1]).toBe('date_unreadable');
    expect((await refusalOf(quotationOf({ service: { visits: 60, everyMonths: 12 } })))[1]).toBe(
      'input_invalid',
    );
    expect((await ask('GET', `agreements?deal=${on}`)).body.agreements).toEqual([]);
    expect((await ask('POST', 'agreements', { deal: 999_999, draft: quotation() })).body.code).toBe(
      'deal_unknown',
    );
  });

  test('of five hundred lines is priced, kept, sent and shown', async () => {
    const lines = Array.from({ length: 500 }, (_, place) =>
      lineOf({ sku: `K-${place}`, unitPrice: 1_000_000 + place * 10 }),
    );
    const made = await sent(quotation({ lines }));
    const { html } = await page(made.path);
    expect(html.match(/<tr>/g)?.length).toBeGreaterThan(500);
    await accept(made.path);
    expect((await ask('GET', `agreements/${made.id}`)).body.state).toBe('accepted');
  });

  test('a logo is a picture and no other file', async () => {
    const send = async (content: Buffer) => {
      const boundary = 'x'.repeat(20);
      const answer = await desk.served.app.inject({
        method: 'POST',
        url: '/v1/sales/paper/logo',
        headers: { ...bearer(desk.key), 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload: Buffer.concat([
          Buffer.from(
            `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="../a.png"\r\n\r\n`,
          ),
          content,
          Buffer.from(`\r\n--${boundary}--\r\n`),
        ]),
      });
      return answer.json().code ?? answer.statusCode;
    };
    const wide = Buffer.from(PIXEL);
    wide.writeUInt32BE(90_000, 16);
    expect(await send(Buffer.from('<svg/>'))).toBe('logo_unknown_kind');
    expect(await send(PIXEL.subarray(0, 40))).toBe('logo_unreadable');
    expect(await send(wide)).toBe('logo_too_wide');
    expect(await send(Buffer.alloc(300_000, 1))).toBe('logo_too_large');
    expect(await send(PIXEL)).toBe(200);
    const made = await sent();
    expect((await page(`${made.path}/logo`)).raw.equals(PIXEL)).toBe(true);
    expect((await page(`${made.path}/quotation-${made.number}.pdf`)).status).toBe(200);
    const removed = await ask('DELETE', 'paper/logo');
    expect(removed.body.logo).toBeNull();
    expect((await page(`${made.path}/logo`)).status).toBe(200);
  });

  test('a letterhead is changed by managers alone, and by one at a time', async () => {
    const { body } = await ask('GET', 'paper');
    const change = { paper: { ...body.paper, name: 'آریا', taxRate: 900 }, revision: body.revision };
    expect((await ask('PUT', 'paper', change, desk.seller)).body.code).toBe('scope_missing');
    expect((await ask('PUT', 'paper', change)).body.paper.taxRate).toBe(900);
    expect((await ask('PUT', 'paper', change)).body.code).toBe('changed_meanwhile');
    expect((await page((await sent()).path)).html).toContain('آریا');
  });
});
