import { PERMISSION_VERSION, permissionWording } from '@nardeban/core/sales';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_NOW } from '../../../platform/http/testing.ts';
import { receiveFacts } from '../../facts/index.ts';
import { DAY, type SellingShop, sellingShop } from '../memory/testing-shop.ts';
import { EMBED_SCRIPT } from './embed-script.ts';

let shop: SellingShop;
beforeAll(async () => {
  shop = await sellingShop();
});
afterAll(() => shop.served.close());

async function page(method: 'GET' | 'POST', url: string, fields?: Record<string, string>) {
  const answer = await shop.served.app.inject({
    method,
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'fa' },
    ...(fields === undefined ? {} : { payload: new URLSearchParams(fields).toString() }),
  });
  return { status: answer.statusCode, text: answer.body, headers: answer.headers };
}

async function asked(person: number, more: object = {}): Promise<{ id: number; path: string }> {
  const { status, body } = await shop.ask('POST', '/v1/sales/testimonials', { person, ...more });
  expect(status).toBe(201);
  return body;
}

const one = async (id: number) => (await shop.ask('GET', `/v1/sales/testimonials/${id}`)).body;
const publish = async (id: number, state = 'published') =>
  shop.ask('PUT', `/v1/sales/testimonials/${id}`, {
    state,
    revision: (await one(id)).testimonial.revision,
  });
const shown = async (query = '') => {
  const answer = await shop.served.app.inject(`/embed/selling/testimonials.json${query}`);
  return { headers: answer.headers, body: answer.body === '' ? null : answer.json() };
};

const written = {
  words: 'عالی بود\r\n\r\n\r\n\r\nراضی‌ام',
  score: '5',
  name: 'مينا',
  permission: PERMISSION_VERSION,
};

