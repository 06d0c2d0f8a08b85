import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { businessesForTest, type TestBusinesses } from '../../platform/tenancy/testing.ts';
import { mergePeople } from '../people/index.ts';
import { declareCustomFact, historyPage, receiveFacts, vocabularyOf } from './index.ts';
import type { CustomFactAsked } from './vocabulary.ts';

const NOW = Date.UTC(2026, 5, 1, 9);
const clock = { now: () => NOW };

let world: TestBusinesses;
beforeAll(async () => {
  world = await businessesForTest();
});
afterAll(() => world.close());

const send = (shop: Business, ...facts: unknown[]) => receiveFacts(world.database, clock, shop, facts);
const order = (key: string, given: object = {}) => ({
  person: { mobile: '09121234567', name: 'مریم' },
  type: 'order.paid',
  at: '2026-05-01T12:00:00+03:30',
  key,
  data: { order: key, amount: 1_250_000 },
  ...given,
});
const countIn = async (shop: Business, table: string) =>
  world.database.withBusiness(shop.id, async (tx) => (await tx.query(`SELECT FROM ${table}`)).rowCount);

test('good lines are stored and bad ones answered, each in its place', async () => {
  const shop = await world.another();
  const answers = await send(
    shop,
    order('1'),
    order('2', { type: 'order.lost' }),
    order('3', { person: { external: '7' }, source: 'till' }),
    order('4', { data: { order: '4' } }),
    order('5', { person: {} }),
  );
  expect(answers).toMatchObject([
    { status: 'stored', conflictId: null },
    { status: 'refused', refusal: { code: 'unknown_fact_type', field: 'type' } },
    { status: 'stored' },
    { status: 'refused', refusal: { code: 'field_missing', field: 'data.amount' } },
    { status: 'stored', personId: null },
  ]);
  expect(await countIn(shop, 'facts')).toBe(3);
  expect(await countIn(shop, 'people')).toBe(2);
});

test('the same batch again changes nothing and says so; another fact under a key is refused', async () => {
  const shop = await world.another();
  const first = await send(shop, order('1'), order('2'));
  const again = await send(shop, order('2'), order('1'), order('1', { data: { order: '1', amount: 1 } }));
  expect(again).toEqual([
    { ...first[1], status: 'unchanged' },
    { ...first[0], status: 'unchanged' },
    { status: 'refused', refusal: { code: 'key_taken', field: 'key', detail: { key: '1' } } },
  ]);
  expect(await countIn(shop, 'facts')).toBe(2);
});

test('each answer has the number of its own fact, also where others of the batch were told before', async () => {
  const shop = await world.another();
  const keys = ['c', 'a', 'e', 'b', 'd'];
  const numbersOf = async (source: string) =>
    world.database.withBusiness(shop.id, async (tx) => {
      const { rows } = await tx.query<{ key: string; id: number }>(
        'SELECT f.key, f.fact_id AS id FROM facts f JOIN sources s USING (business_id, source_id) WHERE s.name = $1',
        [source],
      );
      return new Map(rows.map(({ key, id }) => [key, id]));
    });
  for (const source of ['all-new', 'half-told']) {
    if (source === 'half-told') await send(shop, order('e', { source }), order('b', { source }));
    const answers = await send(shop, ...keys.map((key) => order(key, { source })));
    const stored = await numbersOf(source);
    expect(stored.size).toBe(keys.length);
    expect(answers.map((answer) => (answer.status === 'refused' ? null : answer.factId))).toEqual(
      keys.map((key) => stored.get(key)),
    );
    expect(answers.filter(({ status }) => status === 'unchanged')).toHaveLength(
      source === 'half-told' ? 2 : 0,
    );
  }
});

