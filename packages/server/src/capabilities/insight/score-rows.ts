import { int8Array, type Tx } from '../../platform/database/index.ts';
import { CopiedRows } from './copied-rows.ts';
import { EVIDENCE_BYTES, type Evidence, packEvidence } from './evidence.ts';

/** One person as a run leaves them; days counted from 1970-01-01, amounts whole minor units. */
export interface ScoreRow {
  readonly personId: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly orderDays: number;
  readonly spent: number;
  readonly segment: string;
  readonly type: string;
  readonly rhythm: string;
  readonly evidence: Evidence;
  readonly band: string | null;
  /** In the order of FORETOLD; no number where nothing is foretold. */
  readonly foretold: Float64Array;
}

/** Columns of what is foretold, with the type each is stored in. */
export const FORETOLD = [
  ['quiet', 'real'],
  ['quiet_year', 'real'],
  ['orders_90', 'real'],
  ['orders_90_low', 'integer'],
  ['orders_90_high', 'integer'],
  ['orders_year', 'real'],
  ['orders_year_low', 'integer'],
  ['orders_year_high', 'integer'],
  ['value_90', 'bigint'],
  ['value_90_low', 'bigint'],
  ['value_90_high', 'bigint'],
  ['value_year', 'bigint'],
  ['value_year_low', 'bigint'],
  ['value_year_high', 'bigint'],
  ['residual', 'bigint'],
  ['at_risk', 'bigint'],
] as const;

/** In the order in which `ScoreRows` writes them. */
const COLUMNS: readonly (readonly [name: string, type: string])[] = [
  ['person_id', 'bigint'],
  ['first_day', 'integer'],
  ['last_day', 'integer'],
  ['order_days', 'integer'],
  ['spent', 'bigint'],
  ['segment', 'text'],
  ['type', 'text'],
  ['rhythm', 'text'],
  ['evidence_packed', 'bytea'],
  ['band', 'text'],
  ...FORETOLD,
];
const names = COLUMNS.map(([name]) => name).join(', ');
const ARRIVING = 'arriving_scores';

/** Some thousand people of a run, written into the memory in which they are sent. */
export class ScoreRows {
  readonly #copied = new CopiedRows();

  get size(): number {
    return this.#copied.rows;
  }

  clear(): void {
    this.#copied.clear();
  }

  add(row: ScoreRow): void {
    const copied = this.#copied;
    copied.begin(COLUMNS.length);
    copied.int8(row.personId);
    copied.int4(row.firstDay);
    copied.int4(row.lastDay);
    copied.int4(row.orderDays);
    copied.int8(row.spent);
    copied.name(row.segment);
    copied.name(row.type);
    copied.name(row.rhythm);
    copied.bytes(EVIDENCE_BYTES, (view, at) => packEvidence(row.evidence, view, at));
    if (row.band === null) copied.null();
    else copied.name(row.band);
    for (let i = 0; i < FORETOLD.length; i++) {
      const figure = row.foretold[i] as number;
      const type = FORETOLD[i]?.[1];
      if (Number.isNaN(figure)) copied.null();
      else if (type === 'real') copied.real(figure);
      else if (type === 'integer') copied.int4(figure);
      else copied.int8(figure);
    }
  }

  /** By a table of the transaction's own: a table under row level security takes no COPY. */
  async write(tx: Tx, run: number): Promise<void> {
    if (this.size === 0) return;
    const columns = COLUMNS.map(([name, type]) => `${name} ${type}`).join(', ');
    await tx.query(`CREATE TEMPORARY TABLE ${ARRIVING} (${columns}) ON COMMIT DROP`);
    await this.#copied.copyInto(tx, ARRIVING);
    await tx.query(
      `INSERT INTO person_scores (business_id, run_id, ${names})
       SELECT (SELECT this_business()), $1, ${names} FROM ${ARRIVING}`,
      [run],
    );
  }
}

/** The people of a class, in the order in which they are shown; `marks`, where they are kept, those from a place to another. */
export async function writeList(
  tx: Tx,
  run: number,
  { kind, name }: { readonly kind: string; readonly name: string },
  people: Float64Array,
  marks?: (from: number, to: number) => Buffer,
): Promise<void> {
  for (let from = 0; from < people.length; from += PEOPLE_AT_ONCE) {
    const some = people.subarray(from, from + PEOPLE_AT_ONCE);
    const rows = Array.from({ length: Math.ceil(some.length / LIST_ROW) }, (_, row) => from + row * LIST_ROW);
    await tx.query({
      name: 'insight-list',
      text: `INSERT INTO insight_lists (business_id, run_id, kind, class, place, people, marks)
             SELECT (SELECT this_business()), $1, $2, $3, $4 + g, ($5::bigint[])[g * ${LIST_ROW} + 1:(g + 1) * ${LIST_ROW}],
               ($7::bytea[])[g + 1]
             FROM generate_series(0, $6::int) AS g`,
      values: [
        run,
        kind,
        name,
        from / LIST_ROW,
        int8Array(Array.from(some)),
        rows.length - 1,
        marks === undefined
          ? null
          : rows.map((first) => marks(first, Math.min(first + LIST_ROW, people.length))),
      ],
    });
  }
}

/** How many people stand in one row of a list. */
export const LIST_ROW = 1000;
const PEOPLE_AT_ONCE = 20 * LIST_ROW;
