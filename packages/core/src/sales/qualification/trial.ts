import type { History } from '../../facts/index.ts';
import { type BusinessCalendar, type Instant, MS_PER_DAY } from '../../values/index.ts';
import { type Rate, rateOf } from '../rate.ts';
import type { Qualification } from './definition.ts';
import { replayLead } from './replaying.ts';
import { type Scorer, scorerOf } from './scoring.ts';

/** What a draft is tried on: hand-overs of this time, and how long after one a purchase counts as its fruit. */
export interface TrialSettings {
  readonly from: Instant;
  /** Up to and without. */
  readonly to: Instant;
  readonly fruitDays: number;
}

/** What one definition would have handed over, and what became of these people. */
export interface TrialSide {
  readonly handed: number;
  readonly byHand: number;
  /** Of those handed: who bought within the time for fruit, and whom sales refused without that. */
  readonly bought: number;
  readonly refused: number;
  /** How many of those handed bought. */
  readonly precision: Rate;
  /** Of all who bought for the first time in that time, how many had been handed in time before. */
  readonly recall: Rate;
}

/** Somebody for whom the draft decides otherwise. */
export interface TrialChange {
  readonly person: number;
  readonly change: 'new' | 'gone' | 'earlier' | 'later';
  readonly before: Instant | null;
  readonly after: Instant | null;
  readonly outcome: 'bought' | 'refused' | 'open';
}

export interface TrialResult {
  readonly people: number;
  /** Who bought for the first time in that time. */
  readonly buyers: number;
  readonly present: TrialSide;
  readonly draft: TrialSide;
  readonly both: number;
  readonly onlyPresent: number;
  readonly onlyDraft: number;
  readonly changes: readonly TrialChange[];
}

/** The facts that tell what became of somebody. */
export const OUTCOME_TYPES = ['deal.won', 'lead.disqualified', 'order.paid'] as const;

export const MOST_CHANGES = 200;

interface Counted {
  handed: number;
  byHand: number;
  bought: number;
  refused: number;
  caught: number;
}

/**
 * Compares the agreement in force with a draft over the real past, one person at a time; nothing grows with the number of
 * people. Handed is handed once: the first time within the time asked for counts.
 */
export class QualificationTrial {
  private readonly settings: TrialSettings;
  private readonly scorers: { readonly present: Scorer; readonly draft: Scorer };
  private readonly present: Counted = { handed: 0, byHand: 0, bought: 0, refused: 0, caught: 0 };
  private readonly draft: Counted = { handed: 0, byHand: 0, bought: 0, refused: 0, caught: 0 };
  private people = 0;
  private buyers = 0;
  private both = 0;
  private onlyPresent = 0;
  private onlyDraft = 0;
  private readonly changes: TrialChange[] = [];

  constructor(asked: {
    readonly present: Qualification;
    readonly draft: Qualification;
    readonly calendar: BusinessCalendar;
    readonly settings: TrialSettings;
  }) {
    this.settings = asked.settings;
    this.scorers = {
      present: scorerOf(asked.present, asked.calendar),
      draft: scorerOf(asked.draft, asked.calendar),
    };
  }

  add(person: number, history: History): void {
    this.people++;
    const { from, to } = this.settings;
    const outcome = new Outcome(history, this.settings);
    if (outcome.firstBought !== null && outcome.firstBought >= from && outcome.firstBought < to)
      this.buyers++;
    const before = this.take(this.scorers.present, history, outcome, this.present);
    const after = this.take(this.scorers.draft, history, outcome, this.draft);
    if (before === null && after === null) return;
    if (before !== null && after !== null) this.both++;
    else if (before !== null) this.onlyPresent++;
    else this.onlyDraft++;
    if (before === after || this.changes.length === MOST_CHANGES) return;
    const change = before === null ? 'new' : after === null ? 'gone' : after < before ? 'earlier' : 'later';
    this.changes.push({ person, change, before, after, outcome: outcome.of(after ?? before ?? from) });
  }

  /** When they would first have been handed, and counts it. */
  private take(scorer: Scorer, history: History, outcome: Outcome, counted: Counted): Instant | null {
    const { from, to } = this.settings;
    const handings = replayLead(scorer, history, to - 1);
    const first = handings.find(({ at }) => at >= from);
    // Somebody who was handed shortly before the time asked for is caught all the same.
    const { firstBought } = outcome;
    if (firstBought !== null && firstBought >= from && firstBought < to)
      if (handings.some(({ at }) => at <= firstBought && firstBought <= at + outcome.fruit)) counted.caught++;
    if (first === undefined) return null;
    counted.handed++;
    if (first.why === 'hand') counted.byHand++;
    const became = outcome.of(first.at);
    if (became === 'bought') counted.bought++;
    else if (became === 'refused') counted.refused++;
    return first.at;
  }

  result(): TrialResult {
    return {
      people: this.people,
      buyers: this.buyers,
      present: this.side(this.present),
      draft: this.side(this.draft),
      both: this.both,
      onlyPresent: this.onlyPresent,
      onlyDraft: this.onlyDraft,
      changes: this.changes,
    };
  }

  private side({ handed, byHand, bought, refused, caught }: Counted): TrialSide {
    return {
      handed,
      byHand,
      bought,
      refused,
      precision: rateOf(bought, handed),
      recall: rateOf(caught, this.buyers),
    };
  }
}

class Outcome {
  readonly firstBought: Instant | null;
  readonly fruit: number;
  private readonly boughtAt: readonly Instant[];
  private readonly refusedAt: readonly Instant[];

  constructor({ facts }: History, { fruitDays }: TrialSettings) {
    this.fruit = fruitDays * MS_PER_DAY;
    this.boughtAt = facts
      .filter(({ type }) => type === 'order.paid' || type === 'deal.won')
      .map(({ at }) => at);
    this.refusedAt = facts.filter(({ type }) => type === 'lead.disqualified').map(({ at }) => at);
    this.firstBought = this.boughtAt.length === 0 ? null : Math.min(...this.boughtAt);
  }

  of(handed: Instant): TrialChange['outcome'] {
    const within = (at: Instant): boolean => at > handed && at <= handed + this.fruit;
    if (this.boughtAt.some(within)) return 'bought';
    return this.refusedAt.some(within) ? 'refused' : 'open';
  }
}
