/** A line of an order: what was bought. Nothing stands here when the shop does not tell its lines. */
export interface LineBought {
  readonly item: string;
  readonly category: string | null;
  readonly quantity: number;
  /** Minor units of the business's currency; null when the line names no amount. */
  readonly amount: number | null;
}

/**
 * One order that was kept at least in part, as insight reads it. An order given back whole is no order and does not
 * stand here; one given back in part stands with what was given back.
 */
export interface OrderKept {
  /** Days since 1970-01-01, in the time zone of the business. */
  readonly day: number;
  /** 0–23, in the time zone of the business; null when the source told days only. */
  readonly hour: number | null;
  /** What was paid, in minor units, before anything was given back. */
  readonly amount: number;
  /** What was given back of it until the day of the run, in minor units. */
  readonly returned: number;
  /** Discount granted on it, in minor units; 0 when none was told. */
  readonly discount: number;
  readonly channel: string | null;
  readonly branch: string | null;
  readonly lines: readonly LineBought[];
}

/** A touch before or between orders that names where the person came from. */
export interface Touch {
  readonly day: number;
  readonly channel: string | null;
  readonly campaign: string | null;
}

/** One person with at least one kept order: everything that the walks of insight read of them. */
export interface Buyer {
  readonly person: string;
  /** In order of time; never empty. */
  readonly orders: readonly OrderKept[];
  /** In order of time; facts such as `ad.viewed` and `lead.captured`. */
  readonly touches: readonly Touch[];
  readonly complaints: number;
  readonly referrals: number;
}

/**
 * A question asked of all buyers in one walk over them. `take` is called once for every buyer, in any order; what is
 * kept between calls grows with days, months, classes or items, or by a few numbers a buyer, never with the orders.
 */
export interface WalkOver<Result> {
  readonly take: (buyer: Buyer) => void;
  readonly result: () => Result;
}
