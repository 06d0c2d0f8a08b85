import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkoutFolder } from '../packages/server/src/platform/config/index.ts';
import { freshDatabase, type FreshDatabase } from '../packages/server/src/platform/database/testing.ts';
import { bearer } from '../packages/server/src/platform/http/testing.ts';
import { type Column, isNamed, sample } from './isolation-samples.ts';
import { addressOf, type Operation, operationsOf, sampleRequest } from './contract-samples.ts';
import { type Belongings, serveTwoBusinesses, type TwoBusinesses } from './two-businesses.ts';

/**
 * One business cannot see or touch another's rows. Nothing here knows the tables by name: they are read from the
 * catalogue, so a table made tomorrow without its wall fails today's test.
 */

/** Tables that belong to no business, each with the reason. */
const OUTSIDE: Readonly<Record<string, string>> = {
  'public.nardeban_migrations': 'which migrations were applied; the application may only read it',
  'sign_in.user': 'a member of staff may work for several businesses',
  'sign_in.session': 'as above',
  'sign_in.account': 'as above',
  'sign_in.verification': 'as above',
  'sign_in.memberships': 'says who works where; asked before a business is known',
  'sign_in.twoFactor': 'belongs to an account, as above',
  'sign_in.failures': 'counted before anybody is known',
  'sign_in.setup_tokens': 'good only while there is no business',
};

interface Table {
  readonly oid: number;
  readonly name: string;
  readonly columns: readonly Column[];
}

/** What every policy says: asked once for a statement, not for each of its rows. */
const WALL = '(business_id = ( SELECT this_business() AS this_business))';

let fresh: FreshDatabase;
let owner: pg.Client;
let app: pg.Client;
let tables: readonly Table[] = [];
let a = 0;
let b = 0;

beforeAll(async () => {
  fresh = await freshDatabase();
  owner = new pg.Client({ connectionString: fresh.ownerUrl });
  app = new pg.Client({ connectionString: fresh.appUrl });
  await owner.connect();
  await app.connect();
  tables = await readTables();
  a = await makeBusiness('first-shop');
  b = await makeBusiness('second-shop');
  for (const table of tables) for (const business of [a, b]) await fill(table, business);
});

afterAll(async () => {
  await owner?.end();
  await app?.end();
  await fresh?.drop();
});

async function readTables(): Promise<Table[]> {
  const { rows } = await owner.query<{ oid: number; name: string }>(
    `SELECT c.oid::int, n.nspname || '.' || c.relname AS name
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
       AND n.nspname <> 'graphile_worker' ORDER BY 2`,
  );
  const found: Table[] = [];
  for (const { oid, name } of rows.filter((row) => OUTSIDE[row.name] === undefined)) {
    const { rows: columns } = await owner.query<Column>(
      `SELECT attname AS name, format_type(atttypid, NULL) AS type, attnotnull AND NOT atthasdef AS needed,
              attidentity <> '' OR attgenerated <> '' AS generated
       FROM pg_attribute WHERE attrelid = $1 AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
      [oid],
    );
    found.push({ oid, name, columns });
  }
  return found;
}

async function makeBusiness(slug: string): Promise<number> {
  const { rows } = await app.query<{ id: number }>(
    "SELECT create_business($1, $1, 'IRR', 'toman', 'Asia/Tehran', 'jalali', 'fa') AS id",
    [slug],
  );
  return rows[0]?.id ?? 0;
}

/** One row of a business in a table, written as that business; needed columns from the catalogue. */
async function fill(table: Table, business: number): Promise<void> {
  if (table.name === 'public.businesses') return;
  const given = table.columns.filter(
    (one) => one.name !== 'business_id' && (one.needed || isNamed(table.name, one)) && !one.generated,
  );
  const names = ['business_id', ...given.map(({ name }) => `"${name}"`)];
  const values = [business, ...given.map((column) => sample(table.name, column, business))];
  await as(app, business, () =>
    app.query(
      `INSERT INTO ${table.name} (${names.join(', ')}) VALUES (${values.map((_, index) => `$${index + 1}`).join(', ')})`,
      values,
    ),
  );
}

/** In a transaction as this business; null: as none. `keep` false takes everything back. */
async function as<T>(
  client: pg.Client,
  business: number | null,
  work: () => Promise<T>,
  keep = true,
): Promise<T> {
  await client.query('BEGIN');
  try {
    if (business !== null)
      await client.query("SELECT set_config('nardeban.business', $1, true)", [String(business)]);
    const result = await work();
    await client.query(keep ? 'COMMIT' : 'ROLLBACK');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function count(table: Table, business: number | null, where = 'true'): Promise<number> {
  return as(app, business, async () => {
    const { rows } = await app.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table.name} WHERE ${where}`,
    );
    return rows[0]?.n ?? -1;
  });
}

