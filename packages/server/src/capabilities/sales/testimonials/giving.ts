import type { FactData, FactType } from '@nardeban/core/facts';
import { PERMISSION_VERSION, permissionWording } from '@nardeban/core/sales';
import { accept, displayText, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { begunWith, tellSales } from '../telling.ts';
import { noteRecord } from './records.ts';
import { type Testimonial, testimonialOfLink } from './testimonial.ts';

export const LONGEST_WORDS = 2000;
export const LONGEST_SHOWN_NAME = 100;

/** What somebody wrote on their page. */
export interface Written {
  readonly words: string;
  /** 1 to 5; null: none was chosen. */
  readonly score: number | null;
  readonly shownName: string;
  readonly consent: boolean;
}

/** In the records, whoever holds the link is called so. */
const CUSTOMER = 'customer';

/** What is written, tidied and checked. Refusals: `testimonial_empty`, `testimonial_too_long`, `testimonial_name_missing`. */
export function readWritten(body: unknown): Result<Written> {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (name: string): string => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  // Line breaks are theirs; everything else is tidied as any text that is shown.
  const words = text('words')
    .split(/\r\n|\r|\n/u)
    .map((line) => displayText(line))
    .join('\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
  const shownName = displayText(text('name')).slice(0, LONGEST_SHOWN_NAME);
  const consent = text('permission') === PERMISSION_VERSION;
  const score = /^[1-5]$/u.test(text('score')) ? Number(text('score')) : null;
  if (words === '') return refuse('testimonial_empty', 'words');
  if (words.length > LONGEST_WORDS) return refuse('testimonial_too_long', 'words', { most: LONGEST_WORDS });
  // Whoever lets it be shown says with which name; to us they may say it without one.
  if (consent && shownName === '') return refuse('testimonial_name_missing', 'name');
  return accept({ words, score, shownName, consent });
}

/**
 * Keeps what somebody wrote by their link. Sent twice, the second changes nothing; changed words are looked at again before they
 * are shown. Refusal: `testimonial_link_unknown`.
 */
export async function giveTestimonial(
  tx: Tx,
  business: Business,
  token: string,
  written: Written,
  now: Instant,
): Promise<Result<Testimonial>> {
  const seen = await testimonialOfLink(tx, token, 'hold');
  if (seen === null) return refuse('testimonial_link_unknown');
  const { words, score, shownName, consent } = written;
  const isSame =
    seen.words === words &&
    seen.score === score &&
    (seen.shownName ?? '') === shownName &&
    seen.consent === consent &&
    seen.state !== 'asked' &&
    seen.state !== 'withdrawn';
  if (isSame) return accept(seen);
  const author = { by: CUSTOMER, now };
  const given = await noteRecord(tx, seen.id, { kind: 'given', words }, author);
  const told: Told[] = [];
  if (seen.givenAt === null)
    told.push({
      type: 'testimonial.given',
      key: 'given',
      data: { testimonial: String(seen.id), ...scored(score) },
    });
  if (score !== null && score !== seen.score)
    told.push({ type: 'review.written', key: `review-${given}`, data: { score, place: 'testimonial' } });
  if (consent !== seen.consent) {
    const wording = permissionWording(seen.language, business.name);
    const kind = consent ? ('consented' as const) : ('refused' as const);
    const place = await noteRecord(tx, seen.id, { kind, wording, version: PERMISSION_VERSION }, author);
    told.push(toldConsent(consent, place));
  }
  await tx.query(
    `UPDATE testimonials SET state = 'given', words = $2, score = $3, shown_name = $4, consent = $5,
       given_at = coalesce(given_at, $6), published_at = NULL, reason = NULL, revision = revision + 1, changed_by = $7, changed_at = $6
     WHERE business_id = this_business() AND testimonial_id = $1`,
    [seen.id, words, score, shownName === '' ? null : shownName, consent, timestamptz(now), CUSTOMER],
  );
  await tell(tx, business, seen, told, now);
  return after(tx, token);
}

/** They take it back: it is shown nowhere from this moment on. Refusal: `testimonial_link_unknown`. */
export async function withdrawTestimonial(
  tx: Tx,
  business: Business,
  token: string,
  now: Instant,
): Promise<Result<Testimonial>> {
  const seen = await testimonialOfLink(tx, token, 'hold');
  if (seen === null) return refuse('testimonial_link_unknown');
  if (seen.state === 'asked' || seen.state === 'withdrawn') return accept(seen);
  const wording = permissionWording(seen.language, business.name);
  const record = { kind: 'withdrawn' as const, wording, version: PERMISSION_VERSION };
  const place = await noteRecord(tx, seen.id, record, { by: CUSTOMER, now });
  await tx.query(
    `UPDATE testimonials SET state = 'withdrawn', consent = false, published_at = NULL, revision = revision + 1, changed_by = $2,
       changed_at = $3
     WHERE business_id = this_business() AND testimonial_id = $1`,
    [seen.id, CUSTOMER, timestamptz(now)],
  );
  await tell(tx, business, seen, seen.consent ? [toldConsent(false, place)] : [], now);
  return after(tx, token);
}

interface Told {
  readonly type: FactType;
  readonly key: string;
  readonly data: FactData;
}

function toldConsent(given: boolean, place: number): Told {
  const data = { purpose: 'testimonial', channel: 'web' };
  return { type: given ? 'consent.given' : 'consent.withdrawn', key: `consent-${place}`, data };
}

function scored(score: number | null): FactData {
  return score === null ? {} : { score };
}

async function tell(
  tx: Tx,
  business: Business,
  { id }: Testimonial,
  told: readonly Told[],
  now: Instant,
): Promise<void> {
  if (told.length === 0) return;
  const person = await begunWith(tx, 'testimonials', id);
  await tellSales(
    tx,
    business,
    told.map(({ type, key, data }) => ({
      person,
      type,
      at: now,
      key: `testimonial-${id}-${key}`,
      data,
    })),
  );
}

async function after(tx: Tx, token: string): Promise<Result<Testimonial>> {
  const found = await testimonialOfLink(tx, token);
  return found === null ? refuse('testimonial_link_unknown') : accept(found);
}
