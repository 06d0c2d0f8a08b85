import { Refused } from '../platform/refused.ts';
import type { Command, CommandContext } from './command.ts';
import { serve } from './serve.ts';

const usage = 'start [--people <number>]';

/** Fewer would leave a rung of the ladder empty, more would need mobiles that do not exist. */
const fewest = 500;
const most = 90_000;

export const command: Command = {
  summary: 'Serves like `serve`, and makes pretend shops on the first run, to look around in.',
  usage,
  options: {
    people: { type: 'string', value: 'number', description: 'how many people the demo shop gets: 22000' },
  },
  positionals: [0, 0],
  run(context) {
    const people = peopleAsked(context);
    return serve(context, {
      work: true,
      async prepare() {
        const { database, clock, config } = await context.open();
        const { prepareDemo } = await import('../pretend/index.ts');
        const lines = await prepareDemo({
          database,
          clock,
          config,
          signal: context.signal,
          progress: (text) => context.progress(text),
          ...(people === undefined ? {} : { people }),
        });
        // Done by the jobs, while somebody opens the first page.
        const { firstRuns } = await import('../capabilities/insight/index.ts');
        if (!context.signal.aborted) await firstRuns(database, clock);
        return lines;
      },
    });
  },
};

function peopleAsked(context: CommandContext): number | undefined {
  const text = context.text('people');
  if (text === undefined) return undefined;
  const people = /^[0-9]{1,9}$/.test(text) ? Number(text) : 0;
  if (people >= fewest && people <= most) return people;
  const reason = `--people takes a number from ${fewest} to ${most}`;
  throw new Refused('command_usage', { reason, usage: `nardeban ${usage}` });
}
