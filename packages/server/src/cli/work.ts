import type { Command } from './command.ts';
import { untilAborted } from './waiting.ts';

export const command: Command = {
  summary: 'Runs the jobs, until it is stopped; several processes may do so beside each other.',
  usage: 'work',
  options: {},
  positionals: [0, 0],
  async run(context) {
    const { database, ownerUrl, clock, config, log } = await context.open();
    const { startWork } = await import('../work.ts');
    const work = await startWork({
      database,
      ownerUrl,
      clock,
      log,
      hookNetworks: config.hookNetworks,
      sms: config.sms,
    });
    context.progress('At work');
    await untilAborted(context.signal);
    await work.stop();
    return 0;
  },
};
