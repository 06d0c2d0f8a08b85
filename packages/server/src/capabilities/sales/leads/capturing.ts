import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { int8Array, textArray, timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { checkOwner } from '../deals/colleagues.ts';
import { CLOCK, refreshLeads } from './refreshing.ts';
import type { LeadState } from './lead.ts';

/** An interest as it came in; what it was by is told as a fact before, in the same transaction. */
export interface Capture {
  readonly person: number;
  readonly source: string | null;
  readonly medium?: string | null | undefined;
  readonly campaign?: string | null | undefined;
  readonly form?: string | null | undefined;
  /** Who recommended us to them. */
  readonly referrer?: number | null | undefined;
  /** Who of the staff is to have it; without it whoever has the person already, else whose turn it is. */
  readonly owner?: string | null | undefined;
  /** They raised a hand: it goes to sales at once. */
  readonly hand?: boolean | undefined;
}

export interface Captured {
  readonly lead: number;
  readonly state: LeadState;
  readonly owner: string | null;
}

/**
 * Keeps somebody's interest as their one open lead, scores it and, where it is ready, hands it to a seller. It is theirs under
 * the number it was told of, as its facts are, whoever they are one with by now. Somebody whose lead is open already has no
 * second one: what is new is added to it, and where it first came from stays. Refusals: `person_unknown`, `owner_unknown`.
 */
export async function captureLead(
  tx: Tx,
  business: Business,
  asked: Capture & { readonly by?: string | undefined; readonly now: Instant },
): Promise<Result<Captured>> {
  const owner = await checkOwner(tx, asked.owner ?? null);
  if (!owner.ok) return owner;
  const [captured] = await captureLeads(tx, business, [asked], { by: asked.by ?? CLOCK, now: asked.now });
  return captured === undefined || captured === null
    ? refuse('person_unknown', 'person', { id: asked.person })
    : accept(captured);
}

const AT_ONCE = 1000;

/**
 * The same for any number, in a few statements for every thousand; answers each in its place, null for a person who is
 * not known. Owners must be members of staff: they are not looked up one by one.
 */
export async function captureLeads(
  tx: Tx,
  business: Business,
  captures: readonly Capture[],
  author: { readonly by: string; readonly now: Instant },
): Promise<(Captured | null)[]> {
  const captured: (Captured | null)[] = [];
  for (let from = 0; from < captures.length; from += AT_ONCE)
    captured.push(...(await capturePart(tx, business, captures.slice(from, from + AT_ONCE), author)));
  return captured;
}

async function capturePart(
  tx: Tx,
  business: Business,
  captures: readonly Capture[],
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<(Captured | null)[]> {
  const roots = await rootsOf(
    tx,
    captures.map(({ person }) => person),
  );
  const wanted = captures.flatMap((capture) => {
    const root = roots.get(capture.person);
    return root === undefined ? [] : [{ ...capture, root }];
  });
  // Of several for one person the first makes the lead.
  const first = new Map(wanted.toReversed().map((one) => [one.root, one]));
  const made = await insert(tx, [...first.values()], by, now);
  await addTo(
    tx,
    wanted.filter((one) => !made.has(one.root) || first.get(one.root) !== one),
    now,
  );
  const after = await refreshLeads(tx, business, [...first.keys()], now);
  const shown = new Map<number, Captured>();
  for (const { root, lead, state, owner } of after)
    if (!shown.has(root)) shown.set(root, { lead, state, owner });
  return captures.map(({ person }) => shown.get(roots.get(person) ?? 0) ?? null);
}

/**
 * Whom these numbers stand for now; they stay: an undone import that would take one off finds that they are needed. Whoever
 * has several numbers is captured by one at a time: that each number has one open lead does not make it one of theirs.
 */
async function rootsOf(tx: Tx, people: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { rows } = await tx.query<{ person: number; root: number; several: boolean }>({
    name: 'lead-roots',
    text: `SELECT p.person_id AS person, coalesce(p.merged_into, p.person_id) AS root, p.merged_into IS NOT NULL OR EXISTS (
             SELECT FROM people o WHERE o.business_id = this_business() AND o.merged_into = p.person_id) AS several
           FROM people p WHERE p.business_id = this_business() AND p.person_id = ANY($1::bigint[])
           ORDER BY p.person_id FOR KEY SHARE`,
    values: [int8Array([...new Set(people)])],
  });
  const several = [...new Set(rows.flatMap((row) => (row.several ? [row.root] : [])))].sort((x, y) => x - y);
  if (several.length > 0)
    await tx.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('nardeban lead', one)) FROM unnest($1::bigint[]) AS one`,
      [int8Array(several)],
    );
  return new Map(rows.map(({ person, root }) => [person, root]));
}

type Wanted = Capture & { readonly root: number };

/**
 * Makes leads of those who have no open one, themselves or as somebody they are one with; answers of whom it did. Whoever
 * else captures the same person at this moment is waited for, and theirs is the lead.
 */
async function insert(
  tx: Tx,
  wanted: readonly Wanted[],
  by: string,
  now: Instant,
): Promise<ReadonlySet<number>> {
  if (wanted.length === 0) return new Set();
  const { rows } = await tx.query<{ person: number }>({
    text: `INSERT INTO leads (business_id, person_id, state, owner, source, medium, campaign, form, referrer_id, hand_at,
             captured_at, scored_at, changed_by, changed_at)
           SELECT this_business(), t.person, 'nurture', t.owner, t.source, t.medium, t.campaign, t.form, t.referrer,
             CASE WHEN t.hand THEN $8::timestamptz END, $8, $8, $9, $8
           FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $10::boolean[],
             $11::bigint[]) AS t (person, owner, source, medium, campaign, form, referrer, hand, root)
           WHERE NOT EXISTS (
             SELECT FROM leads o WHERE o.business_id = this_business() AND o.person_id = t.root AND o.state <> 'closed')
           AND NOT EXISTS (
             SELECT FROM people p JOIN leads o ON o.business_id = p.business_id AND o.person_id = p.person_id AND o.state <> 'closed'
             WHERE p.business_id = this_business() AND p.merged_into = t.root)
           ORDER BY t.person
           ON CONFLICT (business_id, person_id) WHERE state <> 'closed' DO NOTHING
           RETURNING person_id AS person`,
    values: [
      int8Array(wanted.map(({ person }) => person)),
      textArray(wanted.map(({ owner }) => owner ?? null)),
      textArray(wanted.map(({ source }) => cut(source))),
      textArray(wanted.map(({ medium }) => cut(medium))),
      textArray(wanted.map(({ campaign }) => cut(campaign))),
      textArray(wanted.map(({ form }) => cut(form))),
      int8Array(wanted.map(({ referrer }) => referrer ?? null)),
      timestamptz(now),
      by,
      wanted.map(({ hand }) => hand === true),
      int8Array(wanted.map(({ root }) => root)),
    ],
  });
  const made = new Set(rows.map(({ person }) => person));
  return new Set(wanted.flatMap(({ person, root }) => (made.has(person) ? [root] : [])));
}

/** A hand, a seller and who recommended us are added to the lead that is there. */
async function addTo(tx: Tx, wanted: readonly Wanted[], now: Instant): Promise<void> {
  const more = wanted.filter(
    ({ hand, owner, referrer }) => hand === true || owner != null || referrer != null,
  );
  if (more.length === 0) return;
  await tx.query({
    text: `WITH told AS (
             SELECT person, bool_or(hand) AS hand, max(owner) AS owner, max(referrer) AS referrer
             FROM unnest($1::bigint[], $2::boolean[], $3::text[], $4::bigint[]) AS t (person, hand, owner, referrer) GROUP BY person
           ), members AS (
             SELECT t.*, t.person AS member FROM told t
             UNION ALL SELECT t.*, p.person_id FROM told t JOIN people p ON p.business_id = this_business() AND p.merged_into = t.person
           )
           UPDATE leads l SET hand_at = CASE WHEN m.hand THEN $5::timestamptz ELSE l.hand_at END,
             owner = coalesce(l.owner, m.owner), referrer_id = coalesce(l.referrer_id, m.referrer)
           FROM members m WHERE l.business_id = this_business() AND l.person_id = m.member AND l.state <> 'closed'`,
    values: [
      int8Array(more.map(({ root }) => root)),
      more.map(({ hand }) => hand === true),
      textArray(more.map(({ owner }) => owner ?? null)),
      int8Array(more.map(({ referrer }) => referrer ?? null)),
      timestamptz(now),
    ],
  });
}

const LONGEST = 200;

/** What strangers write is cut, not refused: the interest counts. */
export function cut(text: string | null | undefined): string | null {
  const trimmed = text?.trim().slice(0, LONGEST) ?? '';
  return trimmed === '' ? null : trimmed;
}
