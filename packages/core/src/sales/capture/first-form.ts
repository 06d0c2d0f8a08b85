import type { Form } from './definition.ts';

/** What a new form begins with. */
export function firstForm(): Form {
  return {
    title: { fa: 'با ما در تماس باشید', en: 'Get in touch' },
    button: { fa: 'بفرستید', en: 'Send' },
    fields: [
      { key: 'name', kind: 'name', label: { fa: 'نام', en: 'Name' }, required: false, becomes: 'identity' },
      {
        key: 'mobile',
        kind: 'mobile',
        label: { fa: 'موبایل', en: 'Mobile' },
        required: true,
        becomes: 'identity',
      },
      {
        key: 'message',
        kind: 'long',
        label: { fa: 'چه کمکی از ما برمی‌آید؟', en: 'How can we help?' },
        required: false,
        becomes: 'note',
      },
    ],
    consents: [],
    after: {
      kind: 'thanks',
      words: { fa: 'سپاسگزاریم. به‌زودی با شما تماس می‌گیریم.', en: 'Thank you. We will be in touch soon.' },
    },
    lead: { source: null, medium: null, campaign: null, owner: null, hand: false },
    windowHours: 24,
    leastSeconds: 3,
  };
}
