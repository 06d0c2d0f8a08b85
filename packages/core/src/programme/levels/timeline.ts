import type { Fact } from '../../facts/index.ts';
import type { BusinessCalendar, Instant } from '../../values/index.ts';
import type { Levels } from './definition.ts';
import { foldLevels, type Counted, type LevelMove, type LevelState } from './standing.ts';

/** Where somebody stands among the levels of the club, how they came there, and what comes next. */
export interface LevelTimeline {
  /** The level now, by its place from the lowest (0), and by its key. */
  readonly level: number;
  readonly key: string;
  readonly since: Instant | null;
  /** What was counted for it now. */
  readonly value: number;
  readonly moves: readonly LevelMove[];
  /** The next level up and how much is missing; null at the top. */
  readonly next: { readonly key: string; readonly missing: number } | null;
  /** The instant of the next fall if nothing more is bought; null: none is in sight. */
  readonly fallsAt: Instant | null;
}

/** The fact types that levels are made of. */
export const LEVEL_FACTS = ['order.paid', 'order.returned', 'points.earned', 'points.reversed'] as const;

/** What came back, and of which order; without one it lessens what was counted last. */
interface TakenBack {
  readonly at: Instant;
  readonly order: string | undefined;
  readonly amount: number;
}

interface Entry {
  readonly at: Instant;
  readonly order: string | undefined;
  readonly purchase: boolean;
  readonly amount: number;
}

/**
 * The levels of one person over their facts. A return undoes what the order made: from then on the person stands where
 * they would stand had the goods never been bought, without grace. An order that came back whole counts as none.
 */
export function levelTimeline(
  levels: Levels,
  facts: readonly Fact[],
  asOf: Instant,
  business: BusinessCalendar,
): LevelTimeline {
  const { entries, returns } = sorted(levels, facts, asOf);
  const moves: LevelMove[] = [];
  let shown = 0;
  let from = Number.NEGATIVE_INFINITY;
  let state: LevelState = { level: 0, value: 0, falls: null };
  const told: TakenBack[] = [];
  for (let index = 0; index <= returns.length; index++) {
    const next = returns[index];
    const until = next === undefined ? asOf : next.at - 1;
    const began = from;
    const counted = keptOf(levels, entries, told);
    const made: LevelMove[] = [];
    state = foldLevels(levels, counted, until, business, (move) => {
      if (move.at >= began) made.push(move);
    });
    const stood = made[0]?.from ?? state.level;
    if (shown !== stood) {
      const { value } = foldLevels(levels, counted, began, business, () => undefined);
      moves.push({
        at: began,
        from: shown,
        to: stood,
        cause: 'returned',
        value,
        asked: askedOf(levels, shown),
      });
    }
    moves.push(...made);
    shown = state.level;
    if (next === undefined) break;
    told.push(next);
    from = next.at;
  }
  return described(levels, state, moves);
}

function askedOf(levels: Levels, level: number): number {
  return levels.levels[level]?.from ?? 0;
}

function described(levels: Levels, state: LevelState, moves: readonly LevelMove[]): LevelTimeline {
  const next = levels.levels[state.level + 1];
  return {
    level: state.level,
    key: levels.levels[state.level]?.key ?? '',
    since: moves.at(-1)?.at ?? null,
    value: state.value,
    moves,
    next: next === undefined ? null : { key: next.key, missing: Math.max(0, next.from - state.value) },
    fallsAt: state.falls,
  };
}

function sorted(
  levels: Levels,
  facts: readonly Fact[],
  asOf: Instant,
): { readonly entries: readonly Entry[]; readonly returns: readonly TakenBack[] } {
  const entries: Entry[] = [];
  const returns: TakenBack[] = [];
  const byPoints = levels.by === 'points';
  for (const { type, at, data } of facts) {
    if (at > asOf) continue;
    const order = typeof data['order'] === 'string' ? data['order'] : undefined;
    const amount = Number(data['amount'] ?? 0);
    const points = data['wallet'] === levels.wallet ? Number(data['points'] ?? 0) : 0;
    if (type === 'order.paid') entries.push({ at, order, purchase: true, amount: byPoints ? 0 : amount });
    else if (type === 'order.returned' && !byPoints) returns.push({ at, order, amount });
    else if (type === 'points.earned' && byPoints && points > 0)
      entries.push({ at, order, purchase: false, amount: points });
    else if (type === 'points.reversed' && byPoints && points > 0)
      returns.push({ at, order, amount: points });
  }
  const byTime = (a: { readonly at: Instant }, b: { readonly at: Instant }): number => a.at - b.at;
  return { entries: entries.sort(byTime), returns: returns.sort(byTime) };
}

/** What counts once these returns are known. A return without an order, or of an unknown one, lessens the latest before it. */
function keptOf(levels: Levels, entries: readonly Entry[], returns: readonly TakenBack[]): Counted[] {
  const left = entries.map(({ amount }) => amount);
  for (const { at, order, amount } of returns) {
    let rest = amount;
    const named =
      order !== undefined && entries.some((entry) => entry.order === order && takes(levels, entry));
    for (let place = entries.length - 1; place >= 0 && rest > 0; place--) {
      const entry = entries[place];
      if (entry === undefined || !takes(levels, entry)) continue;
      if (named ? entry.order !== order : entry.at > at) continue;
      const taken = Math.min(rest, left[place] ?? 0);
      left[place] = (left[place] ?? 0) - taken;
      rest -= taken;
    }
  }
  const counted: Counted[] = [];
  for (const [place, { at, purchase, amount }] of entries.entries()) {
    const kept = left[place] ?? 0;
    const gone = kept === 0 && amount > 0;
    if (!gone) counted.push({ at, amount: kept, purchase });
  }
  return counted;
}

/** Whether a return lessens this: with points those that were earned, else orders. */
function takes(levels: Levels, entry: Entry): boolean {
  return levels.by === 'points' ? !entry.purchase : entry.purchase;
}
