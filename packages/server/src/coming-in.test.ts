import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from './app.ts';
import { type Served, serveForTest } from './platform/http/testing.ts';
import {
  ORIGIN,
  staffOf as staffWithBrowser,
  TEST_PASSWORD,
  TestBrowser,
} from './platform/http/testing-browser.ts';
import { makeSetupToken } from './platform/sign-in/index.ts';
import { codeOf } from './platform/sign-in/testing.ts';
import type { Business } from './platform/tenancy/index.ts';

let served: Served;

beforeAll(async () => {
  served = await serveForTest(buildApp);
  await served.prepareJobs();
});
afterAll(() => served?.close());

const newBrowser = () => new TestBrowser(served);
const staffOf = (business: Business, role: string, email?: string) =>
  staffWithBrowser(served, business, role, email);

describe('the first business', () => {
  const body = (token: string, slug = 'first') => ({
    token,
    business: { slug, name: 'کافه', kind: 'cafe', weekend: [5, 6], fiscalYearStart: '04-01' },
    owner: { name: 'مینا', email: 'Mina@First.example', password: TEST_PASSWORD },
  });

  test('is founded with the token the program printed, by nobody else, and once', async () => {
    const stranger = newBrowser();
    expect((await stranger.ask('GET', '/v1/setup')).body).toEqual({ open: false });
    const token = (await makeSetupToken(served.database)) ?? '';
    const other = (await makeSetupToken(served.database)) ?? '';
    expect((await stranger.ask('GET', '/v1/setup')).body).toEqual({ open: true });
    expect((await stranger.ask('POST', '/v1/setup', body('a guess'))).code).toBe('setup_token_wrong');
    expect(
      (await stranger.ask('POST', '/v1/setup', body(token), { origin: 'https://evil.example' })).code,
    ).toBe('origin_refused');
    // What is refused half-way leaves nothing behind: neither account nor business.
    const refused = await stranger.ask('POST', '/v1/setup', {
      ...body(token),
      business: { slug: 'first', name: 'x', weekend: [9] },
    });
    expect(refused.code).toBe('weekend_invalid');
    expect((await stranger.ask('GET', '/v1/setup')).body).toEqual({ open: true });

    const [one, two] = [newBrowser(), newBrowser()];
    const both = await Promise.all([
      one.ask('POST', '/v1/setup', body(token)),
      two.ask('POST', '/v1/setup', {
        ...body(other, 'usurper'),
        owner: { name: 'x', email: 'usurper@first.example', password: TEST_PASSWORD },
      }),
    ]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 403]);
    const winner = both[0].status === 201 ? one : two;
    const session = (await winner.ask('GET', '/v1/session')).body;
    expect(session).toMatchObject({ role: 'owner', business: { kind: 'cafe', weekend: [5, 6] } });
    expect(
      (await winner.ask('GET', '/v1/ladders')).body.ladders.map(
        ({ version }: { version: number }) => version,
      ),
    ).toEqual([1, 1, 1]);
    expect((await winner.ask('GET', '/v1/deeds')).body.deeds[0]).toMatchObject({ deed: 'business.founded' });
    expect((await stranger.ask('GET', '/v1/setup')).body).toEqual({ open: false });
    expect((await stranger.ask('POST', '/v1/setup', body(other, 'late'))).code).toBe('setup_token_wrong');
    expect(await makeSetupToken(served.database)).toBeNull();
  });

  test('has a sister founded by its owner, and by nobody who owns nothing', async () => {
    const business = await served.business('mother');
    const owner = await staffOf(business, 'owner');
    const manager = await staffOf(business, 'manager');
    expect((await manager.browser.ask('POST', '/v1/businesses', { slug: 'mine', name: 'x' })).code).toBe(
      'owners_only',
    );
    expect((await owner.browser.ask('POST', '/v1/businesses', { slug: 'mother', name: 'x' })).code).toBe(
      'slug_taken',
    );
    const founded = await owner.browser.ask('POST', '/v1/businesses', { slug: 'sister', name: 'خواهر' });
    expect([founded.status, founded.body]).toEqual([201, { business: { slug: 'sister', name: 'خواهر' } }]);
    owner.browser.business = 'sister';
    expect((await owner.browser.ask('GET', '/v1/session')).body).toMatchObject({
      role: 'owner',
      business: { slug: 'sister' },
      businesses: [{ slug: 'mother' }, { slug: 'sister' }],
    });
  });
});