describe('a testimonial', () => {
  test('is asked by a personal link, given without a script, published after a look, and told', async () => {
    const person = await shop.person('مینا');
    const { id, path } = await asked(person);
    expect(path).toMatch(/^\/t\/selling\/[A-Za-z0-9_-]{22}$/u);
    const empty = await page('GET', path);
    expect(empty.status).toBe(200);
    expect(empty.text).toContain('<form method="post"');
    expect(empty.text).toContain(permissionWording('fa', 'Selling'));
    expect(empty.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    const sent = await page('POST', path, written);
    expect([sent.status, sent.headers['location']]).toEqual([303, path]);
    const { testimonial, records } = await one(id);
    expect(testimonial).toMatchObject({
      state: 'given',
      words: 'عالی بود\n\nراضی‌ام',
      score: 5,
      shownName: 'مینا',
      consent: true,
    });
    expect(records).toMatchObject([
      { kind: 'asked' },
      { kind: 'given' },
      {
        kind: 'consented',
        wording: permissionWording('fa', 'Selling'),
        version: PERMISSION_VERSION,
        by: 'customer',
      },
    ]);
    // Sent twice, nothing is doubled.
    await page('POST', path, written);
    expect((await one(id)).records).toHaveLength(3);
    expect(await shop.told(person, 'testimonial.given')).toEqual([
      { key: `testimonial-${id}-given`, data: { score: 5, ref: String(id) } },
    ]);
    expect((await shop.told(person, 'review.written')).map(({ data }) => data)).toEqual([
      { score: 5, place: 'testimonial' },
    ]);
    expect(await shop.told(person, 'consent.given')).toHaveLength(1);
    expect((await shown()).body.testimonials).toEqual([]);
    expect((await publish(id)).body.state).toBe('published');
    expect((await shown()).body).toMatchObject({
      dir: 'rtl',
      testimonials: [{ words: 'عالی بود\n\nراضی‌ام', name: 'مینا', score: 5, stars: '★★★★★' }],
    });
    expect((await page('GET', path)).text).toContain('نشان داده می‌شود');
  });

  test('is gone at once when it is taken back by the same link, which a published frame and a cached copy respect', async () => {
    const person = await shop.person('سارا');
    const { id, path } = await asked(person, { language: 'en' });
    await page('POST', path, { ...written, words: 'Lovely <b>tea</b>', name: 'Sara & co' });
    await publish(id);
    const before = await shown();
    expect(before.body.testimonials[0].words).toBe('Lovely <b>tea</b>');
    const frame = await page('GET', '/embed/selling/testimonials?language=en');
    expect(frame.text).toContain('Lovely &lt;b&gt;tea&lt;/b&gt;');
    expect(frame.text).toContain('Sara &amp; co');
    expect(frame.headers['content-security-policy']).toContain('frame-ancestors *');
    expect(frame.headers['x-frame-options']).toBeUndefined();
    const tag = String(before.headers['etag']);
    const same = { url: '/embed/selling/testimonials.json', headers: { 'if-none-match': tag } };
    expect((await shop.served.app.inject(same)).statusCode).toBe(304);
    expect((await page('POST', `${path}/withdraw`)).status).toBe(303);
    expect((await shop.served.app.inject(same)).statusCode).toBe(200);
    expect(JSON.stringify((await shown()).body)).not.toContain('Lovely');
    expect((await page('GET', '/embed/selling/testimonials?language=en')).text).not.toContain('Lovely');
    expect(await shop.told(person, 'consent.withdrawn')).toHaveLength(1);
    expect((await publish(id)).body.code).toBe('testimonial_not_given');
    // Taken back twice, and given again.
    await page('POST', `${path}/withdraw`);
    expect(await shop.told(person, 'consent.withdrawn')).toHaveLength(1);
    await page('POST', path, { ...written, name: 'Sara' });
    expect((await one(id)).testimonial).toMatchObject({ state: 'given', consent: true });
    expect(await shop.told(person, 'testimonial.given')).toHaveLength(1);
  });

  test('is not published without leave, nor after its words were changed', async () => {
    const { id, path } = await asked(await shop.person('لاله'));
    await page('POST', path, { words: 'خوب', score: '4', name: '' });
    expect((await publish(id)).body.code).toBe('testimonial_not_permitted');
    expect((await page('POST', path, { words: 'خوب', permission: PERMISSION_VERSION })).text).toContain(
      'نامی که نشان داده شود',
    );
    await page('POST', path, { words: 'خوب', name: 'لاله', permission: PERMISSION_VERSION });
    await publish(id);
    await page('POST', path, { words: 'چیز دیگری', name: 'لاله', permission: PERMISSION_VERSION });
    expect((await one(id)).testimonial).toMatchObject({ state: 'given', publishedAt: null });
    expect(JSON.stringify((await shown('?count=24')).body)).not.toContain('چیز دیگری');
    expect((await publish(id, 'hidden')).body.state).toBe('hidden');
  });

  test('answers to nobody who guesses, changes the business or brings rubbish', async () => {
    const { id, path } = await asked(await shop.person('نگار'));
    const other = await shop.served.business('other-shop');
    for (const wrong of [
      '/t/selling/AAAAAAAAAAAAAAAAAAAAAA',
      '/t/selling/short',
      path.replace('selling', other.slug),
      path.replace('selling', 'nobody'),
      `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`,
    ]) {
      expect((await page('GET', wrong)).status).toBe(404);
      expect((await page('POST', wrong, written)).status).toBe(404);
      expect((await page('POST', `${wrong}/withdraw`)).status).toBe(404);
    }
    expect((await page('POST', path, { words: '   ' })).status).toBe(422);
    const long = await page('POST', path, { words: 'آ'.repeat(2001), name: 'ن' });
    expect([long.status, long.text.includes('آ'.repeat(2001))]).toEqual([422, true]);
    expect((await page('POST', path, { words: 'x', score: '9', permission: 'yes' })).status).toBe(303);
    expect((await one(id)).testimonial).toMatchObject({ score: null, consent: false });
    // A new link takes the place of one that was not used.
    const again = await asked(await shop.person('هما'));
    const { body } = await shop.ask('GET', `/v1/sales/testimonials/${again.id}`);
    const newer = await asked(body.testimonial.person);
    expect(newer.id).toBe(again.id);
    expect((await page('GET', again.path)).status).toBe(404);
    expect((await page('GET', newer.path)).status).toBe(200);
  });

  test('is about what they have and not about what they brought back', async () => {
    let numbers = 0;
    const told = (type: string, data: object) => {
      const at = TEST_NOW - (30 - (numbers += 1)) * DAY;
      return { person: { mobile: '09129990000' }, type, at, key: `back-${numbers}`, data };
    };
    const answers = await receiveFacts(shop.served.database, shop.served.clock, shop.shop, [
      told('order.paid', { order: 'kept', amount: 300 }),
      told('product.bought', { order: 'kept', product: 'کفش', category: 'پوشاک', quantity: 1 }),
      told('product.bought', { order: 'kept', product: 'واکس', category: 'لوازم', quantity: 2 }),
      told('product.returned', { order: 'kept', product: 'واکس', quantity: 2 }),
      told('order.returned', { order: 'kept', amount: 60 }),
      // All of it was paid back, and nobody said which things came.
      told('order.paid', { order: 'back', amount: 100 }),
      told('product.bought', { order: 'back', product: 'کیف', category: 'چرم' }),
      told('order.returned', { order: 'back', amount: 100 }),
    ]);
    const [first] = answers;
    const person = first?.status === 'stored' ? first.personId : null;
    if (person === null) throw new Error(JSON.stringify(answers));
    const { id } = await asked(person);
    expect((await one(id)).testimonial).toMatchObject({ products: ['کفش'], categories: ['پوشاک'] });
  });

  test('tells its link once, also where the answer is repeated', async () => {
    const person = await shop.person('پری');
    const key = { 'idempotency-key': 'ask-1' };
    const first = await shop.ask('POST', '/v1/sales/testimonials', { person }, key);
    const second = await shop.ask('POST', '/v1/sales/testimonials', { person }, key);
    expect(first.body.path).toContain('/t/');
    expect(second.body).toEqual({ id: first.body.id, path: null });
    const { rows } = await shop.inside((tx) => tx.query('SELECT answer FROM idempotency_keys'));
    expect(JSON.stringify(rows)).not.toContain(first.body.path);
  });
});

test('the script of the embed is small, asks of any site, and sets words as text', async () => {
  const answer = await shop.served.app.inject('/embed/testimonials.js');
  expect(Buffer.byteLength(answer.body)).toBeLessThanOrEqual(2048);
  expect(answer.headers['cross-origin-resource-policy']).toBe('cross-origin');
  expect(EMBED_SCRIPT).not.toContain('innerHTML');
  expect((await shown()).headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
  expect((await shop.served.app.inject('/embed/nobody/testimonials.json')).statusCode).toBe(404);
});

test('beside a deal stand those of customers like them, with what they share', async () => {
  const own = await shop.person('نیلوفر', [{ product: 'چای سبز', days: 5 }]);
  const like = await shop.person('بهار', [{ product: 'چاي سبز', days: 9 }]);
  const unlike = await shop.person('رعنا', [{ product: 'قند', days: 9 }]);
  for (const [person, words] of [
    [unlike, 'قند خوبی بود'],
    [like, 'چای خوبی بود'],
  ] as const) {
    const { id, path } = await asked(person);
    await page('POST', path, { words, name: 'کسی', permission: PERMISSION_VERSION });
    await publish(id);
  }
  const { body } = await shop.ask('GET', `/v1/sales/deals/${await shop.deal(own, ['چای سبز'])}/testimonials`);
  expect(body.similar[0]).toMatchObject({
    testimonial: { person: like, words: 'چای خوبی بود' },
    because: [{ kind: 'product' }],
  });
  expect(body.similar.at(-1).points).toBe(0);
  // What they wrote themselves is not shown to them.
  const mine = await shop.ask('GET', `/v1/sales/deals/${await shop.deal(like)}/testimonials`);
  expect(
    mine.body.similar.map((found: { testimonial: { person: number } }) => found.testimonial.person),
  ).not.toContain(like);
});
