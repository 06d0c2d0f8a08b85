import { readCode } from '@nardeban/core/programme';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../../app.ts';
import {
  type Ask,
  askWith,
  bearer,
  type Served,
  serveForTest,
  TEST_NOW,
} from '../../../platform/http/testing.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { resolvePeople } from '../../people/index.ts';
import { checkLedger } from '../ledger/checking.ts';
import { capture, hold } from '../ledger/holds.ts';
import { giveBack } from '../ledger/posting.ts';
import { issueCard } from './cards.ts';
import { cardsOf } from './listing.ts';
import { cardsForPricing } from './pricing.ts';
import { cardsSoldBy, cardsThatTake, refundCard } from './refunding.ts';

const DAY = 86_400_000;
const author = { by: 'test', now: TEST_NOW };
let served: Served;
let shop: Business;
let ask: Ask;
let foreign: { authorization: string };
let people = 0;
beforeAll(async () => {
  served = await serveForTest(buildApp);
  shop = await served.business('cards');
  ask = askWith(served, bearer(await served.key(shop)));
  foreign = bearer(await served.key(await served.business('stranger')));
});
afterAll(() => served.close());

const sold = { paid: true, person: null, expiresAt: null };

async function card(amount: number, changes: object = {}): Promise<{ id: number; code: string }> {
  const made = await ask('POST', '/v1/club/gift-cards', { amount, ...sold, ...changes });
  expect(made.status).toBe(201);
  return { id: made.body.card.id, code: made.body.code };
}

async function person(): Promise<number> {
  people += 1;
  const [found] = await served.database.withBusiness(shop.id, (tx) =>
    resolvePeople(tx, shop, [{ mobile: `+98912222${String(people).padStart(4, '0')}` }], [TEST_NOW]),
  );
  if (found === undefined || !('personId' in found)) throw new Error('nobody');
  return found.personId;
}

async function seen(code: string, now = TEST_NOW) {
  const read = await served.database.withBusiness(shop.id, (tx) =>
    cardsForPricing(tx, shop, [code], { now, holding: false }),
  );
  const [first] = read.cards;
  if (first === undefined) throw new Error('no card');
  return first;
}

/** Spends of a card as a till does; answers the posting, or the code of the refusal. */
async function spend(code: string, amount: number): Promise<number | string> {
  return served.database.withBusiness(shop.id, async (tx) => {
    const { cards } = await cardsForPricing(tx, shop, [code], { now: TEST_NOW, holding: true });
    const [found] = cards;
    if (found === undefined || found.refused !== null) return found?.refused?.code ?? 'nothing';
    const held = await hold(tx, {
      wallets: [],
      cards: [{ card: found.card, amount }],
      claims: [],
      until: TEST_NOW + 60_000,
      now: TEST_NOW,
      purpose: 'test',
    });
    if (!held.ok) return held.refusal.code;
    const posted = await capture(tx, held.value.hold, { at: TEST_NOW, cause: { kind: 'purchase' } });
    return posted.ok ? (posted.value[0]?.transaction ?? 'nothing') : posted.refusal.code;
  });
}

async function back(spent: number, units: number, key: string): Promise<void> {
  const given = await served.database.withBusiness(shop.id, (tx) =>
    giveBack(tx, { spend: spent, units, at: TEST_NOW, now: TEST_NOW, cause: { kind: 'return' }, key }),
  );
  if (!given.ok) throw new Error(given.refusal.code);
}

async function noDifferences(): Promise<void> {
  const check = await checkLedger(served.database, shop.id);
  expect(check.differences).toBe(0);
}

