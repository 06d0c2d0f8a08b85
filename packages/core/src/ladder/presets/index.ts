import type { Definition, Words } from '../ladder.ts';
import { customerTypes } from './customer-types.ts';
import { fiveRungLadder } from './five-rungs.ts';
import { sixRungLadder } from './six-rungs.ts';
import { thirteenStages } from './thirteen-stages.ts';

/** A definition the product ships, with what a person choosing among them reads. */
export interface Preset {
  readonly definition: Definition;
  readonly title: Words;
  readonly description: Words;
}

/** In the order of the list a business chooses from; the first is the ladder that a new business starts with. */
export const presets: readonly Preset[] = [
  {
    definition: sixRungLadder,
    title: { fa: 'نردبان شش‌پله', en: 'Six rungs' },
    description: {
      fa: 'از مخاطب بالقوه تا حامی برند. برای بیشترِ فروشگاه‌ها شروع خوبی است: اولین خرید را از خرید دوباره جدا می‌کند.',
      en: 'From suspect to advocate. A good start for most shops: it tells the first purchase from coming back.',
    },
  },
  {
    definition: fiveRungLadder,
    title: { fa: 'نردبان پنج‌پله', en: 'Five rungs' },
    description: {
      fa: 'نردبان کلاسیک: بیننده، مشتری احتمالی، مشتری، مشتری وفادار و مشتری حامی. برای کسب‌وکاری که مشتری‌هایش پی‌درپی می‌خرند.',
      en: 'The classic: suspect, prospect, customer, client, advocate. For businesses whose customers buy often.',
    },
  },
  {
    definition: thirteenStages,
    title: { fa: 'سیزده مرحلهٔ فروش', en: 'Thirteen sales stages' },
    description: {
      fa: 'هر مخاطب در کدام مرحلهٔ فروش است، از مشترک خبرنامه تا دوستان و خانواده؛ برای تیمی که سرنخ‌ها را پیگیری می‌کند.',
      en: 'Which stage of sales each contact is in, from subscriber to friends and family; for teams that follow leads up.',
    },
  },
  {
    definition: customerTypes,
    title: { fa: 'پنج گونهٔ مشتری', en: 'Five customer types' },
    description: {
      fa: 'وفادار، هیجانی، تخفیفی، نیازمحور و سرگردان؛ با هر کدام باید جور دیگری رفتار کرد.',
      en: 'Loyal, impulse, discount-led, need-led and wandering: each wants to be treated in its own way.',
    },
  },
];

export { customerTypes, fiveRungLadder, sixRungLadder, thirteenStages };
