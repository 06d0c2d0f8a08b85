import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsFor } from '../../testing/properties.ts';
import {
  checkForm,
  checkSheet,
  doubtsOf,
  type Form,
  firstForm,
  formSchema,
  originOf,
  proposeSheet,
  readAnswers,
  readSheetLine,
  writtenIn,
} from '../index.ts';

const words = (text: string) => ({ fa: text, en: text });
const field = (changes: object): Form['fields'][number] => ({
  key: 'x',
  kind: 'text',
  label: words('x'),
  required: false,
  becomes: 'note',
  ...changes,
});
const withFields = (...fields: Form['fields']): Form => ({
  ...firstForm(),
  fields: [field({ key: 'mobile', kind: 'mobile', becomes: 'identity', required: true }), ...fields],
});

test('a new form holds together, in shape and in sense', () => {
  expect(formSchema.parse(firstForm())).toEqual(firstForm());
  expect(checkForm(firstForm()).ok).toBe(true);
});

test.each([
  ['form_field_twice', withFields(field({ key: 'mobile' }))],
  ['form_field_twice', withFields(field({ key: 'm2', kind: 'mobile', becomes: 'identity' }))],
  ['form_field_reserved', withFields(field({ key: 'website_url' }))],
  ['form_field_reserved', withFields(field({ key: 'nb_stamp' }))],
  ['form_becomes_wrong', withFields(field({ becomes: 'price' }))],
  ['form_trait_missing', withFields(field({ becomes: 'trait' }))],
  ['form_choices_missing', withFields(field({ kind: 'choice' }))],
  [
    'form_choice_twice',
    withFields(
      field({
        kind: 'choice',
        choices: [
          { value: 'a', label: words('a') },
          { value: 'a', label: words('b') },
        ],
      }),
    ),
  ],
  [
    'form_without_contact',
    { ...firstForm(), fields: [field({ key: 'mobile', kind: 'mobile', becomes: 'identity' })] },
  ],
])('%s', (code, form) => {
  const checked = checkForm(form);
  expect(checked.ok ? null : checked.refusal.code).toBe(code);
});

describe('answers', () => {
  const form = withFields(
    field({ key: 'size', kind: 'number', becomes: 'trait', trait: 'size' }),
    field({
      key: 'what',
      kind: 'product',
      becomes: 'demo',
      choices: [{ value: 'sofa', label: words('Sofa') }],
    }),
    field({ key: 'call', kind: 'tick', becomes: 'price' }),
    field({ key: 'from', kind: 'hidden', becomes: 'trait', trait: 'branch', value: 'north' }),
    field({ key: 'hope', becomes: 'wish' }),
  );
  const read = (written: Record<string, string>) => readAnswers(form, writtenIn(form, written), 'en');

  test('become what the form says', () => {
    const told = read({
      mobile: '۰۹۱۲ ۱۲۳ ۴۵۶۷',
      size: '۱۲',
      what: 'sofa',
      call: 'on',
      hope: ' green ',
      other: 'x',
    });
    expect(told).toEqual({
      ok: true,
      value: {
        identity: { mobile: '+989121234567' },
        traits: [
          { trait: 'size', value: 12 },
          { trait: 'branch', value: 'north' },
        ],
        asked: [
          { for: 'demo', product: 'sofa' },
          { for: 'price', product: null },
        ],
        wishes: ['green'],
        notes: [],
        consents: [],
      },
    });
  });

  test.each([
    ['answer_missing', 'mobile', {}],
    ['phone_invalid', 'mobile', { mobile: '12' }],
    ['not_a_number', 'size', { mobile: '09121234567', size: 'many' }],
    ['answer_not_offered', 'what', { mobile: '09121234567', what: 'table' }],
    ['answer_too_long', 'hope', { mobile: '09121234567', hope: 'x'.repeat(501) }],
  ])('%s', (code, at, written) => {
    const told = read(written);
    expect(told.ok ? null : [told.refusal.code, told.refusal.field]).toEqual([code, at]);
  });

  test('are read or refused, whatever is posted', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<script>', '۱۲', '', '09121234567'),
    );
    const names = ['mobile', 'size', 'what', 'call', 'from', 'hope', '__proto__', 'constructor'] as const;
    const posted = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(value, fc.array(value), fc.constant(null), fc.integer()),
    );
    holdsFor(
      'answers are read or refused',
      300,
      fc.property(posted, (body) => {
        const told = readAnswers(form, writtenIn(form, body), 'fa');
        if (told.ok) expect(told.value.identity.mobile).toMatch(/^\+[1-9][0-9]{6,14}$/);
        else expect(form.fields.some(({ key }) => key === told.refusal.field)).toBe(true);
      }),
    );
  });
});

