import { DatabaseError } from 'pg';
import type { Database } from './database.ts';
import { merged } from './many.ts';
import type { Rows, Statement } from './statement.ts';
import type { Tx } from './transaction.ts';

/** A small transaction: what it reads, what it makes of that, and what it then writes. */
export interface Errand<T> {
  /** Two of one name are never under way together. */
  readonly name: string;
  readonly first: readonly Statement[];
  /** Throws what is refused. Who asks the transaction anything is done alone instead, from the beginning. */
  work(
    tx: Tx,
    read: readonly Rows<object>[],
  ): Promise<{ readonly value: T; readonly last: readonly Statement[] }>;
  /** The same in a transaction of its own. */
  alone(): Promise<T>;
}

/** What errands have in common that may share a transaction. */
interface Kind {
  readonly business: number;
  readonly name: string;
  /** So many transactions of the kind are under way at once. Those that lock one another out come one after the other. */
  readonly atOnce: number;
}

/** So many errands share a transaction at most. */
const MOST_SHARING = 16;

interface Waiting {
  readonly errand: Errand<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Queue {
  readonly waiting: Waiting[];
  readonly underWay: Set<string>;
  running: number;
}

class NeedsItsOwn extends Error {}

function needsItsOwn(): never {
  throw new NeedsItsOwn();
}

/** Whether the server has said that nothing was done; of a connection that broke nobody knows. */
function isUndone(error: unknown): boolean {
  return error instanceof DatabaseError && error.severity === 'ERROR';
}

/** What a transaction is to those who share it: nobody may ask it anything. */
const OF_ALL: Tx = {
  query: async () => needsItsOwn(),
  queryAll: async () => needsItsOwn(),
  commitWith: async () => needsItsOwn(),
  copyIn: needsItsOwn,
  copyOut: needsItsOwn,
  kysely: needsItsOwn,
};

/**
 * Does small transactions of one kind, each alone while few come, and those that have waited together as one where they come
 * faster than they are done: what a transaction and a statement cost beside their rows is then spent once for several. When
 * anything of a shared one fails nothing of it was done, and each of it is done alone.
 */
export function sharedTransactions(database: Database): <T>(kind: Kind, errand: Errand<T>) => Promise<T> {
  const queues = new Map<string, Queue>();

  async function together(business: number, some: readonly Waiting[]): Promise<void> {
    const own = new Set<Waiting>();
    const refused = new Set<Waiting>();
    const done = new Map<Waiting, unknown>();
    try {
      await database.withBusiness(business, async (tx) => {
        const asked = merged(some.map(({ errand }) => errand.first));
        const answers = await tx.queryAll<object[]>(asked.statements);
        const lasts: (readonly Statement[])[] = [];
        for (const [place, one] of some.entries()) {
          try {
            const { value, last } = await one.errand.work(OF_ALL, asked.answersOf(place, answers));
            done.set(one, value);
            lasts.push(last);
          } catch (error) {
            if (error instanceof NeedsItsOwn) own.add(one);
            else {
              refused.add(one);
              one.reject(error);
            }
          }
        }
        if (lasts.length > 0) await tx.commitWith(merged(lasts).statements);
      });
    } catch (error) {
      done.clear();
      for (const one of some) {
        if (refused.has(one)) continue;
        if (isUndone(error)) own.add(one);
        else one.reject(error);
      }
    }
    for (const [{ resolve }, value] of done) resolve(value);
    await Promise.all([...own].map(alone));
  }

  async function alone({ errand, resolve, reject }: Waiting): Promise<void> {
    await errand.alone().then(resolve, reject);
  }

  function begin(key: string, kind: Kind, queue: Queue): void {
    while (queue.running < kind.atOnce) {
      const some = nextOf(queue);
      const [first] = some;
      if (first === undefined) break;
      queue.running += 1;
      void (some.length === 1 ? alone(first) : together(kind.business, some)).finally(() => {
        queue.running -= 1;
        for (const { errand } of some) queue.underWay.delete(errand.name);
        begin(key, kind, queue);
      });
    }
    if (queue.running === 0) queues.delete(key);
  }

  return <T>(kind: Kind, errand: Errand<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const key = `${kind.business} ${kind.name}`;
      const queue = queues.get(key) ?? { waiting: [], underWay: new Set(), running: 0 };
      queues.set(key, queue);
      queue.waiting.push({ errand, resolve: resolve as (value: unknown) => void, reject });
      begin(key, kind, queue);
    });
}

/** Takes the next out of those who wait, in order of their coming. */
function nextOf({ waiting, underWay }: Queue): Waiting[] {
  const some: Waiting[] = [];
  for (let at = 0; at < waiting.length && some.length < MOST_SHARING; ) {
    const { errand } = waiting[at] as Waiting;
    if (underWay.has(errand.name)) at += 1;
    else {
      underWay.add(errand.name);
      some.push(...waiting.splice(at, 1));
    }
  }
  return some;
}
