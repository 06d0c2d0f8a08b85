import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkoutFolder } from '../platform/config/index.ts';
import type { Command } from './command.ts';

export const command: Command = {
  summary: 'Serves, starts again whenever the server changes, and shows the web as it is being written.',
  usage: 'dev',
  options: {},
  positionals: [0, 0],
  async run({ signal }) {
    const main = fileURLToPath(new URL('./main.ts', import.meta.url));
    const vite = join(checkoutFolder, 'node_modules', '.bin', 'vite');
    const programs = [
      spawn(process.execPath, ['--watch', '--watch-preserve-output', main, 'serve'], {
        stdio: 'inherit',
        env: { NARDEBAN_MODE: 'development', ...process.env },
      }),
      spawn(vite, [join(checkoutFolder, 'packages', 'web')], { stdio: 'inherit' }),
    ];
    const stop = (): void => programs.forEach((program) => program.kill('SIGTERM'));
    signal.addEventListener('abort', stop, { once: true });
    // The one is of no use without the other.
    programs.forEach((program) => program.once('exit', stop));
    await Promise.all(programs.map(ended));
    return 0;
  },
};

async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode === null && program.signalCode === null) await once(program, 'exit');
}
