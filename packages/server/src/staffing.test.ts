import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from './app.ts';
import { publishEverybody } from './capabilities/ladder/index.ts';
import { bearer, type Served, serveForTest } from './platform/http/testing.ts';
import { staffOf as staffWithBrowser, TEST_PASSWORD, TestBrowser } from './platform/http/testing-browser.ts';
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

describe('staff', () => {
  test('come by a link that is good once, for one role, in one business, for a week', async () => {
    const business = await served.business('inviting');
    const { browser: owner } = await staffOf(business, 'owner');
    const made = (await owner.ask('POST', '/v1/invitations', { role: 'cashier', invitee: 'علی' })).body;
    expect(made.token).toMatch(/^[0-9a-z]+_[A-Za-z0-9_-]{43}$/);
    const newcomer = newBrowser();
    expect((await newcomer.ask('POST', '/v1/invitation', { token: made.token })).body).toMatchObject({
      business: { name: 'inviting' },
      role: 'cashier',
      invitee: 'علی',
    });
    const account = {
      token: made.token,
      name: 'Ali',
      email: 'ali@inviting.example',
      password: TEST_PASSWORD,
    };
    for (const token of ['x', made.token.slice(0, -1), `${made.token.slice(0, -1)}~`, `zz${made.token}`]) {
      expect((await newcomer.ask('POST', '/v1/invitation/new-account', { ...account, token })).code).toBe(
        'invitation_unknown',
      );
    }
    const twice = await Promise.all([
      newcomer.ask('POST', '/v1/invitation/new-account', account),
      newBrowser().ask('POST', '/v1/invitation/new-account', {
        ...account,
        email: 'other@inviting.example',
      }),
    ]);
    expect(twice.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 404]);
    const staff = (await owner.ask('GET', '/v1/staff')).body;
    expect(staff.members.map(({ role }: { role: string }) => role)).toEqual(['owner', 'cashier']);
    expect(staff.invitations).toEqual([]);

    const late = (await owner.ask('POST', '/v1/invitations', { role: 'sales' })).body;
    const withdrawn = (await owner.ask('POST', '/v1/invitations', { role: 'sales' })).body;
    expect((await owner.ask('DELETE', `/v1/invitations/${withdrawn.invitation.id}`)).status).toBe(200);
    const now = served.clock.now();
    served.clock.set(now + 7 * 86_400_000);
    for (const { token } of [late, withdrawn])
      expect((await newcomer.ask('POST', '/v1/invitation', { token })).code).toBe('invitation_unknown');
    served.clock.set(now);
  });

  test('who has an account already signs in with it and accepts; nobody takes it over by inviting its address', async () => {
    const [one, two] = [await served.business('shop-a'), await served.business('shop-b')];
    const { browser: owner } = await staffOf(one, 'owner');
    const { browser: guest, email } = await staffOf(two, 'sales');
    const { token } = (await owner.ask('POST', '/v1/invitations', { role: 'manager' })).body;
    const taken = await newBrowser().ask('POST', '/v1/invitation/new-account', {
      token,
      name: 'x',
      email,
      password: 'a password of the thief',
    });
    expect([taken.status, taken.code]).toEqual([409, 'account_exists']);
    expect((await guest.ask('POST', '/v1/account/invitation', { token })).body).toEqual({
      business: { slug: 'shop-a', name: 'shop-a' },
    });
    guest.business = 'shop-a';
    expect((await guest.ask('GET', '/v1/session')).body).toMatchObject({ role: 'manager' });
    expect((await guest.ask('POST', '/v1/account/invitation', { token })).code).toBe('invitation_unknown');
  });

  test('have what their role has, the moment it is changed, and nothing the moment they are removed', async () => {
    const business = await served.business('changing-roles');
    const { browser: owner, id: ownerId } = await staffOf(business, 'owner');
    const { browser: seller, id } = await staffOf(business, 'sales');
    expect((await seller.ask('GET', '/v1/staff')).code).toBe('scope_missing');
    expect((await owner.ask('PATCH', `/v1/staff/${id}`, { role: 'manager' })).body.role).toBe('manager');
    expect((await seller.ask('GET', '/v1/staff')).status).toBe(200);
    // A manager neither makes owners nor touches one.
    expect((await seller.ask('PATCH', `/v1/staff/${id}`, { role: 'owner' })).code).toBe('role_above_own');
    expect((await seller.ask('DELETE', `/v1/staff/${ownerId}`)).code).toBe('role_above_own');
    expect((await seller.ask('POST', '/v1/invitations', { role: 'owner' })).code).toBe('role_above_own');
    expect((await seller.ask('GET', '/v1/api-keys')).code).toBe('scope_missing');
    expect((await owner.ask('DELETE', `/v1/staff/${id}`)).status).toBe(200);
    expect((await seller.ask('GET', '/v1/session')).code).toBe('business_unknown');
    expect((await owner.ask('DELETE', `/v1/staff/${id}`)).code).toBe('staff_unknown');
  });

  test('always leave an owner behind, also when two owners demote each other at once', async () => {
    const business = await served.business('owners');
    const one = await staffOf(business, 'owner');
    expect((await one.browser.ask('PATCH', `/v1/staff/${one.id}`, { role: 'sales' })).code).toBe(
      'last_owner',
    );
    expect((await one.browser.ask('DELETE', `/v1/staff/${one.id}`)).code).toBe('last_owner');
    const two = await staffOf(business, 'owner', 'two@owners.example');
    const both = await Promise.all([
      one.browser.ask('PATCH', `/v1/staff/${two.id}`, { role: 'sales' }),
      two.browser.ask('DELETE', `/v1/staff/${one.id}`),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rows } = await served.database.withBusiness(business.id, (tx) =>
      tx.query(`SELECT FROM sign_in.memberships WHERE business_id = this_business() AND role = 'owner'`),
    );
    expect(rows).toHaveLength(1);
  });

  test('of another business cannot be seen, changed or removed', async () => {
    const [mine, theirs] = [await served.business('mine-here'), await served.business('theirs-there')];
    const { browser } = await staffOf(mine, 'owner');
    const { id } = await staffOf(theirs, 'sales');
    expect((await browser.ask('PATCH', `/v1/staff/${id}`, { role: 'analyst' })).code).toBe('staff_unknown');
    expect((await browser.ask('DELETE', `/v1/staff/${id}`)).code).toBe('staff_unknown');
    expect(JSON.stringify((await browser.ask('GET', '/v1/staff')).body)).not.toContain('theirs-there');
  });
});

