import { looseKey } from '../values/index.ts';
import type { Field } from './fields.ts';

/** One way a column may be headed. `order` says the amount is that of the whole order, not of a line. */
export interface Meaning {
  readonly field: Field;
  readonly amountOf?: 'order' | 'line';
}

/**
 * Headers met in the wild, by meaning: shop plug-ins, accounting programs, marketplaces, public data sets. A header
 * may stand under several meanings; the sample rows decide between them, earlier meanings first.
 */
const TABLE: readonly (readonly [meaning: Meaning, headers: string])[] = [
  [
    { field: 'order' },
    `شماره سفارش|شماره فاکتور|فاکتور|شماره رسید|کد سفارش|شناسه سفارش|سفارش|شماره حواله|شماره قبض|شماره بیل|کد رهگیری سفارش|
     order number|order no|order id|order|invoice|invoice no|invoice number|invoice id|id order|receipt|receipt no|
     receipt number|bill no|bill number|transaction id|order ref|order reference|document no|sale id|check number|id|شناسه`,
  ],
  [
    { field: 'date' },
    `تاریخ|تاریخ ثبت|تاریخ فاکتور|تاریخ سفارش|تاریخ و ساعت|تاریخ خرید|تاریخ پرداخت|زمان|زمان ثبت|تاریخ فروش|تاریخ ایجاد|
     تاریخ ثبت سفارش|تاریخ عضویت|تاریخ ثبت نام|تاریخ پیوستن|زمان سفارش|روز|
     date|order date|invoice date|date time|datetime|order date time|timestamp|created at|created|date created|paid at|date paid|purchase date|sale date|
     transaction date|day|datetime cart finalize|registered|registered at|registration date|signup date|signed up|joined|
     member since|order created|completed at|ordered at|placed at`,
  ],
  [{ field: 'time' }, `ساعت|ساعت ثبت|ساعت سفارش|ساعت فاکتور|time|order time|hour|sale time`],
  [
    { field: 'mobile' },
    `موبایل|تلفن همراه|شماره همراه|همراه|شماره موبایل|موبایل خریدار|موبایل مشتری|شماره تماس|تلفن|شماره تلفن|تلفن تماس|
     تلفن مشتری|شماره|شماره تماس مشتری|شماره تماس خریدار|شماره موبایل خریدار|
     mobile|mobile number|mobile phone|cell|cell phone|cellphone|phone|phone number|billing phone|customer phone|
     customer mobile|contact number|tel|telephone|msisdn|shipping phone`,
  ],
  [
    { field: 'email' },
    `ایمیل|پست الکترونیک|پست الکترونیکی|رایانامه|ایمیل خریدار|ایمیل مشتری|نشانی ایمیل|ادرس ایمیل|
     email|e-mail|email address|customer email|billing email|mail|contact email`,
  ],
  [
    { field: 'external' },
    `کد مشتری|شماره مشتری|شناسه مشتری|کد اشتراک|شماره اشتراک|شماره عضویت|کد عضویت|کد طرف حساب|کد شخص|کد خریدار|مشتری|کد کاربر|شناسه کاربر|
     شماره کارت باشگاه|کد باشگاه|
     customer id|customer no|customer number|customer code|id customer|client id|client code|user id|member id|
     member no|member number|membership number|loyalty number|account id|account number|cust id|customer|contact id|
     external id|household key|buyer id|person id|visitor id|id|شناسه|کد`,
  ],
  [
    { field: 'name' },
    `نام مشتری|نام خریدار|طرف حساب|نام و نام خانوادگی|نام کامل|مشتری|خریدار|نام طرف حساب|نام|نام شخص|نام گیرنده|
     customer name|full name|name|customer|client name|buyer name|buyer|client|contact name|billing name|person`,
  ],
  [{ field: 'first' }, `نام|نام کوچک|first name|billing first name|given name|firstname|forename`],
  [
    { field: 'last' },
    `نام خانوادگی|فامیل|فامیلی|نام فامیل|last name|billing last name|family name|surname|lastname`,
  ],
  [
    { field: 'amount', amountOf: 'order' },
    `مبلغ کل|جمع کل|مبلغ قابل پرداخت|جمع فاکتور|مبلغ فاکتور|مبلغ سفارش|مبلغ کل سفارش|جمع کل فاکتور|مبلغ نهایی|مبلغ پرداختی|
     مبلغ پرداخت شده|پرداختی|جمع سفارش|قابل پرداخت|خالص فاکتور|
     order total|order amount|grand total|total|invoice total|invoice amount|amount paid|total paid|order value|total price|
     amount gross order|total amount|paid amount|net total`,
  ],
  [
    { field: 'amount', amountOf: 'line' },
    `مبلغ|جمع|بها|ارزش|قیمت کل|مبلغ ردیف|جمع ردیف|مبلغ خالص|خالص|فروش|مبلغ خرید|قیمت|
     amount|value|revenue|sales|price|line total|line amount|item total|net amount|gross amount|sum|spend|turnover|sales amount|sales value`,
  ],
  [
    { field: 'unitPrice' },
    `فی|قیمت واحد|قیمت|مبلغ واحد|بهای واحد|قیمت هر واحد|نرخ|unit price|price|item price|item cost|unit cost|price each|rate`,
  ],
  [
    { field: 'quantity' },
    `تعداد|مقدار|تعداد کالا|تعداد واحد|تعداد اقلام|quantity|qty|units|item quantity|quantity item|pieces|count|unit count|no of items`,
  ],
  [
    { field: 'discount' },
    `تخفیف|مبلغ تخفیف|جمع تخفیف|تخفیف کل|discount|discount amount|order discount|total discount|coupon amount|cart discount`,
  ],
  [
    { field: 'tax' },
    `مالیات|ارزش افزوده|مالیات بر ارزش افزوده|مبلغ مالیات|عوارض|مالیات و عوارض|tax|vat|tax amount|order tax|total tax|sales tax`,
  ],
  [
    { field: 'sku' },
    `کد کالا|شناسه محصول|کد محصول|بارکد|شناسه کالا|کد جنس|
     sku|stock code|product code|product id|item code|item id|id item|item sku|barcode|article|article number|part number|variant sku|lineitem sku|asin`,
  ],
  [
    { field: 'product' },
    `کالا|نام کالا|محصول|شرح|شرح کالا|نام محصول|عنوان کالا|عنوان محصول|اقلام|جنس|نام جنس|
     product|product name|item|item name|description|product title|lineitem name|product description|title|name|article name`,
  ],
  [
    { field: 'category' },
    `دسته|دسته بندی|گروه کالا|گروه|دسته کالا|category|categories|product category|department|product group|item category|product type`,
  ],
  [
    { field: 'status' },
    `وضعیت|وضعیت سفارش|وضعیت پرداخت|وضعیت فاکتور|نوع سند|status|order status|payment status|financial status|state|transaction type|document type`,
  ],
  [
    { field: 'branch' },
    `شعبه|فروشگاه|نام شعبه|کد شعبه|انبار|branch|store|shop|store name|location|outlet|store id|branch name`,
  ],
  [
    { field: 'channel' },
    `کانال|کانال فروش|روش فروش|منبع سفارش|منبع|channel|sales channel|source|order source|platform|created via`,
  ],
  [{ field: 'city' }, `شهر|شهر مشتری|نام شهر|city|billing city|city name fa|city name|town|shipping city`],
  [{ field: 'birthday' }, `تاریخ تولد|تولد|روز تولد|birthday|birth date|date of birth|dob|birthdate`],
  [{ field: 'tag' }, `برچسب|برچسب ها|تگ|tag|tags|label|labels|segment`],
  [{ field: 'trait:country' }, `کشور|country|billing country|country code|customer country`],
  [{ field: 'trait:province' }, `استان|province|state province|billing state|region`],
  [{ field: 'trait:gender' }, `جنسیت|gender|sex`],
  [{ field: 'trait:job' }, `شغل|حرفه|job|occupation|profession`],
  [{ field: 'trait:referrer' }, `معرف|نحوه اشنایی|نحوه آشنایی|referrer|how did you hear`],
  // Known, and not wanted: a national id is never a key, and serial numbers of rows say nothing.
  [
    { field: 'ignore' },
    `کد ملی|شماره ملی|national code|national id|ردیف|row|row number|index|sample id|نشانی|ادرس|کد پستی|address|postal code|zip|توضیحات|یادداشت|note|notes`,
  ],
];

/** What two spellings of one header share: letters and digits alone, folded. */
export function headerKey(header: string): string {
  return looseKey(header).replace(/[^\p{L}\p{N}]+/gu, '');
}

const BY_KEY = new Map<string, Meaning[]>();
for (const [meaning, headers] of TABLE) {
  for (const header of headers.split('|')) {
    const key = headerKey(header);
    const known = BY_KEY.get(key);
    if (known === undefined) BY_KEY.set(key, [meaning]);
    else known.push(meaning);
  }
}

/** The meanings of a header's key, likelier first; none if nobody is known to write it. */
export function meaningsOf(key: string): readonly Meaning[] {
  return BY_KEY.get(key) ?? [];
}

/** Long keys first, so that «شماره سفارش مشتری» finds «شماره سفارش» before «سفارش». */
const LONG_KEYS = [...BY_KEY.keys()].filter((key) => key.length >= 4).sort((a, b) => b.length - a.length);

/** The meanings of the longest known header within a longer one: `billing_phone_1`, «مبلغ کل (با مالیات)». */
export function meaningsWithin(key: string): readonly Meaning[] {
  const within = LONG_KEYS.find((known) => key.includes(known) && known.length * 2 >= key.length);
  return within === undefined ? [] : meaningsOf(within);
}
