/**
 * "Today" of a seller: how soon the server answers it among a million people and 100,000 open deals in the hands of fifty
 * sellers, beside the plainest list there could be (what is due today, with names, asked straight of PostgreSQL). One after
 * the other, and several sellers at once. The aim is 100 ms at the 95th percentile.
 *
 *   node benchmarks/today.ts [--people=1_000_000] [--deals=100_000] [--leads=20_000] [--sellers=50] [--asked=400] [--together=4]
 */
import { buildServer, makeApiKey } from '../packages/server/src/platform/http/index.ts';
import { systemClock } from '../packages/server/src/platform/clock/index.ts';
import { withConnection } from '../packages/server/src/platform/database/connection.ts';
import { createLog } from '../packages/server/src/platform/log/index.ts';
import type { Business } from '../packages/server/src/platform/tenancy/index.ts';
import { salesFollowUpRoutes } from '../packages/server/src/capabilities/sales/follow-ups/routes.ts';
import { FEMALE_NAMES, LAST_NAMES } from '../packages/server/src/pretend/names.ts';
import { median, quantile, report, seconds, timed, times } from './support/measuring.ts';
import { shopIn, withServer } from './support/server.ts';
import { sizes } from './support/sizes.ts';

const { people, deals, leads, sellers, asked, together } = sizes({
  people: 1_000_000,
  deals: 100_000,
  leads: 20_000,
  sellers: 50,
  asked: 400,
  together: 4,
});

/**
 * People with a mobile; deals of which one in seven stands still, nine of ten have a next step, and one in nine of those is
 * due today or late; leads that wait for an answer; and of everybody with a deal some history, with a band among it.
 */
async function fill(ownerUrl: string, business: Business, owners: readonly string[]): Promise<void> {
  await withConnection(ownerUrl, async (client) => {
    await client.query(`SELECT set_config('nardeban.business', $1, false), setseed(0.5)`, [
      String(business.id),
    ]);
    await client.query(
      `INSERT INTO people (business_id, person_id, name, known_since)
       SELECT this_business(), g, ($2::text[])[1 + g % $3] || ' ' || ($4::text[])[1 + g * 7 % $5], now() - interval '400 days'
       FROM generate_series(1, $1::int) AS g`,
      [
        people,
        FEMALE_NAMES.map(({ persian }) => persian),
        FEMALE_NAMES.length,
        LAST_NAMES,
        LAST_NAMES.length,
      ],
    );
    await client.query(
      `INSERT INTO identifiers (business_id, kind, value, person_id)
       SELECT this_business(), 'mobile', '+98912' || lpad(g::text, 7, '0'), g FROM generate_series(1, $1::int) AS g`,
      [people],
    );
    await client.query(
      `INSERT INTO deals (business_id, person_id, pipeline, step, title, amount, products, owner, opened_at, step_since, stalled_at,
         stalled_for, made_by, changed_by, changed_at)
       SELECT this_business(), 1 + floor(random() * $1)::int, 'seven-steps', 'present', 'سفارش شماره ' || g,
         CASE WHEN random() < 0.9 THEN 1000000 + floor(random() * 90)::bigint * 1000000 END, '{}',
         ($3::text[])[1 + g % $4], now() - interval '20 days', now() - interval '9 days',
         CASE WHEN g % 7 = 0 THEN now() - interval '3 days' END, CASE WHEN g % 7 = 0 THEN 'quiet' END, 'x', 'x', now()
       FROM generate_series(1, $2::int) AS g`,
      [people, deals, owners, owners.length],
    );
    await client.query(
      `INSERT INTO follow_ups (business_id, person_id, deal_id, kind, about, owner, planned_at, due_at, whole_day, fixed, miss_at,
         state, origin, made_by, made_at, changed_by, changed_at)
       SELECT business_id, person_id, deal_id, 'call', 'زنگ بزن و قیمت نهایی را بگو', owner, due, due, false, false,
         due + interval '1 hour', CASE WHEN due < now() - interval '1 hour' THEN 'missed' ELSE 'open' END, 'staff', 'x', now(), 'x',
         now()
       FROM (SELECT d.*, now() + (random() * 18 - 2) * interval '1 day' AS due FROM deals d
             WHERE d.business_id = this_business() AND random() < 0.9) AS d`,
    );
    await client.query(
      `INSERT INTO leads (business_id, person_id, state, owner, captured_at, handed_at, handed_for, answer_by, scored_at, changed_by,
         changed_at)
       SELECT this_business(), g, CASE WHEN random() < 0.2 THEN 'handed' ELSE 'accepted' END, ($2::text[])[1 + g % $3], now(), now(),
         'hand', now() + (random() * 20 - 4) * interval '1 hour', now(), 'x', now()
       FROM generate_series(1, least($1::int, $4::int)) AS g`,
      [leads, owners, owners.length, people],
    );
    await client.query(
      `INSERT INTO sources (business_id, source_id, name) VALUES (this_business(), 900, 'benchmark') ON CONFLICT DO NOTHING`,
    );
    await client.query(
      `INSERT INTO facts (business_id, person_id, type, at, source_id, key, data)
       SELECT this_business(), p.person_id, CASE WHEN n = 3 THEN 'band.changed' ELSE 'page.viewed' END,
         now() - n * interval '9 days', 900, p.person_id || ' ' || n,
         CASE WHEN n = 3 THEN jsonb_build_object('band', (ARRAY['safe', 'watch', 'leaving', 'gone'])[1 + p.person_id % 4]) END
       FROM (SELECT DISTINCT person_id FROM deals WHERE business_id = this_business()) AS p, generate_series(1, 8) AS n`,
    );
    await client.query('VACUUM (ANALYZE) people, identifiers, deals, follow_ups, leads, facts');
  });
}

