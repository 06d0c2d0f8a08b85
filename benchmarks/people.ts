/**
 * The list of people among a million: the first page, the next, far down, filtered, searched. Prints the median and the
 * 95th percentile of each, as the server answers it. The aim is 100 ms at the 95th percentile.
 *
 *   node benchmarks/people.ts [--people=1_000_000] [--facts=3_000_000] [--asked=60]
 */
import { presets } from '@nardeban/core/ladder';
import { type Chance, seededChance } from '@nardeban/core/testing';
import {
  beginPublishing,
  publishEverybody,
  saveDraft,
} from '../packages/server/src/capabilities/ladder/index.ts';
import { type ListAsked, listPeople } from '../packages/server/src/capabilities/lists/index.ts';
import { withConnection } from '../packages/server/src/platform/database/connection.ts';
import type { Database } from '../packages/server/src/platform/database/index.ts';
import type { Business } from '../packages/server/src/platform/tenancy/index.ts';
import { FEMALE_NAMES, LAST_NAMES, MALE_NAMES } from '../packages/server/src/pretend/names.ts';
import { median, quantile, seconds, timed } from './support/measuring.ts';
import { populate } from './support/population.ts';
import { shopIn, withServer } from './support/server.ts';
import { sizes } from './support/sizes.ts';

const { people, facts, asked } = sizes({ people: 1_000_000, facts: 3_000_000, asked: 60 });
const END = Date.UTC(2026, 4, 1);
const COLUMNS = ['mobile', 'place:loyalty', 'known', 'lastOrder', 'tags'];
const firstNames = [...FEMALE_NAMES, ...MALE_NAMES].map(({ persian }) => persian);

/** Names, mobiles and a few tags for the people of the population. */
async function dress(ownerUrl: string, business: Business): Promise<void> {
  await withConnection(ownerUrl, async (client) => {
    await client.query(`SELECT set_config('nardeban.business', $1, false), setseed(0.25)`, [
      String(business.id),
    ]);
    await client.query(
      `UPDATE people SET name = ($1::text[])[1 + floor(random() ^ 2 * $3)::int] || ' ' || ($2::text[])[1 + floor(random() ^ 2 * $4)::int],
         traits = CASE WHEN person_id % 500 = 0 THEN '{"tags":["vip"]}' WHEN person_id % 3 = 0 THEN '{"city":"تهران"}' ELSE '{}' END::jsonb
       WHERE business_id = this_business()`,
      [firstNames, LAST_NAMES, firstNames.length, LAST_NAMES.length],
    );
    await client.query(
      `INSERT INTO identifiers (business_id, kind, value, person_id)
       SELECT this_business(), 'mobile', '+989' || lpad((person_id::bigint * 982451653 % 1000000000)::text, 9, '0'), person_id
       FROM people WHERE business_id = this_business() ON CONFLICT DO NOTHING`,
    );
    await client.query('VACUUM (ANALYZE) people, identifiers');
  });
}

async function measure(database: Database, business: Business): Promise<void> {
  const dice = seededChance(7);
  const ask = async (what: ListAsked) => {
    const page = await listPeople(database, business, { columns: COLUMNS, limit: 60, ...what }, END);
    if (!page.ok) throw new Error(page.refusal.code);
    return page.value;
  };
  const byName = { by: 'name' } as const;
  const lead = { places: [{ ladder: 'loyalty', places: ['lead'] }] };
  const far = async (
    order: ListAsked['order'],
    filter: ListAsked['filter'],
    turns: number,
  ): Promise<string | null> => {
    let place: string | null = null;
    for (let turn = 0; turn < turns; turn += 1)
      place = (await ask({ order, filter, limit: 200, ...(place === null ? {} : { after: place }) })).next;
    return place;
  };
  const name = (chance: Chance): string => `${chance.pick(firstNames)} ${chance.pick(LAST_NAMES)}`;
  const farByName = await far(byName, {}, 100);
  const farByRung = await far({ by: 'rung', ladder: 'loyalty' }, {}, 100);
  const kinds: readonly (readonly [kind: string, what: (chance: Chance) => ListAsked])[] = [
    ['first page, met last first', () => ({})],
    ['first page, by name', () => ({ order: byName })],
    ['first page, by rung', () => ({ order: { by: 'rung', ladder: 'loyalty' } })],
    ['next page, 20,000 down, by name', () => ({ order: byName, after: farByName ?? '' })],
    ['page before it', () => ({ order: byName, before: farByName ?? '' })],
    [
      'next page, 20,000 down, by rung',
      () => ({ order: { by: 'rung', ladder: 'loyalty' }, after: farByRung ?? '' }),
    ],
    ['on a rung, met last first', () => ({ filter: lead })],
    ['on a rung, by name', () => ({ filter: lead, order: byName })],
    ['a rare tag (1 in 500), by name', () => ({ filter: { tags: ['vip'] }, order: byName })],
    [
      'a common trait, by name',
      () => ({ filter: { traits: [{ trait: 'city', oneOf: ['تهران'] }] }, order: byName }),
    ],
    ['a tag and a rung, by name', () => ({ filter: { ...lead, tags: ['vip'] }, order: byName })],
    ['known in one month', () => ({ filter: { known: { from: '2025-05-01', to: '2025-05-31' } } })],
    ['search by name', (chance) => ({ search: name(chance) })],
    [
      'criteria that nobody saved, one stretch',
      () => ({ filter: { criteria: { measure: 'count', of: 'order.paid', atLeast: 3 } } }),
    ],
  ];
  console.log(
    `\n${'what'.padEnd(44)}${'p50 ms'.padStart(9)}${'p95 ms'.padStart(9)}${'max ms'.padStart(9)}  shown / looked at`,
  );
  for (const [kind, what] of kinds) {
    const last = await ask(what(dice));
    const times: number[] = [];
    for (let turn = 0; turn < asked; turn += 1) times.push((await timed(() => ask(what(dice)))).ms);
    const figures = [median(times), quantile(times, 0.95), Math.max(...times)];
    console.log(
      `${kind.padEnd(44)}${figures.map((ms) => ms.toFixed(1).padStart(9)).join('')}  ${last.people.length} / ${last.looked}`,
    );
  }
}

await withServer(async (server) => {
  const { database, ownerUrl } = await server.place('nardeban_people');
  const business = await shopIn(database);
  console.log(
    `filled in ${seconds((await timed(() => populate(ownerUrl, business, people, facts, END))).ms)}`,
  );
  await dress(ownerUrl, business);
  const loyalty = presets.find(({ definition }) => definition.key === 'loyalty');
  if (loyalty === undefined) throw new Error('no ladder');
  await database.withBusiness(business.id, async (tx) => {
    await saveDraft(tx, loyalty.definition, 'benchmark');
    await beginPublishing(tx, 'loyalty', 'benchmark');
  });
  const clock = { now: () => END };
  console.log(
    `published in ${seconds((await timed(() => publishEverybody(database, clock, business.id))).ms)}`,
  );
  await withConnection(ownerUrl, (client) => client.query('VACUUM (ANALYZE) standings'));
  await measure(database, business);
});
