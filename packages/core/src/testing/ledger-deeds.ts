import { type Book, ledgerModel } from '../programme/index.ts';
import type { Instant } from '../values/index.ts';
import { type Chance, seededChance } from './chance.ts';

/** Something that is done to a ledger; `key` tells it apart, and what it is about is named by the key of that. */
export type LedgerDeed = { readonly key: string; readonly now: Instant } & (
  | {
      readonly do: 'earn' | 'adjust';
      readonly holder: number;
      readonly wallet: string;
      readonly units: number;
      readonly availableFrom: Instant;
      readonly expiresAt: Instant | null;
    }
  | {
      readonly do: 'hold';
      readonly holder: number;
      readonly wallet: string;
      readonly units: number;
      readonly until: Instant;
    }
  | { readonly do: 'capture'; readonly of: string; readonly units: number | undefined }
  | { readonly do: 'release'; readonly of: string }
  | { readonly do: 'giveBack'; readonly of: string; readonly units: number }
  | {
      readonly do: 'takeBack';
      readonly of: string;
      readonly units: number;
      readonly negative: 'allow' | 'clamp';
    }
  | {
      readonly do: 'transfer';
      readonly holder: number;
      readonly to: number;
      readonly wallet: string;
      readonly units: number;
    }
  | { readonly do: 'expire' }
  | { readonly do: 'merge' | 'unmerge' }
);

export const LEDGER_START = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WALLETS = ['points', 'cash'];
export const LEDGER_PEOPLE = 3;

/**
 * A sequence of deeds on three people (numbered from 0) and two wallets, in the order of time, many of them about the same
 * few lots. Some ask for too much and are refused. The first two people are merged and unmerged now and then.
 */
export function ledgerDeeds(seed: number, length: number): LedgerDeed[] {
  const chance = seededChance(seed);
  const deeds: LedgerDeed[] = [];
  let now = LEDGER_START;
  let isMerged = false;
  for (let number = 0; number < length; number += 1) {
    now += chance.weighted([
      [0, 4],
      [HOUR, 4],
      [DAY, 3],
      [6 * DAY, 1],
    ]);
    const deed = draw(chance, deeds, { key: `k${number}`, now }, isMerged);
    if (deed.do === 'merge') isMerged = true;
    if (deed.do === 'unmerge') isMerged = false;
    deeds.push(deed);
  }
  return deeds;
}

function draw(
  chance: Chance,
  before: readonly LedgerDeed[],
  base: { readonly key: string; readonly now: Instant },
  isMerged: boolean,
): LedgerDeed {
  const { now } = base;
  const who = { holder: chance.int(0, LEDGER_PEOPLE - 1), wallet: chance.pick(WALLETS) };
  const kind = chance.weighted<LedgerDeed['do']>([
    ['earn', 8],
    ['hold', 6],
    ['capture', 6],
    ['release', 1],
    ['giveBack', 4],
    ['takeBack', 5],
    ['adjust', 1],
    ['transfer', 1],
    ['expire', 2],
    ['merge', 1],
  ]);
  const of = (wanted: readonly LedgerDeed['do'][]): string | null => {
    const found = before.filter((deed) => wanted.includes(deed.do));
    return found.length === 0 ? null : chance.pick(found).key;
  };
  const about = of(kind === 'giveBack' || kind === 'capture' || kind === 'release' ? ['hold'] : ['earn']);
  switch (kind) {
    case 'earn':
    case 'adjust': {
      const availableFrom = now + chance.pick([0, 0, 2 * DAY]);
      const expiresAt = chance.pick([null, availableFrom + chance.int(1, 12) * DAY]);
      const units = kind === 'earn' ? chance.int(1, 100) : chance.int(1, 40) * chance.pick([1, -1]);
      return {
        do: kind,
        ...base,
        ...who,
        units,
        availableFrom: kind === 'earn' ? availableFrom : now,
        expiresAt,
      };
    }
    case 'hold':
      return {
        do: kind,
        ...base,
        ...who,
        units: chance.int(1, 80),
        until: now + chance.pick([HOUR, 3 * DAY]),
      };
    case 'transfer':
      return { do: kind, ...base, ...who, to: chance.int(0, LEDGER_PEOPLE - 1), units: chance.int(1, 40) };
    case 'merge':
      return { do: isMerged ? 'unmerge' : 'merge', ...base };
    case 'expire':
      return { do: kind, ...base };
    default:
      if (about === null) return { do: 'expire', ...base };
  }
  switch (kind) {
    case 'capture':
      return { do: kind, ...base, of: about, units: chance.pick([undefined, undefined, chance.int(0, 60)]) };
    case 'release':
      return { do: kind, ...base, of: about };
    case 'giveBack':
      return { do: kind, ...base, of: about, units: chance.int(1, 60) };
    default:
      return {
        do: 'takeBack',
        ...base,
        of: about,
        units: chance.int(1, 90),
        negative: chance.pick(['allow', 'allow', 'clamp']),
      };
  }
}

/** Does a deed in the book; answers the code of the refusal, null when it was done. */
export function doInBook(book: Book, deed: LedgerDeed): string | null {
  const { now, key } = deed;
  const code = (result: ReturnType<typeof ledgerModel.hold>): string | null =>
    result.ok ? null : result.refusal.code;
  switch (deed.do) {
    case 'earn':
      ledgerModel.earn(book, deed);
      return null;
    case 'adjust':
      return code(ledgerModel.adjust(book, deed));
    case 'hold':
      return code(ledgerModel.hold(book, deed));
    case 'capture':
      return code(ledgerModel.capture(book, deed.of, now, deed.units));
    case 'release':
      ledgerModel.release(book, deed.of);
      return null;
    case 'giveBack':
      return code(ledgerModel.giveBack(book, { key, now, units: deed.units, spend: deed.of }));
    case 'takeBack': {
      const { units, negative } = deed;
      return code(ledgerModel.takeBack(book, { key, now, units, negative, earned: deed.of }));
    }
    case 'transfer':
      return code(ledgerModel.transfer(book, deed));
    case 'expire':
      ledgerModel.expire(book, now);
      return null;
    case 'merge':
    case 'unmerge':
      book.kin = deed.do === 'merge' ? (who) => (who < 2 ? [0, 1] : [who]) : (who) => [who];
      return null;
  }
}
