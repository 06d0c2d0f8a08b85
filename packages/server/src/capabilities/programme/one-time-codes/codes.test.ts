import { afterAll, beforeAll, expect, test } from 'vitest';
import { smsFor } from '../../../platform/channels/index.ts';
import { recordedMessages } from '../../../platform/channels/index.ts';
import { createLog } from '../../../platform/log/index.ts';
import { businessesForTest, type TestBusinesses } from '../../../platform/tenancy/testing.ts';
import { resolvePeople } from '../../people/index.ts';
import { askCode, type CodeAsked, type CodeParts, checkCode, forgetSpentCodes, useCode } from './index.ts';

let world: TestBusinesses;
let parts: CodeParts;
let now = Date.UTC(2026, 5, 1, 9);
const clock = { now: () => now };
const MINUTE = 60_000;
let mobiles = 0;

beforeAll(async () => {
  world = await businessesForTest();
  const log = createLog('silent');
  parts = {
    database: world.database,
    clock,
    sms: smsFor({ provider: 'recording' }, { database: world.database, clock, log }),
  };
});
afterAll(() => world.close());

const freshMobile = (): string => `+98912${String((mobiles += 1)).padStart(7, '0')}`;

async function asked(about: Partial<CodeAsked> = {}): Promise<{ challenge: string; code: string }> {
  const sent = await askCode(parts, world.business, {
    purpose: 'sign-in',
    to: { mobile: freshMobile() },
    ...about,
  });
  if (!sent.ok) throw new Error(sent.refusal.code);
  return { challenge: sent.value.challenge, code: await lastCode() };
}

async function lastCode(): Promise<string> {
  const [last] = await recordedMessages(world.database, world.business.id, 1);
  return /^[0-9]{6}$/m.exec(last?.text ?? '')?.[0] ?? '';
}

const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

const use = (proof: { challenge: string; mobile: string; person: number | null }) =>
  world.database.withBusiness(world.business.id, (tx) => useCode(tx, proof, now));

test('a code is right in any digits, once, and tells whose mobile it proves', async () => {
  const { challenge, code } = await asked({ to: { mobile: '0912 999 0001' } });
  const persian = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0x6c0)).join(' ');
  const proof = await checkCode(parts, world.business, {
    purpose: 'sign-in',
    code: persian,
    by: { challenge },
  });
  expect(proof).toMatchObject({ ok: true, value: { mobile: '+989129990001', person: null } });
  if (!proof.ok) return;
  const both = await Promise.all([use(proof.value), use(proof.value)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'one_time_code_used' } });
});

