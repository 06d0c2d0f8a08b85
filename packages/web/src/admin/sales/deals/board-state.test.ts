import { describe, expect, test } from 'vitest';
import { cardIn, type Columns, columnsOf, moved, refreshed, withMore } from './board-state.ts';
import type { BoardColumn, DealCard } from './queries.ts';

const card = (id: number, step: string, changes: Partial<DealCard> = {}): DealCard => ({
  id,
  title: `${id}`,
  person: 1,
  personName: null,
  pipeline: 'p',
  step,
  state: 'open',
  amount: 10,
  owner: null,
  expectedClose: null,
  openedAt: id,
  stepSince: id,
  closedAt: null,
  finishedAt: null,
  lostReason: null,
  chance: null,
  stalledAt: null,
  stalledFor: null,
  revision: 1,
  next: null,
  ...changes,
});
const column = (step: string, ids: readonly number[], deals: number, next: string | null): BoardColumn => ({
  step,
  deals,
  amount: deals * 10,
  weight: deals * 10,
  stalled: 0,
  cards: ids.map((id) => card(id, step)),
  next,
});
const ids = (columns: Columns): (readonly number[])[] =>
  columns.map(({ cards }) => cards.map(({ id }) => id));
const start = columnsOf({ columns: [column('a', [9, 8], 5, '8-8'), column('b', [3], 1, null)] });

describe('the board', () => {
  test('grows by pages and holds every card once', () => {
    const more = withMore(start, 'a', { cards: [card(8, 'a'), card(7, 'a'), card(6, 'a')], next: '6-6' });
    expect(ids(more)).toEqual([[9, 8, 7, 6], [3]]);
    expect(more[0]?.next).toBe('6-6');
  });

  test('read again, keeps what was scrolled to, and loses nobody between the pages', () => {
    const more = withMore(start, 'a', { cards: [card(7, 'a'), card(6, 'a')], next: '6-6' });
    // One came on top and pushed 8 out of the first page.
    expect(
      ids(refreshed(more, { columns: [column('a', [10, 9], 6, '9-9'), column('b', [3], 1, null)] })),
    ).toEqual([[10, 9, 8, 7, 6], [3]]);
    // 9 went elsewhere: it is on its new step alone.
    expect(
      ids(refreshed(more, { columns: [column('a', [8, 7], 4, '7-7'), column('b', [9, 3], 2, null)] })),
    ).toEqual([
      [8, 7, 6],
      [9, 3],
    ]);
    // All that is left is on the first page.
    expect(ids(refreshed(more, { columns: [column('a', [8], 1, null), column('b', [], 0, null)] }))).toEqual([
      [8],
      [],
    ]);
  });

  test('shows a card on its new step at once, counted there and no longer here', () => {
    const after = moved(start, 8, 'b', 99);
    expect(ids(after)).toEqual([[9], [8, 3]]);
    expect(after.map(({ deals, amount }) => [deals, amount])).toEqual([
      [4, 40],
      [2, 20],
    ]);
    expect(cardIn(after, 8)).toMatchObject({ step: 'b', stepSince: 99 });
    expect(moved(start, 8, 'a', 99)).toBe(start);
    expect(moved(start, 77, 'b', 99)).toBe(start);
  });
});
