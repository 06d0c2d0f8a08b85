import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDay, zoneOf } from '../values/index.ts';
import { checkMapping, type Mapping, readPartialMapping, uniqueHeaders, withStated } from './mapping.ts';
import { proposeMapping } from './propose.ts';
import { rowReader } from './rows.ts';
import { contentOf, rowFrom, type StagedRow } from './staged.ts';

const tehran = { zone: 'Asia/Tehran', calendar: 'jalali' } as const;
const HEADERS = ['order', 'date', 'mobile', 'customer id', 'amount', 'status', 'name'];

const mapping: Mapping = {
  version: 1,
  kind: 'orders',
  columns: {
    order: 'order',
    date: 'date',
    mobile: 'mobile',
    'customer id': 'external',
    amount: 'amount',
    status: 'status',
    name: 'name',
  },
  currency: 'IRR',
  unit: 'toman',
  times: 1,
  dateOrder: null,
  grouping: null,
  amountOf: 'line',
  returnPrefixes: ['C'],
  statusWords: {},
  source: 'orders',
};

function row(
  cells: Partial<Record<string, string>>,
  changes: Partial<Mapping> = {},
): ReturnType<ReturnType<typeof rowReader>> {
  const usual: Record<string, string> = {
    order: '1',
    date: '1403/02/03',
    mobile: '09121234567',
    'customer id': '',
    amount: '1000',
    status: '',
    name: '',
  };
  const read = rowReader({ ...mapping, ...changes }, HEADERS, tehran);
  return read(
    HEADERS.map((header) => cells[header] ?? usual[header] ?? ''),
    2,
  );
}

