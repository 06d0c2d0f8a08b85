import type { Language } from '@nardeban/core/values';

/** What the pages that customers see say. */
export const pageWords: Readonly<
  Record<
    Language,
    {
      readonly title: string;
      readonly intro: string;
      readonly words: string;
      readonly score: string;
      readonly scores: readonly [string, string, string, string, string];
      readonly name: string;
      readonly nameHint: string;
      readonly send: string;
      readonly thanks: string;
      readonly thanksWaits: string;
      readonly thanksKept: string;
      readonly thanksShown: string;
      readonly change: string;
      readonly withdraw: string;
      readonly withdrawHint: string;
      readonly withdrawn: string;
      readonly gone: string;
      readonly goneHint: string;
      readonly shownTitle: string;
      readonly shownNone: string;
      readonly stars: (score: string) => string;
      readonly by: string;
    }
  >
> = {
  fa: {
    title: 'تجربه‌تان با {business}',
    intro: 'هر چه دوست دارید بنویسید؛ چند جملهٔ کوتاه هم کافی است.',
    words: 'تجربهٔ شما',
    score: 'روی هم رفته چقدر راضی هستید؟',
    scores: ['۱ از ۵', '۲ از ۵', '۳ از ۵', '۴ از ۵', '۵ از ۵'],
    name: 'نامی که نشان داده شود',
    nameHint: 'مثلاً «مینا، تهران». اگر اجازهٔ انتشار نمی‌دهید لازم نیست.',
    send: 'فرستادن',
    thanks: 'سپاس از شما',
    thanksWaits: 'نوشته‌تان رسید. پیش از آنکه نشانش بدهیم یک نفر آن را می‌خواند.',
    thanksKept: 'نوشته‌تان رسید. چون اجازهٔ انتشار نداده‌اید، فقط خودمان می‌خوانیم.',
    thanksShown: 'نوشته‌تان با همین نام نشان داده می‌شود.',
    change: 'ویرایش نوشته',
    withdraw: 'پس گرفتن اجازه',
    withdrawHint: 'از همین لحظه دیگر جایی نشانش نمی‌دهیم.',
    withdrawn: 'اجازه را پس گرفتید. نوشته‌تان دیگر جایی نشان داده نمی‌شود.',
    gone: 'این پیوند کار نمی‌کند',
    goneHint: 'شاید پیوند تازه‌تری برایتان فرستاده شده است. اگر نه، از همان کسی که آن را فرستاد بپرسید.',
    shownTitle: 'حرف مشتری‌های {business}',
    shownNone: 'هنوز نوشته‌ای نیست.',
    stars: (score) => `${score} از ۵ ستاره`,
    by: 'نوشتهٔ شما',
  },
  en: {
    title: 'What you think of {business}',
    intro: 'Write whatever you like; a few short sentences are enough.',
    words: 'Your experience',
    score: 'All in all, how content are you?',
    scores: ['1 of 5', '2 of 5', '3 of 5', '4 of 5', '5 of 5'],
    name: 'The name to be shown',
    nameHint: 'For example “Mina, Tehran”. Not needed if it may not be shown.',
    send: 'Send',
    thanks: 'Thank you',
    thanksWaits: 'Your words have come. Somebody reads them before they are shown.',
    thanksKept: 'Your words have come. As you did not let them be shown, we alone read them.',
    thanksShown: 'Your words are shown with this name.',
    change: 'Change what I wrote',
    withdraw: 'Take the permission back',
    withdrawHint: 'From this moment on we show it nowhere.',
    withdrawn: 'You took the permission back. Your words are shown nowhere any more.',
    gone: 'This link does not work',
    goneHint: 'A newer link may have been sent to you. If not, ask whoever sent it.',
    shownTitle: 'What customers of {business} say',
    shownNone: 'Nothing has been written yet.',
    stars: (score) => `${score} of 5 stars`,
    by: 'What you wrote',
  },
};
