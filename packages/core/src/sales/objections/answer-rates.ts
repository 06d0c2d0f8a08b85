import { type Rate, rateOf } from '../rate.ts';
import { difference } from './difference.ts';

/** An objection in one deal: what became of the deal, which answers were given before that, and which of them settled it. */
export interface RaisedInDeal {
  readonly deal: 'open' | 'won' | 'lost';
  /** Each once, however often it was given. */
  readonly answers: readonly number[];
  /** The answer after which it was settled; null: it is open, or settled by itself. */
  readonly settledBy: number | null;
}

/** The same added up, as a database counts it: of one answer, and of the objection as a whole. */
export interface AnswerCounts {
  /** Deals in which it was given. */
  readonly given: number;
  readonly settled: number;
  /** Of those, deals that are decided, and won. */
  readonly decided: number;
  readonly won: number;
}

export interface ObjectionCounts {
  /** Deals in which it was raised, of them decided, and won. */
  readonly raised: number;
  readonly decided: number;
  readonly won: number;
}

/** Fewer decided deals than this say nothing, and a rate of theirs is not shown. */
export const LEAST_DECIDED = 8;

/**
 * How an answer compares with the decided deals in which the same was feared and it was not given: `better` or `worse` only
 * where the interval of the difference leaves no doubt; `same`: no better than the others, as far as can be told;
 * `too-few`: on either side.
 */
export type Comparison = 'better' | 'worse' | 'same' | 'too-few';

export interface AnswerRate {
  readonly given: number;
  /** Of the deals in which it was given, in how many it settled the matter. Null: too few. */
  readonly settled: Rate | null;
  /** Of the decided deals in which it was given, how many were won. Null: too few. */
  readonly won: Rate | null;
  readonly decided: number;
  /** Of the decided deals in which the same was raised and this was not said, how many were won. Null: too few. */
  readonly without: Rate | null;
  readonly comparison: Comparison;
}

/**
 * What an answer has been worth so far. It is what was seen, not a trial: sellers choose to whom they say what. Throws
 * RangeError when an answer was given more often than its objection was raised.
 */
export function answerRate(
  answer: AnswerCounts,
  objection: ObjectionCounts,
  least = LEAST_DECIDED,
): AnswerRate {
  const rest = { decided: objection.decided - answer.decided, won: objection.won - answer.won };
  if (rest.decided < rest.won || rest.won < 0) throw new RangeError('An answer without its objection');
  const won = rateOf(answer.won, answer.decided);
  const without = rateOf(rest.won, rest.decided);
  const enough = answer.decided >= least;
  const apart = enough && rest.decided >= least ? difference(won, without) : null;
  return {
    given: answer.given,
    settled: answer.given >= least ? rateOf(answer.settled, answer.given) : null,
    won: enough ? won : null,
    decided: answer.decided,
    without: rest.decided >= least ? without : null,
    comparison: apart === null ? 'too-few' : apart.low > 0 ? 'better' : apart.high < 0 ? 'worse' : 'same',
  };
}

/** How deals end in which this was raised; null: too few are decided. */
export function objectionRate(objection: ObjectionCounts, least = LEAST_DECIDED): Rate | null {
  return objection.decided >= least ? rateOf(objection.won, objection.decided) : null;
}

/** The counts of one objection by what happened deal by deal: what the database adds up, said plainly. */
export function countRaised(raised: readonly RaisedInDeal[]): {
  readonly objection: ObjectionCounts;
  readonly answers: ReadonlyMap<number, AnswerCounts>;
} {
  const answers = new Map<number, { given: number; settled: number; decided: number; won: number }>();
  const objection = { raised: 0, decided: 0, won: 0 };
  for (const one of raised) {
    const decided = one.deal === 'open' ? 0 : 1;
    const won = one.deal === 'won' ? 1 : 0;
    objection.raised += 1;
    objection.decided += decided;
    objection.won += won;
    for (const answer of new Set(one.answers)) {
      const counts = answers.get(answer) ?? { given: 0, settled: 0, decided: 0, won: 0 };
      counts.given += 1;
      counts.settled += one.settledBy === answer ? 1 : 0;
      counts.decided += decided;
      counts.won += won;
      answers.set(answer, counts);
    }
  }
  return { objection, answers };
}
