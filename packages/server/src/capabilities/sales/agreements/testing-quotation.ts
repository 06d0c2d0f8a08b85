import type { Quotation, QuotationDocument, QuotationLine } from '@nardeban/core/sales';
import type { Language } from '@nardeban/core/values';

export function lineOf(more: Partial<QuotationLine> = {}): QuotationLine {
  return {
    sku: 'K-42',
    text: 'کفش ورزشی Nike Air (سایز ۴۲)',
    quantity: 1000,
    unit: '',
    unitPrice: 12_500_000,
    discount: { kind: 'none' },
    taxRate: 1000,
    ...more,
  };
}

export function quotationOf(more: Partial<Quotation> = {}): Quotation {
  return {
    title: 'کفش کوه',
    lines: [lineOf(), lineOf({ sku: '', text: 'بند کفش', quantity: 2500, unit: 'متر', unitPrice: 400_000 })],
    discount: { kind: 'none' },
    rounding: 10,
    validUntil: '2026-06-11',
    delivery: '۳ روز پس از پذیرش',
    terms: '۱. پرداخت ۵۰٪ پیش از تحویل.\n۲. مانده تا ۱۴۰۵/۰۴/۱۵.',
    guaranteeMonths: 12,
    service: { visits: 2, everyMonths: 6 },
    askAfterDays: 7,
    proof: false,
    ...more,
  };
}

export function documentOf(language: Language, content: Quotation): QuotationDocument {
  return {
    kind: 'quotation',
    number: 1405,
    version: 1,
    sentAt: Date.UTC(2026, 5, 1, 9),
    language,
    from: {
      name: 'فروشگاه آریا (مرکزی)',
      address: 'تهران، خیابان ولی‌عصر، پلاک ۱۲۳',
      phones: '021-8877 6655، 0912 123 4567',
      legal: '',
      footer: 'سپاس',
      logo: null,
    },
    to: 'شرکت پارس‌تجارت',
    money: { currency: 'IRR', unit: 'toman' },
    calendar: 'jalali',
    zone: 'Asia/Tehran',
    content,
    total: 0,
  };
}

/** A picture of one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
