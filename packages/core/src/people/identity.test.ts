import { describe, expect, test } from 'vitest';
import { identifiersOf, type Identity, readIdentity } from './index.ts';

describe('an identity in its one spelling', () => {
  test('mobile, e-mail, digits and name are folded; the case of a customer number is kept', () => {
    expect(
      readIdentity({
        mobile: '۰۹۱۲ ۱۲۳ ۴۵ ۶۷',
        email: ' Maryam@Example.COM ',
        external: ' aB-۱۷ ',
        anonymous: 'F3-x',
        name: ' مريم  كريمي ',
        kind: 'person',
      }),
    ).toEqual({
      ok: true,
      value: {
        mobile: '+989121234567',
        email: 'maryam@example.com',
        external: 'aB-17',
        anonymous: 'F3-x',
        name: 'مریم کریمی',
        kind: 'person',
      },
    });
  });

  test('blank parts are absent, and nobody at all is accepted', () => {
    expect(readIdentity({ mobile: ' ', email: '\u200F', external: '', name: '\t' })).toEqual({
      ok: true,
      value: {},
    });
  });

  test.each<[Identity, string, string]>([
    [{ mobile: '02188776655' }, 'phone_not_mobile', 'mobile'],
    [{ mobile: '0912123456' }, 'phone_invalid', 'mobile'],
    [{ email: 'nobody' }, 'email_invalid', 'email'],
    [{ external: 'x'.repeat(255) }, 'identifier_too_long', 'external'],
    [{ anonymous: 'x'.repeat(255) }, 'identifier_too_long', 'anonymous'],
    [{ name: 'x'.repeat(301) }, 'name_too_long', 'name'],
    [{ external: 'a\u0000' }, 'text_unreadable', 'external'],
    [{ name: '\u0000' }, 'text_unreadable', 'name'],
  ])('%o is refused with %s', (identity, code, field) => {
    expect(readIdentity(identity)).toMatchObject({ ok: false, refusal: { code, field } });
  });

  test('the strongest identifier comes first', () => {
    const kinds = identifiersOf({ anonymous: 'a', email: 'e', external: 'x', mobile: 'm' }).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['external', 'mobile', 'email', 'anonymous']);
  });
});
