import { baseVocabulary, type Fact } from '../facts/index.ts';
import type { Day, Instant } from '../values/index.ts';
import { MOST_EVIDENCE } from './answer.ts';
import { meets, type Comparison } from './comparison.ts';
import { NEVER, type Evidence, type Exit } from './cursor.ts';
import { LOOK_AHEAD, Windowed } from './windows.ts';

/**
 * What a fact does to a matter: the field that names it, the type that begins it, and whether this one ends it. Without
 * such a field a person has one matter of the kind: their being a lead.
 */
interface Role {
  readonly ref: string | undefined;
  readonly begins: string;
  readonly ends: boolean;
}

interface Matter {
  /** Where its last beginning stands; −1 before there was one. */
  place: number;
  endedAt: Instant;
}

/**
 * Matters that were begun and have not ended: open deals, open complaints. A matter is open while its last beginning is
 * later than its last end, and counts on the day of that beginning. What begins and ends in one instant has ended, so the
 * order of arrival within an instant changes nothing.
 */
export class OpenCursor extends Windowed {
  private readonly roles = new Map<string, readonly Role[]>();
  private readonly matters = new Map<string, Matter>();
  /** Of the beginning at each place: whether its matter is open because of it. */
  private readonly live: boolean[] = [];
  private count = 0;

  constructor(exit: Exit, of: string | readonly string[]) {
    super(exit, null);
    for (const type of new Set(typeof of === 'string' ? [of] : of)) {
      const { ref, closedBy = [], reopenedBy = [] } = baseVocabulary[type] ?? {};
      const hears = (heard: string, ends: boolean): void => {
        this.roles.set(heard, [...(this.roles.get(heard) ?? []), { ref, begins: type, ends }]);
      };
      for (const begins of [type, ...reopenedBy]) hears(begins, false);
      for (const ends of closedBy) hears(ends, true);
    }
  }

  override reset(): void {
    super.reset();
    if (this.matters.size > 0) this.matters.clear();
    this.count = 0;
  }

  override add(fact: Fact, day: Day): void {
    this.slide(day);
    for (const { ref, begins, ends } of this.roles.get(fact.type) ?? []) {
      const named = ref === undefined ? undefined : fact.data[ref];
      const key = `${begins} ${typeof named} ${String(named)}`;
      const known = this.matters.get(key);
      const matter = known ?? { place: -1, endedAt: Number.NEGATIVE_INFINITY };
      if (known === undefined) this.matters.set(key, matter);
      this.drop(matter.place);
      if (ends) matter.endedAt = fact.at;
      else if (fact.at > matter.endedAt) {
        matter.place = this.hi;
        this.live[this.hi] = true;
        this.count++;
        super.add(fact, day);
      }
    }
  }

  private drop(place: number): void {
    if (place < this.lo || this.live[place] !== true) return;
    this.live[place] = false;
    this.count--;
  }

  protected override dropped(place: number): void {
    if (this.live[place] === true) this.count--;
  }

  value(day: Day): number {
    this.slide(day);
    return this.count;
  }

  flip(_day: Day, comparison: Comparison, met: boolean): Day {
    // With no new fact the count only falls.
    if (this.exit === null || (!met && comparison.atMost === undefined)) return NEVER;
    let value = this.count;
    const last = Math.min(this.hi, this.lo + LOOK_AHEAD);
    for (let place = this.lo; place < last; place++) {
      if (this.live[place] === true) value--;
      const leaves = this.exitAt(place);
      if (leaves !== this.exitAt(place + 1) && meets(comparison, value) !== met) return leaves;
    }
    return last === this.hi ? NEVER : this.exitAt(last - 1);
  }

  override evidence(): Evidence {
    const facts: number[] = [];
    for (let place = this.hi - 1; place >= this.lo && facts.length < MOST_EVIDENCE; place--) {
      const id = this.held[place]?.id;
      if (this.live[place] === true && id !== undefined) facts.push(id);
    }
    return { facts, factCount: this.count };
  }
}
