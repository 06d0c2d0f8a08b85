import { placesOf, type Definition, type Words } from '@nardeban/core/ladder';
import { type Instant, zoneOf } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import { isCounted, UNKNOWN } from './counting.ts';
import { type FlowNumbers, flowNumbers, medianDays } from './numbers.ts';
import type { Version } from './versions.ts';

/**
 * A ladder on a day: how many stand on each rung, and who moved in a period. Instants are epoch milliseconds; a day counts
 * whole, whichever of its instants is given.
 */
export interface Overview {
  readonly ladder: string;
  readonly kind: Definition['kind'];
  readonly version: number;
  readonly name: Words;
  readonly asOf: Instant;
  readonly period: Period;
  /** The days right before the period, as many as it has. */
  readonly before: Period;
  readonly total: number;
  /** At the end of the day before the period. */
  readonly totalBefore: number;
  /** People the business came to know in the period. */
  readonly entered: number;
  readonly enteredBefore: number;
  readonly rungs: readonly RungOverview[];
  /** Steps up and down in the period. */
  readonly moves: Steps;
  readonly movesBefore: Steps;
  readonly flows: readonly Flow[];
  /** From each rung upward: who climbed from it, and how long they had stood there. */
  readonly steps: readonly Step[];
}

export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

interface Steps {
  readonly up: number;
  readonly down: number;
}

interface Crossings {
  readonly arrivedUp: number;
  readonly arrivedDown: number;
  readonly leftUp: number;
  readonly leftDown: number;
}

export interface RungOverview extends Crossings {
  readonly key: string;
  readonly name: Words;
  readonly people: number;
  /** Of all, 0 to 1. */
  readonly share: number;
  /** People who came to be known in the period and so began here. */
  readonly entered: number;
  readonly peopleBefore: number;
  readonly shareBefore: number;
  readonly before: Crossings;
}

export type Direction = 'up' | 'down' | 'across';

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly people: number;
  readonly peopleBefore: number;
  readonly direction: Direction;
}

export interface Step {
  readonly from: string;
  readonly to: string;
  /** Steps from `from` to `to` in the period. */
  readonly people: number;
  /** Steps upward from `from` ÷ those who stood there at the start of the period or arrived in it; null when nobody did. */
  readonly conversion: number | null;
  readonly conversionBefore: number | null;
  /** Median of the local days stood on `from` before the step: exact up to 14 days, within five per cent beyond. */
  readonly medianDays: number | null;
  readonly medianDaysBefore: number | null;
}

/** A typology's classes are in order of priority, not of height: no step in it is up or down. */
export function directionOf(kind: Definition['kind'], from: number, to: number): Direction {
  if (kind !== 'ladder') return 'across';
  return to > from ? 'up' : 'down';
}