describe('failed sign-ins', () => {
  test('close an account for longer and longer, tell when to come back, and the owner reads it', async () => {
    const business = await served.business('locked');
    const { browser: owner } = await staffOf(business, 'owner');
    const { email } = await staffOf(business, 'sales');
    const guess = () => newBrowser().signIn(email, 'a wrong guess');
    for (let tries = 0; tries < 5; tries += 1) expect((await guess()).code).toBe('sign_in_failed');
    const closed = await newBrowser().signIn(email);
    expect([closed.status, closed.code, closed.headers['retry-after']]).toEqual([
      429,
      'sign_in_locked',
      '30',
    ]);
    expect(closed.body.values).toEqual({ minutes: 1, seconds: 30 });
    const begin = served.clock.now();
    served.clock.set(begin + 31_000);
    expect((await guess()).code).toBe('sign_in_failed');
    expect((await guess()).headers['retry-after']).toBe('60');
    served.clock.set(begin + 31_000 + 61_000);
    expect((await newBrowser().signIn(email)).status).toBe(200);
    // Who came in begins anew.
    expect((await guess()).code).toBe('sign_in_failed');
    expect((await newBrowser().signIn(email)).status).toBe(200);
    await expect
      .poll(async () => (await owner.ask('GET', '/v1/deeds?deed=sign_in.locked')).body.deeds.length)
      .toBe(2);
    expect((await owner.ask('GET', '/v1/deeds?deed=sign_in.locked')).body.deeds[1]).toMatchObject({
      by: { kind: 'staff', name: email },
      detail: { minutes: 1, address: expect.stringMatching(/^10\.0\./) },
    });
  });

  test('of an address without an account are told in the same words and take as long', async () => {
    const business = await served.business('quiet');
    const { email } = await staffOf(business, 'sales');
    const known = { address: email, seen: [] as unknown[], times: [] as number[] };
    const unknown = { address: 'nobody@nowhere.example', seen: [] as unknown[], times: [] as number[] };
    // By turns, so that what else the machine does meanwhile slows both alike.
    for (let tries = 0; tries < 6; tries += 1) {
      for (const { address, seen, times } of [known, unknown]) {
        const began = performance.now();
        const { status, body, headers } = await newBrowser().signIn(address, 'a wrong guess');
        if (tries < 5) times.push(performance.now() - began);
        seen.push([status, body, headers['retry-after']]);
      }
    }
    const median = (times: number[]) => times.toSorted((a, b) => a - b)[2] ?? 0;
    const ratio = median(unknown.times) / median(known.times);
    expect(unknown.seen).toEqual(known.seen);
    // Without a hash made for nobody it would be a tenth.
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  test('of many accounts from one address close that address, also when they come all at once', async () => {
    const browser = newBrowser();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        browser.signIn(`nobody-${index}@nowhere.example`, 'guess guess'),
      ),
    );
    const codes = answers.map(({ code }) => code);
    expect(codes.filter((code) => code === 'sign_in_failed')).toHaveLength(20);
    expect(codes.filter((code) => code === 'sign_in_locked')).toHaveLength(10);
    expect((await newBrowser().signIn('nobody-1@nowhere.example', 'guess guess')).code).toBe(
      'sign_in_failed',
    );
  });

  test('count for the whole of an IPv6 network', async () => {
    const answers = [];
    for (let index = 0; index < 21; index += 1) {
      const answer = await served.app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/email',
        remoteAddress: `2001:db8:1:2::${(index + 1).toString(16)}`,
        headers: ORIGIN,
        payload: { email: `v6-${index}@nowhere.example`, password: 'guess guess' },
      });
      answers.push(answer.statusCode);
    }
    expect(answers).toEqual([...Array.from({ length: 20 }, () => 401), 429]);
  });
});

