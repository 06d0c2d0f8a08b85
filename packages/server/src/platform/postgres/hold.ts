import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { failureOf } from '../failure.ts';

/**
 * Several programs may use one embedded server at a time: `serve`, an `import` beside it, `ladder`. Each holds this
 * lock in shared mode for as long as it needs the server. Who lets go and then gets the lock for itself alone was
 * the last, and stops the server while holding it: a newcomer waits for the lock, is cut off when the server goes,
 * and starts it anew. A program killed hard loses its connection and with it the lock.
 */
const holdersLock = 778_001;

export interface Hold {
  readonly client: Client;
  /** Lets go; true when nobody else holds on and the server is ours to stop. The connection stays open. */
  letGo(): Promise<boolean>;
}

/** Undefined when the server is going away, or went while we waited: look for it again. */
export async function takeHold(administratorUrl: string): Promise<Hold | undefined> {
  const client = await connect(administratorUrl);
  if (client === undefined) return undefined;
  try {
    await client.query(`SELECT pg_advisory_lock_shared(${holdersLock})`);
  } catch (error) {
    await client.end().catch(() => {});
    if (isGoing(error)) return undefined;
    throw error;
  }
  return {
    client,
    async letGo() {
      await client.query(`SELECT pg_advisory_unlock_shared(${holdersLock})`);
      const { rows } = await client.query<{ alone: boolean }>(
        `SELECT pg_try_advisory_lock(${holdersLock}) AS alone`,
      );
      return rows[0]?.alone === true;
    },
  };
}

/** A connection once the server takes them, however long its recovery lasts; undefined when it is not there. */
async function connect(url: string): Promise<Client | undefined> {
  for (;;) {
    const client = new Client({ connectionString: url, application_name: 'nardeban holder' });
    // Without a listener the end of the server would be the end of this program.
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (isStarting(error)) await pause(20);
      else if (isGoing(error)) return undefined;
      else throw error;
    }
  }
}

function isStarting(error: unknown): boolean {
  const { code, message } = failureOf(error);
  return code === '57P03' && !message.includes('shutting down');
}

function isGoing(error: unknown): boolean {
  const { code, message } = failureOf(error);
  return (
    ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE'].includes(code) ||
    message.includes('Connection terminated')
  );
}
