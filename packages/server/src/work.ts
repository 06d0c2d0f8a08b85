import type { Clock } from './platform/clock/index.ts';
import type { Database } from './platform/database/index.ts';
import { startJobs, type Task } from './platform/jobs/index.ts';
import type { Log } from './platform/log/index.ts';
import { removeOldFiles, runImportJob, runUndoJob } from './capabilities/imports/index.ts';
import { runPeopleJob, sweepExports } from './capabilities/lists/index.ts';
import { runInsight, runsDue } from './capabilities/insight/index.ts';
import { countMoney, publishEverybody, startClimbing } from './capabilities/ladder/index.ts';
import { pruneMessages, startHooks } from './capabilities/webhooks/index.ts';

/** Every job of the program by its name, and when the clock calls which. */
export async function startWork(options: {
  readonly database: Database;
  readonly ownerUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Networks of one's own to which webhooks may go. */
  readonly hookNetworks?: readonly string[];
}): Promise<{ stop(): Promise<void> }> {
  const { database, clock, log } = options;
  const climbing = await startClimbing({ database, clock, log });
  const hooks = startHooks({ database, clock, log, rules: { own: options.hookNetworks ?? [] } });
  const tasks: Record<string, Task> = {
    'climb-due': async () => climbing.sweep(),
    publish: async ({ business }, signal) => {
      if (business !== undefined) await publishEverybody(database, clock, business, { signal });
    },
    'count-money': async ({ business, ladder }, signal) => {
      if (business !== undefined) await countMoney(database, clock, business, String(ladder), { signal });
    },
    import: async ({ business, import: importId }, signal) => {
      if (business !== undefined)
        await runImportJob({ database, clock, log }, business, Number(importId), signal);
    },
    'undo-import': async ({ business, import: importId }, signal) => {
      if (business !== undefined)
        await runUndoJob({ database, clock, log }, business, Number(importId), signal);
    },
    people: async ({ business, job }, signal) => {
      if (business !== undefined) await runPeopleJob({ database, clock }, business, Number(job), signal);
    },
    insight: async ({ business, run }, signal) => {
      if (business !== undefined) await runInsight({ database, clock }, business, Number(run), { signal });
    },
    'insight-due': async (_, signal) => {
      await runsDue(database, clock, signal);
    },
    'prune-hooks': async (_, signal) => {
      await pruneMessages(database, clock, signal);
    },
    'remove-exports': async () => sweepExports(database, clock, log),
    'remove-import-files': async (_, signal) => {
      await removeOldFiles(database, clock, signal);
    },
  };
  const crontab = [
    '* * * * * climb-due',
    '17 3 * * * remove-import-files',
    '41 3 * * * prune-hooks',
    '23 * * * * remove-exports',
    '7 * * * * insight-due',
  ].join('\n');
  const jobs = await startJobs({ ownerUrl: options.ownerUrl, tasks, crontab, log });
  // What was left when the program last ended does not wait for the clock.
  climbing
    .sweep()
    .catch((error: unknown) => log.error({ error }, 'The first sweep failed; the clock tries again'));
  return {
    async stop() {
      await jobs.stop();
      await Promise.all([climbing.stop(), hooks.stop()]);
    },
  };
}
