import { float8Array, int4Array, int8Array, textArray, type Tx } from '../../platform/database/index.ts';

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
  readonly evidence: string;
  readonly band: string;
  /** In the order of FORETOLD; null where nothing is foretold. */
  readonly foretold: readonly (number | null)[];
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

const FIXED = 11;
const columns = FORETOLD.map(([name]) => name).join(', ');
const given = FORETOLD.map((_, i) => `$${i + FIXED}::float8[]`).join(', ');
const read = FORETOLD.map(([name, type]) => `${name}::${type}`).join(', ');

const insert = `
  INSERT INTO person_scores (business_id, run_id, person_id, first_day, last_day, order_days, spent, segment, type, rhythm,
    evidence, band, ${columns})
  SELECT (SELECT this_business()), $1, p, f, l, o, s, g, t, r, e::json, nullif(b, ''), ${read}
  FROM unnest($2::bigint[], $3::int[], $4::int[], $5::int[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[],
    $${FIXED + FORETOLD.length}::text[], ${given}) AS x (p, f, l, o, s, g, t, r, e, b, ${columns})`;

/** Writes some thousand people of a run. */
export async function writeScores(tx: Tx, run: number, rows: readonly ScoreRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query({
    name: 'insight-scores',
    text: insert,
    values: [
      run,
      int8Array(rows.map((row) => row.personId)),
      int4Array(rows.map((row) => row.firstDay)),
      int4Array(rows.map((row) => row.lastDay)),
      int4Array(rows.map((row) => row.orderDays)),
      int8Array(rows.map((row) => row.spent)),
      textArray(rows.map((row) => row.segment)),
      textArray(rows.map((row) => row.type)),
      textArray(rows.map((row) => row.rhythm)),
      textArray(rows.map((row) => row.evidence)),
      ...FORETOLD.map((_, i) => float8Array(rows.map((row) => row.foretold[i] ?? null))),
      textArray(rows.map((row) => row.band)),
    ],
  });
}

/** The people of a class, in the order in which they are shown. */
export async function writeList(
  tx: Tx,
  run: number,
  kind: string,
  name: string,
  people: Float64Array,
): Promise<void> {
  for (let place = 0; place * LIST_ROW < people.length; place++) {
    await tx.query({
      name: 'insight-list',
      text: `INSERT INTO insight_lists (business_id, run_id, kind, class, place, people)
             VALUES ((SELECT this_business()), $1, $2, $3, $4, $5::bigint[])`,
      values: [
        run,
        kind,
        name,
        place,
        int8Array(Array.from(people.subarray(place * LIST_ROW, (place + 1) * LIST_ROW))),
      ],
    });
  }
}

/** How many people stand in one row of a list. */
export const LIST_ROW = 1000;
