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

/** A place found on a day, and the day on which it would have to be found again if nothing happened before. */
export interface Finding {
  place: number;
  again: Day;
}

/** Finds where a person stands, from day to day and fact to fact. One per compiled definition, used for one person at a time. */
export interface Positions {
  readonly start: number;
  reset(): void;
  /** Move from a place to where the person belongs on this day; the same object is filled at every call. */
  find(place: number, day: Day): Finding;
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
  private readonly finding: Finding = { place: 0, again: NEVER };
  /** The day from which staying on the present rung has failed without a break. */
  private failingSince: Day | null = null;

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
    this.failingSince = null;
  }

  find(place: number, day: Day): Finding {
    const climbed = this.highestFrom(this.rules.length - 1, place + 1, day);
    let stands = climbed ?? place;
    let again = NEVER;
    if (climbed !== null) this.failingSince = null;
    else if (place > 0) {
      const rule = this.rules[place] as PlaceRule;
      if (rule.hold === null || rule.hold.holds(day)) this.failingSince = null;
      else {
        this.failingSince ??= day;
        const end = rule.graceEnd === null ? day : rule.graceEnd(this.failingSince);
        if (day < end) again = end;
        else {
          stands = this.highestFrom(place - 1, 1, day) ?? 0;
          this.failingSince = null;
        }
      }
    }
    for (let higher = stands + 1; higher < this.rules.length; higher++) {
      const enter = this.rules[higher]?.enter;
      if (enter) again = Math.min(again, enter.flip(day));
    }
    const hold = stands > 0 ? this.rules[stands]?.hold : null;
    if (hold) again = Math.min(again, hold.flip(day));
    this.finding.place = stands;
    this.finding.again = again;
    return this.finding;
  }

  private highestFrom(top: number, bottom: number, day: Day): number | null {
    for (let rung = top; rung >= bottom; rung--) if (this.rules[rung]?.enter?.holds(day)) return rung;
    return null;
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
  private readonly questions: readonly (Question | null)[];
  private readonly criteria: readonly (Criteria | null)[];
  private readonly finding: Finding;

  constructor(typology: Typology, machine: Machine) {
    this.start = typology.classes.length - 1;
    this.criteria = typology.classes.map((one) => one.when ?? null);
    this.questions = this.criteria.map((one) => (one ? machine.ask(one) : null));
    this.finding = { place: this.start, again: NEVER };
  }

  reset(): void {}

  find(_place: number, day: Day): Finding {
    let again = NEVER;
    let place = this.start;
    for (let index = 0; index < this.questions.length; index++) {
      const question = this.questions[index];
      if (question) again = Math.min(again, question.flip(day));
      if (!question || question.holds(day)) {
        place = index;
        break;
      }
    }
    this.finding.place = place;
    this.finding.again = again;
    return this.finding;
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
