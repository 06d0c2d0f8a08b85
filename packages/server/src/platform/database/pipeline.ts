import { createRequire } from 'node:module';
import type { Connection, Submittable } from 'pg';
import type { Rows, Statement } from './statement.ts';
import { valueTypes } from './types.ts';

/** How the driver writes values that are neither text, number nor bytes; it has no types of its own. */
export const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js') as {
  readonly prepareValue: (value: unknown) => unknown;
};

/** The connection as the driver's own queries know it, and which named statements the server has on it. */
interface DriverConnection extends Pick<Connection, 'stream' | 'sync' | 'on' | 'off'> {
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  parse(statement: { readonly name: string | undefined; readonly text: string }): void;
  bind(asked: {
    readonly statement: string | undefined;
    readonly values: readonly unknown[];
    readonly valueMapper: (value: unknown) => unknown;
  }): void;
  describe(portal: { readonly type: 'P'; readonly name: '' }): void;
  execute(portal: { readonly portal: '' }): void;
}

/** How the rows of a statement are read, column by column. */
type Columns = readonly { readonly name: string; readonly read: (text: string) => unknown }[];

/** Those of the named statements of a connection: asked for once, as the statement is understood once. */
const known = new WeakMap<DriverConnection, Map<string, Columns>>();

/**
 * Several statements sent at once and answered at once: the server runs them one after the other, each seeing what those
 * before it did, and when one fails it runs none of the rest. On a machine whose processor is the limit, the waking and
 * sleeping of two processes for every statement costs as much as most statements do; and over a network it is the wait.
 * They go over as one piece, and the driver's own queries are not made: for statements of a few rows each those took longer
 * than to write and to read what is said.
 */
export class Pipeline implements Submittable {
  /** The driver asks whether somebody waits for an answer. */
  readonly callback = (): void => {};
  private readonly statements: readonly Statement[];
  /** Statements that go over in this pipeline and that the server has not said to have understood, in order. */
  private readonly unparsed: Statement[] = [];
  private listens = false;
  private readonly results: Rows<object>[] = [];
  /** The rows of the statement that is being answered, and how they are read. */
  private rows: object[] = [];
  private columns: Columns | undefined;
  private connection: DriverConnection | null = null;
  private failure: Error | null = null;
  private readonly settle: (error: Error | null, results: Rows<object>[]) => void;

  constructor(
    statements: readonly Statement[],
    settle: (error: Error | null, results: Rows<object>[]) => void,
  ) {
    this.statements = statements;
    this.settle = settle;
  }

  submit(sender: Connection): Error | null {
    const connection = sender as unknown as DriverConnection;
    this.connection = connection;
    const parts: Buffer[] = [];
    const stream = { writable: true, write: (part: Buffer) => parts.push(part) };
    const writing = Object.create(connection, { stream: { value: stream } }) as DriverConnection;
    for (const statement of this.statements) {
      try {
        this.write(statement, writing);
      } catch (error) {
        // What went before is run, and nothing after it.
        this.failure = error instanceof Error ? error : new Error(String(error));
        break;
      }
    }
    writing.sync();
    this.listens = this.unparsed.length > 0;
    if (this.listens) connection.on('parseComplete', this.onParsed);
    if (connection.stream.writable) connection.stream.write(Buffer.concat(parts));
    return null;
  }

  private write(statement: Statement, connection: DriverConnection): void {
    const { name, text, values = [] } = statement;
    if (text === '') throw new Error('A statement without a text');
    const { parsedStatements, submittedNamedStatements } = connection;
    const before =
      name === undefined ? undefined : (parsedStatements[name] ?? submittedNamedStatements[name]);
    if (before === undefined) {
      connection.parse({ name, text });
      if (name !== undefined) submittedNamedStatements[name] = text;
      this.unparsed.push(statement);
    } else if (before !== text) {
      throw new Error(`Two different statements have the name '${name}'`);
    }
    connection.bind({ statement: name, values, valueMapper: prepareValue });
    if (this.columnsOf(statement) === undefined) connection.describe({ type: 'P', name: '' });
    connection.execute({ portal: '' });
  }

  private columnsOf({ name }: Statement): Columns | undefined {
    return name === undefined || this.connection === null ? undefined : known.get(this.connection)?.get(name);
  }

  handleRowDescription(message: unknown): void {
    const { fields } = message as { readonly fields: readonly { name: string; dataTypeID: number }[] };
    this.columns = fields.map(({ name, dataTypeID }) => ({
      name,
      read: valueTypes.getTypeParser(dataTypeID, 'text') as (text: string) => unknown,
    }));
  }

  handleDataRow(message: unknown): void {
    const { fields } = message as { readonly fields: readonly (string | null)[] };
    const statement = this.statements[this.results.length];
    this.columns ??= (statement && this.columnsOf(statement)) ?? [];
    const row: Record<string, unknown> = {};
    try {
      for (let place = 0; place < fields.length; place += 1) {
        const [text = null, column] = [fields[place], this.columns[place]];
        if (column !== undefined) row[column.name] = text === null ? null : column.read(text);
      }
    } catch (error) {
      this.failure ??= error instanceof Error ? error : new Error(String(error));
    }
    this.rows.push(row);
  }

  handleCommandComplete(message: unknown): void {
    const { text } = message as { readonly text: string };
    const name = this.statements[this.results.length]?.name;
    if (name !== undefined && this.connection !== null) {
      const ofAll = known.get(this.connection) ?? new Map<string, Columns>();
      known.set(this.connection, ofAll);
      if (!ofAll.has(name)) ofAll.set(name, this.columns ?? []);
    }
    // The last word of `SELECT 3` and of `INSERT 0 3`.
    const count = Number(text.slice(text.lastIndexOf(' ') + 1));
    this.results.push({ rows: this.rows, rowCount: Number.isNaN(count) ? 0 : count });
    this.rows = [];
    this.columns = undefined;
  }

  /** No answer to an empty text but this. */
  handleEmptyQuery(): void {
    this.failure ??= new Error('An empty statement was sent');
  }

  handleError(error: Error): void {
    this.end(error);
  }

  handleReadyForQuery(): void {
    this.end(this.failure);
  }

  private readonly onParsed = (): void => {
    const statement = this.unparsed.shift();
    if (statement?.name === undefined || this.connection === null) return;
    this.connection.parsedStatements[statement.name] = statement.text;
    delete this.connection.submittedNamedStatements[statement.name];
  };

  private end(error: Error | null): void {
    if (this.connection !== null) {
      if (this.listens) this.connection.off('parseComplete', this.onParsed);
      // What the server never came to has to be sent again the next time.
      for (const { name } of this.unparsed)
        if (name !== undefined) delete this.connection.submittedNamedStatements[name];
      this.connection = null;
    }
    this.settle(error, this.results);
  }
}
