import { type Offer, offerSchema } from '@nardeban/core/offers';
import type { Programme } from '@nardeban/core/programme';
import type { Rows, Statement, Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import type { MarginNow } from '../../insight/index.ts';
import { marginNowStatement } from '../../insight/index.ts';
import { type KeptSettings, offerSettings } from '../settings-store.ts';
import { type FactReading, readingOf } from './fact-reading.ts';
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
  readonly reading: FactReading;
  /** Whether any offer is for people of a certain appreciation. */
  readonly asksAppreciation: boolean;
  /** The rungs of every ladder, by `<ladder number>.<version>`. */
  readonly places: ReadonlyMap<string, LadderPlaces>;
}

interface StampRow {
  readonly stamp: number;
}

const stampStatement: Statement = {
  name: 'till-stamp',
  text: 'SELECT stamp FROM offer_settings WHERE business_id = this_business()',
};

/**
 * To be sent together with others; `clubNow` reads the answers. What follows in the transaction is asked hundreds of times a
 * second and finds its rows by keys, so that one plan for a connection will do, whatever the values.
 */
export const clubStatements: readonly Statement[] = [
  stampStatement,
  programmeNumberStatement,
  marginNowStatement,
  { text: 'SET LOCAL plan_cache_mode = force_generic_plan' },
  { text: 'SET LOCAL enable_seqscan = off' },
];

const known = new Map<number, ClubNow>();
const MOST_KNOWN = 1_000;

/** By the answers of `clubStatements`, in their order. */
export async function clubNow(
  tx: Tx,
  business: Business,
  [stamps, numbers, margins]: readonly Rows<object>[],
): Promise<ClubNow> {
  const stamp = (stamps?.rows as StampRow[] | undefined)?.[0]?.stamp ?? 0;
  const version = (numbers?.rows as { version: number }[] | undefined)?.[0]?.version ?? 0;
  const margin = (margins?.rows as MarginNow[] | undefined)?.[0];
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
  return {
    restsOn,
    settings,
    offers,
    programme,
    marginRate: margin === undefined ? null : Math.round(margin.marginRate * 10_000),
    reading: readingOf({
      rule: settings.settings.appreciation,
      offers,
      programme: programme?.definition ?? null,
    }),
    asksAppreciation: offers.some(({ offer }) => offer.for.appreciation !== undefined),
    places: await placesNow(tx, business),
  };
}
