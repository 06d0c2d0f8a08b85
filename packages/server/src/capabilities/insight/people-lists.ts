import { isPresent, MARK_BYTES, type Presence } from '@nardeban/core/insight';
import { accept, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import { EVERYBODY, listKinds } from './answering.ts';
import { type PersonScores, scoresOfThese } from './person-scores.ts';
import { latestRun } from './run-store.ts';
import { LIST_ROW } from './score-rows.ts';

/** Classes that have no list of their own: who of everybody is in one is told by the marks beside their list. */
const presenceKinds = ['cohort', 'month', 'weekday', 'hour'] as const;
export const classKinds = [...listKinds, ...presenceKinds] as const;

export interface ClassAsked {
  readonly kind: (typeof classKinds)[number];
  /**
   * Of `cohort` how many months before that of the run's last day the first order was, and after a dot, if so asked, in which
   * month after it they ordered again: `14.2`. Of `month`, `weekday` (Saturday 0) and `hour` its number.
   */
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
 * first run, `page_unreadable`, `run_replaced` where another run is read since the page before, `run_tells_less` of people by
 * when they ordered, while the run that is read is from before they were marked.
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
  const isListed = (listKinds as readonly string[]).includes(asked.kind);
  const found = isListed ? await listed(tx, run.id, asked, from) : await present(tx, run.id, asked, from);
  if (!found.ok) return found;
  const { people, next } = found.value;
  return accept({
    run: run.id,
    asOf: run.asOf ?? 0,
    people: await scoresOfThese(tx, run.id, people),
    next: next === null ? null : `${run.id}.${next}`,
  });
}

/** Some of a list, and the place after them where there are more. */
interface Some {
  readonly people: readonly number[];
  readonly next: number | null;
}

async function listed(tx: Tx, run: number, asked: ClassAsked, from: number): Promise<Result<Some>> {
  const { rows } = await tx.query<{ people: number[] }>(
    `SELECT people FROM insight_lists
     WHERE business_id = this_business() AND run_id = $1 AND kind = $2 AND class = $3 AND place >= $4 ORDER BY place LIMIT 2`,
    [run, asked.kind, asked.class, Math.floor(from / LIST_ROW)],
  );
  const there = rows.flatMap(({ people }) => people).slice(from % LIST_ROW);
  return accept({
    people: there.slice(0, asked.limit),
    next: there.length > asked.limit ? from + asked.limit : null,
  });
}

/** Rows of marks that are looked at at once: nearly always the first few have a page of people. */
const ROWS_AT_ONCE = 16;

async function present(tx: Tx, run: number, asked: ClassAsked, from: number): Promise<Result<Some>> {
  const presence = presenceIn(asked);
  if (presence === null) return accept({ people: [], next: null });
  const places: number[] = [];
  for (let row = Math.floor(from / LIST_ROW); places.length <= asked.limit; row += ROWS_AT_ONCE) {
    const { rows } = await tx.query<{ place: number; marks: Buffer | null }>(
      `SELECT place, marks FROM insight_lists
       WHERE business_id = this_business() AND run_id = $1 AND kind = 'everybody' AND class = $2 AND place >= $3
       ORDER BY place LIMIT $4`,
      [run, EVERYBODY, row, ROWS_AT_ONCE],
    );
    for (const { place, marks } of rows) {
      if (marks === null) return refuse('run_tells_less', 'kind');
      for (let i = 0; i * MARK_BYTES < marks.length; i++) {
        const at = place * LIST_ROW + i;
        if (at >= from && isPresent(presence, marks, i * MARK_BYTES)) places.push(at);
      }
    }
    if (rows.length < ROWS_AT_ONCE) break;
  }
  const next = places[asked.limit] ?? null;
  const { rows } = await tx.query<{ person: number }>(
    `SELECT l.people[o.at % ${LIST_ROW} + 1] AS person FROM unnest($3::int[]) WITH ORDINALITY AS o (at, number)
     JOIN insight_lists l ON l.business_id = this_business() AND l.run_id = $1 AND l.kind = 'everybody' AND l.class = $2
       AND l.place = o.at / ${LIST_ROW}
     ORDER BY o.number`,
    [run, EVERYBODY, places.slice(0, asked.limit)],
  );
  return accept({ people: rows.map(({ person }) => person), next });
}

/** Null where nobody can be in the class. */
function presenceIn({ kind, class: name }: ClassAsked): Presence | null {
  const match = /^([0-9]{1,2})(?:\.([0-9]{1,2}))?$/.exec(name);
  if (match === null) return null;
  const [first, second] = [Number(match[1]), match[2] === undefined ? null : Number(match[2])];
  if (kind === 'cohort') return { kind, ago: first, after: second };
  if (second !== null) return null;
  if (kind === 'month') return first >= 1 && first <= 12 ? { kind, of: first } : null;
  if (kind === 'weekday') return first < 7 ? { kind, of: first } : null;
  return kind === 'hour' && first < 24 ? { kind, of: first } : null;
}
