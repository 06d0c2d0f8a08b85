import type { Words } from '../../ladder/index.ts';
import type { Programme } from '../definition.ts';
import type { Wallet } from '../wallet.ts';

/** A club the product ships as a beginning, with what whoever chooses reads. */
export interface ClubPreset {
  readonly key: string;
  readonly title: Words;
  readonly description: Words;
  /** What it costs, as a shop owner reckons it. */
  readonly costs: Words;
  readonly programme: Programme;
}

/** Amounts of the presets are in rials, the minor unit; people read them in tomans. */
export const TOMAN = 10;

export const pointsWallet = (worth: Wallet['worth'], more: Partial<Wallet> = {}): Wallet => ({
  key: 'points',
  name: { fa: 'امتیاز', en: 'Points' },
  unit: 'points',
  worth,
  vesting: 0,
  expiry: { kind: 'after', unit: 'month', count: 12 },
  negative: 'allow',
  spending: {},
  ...more,
});

export const creditWallet = (more: Partial<Wallet> = {}): Wallet => ({
  key: 'credit',
  name: { fa: 'اعتبار خرید', en: 'Shopping credit' },
  unit: 'money',
  worth: { points: 1, amount: 1 },
  vesting: 0,
  expiry: { kind: 'never' },
  negative: 'allow',
  spending: {},
  ...more,
});
