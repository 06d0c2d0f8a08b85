import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withConnection } from '../database/connection.ts';
import { type Database, openDatabase } from '../database/index.ts';
import { freshDatabase, type FreshDatabase } from '../database/testing.ts';
import { createLog } from '../log/index.ts';
import { createBusiness } from '../tenancy/index.ts';
import { addJob, prepareJobs, startJobs } from './index.ts';

let fresh: FreshDatabase;
let database: Database;
let business: number;
const log = createLog('silent');

beforeAll(async () => {
  fresh = await freshDatabase();
  await prepareJobs(fresh.ownerUrl);
  database = await openDatabase(fresh.appUrl, { max: 4 });
  const made = await createBusiness(database, { slug: 'jobs', name: 'Jobs' });
  if (!made.ok) throw new Error(made.refusal.code);
  business = made.value.id;
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

async function until(done: () => boolean): Promise<void> {
  for (let waited = 0; waited < 15_000 && !done(); waited += 20) await pause(20);
  expect(done()).toBe(true);
}

test('a job added in a transaction runs after it, for the business of the session and no other', async () => {
  const ran: unknown[] = [];
  await database.withBusiness(business, (tx) => addJob(tx, 'note', { business: 999, text: 'سلام' }, 'one'));
  await database
    .withBusiness(business, async (tx) => {
      await addJob(tx, 'note', { text: 'never' }, 'two');
      throw new Error('given up');
    })
    .catch(() => {});
  const jobs = await startJobs({
    ownerUrl: fresh.ownerUrl,
    crontab: '',
    log,
    tasks: { note: async (payload) => void ran.push(payload) },
  });
  await until(() => ran.length > 0);
  await jobs.stop();
  expect(ran).toEqual([{ business, text: 'سلام' }]);
});

test('a job without a business is refused', async () => {
  await expect(database.withoutBusiness((tx) => addJob(tx, 'note', {}, 'three'))).rejects.toThrow(
    /belongs to a business/,
  );
});

test('a job whose worker was killed is taken at the next start, not hours later', async () => {
  await database.withBusiness(business, (tx) => addJob(tx, 'left', {}, 'left'));
  await withConnection(fresh.ownerUrl, (client) =>
    client.query(
      "UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'worker-of-a-dead-program', attempts = 1",
    ),
  );
  let ran = 0;
  const jobs = await startJobs({
    ownerUrl: fresh.ownerUrl,
    crontab: '',
    log,
    tasks: { left: async () => void ran++ },
  });
  await until(() => ran > 0);
  await jobs.stop();
  expect(ran).toBe(1);
});
