import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { timestamptz } from '../../platform/database/index.ts';
import type { Log } from '../../platform/log/index.ts';
import { hearClimbs } from '../people/index.ts';
import { ClimbListener } from './climb-listener.ts';
import { drainClimbs } from './climbing.ts';
import { publishEverybody } from './publishing.ts';

export interface ClimbWork {
  /** Everybody who waits, in every business: asked for by a fact, due by the clock, or being published. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The live path: hears of queued people the moment their fact is committed and climbs them. A business has one climb
 * under way and at most one more wanted, however many facts arrive. What is not heard (a broken connection, a program
 * that was down) stands in the queue, and `sweep` finds it.
 */
export async function startClimbing(options: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<ClimbWork> {
  const { database, clock, log } = options;
  const stopping = new AbortController();
  const underWay = new Map<number, { again: boolean; done: Promise<void> }>();

  const climb = async (business: number): Promise<void> => {
    await drainClimbs(database, clock, business, { signal: stopping.signal });
  };
  const wake = (business: number): Promise<void> => {
    const present = underWay.get(business);
    if (present) {
      present.again = true;
      return present.done;
    }
    const entry = { again: false, done: Promise.resolve() };
    underWay.set(business, entry);
    entry.done = (async () => {
      try {
        do {
          entry.again = false;
          await climb(business);
        } while (entry.again && !stopping.signal.aborted);
      } catch (error) {
        // They stay in the queue; the next sweep takes them.
        log.error({ error, business }, 'Climbing failed and will be tried again');
      } finally {
        underWay.delete(business);
      }
    })();
    return entry.done;
  };

  const onAsked = (business: number): void => {
    if (!stopping.signal.aborted) void wake(business);
  };
  const listener = new ClimbListener(database.pool, onAsked, log);
  await listener.start();
  const stopHearing = hearClimbs(database, onAsked);

  return {
    async sweep() {
      await listener.start();
      for (const business of await businessesWithClimbs(database, clock)) {
        if (stopping.signal.aborted) return;
        await publishEverybody(database, clock, business, { signal: stopping.signal });
        await wake(business);
      }
    },
    async stop() {
      stopping.abort();
      stopHearing();
      listener.stop();
      await Promise.all([...underWay.values()].map((entry) => entry.done));
    },
  };
}

async function businessesWithClimbs(database: Database, clock: Clock): Promise<number[]> {
  return database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ business_id: number }>(
      'SELECT business_id FROM businesses_with_climbs($1)',
      [timestamptz(clock.now())],
    );
    return rows.map((row) => row.business_id);
  });
}
