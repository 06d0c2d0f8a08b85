import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { businessesForTest, type TestBusinesses } from '../../platform/tenancy/testing.ts';
import { appendFacts, sourceId } from '../facts/index.ts';
import { membersOf, mergePeople, mergesOf, personById, resolvePeople, unmergePeople } from './index.ts';

const refused = (code: string) => ({ ok: false, refusal: { code } });

let world: TestBusinesses;
beforeAll(async () => {
  world = await businessesForTest();
});
afterAll(() => world.close());

const inside = <T>(business: Business, work: (tx: Tx) => Promise<T>) =>
  world.database.withBusiness(business.id, work);

async function peopleIn(business: Business, count: number): Promise<number[]> {
  return inside(business, async (tx) => {
    const identities = Array.from({ length: count }, (_, index) => ({
      external: `p${index}`,
      name: `شخص ${index}`,
    }));
    const answers = await resolvePeople(
      tx,
      business,
      identities,
      identities.map(() => Date.UTC(2026, 0, 1)),
    );
    return answers.map((answer) => ('personId' in answer ? answer.personId : 0));
  });
}

const merge = (business: Business, loser: number, winner: number) =>
  inside(business, (tx) => mergePeople(tx, business, { loser, winner, by: 'maryam', reason: 'same phone' }));

async function mergeId(business: Business, loser: number, winner: number): Promise<number> {
  const merged = await merge(business, loser, winner);
  if (!merged.ok) throw new Error(merged.refusal.code);
  return merged.value.mergeId;
}

const rootsIn = (business: Business) =>
  inside(business, async (tx) => {
    const { rows } = await tx.query<{ id: number; into: number | null }>(
      'SELECT person_id AS id, merged_into AS into FROM people ORDER BY 1',
    );
    return new Map(rows.map(({ id, into }) => [id, into]));
  });

const everything = (business: Business) =>
  inside(business, async (tx) => ({
    people: (await tx.query('SELECT * FROM people ORDER BY person_id')).rows,
    identifiers: (await tx.query('SELECT * FROM identifiers ORDER BY kind, value')).rows,
    facts: (await tx.query('SELECT * FROM facts ORDER BY fact_id')).rows,
  }));

test('a merge moves no fact and no identifier, and undoing it leaves everything exactly as it was', async () => {
  const shop = await world.another();
  const [a = 0, b = 0] = await peopleIn(shop, 2);
  await inside(shop, async (tx) => {
    const source = await sourceId(tx, shop, 'till');
    const told = [a, b].map((personId, index) => ({
      personId,
      conflictId: null,
      type: 'trait.changed',
      at: Date.UTC(2026, 1, 1 + index),
      sourceId: source,
      key: `t${index}`,
      data: { trait: 'city', value: index === 0 ? 'تهران' : 'کرج' },
    }));
    await appendFacts(tx, shop, told);
  });
  const before = await everything(shop);
  const id = await mergeId(shop, a, b);
  const merged = await everything(shop);
  expect(merged.facts).toEqual(before.facts);
  expect(merged.identifiers).toEqual(before.identifiers);
  expect(await inside(shop, (tx) => personById(tx, a))).toMatchObject({
    id: b,
    name: 'شخص 1',
    identifiers: [{ value: 'p1' }, { value: 'p0' }],
    traits: { city: 'کرج' },
    mergedFrom: [a],
  });
  expect(await inside(shop, (tx) => mergesOf(tx, shop, b))).toMatchObject([
    { mergeId: id, loser: a, winner: b, by: 'maryam', reason: 'same phone' },
  ]);
  expect(await inside(shop, (tx) => unmergePeople(tx, shop, id, 'maryam'))).toMatchObject({
    ok: true,
    value: { loser: a, winner: b },
  });
  expect(await everything(shop)).toEqual(before);
});

test('both people of a merge and of its undoing are climbed again', async () => {
  const shop = await world.another();
  const [a = 0, b = 0] = await peopleIn(shop, 2);
  const queued = () =>
    inside(shop, async (tx) => {
      const { rows } = await tx.query<{ id: number }>('DELETE FROM climb_queue RETURNING person_id AS id');
      return rows.map(({ id }) => id).sort((x, y) => x - y);
    });
  await queued();
  const id = await mergeId(shop, a, b);
  expect(await queued()).toEqual([a, b]);
  await inside(shop, (tx) => unmergePeople(tx, shop, id, 'x'));
  expect(await queued()).toEqual([a, b]);
});

