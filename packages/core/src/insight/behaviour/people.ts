import type { WalkOver } from '../buyer.ts';
import type { Pieces } from '../pieces.ts';

/** A walk that afterwards knows something of each person too. */
export interface WalkOfPeople<Result, Answer> extends WalkOver<Result> {
  /**
   * Of the buyer taken as the `place`-th, counted from 0. Null where they had no order yet on the day of the analysis,
   * and beyond the last one taken. Made from a few numbers a person: cheap to ask for a million in turn.
   */
  readonly answerAt: (place: number) => Answer | null;
  /** What `result` or the first `answerAt` would otherwise do at once. */
  readonly settle: () => Pieces<void>;
}
