import type { Pipeline } from './definition.ts';

export const SEVEN_STEPS_KEY = 'seven-steps';

/** The sale in seven steps, as a business finds it before it has changed anything: five to the sale, two after it. */
export const SEVEN_STEPS: Pipeline = {
  key: SEVEN_STEPS_KEY,
  name: { fa: 'فروش در هفت گام', en: 'The sale in seven steps' },
  quietDays: 14,
  steps: [
    {
      key: 'contact',
      name: { fa: 'ارتباط', en: 'Contact' },
      guidance: {
        fa: 'همان لحظه که نشان علاقه آمد برنامهٔ تماس را بریزید. ببینید به چه نگاه کرده‌اند، چقدر مشتاق‌اند و توانشان چقدر است. مانند یک مشاور پیش بروید، نه فروشنده: اول بپرسید و گوش کنید.',
        en: 'Plan the contact the moment a sign of interest appears. See what they looked at, how keen they are and what they can afford. Come as an adviser, not as a seller: ask first, and listen.',
      },
      days: 3,
      asks: [
        {
          key: 'reached',
          kind: 'fact',
          name: { fa: 'با او گفت‌وگو شده است', en: 'We have spoken with them' },
          facts: [
            { type: 'contact.attempted', where: { field: 'outcome', oneOf: ['reached', 'answered'] } },
            { type: 'message.received' },
            { type: 'visit.made' },
          ],
        },
        {
          key: 'interest',
          kind: 'text',
          name: { fa: 'چه چیزی او را کشاند', en: 'What drew them here' },
        },
      ],
    },
    {
      key: 'present',
      name: { fa: 'معرفی محصول', en: 'Present the product' },
      guidance: {
        fa: 'نیاز، خواسته و سلیقه سه چیزند: تشنه به نوشیدنی نیاز دارد؛ آب می‌خواهد یا چای؛ و شاید گازدار دوست دارد. محصول خود را بشناسید و همان را نشان دهید که به هر سه می‌خورد.',
        en: 'Need, want and taste are three things: a thirsty person needs a drink, wants water or tea, and may like it fizzy. Know your product, and show what fits all three.',
      },
      days: 10,
      asks: [
        { key: 'need', kind: 'text', name: { fa: 'نیاز', en: 'Need' } },
        { key: 'want', kind: 'text', name: { fa: 'خواسته', en: 'Want' } },
        { key: 'taste', kind: 'text', name: { fa: 'سلیقه', en: 'Taste' }, optional: true },
        {
          key: 'shown',
          kind: 'deal',
          of: 'products',
          name: { fa: 'کالاهایی که می‌خواهد', en: 'Products they want' },
        },
      ],
    },
    {
      key: 'fears',
      name: { fa: 'مقابله با ترس‌ها', en: 'Meet the fears' },
      guidance: {
        fa: 'پول دادن می‌ترساند. پرسش‌ها و تردیدها را پیش از آنکه بگویند حدس بزنید، پاسخ قانع‌کننده آماده کنید و تعریف مشتریان دیگر را نشان دهید. هر نگرانی تازه را بنویسید.',
        en: 'Paying frightens. Guess the questions and doubts before they are spoken, have convincing answers ready, and show what other customers say. Write down every new worry.',
      },
      days: 7,
      asks: [
        {
          key: 'answered',
          kind: 'objections',
          name: { fa: 'هیچ نگرانی بی‌پاسخی نمانده است', en: 'No worry is left unanswered' },
        },
        {
          key: 'decides',
          kind: 'choice',
          name: { fa: 'چه کسی تصمیم می‌گیرد', en: 'Who decides' },
          choices: [
            { key: 'self', name: { fa: 'خودش', en: 'They themselves' } },
            { key: 'family', name: { fa: 'خانواده', en: 'The family' } },
            { key: 'firm', name: { fa: 'کسی دیگر در شرکت', en: 'Somebody else in the firm' } },
          ],
        },
      ],
    },
    {
      key: 'agree',
      name: { fa: 'توافق بر سر خواسته‌ها', en: 'Agree on the wants' },
      guidance: {
        fa: 'آنچه را می‌خواهند مرور کنید، تأیید بگیرید و بعد آماده کنید. عجله نکنید؛ همین مرور اعتماد می‌سازد.',
        en: 'Go over what they want, have it confirmed, and only then prepare it. No hurry: this is what builds trust.',
      },
      days: 7,
      asks: [
        {
          key: 'confirmed',
          kind: 'fact',
          name: { fa: 'خواسته‌ها را تأیید کرده است', en: 'They have confirmed the wants' },
          facts: [{ type: 'wants.confirmed' }, { type: 'quotation.accepted' }],
        },
        { key: 'value', kind: 'deal', of: 'amount', name: { fa: 'مبلغ معامله', en: 'Value of the deal' } },
        {
          key: 'close',
          kind: 'deal',
          of: 'expectedClose',
          name: { fa: 'روزی که انتظار می‌رود بخرد', en: 'The day it should close' },
        },
      ],
    },
    {
      key: 'pay',
      name: { fa: 'گرفتن پول', en: 'Take the money' },
      guidance: {
        fa: 'تحویل دهید، سپاس بگویید و قول پشتیبانی بدهید: ضمانت، خدمات و پاسخ‌گویی. اگر به‌صرفه است هدیهٔ کوچکی هم بدهید.',
        en: 'Deliver, thank them and promise your support: guarantee, service, answers. A small gift, where the economics allow.',
      },
      days: 7,
      asks: [
        {
          key: 'paid',
          kind: 'fact',
          name: { fa: 'پول را پرداخته است', en: 'They have paid' },
          facts: [{ type: 'order.paid' }],
        },
        {
          key: 'support',
          kind: 'text',
          name: { fa: 'چه پشتیبانی قول داده شد', en: 'What support was promised' },
          optional: true,
        },
      ],
    },
    {
      key: 'belongs',
      name: { fa: 'فروش جانبی', en: 'Sell what belongs with it' },
      guidance: {
        fa: 'کسی که پول داده اعتمادش را نشان داده است. چیزی را پیشنهاد کنید که به همان خرید می‌آید: کفش، روش نگه‌داری از آن، واکس.',
        en: 'Who has paid has shown trust. Suggest what belongs with the purchase: shoes, how to care for them, polish.',
      },
      days: 14,
      after: true,
      asks: [
        {
          key: 'suggested',
          kind: 'fact',
          name: { fa: 'چیزی همراه آن پیشنهاد شده است', en: 'Something that belongs with it was suggested' },
          facts: [{ type: 'crosssell.suggested' }],
        },
      ],
    },
    {
      key: 'recommend',
      name: { fa: 'درخواست معرفی', en: 'Ask to be recommended' },
      guidance: {
        fa: 'وقتی راضی است و شکایتی باز نیست بخواهید شما را به دوستانش معرفی کند، یا خاطرهٔ خوشش را در سایت یا دفتر یادبود بنویسد.',
        en: 'When they are content and no complaint is open, ask them to recommend you to friends, or to write their good memory on the site or in the guest book.',
      },
      days: 30,
      after: true,
      asks: [
        {
          key: 'asked',
          kind: 'fact',
          name: { fa: 'از او خواسته شده که معرفی کند', en: 'They were asked to recommend' },
          facts: [{ type: 'recommendation.asked' }, { type: 'referral.made' }, { type: 'testimonial.given' }],
        },
      ],
    },
  ],
  lostReasons: [
    { key: 'price', name: { fa: 'گران بود', en: 'Too expensive' } },
    { key: 'competitor', name: { fa: 'از رقیب خرید', en: 'Bought from a competitor' } },
    { key: 'no-need', name: { fa: 'دیگر نیاز ندارد', en: 'No longer needs it' } },
    { key: 'no-money', name: { fa: 'فعلاً پولش را ندارد', en: 'Has no money for it now' } },
    { key: 'no-answer', name: { fa: 'دیگر پاسخ نمی‌دهد', en: 'No longer answers' } },
    { key: 'no-fit', name: { fa: 'محصول به کارش نمی‌آید', en: 'The product does not fit' } },
    { key: 'other', name: { fa: 'دلیل دیگر', en: 'Another reason' } },
  ],
};
