import { buildApp } from '../../../app.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { askWith, bearer, serveForTest, TEST_NOW } from '../../../platform/http/testing.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { columnFieldsOf, receiveFacts } from '../../facts/index.ts';
import { mergePeople } from '../../people/index.ts';
import { openDeal } from '../deals/index.ts';

export const DAY = 86_400_000;

/** A served shop and what tests of the sales rooms do in it. */
export async function sellingShop() {
  const served = await serveForTest(buildApp);
  await served.prepareJobs();
  const shop = await served.business('selling', { name: 'Selling' });
  const ask = askWith(served, bearer(await served.key(shop)));
  let numbers = 0;

  const inside = <T>(work: (tx: Tx) => Promise<T>, business: Pick<Business, 'id'> = shop): Promise<T> =>
    served.database.withBusiness(business.id, work);

  /** Somebody the shop knows, with what they bought: names of products, so many days ago. */
  async function newcomer(
    name: string,
    bought: readonly { readonly product: string; readonly sku?: string; readonly days: number }[] = [],
  ): Promise<number> {
    const mobile = `+98912${String((numbers += 1)).padStart(7, '0')}`;
    const known = TEST_NOW - (400 + numbers) * DAY;
    const told = [
      { type: 'page.viewed', at: known, data: {} },
      ...bought.map(({ days, ...data }) => ({
        type: 'product.bought',
        at: TEST_NOW - days * DAY,
        data: { order: `o${(numbers += 1)}`, ...data },
      })),
    ];
    const answers = await receiveFacts(
      served.database,
      served.clock,
      shop,
      told.map((fact) => ({ ...fact, person: { mobile, name }, key: `t${(numbers += 1)}` })),
    );
    const [first] = answers;
    if (first === undefined || first.status === 'refused' || first.personId === null)
      throw new Error(JSON.stringify(answers));
    return first.personId;
  }

  async function deal(person: number, products: readonly string[] = []): Promise<number> {
    const opened = await inside((tx) =>
      openDeal(tx, shop, {
        person,
        title: 'A deal',
        amount: null,
        products,
        owner: null,
        expectedClose: null,
        by: 'test',
        at: served.clock.now(),
      }),
    );
    if (!opened.ok) throw new Error(opened.refusal.code);
    return opened.value.id;
  }

  /** Facts of somebody, the first told first; with what they are about as `ref`. */
  async function factsOf(person: number, type: string): Promise<readonly { key: string; data: object }[]> {
    const { rows } = await inside((tx) =>
      tx.query<{ key: string; data: object; ref: string | null; amount: number | null }>(
        `SELECT key, data, ref, amount FROM facts WHERE business_id = this_business() AND person_id = $1 AND type = $2
         ORDER BY learnt_at, fact_id`,
        [person, type],
      ),
    );
    const { figure } = columnFieldsOf(type);
    return rows.map(({ key, data, ref, amount }) => ({
      key,
      data: {
        ...data,
        ...(ref === null ? {} : { ref }),
        ...(amount === null || figure === 'amount' ? {} : { [figure]: amount }),
      },
    }));
  }

  async function followUps(origin: string): Promise<readonly Record<string, unknown>[]> {
    const { rows } = await inside((tx) =>
      tx.query(
        `SELECT follow_up_id AS id, kind, about, state, origin_ref AS ref, deal_id AS deal, whole_day AS whole, due_at AS due
         FROM follow_ups WHERE business_id = this_business() AND origin = $1 ORDER BY follow_up_id`,
        [origin],
      ),
    );
    return rows;
  }

  const merge = (one: number, other: number) =>
    inside((tx) => mergePeople(tx, shop, { winner: one, loser: other, by: 'test' }));

  return { served, shop, ask, deal, followUps, inside, merge, person: newcomer, told: factsOf };
}
export type SellingShop = Awaited<ReturnType<typeof sellingShop>>;
