import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readlink,
  realpath,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refused } from '../refused.ts';
import { findBinaries, reachableBinaries } from './binaries.ts';
import { openPostgres, type Postgres } from './index.ts';
import { findPostmaster } from './postmaster.ts';
import { canUse, serverUser } from './server-user.ts';

const asRoot = process.getuid?.() === 0;

let dataFolder: string;
const opened: Postgres[] = [];
const toRemove: string[] = [];

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-embedded-'));
  toRemove.push(dataFolder);
  // As a folder one would choose: others may pass through it.
  await chmod(dataFolder, 0o711);
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((postgres) => postgres.release()));
  // The children of a server that was killed write for a moment longer.
  await Promise.all(
    toRemove
      .splice(0)
      .map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })),
  );
});

const open = async (folder = dataFolder, notices: string[] = []): Promise<Postgres> => {
  const postgres = await openPostgres(
    { dataFolder: folder, databaseUrl: undefined, databaseAppUrl: undefined },
    { notice: (text) => notices.push(text) },
  );
  opened.push(postgres);
  return postgres;
};

const cluster = async (): Promise<string> => realpath(join(dataFolder, 'postgres', 'cluster'));

const ask = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
};

const refusalOf = async (work: Promise<unknown>): Promise<unknown> => {
  const error = await work.then(
    () => new Error('not refused'),
    (thrown: unknown) => thrown,
  );
  return error instanceof Refused ? error.refusal : error;
};

test('an empty folder becomes a server with Persian letters and Persian order, reached by a socket only', async () => {
  const { ownerUrl } = await open();
  expect(
    await ask(
      ownerUrl,
      `SELECT current_setting('listen_addresses') AS addresses, current_setting('fsync') AS fsync,
              current_setting('synchronous_commit') AS waits, lower('ÇA') AS folded,
              ARRAY(SELECT v FROM unnest(ARRAY['گ', 'ب', 'پ', 'آ']) v ORDER BY v COLLATE "fa-x-icu") AS ordered,
              (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS super`,
    ),
  ).toEqual([
    { addresses: '', fsync: 'on', waits: 'on', folded: 'ça', ordered: ['آ', 'ب', 'پ', 'گ'], super: false },
  ]);
  const secret = await stat(join(await cluster(), 'nardeban-password'));
  expect(secret.mode & 0o777).toBe(0o600);
});

