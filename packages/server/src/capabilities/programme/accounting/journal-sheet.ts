import { type JournalAccount, type VoucherKind, vouchersOf } from '@nardeban/core/programme';
import {
  CSV_START,
  csvLine,
  dateOf,
  type Day,
  type Language,
  minorToDecimal,
  RIAL,
} from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { type AccountNames, accountsOf, usualNames } from './account-store.ts';
import { closedMonths } from './closing-store.ts';
import { walletMonths } from './month-money.ts';
import { monthText, nextMonth } from './months.ts';
import { partnersInMonth } from './partner-months.ts';

export const voucherNames: Readonly<Record<VoucherKind, { readonly fa: string; readonly en: string }>> = {
  deferral: { fa: 'کنار گذاشتن بهای امتیازها از فروش', en: 'Points deferred from sales' },
  'deferral-returned': { fa: 'برگشت کالا و امتیازهای آن', en: 'Deferral returned with goods' },
  revenue: { fa: 'شناسایی درآمد امتیازها', en: 'Revenue of points' },
  'revenue-true-up': { fa: 'تعدیل برآورد درآمد امتیازها', en: 'True-up of revenue of points' },
  provision: { fa: 'ذخیرهٔ امتیازهای بی‌خرید', en: 'Provision for points given' },
  'provision-used': { fa: 'مصرف ذخیرهٔ امتیازها', en: 'Provision used' },
  'provision-true-up': { fa: 'تعدیل ذخیرهٔ امتیازها', en: 'True-up of provision' },
  opening: { fa: 'مانده‌های آغازین', en: 'Opening balances' },
  debts: { fa: 'بدهی اعضا', en: 'Debts of members' },
  'cards-sold': { fa: 'فروش کارت هدیه', en: 'Gift cards sold' },
  'cards-given': { fa: 'کارت هدیهٔ رایگان', en: 'Gift cards given' },
  'cards-used': { fa: 'مصرف کارت هدیه', en: 'Gift cards used' },
  'cards-returned': { fa: 'برگشت مصرف به کارت هدیه', en: 'Given back to gift cards' },
  'cards-refunded': { fa: 'بازپرداخت کارت هدیه', en: 'Gift cards refunded' },
  'cards-expired': { fa: 'کارت هدیهٔ منقضی (بی‌مطالبه)', en: 'Gift cards expired (unclaimed)' },
  'partner-redeemed': { fa: 'پاداش‌های شریک', en: 'Rewards of a partner' },
  'partner-cancelled': { fa: 'لغو پاداش‌های شریک', en: 'Rewards of a partner cancelled' },
  'partner-settled': { fa: 'پرداخت و دریافت با شریک', en: 'Settled with a partner' },
};

const HEADERS = {
  fa: ['ماه', 'تاریخ', 'سند', 'کیف یا شریک', 'شرح', 'کد حساب', 'نام حساب', 'بدهکار', 'بستانکار', 'بسته'],
  en: [
    'Month',
    'Date',
    'Voucher',
    'Wallet or partner',
    'Description',
    'Account code',
    'Account',
    'Debit',
    'Credit',
    'Closed',
  ],
} as const;
const YES = { fa: 'بله', en: 'yes' } as const;
const NO = { fa: 'خیر', en: 'no' } as const;

/**
 * The journal of these months (their first days) as CSV, a month at a time: each is read and written before the next is
 * asked for. A voucher's debits are its credits. Amounts are bare numbers in the unit that the header names.
 */
export async function* journalSheet(
  work: <T>(ask: (tx: Tx) => Promise<T>) => Promise<T>,
  business: Business,
  months: readonly Day[],
  language: Language,
): AsyncGenerator<string> {
  const names = await work(async (tx) => (await accountsOf(tx)).accounts);
  const unit = unitIn(business, language);
  yield CSV_START +
    csvLine(
      HEADERS[language].map((name, place) => (place === 7 || place === 8 ? `${name} (${unit})` : name)),
    );
  for (const month of months) {
    const { wallets, partners, isClosed } = await work(async (tx) => ({
      wallets: await walletMonths(tx, business, month),
      partners: await partnersInMonth(tx, business, month),
      isClosed: (await closedMonths(tx)).some((one) => one.month === month),
    }));
    let number = 0;
    const lines: string[] = [];
    const books = [
      ...wallets.map(({ wallet, money }) => ({ of: wallet, amounts: money.amounts })),
      ...partners.map(({ name, amounts }) => ({ of: name, amounts })),
    ];
    for (const { of, amounts } of books)
      for (const { kind, lines: sides } of vouchersOf(amounts)) {
        number++;
        for (const { account, debit, credit } of sides)
          lines.push(
            csvLine([
              monthText(month, business.calendar),
              dayIn(business, nextMonth(month, business.calendar) - 1),
              `${monthText(month, business.calendar)}-${number}`,
              of,
              voucherNames[kind][language],
              names[account]?.code ?? '',
              nameOf(names, account, language),
              amountIn(business, debit),
              amountIn(business, credit),
              (isClosed ? YES : NO)[language],
            ]),
          );
      }
    yield lines.join('');
  }
}

export function nameOf(names: AccountNames, account: JournalAccount, language: Language): string {
  return names[account]?.name ?? usualNames[account][language];
}

function unitIn({ currency, unit }: Business, language: Language): string {
  if (currency !== RIAL) return currency;
  if (unit === 'toman') return language === 'fa' ? 'تومان' : 'toman';
  return language === 'fa' ? 'ریال' : 'rial';
}

function amountIn({ currency, unit }: Business, minor: number): string {
  if (minor === 0) return '';
  if (currency === RIAL) return unit === 'toman' ? String(minor / 10) : String(minor);
  return minorToDecimal(minor, currency);
}

function dayIn({ calendar }: Business, day: Day): string {
  const { year, month, day: number } = dateOf(day, calendar);
  const sign = calendar === 'jalali' ? '/' : '-';
  return [year, String(month).padStart(2, '0'), String(number).padStart(2, '0')].join(sign);
}
