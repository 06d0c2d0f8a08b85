import { describe, expect, test } from 'vitest';
import type { Move, StoredFact } from '../../api/answers.ts';
import { byMonth, merged } from './timeline.ts';

const fact = (id: number, at: number): StoredFact => ({
  id,
  at,
  type: 'order.paid',
  learntAt: at,
  source: 'till',
  key: String(id),
  data: {},
});
const move = (at: number): Move => ({
  at,
  from: 'a',
  to: 'b',
  cause: 'fact',
  because: null,
  recordedAt: at,
  superseded: false,
});
const told = (entries: ReturnType<typeof merged>) => entries.map((one) => `${one.kind} ${one.at}`);

describe('the story of a person', () => {
  const facts = [fact(3, 30), fact(2, 20), fact(1, 10)];

  test('runs newest first, a move above the fact that made it', () => {
    const entries = merged({ facts, moves: [move(5), move(20)], isWhole: true, until: 100 });
    expect(told(entries)).toEqual(['fact 30', 'move 20', 'fact 20', 'fact 10', 'move 5']);
  });

  test('tells no move older than the oldest fact read, while older facts are unread', () => {
    const entries = merged({ facts, moves: [move(5), move(20)], isWhole: false, until: 100 });
    expect(told(entries)).not.toContain('move 5');
  });

  test('of a past day ends before the next day begins', () => {
    expect(told(merged({ facts, moves: [move(30)], isWhole: true, until: 30 }))).toEqual([
      'fact 20',
      'fact 10',
    ]);
  });

  test('falls into months without mixing them', () => {
    const entries = merged({ facts, moves: [], isWhole: true, until: 100 });
    expect(byMonth(entries, (at) => (at > 15 ? 1 : 0)).map((month) => month.entries.length)).toEqual([2, 1]);
  });
});
