import { buildServer } from '../../../platform/http/index.ts';
import { askWith, bearer, serveForTest, TEST_NOW } from '../../../platform/http/testing.ts';
import { addStaff } from '../../../platform/sign-in/index.ts';
import { receiveFacts } from '../../facts/index.ts';
import { salesDealRoutes } from './routes.ts';
import { expect } from 'vitest';

export const DAY = 86_400_000;

/** A served shop that sells by deals, with Mina to sell in it. */
export async function dealingShop() {
  const served = await serveForTest((parts) => buildServer(parts, [salesDealRoutes]));
  const shop = await served.business('deals');
  const ask = askWith(served, bearer(await served.key(shop)));
  let people = 0;

  async function seller(name: string): Promise<string> {
    const staff = { email: `${name}@example.test`, name, password: 'آب‌انبار و نردبان', role: 'sales' };
    const added = await addStaff(served.database, { ...staff, businessSlug: shop.slug });
    if (!added.ok) throw new Error(added.refusal.code);
    return added.value.userId;
  }

  async function tell(
    person: number | null,
    type: string,
    data: object = {},
    at = served.clock.now(),
  ): Promise<number> {
    people += 1;
    const who = person === null ? { mobile: `0912444${String(people).padStart(4, '0')}` } : { id: person };
    const [answer] = await receiveFacts(served.database, served.clock, shop, [
      { person: who, type, at, key: `test ${people}`, data },
    ]);
    if (answer?.status !== 'stored' || answer.personId === null) throw new Error(JSON.stringify(answer));
    return answer.personId;
  }

  const someone = (): Promise<number> => tell(null, 'page.viewed', {}, TEST_NOW - 30 * DAY);

  async function deal(changes: object = {}): Promise<{ id: number; revision: number; person: number }> {
    const opened = await ask('POST', '/v1/sales/deals', {
      person: await someone(),
      title: 'کفش کوه',
      amount: 5_000_000,
      products: ['کفش'],
      owner: mina,
      expectedClose: '2026-07-01',
      ...changes,
    });
    expect(opened.status, JSON.stringify(opened.body)).toBe(201);
    return opened.body;
  }

  /** What was told of a deal, by the names of what was told. */
  async function toldOf(id: number): Promise<string[]> {
    const { rows } = await served.database.withBusiness(shop.id, (tx) =>
      tx.query<{ type: string; key: string }>(
        `SELECT type, key FROM facts WHERE business_id = this_business() AND ref = $1 AND type LIKE 'deal.%' ORDER BY key`,
        [String(id)],
      ),
    );
    return rows.map(({ type, key }) => `${type} ${key.replace(`deal-${id}-`, '')}`);
  }

  const move = (id: number, revision: number, to: string, more: object = {}) =>
    ask('POST', `/v1/sales/deals/${id}/move`, { to, revision, ...more });

  const mina = await seller('mina');
  return { served, shop, ask, deal, mina, move, seller, someone, tell, toldOf };
}
export type DealingShop = Awaited<ReturnType<typeof dealingShop>>;