test('the number of a person is taken when there is one', async () => {
  const shop = await world.another();
  const [known] = await send(shop, order('1'));
  const [other] = await send(shop, order('2', { person: { external: '9' } }));
  if (known?.status !== 'stored' || other?.status !== 'stored') throw new Error('not stored');
  expect(await send(shop, order('3', { person: { id: known.personId } }))).toMatchObject([
    { personId: known.personId },
  ]);
  await world.database.withBusiness(shop.id, (tx) =>
    mergePeople(tx, shop, { loser: known.personId ?? 0, winner: other.personId ?? 0, by: 'test' }),
  );
  expect(await send(shop, order('4', { person: { id: known.personId } }), order('5'))).toMatchObject([
    { status: 'stored', personId: other.personId },
    { status: 'stored', personId: other.personId },
  ]);
  const foreign = await send(world.stranger, order('6', { person: { id: known.personId } }));
  expect(foreign).toMatchObject([
    { status: 'refused', refusal: { code: 'person_unknown', field: 'person.id' } },
  ]);
});

test.each([
  [null, 'fact_not_an_object', undefined],
  ['fact', 'fact_not_an_object', undefined],
  [[], 'fact_not_an_object', undefined],
  [{}, 'fact_type_missing', 'type'],
  [order('x', { at: '2026-05-01T12:00:00' }), 'instant_unreadable', 'at'],
  [order('x', { at: '2026-02-30T12:00:00Z' }), 'instant_unreadable', 'at'],
  [order('x', { at: '1403/12/30' }), 'instant_unreadable', 'at'],
  [order('x', { at: 1.5 }), 'instant_unreadable', 'at'],
  [order('x', { at: '1900-01-01T00:00:00Z' }), 'fact_too_early', 'at'],
  [order('x', { at: NOW + 25 * 3_600_000 }), 'fact_in_future', 'at'],
  [order(''), 'key_missing', 'key'],
  [order('x', { key: 7 }), 'key_missing', 'key'],
  [order('x'.repeat(201)), 'key_too_long', 'key'],
  [order('a\u0000b'), 'text_unreadable', 'key'],
  [order('a\uD800'), 'text_unreadable', 'key'],
  [order('x', { source: '' }), 'source_invalid', 'source'],
  [order('x', { source: 's'.repeat(101) }), 'source_invalid', 'source'],
  [order('x', { source: 'a\u0000' }), 'text_unreadable', 'source'],
  [order('x', { data: { order: 'x\u0000', amount: 1 } }), 'text_unreadable', 'data.order'],
  [order('x', { data: { order: 'x\uDFFF', amount: 1 } }), 'text_unreadable', 'data.order'],
  [order('x', { data: { order: 'x', amount: 1e300 } }), 'minor_units_expected', 'data.amount'],
  [order('x', { data: { order: 'x', amount: 1.5 } }), 'minor_units_expected', 'data.amount'],
  [order('x', { data: { order: { number: 1 }, amount: 1 } }), 'data_not_flat', 'data.order'],
  [order('x', { data: [1] }), 'data_not_flat', 'data'],
  [order('x', { data: { order: 'x', amount: 1, colour: 'red' } }), 'unknown_field', 'data.colour'],
  [
    order('x', { data: JSON.parse('{"order":"x","amount":1,"__proto__":"y"}') }),
    'unknown_field',
    'data.__proto__',
  ],
  [order('x', { type: 'constructor' }), 'unknown_fact_type', 'type'],
  [order('x', { type: 'custom.nothing' }), 'unknown_fact_type', 'type'],
  [order('x', { person: { mobile: '02188776655' } }), 'phone_not_mobile', 'person.mobile'],
  [order('x', { person: { mobile: '9.12E+09' } }), 'phone_in_exponent_form', 'person.mobile'],
  [order('x', { person: { mobile: 9121234567 } }), 'text_expected', 'person.mobile'],
  [order('x', { person: { email: 'nobody' } }), 'email_invalid', 'person.email'],
  [order('x', { person: { external: 'a\u0000b' } }), 'text_unreadable', 'person.external'],
  [order('x', { person: { external: 'x'.repeat(255) } }), 'identifier_too_long', 'person.external'],
  [order('x', { person: { name: 'x'.repeat(301) } }), 'name_too_long', 'person.name'],
  [order('x', { person: { kind: 'cat' } }), 'person_kind_unknown', 'person.kind'],
  [order('x', { person: { id: '7' } }), 'person_id_invalid', 'person.id'],
  [order('x', { person: { id: 7, mobile: '09121234567' } }), 'person_id_alone', 'person.id'],
  [order('x', { person: { id: 999_999_999 } }), 'person_unknown', 'person.id'],
  [order('x', { person: 'مریم' }), 'person_not_an_object', 'person'],
])('a bad line (%#) is refused and leaves nothing behind', async (fact, code, field) => {
  const [answer] = await send(world.business, fact);
  expect(answer).toMatchObject({
    status: 'refused',
    refusal: field === undefined ? { code } : { code, field },
  });
  expect(await countIn(world.business, 'facts')).toBe(0);
  expect(await countIn(world.business, 'people')).toBe(0);
});

