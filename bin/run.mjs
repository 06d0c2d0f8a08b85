import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Our environment with the programs of the dependencies first in the path, the right Node among them. Node keeps what it
 * has made of the sources, so that the next start takes half as long.
 */
export function withBinaries(more = {}) {
  const modules = join(root, 'node_modules');
  return {
    NODE_COMPILE_CACHE: join(modules, '.cache', 'compiled'),
    ...process.env,
    ...more,
    PATH: [join(modules, '.bin'), process.env.PATH].filter(Boolean).join(delimiter),
  };
}

/**
 * Runs a program to its end and answers its exit code. A wish that we stop is handed on to it. `quiet` sends its
 * standard output to our standard error, because ours belongs to what a command answers. With `tellOfOurEnd` it gets
 * a pipe (named in NARDEBAN_PARENT) that closes when we are gone, however we went: it must not live on without us.
 */
export async function run(program, args, { env = process.env, quiet = false, tellOfOurEnd = false } = {}) {
  const stdio = [quiet ? 'ignore' : 'inherit', quiet ? 2 : 'inherit', 'inherit'];
  if (tellOfOurEnd) stdio.push('pipe');
  const child = spawn(program, args, {
    cwd: tellOfOurEnd ? process.cwd() : root,
    env: tellOfOurEnd ? { ...env, NARDEBAN_PARENT: '3' } : env,
    stdio,
  });
  const handOn = (signal) => child.kill(signal);
  process.on('SIGTERM', handOn);
  process.on('SIGINT', handOn);
  const watch = tellOfOurEnd ? endWithNpm(() => child.kill('SIGTERM')) : undefined;
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
    });
  } finally {
    clearInterval(watch);
    process.off('SIGTERM', handOn);
    process.off('SIGINT', handOn);
  }
}

/** npm that is killed hard tells nobody, so under `npm start` we look whether it is still there. */
function endWithNpm(onEnd) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const ancestors = ancestry();
  return setInterval(() => {
    if (ancestry() !== ancestors) onEnd();
  }, 500).unref();
}

/** Our parent and its own: npm puts a shell between itself and us. */
function ancestry() {
  try {
    const status = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    // The name in brackets may hold anything; after it come the state and the parent.
    const [, grandparent] = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return `${process.ppid} ${grandparent}`;
  } catch {
    return String(process.ppid);
  }
}
