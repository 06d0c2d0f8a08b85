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
const OF_MATTER = `d.person_id AS person, d.deal_id AS deal, d.lead_id AS lead, ${OF_DEAL}`;
const AT_WORK = `l.state IN ('handed', 'accepted', 'qualified') AND l.behind IS NULL`;
/** As the index has it, which begins with those that wait for an answer. */
const WAITS = `(l.state <> 'handed') IS FALSE`;

/**
 * Looks one up for every row before it, by its key. A plain join may go the other way: the planner does not know how many
 * rows a business has, and has been seen to read everybody's to find three hundred.
 */
const lookUp = (one: string): string => `LEFT JOIN LATERAL (${one} LIMIT 1)`;
const pendingOf = (condition: string): string =>
  lookUp(
    `SELECT true AS is_there FROM follow_ups f WHERE f.business_id = this_business() AND ${condition} AND ${PENDING}`,
  );
const dealBy = (number: string, columns: string): string =>
  lookUp(`SELECT ${columns} FROM deals d WHERE d.business_id = this_business() AND d.deal_id = ${number}`);
/** With whom somebody is one. */
const rootOf = (person: string, only = 'true'): string =>
  lookUp(
    `SELECT ${canonicalNumber('p')} AS root FROM people p WHERE p.business_id = this_business() AND p.person_id = ${person} AND ${only}`,
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
  const allOf = ([first]: readonly Counted[]): number => first?.all ?? 0;
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
  /** Those that are worth most, and after them those of which nobody knows what they are worth; from an index alone. */
  const dealsBy = (condition: string, most: number): string => {
    const where = `d.business_id = this_business() AND ${of('d')} AND d.state = 'open' AND ${condition}`;
    return `
      (SELECT d.deal_id, d.weight FROM deals d WHERE ${where} AND d.weight IS NOT NULL ORDER BY d.weight DESC LIMIT ${most})
      UNION ALL
      (SELECT d.deal_id, d.weight FROM deals d WHERE ${where} AND d.weight IS NULL LIMIT ${Math.ceil(most / 3)})`;
  };
  const count = (of_: string): string =>
    `(SELECT count(*)::integer FROM (SELECT ${of_} LIMIT ${MOST_COUNTED}) AS c)`;
  return [
    {
      name: `sales-today-${whose}-follow-ups`,
      // With whom somebody is one tells of what is about nothing but them which lines are one; else it is asked of those shown.
      text: `
        SELECT f.follow_up_id AS id, coalesce(alone.root, f.person_id) AS person, f.deal_id AS deal, f.lead_id AS lead,
               f.kind, f.about, f.due_at AS "dueAt", f.whole_day AS "wholeDay", f.state, f.revision, d.*
        FROM follow_ups f
          ${dealBy('f.deal_id', OF_DEAL)} d ON true
          ${rootOf('f.person_id', 'f.deal_id IS NULL AND f.lead_id IS NULL')} alone ON true
        WHERE f.business_id = this_business() AND ${of('f')} AND ${PENDING} AND f.due_at < ${next(1)}
        ORDER BY d.weight DESC NULLS LAST, f.due_at LIMIT ${MOST_FOLLOW_UPS}`,
      values: [...values, until],
    },
    {
      name: `sales-today-${whose}-leads`,
      text: `
        SELECT l.person_id AS person, NULL::bigint AS deal, l.lead_id AS lead, l.answer_by AS "answerBy" FROM leads l
        WHERE l.business_id = this_business() AND ${of('l')} AND ${AT_WORK} AND ${WAITS}
        ORDER BY l.answer_by LIMIT ${MOST_OF_A_KIND}`,
      values,
    },
    {
      name: `sales-today-${whose}-stalled`,
      text: `
        SELECT d.*
        FROM (${dealsBy('d.stalled_at IS NOT NULL', MOST_OF_A_KIND)}) one
          ${dealBy('one.deal_id', `${OF_MATTER}, d.stalled_at AS "stalledAt"`)} d ON true`,
      values,
    },
    {
      name: `sales-today-${whose}-deals-stepless`,
      // Nearly all have a step of whoever looks after them, which are read at once; only the others are looked up one by one.
      text: `
        WITH stepped AS MATERIALIZED (
          SELECT f.deal_id FROM follow_ups f
          WHERE f.business_id = this_business() AND ${of('f')} AND ${PENDING} AND f.deal_id IS NOT NULL)
        SELECT d.*, bare.all
        FROM (
          SELECT found.*, count(*) OVER ()::integer AS all
          FROM (
            SELECT one.* FROM (${dealsBy('d.deal_id NOT IN (SELECT deal_id FROM stepped)', MOST_LOOKED_THROUGH)}) one
              ${pendingOf('f.deal_id = one.deal_id')} step ON true
            WHERE step.is_there IS NULL LIMIT ${MOST_COUNTED}) found
          ORDER BY found.weight DESC NULLS LAST LIMIT ${MOST_OF_A_KIND}) bare
          ${dealBy('bare.deal_id', OF_MATTER)} d ON true`,
      values,
    },
    {
      name: `sales-today-${whose}-leads-stepless`,
      text: `
        SELECT found.*, count(*) OVER ()::integer AS all
        FROM (
          SELECT l.person_id AS person, NULL::bigint AS deal, l.lead_id AS lead
          FROM (SELECT l.person_id, l.lead_id FROM leads l
                WHERE l.business_id = this_business() AND ${of('l')} AND ${AT_WORK} AND l.state <> 'handed'
                LIMIT ${MOST_LOOKED_THROUGH}) l
            ${pendingOf('f.person_id = l.person_id')} theirs ON true
            ${pendingOf('f.lead_id = l.lead_id')} its ON true
          WHERE theirs.is_there IS NULL AND its.is_there IS NULL LIMIT ${MOST_COUNTED}) found
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
        ${count(`FROM leads l WHERE l.business_id = this_business() AND ${of('l')} AND ${AT_WORK} AND ${WAITS}`)} AS leads,
        ${count(`FROM deals d WHERE d.business_id = this_business() AND ${of('d')} AND d.state = 'open'
                 AND d.stalled_at IS NOT NULL`)} AS stalled`,
      values: [...values, from, until],
    },
  ];
}

