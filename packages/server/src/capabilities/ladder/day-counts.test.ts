import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Clock } from '../../platform/clock/index.ts';
import { type Database, openDatabase } from '../../platform/database/index.ts';
import { withConnection } from '../../platform/database/connection.ts';
import { freshDatabase, type FreshDatabase } from '../../platform/database/testing.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { receiveFacts } from '../facts/index.ts';
import { checkBusiness } from './checking.ts';
import { drainClimbs } from './climbing.ts';
import { countedBetween, stretchesBetween } from './day-counts.ts';
import { foundBusiness } from './founding.ts';
import { publishedVersion } from './versions.ts';

const DAY = 86_400_000;

describe('days are read as blocks and single days', () => {
  const cuts = fc
    .uniqueArray(fc.integer({ min: -200, max: 400 }), { minLength: 0, maxLength: 6 })
    .map((days) => days.sort((one, other) => one - other));

  test('every day belongs to one stretch of one part, the one its cuts say', () => {
    fc.assert(
      fc.property(cuts, fc.integer({ min: -300, max: 500 }), (at, day) => {
        const holding = stretchesBetween(at).filter(({ span, begin, end }) => {
          const starts = Math.floor(day / span) * span;
          return starts >= begin && starts < end;
        });
        expect(holding).toHaveLength(1);
        expect(holding[0]?.part).toBe(at.filter((cut) => cut <= day).length);
      }),
    );
  });

  test('at most two months of single days stand at the ends of a part', () => {
    fc.assert(
      fc.property(cuts, (at) => {
        const singles = stretchesBetween(at).filter(({ span }) => span === 1);
        for (const { begin, end } of singles) expect(end - begin).toBeLessThan(64);
      }),
    );
  });
});

/** Runs a migration once more. */
async function upgrade(client: Client, name: string): Promise<void> {
  const sql = await readFile(join(import.meta.dirname, `../../../migrations/${name}.sql`), 'utf8');
  await client.query('BEGIN');
  await client.query(sql);
  await client.query('COMMIT');
}

