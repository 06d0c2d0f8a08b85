import type { FollowUpKind } from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import { type Statement, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { canonicalNumber } from '../../people/index.ts';

export interface MatterRow {
  readonly person: number;
  readonly deal: number | null;
  readonly lead: number | null;
}
/** A deal as the rows that are about it tell of it; all null where there is none. */
export interface DealRow extends MatterRow {
  readonly title: string | null;
  readonly amount: number | null;
  readonly chance: number | null;
  readonly weight: number | null;
  readonly open: boolean | null;
}
export interface FollowUpRow extends DealRow {
  readonly id: number;
  readonly kind: FollowUpKind;
  readonly about: string;
  readonly dueAt: Instant;
  readonly wholeDay: boolean;
  readonly state: 'open' | 'missed';
  readonly revision: number;
}
export interface LeadRow extends MatterRow {
  readonly answerBy: Instant;
}
export interface StalledRow extends DealRow {
  readonly stalledAt: Instant;
}
export interface CountsRow {
  readonly overdue: number;
  readonly today: number;
  readonly leads: number;
  readonly stalled: number;
  readonly dealsWithoutStep: number;
  readonly leadsWithoutStep: number;
  readonly later: number;
}

export interface TodayRead {
  readonly followUps: readonly FollowUpRow[];
  readonly leads: readonly LeadRow[];
  readonly stalled: readonly StalledRow[];
  readonly dealsWithoutStep: readonly DealRow[];
  readonly leadsWithoutStep: readonly MatterRow[];
  /** The median of what their open deals are to bring, in minor units. */
  readonly typical: number | null;
  readonly counts: CountsRow;
}

/** As many of each kind are read, those that are worth most first; counts go no further than the last. */
const MOST_OF_A_KIND = 60;
const MOST_FOLLOW_UPS = 300;
const MOST_COUNTED = 1000;
/** So many are looked through for those that have no next step, those that are worth most first. */
const MOST_LOOKED_THROUGH = 5000;

const PENDING = `f.state IN ('open', 'missed')`;
const OF_DEAL = `d.title, d.amount, d.chance::float8 AS chance, d.weight, d.state = 'open' AS open`;
const AT_WORK = `l.state IN ('handed', 'accepted', 'qualified') AND l.behind IS NULL`;

/**
 * Looks one up for every row before it, by its key. A plain join may go the other way: the planner does not know how many
 * rows a business has, and has been seen to read everybody's to find three hundred.
 */
const lookUp = (one: string): string => `LEFT JOIN LATERAL (${one} LIMIT 1)`;
const pendingOf = (condition: string): string =>
  lookUp(
    `SELECT true AS is_there FROM follow_ups f WHERE f.business_id = this_business() AND ${condition} AND ${PENDING}`,
  );

/**
 * What somebody's day is made of, in one round trip. Each statement is answered from an index that begins with whose it is
 * and gives up after as many rows as are shown. An open matter that is nobody's is asked for with null.
 */
export async function readToday(
  tx: Tx,
  owner: string | null,
  today: { readonly from: Instant; readonly until: Instant },
): Promise<TodayRead> {
  const [followUps, leads, stalled, dealsWithoutStep, leadsWithoutStep, typical, counts] = await tx.queryAll<
    [
      FollowUpRow,
      LeadRow,
      StalledRow,
      DealRow & Counted,
      MatterRow & Counted,
      { typical: number | null },
      Omit<CountsRow, 'dealsWithoutStep' | 'leadsWithoutStep'>,
    ]
  >(statements(owner, today));
  const [count] = counts.rows;
  if (count === undefined) throw new Error('Counting what is to be done answered nothing');
  return {
    followUps: followUps.rows,
    leads: leads.rows,
    stalled: stalled.rows,
    dealsWithoutStep: dealsWithoutStep.rows,
    leadsWithoutStep: leadsWithoutStep.rows,
    typical: typical.rows[0]?.typical ?? null,
    counts: {
      ...count,
      dealsWithoutStep: allOf(dealsWithoutStep.rows),
      leadsWithoutStep: allOf(leadsWithoutStep.rows),
    },
  };
}

interface Counted {
  /** How many there are, of whom this is one. */
  readonly all: number;
}
const allOf = ([first]: readonly Counted[]): number => Math.min(first?.all ?? 0, MOST_COUNTED);

function statements(
  owner: string | null,
  today: { readonly from: Instant; readonly until: Instant },
): readonly Statement[] {
  const whose = owner === null ? 'nobody' : 'seller';
  // An index answers an equality; `is not distinct from` it does not.
  const of = (alias: string): string => (owner === null ? `${alias}.owner IS NULL` : `${alias}.owner = $1`);
  const values = owner === null ? [] : [owner];
  const next = (place: number): string => `$${values.length + place}`;
  const from = timestamptz(today.from);
  const until = timestamptz(today.until);
  /** Those that are worth most, and after them those of which nobody knows what they are worth. */
  const dealsBy = (columns: string, condition: string, most: number): string => `
    (SELECT ${columns} FROM deals d WHERE d.business_id = this_business() AND ${of('d')} AND d.state = 'open'
       AND d.weight IS NOT NULL AND ${condition}
     ORDER BY d.weight DESC LIMIT ${most})
    UNION ALL
    (SELECT ${columns} FROM deals d WHERE d.business_id = this_business() AND ${of('d')} AND d.state = 'open'
       AND d.weight IS NULL AND ${condition} LIMIT ${Math.ceil(most / 3)})`;
  const count = (of_: string): string =>
    `(SELECT count(*)::integer FROM (SELECT ${of_} LIMIT ${MOST_COUNTED}) AS c)`;
  return [
    {
      name: `sales-today-${whose}-follow-ups`,
      text: `
        SELECT f.follow_up_id AS id, f.person_id AS person, f.deal_id AS deal, f.lead_id AS lead, f.kind, f.about,
               f.due_at AS "dueAt", f.whole_day AS "wholeDay", f.state, f.revision, d.*
        FROM follow_ups f
          ${lookUp(`SELECT ${OF_DEAL} FROM deals d WHERE d.business_id = this_business() AND d.deal_id = f.deal_id`)} d ON true
        WHERE f.business_id = this_business() AND ${of('f')} AND ${PENDING} AND f.due_at < ${next(1)}
        ORDER BY d.weight DESC NULLS LAST, f.due_at LIMIT ${MOST_FOLLOW_UPS}`,
      values: [...values, until],
    },
    {
      name: `sales-today-${whose}-leads`,
      text: `
        SELECT w.person_id AS person, NULL::bigint AS deal, w.lead_id AS lead, w.answer_by AS "answerBy" FROM (
          SELECT l.person_id, l.lead_id, l.state, l.answer_by FROM leads l
          WHERE l.business_id = this_business() AND ${of('l')} AND ${AT_WORK}
          ORDER BY (l.state <> 'handed'), l.answer_by LIMIT ${MOST_OF_A_KIND}) w
        WHERE w.state = 'handed'`,
      values,
    },
    {
      name: `sales-today-${whose}-stalled`,
      text: dealsBy(
        `d.person_id AS person, d.deal_id AS deal, d.lead_id AS lead, d.stalled_at AS "stalledAt", ${OF_DEAL}`,
        'd.stalled_at IS NOT NULL',
        MOST_OF_A_KIND,
      ),
      values,
    },
    {
      name: `sales-today-${whose}-deals-stepless`,
      // Nearly all have a step of whoever looks after them, which are read at once; only the others are looked up one by one.
      text: `
        WITH stepped AS MATERIALIZED (
          SELECT f.deal_id FROM follow_ups f
          WHERE f.business_id = this_business() AND ${of('f')} AND ${PENDING} AND f.deal_id IS NOT NULL)
        SELECT d.*, count(*) OVER ()::integer AS all
        FROM (${dealsBy(
          `d.person_id AS person, d.deal_id AS deal, d.lead_id AS lead, ${OF_DEAL}`,
          'd.deal_id NOT IN (SELECT deal_id FROM stepped)',
          MOST_LOOKED_THROUGH,
        )}) d
          ${pendingOf('f.deal_id = d.deal')} step ON true
        WHERE step.is_there IS NULL
        ORDER BY d.weight DESC NULLS LAST LIMIT ${MOST_OF_A_KIND}`,
      values,
    },
    {
      name: `sales-today-${whose}-leads-stepless`,
      text: `
        SELECT l.person_id AS person, NULL::bigint AS deal, l.lead_id AS lead, count(*) OVER ()::integer AS all
        FROM (SELECT l.person_id, l.lead_id FROM leads l
              WHERE l.business_id = this_business() AND ${of('l')} AND ${AT_WORK} AND l.state <> 'handed'
              LIMIT ${MOST_LOOKED_THROUGH}) l
          ${pendingOf('f.person_id = l.person_id')} theirs ON true
          ${pendingOf('f.lead_id = l.lead_id')} its ON true
        WHERE theirs.is_there IS NULL AND its.is_there IS NULL
        LIMIT ${MOST_OF_A_KIND}`,
      values,
    },
    {
      name: `sales-today-${whose}-typical`,
      text: `
        SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY d.weight) AS typical FROM deals d
        WHERE d.business_id = this_business() AND ${of('d')} AND d.state = 'open' AND d.weight IS NOT NULL`,
      values,
    },
    {
      name: `sales-today-${whose}-counts`,
      text: `SELECT
        ${count(`FROM follow_ups f WHERE f.business_id = this_business() AND ${of('f')} AND ${PENDING} AND f.due_at < ${next(1)}`)} AS overdue,
        ${count(`FROM follow_ups f WHERE f.business_id = this_business() AND ${of('f')} AND ${PENDING}
                 AND f.due_at >= ${next(1)} AND f.due_at < ${next(2)}`)} AS today,
        ${count(`FROM follow_ups f WHERE f.business_id = this_business() AND ${of('f')} AND ${PENDING}
                 AND f.due_at >= ${next(2)}`)} AS later,
        ${count(`FROM leads l WHERE l.business_id = this_business() AND ${of('l')} AND ${AT_WORK} AND l.state = 'handed'`)} AS leads,
        ${count(`FROM deals d WHERE d.business_id = this_business() AND ${of('d')} AND d.state = 'open'
                 AND d.stalled_at IS NOT NULL`)} AS stalled`,
      values: [...values, from, until],
    },
  ];
}

export interface PersonKnown {
  readonly id: number;
  readonly root: number;
  /** The last band that was told of them; null: none. */
  readonly band: string | null;
}
export interface PersonNamed {
  readonly id: number;
  readonly name: string | null;
  readonly mobile: string | null;
}
/** With whom those are one of whom the day is, and whether they are leaving. */
export async function readKnown(
  tx: Tx,
  people: readonly number[],
): Promise<ReadonlyMap<number, PersonKnown>> {
  if (people.length === 0) return new Map();
  const { rows } = await tx.query<PersonKnown>({
    name: 'sales-today-bands',
    text: `
      SELECT one AS id, o.root, b.band
      FROM unnest($1::bigint[]) AS one
        ${lookUp(`SELECT ${canonicalNumber('p')} AS root FROM people p WHERE p.business_id = this_business() AND p.person_id = one`)} o ON true
        ${lookUp(`
          SELECT f.data ->> 'band' AS band FROM facts f
          WHERE f.business_id = this_business() AND f.person_id = o.root AND f.type = 'band.changed'
          ORDER BY f.business_id, f.person_id, f.at DESC`)} b ON true
      WHERE o.root IS NOT NULL`,
    values: [people],
  });
  return new Map(rows.map((one) => [one.id, one]));
}

/** What those are called, and by which mobile they are reached, whom the day shows; by the numbers of whom they are one with. */
export async function readNamed(
  tx: Tx,
  people: readonly number[],
): Promise<ReadonlyMap<number, PersonNamed>> {
  if (people.length === 0) return new Map();
  const { rows } = await tx.query<PersonNamed>({
    name: 'sales-today-names',
    text: `
      SELECT one AS id, p.name, i.value AS mobile
      FROM unnest($1::bigint[]) AS one
        ${lookUp('SELECT p.name FROM people p WHERE p.business_id = this_business() AND p.person_id = one')} p ON true
        ${lookUp(`
          SELECT i.value FROM identifiers i
          WHERE i.business_id = this_business() AND i.person_id = one AND i.kind = 'mobile' ORDER BY i.value`)} i ON true`,
    values: [people],
  });
  return new Map(rows.map((one) => [one.id, one]));
}
