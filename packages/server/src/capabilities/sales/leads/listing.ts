import type { FollowUpKind } from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { canonicalNumber } from '../../people/index.ts';
import { LEAD_COLUMNS, type Lead } from './lead.ts';

export const LEAD_VIEWS = ['mine', 'team', 'late', 'nurture', 'refused', 'closed'] as const;
export type LeadView = (typeof LEAD_VIEWS)[number];

/** A lead as a list shows it: with whom it is of and what is to be done next about it. */
export interface ListedLead extends Lead {
  readonly name: string | null;
  readonly next: {
    readonly id: number;
    readonly kind: FollowUpKind;
    readonly about: string;
    readonly dueAt: Instant;
    readonly wholeDay: boolean;
    readonly state: 'open' | 'missed';
  } | null;
}

export interface ListAsked {
  readonly view: LeadView;
  /** Whose, in `mine`; and in the others whose alone, where it is said. */
  readonly owner: string | null;
  readonly source: string | null;
  readonly after: string | null;
  readonly limit: number;
  readonly now: Instant;
}

export interface LeadPage {
  readonly leads: readonly ListedLead[];
  readonly next: string | null;
}

type PlaceType = 'boolean' | 'timestamptz' | 'bigint' | 'integer';

interface View {
  readonly where: string;
  /** The columns a page goes on by, all in one direction. */
  readonly order: readonly (readonly [expression: string, type: PlaceType])[];
  readonly down: boolean;
}

const AT_WORK = `l.state IN ('handed', 'accepted', 'qualified') AND l.behind IS NULL`;
const BY_ANSWER = [
  [`(l.state <> 'handed')`, 'boolean'],
  ['l.answer_by', 'timestamptz'],
  ['l.lead_id', 'bigint'],
] as const;

/** First what waits for an answer, by when it is due; what is warmest; what was answered last. */
const VIEWS: Readonly<Record<LeadView, View>> = {
  mine: { where: AT_WORK, order: BY_ANSWER, down: false },
  team: { where: AT_WORK, order: BY_ANSWER, down: false },
  late: {
    where: `${AT_WORK} AND (l.state <> 'handed') = false AND l.answer_by < $1`,
    order: BY_ANSWER,
    down: false,
  },
  nurture: {
    where: `l.state = 'nurture' AND l.behind IS NULL`,
    order: [
      ['l.warmth', 'integer'],
      ['l.lead_id', 'bigint'],
    ],
    down: true,
  },
  refused: {
    where: `l.state = 'refused' AND l.behind IS NULL`,
    order: [
      ['l.answered_at', 'timestamptz'],
      ['l.lead_id', 'bigint'],
    ],
    down: true,
  },
  closed: { where: `l.state = 'closed'`, order: [['l.lead_id', 'bigint']], down: true },
};

/** A page of the leads of a view. `after` is what the page before told as `next`; anything else begins anew. */
export async function listLeads(tx: Tx, asked: ListAsked): Promise<LeadPage> {
  const view = VIEWS[asked.view];
  const values: unknown[] = [timestamptz(asked.now), asked.limit + 1];
  const placed = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  const conditions = [view.where];
  if (asked.view === 'mine' || asked.owner !== null)
    conditions.push(`l.owner = ${placed(asked.owner ?? '', 'text')}`);
  if (asked.source !== null) conditions.push(`l.source = ${placed(asked.source, 'text')}`);
  const after = readPlace(
    asked.after,
    view.order.map(([, type]) => type),
  );
  const columns = view.order.map(([expression]) => expression).join(', ');
  if (after !== null)
    conditions.push(
      `(${columns}) ${view.down ? '<' : '>'} (${view.order.map(([, type], index) => placed(after[index], type)).join(', ')})`,
    );
  const direction = view.down ? ' DESC' : '';
  const { rows } = await tx.query<ListedLead & { readonly place: readonly string[] }>(
    `SELECT ${LEAD_COLUMNS}, r.name, n.next, ARRAY[${view.order.map(([expression, type]) => placeOf(expression, type)).join(', ')}] AS place
     FROM (SELECT * FROM leads l WHERE l.business_id = this_business() AND $1::timestamptz IS NOT NULL AND ${conditions.join(' AND ')}
           ORDER BY ${view.order.map(([expression]) => `${expression}${direction}`).join(', ')} LIMIT $2) l
     JOIN people p ON p.business_id = l.business_id AND p.person_id = l.person_id
     JOIN people r ON r.business_id = l.business_id AND r.person_id = ${canonicalNumber('p')}
     LEFT JOIN LATERAL (${NEXT_STEP}) n ON true
     ORDER BY ${view.order.map(([expression]) => `${expression}${direction}`).join(', ')}`,
    values,
  );
  const leads = rows.slice(0, asked.limit);
  const last = leads.at(-1);
  return {
    leads: leads.map(({ place: _place, ...lead }) => lead),
    next: rows.length > asked.limit && last !== undefined ? placeText(last.place) : null,
  };
}

