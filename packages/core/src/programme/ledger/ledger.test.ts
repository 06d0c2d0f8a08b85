import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { doInBook, LEDGER_START, type LedgerDeed, ledgerDeeds, seededChance } from '../../testing/index.ts';
import { holdsFor } from '../../testing/properties.ts';
import { type Book, ledgerModel } from './index.ts';

const DAY = 86_400_000;
const NOW = LEDGER_START;
const P = 0;
const seeds = fc.tuple(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.integer({ min: 1, max: 60 }));

function played(deeds: readonly LedgerDeed[]): Book {
  const book = ledgerModel.newBook();
  for (const deed of deeds) doInBook(book, deed);
  return book;
}

const picture = (book: Book): string[] =>
  book.lots
    .filter(({ remaining }) => remaining !== 0)
    .map(({ holder, wallet, remaining, at, expiresAt }) =>
      [holder, wallet, remaining, at, expiresAt].join(' '),
    )
    .sort();

/** So many units, vested and good for so many days (null: for ever). */
function give(book: Book, key: string, units: number, days: number | null = null, now = NOW): void {
  const expiresAt = days === null ? null : now + days * DAY;
  ledgerModel.earn(book, { holder: P, wallet: 'points', units, now, key, availableFrom: now, expiresAt });
}

function spend(book: Book, key: string, units: number, now = NOW): boolean {
  const held = ledgerModel.hold(book, { holder: P, wallet: 'points', units, now, key, until: now + DAY });
  return held.ok && ledgerModel.capture(book, key, now).ok;
}

const left = (book: Book): number[] => book.lots.map(({ remaining }) => remaining);

/** What is there at the end of a sequence without claw-backs and with nothing held: somebody walks into the shop. */
function start(seed: number, length: number): { book: Book; now: number } {
  const deeds: LedgerDeed[] = ledgerDeeds(seed, length).filter((deed) => deed.do !== 'takeBack');
  const book = played(deeds);
  for (const key of book.holds.keys()) ledgerModel.release(book, key);
  const now = (deeds.at(-1)?.now ?? NOW) + 1;
  ledgerModel.expire(book, now);
  return { book, now };
}

/** Buys, and brings everything back in parts and in any order, while days go by. */
function buyAndReturn(seed: number, book: Book, from: number): number {
  const chance = seededChance(seed);
  let now = from;
  const negative = chance.pick(['allow', 'clamp'] as const);
  const toReturn: { key: string; units: number; isCredit: boolean }[] = [];
  for (let order = 0; order < 6; order += 1) {
    const holder = chance.int(0, 2);
    const units = chance.int(1, 60);
    const key = `bought ${order}`;
    const base = { holder, wallet: 'points', units, now, key };
    const isCredit = chance.pick([true, false]);
    if (isCredit) {
      const expiresAt = chance.pick([null, now + chance.int(1, 4) * DAY]);
      ledgerModel.earn(book, { ...base, availableFrom: now, expiresAt });
      toReturn.push({ key, units, isCredit });
    } else if (ledgerModel.hold(book, { ...base, until: now + 1 }).ok) {
      ledgerModel.capture(book, key, now);
      toReturn.push({ key, units, isCredit });
    }
  }
  for (let part = 0; toReturn.some(({ units }) => units > 0); part += 1) {
    now += chance.pick([0, DAY]);
    if (chance.pick([true, false])) ledgerModel.expire(book, now);
    const one = chance.pick(toReturn.filter(({ units }) => units > 0));
    const units = chance.int(1, one.units);
    one.units -= units;
    const key = `returned ${part}`;
    const result = one.isCredit
      ? ledgerModel.takeBack(book, { key, units, now, earned: one.key, negative })
      : ledgerModel.giveBack(book, { key, units, now, spend: one.key });
    expect(result.ok).toBe(true);
    expect(ledgerModel.faultsOf(book)).toEqual([]);
  }
  ledgerModel.expire(book, now);
  return now;
}

