import { connect } from 'node:net';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accept, refuse, refusalSentences } from '@nardeban/core/values';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Business } from '../tenancy/index.ts';
import { KEY_MEMORY_MS } from './asker.ts';
import { refusals } from './http.ts';
import { askerOf } from './permit.ts';
import { codesWithStatus } from './refusal-status.ts';
import { buildServer, type Routes } from './server.ts';
import { bearer, type Served, serveForTest, TEST_NOW } from './testing.ts';

// Deeds that stand for what capabilities do: one that writes, one that refuses, one that fails, one that waits.
let release: () => void = () => {};
const routes: Routes = (app, { database, writes }) => {
  const config = { scope: 'people:write' } as const;
  const body = z.strictObject({
    name: z.string().min(1).max(50),
    nested: z.strictObject({ n: z.int() }).optional(),
  });
  const made = z.strictObject({ made: z.string(), times: z.int() });
  const times = async (
    tx: Parameters<Parameters<typeof writes.inBusiness>[2]>[0],
    business: Business,
    name: string,
  ) => {
    await tx.query(
      'INSERT INTO sources (business_id, source_id, name) SELECT $1, 1 + count(*), $2 || count(*) FROM sources',
      [business.id, name],
    );
    const { rows } = await tx.query<{ n: number }>('SELECT count(*) AS n FROM sources');
    return rows[0]?.n ?? 0;
  };
  app.post(
    '/v1/tries',
    { config, schema: { body, response: { 201: made, ...refusals } } },
    async (request, reply) => {
      const { business } = askerOf(request);
      await writes.inBusiness<z.infer<typeof made>>(request, reply, async (tx) => {
        const n = await times(tx, business, request.body.name);
        if (request.body.name === 'slow') await new Promise<void>((resolve) => (release = resolve));
        if (request.body.name === 'refused') return refuse('slug_taken', 'name', { slug: 'refused' });
        return accept({ status: 201, body: { made: request.body.name, times: n } });
      });
      return reply;
    },
  );
  app.get('/v1/failing', { config, schema: { response: { 200: made, ...refusals } } }, () => {
    throw new Error('the password is hunter2');
  });
  app.get('/v1/nul', { config, schema: { response: { 200: made, ...refusals } } }, async () => {
    await database.withoutBusiness((tx) => tx.query('SELECT $1::text', ['a\u0000b']));
    return { made: '', times: 0 };
  });
};

let served: Served;
let shop: Business;
let key = '';

beforeAll(async () => {
  served = await serveForTest(async (parts) => {
    const folder = parts.webFolder ?? '';
    await mkdir(join(folder, 'assets'), { recursive: true });
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Nardeban</title>');
    await writeFile(join(folder, 'assets/app-1a2b.js'), 'export {}');
    return buildServer(parts, [routes]);
  });
  shop = await served.business('cafe');
  key = await served.key(shop);
});
afterAll(() => served.close());