/** What is to be done next about a lead `l`: what is open of it, the earliest first. */
const NEXT_STEP = `SELECT jsonb_build_object('id', f.follow_up_id, 'kind', f.kind, 'about', f.about,
    'dueAt', floor(extract(epoch FROM f.due_at) * 1000)::bigint, 'wholeDay', f.whole_day, 'state', f.state) AS next
  FROM follow_ups f WHERE f.business_id = this_business() AND f.lead_id = l.lead_id AND f.state IN ('open', 'missed')
  ORDER BY f.due_at LIMIT 1`;

/** All leads of a person, whatever number they were captured under, the newest first. */
export async function leadsOfPeople(tx: Tx, members: readonly number[]): Promise<readonly ListedLead[]> {
  const { rows } = await tx.query<ListedLead>(
    `SELECT ${LEAD_COLUMNS}, r.name, n.next
     FROM leads l JOIN people p ON p.business_id = l.business_id AND p.person_id = l.person_id
     JOIN people r ON r.business_id = l.business_id AND r.person_id = ${canonicalNumber('p')}
     LEFT JOIN LATERAL (${NEXT_STEP}) n ON true
     WHERE l.business_id = this_business() AND l.person_id = ANY($1::bigint[])
     ORDER BY (l.state = 'closed'), (l.behind IS NOT NULL), l.lead_id DESC LIMIT 50`,
    [members],
  );
  return rows;
}

export interface LeadCount {
  readonly view: LeadView;
  readonly count: number;
  /** There are more: so many were counted and no further. */
  readonly more: boolean;
}

const MOST_COUNTED = 10_000;

/** How many stand in each view, counted no further than anybody reads. */
export async function countLeads(
  tx: Tx,
  asked: { readonly user: string | null; readonly now: Instant },
): Promise<readonly LeadCount[]> {
  const parts = LEAD_VIEWS.filter((view) => view !== 'closed').map((view) => {
    const own = view === 'mine' ? ' AND l.owner = $2' : '';
    return `SELECT '${view}' AS view, count(*)::int AS count FROM (
      SELECT FROM leads l WHERE l.business_id = this_business() AND ${VIEWS[view].where}${own} LIMIT ${MOST_COUNTED + 1}) c`;
  });
  const { rows } = await tx.query<{ view: LeadView; count: number }>(
    `SELECT * FROM (${parts.join(' UNION ALL ')}) counted WHERE $1::timestamptz IS NOT NULL AND $2::text IS NOT NULL`,
    [timestamptz(asked.now), asked.user ?? ''],
  );
  return rows.map(({ view, count }) => ({
    view,
    count: Math.min(count, MOST_COUNTED),
    more: count > MOST_COUNTED,
  }));
}

/** Instants are kept to the millisecond, and told so. */
function placeOf(expression: string, type: PlaceType): string {
  return type === 'timestamptz'
    ? `floor(extract(epoch FROM ${expression}) * 1000)::bigint::text`
    : `(${expression})::text`;
}

function placeText(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Null for what no page ever told. */
function readPlace(
  text: string | null,
  types: readonly PlaceType[],
): readonly (string | boolean | number)[] | null {
  if (text === null) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(read) || read.length !== types.length) return null;
    const place = read.map((part: unknown, index) => readPart(part, types[index]));
    return place.every((part) => part !== null) ? place : null;
  } catch {
    return null;
  }
}

const LAST_INSTANT = 8_000_000_000_000;

function readPart(part: unknown, type: PlaceType | undefined): string | boolean | number | null {
  if (type === 'boolean') return part === 'true' ? true : part === 'false' ? false : null;
  const number = typeof part === 'string' && /^-?[0-9]{1,15}$/.test(part) ? Number(part) : null;
  if (number === null) return null;
  if (type === 'timestamptz') return Math.abs(number) > LAST_INSTANT ? null : timestamptz(number);
  return type === 'integer' && Math.abs(number) > 2_147_483_647 ? null : number;
}
