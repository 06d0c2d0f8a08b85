import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { failureOf } from '../failure.ts';
import { withConnection } from './connection.ts';
import { databaseIn } from './testing-server.ts';

export interface FreshDatabase {
  /** As the role that owns the tables. */
  readonly ownerUrl: string;
  /** As the application's role. */
  readonly appUrl: string;
  /** Removes it; fails when a connection to it was left open, which is a leak in what was tested. */
  drop(): Promise<void>;
}

export interface FreshDatabaseOptions {
  /** An empty database, without the migrations. */
  readonly empty?: boolean;
}

const sourceInUse = '55006';

/** So many businesses fit into one database before the next one's begin. */
const MOST_BUSINESSES = 1_000;
let made = 0;

/** A database of one's own, with every migration applied: a copy of the run's template, made in a moment. */
export async function freshDatabase(options: FreshDatabaseOptions = {}): Promise<FreshDatabase> {
  const { ownerUrl, appUrl, template } = inject('postgres');
  const name = `nardeban_test_${randomBytes(8).toString('hex')}`;
  // Copying the files is quicker than copying through the log while nobody waits for the disk.
  const source = `TEMPLATE ${options.empty === true ? 'template1' : template} STRATEGY file_copy`;
  await withConnection(ownerUrl, async (client) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.query(`CREATE DATABASE ${name} ${source}`);
        return;
      } catch (error) {
        if (failureOf(error).code !== sourceInUse || attempt === 20) throw error;
        await pause(50);
      }
    }
  });
  if (options.empty !== true) {
    // The program keeps what it has read of a business by its number, and tests of many databases share a process: no two
    // of their businesses have the same one.
    made += 1;
    await withConnection(databaseIn(ownerUrl, name), (client) =>
      client.query(`SELECT setval(pg_get_serial_sequence('businesses', 'business_id'), $1, false)`, [
        made * MOST_BUSINESSES + 1,
      ]),
    );
  }
  return {
    ownerUrl: databaseIn(ownerUrl, name),
    appUrl: databaseIn(appUrl, name),
    drop: async () => {
      await withConnection(ownerUrl, (client) => client.query(`DROP DATABASE ${name}`));
    },
  };
}
