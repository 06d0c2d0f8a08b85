import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { businessesForTest, type TestBusinesses } from '../../platform/tenancy/testing.ts';
import { mergePeople, peopleIdentifiedBy, resolvePeople, searchPeople } from './index.ts';

let world: TestBusinesses;
let ids: Record<string, number>;

const people = {
  maryam: { name: 'مریم کریمی', mobile: '+989121234567', external: '1001' },
  aliReza: { name: 'علی‌رضا محمدی', mobile: '+989351110022', email: 'alireza@example.com' },
  ali: { name: 'علی اکبری', external: 'A-77' },
  karim: { name: 'کریم ملکی' },
  arash: { name: 'آرش ۱۰۰٪ _خاص', external: '2002' },
  sara: { name: 'Sara Smith', email: 'sara.smith@example.com', mobile: '+989121239999' },
  salam: { name: 'سلام فرهادی', external: '3003' },
} as const;

beforeAll(async () => {
  world = await businessesForTest();
  const entries = Object.entries(people);
  const answers = await world.database.withBusiness(world.business.id, (tx) =>
    resolvePeople(
      tx,
      world.business,
      entries.map(([who, person]) => ({ anonymous: who, ...person })),
      entries.map(() => Date.UTC(2026, 0, 1)),
    ),
  );
  ids = Object.fromEntries(
    entries.map(([who], index) => {
      const answer = answers[index];
      return [who, answer !== undefined && 'personId' in answer ? answer.personId : 0];
    }),
  );
});
afterAll(() => world.close());

async function found(term: string, limit = 20): Promise<string[]> {
  const hits = await searchPeople(world.database, world.business, term, limit);
  return hits.map(({ id }) => Object.entries(ids).find(([, known]) => known === id)?.[0] ?? `#${id}`);
}

test.each([
  ['an Arabic ye and kaf', 'كريمي', ['maryam']],
  ['a name that begins so before one that holds it', 'کریم', ['karim', 'maryam']],
  ['a space where a ZWNJ stands', 'علی رضا', ['aliReza']],
  ['neither space nor ZWNJ', 'علیرضا', ['aliReza']],
  ['alef without its madda', 'ارش', ['arash']],
  ['two letters: the beginning of names', 'عل', ['ali', 'aliReza']],
  ['one letter', 'ک', ['karim']],
  ['Latin in any case', 'SMITH', ['sara']],
  ['a mobile as people write it', '0912 123 4567', ['maryam']],
  ['a mobile in Persian digits', '۰۹۱۲۱۲۳۴۵۶۷', ['maryam']],
  ['a mobile with its country', '0098 912 123 4567', ['maryam']],
  ['the beginning of a mobile', '091212', ['maryam', 'sara']],
  ['the last four digits', '9999', ['sara']],
  ['the last digits in Persian', '۴۵۶۷', ['maryam']],
  ['an e-mail', 'Sara.Smith@example.com', ['sara']],
  ['the beginning of an e-mail', 'alirez', ['aliReza']],
  ['a customer number', '2002', ['arash']],
  ['a customer number in Persian digits', '۲۰۰۲', ['arash']],
  ['the beginning of a customer number with letters', 'A-7', ['ali']],
  ['typed on the other layout', 'sghl', ['salam']],
  ['typed on the Persian layout', 'سشقش', ['sara']],
  ['a percent sign means itself', '۱۰۰٪', ['arash']],
  ['an underscore means itself', '_خا', ['arash']],
  ['nothing that is there', 'هیچ‌کس', []],
  ['nothing at all', ' \u200C ', []],
])('finds by %s', async (_, term, expected) => {
  expect((await found(term)).sort()).toEqual([...expected].sort());
});

test('who is named exactly comes first, then whose name begins so', async () => {
  expect((await found('کریم'))[0]).toBe('karim');
  expect(await found('کریم', 1)).toEqual(['karim']);
});

test('wildcards of the database are letters like others', async () => {
  for (const term of ['%', '_', '%%%', '___', '\\', "'; --"]) expect(await found(term)).toEqual([]);
});

test('a merged person is found as who they are now, once, with every identifier', async () => {
  const shop = await world.another();
  const inside = <T>(work: (tx: Tx) => Promise<T>) => world.database.withBusiness(shop.id, work);
  const [loser, winner] = await inside(async (tx) => {
    const identities = [
      { name: 'زهرا قدیم', mobile: '+989121111111' },
      { name: 'زهرا جدید', external: '5' },
    ];
    const answers = await resolvePeople(tx, shop, identities, [0, 0]);
    const [a = 0, b = 0] = answers.map((answer) => ('personId' in answer ? answer.personId : 0));
    await mergePeople(tx, shop, { loser: a, winner: b, by: 'test' });
    return [a, b];
  });
  const hits = await searchPeople(world.database, shop, 'زهرا', 10);
  expect(hits).toEqual([
    {
      id: winner,
      name: 'زهرا جدید',
      kind: 'person',
      identifiers: [
        { kind: 'external', value: '5' },
        { kind: 'mobile', value: '+989121111111' },
      ],
    },
  ]);
  expect(await searchPeople(world.database, shop, '1111', 10)).toEqual(hits);
  expect(await inside((tx) => peopleIdentifiedBy(tx, '۰۹۱۲۱۱۱۱۱۱۱'))).toEqual([winner]);
  expect(await inside((tx) => peopleIdentifiedBy(tx, '5'))).toEqual([winner]);
  expect(await inside((tx) => peopleIdentifiedBy(tx, 'nobody'))).toEqual([]);
  expect(loser).not.toBe(winner);
});

/** How many rows each of the functions gives that walk through the wall. */
const doors = async (tx: Tx): Promise<number[]> => {
  const named = await tx.query(`SELECT * FROM people_named_like('', 500)`);
  const numbered = await tx.query(`SELECT * FROM identifiers_like(ARRAY[''], ARRAY[''], 500)`);
  return [named.rowCount, numbered.rowCount];
};

test('another business finds none of them, nor through the doors in the wall', async () => {
  for (const term of ['مریم', '4567', '1001', 'sara.smith@example.com']) {
    expect(await searchPeople(world.database, world.stranger, term, 10)).toEqual([]);
  }
  expect((await world.database.withBusiness(world.business.id, doors)).every((rows) => rows > 0)).toBe(true);
  expect(await world.database.withBusiness(world.stranger.id, doors)).toEqual([0, 0]);
  expect(await world.database.withoutBusiness(doors)).toEqual([0, 0]);
});

test('a business that is most of the table finds its own, and only its own, by the middle of a name', async () => {
  const shop = await world.another();
  const names = Array.from({ length: 5_600 }, (_, index) => (index === 3 ? 'کیان راه‌پیما' : `نام ${index}`));
  const known = (business: Business, called: readonly string[]) =>
    world.database.withBusiness(business.id, (tx) =>
      resolvePeople(
        tx,
        business,
        called.map((name, index) => ({ name, external: `many-${index}` })),
        called.map(() => 0),
      ),
    );
  await known(shop, names);
  await known(world.stranger, ['نگار راه‌پیما']);
  const hits = await searchPeople(world.database, shop, 'راه پیما', 20);
  expect(hits.map(({ name }) => name)).toEqual(['کیان راه‌پیما']);
  const theirs = await searchPeople(world.database, world.stranger, 'راه پیما', 20);
  expect(theirs.map(({ name }) => name)).toEqual(['نگار راه‌پیما']);
});
