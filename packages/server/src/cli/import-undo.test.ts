import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../platform/database/testing.ts';

const program = fileURLToPath(new URL('main.ts', import.meta.url));
let fresh: FreshDatabase;
let folder: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'nardeban-undo-'));
});
afterAll(async () => {
  await fresh.drop();
  await rm(folder, { recursive: true, force: true });
});

async function call(...args: string[]) {
  const child = spawn(process.execPath, [program, ...args, '--json'], {
    cwd: folder,
    env: {
      ...process.env,
      DATABASE_URL: fresh.ownerUrl,
      DATABASE_APP_URL: fresh.appUrl,
      NARDEBAN_DATA: folder,
      LANG: 'C',
      LC_ALL: 'C',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (out === '') throw new Error(err);
  return { code: child.exitCode, answer: JSON.parse(out), err };
}

/** The ladder as the command tells it, without the moment it was asked at. */
async function standing(): Promise<unknown> {
  const { asOf: _, ...told } = (await call('ladder')).answer;
  return told;
}

test('an import taken back on the command line leaves the ladder as it was, and can be read in again', async () => {
  const early = join(folder, 'early.csv');
  const late = join(folder, 'late.csv');
  await writeFile(early, 'order,date,customer id,amount\n1,2026-05-01,c-1,1000\n2,2026-05-02,c-2,2000\n');
  await writeFile(late, 'order,date,customer id,amount\n3,2026-05-03,c-1,1000\n4,2026-05-04,c-3,5000\n');
  expect((await call('import', early)).code).toBe(0);
  const before = await standing();
  const imported = await call('import', late);
  expect(imported.code).toBe(0);
  const after = await standing();
  expect(after).not.toEqual(before);

  const undone = await call('import', '--undo', '2');
  expect(undone).toMatchObject({
    code: 0,
    answer: { import: 2, business: 'shop', people: 1, again: [], lost: [] },
  });
  expect(undone.answer.facts).toBeGreaterThan(0);
  expect(await standing()).toEqual(before);

  expect(await call('import', '--undo', '2')).toMatchObject({
    code: 1,
    answer: { refusal: { code: expect.any(String) } },
  });
  expect((await call('import', late)).code).toBe(0);
  expect(await standing()).toEqual(after);
}, 180_000);

test('what is no import is refused', async () => {
  expect(await call('import', '--undo', '99')).toMatchObject({
    code: 1,
    answer: { refusal: { code: 'import_unknown' } },
  });
  expect(await call('import', '--undo', 'x')).toMatchObject({
    code: 2,
    answer: { refusal: { code: 'command_usage' } },
  });
  expect(await call('import', 'file.csv', '--undo', '1')).toMatchObject({
    code: 2,
    answer: { refusal: { code: 'command_usage' } },
  });
}, 180_000);
