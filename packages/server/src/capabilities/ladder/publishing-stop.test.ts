import { type Ladder, sixRungLadder } from '@nardeban/core/ladder';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import {
  type Ask,
  askWith,
  bearer,
  type Served,
  serveForTest,
  TEST_NOW,
} from '../../platform/http/testing.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { checkBusiness, drainClimbs, foundBusiness, publishEverybody } from './index.ts';
import { republishAll } from './republishing.ts';

const DAY = 86_400_000;

let served: Served;
let shop: Business;
let ask: Ask;
const loyalty = sixRungLadder.key;

beforeAll(async () => {
  served = await serveForTest(buildApp);
  await served.prepareJobs();
  const founded = await foundBusiness(served.database, served.clock, { slug: 'cafe', name: 'کافه' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  shop = founded.value;
  ask = askWith(served, bearer(await served.key(shop)));
  // More people than one batch of the walk, so that there is a middle to stop in.
  await inShop((tx) =>
    tx.query(
      `INSERT INTO people (business_id, person_id, known_since)
       SELECT this_business(), nextval('person_ids'), to_timestamp($1) FROM generate_series(1, 7000)`,
      [(TEST_NOW - 40 * DAY) / 1000],
    ),
  );
  const facts = Array.from({ length: 20 }, (_, person) => ({
    person: { external: `p${person}` },
    type: 'order.paid',
    at: TEST_NOW - 20 * DAY,
    key: `o${person}`,
    data: { order: `O-${person}`, amount: 500_000 },
  }));
  expect((await ask('POST', '/v1/facts', { facts })).status).toBe(200);
  await inShop((tx) =>
    tx.query(
      'INSERT INTO climb_queue (business_id, person_id) SELECT business_id, person_id FROM people ON CONFLICT DO NOTHING',
    ),
  );
  await drainClimbs(served.database, served.clock, shop.id);
}, 120_000);
afterAll(() => served.close());

function inShop<Answer>(work: Parameters<typeof served.database.withBusiness<Answer>>[1]): Promise<Answer> {
  return served.database.withBusiness(shop.id, work);
}

const renamed = (name: string): Ladder => ({ ...sixRungLadder, name: { fa: name, en: name } });
const stop = () => ask('DELETE', `/v1/ladders/${loyalty}/publishing`);
const studio = async () => (await ask('GET', `/v1/studio/${loyalty}`)).body;

async function standings(): Promise<Record<string, number>> {
  const { rows } = await inShop((tx) =>
    tx.query<{ version: number; people: number }>(
      `SELECT s.version, count(*)::int AS people FROM standings s JOIN ladders l USING (business_id, ladder_id)
       WHERE s.business_id = this_business() AND l.key = $1 GROUP BY 1`,
      [loyalty],
    ),
  );
  return Object.fromEntries(rows.map(({ version, people }) => [String(version), people]));
}

async function draftAndPublish(definition: Ladder): Promise<void> {
  const { draft } = await studio();
  const kept = await ask('PUT', `/v1/ladders/${loyalty}/draft`, {
    definition,
    revision: draft?.revision ?? 0,
  });
  expect(kept.status).toBe(200);
  expect((await ask('POST', `/v1/ladders/${loyalty}/publish`)).status).toBe(202);
}

test('nothing is stopped where nothing is published', async () => {
  expect(await stop()).toMatchObject({ status: 409, body: { code: 'not_publishing' } });
  expect(await ask('DELETE', '/v1/ladders/nowhere/publishing')).toMatchObject({ status: 404 });
});

test('stopped in the middle, what was in force stands untouched; published again, it comes to its end', async () => {
  const before = (await ask('GET', `/v1/ladders/${loyalty}`)).body;
  const stood = await standings();
  expect(stood).toEqual({ 1: 7020 });
  await draftAndPublish(renamed('تازه'));
  expect((await studio()).publishing).toMatchObject({ version: 2, stoppable: true });

  const seen: number[] = [];
  const stopped: Awaited<ReturnType<typeof stop>>[] = [];
  const finished = await publishEverybody(served.database, served.clock, shop.id, {
    onProgress: async ({ people }) => {
      seen.push(people);
      if (stopped.length === 0) stopped.push(await stop());
    },
  });
  // Really in the middle: some were written, and by far not everybody.
  expect(seen.length).toBeGreaterThan(0);
  expect(Math.max(...seen)).toBeLessThan(7020);
  expect(stopped[0]).toMatchObject({
    status: 200,
    body: { version: 2, draft: { version: 3 } },
  });
  expect(finished).toEqual([]);
  expect(await standings()).toEqual(stood);
  const now = (await ask('GET', `/v1/ladders/${loyalty}`)).body;
  expect({ ...now, revenue: null }).toEqual({ ...before, revenue: null });
  const inStudio = await studio();
  expect(inStudio.publishing).toBeNull();
  expect(inStudio.published).toMatchObject({ version: 1 });
  expect(inStudio.draft).toMatchObject({ version: 3, definition: { name: { fa: 'تازه' } } });
  const { versions } = (await ask('GET', `/v1/ladders/${loyalty}/versions`)).body;
  expect(versions.map(({ version }: { version: number }) => version)).toEqual([1]);

  expect(
    (await ask('POST', `/v1/ladders/${loyalty}/publish?revision=${inStudio.draft.revision}`)).status,
  ).toBe(202);
  expect(await publishEverybody(served.database, served.clock, shop.id)).toEqual([
    { key: loyalty, version: 3 },
  ]);
  expect(await standings()).toEqual({ 3: 7020 });
  expect(await checkBusiness(served.database, served.clock, shop.id)).toMatchObject({ differences: 0 });
  const { rows } = await inShop((tx) => tx.query<{ deed: string }>('SELECT deed FROM deeds'));
  expect(rows.map(({ deed }) => deed)).toContain('ladder.stopped');
}, 180_000);

test('a roll-back that is stopped leaves the draft of somebody else alone', async () => {
  const kept = await ask('PUT', `/v1/ladders/${loyalty}/draft`, { definition: renamed('دیگر'), revision: 0 });
  expect(kept.status).toBe(200);
  expect((await ask('POST', `/v1/ladders/${loyalty}/rollback`, { version: 1 })).status).toBe(202);
  expect(await stop()).toMatchObject({ status: 200, body: { draft: null } });
  const left = await studio();
  expect(left.draft).toMatchObject({ definition: { name: { fa: 'دیگر' } } });
  expect(left.published).toMatchObject({ version: 3 });
});

test('a recount by other days has to come to its end', async () => {
  await inShop((tx) => republishAll(tx, 'مینا'));
  expect((await studio()).publishing).toMatchObject({ stoppable: false });
  expect(await stop()).toMatchObject({ status: 409, body: { code: 'recount_must_end' } });
  expect(await publishEverybody(served.database, served.clock, shop.id)).not.toEqual([]);
}, 180_000);

test('of a ladder stopped on its first publication nothing is left when its draft is thrown away', async () => {
  const fresh = { ...renamed('نو'), key: 'fresh' };
  expect((await ask('POST', '/v1/ladders', { definition: fresh })).status).toBe(201);
  expect((await ask('POST', '/v1/ladders/fresh/publish')).status).toBe(202);
  const { body } = await ask('DELETE', '/v1/ladders/fresh/publishing');
  const gone = await ask('DELETE', `/v1/ladders/fresh/draft?revision=${body.draft.revision}`);
  expect(gone).toMatchObject({ status: 200, body: { ladderGone: true } });
  expect((await ask('GET', '/v1/studio/fresh')).status).toBe(404);
  // Its key can be given again, and the numbers go on.
  expect((await ask('POST', '/v1/ladders', { definition: fresh })).body).toMatchObject({ version: 2 });
  expect((await ask('POST', '/v1/ladders', { definition: fresh })).body).toMatchObject({
    code: 'ladder_key_taken',
  });
});
