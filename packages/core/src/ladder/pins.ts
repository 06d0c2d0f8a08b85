import type { Fact } from '../facts/index.ts';
import { type Instant, readIsoDay, type Zone } from '../values/index.ts';

/** A member of staff holds a person on a place, with a reason, through the end of a day. */
export interface Pin {
  readonly place: number;
  /** The first instant at which the pin no longer holds. */
  readonly until: Instant;
  readonly reason: string;
  readonly by: string;
}

/** Reads the pins of one ladder from facts; a pin to a rung that this version does not have is no pin. */
export class PinReader {
  private readonly ladder: string;
  private readonly places: ReadonlyMap<string, number>;
  private readonly zone: Zone;
  private pin: Pin | null = null;
  private pinnedAt: Instant = 0;

  constructor(ladder: string, places: readonly string[], zone: Zone) {
    this.ladder = ladder;
    this.places = new Map(places.map((key, index) => [key, index]));
    this.zone = zone;
  }

  reset(): void {
    this.pin = null;
    this.pinnedAt = Number.NEGATIVE_INFINITY;
  }

  add(fact: Fact): void {
    if (fact.data['ladder'] !== this.ladder) return;
    if (fact.type === 'rung.unpinned') {
      // At one instant a pin counts as later than an unpinning.
      if (fact.at !== this.pinnedAt) this.pin = null;
      return;
    }
    const place = this.places.get(String(fact.data['rung']));
    const until = this.endOf(String(fact.data['until']));
    if (place === undefined || until === null) return;
    // Of two pins told at one instant the longer one holds, then the higher.
    if (
      fact.at === this.pinnedAt &&
      this.pin &&
      (this.pin.until > until || (this.pin.until === until && this.pin.place >= place))
    )
      return;
    this.pin = { place, until, reason: String(fact.data['reason'] ?? ''), by: String(fact.data['by'] ?? '') };
    this.pinnedAt = fact.at;
  }

  /** The pin in force at an instant; null: none. */
  at(instant: Instant): Pin | null {
    return this.pin !== null && instant < this.pin.until ? this.pin : null;
  }

  private endOf(text: string): Instant | null {
    const date = readIsoDay(text);
    return date === null ? null : this.zone.startOf(date + 1);
  }
}