/** Reads counters alone, and no move. `now` and later: everything there is. */
export async function overviewOf(
  tx: Tx,
  version: Version,
  period: Period,
  asOf: Instant,
  now: Instant,
): Promise<Overview> {
  const { kind } = version.definition;
  const places = placesOf(version.definition);
  const zone = zoneOf(version.compiled.calendar.zone);
  const [first, last] = [zone.dayOf(period.from), zone.dayOf(period.to)];
  const firstBefore = first - (last - first + 1);
  const days = { first, last, firstBefore, asOf: asOf >= now ? null : zone.dayOf(asOf) };
  const counted = await isCounted(tx, version);
  const numbers = await flowNumbers(tx, version, days, now, counted);
  const inPeriod = await medianDays(tx, version, { first, last }, now, counted);
  const inBefore = await medianDays(tx, version, { first: firstBefore, last: first - 1 }, now, counted);

  const flows = numbers.filter((flow) => flow.from !== UNKNOWN);
  const entries = numbers.filter((flow) => flow.from === UNKNOWN);
  const standing = (when: When): number[] => standingOn(places.length, numbers, when);
  const [present, before, longBefore] = [standing('asOf'), standing('before'), standing('longBefore')];
  const [total, totalBefore] = [sumAll(present), sumAll(before)];
  const sumOf = (of: When, wanted: (flow: FlowNumbers) => boolean): number =>
    flows.reduce((sum, flow) => sum + (wanted(flow) ? flow[of] : 0), 0);
  const goes = (flow: FlowNumbers, way: Direction): boolean => directionOf(kind, flow.from, flow.to) === way;
  const crossings = (of: When, place: number): Crossings => ({
    arrivedUp: sumOf(of, (flow) => flow.to === place && goes(flow, 'up')),
    arrivedDown: sumOf(of, (flow) => flow.to === place && goes(flow, 'down')),
    leftUp: sumOf(of, (flow) => flow.from === place && goes(flow, 'up')),
    leftDown: sumOf(of, (flow) => flow.from === place && goes(flow, 'down')),
  });
  const enteredOn = (of: When, place: number): number =>
    entries.reduce((sum, flow) => sum + (flow.to === place ? flow[of] : 0), 0);
  /** Of those who stood there when the period began, or arrived in it. */
  const conversion = (of: 'within' | 'withinBefore', flow: FlowNumbers): number | null => {
    const stood = (of === 'within' ? before : longBefore)[flow.from] ?? 0;
    const there = stood + sumOf(of, (other) => other.to === flow.from) + enteredOn(of, flow.from);
    return there <= 0 ? null : Math.min(1, flow[of] / there);
  };
  const keyOf = (place: number): string => places[place]?.key ?? '';
  return {
    ladder: version.key,
    kind,
    version: version.version,
    name: version.definition.name,
    asOf,
    period,
    before: { from: zone.startOf(firstBefore), to: zone.startOf(first) - 1 },
    total,
    totalBefore,
    entered: entries.reduce((sum, flow) => sum + flow.within, 0),
    enteredBefore: entries.reduce((sum, flow) => sum + flow.withinBefore, 0),
    rungs: places.map((place, index) => ({
      key: place.key,
      name: place.name,
      people: present[index] ?? 0,
      share: shareOf(present[index] ?? 0, total),
      ...crossings('within', index),
      entered: enteredOn('within', index),
      peopleBefore: before[index] ?? 0,
      shareBefore: shareOf(before[index] ?? 0, totalBefore),
      before: crossings('withinBefore', index),
    })),
    moves: {
      up: sumOf('within', (flow) => goes(flow, 'up')),
      down: sumOf('within', (flow) => goes(flow, 'down')),
    },
    movesBefore: {
      up: sumOf('withinBefore', (flow) => goes(flow, 'up')),
      down: sumOf('withinBefore', (flow) => goes(flow, 'down')),
    },
    flows: flows
      .filter((flow) => flow.within > 0 || flow.withinBefore > 0)
      .map((flow) => ({
        from: keyOf(flow.from),
        to: keyOf(flow.to),
        people: flow.within,
        peopleBefore: flow.withinBefore,
        direction: directionOf(kind, flow.from, flow.to),
      })),
    steps: flows
      .filter((flow) => goes(flow, 'up') && flow.within > 0)
      .map((flow) => ({
        from: keyOf(flow.from),
        to: keyOf(flow.to),
        people: flow.within,
        conversion: conversion('within', flow),
        conversionBefore: conversion('withinBefore', flow),
        medianDays: inPeriod(flow.from, flow.to),
        medianDaysBefore: inBefore(flow.from, flow.to),
      })),
  };
}

type When = 'asOf' | 'before' | 'longBefore' | 'within' | 'withinBefore';

function shareOf(people: number, total: number): number {
  return total === 0 ? 0 : people / total;
}

function sumAll(counts: readonly number[]): number {
  return counts.reduce((sum, people) => sum + people, 0);
}

/** Who stands on a rung is who came to it less who left it, since the business knew anybody. */
function standingOn(places: number, flows: readonly FlowNumbers[], when: When): number[] {
  const counts = Array.from({ length: places }, () => 0);
  for (const flow of flows) {
    counts[flow.to] = (counts[flow.to] ?? 0) + flow[when];
    if (flow.from !== UNKNOWN) counts[flow.from] = (counts[flow.from] ?? 0) - flow[when];
  }
  return counts;
}