test('an instant is the same with Z, with an offset and as epoch milliseconds', async () => {
  const shop = await world.another();
  const at = Date.UTC(2026, 4, 1, 8, 30, 0, 250);
  await send(shop, order('a', { at }));
  for (const same of [
    '2026-05-01T08:30:00.250Z',
    '2026-05-01T12:00:00.2509+03:30',
    '2026-05-01 12:00:00.25+0330',
  ]) {
    expect(await send(shop, order('a', { at: same }))).toMatchObject([{ status: 'unchanged' }]);
  }
});

test('64 senders of the same facts of the same new people at once: each fact and each person once', async () => {
  const shop = await world.another();
  const facts = Array.from({ length: 20 }, (_, index) =>
    order(`k${index}`, { person: { mobile: `0912111${String(1000 + (index % 5))}` } }),
  );
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, turn) => send(shop, ...(turn % 2 === 0 ? facts : facts.toReversed()))),
  );
  const stored = answers.flat().filter(({ status }) => status === 'stored');
  expect(stored).toHaveLength(20);
  expect(answers.flat().filter(({ status }) => status === 'refused')).toEqual([]);
  expect(await countIn(shop, 'people')).toBe(5);
  expect(await countIn(shop, 'facts')).toBe(20);
}, 180_000);

test('what a business invents is checked like the rest', async () => {
  const shop = await world.another();
  const inside = <T>(work: (tx: Tx) => Promise<T>) => world.database.withBusiness(shop.id, work);
  const declared = {
    name: 'roast_class',
    fa: 'کارگاه برشته‌کاری',
    en: 'roasting class',
    fields: {
      level: { kind: 'number', required: true, fa: 'سطح', en: 'level' },
      amount: { kind: 'money', fa: 'مبلغ', en: 'amount' },
    },
  } as const;
  expect(await inside((tx) => declareCustomFact(tx, shop, declared))).toEqual({ ok: true, value: declared });
  const told = {
    person: { external: '1' },
    type: 'custom.roast_class',
    at: NOW,
    key: 'c1',
    data: { level: 2.5, amount: 900 },
  };
  const [answer] = await send(
    shop,
    told,
    { ...told, key: 'c2', data: {} },
    { ...told, key: 'c3', data: { level: 'high' } },
  );
  expect(answer).toMatchObject({ status: 'stored' });
  expect((await send(shop, { ...told, key: 'c2', data: {} }))[0]).toMatchObject({
    refusal: { code: 'field_missing' },
  });
  const page = await inside((tx) =>
    historyPage(tx, [answer?.status === 'stored' ? (answer.personId ?? 0) : 0], { limit: 10 }),
  );
  expect(page).toMatchObject({
    ok: true,
    value: { facts: [{ type: 'custom.roast_class', data: { level: 2.5, amount: 900 } }] },
  });
  expect(Object.keys(await inside((tx) => vocabularyOf(tx)))).toContain('custom.roast_class');
  expect(
    Object.keys(await world.database.withBusiness(world.stranger.id, (tx) => vocabularyOf(tx))),
  ).not.toContain('custom.roast_class');

  const redeclare = (
    fields: Record<string, { kind: 'text' | 'number' | 'money'; required?: true; fa: string; en: string }>,
  ) => inside((tx) => declareCustomFact(tx, shop, { ...declared, fields }));
  expect(await redeclare({ level: { kind: 'text', fa: 'س', en: 'l' } })).toMatchObject({
    refusal: { code: 'field_kind_fixed' },
  });
  expect(
    await redeclare({ ...declared.fields, coach: { kind: 'text', required: true, fa: 'م', en: 'c' } }),
  ).toMatchObject({
    refusal: { code: 'field_needed_later' },
  });
  expect(
    await redeclare({ ...declared.fields, coach: { kind: 'text', fa: 'مربی', en: 'coach' } }),
  ).toMatchObject({ ok: true });
});

