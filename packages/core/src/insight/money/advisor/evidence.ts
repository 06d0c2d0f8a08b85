import { z } from 'zod';
import type { Day } from '../../../values/index.ts';
import type { WalkOver } from '../../buyer.ts';
import { type MarginBasis, marginOf, marginToldSchema } from '../margin.ts';
import { cellAt, NEVER } from './cells.ts';

const armSchema = z.strictObject({
  people: z.int(),
  mean: z.number().describe('Margin of one of them in the time after, minor units.'),
  variance: z.number(),
});

const groupSchema = z.strictObject({
  rung: z.int(),
  type: z.int(),
  cell: z.int(),
  climbed: armSchema,
  stayed: armSchema,
  now: z.int().describe('People who stand there today.'),
});
export type Group = z.infer<typeof groupSchema>;

/**
 * What became of people who stood on a rung on a day in the past: of those who were higher after a while, and of those who
 * were not. It is counted once and answers under any assumptions.
 */
export const evidenceSchema = z.strictObject({
  asOf: z.int(),
  past: z.int().describe('The day in the past on which everybody is looked at.'),
  windowDays: z.int().describe('Who was higher so many days later has climbed.'),
  evidenceDays: z.int().describe('For so many days after that it was added up what they left.'),
  margin: marginToldSchema,
  rungs: z.int(),
  types: z.array(z.string()),
  groups: z.array(groupSchema),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** Places of one person: on the day in the past, at the end of the window, today. −1: not known yet. And of which type. */
export interface Stood {
  readonly past: number;
  readonly later: number;
  readonly now: number;
  readonly typePast: number;
  readonly typeNow: number;
}

/** Where everybody stood: one by one, asked for each buyer, and all together, how many stood in each way. Those who never
 * bought are what is left of `everybody`. */
export interface Standings {
  readonly of: (person: string) => Stood | null;
  readonly everybody: () => Iterable<Stood & { readonly people: number }>;
}

export interface EvidenceQuestion {
  readonly past: Day;
  readonly windowDays: number;
  readonly evidenceDays: number;
  /** The last whole day read; not before the end of the evidence. */
  readonly today: Day;
  readonly rungs: number;
  readonly basis: MarginBasis;
  /** Names of types; one for all where the business tells none apart. */
  readonly types: readonly string[];
}

interface Sums {
  readonly rung: number;
  readonly type: number;
  readonly cell: number;
  readonly people: [number, number];
  readonly mean: [number, number];
  readonly squares: [number, number];
  now: number;
}

const CLIMBED = 1;
const STAYED = 0;

/**
 * Compares, within a rung, a type and a cell, who climbed with who did not. What was bought while climbing is in neither
 * sum: both are added up from the end of the window on, or the purchase that makes a climb would count as its fruit. What
 * is kept grows with rungs, types and cells only.
 */
export function evidenceWalk(standings: Standings, question: EvidenceQuestion): WalkOver<Evidence> {
  const { past, windowDays, evidenceDays, today, rungs, basis, types } = question;
  const groups = new Map<string, Sums>();
  const taken = new Map<string, number>();
  let [revenue, costed] = [0, 0];

  const groupOf = (rung: number, type: number, cell: number): Sums => groupIn(groups, rung, type, cell);
  const add = (group: Sums, arm: 0 | 1, margin: number): void => {
    const people = ++group.people[arm];
    const before = group.mean[arm];
    group.mean[arm] += (margin - before) / people;
    group.squares[arm] += (margin - before) * (margin - group.mean[arm]);
  };

  return {
    take(buyer) {
      const stood = standings.of(buyer.person);
      if (stood === null) return;
      const key = keyOf(stood);
      taken.set(key, (taken.get(key) ?? 0) + 1);
      if (stood.now >= 0) groupOf(stood.now, stood.typeNow, cellAt(buyer, today, basis)).now++;
      if (stood.past < 0 || stood.later < 0) return;
      const from = past + windowDays;
      let margin = 0;
      for (const order of buyer.orders) {
        if (order.day <= from || order.day > from + evidenceDays) continue;
        const left = marginOf(order, basis);
        margin += left.margin;
        revenue += left.revenue;
        costed += left.costed;
      }
      const group = groupOf(stood.past, stood.typePast, cellAt(buyer, past, basis));
      add(group, stood.later > stood.past ? CLIMBED : STAYED, margin);
    },
    result() {
      // Those the walk never brings have no order: their margin is nought, whatever they did.
      const all = new Map<string, Sums>();
      for (const [key, { people, mean, squares, ...group }] of groups)
        all.set(key, { ...group, people: [...people], mean: [...mean], squares: [...squares] });
      for (const stood of standings.everybody()) {
        const rest = stood.people - (taken.get(keyOf(stood)) ?? 0);
        if (rest <= 0) continue;
        if (stood.now >= 0) groupIn(all, stood.now, stood.typeNow, NEVER).now += rest;
        if (stood.past >= 0 && stood.later >= 0)
          addNoughts(
            groupIn(all, stood.past, stood.typePast, NEVER),
            stood.later > stood.past ? CLIMBED : STAYED,
            rest,
          );
      }
      return {
        asOf: today,
        past,
        windowDays,
        evidenceDays,
        margin: {
          rate: basis.rate,
          rateFrom: basis.rateFrom,
          costedShare: revenue > 0 ? costed / revenue : 0,
        },
        rungs,
        types: [...types],
        groups: [...all.values()]
          .map(({ rung, type, cell, now, ...sums }) => ({
            rung,
            type,
            cell,
            climbed: armOf(sums, CLIMBED),
            stayed: armOf(sums, STAYED),
            now,
          }))
          .sort((a, b) => a.rung - b.rung || a.type - b.type || a.cell - b.cell),
      };
    },
  };
}

function groupIn(groups: Map<string, Sums>, rung: number, type: number, cell: number): Sums {
  const key = `${rung} ${type} ${cell}`;
  let group = groups.get(key);
  if (group === undefined) {
    group = { rung, type, cell, people: [0, 0], mean: [0, 0], squares: [0, 0], now: 0 };
    groups.set(key, group);
  }
  return group;
}

function keyOf({ past, later, now, typePast, typeNow }: Stood): string {
  return `${past} ${later} ${now} ${typePast} ${typeNow}`;
}

/** Takes in many who left nothing at once (Chan, Golub and LeVeque's way of joining two sums). */
function addNoughts(group: Sums, arm: 0 | 1, people: number): void {
  const before = group.people[arm];
  const all = before + people;
  const mean = group.mean[arm];
  group.squares[arm] += (mean * mean * before * people) / all;
  group.mean[arm] = (mean * before) / all;
  group.people[arm] = all;
}

function armOf(
  { people, mean, squares }: Pick<Sums, 'people' | 'mean' | 'squares'>,
  arm: 0 | 1,
): z.infer<typeof armSchema> {
  return {
    people: people[arm],
    mean: mean[arm],
    variance: people[arm] > 1 ? squares[arm] / (people[arm] - 1) : 0,
  };
}
