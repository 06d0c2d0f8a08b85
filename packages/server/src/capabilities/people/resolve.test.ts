import { type Identity, type NormalIdentity, readIdentity } from '@nardeban/core/people';
import type { Instant } from '@nardeban/core/values';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Business } from '../../platform/tenancy/index.ts';
import { businessesForTest, type TestBusinesses } from '../../platform/tenancy/testing.ts';
import { mergePeople, openConflicts, personById, type Resolution, resolvePeople } from './index.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);

let world: TestBusinesses;
beforeAll(async () => {
  world = await businessesForTest();
});
afterAll(() => world.close());

function normal(identity: Identity): NormalIdentity {
  const read = readIdentity(identity);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

async function resolve(
  business: Business,
  identities: readonly Identity[],
  at?: readonly Instant[],
): Promise<Resolution[]> {
  const moments = at ?? identities.map(() => START);
  return world.database.withBusiness(business.id, (tx) =>
    resolvePeople(tx, business, identities.map(normal), moments),
  );
}

async function resolveOne(business: Business, identity: Identity): Promise<Resolution> {
  const [resolution] = await resolve(business, [identity]);
  if (resolution === undefined) throw new Error('no answer');
  return resolution;
}

async function personOf(business: Business, identity: Identity): Promise<number> {
  const resolution = await resolveOne(business, identity);
  if (!('personId' in resolution)) throw new Error(JSON.stringify(resolution));
  return resolution.personId;
}

const conflictsOf = (business: Business) =>
  world.database.withBusiness(business.id, (tx) => openConflicts(tx, { limit: 100 }));

const look = (business: Business, id: number) =>
  world.database.withBusiness(business.id, (tx) => personById(tx, id));

describe('who a fact is about', () => {
  test('every spelling of a mobile is one person, and an identity without identifiers is nobody', async () => {
    const shop = await world.another();
    const answers = await resolve(shop, [
      { mobile: '0912 123 4567', name: 'مریم كریمی' },
      { mobile: '۰۹۱۲۱۲۳۴۵۶۷' },
      { mobile: '+98 (0) 912 123 4567' },
      { name: 'کسی' },
    ]);
    const id = await personOf(shop, { mobile: '00989121234567' });
    expect(answers.slice(0, 3)).toEqual([1, 2, 3].map(() => ({ personId: id, canonicalId: id })));
    expect(answers[3]).toEqual({ nobody: true });
    expect(await look(shop, id)).toMatchObject({
      name: 'مریم کریمی',
      identifiers: [{ kind: 'mobile', value: '+989121234567' }],
      knownSince: START,
    });
  });

  test('unknown identifiers are learnt from a fact that leads to one person, also within a batch', async () => {
    const shop = await world.another();
    const [first, second, third] = await resolve(
      shop,
      [
        { external: '100' },
        { external: '100', mobile: '09121111111' },
        { mobile: '09121111111', email: 'A@Example.com' },
      ],
      [START + 5 * DAY, START, START + DAY],
    );
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(await resolveOne(shop, { email: 'a@example.com' })).toEqual(first);
    if (first === undefined || !('personId' in first)) throw new Error('nobody');
    expect(await look(shop, first.personId)).toMatchObject({ knownSince: START });
  });

  test('a name fills an empty one and never replaces', async () => {
    const shop = await world.another();
    const id = await personOf(shop, { external: '1' });
    await resolve(shop, [
      { external: '1', name: 'نخست' },
      { external: '1', name: 'دوم' },
    ]);
    await resolve(shop, [{ external: '1', name: 'سوم' }]);
    expect(await look(shop, id)).toMatchObject({ name: 'نخست' });
  });

  test('an organisation is a person of another kind', async () => {
    const shop = await world.another();
    const id = await personOf(shop, { external: 'C-9', name: 'شرکت الف', kind: 'organisation' });
    expect(await look(shop, id)).toMatchObject({ kind: 'organisation' });
  });

  test('the same identifier is another person in another business', async () => {
    const id = await personOf(world.business, { mobile: '09127777777' });
    const other = await personOf(world.stranger, { mobile: '09127777777' });
    expect(other).not.toBe(id);
    expect(await look(world.stranger, id)).toBeNull();
  });
});

describe('what is not guessed', () => {
  test('another customer number is another person; the shared mobile stays, and the resemblance is told once', async () => {
    const shop = await world.another();
    const wife = await personOf(shop, { external: '1', mobile: '09121111111' });
    const husband = await personOf(shop, { external: '2', mobile: '09121111111' });
    expect(husband).not.toBe(wife);
    expect(await personOf(shop, { mobile: '09121111111' })).toBe(wife);
    // His next fact carries both identifiers again, and is still his.
    expect(await personOf(shop, { external: '2', mobile: '09121111111' })).toBe(husband);
    expect(await conflictsOf(shop)).toMatchObject([
      {
        kind: 'shared_identifier',
        candidates: [husband, wife],
        identifiers: [{ kind: 'mobile', value: '+989121111111' }],
        facts: 0,
      },
    ]);
  });

  test('a shared e-mail alone never joins people with different mobiles', async () => {
    const shop = await world.another();
    const one = await personOf(shop, { mobile: '09121111111', email: 'office@example.com' });
    const two = await personOf(shop, { mobile: '09122222222', email: 'office@example.com' });
    expect(two).not.toBe(one);
    expect(await personOf(shop, { mobile: '09122222222', email: 'office@example.com' })).toBe(two);
    expect(await personOf(shop, { email: 'office@example.com' })).toBe(one);
    expect(await conflictsOf(shop)).toHaveLength(1);
  });

  test('one whose customer number is known may have a second mobile', async () => {
    const shop = await world.another();
    const id = await personOf(shop, { external: '1', mobile: '09121111111' });
    expect(await personOf(shop, { external: '1', mobile: '09122222222' })).toBe(id);
    expect(await personOf(shop, { mobile: '09122222222' })).toBe(id);
    expect(await conflictsOf(shop)).toEqual([]);
  });

  test('identifiers of two people: nobody, and one open conflict for the pair', async () => {
    const shop = await world.another();
    const one = await personOf(shop, { mobile: '09121111111' });
    const two = await personOf(shop, { external: '7' });
    const answers = await resolve(shop, [
      { mobile: '09121111111', external: '7', email: 'x@example.com' },
      { external: '7', mobile: '09121111111' },
    ]);
    const again = await resolveOne(shop, { external: '7', mobile: '09121111111' });
    const [conflict, ...more] = await conflictsOf(shop);
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({ kind: 'two_people', candidates: [one, two] });
    expect([...answers, again]).toEqual([1, 2, 3].map(() => ({ conflictId: conflict?.id })));
    // What was said beside them is nobody's until it is decided.
    expect(await personOf(shop, { email: 'x@example.com' })).not.toBe(one);
  });

  test('a visitor of whom only the device is known becomes the person who signs in on it', async () => {
    const shop = await world.another();
    const visitor = await personOf(shop, { anonymous: 'device-1' });
    const known = await personOf(shop, { mobile: '09121111111' });
    expect(await resolveOne(shop, { anonymous: 'device-1', mobile: '09121111111' })).toEqual({
      personId: known,
      canonicalId: known,
    });
    expect(await resolveOne(shop, { anonymous: 'device-1' })).toEqual({
      personId: visitor,
      canonicalId: known,
    });
    expect(await look(shop, visitor)).toMatchObject({ id: known, mergedFrom: [visitor] });
    expect(await conflictsOf(shop)).toEqual([]);
  });

  test('a visitor met and named in one batch is one person', async () => {
    const shop = await world.another();
    const answers = await resolve(shop, [
      { anonymous: 'd' },
      { mobile: '09121111111' },
      { anonymous: 'd', mobile: '09121111111' },
      { anonymous: 'd' },
    ]);
    const ids = answers.map((answer) => ('canonicalId' in answer ? answer.canonicalId : 0));
    expect(new Set(ids.slice(1)).size).toBe(1);
    expect(ids[0]).not.toBe(0);
    expect(await look(shop, ids[0] ?? 0)).toMatchObject({ id: ids[1] });
  });

  test('a device on which another known person signs in is disputed, not merged', async () => {
    const shop = await world.another();
    await personOf(shop, { anonymous: 'd', mobile: '09121111111' });
    await personOf(shop, { mobile: '09122222222', external: '2' });
    expect(await resolveOne(shop, { anonymous: 'd', external: '2' })).toHaveProperty('conflictId');
  });

  test('whoever was merged keeps their identifiers; the fact stands on the one it names', async () => {
    const shop = await world.another();
    const loser = await personOf(shop, { mobile: '09121111111' });
    const winner = await personOf(shop, { external: '5' });
    await world.database.withBusiness(shop.id, (tx) => mergePeople(tx, shop, { loser, winner, by: 'test' }));
    expect(await resolveOne(shop, { mobile: '09121111111' })).toEqual({
      personId: loser,
      canonicalId: winner,
    });
    expect(await resolveOne(shop, { mobile: '09121111111', external: '5' })).toEqual({
      personId: winner,
      canonicalId: winner,
    });
    // The group's customer number is the loser's too.
    expect(await personOf(shop, { mobile: '09121111111', external: '6' })).not.toBe(loser);
  });
});

describe('at once', () => {
  test('64 transactions with the same new mobile make one person', async () => {
    const shop = await world.another();
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        resolveOne(
          shop,
          index % 2 === 0 ? { mobile: '09121111111' } : { mobile: '09121111111', email: `${index}@x.ir` },
        ),
      ),
    );
    const ids = new Set(answers.map((answer) => ('personId' in answer ? answer.personId : -1)));
    expect(ids.size).toBe(1);
    const count = await world.database.withBusiness(shop.id, (tx) => tx.query('SELECT FROM people'));
    expect(count.rowCount).toBe(1);
  });

  test('batches with the same new people in different orders make each once', async () => {
    const shop = await world.another();
    const identities = Array.from({ length: 200 }, (_, index) => ({
      external: `c${index}`,
      email: `c${index}@x.ir`,
    }));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, turn) =>
        resolve(shop, turn % 2 === 0 ? identities : identities.toReversed()).then((found) =>
          turn % 2 === 0 ? found : found.toReversed(),
        ),
      ),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    const count = await world.database.withBusiness(shop.id, (tx) => tx.query('SELECT FROM people'));
    expect(count.rowCount).toBe(200);
  });
});

