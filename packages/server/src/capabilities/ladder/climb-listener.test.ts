import type { PoolClient } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../platform/database/index.ts';
import { type FreshDatabase, freshDatabase } from '../../platform/database/testing.ts';
import { createLog } from '../../platform/log/index.ts';
import { CLIMB_CHANNEL } from '../people/index.ts';
import { ClimbListener } from './climb-listener.ts';

let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase({ empty: true });
  database = await openDatabase(fresh.appUrl);
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

test('a connection that the server ends is opened anew, and one that was given back may break as it likes', async () => {
  const heard: number[] = [];
  const taken: PoolClient[] = [];
  database.pool.on('acquire', (client) => taken.push(client));
  const listener = new ClimbListener(database.pool, (business) => heard.push(business), createLog('silent'));
  const call = (business: number) =>
    database.pool.query('SELECT pg_notify($1, $2)', [CLIMB_CHANNEL, String(business)]);
  await listener.start();
  const [client] = taken;
  await call(1);
  await vi.waitFor(() => expect(heard).toEqual([1]));

  const before = database.pool.totalCount;
  await database.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
  );
  await vi.waitFor(() => expect(database.pool.totalCount).toBeLessThan(before));
  await listener.start();
  await call(2);
  await vi.waitFor(() => expect(heard).toEqual([1, 2]));
  client?.emit('error', new Error('broken once more'));
  await call(3);
  await vi.waitFor(() => expect(heard).toEqual([1, 2, 3]));

  const last = taken.findLast((one) => one.listenerCount('notification') > 0);
  listener.stop();
  last?.emit('error', new Error('ended by the server'));
  await listener.start();
  await call(4);
  await vi.waitFor(() => expect(heard).toEqual([1, 2, 3, 4]));
  listener.stop();
});
