import type { History } from '../facts/index.ts';
import type { BusinessCalendar, Instant } from '../values/index.ts';
import type { Answer } from './answer.ts';
import type { Criteria } from './criteria.ts';
import { gapOf } from './gap.ts';
import { play } from './play.ts';

/**
 * Does the criteria hold for this history at this instant, until when is that sure, why, and what would make it true?
 * Facts later than `at` are not looked at, but the first of them ends the time for which the answer is sure.
 */
export function evaluate(
  criteria: Criteria,
  history: History,
  at: Instant,
  calendar: BusinessCalendar,
): Answer {
  const state = play(criteria, history, at, calendar);
  const verdict = state.question.holds;
  return {
    verdict,
    until: state.until(),
    because: state.question.because(state.day),
    gap: verdict ? null : gapOf(criteria, history, at, calendar),
  };
}
