import { accept, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import { besideCard, cardColumns, type CardRow, type DealCard, keptOfCard, readCard } from './cards.ts';
import { conditions, type DealFilter } from './filtering.ts';

export const DEAL_ORDERS = ['newest', 'value', 'close'] as const;
export type DealOrder = (typeof DEAL_ORDERS)[number];
export const DEAL_STATES = ['under-way', 'open', 'won', 'lost', 'all'] as const;
export type DealStateAsked = (typeof DEAL_STATES)[number];

/** A deal without a day of closing stands behind all others, as does one without a value. */
const FAR_DAY = '9999-12-31';
const orders = {
  newest: { by: 'd.deal_id', direction: 'DESC', of: 'bigint' },
  value: { by: 'coalesce(d.amount, -1)', direction: 'DESC', of: 'bigint' },
  close: { by: `coalesce(d.expected_close, DATE '${FAR_DAY}')`, direction: 'ASC', of: 'date' },
} as const;

/** A page of deals. Refusal: `page_unreadable`. */
export async function listDeals(
  tx: Tx,
  asked: DealFilter & {
    readonly state: DealStateAsked;
    readonly order: DealOrder;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<Result<{ readonly deals: readonly DealCard[]; readonly next: string | null }>> {
  const values: unknown[] = [];
  const placed = (value: unknown): string => `$${values.push(value)}`;
  let where = conditions(asked, values);
  if (asked.state === 'under-way') where += ' AND d.finished_at IS NULL';
  else if (asked.state !== 'all') where += ` AND d.state = ${placed(asked.state)}`;
  const { by, direction, of } = orders[asked.order];
  if (asked.after !== undefined) {
    const place = /^(-?[0-9-]{1,16})_([0-9]{1,15})$/.exec(asked.after);
    if (place === null || !fits(of, place[1] ?? '')) return refuse('page_unreadable', 'after');
    where += ` AND (${by}, d.deal_id) ${direction === 'DESC' ? '<' : '>'} (${placed(place[1])}::${of}, ${placed(Number(place[2]))}::bigint)`;
  }
  const { rows } = await tx.query<CardRow>(
    `SELECT ${cardColumns} FROM (
       SELECT ${keptOfCard}, ${by} AS place FROM deals d WHERE ${where}
       ORDER BY ${by} ${direction}, d.deal_id ${direction} LIMIT ${placed(asked.limit + 1)}
     ) d ${besideCard} ORDER BY d.place ${direction}, d.deal_id ${direction}`,
    values,
  );
  const deals = rows.slice(0, asked.limit).map(readCard);
  const last = rows.length > asked.limit ? deals.at(-1) : undefined;
  return accept({ deals, next: last === undefined ? null : `${placeOf(last, asked.order)}_${last.id}` });
}

function fits(of: 'bigint' | 'date', text: string): boolean {
  return of === 'bigint' ? /^-?[0-9]{1,15}$/.test(text) : /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text);
}

function placeOf({ id, amount, expectedClose }: DealCard, order: DealOrder): string | number {
  if (order === 'newest') return id;
  return order === 'value' ? (amount ?? -1) : (expectedClose ?? FAR_DAY);
}
