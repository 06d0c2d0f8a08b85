import { Refused } from '../platform/refused.ts';
import type { Command, CommandContext, Opened } from './command.ts';
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
  async run(context) {
    const people = peopleAsked(context);
    const opened = await openedForStart(context);
    return serve(
      { ...context, open: () => Promise.resolve(opened) },
      {
        work: true,
        async prepare(address) {
          const { database, clock, config } = opened;
          const { prepareDemo, waysIntoPortal } = await import('../pretend/index.ts');
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
          return [...lines, ...(await waysIntoPortal(database, config, address))];
        },
      },
    );
  },
};

/**
 * Whoever tries the program on their own machine has no gateway for text messages: there they are recorded, so that the
 * customers' pages of the demo shop can be signed in to. `serve`, which production runs, never does this.
 */
async function openedForStart(context: CommandContext): Promise<Opened> {
  const opened = await context.open();
  const [{ forTrial, isTrial }, { businessSlugs }] = await Promise.all([
    import('../pretend/index.ts'),
    import('../platform/tenancy/index.ts'),
  ]);
  const isTried = isTrial(opened.config, await businessSlugs(opened.ownerUrl));
  return isTried ? { ...opened, config: forTrial(opened.config) } : opened;
}

function peopleAsked(context: CommandContext): number | undefined {
  const text = context.text('people');
  if (text === undefined) return undefined;
  const people = /^[0-9]{1,9}$/.test(text) ? Number(text) : 0;
  if (people >= fewest && people <= most) return people;
  const reason = `--people takes a number from ${fewest} to ${most}`;
  throw new Refused('command_usage', { reason, usage: `nardeban ${usage}` });
}
