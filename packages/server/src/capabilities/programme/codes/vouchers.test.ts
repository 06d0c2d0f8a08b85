import { readCode } from '@nardeban/core/programme';
import { parse } from 'csv-parse/sync';
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
import { mergePeople, resolvePeople } from '../../people/index.ts';
import { capture, hold, release } from '../ledger/holds.ts';
import { uncount } from '../ledger/posting.ts';
import { drawBatch } from './batches.ts';
import { guessLockStatement, noteWrongCodes, readGuessLock } from './guesses.ts';
import { makeCodes, makePart } from './making.ts';
import { voucherForPricing } from './pricing.ts';
import { printedCodes, vouchersOf } from './vouchers.ts';

const MINUTE = 60_000;
let served: Served;
let shop: Business;
let stranger: Business;
let headers: { authorization: string };
let ask: Ask;
let foreign: { authorization: string };
beforeAll(async () => {
  served = await serveForTest(buildApp);
  await served.prepareJobs();
  shop = await served.business('codes');
  stranger = await served.business('stranger');
  headers = bearer(await served.key(shop));
  ask = askWith(served, headers);
  foreign = bearer(await served.key(stranger));
  for (const key of ['spring', 'paged']) await offer(key);
  await offer('spring', foreign);
});
afterAll(() => served.close());

const terms = {
  name: 'نوروز',
  offer: 'spring',
  uses: 1,
  usesPerPerson: null,
  validFrom: null,
  validUntil: null,
};

async function offer(key: string, as = headers): Promise<void> {
  const made = await ask(
    'POST',
    '/v1/club/offers',
    {
      key,
      name: { fa: key, en: key },
      for: {},
      gives: { kind: 'percent', share: 500 },
      when: { zone: 'Asia/Tehran' },
      by: 'code',
      announcement: 'private',
      stacking: { exclusive: false, order: 10 },
      newcomers: true,
    },
    as,
  );
  expect(made.status).toBe(201);
}

async function batchOf(
  count: number,
  changes: object = {},
  as = headers,
): Promise<{ id: number; revision: number }> {
  const made = await ask('POST', '/v1/club/vouchers', { ...terms, count, ...changes }, as);
  expect(made.status).toBe(201);
  return made.body;
}

async function codesOf(batch: number, most = 50): Promise<{ id: number; code: string }[]> {
  return served.database.withBusiness(shop.id, (tx) => printedCodes(tx, batch, 0, most));
}

async function person(mobile: string): Promise<number> {
  const [found] = await served.database.withBusiness(shop.id, (tx) =>
    resolvePeople(tx, shop, [{ mobile }], [TEST_NOW]),
  );
  if (found === undefined || !('personId' in found)) throw new Error('nobody');
  return found.personId;
}

async function priced(codes: string[], who: number | null = null, now = TEST_NOW) {
  return served.database.withBusiness(shop.id, (tx) =>
    voucherForPricing(tx, shop, codes, { person: who, now }),
  );
}

