import {
  exitDay,
  type BusinessCalendar,
  type Day,
  type Instant,
  type Zone,
  zoneOf,
} from '../../values/index.ts';
import { startOfPeriod } from '../earning/instants.ts';
import type { Levels } from './definition.ts';

/** Something that counts towards a level: an order, or points of the wallet that counts. Amounts are what was kept of it. */
export interface Counted {
  readonly at: Instant;
  readonly amount: number;
  /** Whether it is a purchase: gaps are between purchases. */
  readonly purchase: boolean;
}

export type LevelCause = 'reached' | 'fell' | 'gap' | 'returned';

/** One step between levels, by their places from the lowest (0). `value` is what was counted, `asked` what decided. */
export interface LevelMove {
  readonly at: Instant;
  readonly from: number;
  readonly to: number;
  readonly cause: LevelCause;
  readonly value: number;
  readonly asked: number;
}

export interface LevelState {
  readonly level: number;
  readonly value: number;
  /** The instant of the fall that comes if nothing more is counted; null: none is in sight. */
  readonly falls: Instant | null;
}

const NEVER: Day = Number.MAX_SAFE_INTEGER;
/** So many days on which something changes are looked at for a fall; nobody plans farther. */
const MOST_DAYS_AHEAD = 1000;

/**
 * The way of one person through the levels over what was counted, in order of time: up at once, down after the grace.
 * `each` is told every step before `until`. A fold without returns: those change what was counted, see `levelTimeline`.
 */
export function foldLevels(
  levels: Levels,
  counted: readonly Counted[],
  until: Instant,
  business: BusinessCalendar,
  each: (move: LevelMove) => void,
): LevelState {
  const walk = new LevelWalk(levels, business);
  let index = 0;
  for (;;) {
    const next = counted[index];
    const due = walk.due === NEVER ? Number.POSITIVE_INFINITY : walk.zone.startOf(walk.due);
    const now = Math.min(next?.at ?? Number.POSITIVE_INFINITY, due);
    if (now > until || now === Number.POSITIVE_INFINITY) break;
    walk.gaps(now, each);
    for (let one = counted[index]; one !== undefined && one.at <= now; one = counted[++index]) walk.add(one);
    walk.settle(now, each);
  }
  const day = walk.zone.dayOf(until);
  const state = { level: walk.level, value: walk.valueOn(day) };
  return { ...state, falls: walk.fallAhead() };
}

class LevelWalk {
  readonly zone: Zone;
  /** The next day on which the level could change by time alone. */
  due: Day = NEVER;
  readonly #levels: Levels;
  readonly #business: BusinessCalendar;
  readonly #days: Day[] = [];
  readonly #amounts: number[] = [];
  #level = 0;
  #lastPurchase: Day | null = null;
  /** After a fall for a gap: from which place on and with what credit the way up is counted anew. */
  #anew: { readonly from: number; readonly credit: number } | null = null;
  #lacking: Day | null = null;
  #fall: Day = NEVER;

  constructor(levels: Levels, business: BusinessCalendar) {
    this.#levels = levels;
    this.#business = business;
    this.zone = zoneOf(business.zone);
  }

  add({ at, amount, purchase }: Counted): void {
    const day = this.zone.dayOf(at);
    this.#days.push(day);
    this.#amounts.push(amount);
    if (purchase) this.#lastPurchase = day;
  }

