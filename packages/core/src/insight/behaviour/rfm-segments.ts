import { z } from 'zod';

export const rfmSegmentSchema = z.enum([
  'champion',
  'loyal',
  'potential-loyalist',
  'new',
  'promising',
  'need-attention',
  'about-to-sleep',
  'at-risk',
  'cannot-lose',
  'hibernating',
]);
export type RfmSegment = z.infer<typeof rfmSegmentSchema>;

/** From those who buy most and latest to those who have not come for long. */
export const rfmSegmentNames: Readonly<Record<RfmSegment, { readonly fa: string; readonly en: string }>> = {
  champion: { fa: 'بهترین‌ها', en: 'Champions' },
  loyal: { fa: 'وفادارها', en: 'Loyal' },
  'potential-loyalist': { fa: 'در راهِ وفاداری', en: 'Potential loyalists' },
  new: { fa: 'تازه‌وارد', en: 'New' },
  promising: { fa: 'امیدبخش', en: 'Promising' },
  'need-attention': { fa: 'نیازمند توجه', en: 'Need attention' },
  'about-to-sleep': { fa: 'رو به خاموشی', en: 'About to sleep' },
  'at-risk': { fa: 'در خطرِ رفتن', en: 'At risk' },
  'cannot-lose': { fa: 'نباید از دست بروند', en: 'Cannot lose them' },
  hibernating: { fa: 'خاموش', en: 'Hibernating' },
};

/** The segment of two scores from 1 to 5, 5 the best: each of the 25 pairs has one. */
export function rfmSegmentOf(recency: number, frequency: number): RfmSegment {
  if (recency <= 2) return frequency <= 2 ? 'hibernating' : frequency <= 4 ? 'at-risk' : 'cannot-lose';
  if (frequency === 1 && recency >= 4) return recency === 4 ? 'promising' : 'new';
  if (recency === 3 && frequency <= 3) return frequency <= 2 ? 'about-to-sleep' : 'need-attention';
  if (frequency <= 3) return 'potential-loyalist';
  return recency === 5 ? 'champion' : 'loyal';
}
