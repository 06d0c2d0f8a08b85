import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withConnection } from '../../packages/server/src/platform/database/connection.ts';
import { type Database, migrate, openDatabase } from '../../packages/server/src/platform/database/index.ts';
import { databaseIn } from '../../packages/server/src/platform/database/testing-server.ts';
import { openPostgres } from '../../packages/server/src/platform/postgres/index.ts';
import { type Business, createBusiness } from '../../packages/server/src/platform/tenancy/index.ts';

/** A database of its own, with every migration applied. */
export interface Place {
  readonly database: Database;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

export interface Server {
  /** A folder that is removed at the end. */
  readonly folder: string;
  /** The number of PostgreSQL's first process. */
  readonly postmaster: number;
  /** Another empty database on the same server. */
  place(name: string): Promise<Place>;
}

/**
 * An embedded PostgreSQL of its own with the settings of the product, which is removed with everything in it. One that has run
 * before has files of its write-ahead log to use again, as a shop's has; a new one makes each of them while it answers.
 */
export async function withServer(
  work: (server: Server) => Promise<void>,
  { hasRun = false }: { readonly hasRun?: boolean } = {},
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nardeban-benchmark-'));
  await chmod(folder, 0o711);
  const opened = () =>
    openPostgres({ dataFolder: folder, databaseUrl: undefined, databaseAppUrl: undefined });
  let postgres = await opened();
  if (hasRun) {
    await withConnection(postgres.ownerUrl, async (client) => {
      await client.query('CREATE TABLE written (text text)');
      await client.query(
        `INSERT INTO written SELECT repeat(md5(n::text), 10) FROM generate_series(1, 2000000) AS n`,
      );
      await client.query('DROP TABLE written');
    });
    // The end of a server is a checkpoint, which gives the files free.
    await postgres.release();
    postgres = await opened();
  }
  const open: Database[] = [];
  try {
    const pidFile = join(folder, 'postgres', 'cluster', 'postmaster.pid');
    await work({
      folder,
      postmaster: Number.parseInt(await readFile(pidFile, 'utf8'), 10),
      async place(name) {
        await withConnection(postgres.ownerUrl, (client) => client.query(`CREATE DATABASE ${name}`));
        const ownerUrl = databaseIn(postgres.ownerUrl, name);
        const appUrl = databaseIn(postgres.appUrl, name);
        await migrate(ownerUrl, { appUrl });
        const database = await openDatabase(appUrl);
        open.push(database);
        return { database, ownerUrl, appUrl };
      },
    });
  } finally {
    await Promise.all(open.map((database) => database.close()));
    await postgres.release();
    await rm(folder, { recursive: true, force: true });
  }
}

export async function shopIn(database: Database): Promise<Business> {
  const made = await createBusiness(database, { slug: 'shop', name: 'فروشگاه' });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}
