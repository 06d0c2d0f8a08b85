import type { Board, DealCard } from './queries.ts';

/** A step of the board as it is shown: its sums, and as many of its cards as have been read, whoever came last first. */
export interface Column {
  readonly step: string;
  readonly deals: number;
  readonly amount: number;
  readonly weight: number;
  readonly stalled: number;
  readonly cards: readonly DealCard[];
  /** Where more begin; null: these are all. */
  readonly next: string | null;
}
export type Columns = readonly Column[];

export function columnsOf({ columns }: Pick<Board, 'columns'>): Columns {
  return columns;
}

/**
 * What is shown after the board was read again: the sums and the first cards are the new ones, and of what had been read beyond
 * those stays what comes after them, so that whoever has scrolled down stays where they are.
 */
export function refreshed(shown: Columns, board: Pick<Board, 'columns'>): Columns {
  return board.columns.map((fresh) => {
    const old = shown.find(({ step }) => step === fresh.step);
    const last = fresh.cards.at(-1);
    if (
      old === undefined ||
      last === undefined ||
      fresh.next === null ||
      old.cards.length <= fresh.cards.length
    )
      return fresh;
    const there = new Set(fresh.cards.map(({ id }) => id));
    const beyond = old.cards.filter((card) => comesAfter(card, last) && !there.has(card.id));
    return beyond.length === 0 ? fresh : { ...fresh, cards: [...fresh.cards, ...beyond], next: old.next };
  });
}

/** With a further page of one step. */
export function withMore(
  shown: Columns,
  step: string,
  page: { readonly cards: readonly DealCard[]; readonly next: string | null },
): Columns {
  return shown.map((column) => {
    if (column.step !== step) return column;
    const there = new Set(column.cards.map(({ id }) => id));
    return {
      ...column,
      cards: [...column.cards, ...page.cards.filter(({ id }) => !there.has(id))],
      next: page.next,
    };
  });
}

/** With a card on another step, before the server has said so: on top, and counted there. */
export function moved(shown: Columns, id: number, to: string, at: number): Columns {
  const from = shown.find(({ cards }) => cards.some((card) => card.id === id));
  const card = from?.cards.find((one) => one.id === id);
  if (from === undefined || card === undefined || from.step === to) return shown;
  const amount = card.amount ?? 0;
  const weight = Math.round(amount * (card.chance ?? 1));
  const stalled = card.stalledAt === null ? 0 : 1;
  return shown.map((column) => {
    if (column.step === from.step)
      return {
        ...column,
        deals: column.deals - 1,
        amount: column.amount - amount,
        weight: column.weight - weight,
        stalled: column.stalled - stalled,
        cards: column.cards.filter((one) => one.id !== id),
      };
    if (column.step !== to) return column;
    return {
      ...column,
      deals: column.deals + 1,
      amount: column.amount + amount,
      weight: column.weight + weight,
      cards: [{ ...card, step: to, stepSince: at, stalledAt: null, stalledFor: null }, ...column.cards],
    };
  });
}

/** Where a card stands, if it has been read. */
export function cardIn(shown: Columns, id: number): DealCard | undefined {
  for (const { cards } of shown) {
    const card = cards.find((one) => one.id === id);
    if (card !== undefined) return card;
  }
  return undefined;
}

function comesAfter(card: DealCard, last: DealCard): boolean {
  return card.stepSince < last.stepSince || (card.stepSince === last.stepSince && card.id < last.id);
}
