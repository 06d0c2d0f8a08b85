import { type FactDeclaration, field, needed } from './declaration.ts';

const amount = needed('money', 'مبلغ', 'amount');
const channel = field('text', 'کانال', 'channel');
const reason = field('text', 'دلیل', 'reason');
const deal = field('text', 'معامله', 'deal');
const theDeal = needed('text', 'معامله', 'deal');
const followup = needed('text', 'پیگیری', 'follow-up');
const agreement = needed('text', 'توافق‌نامه', 'agreement');
const want = needed('text', 'خواسته', 'wish');
const wish = {
  kind: 'text',
  required: true,
  choices: ['need', 'want', 'like'],
  fa: 'نوع',
  en: 'kind',
} as const;
const promise = needed('text', 'قول', 'promise');

/** What happens in sales: leads and what is made of them, deals, agreements, promises, and what is asked for. */
export const salesVocabulary = {
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
  // What was told as done was not: it is to be done again, or nothing came of it.
  'followup.reopened': {
    fa: 'بازگشت پیگیری',
    en: { one: 'follow-up taken back', many: 'follow-ups taken back' },
    fields: { followup, kind: field('text', 'نوع', 'kind'), deal },
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
  // One thing they need, want or like, as the memory keeps it. Said otherwise it is another, and the one before is over.
  'want.stated': {
    fa: 'خواستهٔ گفته‌شده',
    en: { one: 'wish', many: 'wishes' },
    fields: {
      want,
      kind: wish,
      product: field('text', 'کالا', 'product'),
      text: field('text', 'گفتهٔ مشتری', 'what they said'),
      deal,
    },
    ref: 'want',
    closedBy: ['want.ended'],
    matterFields: ['kind', 'product'],
  },
  'want.ended': {
    fa: 'پایان خواسته',
    en: { one: 'wish that is over', many: 'wishes that are over' },
    fields: {
      want,
      kind: wish,
      product: field('text', 'کالا', 'product'),
      reason: { kind: 'text', choices: ['over', 'withdrawn', 'changed'], fa: 'دلیل', en: 'reason' },
    },
    ref: 'want',
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
} as const satisfies Readonly<Record<string, FactDeclaration>>;
