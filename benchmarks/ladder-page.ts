/**
 * What the ladder page asks, over real HTTP, one request after the other: the overview of a month, of all time and of a day
 * in the past, the history, and who moved. The numbers are kept up as moves are written; a request counts nothing.
 *
 *   node benchmarks/ladder-page.ts [--people=1000000] [--facts=10000000] [--requests=200]
 */
import { sixRungLadder } from '@nardeban/core/ladder';
import { isoDay, zoneOf } from '@nardeban/core/values';
import {
  beginPublishing,
  countMoney,
  publishEverybody,
  saveDraft,
} from '../packages/server/src/capabilities/ladder/index.ts';
import { withConnection } from '../packages/server/src/platform/database/connection.ts';
import { systemClock } from '../packages/server/src/platform/clock/index.ts';
import { makeApiKey } from '../packages/server/src/platform/http/index.ts';
import { prepareJobs } from '../packages/server/src/platform/jobs/index.ts';
import { median, quantile, report, seconds, timed } from './support/measuring.ts';
import { populate } from './support/population.ts';
import { shopIn, withServer } from './support/server.ts';
import { serve } from './support/serving.ts';
import { sizes } from './support/sizes.ts';

const DAY = 86_400_000;
const asked = sizes({ people: 1_000_000, facts: 10_000_000, requests: 200 });
const now = systemClock.now();

await withServer(async (server) => {
  const place = await server.place('large');
  const { database, ownerUrl } = place;
  await prepareJobs(ownerUrl);
  const business = await shopIn(database);
  const zone = zoneOf(business.zone);
  const filling = await timed(() => populate(ownerUrl, business, asked.people, asked.facts, now));
  process.stderr.write(`filled in ${seconds(filling.ms)}\n`);
  await database.withBusiness(business.id, async (tx) => {
    await saveDraft(tx, sixRungLadder, 'benchmark');
    await beginPublishing(tx, sixRungLadder.key, 'benchmark');
  });
  const publishing = await timed(() => publishEverybody(database, systemClock, business.id));
  process.stderr.write(`published in ${seconds(publishing.ms)}\n`);
  const money = await timed(() => countMoney(database, systemClock, business.id, sixRungLadder.key));
  process.stderr.write(`money counted in ${seconds(money.ms)}\n`);
  await withConnection(ownerUrl, (client) =>
    client.query('VACUUM (ANALYZE) standings, moves, ladder_days, ladder_waits, ladder_money'),
  );

  const made = await makeApiKey(database, business, {
    name: 'benchmark',
    scopes: ['ladder:read'],
    madeBy: 'benchmark',
  });
  if (!made.ok) throw new Error(made.refusal.code);
  const served = await serve(place, server.folder);
  try {
    const day = (back: number): string => isoDay(zone.dayOf(now - back * DAY));
    const base = `/v1/ladders/${sixRungLadder.key}`;
    const flow = sixRungLadder.rungs.slice(-3).map((rung) => rung.key);
    const questions: readonly (readonly [string, (request: number) => string, string])[] = [
      ['the ladder page: overview of a month', () => base, '≤ 100 ms'],
      ['overview of a year', () => `${base}?from=${day(364)}`, '≤ 100 ms'],
      ['overview of all time', () => `${base}?from=2000-01-01`, '≤ 100 ms'],
      ['overview of a past day and its month', (request) => `${base}?asOf=${day(request * 7)}`, '≤ 100 ms'],
      ['history by month, two years', () => `${base}/history`, '≤ 100 ms'],
      ['who moved this month, newest first', () => `${base}/moves`, '≤ 100 ms'],
      [
        'the people of one flow this month',
        () => `${base}/moves?fromRung=${flow[0]}&toRung=${flow[1]}`,
        '≤ 100 ms',
      ],
      [
        'the people of one flow, a month years ago',
        () => `${base}/moves?fromRung=${flow[0]}&toRung=${flow[1]}&from=${day(1030)}&to=${day(1000)}`,
        '–',
      ],
    ];
    const rows = [];
    for (const [what, path, aim] of questions) {
      const spent: number[] = [];
      for (let request = -5; request < asked.requests; request++) {
        const { ms } = await timed(async () => {
          const answer = await fetch(`http://127.0.0.1:${served.port}${path(Math.max(0, request))}`, {
            headers: { authorization: `Bearer ${made.value.key}` },
          });
          const text = await answer.text();
          if (answer.status !== 200) throw new Error(`${answer.status}: ${text}`);
        });
        // The first ones warm the caches and are not counted.
        if (request >= 0) spent.push(ms);
      }
      const [p50, p95, most] = [median(spent), quantile(spent, 0.95), Math.max(...spent)];
      rows.push({
        what,
        ours: `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, worst ${most.toFixed(0)} ms`,
        aim,
      });
    }
    report(
      `${asked.people.toLocaleString('en')} people, ${asked.facts.toLocaleString('en')} facts, ${asked.requests} requests each`,
      rows,
    );
  } finally {
    await served.close();
  }
});
