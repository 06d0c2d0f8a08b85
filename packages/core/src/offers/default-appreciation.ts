import type { Words } from '../ladder/index.ts';
import type { AppreciationPart, AppreciationRule } from './appreciation.ts';

/**
 * What a business starts with: what the source documents name as reasons to thank somebody. Loyalty, payment on time, quality
 * of cooperation, purchases made, good customers brought. Every number is there to be changed.
 */
export const DEFAULT_APPRECIATION: AppreciationRule = {
  parts: [
    {
      key: 'loyalty',
      name: { fa: 'وفاداری', en: 'loyalty' },
      weight: 25,
      of: { kind: 'tenure', full: 730 },
    },
    {
      key: 'purchases',
      name: { fa: 'شمار خرید یا پروژه', en: 'purchases or projects' },
      weight: 25,
      of: { kind: 'orders', full: 20 },
    },
    {
      key: 'payment',
      name: { fa: 'خوش‌حسابی', en: 'paying on time' },
      weight: 20,
      of: { kind: 'on-time', least: 3 },
    },
    {
      key: 'referrals',
      name: { fa: 'معرفی مشتری خوب', en: 'good customers brought' },
      weight: 15,
      of: { kind: 'referrals', full: 3 },
    },
    {
      key: 'cooperation',
      name: { fa: 'کیفیت همکاری', en: 'quality of cooperation' },
      weight: 15,
      of: {
        kind: 'cooperation',
        signs: [
          {
            name: { fa: 'در یک سال گذشته شکایتی نداشته', en: 'no complaint in the last year' },
            weight: 2,
            holds: { measure: 'count', of: 'complaint.opened', within: { years: 1 }, atMost: 0 },
          },
          {
            name: { fa: 'به نظرسنجی پاسخ داده یا نظر نوشته', en: 'answered a survey or wrote a review' },
            weight: 1,
            holds: {
              measure: 'count',
              of: ['survey.answered', 'review.written'],
              within: { years: 1 },
              atLeast: 1,
            },
          },
        ],
      },
    },
  ],
};

type Kind = AppreciationPart['of']['kind'];

const NAMES: Readonly<Record<'rung' | 'spent', Words>> = {
  rung: { fa: 'پله در نردبان', en: 'rung of the ladder' },
  spent: { fa: 'مبلغ خرید', en: 'money spent' },
};

/** A part as somebody begins it who adds it to the others: everything of it is there to be changed. */
export function newAppreciationPart(
  kind: Kind,
  { key, ladder, full }: { readonly key: string; readonly ladder: string; readonly full: number },
): AppreciationPart {
  if (kind === 'rung') return { key, name: NAMES.rung, weight: 1, of: { kind, ladder } };
  if (kind === 'spent') return { key, name: NAMES.spent, weight: 1, of: { kind, full } };
  const usual = DEFAULT_APPRECIATION.parts.find(({ of }) => of.kind === kind);
  if (usual === undefined) throw new Error(`No part begins as ${kind}`);
  return { ...usual, key, weight: 1 };
}