test('whatever comes in whatever order, an identifier belongs to one person, and saying it all again changes nothing', async () => {
  const identity = fc.record(
    {
      mobile: fc.constantFrom('09121111111', '09122222222', '09123333333'),
      email: fc.constantFrom('a@x.ir', 'b@x.ir'),
      external: fc.constantFrom('1', '2', '3'),
      anonymous: fc.constantFrom('d1', 'd2'),
    },
    { requiredKeys: [] },
  );
  const batches = fc.array(fc.array(identity, { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(batches, async (arrived) => {
      const shop = await world.another();
      for (const batch of arrived) await resolve(shop, batch);
      const before = await stateOf(shop);
      expect(new Set(before.identifiers.map(({ kind, value }) => `${kind} ${value}`)).size).toBe(
        before.identifiers.length,
      );
      const people = new Map(before.people.map(({ id, root }) => [id, root]));
      for (const { person } of before.identifiers) expect(people.has(person)).toBe(true);
      for (const root of people.values()) expect(people.get(root)).toBe(root);
      // Everything has been said; from here on it teaches nothing but what was left open by the order of arrival.
      for (const batch of arrived) await resolve(shop, batch);
      const settled = await stateOf(shop);
      for (const batch of arrived) await resolve(shop, batch);
      expect(await stateOf(shop)).toEqual(settled);
      const stillThere = settled.identifiers.filter(({ kind, value }) =>
        before.identifiers.some((one) => one.kind === kind && one.value === value),
      );
      expect(stillThere).toEqual(before.identifiers);
    }),
    { numRuns: 60 },
  );
}, 120_000);

async function stateOf(business: Business) {
  return world.database.withBusiness(business.id, async (tx) => ({
    people: (
      await tx.query<{ id: number; root: number }>(
        'SELECT person_id AS id, coalesce(merged_into, person_id) AS root FROM people ORDER BY 1',
      )
    ).rows,
    identifiers: (
      await tx.query<{ kind: string; value: string; person: number }>(
        'SELECT kind, value, person_id AS person FROM identifiers ORDER BY 1, 2',
      )
    ).rows,
    conflicts: (await tx.query('SELECT kind, candidates FROM conflicts ORDER BY conflict_id')).rows,
  }));
}
