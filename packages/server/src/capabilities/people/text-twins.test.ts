import { readFile } from 'node:fs/promises';
import { looseKey, searchKey } from '@nardeban/core/values';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { businessesForTest, type TestBusinesses } from '../../platform/tenancy/testing.ts';

let world: TestBusinesses;
beforeAll(async () => {
  world = await businessesForTest();
});
afterAll(() => world.close());

async function keysInDatabase(texts: readonly string[]): Promise<{ norm: string; loose: string }[]> {
  return world.database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ norm: string; loose: string }>(
      `SELECT fa_norm(raw) AS norm, fa_loose(raw) AS loose FROM unnest($1::text[]) WITH ORDINALITY AS t (raw, place)
       ORDER BY place`,
      [texts],
    );
    return rows;
  });
}

test('the database makes the same search keys as the program, for every line of the fixture', async () => {
  const path = new URL('../../../../core/src/values/text.fixture.json', import.meta.url);
  const lines: { raw: string; norm: string; loose: string }[] = JSON.parse(await readFile(path, 'utf8'));
  const storable = lines.filter(({ raw }) => !raw.includes('\u0000'));
  expect(storable.length).toBeGreaterThan(10);
  const made = await keysInDatabase(storable.map(({ raw }) => raw));
  expect(made).toEqual(storable.map(({ norm, loose }) => ({ norm, loose })));
});

test('and for names of any letters people type', async () => {
  const letters = Array.from(
    'ابپتثجچحخدذرزژسشصضطظعغفقکكگلمنوؤهۀةیيىئءآأإٱ ـ\u064B\u064E\u0651\u0654\u0670\u200C\u200D\u200F۰۹٠٩09aZéŞﻻﷲ\u00A0.-',
  );
  const names = fc.sample(fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 }), {
    numRuns: 2_000,
    seed: 7,
  });
  const made = await keysInDatabase(names);
  expect(made).toEqual(names.map((name) => ({ norm: searchKey(name), loose: looseKey(name) })));
});
