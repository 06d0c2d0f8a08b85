import type { Instant } from '../../values/index.ts';

/**
 * What a seller should do first. Every open matter (a deal, a lead, or a person with neither) has a worth and some reasons
 * for which it may be lost if nothing is done today; it is ordered by the loss to be expected:
 *
 *     expected loss = worth × risk,    risk = 1 − Π (1 − risk of each reason)
 *
 * The worth of a deal is its amount × its chance. Of a lead, or of a deal without an amount, nobody knows it yet: it counts
 * half of a typical deal of that seller, and somebody with neither a quarter. The risks below are judgements written down
 * in one place, not measurements; they order a list and decide nothing.
 */

export type Reason =
  /** It is past its time; `days` whole days. */
  | { readonly code: 'overdue'; readonly followUp: number; readonly days: number }
  /** A promise to them: past its day, or due today. */
  | { readonly code: 'promise-overdue'; readonly followUp: number; readonly days: number }
  | { readonly code: 'promise-due'; readonly followUp: number; readonly at: Instant }
  /** At a time of today's day. */
  | { readonly code: 'at-time'; readonly followUp: number; readonly at: Instant; readonly minutes: number }
  /** At any time of today. */
  | { readonly code: 'due-today'; readonly followUp: number }
  /** The time agreed for answering a lead ends, or has ended. */
  | { readonly code: 'answer-due'; readonly at: Instant; readonly minutes: number }
  | { readonly code: 'answer-late'; readonly at: Instant; readonly minutes: number }
  | { readonly code: 'stalled'; readonly days: number }
  | { readonly code: 'no-next-step' }
  /** What they buy says that they are leaving. */
  | { readonly code: 'leaving'; readonly band: 'leaving' | 'gone' };

export interface Matter {
  readonly deal: number | null;
  readonly lead: number | null;
  readonly person: number;
  /** Minor units; null: nobody knows. */
  readonly worth: number | null;
  readonly reasons: readonly Reason[];
}

export interface Ranked<Known extends Matter = Matter> {
  readonly matter: Known;
  readonly worth: number;
  readonly risk: number;
  /** Minor units. */
  readonly loss: number;
}

/** The matters in the order in which they should be seen to; of equal ones what came first. `typical`: a deal's worth. */
export function rankToday<Known extends Matter>(
  matters: readonly Known[],
  typical: number,
): readonly Ranked<Known>[] {
  const usual = Math.max(1, typical);
  return matters
    .map((matter) => {
      const worth = worthOf(matter, usual);
      const risk = riskOf(matter.reasons);
      return { matter, worth, risk, loss: Math.round(worth * risk) };
    })
    .sort(
      (one, other) =>
        other.loss - one.loss ||
        before(firstInstant(one.matter), firstInstant(other.matter)) ||
        one.matter.person - other.matter.person,
    );
}

function worthOf({ worth, deal, lead }: Matter, typical: number): number {
  if (worth !== null) return worth;
  return deal !== null || lead !== null ? typical / 2 : typical / 4;
}

/** How likely it is that the matter is lost if nothing is done today, by all its reasons together. */
export function riskOf(reasons: readonly Reason[]): number {
  return 1 - reasons.reduce((kept, reason) => kept * (1 - riskOfReason(reason)), 1);
}

/** By one reason. What is late weighs more with every day, up to a bound; what has a time weighs more as it comes near. */
export function riskOfReason(reason: Reason): number {
  switch (reason.code) {
    case 'promise-overdue':
      return Math.min(0.6, 0.4 + 0.03 * reason.days);
    case 'promise-due':
      return 0.35;
    case 'overdue':
      return Math.min(0.5, 0.3 + 0.02 * reason.days);
    case 'at-time':
      return 0.2 + 0.4 * nearness(reason.minutes, 120);
    case 'due-today':
      return 0.2;
    case 'answer-due':
      return 0.15 + 0.45 * nearness(reason.minutes, 240);
    case 'answer-late':
      return Math.min(0.8, 0.6 + reason.minutes / 7200);
    case 'stalled':
      return Math.min(0.35, 0.15 + 0.01 * reason.days);
    case 'no-next-step':
      return 0.15;
    case 'leaving':
      return reason.band === 'gone' ? 0.25 : 0.2;
  }
}

/** 1 now, falling to half after `half` minutes. What has just passed is as near as what is now. */
function nearness(minutes: number, half: number): number {
  return 2 ** (-Math.max(0, minutes) / half);
}

function firstInstant({ reasons }: Matter): Instant {
  return Math.min(Infinity, ...reasons.map((reason) => ('at' in reason ? reason.at : Infinity)));
}

/** Two that have no instant are alike: infinity less infinity is no number. */
function before(one: Instant, other: Instant): number {
  return one === other ? 0 : one - other;
}