test.each([
  [['سلام، قیمت مبل چند است؟'], []],
  [['my site is shop.example.com and http://a.com'], []],
  [['http://a.ru http://b.ru www.c.ru'], ['links']],
  [['<a href="x">cheap</a>'], ['markup']],
  [['[url=http://x.com]x[/url]'], ['markup']],
  [['hello', 'hello', 'hello'], ['same']],
  [['wXkTqZRbPvLmQa'], ['gibberish']],
  [['McDonaldsRestaurant'], []],
])('%j is doubted for %j', (texts, doubts) => {
  expect(doubtsOf(texts)).toEqual(doubts);
});

const nothing = { source: null, medium: null, campaign: null };
test.each([
  [{ own: [], fallback: nothing }, ['direct', null, null]],
  [
    { own: [], fallback: nothing, referrer: 'https://www.google.com/search?q=x' },
    ['google', 'organic', null],
  ],
  [{ own: [], fallback: nothing, referrer: 'https://l.instagram.com/' }, ['instagram', 'social', null]],
  [{ own: ['shop.ir'], fallback: nothing, referrer: 'https://www.shop.ir/x' }, ['direct', null, null]],
  [{ own: [], fallback: nothing, referrer: 'https://blog.example/x' }, ['blog.example', 'referral', null]],
  [
    { own: [], fallback: { ...nothing, source: 'landing' }, referrer: 'https://blog.example/x' },
    ['landing', null, null],
  ],
  [
    { own: [], fallback: nothing, query: { utm_source: ' ‮Tele\u0000gram ', utm_campaign: ['a', 'b'] } },
    ['Telegram', null, 'a'],
  ],
  [
    {
      own: [],
      fallback: { ...nothing, campaign: 'all' },
      query: { utm_source: 'x' },
      link: { source: 'fair', medium: 'qr', campaign: null },
    },
    ['fair', 'qr', 'all'],
  ],
  [{ own: [], fallback: nothing, referrer: 'javascript:alert(1)' }, ['direct', null, null]],
])('where they come from: %j', (seen, [source, medium, campaign]) => {
  expect(originOf(seen)).toEqual({ source, medium, campaign });
});

test('a list tells its columns by its headers, and its lines one by one', () => {
  const headers = ['نام', 'تلفن همراه', 'Email', 'شهر', 'توضیحات', 'کد', 'موبایل'];
  const columns = proposeSheet(headers);
  expect(columns).toEqual(['name', 'mobile', 'email', 'trait:city', 'note', 'ignore', 'ignore']);
  expect(checkSheet(columns).ok).toBe(true);
  const line = readSheetLine(headers, columns, ['نگار', '9121234567', '', 'قم', 'عجله دارد', '7', '']);
  expect(line).toMatchObject({
    ok: true,
    value: { identity: { mobile: '+989121234567', name: 'نگار' }, notes: [{ text: 'عجله دارد' }] },
  });
  const codes = [
    ['x', '', ''],
    ['x', '12', ''],
    ['x', '', 'no mail'],
  ].map((cells) => {
    const read = readSheetLine(headers, columns, cells);
    return read.ok ? null : [read.refusal.code, read.refusal.field];
  });
  expect(codes).toEqual([
    ['contact_missing', 'mobile'],
    ['phone_invalid', 'تلفن همراه'],
    ['email_invalid', 'Email'],
  ]);
  expect(checkSheet(['name']).ok).toBe(false);
  expect(checkSheet(['mobile', 'mobile']).ok).toBe(false);
});
