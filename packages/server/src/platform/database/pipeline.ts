import { type Connection, Query, type QueryResult, type Submittable } from 'pg';
import type { Statement } from './statement.ts';
import { valueTypes } from './types.ts';

/** What the driver's queries are besides what their types tell; pg-copy-streams and pg-cursor lean on the same. */
interface DriverQuery {
  readonly name?: string;
  readonly text: string;
  submit(connection: Connection): Error | null;
  hasBeenParsed(connection: Connection): boolean;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleReadyForQuery(connection: Connection): void;
}

/** Which named statements the server has on this connection, as the driver remembers it. */
interface DriverConnection extends Connection {
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
}

/**
 * Several statements sent at once and answered at once: the server runs them one after the other, each seeing what those
 * before it did, and when one fails it runs none of the rest. On a machine whose processor is the limit, the waking and
 * sleeping of two processes for every statement costs as much as most statements do; and over a network it is the wait.
 */
export class Pipeline implements Submittable {
  /** The driver asks whether somebody waits for an answer. */
  readonly callback = (): void => {};
  private readonly queries: DriverQuery[];
  /** Statements that go over in this pipeline and that the server has not said to have understood, in order. */
  private readonly unparsed: DriverQuery[] = [];
  private readonly results: QueryResult[] = [];
  private connection: DriverConnection | null = null;
  private closed: string | undefined;
  private failure: Error | null = null;
  private readonly settle: (error: Error | null, results: QueryResult[]) => void;

  constructor(
    statements: readonly Statement[],
    settle: (error: Error | null, results: QueryResult[]) => void,
  ) {
    this.settle = settle;
    this.queries = statements.map(({ name, text, values }) => {
      const asked = {
        text,
        types: valueTypes,
        // Without it the driver would send a statement that has no values in a way that ends the pipeline.
        queryMode: 'extended',
        ...(name === undefined ? {} : { name }),
        ...(values === undefined ? {} : { values: [...values] }),
      };
      return new Query(asked, (error, result) => {
        if (error) this.failure ??= error;
        else this.results.push(result);
      }) as unknown as DriverQuery;
    });
  }

  submit(connection: Connection): Error | null {
    this.connection = connection as DriverConnection;
    connection.on('parseComplete', this.onParsed);
    // The driver ends every query with a sync, after which a failure would no longer keep the next one from running.
    const silent = Object.create(connection, { sync: { value: () => {} } }) as Connection;
    connection.stream.cork();
    try {
      for (const query of this.queries) {
        if (!query.hasBeenParsed(connection)) this.unparsed.push(query);
        const error = query.submit(silent);
        if (error !== null) this.failure ??= error;
        if (this.failure !== null) {
          // A value could not be written: the driver then closes the statement again.
          this.closed = query.name;
          break;
        }
      }
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
    return null;
  }

  handleRowDescription(message: unknown): void {
    this.queries[this.results.length]?.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.queries[this.results.length]?.handleDataRow(message);
  }

  handleCommandComplete(message: unknown, connection: Connection): void {
    const query = this.queries[this.results.length];
    query?.handleCommandComplete(message, connection);
    // To the query its own answer is complete; the server says so once for the whole pipeline.
    if (this.failure === null) query?.handleReadyForQuery(connection);
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
    const query = this.unparsed.shift();
    if (query?.name === undefined || this.connection === null) return;
    this.connection.parsedStatements[query.name] = query.text;
    delete this.connection.submittedNamedStatements[query.name];
  };

  private end(error: Error | null): void {
    if (this.connection !== null) {
      this.connection.off('parseComplete', this.onParsed);
      // What the server never came to has to be sent again the next time.
      for (const { name } of this.unparsed)
        if (name !== undefined) delete this.connection.submittedNamedStatements[name];
      if (this.closed !== undefined) delete this.connection.parsedStatements[this.closed];
      this.connection = null;
    }
    this.settle(error, this.results);
  }
}
