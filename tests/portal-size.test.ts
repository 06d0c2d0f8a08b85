import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** The built pages; `WEB_FOLDER` names another build. */
const built = process.env['WEB_FOLDER'] ?? join(import.meta.dirname, '../packages/web/dist');

const MOST_BYTES = 100_000;

test('a customer’s pages bring at most 100 kB of script, compressed, and nothing of the workplace', async () => {
  const page = await readFile(join(built, 'portal/portal.html'), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  expect(scripts.length).toBeGreaterThan(0);
  let sum = 0;
  for (const path of new Set(scripts)) {
    const script = await readFile(join(built, path));
    expect(script.toString()).not.toMatch(/MuiButton|mui-palette|tanstack/i);
    sum += gzipSync(script).length;
  }
  expect(sum).toBeLessThanOrEqual(MOST_BYTES);
});
