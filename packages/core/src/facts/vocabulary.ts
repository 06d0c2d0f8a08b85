/**
 * The closed vocabulary of what can happen to or by a person. Every capability tells its deeds in these words and
 * reads the others' deeds from them. docs/reference/facts.md lists them and a test compares.
 */

/** How a field of a fact's record is read: `money` is an integer in minor units, `day` a local date YYYY-MM-DD. */
export type FieldKind = 'text' | 'number' | 'money' | 'flag' | 'day';

export interface FieldDeclaration {
  readonly kind: FieldKind;
  readonly required?: true;
  /** Of a text: the only values it may have, in the order in which they are offered. */
  readonly choices?: readonly string[];
  readonly fa: string;
  readonly en: string;
}

export interface FactDeclaration {
  /** What a sentence calls it: "two paid orders". */
  readonly fa: string;
  readonly en: { readonly one: string; readonly many: string };
  readonly fields: Readonly<Record<string, FieldDeclaration>>;
  /** The field that names the thing the fact is about (an order, a deal); stored in a column of its own. */
  readonly ref?: string;
  /** Of what begins a matter, such as a deal: the types that end the matter of the same `ref`, and that begin it again. */
  readonly closedBy?: readonly string[];
  readonly reopenedBy?: readonly string[];
  /** No more told; what was told is read and called as before. */
  readonly archived?: true;
}

