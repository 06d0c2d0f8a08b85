import { firstForm, type Form } from '@nardeban/core/sales';
import type { Instant, Result } from '@nardeban/core/values';
import { changeForm, draftForm, makeLink, makeMailbox, takeSample } from '../../capabilities/sales/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

const BY = 'مهمان نردبان';
const DAY = 86_400_000;
const HOUR = 3_600_000;

const CONTACT: Form = {
  ...firstForm(),
  title: { fa: 'قیمت و مشاوره', en: 'Prices and advice' },
  intro: {
    fa: 'شماره‌تان را بگذارید؛ همان روز تماس می‌گیریم.',
    en: 'Leave your number and we call the same day.',
  },
  consents: [
    {
      key: 'news',
      purpose: 'offers',
      channel: 'sms',
      words: { fa: 'خبر و پیشنهادها را برایم پیامک کنید.', en: 'Text me news and offers.' },
      required: false,
    },
  ],
};

/** Who wrote what, how many hours ago, and where they came from; the last two are robots. */
const SAMPLES: readonly (readonly [
  name: string,
  mobile: string,
  message: string,
  hours: number,
  source: string,
])[] = [
  ['مهسا یگانه', '09121230101', 'قیمت و زمان تحویل را می‌خواستم.', 5, 'instagram'],
  ['حامد فتحی', '09121230102', 'نمایندگی در شیراز دارید؟', 26, 'google'],
  ['سارا نیک‌روش', '09121230103', 'برای دفتر کار شش عدد لازم داریم.', 50, 'fair'],
  ['یاسر مرادی', '09121230104', '', 74, 'instagram'],
  ['الهام قربانی', '09121230105', 'لطفاً عصر تماس بگیرید.', 120, 'direct'],
  ['xKqWzRTbLmPv', '09121230106', 'http://a.ru http://b.ru http://c.ru', 3, 'direct'],
  ['best offer', '09121230107', '<a href="http://cheap.ru">click</a>', 9, 'direct'],
];

/**
 * A form that is open, one that is still being laid out, a link for a fair, an address for e-mail, what a few people sent, and
 * what two robots did. A shop that has a form is not touched.
 */
export async function pretendCapture(
  tx: Tx,
  business: Business,
  { now }: { readonly now: Instant },
): Promise<void> {
  const made = { by: BY, now: now - 30 * DAY };
  const drafted = await draftForm(tx, { key: 'contact', definition: CONTACT }, made);
  if (!drafted.ok) return;
  const form = done(
    await changeForm(tx, 'contact', { definition: CONTACT, state: 'open', revision: 1 }, made),
  );
  done(await draftForm(tx, { key: 'catalogue', definition: CATALOGUE }, { by: BY, now: now - 2 * DAY }));
  const origin = { medium: 'qr', campaign: 'پاییز' };
  done(
    await makeLink(
      tx,
      { code: 'fair', title: 'غرفهٔ نمایشگاه', form: 'contact', target: null, source: 'fair', ...origin },
      made,
    ),
  );
  const mailbox = { title: 'صفحهٔ تماس', source: 'ایمیل سایت', campaign: null, owner: null, hand: false };
  done(await makeMailbox(tx, mailbox, made));
  for (const [name, mobile, message, hours, source] of SAMPLES) {
    const written = { name, mobile, ...(message === '' ? {} : { message }) };
    await takeSample(tx, business, form, { written, source, at: now - hours * HOUR });
  }
}

const CATALOGUE: Form = {
  ...firstForm(),
  title: { fa: 'دریافت کاتالوگ', en: 'Get the catalogue' },
  fields: [
    {
      key: 'email',
      kind: 'email',
      label: { fa: 'ایمیل', en: 'E-mail' },
      required: true,
      becomes: 'identity',
    },
  ],
};

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
