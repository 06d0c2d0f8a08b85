/**
 * What a column of a file may mean. `external` is the shop's own number for the customer; `ignore` leaves a column
 * out; `trait:<name>` keeps it as a trait of the person.
 */
export const FIELDS = [
  'order',
  'date',
  'time',
  'mobile',
  'email',
  'external',
  'name',
  'first',
  'last',
  'amount',
  'unitPrice',
  'quantity',
  'discount',
  'tax',
  'sku',
  'product',
  'category',
  'status',
  'branch',
  'channel',
  'city',
  'birthday',
  'tag',
  'ignore',
] as const;

export type PlainField = (typeof FIELDS)[number];
export type Field = PlainField | `trait:${string}`;

/** Fields that several columns may share; every other field has one column. */
const SHARED: ReadonlySet<string> = new Set(['ignore', 'tag']);

export function isShared(field: Field): boolean {
  return SHARED.has(field);
}

const PLAIN: ReadonlySet<string> = new Set(FIELDS);

/** Whether a text names a field: one of the list, or `trait:` and a name in lower case. */
export function isField(text: string): text is Field {
  return PLAIN.has(text) || /^trait:[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N}_]{0,62}$/u.test(text);
}

/** What forms and the command line call a field, in the reader's language. */
export const FIELD_NAMES: Readonly<Record<PlainField, { readonly fa: string; readonly en: string }>> = {
  order: { fa: 'شماره سفارش', en: 'order number' },
  date: { fa: 'تاریخ', en: 'date' },
  time: { fa: 'ساعت', en: 'time' },
  mobile: { fa: 'موبایل', en: 'mobile' },
  email: { fa: 'ایمیل', en: 'e-mail' },
  external: { fa: 'کد مشتری', en: 'customer id' },
  name: { fa: 'نام و نام خانوادگی', en: 'full name' },
  first: { fa: 'نام', en: 'first name' },
  last: { fa: 'نام خانوادگی', en: 'last name' },
  amount: { fa: 'مبلغ', en: 'amount' },
  unitPrice: { fa: 'قیمت واحد', en: 'unit price' },
  quantity: { fa: 'تعداد', en: 'quantity' },
  discount: { fa: 'تخفیف', en: 'discount' },
  tax: { fa: 'مالیات', en: 'tax' },
  sku: { fa: 'کد کالا', en: 'product code' },
  product: { fa: 'کالا', en: 'product' },
  category: { fa: 'دسته', en: 'category' },
  status: { fa: 'وضعیت', en: 'status' },
  branch: { fa: 'شعبه', en: 'branch' },
  channel: { fa: 'کانال', en: 'channel' },
  city: { fa: 'شهر', en: 'city' },
  birthday: { fa: 'تاریخ تولد', en: 'birthday' },
  tag: { fa: 'برچسب', en: 'tag' },
  ignore: { fa: 'کنار گذاشته', en: 'left out' },
};
