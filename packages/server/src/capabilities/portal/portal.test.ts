import { clubPresets } from '@nardeban/core/programme';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import { recordedMessages } from '../../platform/channels/index.ts';
import {
  type Ask,
  askWith,
  bearer,
  type Served,
  serveForTest,
  TEST_NOW,
} from '../../platform/http/testing.ts';
import { TestBrowser } from '../../platform/http/testing-browser.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { personOfMemberCode } from '../offers/index.ts';
import { peopleIdentifiedBy } from '../people/index.ts';
import { earn } from '../programme/index.ts';
import { foundBusiness } from '../ladder/index.ts';
import { COOKIE } from './member.ts';

let served: Served;
let shop: Business;
let key: string;
let mobiles = 0;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const freshMobile = (): string => `+98935${String((mobiles += 1)).padStart(7, '0')}`;

beforeAll(async () => {
  served = await serveForTest((parts) =>
    buildApp({ ...parts, config: { ...parts.config, sms: { provider: 'recording' }, development: true } }),
  );
  shop = await served.business('shop');
  key = await served.key(shop);
  await open(key);
});
afterAll(() => served.close());

async function open(asKey: string, change: object = {}) {
  const before = await served.app.inject({ url: '/v1/club/portal', headers: bearer(asKey) });
  const payload = { ...before.json(), open: true, ...change };
  const changed = await served.app.inject({
    method: 'PUT',
    url: '/v1/club/portal',
    headers: bearer(asKey),
    payload,
  });
  expect(changed.statusCode).toBe(200);
  return changed.json();
}

async function lastCode(business = shop): Promise<string> {
  const [last] = await recordedMessages(served.database, business.id, 1);
  return /^[0-9]{6}$/m.exec(last?.text ?? '')?.[0] ?? '';
}

async function askCode(browser: TestBrowser, mobile: string, business = shop): Promise<string> {
  const asked = await browser.ask('POST', `/v1/portal/${business.slug}/codes`, { mobile });
  expect(asked.status).toBe(200);
  return asked.body.challenge;
}

async function signedIn(mobile = freshMobile(), business = shop) {
  const browser = new TestBrowser(served);
  const challenge = await askCode(browser, mobile, business);
  const code = await lastCode(business);
  const { status, body } = await browser.ask('POST', `/v1/portal/${business.slug}/sign-in`, {
    challenge,
    code,
  });
  expect(status).toBe(200);
  return { browser, mobile, joined: body.joined as boolean };
}

const put = (browser: TestBrowser, path: string, payload: object, headers: object = {}) =>
  browser.ask('PUT' as 'POST', `/v1/portal/shop/me/${path}`, payload, headers);

async function factsOf(
  mobile: string,
): Promise<{ type: string; data: Record<string, unknown>; source: string }[]> {
  const { rows } = await served.database.withBusiness(shop.id, (tx) =>
    tx.query<{ type: string; data: Record<string, unknown>; source: string }>(
      `SELECT f.type, f.data, s.name AS source FROM facts f JOIN sources s USING (business_id, source_id)
       WHERE person_id = (SELECT person_id FROM identifiers WHERE kind = 'mobile' AND value = $1) ORDER BY f.at, f.fact_id`,
      [mobile],
    ),
  );
  return rows;
}