const post = (payload: unknown, headers: Record<string, string> = {}) =>
  served.app.inject({
    method: 'POST',
    url: '/v1/tries',
    headers: { ...bearer(key), 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
  });

describe('a refusal', () => {
  test('is a problem of RFC 9457 in the reader’s language, Persian unless told', async () => {
    const persian = await served.app.inject({ url: '/v1/session' });
    expect(persian.statusCode).toBe(401);
    expect(persian.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(persian.headers['www-authenticate']).toContain('Bearer');
    expect(persian.json()).toEqual({
      type: 'urn:nardeban:refusal:sign_in_needed',
      title: 'Unauthorized',
      status: 401,
      code: 'sign_in_needed',
      sentence: refusalSentences['sign_in_needed']?.fa,
      detail: refusalSentences['sign_in_needed']?.en,
    });
    const english = await served.app.inject({
      url: '/v1/session',
      headers: { 'accept-language': 'de, en;q=0.8, fa;q=0.7' },
    });
    expect(english.json().sentence).toBe(refusalSentences['sign_in_needed']?.en);
    expect(english.headers['content-language']).toBe('en');
  });

  test.each([
    ['{', 'body_unreadable'],
    ['', 'body_missing'],
    ['null', 'body_missing'],
    ['[]', 'input_invalid'],
    ['{"name":1}', 'input_invalid'],
    ['{}', 'input_missing'],
    ['{"name":"x","other":1}', 'input_unexpected'],
    ['{"name":"x","__proto__":{"admin":true}}', 'body_unreadable'],
    ['{"name":"x","constructor":{"prototype":{"admin":true}}}', 'body_unreadable'],
    ['{"name":"a\\u0000b"}', 'text_unreadable'],
    ['{"name":"\\ud800"}', 'text_unreadable'],
    ['{"name":"x","nested":{"n":1e999}}', 'input_invalid'],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'body_too_deep'],
    [`{"name":"${'x'.repeat(51)}"}`, 'input_invalid'],
  ])('of the body %.60s is %s', async (payload, code) => {
    const answer = await post(payload);
    expect([answer.statusCode, answer.json().code]).toEqual([400, code]);
  });

  test('names the field it is about', async () => {
    expect((await post({ name: 'x', nested: { n: 'y' } })).json().field).toBe('nested.n');
    expect((await post({ name: 'x', nested: {} })).json()).toMatchObject({
      code: 'input_missing',
      field: 'nested.n',
    });
    expect((await post({ name: 'x', nested: { n: 1, m: 1 } })).json().field).toBe('nested.m');
  });

  test('meets bytes that are not UTF-8, other content types, and five megabytes', async () => {
    const latin = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc7, 0xe1]), Buffer.from('"}')]);
    expect((await post(latin)).json().code).toBe('text_unreadable');
    expect((await post('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).statusCode).toBe(415);
    expect((await post('x', { 'content-type': 'text/plain' })).statusCode).toBe(415);
    expect((await post(`"${'x'.repeat(5 * 1024 * 1024)}"`)).json().code).toBe('body_too_large');
  });

  test('of an unknown address, of another method, and of an address no one can read', async () => {
    expect((await served.app.inject({ url: '/v1/nothing' })).json().code).toBe('route_unknown');
    const method = await served.app.inject({ method: 'DELETE', url: '/v1/tries' });
    expect([method.statusCode, method.headers.allow, method.json().code]).toEqual([
      405,
      'POST',
      'method_refused',
    ]);
    expect((await served.app.inject({ url: '/v1/%zz' })).json().code).toBe('request_unreadable');
    expect(
      (
        await served.app.inject({
          method: 'DELETE',
          url: `/v1/api-keys/${'9'.repeat(400)}`,
          headers: bearer(key),
        })
      ).json().code,
    ).toBe('url_too_long');
  });

  test('of what nobody foresaw tells a number and nothing else; the log has the rest', async () => {
    const answer = await served.app.inject({ url: '/v1/failing', headers: bearer(key) });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('hunter2');
    const { requestId, code } = answer.json();
    expect(code).toBe('internal');
    expect(served.logged.find((line) => line['reqId'] === requestId)).toMatchObject({ level: 50 });
  });

  test('stands where a value slips through to the database that it cannot hold', async () => {
    const answer = await served.app.inject({ url: '/v1/nul', headers: bearer(key) });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request_unreadable']);
  });

  test('has a sentence in both languages for every code of the table', () => {
    expect(codesWithStatus.filter((code) => refusalSentences[code] === undefined)).toEqual([]);
  });
});

