import { beginExperiments } from './experiments/nightly.ts';
import { beginMoney } from './money/counting.ts';
import type { BeginPart } from './run-part.ts';

/** Everything beside the questions of behaviour that a run answers on its way. */
export const RUN_PARTS: readonly BeginPart[] = [beginMoney, beginExperiments];