describe('keys', () => {
  test('have at most the scopes of who makes them, tell when they were used, and are revoked', async () => {
    const business = await served.business('keyring');
    const { browser: owner } = await staffOf(business, 'owner');
    const { key, record } = (
      await owner.ask('POST', '/v1/api-keys', { name: 'till', scopes: ['keys:write', 'people:read'] })
    ).body;
    expect(record.lastUsedAt).toBeNull();
    const asKey = newBrowser();
    const above = await asKey.ask(
      'POST',
      '/v1/api-keys',
      { name: 'x', scopes: ['staff:write'] },
      bearer(key),
    );
    expect(above.code).toBe('scope_above_own');
    const [listed] = (await owner.ask('GET', '/v1/api-keys')).body.keys;
    expect(listed.lastUsedAt).toBe(served.clock.now());
    expect(
      (await asKey.ask('POST', '/v1/account/second-factor', { password: TEST_PASSWORD }, bearer(key))).code,
    ).toBe('staff_only');
    expect((await owner.ask('DELETE', `/v1/api-keys/${record.id}`)).status).toBe(200);
    expect((await owner.ask('DELETE', `/v1/api-keys/${record.id}`)).status).toBe(200);
    expect((await asKey.ask('GET', '/v1/people', undefined, bearer(key))).code).toBe('api_key_unknown');
    const deeds = (await owner.ask('GET', '/v1/deeds')).body.deeds;
    expect(deeds.map((one: { deed: string }) => one.deed)).toEqual(['key.revoked', 'key.made']);
    expect(JSON.stringify(deeds)).not.toContain(key);
  });
});

describe('the audit', () => {
  test('is read page by page, by person, by deed and by day of the business', async () => {
    const business = await served.business('audited');
    const { browser: owner, email } = await staffOf(business, 'owner');
    const { browser: manager } = await staffOf(business, 'manager');
    for (let made = 0; made < 3; made += 1) await owner.ask('POST', '/v1/invitations', { role: 'sales' });
    await manager.ask('POST', '/v1/invitations', { role: 'support' });
    const first = (await owner.ask('GET', '/v1/deeds?limit=3')).body;
    expect([first.deeds.length, first.authors.length]).toEqual([3, 2]);
    const second = (await owner.ask('GET', `/v1/deeds?limit=3&after=${first.next}`)).body;
    expect([second.deeds.length, second.next, second.authors]).toEqual([1, null, []]);
    const mine = (await owner.ask('GET', `/v1/deeds?by=${encodeURIComponent(email)}&deed=staff.invited`)).body
      .deeds;
    expect(mine).toHaveLength(3);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tehran' }).format(new Date());
    expect((await owner.ask('GET', `/v1/deeds?from=${today}&to=${today}`)).body.deeds).toHaveLength(4);
    expect((await owner.ask('GET', '/v1/deeds?to=2020-01-01')).body.deeds).toEqual([]);
    expect((await owner.ask('GET', '/v1/deeds?from=2026-02-31')).code).toBe('day_expected');
    const { browser: seller } = await staffOf(business, 'sales');
    expect((await seller.ask('GET', '/v1/deeds')).code).toBe('scope_missing');
  });
});

