import type { Client } from 'pg';
import { applicationUrl } from '../postgres/index.ts';
import { failureOf } from '../failure.ts';
import { Refused } from '../refused.ts';
import { withConnection } from './connection.ts';

const duplicate = new Set(['42710', '23505']);
const notAllowed = '42501';
const wrongPassword = '28P01';

/**
 * Makes sure that the application's role exists, can sign in with the password every process works out for itself, and
 * is one that row level security binds; answers its name. Throws Refused `application_role_missing` where the owner
 * may not create roles, `application_role_password`, `database_role_unbound`.
 */
export async function prepareApplicationRole(
  client: Client,
  ownerUrl: string,
  appUrl: string,
): Promise<string> {
  const url = new URL(appUrl);
  const role = decodeURIComponent(url.username);
  const password = client.escapeLiteral(decodeURIComponent(url.password));
  const name = client.escapeIdentifier(role);

  const { rows } = await client.query<{ unbound: boolean }>(
    'SELECT rolsuper OR rolbypassrls AS unbound FROM pg_roles WHERE rolname = $1',
    [role],
  );
  const [found] = rows;
  if (found?.unbound === true) throw new Refused('database_role_unbound', { role }, 'DATABASE_APP_URL');
  if (found === undefined) {
    await client.query(`CREATE ROLE ${name} LOGIN PASSWORD ${password}`).catch((error: unknown) => {
      const { code } = failureOf(error);
      if (code === notAllowed) {
        throw new Refused('application_role_missing', { role }, 'DATABASE_APP_URL', error);
      }
      // Roles belong to the whole server: somebody migrating another database made it just now.
      if (!duplicate.has(code)) throw error;
    });
  }
  if (await canSignIn(appUrl)) return role;
  // Only a password we chose ourselves is ours to change: it follows the owner's.
  if (appUrl !== derivedOrNone(ownerUrl)) {
    throw new Refused('application_role_password', { role }, 'DATABASE_APP_URL');
  }
  await client.query(`ALTER ROLE ${name} LOGIN PASSWORD ${password}`).catch((error: unknown) => {
    if (failureOf(error).code !== notAllowed) throw error;
    throw new Refused('application_role_password', { role }, 'DATABASE_APP_URL', error);
  });
  return role;
}

function derivedOrNone(ownerUrl: string): string | undefined {
  try {
    return applicationUrl(ownerUrl);
  } catch {
    return undefined;
  }
}

async function canSignIn(url: string): Promise<boolean> {
  try {
    await withConnection(url, async () => {});
    return true;
  } catch (error) {
    const { code } = failureOf(error instanceof Refused ? error.cause : error);
    if (code === wrongPassword || code === '28000') return false;
    throw error;
  }
}
