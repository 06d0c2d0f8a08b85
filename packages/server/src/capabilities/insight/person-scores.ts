import {
  bandNames,
  customerTypeOfPersonSchema,
  customerTypeSchema,
  rfmSegmentSchema,
  rhythmSchema,
} from '@nardeban/core/insight';
import { z } from 'zod';
import type { Tx } from '../../platform/database/index.ts';
import { type Evidence, unpackEvidence } from './evidence.ts';
import { FORETOLD } from './score-rows.ts';

const count = z.int().min(0);
const between = z.strictObject({
  expected: z.number(),
  low: z.number().describe('Below it come no more than one in ten such people.'),
  high: z.number().describe('Above it come no more than one in ten such people.'),
});

/** What a run says of one person; days are counted from 1970-01-01, amounts are minor units. */
export const scoresSchema = z
  .strictObject({
    person: z.int(),
    name: z.string().nullable(),
    asOf: z.int(),
    firstDay: z.int(),
    lastDay: z.int(),
    daysSinceLast: count,
    orderDays: count.describe('Days with an order.'),
    spent: z.number().describe('Net of what was given back.'),
    segment: rfmSegmentSchema,
    type: customerTypeSchema,
    rhythm: rhythmSchema,
    evidence: z
      .strictObject({
        rfm: z.strictObject({ recency: count, frequency: count, value: count }),
        cadence: z.strictObject({
          gaps: count,
          usualGap: z.number().nullable(),
          lateFrom: z
            .number()
            .nullable()
            .describe('Days of silence from which they are late by their own rhythm.'),
          veryLateFrom: z.number().nullable(),
        }),
        type: customerTypeOfPersonSchema.omit({ type: true, orders: true, paid: true, daysSinceLast: true }),
      })
      .describe('What segment, rhythm and type were decided by.'),
    foretold: z
      .strictObject({
        band: z.enum(bandNames),
        quiet: z.number().describe('The chance of no order in the horizon of the settings.'),
        quietYear: z.number(),
        orders90: between,
        ordersYear: between,
        value90: between.nullable(),
        valueYear: between.nullable(),
        residual: z.number().nullable().describe('Margin of all orders to come, each discounted.'),
        atRisk: z
          .number()
          .nullable()
          .describe(
            'What a year at the pace they had until their last order would bring beyond what is foretold.',
          ),
      })
      .nullable()
      .describe('Null: there was too little to go by; the run says what is missing.'),
  })
  .meta({ id: 'PersonScores' });
export type PersonScores = z.infer<typeof scoresSchema>;

type Figures = Readonly<Record<(typeof FORETOLD)[number][0], number | null>>;

interface Row extends Figures {
  readonly person: number;
  readonly name: string | null;
  readonly as_of: number;
  readonly first_day: number;
  readonly last_day: number;
  readonly order_days: number;
  readonly spent: number;
  readonly segment: PersonScores['segment'];
  readonly type: PersonScores['type'];
  readonly rhythm: PersonScores['rhythm'];
  readonly evidence: Evidence | null;
  readonly packed: Buffer | null;
  readonly band: (typeof bandNames)[number] | null;
}

const COLUMNS = `s.person_id AS person, p.name, r.as_of, s.first_day, s.last_day, s.order_days, s.spent, s.segment, s.type, s.rhythm,
  s.evidence, s.evidence_packed AS packed, s.band, ${FORETOLD.map(([name]) => `s.${name}`).join(', ')}`;

/** What the run that is read says of a person, also of one who was merged into another; null: they kept no order. */
export async function scoresOf(tx: Tx, personId: number): Promise<PersonScores | null> {
  const { rows } = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM (
       SELECT run_id, as_of FROM insight_runs WHERE business_id = this_business() AND state = 'done' ORDER BY run_id DESC LIMIT 1) r,
     LATERAL (SELECT coalesce(i.merged_into, i.person_id) AS root FROM people i
       WHERE i.business_id = this_business() AND i.person_id = $1 LIMIT 1) o,
     LATERAL (SELECT * FROM people i WHERE i.business_id = this_business() AND i.person_id = o.root LIMIT 1) p,
     LATERAL (SELECT * FROM person_scores i
       WHERE i.business_id = this_business() AND i.run_id = r.run_id AND i.person_id = o.root LIMIT 1) s`,
    [personId],
  );
  return rows[0] === undefined ? null : scoresIn(rows[0]);
}

export async function isKnown(tx: Tx, personId: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    'SELECT FROM people WHERE business_id = this_business() AND person_id = $1',
    [personId],
  );
  return rowCount === 1;
}

/** The same of several, in their order; those who are not there, or somebody else by now, are left out. */
export async function scoresOfThese(tx: Tx, run: number, people: readonly number[]): Promise<PersonScores[]> {
  const { rows } = await tx.query<Row>(
    // Looked up one by one: of a table that was filled a minute ago the planner knows nothing.
    `SELECT ${COLUMNS} FROM insight_runs r, unnest($2::bigint[]) WITH ORDINALITY AS o (person_id, place), LATERAL (
       SELECT * FROM people i WHERE i.business_id = this_business() AND i.person_id = o.person_id AND i.merged_into IS NULL LIMIT 1) p,
     LATERAL (
       SELECT * FROM person_scores i WHERE i.business_id = this_business() AND i.run_id = $1 AND i.person_id = o.person_id LIMIT 1) s
     WHERE r.business_id = this_business() AND r.run_id = $1 ORDER BY o.place`,
    [run, people],
  );
  return rows.map(scoresIn);
}

function scoresIn(row: Row): PersonScores {
  return {
    person: row.person,
    name: row.name,
    asOf: row.as_of,
    firstDay: row.first_day,
    lastDay: row.last_day,
    daysSinceLast: row.as_of - row.last_day,
    orderDays: row.order_days,
    spent: row.spent,
    segment: row.segment,
    type: row.type,
    rhythm: row.rhythm,
    evidence: evidenceIn(row),
    foretold: row.band === null ? null : foretoldIn(row, row.band),
  };
}

/** The run before this form came stored it with its names. */
function evidenceIn({ packed, evidence }: Row): Evidence {
  const found = packed === null ? evidence : unpackEvidence(packed);
  if (found === null) throw new Error('A person has a score without evidence');
  return found;
}

function foretoldIn(row: Row, band: (typeof bandNames)[number]): NonNullable<PersonScores['foretold']> {
  const interval = (expected: number | null, low: number | null, high: number | null) =>
    expected === null || low === null || high === null ? null : { expected, low, high };
  const sure = (figure: number | null): number => figure ?? 0;
  return {
    band,
    quiet: sure(row.quiet),
    quietYear: sure(row.quiet_year),
    orders90: {
      expected: sure(row.orders_90),
      low: sure(row.orders_90_low),
      high: sure(row.orders_90_high),
    },
    ordersYear: {
      expected: sure(row.orders_year),
      low: sure(row.orders_year_low),
      high: sure(row.orders_year_high),
    },
    value90: interval(row.value_90, row.value_90_low, row.value_90_high),
    valueYear: interval(row.value_year, row.value_year_low, row.value_year_high),
    residual: row.residual,
    atRisk: row.at_risk,
  };
}