describe('the settings of a business', () => {
  test('say who was first; zone and calendar recompute every ladder, and only when confirmed', async () => {
    const founder = await staffOf(await served.business('founder'), 'owner');
    await founder.browser.ask('POST', '/v1/businesses', { slug: 'moving', name: 'Moving' });
    const owner = founder.browser;
    owner.business = 'moving';
    const change = (changes: object) => owner.ask('PATCH', '/v1/business', changes);
    expect((await change({ revision: 1, name: 'Moved', weekend: [5, 6] })).body).toMatchObject({
      name: 'Moved',
      revision: 2,
      currencyFixed: false,
    });
    expect((await change({ revision: 1, name: 'Lost' })).code).toBe('changed_meanwhile');
    expect((await change({ revision: 2, zone: 'Europe/Berlin' })).code).toBe('change_unconfirmed');
    const versions = async () =>
      (await owner.ask('GET', '/v1/ladders')).body.ladders.map(({ version }: { version: number }) => version);
    expect(await versions()).toEqual([1, 1, 1]);
    expect((await change({ revision: 2, zone: 'Europe/Berlin', confirm: true })).body.zone).toBe(
      'Europe/Berlin',
    );
    // A second one while the first is being computed would count half by other days.
    expect((await change({ revision: 3, calendar: 'gregorian', confirm: true })).code).toBe(
      'ladder_publishing',
    );
    const { body } = await owner.ask('GET', '/v1/business');
    expect([body.calendar, body.revision]).toEqual(['jalali', 3]);
    const business = { id: (await businessNumber('moving')) ?? 0 };
    await publishEverybody(served.database, served.clock, business.id);
    expect(await versions()).toEqual([2, 2, 2]);
    expect(
      (await change({ revision: 3, calendar: 'gregorian', currency: 'EUR', unit: 'major', confirm: true }))
        .status,
    ).toBe(200);
    const deed = (await owner.ask('GET', '/v1/deeds?deed=business.changed')).body.deeds[0];
    expect(deed.detail).toEqual({
      calendar: 'jalali → gregorian',
      currency: 'IRR → EUR',
      unit: 'toman → major',
    });
  });

  test('keep the currency once amounts were told in it', async () => {
    const business = await served.business('sold');
    const { browser: owner } = await staffOf(business, 'owner');
    await owner.ask('POST', '/v1/facts', {
      facts: [
        {
          person: { external: 'c-1' },
          type: 'order.paid',
          at: '2026-05-01T10:00:00Z',
          source: 'till',
          key: '1',
          data: { order: '1', amount: 5000 },
        },
      ],
    });
    const refused = await owner.ask('PATCH', '/v1/business', { revision: 1, currency: 'EUR', unit: 'major' });
    expect(refused.code).toBe('currency_in_use');
    expect((await owner.ask('PATCH', '/v1/business', { revision: 1, unit: 'rial' })).body).toMatchObject({
      unit: 'rial',
      currencyFixed: true,
    });
  });
});

async function businessNumber(slug: string): Promise<number | null> {
  const { rows } = await served.database.pool.query<{ id: number | null }>(
    'SELECT business_id_of($1) AS id',
    [slug],
  );
  return rows[0]?.id ?? null;
}

describe('a page of another site', () => {
  test('can do nothing with the cookie of somebody who is signed in', async () => {
    const business = await served.business('victim');
    const { browser, id } = await staffOf(business, 'owner');
    const evil = { origin: 'https://evil.example' };
    const tries: ['POST' | 'PATCH' | 'DELETE', string, object?][] = [
      ['POST', '/v1/invitations', { role: 'owner' }],
      ['POST', '/v1/api-keys', { name: 'x', scopes: ['people:read'] }],
      ['DELETE', `/v1/staff/${id}`],
      ['PATCH', '/v1/business', { revision: 1, name: 'x' }],
      ['PATCH', '/v1/account', { name: 'x' }],
      ['POST', '/v1/account/sign-out-everywhere', { here: true }],
      ['POST', '/v1/account/password', { currentPassword: TEST_PASSWORD, newPassword: 'another password' }],
      ['POST', '/v1/account/second-factor', { password: TEST_PASSWORD }],
      ['POST', '/v1/businesses', { slug: 'evil', name: 'x' }],
      ['POST', '/api/auth/sign-out'],
    ];
    for (const headers of [evil, { origin: 'null' }, { origin: '' }]) {
      for (const [method, url, payload] of tries) {
        const answer = await browser.ask(method, url, payload, headers);
        expect([url, answer.status, answer.code]).toEqual([url, 403, 'origin_refused']);
      }
    }
    // A form of another site cannot send JSON, and what it can send is not read.
    const form = await browser.ask('POST', '/v1/invitations', undefined, {
      ...evil,
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(form.status).toBe(403);
    expect((await browser.ask('GET', '/v1/deeds')).body.deeds).toEqual([]);
  });
});
