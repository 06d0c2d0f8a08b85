import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishEverybody } from '../packages/server/src/capabilities/ladder/index.ts';
import { checkoutFolder } from '../packages/server/src/platform/config/index.ts';
import { type Examples, examplesFile } from '../packages/server/src/platform/http/docs.ts';
import { bearer } from '../packages/server/src/platform/http/testing.ts';
import { addressOf, type Operation, operationsOf, sampleBody, sampleRequest } from './contract-samples.ts';
import { serveTwoBusinesses, type TwoBusinesses } from './two-businesses.ts';

/**
 * Every operation of the contract has an example in its documents, and every example is run here on a real server.
 * `UPDATE_GOLDEN=1 npx vitest run tests/examples.test.ts` writes contract/examples.json anew from real answers.
 */

const HOST = 'first.example';
const updating = process.env['UPDATE_GOLDEN'] === '1';
const operations = operationsOf(
  JSON.parse(await readFile(join(checkoutFolder, 'contract/openapi.json'), 'utf8')),
);
let written = JSON.parse(await readFile(examplesFile, 'utf8')) as Examples;

// First what only looks, then what writes, last what takes away: an example never misses what another one removed.
const ORDER = ['GET', 'PUT', 'PATCH', 'POST', 'DELETE'];
const LOOKS = /^(?:preview|lookAt|whatIf)/;
const TAKES_AWAY =
  /^(?:revoke|signOut|archive|endSession|merge|unmerge|unpin|decide|undo|acceptAs|publish|rollBack|freeze|unfreeze|seal|cancel)/i;
const place = ({ id, method }: Operation): number =>
  // A draft is there to be discarded until it is published.
  id === 'discardDraft'
    ? ORDER.indexOf('PATCH')
    : ORDER.indexOf(method) +
      (LOOKS.test(id) ? -0.5 : TAKES_AWAY.test(id) ? 0.5 : id.startsWith('refund') ? 0.6 : 0);
const inOrder = operations.toSorted((one, other) => place(one) - place(other));

interface Ran {
  readonly status: number;
  readonly answer: unknown;
}

let world: TwoBusinesses;
let key: string;
const ran = new Map<string, Ran>();

beforeAll(async () => {
  world = await serveTwoBusinesses();
  key = await world.key(world.first);
  for (const operation of inOrder) {
    // What has no sample yet is missed by the tests below, by its name; the others are run all the same.
    await run(operation).then(
      (came) => ran.set(operation.id, came),
      () => undefined,
    );
  }
  if (!updating) return;
  written = examples();
  await writeFile(examplesFile, `${JSON.stringify(written, null, 2)}\n`);
}, 120_000);
afterAll(() => world?.served.close());

async function run(operation: Operation): Promise<Ran> {
  const response = await world.served.app.inject({
    method: operation.method,
    url: addressOf(operation, world.ofFirst),
    ...sampleRequest(operation, world.ofFirst, await headersOf(operation)),
  });
  // What a publishing or a change of a segment leaves to be computed is computed before the next asks.
  if (operation.method !== 'GET')
    await publishEverybody(world.served.database, world.served.clock, world.first.id);
  const isJson = (response.headers['content-type'] ?? '').includes('json');
  return { status: response.statusCode, answer: isJson ? response.json() : undefined };
}

/** Who asks: a key; where only staff may, somebody new who is signed in, on a page of ours. */
async function headersOf(operation: Operation): Promise<Record<string, string>> {
  if (operation.scope === undefined && operation.id !== 'signOut') return {};
  if (operation.scope !== undefined && operation.scope !== 'own account') return bearer(key);
  return { cookie: await world.cookie(world.first, 'owner'), host: HOST, origin: `http://${HOST}` };
}

/** The good body of an operation as it is shown; undefined when it takes none. */
const bodyOf = (operation: Operation): unknown => {
  const body = sampleBody(operation, world.ofFirst);
  return body === undefined ? undefined : shown(body);
};

/** The values that stand for the names in an operation's address, and in its query. */
function parametersOf(operation: Operation): Record<string, string> {
  const [path = '', query = ''] = addressOf(operation, world.ofFirst).split('?');
  const values = path.split('/');
  return Object.fromEntries([
    ...operation.path
      .split('?')[0]!
      .split('/')
      .flatMap((part, index) => {
        const name = /^\{(.+)\}/.exec(part)?.[1];
        return name === undefined ? [] : [[name, values[index] ?? '']];
      }),
    ...new URLSearchParams(query),
  ]);
}

