// What stands between a fresh clone and a running program. Plain JavaScript for Node 20, no dependencies: it runs
// before anything is installed.
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { root, run, withBinaries } from './run.mjs';
import { ensureWeb } from './web.mjs';

/** Commands that answer people while they run. */
const SERVING = ['start', 'serve'];

/**
 * Where a machine has plenty of memory, Node lets work on large batches leave behind several times what is in use before it
 * clears it away. A young generation of three times 16 MB takes a third of what an import or a run of insight holds at most.
 * Three quarters more than what is in use of the old one take as much again; a price at the till would cost a tenth more.
 * (At half as much more, nearly every small collection became a whole one.)
 *
 * Whoever answers people makes nothing that lasts, and a young generation twice as large is cleared half as often: what the engine has once seen last for a moment longer it would put among
 * what is old from then on, and everything it can reach with it (docs/decisions/0036-quote-cost.md).
 */
const memoryFor = (command) =>
  SERVING.includes(command)
    ? ['--max-semi-space-size=32', '--no-allocation-site-pretenuring']
    : ['--max-semi-space-size=16', '--heap-growing-percent=75'];

/** Runs the command line with these arguments, having installed what it needs; answers its exit code. */
export async function nardeban(args) {
  await ensureInstalled();
  if (SERVING.includes(args[0]) && !args.includes('--help') && !args.includes('-h')) await ensureWeb();
  const main = join(root, 'packages', 'server', 'src', 'cli', 'main.ts');
  return run(nodeForSources(), [...memoryFor(args[0]), main, ...args], {
    env: withBinaries(),
    tellOfOurEnd: true,
  });
}

/** A Node that runs TypeScript as it is: the one installed with the dependencies, or else our own. */
export function nodeForSources() {
  const installed = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(installed)) return realpathSync(installed);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Error(
    `Nardeban has no Node of its own for ${process.platform}-${process.arch}. Install Node 24 (at least 22.18); this is ${process.versions.node}.`,
  );
}
