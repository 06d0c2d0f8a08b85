import { accept, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { ListKind } from './answering.ts';
import { type PersonScores, scoresOfThese } from './person-scores.ts';
import { latestRun } from './run-store.ts';
import { LIST_ROW } from './score-rows.ts';

export interface ClassAsked {
  readonly kind: ListKind;
  readonly class: string;
  /** The `next` of the page before. */
  readonly after?: string;
  readonly limit: number;
}

export interface ClassPage {
  readonly run: number;
  readonly asOf: number;
  readonly people: readonly PersonScores[];
  /** Null at the end of the list. */
  readonly next: string | null;
}

/**
 * A page of the people of a class, those with the most at stake first, as the run that is read has them. A run never
 * changes, so a place in its list is all that a page needs to know of the one before. Refusals: `run_unknown` before the
 * first run, `page_unreadable`, `run_replaced` where another run is read since the page before.
 */
export async function peopleInClass(tx: Tx, asked: ClassAsked): Promise<Result<ClassPage>> {
  const run = await latestRun(tx);
  if (run === null) return refuse('run_unknown', 'run', { run: '–' });
  let from = 0;
  if (asked.after !== undefined) {
    const match = /^([0-9]{1,15})\.([0-9]{1,9})$/.exec(asked.after);
    if (match === null) return refuse('page_unreadable', 'after');
    if (Number(match[1]) !== run.id) return refuse('run_replaced', 'after');
    from = Number(match[2]);
  }
  const { rows } = await tx.query<{ place: number; people: number[] }>(
    `SELECT place, people FROM insight_lists
     WHERE business_id = this_business() AND run_id = $1 AND kind = $2 AND class = $3 AND place >= $4 ORDER BY place LIMIT 2`,
    [run.id, asked.kind, asked.class, Math.floor(from / LIST_ROW)],
  );
  const there = rows.flatMap(({ people }) => people).slice(from % LIST_ROW);
  const people = there.slice(0, asked.limit);
  return accept({
    run: run.id,
    asOf: run.asOf ?? 0,
    people: await scoresOfThese(tx, run.id, people),
    next: there.length > asked.limit ? `${run.id}.${from + asked.limit}` : null,
  });
}
