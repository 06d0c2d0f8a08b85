import type { Fact } from '@nardeban/core/facts';
import { LEVEL_FACTS, levelTimeline, type Programme, worthOf } from '@nardeban/core/programme';
import type { Instant, Language } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { calendarOf, readingOfTypes, readPeople } from '../ladder/index.ts';
import { type Balance, balancesOf, programmeInForce } from '../programme/index.ts';

/** What a member has in one wallet of the club. */
export interface MemberWallet extends Omit<Balance, 'wallet'> {
  readonly key: string;
  readonly name: string;
  readonly unit: 'points' | 'money' | 'coin';
  /** What the available units take off at the till, in minor units; null: they cannot be spent there. */
  readonly worth: number | null;
}

/** Where a member stands among the club's levels, which are no ladder. */
export interface MemberLevel {
  readonly name: string;
  /** In the words of the business; null: it said none. */
  readonly brings: string | null;
  readonly next: {
    readonly name: string;
    readonly missing: number;
    readonly brings: string | null;
  } | null;
  /** What is counted: money, orders, points, or the largest invoice. */
  readonly by: NonNullable<Programme['levels']>['by'];
  readonly falls: Instant | null;
}

export interface MemberClub {
  readonly name: string | null;
  readonly wallets: readonly MemberWallet[];
  readonly level: MemberLevel | null;
}

interface Reader {
  readonly now: Instant;
  readonly language: Language;
}

/** The wallets of the programme in its order, empty ones too, then what is left in wallets that are no more; and the level. */
export async function clubOf(
  tx: Tx,
  business: Business,
  person: number,
  { now, language }: Reader,
): Promise<MemberClub> {
  const programme = (await programmeInForce(tx))?.definition ?? null;
  const balances = new Map(
    (await balancesOf(tx, { kind: 'person', id: person }, { now })).map((one) => [one.wallet, one]),
  );
  const wallets = (programme?.wallets ?? []).map((wallet): MemberWallet => {
    const { wallet: _, ...balance } = balances.get(wallet.key) ?? { wallet: wallet.key, ...NOTHING };
    balances.delete(wallet.key);
    return {
      ...balance,
      key: wallet.key,
      name: wallet.name[language],
      unit: wallet.unit,
      worth: wallet.spending === undefined ? null : worthOf(wallet, balance.available),
    };
  });
  const left = [...balances.values()].map(
    ({ wallet, ...balance }): MemberWallet => ({
      ...balance,
      key: wallet,
      name: wallet,
      unit: 'points',
      worth: null,
    }),
  );
  return {
    name: programme?.name[language] ?? null,
    wallets: [...wallets, ...left.filter(({ available, pending, debt }) => available + pending + debt > 0)],
    level: programme === null ? null : await levelOf(tx, business, programme, person, { now, language }),
  };
}

const NOTHING = { available: 0, held: 0, pending: 0, debt: 0, vestsAt: null, expiring: [] };

async function levelOf(
  tx: Tx,
  business: Business,
  { levels }: Programme,
  person: number,
  { now, language }: Reader,
): Promise<MemberLevel | null> {
  if (levels === undefined) return null;
  let facts: readonly Fact[] = [];
  await readPeople(tx, [person], readingOfTypes(LEVEL_FACTS), ({ history }) => {
    facts = history.facts;
  });
  const { key, next, fallsAt } = levelTimeline(levels, facts, now, calendarOf(business));
  const named = (wanted: string) => levels.levels.find((one) => one.key === wanted);
  const level = named(key);
  if (level === undefined) return null;
  const above = next === null ? undefined : named(next.key);
  return {
    name: level.name[language],
    brings: level.brings?.[language] ?? null,
    next:
      next === null
        ? null
        : {
            name: above?.name[language] ?? next.key,
            missing: next.missing,
            brings: above?.brings?.[language] ?? null,
          },
    by: levels.by,
    falls: fallsAt,
  };
}