describe('the way in', () => {
  test('a business that opened no portal has none, and looks like one that is not there', async () => {
    const closed = await served.business('closed-shop');
    for (const slug of [closed.slug, 'no-such-shop']) {
      const answer = await served.app.inject({ url: `/v1/portal/${slug}` });
      expect(answer.statusCode).toBe(404);
      expect(answer.json()).toMatchObject({ code: 'portal_closed' });
      const browser = new TestBrowser(served);
      const code = await browser.ask('POST', `/v1/portal/${slug}/codes`, { mobile: '09121234567' });
      expect(code).toMatchObject({ status: 404, code: 'portal_closed' });
    }
    expect(await recordedMessages(served.database, closed.id, 1)).toEqual([]);
  });

  test('a new mobile joins the club and is told as a fact once; a known one is who they were', async () => {
    const first = await signedIn();
    expect(first.joined).toBe(true);
    served.clock.set(served.clock.now() + 2 * MINUTE);
    const again = await signedIn(first.mobile);
    expect(again.joined).toBe(false);
    expect(await factsOf(first.mobile)).toEqual([
      { type: 'club.joined', data: { channel: 'portal' }, source: 'club' },
    ]);
  });

  test('where joining is closed only those who are known come in, and nobody learns who is until the code is told', async () => {
    const known = await signedIn();
    await open(key, { joining: false });
    served.clock.set(served.clock.now() + 2 * MINUTE);
    const stranger = new TestBrowser(served);
    const challenge = await askCode(stranger, freshMobile());
    const told = { challenge, code: await lastCode() };
    expect(await stranger.ask('POST', '/v1/portal/shop/sign-in', told)).toMatchObject({
      status: 409,
      code: 'portal_joining_closed',
    });
    expect((await signedIn(known.mobile)).joined).toBe(false);
    await open(key, { joining: true });
  });

  test('a wrong code signs nobody in, and the right one only once', async () => {
    const browser = new TestBrowser(served);
    const challenge = await askCode(browser, freshMobile());
    const code = await lastCode();
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const tell = (told: string) => browser.ask('POST', '/v1/portal/shop/sign-in', { challenge, code: told });
    expect(await tell(wrong)).toMatchObject({ status: 422, code: 'one_time_code_wrong' });
    expect(browser.cookies.has(COOKIE)).toBe(false);
    const both = await Promise.all([tell(code), tell(code)]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  });

  test('the token is in a cookie no script can read, goes to this business alone, and is kept as a hash', async () => {
    const browser = new TestBrowser(served);
    const challenge = await askCode(browser, freshMobile());
    const answer = await browser.ask('POST', '/v1/portal/shop/sign-in', {
      challenge,
      code: await lastCode(),
    });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/; Path=\/v1\/portal\/shop; HttpOnly; SameSite=Strict$/);
    const token = browser.cookies.get(COOKIE) ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const { rows } = await served.database.withBusiness(shop.id, (tx) =>
      tx.query('SELECT * FROM portal_sessions'),
    );
    expect(JSON.stringify(rows)).not.toContain(token);
    // Another business does not know the token even if it is sent there.
    const other = await served.business('other-shop');
    await open(await served.key(other));
    expect(await browser.ask('GET', '/v1/portal/other-shop/me')).toMatchObject({
      code: 'member_sign_in_needed',
    });
  });

  test('a page of another site can neither ask for a code nor sign in nor change anything', async () => {
    const { browser } = await signedIn();
    const foreign = { origin: 'https://evil.example' };
    for (const [method, path, payload] of [
      ['POST', 'codes', { mobile: freshMobile() }],
      ['POST', 'sign-in', { challenge: 'a'.repeat(32), code: '123456' }],
      ['POST', 'sign-out', {}],
      ['PUT', 'me/consents/offers', { given: true }],
      ['PUT', 'me/profile', { name: 'x' }],
    ] as const)
      expect(
        await browser.ask(method as 'POST', `/v1/portal/shop/${path}`, payload, foreign),
        path,
      ).toMatchObject({ status: 403, code: 'origin_refused' });
  });

  test('signing out ends this phone, or all of them; a session nobody uses ends by itself', async () => {
    const one = await signedIn();
    served.clock.set(served.clock.now() + 2 * MINUTE);
    const two = await signedIn(one.mobile);
    served.clock.set(served.clock.now() + 2 * MINUTE);
    const three = await signedIn(one.mobile);
    const me = (browser: TestBrowser) => browser.ask('GET', '/v1/portal/shop/me');
    const kept = one.browser.cookies.get(COOKIE) ?? '';
    await one.browser.ask('POST', '/v1/portal/shop/sign-out', {});
    expect(one.browser.cookies.has(COOKIE)).toBe(false);
    one.browser.cookies.set(COOKIE, kept);
    expect(await me(one.browser)).toMatchObject({ status: 401, code: 'member_sign_in_needed' });
    expect(await me(two.browser)).toMatchObject({ status: 200 });
    await two.browser.ask('POST', '/v1/portal/shop/sign-out', { everywhere: true });
    expect(await me(three.browser)).toMatchObject({ status: 401 });
    const late = await signedIn();
    served.clock.set(served.clock.now() + 89 * DAY);
    expect(await me(late.browser)).toMatchObject({ status: 200 });
    served.clock.set(served.clock.now() + 89 * DAY);
    expect(await me(late.browser)).toMatchObject({ status: 200 });
    served.clock.set(served.clock.now() + 91 * DAY);
    expect(await me(late.browser)).toMatchObject({ status: 401 });
    served.clock.set(TEST_NOW + DAY);
  });

  test('a key or a member of staff is no member', async () => {
    const answer = await served.app.inject({ url: '/v1/portal/shop/me', headers: bearer(key) });
    expect(answer.json()).toMatchObject({ code: 'member_sign_in_needed' });
    // No box of the browser's own, asking for a name and a password.
    expect(answer.headers['www-authenticate']).not.toContain('Basic');
  });
});