describe('a batch', () => {
  test('of codes drawn by chance holds so many, each readable and none like another', async () => {
    const { id } = await batchOf(300);
    const codes = await codesOf(id, 1000);
    expect(new Set(codes.map(({ code }) => code)).size).toBe(300);
    for (const { code } of codes)
      expect(readCode(code)).toMatchObject({ ok: true, value: { kind: 'drawn' } });
    const { rows } = await served.database.withBusiness(shop.id, (tx) =>
      tx.query<{ told: string }>(
        'SELECT row_to_json(v)::text AS told FROM vouchers v WHERE batch_id = $1 LIMIT 1',
        [id],
      ),
    );
    // Only a hash is kept: no code can be read in the table.
    expect(codes.some(({ code }) => rows[0]?.told.includes(code.replaceAll('-', '')))).toBe(false);
  });

  test('is downloaded whole, printed in squares, and after sealing neither, and its codes are good all the same', async () => {
    const { id, revision } = await batchOf(30);
    const [first] = await codesOf(id);
    const answer = await served.app.inject({ url: `/v1/club/vouchers/${id}/codes.csv`, headers });
    const rows = parse(answer.body, { bom: true, columns: true }) as { number: string; code: string }[];
    expect(rows.length).toBe(30);
    expect(rows[0]).toEqual({ number: String(first?.id), code: first?.code });
    const sheet = await served.app.inject({ url: `/v1/club/vouchers/${id}/sheet.svg`, headers });
    expect(sheet.headers['content-type']).toContain('image/svg+xml');
    expect(sheet.body.match(/<svg /g)?.length).toBe(1 + 24);
    expect(sheet.body).toContain(first?.code ?? '-');
    const next = String(sheet.headers['nardeban-next']);
    const last = await served.app.inject({ url: `/v1/club/vouchers/${id}/sheet.svg?after=${next}`, headers });
    expect(last.body.match(/<svg /g)?.length).toBe(1 + 6);
    expect(last.headers['nardeban-next']).toBeUndefined();

    expect((await ask('POST', `/v1/club/vouchers/${id}/seal`, { revision: revision + 7 })).body.code).toBe(
      'changed_meanwhile',
    );
    expect((await ask('POST', `/v1/club/vouchers/${id}/seal`, { revision })).body.printable).toBe(false);
    expect((await ask('GET', `/v1/club/vouchers/${id}/codes.csv`)).body.code).toBe('codes_sealed');
    expect((await ask('GET', `/v1/club/vouchers/${id}/codes`)).body.vouchers[0].tail).toBeNull();
    expect((await priced([first?.code ?? ''])).vouchers[0]).toMatchObject({ offer: 'spring', refused: null });
  });

  test('may be one word that everybody knows, once in a business', async () => {
    const word = await ask('POST', '/v1/club/vouchers', { ...terms, uses: 100, word: 'نوروز ۱۴۰۵' });
    expect(word.body).toMatchObject({ kind: 'word', word: 'نوروز1405', made: 1, state: 'done' });
    expect((await priced(['نوروز-1405'])).vouchers[0]).toMatchObject({ uses: 100, refused: null });
    expect((await ask('POST', '/v1/club/vouchers', { ...terms, word: 'نوروز1405' })).body.code).toBe(
      'code_word_taken',
    );
    expect((await ask('POST', '/v1/club/vouchers', { ...terms, word: 'نوروز1405' }, foreign)).status).toBe(
      201,
    );
    expect((await ask('POST', '/v1/club/vouchers', terms)).body.code).toBe('count_or_word');
    expect((await ask('POST', '/v1/club/vouchers', { ...terms, word: 'x', count: 3 })).body.code).toBe(
      'count_or_word',
    );
  });

  test('of many is made by a job, that goes on after it was killed and stops when it is asked to', async () => {
    const made = await ask('POST', '/v1/club/vouchers', { ...terms, count: 25_000 });
    expect(made).toMatchObject({ status: 202, body: { state: 'waiting', made: 0 } });
    const { id } = made.body;
    // Killed in the middle of its second part: what was not committed leaves nothing behind.
    await served.database.withBusiness(shop.id, (tx) => makePart(tx, shop.id, id, 10_000));
    await served.database
      .withBusiness(shop.id, async (tx) => {
        await makePart(tx, shop.id, id, 10_000);
        throw new Error('killed');
      })
      .catch(() => {});
    expect((await ask('GET', `/v1/club/vouchers/${id}`)).body).toMatchObject({
      state: 'making',
      made: 10_000,
    });
    expect((await ask('POST', `/v1/club/vouchers/${id}/stop`)).status).toBe(202);
    await makeCodes(served.database, shop.id, id);
    expect((await ask('GET', `/v1/club/vouchers/${id}`)).body).toMatchObject({
      state: 'stopped',
      made: 10_000,
    });
    expect((await ask('POST', `/v1/club/vouchers/${id}/stop`)).body.code).toBe('batch_not_making');
    expect((await ask('GET', `/v1/club/vouchers/${id}/codes.csv`)).body.code).toBe('batch_not_made');
    expect((await ask('POST', `/v1/club/vouchers/${id}/resume`)).status).toBe(202);
    await Promise.all([makeCodes(served.database, shop.id, id), makeCodes(served.database, shop.id, id)]);
    expect((await ask('GET', `/v1/club/vouchers/${id}`)).body).toMatchObject({ state: 'done', made: 25_000 });
    const { rows } = await served.database.withBusiness(shop.id, (tx) =>
      tx.query(
        'SELECT count(*)::int AS codes, count(DISTINCT ordinal)::int AS ordinals, max(ordinal) AS last FROM vouchers WHERE batch_id = $1',
        [id],
      ),
    );
    expect(rows[0]).toEqual({ codes: 25_000, ordinals: 25_000, last: 25_000 });
  });

  test('passes over a code that is taken and draws another one', async () => {
    await served.database.withBusiness(shop.id, async (tx) => {
      const first = await drawBatch(tx, shop, { ...terms, count: 5 }, { by: 'test', now: TEST_NOW });
      const second = await drawBatch(tx, shop, { ...terms, count: 1 }, { by: 'test', now: TEST_NOW });
      if (!first.ok || !second.ok) throw new Error('not made');
      // The same seed draws the same codes: all five are taken.
      await tx.query(
        `UPDATE voucher_batches b SET seed = f.seed, payload = f.payload, asked = 8, state = 'making', drawn = 0, made = 1
         FROM voucher_batches f WHERE f.batch_id = $1 AND b.batch_id = $2 AND f.business_id = b.business_id`,
        [first.value.id, second.value.id],
      );
      while ((await makePart(tx, shop.id, second.value.id, 4)) === 'more');
      expect((await printedCodes(tx, second.value.id, 0, 50)).length).toBe(8);
    });
  });

  test('brings an offer that is there: another key, and one that was put away, is refused where it stands', async () => {
    const asked = { ...terms, count: 1 };
    const refusal = (named: string) => ask('POST', '/v1/club/vouchers', { ...asked, offer: named });
    expect(await refusal('sprin')).toMatchObject({
      status: 404,
      body: { code: 'offer_unknown', field: 'offer' },
    });
    await offer('bygone');
    await ask('PUT', '/v1/club/offers/bygone/state', { state: 'archived', revision: 1 });
    expect(await refusal('bygone')).toMatchObject({ body: { code: 'offer_archived', field: 'offer' } });
    // Another business's offer is nobody's here.
    expect(await ask('POST', '/v1/club/vouchers', { ...asked, offer: 'paged' }, foreign)).toMatchObject({
      body: { code: 'offer_unknown' },
    });
  });

  test('is listed page by page, found by its offer and name, and never another business’s', async () => {
    for (let index = 0; index < 3; index += 1) await batchOf(1, { offer: 'paged', name: `صفحه ${index}` });
    const first = (await ask('GET', '/v1/club/vouchers?offer=paged&limit=2')).body;
    const rest = (await ask('GET', `/v1/club/vouchers?offer=paged&limit=2&after=${first.next}`)).body;
    expect([...first.batches, ...rest.batches].map(({ name }) => name)).toEqual([
      'صفحه 2',
      'صفحه 1',
      'صفحه 0',
    ]);
    expect(rest.next).toBeNull();
    expect((await ask('GET', '/v1/club/vouchers?name=صفحه%201')).body.batches.length).toBe(1);
    expect((await ask('GET', '/v1/club/vouchers?offer=paged', undefined, foreign)).body.batches).toEqual([]);
    const { id } = first.batches[0];
    for (const path of ['', '/codes', '/codes.csv', '/sheet.svg'])
      expect((await ask('GET', `/v1/club/vouchers/${id}${path}`, undefined, foreign)).body.code).toBe(
        'batch_unknown',
      );
  });
});

