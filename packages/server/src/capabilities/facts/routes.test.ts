import { Analytics } from '@segment/analytics-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import { bearer, type Served, serveForTest, TEST_NOW } from '../../platform/http/testing.ts';
import type { Business } from '../../platform/tenancy/index.ts';

let served: Served;
let shop: Business;
let key = '';
let address = '';

beforeAll(async () => {
  served = await serveForTest(buildApp);
  shop = await served.business('cafe', { currency: 'USD', unit: 'major', language: 'en' });
  key = await served.key(shop);
  address = await served.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => served.close());

const post = (url: string, payload: object, headers = bearer(key)) =>
  served.app.inject({ method: 'POST', url, headers, payload });
const get = async (url: string, headers = bearer(key)) => (await served.app.inject({ url, headers })).json();

async function historyOf(
  search: string,
): Promise<{ type: string; data: Record<string, unknown>; at: number; key: string }[]> {
  const { people } = await get(`/v1/people?search=${encodeURIComponent(search)}`);
  return (await get(`/v1/people/${people[0].id}/facts?limit=200`)).facts;
}

describe('POST /v1/facts', () => {
  test('stores what is good, answers each bad line with its refusal, and knows a repetition', async () => {
    const facts = [
      {
        person: { mobile: '۰۹۱۲ ۱۲۳ ۴۵۶۷', name: 'سارا کریمی' },
        type: 'order.paid',
        at: TEST_NOW - 1000,
        source: 'till',
        key: '1',
        data: { order: '1', amount: 125_00 },
      },
      {
        person: { mobile: '0912' },
        type: 'order.paid',
        at: TEST_NOW,
        source: 'till',
        key: '2',
        data: { order: '2', amount: 1 },
      },
      { person: { external: 'c1' }, type: 'order.payed', at: TEST_NOW, source: 'till', key: '3', data: {} },
      {
        person: { external: 'c1' },
        type: 'order.paid',
        at: '2026-05-01T10:00:00+03:30',
        source: 'till',
        key: '4',
        data: { order: '4', amount: 10.5 },
      },
      {
        person: { external: 'c1' },
        type: 'visit.made',
        at: TEST_NOW + 3 * 86_400_000,
        source: 'till',
        key: '5',
        data: {},
      },
      {
        person: { external: 'c1' },
        type: 'visit.made',
        at: Date.UTC(1900, 0, 1),
        source: 'till',
        key: '6',
        data: {},
      },
      'nonsense',
      null,
      { person: { external: 'c1' }, type: 'visit.made', at: TEST_NOW, source: 'till', key: '7' },
    ];
    const first = await post('/v1/facts', { facts });
    expect(first.statusCode).toBe(200);
    const { results, ...counts } = first.json();
    expect(counts).toEqual({ stored: 2, unchanged: 0, refused: 7 });
    expect(results.map((one: { refusal?: { code: string } }) => one.refusal?.code ?? 'stored')).toEqual([
      'stored',
      'phone_invalid',
      'unknown_fact_type',
      'minor_units_expected',
      'fact_in_future',
      'fact_too_early',
      'fact_not_an_object',
      'fact_not_an_object',
      'stored',
    ]);
    expect(results[3].refusal).toMatchObject({
      field: 'data.amount',
      sentence: expect.stringMatching(/\w+ \w+/),
    });
    const again = (await post('/v1/facts', { facts })).json();
    expect({ ...again, results: undefined }).toEqual({
      stored: 0,
      unchanged: 2,
      refused: 7,
      results: undefined,
    });
    expect(again.results[0]).toMatchObject({
      status: 'unchanged',
      factId: results[0].factId,
      personId: results[0].personId,
    });
  });

  test('takes a thousand at once and not one more', async () => {
    const facts = Array.from({ length: 1001 }, (_, index) => ({
      person: { external: `m${index}` },
      type: 'visit.made',
      at: TEST_NOW,
      source: 'many',
      key: String(index),
    }));
    const tooMany = await post('/v1/facts', { facts });
    expect([tooMany.statusCode, tooMany.json().code, tooMany.json().field, tooMany.json().values]).toEqual([
      400,
      'input_too_many',
      'facts',
      { most: 1000 },
    ]);
    expect((await post('/v1/facts', { facts: facts.slice(1) })).json().stored).toBe(1000);
  });

  test('is read back as a history, page by page, newest first', async () => {
    const facts = Array.from({ length: 7 }, (_, index) => ({
      person: { external: 'reader' },
      type: index % 2 ? 'visit.made' : 'page.viewed',
      at: TEST_NOW - index * 1000,
      key: `r${index}`,
      source: 'web',
    }));
    const { results } = (await post('/v1/facts', { facts })).json();
    const id = results[0].personId;
    const keys: string[] = [];
    const seen: { id: number }[] = [];
    let after = '';
    for (
      let page = await get(`/v1/people/${id}/facts?limit=3`);
      ;
      page = await get(`/v1/people/${id}/facts?limit=3&after=${after}`)
    ) {
      keys.push(...page.facts.map((fact: { key: string }) => fact.key));
      seen.push(...page.facts);
      if (page.next === null) break;
      after = page.next;
    }
    expect(keys).toEqual(facts.map((fact) => fact.key));
    expect((await get(`/v1/people/${id}/facts?type=visit.made`)).facts).toHaveLength(3);
    // By number, as the evidence of a reason is asked for: theirs alone, newest first, however far back.
    const wanted = [seen[5], seen[1], seen[3]].map((fact) => fact?.id ?? 0);
    const byNumber = await get(`/v1/people/${id}/facts?ids=${wanted.join(',')},999999999`);
    expect(byNumber).toMatchObject({ facts: [seen[1], seen[3], seen[5]], next: null });
    expect((await get(`/v1/people/${id}/facts?ids=1,x`)).status).toBe(400);
    expect((await get(`/v1/people/${id}/facts?ids=${Array(201).fill(1).join(',')}`)).status).toBe(400);
    expect((await get(`/v1/people/${id}/facts?after=abc`)).code).toBe('page_unreadable');
    const other = bearer(await served.key(await served.business('other')));
    expect(await get(`/v1/people/${id}/facts`, other)).toMatchObject({ status: 404, code: 'person_unknown' });
  });
});

describe('a client library of Segment, unchanged', () => {
  function client(writeKey = key): { analytics: Analytics; failures: unknown[]; sent: { body: string }[] } {
    const analytics = new Analytics({
      writeKey,
      host: address,
      flushAt: 10,
      flushInterval: 20,
      maxRetries: 1,
    });
    const failures: unknown[] = [];
    const sent: { body: string }[] = [];
    analytics.on('error', (error) => failures.push(error));
    analytics.on('http_request', (request) => sent.push({ body: request.body }));
    return { analytics, failures, sent };
  }

  test('delivers people, their traits, pages and orders; the amounts in the minor unit', async () => {
    const { analytics, failures, sent } = client();
    const at = new Date(TEST_NOW - 5000);
    analytics.identify({
      userId: 'u1',
      traits: {
        email: 'Ali@Example.com',
        phone: '09121112233',
        name: 'علی رضایی',
        city: 'Tehran',
        vip: true,
        address: { country: 'IR' },
      },
      timestamp: at,
    });
    analytics.page({
      userId: 'u1',
      name: 'Menu',
      properties: { url: 'https://cafe.example/menu' },
      timestamp: at,
    });
    analytics.track({
      userId: 'u1',
      event: 'Order Completed',
      timestamp: at,
      properties: {
        order_id: 'o-77',
        total: 19.99,
        tax: 1.5,
        currency: 'usd',
        products: [
          { sku: 'esp', name: 'Espresso', category: 'Drinks', price: 4.35, quantity: 3 },
          { product_id: 'cake', name: 'Cake', price: '6.94' },
        ],
      },
    });
    analytics.track({
      userId: 'u1',
      event: 'Order Refunded',
      properties: { order_id: 'o-77', total: 6.94 },
      timestamp: at,
    });
    analytics.track({
      userId: 'u1',
      event: 'order.paid',
      properties: { order: 'o-78', amount: 500 },
      timestamp: at,
    });
    await analytics.closeAndFlush();
    expect(failures).toEqual([]);
    expect(sent.length).toBeGreaterThan(0);

    const { people } = await get('/v1/people?search=09121112233');
    expect(people).toMatchObject([
      {
        name: 'علی رضایی',
        identifiers: expect.arrayContaining([
          { kind: 'external', value: 'u1' },
          { kind: 'email', value: 'ali@example.com' },
          { kind: 'mobile', value: '+989121112233' },
        ]),
      },
    ]);
    const facts = await historyOf('09121112233');
    const told = (type: string) => facts.filter((fact) => fact.type === type).map((fact) => fact.data);
    expect(told('order.paid')).toEqual(
      expect.arrayContaining([
        { order: 'o-77', amount: 1999, tax: 150 },
        { order: 'o-78', amount: 500 },
      ]),
    );
    expect(told('order.returned')).toEqual([{ order: 'o-77', amount: 694 }]);
    expect(told('product.bought')).toEqual(
      expect.arrayContaining([
        { order: 'o-77', sku: 'esp', product: 'Espresso', category: 'Drinks', quantity: 3, amount: 1305 },
        { order: 'o-77', sku: 'cake', product: 'Cake', quantity: 1, amount: 694 },
      ]),
    );
    expect(told('page.viewed')).toEqual([{ url: 'https://cafe.example/menu', title: 'Menu' }]);
    expect(told('trait.changed')).toEqual(
      expect.arrayContaining([
        { trait: 'city', value: 'Tehran' },
        { trait: 'vip', value: true },
        { trait: 'country', value: 'IR' },
      ]),
    );
    expect(facts.every((fact) => fact.at === at.getTime())).toBe(true);
  });

  test('that sends a batch twice doubles nothing', async () => {
    const { analytics, sent } = client();
    for (let index = 0; index < 25; index += 1) {
      analytics.track({
        userId: 'u2',
        event: 'Product Viewed',
        properties: { sku: `s${index}` },
        timestamp: new Date(TEST_NOW - index),
      });
    }
    await analytics.closeAndFlush();
    expect(sent.length).toBe(3);
    for (const { body } of sent) {
      const again = await post('/v1/batch', JSON.parse(body) as object);
      expect(again.json()).toMatchObject({ success: true, stored: 0, refused: [] });
    }
    expect(await historyOf('u2')).toHaveLength(25);
  });

  test('joins a visitor with who they turn out to be', async () => {
    const { analytics, failures } = client();
    analytics.page({
      anonymousId: 'device-9',
      properties: { url: '/' },
      timestamp: new Date(TEST_NOW - 60_000),
    });
    await analytics.flush();
    analytics.identify({
      userId: 'u9',
      anonymousId: 'device-9',
      traits: { name: 'Nine' },
      timestamp: new Date(TEST_NOW - 1000),
    });
    await analytics.closeAndFlush();
    expect(failures).toEqual([]);
    expect((await historyOf('u9')).map((fact) => fact.type)).toContain('page.viewed');
  });

  test('with a key nobody gave it hears so', async () => {
    const { analytics, failures } = client(`ndb_1_${'x'.repeat(43)}`);
    analytics.track({ userId: 'u1', event: 'Product Viewed' });
    await analytics.closeAndFlush();
    expect(failures).toHaveLength(1);
  });
});

describe('events of tracking libraries', () => {
  const refusedOf = async (event: object) => (await post('/v1/batch', { batch: [event] })).json().refused[0];

  test('that cannot be understood are told in the answer and logged, and keep nothing else out', async () => {
    const good = { type: 'track', event: 'Signed Up', userId: 'u3', messageId: 'good', timestamp: TEST_NOW };
    const answer = await post('/v1/batch', {
      batch: [
        good,
        { type: 'track', event: 'Song Played', userId: 'u3', messageId: 'song' },
        7,
        { type: 'group', userId: 'u3', messageId: 'group' },
        { type: 'track', userId: 'u3', messageId: 'nameless' },
      ],
    });
    expect([answer.statusCode, answer.json()]).toMatchObject([200, { success: true, stored: 1 }]);
    expect(answer.json().refused.map((one: { code: string }) => one.code)).toEqual([
      'event_not_declared',
      'input_invalid',
      'event_kind_unknown',
      'event_name_missing',
    ]);
    expect(served.logged.filter((line) => line['messageId'] === 'song')).toMatchObject([
      { code: 'event_not_declared', business: 'cafe' },
    ]);
    expect((await served.app.inject({ url: '/metrics' })).body).toContain(
      'nardeban_tracking_refused_total{code="event_not_declared"} 1',
    );
  });

  test('of the business’s own are stored once it declared them', async () => {
    const put = await served.app.inject({
      method: 'PUT',
      url: '/v1/custom-facts/table_booked',
      headers: bearer(key),
      payload: {
        fa: 'رزرو میز',
        en: 'table booking',
        fields: { seats: { kind: 'number', fa: 'صندلی', en: 'seats' } },
      },
    });
    expect(put.statusCode).toBe(200);
    await post('/v1/track', {
      event: 'Table Booked',
      userId: 'u4',
      messageId: 'b1',
      timestamp: TEST_NOW,
      properties: { seats: 4, mood: 'good' },
    });
    expect(await historyOf('u4')).toMatchObject([{ type: 'custom.table_booked', data: { seats: 4 } }]);
    expect((await get('/v1/vocabulary')).words.map((word: { type: string }) => word.type)).toContain(
      'custom.table_booked',
    );
  });

  test('say with which amount or date they were refused', async () => {
    const order = { type: 'track', event: 'Order Completed', userId: 'u5', messageId: 'x' };
    expect(
      await refusedOf({ ...order, properties: { order_id: '1', total: 5, currency: 'EUR' } }),
    ).toMatchObject({ code: 'amount_currency_differs', field: 'properties.currency' });
    expect(await refusedOf({ ...order, properties: { order_id: '1', total: 'many' } })).toMatchObject({
      field: 'properties.total',
    });
    expect(await refusedOf({ ...order, properties: { order_id: '1', total: { deep: 1 } } })).toMatchObject({
      code: 'input_invalid',
      field: 'properties.total',
    });
    expect(await refusedOf({ ...order, properties: { total: 5 } })).toMatchObject({ code: 'field_missing' });
    expect(
      await refusedOf({ ...order, timestamp: 'yesterday', properties: { order_id: '1', total: 5 } }),
    ).toMatchObject({ field: 'timestamp' });
  });

  test('that say nothing of whose they are, are nobody’s; a phone nobody can read loses no order', async () => {
    expect(await refusedOf({ type: 'page', messageId: 'nobody', properties: { url: '/' } })).toMatchObject({
      code: 'identity_missing',
    });
    const order = {
      event: 'Order Completed',
      userId: 'u7',
      messageId: 'na',
      timestamp: TEST_NOW,
      properties: { order_id: '7', total: 5 },
    };
    expect(
      (await post('/v1/track', { ...order, context: { traits: { phone: 'n/a', email: 'none' } } })).json(),
    ).toMatchObject({ stored: 1 });
    expect((await historyOf('u7')).map((fact) => fact.type)).toEqual(['order.paid']);
  });

  test('without a messageId are known again by their content', async () => {
    const event = {
      event: 'Product Viewed',
      userId: 'u6',
      timestamp: '2026-05-05T10:00:00Z',
      properties: { sku: 'a' },
    };
    expect((await post('/v1/track', event)).json()).toMatchObject({ stored: 1, unchanged: 0 });
    expect((await post('/v1/track', event)).json()).toMatchObject({ stored: 0, unchanged: 1 });
  });
});
