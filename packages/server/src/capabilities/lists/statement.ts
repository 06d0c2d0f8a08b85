import type { Piece } from './filter.ts';

/** Puts pieces of SQL together and numbers their values: each question mark that stands for a value, in order. */
export function statementOf(pieces: readonly (Piece | string)[]): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const text = pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      let next = 0;
      return piece.sql.replaceAll('?', () => {
        values.push(piece.values[next++]);
        return `$${values.length}`;
      });
    })
    .join('');
  return { text, values };
}
