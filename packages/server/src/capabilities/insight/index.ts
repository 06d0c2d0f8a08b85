export { type MarginNow, marginNowStatement, unitCostsStatement } from './money/pricing.ts';
export { changeMoneySettings, changeUnitCosts, moneySettings } from './money/settings-store.ts';
export { firstRuns, runsDue } from './nightly.ts';
export { runInsight } from './running.ts';
export type { RunOptions, RunProgress } from './running.ts';
export { shownRun } from './schemas.ts';
export { askForRun, latestRun, runById, stopRun } from './run-store.ts';
export type { Run } from './run-store.ts';
