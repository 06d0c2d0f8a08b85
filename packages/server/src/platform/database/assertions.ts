import type { ClientBase } from 'pg';
import { Refused } from '../refused.ts';

const oldestServer = 150_000;

/** Throws Refused `database_too_old` or `database_encoding`. */
export async function assertServer(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string; encoding: string }>(
    `SELECT current_setting('server_version_num')::integer AS number, current_setting('server_version') AS version,
            current_setting('server_encoding') AS encoding`,
  );
  const [server] = rows;
  if (server === undefined || server.number < oldestServer) {
    throw new Refused('database_too_old', { version: server?.version ?? '' }, 'DATABASE_URL');
  }
  if (server.encoding !== 'UTF8') {
    throw new Refused('database_encoding', { encoding: server.encoding }, 'DATABASE_URL');
  }
}

/**
 * Throws Refused `database_letters` when the database's locale knows no Persian letters (trigram search would find
 * nothing), and `database_role_unbound` when row level security would not hold this role.
 */
export async function assertApplicationRole(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ role: string; unbound: boolean; trigrams: boolean }>(
    `SELECT rolname AS role,
            rolsuper OR rolbypassrls OR EXISTS (
              SELECT FROM pg_class WHERE relowner = r.oid AND relkind IN ('r', 'p')) AS unbound,
            to_regprocedure('public.show_trgm(text)') IS NOT NULL AS trigrams
     FROM pg_roles r WHERE rolname = current_user`,
  );
  const [found] = rows;
  if (found === undefined || found.unbound) {
    throw new Refused('database_role_unbound', { role: found?.role ?? '' }, 'DATABASE_APP_URL');
  }
  if (!found.trigrams) return;
  const letters = await client.query<{ count: number }>(
    `SELECT cardinality(public.show_trgm('علی')) AS count`,
  );
  if (letters.rows[0]?.count === 0) throw new Refused('database_letters', {}, 'DATABASE_URL');
}