describe('a raw connection that speaks no HTTP', () => {
  test('is answered and closed', async () => {
    await served.app.listen({ host: '127.0.0.1', port: 0 });
    const address = served.app.server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.end('\u0000\u0001nonsense\r\n\r\n'));
      socket.on('data', (data) => (text += data.toString()));
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('an API key', () => {
  test('opens its own business, as Bearer and as the user name of Basic', async () => {
    const basic = { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` };
    for (const headers of [bearer(key), basic]) {
      const answer = await served.app.inject({ url: '/v1/session', headers });
      expect(answer.json()).toMatchObject({
        user: null,
        role: null,
        business: { slug: 'cafe', currency: 'IRR' },
        businesses: [],
      });
    }
  });

  test.each([
    ['nothing of ours', 'Bearer abc'],
    ['the right business, another secret', `Bearer ndb_1_${'x'.repeat(43)}`],
    ['a business that is not there', `Bearer ndb_zzzzz_${'x'.repeat(43)}`],
    ['a number no business can have', `Bearer ndb_zzzzzzz_${'x'.repeat(43)}`],
    ['no scheme', 'x'],
    ['Basic without a name', `Basic ${Buffer.from(':').toString('base64')}`],
  ])('that is %s is refused', async (_, authorization) => {
    const answer = await served.app.inject({ url: '/v1/session', headers: { authorization } });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'api_key_unknown']);
  });

  test('is not accepted in the name of another business', async () => {
    const other = await served.business('other');
    const moved = key.replace(/^ndb_[0-9a-z]+_/, `ndb_${other.id.toString(36)}_`);
    expect((await served.app.inject({ url: '/v1/session', headers: bearer(moved) })).statusCode).toBe(401);
  });

  test('without the scope is refused, with the scope that is missing', async () => {
    const narrow = await served.key(shop, ['people:read']);
    const answer = await served.app.inject({
      method: 'POST',
      url: '/v1/tries',
      headers: bearer(narrow),
      payload: { name: 'x' },
    });
    expect([answer.statusCode, answer.json().code, answer.json().values]).toEqual([
      403,
      'scope_missing',
      { scope: 'people:write' },
    ]);
  });

  test('is made, listed and revoked over HTTP; told once, kept as a hash alone', async () => {
    const made = await served.app.inject({
      method: 'POST',
      url: '/v1/api-keys',
      headers: { ...bearer(key), 'idempotency-key': 'new-key' },
      payload: { name: 'till', scopes: ['facts:write', 'people:read'] },
    });
    expect(made.statusCode).toBe(201);
    const { key: told, record } = made.json();
    expect(told).toMatch(/^ndb_[0-9a-z]+_[0-9A-Za-z]{43}$/);
    const again = await served.app.inject({
      method: 'POST',
      url: '/v1/api-keys',
      headers: { ...bearer(key), 'idempotency-key': 'new-key' },
      payload: { scopes: ['facts:write', 'people:read'], name: 'till' },
    });
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.json()).toEqual({ key: null, record });
    const dump = await served.database.withBusiness(shop.id, (tx) =>
      tx.query(
        'SELECT (SELECT json_agg(k) FROM api_keys k)::text || (SELECT json_agg(k) FROM idempotency_keys k)::text AS all',
      ),
    );
    expect(JSON.stringify(dump.rows)).not.toContain(told);

    expect((await served.app.inject({ url: '/v1/session', headers: bearer(told) })).statusCode).toBe(200);
    const revoked = await served.app.inject({
      method: 'DELETE',
      url: `/v1/api-keys/${record.id}`,
      headers: bearer(key),
    });
    expect(revoked.json()).toMatchObject({ id: record.id, revokedAt: expect.any(Number) });
    // This process forgets it at once.
    expect((await served.app.inject({ url: '/v1/session', headers: bearer(told) })).statusCode).toBe(401);
    const { keys } = (await served.app.inject({ url: '/v1/api-keys', headers: bearer(key) })).json();
    expect(keys[0]).toMatchObject({ name: 'till', scopes: ['facts:write', 'people:read'] });
    expect(JSON.stringify(keys)).not.toContain('hash');
  });

  test('revoked by another process is believed no longer than its memory', async () => {
    const doomed = await served.key(shop);
    expect((await served.app.inject({ url: '/v1/session', headers: bearer(doomed) })).statusCode).toBe(200);
    await served.database.withBusiness(shop.id, (tx) =>
      tx.query('UPDATE api_keys SET revoked_at = now() WHERE key_id = (SELECT max(key_id) FROM api_keys)'),
    );
    served.clock.set(TEST_NOW + KEY_MEMORY_MS);
    expect((await served.app.inject({ url: '/v1/session', headers: bearer(doomed) })).statusCode).toBe(401);
    served.clock.set(TEST_NOW);
  });

  test('of another business cannot be revoked', async () => {
    const other = await served.business('third');
    const answer = await served.app.inject({
      method: 'DELETE',
      url: '/v1/api-keys/1',
      headers: bearer(await served.key(other)),
    });
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'key_not_found']);
  });
});

describe('an Idempotency-Key', () => {
  const idem = (name: string) => ({ 'idempotency-key': name });

  test('makes a repetition give the same answer and do nothing', async () => {
    const first = await post({ name: 'once' }, idem('k1'));
    const second = await post('{ "name" : "once" }', idem('k1'));
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.json()).toEqual(first.json());
    expect([first.headers['idempotent-replayed'], second.headers['idempotent-replayed']]).toEqual([
      undefined,
      'true',
    ]);
    const third = await post({ name: 'once' });
    expect(third.json().times).toBe(first.json().times + 1);
  });

  test('with another body is refused', async () => {
    await post({ name: 'a' }, idem('k2'));
    const other = await post({ name: 'b' }, idem('k2'));
    expect([other.statusCode, other.json().code]).toEqual([422, 'idempotency_key_reuse']);
  });

  test('while the first is under way says to come back', async () => {
    const slow = post({ name: 'slow' }, idem('k3'));
    await expect.poll(() => release.toString()).not.toBe('() => {}');
    const meanwhile = await post({ name: 'slow' }, idem('k3'));
    expect([meanwhile.statusCode, meanwhile.json().code, meanwhile.headers['retry-after']]).toEqual([
      409,
      'idempotency_key_in_flight',
      '1',
    ]);
    release();
    expect((await slow).statusCode).toBe(201);
  });

  test('of a refused write stays free, and the write left nothing behind', async () => {
    const before = (await post({ name: 'count' })).json().times;
    const refused = await post({ name: 'refused' }, idem('k4'));
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'slug_taken']);
    expect((await post({ name: 'after' }, idem('k4'))).json().times).toBe(before + 1);
  });

  test('of one business is not that of another', async () => {
    const other = await served.business('neighbour');
    const mine = await post({ name: 'mine' }, idem('k5'));
    const theirs = await post({ name: 'theirs' }, { ...idem('k5'), ...bearer(await served.key(other)) });
    expect([mine.statusCode, theirs.statusCode, theirs.headers['idempotent-replayed']]).toEqual([
      201,
      201,
      undefined,
    ]);
  });

  test.each(['', ' ', 'کلید', 'x'.repeat(256)])('that is %j is refused', async (name) => {
    const answer = await post({ name: 'x' }, idem(Buffer.from(name).toString('latin1')));
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'idempotency_key_invalid']);
  });

  test('is forgotten after two days', async () => {
    await post({ name: 'old' }, idem('k6'));
    served.clock.set(Date.now() + 3 * 24 * 60 * 60 * 1000);
    await post({ name: 'new' }, idem('k7'));
    await post({ name: 'new' }, idem('k8'));
    served.clock.set(TEST_NOW);
    expect((await post({ name: 'old' }, idem('k6'))).headers['idempotent-replayed']).toBeUndefined();
  });
});

describe('the rest of the house', () => {
  test('health says whether the database answers; metrics speak to this machine', async () => {
    expect((await served.app.inject({ url: '/health' })).json()).toEqual({ live: true, database: true });
    const metrics = await served.app.inject({ url: '/metrics' });
    expect(metrics.body).toContain('nardeban_http_request_seconds_bucket');
    const far = { remoteAddress: '203.0.113.9' };
    expect((await served.app.inject({ url: '/metrics', ...far })).statusCode).toBe(401);
    expect((await served.app.inject({ url: '/metrics', ...far, headers: bearer(key) })).statusCode).toBe(200);
    expect(
      (await served.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.9' } }))
        .statusCode,
    ).toBe(401);
  });

  test('pages get the workplace whatever their address; files and programs do not', async () => {
    for (const url of ['/', '/people/17', '/ladders/loyalty?asOf=2026-01-01']) {
      const page = await served.app.inject({ url });
      expect([page.statusCode, page.headers['content-type'], page.headers['cache-control']]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-cache',
      ]);
    }
    const asset = await served.app.inject({ url: '/assets/app-1a2b.js' });
    expect(asset.headers['cache-control']).toContain('immutable');
    expect((await served.app.inject({ url: '/assets/gone.js' })).statusCode).toBe(404);
    expect((await served.app.inject({ url: '/../../package.json' })).body).not.toContain('workspaces');
    expect((await served.app.inject({ url: '/%2e%2e/%2e%2e/package.json' })).body).not.toContain(
      'workspaces',
    );
  });

  test('scripts come from our own files alone', async () => {
    const policy = String((await served.app.inject({ url: '/' })).headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(/script-src[^;]*unsafe/.test(policy)).toBe(false);
  });

  test('a route that names no scope stops the program from starting', async () => {
    await expect(
      buildServer(served.parts, [(app) => void app.get('/v1/forgotten', () => 'open')]),
    ).rejects.toThrow('GET /v1/forgotten names no scope');
  });
});
