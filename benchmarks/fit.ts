/**
 * How long a fit of the buying models takes: customers as CDNOW's, whose first order was in one of thirteen weeks, seen
 * after thirty-nine. Told apart: making cells of customers, and each model's fit with its standard errors. The machine's
 * own speed is told beside it: one exponential for each cell, as often as a quick fit needs it.
 *
 *   node benchmarks/fit.ts [--people=1000000] [--rounds=5]
 */
import {
  cellsOf,
  fitModels,
  simulateCustomer,
  type BuyingHistory,
  type ModelName,
} from '@nardeban/core/insight';
import { seededChance } from '@nardeban/core/testing';
import { median, report, times } from './support/measuring.ts';
import { sizes } from './support/sizes.ts';

const { people, rounds } = sizes({ people: 1_000_000, rounds: 5 });
const chance = seededChance(11);
const customers: BuyingHistory[] = Array.from({ length: people }, () =>
  simulateCustomer(
    () => chance.next(),
    { r: 0.55, alpha: 74, leaving: { kind: 'at_any_time', s: 0.61, beta: 82 } },
    chance.int(183, 273),
  ),
);

const aims: Readonly<Record<string, string>> = {
  'bg-nbd': '≤ 300 ms',
  'mbg-nbd': '≤ 300 ms',
  'pareto-nbd': '≤ 600 ms',
};

/** Milliseconds that this thread worked. */
function worked<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const began = process.threadCpuUsage();
  const result = work();
  const { user, system } = process.threadCpuUsage(began);
  return { ms: (user + system) / 1000, result };
}

const made = worked(() => cellsOf(customers));
const cells = made.result;
const floors: number[] = [];
for (let round = 0; round < rounds; round++) {
  floors.push(
    worked(() => {
      let sum = 0;
      for (let step = 0; step < 30; step++)
        for (let cell = 0; cell < cells.size; cell++) sum += Math.exp(-(cells.x[cell] ?? 0) / (step + 1));
      return sum;
    }).ms,
  );
}
const floor = median(floors);
const rows = (['bg-nbd', 'mbg-nbd', 'pareto-nbd', 'nbd'] as const satisfies ModelName[]).map((name) => {
  const took = Array.from({ length: rounds }, () => worked(() => fitModels(cells, [name], 7)).ms);
  return {
    what: `${name}, beside it NBD, which its verdict needs`,
    floor: `${floor.toFixed(0)} ms`,
    ours: `${median(took).toFixed(0)} ms (best ${Math.min(...took).toFixed(0)})`,
    ratio: times(median(took) / floor),
    aim: aims[name] ?? '–',
  };
});
report(
  `fit: ${people.toLocaleString('en')} customers, ${cells.size.toLocaleString('en')} cells (made in ${made.ms.toFixed(0)} ms), ${rounds} rounds`,
  rows,
);