describe('every table of a business', () => {
  test('is found, and there are as many as the product is known to have', () => {
    expect(tables.length).toBeGreaterThanOrEqual(18);
  });

  test('has business_id, never null, first in its primary key and in every index', async () => {
    const wrong: string[] = [];
    for (const table of tables) {
      const business = table.columns.find(({ name }) => name === 'business_id');
      if (business?.type !== 'integer') wrong.push(`${table.name}: business_id`);
      const { rows } = await owner.query<{ index: string; first: string | null; primary: boolean }>(
        `SELECT i.indexrelid::regclass::text AS index, i.indisprimary AS primary,
                (SELECT attname FROM pg_attribute WHERE attrelid = i.indrelid AND attnum = i.indkey[0]) AS first
         FROM pg_index i WHERE i.indrelid = $1`,
        [table.oid],
      );
      if (!rows.some(({ primary }) => primary)) wrong.push(`${table.name}: no primary key`);
      // The slug must be unique among all businesses: it is what an address names one by.
      for (const { index, first } of rows) {
        if (first !== 'business_id' && index !== 'businesses_slug_key')
          wrong.push(`${index} begins with ${first}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('has business_id first in every foreign key', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT conrelid::regclass || '.' || conname AS name FROM pg_constraint c
       JOIN pg_namespace n ON n.oid = c.connamespace
       WHERE contype = 'f' AND n.nspname NOT IN ('sign_in', 'graphile_worker')
         AND (SELECT attname FROM pg_attribute WHERE attrelid = conrelid AND attnum = conkey[1]) <> 'business_id'`,
    );
    expect(rows).toEqual([]);
  });

  test('has row level security enabled and forced, and a policy that binds reading and writing', async () => {
    const wrong: string[] = [];
    for (const table of tables) {
      const { rows } = await owner.query<{ walled: boolean }>(
        `SELECT relrowsecurity AND relforcerowsecurity AND EXISTS (
           SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*' AND p.polpermissive AND p.polroles = '{0}'
             AND pg_get_expr(p.polqual, p.polrelid) = '${WALL}'
             AND pg_get_expr(p.polwithcheck, p.polrelid) = '${WALL}') AS walled
         FROM pg_class c WHERE c.oid = $1`,
        [table.oid],
      );
      if (rows[0]?.walled !== true) wrong.push(table.name);
    }
    expect(wrong).toEqual([]);
  });

  test('has no other policy for anybody but the owner', async () => {
    const { rows } = await owner.query<{ policy: string }>(
      `SELECT p.polrelid::regclass || '.' || p.polname AS policy FROM pg_policy p
       JOIN pg_class c ON c.oid = p.polrelid
       WHERE NOT (p.polname = 'own_business' AND p.polroles = '{0}') AND p.polroles <> ARRAY[c.relowner]`,
    );
    expect(rows).toEqual([]);
  });
});

test('a view reads with the rights of whoever asks, and so shows no row of another business', async () => {
  const { rows } = await owner.query<{ name: string; asks: boolean }>(
    `SELECT c.oid::regclass::text AS name, coalesce('security_invoker=true' = ANY(c.reloptions), false) AS asks
     FROM pg_class c WHERE c.relkind = 'v' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ asks }) => !asks)).toEqual([]);
  for (const { name } of rows) {
    const told = (where: string) =>
      as(app, a, async () => (await app.query(`SELECT business_id FROM ${name} WHERE ${where}`)).rows, false);
    expect((await told(`business_id = ${a}`)).length, name).toBeGreaterThan(0);
    expect(await told(`business_id <> ${a}`), name).toEqual([]);
  }
});

describe('as the first business', () => {
  test('every table shows its own row and none of the second business', async () => {
    for (const table of tables) {
      expect(await count(table, a, `business_id = ${a}`), table.name).toBeGreaterThan(0);
      expect(await count(table, b, `business_id = ${b}`), table.name).toBeGreaterThan(0);
      expect(await count(table, a, `business_id <> ${a}`), table.name).toBe(0);
    }
  });

  test('no row of the second can be changed, taken over or removed', async () => {
    for (const table of tables) {
      const column = table.columns.find(({ name, generated }) => name !== 'business_id' && !generated)?.name;
      for (const statement of [
        `UPDATE ${table.name} SET "${column}" = "${column}" WHERE business_id = ${b}`,
        `DELETE FROM ${table.name} WHERE business_id = ${b}`,
        `DELETE FROM ${table.name} WHERE business_id <> ${a}`,
        `SELECT 1 FROM ${table.name} WHERE business_id = ${b} FOR UPDATE`,
      ]) {
        const touched = await as(app, a, async () => (await app.query(statement)).rowCount, false).catch(
          permissionDenied,
        );
        expect(touched, statement).toBe(0);
      }
      expect(await count(table, b), table.name).toBeGreaterThan(0);
    }
  });

  test('no row can be written into the second, nor moved there', async () => {
    for (const table of tables) {
      await expect(fillFor(table, a, b), table.name).rejects.toThrow(/row-level security|permission denied/);
      await expect(
        as(
          app,
          a,
          () => app.query(`UPDATE ${table.name} SET business_id = ${b} WHERE business_id = ${a}`),
          false,
        ),
        table.name,
      ).rejects.toThrow(/row-level security|permission denied|can only be updated to DEFAULT/);
    }
  });
});

/** A row of `target` written while the session is `business`. */
async function fillFor(table: Table, business: number, target: number): Promise<void> {
  const given = table.columns.filter(
    (one) => one.name !== 'business_id' && (one.needed || isNamed(table.name, one)) && !one.generated,
  );
  const names = ['business_id', ...given.map(({ name }) => `"${name}"`)];
  const values = [target, ...given.map((column) => sample(table.name, column, 77))];
  const overriding = table.name === 'public.businesses' ? 'OVERRIDING SYSTEM VALUE' : '';
  await as(
    app,
    business,
    () =>
      app.query(
        `INSERT INTO ${table.name} (${names.join(', ')}) ${overriding}
         VALUES (${values.map((_, index) => `$${index + 1}`).join(', ')})`,
        values,
      ),
    false,
  );
}

/** What may not even be tried has touched nothing. */
function permissionDenied(error: { code?: string }): number {
  if (error.code === '42501') return 0;
  throw error;
}

describe('as no business', () => {
  test('nothing is seen in any table', async () => {
    for (const table of tables) expect(await count(table, null), table.name).toBe(0);
  });

  test('a setting that is empty shows nothing, and one that is no number is an error', async () => {
    const seen = await as(app, null, async () => {
      await app.query("SELECT set_config('nardeban.business', '', true)");
      return (await app.query('SELECT FROM people')).rowCount;
    });
    expect(seen).toBe(0);
    await expect(
      as(app, null, async () => {
        await app.query("SELECT set_config('nardeban.business', '1 OR true', true)");
        return app.query('SELECT FROM people');
      }),
    ).rejects.toThrow(/invalid input syntax/);
  });

  test('the setting ends with its transaction', async () => {
    await as(app, a, () => app.query('SELECT 1'));
    const { rows } = await app.query<{ business: number | null }>('SELECT this_business() AS business');
    expect(rows[0]?.business).toBeNull();
  });
});

describe("the application's role", () => {
  test('is bound by row level security, makes no roles and owns nothing', async () => {
    const { rows } = await app.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
              EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) AS owns,
              EXISTS (SELECT FROM pg_auth_members WHERE member = r.oid) AS member
       FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        owns: false,
        member: false,
      },
    ]);
  });

  test('cannot become the owner, turn the wall off, or make anything in the schema', async () => {
    const { rows } = await owner.query<{ role: string }>('SELECT quote_ident(current_user) AS role');
    await expect(app.query(`SET ROLE ${rows[0]?.role}`)).rejects.toThrow(/permission denied/);
    for (const statement of [
      'ALTER TABLE people DISABLE ROW LEVEL SECURITY',
      'DROP POLICY own_business ON people',
      'CREATE POLICY open ON people USING (true)',
      'CREATE TABLE public.mine (x int)',
      'CREATE OR REPLACE FUNCTION this_business() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$',
      'SELECT grant_application(current_user)',
      'TRUNCATE people',
      "COPY people TO '/tmp/people'",
    ]) {
      await expect(app.query(statement), statement).rejects.toThrow(
        /permission denied|must be (?:owner|able)/,
      );
    }
    // With the wall asked to be off, a query that would need it off is refused, not answered.
    await expect(
      as(app, null, async () => {
        await app.query('SET LOCAL row_security = off');
        return app.query('SELECT * FROM people');
      }),
    ).rejects.toThrow(/row-level security/);
  });

  test('can neither change nor remove what happened', async () => {
    for (const statement of [
      'UPDATE facts SET amount = 1',
      "UPDATE facts SET type = 'order.paid'",
      'DELETE FROM facts',
      'DELETE FROM moves',
      'DELETE FROM deeds',
      "UPDATE deeds SET by_name = 'somebody else'",
      'DELETE FROM invitations',
      "UPDATE moves SET cause = 'time'",
      "INSERT INTO businesses (slug, name, currency, unit, zone, calendar, language) VALUES ('x','x','IRR','rial','UTC','jalali','fa')",
    ]) {
      await expect(
        as(app, a, () => app.query(statement)),
        statement,
      ).rejects.toThrow(/permission denied/);
    }
  });
});

describe('the doors through the wall', () => {
  /** Every function that runs as the owner, and why what it gives away may be given away. */
  const DOORS: Readonly<Record<string, string>> = {
    add_job: "a job for the session's own business, whatever its payload says",
    add_job_in: 'the same, to be taken after some seconds',
    business_id_of: 'the number of a business by its slug, no more',
    businesses_with_base_due:
      'numbers of businesses whose base of customers is to be counted again; as above',
    businesses_with_books_due:
      'numbers of businesses whose books of the club are to be rolled forward; as above',
    businesses_with_cadences: 'numbers of businesses in which a series of touches goes on; as above',
    businesses_with_climbs: 'numbers of businesses in which somebody waits; for the job that serves all',
    businesses_with_club: 'numbers of businesses that have a club; as above',
    businesses_with_club_due: 'numbers of businesses in which lots or holds have ended; as above',
    businesses_with_club_news: 'numbers of businesses in which something may have earned; as above',
    businesses_with_deals: 'numbers of businesses with deals under way; as above',
    businesses_with_due_promises: 'numbers of businesses with promises whose day has come; as above',
    businesses_with_due_referrals: 'numbers of businesses with referrals to look at; as above',
    businesses_with_hooks: 'numbers of businesses that have something to send; as above',
    businesses_with_lead_news: 'numbers of businesses whose leads are to be scored again; as above',
    businesses_with_missed_follow_ups: 'numbers of businesses with follow-ups whose time is over; as above',
    businesses_with_old_captures:
      'numbers of businesses that keep what came in by forms for too long; as above',
    businesses_with_old_files: 'numbers of businesses that keep written files whose time is over; as above',
    businesses_with_old_imports: 'numbers of businesses that keep uploaded files nobody touches; as above',
    businesses_with_old_messages: 'numbers of businesses whose log of webhooks goes back too far; as above',
    businesses_with_old_quotes: 'numbers of businesses with quotes whose time is over; as above',
    businesses_with_recommendation_news:
      'numbers of businesses with people who may be asked to recommend; as above',
    businesses_with_sent_messages: 'numbers of businesses with messages whose fate is not known; as above',
    businesses_with_spent_codes: 'numbers of businesses with one-time codes that are over; as above',
    businesses_without_run: 'numbers of businesses whose insight was not asked for since; as above',
    create_business: 'makes a business, sees none',
    identifiers_like: "the session's own business only",
    is_first_business: 'whether there is anybody at all',
    people_named_like: "the session's own business only",
    people_with_traits: "the session's own business only",
    take_statistics:
      'looks at six tables again when they have doubled: no row is read out and none is changed',
    wants_like: "the session's own business only",
    withdraw_facts: "facts of an import of the session's own business that is being undone, and no others",
  };

  test('are the known ones, each with a fixed search path', async () => {
    const { rows } = await owner.query<{ name: string; fixed: boolean }>(
      `SELECT proname AS name, coalesce(proconfig::text LIKE '%search_path=public, pg_temp%', false) AS fixed
       FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE prosecdef AND n.nspname IN ('public', 'sign_in') ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(DOORS));
    expect(rows.filter(({ fixed }) => !fixed)).toEqual([]);
  });

  test('give the first business nothing of the second', async () => {
    await as(owner, b, async () => {
      await owner.query(
        `INSERT INTO people (business_id, person_id, name, known_since, traits)
         VALUES ($1, 991, 'سارا پنهان', now(), '{"city":"نهان"}')`,
        [b],
      );
      await owner.query(
        `INSERT INTO identifiers (business_id, kind, value, person_id) VALUES ($1, 'mobile', '+989121234567', 991)`,
        [b],
      );
    });
    const search = (business: number | null): Promise<readonly [number, number, number]> =>
      as(app, business, async () => {
        const named = await app.query("SELECT * FROM people_named_like('پنهان', 100)");
        const numbered = await app.query("SELECT * FROM identifiers_like('{+98912}', '{4567}', 100)");
        const traits = await app.query('SELECT * FROM people_with_traits($1, 100)', ['{"city":"نهان"}']);
        return [named.rowCount ?? -1, numbered.rowCount ?? -1, traits.rowCount ?? -1] as const;
      });
    expect(await search(b)).toEqual([1, 1, 1]);
    expect(await search(a)).toEqual([0, 0, 0]);
    expect(await search(null)).toEqual([0, 0, 0]);
  });

  test('tell of other businesses their number and nothing else', async () => {
    const { rows, fields } = await as(app, a, () => app.query("SELECT business_id_of('second-shop')"));
    expect([rows, fields.length]).toEqual([[{ business_id_of: b }], 1]);
    for (const door of [
      'businesses_with_climbs',
      'businesses_with_hooks',
      'businesses_with_old_files',
      'businesses_with_old_imports',
      'businesses_with_old_messages',
      'businesses_without_run',
    ]) {
      const due = await as(app, a, () => app.query(`SELECT * FROM ${door}(now())`));
      expect(due.fields.map(({ name }) => name)).toEqual(['business_id']);
    }
    const again = await as(app, a, () =>
      app.query<{ id: number | null }>(
        "SELECT create_business('second-shop', 'x', 'IRR', 'rial', 'UTC', 'jalali', 'fa') AS id",
      ),
    );
    expect(again.rows[0]?.id).toBeNull();
  });

  test('stay shut to anybody who is not the application', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE prosecdef AND n.nspname IN ('public', 'sign_in') AND has_function_privilege('public', p.oid, 'EXECUTE')`,
    );
    expect(rows).toEqual([]);
  });
});

const operations = operationsOf(
  JSON.parse(await readFile(join(checkoutFolder, 'contract/openapi.json'), 'utf8')),
).filter(({ scope }) => scope !== undefined);

describe('over HTTP, with the key of the first business', () => {
  let world: TwoBusinesses;
  let headers: Record<string, string> = {};
  beforeAll(async () => {
    world = await serveTwoBusinesses();
    headers = bearer(await world.key(world.first));
  });
  afterAll(() => world?.served.close());

  const ask = (operation: Operation, belongings: Belongings) =>
    world.served.app.inject({
      method: operation.method,
      url: addressOf(operation, world.ofSecond),
      ...sampleRequest(operation, belongings, headers),
    });
  const named = (list: readonly Operation[]): [string, Operation][] =>
    list.map((one) => [`${one.method} ${one.path}`, one]);
  const addressed = operations.filter(
    ({ path, id }) => /\{(?:id|key|rung)\}/.test(path) && id !== 'saveDraft',
  );

  let watcher: pg.Client | undefined;
  /** What the second business has; no request of the first changes it. */
  let known = '';
  beforeAll(async () => {
    watcher = new pg.Client({ connectionString: world.served.ownerUrl });
    await watcher.connect();
    await watcher.query('SET plan_cache_mode = force_generic_plan');
    known = await everythingOfSecond();
  });
  afterAll(() => watcher?.end());

  /** Every row of the second business, as its owner reads them; what the walk below must leave as it is. */
  async function everythingOfSecond(): Promise<string> {
    if (watcher === undefined) throw new Error('nobody watches');
    const client = watcher;
    // All in one statement that is planned once: it is asked after every operation there is.
    const each = tables.map(
      ({ name }) =>
        `SELECT '${name}: ' || coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') AS line FROM ${name} t WHERE business_id = $1`,
    );
    const { rows } = await as(client, world.second.id, () =>
      client.query<{ line: string }>({
        name: 'everything',
        text: each.join(' UNION ALL '),
        values: [world.second.id],
      }),
    );
    return rows.map(({ line }) => line).join('\n');
  }

  test.each(named(addressed))('%s finds nothing of the second', async (_, operation) => {
    // A body that names a ladder, an offer or a reward names the one of its address: else that alone would be refused.
    const { ladder, club } = operation.path.includes('{key}') ? world.ofSecond : world.ofFirst;
    const { offer, reward } = club;
    const answer = await ask(operation, {
      ...world.ofFirst,
      ladder,
      club: { ...world.ofFirst.club, offer, reward },
    });
    expect([answer.statusCode, answer.body.includes(world.marker)]).toEqual([404, false]);
    expect(await everythingOfSecond()).toBe(known);
  });

  test('no answer at all names anything of the second, and none of its rows changes', async () => {
    expect(known).toContain(world.marker);
    for (const operation of operations) {
      // The ids of the second business in the body too.
      for (const belongings of [world.ofFirst, world.ofSecond]) {
        const answer = await ask(operation, belongings);
        expect(answer.body.toLowerCase(), operation.id).not.toContain(world.marker.toLowerCase());
      }
    }
    expect(await everythingOfSecond()).toBe(known);
  });

  test('naming the second business in a header changes nothing for a key', async () => {
    const answer = await world.served.app.inject({
      url: '/v1/session',
      headers: { ...headers, 'nardeban-business': 'second' },
    });
    expect(answer.json().business.slug).toBe('first');
  });

  test('facts told to a person’s number of the second are refused line by line', async () => {
    const answer = await world.served.app.inject({
      method: 'POST',
      url: '/v1/facts',
      headers,
      payload: {
        facts: [
          { person: { id: world.ofSecond.person }, type: 'visit.made', at: '2026-05-01T00:00:00Z', key: 'x' },
        ],
      },
    });
    expect(answer.json().results).toMatchObject([{ status: 'refused', refusal: { code: 'person_unknown' } }]);
  });
});
