import { MS_PER_DAY } from '@nardeban/core/values';
import { type Life, sourceOf } from './life.ts';
import type { Order } from './orders.ts';
import type { TemperTraits } from './tempers.ts';

const PLACES = ['نشان', 'بلد', 'Google Maps', 'سایت'] as const;
const PROBLEMS = [
  'دیر آماده شد',
  'سفارش اشتباه',
  'برخورد کارکنان',
  'بسته‌بندی آسیب‌دیده',
  'سرد بودن نوشیدنی',
] as const;
const WISHES = [
  'شیر بادام',
  'صندلی راحت‌تر',
  'جای پارک',
  'دانهٔ اتیوپی در بستهٔ یک‌کیلویی',
  'کلاس دم‌آوری',
] as const;
const PRAISE = ['قهوه‌اش عالی است', 'رفتار خوب', 'ممنون', 'قیمت‌ها بالا رفته', 'شلوغ بود'] as const;

/** What an order may bring with it: an answer, a review, a complaint, a wish. */
export function speakOfIt(life: Life, traits: TemperTraits, order: Order): void {
  const { chance, diary } = life;
  const later = (fromDays: number, toDays: number): number =>
    order.at + chance.int(fromDays * 24, toDays * 24) * (MS_PER_DAY / 24) + chance.int(0, 3_599) * 1_000;
  let pleased = 0;
  if (chance.is(traits.complains)) {
    pleased = -4;
    complain(life, later(0, 2));
  }
  if (chance.is(traits.answersSurveys)) {
    const at = later(1, 3);
    const score = scoreAbout(life, traits.recommends + pleased);
    diary.tell('survey.answered', at, 'survey', { survey: 'after-order', question: 'recommend', score });
    if (chance.is(0.15)) {
      const data = { survey: 'after-order', question: 'why', answer: chance.pick(PRAISE) };
      diary.tell('survey.answered', at + 20_000, 'survey', data);
    }
  }
  if (chance.is(traits.reviews)) {
    const score = Math.max(
      1,
      Math.min(5, Math.round((traits.recommends + pleased) / 2 + chance.about(0, 0.6))),
    );
    diary.tell('review.written', later(0, 6), 'web', { score, place: chance.pick(PLACES) });
  }
  if (chance.is(0.004))
    diary.tell('wish.stated', order.at + 120_000, sourceOf(life), { wish: chance.pick(WISHES) });
}

function complain(life: Life, at: number): void {
  const { chance, diary } = life;
  const complaint = `S-${life.number}-${Math.floor(at / MS_PER_DAY)}`;
  diary.tell('message.received', at - 300_000, 'desk', {
    channel: chance.pick(['phone', 'instagram', 'sms']),
  });
  diary.tell('complaint.opened', at, 'desk', {
    complaint,
    category: chance.pick(PROBLEMS),
    severity: chance.int(1, 5),
  });
  if (chance.is(0.85)) {
    const redress = chance.is(0.4) ? { redress: chance.int(20, 200) * 10_000 } : {};
    diary.tell('complaint.closed', at + chance.int(2, 240) * 3_600_000, 'desk', { complaint, ...redress });
  }
}

function scoreAbout(life: Life, mean: number): number {
  return Math.max(0, Math.min(10, Math.round(life.chance.about(mean, 1.4))));
}