  settle(now: Instant, each: (move: LevelMove) => void): void {
    const today = this.zone.dayOf(now);
    const value = this.valueOn(today);
    const reached = this.#levelOf(value);
    const step = (to: number, cause: LevelCause): void => {
      const asked = this.#from(cause === 'reached' ? to : this.#level);
      each({ at: now, from: this.#level, to, cause, value, asked });
      this.#level = to;
    };
    if (reached > this.#level) step(reached, 'reached');
    if (reached >= this.#level || this.#levels.down === 'never') {
      this.#lacking = null;
      this.#fall = NEVER;
    } else {
      if (this.#lacking === null) this.#await(today);
      if (today >= this.#fall) {
        step(this.#levels.down === 'step' ? this.#level - 1 : reached, 'fell');
        if (reached < this.#level) this.#awaitAgain(today);
        else {
          this.#lacking = null;
          this.#fall = NEVER;
        }
      }
    }
    this.due = Math.min(this.#fall, this.#nextWindow(today), this.#gapDue());
  }

  get level(): number {
    return this.#level;
  }

  /** Goes on without anything more being counted, up to the first fall. The walk cannot be used any more. */
  fallAhead(): Instant | null {
    const falls: Instant[] = [];
    const each = ({ at, from, to }: LevelMove): void => {
      if (to < from) falls.push(at);
    };
    for (let days = 0; this.due !== NEVER && falls.length === 0 && days < MOST_DAYS_AHEAD; days++) {
      const now = this.zone.startOf(this.due);
      this.gaps(now, each);
      this.settle(now, each);
    }
    return falls[0] ?? null;
  }

  /** What counts on a day: the best that the span and, after a gap, the count anew both allow. */
  valueOn(day: Day): number {
    const spanned = this.#spanned(day);
    if (this.#anew === null) return spanned;
    const since = this.#measure(this.#anew.from, this.#days.length);
    const anew =
      this.#levels.by === 'invoice' ? Math.max(this.#anew.credit, since) : this.#anew.credit + since;
    return Math.min(spanned, anew);
  }

  #spanned(day: Day): number {
    const { span } = this.#levels;
    const end = this.#days.length;
    if (span.kind === 'ever') return this.#measure(0, end);
    if (span.kind === 'rolling') return this.#measure(this.#firstWithin(day), end);
    let best = 0;
    const { calendar } = this.#business;
    for (let back = 0; back <= span.keeps; back++) {
      const from = this.#placeOf(startOfPeriod(day, span.unit, -back, calendar));
      const to = this.#placeOf(startOfPeriod(day, span.unit, 1 - back, calendar));
      best = Math.max(best, this.#measure(from, to));
    }
    return best;
  }

  #measure(from: number, to: number): number {
    let value = 0;
    for (let place = from; place < to; place++) {
      const amount = this.#amounts[place] ?? 0;
      if (this.#levels.by === 'orders') value += 1;
      else value = this.#levels.by === 'invoice' ? Math.max(value, amount) : value + amount;
    }
    return value;
  }

  /** The first place whose day is not before a day. */
  #placeOf(day: Day): number {
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#days[middle] ?? NEVER) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #firstWithin(day: Day): number {
    const { span } = this.#levels;
    if (span.kind !== 'rolling') return 0;
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (exitDay(this.#days[middle] ?? NEVER, span.window, this.#business.calendar) <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The next day on which something leaves the span. */
  #nextWindow(day: Day): Day {
    const { span } = this.#levels;
    const still = this.#levels.down === 'never';
    if (span.kind === 'ever' || still || (this.#level === 0 && this.#lacking === null)) return NEVER;
    if (span.kind === 'calendar') return startOfPeriod(day, span.unit, 1, this.#business.calendar);
    const first = this.#days[this.#firstWithin(day)];
    return first === undefined ? NEVER : exitDay(first, span.window, this.#business.calendar);
  }

  #await(today: Day): void {
    this.#lacking = today;
    const { grace } = this.#levels;
    this.#fall = grace === undefined ? today : exitDay(today, grace, this.#business.calendar);
  }

  #awaitAgain(today: Day): void {
    const { grace, span } = this.#levels;
    this.#lacking = today;
    if (grace !== undefined) this.#fall = exitDay(today, grace, this.#business.calendar);
    else if (span.kind === 'calendar')
      this.#fall = startOfPeriod(today, span.unit, 1, this.#business.calendar);
    else this.#fall = today + 1;
  }

  #gapDue(): Day {
    const { gap } = this.#levels;
    if (gap === undefined || this.#lastPurchase === null || this.#level === 0) return NEVER;
    return exitDay(this.#lastPurchase, gap, this.#business.calendar) + 1;
  }

  /** Down one level for every stretch without a purchase that ended by now. */
  gaps(now: Instant, each: (move: LevelMove) => void): void {
    const today = this.zone.dayOf(now);
    for (let due = this.#gapDue(); due <= today; due = this.#gapDue()) {
      const to = this.#level - 1;
      const value = this.valueOn(due);
      const asked = this.#from(this.#level);
      each({ at: this.zone.startOf(due), from: this.#level, to, cause: 'gap', value, asked });
      this.#level = to;
      this.#anew = { from: this.#days.length, credit: this.#from(to) };
      this.#lastPurchase = due - 1;
    }
  }

  #levelOf(value: number): number {
    let reached = 0;
    for (const [place, { from }] of this.#levels.levels.entries()) if (value >= from) reached = place;
    return reached;
  }

  #from(level: number): number {
    return this.#levels.levels[level]?.from ?? 0;
  }
}
