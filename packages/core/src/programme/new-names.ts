import type { Words } from '../ladder/index.ts';

/** What a new part is called until it is given a name: in both languages, for a programme keeps both. */
export const NEW_NAMES = {
  programme: { fa: 'باشگاه مشتریان', en: 'Customer club' },
  wallet: { fa: 'کیف تازه', en: 'New wallet' },
  points: { fa: 'امتیاز', en: 'Points' },
  rule: { fa: 'قاعدهٔ تازه', en: 'New rule' },
  goal: { fa: 'هدف تازه', en: 'New goal' },
  campaign: { fa: 'کارزار تازه', en: 'New campaign' },
  levels: { fa: 'سطح‌های باشگاه', en: 'Levels of the club' },
  firstLevel: { fa: 'عضو', en: 'Member' },
  level: { fa: 'سطح تازه', en: 'New level' },
} as const satisfies Readonly<Record<string, Words>>;
