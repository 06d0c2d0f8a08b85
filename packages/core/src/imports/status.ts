import { looseKey } from '../values/index.ts';

/** What a status says of an order: money came, it was only placed, or it was undone. */
export type OrderStatus = 'paid' | 'placed' | 'returned';

/** Statuses of shop plug-ins, marketplaces and accounting programs. A failed payment leaves the order only placed. */
const TABLE: Readonly<Record<OrderStatus, string>> = {
  paid: `تکمیل شده|تکمیل|پرداخت شده|پرداخت موفق|موفق|تحویل شده|تحویل داده شده|ارسال شده|در حال انجام|در حال پردازش|در حال آماده سازی|
    در حال ارسال|نهایی|نهایی شده|تسویه شده|تسویه|فروش|انجام شده|بسته شده|قطعی|
    completed|complete|paid|processing|delivered|shipped|fulfilled|closed|done|success|successful|succeeded|sale|settled|
    captured|partially shipped|in transit|dispatched|wc-completed|wc-processing`,
  placed: `در انتظار پرداخت|در انتظار|در انتظار بررسی|در انتظار تایید|ثبت شده|پرداخت نشده|ناموفق|پیش نویس|پیش فاکتور|جدید|معلق|باز|
    پرداخت ناموفق|
    pending|pending payment|on hold|on-hold|placed|new|unpaid|failed|draft|checkout draft|open|awaiting payment|created|
    payment failed|authorized|authorised|quote|quotation|wc-pending|wc-on-hold|wc-failed`,
  returned: `لغو شده|لغو|کنسل|کنسل شده|مرجوع|مرجوعی|مرجوع شده|برگشتی|برگشت خورده|برگشت|برگشت از فروش|برگشت داده شده|مسترد شده|
    مسترد|عودت|عودت داده شده|استرداد|ابطال|ابطال شده|باطل|باطل شده|بازگشت وجه|
    cancelled|canceled|cancel|refunded|refund|returned|return|void|voided|reversed|chargeback|credit note|credit memo|
    wc-cancelled|wc-refunded`,
};

const WORDS = new Map<string, OrderStatus>();
for (const status of ['paid', 'placed', 'returned'] as const) {
  for (const word of TABLE[status].split('|')) WORDS.set(statusKey(word), status);
}

/** What two spellings of a status share. */
export function statusKey(text: string): string {
  return looseKey(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The meaning of a status text, or null: an unknown one is not guessed at. */
export function statusOf(text: string, own: ReadonlyMap<string, OrderStatus>): OrderStatus | null {
  const key = statusKey(text);
  return own.get(key) ?? WORDS.get(key) ?? null;
}