test('merging the merged: everybody is one step from home, and each merge can be undone alone', async () => {
  const shop = await world.another();
  const [a = 0, b = 0, c = 0, d = 0] = await peopleIn(shop, 4);
  const ab = await mergeId(shop, a, b);
  const bc = await mergeId(shop, b, c);
  await mergeId(shop, d, a);
  expect(await rootsIn(shop)).toEqual(
    new Map([
      [a, c],
      [b, c],
      [c, null],
      [d, c],
    ]),
  );
  expect(await inside(shop, (tx) => membersOf(tx, [c, 999]))).toEqual(
    new Map([
      [c, [c, a, b, d]],
      [999, [999]],
    ]),
  );
  await inside(shop, (tx) => unmergePeople(tx, shop, bc, 'x'));
  expect(await rootsIn(shop)).toEqual(
    new Map([
      [a, b],
      [b, null],
      [c, null],
      [d, c],
    ]),
  );
  await inside(shop, (tx) => unmergePeople(tx, shop, ab, 'x'));
  expect(await rootsIn(shop)).toEqual(
    new Map([
      [a, null],
      [b, null],
      [c, null],
      [d, c],
    ]),
  );
});

test('oneself, a stranger, a circle, and undoing twice are refused', async () => {
  const shop = await world.another();
  const [a = 0, b = 0, c = 0] = await peopleIn(shop, 3);
  const [foreign = 0] = await peopleIn(world.stranger, 1);
  expect(await merge(shop, a, a)).toMatchObject(refused('merge_with_itself'));
  expect(await merge(shop, a, 999_999)).toMatchObject(refused('person_unknown'));
  expect(await merge(shop, foreign, a)).toMatchObject(refused('person_unknown'));
  const id = await mergeId(shop, a, b);
  await mergeId(shop, b, c);
  expect(await merge(shop, c, a)).toMatchObject(refused('already_one_person'));
  expect(await merge(shop, b, a)).toMatchObject(refused('already_one_person'));
  expect(await inside(world.stranger, (tx) => unmergePeople(tx, world.stranger, id, 'x'))).toMatchObject(
    refused('merge_unknown'),
  );
  await inside(shop, (tx) => unmergePeople(tx, shop, id, 'x'));
  expect(await inside(shop, (tx) => unmergePeople(tx, shop, id, 'x'))).toMatchObject(
    refused('merge_already_undone'),
  );
});

test('two merges against each other at once leave no circle', async () => {
  const shop = await world.another();
  const people = await peopleIn(shop, 6);
  const asked = people.flatMap((loser) =>
    people.filter((winner) => winner !== loser).map((winner) => ({ loser, winner })),
  );
  await Promise.all(asked.map(({ loser, winner }) => merge(shop, loser, winner)));
  const roots = await rootsIn(shop);
  expect([...roots.values()].filter((into) => into === null)).toHaveLength(1);
  for (const into of roots.values()) if (into !== null) expect(roots.get(into)).toBeNull();
});

test('any merges, undone in any order, leave everybody alone again', async () => {
  const step = fc.tuple(fc.nat(5), fc.nat(5));
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 12 }),
      fc.array(fc.nat(100), { minLength: 12, maxLength: 12 }),
      async (steps, order) => {
        const shop = await world.another();
        const people = await peopleIn(shop, 6);
        const before = await everything(shop);
        const made: number[] = [];
        for (const [loser, winner] of steps) {
          const merged = await merge(shop, people[loser] ?? 0, people[winner] ?? 0);
          if (merged.ok) made.push(merged.value.mergeId);
        }
        const shuffled = made
          .map((id, index) => ({ id, place: order[index] ?? 0 }))
          .sort((x, y) => x.place - y.place);
        for (const { id } of shuffled) {
          expect(await inside(shop, (tx) => unmergePeople(tx, shop, id, 'x'))).toMatchObject({ ok: true });
          const roots = await rootsIn(shop);
          for (const into of roots.values()) if (into !== null) expect(roots.get(into)).toBeNull();
        }
        expect(await everything(shop)).toEqual(before);
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);
