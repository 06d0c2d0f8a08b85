import type { FactData, FactType } from '@nardeban/core/facts';
import { addMonths, type Day, type Instant, type Zone, zoneOf } from '@nardeban/core/values';
import type { PretendIdentity } from './identities.ts';

/** What a pretend world is made from: the same plan gives the same people with the same facts. */
export interface Plan {
  readonly seed: number;
  /** About how many people there are: the last household is told whole, and of a few there is nothing to tell yet. */
  readonly people: number;
  /** The moment the world ends: nothing has happened later. A later one on the same day only adds facts. */
  readonly now: Instant;
  readonly zone: string;
  /** How far back the records reach. */
  readonly span: { readonly years: number } | { readonly days: number };
}

export interface World extends Omit<Plan, 'zone'> {
  readonly zone: Zone;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

export function worldOf(plan: Plan): World {
  const zone = zoneOf(plan.zone);
  const lastDay = zone.dayOf(plan.now);
  const firstDay =
    'days' in plan.span
      ? lastDay - plan.span.days + 1
      : addMonths(lastDay, -12 * plan.span.years, 'jalali') + 1;
  return { ...plan, zone, firstDay, lastDay };
}

/** Where a fact of the demo shop was noted. */
export type PretendSource = 'pos' | 'web' | 'instagram' | 'desk' | 'delivery' | 'survey' | 'advertising';

export interface PretendFact {
  readonly type: FactType;
  readonly at: Instant;
  readonly source: PretendSource;
  /** Unique in the whole world, and the same each time the world is made. */
  readonly key: string;
  readonly data: FactData;
  /** Whom the source named, where it was not the person as they are usually known. */
  readonly as?: PretendIdentity;
}

export interface PretendPerson {
  readonly number: number;
  readonly identity: PretendIdentity;
  /** In order of time. */
  readonly facts: readonly PretendFact[];
}

/** One person's facts as they are told, in any order. What would lie outside the world's time is left out. */
export class Diary {
  readonly #world: World;
  readonly #person: number;
  readonly #facts: PretendFact[] = [];
  #told = 0;

  constructor(world: World, person: number) {
    this.#world = world;
    this.#person = person;
  }

  tell(type: FactType, at: Instant, source: PretendSource, data: FactData, as?: PretendIdentity): void {
    this.#told += 1;
    if (at > this.#world.now || at < this.#world.zone.startOf(this.#world.firstDay)) return;
    const key = `${this.#person}-${this.#told}`;
    this.#facts.push({ type, at, source, key, data, ...(as === undefined ? {} : { as }) });
  }

  facts(): readonly PretendFact[] {
    return this.#facts.toSorted((a, b) => a.at - b.at);
  }
}