const field = (kind: FieldKind, fa: string, en: string): FieldDeclaration => ({ kind, fa, en });
const needed = (kind: FieldKind, fa: string, en: string): FieldDeclaration => ({
  kind,
  required: true,
  fa,
  en,
});

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
const deal = field('text', 'معامله', 'deal');
const theDeal = needed('text', 'معامله', 'deal');
const followup = needed('text', 'پیگیری', 'follow-up');
const agreement = needed('text', 'توافق‌نامه', 'agreement');
const promise = needed('text', 'قول', 'promise');

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

  // Orders
  'order.placed': {
    fa: 'سفارش ثبت‌شده',
    en: { one: 'placed order', many: 'placed orders' },
    fields: { order, amount, channel, branch },
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
    fields: {
      order,
      sku,
      product,
      category,
      quantity: field('number', 'تعداد', 'quantity'),
      amount: field('money', 'مبلغ', 'amount'),
    },
    ref: 'order',
  },

  // Word of mouth
  'referral.made': {
    fa: 'معرفی',
    en: { one: 'referral', many: 'referrals' },
    fields: { friend: field('text', 'دوست', 'friend') },
  },
  'referral.converted': {
    fa: 'معرفی به‌ثمررسیده',
    en: { one: 'converted referral', many: 'converted referrals' },
    fields: { friend: field('text', 'دوست', 'friend'), amount: field('money', 'مبلغ', 'amount') },
  },
  'review.written': {
    fa: 'نظر نوشته‌شده',
    en: { one: 'review', many: 'reviews' },
    fields: { score: field('number', 'نمره', 'score'), place: field('text', 'جا', 'place') },
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

  // Sales
  'contact.attempted': {
    fa: 'تلاش برای تماس',
    en: { one: 'contact attempt', many: 'contact attempts' },
    fields: { channel, outcome: field('text', 'نتیجه', 'outcome'), deal: field('text', 'معامله', 'deal') },
  },
  // The scores of a lead reached what marketing and sales agreed on, or a hand was raised, and sales was asked to look.
  'lead.handed': {
    fa: 'سپردن سرنخ به فروش',
    en: { one: 'hand-over to sales', many: 'hand-overs to sales' },
    fields: {
      reason: {
        kind: 'text',
        required: true,
        choices: ['score', 'hand', 'staff'],
        fa: 'دلیل',
        en: 'reason',
      },
      fit: field('number', 'تناسب', 'fit'),
      engagement: field('number', 'درگیری', 'engagement'),
    },
  },
  'lead.cooled': {
    fa: 'سردشدن سرنخ',
    en: { one: 'cooled lead', many: 'cooled leads' },
    fields: { fit: field('number', 'تناسب', 'fit'), engagement: field('number', 'درگیری', 'engagement') },
  },
  'lead.accepted': {
    fa: 'پذیرش سرنخ',
    en: { one: 'accepted lead', many: 'accepted leads' },
    fields: { by: field('text', 'همکار', 'member of staff') },
  },
  // Somebody is one lead at a time, so what is decided last stands.
  'lead.qualified': {
    fa: 'تأیید کیفیت سرنخ',
    en: { one: 'qualification', many: 'qualifications' },
    fields: { reason },
    closedBy: ['lead.disqualified'],
  },
  'lead.disqualified': {
    fa: 'رد کیفیت سرنخ',
    en: { one: 'disqualification', many: 'disqualifications' },
    fields: { reason },
    closedBy: ['lead.handed', 'lead.accepted', 'lead.qualified'],
  },
  'followup.agreed': {
    fa: 'قرار پیگیری',
    en: { one: 'agreed follow-up', many: 'agreed follow-ups' },
    fields: { day: field('day', 'روز', 'day') },
  },
  'followup.done': {
    fa: 'پیگیری انجام‌شده',
    en: { one: 'follow-up done', many: 'follow-ups done' },
    fields: {
      followup,
      kind: field('text', 'نوع', 'kind'),
      outcome: field('text', 'نتیجه', 'outcome'),
      deal,
    },
    ref: 'followup',
  },
  'followup.missed': {
    fa: 'پیگیری ازدست‌رفته',
    en: { one: 'missed follow-up', many: 'missed follow-ups' },
    fields: { followup, kind: field('text', 'نوع', 'kind'), deal },
    ref: 'followup',
  },
  'deal.opened': {
    fa: 'فرصت فروش',
    en: { one: 'opened deal', many: 'opened deals' },
    fields: {
      deal: theDeal,
      amount: field('money', 'مبلغ', 'amount'),
      pipeline: field('text', 'مسیر', 'pipeline'),
    },
    ref: 'deal',
    closedBy: ['deal.won', 'deal.lost'],
    reopenedBy: ['deal.reopened'],
  },
  'deal.moved': {
    fa: 'گام معامله',
    en: { one: 'step of a deal', many: 'steps of deals' },
    fields: {
      deal: theDeal,
      step: needed('text', 'گام', 'step'),
      stepBefore: field('text', 'گام پیشین', 'step before'),
    },
    ref: 'deal',
  },
  'deal.won': {
    fa: 'معاملهٔ برده',
    en: { one: 'won deal', many: 'won deals' },
    fields: { deal: theDeal, amount: field('money', 'مبلغ', 'amount') },
    ref: 'deal',
  },
  'deal.lost': {
    fa: 'معاملهٔ باخته',
    en: { one: 'lost deal', many: 'lost deals' },
    fields: { deal: theDeal, reason },
    ref: 'deal',
  },
  'deal.reopened': {
    fa: 'بازگشایی معامله',
    en: { one: 'reopened deal', many: 'reopened deals' },
    fields: { deal: theDeal, reason },
    ref: 'deal',
  },
  'objection.raised': {
    fa: 'نگرانی مشتری',
    en: { one: 'objection', many: 'objections' },
    fields: {
      objection: needed('text', 'نگرانی', 'objection'),
      deal,
      answer: field('text', 'پاسخ', 'answer'),
    },
  },
  'objection.answered': {
    fa: 'پاسخ به نگرانی',
    en: { one: 'answered objection', many: 'answered objections' },
    fields: {
      objection: needed('text', 'نگرانی', 'objection'),
      deal,
      answer: field('text', 'پاسخ', 'answer'),
      outcome: { kind: 'text', choices: ['settled', 'open'], fa: 'نتیجه', en: 'outcome' },
    },
  },
  'wants.confirmed': {
    fa: 'تأیید خواسته‌ها',
    en: { one: 'confirmation of wants', many: 'confirmations of wants' },
    fields: { agreement, deal },
    ref: 'agreement',
  },
  'quotation.sent': {
    fa: 'پیش‌فاکتور',
    en: { one: 'quotation', many: 'quotations' },
    fields: { agreement, amount, deal },
    ref: 'agreement',
    closedBy: ['quotation.accepted', 'quotation.declined'],
  },
  'quotation.accepted': {
    fa: 'پذیرش پیش‌فاکتور',
    en: { one: 'accepted quotation', many: 'accepted quotations' },
    fields: { agreement, amount, deal },
    ref: 'agreement',
  },
  'quotation.declined': {
    fa: 'رد پیش‌فاکتور',
    en: { one: 'declined quotation', many: 'declined quotations' },
    fields: { agreement, reason, deal },
    ref: 'agreement',
  },
  'promise.made': {
    fa: 'قول ما',
    en: { one: 'promise', many: 'promises' },
    fields: { promise, day: field('day', 'روز', 'day'), by: field('text', 'همکار', 'member of staff') },
    ref: 'promise',
    closedBy: ['promise.kept', 'promise.broken'],
  },
  'promise.kept': {
    fa: 'قول انجام‌شده',
    en: { one: 'kept promise', many: 'kept promises' },
    fields: { promise },
    ref: 'promise',
  },
  'promise.broken': {
    fa: 'قول شکسته',
    en: { one: 'broken promise', many: 'broken promises' },
    fields: { promise },
    ref: 'promise',
  },
  'crosssell.suggested': {
    fa: 'پیشنهاد همراه',
    en: { one: 'suggestion beside a purchase', many: 'suggestions beside purchases' },
    fields: {
      product: needed('text', 'کالا', 'product'),
      answer: {
        kind: 'text',
        required: true,
        choices: ['taken', 'refused', 'later'],
        fa: 'پاسخ',
        en: 'answer',
      },
      deal,
    },
  },
  'recommendation.asked': {
    fa: 'درخواست معرفی',
    en: { one: 'request to recommend', many: 'requests to recommend' },
    fields: {
      channel,
      answer: { kind: 'text', choices: ['yes', 'later', 'no'], fa: 'پاسخ', en: 'answer' },
    },
  },
  'testimonial.given': {
    fa: 'تعریف مشتری',
    en: { one: 'testimonial', many: 'testimonials' },
    fields: { testimonial: needed('text', 'تعریف', 'testimonial'), score: field('number', 'نمره', 'score') },
    ref: 'testimonial',
  },

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
