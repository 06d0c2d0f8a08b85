import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { refusals } from '../http/http.ts';
import { scopesOfRole } from '../http/permissions.ts';
import { buildServer, type Routes } from '../http/server.ts';
import { type Served, serveForTest } from '../http/testing.ts';
import { sessionSecret } from './secret.ts';
import { addStaff } from './staff.ts';

const routes: Routes = (app, { writes }) => {
  const done = z.strictObject({ done: z.literal(true) });
  app.post(
    '/v1/tries',
    { config: { scope: 'facts:write' }, schema: { response: { 200: done, ...refusals } } },
    async (request, reply) => {
      await writes.inBusiness<z.infer<typeof done>>(request, reply, async () =>
        accept({ status: 200, body: { done: true } }),
      );
      return reply;
    },
  );
};

const PASSWORD = 'آب‌انبار و نردبان';
const HOST = 'shop.example';
const ORIGIN = { host: HOST, origin: `https://${HOST}` };

let served: Served;
let freshApp: Served['app'][] = [];

beforeAll(async () => {
  served = await serveForTest((parts) => buildServer(parts, [routes]));
  await served.business('cafe', { language: 'en' });
  await served.business('roastery');
  await served.business('stranger');
  await hire('Sara@Example.com', 'owner', 'cafe');
  await hire('two@example.com', 'cashier', 'cafe');
  await hire('two@example.com', 'analyst', 'roastery');
});
afterAll(async () => {
  for (const app of freshApp) await app.close();
  await served.close();
});

async function hire(email: string, role: string, businessSlug: string) {
  return addStaff(served.database, { email, name: 'سارا', password: PASSWORD, role, businessSlug });
}

const signIn = (
  email: string,
  password = PASSWORD,
  headers: Record<string, string> = ORIGIN,
  app = served.app,
) => app.inject({ method: 'POST', url: '/api/auth/sign-in/email', headers, payload: { email, password } });

/** A program of its own, whose limits of haste nobody has used up. */
async function anotherProgram() {
  const app = await buildServer(served.parts, [routes]);
  freshApp = [...freshApp, app];
  return app;
}

async function cookieOf(email: string): Promise<string> {
  const answer = await signIn(email, PASSWORD, ORIGIN, await anotherProgram());
  expect(answer.statusCode).toBe(200);
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

const ask = (options: InjectOptions) => served.app.inject(options);

describe('signing in', () => {
  test('with the right password sets a cookie scripts cannot read, and the session tells who it is', async () => {
    const answer = await signIn('SARA@example.com ');
    expect(answer.json()).toEqual({
      user: { name: 'سارا', email: 'sara@example.com' },
      secondFactor: false,
    });
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    const session = await ask({
      url: '/v1/session',
      headers: { cookie: `${cookie?.name}=${encodeURIComponent(cookie?.value ?? '')}` },
    });
    expect(session.json()).toMatchObject({
      user: { name: 'سارا', email: 'sara@example.com', language: 'fa' },
      role: 'owner',
      business: { slug: 'cafe', calendar: 'jalali', zone: 'Asia/Tehran' },
      businesses: [{ slug: 'cafe', name: 'cafe', role: 'owner' }],
      scopes: [...scopesOfRole.owner].sort(),
    });
  });

  test('with a wrong password and with an unknown address are refused alike', async () => {
    const wrong = await signIn('sara@example.com', 'not the password');
    const unknown = await signIn('nobody@example.com');
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
    expect(wrong.json()).toEqual(unknown.json());
    expect(wrong.json().code).toBe('sign_in_failed');
  });

  test('from a page of another site is refused', async () => {
    const answer = await signIn('sara@example.com', PASSWORD, { host: HOST, origin: 'https://evil.example' });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'origin_refused']);
  });

  test('up is not possible over HTTP, nor is any other door of the library open', async () => {
    for (const path of [
      'sign-up/email',
      'forget-password',
      'reset-password',
      'update-user',
      'delete-user',
      'get-session',
    ]) {
      const answer = await ask({
        method: 'POST',
        url: `/api/auth/${path}`,
        headers: ORIGIN,
        payload: { email: 'a@b.example' },
      });
      expect([path, answer.statusCode]).toEqual([path, 404]);
    }
  });

  test('is secure behind TLS', async () => {
    const parts = { ...served.parts, config: { ...served.parts.config, publicUrl: `https://${HOST}` } };
    const app = await buildServer(parts, [routes]);
    const answer = await signIn('sara@example.com', PASSWORD, ORIGIN, app);
    expect(answer.cookies[0]).toMatchObject({ secure: true, name: '__Secure-nardeban.session_token' });
    expect(answer.headers['strict-transport-security']).toBeDefined();
    await app.close();
  });
});

