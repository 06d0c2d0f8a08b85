import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { businessesForTest, type TestBusinesses } from '../../platform/tenancy/testing.ts';
import { receiveFacts } from '../facts/index.ts';
import { decideConflict, type Decision, openConflicts, personById, resolvePeople } from './index.ts';

const NOW = Date.UTC(2026, 5, 1);
const clock = { now: () => NOW };

const refused = (code: string) => ({ ok: false, refusal: { code } });

let world: TestBusinesses;
let shop: Business;
let mobile: number;
let numbered: number;
beforeAll(async () => {
  world = await businessesForTest();
});
afterAll(() => world.close());

const inside = <T>(work: (tx: Tx) => Promise<T>, business = shop) =>
  world.database.withBusiness(business.id, work);
const send = (key: string, person: object) =>
  receiveFacts(world.database, clock, shop, [
    { person, type: 'trait.changed', at: NOW - 1000, key, data: { trait: 'city', value: 'یزد' } },
  ]);
const decide = (id: number, decision: Decision) =>
  inside((tx) => decideConflict(tx, shop, id, decision, 'maryam'));
const factsOn = () =>
  inside(
    async (tx) =>
      (await tx.query<{ person: number | null }>('SELECT person_id AS person FROM facts ORDER BY key')).rows,
  );

/** Two people, and two facts that could be either's. */
beforeEach(async () => {
  shop = await world.another();
  const answers = await inside((tx) =>
    resolvePeople(tx, shop, [{ mobile: '+989121111111' }, { external: '7' }], [NOW, NOW]),
  );
  [mobile = 0, numbered = 0] = answers.map((answer) => ('personId' in answer ? answer.personId : 0));
  for (const key of ['a', 'b']) {
    expect(await send(key, { mobile: '09121111111', external: '7' })).toMatchObject([
      { status: 'stored', personId: null },
    ]);
  }
  await inside((tx) => tx.query('DELETE FROM climb_queue'));
});

async function onlyConflict(): Promise<number> {
  const open = await inside((tx) => openConflicts(tx, { limit: 10 }));
  expect(open).toMatchObject([{ kind: 'two_people', candidates: [mobile, numbered], facts: 2 }]);
  return open[0]?.id ?? 0;
}

test('assigned: the waiting facts are the chosen one’s, with their traits, and they are climbed', async () => {
  const id = await onlyConflict();
  expect(await factsOn()).toEqual([{ person: null }, { person: null }]);
  expect(await decide(id, { decide: 'assign', person: numbered })).toEqual({ ok: true, value: { facts: 2 } });
  expect(await factsOn()).toEqual([{ person: numbered }, { person: numbered }]);
  expect(await inside((tx) => personById(tx, numbered))).toMatchObject({
    traits: { city: 'یزد' },
    knownSince: NOW - 1000,
  });
  const queued = await inside((tx) => tx.query('SELECT person_id AS id FROM climb_queue'));
  expect(queued.rows).toEqual([{ id: numbered }]);
  expect(await inside((tx) => openConflicts(tx, { limit: 10 }))).toEqual([]);
  // The same facts sent again are still the same facts.
  expect(await send('a', { mobile: '09121111111', external: '7' })).toMatchObject([{ status: 'unchanged' }]);
});

test('merged: the candidates are one person and the facts are theirs', async () => {
  expect(await decide(await onlyConflict(), { decide: 'merge', into: mobile })).toEqual({
    ok: true,
    value: { facts: 2 },
  });
  expect(await inside((tx) => personById(tx, numbered))).toMatchObject({
    id: mobile,
    mergedFrom: [numbered],
  });
  expect(await factsOn()).toEqual([{ person: mobile }, { person: mobile }]);
  expect(await send('c', { mobile: '09121111111', external: '7' })).toMatchObject([
    { status: 'stored', personId: mobile },
  ]);
});

test('dismissed: the facts stay on nobody', async () => {
  expect(await decide(await onlyConflict(), { decide: 'dismiss' })).toEqual({
    ok: true,
    value: { facts: 0 },
  });
  expect(await factsOn()).toEqual([{ person: null }, { person: null }]);
  expect(await inside((tx) => openConflicts(tx, { limit: 10 }))).toEqual([]);
});

test('what cannot be decided is refused, and nothing changes', async () => {
  const id = await onlyConflict();
  expect(await decide(id, { decide: 'assign', person: 999 })).toMatchObject(
    refused('person_not_a_candidate'),
  );
  expect(await decide(999, { decide: 'dismiss' })).toMatchObject(refused('conflict_unknown'));
  const foreign = await inside(
    (tx) => decideConflict(tx, world.stranger, id, { decide: 'dismiss' }, 'x'),
    world.stranger,
  );
  expect(foreign).toMatchObject(refused('conflict_unknown'));
  expect(await inside((tx) => openConflicts(tx, { limit: 10 }), world.stranger)).toEqual([]);
  await onlyConflict();
  await decide(id, { decide: 'dismiss' });
  expect(await decide(id, { decide: 'dismiss' })).toMatchObject(refused('conflict_already_decided'));
});

test('a resemblance that was put aside is not told again, and has no facts to assign', async () => {
  const like = { mobile: '09121111111', external: '8' };
  await send('x', { mobile: '09121111111', external: '9' });
  const first = await inside((tx) => openConflicts(tx, { limit: 10 }));
  await inside((tx) => decideConflict(tx, shop, first[0]?.id ?? 0, { decide: 'dismiss' }, 'x'));
  await send('y', like);
  await send('z', like);
  const open = await inside((tx) => openConflicts(tx, { limit: 10 }));
  const shared = open.filter(({ kind }) => kind === 'shared_identifier');
  expect(shared.length).toBeLessThanOrEqual(1);
  for (const { id } of shared) {
    expect(await decide(id, { decide: 'assign', person: mobile })).toMatchObject({
      ok: false,
      refusal: { code: 'conflict_has_no_facts' },
    });
    await decide(id, { decide: 'dismiss' });
  }
  await send('w', like);
  expect(
    (await inside((tx) => openConflicts(tx, { limit: 10 }))).filter(
      ({ kind }) => kind === 'shared_identifier',
    ),
  ).toEqual([]);
});
