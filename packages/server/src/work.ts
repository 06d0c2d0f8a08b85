import type { Clock } from './platform/clock/index.ts';
import type { Database } from './platform/database/index.ts';
import { startJobs, type Task } from './platform/jobs/index.ts';
import type { Log } from './platform/log/index.ts';
import { runImportJob } from './capabilities/imports/index.ts';
import { publishEverybody, startClimbing } from './capabilities/ladder/index.ts';

/** Every job of the program by its name, and when the clock calls which. */
export async function startWork(options: {
  readonly database: Database;
  readonly ownerUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<{ stop(): Promise<void> }> {
  const { database, clock, log } = options;
  const climbing = await startClimbing({ database, clock, log });
  const tasks: Record<string, Task> = {
    'climb-due': async () => climbing.sweep(),
    publish: async ({ business }, signal) => {
      if (business !== undefined) await publishEverybody(database, clock, business, { signal });
    },
    import: async ({ business, import: importId }, signal) => {
      if (business !== undefined)
        await runImportJob({ database, clock, log }, business, Number(importId), signal);
    },
  };
  const jobs = await startJobs({ ownerUrl: options.ownerUrl, tasks, crontab: '* * * * * climb-due', log });
  // What was left when the program last ended does not wait for the clock.
  climbing
    .sweep()
    .catch((error: unknown) => log.error({ error }, 'The first sweep failed; the clock tries again'));
  return {
    async stop() {
      await jobs.stop();
      await climbing.stop();
    },
  };
}
