import type { Tx } from '../../platform/database/index.ts';
import type { FactRow } from './fact-row.ts';

/** Hears, while the facts of an import are stored, what undoing it will need to know. */
export interface ImportedFacts {
  readonly importId: number;
  /** No fact of it was there before, so far: the next are stored as if it went on like that. */
  readonly isAllNew: boolean;
  /** Facts were stored; their numbers lie between these two, and other people's facts may lie between them as well. */
  stored(first: number, last: number): void;
  /** The fact was there before; `importId` is the import that told it, null for none. */
  repeated(row: FactRow, importId: number | null): void;
}

export interface Withdrawn {
  /** Everything up to this number has been looked at; null: there was nothing more. */
  readonly reached: number | null;
  readonly facts: number;
  /** Whose they were. */
  readonly people: readonly number[];
}

/**
 * Takes the facts of an import that is being undone out of the facts, `most` numbers further than `after` and no further
 * than `through`. They are kept with who withdrew them and when. What follows from them (traits, since when somebody is
 * known, climbs) is the caller's to mend.
 */
export async function withdrawFacts(
  tx: Tx,
  asked: {
    readonly importId: number;
    readonly after: number;
    readonly through: number;
    readonly most: number;
    readonly by: string;
  },
): Promise<Withdrawn> {
  const { rows } = await tx.query<{ reached: number | null; facts: number; people: number[] }>(
    'SELECT reached, withdrawn AS facts, people FROM withdraw_facts($1, $2, $3, $4, $5)',
    [asked.importId, asked.after, asked.through, asked.most, asked.by],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('The withdrawal answered nothing');
  return row;
}
