import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { canonicalNumber } from '../../people/index.ts';
import type { Asked } from './asked.ts';
import { CONTACTS, contactsOf, MOST_LOOKED_AT } from './counting.ts';
import { KEPT_AMOUNT } from './kept-amount.ts';

/**
 * Which deals are behind a figure: those opened in the time (all, who came to a step, who stand there, who were lost there,
 * who were won), those decided in it (lost, won, after so many contacts), or those open now.
 */
export const FIGURES = [
  'opened',
  'reached',
  'here',
  'lost',
  'won',
  'lost-in',
  'won-in',
  'contacts',
  'open',
] as const;
export type Figure = (typeof FIGURES)[number];

/** A group of a report without a name: deals without a seller, without a source, lost without a reason. */
export const NOBODYS = ['owner', 'source', 'reason'] as const;

export interface Behind extends Asked {
  readonly figure: Figure;
  readonly step: string | null;
  readonly reason: string | null;
  readonly without: (typeof NOBODYS)[number] | null;
  /** With `contacts`: from so many on, up to the next of CONTACTS. */
  readonly contacts: number;
  readonly after: number | null;
  readonly limit: number;
}

export interface DealBehind {
  readonly id: number;
  readonly title: string;
  readonly person: { readonly id: number; readonly name: string | null };
  readonly amount: number | null;
  readonly step: string;
  readonly state: 'open' | 'won' | 'lost';
  readonly owner: string | null;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
}

const COLUMN_OF = { owner: 'd.owner', source: 'd.source', reason: 'd.lost_reason' } as const;

/** The deals behind a figure, those opened last first; of `steps`, the pipeline's in their order, the later ones are beyond the earlier. */
export async function dealsBehind(
  tx: Tx,
  asked: Behind,
  steps: readonly string[],
): Promise<readonly DealBehind[]> {
  const values: unknown[] = [];
  const $ = (value: unknown): string => `$${values.push(value)}`;
  const own = [`d.business_id = this_business()`, `d.pipeline = ${$(asked.pipeline)}`];
  if (asked.owner !== null) own.push(`d.owner = ${$(asked.owner)}`);
  if (asked.source !== null) own.push(`d.source = ${$(asked.source)}`);
  const within = (column: string): string =>
    `${column} >= ${$(timestamptz(asked.from))} AND ${column} < ${$(timestamptz(asked.to))}`;
  const { figure } = asked;
  if (figure === 'lost-in' || figure === 'won-in' || figure === 'contacts') own.push(within('d.closed_at'));
  else if (figure !== 'open') own.push(within('d.opened_at'));
  const from =
    figure === 'contacts'
      ? `(SELECT * FROM deals d WHERE ${own.join(' AND ')} ORDER BY d.closed_at DESC, d.deal_id DESC LIMIT ${MOST_LOOKED_AT})`
      : 'deals';
  const narrow: string[] = [];
  if (figure === 'here' || figure === 'open') narrow.push(`d.state = 'open'`);
  if (figure === 'lost' || figure === 'lost-in') narrow.push(`d.state = 'lost'`);
  if (figure === 'won' || figure === 'won-in') narrow.push(`d.state = 'won'`);
  if (asked.step !== null && figure === 'reached') {
    const beyond = $(steps.slice(Math.max(0, steps.indexOf(asked.step))));
    narrow.push(
      `EXISTS (SELECT FROM deal_steps s WHERE s.business_id = d.business_id AND s.deal_id = d.deal_id AND s.step = ANY(${beyond}::text[]))`,
    );
  } else if (asked.step !== null) narrow.push(`d.step = ${$(asked.step)}`);
  if (asked.reason !== null) narrow.push(`d.lost_reason = ${$(asked.reason)}`);
  if (asked.without !== null) narrow.push(`${COLUMN_OF[asked.without]} IS NULL`);
  if (figure === 'contacts') {
    const next = CONTACTS.find((one) => one > asked.contacts);
    narrow.push(`${contactsOf} >= ${$(asked.contacts)}`);
    if (next !== undefined) narrow.push(`${contactsOf} < ${$(next)}`);
  }
  if (asked.after !== null) narrow.push(`d.deal_id < ${$(asked.after)}`);
  const { rows } = await tx.query<DealBehind>(
    `SELECT d.deal_id AS id, d.title, json_build_object('id', r.person_id, 'name', r.name) AS person, ${KEPT_AMOUNT} AS amount, d.step, d.state,
            d.owner, d.opened_at AS "openedAt", d.closed_at AS "closedAt"
     FROM ${from} d
     JOIN people p ON p.business_id = this_business() AND p.person_id = d.person_id
     JOIN people r ON r.business_id = this_business() AND r.person_id = ${canonicalNumber('p')}
     WHERE ${[...(figure === 'contacts' ? [] : own), ...narrow, 'true'].join(' AND ')}
     ORDER BY d.deal_id DESC LIMIT ${$(asked.limit)}`,
    values,
  );
  return rows;
}
