import type { Client } from 'pg';

/** The role that owns the tables, and the database they are in, in the embedded server. */
export const owner = 'nardeban';

const preparationLock = 778_002;

/**
 * Makes the owner's role and database where they are missing. The owner is no superuser, so that the embedded server
 * allows nothing that one given in DATABASE_URL might refuse.
 */
export async function prepareOwner(client: Client, password: string): Promise<void> {
  const ready = await client.query(
    `SELECT FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba WHERE d.datname = '${owner}' AND r.rolname = '${owner}'`,
  );
  if (ready.rowCount === 1) return;
  await client.query(`SELECT pg_advisory_lock(${preparationLock})`);
  try {
    const role = await client.query(`SELECT FROM pg_roles WHERE rolname = '${owner}'`);
    if (role.rowCount === 0) {
      await client.query(
        `CREATE ROLE ${owner} LOGIN CREATEROLE CREATEDB PASSWORD ${client.escapeLiteral(password)}`,
      );
    }
    const database = await client.query(`SELECT FROM pg_database WHERE datname = '${owner}'`);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${owner} OWNER ${owner}`);
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${preparationLock})`);
  }
}
