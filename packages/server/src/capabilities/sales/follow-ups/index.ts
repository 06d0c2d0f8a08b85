export { startCadence } from './cadence-runs.ts';
export { tendCadences } from './cadence-work.ts';
export { saveCadence } from './cadences.ts';
export { finishFollowUp } from './deeds.ts';
export { noticeMissed } from './missing.ts';
export { cancelFollowUps, type PlanFollowUp, planFollowUp } from './planning.ts';
export { shiftAllClocks } from './shifting.ts';
export { changeWorkingHours, workingCalendarOf } from './working-hours.ts';