describe('what a member sees and says', () => {
  test('their rung in words for customers, and the way up in what they can do themselves', async () => {
    const made = await foundBusiness(served.database, served.clock, { slug: 'ladder-shop', name: 'فروشگاه' });
    if (!made.ok) throw new Error(made.refusal.code);
    const founded = made.value;
    const founderKey = await served.key(founded);
    await open(founderKey);
    const { browser } = await signedIn(freshMobile(), founded);
    const persian = await browser.ask('GET', '/v1/portal/ladder-shop/me');
    expect(persian.body.way).toMatchObject({ at: expect.any(Number), more: expect.any(Boolean) });
    expect(persian.body.way.rungs).toEqual([
      'آشنای تازه',
      'همراه کنجکاو',
      'مهمان همیشگی',
      'خریدار خوب ما',
      'همراه وفادار',
      'یار ما',
    ]);
    const english = await browser.ask('GET', '/v1/portal/ladder-shop/me', undefined, {
      'accept-language': 'en',
    });
    expect(english.body.way.rungs[5]).toBe('Friend of the house');
    await open(founderKey, { rungs: { advocate: { fa: 'عزیز دل', en: 'Dearest' } } });
    const own = await browser.ask('GET', '/v1/portal/ladder-shop/me');
    expect(own.body.way.rungs[5]).toBe('عزیز دل');
  });

  test('agrees to one purpose and takes it back, each with the words they saw; saying it twice changes nothing', async () => {
    const { browser, mobile } = await signedIn();
    const say = (given: boolean) => put(browser, 'consents/offers', { given });
    const first = await say(true);
    expect(first.body.consents).toMatchObject([
      { purpose: 'offers', given: true },
      { purpose: 'reminders', given: false, at: null },
      { purpose: 'surveys', given: false, at: null },
    ]);
    await Promise.all([say(true), say(true)]);
    served.clock.set(served.clock.now() + MINUTE);
    const back = await say(false);
    expect(back.body.consents[0]).toMatchObject({ given: false });
    const told = (await factsOf(mobile)).slice(1);
    expect(told).toEqual([
      { type: 'consent.given', data: { purpose: 'offers', channel: 'sms' }, source: 'portal' },
      { type: 'consent.withdrawn', data: { purpose: 'offers', channel: 'sms' }, source: 'portal' },
    ]);
    const { rows } = await served.database.withBusiness(shop.id, (tx) =>
      tx.query('SELECT given, wording, way, address FROM consent_records ORDER BY consent_id DESC LIMIT 2'),
    );
    expect(rows).toMatchObject([
      {
        given: false,
        wording: 'خبر و پیشنهادهای ویژه را با پیامک برایم بفرستید.',
        way: 'portal',
        address: browser.address,
      },
      { given: true },
    ]);
  });

  test('what was agreed to elsewhere counts, and is withdrawn here', async () => {
    const { browser, mobile } = await signedIn();
    const fact = {
      type: 'consent.given',
      at: served.clock.now() - DAY,
      source: 'till',
      key: 'c1',
      person: { mobile },
    };
    const sent = await served.app.inject({
      method: 'POST',
      url: '/v1/facts',
      headers: bearer(key),
      payload: { facts: [{ ...fact, data: { purpose: 'surveys', channel: 'sms' } }] },
    });
    if (sent.statusCode >= 300) throw new Error(sent.body);
    const me = await browser.ask('GET', '/v1/portal/shop/me');
    expect(me.body.consents[2]).toMatchObject({ purpose: 'surveys', given: true });
    const back = await put(browser, 'consents/surveys', { given: false });
    expect(back.body.consents[2]).toMatchObject({ given: false });
  });

  test('a record of consent can be neither changed nor removed', async () => {
    for (const deed of ['UPDATE consent_records SET given = true', 'DELETE FROM consent_records'])
      await expect(served.database.withBusiness(shop.id, (tx) => tx.query(deed))).rejects.toThrow(
        /permission denied/,
      );
  });

  test('their name as often as they like, their birthday once, both as facts', async () => {
    const { browser, mobile } = await signedIn();
    const birthday = { year: 1370, month: 5, day: 12 };
    expect((await put(browser, 'profile', { name: '  مریم   كريمی ', birthday })).status).toBe(200);
    expect(await put(browser, 'profile', { birthday: { ...birthday, day: 13 } })).toMatchObject({
      code: 'birthday_told_already',
    });
    expect((await put(browser, 'profile', { birthday })).status).toBe(200);
    for (const wrong of [
      { year: 1404, month: 12, day: 30 },
      { year: 1500, month: 1, day: 1 },
      { year: 1200, month: 1, day: 1 },
    ])
      expect(await put(browser, 'profile', { birthday: wrong })).toMatchObject({
        code: 'birthday_unreadable',
      });
    expect(await put(browser, 'profile', { name: ' ' })).toMatchObject({ code: 'name_missing' });
    const me = await browser.ask('GET', '/v1/portal/shop/me');
    expect(me.body).toMatchObject({ name: 'مریم کریمی', birthday: '1991-08-03', mobile });
    expect((await factsOf(mobile)).map(({ data }) => data)).toEqual([
      { channel: 'portal' },
      { trait: 'name', value: 'مریم کریمی' },
      { trait: 'birthday', value: '1991-08-03' },
    ]);
  });

  test('a repeated write is answered as the first time, and one member’s key is not another’s', async () => {
    const one = await signedIn();
    const other = await signedIn();
    const repeated = { 'idempotency-key': 'same-key' };
    const first = await put(one.browser, 'consents/offers', { given: true }, repeated);
    const second = await put(one.browser, 'consents/offers', { given: true }, repeated);
    expect([first.status, second.status, first.code]).toEqual([200, 200, undefined]);
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect(second.body).toEqual(first.body);
    const elsewhere = await put(other.browser, 'consents/offers', { given: true }, repeated);
    expect(elsewhere.headers['idempotent-replayed']).toBeUndefined();
    expect((await factsOf(other.mobile)).map(({ type }) => type)).toContain('consent.given');
  });

  test('their history page by page, the newest first, and nothing of it that is not for their eyes', async () => {
    const { browser, mobile } = await signedIn();
    const at = served.clock.now();
    const facts = Array.from({ length: 5 }, (_, place) => ({
      type: 'order.paid',
      at: at - (place + 1) * DAY,
      source: 'till',
      key: `h${place}-${mobile}`,
      person: { mobile },
      data: { order: `h${place}`, amount: 1000 * (place + 1) },
    }));
    const note = {
      type: 'page.viewed',
      at,
      source: 'till',
      key: `n-${mobile}`,
      person: { mobile },
      data: { url: 'https://shop.example/secret' },
    };
    const sent = await served.app.inject({
      method: 'POST',
      url: '/v1/facts',
      headers: bearer(key),
      payload: { facts: [...facts, note] },
    });
    if (sent.statusCode >= 300) throw new Error(sent.body);
    const read: unknown[] = [];
    let after: string | null = null;
    do {
      const query: string = after === null ? '' : `&after=${after}`;
      const page = await browser.ask('GET', `/v1/portal/shop/me/history?limit=2${query}`);
      read.push(...page.body.lines.map((line: { type: string; data: object }) => [line.type, line.data]));
      after = page.body.next;
    } while (after !== null);
    expect(read).toEqual([
      ['club.joined', { channel: 'portal' }],
      ...facts.map(({ type, data }) => [type, data]),
    ]);
    const data = await browser.ask('GET', '/v1/portal/shop/me/data');
    expect(data.headers['content-disposition']).toContain('my-data-shop.json');
    expect(data.body).toMatchObject({
      identifiers: [{ kind: 'mobile', value: mobile }],
      facts: { length: 7 },
    });
    expect(await browser.ask('GET', '/v1/portal/shop/me/history?after=nonsense')).toMatchObject({
      code: 'page_unreadable',
    });
  });
});