test('the last one to let go stops the server; the next start has the data', async () => {
  const first = await open();
  await ask(first.ownerUrl, 'CREATE TABLE kept AS SELECT 7 AS number');
  const second = await open();
  expect(second.ownerUrl).toBe(first.ownerUrl);
  await first.release();
  expect(await ask(second.ownerUrl, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
  await second.release();
  expect(await findPostmaster(await cluster())).toBeUndefined();
  expect(await readFile(join(await cluster(), 'postmaster.pid'), 'utf8').catch(() => 'none')).toBe('none');

  const { ownerUrl } = await open();
  expect(await ask(ownerUrl, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
});

test('eight that come at once to an empty folder share one server, and leave it stopped', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => open()));
  expect(new Set(all.map(({ ownerUrl }) => ownerUrl)).size).toBe(1);
  await Promise.all(all.map(({ ownerUrl }) => ask(ownerUrl, 'SELECT 1')));
  await Promise.all(all.map((postgres) => postgres.release()));
  expect(await findPostmaster(await cluster())).toBeUndefined();
});

test('one that comes while the last one leaves finds a server all the same', async () => {
  let current = await open();
  for (let round = 0; round < 5; round += 1) {
    const [next] = await Promise.all([open(), current.release()]);
    expect(await ask(next.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    current = next;
  }
});

const startWriter = (): { program: ChildProcess; acknowledged: () => number } => {
  const file = fileURLToPath(new URL('./testing-writer.ts', import.meta.url));
  const program = spawn(process.execPath, [file, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let last = 0;
  if (program.stdout !== null) {
    createInterface(program.stdout).on('line', (line) => {
      last = Number(line);
    });
  }
  return { program, acknowledged: () => last };
};

const numberIn = ([row]: unknown[]): number => {
  if (typeof row !== 'object' || row === null || !('number' in row)) throw new Error('no row');
  return Number(row.number);
};

test('a hard kill of the program, of the server, or of both loses nothing that was acknowledged', async () => {
  let total = 0;
  for (const victims of ['program', 'both', 'program', 'server'] as const) {
    const { program, acknowledged } = startWriter();
    const before = total;
    while (acknowledged() < before + 50) await pause(20);
    await pause(Math.random() * 200);
    const server = await findPostmaster(await cluster());
    expect(server).toBeDefined();
    if (victims !== 'program' && server !== undefined) process.kill(server.pid, 'SIGKILL');
    program.kill('SIGKILL');
    await once(program, 'close');
    total = acknowledged();

    const adopted = victims === 'program' ? await findPostmaster(await cluster()) : undefined;
    const postgres = await open();
    if (adopted !== undefined) expect((await findPostmaster(await cluster()))?.pid).toBe(adopted.pid);
    const last = numberIn(await ask(postgres.ownerUrl, 'SELECT max(number) AS number FROM written'));
    expect(last).toBeGreaterThanOrEqual(total);
    expect(await ask(postgres.ownerUrl, 'SELECT count(*)::integer AS number FROM written')).toEqual([
      { number: last },
    ]);
    total = last;
    await postgres.release();
    expect(await findPostmaster(await cluster())).toBeUndefined();
  }
}, 120_000);

test('a server that dies while it is needed is brought back', async () => {
  const { ownerUrl } = await open();
  const server = await findPostmaster(await cluster());
  process.kill(server?.pid ?? 0, 'SIGKILL');
  const deadline = performance.now() + 20_000;
  const comesBack = async (): Promise<unknown> => {
    for (;;) {
      try {
        return await ask(ownerUrl, 'SELECT 1 AS one');
      } catch (error) {
        if (performance.now() > deadline) throw error;
        await pause(50);
      }
    }
  };
  expect(await comesBack()).toEqual([{ one: 1 }]);
  expect((await findPostmaster(await cluster()))?.pid).not.toBe(server?.pid);
});

test("a pid file that names another program's number does not keep the server from starting", async () => {
  const first = await open();
  const server = await findPostmaster(await cluster());
  const pidFile = join(await cluster(), 'postmaster.pid');
  const left = await readFile(pidFile, 'utf8');
  await first.release();
  await writeFile(pidFile, left.replace(String(server?.pid), String(process.pid)));
  expect(await ask((await open()).ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a folder of another major version is refused, and left as it is', async () => {
  await (await open()).release();
  const version = join(await cluster(), 'PG_VERSION');
  await writeFile(version, '17\n');
  expect(await refusalOf(open())).toMatchObject({
    code: 'data_folder_other_version',
    detail: { found: '17', expected: '18' },
  });
  expect(await readFile(version, 'utf8')).toBe('17\n');
});

test('a folder that holds something else is refused, and left as it is', async () => {
  await (await open()).release();
  await rm(join(dataFolder, 'postgres', 'cluster'), { recursive: true });
  await mkdir(join(dataFolder, 'postgres', 'cluster'));
  await writeFile(join(dataFolder, 'postgres', 'cluster', 'diary.txt'), 'mine');
  expect(await refusalOf(open())).toMatchObject({ code: 'data_folder_not_a_cluster' });
  expect(await readFile(join(dataFolder, 'postgres', 'cluster', 'diary.txt'), 'utf8')).toBe('mine');
});

test('a path too long for a socket gets a short one elsewhere', async () => {
  const long = join(dataFolder, 'a-folder-with-quite-a-long-name'.repeat(4));
  const { ownerUrl } = await open(long);
  const sockets = decodeURIComponent(new URL(ownerUrl).hostname);
  toRemove.push(sockets);
  expect(sockets).toMatch(/^\/tmp\/nardeban-/);
  expect((await stat(sockets)).mode & 0o777).toBe(0o700);
  expect(await ask(ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test.runIf(asRoot)(
  'under a folder private to root the data goes to a public place, told and linked',
  async () => {
    await chmod(dataFolder, 0o700);
    const notices: string[] = [];
    const first = await open(dataFolder, notices);
    const place = await readlink(join(dataFolder, 'postgres'));
    toRemove.push(place);
    expect(place).toMatch(/^\/var\/lib\/nardeban\/[0-9a-f]{16}$/);
    expect(notices.join()).toContain(place);
    expect((await lstat(place)).mode & 0o777).toBe(0o700);
    await ask(first.ownerUrl, 'CREATE TABLE kept ()');
    await first.release();

    const again: string[] = [];
    expect(await ask((await open(dataFolder, again)).ownerUrl, 'SELECT count(*)::integer FROM kept')).toEqual(
      [{ count: 0 }],
    );
    expect(again).toEqual([]);
  },
);

test.runIf(asRoot)("programs in root's home are copied to where the server's user can run them", async () => {
  const packaged = await findBinaries();
  const user = serverUser(undefined);
  if (user === undefined) throw new Error('root has no user to run the server as');
  const hidden = { ...packaged, folder: dataFolder, version: `${packaged.version}-test` };
  await chmod(dataFolder, 0o700);
  await mkdir(join(dataFolder, 'bin'));
  await mkdir(join(dataFolder, 'lib'), { mode: 0o700 });
  await writeFile(join(dataFolder, 'bin', 'postgres'), '#!/bin/sh\n', { mode: 0o700 });
  const notices: string[] = [];
  const { folder } = await reachableBinaries(hidden, user, (text) => notices.push(text));
  toRemove.push(folder);
  expect(folder).toBe(`/var/lib/nardeban/postgresql-${hidden.version}`);
  expect(canUse(user, join(folder, 'bin', 'postgres'), 'rx')).toBe(true);
  expect(canUse(user, join(folder, 'lib'), 'rx')).toBe(true);
  expect(notices).toHaveLength(1);
});
