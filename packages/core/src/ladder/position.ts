import {
  Machine,
  NEVER,
  type Criteria,
  type Measured,
  type Question,
  type Because,
} from '../criteria/index.ts';
import { exitTable, type Calendar, type Day } from '../values/index.ts';
import type { Ladder, Typology } from './ladder.ts';

/** Finds where a person stands, from day to day and fact to fact. One per compiled definition, used for one person at a time. */
export interface Positions {
  readonly start: number;
  /** The day on which the place must be found again though no answer changed; NEVER without one. */
  readonly waits: Day;
  reset(): void;
  /** From a place to where the person belongs on this day. */
  find(place: number, day: Day): number;
  /** The earliest later day on which a person on this place could belong elsewhere with no new fact. */
  again(place: number): Day;
  /** The criteria that decided a step between two places; null where no criteria did. */
  decidedBy(from: number, to: number): Criteria | null;
  /** What was measured for them, in the state of now. */
  measured(from: number, to: number, day: Day): Measured[];
  because(from: number, to: number, day: Day): Because | null;
}

interface PlaceRule {
  readonly enter: Question | null;
  readonly hold: Question | null;
  readonly enterCriteria: Criteria | null;
  readonly holdCriteria: Criteria | null;
  readonly graceEnd: ((day: Day) => Day) | null;
}

/** Up to the highest rung whose `enter` holds; down, when `stay` has failed through the grace, to the highest that does. */
export class LadderPositions implements Positions {
  readonly start = 0;
  private readonly rules: readonly PlaceRule[];
  /** The end of the grace that runs, when staying on the present rung has failed; NEVER without one. */
  waits: Day = NEVER;

  constructor(ladder: Ladder, machine: Machine, calendar: Calendar) {
    this.rules = ladder.rungs.map((rung) => {
      // Who may enter may stay: a `stay` stricter than `enter` would throw people off and on again for ever.
      const hold = rung.enter && rung.stay ? { any: [rung.stay, rung.enter] } : (rung.enter ?? null);
      return {
        enter: rung.enter ? machine.ask(rung.enter) : null,
        hold: hold ? machine.ask(hold) : null,
        enterCriteria: rung.enter ?? null,
        holdCriteria: hold,
        graceEnd: rung.grace ? exitTable(rung.grace, calendar) : null,
      };
    });
  }

  reset(): void {
    this.waits = NEVER;
  }

  find(place: number, day: Day): number {
    const climbed = this.highestFrom(this.rules.length - 1, place + 1);
    const rule = this.rules[place] as PlaceRule;
    if (climbed > 0 || place === 0 || rule.hold === null || rule.hold.holds) {
      this.waits = NEVER;
      return climbed > 0 ? climbed : place;
    }
    if (this.waits === NEVER) this.waits = rule.graceEnd === null ? day : rule.graceEnd(day);
    if (day < this.waits) return place;
    this.waits = NEVER;
    return this.highestFrom(place - 1, 1);
  }

  /** The highest of these rungs whose `enter` holds; 0 without one. */
  private highestFrom(top: number, bottom: number): number {
    for (let rung = top; rung >= bottom; rung--) if (this.rules[rung]?.enter?.holds) return rung;
    return 0;
  }

  again(place: number): Day {
    let again = this.waits;
    for (let higher = place + 1; higher < this.rules.length; higher++)
      again = Math.min(again, this.rules[higher]?.enter?.flip() ?? NEVER);
    const hold = place > 0 ? this.rules[place]?.hold : null;
    return Math.min(again, hold?.flip() ?? NEVER);
  }

  decidedBy(from: number, to: number): Criteria | null {
    return (to > from ? this.rules[to]?.enterCriteria : this.rules[from]?.holdCriteria) ?? null;
  }

  private question(from: number, to: number): Question | null {
    return (to > from ? this.rules[to]?.enter : this.rules[from]?.hold) ?? null;
  }

  measured(from: number, to: number, day: Day): Measured[] {
    const values: Measured[] = [];
    this.question(from, to)?.measured(day, values);
    return values;
  }

  because(from: number, to: number, day: Day): Because | null {
    return this.question(from, to)?.because(day) ?? null;
  }
}

/** The first class that matches, in order of priority; the last asks for nothing and takes everybody else. */
export class TypologyPositions implements Positions {
  readonly start: number;
  readonly waits = NEVER;
  private readonly questions: readonly (Question | null)[];
  private readonly criteria: readonly (Criteria | null)[];

  constructor(typology: Typology, machine: Machine) {
    this.start = typology.classes.length - 1;
    this.criteria = typology.classes.map((one) => one.when ?? null);
    this.questions = this.criteria.map((one) => (one ? machine.ask(one) : null));
  }

  reset(): void {}

  find(): number {
    for (let index = 0; index < this.start; index++) if (this.questions[index]?.holds !== false) return index;
    return this.start;
  }

  again(place: number): Day {
    let again = NEVER;
    for (let index = 0; index <= place; index++)
      again = Math.min(again, this.questions[index]?.flip() ?? NEVER);
    return again;
  }

  /** A class is entered by its own criteria; into the last one people come because what held them no longer does. */
  private decider(from: number, to: number): number {
    return this.criteria[to] ? to : from;
  }

  decidedBy(from: number, to: number): Criteria | null {
    return this.criteria[this.decider(from, to)] ?? null;
  }

  measured(from: number, to: number, day: Day): Measured[] {
    const values: Measured[] = [];
    this.questions[this.decider(from, to)]?.measured(day, values);
    return values;
  }

  because(from: number, to: number, day: Day): Because | null {
    return this.questions[this.decider(from, to)]?.because(day) ?? null;
  }
}
