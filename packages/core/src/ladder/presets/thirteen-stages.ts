import type { Condition } from '../../criteria/index.ts';
import type { Typology } from '../ladder.ts';
import { keptOrders, praised, recentInterest } from './signs.ts';

function recently(of: string | string[], atLeast: number, months: number): Condition {
  return { measure: 'count', of, within: { months }, atLeast };
}

const qualified: Condition = {
  measure: 'count',
  of: 'lead.qualified',
  open: true,
  within: { months: 12 },
  atLeast: 1,
};

/** A deal neither won nor lost. One that nobody has touched for a year is forgotten, whatever its card says. */
const openDeal: Condition = {
  measure: 'count',
  of: 'deal.opened',
  open: true,
  within: { months: 12 },
  atLeast: 1,
};

/** Ordered, and neither paid for nor called off: as long as the money is not there the deal may still come to nothing. */
const unpaidOrder: Condition = {
  measure: 'count',
  of: 'order.placed',
  open: true,
  within: { months: 12 },
  atLeast: 1,
};

/**
 * The thirteen stages of a contact in sales, derived from what happened instead of being set by hand. They are read
 * from the top: the first that fits. A fourteenth class stands for those who have not even subscribed.
 */
export const thirteenStages: Typology = {
  kind: 'typology',
  key: 'sales-stages',
  name: { fa: 'سیزده مرحلهٔ فروش', en: 'Thirteen sales stages' },
  classes: [
    {
      key: 'friends-and-family',
      name: { fa: 'دوستان و خانواده', en: 'Friends and family' },
      meaning: {
        who: { fa: 'آشناست و جز ما از کسی نمی‌خرد.', en: 'Is close to us and will buy from no one else.' },
        feels: { fa: 'با دل می‌خرد، نه با حساب‌وکتاب.', en: 'Buys from the heart, not by calculation.' },
        helps: {
          fa: 'با برچسب «family» جدایش کنید و با او مثل فهرست فروش رفتار نکنید.',
          en: 'Set them apart with the tag "family" and do not treat them as a sales list.',
        },
      },
      when: { measure: 'tag', tag: 'family' },
    },
    {
      key: 'evangelist',
      name: { fa: 'مبلغ', en: 'Evangelist' },
      meaning: {
        who: {
          fa: 'بی آن‌که بخواهیم از ما تعریف می‌کند و دیگران را می‌آورد.',
          en: 'Praises us without being asked and brings others.',
        },
        feels: {
          fa: 'ما را باور دارد؛ پیام تبلیغاتی نمی‌خواهد.',
          en: 'Believes in us; wants no advertising from us.',
        },
        helps: {
          fa: 'تشکر کنید و حرف‌هایش را دست‌به‌دست کنید؛ پیگیری فروش لازم نیست.',
          en: 'Thank them and pass their words on; no sales follow-up is needed.',
        },
      },
      when: { all: [keptOrders(1), praised(24)] },
    },
    {
      key: 'buyer',
      name: { fa: 'خریدار', en: 'Buyer' },
      meaning: {
        who: { fa: 'در یک سال گذشته خریده و پولش را داده است.', en: 'Bought and paid within the last year.' },
        feels: {
          fa: 'منتظر است ببیند قولی که داده‌اید چه می‌شود.',
          en: 'Waits to see what becomes of your promise.',
        },
        helps: {
          fa: 'خوب تحویل دهید، پشتیبانی را یادآوری کنید و چیزی را که به خریدش می‌آید پیشنهاد دهید.',
          en: 'Deliver well, remind them of your support, and offer what goes with the purchase.',
        },
      },
      when: keptOrders(1, 12),
    },
    {
      key: 'opportunity',
      name: { fa: 'فرصت ممکن', en: 'Opportunity' },
      meaning: {
        who: {
          fa: 'سر معامله‌ای با او گفت‌وگو داریم که هنوز باز است، یا سفارشش هنوز پرداخت نشده.',
          en: 'We are talking about a deal that is still open, or an order is not paid for yet.',
        },
        feels: {
          fa: 'سبک‌سنگین می‌کند و از اشتباه می‌ترسد.',
          en: 'Is weighing it and afraid of a mistake.',
        },
        helps: {
          fa: 'بر سر خواسته‌ها توافق کنید، جزئیات را خودتان پیش ببرید و عجله نکنید.',
          en: 'Agree on what is wanted, take care of the details yourself, and do not hurry.',
        },
      },
      when: { any: [openDeal, unpaidOrder] },
    },
    {
      key: 'former-customer-high',
      name: { fa: 'مشتری سابق با اولویت بالا', en: 'Former customer, high priority' },
      meaning: {
        who: {
          fa: 'بیش از یک سال است نخریده، ولی مشتری مهمی بوده یا تازه باز سر زده است.',
          en: 'Has not bought for over a year, but was important or has just shown up again.',
        },
        feels: {
          fa: 'خاطرهٔ خوبی دارد و منتظر بهانه‌ای برای برگشتن است.',
          en: 'Remembers us well and needs a reason to return.',
        },
        helps: {
          fa: 'شخصاً تماس بگیرید، بپرسید چه شد که نیامد و چیزی ویژهٔ او پیشنهاد دهید.',
          en: 'Call in person, ask why they stayed away, and offer something meant for them.',
        },
      },
      when: { all: [keptOrders(1), { any: [keptOrders(3), recentInterest] }] },
    },
    {
      key: 'former-customer-low',
      name: { fa: 'مشتری سابق با اولویت کم', en: 'Former customer, low priority' },
      meaning: {
        who: {
          fa: 'یکی دو بار خریده و بیش از یک سال است خبری از او نیست.',
          en: 'Bought once or twice and has been away for over a year.',
        },
        feels: { fa: 'ما را کم‌کم از یاد برده است.', en: 'Has slowly forgotten us.' },
        helps: {
          fa: 'گاه‌گاه خبری کوتاه بفرستید؛ وقت تماس را برای دیگران نگه دارید.',
          en: 'Send a short word now and then; keep your calls for others.',
        },
      },
      when: keptOrders(1),
    },
    {
      key: 'lost-opportunity',
      name: { fa: 'فرصت از دست رفته', en: 'Lost opportunity' },
      meaning: {
        who: {
          fa: 'معامله‌اش در یک سال گذشته به جایی نرسید.',
          en: 'The deal came to nothing within the last year.',
        },
        feels: { fa: 'راه دیگری رفته، یا هنوز مطمئن نیست.', en: 'Went another way, or is still not sure.' },
        helps: {
          fa: 'دلیلش را ثبت کنید و از آن درس بگیرید؛ چند ماه بعد مؤدبانه احوالی بپرسید.',
          en: 'Write down the reason and learn from it; ask politely again after some months.',
        },
      },
      when: recently('deal.lost', 1, 12),
    },
    {
      key: 'unqualified-lead',
      name: { fa: 'راغب بی‌کیفیت', en: 'Unqualified lead' },
      meaning: {
        who: {
          fa: 'فروش بررسی کرده و پیگیری‌اش را لازم ندیده است.',
          en: 'Sales looked and found no reason to follow up.',
        },
        feels: {
          fa: 'نیازش با کار ما نمی‌خواند، یا هنوز وقتش نیست.',
          en: 'The need does not match what we do, or it is too early.',
        },
        helps: {
          fa: 'شش ماه رهایش کنید؛ بعد از آن، اگر باز نشانی داد، از نو بسنجید.',
          en: 'Leave them in peace for six months; then judge anew if there is another sign.',
        },
      },
      when: { measure: 'count', of: 'lead.disqualified', open: true, within: { months: 6 }, atLeast: 1 },
    },
    {
      key: 'qualified-not-reached',
      name: { fa: 'باکیفیت و ناموفق در ارتباط', en: 'Qualified, not reached' },
      meaning: {
        who: {
          fa: 'سرنخ خوبی است، ولی در یک ماه گذشته چند بار تماس بی‌پاسخ مانده است.',
          en: 'A good lead, but several calls went unanswered in the last month.',
        },
        feels: {
          fa: 'گرفتار است، یا راه تماس دیگری را می‌پسندد.',
          en: 'Busy, or prefers another way of being reached.',
        },
        helps: {
          fa: 'راه و ساعت تماس را عوض کنید و پیامی کوتاه بگذارید؛ سماجت نکنید.',
          en: 'Try another channel and another hour, leave a short message, and do not pester.',
        },
      },
      when: {
        all: [
          qualified,
          {
            measure: 'count',
            of: 'contact.attempted',
            where: [{ field: 'outcome', is: 'no-answer' }],
            within: { days: 30 },
            atLeast: 3,
          },
        ],
      },
    },
    {
      key: 'qualified-later',
      name: { fa: 'باکیفیت ادامه‌دار', en: 'Qualified, later' },
      meaning: {
        who: {
          fa: 'در تماس هستیم و خواسته بعداً با او صحبت کنیم.',
          en: 'We are in contact, and they asked to be called later.',
        },
        feels: { fa: 'بدش نمی‌آید، ولی الان وقتش نیست.', en: 'Willing, but not now.' },
        helps: {
          fa: 'درست سر همان قرار تماس بگیرید و یادتان باشد دفعهٔ قبل چه گفت.',
          en: 'Call exactly when agreed, and remember what was said last time.',
        },
      },
      when: {
        all: [qualified, { measure: 'count', of: 'followup.agreed', within: { days: 90 }, atLeast: 1 }],
      },
    },
    {
      key: 'qualified-active',
      name: { fa: 'باکیفیت و فعال', en: 'Qualified and active' },
      meaning: {
        who: {
          fa: 'فروش تأییدش کرده و گفت‌وگو با او در جریان است.',
          en: 'Approved by sales; the conversation is under way.',
        },
        feels: { fa: 'نیاز دارد و دنبال راه‌حل است.', en: 'Has a need and is looking for a solution.' },
        helps: {
          fa: 'گوش کنید، محصول را با نیازش جور کنید و قدم بعدی را همان‌جا قرار بگذارید.',
          en: 'Listen, match the product to the need, and agree on the next step there and then.',
        },
      },
      when: qualified,
    },
    {
      key: 'lead',
      name: { fa: 'مشتری راغب', en: 'Lead' },
      meaning: {
        who: {
          fa: 'بیش از یک نشانی ایمیل داده: پرسیده، فرم پر کرده یا سبد چیده است.',
          en: 'Gave more than an e-mail: asked, filled a form or a basket.',
        },
        feels: { fa: 'کنجکاو است و انتظار جواب سریع دارد.', en: 'Curious, and expects a quick answer.' },
        helps: {
          fa: 'همان روز جواب دهید و ببینید به تعریف مشترک شما از سرنخ خوب می‌خورد یا نه.',
          en: 'Answer the same day, and see whether they fit your shared idea of a good lead.',
        },
      },
      when: {
        measure: 'count',
        of: [
          'lead.captured',
          'person.registered',
          'content.downloaded',
          'cart.updated',
          'price.asked',
          'demo.asked',
          'message.received',
          'visit.made',
          'order.placed',
        ],
        atLeast: 1,
      },
    },
    {
      key: 'subscriber',
      name: { fa: 'مشترک', en: 'Subscriber' },
      meaning: {
        who: {
          fa: 'خبرهایمان را می‌خواهد و هنوز چیز دیگری نخواسته است.',
          en: 'Wants our news and has asked for nothing else yet.',
        },
        feels: { fa: 'می‌خواهد از دور تماشا کند.', en: 'Wants to watch from a distance.' },
        helps: {
          fa: 'خبرِ به‌دردبخور بفرستید، نه زیاد؛ راه لغو را هم جلوی چشمش بگذارید.',
          en: 'Send news that is useful, not too often, with the way out in plain sight.',
        },
      },
      when: { measure: 'count', of: 'newsletter.subscribed', atLeast: 1 },
    },
    {
      key: 'no-stage',
      name: { fa: 'هنوز بی‌مرحله', en: 'No stage yet' },
      meaning: {
        who: {
          fa: 'نامش را داریم، ولی هنوز نشانی از خواستن نداده است.',
          en: 'We have the name, but there is no sign of interest yet.',
        },
        feels: { fa: 'شاید اصلاً ما را نشناسد.', en: 'May not know us at all.' },
        helps: { fa: 'پیش از هر پیامی رضایتش را بگیرید.', en: 'Ask for consent before sending anything.' },
      },
    },
  ],
};
