import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, type Operation, operationsOf, sampleBody } from '../../../tests/contract-samples.ts';
import { serveTwoBusinesses, type TwoBusinesses } from '../../../tests/two-businesses.ts';
import { checkoutFolder } from './platform/config/index.ts';
import { bearer } from './platform/http/testing.ts';

/**
 * No bad input ends in a 500. Every operation of the contract is sent its good request with one thing in it spoilt, and
 * bytes that are no request at all. A failing run prints its seed and the request.
 */
const contract = await readFile(join(checkoutFolder, 'contract/openapi.json'), 'utf8');
const operations = operationsOf(JSON.parse(contract));
const isNight = process.env['NARDEBAN_NIGHTLY'] !== undefined;
const RUNS = isNight ? 1000 : 12;

let world: TwoBusinesses;
let headers: Record<string, string> = {};
beforeAll(async () => {
  world = await serveTwoBusinesses();
  headers = { ...bearer(await world.key(world.first)), host: 'localhost', origin: 'http://localhost' };
});
afterAll(() => world?.served.close());

/** What has broken programs before. */
const NASTY: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  -0,
  9_007_199_254_740_992,
  2 ** 31,
  2 ** 63,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff x',
  '__proto__',
  'constructor',
  "'; DROP TABLE people; --",
  '%00',
  '../../etc/passwd',
  '۱۲۳',
  'ي ك',
  '\u202e',
  '\ufdfd'.repeat(60),
  '😀',
  'NaN',
  'Infinity',
  '0000-00-00',
  '1403/12/31',
  '2026-02-30',
  '999999999999999999999999',
  [],
  {},
  [[]],
  [null],
  { a: null },
  { $gt: '' },
  { constructor: { prototype: { x: 1 } } },
  'x'.repeat(100_000),
  Array.from({ length: 3000 }, () => 0),
];

const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

/** A value with one of its parts, or itself, replaced; or with a part added that does not belong. */
function spoilt(good: unknown): fc.Arbitrary<unknown> {
  const places = placesOf(good);
  return fc
    .tuple(fc.nat(places.length), fc.constantFrom('replace', 'add', 'remove', 'wrap'), nasty)
    .map(([at, how, value]) => {
      const path = places[at];
      return path === undefined ? value : changedAt(good, path, how, value);
    });
}

function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => placesOf(inner, [...path, name]))];
}

function changedAt(good: unknown, path: readonly string[], how: string, value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) {
    if (how === 'wrap') return [good];
    return how === 'add' && typeof good === 'object' && good !== null && !Array.isArray(good)
      ? { ...good, [JSON.stringify(value) ?? 'undefined']: value }
      : value;
  }
  if (Array.isArray(good))
    return good.map((one, index) => (String(index) === name ? changedAt(one, rest, how, value) : one));
  const record = good as Record<string, unknown>;
  if (how === 'remove' && rest.length === 0)
    return Object.fromEntries(Object.entries(record).filter(([one]) => one !== name));
  return { ...record, [name]: changedAt(record[name], rest, how, value) };
}

const rawBody: fc.Arbitrary<Buffer> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.constantFrom(
    Buffer.from('{"a":'),
    Buffer.from('\ufeff{}'),
    Buffer.from('{"a":1}{"a":2}'),
    Buffer.from('{"__proto__":{"isAdmin":true}}'),
    Buffer.from(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
    Buffer.from('['.repeat(200_000)),
    Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
    Buffer.from(`{"a":${'9'.repeat(100_000)}}`),
    Buffer.from('"\\uD800"'),
    Buffer.alloc(0),
  ),
);

const contentType = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  '',
  'a/b/c',
  'application/vnd.api+json',
);

async function answerTo(
  operation: Operation,
  request: { url?: string; payload?: string | Buffer; type?: string; more?: Record<string, string> },
) {
  const answer = await world.served.app.inject({
    method: operation.method,
    url: request.url ?? addressOf(operation, world.ofFirst),
    headers: {
      ...headers,
      ...(request.type === undefined ? {} : { 'content-type': request.type }),
      ...request.more,
    },
    ...(request.payload === undefined ? {} : { payload: request.payload }),
  });
  expect(answer.statusCode, `${operation.id}: ${answer.body.slice(0, 300)}`).toBeLessThan(500);
  if (answer.statusCode >= 400) {
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toMatchObject({
      status: answer.statusCode,
      code: expect.stringMatching(/^[a-z][a-z_]+$/),
      sentence: expect.any(String),
    });
    expect(answer.json().sentence, 'a code without a sentence').not.toBe(answer.json().code);
  }
  return answer;
}

