import { levelTimeline, nextAnniversary, type Programme, worthOf } from '@nardeban/core/programme';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { calendarOf } from '../../ladder/index.ts';
import { balancesOf, entriesOf } from '../ledger/balances.ts';
import type { Balance, LedgerEntry } from '../ledger/types.ts';
import { clubState, personState } from './person-state.ts';

/** One person in the club, as a member of staff reads it. */
export interface PersonInClub {
  readonly version: number;
  readonly member: boolean;
  /** What they have in each wallet; those they never had anything in stand at nothing. */
  readonly wallets: readonly (Balance & {
    readonly name: Programme['name'];
    readonly unit: Programme['wallets'][number]['unit'];
    /** What can be spent now takes so much off at the till, in minor units. */
    readonly worth: number;
  })[];
  readonly level: {
    readonly key: string;
    readonly name: Programme['name'];
    readonly since: Instant | null;
    readonly value: number;
    readonly next: {
      readonly key: string;
      readonly name: Programme['name'];
      readonly missing: number;
    } | null;
    readonly fallsAt: Instant | null;
    readonly moves: readonly {
      readonly at: Instant;
      readonly from: string;
      readonly to: string;
      readonly cause: 'reached' | 'fell' | 'gap' | 'returned';
      readonly value: number;
      readonly asked: number;
    }[];
  } | null;
  readonly nextAnniversary: Instant | null;
  readonly entries: readonly (LedgerEntry & {
    /** The rule that gave it, in words; null: none did, or it is gone from the programme. */
    readonly ruleName: Programme['name'] | null;
  })[];
}

/** So many steps between levels are told, the last ones. */
const MOST_MOVES = 50;

/** Null: the business has no club. `before`: the last transaction of the page before. */
export async function personInClub(
  tx: Tx,
  business: Business,
  person: number,
  now: Instant,
  page: { readonly before: number | undefined; readonly limit: number },
): Promise<PersonInClub | null> {
  const club = await clubState(tx, business);
  if (club === null) return null;
  const { definition, version } = club.inForce;
  const state = await personState(tx, business, club, person, now);
  const holder = { kind: 'person', id: person } as const;
  const balances = new Map((await balancesOf(tx, holder, { now })).map((one) => [one.wallet, one]));
  const entries = await entriesOf(tx, holder, page);
  const ruleNames = new Map(
    club.versions.flatMap((one) => one.definition.rules.map(({ key, name }) => [key, name] as const)),
  );
  return {
    version,
    member:
      definition.membership === 'everybody' ||
      state.facts.some(({ type, at }) => type === 'club.joined' && at <= now),
    wallets: definition.wallets.map((wallet) => {
      const balance = balances.get(wallet.key) ?? emptyOf(wallet.key);
      return { ...balance, name: wallet.name, unit: wallet.unit, worth: worthOf(wallet, balance.available) };
    }),
    level: levelOf(definition, state.facts, now, business),
    nextAnniversary: nextAnniversary(state.asked),
    entries: entries.map((entry) => ({ ...entry, ruleName: ruleNames.get(entry.cause.rule ?? '') ?? null })),
  };
}

function emptyOf(wallet: string): Balance {
  return { wallet, available: 0, held: 0, pending: 0, debt: 0, vestsAt: null, expiring: [] };
}

function levelOf(
  { levels }: Programme,
  facts: Parameters<typeof levelTimeline>[1],
  now: Instant,
  business: Business,
): PersonInClub['level'] {
  if (levels === undefined) return null;
  const found = levelTimeline(levels, facts, now, calendarOf(business));
  const keyOf = (place: number): string => levels.levels[place]?.key ?? '';
  const nameOf = (key: string): Programme['name'] =>
    levels.levels.find((level) => level.key === key)?.name ?? levels.name;
  const { key, since, value, next, fallsAt, moves } = found;
  return {
    key,
    name: nameOf(key),
    since,
    value,
    next: next === null ? null : { ...next, name: nameOf(next.key) },
    fallsAt,
    moves: moves
      .slice(-MOST_MOVES)
      .map(({ from, to, ...move }) => ({ ...move, from: keyOf(from), to: keyOf(to) })),
  };
}
