import type { Client } from 'pg';
import { failureOf, textOf } from '../failure.ts';
import { applicationUrl } from '../postgres/index.ts';
import { Refused } from '../refused.ts';
import { prepareApplicationRole } from './application-role.ts';
import { assertServer } from './assertions.ts';
import { withConnection } from './connection.ts';
import { type Migration, migrationsFolder, readMigrations } from './migrations.ts';

/** What `migrate` did: the names of the migrations it applied, none when there was nothing to do. */
export interface Migrated {
  readonly applied: readonly string[];
}

export interface MigrateOptions {
  readonly folder?: string;
  /** The application's role, when it is not the one derived from the owner's address. */
  readonly appUrl?: string;
}

const migrationLock = 778_003;

/**
 * Brings the schema to what this program expects, and the application's role with it. Any number of programs may do it
 * at once. A migration is applied whole or not at all. Throws Refused `migration_failed`, `migration_changed` (an
 * applied file was edited), `migration_out_of_order`, `database_newer` (applied by a newer program).
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<Migrated> {
  const migrations = await readMigrations(options.folder ?? migrationsFolder);
  const appUrl = options.appUrl ?? applicationUrl(ownerUrl);
  return withConnection(ownerUrl, async (client) => {
    await assertServer(client);
    // Session-wide, and gone with the connection however it ends.
    await client.query(`SELECT pg_advisory_lock(${migrationLock})`);
    const pending = await pendingMigrations(client, migrations);
    const role = await prepareApplicationRole(client, ownerUrl, appUrl);
    for (const migration of pending) await apply(client, migration);
    if (pending.length > 0 || !(await isGranted(client, role))) await grant(client, role);
    return { applied: pending.map(({ name }) => name) };
  });
}

async function pendingMigrations(client: Client, migrations: readonly Migration[]): Promise<Migration[]> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS nardeban_migrations (
       name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
  );
  const { rows: applied } = await client.query<{ name: string; sha256: string }>(
    'SELECT name, sha256 FROM nardeban_migrations ORDER BY name COLLATE "C"',
  );
  for (const { name, sha256 } of applied) {
    const known = migrations.find((migration) => migration.name === name);
    if (known === undefined) throw new Refused('database_newer', { migration: name });
    if (known.sha256 !== sha256) throw new Refused('migration_changed', { migration: name });
  }
  const pending = migrations.filter(({ name }) => !applied.some((done) => done.name === name));
  const last = applied.at(-1);
  const early = pending.find(({ name }) => last !== undefined && name < last.name);
  if (early !== undefined) {
    throw new Refused('migration_out_of_order', { migration: early.name, last: last?.name ?? '' });
  }
  return pending;
}

async function apply(client: Client, { name, sha256, sql }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query('INSERT INTO nardeban_migrations (name, sha256) VALUES ($1, $2)', [name, sha256]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    const { message } = failureOf(error);
    const position = textOf(error, 'position');
    const line = position === undefined ? 0 : sql.slice(0, Number(position)).split('\n').length;
    throw new Refused('migration_failed', { migration: name, line, reason: message }, undefined, error);
  }
}

/** Has this role been given its rights here? Told by the one right that `grant` gives last. */
async function isGranted(client: Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ granted: boolean }>(
    `SELECT has_table_privilege($1, 'nardeban_migrations', 'SELECT') AS granted`,
    [role],
  );
  return rows[0]?.granted === true;
}

/** Calls every `grant_…(role)` function the migrations made: they know what the application may do with what. */
async function grant(client: Client, role: string): Promise<void> {
  await client.query('BEGIN');
  const { rows } = await client.query<{ name: string }>(
    `SELECT proname AS name FROM pg_proc
     WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'grant\\_%'
       AND pronargs = 1 AND proargtypes[0] = 'name'::regtype AND proowner = current_user::regrole
     ORDER BY proname`,
  );
  for (const { name } of rows) await client.query(`SELECT ${client.escapeIdentifier(name)}($1)`, [role]);
  const grantee = client.escapeIdentifier(role);
  await client.query(
    `GRANT USAGE ON SCHEMA public TO ${grantee};
     REVOKE ALL ON nardeban_migrations FROM ${grantee};
     GRANT SELECT ON nardeban_migrations TO ${grantee}`,
  );
  await client.query('COMMIT');
}