await withServer(async (server) => {
  const place = await server.place('nardeban_today');
  const { database, ownerUrl } = place;
  const business = await shopIn(database);
  const owners = Array.from({ length: sellers }, (_, at) => `seller-${at}`);
  const filled = await timed(() => fill(ownerUrl, business, owners));
  console.log(
    `${people} people, ${deals} open deals and ${leads} leads of ${sellers} sellers in ${seconds(filled.ms)}`,
  );
  const key = await makeApiKey(database, business, {
    name: 'benchmark',
    scopes: ['sales:read', 'sales:manage'],
    madeBy: 'benchmark',
  });
  if (!key.ok) throw new Error(key.refusal.code);
  const config = { publicUrl: undefined, sessionSecret: undefined, dataFolder: server.folder };
  const app = await buildServer(
    { database, clock: systemClock, config, log: createLog('warn'), webFolder: server.folder },
    [salesFollowUpRoutes],
  );
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  let shown = 0;
  const ask = async (seller: string): Promise<void> => {
    const answer = await fetch(`${address}/v1/sales/today?seller=${seller}`, {
      headers: { authorization: `Bearer ${key.value.key}` },
    });
    if (!answer.ok) throw new Error(await answer.text());
    const { items } = (await answer.json()) as { readonly items: readonly unknown[] };
    shown = Math.max(shown, items.length);
  };
  const plain = (seller: string): Promise<unknown> =>
    database.withBusiness(business.id, (tx) =>
      tx.query(
        `SELECT f.follow_up_id, f.about, f.due_at, p.name FROM follow_ups f
           JOIN people p ON p.business_id = f.business_id AND p.person_id = f.person_id
         WHERE f.business_id = this_business() AND f.owner = $1 AND f.state IN ('open', 'missed') AND f.due_at < now() + interval '1 day'
         ORDER BY f.due_at LIMIT 100`,
        [seller],
      ),
    );
  /** Milliseconds of each of so many askings, each of the next seller. */
  const runs = async (count: number, work: (seller: string) => Promise<unknown>): Promise<number[]> => {
    const all: number[] = [];
    for (let turn = -sellers; turn < count; turn += 1) {
      const { ms } = await timed(() => work(owners[(turn + sellers) % sellers] ?? ''));
      if (turn >= 0) all.push(ms);
    }
    return all;
  };
  try {
    const floor = await runs(asked, plain);
    const alone = await runs(asked, ask);
    const share = Math.ceil(asked / together);
    const crowd = (await Promise.all(Array.from({ length: together }, () => runs(share, ask)))).flat();
    const shownAs = (all: readonly number[]) =>
      `${median(all).toFixed(1)} / ${quantile(all, 0.95).toFixed(1)} ms`;
    const row = (what: string, all: readonly number[], aim: string) => ({
      what: `${what} (median / p95)`,
      floor: shownAs(floor),
      ours: shownAs(all),
      ratio: times(median(all) / median(floor)),
      aim,
    });
    report(`${people} people, ${deals} open deals, ${leads} leads, ${sellers} sellers`, [
      row('today of a seller', alone, 'p95 ≤ 100 ms'),
      row(`${together} sellers at once`, crowd, '–'),
    ]);
    console.log(`The longest day has ${shown} lines.`);
  } finally {
    await app.close();
  }
});
