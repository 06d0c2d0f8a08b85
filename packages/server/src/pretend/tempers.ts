import type { Chance, Weighted } from './chance.ts';
import type { Category } from './shop.ts';

/**
 * The hidden kinds of customers, after the five known customer types. Nothing of this is told to the product: it has
 * to be found out from what people do.
 */
export type Temper = 'loyal' | 'needLed' | 'discountLed' | 'impulse' | 'wandering';

export interface TemperTraits {
  /** Days between two orders, on average. */
  readonly gap: number;
  /** How even the gaps are: 1 is memoryless, more is regular. */
  readonly regularity: number;
  /** The chance of never coming again, after each order. */
  readonly leaving: number;
  readonly mostOrders: number;
  readonly discounts: number;
  readonly basket: Weighted<number>;
  readonly taste: Weighted<Category>;
  readonly returns: number;
  readonly answersSurveys: number;
  /** What they answer to "would you recommend us", 0–10, on average. */
  readonly recommends: number;
  readonly refers: number;
  readonly reviews: number;
  readonly complains: number;
  /** Visits and looks without a purchase, for each order. */
  readonly looks: number;
}

const CAFE: Weighted<Category> = [
  ['hot', 46],
  ['cold', 18],
  ['cake', 18],
  ['food', 12],
  ['beans', 6],
];

export const TEMPERS: Readonly<Record<Temper, TemperTraits>> = {
  loyal: {
    gap: 11,
    regularity: 2,
    leaving: 0.022,
    mostOrders: 130,
    discounts: 0.08,
    basket: [
      [1, 4],
      [2, 4],
      [3, 2],
    ],
    taste: CAFE,
    returns: 0.008,
    answersSurveys: 0.05,
    recommends: 9.1,
    refers: 0.02,
    reviews: 0.006,
    complains: 0.004,
    looks: 0.2,
  },
  needLed: {
    gap: 27,
    regularity: 4,
    leaving: 0.07,
    mostOrders: 50,
    discounts: 0.05,
    basket: [
      [1, 7],
      [2, 2],
    ],
    taste: [
      ['beans', 70],
      ['gear', 8],
      ['hot', 22],
    ],
    returns: 0.02,
    answersSurveys: 0.05,
    recommends: 7.8,
    refers: 0.012,
    reviews: 0.006,
    complains: 0.008,
    looks: 0.3,
  },
  discountLed: {
    gap: 40,
    regularity: 1,
    leaving: 0.2,
    mostOrders: 40,
    discounts: 0.85,
    basket: [
      [1, 3],
      [2, 4],
      [3, 3],
    ],
    taste: [...CAFE, ['gear', 4], ['gift', 4]],
    returns: 0.03,
    answersSurveys: 0.05,
    recommends: 7.1,
    refers: 0.012,
    reviews: 0.005,
    complains: 0.012,
    looks: 0.6,
  },
  impulse: {
    gap: 75,
    regularity: 1,
    leaving: 0.55,
    mostOrders: 25,
    discounts: 0.2,
    basket: [
      [1, 3],
      [2, 3],
      [3, 2],
      [4, 2],
    ],
    taste: [
      ['hot', 20],
      ['cold', 16],
      ['cake', 20],
      ['food', 14],
      ['gear', 12],
      ['gift', 18],
    ],
    returns: 0.06,
    answersSurveys: 0.05,
    recommends: 7.3,
    refers: 0.012,
    reviews: 0.01,
    complains: 0.012,
    looks: 0.6,
  },
  wandering: {
    gap: 120,
    regularity: 1,
    leaving: 0.84,
    mostOrders: 12,
    discounts: 0.25,
    basket: [
      [1, 8],
      [2, 1],
    ],
    taste: CAFE,
    returns: 0.03,
    answersSurveys: 0.03,
    recommends: 6.4,
    refers: 0.005,
    reviews: 0.006,
    complains: 0.012,
    looks: 4,
  },
};

const COMERS: Weighted<Temper> = [
  ['loyal', 11],
  ['needLed', 12],
  ['discountLed', 15],
  ['impulse', 26],
  ['wandering', 36],
];

/** Those whom a friend brought stay more often. */
const REFERRED: Weighted<Temper> = [
  ['loyal', 32],
  ['needLed', 24],
  ['discountLed', 16],
  ['impulse', 18],
  ['wandering', 10],
];

export function temperOf(referred: boolean, chance: Chance): Temper {
  return chance.weighted(referred ? REFERRED : COMERS);
}
