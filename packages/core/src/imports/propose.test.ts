import { describe, expect, test } from 'vitest';
import { guessCustoms, guessMoney, proposeMapping } from './propose.ts';

const headersOf = (line: string): string[] => line.split(',');
const fieldsOf = (headers: string, ...rows: string[][]): Record<string, string> =>
  proposeMapping(headersOf(headers), rows, null).mapping.columns;

describe('proposeMapping', () => {
  test('recognises the British gift shop as order lines', () => {
    const { mapping, sure } = proposeMapping(
      headersOf('Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country'),
      [
        [
          '536365',
          '85123A',
          'WHITE HANGING HEART',
          '6',
          '2010-12-01 08:26:00',
          '2.55',
          '17850',
          'United Kingdom',
        ],
      ],
      null,
    );
    expect(mapping.columns).toEqual({
      Invoice: 'order',
      StockCode: 'sku',
      Description: 'product',
      Quantity: 'quantity',
      InvoiceDate: 'date',
      Price: 'unitPrice',
      'Customer ID': 'external',
      Country: 'trait:country',
    });
    expect(mapping).toMatchObject({ kind: 'lines', currency: 'XXX', unit: 'major', grouping: 'decimal' });
    expect(sure).toBe(1);
  });

  test('takes the currency out of a header', () => {
    const { mapping, questions } = proposeMapping(
      headersOf('customer_id,date,units,amount_usd'),
      [['00001', '1997-01-01', '1', '11.77']],
      null,
    );
    expect(mapping).toMatchObject({ kind: 'orders', currency: 'USD', unit: 'major' });
    expect(questions).toEqual([]);
  });

  test('reads a Persian shop export, and asks for the unit it does not state', () => {
    const { mapping, questions } = proposeMapping(
      headersOf('شماره سفارش,نام خریدار,موبایل خریدار,ایمیل خریدار,محصول,مبلغ,تاریخ ثبت,وضعیت'),
      [['1', 'علی', '09121234567', 'a@b.ir', 'قهوه', '120000', '1403/02/03', 'تکمیل شده']],
      null,
    );
    expect(Object.values(mapping.columns)).toEqual([
      'order',
      'name',
      'mobile',
      'email',
      'product',
      'amount',
      'date',
      'status',
    ]);
    expect(questions).toEqual([{ code: 'amount_unit_unstated', column: 'مبلغ', assumed: 'toman' }]);
  });

  test.each([
    ['مبلغ (تومان)', { currency: 'IRR', unit: 'toman', times: 1 }],
    ['مبلغ به ريال', { currency: 'IRR', unit: 'rial', times: 1 }],
    ['جمع کل (هزار تومان)', { currency: 'IRR', unit: 'toman', times: 1000 }],
    ['Total (£)', { currency: 'GBP', unit: 'major', times: 1 }],
  ])('reads the unit in the header %s', (header, expected) => {
    const { mapping } = proposeMapping(
      ['date', 'mobile', header],
      [['2024-01-02', '09121234567', '12000']],
      null,
    );
    expect(mapping).toMatchObject(expected);
    expect(mapping.columns[header]).toBe('amount');
  });

  test('lets the cells decide what a header leaves open', () => {
    expect(fieldsOf('مشتری,تاریخ,مبلغ', ['علی رضایی', '1403/1/1', '1000'])).toMatchObject({ مشتری: 'name' });
    expect(fieldsOf('مشتری,تاریخ,مبلغ', ['1042', '1403/1/1', '1000'])).toMatchObject({ مشتری: 'external' });
    expect(fieldsOf('شماره تماس,تاریخ,مبلغ', ['۰۹۱۲ ۱۲۳ ۴۵ ۶۷', '1403/1/1', '1000'])).toMatchObject({
      'شماره تماس': 'mobile',
    });
    expect(fieldsOf('x,y,amount', ['09121234567', '2024-05-01', '10'])).toMatchObject({
      x: 'mobile',
      y: 'date',
    });
    expect(fieldsOf('نام,نام خانوادگی,موبایل', ['علی', 'رضایی', '09121234567'])).toMatchObject({
      نام: 'first',
      'نام خانوادگی': 'last',
    });
    expect(fieldsOf('mobile,price,date', ['09121234567', '1000', '2024-01-01'])).toMatchObject({
      price: 'amount',
    });
  });

  test('keeps a column headed mobile although its cells are bad, so that they are refused with a reason', () => {
    expect(fieldsOf('name,mobile', ['Ali', 'none'])).toMatchObject({ mobile: 'mobile' });
  });

  test('never takes the national id for a key', () => {
    expect(fieldsOf('کد ملی,موبایل', ['0012345679', '09121234567'])).toMatchObject({ 'کد ملی': 'ignore' });
  });

  test('tells an order total repeated on its lines from the amounts of the lines', () => {
    const headers = headersOf('Order Number,Order Total,Item Name,Quantity,Date,Phone');
    const line = (order: string, total: string, item: string): string[] => [
      order,
      total,
      item,
      '1',
      '2024-01-01',
      '09121234567',
    ];
    const repeated = [line('1', '30', 'a'), line('1', '30', 'b'), line('2', '7', 'c')];
    expect(proposeMapping(headers, repeated, null).mapping.amountOf).toBe('order');
    const own = [line('1', '10', 'a'), line('1', '20', 'b'), line('2', '7', 'c')];
    const proposal = proposeMapping(headers, own, null);
    expect(proposal.mapping.amountOf).toBe('line');
    expect(proposal.questions.map(({ code }) => code)).toContain('order_total_or_line_amount');
  });

  test('takes repeated order numbers for lines and unique ones for orders', () => {
    const headers = headersOf('order,date,mobile,amount');
    const row = (order: string): string[] => [order, '2024-01-01', '09121234567', '1000'];
    expect(proposeMapping(headers, [row('1'), row('2')], null).mapping.kind).toBe('orders');
    expect(proposeMapping(headers, [row('1'), row('1')], null).mapping.kind).toBe('lines');
  });

  test('one unmistakable date decides the order of day and month; without one it asks', () => {
    const headers = headersOf('date,mobile,amount');
    const rows = (...dates: string[]): string[][] => dates.map((date) => [date, '09121234567', '1000']);
    expect(proposeMapping(headers, rows('12/1/2010', '25/1/2010'), null).mapping.dateOrder).toBe('day_first');
    expect(proposeMapping(headers, rows('12/1/2010', '1/25/2010'), null).mapping.dateOrder).toBe(
      'month_first',
    );
    const open = proposeMapping(headers, rows('12/1/2010', '1/2/2010'), null);
    expect(open.mapping.dateOrder).toBeNull();
    expect(open.questions.map(({ code }) => code)).toContain('date_order_ambiguous');
  });

  test('asks once what 1.250 means', () => {
    const { mapping, questions } = proposeMapping(
      headersOf('date,mobile,مبلغ (تومان)'),
      [['2024-01-01', '09121234567', '1.250']],
      null,
    );
    expect(mapping.grouping).toBeNull();
    expect(questions).toEqual([{ code: 'amount_dot_ambiguous', column: 'مبلغ (تومان)' }]);
  });

  test('a prefix that most numbers carry marks no returns', () => {
    const rows = ['C1', 'C2', 'C3', '4'].map((order) => [order, '2024-01-01', '09121234567', '1000']);
    const { mapping } = proposeMapping(headersOf('order,date,mobile,amount'), rows, null);
    expect(mapping.returnPrefixes).toEqual(['R', 'RET', 'CN']);
  });
});

describe('a business founded for its first file', () => {
  test('is Iranian when the file is, else knows no country', () => {
    expect(guessCustoms(['مبلغ'], [])).toEqual({ calendar: 'jalali', language: 'fa', zone: 'Asia/Tehran' });
    expect(guessCustoms(['date'], [['1403/02/03']])).toMatchObject({ calendar: 'jalali' });
    expect(guessCustoms(['date'], [['2024-02-03']])).toEqual({
      calendar: 'gregorian',
      language: 'en',
      zone: 'UTC',
    });
  });

  test('prices in what the file shows', () => {
    expect(guessMoney(['amount_usd'], [['1.20']])).toEqual({ currency: 'USD', unit: 'major' });
    expect(guessMoney(['amount'], [['1.20']])).toEqual({ currency: 'XXX', unit: 'major' });
    expect(guessMoney(['مبلغ (ریال)'], [['120000']])).toEqual({ currency: 'IRR', unit: 'rial' });
    expect(guessMoney(['amount'], [['120000']])).toEqual({ currency: 'IRR', unit: 'toman' });
  });
});
