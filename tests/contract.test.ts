import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractOfApp } from '../packages/server/src/contract.ts';
import { checkoutFolder } from '../packages/server/src/platform/config/index.ts';
import { roles, type Scope, scopes, scopesOfRole } from '../packages/server/src/platform/http/index.ts';
import { bearer } from '../packages/server/src/platform/http/testing.ts';
import { addressOf, type Operation, operationsOf, sampleRequest } from './contract-samples.ts';
import { serveTwoBusinesses, type TwoBusinesses } from './two-businesses.ts';

const committed = await readFile(join(checkoutFolder, 'contract/openapi.json'), 'utf8');
const operations = operationsOf(JSON.parse(committed));
const guarded = operations.filter(({ scope }) => scope !== undefined);
const ofBusiness = guarded.filter(({ scope }) => scope !== 'own account');
const ofAccount = guarded.filter(({ scope }) => scope === 'own account');
const named = (list: readonly Operation[]): [string, Operation][] =>
  list.map((one) => [`${one.method} ${one.path}`, one]);

let world: TwoBusinesses;
beforeAll(async () => {
  world = await serveTwoBusinesses();
});
afterAll(() => world?.served.close());

function ask(operation: Operation, headers: Record<string, string>, payload?: string) {
  return world.served.app.inject({
    method: operation.method,
    url: addressOf(operation, world.ofFirst),
    ...(payload === undefined
      ? sampleRequest(operation, world.ofFirst, headers)
      : { payload, headers: { 'content-type': 'application/json', ...headers } }),
  });
}

describe('the committed contract', () => {
  test('is what the routes say, whenever they are asked; `npm run contract` writes it anew', async () => {
    expect(await contractOfApp()).toBe(committed);
    expect(await contractOfApp()).toBe(committed);
  });

  test('is served as it is committed', async () => {
    expect((await world.served.app.inject({ url: '/v1/openapi.json' })).body).toBe(committed);
  });

  test('is OpenAPI 3.1 whose references all lead somewhere', () => {
    const contract = JSON.parse(committed) as { openapi: string; components: { schemas: object } };
    expect(contract.openapi).toBe('3.1.0');
    const wanted = [...committed.matchAll(/"\$ref": "#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(wanted.filter((name) => !Object.hasOwn(contract.components.schemas, name))).toEqual([]);
    expect(committed).not.toContain('$defs');
  });

  test('names every operation once, and lets the public into few of them', () => {
    const ids = operations.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(
      operations
        .filter(({ scope, path }) => scope === undefined && !path.startsWith(PORTAL))
        .map(({ id }) => id)
        .sort(),
    ).toEqual([
      'acceptAsNewAccount',
      'foundFirst',
      'health',
      'lookAtInvitation',
      'setup',
      'signIn',
      'signInWithCode',
      'signOut',
    ]);
  });
});

// Customers are let in by their own session, not by a scope: capabilities/portal looks at it.
const PORTAL = '/v1/portal/{business}';

describe('somebody who is no member', () => {
  const own = operations.filter(({ path }) => path.startsWith(`${PORTAL}/me`));
  test.each(named(own))('is refused by %s', async (_, operation) => {
    for (const headers of [{}, bearer(await world.key(world.first)), { cookie: 'nardeban.member=abc' }]) {
      const answer = await ask(operation, { ...headers, host: HOST, origin: `http://${HOST}` });
      expect([answer.statusCode, answer.body.includes(world.marker)]).toEqual([401, false]);
    }
  });
});

describe('a stranger', () => {
  test.each(named(guarded))('is refused by %s', async (_, operation) => {
    for (const headers of [
      {},
      { authorization: 'Bearer nonsense' },
      { cookie: 'nardeban.session_token=abc.def' },
    ]) {
      const answer = await ask(operation, headers);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        401,
        'application/problem+json; charset=utf-8',
      ]);
    }
  });
});

describe('a key with every scope but the one', () => {
  test.each(named(ofBusiness.filter(({ scope }) => scope !== 'anyone known')))(
    'is refused by %s',
    async (_, operation) => {
      const others = scopes.filter((scope) => scope !== operation.scope);
      const answer = await ask(operation, bearer(await world.key(world.first, others)));
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'scope_missing']);
    },
  );
});

