import { afterAll, beforeAll, expect, test } from 'vitest';
import { businessById, businessBySlug, businessOf, changeBusiness, createBusiness } from './index.ts';
import { businessesForTest, type TestBusinesses } from './testing.ts';

let world: TestBusinesses;
beforeAll(async () => {
  world = await businessesForTest();
});
afterAll(() => world.close());

test('a new business starts as an Iranian shop, and is found by slug and by number', async () => {
  const made = await createBusiness(world.database, { slug: 'cafe-roya', name: '  كافه رویا ' });
  if (!made.ok) throw new Error(made.refusal.code);
  expect(made.value).toEqual({
    id: made.value.id,
    slug: 'cafe-roya',
    name: 'کافه رویا',
    currency: 'IRR',
    unit: 'toman',
    zone: 'Asia/Tehran',
    calendar: 'jalali',
    language: 'fa',
    kind: 'shop',
    fiscalYearStart: '01-01',
    weekend: [6],
    revision: 1,
  });
  expect(await businessBySlug(world.database, 'cafe-roya')).toEqual(made.value);
  expect(await businessById(world.database, made.value.id)).toEqual(made.value);
  expect(await world.database.withBusiness(made.value.id, (tx) => businessOf(tx))).toEqual(made.value);
  expect(await businessBySlug(world.database, 'nobody')).toBeNull();
  expect(await businessById(world.database, 999_999)).toBeNull();
});

test('a slug belongs to one business, also when two ask at once', async () => {
  const results = await Promise.all(
    [1, 2, 3, 4].map(() => createBusiness(world.database, { slug: 'wanted', name: 'X' })),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  for (const result of results) {
    if (!result.ok)
      expect(result.refusal).toEqual({ code: 'slug_taken', field: 'slug', detail: { slug: 'wanted' } });
  }
});

test.each([
  [{ slug: 'Big Shop' }, 'slug_invalid', 'slug'],
  [{ slug: 'a--b' }, 'slug_invalid', 'slug'],
  [{ slug: 'x'.repeat(64) }, 'slug_invalid', 'slug'],
  [{ name: ' \u200E ' }, 'name_missing', 'name'],
  [{ name: 'x'.repeat(201) }, 'name_too_long', 'name'],
  [{ currency: 'toman' }, 'currency_invalid', 'currency'],
  [{ currency: 'EUR', unit: 'toman' as const }, 'unit_invalid', 'unit'],
  [{ currency: 'IRR', unit: 'major' as const }, 'unit_invalid', 'unit'],
  [{ zone: 'Mars/Olympus' }, 'zone_unknown', 'zone'],
  [{ fiscalYearStart: '13-01' }, 'fiscal_year_invalid', 'fiscalYearStart'],
  [{ fiscalYearStart: '12-30' }, 'fiscal_year_invalid', 'fiscalYearStart'],
  [{ calendar: 'gregorian' as const, fiscalYearStart: '02-29' }, 'fiscal_year_invalid', 'fiscalYearStart'],
  [{ weekend: [7] }, 'weekend_invalid', 'weekend'],
  [{ weekend: [0, 1, 2, 3, 4, 5, 6] }, 'weekend_invalid', 'weekend'],
])('%o is refused with %s', async (details, code, field) => {
  const result = await createBusiness(world.database, { slug: 'refused', name: 'X', ...details });
  expect(result).toMatchObject({ ok: false, refusal: { code, field } });
  expect(await businessBySlug(world.database, 'refused')).toBeNull();
});

test('a business in another currency counts in its main unit unless told', async () => {
  const made = await createBusiness(world.database, {
    slug: 'paris',
    name: 'Café',
    currency: 'EUR',
    zone: 'Europe/Paris',
  });
  expect(made).toMatchObject({ ok: true, value: { currency: 'EUR', unit: 'major', zone: 'Europe/Paris' } });
});

test('settings are changed by whoever saw the present ones, and refused to whoever saw older ones', async () => {
  const made = await createBusiness(world.database, { slug: 'changing', name: 'X' });
  if (!made.ok) throw new Error(made.refusal.code);
  const change = (changes: object, revision: number) =>
    world.database.withBusiness(made.value.id, (tx) => changeBusiness(tx, changes, revision));
  const both = await Promise.all([change({ name: 'Y' }, 1), change({ kind: 'cafe' }, 1)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'changed_meanwhile' } });
  const again = await change({ weekend: [6, 5, 5], unit: 'rial' }, 2);
  expect(again).toMatchObject({ ok: true, value: { after: { weekend: [5, 6], unit: 'rial', revision: 3 } } });
  expect(await businessById(world.database, made.value.id)).toMatchObject({ weekend: [5, 6], revision: 3 });
  expect(await businessById(world.database, world.stranger.id)).toEqual(world.stranger);
});
