import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.mjs';
import { root, run } from './run.mjs';

const lockFile = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.package-lock.json');
const mark = join(root, 'node_modules', '.nardeban-lock');

/** Installs the dependencies when they are not there, or are not those of package-lock.json. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await alone('install', async () => {
    if (isInstalled()) return;
    process.stderr.write('Installing what Nardeban needs (about a minute, once)\n');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'];
    // Under npm start this runs inside npm, whose settings in the environment are not meant for a second one.
    const code = await run(npm, args, { quiet: true });
    if (code !== 0)
      throw new Error(`The installation failed: 'npm ci' ended with ${code}. Its reasons are above.`);
    writeFileSync(mark, lockHash());
  });
}

function isInstalled() {
  const hash = lockHash();
  if (read(mark) === hash) return true;
  if (!matches()) return false;
  writeFileSync(mark, hash);
  return true;
}

/** Somebody else ran npm: its own record of what it installed tells whether that is what we want. */
function matches() {
  const record = read(installed);
  if (record === undefined) return false;
  const there = JSON.parse(record).packages ?? {};
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {};
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      !path.includes('node_modules/') || link || optional || there[path]?.version === version,
  );
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
