import { type FactDeclaration, field, needed } from './declaration.ts';
import { salesVocabulary } from './vocabulary-sales.ts';

/**
 * The closed vocabulary of what can happen to or by a person. Every capability tells its deeds in these words and
 * reads the others' deeds from them. docs/reference/facts.md lists them and a test compares.
 */

const order = needed('text', 'شماره سفارش', 'order number');
const amount = needed('money', 'مبلغ', 'amount');
const channel = field('text', 'کانال', 'channel');
const branch = field('text', 'شعبه', 'branch');
const campaign = field('text', 'کارزار', 'campaign');
const category = field('text', 'دسته', 'category');
const sku = field('text', 'کد کالا', 'product code');
const reason = field('text', 'دلیل', 'reason');
const product = field('text', 'کالا', 'product');
const wallet = field('text', 'کیف', 'wallet');
const rule = field('text', 'قاعده', 'rule');
/** A thing that went one way or came back: one line of an order. */
const goods = {
  order,
  sku,
  product,
  category,
  quantity: field('number', 'تعداد', 'quantity'),
  amount: field('money', 'مبلغ', 'amount'),
};

export const vocabulary = {
  // Who they are
  'person.registered': {
    fa: 'ثبت‌نام',
    en: { one: 'registration', many: 'registrations' },
    fields: { channel, branch },
  },
  'trait.changed': {
    fa: 'تغییر ویژگی',
    en: { one: 'trait change', many: 'trait changes' },
    fields: { trait: needed('text', 'ویژگی', 'trait'), value: field('text', 'مقدار', 'value') },
  },
  'tag.added': {
    fa: 'برچسب',
    en: { one: 'tag', many: 'tags' },
    fields: { tag: needed('text', 'برچسب', 'tag') },
  },
  'tag.removed': {
    fa: 'برداشتن برچسب',
    en: { one: 'tag removal', many: 'tag removals' },
    fields: { tag: needed('text', 'برچسب', 'tag') },
  },

  // Signs of interest
  'ad.viewed': {
    fa: 'دیدن تبلیغ',
    en: { one: 'advertisement seen', many: 'advertisements seen' },
    fields: { campaign, channel },
  },
  'page.viewed': {
    fa: 'بازدید صفحه',
    en: { one: 'page view', many: 'page views' },
    fields: { url: field('text', 'نشانی', 'address'), title: field('text', 'عنوان', 'title'), channel },
  },
  'product.viewed': {
    fa: 'دیدن کالا',
    en: { one: 'product view', many: 'product views' },
    fields: { sku, product, category },
  },
  'visit.made': { fa: 'مراجعهٔ حضوری', en: { one: 'visit', many: 'visits' }, fields: { branch } },
  'lead.captured': {
    fa: 'نشان علاقه',
    en: { one: 'sign of interest', many: 'signs of interest' },
    fields: {
      channel,
      campaign,
      form: field('text', 'فرم', 'form'),
      source: field('text', 'سرچشمه', 'source'),
      medium: field('text', 'رسانه', 'medium'),
    },
  },
  'newsletter.subscribed': {
    fa: 'عضویت خبرنامه',
    en: { one: 'newsletter sign-up', many: 'newsletter sign-ups' },
    fields: { channel },
  },
  'content.downloaded': {
    fa: 'دریافت محتوا',
    en: { one: 'download', many: 'downloads' },
    fields: { item: field('text', 'محتوا', 'item') },
  },
  'cart.updated': {
    fa: 'سبد خرید',
    en: { one: 'basket', many: 'baskets' },
    fields: { amount: field('money', 'مبلغ', 'amount'), sku, product },
  },
  'price.asked': {
    fa: 'پرسیدن قیمت',
    en: { one: 'price request', many: 'price requests' },
    fields: { product, channel },
  },
  'demo.asked': {
    fa: 'درخواست ارائه',
    en: { one: 'demo request', many: 'demo requests' },
    fields: { product, channel },
  },

  // Orders: what is placed is under way until it is paid for, cancelled or brought back.
  'order.placed': {
    fa: 'سفارش ثبت‌شده',
    en: { one: 'placed order', many: 'placed orders' },
    fields: { order, amount, channel, branch },
    ref: 'order',
    closedBy: ['order.paid', 'order.cancelled', 'order.returned'],
  },
  // Before it was paid for; what was paid for is returned.
  'order.cancelled': {
    fa: 'لغو سفارش',
    en: { one: 'cancelled order', many: 'cancelled orders' },
    fields: { order, amount: field('money', 'مبلغ', 'amount'), reason, channel, branch },
    ref: 'order',
  },
  'order.paid': {
    fa: 'خرید پرداخت‌شده',
    en: { one: 'paid order', many: 'paid orders' },
    fields: {
      order,
      amount,
      channel,
      branch,
      discount: field('money', 'تخفیف', 'discount'),
      tax: field('money', 'مالیات', 'tax'),
      method: field('text', 'روش پرداخت', 'payment method'),
      onTime: field('flag', 'پرداخت به‌موقع', 'paid on time'),
    },
    ref: 'order',
  },
  // Names the order it undoes in `order` when that is known; a credit note of its own number has only `number`.
  'order.returned': {
    fa: 'برگشت سفارش',
    en: { one: 'return', many: 'returns' },
    fields: {
      order: field('text', 'شماره سفارش', 'order number'),
      number: field('text', 'شماره برگه', 'document number'),
      amount,
      reason,
      channel,
      branch,
    },
    ref: 'order',
  },
  'product.bought': {
    fa: 'کالای خریده‌شده',
    en: { one: 'product bought', many: 'products bought' },
    fields: goods,
    ref: 'order',
  },
  // Which things a return brought back; what it came to in money is told by `order.returned`.
  'product.returned': {
    fa: 'کالای برگشتی',
    en: { one: 'returned product', many: 'returned products' },
    fields: goods,
    ref: 'order',
  },

  // Word of mouth
  'referral.made': {
    fa: 'معرفی',
    en: { one: 'referral', many: 'referrals' },
    fields: { friend: field('text', 'دوست', 'friend') },
    ref: 'friend',
  },
  'referral.converted': {
    fa: 'معرفی به‌ثمررسیده',
    en: { one: 'converted referral', many: 'converted referrals' },
    fields: { friend: field('text', 'دوست', 'friend'), amount: field('money', 'مبلغ', 'amount') },
    ref: 'friend',
    closedBy: ['referral.undone'],
    lasting: {
      fa: 'معرفی به‌ثمررسیده و پابرجا',
      en: { one: 'converted referral that stands', many: 'converted referrals that stand' },
    },
  },
  // The friend gave everything back, or it turned out that the referral should not have counted.
  'referral.undone': {
    fa: 'معرفی بی‌اثرشده',
    en: { one: 'undone referral', many: 'undone referrals' },
    fields: { friend: field('text', 'دوست', 'friend') },
    ref: 'friend',
  },
  'review.written': {
    fa: 'نظر نوشته‌شده',
    en: { one: 'review', many: 'reviews' },
    fields: { score: field('number', 'نمره', 'score'), place: field('text', 'جا', 'place') },
    figure: 'score',
  },
  'survey.answered': {
    fa: 'پاسخ نظرسنجی',
    en: { one: 'survey answer', many: 'survey answers' },
    fields: {
      survey: field('text', 'نظرسنجی', 'survey'),
      question: needed('text', 'پرسش', 'question'),
      score: field('number', 'نمره', 'score'),
      answer: field('text', 'پاسخ', 'answer'),
    },
    ref: 'question',
    figure: 'score',
  },
  'wish.stated': {
    fa: 'آرزو',
    en: { one: 'wish', many: 'wishes' },
    fields: { wish: needed('text', 'آرزو', 'wish') },
  },

  // Service
  'message.received': { fa: 'پیام مشتری', en: { one: 'message', many: 'messages' }, fields: { channel } },
  'complaint.opened': {
    fa: 'شکایت',
    en: { one: 'complaint', many: 'complaints' },
    fields: {
      complaint: needed('text', 'شکایت', 'complaint'),
      category,
      severity: field('number', 'شدت', 'severity'),
    },
    ref: 'complaint',
    closedBy: ['complaint.closed'],
  },
  'complaint.closed': {
    fa: 'بستن شکایت',
    en: { one: 'closed complaint', many: 'closed complaints' },
    fields: { complaint: needed('text', 'شکایت', 'complaint'), redress: field('money', 'جبران', 'redress') },
    ref: 'complaint',
  },

  ...salesVocabulary,

  // Club and consent
  'club.joined': {
    fa: 'پیوستن به باشگاه',
    en: { one: 'joining of the club', many: 'joinings of the club' },
    fields: { channel, branch },
  },
  'points.earned': {
    fa: 'امتیاز گرفته',
    en: { one: 'earning of points', many: 'earnings of points' },
    fields: {
      points: needed('number', 'امتیاز', 'points'),
      wallet,
      rule,
      order: field('text', 'شماره سفارش', 'order number'),
    },
  },
  'points.spent': {
    fa: 'امتیاز خرج‌شده',
    en: { one: 'spending of points', many: 'spendings of points' },
    fields: {
      points: needed('number', 'امتیاز', 'points'),
      wallet,
      order: field('text', 'شماره سفارش', 'order number'),
    },
  },
  'points.reversed': {
    fa: 'امتیاز پس‌گرفته',
    en: { one: 'reversal of points', many: 'reversals of points' },
    fields: {
      points: needed('number', 'امتیاز', 'points'),
      wallet,
      order: field('text', 'شماره سفارش', 'order number'),
    },
  },
  'points.restored': {
    fa: 'امتیاز بازگردانده',
    en: { one: 'giving back of points', many: 'givings back of points' },
    fields: {
      points: needed('number', 'امتیاز', 'points'),
      wallet,
      order: field('text', 'شماره سفارش', 'order number'),
    },
  },
  'points.expired': {
    fa: 'امتیاز سوخته',
    en: { one: 'expiry of points', many: 'expiries of points' },
    fields: { points: needed('number', 'امتیاز', 'points'), wallet },
  },
  'reward.redeemed': {
    fa: 'دریافت پاداش',
    en: { one: 'redeemed reward', many: 'redeemed rewards' },
    fields: { reward: needed('text', 'پاداش', 'reward'), points: field('number', 'امتیاز', 'points') },
  },
  'voucher.used': {
    fa: 'استفاده از کد تخفیف',
    en: { one: 'use of a voucher', many: 'uses of vouchers' },
    fields: {
      batch: field('text', 'دستهٔ کد', 'batch'),
      amount: field('money', 'مبلغ', 'amount'),
      order: field('text', 'شماره سفارش', 'order number'),
    },
  },
  'giftcard.used': {
    fa: 'استفاده از کارت هدیه',
    en: { one: 'use of a gift card', many: 'uses of gift cards' },
    fields: { amount, order: field('text', 'شماره سفارش', 'order number') },
  },
  'offer.given': {
    fa: 'پیشنهاد گرفته',
    en: { one: 'offer given', many: 'offers given' },
    fields: {
      offer: needed('text', 'پیشنهاد', 'offer'),
      amount: field('money', 'مبلغ', 'amount'),
      order: field('text', 'شماره سفارش', 'order number'),
    },
    ref: 'offer',
  },
  'level.changed': {
    fa: 'تغییر سطح باشگاه',
    en: { one: 'change of level', many: 'changes of level' },
    fields: { level: field('text', 'سطح', 'level'), before: field('text', 'سطح پیشین', 'level before') },
  },
  'consent.given': {
    fa: 'رضایت',
    en: { one: 'consent', many: 'consents' },
    fields: { purpose: needed('text', 'منظور', 'purpose'), channel },
  },
  'consent.withdrawn': {
    fa: 'پس‌گرفتن رضایت',
    en: { one: 'withdrawal of consent', many: 'withdrawals of consent' },
    fields: { purpose: needed('text', 'منظور', 'purpose'), channel },
  },

  // What staff write down: the words of a note stand with the note, where they can be erased
  'note.written': {
    fa: 'یادداشت',
    en: { one: 'note', many: 'notes' },
    fields: {
      note: needed('text', 'شماره یادداشت', 'note number'),
      by: needed('text', 'همکار', 'member of staff'),
    },
  },
  'relation.stated': {
    fa: 'ثبت نسبت',
    en: { one: 'relation', many: 'relations' },
    fields: {
      relation: needed('text', 'نسبت', 'relation'),
      other: needed('text', 'شخص دیگر', 'other person'),
      role: field('text', 'نقش', 'role'),
    },
  },
  'relation.ended': {
    fa: 'پایان نسبت',
    en: { one: 'ended relation', many: 'ended relations' },
    fields: {
      relation: needed('text', 'نسبت', 'relation'),
      other: needed('text', 'شخص دیگر', 'other person'),
    },
  },

  // What insight tells when a run finds somebody in another band than the run before
  'band.changed': {
    fa: 'تغییر ردهٔ ریزش',
    en: { one: 'change of band', many: 'changes of band' },
    fields: {
      band: {
        kind: 'text',
        required: true,
        choices: ['safe', 'watch', 'leaving', 'gone'],
        fa: 'رده',
        en: 'band',
      },
      from: {
        kind: 'text',
        choices: ['safe', 'watch', 'leaving', 'gone'],
        fa: 'ردهٔ پیشین',
        en: 'band before',
      },
      horizon: field('number', 'افق به روز', 'horizon in days'),
      quiet: field('number', 'احتمال نخریدن', 'chance of no order'),
    },
  },

  // What staff decide about the ladder
  'rung.pinned': {
    fa: 'سنجاق به پله',
    en: { one: 'pin', many: 'pins' },
    fields: {
      ladder: needed('text', 'نردبان', 'ladder'),
      rung: needed('text', 'پله', 'rung'),
      until: needed('day', 'تا روز', 'through day'),
      reason: needed('text', 'دلیل', 'reason'),
      by: needed('text', 'همکار', 'member of staff'),
    },
  },
  'rung.unpinned': {
    fa: 'برداشتن سنجاق',
    en: { one: 'unpinning', many: 'unpinnings' },
    fields: { ladder: needed('text', 'نردبان', 'ladder'), by: needed('text', 'همکار', 'member of staff') },
  },
} as const satisfies Readonly<Record<string, FactDeclaration>>;

export type FactType = keyof typeof vocabulary;

/** The vocabulary of one business: the closed one and what the business invented (`custom.<name>`). */
export type Vocabulary = Readonly<Record<string, FactDeclaration>>;

export const baseVocabulary: Vocabulary = vocabulary;
