import { createHash, randomBytes } from 'node:crypto';
import type { Database, Tx } from '../database/index.ts';

/**
 * The right to found the first business, for whoever can read what the program prints; null when somebody is there.
 * Every start makes another, and each is good until the first business is founded: then none is.
 */
export async function makeSetupToken(database: Database): Promise<string | null> {
  const token = randomBytes(24).toString('base64url');
  return database.withoutBusiness(async (tx) => {
    if (!(await isEmpty(tx))) return null;
    await tx.query('INSERT INTO sign_in.setup_tokens (hash) VALUES ($1)', [hashOf(token)]);
    return token;
  });
}

/** Whether a first business can be founded: nobody is there, and a token was printed; with this one, if it is given. */
export async function isSetupOpen(database: Database, token?: string): Promise<boolean> {
  return database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ open: boolean }>(
      `SELECT is_first_business(NULL)
          AND EXISTS (SELECT FROM sign_in.setup_tokens WHERE $1::bytea IS NULL OR hash = $1) AS open`,
      [token === undefined ? null : hashOf(token)],
    );
    return rows[0]?.open === true;
  });
}

/**
 * Takes the token inside the founding transaction, in which `founded` is there already: of two who found at once one
 * waits, and then finds somebody there. False: it is not good, or no longer.
 */
export async function takeSetupToken(tx: Tx, token: string, founded: number): Promise<boolean> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('nardeban.setup'))`);
  const { rows } = await tx.query<{ first: boolean }>('SELECT is_first_business($1) AS first', [founded]);
  if (rows[0]?.first !== true) return false;
  const { rowCount } = await tx.query('SELECT FROM sign_in.setup_tokens WHERE hash = $1', [hashOf(token)]);
  if (rowCount === 0) return false;
  await tx.query('DELETE FROM sign_in.setup_tokens');
  return true;
}

async function isEmpty(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ empty: boolean }>('SELECT is_first_business(NULL) AS empty');
  return rows[0]?.empty === true;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