export interface PersonKnown {
  readonly id: number;
  /** With whom they are one. */
  readonly root: number;
  readonly name: string | null;
  /** By which they are reached. */
  readonly mobile: string | null;
  /** The last band that was told of them; null: none. */
  readonly band: string | null;
}
/** Who they are of whom the day may be. Nothing is asked after it: the transaction ends with the answer, and saves a round trip. */
export async function readKnown(
  tx: Tx,
  people: readonly number[],
): Promise<ReadonlyMap<number, PersonKnown>> {
  if (people.length === 0) return new Map();
  const [{ rows }] = await tx.commitWith<[PersonKnown]>([
    {
      name: 'sales-today-known',
      // A band stays with the number it was told of: the last one counts.
      text: `
      SELECT one AS id, o.root, p.name, i.value AS mobile, b.band
      FROM unnest($1::bigint[]) AS one
        ${rootOf('one')} o ON true
        ${lookUp('SELECT p.name FROM people p WHERE p.business_id = this_business() AND p.person_id = o.root')} p ON true
        ${lookUp(`
          SELECT i.value FROM identifiers i
          WHERE i.business_id = this_business() AND i.person_id = o.root AND i.kind = 'mobile' ORDER BY i.value`)} i ON true
        ${lookUp(`
          SELECT newest.band
          FROM (SELECT o.root AS number UNION ALL
                SELECT m.person_id FROM people m WHERE m.business_id = this_business() AND m.merged_into = o.root) t
            CROSS JOIN LATERAL (
              SELECT f.data ->> 'band' AS band, f.at FROM facts f
              WHERE f.business_id = this_business() AND f.person_id = t.number AND f.type = 'band.changed'
              ORDER BY f.business_id DESC, f.person_id DESC, f.at DESC LIMIT 1) newest
          ORDER BY newest.at DESC`)} b ON true
      WHERE o.root IS NOT NULL`,
      values: [people],
    },
  ]);
  return new Map(rows.map((one) => [one.id, one]));
}
