import { zoneOf } from '@nardeban/core/values';
import type { BeginPart } from '../run-part.ts';
import { readAllExperiments } from './reading.ts';

/** Experiments are read when a run begins, as of the end of its day: they need the people assigned and not everybody. */
export const beginExperiments: BeginPart = async ({ database, business, asOf }) => {
  await readAllExperiments(database, business, zoneOf(business.zone).startOf(asOf + 1) - 1);
  return { take: () => {}, keep: async () => {} };
};
