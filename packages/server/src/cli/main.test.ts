import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkoutFolder } from '../platform/config/index.ts';
import { findPostmaster } from '../platform/postgres/postmaster.ts';

const program = join(checkoutFolder, 'bin', 'nardeban');
let dataFolder: string;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-cli-'));
  await chmod(dataFolder, 0o711);
});

afterAll(() => rm(dataFolder, { recursive: true, force: true }));

const begin = (args: readonly string[], env: Record<string, string> = {}): ChildProcess => {
  const { DATABASE_URL: _, DATABASE_APP_URL: __, ...inherited } = process.env;
  return spawn(program, args, {
    cwd: tmpdir(),
    env: { ...inherited, NARDEBAN_DATA: dataFolder, LANG: 'C', LC_ALL: 'C', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
};

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const outcomeOf = async (child: ChildProcess): Promise<Outcome> => {
  if (child.stdout === null || child.stderr === null) throw new Error('no streams');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, err };
};

const call = (args: readonly string[], env?: Record<string, string>): Promise<Outcome> =>
  outcomeOf(begin(args, env));

const postmaster = async () => findPostmaster(await realpath(join(dataFolder, 'postgres', 'cluster')));

test('--help lists the commands on standard output', async () => {
  const { code, out, err } = await call(['--help']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const name of [
    'serve',
    'work',
    'migrate',
    'import',
    'ladder',
    'explain',
    'what-if',
    'check',
    'staff',
    'key',
  ]) {
    expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  }
});

test('every command tells what it does and how it is called', async () => {
  const { out } = await call(['--help']);
  const names = [...out.matchAll(/^ {2}(\S+) /gm)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(8);
  for (const name of names) {
    const help = await call([name, '--help']);
    expect(help, name).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain(`Usage: nardeban ${name}`);
    expect(help.out).toContain('--json');
  }
});

test('an unknown command, option or argument exits with 2 and a sentence', async () => {
  for (const args of [['climb'], ['migrate', '--fast'], ['migrate', 'now'], ['toString']]) {
    const { code, out, err } = await call(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^\S.*\.?\n$/);
  }
  expect(await call([])).toMatchObject({ code: 2, out: '' });
});

test('under --json a refusal is JSON on standard output and its sentence stands on standard error', async () => {
  const { code, out, err } = await call(['migrate', '--json'], { PORT: 'eighty' });
  expect(code).toBe(1);
  const { refusal }: { refusal: { code: string; sentence: string; field: string } } = JSON.parse(out);
  expect(refusal).toMatchObject({ code: 'environment_invalid', field: 'PORT' });
  expect(err).toBe(`${refusal.sentence}\n`);
  expect(out + err).not.toContain('eighty');
});

test('a short command starts PostgreSQL, does its work, and leaves it stopped', async () => {
  const first = await call(['migrate', '--json']);
  expect(first).toMatchObject({ code: 0, err: '' });
  const { applied }: { applied: string[] } = JSON.parse(first.out);
  expect(applied).toContain('0001-foundation');
  const second = await call(['migrate', '--json']);
  expect(JSON.parse(second.out)).toEqual({ applied: [] });
  expect(await postmaster()).toBeUndefined();
});

const serving = async (
  env: Record<string, string> = {},
): Promise<{ child: ChildProcess; address: string }> => {
  const child = begin(['serve', '--json'], { PORT: '0', ...env });
  child.stderr?.pipe(process.stderr);
  if (child.stdout === null) throw new Error('no stream');
  for await (const line of createInterface(child.stdout)) {
    const { address }: { address: string } = JSON.parse(line);
    return { child, address };
  }
  throw new Error(`serving ended before it began, with ${child.exitCode}`);
};

const answers = (address: string): Promise<boolean> =>
  fetch(address).then(
    () => true,
    () => false,
  );

test('SIGTERM stops serving, and with it the server; a command beside it uses the same server', async () => {
  const { child, address } = await serving();
  expect(await answers(address)).toBe(true);
  const server = await postmaster();
  expect(await call(['migrate'])).toMatchObject({ code: 0 });
  expect(await postmaster()).toEqual(server);

  child.kill('SIGTERM');
  await once(child, 'close');
  expect(child.exitCode).toBe(0);
  expect(await answers(address)).toBe(false);
  expect(await postmaster()).toBeUndefined();
});

test('after a hard kill the program is gone, and the next start serves again at the same port', async () => {
  const { child, address } = await serving();
  child.kill('SIGKILL');
  await once(child, 'exit');
  const next = await serving({ PORT: new URL(address).port });
  expect(next.address).toBe(address);
  expect(await answers(next.address)).toBe(true);
  next.child.kill('SIGTERM');
  await once(next.child, 'close');
  expect(next.child.exitCode).toBe(0);
  const deadline = performance.now() + 10_000;
  while ((await postmaster()) !== undefined && performance.now() < deadline) await pause(50);
  expect(await postmaster()).toBeUndefined();
});

test('a port that stays taken is refused when it was asked for', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { code, out } = await call(['serve', '--json'], { PORT: String(port) });
  other.close();
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ refusal: { code: 'port_taken', field: 'PORT' } });
  expect(await postmaster()).toBeUndefined();
});

test('somebody let in by the command line has an account, a role and a password shown once', async () => {
  const file = join(dataFolder, 'orders.csv');
  await writeFile(file, 'order number,mobile,date,amount (toman)\n1,09121234567,2026-01-05,1000\n');
  expect((await call(['import', file, '--business', 'let-in'])).code).toBe(0);
  const made = await call([
    'staff',
    'Sara@Example.com',
    '--business',
    'let-in',
    '--role',
    'manager',
    '--json',
  ]);
  expect(JSON.parse(made.out)).toMatchObject({
    business: 'let-in',
    email: 'sara@example.com',
    created: true,
  });
  const again = await call(['staff', 'sara@example.com', '--business', 'let-in', '--json']);
  expect(JSON.parse(again.out)).toMatchObject({ created: false, password: null });
  const stranger = await call(['staff', 'nobody', '--business', 'let-in', '--json']);
  expect(stranger.code).toBe(1);
  expect(JSON.parse(stranger.out)).toMatchObject({ refusal: { code: 'email_invalid' } });
  const key = await call(['key', 'web shop', '--business', 'let-in', '--scope', 'facts:write', '--json']);
  expect(JSON.parse(key.out).key).toMatch(/^ndb_[0-9a-z]+_/);
  const unknown = await call(['key', 'web shop', '--business', 'let-in', '--scope', 'everything', '--json']);
  expect(JSON.parse(unknown.out)).toMatchObject({ refusal: { code: 'scope_unknown' } });
}, 120_000);
