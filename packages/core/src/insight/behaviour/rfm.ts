import { z } from 'zod';
import { FIRST_TABLED_DAY, type Day } from '../../values/index.ts';
import { atOnce, PEOPLE_A_PIECE, type Pieces } from '../pieces.ts';
import { Column } from './column.ts';
import { scaling, scaleSchema, scoreOn, type Scale } from './fifths.ts';
import { isSeen, netOf } from './order.ts';
import type { WalkOfPeople } from './people.ts';
import { rfmSegmentOf, rfmSegmentSchema } from './rfm-segments.ts';
import { partOf, partSchema } from './shares.ts';

const score = z.int().min(1).max(5);

export const rfmSchema = z.strictObject({
  /** Days are counted to this one. */
  asOf: z.int(),
  people: z.int().min(0),
  /** Minor units, net of what was given back. */
  revenue: z.number().min(0),
  /** Days since the last order. Its scale rises with the days: the score of recency is 6 less the score on the scale. */
  recency: scaleSchema,
  /** Days on which they ordered. */
  frequency: scaleSchema,
  /** Minor units, net of what was given back. */
  value: scaleSchema,
  /** All ten, from champions down. The means are null where nobody is. */
  segments: z
    .array(
      partSchema.extend({
        segment: rfmSegmentSchema,
        meanRecency: z.number().min(0).nullable(),
        meanOrders: z.number().min(0).nullable(),
        meanValue: z.number().min(0).nullable(),
      }),
    )
    .length(10),
  /** All 25, by recency and then frequency. */
  cells: z
    .array(partSchema.extend({ recency: score, frequency: score, segment: rfmSegmentSchema }))
    .length(25),
});
export type Rfm = z.infer<typeof rfmSchema>;

export const rfmOfPersonSchema = z.strictObject({
  segment: rfmSegmentSchema,
  /** 1 to 5, 5 the best. */
  recency: score,
  frequency: score,
  value: score,
  daysSinceLast: z.int().min(0),
  orders: z.int().min(1),
  /** Minor units, net of what was given back. */
  paid: z.number().min(0),
});
export type RfmOfPerson = z.infer<typeof rfmOfPersonSchema>;

const NOBODY = FIRST_TABLED_DAY - 1;

/**
 * Recency, frequency and value of all that was ordered up to `asOf`, cut into fifths by value (reference/insight.md).
 * Keeps 12 bytes a person.
 */
export function rfmWalk({ asOf }: { readonly asOf: Day }): WalkOfPeople<Rfm, RfmOfPerson> {
  const silence = new Column('small');
  const orders = new Column('small');
  const paid = new Column('real');
  let found: Rfm | null = null;

  function result(): Rfm {
    found ??= atOnce(finding(asOf, silence, orders, paid));
    return found;
  }

  return {
    take(buyer) {
      found = null;
      let [lastDay, days, value] = [NOBODY, 0, 0];
      for (const order of buyer.orders) {
        if (!isSeen(order, asOf)) continue;
        if (order.day > lastDay) {
          lastDay = order.day;
          days++;
        }
        value += netOf(order);
      }
      silence.push(asOf - lastDay);
      orders.push(days);
      paid.push(value);
    },
    result,
    *settle() {
      found ??= yield* finding(asOf, silence, orders, paid);
    },
    answerAt(place) {
      if (orders.at(place) === 0) return null;
      return answerOf(result(), silence.at(place), orders.at(place), paid.at(place));
    },
  };
}

type Scales = Pick<Rfm, 'recency' | 'frequency' | 'value'>;

function answerOf(scales: Scales, daysSinceLast: number, orders: number, paid: number): RfmOfPerson {
  const recency = 6 - scoreOn(scales.recency.thresholds, daysSinceLast);
  const frequency = scoreOn(scales.frequency.thresholds, orders);
  return {
    segment: rfmSegmentOf(recency, frequency),
    recency,
    frequency,
    value: scoreOn(scales.value.thresholds, paid),
    daysSinceLast,
    orders,
    paid,
  };
}

interface Sums {
  people: number;
  revenue: number;
  days: number;
  orders: number;
}

function* finding(asOf: Day, silence: Column, orders: Column, paid: Column): Pieces<Rfm> {
  const all = new Uint32Array(orders.size);
  let seen = 0;
  for (let place = 0; place < orders.size; place++) if (orders.at(place) > 0) all[seen++] = place;
  const places = all.subarray(0, seen);
  function* measured(of: (place: number) => number): Pieces<Scale> {
    yield;
    const values = new Float64Array(places.length);
    for (let i = 0; i < places.length; i++) values[i] = of(places[i] as number);
    yield;
    return yield* scaling(values);
  }
  const recency = yield* measured((place) => silence.at(place));
  const frequency = yield* measured((place) => orders.at(place));
  const value = yield* measured((place) => paid.at(place));
  const cells = Array.from({ length: 25 }, (): Sums => ({ people: 0, revenue: 0, days: 0, orders: 0 }));
  for (let i = 0; i < places.length; i++) {
    if (i % PEOPLE_A_PIECE === 0) yield;
    const place = places[i] as number;
    const days = silence.at(place);
    const row = 6 - scoreOn(recency.thresholds, days);
    const cell = cells[(row - 1) * 5 + scoreOn(frequency.thresholds, orders.at(place)) - 1];
    if (cell === undefined) continue;
    cell.people++;
    cell.revenue += paid.at(place);
    cell.days += days;
    cell.orders += orders.at(place);
  }
  const people = places.length;
  const revenue = cells.reduce((sum, cell) => sum + cell.revenue, 0);
  const told = cells.map((cell, i) => {
    const scores = { recency: Math.floor(i / 5) + 1, frequency: (i % 5) + 1 };
    return {
      ...scores,
      segment: rfmSegmentOf(scores.recency, scores.frequency),
      ...partOf(cell.people, people, cell.revenue, revenue),
    };
  });
  const segments = rfmSegmentSchema.options.map((segment) => {
    const its = cells.filter((_, i) => told[i]?.segment === segment);
    return { segment, ...segmentOf(its, people, revenue) };
  });
  return { asOf, people, revenue, recency, frequency, value, segments, cells: told };
}

function segmentOf(
  cells: readonly Sums[],
  everybody: number,
  revenue: number,
): Omit<Rfm['segments'][number], 'segment'> {
  const sum = (of: (cell: Sums) => number): number => cells.reduce((total, cell) => total + of(cell), 0);
  const people = sum((cell) => cell.people);
  const mean = (total: number): number | null => (people > 0 ? total / people : null);
  return {
    ...partOf(
      people,
      everybody,
      sum((cell) => cell.revenue),
      revenue,
    ),
    meanRecency: mean(sum((cell) => cell.days)),
    meanOrders: mean(sum((cell) => cell.orders)),
    meanValue: mean(sum((cell) => cell.revenue)),
  };
}
