import type { Qualification } from './definition.ts';

const both = (fa: string, en: string) => ({ fa, en });

/**
 * The agreement that holds until a business has made its own. It knows of no trade and no place, so fit asks for little;
 * what people do decides.
 */
export const SHIPPED_QUALIFICATION: Qualification = {
  fit: {
    cap: 100,
    rules: [
      {
        key: 'introduced',
        name: both('یکی از آشنایان معرفی کرده', 'Recommended by somebody'),
        when: {
          measure: 'count',
          of: 'lead.captured',
          where: [{ field: 'source', is: 'recommendation' }],
          atLeast: 1,
        },
        points: 30,
      },
      {
        key: 'job-known',
        name: both('شغلش را می‌دانیم', 'Their job is known'),
        when: { measure: 'count', of: 'trait.changed', where: [{ field: 'trait', is: 'job' }], atLeast: 1 },
        points: 15,
      },
      {
        key: 'city-known',
        name: both('شهرش را می‌دانیم', 'Their city is known'),
        when: { measure: 'count', of: 'trait.changed', where: [{ field: 'trait', is: 'city' }], atLeast: 1 },
        points: 10,
      },
      {
        key: 'friend-of-house',
        name: both('پیش‌تر از ما خریده', 'Has bought from us before'),
        when: { measure: 'count', of: 'order.paid', atLeast: 1 },
        points: 30,
      },
    ],
  },
  engagement: {
    cap: 100,
    groups: [{ key: 'looking', name: both('تماشا', 'Looking around'), cap: 40 }],
    rules: [
      { key: 'page', of: 'page.viewed', points: 2, halfLife: 14, cap: 20, group: 'looking' },
      { key: 'product', of: 'product.viewed', points: 4, halfLife: 14, cap: 30, group: 'looking' },
      { key: 'download', of: 'content.downloaded', points: 15, halfLife: 30, cap: 45 },
      { key: 'basket', of: 'cart.updated', points: 20, halfLife: 14, cap: 40 },
      { key: 'newsletter', of: 'newsletter.subscribed', points: 10, halfLife: 60, cap: 10 },
      { key: 'form', of: 'lead.captured', points: 25, halfLife: 30, cap: 50 },
      { key: 'reply', of: 'message.received', points: 20, halfLife: 30, cap: 60 },
      { key: 'complaint', of: 'complaint.opened', points: -20, halfLife: 60, cap: 40 },
    ],
  },
  enter: { fit: 0, engagement: 50 },
  stay: { fit: 0, engagement: 30 },
  hands: [
    {
      key: 'price',
      name: both('قیمت پرسید', 'Asked for a price'),
      when: { measure: 'count', of: 'price.asked', within: { days: 30 }, atLeast: 1 },
    },
    {
      key: 'demo',
      name: both('خواست از نزدیک ببیند', 'Asked to be shown'),
      when: { measure: 'count', of: 'demo.asked', within: { days: 30 }, atLeast: 1 },
    },
  ],
  handDays: 30,
  // A working day of eight hours.
  answerWithin: 480,
  pause: 30,
  reasons: [
    { key: 'no-need', name: both('نیازی ندارد', 'No need') },
    { key: 'no-money', name: both('توان خرید ندارد', 'Cannot afford it') },
    { key: 'not-deciding', name: both('تصمیم با او نیست', 'Not the one who decides') },
    { key: 'outside', name: both('بیرون از حوزهٔ کار ما', 'Outside what we do') },
    { key: 'later', name: both('حالا نه، بعداً', 'Not now, later') },
    { key: 'unreachable', name: both('در دسترس نیست', 'Cannot be reached') },
    { key: 'not-real', name: both('واقعی نیست', 'Not a real person') },
  ],
};
