import { accept, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { besideCard, cardColumns, type CardRow, type DealCard, keptOfCard, readCard } from './cards.ts';
import { conditions, type DealFilter } from './filtering.ts';

export interface BoardColumn {
  readonly step: string;
  /** How many deals are under way on it, and what they come to, in minor units. */
  readonly deals: number;
  readonly amount: number;
  /** The same with each deal counted by its chance. */
  readonly weight: number;
  readonly stalled: number;
  readonly cards: readonly DealCard[];
  /** What to give as `after` for more of this step; null: these are all. */
  readonly next: string | null;
}

/** The deals under way of one pipeline: for each of these steps the sums and the first cards, whoever came last coming first. */
export async function board(
  tx: Tx,
  asked: DealFilter & {
    readonly pipeline: string;
    readonly steps: readonly string[];
    readonly cards: number;
  },
): Promise<readonly BoardColumn[]> {
  const values: unknown[] = [];
  const where = conditions(asked, values);
  const cardValues: unknown[] = [];
  const cardWhere = conditions(asked, cardValues);
  const steps = `$${cardValues.push(asked.steps)}`;
  const most = `$${cardValues.push(asked.cards + 1)}`;
  const [sums, cards] = await tx.queryAll<[Sums, CardRow]>([
    {
      text: `SELECT d.step, count(*)::int AS deals, coalesce(sum(d.amount), 0)::bigint AS amount,
               coalesce(sum(d.weight), 0)::bigint AS weight, count(d.stalled_at)::int AS stalled
             FROM deals d WHERE ${where} AND d.finished_at IS NULL GROUP BY d.step`,
      values,
    },
    {
      text: `SELECT ${cardColumns} FROM unnest(${steps}::text[]) WITH ORDINALITY AS s (step, place), LATERAL (
               SELECT ${keptOfCard} FROM deals d
               WHERE ${cardWhere} AND d.finished_at IS NULL AND d.step = s.step
               ORDER BY d.step_since DESC, d.deal_id DESC LIMIT ${most}
             ) d ${besideCard}
             ORDER BY s.place, d.step_since DESC, d.deal_id DESC`,
      values: cardValues,
    },
  ]);
  const summed = new Map(sums.rows.map((row) => [row.step, row]));
  const carded = Map.groupBy(cards.rows, ({ step }) => step);
  return asked.steps.map((step) => {
    const { deals = 0, amount = 0, weight = 0, stalled = 0 } = summed.get(step) ?? {};
    return { step, deals, amount, weight, stalled, ...pageOf(carded.get(step) ?? [], asked.cards) };
  });
}

interface Sums {
  readonly step: string;
  readonly deals: number;
  readonly amount: number;
  readonly weight: number;
  readonly stalled: number;
}

/** More cards of one step. Refusal: `page_unreadable`. */
export async function boardStep(
  tx: Tx,
  asked: DealFilter & {
    readonly pipeline: string;
    readonly step: string;
    readonly after: string;
    readonly cards: number;
  },
): Promise<Result<{ readonly cards: readonly DealCard[]; readonly next: string | null }>> {
  const place = /^([0-9]{1,15})-([0-9]{1,15})$/.exec(asked.after);
  if (place === null) return refuse('page_unreadable', 'after');
  const values: unknown[] = [];
  const where = conditions(asked, values);
  const placed = (value: unknown): string => `$${values.push(value)}`;
  const { rows } = await tx.query<CardRow>(
    `SELECT ${cardColumns} FROM (
       SELECT ${keptOfCard} FROM deals d
       WHERE ${where} AND d.finished_at IS NULL AND d.step = ${placed(asked.step)}
         AND (d.step_since, d.deal_id) < (${placed(timestamptz(Number(place[1])))}::timestamptz, ${placed(Number(place[2]))}::bigint)
       ORDER BY d.step_since DESC, d.deal_id DESC LIMIT ${placed(asked.cards + 1)}
     ) d ${besideCard}
     ORDER BY d.step_since DESC, d.deal_id DESC`,
    values,
  );
  return accept(pageOf(rows, asked.cards));
}

function pageOf(
  rows: readonly CardRow[],
  most: number,
): { readonly cards: readonly DealCard[]; readonly next: string | null } {
  const cards = rows.slice(0, most).map(readCard);
  const last = rows.length > most ? cards.at(-1) : undefined;
  return { cards, next: last === undefined ? null : `${last.stepSince}-${last.id}` };
}
