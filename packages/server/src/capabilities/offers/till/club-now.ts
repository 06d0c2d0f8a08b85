import { type Offer, offerSchema } from '@nardeban/core/offers';
import type { Programme } from '@nardeban/core/programme';
import type { Rows, Statement, Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import type { MarginNow } from '../../insight/index.ts';
import { marginNowStatement } from '../../insight/index.ts';
import { type KeptSettings, offerSettings } from '../settings-store.ts';
import type { Reading } from '../../ladder/index.ts';
import { readingOf } from './fact-reading.ts';
import { programmeInForce, programmeNumberStatement } from '../../programme/index.ts';
import { type LadderPlaces, placesNow } from './stands.ts';

/** Everything prices rest on besides the person and the basket: read once, and kept until something of it changes. */
export interface ClubNow {
  /** Names this state of things: a quote made under another one is priced again before it is committed. */
  readonly restsOn: string;
  readonly settings: KeptSettings;
  readonly offers: readonly { readonly offer: Offer; readonly version: number }[];
  readonly programme: { readonly definition: Programme; readonly version: number } | null;
  /** What is kept of a sale whose cost is not known, in hundredths of a percent; null: nobody has said. */
  readonly marginRate: number | null;
  /** What of a person's facts has to be read. */
  readonly reading: Reading;
  /** Of so many orders the discount is read as well, for whether somebody buys at a discount only. */
  readonly habitOrders: number;
  /** Whether any offer is for people of a certain appreciation. */
  readonly asksAppreciation: boolean;
  /** Whether anything depends on where somebody stands on a ladder. */
  readonly asksRungs: boolean;
  /** Whether any offer is for people on a list. */
  readonly asksLists: boolean;
  /** The rungs of every ladder, by `<ladder number>.<version>`. */
  readonly places: ReadonlyMap<string, LadderPlaces>;
}

interface Numbers {
  readonly stamp: number;
  readonly version: number;
  /** Null: the business has said nothing. */
  readonly marginRate: number | null;
  readonly margin: number | null;
}

/** What names the state of things, to be sent together with others; `clubNow` reads the answer. */
export const clubStatement: Statement = {
  name: 'till-club',
  many: { types: [] },
  text: `SELECT coalesce((SELECT o.stamp FROM offer_settings o WHERE o.business_id = this_business()), 0) AS stamp,
           coalesce((${programmeNumberStatement.text}), 0) AS version, m."marginRate", m.revision AS margin
         FROM (SELECT) AS one LEFT JOIN (${marginNowStatement.text}) m ON true`,
};

/**
 * What follows in the transaction is asked hundreds of times a second and finds its rows by keys, so that one plan for a
 * connection will do, whatever the values (`plannedOnce` of TransactionOptions).
 */
export const plannedOnceStatement: Statement = {
  name: 'till-planned-once',
  text: `SELECT set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)`,
};

const known = new Map<number, ClubNow>();
const MOST_KNOWN = 1_000;

/** What was in force when a price was asked for last; null: nobody has asked yet. Whether it still is, `clubNow` says. */
export function clubBefore(business: Business): ClubNow | null {
  return known.get(business.id) ?? null;
}

/** By the answer of `clubStatement`. */
export async function clubNow(
  tx: Tx,
  business: Business,
  answer: Rows<object> | undefined,
): Promise<ClubNow> {
  const numbers = (answer?.rows as Numbers[] | undefined)?.[0];
  if (numbers === undefined) throw new Error('What is in force was not read');
  const { stamp, version, marginRate } = numbers;
  const margin = marginRate === null ? undefined : { marginRate, revision: numbers.margin ?? 0 };
  const restsOn = [
    `o${stamp}`,
    `p${version}`,
    `m${margin?.revision ?? 0}`,
    `b${business.revision}`,
    business.zone,
    business.calendar,
  ].join(' ');
  const before = known.get(business.id);
  if (before?.restsOn === restsOn) return before;
  const read = await readClub(tx, business, restsOn, margin);
  known.delete(business.id);
  const oldest = known.keys().next();
  if (known.size >= MOST_KNOWN && !oldest.done) known.delete(oldest.value);
  known.set(business.id, read);
  return read;
}

async function readClub(
  tx: Tx,
  business: Business,
  restsOn: string,
  margin: MarginNow | undefined,
): Promise<ClubNow> {
  const settings = await offerSettings(tx);
  const { rows } = await tx.query<{ offer: unknown; version: number }>(
    `SELECT definition AS offer, revision AS version FROM offers
     WHERE business_id = this_business() AND state = 'active' ORDER BY key`,
  );
  const offers = rows.map(({ offer, version }) => ({ offer: offerSchema.parse(offer), version }));
  const programme = await programmeInForce(tx);
  const asksAppreciation = offers.some(({ offer }) => offer.for.appreciation !== undefined);
  const { appreciation, guard } = settings.settings;
  return {
    restsOn,
    settings,
    offers,
    programme,
    marginRate: margin === undefined ? null : Math.round(margin.marginRate * 10_000),
    reading: readingOf({
      rule: asksAppreciation ? appreciation : null,
      offers,
      programme: programme?.definition ?? null,
    }),
    habitOrders: guard.waiting?.habit?.of ?? 0,
    asksAppreciation,
    asksRungs:
      asksAppreciation ||
      offers.some(({ offer }) => offer.for.rungs !== undefined) ||
      (programme?.definition.rules ?? []).some(
        ({ rungs, multipliers }) => rungs !== undefined || multipliers?.rungs !== undefined,
      ),
    asksLists: offers.some(({ offer }) => offer.for.chosen !== undefined),
    places: await placesNow(tx, business),
  };
}