describe('somebody signed in', () => {
  test('may do what their role may, and only from our own pages', async () => {
    const cookie = await cookieOf('sara@example.com');
    const deed = (headers: Record<string, string>) =>
      ask({ method: 'POST', url: '/v1/tries', headers: { host: HOST, cookie, ...headers } });
    expect((await deed(ORIGIN)).statusCode).toBe(200);
    for (const headers of [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `https://${HOST}.evil.example` },
    ]) {
      const answer = await deed(headers);
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'origin_refused']);
    }
  });

  test('in two businesses must say which to write to, and has in each the role of that one', async () => {
    const cookie = await cookieOf('two@example.com');
    const headers = { ...ORIGIN, cookie };
    const deed = (slug?: string) =>
      ask({
        method: 'POST',
        url: '/v1/tries',
        headers: { ...headers, ...(slug === undefined ? {} : { 'nardeban-business': slug }) },
      });
    expect((await deed()).json().code).toBe('business_not_chosen');
    expect((await deed('cafe')).statusCode).toBe(200);
    expect((await deed('roastery')).json().code).toBe('scope_missing');
    const foreign = await deed('stranger');
    expect([foreign.statusCode, foreign.json().code]).toEqual([404, 'business_unknown']);
    const missing = await deed('no-such');
    expect([missing.statusCode, missing.json().code]).toEqual([404, 'business_unknown']);
    const session = (await ask({ url: '/v1/session', headers })).json();
    expect(session.businesses.map((one: { slug: string }) => one.slug)).toEqual(['cafe', 'roastery']);
  });

  test('who signs out is a stranger at once, and the old cookie stays worthless', async () => {
    const cookie = await cookieOf('sara@example.com');
    const out = await ask({
      method: 'POST',
      url: '/api/auth/sign-out',
      headers: { ...ORIGIN, cookie },
      payload: {},
    });
    expect(out.json()).toEqual({ done: true });
    expect((await ask({ url: '/v1/session', headers: { cookie } })).statusCode).toBe(401);
  });

  test('with a cookie that was changed is a stranger', async () => {
    const cookie = await cookieOf('sara@example.com');
    for (const forged of [
      cookie.replace(/=(.)/, (_, first: string) => `=${first === 'x' ? 'y' : 'x'}`),
      'nardeban.session_token=%zz',
      `${cookie}x`,
    ]) {
      expect((await ask({ url: '/v1/session', headers: { cookie: forged } })).statusCode).toBe(401);
    }
  });

  test('changes their password, which ends their other sessions', async () => {
    await hire('changing@example.com', 'sales', 'cafe');
    const elsewhere = await cookieOf('changing@example.com');
    const cookie = await cookieOf('changing@example.com');
    const change = (currentPassword: string, newPassword: string) =>
      ask({
        method: 'POST',
        url: '/v1/account/password',
        headers: { ...ORIGIN, cookie },
        payload: { currentPassword, newPassword },
      });
    expect((await change(PASSWORD, 'short')).json()).toMatchObject({ status: 400, field: 'newPassword' });
    expect((await change('wrong password', 'another password')).json()).toMatchObject({
      code: 'password_wrong',
    });
    expect((await change(PASSWORD, 'another password')).json()).toEqual({ done: true });
    expect((await ask({ url: '/v1/session', headers: { cookie: elsewhere } })).statusCode).toBe(401);
    expect(
      (await signIn('changing@example.com', 'another password', ORIGIN, await anotherProgram())).statusCode,
    ).toBe(200);
  });

  test('whose membership ended reaches nothing any more', async () => {
    await hire('leaving@example.com', 'owner', 'cafe');
    const cookie = await cookieOf('leaving@example.com');
    await served.database.withoutBusiness((tx) =>
      tx.query(
        `DELETE FROM sign_in.memberships WHERE user_id = (SELECT id FROM sign_in."user" WHERE email = 'leaving@example.com')`,
      ),
    );
    const answer = await ask({ url: '/v1/session', headers: { cookie } });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'membership_missing']);
  });
});

describe('addStaff', () => {
  test('twice changes nothing but the role; the password stays', async () => {
    const first = await hire('again@example.com', 'sales', 'cafe');
    const second = await addStaff(served.database, {
      email: 'AGAIN@example.com',
      name: 'x',
      password: 'something else',
      role: 'manager',
      businessSlug: 'cafe',
    });
    expect([first.ok && first.value.created, second.ok && second.value.created]).toEqual([true, false]);
    expect((await signIn('again@example.com', PASSWORD, ORIGIN, await anotherProgram())).statusCode).toBe(
      200,
    );
  });

  test.each([
    ['email_invalid', { email: 'nobody' }],
    ['name_missing', { name: '  ' }],
    ['password_too_short', { password: '123456789' }],
    ['password_too_long', { password: 'x'.repeat(129) }],
    ['role_unknown', { role: 'king' }],
    ['business_unknown', { businessSlug: 'nowhere' }],
  ])('refuses with %s', async (code, wrong) => {
    const staff = {
      email: 'new@example.com',
      name: 'New',
      password: PASSWORD,
      role: 'sales',
      businessSlug: 'cafe',
    };
    expect(await addStaff(served.database, { ...staff, ...wrong })).toMatchObject({
      ok: false,
      refusal: { code },
    });
  });
});

describe('the secret that signs sessions', () => {
  test('is made once, kept for its owner alone, and the same for programs that start together', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-secret-'));
    const config = { dataFolder, sessionSecret: undefined };
    const [one, two] = await Promise.all([sessionSecret(config), sessionSecret(config)]);
    expect(one).toBe(two);
    expect(one.length).toBeGreaterThanOrEqual(64);
    expect((await stat(join(dataFolder, 'session-secret'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(dataFolder, 'session-secret'), 'utf8')).toBe(one);
    expect(await sessionSecret({ dataFolder, sessionSecret: 'x'.repeat(32) })).toBe('x'.repeat(32));
    await rm(dataFolder, { recursive: true });
  });
});
