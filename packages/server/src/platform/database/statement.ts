/** A statement with its values; one with a name is parsed by the server once per connection. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly many?: Many | Lists;
}

/** How a statement with a name goes over once for several sets of values (`many.ts`). */
export interface Many {
  /** The types of its values, in order. None: it says the same to everybody who asks. */
  readonly types: readonly string[];
  /**
   * All of them as one, where each does not answer rows of its own: with `$1` for the first value of each, which comes
   * `FROM asked`. Absent: the statement is asked of each in turn, and answers the rows of each.
   */
  readonly text?: string;
}

/**
 * The same for a statement that writes rows handed over as lists, each a column: those of several are one list after the other,
 * and what else it is told is the same of all. Its answer is of no use to any of them.
 */
export type Lists = 'lists';

export interface Rows<Row> {
  readonly rows: Row[];
  /** How many rows the statement returned or changed. */
  readonly rowCount: number;
}
