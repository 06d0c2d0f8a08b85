import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream';
import type { Kysely } from 'kysely';
import type { PoolClient } from 'pg';
import { from, to } from 'pg-copy-streams';
import { kyselyOver } from './kysely.ts';

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

/** One transaction on one connection. Await one statement before the next: the connection does one thing at a time. */
export interface Tx {
  query<Row = Record<string, unknown>>(
    statement: string | Statement,
    values?: readonly unknown[],
  ): Promise<Rows<Row>>;
  /** A stream into `COPY … FROM STDIN`; the rows are in when it has emitted 'finish'. */
  copyIn(sql: string): Writable;
  /** A stream out of `COPY … TO STDOUT`; read it to its end or destroy it before the next statement. */
  copyOut(sql: string): Readable;
  /** A query builder over this transaction, for the tables the caller names in the type. */
  kysely<Tables>(): Kysely<Tables>;
}

export interface Transaction extends Tx {
  /** Is a COPY neither at its end nor given up? Then the connection cannot be used again. */
  isCopying(): boolean;
}

export function transactionOn(client: PoolClient): Transaction {
  let copies = 0;
  const follow = <Stream extends Readable | Writable>(stream: Stream): Stream => {
    copies += 1;
    finished(stream, (error) => {
      if (error === undefined || error === null) copies -= 1;
    });
    return stream;
  };
  return {
    async query<Row>(statement: string | Statement, values?: readonly unknown[]): Promise<Rows<Row>> {
      const asked: Statement =
        typeof statement === 'string'
          ? { text: statement, ...(values === undefined ? {} : { values }) }
          : statement;
      const { rows, rowCount } = await client.query<Row & object>({
        text: asked.text,
        ...(asked.name === undefined ? {} : { name: asked.name }),
        ...(asked.values === undefined ? {} : { values: [...asked.values] }),
      });
      return { rows, rowCount: rowCount ?? 0 };
    },
    copyIn: (sql) => follow(client.query(from(sql))),
    copyOut: (sql) => follow(client.query(to(sql))),
    kysely: <Tables>() => kyselyOver<Tables>(client),
    isCopying: () => copies > 0,
  };
}
