import { type Programme, programmeSchema } from '@nardeban/core/programme';

/** A rial is the minor unit; people count in tomans. */
const TOMAN = 10;

/**
 * The club of the coffee house, put together of what clubs of cafés and web shops really give: points on every order and
 * more of them on higher levels, a little cash-back by level, a birthday, a survey, and a friend who is brought.
 */
export const demoProgramme: Programme = programmeSchema.parse({
  name: { fa: 'باشگاه هفت‌پله', en: 'Seven Steps club' },
  membership: 'joined',
  wallets: [
    {
      key: 'points',
      name: { fa: 'دانه', en: 'Beans' },
      unit: 'points',
      worth: { points: 1, amount: 20 * TOMAN },
      vesting: 3,
      expiry: { kind: 'after', unit: 'month', count: 3 },
      negative: 'allow',
      spending: { least: 100, step: 50, mostShare: 5_000 },
    },
    {
      key: 'credit',
      name: { fa: 'اعتبار خرید', en: 'Shopping credit' },
      unit: 'money',
      worth: { points: 1, amount: 1 },
      vesting: 14,
      expiry: { kind: 'after', unit: 'day', count: 60 },
      negative: 'clamp',
      spending: { mostShare: 3_000 },
    },
  ],
  levels: {
    name: { fa: 'سطح باشگاه', en: 'Level of the club' },
    by: 'amount',
    span: { kind: 'rolling', window: { months: 12 } },
    grace: { days: 30 },
    down: 'step',
    levels: [
      { key: 'bronze', name: { fa: 'برنزی', en: 'Bronze' }, from: 0 },
      {
        key: 'silver',
        name: { fa: 'نقره‌ای', en: 'Silver' },
        from: 3_000_000 * TOMAN,
        brings: { fa: 'یک‌چهارم دانهٔ بیشتر', en: 'A quarter more beans' },
      },
      {
        key: 'gold',
        name: { fa: 'طلایی', en: 'Gold' },
        from: 10_000_000 * TOMAN,
        brings: {
          fa: 'نیم برابر دانهٔ بیشتر و پنج درصد اعتبار',
          en: 'Half as many beans again and 5 % credit',
        },
      },
    ],
  },
  rules: [
    {
      key: 'order',
      name: { fa: 'دانهٔ خرید', en: 'Beans of the order' },
      wallet: 'points',
      on: { kind: 'order' },
      gives: { kind: 'per', units: 1, amount: 1_000 * TOMAN },
      multipliers: {
        levels: [
          { level: 'silver', times: 125 },
          { level: 'gold', times: 150 },
        ],
      },
      caps: [{ of: 'person', per: 'month', most: 20_000, counted: 'units' }],
    },
    {
      key: 'cash-back',
      name: { fa: 'بازگشت نقدی', en: 'Cash-back' },
      wallet: 'credit',
      on: { kind: 'order' },
      where: { leastAmount: 200_000 * TOMAN },
      gives: {
        kind: 'by-level',
        levels: [
          { level: 'bronze', share: 200 },
          { level: 'silver', share: 300 },
          { level: 'gold', share: 500 },
        ],
      },
      caps: [{ of: 'person', per: 'month', most: 300_000 * TOMAN, counted: 'units' }],
    },
    {
      key: 'birthday',
      name: { fa: 'تولد', en: 'Birthday' },
      wallet: 'points',
      on: { kind: 'anniversary', trait: 'birthday' },
      gives: { kind: 'fixed', units: 500 },
      vesting: 0,
      expiry: { kind: 'after', unit: 'day', count: 30 },
    },
    {
      key: 'survey',
      name: { fa: 'پاسخ به نظرسنجی', en: 'Survey answered' },
      wallet: 'points',
      on: { kind: 'fact', type: 'survey.answered', where: [{ field: 'question', is: 'recommend' }] },
      gives: { kind: 'fixed', units: 50 },
      caps: [{ of: 'person', per: 'month', most: 2, counted: 'times' }],
    },
  ],
  referral: {
    returnWindow: 7,
    within: 180,
    steps: [
      {
        key: 'joined',
        when: { kind: 'joined' },
        referrer: [],
        friend: [{ wallet: 'points', units: 200 }],
      },
      {
        key: 'first-purchase',
        when: { kind: 'purchase', number: 1 },
        referrer: [{ wallet: 'points', units: 1_000 }],
        friend: [{ wallet: 'points', units: 500 }],
      },
    ],
    limits: { friends: 20 },
  },
  budget: { per: 'month', money: 100_000_000 * TOMAN, alarms: [80] },
});
