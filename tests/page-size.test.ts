import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** The built page; `WEB_FOLDER` names another build. */
const built = process.env['WEB_FOLDER'] ?? join(import.meta.dirname, '../packages/web/dist');

const MOST_BYTES = 300_000;

test('the script before the ladder is usable weighs at most 300 kB, compressed', async () => {
  const page = await readFile(join(built, 'index.html'), 'utf8');
  // The page names its entry and everything that imports stand on; what is fetched later is not named.
  const scripts = [...page.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  expect(scripts.length).toBeGreaterThan(3);
  const sizes = await Promise.all(
    [...new Set(scripts)].map(
      async (path): Promise<[string, number]> => [path, gzipSync(await readFile(join(built, path))).length],
    ),
  );
  const sum = sizes.reduce((all, [, size]) => all + size, 0);
  expect(sum, JSON.stringify(sizes)).toBeLessThanOrEqual(MOST_BYTES);
});