const oneOfEach = [...Map.groupBy(ofBusiness, ({ scope }) => scope).values()].flatMap(([one]) => one ?? []);

describe('a member of staff', () => {
  test.each(roles)('with the role %s is refused whatever the table does not give that role', async (role) => {
    const cookie = await world.cookie(world.first, role);
    const held: ReadonlySet<string> = new Set(scopesOfRole[role]);
    const refused: string[] = [];
    // One operation for each scope: that every other one asks for its scope is tried with keys, above.
    const denied = oneOfEach.filter(({ scope }) => scope !== 'anyone known' && !held.has(scope ?? ''));
    for (const operation of denied) {
      const answer = await ask(operation, { cookie, host: HOST, origin: `http://${HOST}` });
      if (answer.statusCode === 403 && answer.json().code === 'scope_missing') refused.push(operation.id);
    }
    expect(refused).toEqual(denied.map(({ id }) => id));
    // The manager lacks nothing but what lets data out to other programs; everybody below lacks much more.
    if (role === 'manager') {
      expect(new Set(denied.map(({ scope }) => scope))).toEqual(new Set(['keys:write', 'hooks:write']));
    } else if (role !== 'owner') expect(denied.length).toBeGreaterThan(5);
  });

  test.each(named(ofAccount))('and no key is answered about an account: %s', async (_, operation) => {
    const asKey = await ask(operation, bearer(await world.key(world.first)));
    expect([asKey.statusCode, asKey.json().code]).toEqual([403, 'staff_only']);
    const asStaff = await ask(operation, {
      cookie: await world.cookie(world.first, 'sales'),
      host: HOST,
      origin: `http://${HOST}`,
    });
    expect([401, 403]).not.toContain(asStaff.json().code === 'owners_only' ? 0 : asStaff.statusCode);
    expect(asStaff.statusCode, asStaff.body).toBeLessThan(500);
  });
});

const HOST = 'first.example';

describe('the one scope alone is enough', () => {
  test.each(named(ofBusiness))('for %s', async (_, operation) => {
    const held: readonly Scope[] = scopes.filter((scope) => scope === operation.scope);
    const key = await world.key(world.first, held.length > 0 ? held : ['facts:write']);
    const answer = await ask(operation, bearer(key));
    expect([401, 403]).not.toContain(answer.statusCode);
    expect(answer.statusCode, answer.body).toBeLessThan(500);
  });
});

describe('bad input is refused', () => {
  test.each(named(operations.filter(({ hasBody }) => hasBody)))('by %s', async (_, operation) => {
    const headers = {
      ...bearer(await world.key(world.first)),
      origin: 'http://localhost:80',
      host: 'localhost:80',
    };
    for (const payload of [
      '{',
      '"text"',
      '[]',
      'null',
      '7',
      '{"nothing":"known"}',
      '{"__proto__":{"a":1}}',
    ]) {
      const answer = await ask(operation, headers, payload);
      // Tracking libraries try again what is not answered with 200; what is wrong with an event stands in the answer.
      const told = answer.statusCode === 200 && answer.json().refused?.length > 0;
      if (told) continue;
      expect([payload, answer.statusCode >= 400 && answer.statusCode < 500]).toEqual([payload, true]);
      expect(answer.json()).toMatchObject({
        code: expect.stringMatching(/^[a-z_]+$/),
        sentence: expect.any(String),
      });
    }
  });

  test.each(named(guarded.filter(({ path }) => path.includes('{id}'))))(
    'in the address of %s',
    async (_, operation) => {
      const headers = bearer(await world.key(world.first));
      for (const id of ['abc', '0', '-1', '1.5', '99999999999999999999', '%00', '%D8%A7', "1'%20OR%201=1"]) {
        const answer = await world.served.app.inject({
          method: operation.method,
          url: addressOf({ ...operation, path: operation.path.replace('{id}', id) }, world.ofFirst),
          ...sampleRequest(operation, world.ofFirst, headers),
        });
        expect([id, answer.statusCode]).toEqual([id, 400]);
      }
    },
  );
});