describe('a gift card', () => {
  test('is bought, shows its balance, is used in parts and topped up', async () => {
    const { id, code } = await card(100_000);
    expect(readCode(code)).toMatchObject({ ok: true, value: { kind: 'drawn' } });
    expect(code).toMatch(/^[A-Z2-9]{5}(-[A-Z2-9]{5}){3}$/);
    expect(await seen(code)).toMatchObject({ card: id, balance: 100_000, refused: null });
    expect(await spend(code, 30_000)).toEqual(expect.any(Number));
    expect(await spend(code, 70_001)).toBe('card_insufficient');
    expect(
      (await ask('POST', `/v1/club/gift-cards/${id}/top-up`, { amount: 5_000, paid: true })).body.available,
    ).toBe(75_000);
    expect(await spend(code, 75_000)).toEqual(expect.any(Number));
    expect((await seen(code)).refused).toEqual({ code: 'gift_card_spent' });
    await noDifferences();
  });

  test('of nothing is not issued (pain 9)', async () => {
    for (const amount of [0, -5])
      expect((await ask('POST', '/v1/club/gift-cards', { amount, ...sold })).status).toBe(400);
    const none = await served.database.withBusiness(shop.id, (tx) =>
      issueCard(tx, shop, { amount: 0, ...sold }, author),
    );
    expect(none).toMatchObject({ ok: false, refusal: { code: 'gift_card_empty' } });
    const over = await ask('POST', '/v1/club/gift-cards', { amount: 5, ...sold, expiresAt: TEST_NOW });
    expect(over.body.code).toBe('gift_card_over');
  });

  test('that is sold is owed and no income (pain 10); one given for nothing is told apart', async () => {
    const against = async (id: number) => {
      const { rows } = await served.database.withBusiness(shop.id, (tx) =>
        tx.query<{ against: string; units: number }>(
          `SELECT e.against, e.units FROM club_entries e JOIN club_accounts a ON a.account_id = e.account_id WHERE a.card_id = $1`,
          [id],
        ),
      );
      return rows;
    };
    expect(await against((await card(700)).id)).toEqual([{ against: 'sold', units: 700 }]);
    expect(await against((await card(300, { paid: false })).id)).toEqual([{ against: 'issued', units: 300 }]);
  });

  test('with nothing asked of it spends nothing (pain 18)', async () => {
    const { code } = await card(1_000);
    expect(await spend(code, 0)).toBe('nothing');
    expect((await seen(code)).balance).toBe(1_000);
  });

  test('gets a refund of its use back (pains 19, 35)', async () => {
    const { code } = await card(1_000);
    const spent = Number(await spend(code, 800));
    await back(spent, 300, 'use 1');
    await back(spent, 300, 'use 1');
    expect((await seen(code)).balance).toBe(500);
    await back(spent, 500, 'use 2');
    expect((await seen(code)).balance).toBe(1_000);
    await noDifferences();
  });

  test('whose purchase is refunded can never be spent again (pains 9, 35), and gives back what was left and no more', async () => {
    const { id, code } = await card(1_000);
    await ask('POST', `/v1/club/gift-cards/${id}/top-up`, { amount: 500, paid: true });
    const spent = Number(await spend(code, 1_200));
    const refunded = await ask('POST', `/v1/club/gift-cards/${id}/refund`, { reason: 'پس داد' });
    expect(refunded.body).toMatchObject({
      refunded: 300,
      used: 1_200,
      card: { state: 'refunded', available: 0 },
    });
    expect(await spend(code, 1)).toBe('gift_card_refunded');
    expect((await ask('POST', `/v1/club/gift-cards/${id}/refund`, { reason: 'باز' })).body.code).toBe(
      'gift_card_refunded',
    );
    for (const [verb, body] of [
      ['top-up', { amount: 5, paid: true }],
      ['unfreeze', { reason: 'x' }],
      ['recode', { reason: 'x' }],
    ] as const)
      expect((await ask('POST', `/v1/club/gift-cards/${id}/${verb}`, body)).body.code).toBe(
        'gift_card_refunded',
      );
    // Even what comes back afterwards stays out of reach; a return has to pay it in another way.
    const { id: other } = await card(1);
    const taking = await served.database.withBusiness(shop.id, (tx) => cardsThatTake(tx, [id, other]));
    expect([...taking]).toEqual([other]);
    await back(spent, 100, 'late');
    expect(await spend(code, 1)).toBe('gift_card_refunded');
    await noDifferences();
  });

  test('whose top-up is refunded loses that much and lives on', async () => {
    const { id, code } = await card(1_000);
    await ask('POST', `/v1/club/gift-cards/${id}/top-up`, { amount: 500, paid: true });
    await spend(code, 1_200);
    const refunded = await ask('POST', `/v1/club/gift-cards/${id}/refund`, { place: 2, reason: 'پس داد' });
    expect(refunded.body).toMatchObject({
      refunded: 300,
      used: 200,
      card: { state: 'active', available: 0 },
    });
    expect((await ask('POST', `/v1/club/gift-cards/${id}/refund`, { place: 2, reason: 'x' })).body.code).toBe(
      'gift_card_refunded',
    );
    expect((await ask('POST', `/v1/club/gift-cards/${id}/refund`, { place: 9, reason: 'x' })).body.code).toBe(
      'gift_card_load_unknown',
    );
    await noDifferences();
  });

  test('sold on a line of an order is found by it for the return of that line', async () => {
    const made = await served.database.withBusiness(shop.id, (tx) =>
      issueCard(tx, shop, { amount: 900, ...sold, order: 'A-1', line: 2 }, author),
    );
    if (!made.ok) throw new Error(made.refusal.code);
    const { id } = made.value.card;
    await served.database.withBusiness(shop.id, async (tx) => {
      expect(await cardsSoldBy(tx, 'A-1', 2)).toEqual([{ card: id, place: 1, amount: 900 }]);
      expect(await cardsSoldBy(tx, 'A-1', 1)).toEqual([]);
      expect(await refundCard(tx, id, { reason: 'return', order: 'A-1' }, author)).toMatchObject({
        ok: true,
        value: { refunded: 900, used: 0 },
      });
      expect(await cardsSoldBy(tx, 'A-1')).toEqual([]);
    });
  });

  test('that an open basket holds is not refunded under it', async () => {
    const { id } = await card(1_000);
    await served.database.withBusiness(shop.id, (tx) =>
      hold(tx, {
        wallets: [],
        cards: [{ card: id, amount: 10 }],
        claims: [],
        until: TEST_NOW + 60_000,
        now: TEST_NOW,
        purpose: 'test',
      }),
    );
    expect((await ask('POST', `/v1/club/gift-cards/${id}/refund`, { reason: 'x' })).body.code).toBe(
      'gift_card_held',
    );
  });

  test('is frozen and opened again; while it is frozen nothing leaves it and returns wait on it', async () => {
    const { id, code } = await card(1_000);
    const spent = Number(await spend(code, 400));
    expect((await ask('POST', `/v1/club/gift-cards/${id}/unfreeze`, { reason: 'x' })).body.code).toBe(
      'gift_card_not_frozen',
    );
    expect((await ask('POST', `/v1/club/gift-cards/${id}/freeze`, { reason: 'گم شد' })).body.state).toBe(
      'frozen',
    );
    expect(await spend(code, 1)).toBe('gift_card_frozen');
    await back(spent, 400, 'frozen');
    expect(
      (await ask('POST', `/v1/club/gift-cards/${id}/unfreeze`, { reason: 'پیدا شد' })).body,
    ).toMatchObject({ state: 'active', available: 1_000 });
    const { changes } = (await ask('GET', `/v1/club/gift-cards/${id}`)).body;
    expect(changes.map(({ what, reason }: { what: string; reason: string }) => [what, reason])).toEqual([
      ['unfrozen', 'پیدا شد'],
      ['frozen', 'گم شد'],
    ]);
  });

  test('given to a person has a new code, which they see again and the old one is worth nothing', async () => {
    const { id, code } = await card(1_000, { expiresAt: TEST_NOW + DAY });
    const mina = await person();
    const given = await ask('POST', `/v1/club/gift-cards/${id}/transfer`, { person: mina, reason: 'هدیه' });
    expect(given.status).toBe(201);
    expect((await seen(code)).refused).toEqual({ code: 'gift_card_unknown' });
    expect(await seen(given.body.code)).toMatchObject({
      card: id,
      balance: 1_000,
      expiresAt: TEST_NOW + DAY,
    });
    const own = await served.database.withBusiness(shop.id, (tx) => cardsOf(tx, [mina], TEST_NOW));
    expect(own).toMatchObject([{ id, code: given.body.code, available: 1_000 }]);
    expect((await ask('GET', `/v1/club/gift-cards?person=${mina}`)).body.cards.length).toBe(1);
    expect(
      (await ask('POST', `/v1/club/gift-cards/${id}/transfer`, { person: 9e9, reason: 'x' })).body.code,
    ).toBe('person_unknown');
  });

  test('tells its code once: a repeated request gets the card without it, and a new code can be had', async () => {
    const key = { 'idempotency-key': 'card-1' };
    const first = await ask('POST', '/v1/club/gift-cards', { amount: 50, ...sold }, key);
    const again = await ask('POST', '/v1/club/gift-cards', { amount: 50, ...sold }, key);
    expect(first.body.code).toEqual(expect.any(String));
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.body).toEqual({ ...first.body, code: null });
    const { id } = first.body.card;
    const recoded = await ask('POST', `/v1/club/gift-cards/${id}/recode`, { reason: 'چاپ نشد' });
    expect((await seen(recoded.body.code)).balance).toBe(50);
    const { rows } = await served.database.withBusiness(shop.id, (tx) =>
      tx.query<{ told: string }>('SELECT row_to_json(c)::text AS told FROM gift_cards c WHERE card_id = $1', [
        id,
      ]),
    );
    expect(rows[0]?.told).toContain('"seed":null');
    expect(rows[0]?.told).not.toContain(recoded.body.code.replaceAll('-', ''));
  });

  test('ends at its instant, and can be let end later but not earlier', async () => {
    const { id, code } = await card(1_000, { expiresAt: TEST_NOW + DAY });
    expect(await seen(code, TEST_NOW + DAY - 1)).toMatchObject({ balance: 1_000, refused: null });
    expect(await seen(code, TEST_NOW + DAY)).toMatchObject({
      balance: 0,
      refused: { code: 'gift_card_over' },
    });
    const extend = (expiresAt: number) => ask('POST', `/v1/club/gift-cards/${id}/extend`, { expiresAt });
    expect((await extend(TEST_NOW + 1)).body.code).toBe('gift_card_ends_later');
    expect((await extend(TEST_NOW + 2 * DAY)).body.expiresAt).toBe(TEST_NOW + 2 * DAY);
    expect(await seen(code, TEST_NOW + DAY)).toMatchObject({ balance: 1_000, refused: null });
  });

  test('of another business is a card nobody knows, and who guesses is locked out', async () => {
    const { id, code } = await card(1_000);
    const check = (as: object) => ask('POST', '/v1/club/gift-cards/check', { code }, as);
    expect((await check({})).body).toMatchObject({ id, available: 1_000, refused: null });
    expect((await check(foreign)).body.code).toBe('gift_card_unknown');
    expect((await ask('GET', `/v1/club/gift-cards/${id}`, undefined, foreign)).body.code).toBe(
      'gift_card_unknown',
    );
    for (let attempt = 0; attempt < 10; attempt += 1) expect((await check(foreign)).status).toBe(404);
    expect((await check(foreign)).status).toBe(429);
  });

  test('spent by 64 tills at once is spent once and whole, and refunding it meanwhile lets nothing through', async () => {
    const { id, code } = await card(1_000);
    const taken = await Promise.all(Array.from({ length: 64 }, () => spend(code, 100)));
    expect(taken.filter((got) => typeof got === 'number').length).toBe(10);
    expect((await seen(code)).balance).toBe(0);
    const { id: second, code: fresh } = await card(1_000);
    const [spent, refunded] = await Promise.all([
      Promise.all(Array.from({ length: 20 }, () => spend(fresh, 100))),
      ask('POST', `/v1/club/gift-cards/${second}/refund`, { reason: 'x' }),
    ]);
    const uses = spent.filter((got) => typeof got === 'number').length;
    expect(refunded.body.refunded + uses * 100).toBe(1_000);
    expect(await spend(fresh, 1)).toBe('gift_card_refunded');
    expect(id).not.toBe(second);
    await noDifferences();
  });
});
