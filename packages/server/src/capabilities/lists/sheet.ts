import { placesOf } from '@nardeban/core/ladder';
import {
  dateOf,
  type Instant,
  type Language,
  minorToDecimal,
  RIAL,
  showMobile,
  toPersianDigits,
  zoneOf,
} from '@nardeban/core/values';
import type { Business } from '../../platform/tenancy/index.ts';
import type { PersonRow, ReadyColumns } from './rows.ts';

export interface SheetManner {
  readonly language: Language;
  readonly digits: 'latin' | 'persian';
}

const HEADERS = {
  id: { fa: 'شماره', en: 'Number' },
  name: { fa: 'نام', en: 'Name' },
  kind: { fa: 'نوع', en: 'Kind' },
  mobile: { fa: 'موبایل', en: 'Mobile' },
  email: { fa: 'ایمیل', en: 'E-mail' },
  external: { fa: 'کد مشتری', en: 'Customer number' },
  known: { fa: 'آشنا از', en: 'Known since' },
  tags: { fa: 'برچسب‌ها', en: 'Tags' },
  lastOrder: { fa: 'آخرین سفارش', en: 'Last order' },
  orders: { fa: 'شمار سفارش‌ها', en: 'Orders' },
  spent: { fa: 'جمع خرید', en: 'Spent' },
} as const;
const SINCE = { fa: 'از تاریخ', en: 'since' };
const KINDS = {
  person: { fa: 'شخص', en: 'Person' },
  organisation: { fa: 'سازمان', en: 'Organisation' },
} as const;
const UNITS = { toman: { fa: 'تومان', en: 'toman' }, rial: { fa: 'ریال', en: 'rial' } } as const;
const YES = { fa: 'بله', en: 'yes' };
const NO = { fa: 'خیر', en: 'no' };

/** People as rows of a sheet: headers and cells, all texts. The number and the name stand first, then what was chosen. */
export class Sheet {
  private readonly business: Business;
  private readonly columns: ReadyColumns;
  private readonly manner: SheetManner;

  constructor(business: Business, columns: ReadyColumns, manner: SheetManner) {
    this.business = business;
    this.columns = columns;
    this.manner = manner;
  }

  headers(): string[] {
    return ['id', 'name', ...this.columns.asked].map((column) => this.header(column));
  }

  cells(person: PersonRow): string[] {
    return [
      this.digits(String(person.id)),
      person.name ?? '',
      ...this.columns.asked.map((column) => this.cell(person, column)),
    ];
  }

  private header(column: string): string {
    const { language } = this.manner;
    const [start = '', rest = ''] = split(column);
    if (start === 'trait') return rest;
    if (start === 'place' || start === 'since') {
      const version = this.columns.versions.find(({ key }) => key === rest);
      const name = version?.definition.name[language] ?? rest;
      return start === 'place' ? name : `${name} (${SINCE[language]})`;
    }
    const header = HEADERS[column as keyof typeof HEADERS][language];
    if (column !== 'spent') return header;
    const { unit, currency } = this.business;
    return `${header} (${unit === 'major' ? currency : UNITS[unit][language]})`;
  }

  private cell(person: PersonRow, column: string): string {
    const { language } = this.manner;
    const [start = '', rest = ''] = split(column);
    switch (start) {
      case 'place': {
        const version = this.columns.versions.find(({ key }) => key === rest);
        const places = version === undefined ? [] : placesOf(version.definition);
        return places.find(({ key }) => key === person.places[rest]?.key)?.name[language] ?? '';
      }
      case 'since':
        return this.day(person.places[rest]?.since ?? null);
      case 'trait': {
        const value = person.traits[rest];
        if (value === undefined) return '';
        if (typeof value === 'boolean') return (value ? YES : NO)[language];
        return typeof value === 'object'
          ? value.join('، ')
          : typeof value === 'number'
            ? this.digits(String(value))
            : value;
      }
      case 'kind':
        return KINDS[person.kind][language];
      case 'mobile':
        return person.mobile === null ? '' : this.digits(showMobile(person.mobile));
      case 'email':
        return person.email ?? '';
      case 'external':
        return person.external ?? '';
      case 'known':
        return this.day(person.known);
      case 'tags':
        return person.tags.join(language === 'fa' ? '، ' : ', ');
      case 'lastOrder':
        return this.day(person.lastOrder?.at ?? null);
      case 'orders':
        return this.digits(String(person.orders?.count ?? 0));
      case 'spent':
        return this.money(person.orders?.spent ?? 0);
      default:
        return '';
    }
  }

  /** In the calendar of the business: 1404/08/30, or 2025-11-21. */
  private day(at: Instant | null): string {
    if (at === null) return '';
    const { calendar, zone } = this.business;
    const { year, month, day } = dateOf(zoneOf(zone).dayOf(at), calendar);
    const sign = calendar === 'jalali' ? '/' : '-';
    return this.digits([year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(sign));
  }

  /** The bare number, in the unit that the header names. */
  private money(minor: number): string {
    const { currency, unit } = this.business;
    const amount =
      currency === RIAL ? String(unit === 'toman' ? minor / 10 : minor) : minorToDecimal(minor, currency);
    return this.digits(amount);
  }

  private digits(text: string): string {
    return this.manner.digits === 'persian' ? toPersianDigits(text) : text;
  }
}

function split(column: string): string[] {
  const colon = column.indexOf(':');
  return colon === -1 ? [column] : [column.slice(0, colon), column.slice(colon + 1)];
}
