import { Client } from 'pg';
import { failureOf } from '../failure.ts';
import { Refused } from '../refused.ts';
import { valueTypes } from './types.ts';

/** One connection, closed when `work` is done. Throws Refused `database_unreachable` when there is no server. */
export async function withConnection<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
    application_name: 'nardeban',
    options: '-c TimeZone=UTC -c DateStyle=ISO',
    connectionTimeoutMillis: 10_000,
    types: valueTypes,
  });
  client.on('error', () => {});
  await client.connect().catch(refuseUnreachable);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Tells why there is no connection. The driver's message names the host and the role, never the password. */
export function refuseUnreachable(error: unknown): never {
  const { code, message } = failureOf(error);
  throw new Refused('database_unreachable', { reason: message || code }, 'DATABASE_URL', error);
}