describe('a code', () => {
  test('skipped says why (pain 16), and is valid in a range of instants (pain 17)', async () => {
    const { id, revision } = await batchOf(2, { validFrom: TEST_NOW, validUntil: TEST_NOW + MINUTE });
    const [one, other] = await codesOf(id);
    const at = async (now: number) => (await priced([one?.code ?? ''], null, now)).vouchers[0]?.refused;
    expect(await at(TEST_NOW - 1)).toMatchObject({ code: 'voucher_early' });
    expect(await at(TEST_NOW)).toBeNull();
    expect(await at(TEST_NOW + MINUTE - 1)).toBeNull();
    expect(await at(TEST_NOW + MINUTE)).toMatchObject({ code: 'voucher_over' });
    await ask('PUT', `/v1/club/vouchers/${id}/codes/${one?.id}`, { disabled: true });
    expect(await at(TEST_NOW)).toMatchObject({ code: 'voucher_disabled' });
    expect((await priced([other?.code ?? ''])).vouchers[0]?.refused).toBeNull();
    await ask('PUT', `/v1/club/vouchers/${id}/codes/${one?.id}`, { disabled: false });
    expect(await at(TEST_NOW)).toBeNull();
    const { offer: _, ...change } = terms;
    const off = await ask('PUT', `/v1/club/vouchers/${id}`, { ...change, disabled: true, revision });
    expect(off.body).toMatchObject({ disabled: true, revision: revision + 1 });
    expect((await priced([other?.code ?? ''])).vouchers[0]?.refused).toMatchObject({
      code: 'voucher_disabled',
    });
    const backwards = { ...change, validFrom: 10, validUntil: 5, disabled: false, revision: revision + 1 };
    expect((await ask('PUT', `/v1/club/vouchers/${id}`, backwards)).body.code).toBe('validity_reversed');
  });

  test('given to one person is good for them alone, also after a merge, and shown among their own', async () => {
    const { id } = await batchOf(1);
    const [mina, sara, twin] = [
      await person('+989121110001'),
      await person('+989121110002'),
      await person('+989121110003'),
    ];
    const given = await ask('POST', `/v1/club/vouchers/${id}/codes`, {
      person: mina,
      validUntil: TEST_NOW + MINUTE,
    });
    expect(given.status).toBe(201);
    const { code } = given.body;
    const why = async (who: number | null) => (await priced([code], who)).vouchers[0]?.refused?.code ?? null;
    expect([await why(mina), await why(sara), await why(null)]).toEqual([
      null,
      'voucher_of_another',
      'voucher_of_another',
    ]);
    await served.database.withBusiness(shop.id, (tx) =>
      mergePeople(tx, shop, { loser: mina, winner: twin, by: 'test' }),
    );
    expect([await why(twin), await why(mina), await why(sara)]).toEqual([null, null, 'voucher_of_another']);
    const own = await served.database.withBusiness(shop.id, (tx) => vouchersOf(tx, [twin, mina], TEST_NOW));
    expect(own).toMatchObject([{ code, offer: 'spring', validUntil: TEST_NOW + MINUTE }]);
    expect(
      (await ask('POST', `/v1/club/vouchers/${id}/codes`, { person: 9e9, validUntil: null })).body.code,
    ).toBe('person_unknown');
  });

  test('with a limit for each person asks who it is', async () => {
    const { id } = await batchOf(1, { uses: null, usesPerPerson: 1 });
    const [one] = await codesOf(id);
    expect((await priced([one?.code ?? ''])).vouchers[0]?.refused?.code).toBe('voucher_needs_person');
  });

  test('unknown, foreign or mistyped is answered alike, but a mistyped one is no guess', async () => {
    const { id } = await batchOf(1);
    const [own] = await codesOf(id);
    const theirs = await batchOf(1, {}, foreign);
    const [other] = await served.database.withBusiness(stranger.id, (tx) =>
      printedCodes(tx, theirs.id, 0, 1),
    );
    const mistyped = `${own?.code.slice(0, -1)}${own?.code.endsWith('2') ? '3' : '2'}`;
    const read = await priced([other?.code ?? '', 'NOBODYMADETHIS', mistyped, own?.code ?? '']);
    expect(read.vouchers.map(({ refused }) => refused?.code ?? null)).toEqual([
      'voucher_unknown',
      'voucher_unknown',
      'code_mistyped',
      null,
    ]);
    expect(read.wrong).toBe(2);
  });
});

