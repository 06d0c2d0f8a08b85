import { climb, compile } from '../../../core/src/ladder/climb.ts';
import { placesOf } from '../../../core/src/ladder/ladder.ts';
import { presets } from '../../../core/src/ladder/presets/index.ts';
import { pretendPeople } from './households.ts';
import { worldOf } from './diary.ts';
const n = Number(process.argv[2] ?? 22000);
const world = worldOf({
  seed: 1395,
  people: n,
  now: Date.now(),
  zone: 'Asia/Tehran',
  span: n < 100 ? { days: 25 } : { years: 5 },
});
let f = 0,
  p = 0;
const types: Record<string, number> = {};
const cs = presets.map((x) => ({
  d: x.definition,
  c: compile(x.definition, { zone: 'Asia/Tehran', calendar: 'jalali' }),
  n: placesOf(x.definition).map(() => 0),
  up: 0,
  down: 0,
  upTo: placesOf(x.definition).map(() => 0),
  downFrom: placesOf(x.definition).map(() => 0),
}));
const t = performance.now();
for (const person of pretendPeople(world)) {
  p++;
  f += person.facts.length;
  for (const x of person.facts) types[x.type] = (types[x.type] ?? 0) + 1;
  for (const k of cs) {
    const r = climb(k.c, { knownSince: person.facts[0]!.at, facts: person.facts }, world.now);
    if (r.place === null) continue;
    k.n[r.place]!++;
    for (const m of r.moves)
      if (m.at > world.now - 30 * 864e5) {
        if (m.to > m.from) {
          k.up++;
          k.upTo[m.to]!++;
        } else {
          k.down++;
          k.downFrom[m.from]!++;
        }
      }
  }
}
console.log(
  p,
  f,
  'orders',
  types['order.paid'],
  types['referral.converted'],
  'returns',
  types['order.returned'],
  Math.round(performance.now() - t),
  'ms',
);
for (const k of cs)
  console.log(
    k.d.key,
    Object.fromEntries(placesOf(k.d).map((x, i) => [x.key, k.n[i]])),
    'last month up',
    k.up,
    'down',
    k.down,
    JSON.stringify(k.upTo),
    JSON.stringify(k.downFrom),
  );
