import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { failureOf } from '../failure.ts';
import { openPostgres } from '../postgres/index.ts';
import { withConnection } from './connection.ts';
import { migrate } from './migrate.ts';

/** What the tests of one run share. */
export interface TestServer {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** The name of a database with every migration applied, to be copied. */
  readonly template: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestServer;
  }
}

const folders = '/tmp';
const prefix = 'nardeban-tests-';

/**
 * Run once before the tests that need PostgreSQL: the server in DATABASE_URL, or else an embedded one of its own in a
 * temporary folder. It does not wait for the disk: what is in it is thrown away.
 */
export default async function provideServer(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const dataFolder = await mkdtemp(join(folders, `${prefix}${process.pid}-`));
  await chmod(dataFolder, 0o711);
  const postgres = await openPostgres(
    {
      dataFolder,
      databaseUrl: process.env['DATABASE_URL'] || undefined,
      databaseAppUrl: process.env['DATABASE_APP_URL'] || undefined,
    },
    { settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } },
  );
  const template = `nardeban_template_${process.pid}_${randomBytes(4).toString('hex')}`;
  const dispose = async (): Promise<void> => {
    await withConnection(postgres.ownerUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${template}`));
    await postgres.release();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    await withConnection(postgres.ownerUrl, (client) => client.query(`CREATE DATABASE ${template}`));
    const appUrl = databaseIn(postgres.appUrl, template);
    await migrate(databaseIn(postgres.ownerUrl, template), { appUrl });
  } catch (error) {
    await dispose();
    throw error;
  }
  project.provide('postgres', { ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl, template });
  return dispose;
}

/** The same address with another database in it. */
export function databaseIn(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** A run that was killed leaves its folder; without it, its server stops by itself within a minute. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(folders)) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (!isRunning(pid)) await rm(join(folders, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return failureOf(error).code === 'EPERM';
  }
}