describe('what a member has of the club', () => {
  let club: Business;
  let clubKey: string;
  const ask = async (...[method, url, payload]: Parameters<Ask>) => {
    const { status, body } = await askWith(served, bearer(clubKey))(method, url, payload);
    if (status >= 300) throw new Error(`${url}: ${JSON.stringify(body)}`);
    return body;
  };

  async function withPoints(units: number) {
    const { browser, mobile } = await signedIn(freshMobile(), club);
    const [person] = await served.database.withBusiness(club.id, (tx) => peopleIdentifiedBy(tx, mobile));
    if (person === undefined) throw new Error('nobody');
    const now = served.clock.now();
    await served.database.withBusiness(club.id, (tx) =>
      earn(tx, {
        holder: { kind: 'person', id: person },
        credits: [
          {
            wallet: 'points',
            units,
            availableFrom: now - DAY,
            expiresAt: now + 30 * DAY,
            cause: { kind: 'earning' },
            key: `test ${person}`,
          },
        ],
        at: now - DAY,
        now,
      }),
    );
    return { browser, mobile, person };
  }

  const mine = (browser: TestBrowser, path = '', headers: object = {}) =>
    browser.ask('GET', `/v1/portal/club-shop/me${path}`, undefined, headers);

  beforeAll(async () => {
    await served.prepareJobs();
    club = await served.business('club-shop');
    clubKey = await served.key(club);
    await open(clubKey);
    const preset = clubPresets.find((one) => one.key === 'deeds-and-points');
    await ask('PUT', '/v1/club/draft', { definition: preset?.programme, revision: 0 });
    await ask('POST', '/v1/club/draft/publish', { revision: 1 });
    for (const [reward, units] of [
      ['coffee', 200],
      ['grinder', 9000],
    ] as const) {
      const definition = {
        key: reward,
        name: { fa: reward, en: reward },
        what: { kind: 'gift' },
        price: { kind: 'fixed', wallet: 'points', units },
        proof: true,
      };
      await ask('POST', '/v1/club/rewards', definition);
      await ask('PUT', `/v1/club/rewards/${reward}`, { definition, state: 'active', revision: 1 });
    }
  });

  test('their wallets with what they are worth and what ends when, in their language', async () => {
    const { browser } = await withPoints(250);
    const { body } = await mine(browser, '', { 'accept-language': 'en' });
    expect(body).toMatchObject({
      club: 'Companions club',
      wallets: [
        {
          key: 'points',
          name: 'Points',
          available: 250,
          worth: 250_000,
          expiring: [{ units: 250 }],
          debt: 0,
        },
      ],
      level: null,
    });
  });

  test('takes a reward once, however often the request comes, and sees its code; what is missing is said', async () => {
    const { browser } = await withPoints(250);
    expect((await mine(browser, '/rewards')).body.rewards).toMatchObject([
      { key: 'grinder', missing: 8750, why: null },
      { key: 'coffee', missing: 0, why: null },
    ]);
    const take = (headers: object) =>
      browser.ask('POST', '/v1/portal/club-shop/me/rewards/coffee', {}, headers);
    const first = await take({ 'idempotency-key': 'one' });
    expect(first.status).toBe(201);
    expect((await take({ 'idempotency-key': 'one' })).body).toEqual(first.body);
    expect(await take({ 'idempotency-key': 'two' })).toMatchObject({ code: 'units_insufficient' });
    const codes = await mine(browser, '/codes');
    expect(codes.body.vouchers).toMatchObject([{ name: 'coffee', code: first.body.code }]);
    expect((await mine(browser)).body.wallets[0].available).toBe(50);
    const handed = await ask('POST', '/v1/club/redemptions/hand-over', { code: first.body.code });
    expect(handed.state).toBe('handed');
    expect((await mine(browser, '/codes')).body.vouchers).toEqual([]);
  });

  test('the code they show tells the till who they are, and nobody else’s does', async () => {
    const one = await withPoints(10);
    const other = await withPoints(10);
    const { member } = (await mine(one.browser, '/codes')).body;
    const now = served.clock.now();
    const who = await served.database.withBusiness(club.id, (tx) => personOfMemberCode(tx, member.code, now));
    expect(who).toBe(one.person);
    expect((await mine(other.browser, '/codes')).body.member.code).not.toBe(member.code);
    expect(member.until).toBeGreaterThan(now);
  });

  test('their gift cards with what is left, theirs alone', async () => {
    const one = await withPoints(10);
    const other = await withPoints(10);
    const terms = { amount: 700_000, paid: true, expiresAt: null };
    await ask('POST', '/v1/club/gift-cards', { ...terms, person: one.person });
    expect((await mine(one.browser, '/codes')).body.cards).toMatchObject([{ available: 700_000 }]);
    expect((await mine(other.browser, '/codes')).body.cards).toEqual([]);
  });

  test('a friend who comes by their link is noted once; a code that leads to nobody keeps nobody out', async () => {
    const { browser } = await withPoints(10);
    const invitation = (await mine(browser, '/referral')).body;
    expect((await mine(browser, '/referral')).body.code).toBe(invitation.code);
    expect(invitation).toMatchObject({ friends: 0, converted: 0, rewarded: [] });
    const come = async (friend: string) => {
      const guest = new TestBrowser(served);
      const challenge = await askCode(guest, freshMobile(), club);
      const told = { challenge, code: await lastCode(club), friend };
      return guest.ask('POST', '/v1/portal/club-shop/sign-in', told);
    };
    expect((await come(invitation.shown)).body).toEqual({ joined: true, friend: true });
    expect((await come('NOSUCHCODE')).body).toEqual({ joined: true, friend: false });
    expect((await mine(browser, '/referral')).body.friends).toBe(1);
  });

  test('each club is an application of its own on the phone', async () => {
    const answer = await served.app.inject({ url: '/p/club-shop/manifest.webmanifest' });
    expect(answer.headers['content-type']).toContain('application/manifest+json');
    expect(answer.json()).toMatchObject({
      id: '/p/club-shop/',
      scope: '/p/club-shop/',
      lang: 'fa',
      dir: 'rtl',
    });
  });
});

describe('the mailbox', () => {
  test('shows what was recorded, harmlessly, where somebody develops', async () => {
    await askCode(new TestBrowser(served), freshMobile());
    const answer = await served.app.inject({ url: '/dev/mailbox?business=shop' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain(await lastCode());
  });

  test.each([
    ['in production', { sms: { provider: 'recording' as const }, development: false }],
    ['where nothing is said', {}],
    ['where messages are really sent', { sms: { provider: 'none' as const }, development: true }],
  ])('is not there %s', async (_, config) => {
    const app = await buildApp({ ...served.parts, config: { ...served.parts.config, ...config } });
    const answer = await app.inject({ url: '/dev/mailbox?business=shop' });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'mailbox_closed' });
    await app.close();
  });
});
