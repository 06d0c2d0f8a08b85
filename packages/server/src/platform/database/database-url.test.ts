import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPostgres } from '../postgres/index.ts';
import { findBinaries, reachableBinaries } from '../postgres/binaries.ts';
import { runAs, serverUser } from '../postgres/server-user.ts';
import { Refused } from '../refused.ts';
import { withConnection } from './connection.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { databaseIn } from './testing-server.ts';

// A server as one finds it: another cluster than ours, reached over TCP. The oldest version we support where this
// machine has it, else the one we carry.
const oldest = '/usr/lib/postgresql/15/bin';

let folder: string;
let superuserUrl: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  const user = serverUser(undefined);
  folder = await mkdtemp(join(tmpdir(), 'nardeban-server-'));
  if (user !== undefined) await chown(folder, user.uid, user.gid);
  await chmod(folder, 0o711);
  const programs = existsSync(join(oldest, 'postgres'))
    ? oldest
    : join((await reachableBinaries(await findBinaries(), user, () => {})).folder, 'bin');
  const data = join(folder, 'data');
  const secret = join(folder, 'secret');
  await writeFile(secret, 'of-the-superuser');
  if (user !== undefined) await chown(secret, user.uid, user.gid);
  const how = { ...runAs(user), cwd: folder, env: { PATH: process.env['PATH'] ?? '' } };
  const initialise = [
    '-D',
    data,
    '-U',
    'boss',
    `--pwfile=${secret}`,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '-N',
  ];
  await promisify(execFile)(join(programs, 'initdb'), initialise, how);
  const port = await freePort();
  const settings = [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `port=${port}`,
    '-c',
    `unix_socket_directories=`,
    '-c',
    'fsync=off',
  ];
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings], { ...how, stdio: 'ignore' });
  stop = async () => {
    server.kill('SIGINT');
    await once(server, 'exit');
  };
  superuserUrl = `postgres://boss:of-the-superuser@127.0.0.1:${port}/postgres`;
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await withConnection(superuserUrl, async () => true).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the server did not start');
});

