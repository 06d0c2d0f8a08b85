/**
 * How many people `climb` takes a second on one core: the six-rung ladder, ten facts a person over five years. There is
 * nothing to compare with but the aim, so the machine's own speed is told beside it: how long it takes to look at the
 * same facts once, adding up their instants.
 *
 *   node benchmarks/climb.ts [--people=50000] [--facts=10] [--rounds=9]
 */
import { climb, compile, sixRungLadder } from '@nardeban/core/ladder';
import { histories } from './support/histories.ts';
import { median, rate, report, times } from './support/measuring.ts';
import { sizes } from './support/sizes.ts';

const END = Date.UTC(2026, 10, 21);
const { people, facts, rounds } = sizes({ people: 50_000, facts: 10, rounds: 9 });

const everybody = histories(people, facts, END, 7);
const compiled = compile(sixRungLadder, { zone: 'Asia/Tehran', calendar: 'jalali' });

/** Milliseconds that this thread worked, whatever else the machine was busy with meanwhile. */
function worked(work: () => number): { readonly ms: number; readonly result: number } {
  const began = process.threadCpuUsage();
  const result = work();
  const { user, system } = process.threadCpuUsage(began);
  return { ms: (user + system) / 1000, result };
}

let moves = 0;
const climbing: number[] = [];
const looking: number[] = [];
for (let round = 0; round < rounds; round++) {
  const climbed = worked(() => {
    let count = 0;
    for (const history of everybody) count += climb(compiled, history, END).moves.length;
    return count;
  });
  moves = climbed.result;
  climbing.push(climbed.ms);
  const looked = worked(() => {
    let sum = 0;
    for (const history of everybody) for (const fact of history.facts) sum += fact.at % 7;
    return sum;
  });
  looking.push(looked.ms);
}
report(
  `climb: ${people.toLocaleString('en')} people with ${facts} facts, ${moves.toLocaleString('en')} moves, ${rounds} rounds`,
  [
    {
      what: 'people a second of processor time, median round',
      floor: rate(people, median(looking)),
      ours: rate(people, median(climbing)),
      ratio: times(median(climbing) / median(looking)),
      aim: '≥ 100,000/s',
    },
    { what: 'the same, best round', ours: rate(people, Math.min(...climbing)), aim: '≥ 100,000/s' },
  ],
);
