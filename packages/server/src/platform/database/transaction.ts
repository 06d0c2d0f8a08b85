import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream';
import type { Kysely } from 'kysely';
import type { PoolClient } from 'pg';
import { from, to } from 'pg-copy-streams';
import { kyselyOver } from './kysely.ts';
import { Pipeline } from './pipeline.ts';
import type { Rows, Statement } from './statement.ts';

/** One transaction on one connection. Await one statement before the next: the connection does one thing at a time. */
export interface Tx {
  query<Row = Record<string, unknown>>(
    statement: string | Statement,
    values?: readonly unknown[],
  ): Promise<Rows<Row>>;
  /**
   * Several statements in one round trip, answered in their order: each sees what those before it did, and when one fails
   * none of the rest is run.
   */
  queryAll<Answers extends readonly object[]>(
    statements: readonly Statement[],
  ): Promise<{ [Place in keyof Answers]: Rows<Answers[Place]> }>;
  /** The same, and the transaction is committed in the same round trip: nothing can be asked of it afterwards. */
  commitWith<Answers extends readonly object[]>(
    statements: readonly Statement[],
  ): Promise<{ [Place in keyof Answers]: Rows<Answers[Place]> }>;
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
  /** Ends what was begun, if anything was. */
  commit(): Promise<void>;
  /** The reason why the connection cannot be used again, if there is one. */
  rollback(): Promise<Error | undefined>;
}

/** With the number of a business after it: the one that a transaction is for. */
export const SET_BUSINESS = 'SET LOCAL nardeban.business = ';

/** A transaction that begins with its first statement and in the same round trip. `beginning` says how. */
export function transactionOn(client: PoolClient, beginning: readonly string[]): Transaction {
  let state: 'not begun' | 'open' | 'over' = 'not begun';
  let copies = 0;
  const follow = <Stream extends Readable | Writable>(stream: Stream): Stream => {
    copies += 1;
    finished(stream, (error) => {
      if (error === undefined || error === null) copies -= 1;
    });
    return stream;
  };
  /** What has to go before the next statement. */
  const opening = (): readonly string[] => {
    if (state === 'over') throw new Error('The transaction is committed already');
    const first = state === 'not begun' ? beginning : [];
    state = 'open';
    return first;
  };
  /** For whatever cannot be sent together with the beginning: the connection keeps the order in which it is asked. */
  const open = (): void => {
    const first = opening();
    // Only a broken connection fails to begin, and then whatever comes next fails as well.
    if (first.length > 0) client.query(first.join('; ')).catch(() => {});
  };
  const send = async (statements: readonly Statement[]): Promise<Rows<object>[]> => {
    const first = opening();
    const all = [...first.map(named), ...statements];
    const answers = await new Promise<Rows<object>[]>((resolve, reject) => {
      client.query(new Pipeline(all, (error, results) => (error ? reject(error) : resolve(results))));
    }).catch((error: unknown) => {
      // The trace that leads here says who asked; that of the answer only that one came.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    });
    return answers.slice(first.length);
  };
  return {
    async query<Row>(statement: string | Statement, values?: readonly unknown[]): Promise<Rows<Row>> {
      const asked: Statement =
        typeof statement === 'string'
          ? { text: statement, ...(values === undefined ? {} : { values }) }
          : statement;
      if (state === 'not begun' && (asked.name !== undefined || asked.values !== undefined)) {
        const [answer] = await send([asked]);
        return answer as Rows<Row>;
      }
      open();
      const { rows, rowCount } = await client.query<Row & object>({
        text: asked.text,
        ...(asked.name === undefined ? {} : { name: asked.name }),
        ...(asked.values === undefined ? {} : { values: [...asked.values] }),
      });
      return { rows, rowCount: rowCount ?? 0 };
    },
    async queryAll(statements) {
      return (await send(statements)) as never;
    },
    async commitWith(statements) {
      if (copies > 0) throw new Error(COPYING);
      const answers = await send([...statements, named('COMMIT')]);
      state = 'over';
      return answers.slice(0, -1) as never;
    },
    copyIn(sql) {
      open();
      return follow(client.query(from(sql)));
    },
    copyOut(sql) {
      open();
      return follow(client.query(to(sql)));
    },
    kysely<Tables>() {
      open();
      return kyselyOver<Tables>(client);
    },
    isCopying: () => copies > 0,
    async commit() {
      if (copies > 0) throw new Error(COPYING);
      if (state !== 'open') return;
      const { command } = await client.query('COMMIT');
      // After a failed statement the server answers COMMIT with a rollback, and no error.
      if (command !== 'COMMIT')
        throw new Error('The transaction was rolled back: a statement in it had failed');
    },
    async rollback() {
      if (copies > 0) return new Error('given up in the middle of a COPY');
      if (state === 'not begun') return undefined;
      try {
        await client.query('ROLLBACK');
        return undefined;
      } catch (error) {
        return error instanceof Error ? error : new Error(String(error));
      }
    },
  };
}

/** There are few ways to begin and to end, so each is understood once; a business is one of many, and is said anew. */
function named(text: string): Statement {
  return text.startsWith(SET_BUSINESS) ? { text } : { name: text, text };
}

const COPYING = 'The transaction ended in the middle of a COPY';
