import { z } from 'zod';

/**
 * What the list and a file of people can show beside the name. `place:<ladder>` and `since:<ladder>`: where somebody stands and since when; `trait:<name>`: the present
 * value.
 */
const COLUMN =
  /^(?:kind|mobile|email|external|known|tags|lastOrder|orders|spent|(?:place|since):[a-z][a-z0-9-]{0,62}|trait:.{1,100})$/su;

export const columnSchema = z.string().regex(COLUMN);
export const MOST_COLUMNS = 30;

export interface Columns {
  readonly asked: readonly string[];
  /** Keys of ladders and typologies of which a column is asked. */
  readonly ladders: readonly string[];
  readonly traits: readonly string[];
}

export function columnsOf(asked: readonly string[]): Columns {
  const after = (start: string): string[] =>
    asked.filter((column) => column.startsWith(start)).map((column) => column.slice(start.length));
  return {
    asked,
    ladders: [...new Set([...after('place:'), ...after('since:')])],
    traits: after('trait:'),
  };
}
