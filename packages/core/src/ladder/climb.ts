import {
  becauseOfMeasured,
  inOrder,
  Machine,
  NEVER,
  type Because,
  type Criteria,
  type Measured,
} from '../criteria/index.ts';
import type { Fact, History } from '../facts/index.ts';
import { zoneOf, type BusinessCalendar, type Day, type Instant, type Zone } from '../values/index.ts';
import { placesOf, type Definition } from './ladder.ts';
import { PinReader, type Pin } from './pins.ts';
import { LadderPositions, TypologyPositions, type Positions } from './position.ts';

/** What made a step: something that happened, time that passed, a pin set, a pin that ended. */
export type MoveCause = 'fact' | 'time' | 'pin' | 'unpin';

/** One person's step from one place to another; places are indexes in the definition's order. */
export interface Move {
  readonly at: Instant;
  readonly from: number;
  /** Since when they had stood there. */
  readonly fromSince: Instant;
  readonly to: number;
  readonly cause: MoveCause;
  /** The values measured for the criteria that decided, in the order of conditionsOf; none for pins. */
  readonly measured: readonly Measured[];
  /** The reason with its facts; only when asked for, for it costs more than the climb. */
  readonly because?: Because | null;
}

/** Where a person stands at `asOf`, and everything that brought them there. */
export interface Climb {
  /** The place; null before the business knew them. */
  readonly place: number | null;
  /** The first instant the business had to do with them. */
  readonly knownSince: Instant;
  readonly since: Instant;
  /** The highest rung ever stood on. For a typology, which has no height, the place itself. */
  readonly highest: number;
  /** The earliest instant after `asOf` at which the answer could change with no new fact; null: never. */
  readonly until: Instant | null;
  readonly pin: Pin | null;
  readonly moves: readonly Move[];
}

/** A definition made ready: the same compiled definition serves any number of people, one after the other. */
export interface Compiled {
  readonly definition: Definition;
  readonly calendar: BusinessCalendar;
  readonly zone: Zone;
  readonly machine: Machine;
  readonly positions: Positions;
  readonly pins: PinReader;
}

export function compile(definition: Definition, calendar: BusinessCalendar): Compiled {
  const machine = new Machine(calendar.calendar);
  const zone = zoneOf(calendar.zone);
  const places = placesOf(definition).map((place) => place.key);
  const positions =
    definition.kind === 'ladder'
      ? new LadderPositions(definition, machine, calendar.calendar)
      : new TypologyPositions(definition, machine);
  return {
    definition,
    calendar,
    zone,
    machine,
    positions,
    pins: new PinReader(definition.key, places, zone),
  };
}

/**
 * The whole timeline of one person: a fold over their facts in order of time. Between facts it wakes only at instants at
 * which an answer could change. The live path, the clock, the recompute, the what-if and the question "who stood where
 * on that day" are all this function.
 */
export function climb(
  compiled: Compiled,
  history: History,
  asOf: Instant,
  options: { readonly reasons?: boolean } = {},
): Climb {
  const { machine, positions, pins, zone } = compiled;
  const reasons = options.reasons === true;
  const facts = inOrder(history);
  machine.reset();
  positions.reset();
  pins.reset();
  const ranked = compiled.definition.kind === 'ladder';
  const first = facts[0]?.at ?? history.knownSince;
  const start = Math.min(history.knownSince, first);
  if (start > asOf)
    return {
      place: null,
      knownSince: start,
      since: start,
      highest: positions.start,
      until: start,
      pin: null,
      moves: [],
    };

  const moves: Move[] = [];
  let place = positions.start;
  let shown = place;
  let highest = place;
  let since = start;
  let pinned: Pin | null = null;
  let now = start;
  let index = 0;
  let due: Day = 0;

  do {
    const day = zone.dayOf(now);
    let told = false;
    for (; index < facts.length; index++) {
      const fact = facts[index] as Fact;
      if (fact.at > now) break;
      if (fact.type === 'rung.pinned' || fact.type === 'rung.unpinned') {
        pins.add(fact);
        told = true;
      }
      if (machine.add(fact, day)) told = true;
    }

    const before = place;
    if (machine.settle(day) || day >= due) place = positions.find(place, day);
    const pin = pins.at(now);
    const stands = pin ? pin.place : place;
    if (stands !== shown) {
      const cause: MoveCause = pin ? 'pin' : pinned ? 'unpin' : told ? 'fact' : 'time';
      const byRule = cause === 'fact' || cause === 'time';
      const measured = byRule ? positions.measured(before, place, day) : [];
      const move = { at: now, from: shown, fromSince: since, to: stands, cause, measured };
      moves.push(byRule && reasons ? { ...move, because: positions.because(before, place, day) } : move);
      shown = stands;
      since = now;
    }
    if (ranked ? shown > highest : shown !== highest) highest = shown;
    pinned = pin;

    due = Math.min(machine.due, positions.waits);
    now = earliest(facts[index], due, pin, zone);
  } while (now <= asOf);

  const end = earliest(facts[index], positions.again(place), pinned, zone);
  const until = end === Number.POSITIVE_INFINITY ? null : end;
  return { place: shown, knownSince: start, since, highest, until, pin: pinned, moves };
}

/** What comes first: a fact, a day, or the end of a pin. */
function earliest(fact: Fact | undefined, day: Day, pin: Pin | null, zone: Zone): Instant {
  let first = day >= NEVER ? Number.POSITIVE_INFINITY : zone.startOf(day);
  if (fact !== undefined && fact.at < first) first = fact.at;
  return pin !== null && pin.until < first ? pin.until : first;
}

/** The reason of a stored move, from the values it kept. */
export function becauseOfMove(
  compiled: Compiled,
  move: Pick<Move, 'from' | 'to' | 'cause' | 'measured'>,
): Because | null {
  if (move.cause === 'pin' || move.cause === 'unpin') return null;
  const criteria: Criteria | null = compiled.positions.decidedBy(move.from, move.to);
  return criteria === null ? null : becauseOfMeasured(criteria, move.measured);
}
