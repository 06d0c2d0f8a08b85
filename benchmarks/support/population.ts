import { withConnection } from '../../packages/server/src/platform/database/connection.ts';
import type { Business } from '../../packages/server/src/platform/tenancy/index.ts';

const MILLION = 1_000_000;

/**
 * People and facts written by the server itself, in the order of time over the five years before `end`: so what belongs
 * to one person lies scattered over the table, as it does in life. People come one after the other, and those who came
 * early have more facts. The mix is that of `histories.ts`; returns are told of one paid order in ten.
 */
export async function populate(
  ownerUrl: string,
  business: Business,
  people: number,
  facts: number,
  end: number,
): Promise<void> {
  await withConnection(ownerUrl, async (client) => {
    await client.query(`SELECT set_config('nardeban.business', $1, false), setseed(0.5)`, [
      String(business.id),
    ]);
    await client.query(`INSERT INTO sources VALUES (this_business(), 1, 'shop')`);
    // Built afterwards, as one builds them for a bulk load: half the time of the run would go into keeping them.
    const indexes = await client.query<{ name: string; definition: string }>(
      `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
       WHERE indrelid = 'facts'::regclass AND NOT indisprimary`,
    );
    for (const { name } of indexes.rows) await client.query(`DROP INDEX ${name}`);
    for (let from = 0; from < facts; from += MILLION) {
      await client.query(mixed, [people, facts, from, Math.min(facts, from + MILLION), end / 1000]);
    }
    await client.query(returns, [end / 1000]);
    await client.query("SET maintenance_work_mem = '1GB'");
    for (const { definition } of indexes.rows) await client.query(definition);
    await client.query(known, [people, end / 1000]);
    await client.query('VACUUM (ANALYZE) facts, people');
  });
}

const mixed = `
  INSERT INTO facts (business_id, person_id, type, at, source_id, key, amount, ref, data)
  SELECT this_business(), 1 + floor($1::int8 * moment * who), type, to_timestamp($5 - 157680000 * (1 - moment)), 1,
    'k' || g,
    CASE type
      WHEN 'order.paid' THEN 100000 + floor(random() * 9000) * 1000
      WHEN 'survey.answered' THEN floor(random() * 11)
      WHEN 'review.written' THEN 1 + floor(random() * 5)
    END,
    CASE type WHEN 'order.paid' THEN 'o' || g WHEN 'survey.answered' THEN 'recommend' END,
    CASE type
      WHEN 'page.viewed' THEN jsonb_build_object('url', 'https://shop.example/p/' || g % 997)
      WHEN 'product.viewed' THEN jsonb_build_object('sku', 'sku-' || g % 499, 'category', 'c' || g % 17)
      WHEN 'visit.made' THEN jsonb_build_object('branch', 'b' || g % 5)
    END
  FROM (
    SELECT g, (g::float8 + random()) / $2::int8 AS moment, random() AS who,
      CASE
        WHEN dice < 0.29 THEN 'order.paid' WHEN dice < 0.52 THEN 'product.viewed' WHEN dice < 0.67 THEN 'page.viewed'
        WHEN dice < 0.79 THEN 'visit.made' WHEN dice < 0.87 THEN 'cart.updated' WHEN dice < 0.92 THEN 'survey.answered'
        WHEN dice < 0.95 THEN 'newsletter.subscribed' WHEN dice < 0.98 THEN 'review.written' ELSE 'referral.converted'
      END AS type
    FROM (SELECT g, random() AS dice FROM generate_series($3::int8, $4::int8 - 1) AS g) AS thrown
  ) AS told`;

const returns = `
  INSERT INTO facts (business_id, person_id, type, at, source_id, key, amount, ref)
  SELECT business_id, person_id, 'order.returned', least(at + interval '9 days', to_timestamp($1)), 1, 'r' || ref, amount, ref
  FROM facts WHERE business_id = this_business() AND type = 'order.paid' AND fact_id % 10 = 0`;

const known = `
  INSERT INTO people (business_id, person_id, known_since)
  SELECT this_business(), g, coalesce(f.first, to_timestamp($2))
  FROM generate_series(1, $1::int8) AS g
  LEFT JOIN (SELECT person_id, min(at) AS first FROM facts WHERE business_id = this_business() GROUP BY person_id) AS f
    ON f.person_id = g ORDER BY g`;
