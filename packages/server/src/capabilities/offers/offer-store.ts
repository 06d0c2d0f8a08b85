import { type Offer, offerSchema } from '@nardeban/core/offers';
import { accept, changedMeanwhile, type Instant, refuse, type Result } from '@nardeban/core/values';
import { int8Array, timestamptz, type Tx } from '../../platform/database/index.ts';

export type OfferState = 'draft' | 'active' | 'archived';

/** An offer as it is kept. Only an active one is ever given. */
export interface KeptOffer {
  readonly offer: Offer;
  readonly state: OfferState;
  /** How many people stand on its list. */
  readonly chosen: number;
  readonly revision: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

export interface Author {
  readonly by: string;
  readonly now: Instant;
}

/** More offers than a shop can explain to anybody, few enough to be weighed against each other at every quote. */
export const MOST_OFFERS = 500;
/** Of one offer. */
const MOST_CHOSEN = 1_000_000;

const columns = `o.definition AS offer, o.state, o.revision, o.made_by AS "madeBy", o.made_at AS "madeAt",
  o.changed_by AS "changedBy", o.changed_at AS "changedAt",
  (SELECT count(*)::int FROM (SELECT FROM offer_people p WHERE p.business_id = o.business_id AND p.offer_key = o.key
                              LIMIT ${MOST_CHOSEN}) counted) AS chosen`;

type Row = Omit<KeptOffer, 'offer'> & { readonly offer: unknown };

function keptOf(row: Row): KeptOffer {
  return { ...row, offer: offerSchema.parse(row.offer) };
}

/** A page of offers by key; `state` limits to those in it. */
export async function listOffers(
  tx: Tx,
  asked: {
    readonly state?: OfferState | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<{ readonly offers: readonly KeptOffer[]; readonly next: string | null }> {
  const { rows } = await tx.query<Row>(
    `SELECT ${columns} FROM offers o
     WHERE o.business_id = this_business() AND ($1::text IS NULL OR o.state = $1) AND ($2::text IS NULL OR o.key > $2)
     ORDER BY o.key LIMIT $3`,
    [asked.state ?? null, asked.after ?? null, asked.limit + 1],
  );
  const offers = rows.slice(0, asked.limit).map(keptOf);
  return { offers, next: rows.length > asked.limit ? (offers.at(-1)?.offer.key ?? null) : null };
}

export async function offerByKey(tx: Tx, key: string): Promise<KeptOffer | null> {
  const { rows } = await tx.query<Row>(
    `SELECT ${columns} FROM offers o WHERE o.business_id = this_business() AND o.key = $1`,
    [key],
  );
  return rows[0] === undefined ? null : keptOf(rows[0]);
}

/** Whether a code or a reward may bring this offer. Refusals about `field`: `offer_unknown`, `offer_archived`. */
export async function mayBeBrought(tx: Tx, key: string, field: string): Promise<Result<true>> {
  const { rows } = await tx.query<{ state: OfferState }>(
    'SELECT state FROM offers WHERE business_id = this_business() AND key = $1',
    [key],
  );
  if (rows[0] === undefined) return refuse('offer_unknown', field, { key });
  return rows[0].state === 'archived' ? refuse('offer_archived', field, { key }) : accept(true);
}

/** Those of these offers that are given now, as far as it is up to them. */
export async function openOf(tx: Tx, keys: readonly string[], now: Instant): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ key: string }>(
    `SELECT key FROM offers WHERE business_id = this_business() AND key = ANY($1::text[]) AND state = 'active'
       AND coalesce((definition #>> '{when,to}')::int8 > $2, true)`,
    [keys, now],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Keeps a new offer as a draft. Refusals: `offer_key_taken`, `offers_too_many`. */
export async function makeOffer(tx: Tx, offer: Offer, { by, now }: Author): Promise<Result<KeptOffer>> {
  await moveStamp(tx);
  const { rows } = await tx.query<{ offers: number }>(
    `SELECT count(*)::int AS offers FROM offers WHERE business_id = this_business() AND state <> 'archived'`,
  );
  if ((rows[0]?.offers ?? 0) >= MOST_OFFERS)
    return refuse('offers_too_many', undefined, { most: MOST_OFFERS });
  const { rowCount } = await tx.query(
    `INSERT INTO offers (business_id, key, definition, made_by, made_at, changed_by, changed_at)
     VALUES (this_business(), $1, $2, $3, $4, $3, $4) ON CONFLICT DO NOTHING`,
    [offer.key, JSON.stringify(offer), by, timestamptz(now)],
  );
  if (rowCount === 0) return refuse('offer_key_taken', 'key', { key: offer.key });
  return offerNow(tx, offer.key);
}

/** Changes what `revision` showed. Refusals: `offer_unknown`, `offer_archived`, `changed_meanwhile`. */
export async function changeOffer(
  tx: Tx,
  offer: Offer,
  revision: number,
  { by, now }: Author,
): Promise<Result<KeptOffer>> {
  await moveStamp(tx);
  const { rowCount } = await tx.query(
    `UPDATE offers SET definition = $3, revision = revision + 1, changed_by = $4, changed_at = $5
     WHERE business_id = this_business() AND key = $1 AND revision = $2 AND state <> 'archived'`,
    [offer.key, revision, JSON.stringify(offer), by, timestamptz(now)],
  );
  return rowCount === 1 ? offerNow(tx, offer.key) : whyNot(tx, offer.key);
}

/** Begins, pauses (back to a draft) or archives an offer; archived is for good. Refusals as `changeOffer`. */
export async function setOfferState(
  tx: Tx,
  key: string,
  asked: { readonly state: OfferState; readonly revision: number },
  { by, now }: Author,
): Promise<Result<KeptOffer>> {
  await moveStamp(tx);
  const { rowCount } = await tx.query(
    `UPDATE offers SET state = $3, revision = revision + 1, changed_by = $4, changed_at = $5
     WHERE business_id = this_business() AND key = $1 AND revision = $2 AND state <> 'archived'`,
    [key, asked.revision, asked.state, by, timestamptz(now)],
  );
  return rowCount === 1 ? offerNow(tx, key) : whyNot(tx, key);
}

/** Puts people onto the list of an offer and takes others off it. Refusals: `offer_unknown`, `person_unknown`. */
export async function choosePeople(
  tx: Tx,
  key: string,
  asked: { readonly add: readonly number[]; readonly remove: readonly number[] },
  { by, now }: Author,
): Promise<Result<KeptOffer>> {
  await moveStamp(tx);
  const kept = await offerByKey(tx, key);
  if (kept === null) return refuse('offer_unknown', 'key', { key });
  const { rows } = await tx.query<{ id: number }>(
    `SELECT one AS id FROM unnest($1::bigint[]) AS one WHERE NOT EXISTS (
       SELECT FROM people p WHERE p.business_id = this_business() AND p.person_id = one) LIMIT 1`,
    [int8Array(asked.add)],
  );
  if (rows[0] !== undefined) return refuse('person_unknown', 'add', { id: rows[0].id });
  await tx.query(
    `INSERT INTO offer_people (business_id, offer_key, person_id, chosen_by, chosen_at)
     SELECT this_business(), $1, one, $3, $4 FROM (SELECT DISTINCT unnest($2::bigint[]) AS one) asked ORDER BY one
     ON CONFLICT DO NOTHING`,
    [key, int8Array(asked.add), by, timestamptz(now)],
  );
  await tx.query(
    `DELETE FROM offer_people WHERE business_id = this_business() AND offer_key = $1 AND person_id = ANY($2::bigint[])`,
    [key, int8Array(asked.remove)],
  );
  return offerNow(tx, key);
}

/** Says that prices made before this transaction are not the prices of now. Who changes offers does so one at a time. */
export async function moveStamp(tx: Tx): Promise<void> {
  await tx.query(
    `INSERT INTO offer_settings AS s (business_id, stamp) VALUES (this_business(), 1)
     ON CONFLICT (business_id) DO UPDATE SET stamp = s.stamp + 1`,
  );
}

async function offerNow(tx: Tx, key: string): Promise<Result<KeptOffer>> {
  const kept = await offerByKey(tx, key);
  return kept === null ? refuse('offer_unknown', 'key', { key }) : accept(kept);
}

async function whyNot(tx: Tx, key: string): Promise<Result<never>> {
  const kept = await offerByKey(tx, key);
  if (kept === null) return refuse('offer_unknown', 'key', { key });
  if (kept.state === 'archived') return refuse('offer_archived', 'key', { key });
  return changedMeanwhile(kept.changedBy, kept.changedAt);
}
