import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../platform/database/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../platform/database/testing.ts';
import { quoteNumber } from './quote-store.ts';

let fresh: FreshDatabase;
let programs: Database[];

beforeAll(async () => {
  fresh = await freshDatabase();
  programs = await Promise.all([1, 2].map(() => openDatabase(fresh.appUrl, { max: 2 })));
});
afterAll(async () => {
  await Promise.all(programs.map((database) => database.close()));
  await fresh.drop();
});

test('a number is given to one quote alone, whatever program asks and however many at once', async () => {
  const numbers = await Promise.all(
    programs.flatMap((database) => Array.from({ length: 350 }, () => quoteNumber(database))),
  );
  expect(new Set(numbers).size).toBe(700);
  expect(Math.min(...numbers)).toBeGreaterThan(0);
});
