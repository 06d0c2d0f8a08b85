import type { Command } from './command.ts';
import { businessOption } from './options.ts';

export const command: Command = {
  summary:
    'Reads all orders of a business to the end of yesterday, and finds who buys again, who leaves and what everybody is worth. The program does it by itself every night.',
  usage: 'insight run [--business <slug>] [--json]',
  options: { business: businessOption },
  positionals: [1, 1],
  async run(context) {
    const { Refused } = await import('../platform/refused.ts');
    if (context.positionals[0] !== 'run')
      throw new Refused('command_usage', {
        reason: 'insight takes one word: run',
        usage: 'nardeban insight run [--business <slug>] [--json]',
      });
    const { openBusiness } = await import('./business.ts');
    const { askForRun, runById, runInsight, shownRun, stopRun } = await import(
      '../capabilities/insight/index.ts'
    );
    const { prepareJobs } = await import('../platform/jobs/index.ts');
    const opened = await context.open();
    const { database, clock, ownerUrl } = opened;
    const business = await openBusiness(context, opened);
    await prepareJobs(ownerUrl);
    const { id } = await database.withBusiness(business.id, (tx) =>
      askForRun(tx, business, 'command line', clock.now()),
    );
    await runInsight({ database, clock }, business.id, id, {
      signal: context.signal,
      onProgress: ({ phase, looked }) =>
        context.progress(`${phase}: ${looked.toLocaleString('en-US')} people`),
    }).catch((error: unknown) => {
      if (!context.signal.aborted) throw error;
    });
    if (context.signal.aborted)
      await database.withBusiness(business.id, (tx) => stopRun(tx, id, clock.now()));
    const run = await database.withBusiness(business.id, (tx) => runById(tx, id));
    if (run === null || run.state !== 'done') return context.refuse({ code: 'run_stopped' });
    const { insightText } = await import('./insight-text.ts');
    context.print(shownRun(run), insightText(shownRun(run), business));
    return 0;
  },
};