describe('guessing', () => {
  test('locks whoever tries for a minute, then twice as long, and nobody else', async () => {
    const { id } = await batchOf(1);
    const [own] = await codesOf(id);
    const key = bearer(await served.key(shop, ['till:write']));
    const colleague = bearer(await served.key(shop, ['till:write']));
    const check = (code: string, as: typeof key) => ask('POST', '/v1/club/vouchers/check', { code }, as);
    for (let attempt = 0; attempt < 11; attempt += 1)
      expect((await check(`WRONG${attempt}GUESS`, key)).body.code).toBe('voucher_unknown');
    const locked = await check(own?.code ?? '', key);
    expect(locked).toMatchObject({
      status: 429,
      body: { code: 'codes_locked', values: { minutes: 1, seconds: 60 } },
    });
    expect(locked.headers['retry-after']).toBe('60');
    expect((await check(own?.code ?? '', colleague)).body).toMatchObject({ offer: 'spring', refused: null });
    served.clock.set(TEST_NOW + MINUTE);
    expect((await check(own?.code ?? '', key)).status).toBe(200);
    expect((await check('WRONGAGAIN', key)).body.code).toBe('voucher_unknown');
    expect((await check(own?.code ?? '', key)).body.values.minutes).toBe(2);
    served.clock.set(TEST_NOW);
  });

  test('with many hands closes sooner for all but members of staff', async () => {
    const note = (name: string, wrong: number, kind: 'key' | 'staff' = 'key') =>
      noteWrongCodes(served.database, stranger.id, { kind, name }, wrong, TEST_NOW);
    const isLocked = async (name: string, kind: 'key' | 'staff' = 'key') =>
      readGuessLock(
        await served.database.withBusiness(stranger.id, (tx) => tx.query(guessLockStatement({ kind, name }))),
        TEST_NOW,
      ) !== null;
    await Promise.all(Array.from({ length: 20 }, (_, hand) => note(`hand ${hand}`, 10)));
    expect(await isLocked('hand 3')).toBe(false);
    await note('one more', 3);
    await note('cashier@example.ir', 3, 'staff');
    expect([await isLocked('one more'), await isLocked('cashier@example.ir', 'staff')]).toEqual([
      true,
      false,
    ]);
  });

  test('is forgiven with time, and counted right when many try at once', async () => {
    const who = { kind: 'person', name: '7' } as const;
    await Promise.all(
      Array.from({ length: 12 }, () => noteWrongCodes(served.database, shop.id, who, 1, TEST_NOW)),
    );
    const lock = async (now: number) =>
      readGuessLock(
        await served.database.withBusiness(shop.id, (tx) => tx.query(guessLockStatement(who))),
        now,
      );
    expect(await lock(TEST_NOW)).toMatchObject({ detail: { minutes: 2 } });
    expect(await lock(TEST_NOW + 2 * MINUTE)).toBeNull();
    await noteWrongCodes(served.database, shop.id, who, 1, TEST_NOW + 24 * 60 * MINUTE - 1);
    expect(await lock(TEST_NOW + 24 * 60 * MINUTE - 1)).toBeNull();
  });
});

