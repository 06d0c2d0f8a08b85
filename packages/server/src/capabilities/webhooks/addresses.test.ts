import { describe, expect, test } from 'vitest';
import { type AddressRules, checkUrl, guardedLookup, isPublic, mayReach } from './addresses.ts';

const nobody: AddressRules = { own: [] };
const office: AddressRules = { own: ['192.168.10.0/24', 'fd00:1::/32'] };

describe('which addresses are public', () => {
  test.each(['8.8.8.8', '1.1.1.1', '185.143.232.1', '172.32.0.1', '2a00:1450:4001::8a', '::ffff:8.8.8.8'])(
    '%s is',
    (address) => expect(isPublic(address)).toBe(true),
  );
  test.each([
    '127.0.0.1',
    '127.8.8.8',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '::',
    '::1',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    'localhost',
    '',
  ])('%s is not', (address) => expect(isPublic(address)).toBe(false));
});

test('without TLS only what somebody has named as their own is reached', () => {
  expect(mayReach('8.8.8.8', true, office)).toBe(true);
  expect(mayReach('8.8.8.8', false, office)).toBe(false);
  expect(mayReach('192.168.10.7', false, office)).toBe(true);
  expect(mayReach('192.168.11.7', true, office)).toBe(false);
  expect(mayReach('fd00:1::7', false, office)).toBe(true);
  expect(mayReach('fd00:2::7', true, office)).toBe(false);
});

describe('addresses as they are written', () => {
  const code = (text: string, rules: AddressRules = nobody): string => {
    const checked = checkUrl(text, rules);
    return checked.ok ? 'accepted' : checked.refusal.code;
  };
  test.each([
    ['https://example.com/hooks?shop=1', 'accepted'],
    ['  https://example.com  ', 'accepted'],
    ['https://93.184.216.34/x', 'accepted'],
    ['http://example.com/', 'hook_url_insecure'],
    ['ftp://example.com/', 'hook_url_invalid'],
    ['javascript:alert(1)', 'hook_url_invalid'],
    ['example.com', 'hook_url_invalid'],
    ['https://user:word@example.com/', 'hook_url_invalid'],
    ['https://127.0.0.1/', 'hook_url_private'],
    ['https://2130706433/', 'hook_url_private'],
    ['https://0x7f.1/', 'hook_url_private'],
    ['https://[::1]/', 'hook_url_private'],
    ['https://[::ffff:127.0.0.1]/', 'hook_url_private'],
    ['https://169.254.169.254/latest/meta-data', 'hook_url_private'],
    ['https://localhost/', 'hook_url_private'],
    ['https://shop.localhost./', 'hook_url_private'],
  ])('%s: %s', (text, expected) => expect(code(text)).toBe(expected));

  test('networks of one’s own are taken, others not', () => {
    expect(code('http://192.168.10.5:8080/', office)).toBe('accepted');
    expect(code('http://crm.office/', office)).toBe('accepted');
    expect(code('http://192.168.20.5/', office)).toBe('hook_url_private');
    expect(code('http://8.8.8.8/', office)).toBe('hook_url_insecure');
  });
});

test('a name that stands for this machine is refused when a connection is made', async () => {
  const resolve = (secure: boolean, rules: AddressRules): Promise<string> =>
    new Promise((done) => {
      guardedLookup(secure, rules)('localhost', { all: true }, (error, found) =>
        done(error === null ? JSON.stringify(found) : ((error as { code?: string }).code ?? 'error')),
      );
    });
  expect(await resolve(true, nobody)).toBe('ADDRESS_REFUSED');
  expect(await resolve(false, { own: ['127.0.0.0/8'] })).toContain('127.0.0.1');
});
