import { askForStatus, smsProvider } from './platform/channels/index.ts';
import type { Clock } from './platform/clock/index.ts';
import type { SmsConfig } from './platform/config/index.ts';
import type { Database } from './platform/database/index.ts';
import { startJobs, type Task } from './platform/jobs/index.ts';
import type { Log } from './platform/log/index.ts';
import { removeOldFiles, runImportJob, runUndoJob } from './capabilities/imports/index.ts';
import { runPeopleJob, sweepExports } from './capabilities/lists/index.ts';
import { runInsight, runsDue } from './capabilities/insight/index.ts';
import { countMoney, publishEverybody, startClimbing } from './capabilities/ladder/index.ts';
import {
  earnDue,
  evaluateDue,
  forgetSpentCodes,
  makeCodes,
  rollDue,
  runSimulation,
  settleDue,
  settleReferrals,
} from './capabilities/programme/index.ts';
import { countBases, forgetQuotes } from './capabilities/offers/index.ts';
import {
  forgetCaptures,
  lookAtLeads,
  lookAtPromises,
  lookForRecommendations,
  makeLeadsOfBatch,
  markStalled,
  noticeMissed,
  runQualificationTrial,
  shiftAllClocks,
  tendCadences,
} from './capabilities/sales/index.ts';
import { learnSales } from './capabilities/sales/reports/index.ts';
import { pruneMessages, startHooks } from './capabilities/webhooks/index.ts';

/** Every job of the program by its name, and when the clock calls which. */
export async function startWork(options: {
  readonly database: Database;
  readonly ownerUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Networks of one's own to which webhooks may go. */
  readonly hookNetworks?: readonly string[];
  /** How text messages are sent. */
  readonly sms?: SmsConfig;
}): Promise<{ stop(): Promise<void> }> {
  const { database, clock, log } = options;
  const climbing = await startClimbing({ database, clock, log });
  const hooks = startHooks({ database, clock, log, rules: { own: options.hookNetworks ?? [] } });
  const provider = smsProvider(options.sms, database, clock);
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
    'ask-messages': async (_, signal) => {
      await askForStatus({ database, clock, provider }, signal);
    },
    'forget-codes': async (_, signal) => {
      await forgetSpentCodes(database, clock, signal);
    },
    'earn-club': async (_, signal) => {
      await earnDue(database, clock, signal);
    },
    'evaluate-clubs': async (_, signal) => {
      await evaluateDue(database, clock, signal);
    },
    'simulate-club': async ({ business, simulation }, signal) => {
      if (business !== undefined) await runSimulation(database, clock, business, Number(simulation), signal);
    },
    'settle-club': async (_, signal) => {
      await settleDue(database, clock, signal);
    },
    'club-books': async (_, signal) => {
      await rollDue(database, clock, signal);
    },
    'settle-referrals': async (_, signal) => {
      await settleReferrals(database, clock, signal);
    },
    recommendations: async (_, signal) => {
      await lookForRecommendations(database, clock, signal);
    },
    'learn-sales': async (_, signal) => {
      await learnSales(database, clock, signal);
    },
    'count-bases': async (_, signal) => countBases(database, clock, signal),
    'forget-quotes': async (_, signal) => forgetQuotes(database, clock, signal),
    'make-codes': async ({ business, batch }, signal) => {
      if (business !== undefined) await makeCodes(database, business, Number(batch), signal);
    },
    'mark-stalled-deals': async (_, signal) => markStalled(database, clock, signal),
    'look-at-promises': async (_, signal) => {
      await lookAtPromises(database, clock, signal);
    },
    'miss-follow-ups': async (_, signal) => {
      await noticeMissed(database, clock, signal);
    },
    'tend-cadences': async (_, signal) => {
      await tendCadences(database, clock, signal);
    },
    'shift-follow-ups': async ({ business, now }, signal) => {
      if (business !== undefined) await shiftAllClocks(database, business, { now: Number(now) }, signal);
    },
    'zone-changed': async ({ business, before, now }, signal) => {
      const cause = { now: Number(now), zoneBefore: String(before) };
      if (business !== undefined) await shiftAllClocks(database, business, cause, signal);
    },
    'look-at-leads': async (_, signal) => {
      await lookAtLeads(database, clock, signal);
    },
    'try-qualification': async ({ business, trial }, signal) => {
      if (business !== undefined)
        await runQualificationTrial(database, clock, business, Number(trial), signal);
    },
    'make-leads': async ({ business, batch }, signal) => {
      if (business !== undefined)
        await makeLeadsOfBatch({ database, clock }, business, Number(batch), signal);
    },
    'forget-captures': async (_, signal) => {
      await forgetCaptures(database, clock, signal);
    },
    'remove-exports': async () => sweepExports(database, clock, log),
    'remove-import-files': async (_, signal) => {
      await removeOldFiles(database, clock, signal);
    },
  };
  const crontab = [
    '* * * * * climb-due',
    '* * * * * ask-messages',
    '11 4 * * * forget-codes',
    '17 3 * * * remove-import-files',
    '41 3 * * * prune-hooks',
    '23 * * * * remove-exports',
    '7 * * * * insight-due',
    '37 * * * * club-books',
    '13 2 * * * learn-sales',
    '* * * * * recommendations',
    '47 * * * * count-bases',
    '31 4 * * * forget-quotes',
    '53 * * * * forget-captures',
    '* * * * * look-at-leads',
    '* * * * * earn-club',
    '* * * * * miss-follow-ups',
    '* * * * * tend-cadences',
    '37 * * * * evaluate-clubs',
    '*/5 * * * * settle-club',
    '*/2 * * * * settle-referrals',
    '*/10 * * * * look-at-promises',
    '*/10 * * * * mark-stalled-deals',
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
