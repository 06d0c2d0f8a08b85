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

/** An embedded PostgreSQL of its own with the settings of the product, which is removed with everything in it. */
export async function withServer(work: (server: Server) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nardeban-benchmark-'));
  await chmod(folder, 0o711);
  const postgres = await openPostgres({
    dataFolder: folder,
    databaseUrl: undefined,
    databaseAppUrl: undefined,
  });
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