afterAll(async () => {
  await stop();
  await rm(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const asSuperuser = (...statements: string[]): Promise<void> =>
  withConnection(superuserUrl, async (client) => {
    for (const sql of statements) await client.query(sql);
  });

const asRole = (role: string, database: string): string => {
  const url = new URL(databaseIn(superuserUrl, database));
  url.username = role;
  url.password = `of-${role}`;
  return url.href;
};

const given = (databaseUrl: string, databaseAppUrl?: string) =>
  openPostgres({ dataFolder: join(folder, 'unused'), databaseUrl, databaseAppUrl });

const refusalOf = async (work: Promise<unknown>): Promise<unknown> => {
  const error = await work.then(
    () => new Error('not refused'),
    (thrown: unknown) => thrown,
  );
  return error instanceof Refused ? error.refusal : error;
};

const worksThere = async (ownerUrl: string, givenAppUrl?: string): Promise<void> => {
  const { appUrl, release } = await given(ownerUrl, givenAppUrl);
  await migrate(ownerUrl, { appUrl });
  expect((await migrate(ownerUrl, { appUrl })).applied).toEqual([]);
  const database = await openDatabase(appUrl, { max: 2 });
  try {
    const made = await database.withoutBusiness(async (tx) => {
      const sql = `SELECT create_business('shop', 'کافه', 'IRR', 'toman', 'Asia/Tehran', 'jalali', 'fa') AS id`;
      return (await tx.query<{ id: number }>(sql)).rows[0]?.id ?? 0;
    });
    const seen = await database.withBusiness(made, (tx) => tx.query('SELECT name FROM businesses'));
    expect(seen.rows).toEqual([{ name: 'کافه' }]);
  } finally {
    await database.close();
    await release();
  }
  expect(existsSync(join(folder, 'unused'))).toBe(false);
};

test('a server with a superuser as owner: the application still gets a role that is bound', async () => {
  await asSuperuser('CREATE DATABASE of_superuser');
  await worksThere(databaseIn(superuserUrl, 'of_superuser'));
});

test('a server whose owner may create roles and nothing more', async () => {
  await asSuperuser(
    `CREATE ROLE keeper LOGIN CREATEROLE PASSWORD 'of-keeper'`,
    'CREATE DATABASE of_keeper OWNER keeper',
  );
  await worksThere(asRole('keeper', 'of_keeper'));
});

test("the role's password follows the owner's", async () => {
  await asSuperuser(
    `CREATE ROLE changing LOGIN CREATEROLE PASSWORD 'before'`,
    'CREATE DATABASE of_changing OWNER changing',
  );
  const before = new URL(asRole('changing', 'of_changing'));
  before.password = 'before';
  await migrate(before.href);
  await asSuperuser(`ALTER ROLE changing PASSWORD 'of-changing'`);
  await worksThere(asRole('changing', 'of_changing'));
});

test('an owner that may not create roles is told what to do, and goes on once that is done', async () => {
  await asSuperuser(
    `CREATE ROLE modest LOGIN PASSWORD 'of-modest'`,
    'CREATE DATABASE of_modest OWNER modest',
  );
  const ownerUrl = asRole('modest', 'of_modest');
  expect(await refusalOf(migrate(ownerUrl))).toMatchObject({
    code: 'application_role_missing',
    field: 'DATABASE_APP_URL',
    detail: { role: 'modest_app' },
  });
  await asSuperuser(`CREATE ROLE clerk LOGIN PASSWORD 'of-clerk'`);
  await worksThere(ownerUrl, asRole('clerk', 'of_modest'));
});

test('a role of the application that somebody made is not given another password', async () => {
  await asSuperuser('CREATE DATABASE of_other', `CREATE ROLE known LOGIN PASSWORD 'something else'`);
  const ownerUrl = databaseIn(superuserUrl, 'of_other');
  const work = migrate(ownerUrl, { appUrl: asRole('known', 'of_other') });
  expect(await refusalOf(work)).toMatchObject({ code: 'application_role_password' });
});

test('a role that row level security does not hold is refused', async () => {
  await asSuperuser(
    'CREATE DATABASE of_unbound',
    `CREATE ROLE free_app LOGIN BYPASSRLS PASSWORD 'of-free_app'`,
  );
  const appUrl = asRole('free_app', 'of_unbound');
  const ownerUrl = databaseIn(superuserUrl, 'of_unbound');
  expect(await refusalOf(migrate(ownerUrl, { appUrl }))).toMatchObject({ code: 'database_role_unbound' });
  expect(await refusalOf(openDatabase(appUrl))).toMatchObject({ code: 'database_role_unbound' });
  expect(await refusalOf(openDatabase(ownerUrl))).toMatchObject({ code: 'database_role_unbound' });
});

test('a database that knows no Persian letters, or is not in UTF-8, is refused', async () => {
  const plain = `TEMPLATE template0 LOCALE 'C'`;
  await asSuperuser(
    `CREATE DATABASE of_c ${plain}`,
    `CREATE DATABASE of_ascii ${plain} ENCODING 'SQL_ASCII'`,
  );
  const ownerUrl = databaseIn(superuserUrl, 'of_c');
  const { appUrl } = await given(ownerUrl);
  await migrate(ownerUrl);
  expect(await refusalOf(openDatabase(appUrl))).toMatchObject({ code: 'database_letters' });
  expect(await refusalOf(migrate(databaseIn(superuserUrl, 'of_ascii')))).toMatchObject({
    code: 'database_encoding',
    detail: { encoding: 'SQL_ASCII' },
  });
});

test('an address without a password is refused: a password made from nothing could be guessed', async () => {
  expect(await refusalOf(given('postgres://boss@127.0.0.1/postgres'))).toMatchObject({
    code: 'database_url_incomplete',
    field: 'DATABASE_URL',
  });
});
