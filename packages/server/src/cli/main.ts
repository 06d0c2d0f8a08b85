import { Refused } from '../platform/refused.ts';
import { columns, commandHelp, parseArguments } from './arguments.ts';
import type { Command, CommandContext } from './command.ts';
import type { Installation } from './installation.ts';
import { type Output, outputFor } from './output.ts';
import { listenForStop } from './stopping.ts';

interface Entry {
  readonly summary: string;
  load(): Promise<{ readonly command: Command }>;
}

// Each is loaded only when it is called, so that the program is there at once.
const commands: Readonly<Record<string, Entry>> = {
  start: { summary: 'serve, with a demo shop on the first run', load: () => import('./start.ts') },
  serve: { summary: 'serve the workplace, the API and the jobs', load: () => import('./serve.ts') },
  work: { summary: 'run the jobs only', load: () => import('./work.ts') },
  migrate: { summary: 'bring the database schema up to date', load: () => import('./migrate.ts') },
  import: { summary: 'read a file of orders or people', load: () => import('./import.ts') },
  ladder: { summary: 'how many people stand on which rung', load: () => import('./ladder.ts') },
  explain: { summary: "one person's rung, with the reasons", load: () => import('./explain.ts') },
  'what-if': { summary: 'what a changed ladder would have done', load: () => import('./what-if.ts') },
  forecast: { summary: 'who buys again, from a file of orders', load: () => import('./forecast.ts') },
  insight: { summary: 'who leaves, and what everybody is worth', load: () => import('./insight.ts') },
  check: { summary: 'recompute rungs from the facts and compare', load: () => import('./check.ts') },
  staff: { summary: 'let somebody sign in to a business', load: () => import('./staff.ts') },
  key: { summary: 'make an API key', load: () => import('./key.ts') },
  dev: { summary: 'serve and restart at every change of the source', load: () => import('./dev.ts') },
};

const listing = `Nardeban: where each of your people stands, why, and what brings them one rung higher.

Usage: nardeban <command> [options]

Commands:
${columns(Object.entries(commands).map(([name, { summary }]) => [name, summary]))}

'nardeban <command> --help' tells more. Data is kept in the folder NARDEBAN_DATA, or in the server DATABASE_URL.
`;

const refused = 1;
const misused = 2;

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const output = outputFor(args.includes('--json'));
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? process.stderr : process.stdout).write(listing);
    return name === undefined ? misused : 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    await output.refuse({ code: 'command_unknown', detail: { command: name } });
    return misused;
  }
  const { command } = await entry.load();
  try {
    const { positionals, values } = parseArguments(command, rest);
    if (values['help'] !== true) return await run(command, { positionals, values }, output);
    process.stdout.write(commandHelp(command));
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await output.refuse(error.refusal);
    return error.refusal.code === 'command_usage' ? misused : refused;
  }
}

async function run(
  command: Command,
  given: Pick<CommandContext, 'positionals' | 'values'>,
  output: Output,
): Promise<number> {
  const [{ readConfig }, { openInstallation }] = await Promise.all([
    import('../platform/config/index.ts'),
    import('./installation.ts'),
  ]);
  const config = readConfig();
  let opening: Promise<Installation> | undefined;
  const installation = async (): Promise<Installation | undefined> => opening?.catch(() => undefined);
  const signal = listenForStop(async () => (await installation())?.abandon());
  try {
    return await command.run({
      ...given,
      json: given.values['json'] === true,
      signal,
      config,
      text: (option) => {
        const value = given.values[option];
        return typeof value === 'string' ? value : undefined;
      },
      flag: (option) => given.values[option] === true,
      open: () => (opening ??= openInstallation(config, output.progress)),
      print: output.print,
      progress: output.progress,
      refuse: async (refusal) => {
        await output.refuse(refusal);
        return refused;
      },
    });
  } finally {
    await (await installation())?.close();
  }
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await main(process.argv.slice(2));