test('the code itself is kept nowhere but with the recording provider', async () => {
  const { code } = await asked();
  const { rows } = await world.database.withBusiness(world.business.id, (tx) =>
    tx.query('SELECT o.*, m.* FROM one_time_codes o JOIN messages m USING (business_id, recipient)'),
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(code);
});

test('five attempts are counted however many are made at once, and then the right code is wrong too', async () => {
  const { challenge, code } = await asked();
  const guess = { purpose: 'sign-in' as const, by: { challenge } };
  const tries = await Promise.all(
    Array.from({ length: 8 }, () => checkCode(parts, world.business, { ...guess, code: wrong(code) })),
  );
  const codes = tries.map((one) => (one.ok ? 'ok' : one.refusal.code)).sort();
  expect(codes.filter((one) => one === 'one_time_code_wrong')).toHaveLength(5);
  expect(codes.filter((one) => one === 'one_time_code_attempts_over')).toHaveLength(3);
  expect(await checkCode(parts, world.business, { ...guess, code })).toMatchObject({
    refusal: { code: 'one_time_code_attempts_over' },
  });
});

test('a code expires, is good for its purpose and its deed alone, and in its own business alone', async () => {
  const { challenge, code } = await asked({ purpose: 'spend', about: 'quote:7' });
  const told = { purpose: 'spend' as const, by: { challenge }, code, about: 'quote:7' };
  for (const other of [
    { ...told, purpose: 'sign-in' as const },
    { ...told, about: 'quote:8' },
  ])
    expect(await checkCode(parts, world.business, other)).toMatchObject({
      refusal: { code: 'one_time_code_expired' },
    });
  expect(await checkCode(parts, world.stranger, told)).toMatchObject({
    refusal: { code: 'one_time_code_expired' },
  });
  expect(await checkCode(parts, world.business, { ...told, code: '12345' })).toMatchObject({
    refusal: { code: 'one_time_code_malformed' },
  });
  expect(await checkCode(parts, world.business, told)).toMatchObject({ ok: true });
  now += 3 * MINUTE;
  expect(await checkCode(parts, world.business, told)).toMatchObject({
    refusal: { code: 'one_time_code_expired' },
  });
});

test('a code that was used is answered again for a repeated request, also when its time is over, and lets nothing pass', async () => {
  const { challenge, code } = await asked();
  const told = { purpose: 'sign-in' as const, by: { challenge }, code };
  const first = await checkCode(parts, world.business, told);
  if (!first.ok) throw new Error(first.refusal.code);
  expect(await use(first.value)).toMatchObject({ ok: true });
  now += 10 * MINUTE;
  expect(await checkCode(parts, world.business, told)).toEqual(first);
  expect(await use(first.value)).toMatchObject({ refusal: { code: 'one_time_code_used' } });
});

test('a mobile is sent one code a minute and five an hour, whoever asks, and then is told how long to wait', async () => {
  now = Date.UTC(2026, 5, 2, 9);
  const to = { mobile: freshMobile() };
  const ask = () => askCode(parts, world.business, { purpose: 'sign-in', to });
  expect(await ask()).toMatchObject({ ok: true });
  expect(await ask()).toMatchObject({
    refusal: { code: 'one_time_codes_too_many', detail: { seconds: 60 } },
  });
  for (let sent = 1; sent < 5; sent += 1) {
    now += MINUTE;
    expect(await ask()).toMatchObject({ ok: true });
  }
  now += MINUTE;
  expect(await ask()).toMatchObject({
    refusal: { code: 'one_time_codes_too_many', detail: { seconds: 55 * 60 } },
  });
  now += 55 * MINUTE;
  expect(await ask()).toMatchObject({ ok: true });
});

test('a hundred askings at once from one address send no more than its share, and the refused ones count for nobody', async () => {
  now = Date.UTC(2026, 5, 3, 9);
  const asks = await Promise.all(
    Array.from({ length: 45 }, () =>
      askCode(parts, world.business, {
        purpose: 'sign-in',
        to: { mobile: freshMobile() },
        address: '2001:db8:1:2::7',
      }),
    ),
  );
  expect(asks.filter(({ ok }) => ok)).toHaveLength(40);
  // The same network with another ending is the same address.
  const mobile = freshMobile();
  const ask = (address: string) =>
    askCode(parts, world.business, { purpose: 'sign-in', to: { mobile }, address });
  expect(await ask('2001:db8:1:2:9::1')).toMatchObject({ refusal: { code: 'one_time_codes_too_many' } });
  expect(await ask('2001:db8:1:3::1')).toMatchObject({ ok: true });
});

test('the answer is the same whether the mobile is known or not', async () => {
  now = Date.UTC(2026, 5, 4, 9);
  const known = freshMobile();
  await world.database.withBusiness(world.business.id, (tx) =>
    resolvePeople(tx, world.business, [{ mobile: known }], [now]),
  );
  const answers = await Promise.all(
    [known, freshMobile()].map((mobile) =>
      askCode(parts, world.business, { purpose: 'sign-in', to: { mobile } }),
    ),
  );
  const [one, other] = answers.map((answer) => (answer.ok ? Object.keys(answer.value) : answer));
  expect(one).toEqual(other);
});

test('a person proves a spending by the code sent to their own mobile, without the challenge, and to nobody else’s', async () => {
  now = Date.UTC(2026, 5, 5, 9);
  const mobile = freshMobile();
  const [resolved] = await world.database.withBusiness(world.business.id, (tx) =>
    resolvePeople(tx, world.business, [{ mobile }], [now]),
  );
  if (resolved === undefined || !('personId' in resolved)) throw new Error('nobody');
  const person = resolved.personId;
  expect(
    await askCode(parts, world.business, { purpose: 'spend', to: { person, mobile: freshMobile() } }),
  ).toMatchObject({ refusal: { code: 'mobile_not_theirs' } });
  const sent = await askCode(parts, world.business, {
    purpose: 'spend',
    to: { person },
    about: 'quote:1',
    what: 'خرج 500 امتیاز',
  });
  expect(sent).toMatchObject({ ok: true });
  const [message] = await recordedMessages(world.database, world.business.id, 1);
  expect(message).toMatchObject({ to: mobile });
  expect(message?.text).toContain('کد خرج ۵۰۰ امتیاز');
  const bySms = await lastCode();
  const check = (code: string, about = 'quote:1') =>
    checkCode(parts, world.business, { purpose: 'spend', code, by: { person }, about });
  expect((await check(bySms, 'quote:99')).ok).toBe(false);
  expect(await check(bySms)).toMatchObject({ ok: true, value: { mobile, person } });
});

test('what nobody can use any more is forgotten', async () => {
  const { challenge, code } = await asked();
  now += 3 * 24 * 60 * MINUTE;
  expect(await forgetSpentCodes(world.database, clock)).toBeGreaterThan(0);
  expect(
    await checkCode(parts, world.business, { purpose: 'sign-in', by: { challenge }, code }),
  ).toMatchObject({
    refusal: { code: 'one_time_code_expired' },
  });
});