function examples(): Examples {
  return Object.fromEntries(
    operations
      .flatMap((operation): [string, Examples[string]][] => {
        const came = ran.get(operation.id);
        if (came === undefined) return [];
        const { status, answer } = came;
        const earlier = written[operation.id];
        const body = bodyOf(operation);
        // An answer that has the same shape stays as it is written, so that only what changed is there to review.
        const isSame =
          earlier?.status === status &&
          shapeOf(earlier.answer) === shapeOf(shown(answer)) &&
          codeOf(earlier.answer) === codeOf(answer);
        const kept = isSame ? earlier.answer : shown(answer);
        return [
          [
            operation.id,
            {
              parameters: parametersOf(operation),
              ...(body === undefined ? {} : { body }),
              status,
              ...(kept === undefined ? {} : { answer: kept }),
            },
          ],
        ];
      })
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** Long lists shortened, and what is told only once left out: an example is there to be read. */
function shown(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map((one) => shown(one, name));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, shown(one, inner)]));
  }
  if (typeof value !== 'string') return value;
  if (value.startsWith('ndb_')) return 'ndb_1_…';
  return /token|secret|code|link|requestId|signature/i.test(name) && value.length > 20 && name !== 'code'
    ? '…'
    : value;
}

/** Which refusal an answer is; undefined when it is none. */
function codeOf(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : undefined;
}

/** The names in an answer, at the first level and in its first row. */
function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.length === 0 ? '' : shapeOf(value[0])}]`;
  if (typeof value !== 'object' || value === null) return typeof value;
  return `{${Object.keys(value).sort().join()}}`;
}

describe('the documents of the API', () => {
  test('have an example for every operation, and for nothing else', () => {
    expect(Object.keys(written).sort()).toEqual(operations.map(({ id }) => id).sort());
  });

  test.each(operations.map((one): [string, Operation] => [one.id, one]))(
    'the example of %s comes to what is documented',
    (id, operation) => {
      const example = written[id];
      // Some numbers in addresses are made by chance; their names are not.
      const parameters = Object.keys(parametersOf(operation)).sort();
      expect({ status: ran.get(id)?.status, parameters }).toEqual({
        status: example?.status,
        parameters: Object.keys(example?.parameters ?? {}).sort(),
      });
      expect(bodyOf(operation) ?? null).toEqual(example?.body ?? null);
      expect(shapeOf(shown(ran.get(id)?.answer))).toBe(shapeOf(example?.answer));
    },
  );

  test('show by far the most operations at their work, and not how they refuse', () => {
    // Customers come with a code that was sent to them: none is sent here.
    const ofCustomers = new Set(
      operations.filter(({ path }) => path.startsWith('/v1/portal/')).map(({ id }) => id),
    );
    const refusing = Object.entries(written).filter(
      ([id, { status }]) => status >= 400 && !ofCustomers.has(id),
    );
    expect(refusing.map(([id]) => id).length, refusing.map(([id]) => id).join()).toBeLessThan(
      operations.length / 10,
    );
  });

  test('are shown room by room, and no operation is missing', async () => {
    const get = async (url: string) => (await world.served.app.inject({ url })).body;
    const addresses = (body: string): string[] =>
      Object.entries((JSON.parse(body) as { paths: Record<string, object> }).paths).flatMap(
        ([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`),
      );
    const script = await get('/docs/static/swagger-initializer.js');
    const rooms = await Promise.all(
      [...script.matchAll(/"(\/docs\/rooms\/[^"]+)"/g)].map(([, url = '']) => get(url)),
    );
    expect(rooms.flatMap(addresses).sort()).toEqual(addresses(await get('/docs/json')).sort());
    expect((await world.served.app.inject({ url: '/docs/rooms/none' })).statusCode).toBe(404);
  });

  test('are served to everybody, with the examples in their places, and name nobody', async () => {
    const page = await world.served.app.inject({ url: '/docs/' });
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.body).not.toMatch(/<script>|onload=/);
    const { paths } = (await world.served.app.inject({ url: '/docs/json' })).json();
    const { requestBody, responses } = paths['/v1/facts'].post;
    expect(requestBody.content['application/json'].example).toEqual(written['tellFacts']?.body);
    expect(responses['200'].content['application/json'].example).toEqual(written['tellFacts']?.answer);
    expect(paths['/v1/people/{id}'].get.parameters[0].example).toBe(written['person']?.parameters['id']);
  });
});
