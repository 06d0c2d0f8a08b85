import { expect, test } from 'vitest';
import { appendFacts, sourceId } from '../facts/index.ts';
import { resolvePeople } from '../people/index.ts';
import { type KnownPerson, peopleStatements, readPeople, readPeopleAfter } from './histories.ts';
import type { Reading } from './reading.ts';
import { shop, street, time, useStreet } from './testing-shops.ts';

useStreet();

const READING: Reading = {
  types: ['order.paid', 'page.viewed'],
  detailed: new Set(['order.paid']),
  ids: false,
};
const FACTS = 2_000;

interface Step {
  readonly 'Actual Loops': number;
  readonly Plans?: readonly Step[];
}
const loops = (step: Step): number => Math.max(step['Actual Loops'], ...(step.Plans ?? []).map(loops));

test('what was planned before the first fact came does not go through all of them for each', async () => {
  const business = await shop();
  await street.database.withBusiness(business.id, async (tx) => {
    const [made] = await resolvePeople(tx, business, [{ external: 'busy' }], [time.now]);
    if (made === undefined || !('personId' in made)) throw new Error('nobody was made');
    const busy = made.personId;
    const statement = peopleStatements([busy], READING)[2];
    if (statement === undefined) throw new Error('no statement of facts');
    // As a connection has it that served the business on its first day.
    await tx.query('SET LOCAL plan_cache_mode = force_generic_plan');
    await tx.query(`PREPARE early AS ${statement.text}`);
    const run = `EXECUTE early ('{${busy}}', '{order.paid,page.viewed}')`;
    await tx.query(run);
    const source = await sourceId(tx, business, 'robot');
    await appendFacts(
      tx,
      business,
      Array.from({ length: FACTS }, (_, index) => ({
        personId: busy,
        conflictId: null,
        type: index % 2 === 0 ? 'order.paid' : 'page.viewed',
        at: time.now + index,
        sourceId: source,
        key: `f${index}`,
        data: index % 2 === 0 ? { order: `O${index}`, amount: 1000, channel: 'web' } : {},
      })),
    );
    const { rows } = await tx.query<{ 'QUERY PLAN': [{ Plan: Step }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${run}`,
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan;
    expect(plan === undefined ? Number.NaN : loops(plan)).toBe(1);

    // And it says all of each fact, in their order.
    const read: KnownPerson[] = [];
    await readPeople(tx, [busy], READING, (person) => read.push(person));
    const facts = read.flatMap(({ history }) => history.facts);
    expect(facts).toHaveLength(FACTS);
    expect(facts.slice(0, 2)).toEqual([
      { type: 'order.paid', at: time.now, data: { order: 'O0', amount: 1000, channel: 'web' } },
      { type: 'page.viewed', at: time.now + 1, data: {} },
    ]);
  });
});

test('everybody in order is told what each of them alone is, records and numbers of facts included', async () => {
  const business = await shop();
  await street.database.withBusiness(business.id, async (tx) => {
    const names = Array.from({ length: 5 }, (_, index) => ({ external: `p${index}` }));
    const made = await resolvePeople(
      tx,
      business,
      names,
      names.map(() => time.now),
    );
    const people = made.flatMap((one) => ('personId' in one ? one.personId : [])).sort((a, b) => a - b);
    const source = await sourceId(tx, business, 'robot');
    await appendFacts(
      tx,
      business,
      // The last of them has none; records come in another order than people, and one has nothing in it.
      Array.from({ length: 12 }, (_, index) => ({
        personId: people[(7 * index) % 4] as number,
        conflictId: null,
        type: index % 3 === 0 ? 'page.viewed' : 'order.paid',
        at: time.now + ((5 * index) % 12),
        sourceId: source,
        key: `f${index}`,
        data:
          index % 3 === 0
            ? {}
            : { order: `O${index}`, amount: index, ...(index === 4 ? {} : { channel: `c${index}` }) },
      })),
    );
    const reading = { ...READING, ids: true };
    const together: KnownPerson[] = [];
    expect(await readPeopleAfter(tx, 0, 100, reading, (one) => together.push(one))).toBe(people.at(-1));
    const alone: KnownPerson[] = [];
    for (const person of people) await readPeople(tx, [person], reading, (one) => alone.push(one));
    // Those of whom records are read come after the others.
    expect(together.sort((a, b) => a.personId - b.personId)).toEqual(alone);
    expect(together.flatMap(({ history }) => history.facts)).toHaveLength(12);
  });
});
