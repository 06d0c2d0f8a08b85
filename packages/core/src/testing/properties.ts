import fc from 'fast-check';
import { keptSeeds } from './kept-seeds.ts';

/** How many cases a property is tried on: a few hundred with every change, ten thousand and more in the nightly run. */
const environment =
  (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env ?? {};
export const nightly = environment['NARDEBAN_NIGHTLY'] === '1';
const NIGHTLY_CASES = 10_000;

/**
 * Tries a property on random cases. First on the seeds that once failed, then on a new seed, which is printed so that a
 * run can be repeated: NARDEBAN_SEED=<seed>. `cases` is for the quick run.
 */
export function holdsFor<Case>(name: string, cases: number, property: fc.IProperty<[Case]>): void {
  for (const seed of keptSeeds[name] ?? []) fc.assert(property, { seed, numRuns: cases });
  const given = environment['NARDEBAN_SEED'];
  const seed = given === undefined ? (Date.now() ^ (cases * 7919)) | 0 : Number(given);
  try {
    fc.assert(property, { seed, numRuns: nightly ? NIGHTLY_CASES : cases });
  } catch (error) {
    throw new Error(`"${name}" failed with seed ${seed}; add it to kept-seeds.ts`, { cause: error });
  }
}