const named = (list: readonly Operation[]): [string, Operation][] =>
  list.map((one) => [`${one.method} ${one.path}`, one]);

describe.each(named(operations.filter(({ hasBody }) => hasBody)))('%s', (_, operation) => {
  test('answers a spoilt body with a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(sampleBody(operation, world.ofFirst)), async (body) => {
        await answerTo(operation, { payload: JSON.stringify(body) ?? '', type: 'application/json' });
      }),
      { numRuns: RUNS },
    );
  });

  // Chance meets one pair of many thousands seldom.
  test.runIf(isNight)(
    'answers each nasty thing in each place of its body with a refusal',
    async () => {
      const good = sampleBody(operation, world.ofFirst);
      for (const path of placesOf(good)) {
        for (const value of NASTY) {
          const payload = JSON.stringify(changedAt(good, path, 'replace', value)) ?? '';
          await answerTo(operation, { payload, type: 'application/json' });
        }
      }
    },
    300_000,
  );
});

describe.each(named(operations.filter(({ method }) => method !== 'GET')))('%s', (_, operation) => {
  test('answers bytes that are no request with a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(rawBody, contentType, async (payload, type) => {
        await answerTo(operation, { payload, type });
      }),
      { numRuns: RUNS / 2 },
    );
  });
});

describe.each(named(operations))('%s', (_, operation) => {
  test('answers a spoilt address with a refusal', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 50 }),
      fc.constantFrom(
        '\u0000',
        '..',
        '%',
        'é',
        '۱۲',
        '-1',
        '1e9',
        '9'.repeat(30),
        'x'.repeat(400),
        "' OR 1=1",
        '[object Object]',
      ),
    );
    const query = fc.dictionary(
      fc.constantFrom(
        'asOf',
        'from',
        'to',
        'after',
        'before',
        'limit',
        'search',
        'type',
        '__proto__',
        'x[y]',
      ),
      piece,
      { maxKeys: 3 },
    );
    await fc.assert(
      fc.asyncProperty(piece, query, async (text, asked) => {
        // What cannot be written in an address was never sent: half a surrogate pair has no UTF-8.
        const written = (one: string): string => encodeURIComponent(one.toWellFormed());
        const path = operation.path.replaceAll(/\{[a-z]+\}/g, written(text) || 'x');
        const search = Object.entries(asked)
          .map(([name, value]) => `${written(name)}=${written(value)}`)
          .join('&');
        const payload = sampleBody(operation, world.ofFirst);
        await answerTo(operation, {
          url: `${path}?${search}`,
          ...(payload === undefined ? {} : { payload: JSON.stringify(payload), type: 'application/json' }),
        });
      }),
      { numRuns: RUNS },
    );
  });

  test('answers spoilt headers with a refusal', async () => {
    const value = fc.oneof(
      fc.constantFrom(
        '',
        ',',
        ';q=',
        'x'.repeat(5000),
        'fa;q=9',
        '*',
        'Basic',
        'Basic ====',
        'Bearer ',
        'null',
        'http://',
        'nardeban.session_token=%%%',
      ),
      fc.string({ maxLength: 80 }).map((one) => one.replaceAll(/[^\x20-\x7e]/g, '?')),
    );
    const name = fc.constantFrom(
      'accept-language',
      'authorization',
      'cookie',
      'origin',
      'idempotency-key',
      'nardeban-business',
      'accept',
      'x-forwarded-for',
    );
    const payload = sampleBody(operation, world.ofFirst);
    await fc.assert(
      fc.asyncProperty(name, value, async (header, text) => {
        await answerTo(operation, {
          more: { [header]: text },
          ...(payload === undefined ? {} : { payload: JSON.stringify(payload), type: 'application/json' }),
        });
      }),
      { numRuns: RUNS / 2 },
    );
  });
});
