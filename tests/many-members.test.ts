import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundBusiness } from '../packages/server/src/capabilities/ladder/index.ts';
import { listPeople } from '../packages/server/src/capabilities/lists/listing.ts';
import { debtors } from '../packages/server/src/capabilities/programme/accounting/open-lots.ts';
import { listCards } from '../packages/server/src/capabilities/programme/gift-cards/listing.ts';
import { type Database, openDatabase, type Tx } from '../packages/server/src/platform/database/index.ts';
import { freshDatabase, type FreshDatabase } from '../packages/server/src/platform/database/testing.ts';

/** Another program's page of customers broke with so many of them. */
const MEMBERS = 69_000;
/** One of so many owes something. */
const OWES = 1_000;
const PAGE = 50;
/** A page may look at a few rows for each that it shows, and at no more, however many there are. */
const LOOKED = 20 * PAGE;

let fresh: FreshDatabase;
let database: Database;
let business: { readonly id: number };
const now = Date.UTC(2026, 4, 10, 9);

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase(fresh.appUrl, { max: 4 });
  const founded = await foundBusiness(database, { now: () => now }, { slug: 'crowd', name: 'Crowd' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  business = founded.value;
  await database.withBusiness(business.id, async (tx) => {
    await tx.query(
      `INSERT INTO people (business_id, person_id, name, known_since)
       SELECT this_business(), nextval('person_ids'), 'عضو ' || one, to_timestamp($1 - one)
       FROM generate_series(1, $2::int) AS one`,
      [now / 1000, MEMBERS],
    );
    await tx.query(
      `INSERT INTO club_accounts (business_id, person_id, card_id, wallet, balance, debt)
       SELECT this_business(), p.person_id, 0, 'points', 10, CASE WHEN p.person_id % $1 = 0 THEN 5 ELSE 0 END
       FROM people p WHERE p.business_id = this_business()`,
      [OWES],
    );
    await tx.query(
      `INSERT INTO gift_cards (business_id, hash, tail, made_by, made_at, changed_by, changed_at)
       SELECT this_business(), gen_random_uuid(), lpad((one % 10000)::text, 4, '0'), 'test', to_timestamp($1), 'test', to_timestamp($1)
       FROM generate_series(1, $2::int) AS one`,
      [now / 1000, MEMBERS],
    );
  });
  const owner = new pg.Client(fresh.ownerUrl);
  await owner.connect();
  await owner.query('ANALYZE people, club_accounts, gift_cards');
  await owner.end();
}, 240_000);
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const inside = <Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer> =>
  database.withBusiness(business.id, work);

interface Node {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Node[];
}

/** Rows of these tables that a plan that was run has looked at. */
function lookedAt(node: Node, tables: readonly string[]): number {
  const { 'Relation Name': table, 'Actual Rows': rows = 0, 'Actual Loops': loops = 1, Plans = [] } = node;
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const own = table !== undefined && tables.includes(table) ? (rows + removed) * loops : 0;
  return own + Plans.reduce((sum, inner) => sum + lookedAt(inner, tables), 0);
}

/** What a piece of work answers, and how many rows of these tables its questions look at. */
async function looking<Answer>(
  tx: Tx,
  tables: readonly string[],
  work: (tx: Tx) => Promise<Answer>,
): Promise<{ readonly answer: Answer; readonly looked: number }> {
  let looked = 0;
  const explained = async (text: string, values: unknown): Promise<void> => {
    const { rows } = await tx.query<{ 'QUERY PLAN': readonly { readonly Plan: Node }[] }>(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`,
      values as never,
    );
    looked += lookedAt(rows[0]?.['QUERY PLAN'][0]?.Plan ?? {}, tables);
  };
  const watched = {
    ...tx,
    query: async (asked: string | { text: string; values?: unknown[] }, values?: unknown[]) => {
      if (typeof asked === 'string') await explained(asked, values);
      else await explained(asked.text, asked.values ?? values);
      return tx.query(asked, values);
    },
  };
  const answer = await work(watched as unknown as Tx);
  return { answer, looked };
}

describe(`pain 27: ${MEMBERS} members do not break a page`, () => {
  test('of people, in any order, forwards and to its end', async () => {
    for (const by of ['known', 'name'] as const) {
      let after: string | undefined;
      for (let pages = 0; pages < 3; pages += 1) {
        const page = await inside((tx) =>
          looking(tx, ['people'], (watched) => {
            // The list opens transactions of its own; here they are this one, whose looks are counted.
            const own = {
              ...database,
              withBusiness: (_: number, work: (of: Tx) => unknown) => work(watched),
            };
            return listPeople(
              own as unknown as Database,
              business as Parameters<typeof listPeople>[1],
              { order: { by }, limit: PAGE, after },
              now,
            );
          }),
        );
        if (!page.answer.ok) throw new Error(page.answer.refusal.code);
        expect(page.answer.value.people).toHaveLength(PAGE);
        expect(page.looked, `${by} ${pages}`).toBeGreaterThanOrEqual(PAGE);
        expect(page.looked, `${by} ${pages}`).toBeLessThan(LOOKED);
        after = page.answer.value.next ?? undefined;
        expect(after).toBeDefined();
      }
    }
  });

  test('of those who owe something: each once, and nobody else is looked at', async () => {
    const found: number[] = [];
    for (let after: number | undefined, more = true; more; ) {
      const page = await inside((tx) =>
        looking(tx, ['club_accounts'], (watched) => debtors(watched, { after, limit: PAGE })),
      );
      expect(page.looked).toBeGreaterThan(0);
      expect(page.looked).toBeLessThan(LOOKED);
      found.push(...page.answer.debtors.map(({ person }) => person));
      after = page.answer.next ?? undefined;
      more = after !== undefined;
    }
    expect(found).toHaveLength(MEMBERS / OWES);
    expect(new Set(found).size).toBe(found.length);
  });

  test('of gift cards, also by their last signs', async () => {
    for (const asked of [{}, { tail: '0042' }]) {
      const page = await inside((tx) =>
        looking(tx, ['gift_cards'], (watched) => listCards(watched, { ...asked, limit: PAGE, now })),
      );
      expect(page.answer.cards.length).toBeGreaterThan(5);
      expect(page.looked).toBeGreaterThan(0);
      expect(page.looked).toBeLessThan(LOOKED);
    }
  });
});
