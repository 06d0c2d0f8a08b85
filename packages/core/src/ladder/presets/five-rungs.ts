import type { Ladder } from '../ladder.ts';
import { everContacted, keptOrders, praised } from './signs.ts';

/** The classic ladder of five rungs, from suspect to advocate. */
export const fiveRungLadder: Ladder = {
  kind: 'ladder',
  key: 'five-rungs',
  name: { fa: 'نردبان وفاداری پنج‌پله', en: 'Loyalty ladder of five rungs' },
  rungs: [
    {
      key: 'suspect',
      name: { fa: 'بیننده', en: 'Suspect' },
      meaning: {
        who: {
          fa: 'تبلیغ یا تراکت ما را دیده؛ شاید مشتری ما بشود، شاید هم نه.',
          en: 'Has seen our advertising or leaflet; may or may not become a customer.',
        },
        feels: {
          fa: 'بی‌تفاوت است؛ تبلیغ‌ها از کنارش می‌گذرند.',
          en: 'Indifferent; advertising passes them by.',
        },
        helps: {
          fa: 'یک پیام روشن برای یک نیاز واقعی، در جایی که حوصلهٔ شنیدن دارد.',
          en: 'One clear message for one real need, where they are willing to listen.',
        },
      },
    },
    {
      key: 'prospect',
      name: { fa: 'مشتری احتمالی', en: 'Prospect' },
      meaning: {
        who: {
          fa: 'چیزهایی از ما می‌داند: دوستی گفته، تابلویی دیده، پیوندی را باز کرده یا سری زده است.',
          en: 'Knows a little: a friend told them, they saw a sign, opened a link or came by.',
        },
        feels: {
          fa: 'علاقه دارد ولی مطمئن نیست که ما به درد او می‌خوریم.',
          en: 'Interested, but not sure that we are right for them.',
        },
        helps: {
          fa: 'نیاز و سلیقه‌اش را بشناسید و همان چیزی را نشانش دهید که به کارش می‌آید؛ به تردیدهایش جواب دهید.',
          en: 'Learn the need and the taste, show exactly what fits, and answer the doubts.',
        },
      },
      enter: everContacted,
    },
    {
      key: 'customer',
      name: { fa: 'مشتری', en: 'Customer' },
      meaning: {
        who: {
          fa: 'خرید کرده و دارد دربارهٔ ما به نظری می‌رسد.',
          en: 'Has bought and is forming an opinion of us.',
        },
        feels: {
          fa: 'رقیب‌ها را هم زیر نظر دارد؛ نه از ما دل کنده، نه به ما دل بسته است.',
          en: 'Still has an eye on the competitors; attached neither to them nor to us.',
        },
        helps: {
          fa: 'قولتان را سر وقت عمل کنید، از رضایتش بپرسید و بهانهٔ خوبی برای برگشتن بدهید.',
          en: 'Keep your promise in time, ask whether they are content, and give a good reason to return.',
        },
      },
      enter: keptOrders(1, 12),
      grace: { days: 30 },
    },
    {
      key: 'client',
      name: { fa: 'مشتری وفادار', en: 'Client' },
      meaning: {
        who: {
          fa: 'راضی است و بارها از ما خریده؛ دیگر دنبال رقیب نمی‌گردد.',
          en: 'Is content and has bought again and again; no longer looks at competitors.',
        },
        feels: {
          fa: 'می‌داند که پشیمان نمی‌شود؛ به ما عادت کرده و خوش است.',
          en: 'Knows there will be no regret; is used to us and glad of it.',
        },
        helps: {
          fa: 'او را به نام بشناسید، چیزی بیش از انتظار بدهید و وقتی راضی است بخواهید شما را به دوستی معرفی کند.',
          en: 'Know them by name, give a little more than expected, and ask for a recommendation while they are content.',
        },
      },
      enter: {
        all: [
          keptOrders(3, 12),
          {
            not: {
              measure: 'latest',
              of: 'survey.answered',
              where: [{ field: 'question', is: 'recommend' }],
              field: 'score',
              atMost: 6,
            },
          },
        ],
      },
      stay: { all: [keptOrders(3), keptOrders(1, 12)] },
      grace: { days: 60 },
    },
    {
      key: 'advocate',
      name: { fa: 'مشتری حامی', en: 'Advocate' },
      meaning: {
        who: {
          fa: 'عاشق کار ماست، مدام می‌خرد و به هر که می‌رسد ما را سفارش می‌کند.',
          en: 'Loves what we do, buys again and again and recommends us to everybody.',
        },
        feels: {
          fa: 'رقیب‌ها را نمی‌بیند؛ موفقیت ما را موفقیت خودش می‌داند.',
          en: 'Does not see the competitors; takes our success as their own.',
        },
        helps: {
          fa: 'نگهش دارید: تشکرِ شخصی، خبرِ زودتر از همه و سهمی در آنچه می‌سازید.',
          en: 'Keep them: personal thanks, news before everyone, and a part in what you make.',
        },
      },
      enter: { all: [keptOrders(3, 12), praised(12)] },
      stay: { all: [keptOrders(3), keptOrders(1, 12), praised(24)] },
      grace: { days: 90 },
    },
  ],
};
