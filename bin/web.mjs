import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.mjs';
import { root, run, withBinaries } from './run.mjs';

const built = join(root, 'packages', 'web', 'dist', 'index.html');
const sources = [
  'packages/web/src',
  'packages/web/index.html',
  'packages/web/vite.config.ts',
  'packages/core/src',
];

/** Builds the web when it was never built, or from older sources than these. */
export async function ensureWeb() {
  if (isBuilt()) return;
  await alone('web', async () => {
    if (isBuilt()) return;
    process.stderr.write('Building the web\n');
    const vite = join(root, 'node_modules', '.bin', 'vite');
    const args = ['build', 'packages/web', '--logLevel', 'warn'];
    const code = await run(vite, args, { env: withBinaries(), quiet: true });
    if (code !== 0) throw new Error('The web could not be built. The reasons are above.');
  });
}

function isBuilt() {
  const since = existsSync(built) ? statSync(built).mtimeMs : 0;
  return since > 0 && !sources.some((source) => isNewer(join(root, source), since));
}

function isNewer(path, since) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return false;
  if (!found.isDirectory()) return found.mtimeMs > since;
  return readdirSync(path).some((name) => isNewer(join(path, name), since));
}