function value(cells: Partial<Record<string, string>>, changes: Partial<Mapping> = {}): StagedRow {
  const result = row(cells, changes);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

function refusal(cells: Partial<Record<string, string>>, changes: Partial<Mapping> = {}): unknown {
  const result = row(cells, changes);
  return result.ok ? 'accepted' : { code: result.refusal.code, field: result.refusal.field };
}

const MILLION = 1_000_000n;

describe('rowReader', () => {
  test('reads amounts in every spelling, in the stated unit, exactly', () => {
    expect(value({ amount: '۱۲٬۳۴۵٫۶' }, { currency: 'USD', unit: 'major' }).value).toBe(
      1_234_560n * MILLION,
    );
    expect(value({ amount: '۱۲٫۵' }, { times: 1000 }).value).toBe(125_000n * MILLION);
    expect(value({ amount: '1,250,000' }).value).toBe(12_500_000n * MILLION);
    expect(value({ amount: '12000 ریال' }).value).toBe(12_000n * MILLION);
    expect(value({ amount: '12' }, { times: 1000 }).value).toBe(120_000n * MILLION);
    expect(value({ amount: '(250)' }).value).toBe(-2500n * MILLION);
    expect(value({ amount: '0.001' }, { currency: 'USD', unit: 'major' }).value).toBe(100_000n);
  });

  test('refuses what is no whole amount of money rather than guess', () => {
    expect(refusal({ amount: '1e9' })).toEqual({ code: 'number_in_exponent_form', field: 'amount' });
    for (const amount of ['۱۲٬۳۴۵٫۶', '12345.6']) {
      expect(refusal({ amount })).toEqual({ code: 'amount_has_fraction', field: 'amount' });
      expect(refusal({ amount }, { unit: 'rial' })).toEqual({ code: 'amount_has_fraction', field: 'amount' });
    }
    expect(refusal({ amount: '1.250' })).toEqual({ code: 'amount_ambiguous', field: 'amount' });
    expect(value({ amount: '1.250' }, { grouping: 'thousands' }).value).toBe(12_500n * MILLION);
    expect(refusal({ amount: '' })).toEqual({ code: 'amount_missing', field: 'amount' });
    expect(refusal({ amount: '=1+1' })).toEqual({ code: 'cell_is_formula', field: 'amount' });
  });

  test('a formula in a text is text, never run', () => {
    expect(value({ name: "=cmd|'/C calc'!A0" }).name).toBe("=cmd|'/C calc'!A0");
  });

  test('reads Jalali and Gregorian dates in the zone of the business', () => {
    const day = (date: string): string => isoDay(zoneOf('Asia/Tehran').dayOf(value({ date }).at ?? 0));
    expect(day('۱۴۰۳/۰۲/۰۳')).toBe('2024-04-22');
    expect(day('2024-04-22')).toBe('2024-04-22');
    expect(value({ date: '1403/12/30' }).at).toBe(Date.UTC(2025, 2, 19, 20, 30));
    expect(refusal({ date: '1403/12/31' })).toEqual({ code: 'date_does_not_exist', field: 'date' });
    expect(refusal({ date: '' })).toEqual({ code: 'date_missing', field: 'date' });
    expect(refusal({ date: '5/6/2020' })).toEqual({ code: 'date_ambiguous', field: 'date' });
    expect(value({ date: '5/6/2020' }, { dateOrder: 'month_first' }).at).not.toBe(
      value({ date: '5/6/2020' }, { dateOrder: 'day_first' }).at,
    );
  });

  test('a bad mobile refuses the row only where nothing else says who it is', () => {
    expect(refusal({ mobile: '02188776655' })).toEqual({ code: 'phone_not_mobile', field: 'mobile' });
    expect(refusal({ mobile: '9.12E+09' })).toEqual({ code: 'phone_in_exponent_form', field: 'mobile' });
    expect(value({ mobile: '02188776655', 'customer id': '۱۰۴۲' })).toMatchObject({
      mobile: '',
      external: '1042',
    });
    expect(value({ mobile: '' })).toMatchObject({ mobile: '', external: '', email: '' });
  });

  test('refuses letters of another encoding in a name, and NUL bytes anywhere', () => {
    expect(refusal({ name: 'Ren\uFFFD' })).toEqual({ code: 'text_unreadable', field: 'name' });
    expect(refusal({ name: 'A\u0000B' })).toEqual({ code: 'text_unreadable', field: 'name' });
  });

  test('knows statuses in both languages, and does not guess at others', () => {
    expect(value({ status: 'تكميل شده' }).status).toBe('paid');
    expect(value({ status: 'در انتظار پرداخت' }).status).toBe('placed');
    expect(value({ status: 'Refunded' }).status).toBe('returned');
    expect(refusal({ status: 'گم‌شده' })).toEqual({ code: 'status_unknown', field: 'status' });
    expect(value({ status: 'گم‌شده' }, { statusWords: { گمشده: 'returned' } }).status).toBe('returned');
  });

  test('refuses rows of another width, but for empty cells at the end', () => {
    const read = rowReader(mapping, HEADERS, tehran);
    expect(read(['1', '1403/02/03'], 2)).toEqual({
      ok: false,
      refusal: { code: 'row_width', detail: { columns: 7, cells: 2 } },
    });
    expect(read(['1', '1403/02/03', '', '', '10', '', '', '', ' '], 2).ok).toBe(true);
  });

  test('a staged row comes back as it went, whatever its texts are', () => {
    const read = rowReader(mapping, HEADERS, tehran);
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.integer({ min: -1e9, max: 1e9 }),
        (text, amount) => {
          const staged = read(
            [text.slice(0, 20), '1403/02/03', '09121234567', '', String(amount), '', text],
            2,
          );
          if (!staged.ok) return;
          expect(rowFrom(contentOf(staged.value), 2)).toEqual(staged.value);
        },
      ),
    );
  });
});

describe('a mapping', () => {
  test('may be stated in part and is checked against the file', () => {
    const { mapping: proposed } = proposeMapping(
      ['a', 'b', 'c'],
      [['09121234567', '2024-01-01', '10']],
      null,
    );
    const stated = readPartialMapping({ columns: { c: 'amount' } });
    if (!stated.ok) throw new Error('refused');
    const whole = withStated(proposed, stated.value);
    expect(whole.columns).toEqual({ a: 'mobile', b: 'date', c: 'amount' });
    expect(checkMapping(whole, ['a', 'b', 'c'])).toEqual({ ok: true, value: true });
    expect(checkMapping(whole, ['a', 'b'])).toMatchObject({ refusal: { code: 'mapping_column_missing' } });
    expect(
      checkMapping({ ...whole, columns: { ...whole.columns, b: 'amount' } }, ['a', 'b', 'c']),
    ).toMatchObject({ refusal: { code: 'mapping_field_twice' } });
    expect(readPartialMapping({ columns: { a: 'mobil' } })).toMatchObject({
      ok: false,
      refusal: { code: 'mapping_invalid' },
    });
    expect(readPartialMapping({ colums: {} })).toMatchObject({
      ok: false,
      refusal: { code: 'mapping_invalid' },
    });
  });

  test('makes equal and empty headers one of a kind', () => {
    expect(uniqueHeaders(['نام', '', 'نام'])).toEqual(['نام', 'column 2', 'نام (2)']);
  });
});