describe('over random sequences of deeds', () => {
  it('entries sum to zero, and no lot falls below nothing or rises above what it got', () => {
    holdsFor(
      'ledger sums',
      300,
      fc.property(seeds, ([seed, length]) => {
        const book = ledgerModel.newBook();
        for (const deed of ledgerDeeds(seed, length)) {
          doInBook(book, deed);
          expect(ledgerModel.faultsOf(book)).toEqual([]);
        }
      }),
    );
  });

  it('returning everything restores every lot, in whatever parts and order; what expired meanwhile stays expired', () => {
    holdsFor(
      'ledger returns',
      300,
      fc.property(seeds, ([seed, length]) => {
        const without = start(seed, length);
        const { book, now } = start(seed, length);
        const end = buyAndReturn(seed, book, now);
        ledgerModel.expire(without.book, end);
        expect(picture(book)).toEqual(picture(without.book));
      }),
    );
  });

  it('a deed that is repeated changes nothing', () => {
    holdsFor(
      'ledger repeats',
      200,
      fc.property(seeds, ([seed, length]) => {
        const deeds: LedgerDeed[] = ledgerDeeds(seed, length).filter(
          (deed) => deed.do !== 'hold' && deed.do !== 'merge' && deed.do !== 'unmerge',
        );
        expect(
          played(deeds.flatMap((deed): LedgerDeed[] => (deed.do === 'expire' ? [deed] : [deed, deed]))),
        ).toEqual({
          ...played(deeds),
          kin: expect.any(Function),
        });
      }),
    );
  });

  it('what happens to people who have nothing to do with each other may arrive in any order', () => {
    holdsFor(
      'ledger order',
      200,
      fc.property(seeds, ([seed, length]) => {
        // None is held for too long: who frees it would depend on who came next.
        const deeds = ledgerDeeds(seed, length)
          .filter((deed) => !['transfer', 'merge', 'unmerge', 'expire'].includes(deed.do))
          .map(
            (deed): LedgerDeed => (deed.do === 'hold' ? { ...deed, until: Number.MAX_SAFE_INTEGER } : deed),
          );
        const owners = new Map(deeds.flatMap((deed) => ('holder' in deed ? [[deed.key, deed.holder]] : [])));
        const ownerOf = (deed: LedgerDeed): number =>
          'holder' in deed ? deed.holder : (owners.get('of' in deed ? deed.of : '') ?? 0);
        const byPerson = deeds.toSorted((a, b) => ownerOf(b) - ownerOf(a));
        expect(picture(played(byPerson))).toEqual(picture(played(deeds)));
      }),
    );
  });

  it('credits that arrive in another order are spent in the same', () => {
    holdsFor(
      'ledger arrival',
      200,
      fc.property(seeds, ([seed, length]) => {
        const chance = seededChance(seed);
        const credits = Array.from({ length }, (_, place) => ({
          key: `c${place}`,
          units: chance.int(1, 9),
          days: chance.pick([null, chance.int(2, 9)]),
        }));
        const spent = (order: typeof credits): string[] => {
          const book = ledgerModel.newBook();
          for (const { key, units, days } of order) give(book, key, units, days, NOW + Number(key.slice(1)));
          spend(book, 's', 2 * length, NOW + DAY);
          return picture(book);
        };
        expect(spent(credits.toReversed())).toEqual(spent(credits));
      }),
    );
  });
});

describe('what is spent', () => {
  it.each([
    {
      lots: [
        ['a', 30, 20],
        ['b', 30, 10],
      ],
      units: 40,
      left: [20, 0],
      why: 'the soonest to expire first',
    },
    {
      lots: [
        ['a', 30, null],
        ['b', 30, 10],
      ],
      units: 40,
      left: [20, 0],
      why: 'what never expires last',
    },
    {
      lots: [
        ['a', 30, 10],
        ['b', 30, 10],
      ],
      units: 40,
      left: [0, 20],
      why: 'of two that expire together the older',
    },
    { lots: [['a', 30, 10]], units: 31, left: [30], why: 'nothing, when it is not enough' },
  ] as const)('is $why', ({ lots, units, left: expected }) => {
    const book = ledgerModel.newBook();
    for (const [key, got, days] of lots) give(book, key, got, days);
    spend(book, 's', units);
    expect(left(book)).toEqual(expected);
  });

  it('comes back to the lots taken last, so that spending 80 and getting 30 back is spending 50', () => {
    const book = ledgerModel.newBook();
    give(book, 'a', 60, 10);
    give(book, 'b', 40, 20);
    spend(book, 's', 80);
    ledgerModel.giveBack(book, { spend: 's', units: 30, now: NOW, key: 'r' });
    expect(left(book)).toEqual([10, 40]);
  });

  it('does not come back to a lot that has expired meanwhile: it is posted there and expires at once', () => {
    const book = ledgerModel.newBook();
    give(book, 'a', 60, 10);
    spend(book, 's', 60);
    ledgerModel.giveBack(book, { spend: 's', units: 60, now: NOW + 11 * DAY, key: 'r' });
    expect(left(book)).toEqual([0]);
    expect(book.deeds.at(-1)?.entries.map(({ units, against }) => [units, against])).toEqual([
      [60, 'redeemed'],
      [-60, 'expired'],
    ]);
  });
});

describe('what is taken back after it was spent', () => {
  const spentAll = (): Book => {
    const book = ledgerModel.newBook();
    give(book, 'a', 60, 10);
    spend(book, 's', 60);
    return book;
  };
  const back = (book: Book, negative: 'allow' | 'clamp', now = NOW) =>
    ledgerModel.takeBack(book, { earned: 'a', units: 60, now, key: 'r', negative });

  it('is a debt that the next credit pays first', () => {
    const book = spentAll();
    back(book, 'allow');
    expect(ledgerModel.owedBy(book, P, 'points')).toBe(60);
    give(book, 'b', 100);
    expect(ledgerModel.owedBy(book, P, 'points')).toBe(0);
    expect(ledgerModel.available(book, P, 'points', NOW)).toBe(40);
  });

  it('or is written off by an entry of its own', () => {
    const book = spentAll();
    back(book, 'clamp');
    expect(ledgerModel.balance(book, P, 'points')).toBe(0);
    expect(book.lots[0]).toMatchObject({ remaining: 0, reversed: 60, writtenOff: 60 });
  });

  it('is not asked for again where it has expired', () => {
    const book = ledgerModel.newBook();
    give(book, 'a', 60, 10);
    ledgerModel.expire(book, NOW + 11 * DAY);
    back(book, 'allow', NOW + 12 * DAY);
    expect(ledgerModel.owedBy(book, P, 'points')).toBe(0);
    expect(book.lots[0]).toMatchObject({ remaining: 0, reversed: 60, expired: 0 });
  });

  it('is paid by other lots, which get it back when what was spent is given back', () => {
    const book = spentAll();
    give(book, 'b', 50, 20);
    back(book, 'allow');
    expect(left(book)).toEqual([0, 0, -10]);
    ledgerModel.giveBack(book, { spend: 's', units: 60, now: NOW, key: 'g' });
    expect(left(book)).toEqual([0, 50, 0]);
  });
});
