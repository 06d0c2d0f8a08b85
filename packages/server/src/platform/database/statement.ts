/** A statement with its values; one with a name is parsed by the server once per connection. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

export interface Rows<Row> {
  readonly rows: Row[];
  /** How many rows the statement returned or changed. */
  readonly rowCount: number;
}
