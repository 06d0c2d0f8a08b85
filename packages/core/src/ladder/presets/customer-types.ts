import type { Condition } from '../../criteria/index.ts';
import type { Typology } from '../ladder.ts';
import { keptOrders } from './signs.ts';

function ordersInYear(atMost: number): Condition {
  return { measure: 'count', of: 'order.paid', within: { months: 12 }, atMost };
}

function discountedInYear(atLeast: number): Condition {
  return {
    measure: 'count',
    of: 'order.paid',
    where: [{ field: 'discount', atLeast: 1 }],
    within: { months: 12 },
    atLeast,
  };
}

/**
 * The five kinds of customers of retail. Discount-led comes first: who buys often but only at a discount is not loyal.
 * "Seldom full price" is at least about two orders of three, told in steps because the language has no ratios.
 */
export const customerTypes: Typology = {
  kind: 'typology',
  key: 'customer-types',
  name: { fa: 'گونه‌های مشتری', en: 'Customer types' },
  classes: [
    {
      key: 'discount-led',
      name: { fa: 'تخفیفی', en: 'Discount-led' },
      meaning: {
        who: {
          fa: 'کمتر پیش می‌آید که به قیمت کامل بخرد؛ با حراج می‌آید و با حراج می‌رود.',
          en: 'Seldom buys at full price; comes with the sale and leaves with it.',
        },
        feels: {
          fa: 'از زرنگیِ خریدِ ارزان لذت می‌برد و به نام فروشنده دل نمی‌بندد.',
          en: 'Enjoys the cleverness of a bargain and is attached to no seller.',
        },
        helps: {
          fa: 'برای گردش نقدینگی غنیمت است، ولی حراج را عادت نکنید؛ به جایش هدیهٔ کوچک یا خدمت بدهید.',
          en: 'Good for cash flow, but do not make the sale a habit; give a small extra or a service instead.',
        },
      },
      when: {
        any: [
          { all: [discountedInYear(2), ordersInYear(3)] },
          { all: [discountedInYear(4), ordersInYear(6)] },
          { all: [discountedInYear(8), ordersInYear(12)] },
          { all: [discountedInYear(16), ordersInYear(24)] },
        ],
      },
    },
    {
      key: 'loyal',
      name: { fa: 'وفادار', en: 'Loyal' },
      meaning: {
        who: {
          fa: 'تعدادشان کم است ولی بیشترِ درآمد از آن‌هاست؛ پیوسته می‌خرند.',
          en: 'Few in number but most of the revenue; they buy steadily.',
        },
        feels: {
          fa: 'ما را انتخابِ همیشگی خود می‌داند و دوست دارد دیده شود.',
          en: 'Regards us as the usual choice and likes to be noticed.',
        },
        helps: {
          fa: 'نظرش را بپرسید و به کار ببندید؛ زود به زود احوالش را بپرسید و تشکر کنید.',
          en: 'Ask their opinion and use it; stay in touch and say thank you.',
        },
      },
      when: { all: [keptOrders(4, 12), { measure: 'daysSinceLast', of: 'order.paid', atMost: 180 }] },
    },
    {
      key: 'impulse',
      name: { fa: 'هیجانی', en: 'Impulse' },
      meaning: {
        who: {
          fa: 'فهرست خرید ندارد؛ هر چه چشمش را بگیرد می‌خرد و از همه‌جای مغازه سر در می‌آورد.',
          en: 'Has no shopping list; buys what catches the eye, from every corner of the shop.',
        },
        feels: {
          fa: 'از چیز تازه ذوق می‌کند و پیشنهاد را با روی باز می‌پذیرد.',
          en: 'Is delighted by anything new and open to suggestions.',
        },
        helps: {
          fa: 'خبرِ تازه‌رسیده‌ها را بدهید و خرید را سریع و بی‌دردسر کنید.',
          en: 'Tell them what has just arrived and make buying quick and easy.',
        },
      },
      when: {
        all: [
          keptOrders(2, 12),
          {
            any: [
              {
                measure: 'distinct',
                of: 'product.bought',
                field: 'category',
                within: { months: 12 },
                atLeast: 4,
              },
              {
                measure: 'distinct',
                of: 'product.bought',
                field: 'sku',
                within: { months: 12 },
                atLeast: 10,
              },
            ],
          },
        ],
      },
    },
    {
      key: 'need-led',
      name: { fa: 'نیازمحور', en: 'Need-led' },
      meaning: {
        who: {
          fa: 'برای یک چیز معین می‌آید، همان را می‌خرد و می‌رود.',
          en: 'Comes for one thing, buys it and goes.',
        },
        feels: {
          fa: 'وقتش کم است؛ اگر چیزی را که لازم دارد زود پیدا نکند سراغ دیگری می‌رود.',
          en: 'Has little time; goes elsewhere if what they need is not found soon.',
        },
        helps: {
          fa: 'برخورد شخصی بهترین راه است: نیازش را به خاطر بسپارید و پیش از تمام‌شدن یادآوری کنید.',
          en: 'Personal contact makes them loyal: remember what they need and remind them before it runs out.',
        },
      },
      when: keptOrders(1, 24),
    },
    {
      key: 'wandering',
      name: { fa: 'سرگردان', en: 'Wandering' },
      meaning: {
        who: {
          fa: 'سر می‌زند و نگاه می‌کند، بی آن‌که دنبال چیز معینی باشد؛ پرشمار و کم‌خرید.',
          en: 'Comes and looks with nothing definite in mind; many in number, small in revenue.',
        },
        feels: {
          fa: 'خودش هم نمی‌داند چه می‌خواهد؛ از گشتن خوشش می‌آید.',
          en: 'Does not know what they want; likes to browse.',
        },
        helps: {
          fa: 'اطلاعات روشن در دسترسش بگذارید ولی وقت زیادی پای او نگذارید.',
          en: 'Put clear information within reach, but do not spend much time.',
        },
      },
    },
  ],
};
