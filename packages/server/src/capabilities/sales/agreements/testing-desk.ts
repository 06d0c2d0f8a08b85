import type { Quotation } from '@nardeban/core/sales';
import { afterAll, beforeAll, expect } from 'vitest';
import { buildServer, type Scope, scopes } from '../../../platform/http/index.ts';
import { askWith, bearer, type Served, serveForTest, TEST_NOW } from '../../../platform/http/testing.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { receiveFacts } from '../../facts/index.ts';
import { openDeal } from '../deals/index.ts';
import { salesAgreementRoutes } from './routes.ts';
import { quotationOf } from './testing-quotation.ts';

/** A shop that sells by agreement: a key that may do everything, and a seller's, who is no manager. */
interface Desk {
  served: Served;
  shop: Business;
  key: string;
  seller: string;
}

export const DAY = 86_400_000;
export const desk = {} as Desk;
let people = 0;

/** Opens the desk before the first test of a file and closes it after the last. */
export function useDesk(): void {
  beforeAll(async () => {
    desk.served = await serveForTest((parts) =>
      buildServer(
        { ...parts, config: { ...parts.config, sms: { provider: 'recording' }, development: true } },
        [salesAgreementRoutes],
      ),
    );
    desk.shop = await desk.served.business('shop');
    desk.key = await desk.served.key(desk.shop);
    desk.seller = await desk.served.key(
      desk.shop,
      scopes.filter((scope: Scope) => scope !== 'sales:manage'),
    );
  });
  afterAll(() => desk.served.close());
}

export function ask(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
  as = desk.key,
  more: object = {},
) {
  return askWith(desk.served, bearer(as), '/v1/sales/')(method, url, payload, more);
}

export async function someone(business = desk.shop): Promise<number> {
  people += 1;
  const [answer] = await receiveFacts(desk.served.database, desk.served.clock, business, [
    {
      person: { mobile: `0912555${String(people).padStart(4, '0')}`, name: 'مریم' },
      type: 'page.viewed',
      at: TEST_NOW - 30 * DAY,
      key: `agreement ${people}`,
      data: {},
    },
  ]);
  if (answer?.status !== 'stored' || answer.personId === null) throw new Error(JSON.stringify(answer));
  return answer.personId;
}

export async function deal(person?: number, business = desk.shop): Promise<number> {
  const who = person ?? (await someone(business));
  const opened = await desk.served.database.withBusiness(business.id, (tx) =>
    openDeal(tx, business, {
      person: who,
      title: 'کفش کوه',
      amount: null,
      products: [],
      owner: null,
      expectedClose: null,
      by: 'test',
      at: desk.served.clock.now(),
    }),
  );
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value.id;
}

export const quotation = (more: Partial<Quotation> = {}) => ({
  kind: 'quotation',
  language: 'fa',
  content: quotationOf(more),
});

export async function drafted(draft: object = quotation(), on?: number, as = desk.key) {
  const made = await ask('POST', 'agreements', { deal: on ?? (await deal()), draft }, as);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body;
}

export async function sent(draft: object = quotation(), on?: number) {
  const { id, revision } = await drafted(draft, on);
  const done = await ask('POST', `agreements/${id}/send`, { revision });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  return { ...done.body.agreement, path: new URL(done.body.link).pathname };
}

export async function page(path: string, form?: Record<string, string>, remoteAddress = '10.0.0.1') {
  const answer = await desk.served.app.inject({
    method: form === undefined ? 'GET' : 'POST',
    url: path,
    remoteAddress,
    ...(form === undefined
      ? {}
      : {
          payload: new URLSearchParams(form).toString(),
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }),
  });
  return { status: answer.statusCode, html: answer.body, headers: answer.headers, raw: answer.rawPayload };
}

export const accept = (path: string, more: object = {}) =>
  page(`${path}/accept`, { name: 'مریم', agree: 'yes', ...more });

export async function factsOf(
  agreement: number,
): Promise<{ type: string; key: string; data: Record<string, unknown> }[]> {
  const { rows } = await desk.served.database.withBusiness(desk.shop.id, (tx) =>
    tx.query<{ type: string; key: string; data: Record<string, unknown> }>(
      `SELECT type, key, coalesce(data, '{}') || jsonb_build_object('amount', amount, 'ref', ref) AS data FROM facts
       WHERE business_id = this_business() AND key LIKE $1 ORDER BY learnt_at, fact_id`,
      [`agreement-${agreement}-%`],
    ),
  );
  // Their numbers come out of a sequence that every connection keeps some of.
  const order = [
    'wants.confirmed',
    'quotation.sent',
    'quotation.accepted',
    'quotation.declined',
    'order.placed',
    'order.paid',
    'product.bought',
  ];
  return rows.sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type) || (a.key < b.key ? -1 : 1));
}

export async function followUps(
  dealId: number,
): Promise<{ about: string; day: string; state: string; kind: string }[]> {
  const { rows } = await desk.served.database.withBusiness(desk.shop.id, (tx) =>
    tx.query<{ about: string; day: string; state: string; kind: string }>(
      `SELECT about, to_char(planned_at AT TIME ZONE 'Asia/Tehran', 'YYYY-MM-DD') AS day, state, kind FROM follow_ups
       WHERE business_id = this_business() AND deal_id = $1 ORDER BY planned_at, follow_up_id`,
      [dealId],
    ),
  );
  return rows;
}
