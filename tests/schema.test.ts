import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../packages/server/src/platform/database/testing.ts';
import { schemaText } from './house/schema-text.ts';

const golden = join(import.meta.dirname, 'schema.golden.sql');

let database: FreshDatabase;
let owner: Client;
let text: string;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  text = await schemaText(owner, applicationRole());
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

function applicationRole(): string {
  return decodeURIComponent(new URL(database.appUrl).username);
}

describe('the schema after every migration', () => {
  it('is the one in tests/schema.golden.sql (UPDATE_GOLDEN=1 writes it anew)', async () => {
    if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(golden, text);
    expect(text).toBe(await readFile(golden, 'utf8'));
  });

  it('is told whole: every kind of thing is found', () => {
    for (const start of [
      'EXTENSION ',
      'TABLE facts',
      '  business_id integer NOT NULL',
      '  PRIMARY KEY (business_id, fact_id)',
      '  INDEX facts_once',
      '  POLICY own_business',
      '  ROW LEVEL SECURITY forced',
      '  GRANT SELECT',
      '  GRANT UPDATE (conflict_id, person_id)',
      'SEQUENCE fact_ids',
      'FUNCTION this_business()',
      'TABLE sign_in.memberships',
    ]) {
      expect(`\n${text}`).toContain(`\n${start}`);
    }
  });

  it('tells it when any part of it changes', async () => {
    const changes = [
      'ALTER TABLE facts ADD COLUMN planted integer',
      'ALTER TABLE people ALTER COLUMN kind DROP DEFAULT',
      'ALTER TABLE people ALTER COLUMN known_since DROP NOT NULL',
      'ALTER TABLE ladders DROP CONSTRAINT ladders_kind_check',
      'DROP INDEX facts_history',
      'ALTER TABLE facts NO FORCE ROW LEVEL SECURITY',
      'ALTER POLICY own_business ON moves USING (true)',
      'CREATE OR REPLACE FUNCTION this_business() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE RETURN 1',
      `GRANT DELETE ON facts TO "${applicationRole()}"`,
      `GRANT UPDATE (data) ON facts TO "${applicationRole()}"`,
      `REVOKE EXECUTE ON FUNCTION business_id_of(text) FROM "${applicationRole()}"`,
      'ALTER SEQUENCE fact_ids CACHE 1',
      'CREATE VIEW planted AS SELECT 1 AS one',
      "CREATE TYPE planted AS ENUM ('a')",
      'CREATE TRIGGER planted BEFORE INSERT ON facts FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
    ];
    for (const change of changes) {
      await owner.query('BEGIN');
      await owner.query(change);
      expect(await schemaText(owner, applicationRole()), change).not.toBe(text);
      await owner.query('ROLLBACK');
    }
  });
});