// Pains 15, 24, 25: a limit holds whoever comes at once, in both directions.
describe('the limit of a code', () => {
  test('of 100 with 200 takers is used exactly 100 times, and what is given back can be taken once more', async () => {
    const { id } = await batchOf(1, { uses: 100 });
    const [code] = await codesOf(id);
    const [voucher] = (await priced([code?.code ?? ''])).vouchers;
    const claim = { key: `voucher:${voucher?.id}`, add: 1, limit: voucher?.uses ?? 0, of: 'all' as const };
    const times = { at: TEST_NOW, now: TEST_NOW };
    const take = (then: 'capture' | 'release' = 'capture') =>
      served.database.withBusiness(shop.id, async (tx) => {
        const held = await hold(tx, {
          wallets: [],
          cards: [],
          claims: [claim],
          until: TEST_NOW + MINUTE,
          now: TEST_NOW,
          purpose: 'test',
        });
        if (!held.ok) return false;
        if (then === 'release') await release(tx, held.value.hold);
        else await capture(tx, held.value.hold, { ...times, cause: { kind: 'purchase' } });
        return true;
      });
    const taken = await Promise.all(Array.from({ length: 200 }, () => take()));
    expect(taken.filter((got) => got).length).toBe(100);
    expect((await ask('GET', `/v1/club/vouchers/${id}/codes`)).body.vouchers).toMatchObject([
      { used: 100, held: 0, state: 'used' },
    ]);
    const checked = await ask('POST', '/v1/club/vouchers/check', { code: code?.code });
    expect(checked.body.refused.code).toBe('voucher_used');
    const giveBack = (key: string) =>
      served.database.withBusiness(shop.id, (tx) =>
        uncount(tx, { claims: [{ key: claim.key, of: 'all', subtract: 1 }], key, now: TEST_NOW }),
      );
    // Thirty uses come back, each told twice, while forty more want one.
    const backs = Array.from({ length: 30 }, (_, back) => `back ${back}`);
    const [again] = await Promise.all([
      Promise.all(Array.from({ length: 40 }, () => take())),
      Promise.all([...backs, ...backs].map(giveBack)),
    ]);
    const rest = await Promise.all(Array.from({ length: 40 }, () => take()));
    expect([...again, ...rest].filter((got) => got).length).toBe(30);
  });
});
