import { type Cadence, STOPS } from './cadence.ts';

const stops = [...STOPS];

/** Series to begin from: how small shops follow up on somebody new, on a quotation, and on somebody who went quiet. */
export const CADENCE_PRESETS: readonly {
  readonly key: string;
  readonly fa: Cadence;
  readonly en: Cadence;
}[] = [
  {
    key: 'first-contact',
    fa: {
      name: 'نخستین تماس با سرنخ تازه',
      stops,
      start: null,
      touches: [
        {
          day: 0,
          at: null,
          kind: 'call',
          text: 'به {name} زنگ بزنید: بپرسید دنبال چیست و کِی لازمش دارد.',
          who: null,
        },
        {
          day: 1,
          at: null,
          kind: 'message',
          text: 'پیام کوتاه به {name}: «دیروز زنگ زدیم؛ کِی راحت‌ترید صحبت کنیم؟»',
          who: null,
        },
        { day: 3, at: 17 * 60, kind: 'call', text: 'دوباره به {name} زنگ بزنید، این بار عصر.', who: null },
        {
          day: 7,
          at: null,
          kind: 'message',
          text: 'پیام آخر به {name}: «هر وقت خواستید در خدمتیم.»',
          who: null,
        },
      ],
    },
    en: {
      name: 'First contact with a new lead',
      stops,
      start: null,
      touches: [
        {
          day: 0,
          at: null,
          kind: 'call',
          text: 'Call {name}: ask what they are looking for and by when.',
          who: null,
        },
        {
          day: 1,
          at: null,
          kind: 'message',
          text: 'Short message to {name}: "We called yesterday; when suits you?"',
          who: null,
        },
        {
          day: 3,
          at: 17 * 60,
          kind: 'call',
          text: 'Call {name} again, in the late afternoon this time.',
          who: null,
        },
        {
          day: 7,
          at: null,
          kind: 'message',
          text: 'Last message to {name}: "We are here whenever you like."',
          who: null,
        },
      ],
    },
  },
  {
    key: 'after-quotation',
    fa: {
      name: 'پس از پیش‌فاکتور',
      stops,
      start: null,
      touches: [
        {
          day: 1,
          at: null,
          kind: 'call',
          text: 'از {name} بپرسید پیش‌فاکتور رسید و چه نکته‌ای روشن نیست.',
          who: null,
        },
        { day: 4, at: null, kind: 'call', text: 'نگرانی‌های {name} را بشنوید و پاسخ بدهید.', who: null },
        {
          day: 8,
          at: null,
          kind: 'message',
          text: 'به {name} یادآوری کنید پیش‌فاکتور تا کِی اعتبار دارد.',
          who: null,
        },
      ],
    },
    en: {
      name: 'After a quotation',
      stops,
      start: null,
      touches: [
        {
          day: 1,
          at: null,
          kind: 'call',
          text: 'Ask {name} whether the quotation arrived and what is unclear.',
          who: null,
        },
        { day: 4, at: null, kind: 'call', text: 'Hear what worries {name}, and answer it.', who: null },
        {
          day: 8,
          at: null,
          kind: 'message',
          text: 'Remind {name} until when the quotation holds.',
          who: null,
        },
      ],
    },
  },
];