test.each([
  [{ name: 'Roast' }, 'custom_name_invalid'],
  [{ en: ' ' }, 'title_missing'],
  [{ fa: 'x'.repeat(101) }, 'name_too_long'],
  [{ fields: { 'no way': { kind: 'text', fa: 'x', en: 'x' } } }, 'field_name_invalid'],
  [{ fields: { x: { kind: 'colour', fa: 'x', en: 'x' } } }, 'field_kind_unknown'],
  [{ fields: { x: { kind: 'text', fa: '', en: 'x' } } }, 'title_missing'],
  [{ fields: { amount: { kind: 'number', fa: 'x', en: 'x' } } }, 'amount_is_money'],
])('a declaration that makes no sense (%#) is refused', async (given, code) => {
  const declared: CustomFactAsked = { name: 'thing', fa: 'چیز', en: 'thing', fields: {}, ...given };
  const result = await world.database.withBusiness(world.business.id, (tx) =>
    declareCustomFact(tx, world.business, declared),
  );
  expect(result).toMatchObject({ ok: false, refusal: { code } });
});

test('a history is read in pages, the newest first, whoever of the merged it stands on', async () => {
  const shop = await world.another();
  const inside = <T>(work: (tx: Tx) => Promise<T>) => world.database.withBusiness(shop.id, work);
  const facts = Array.from({ length: 25 }, (_, index) =>
    order(`k${index}`, {
      person: { external: String(index % 2) },
      at: NOW - Math.floor(index / 5) * 1000,
      type: index % 5 === 0 ? 'order.placed' : 'order.paid',
    }),
  );
  const answers = await send(shop, ...facts);
  const people = [
    ...new Set(answers.map((answer) => (answer.status === 'stored' ? (answer.personId ?? 0) : 0))),
  ];
  const seen: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < 10; page += 1) {
    const read = await inside((tx) =>
      historyPage(tx, people, { limit: 7, ...(after === undefined ? {} : { after }) }),
    );
    if (!read.ok) throw new Error(read.refusal.code);
    for (const fact of read.value.facts) seen.push(`${fact.at} ${fact.key}`);
    if (read.value.next === null) break;
    after = read.value.next;
  }
  expect(seen).toHaveLength(25);
  expect(new Set(seen).size).toBe(25);
  const times = seen.map((line) => Number(line.split(' ')[0]));
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  const placed = await inside((tx) => historyPage(tx, people, { limit: 100, types: ['order.placed'] }));
  expect(placed).toMatchObject({ ok: true, value: { next: null } });
  expect(placed.ok && placed.value.facts).toHaveLength(5);
  expect(await inside((tx) => historyPage(tx, people, { limit: 5, after: "1'; --" }))).toMatchObject({
    refusal: { code: 'page_unreadable' },
  });
});

test('more than a batch holds is a defect of the caller', async () => {
  await expect(send(world.business, ...Array<unknown>(1_001).fill(order('x')))).rejects.toThrow(RangeError);
});
