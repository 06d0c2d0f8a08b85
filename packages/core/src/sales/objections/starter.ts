import type { Language } from '../../values/index.ts';
import type { ObjectionKind } from './objection.ts';

type Words = Readonly<Record<Language, string>>;

/** A fear that nearly every shop meets, with answers to begin with. */
export interface StarterObjection {
  readonly key: string;
  readonly kind: ObjectionKind;
  readonly title: Words;
  readonly behind: Words;
  readonly answers: readonly Words[];
}

/** Ten fears to begin with. A business changes them as it likes; new ones come from its own deals. */
export const starterObjections: readonly StarterObjection[] = [
  {
    key: 'too-expensive',
    kind: 'price',
    title: { fa: 'گران است.', en: 'It is too expensive.' },
    behind: {
      fa: 'پول دادن درد دارد. یا ارزش را هنوز ندیده، یا واقعاً بودجه‌اش کمتر است. اول بپرسید با چه مقایسه می‌کند.',
      en: 'Paying hurts. Either they have not seen the worth yet, or their budget really is smaller. First ask what they compare it with.',
    },
    answers: [
      {
        fa: 'حق دارید به قیمت دقت کنید. بیایید ببینیم روزی چند تومان می‌شود و در این مدت چه چیزی را برایتان کم یا زیاد می‌کند.',
        en: 'You are right to look at the price. Let us see what it comes to a day, and what it saves or brings you in that time.',
      },
      {
        fa: 'نسبت به چه چیزی گران است؟ اگر بگویید، همان را کنار این می‌گذارم تا تفاوتش را خودتان ببینید.',
        en: 'Expensive compared with what? Tell me and I will put the two side by side, so that you see the difference yourself.',
      },
      {
        fa: 'اگر امروز همهٔ مبلغ سخت است، با نوع ساده‌ترش شروع کنید؛ هر وقت خواستید تفاوتش را می‌دهید و کاملش می‌کنید.',
        en: 'If the whole amount is hard today, begin with the simpler one; whenever you like, you pay the difference and complete it.',
      },
    ],
  },
  {
    key: 'cheaper-elsewhere',
    kind: 'competitor',
    title: { fa: 'جای دیگر ارزان‌تر دیدم.', en: 'I saw it cheaper elsewhere.' },
    behind: {
      fa: 'می‌خواهد مطمئن شود سرش کلاه نمی‌رود. شاید هم‌جنس نباشد، شاید خدمات پس از فروش ندارد.',
      en: 'They want to be sure they are not cheated. It may not be the same thing, or come without service.',
    },
    answers: [
      {
        fa: 'خوب کردید پرس‌وجو کردید. ببینیم همان مدل و همان ضمانت است؟ بعضی وقت‌ها هزینهٔ ارسال و نصب در آن قیمت نیست.',
        en: 'Good that you asked around. Shall we see whether it is the same model and the same guarantee? Delivery and fitting are sometimes not in that price.',
      },
      {
        fa: 'ممکن است ارزان‌تر باشد. ما بعد از فروش هم پاسخ می‌دهیم: اگر مشکلی بود، همین شماره را بگیرید و خودم پیگیر می‌شوم.',
        en: 'It may well be cheaper. We are there after the sale too: if anything is wrong, call this number and I see to it myself.',
      },
    ],
  },
  {
    key: 'think-about-it',
    kind: 'timing',
    title: { fa: 'باید فکر کنم.', en: 'I have to think about it.' },
    behind: {
      fa: 'یک پرسش بی‌پاسخ مانده که نگفته است. با مهربانی بپرسید کدام؛ و روز پیگیری را با خودش قرار بگذارید.',
      en: 'One question has no answer yet and was not said. Ask kindly which; and agree on a day to speak again.',
    },
    answers: [
      {
        fa: 'حتماً، تصمیم مهمی است. بیشتر به کدام قسمتش فکر می‌کنید: قیمت، خود کالا، یا زمانش؟ شاید همین‌جا روشن شود.',
        en: 'Of course, it matters. What do you think about most: the price, the thing itself, or the time? Perhaps we can clear it up here.',
      },
      {
        fa: 'بسیار خوب. همهٔ آنچه گفتیم را برایتان می‌فرستم و پنج‌شنبه یک تماس کوتاه می‌گیرم. ساعت چند راحت‌ترید؟',
        en: 'Very well. I will send you all we spoke of and call briefly on Thursday. What time suits you?',
      },
    ],
  },
  {
    key: 'ask-family',
    kind: 'authority',
    title: { fa: 'باید با همسرم (شریکم) مشورت کنم.', en: 'I have to ask my wife, husband or partner.' },
    behind: {
      fa: 'کسی دیگر هم تصمیم می‌گیرد. کمک کنید حرف درست به او برسد، یا خودش هم باشد.',
      en: 'Somebody else decides too. Help the right words reach them, or have them there.',
    },
    answers: [
      {
        fa: 'کار درستی می‌کنید. فکر می‌کنید ایشان بیشتر چه می‌پرسند؟ جوابش را کوتاه برایتان می‌نویسم که همراهتان باشد.',
        en: 'Quite right. What do you think they will ask most? I will write the answer down briefly for you to take along.',
      },
      {
        fa: 'اگر مایل باشید یک وقت می‌گذاریم که هر دو باشید؛ ده دقیقه بیشتر طول نمی‌کشد و همه‌چیز را یک‌جا می‌بینید.',
        en: 'If you like we find a time for both of you; it takes ten minutes and you see everything at once.',
      },
    ],
  },
  {
    key: 'do-not-know-you',
    kind: 'trust',
    title: { fa: 'شما را نمی‌شناسم.', en: 'I do not know you.' },
    behind: {
      fa: 'می‌ترسد پول بدهد و کالا یا پاسخ نگیرد. حرف دیگران از حرف شما بیشتر اثر دارد.',
      en: 'They fear to pay and get neither goods nor an answer. What others say counts for more than what you say.',
    },
    answers: [
      {
        fa: 'طبیعی است. این حرف‌های چند مشتری است که مثل شما خرید کرده‌اند و اجازه داده‌اند بگوییم. اگر بخواهید با یکی‌شان هم صحبت کنید.',
        en: 'That is natural. Here is what a few customers like you say, who let us tell it. If you want, speak with one of them.',
      },
      {
        fa: 'می‌توانید با یک سفارش کوچک شروع کنید، یا هنگام تحویل پرداخت کنید. اگر راضی بودید بعدی را بزرگ‌تر برمی‌داریم.',
        en: 'You can begin with a small order, or pay on delivery. If you are content, the next may be larger.',
      },
    ],
  },
  {
    key: 'quality-doubt',
    kind: 'quality',
    title: { fa: 'از کیفیتش مطمئن نیستم.', en: 'I am not sure of the quality.' },
    behind: {
      fa: 'یک بار از جنس بد ضرر کرده است. نشان دادن بهتر از تعریف کردن است.',
      en: 'Something bad has cost them once. Showing is better than praising.',
    },
    answers: [
      {
        fa: 'بیایید از نزدیک ببینید و دست بزنید. اگر راه دور است، همین الان برایتان فیلم می‌فرستم.',
        en: 'Come and see and touch it. If it is far, I will send you a film right now.',
      },
      {
        fa: 'ضمانت کتبی دارد: اگر در این مدت ایرادی داشت، بی‌هزینه درست یا عوض می‌کنیم. متنش همین‌جاست.',
        en: 'It has a written guarantee: should anything be wrong in that time, we mend or replace it free. Here is the text.',
      },
    ],
  },
  {
    key: 'what-if-wrong',
    kind: 'risk',
    title: { fa: 'اگر به کارم نیامد چه؟', en: 'What if it does not suit me?' },
    behind: {
      fa: 'از پشیمانی می‌ترسد. راه برگشت را پیش از خرید روشن بگویید.',
      en: 'They fear to regret it. Say plainly, before they buy, what the way back is.',
    },
    answers: [
      {
        fa: 'تا هفت روز اگر سالم و دست‌نخورده باشد پس می‌گیریم. روی فاکتور هم می‌نویسم که خیالتان راحت باشد.',
        en: 'Within seven days we take it back, whole and unused. I will write it on the invoice so that you need not worry.',
      },
      {
        fa: 'بگویید دقیقاً برای چه کاری می‌خواهید تا همان را پیشنهاد بدهم که به کارتان می‌آید، حتی اگر ارزان‌تر باشد.',
        en: 'Tell me exactly what it is for, and I will suggest what suits that, even if it is cheaper.',
      },
    ],
  },
  {
    key: 'no-need-now',
    kind: 'need',
    title: { fa: 'الان لازم ندارم.', en: 'I do not need it now.' },
    behind: {
      fa: 'یا واقعاً لازم ندارد (پس اصرار نکنید) یا هنوز ندیده نداشتنش چه هزینه‌ای دارد.',
      en: 'Either they really do not (then do not press), or they have not seen yet what going without costs.',
    },
    answers: [
      {
        fa: 'پس عجله‌ای نیست. فکر می‌کنید کی لازمتان می‌شود؟ همان موقع یادآوری می‌کنم.',
        en: 'Then there is no hurry. When do you think you will need it? I will remind you then.',
      },
      {
        fa: 'الان این کار را چطور انجام می‌دهید؟ اگر همان جواب می‌دهد، عوضش نکنید؛ اگر نه، بگویید کجایش اذیت می‌کند.',
        en: 'How do you do it now? If that works, do not change it; if not, tell me where it troubles you.',
      },
    ],
  },
  {
    key: 'wait-for-discount',
    kind: 'timing',
    title: { fa: 'صبر می‌کنم تخفیف بخورد.', en: 'I will wait for a sale.' },
    behind: {
      fa: 'به تخفیف عادت کرده است. تخفیف ندهید تا بخرد؛ چیز کوچکی که ارزش دارد همراهش کنید یا راست بگویید تخفیفی در راه نیست.',
      en: 'They are used to sales. Do not cut the price to sell; add something small of worth, or say honestly that none is coming.',
    },
    answers: [
      {
        fa: 'برای این کالا تخفیفی در برنامه نداریم و نمی‌خواهم منتظرتان بگذارم. به جایش یک سرویس رایگان سال اول را همراهش می‌کنم.',
        en: 'No sale is planned for this, and I do not want to keep you waiting. Instead, the first service within the year is on us.',
      },
      {
        fa: 'مشتری‌های همیشگی ما پیش از همه خبر می‌شوند. نامتان را می‌نویسم؛ اگر خبری شد اول به شما می‌گویم.',
        en: 'Our regular customers hear first. I will write your name down; if anything comes up, you are the first to know.',
      },
    ],
  },
  {
    key: 'hard-to-use',
    kind: 'effort',
    title: { fa: 'کار کردن با آن سخت است؛ وقتش را ندارم.', en: 'It is hard to use; I have no time for it.' },
    behind: {
      fa: 'از دردسر راه‌اندازی و یادگیری می‌ترسد. قدم اول را شما بردارید.',
      en: 'They fear the trouble of setting up and learning. Take the first step for them.',
    },
    answers: [
      {
        fa: 'نصب و راه‌اندازی با ماست. همان روز ده دقیقه کنارتان می‌مانیم تا خودتان با آن کار کنید.',
        en: 'We fit it and set it going. On that day we stay ten minutes until you use it yourself.',
      },
      {
        fa: 'یک فیلم سه‌دقیقه‌ای دارد و هر سؤالی داشتید پیام بدهید. بیشتر مشتری‌ها بعد از روز اول دیگر نمی‌پرسند.',
        en: 'There is a film of three minutes, and you can write to us with any question. Most customers ask no more after the first day.',
      },
    ],
  },
];