describe('the counters', () => {
  let fresh: FreshDatabase;
  let database: Database;
  let business: Business;
  const now = Date.UTC(2026, 4, 10, 9);
  const clock: Clock = { now: () => now };

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await openDatabase(fresh.appUrl, { max: 4 });
    const founded = await foundBusiness(database, clock, { slug: 'blocks', name: 'بلوک' });
    if (!founded.ok) throw new Error(founded.refusal.code);
    business = founded.value;
    const facts = Array.from({ length: 60 }, (_, index) => ({
      person: { mobile: `0912000${String(1000 + (index % 17))}` },
      type: 'order.paid',
      at: now - ((index * 37) % 800) * DAY,
      key: `order ${index}`,
      source: 'till',
      data: { order: `O-${index}`, amount: 100_000 },
    }));
    for (const answer of await receiveFacts(database, clock, business, facts))
      expect(answer.status).toBe('stored');
    await drainClimbs(database, clock, business.id);
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });

  const between = (cuts: readonly number[], counted: boolean) =>
    database.withBusiness(business.id, async (tx) => {
      const version = await publishedVersion(tx, business);
      if (version === null) throw new Error('no ladder');
      const parts = await countedBetween(tx, version, cuts, now, counted);
      return parts
        .filter(({ people }) => people !== 0)
        .map(({ part, from, to, people }) => `${part}: ${from} to ${to}: ${people}`)
        .sort();
    });

  test('say between any cuts what the moves say', async () => {
    const today = Math.floor(now / DAY);
    for (const cuts of [
      [],
      [today - 300],
      [today - 59, today - 29, today + 1],
      [today - 700, today - 301, today - 300, today - 10, today + 40],
      Array.from({ length: 24 }, (_, month) => today - 720 + month * 30),
    ]) {
      const counted = await between(cuts, true);
      expect(counted).toEqual(await between(cuts, false));
      expect(counted.length).toBeGreaterThan(0);
    }
  });

  test('of a database from before there were blocks are filled by its upgrade', async () => {
    const days =
      'SELECT span, starts, from_rung, to_rung, sum(people)::int AS people FROM ladder_days GROUP BY 1, 2, 3, 4 HAVING sum(people) <> 0 ORDER BY 1, 2, 3, 4';
    const upgraded = await withConnection(fresh.ownerUrl, async (client) => {
      await client.query('ALTER TABLE ladder_days NO FORCE ROW LEVEL SECURITY');
      const kept = (await client.query(days)).rows;
      // As it was, and then upgraded again; the other half of the upgrade is about something else.
      await client.query(`
        DELETE FROM ladder_days WHERE span = 32;
        ALTER TABLE ladder_days DROP CONSTRAINT ladder_days_pkey;
        ALTER TABLE ladder_days DROP COLUMN span;
        ALTER TABLE ladder_days RENAME COLUMN starts TO day;
        ALTER TABLE ladder_days ADD PRIMARY KEY (business_id, ladder_id, version, day, from_rung, to_rung, live);
        ALTER TABLE people_jobs DROP COLUMN restarted`);
      await upgrade(client, '0012-ladder-blocks');
      await client.query('ALTER TABLE ladder_days NO FORCE ROW LEVEL SECURITY');
      const { rows } = await client.query(days);
      await client.query('ALTER TABLE ladder_days FORCE ROW LEVEL SECURITY');
      return { kept, now: rows };
    });
    expect(upgraded.now).toEqual(upgraded.kept);
    expect(upgraded.kept.some(({ span }) => span === 32)).toBe(true);
    expect(await checkBusiness(database, clock, business.id)).toMatchObject({ differences: 0 });
  });

  test('of waits that a database before had a row each are packed by its upgrade, and come to the same', async () => {
    const waits =
      'SELECT span, starts, from_rung, to_rung, stood, sum(people)::int AS people FROM ladder_waits_told GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5';
    const unguarded =
      'ALTER TABLE ladder_waits NO FORCE ROW LEVEL SECURITY; ALTER TABLE ladder_waits_counted NO FORCE ROW LEVEL SECURITY';
    const upgraded = await withConnection(fresh.ownerUrl, async (client) => {
      await client.query(unguarded);
      const kept = (await client.query(waits)).rows;
      await client.query(`
        ALTER TABLE ladder_waits ADD COLUMN live boolean NOT NULL DEFAULT true;
        ALTER TABLE ladder_waits DROP CONSTRAINT ladder_waits_pkey;
        ALTER TABLE ladder_waits ALTER COLUMN live DROP DEFAULT;
        UPDATE ladder_waits SET live = stood % 3 = 0;
        ALTER TABLE ladder_waits ADD PRIMARY KEY (business_id, ladder_id, version, span, starts, from_rung, to_rung, stood, live);
        DROP VIEW ladder_waits_told;
        DROP TABLE ladder_waits_counted`);
      const { rows: before } = await client.query(
        'SELECT live, count(*)::int AS rows FROM ladder_waits GROUP BY 1',
      );
      await upgrade(client, '0057-waits-packed');
      await client.query(unguarded);
      const told = (await client.query(waits)).rows;
      const { rows: packed } = await client.query('SELECT count(*)::int AS rows FROM ladder_waits_counted');
      await client.query(
        'ALTER TABLE ladder_waits FORCE ROW LEVEL SECURITY; ALTER TABLE ladder_waits_counted FORCE ROW LEVEL SECURITY',
      );
      return { kept, before, told, packed: packed[0]?.rows };
    });
    expect(upgraded.told).toEqual(upgraded.kept);
    const counted = upgraded.before.find(({ live }) => !live)?.rows;
    expect(counted).toBeGreaterThan(0);
    expect(upgraded.packed).toBeGreaterThan(0);
    expect(upgraded.packed).toBeLessThanOrEqual(counted);
  });
});