describe('the second factor', () => {
  test('is turned on with a code, asked for at sign-in, helped out by recovery codes, and turned off', async () => {
    const business = await served.business('careful');
    const { browser, email } = await staffOf(business, 'owner');
    expect(
      (await browser.ask('POST', '/v1/account/second-factor', { password: 'not mine at all' })).code,
    ).toBe('password_wrong');
    const begun = (await browser.ask('POST', '/v1/account/second-factor', { password: TEST_PASSWORD })).body;
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\/Nardeban/);
    expect(begun.recoveryCodes).toHaveLength(10);
    // Not yet: nobody is locked out by an app that read the picture wrong.
    expect((await newBrowser().signIn(email)).body.secondFactor).toBe(false);
    expect((await browser.ask('POST', '/v1/account/second-factor/confirm', { code: '000000' })).code).toBe(
      'code_wrong',
    );
    const persian = codeOf(begun.uri).replaceAll(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? '');
    expect((await browser.ask('POST', '/v1/account/second-factor/confirm', { code: persian })).status).toBe(
      200,
    );
    expect((await browser.ask('GET', '/v1/account')).body.secondFactor).toBe(true);

    const entering = newBrowser();
    expect((await entering.signIn(email)).body).toEqual({ user: null, secondFactor: true });
    expect((await entering.ask('GET', '/v1/session')).status).toBe(401);
    expect((await entering.ask('GET', '/v1/account')).status).toBe(401);
    expect((await entering.ask('POST', '/api/auth/sign-in/code', { code: '000000' })).code).toBe(
      'code_wrong',
    );
    expect(
      (await entering.ask('POST', '/api/auth/sign-in/code', { code: codeOf(begun.uri) })).body,
    ).toMatchObject({
      user: { email },
    });
    expect((await entering.ask('GET', '/v1/session')).status).toBe(200);

    const lost = newBrowser();
    await lost.signIn(email);
    const [recovery = ''] = begun.recoveryCodes as string[];
    expect((await lost.ask('POST', '/api/auth/sign-in/code', { code: recovery })).status).toBe(200);
    const thief = newBrowser();
    await thief.signIn(email);
    expect((await thief.ask('POST', '/api/auth/sign-in/code', { code: recovery })).code).toBe('code_wrong');

    const fresh = (
      await lost.ask('POST', '/v1/account/second-factor/recovery-codes', { password: TEST_PASSWORD })
    ).body;
    expect(fresh.recoveryCodes).toHaveLength(10);
    expect(
      (await lost.ask('POST', '/v1/account/second-factor/off', { password: TEST_PASSWORD })).status,
    ).toBe(200);
    expect((await newBrowser().signIn(email)).body.secondFactor).toBe(false);
    lost.business = business.slug;
    const deeds = (await lost.ask('GET', '/v1/deeds')).body.deeds.map((one: { deed: string }) => one.deed);
    expect(deeds).toEqual(['second_factor.off', 'second_factor.on']);
  });

  test('takes few guesses, from however many browsers, and a challenge nobody began takes none', async () => {
    const business = await served.business('guessed');
    const { browser, email } = await staffOf(business, 'owner');
    const { uri } = (await browser.ask('POST', '/v1/account/second-factor', { password: TEST_PASSWORD }))
      .body;
    await browser.ask('POST', '/v1/account/second-factor/confirm', { code: codeOf(uri) });
    const codes: unknown[] = [];
    for (let tries = 0; tries < 7; tries += 1) {
      const thief = newBrowser();
      await thief.signIn(email);
      codes.push((await thief.ask('POST', '/api/auth/sign-in/code', { code: '123123' })).code);
    }
    expect(codes).toEqual([
      ...Array.from({ length: 5 }, () => 'code_wrong'),
      'sign_in_locked',
      'sign_in_locked',
    ]);
    const forged = newBrowser();
    forged.cookies.set('nardeban.two_factor', '2fa-guess.signature');
    expect((await forged.ask('POST', '/api/auth/sign-in/code', { code: '123123' })).code).toBe(
      'sign_in_over',
    );
  });
});

describe('sessions', () => {
  test('are listed, ended one by one, and ended everywhere at once', async () => {
    const business = await served.business('browsers');
    const { browser, email } = await staffOf(business, 'owner');
    const [second, third] = [newBrowser(), newBrowser()];
    await second.signIn(email);
    await third.signIn(email);
    const list = (await browser.ask('GET', '/v1/account/sessions')).body.sessions;
    expect(list.map(({ current }: { current: boolean }) => current)).toEqual([false, false, true]);
    expect((await browser.ask('DELETE', `/v1/account/sessions/${list[1].id}`)).status).toBe(200);
    expect((await second.ask('GET', '/v1/session')).status).toBe(401);
    expect((await third.ask('GET', '/v1/session')).status).toBe(200);
    const stranger = (await staffOf(business, 'sales')).browser;
    expect((await stranger.ask('DELETE', `/v1/account/sessions/${list[0].id}`)).code).toBe('session_unknown');
    expect((await browser.ask('POST', '/v1/account/sign-out-everywhere', { here: false })).body).toEqual({
      ended: 1,
    });
    expect((await third.ask('GET', '/v1/session')).status).toBe(401);
    expect((await browser.ask('POST', '/v1/account/sign-out-everywhere', { here: true })).body).toEqual({
      ended: 1,
    });
    expect((await browser.ask('GET', '/v1/session')).status).toBe(401);
  });

  test('their owner chooses a language and a name, and answers come in that language', async () => {
    const { browser } = await staffOf(await served.business('polyglot'), 'sales');
    expect(
      (await browser.ask('PATCH', '/v1/account', { language: 'en', name: ' Sara ' })).body,
    ).toMatchObject({
      language: 'en',
      name: 'Sara',
    });
    expect((await browser.ask('GET', '/v1/staff')).body.sentence).toMatch(/^[A-Z]/);
  });
});
