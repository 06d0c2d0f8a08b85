import type { Day, Minor } from '../../values/index.ts';

/** Where one age ends and the next begins, in whole days since the card was issued. */
export const giftCardAges = [
  { key: 'to-90', from: 0, to: 90 },
  { key: 'to-180', from: 91, to: 180 },
  { key: 'to-365', from: 181, to: 365 },
  { key: 'to-730', from: 366, to: 730 },
  { key: 'older', from: 731, to: null },
] as const;
export type GiftCardAge = (typeof giftCardAges)[number]['key'];

/** Cards issued on one day, with what is on them. */
export interface CardsOfDay {
  readonly issued: Day;
  readonly cards: number;
  readonly balance: Minor;
}

export interface CardsOfAge {
  readonly age: GiftCardAge;
  readonly from: number;
  readonly to: number | null;
  readonly cards: number;
  readonly balance: Minor;
}

/** The age of a card: one dated after today (a clock that is wrong) counts as of today. */
export function giftCardAge(issued: Day, today: Day): GiftCardAge {
  const days = Math.max(today - issued, 0);
  return giftCardAges.find(({ to }) => to === null || days <= to)?.key ?? 'older';
}

/** What is owed on gift cards by their age; every age stands there, and the ages add up to the whole. */
export function giftCardsByAge(days: readonly CardsOfDay[], today: Day): readonly CardsOfAge[] {
  return giftCardAges.map(({ key, from, to }) => {
    const mine = days.filter(({ issued }) => giftCardAge(issued, today) === key);
    return {
      age: key,
      from,
      to,
      cards: mine.reduce((sum, { cards }) => sum + cards, 0),
      balance: mine.reduce((sum, { balance }) => sum + balance, 0),
    };
  });
}
