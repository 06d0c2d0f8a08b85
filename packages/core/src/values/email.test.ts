import { describe, expect, it } from 'vitest';
import { readEmail } from './email.ts';

describe('readEmail', () => {
  it.each([
    [' Ali.Karimi@Example.COM ', 'ali.karimi@example.com'],
    ['\u202Aa+b@x.ir\u202C', 'a+b@x.ir'],
    ["o'neil@sub.example.co.uk", "o'neil@sub.example.co.uk"],
    ['ali۱۲@example.com', 'ali12@example.com'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
    ['', 'email_missing'],
    ['ali', 'email_invalid'],
    ['@example.com', 'email_invalid'],
    ['ali@', 'email_invalid'],
    ['ali@example', 'email_invalid'],
    ['a@b@example.com', 'email_invalid'],
    ['a b@example.com', 'email_invalid'],
    ['a..b@example.com', 'email_invalid'],
    ['.a@example.com', 'email_invalid'],
    ['a@-example.com', 'email_invalid'],
    ['a@example..com', 'email_invalid'],
    ['a@example.com, b@example.com', 'email_invalid'],
    ['<a@example.com>', 'email_invalid'],
    ['a@example.com\r\nBcc: x', 'email_invalid'],
    [`${'a'.repeat(65)}@example.com`, 'email_invalid'],
    [
      `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.com`,
      'email_invalid',
    ],
    [`a@example.com${' '.repeat(1000)}`, 'email_invalid'],
  ])('reads %j as %j', (raw, expected) => {
    const result = readEmail(raw);
    expect(result.ok ? result.value : result.refusal.code).toBe(expected);
  });
});
