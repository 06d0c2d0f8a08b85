import type { Identifier } from '@nardeban/core/people';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { settleFacts } from './settle.ts';
import { mergePeople } from './merge.ts';

/** `likely`: nothing but a resemblance that somebody looked for; told with its reason. */
export type ConflictKind = 'two_people' | 'shared_identifier' | 'likely';

export interface ConflictNoticed {
  readonly kind: ConflictKind;
  /** Canonical people. */
  readonly candidates: readonly number[];
  readonly identifiers: readonly Identifier[];
}

export interface Conflict {
  readonly id: number;
  readonly kind: ConflictKind;
  readonly candidates: readonly number[];
  readonly identifiers: readonly Identifier[];
  readonly noticedAt: Instant;
  /** Of a likeness: why they are thought to be one. */
  readonly reasons: readonly string[];
  /** How many facts wait for the decision. */
  readonly facts: number;
}

export type Decision =
  /** The waiting facts are this candidate's. */
  | { readonly decide: 'assign'; readonly person: number }
  /** The candidates are one person: this one. The waiting facts are theirs. */
  | { readonly decide: 'merge'; readonly into: number }
  /** The waiting facts stay on nobody; the candidates stay apart. */
  | { readonly decide: 'dismiss' };

/** What becomes of facts whose identifiers lead to several people. */
export type Settled =
  /** They wait for this conflict to be decided. */
  | { readonly conflict: number }
  /** The same identifiers were decided before: they are this person's. */
  | { readonly person: number; readonly canonical: number };

/**
 * Writes down what could not be decided and answers what becomes of the facts of each (null: they have their person).
 * The same candidates have one open conflict; a resemblance is told once and, when somebody has put it aside, not
 * again. Identifiers that somebody has assigned to one of the same candidates are theirs, and nobody is asked again.
 */
export async function noticeConflicts(
  tx: Tx,
  business: Pick<Business, 'id'>,
  noticed: readonly (ConflictNoticed | null)[],
): Promise<(Settled | null)[]> {
  const decided = await decidedBefore(tx, business, noticed);
  const once = new Map<string, ConflictNoticed>();
  for (const one of noticed) {
    if (one === null || decided.has(wordingOf(one))) continue;
    if (!once.has(fingerprintOf(one))) once.set(fingerprintOf(one), one);
  }
  const ids = await openAll(tx, business, once);
  return noticed.map((one) => {
    if (one?.kind !== 'two_people') return null;
    const person = decided.get(wordingOf(one));
    if (person !== undefined) return person;
    const conflict = ids.get(fingerprintOf(one));
    if (conflict === undefined) throw new Error('A conflict could not be opened');
    return { conflict };
  });
}

/** Whom the very same identifiers, with the same candidates, were assigned to; the last decision counts. */
async function decidedBefore(
  tx: Tx,
  business: Pick<Business, 'id'>,
  noticed: readonly (ConflictNoticed | null)[],
): Promise<Map<string, { person: number; canonical: number }>> {
  const fingerprints = new Set(
    noticed
      .filter((one) => one !== null && one.kind === 'two_people')
      .map((one) => fingerprintOf(one as ConflictNoticed)),
  );
  const decided = new Map<string, { person: number; canonical: number }>();
  if (fingerprints.size === 0) return decided;
  const { rows } = await tx.query<ConflictNoticed & { person: number; canonical: number }>(
    `SELECT c.kind, c.candidates, c.identifiers, c.assigned_to AS person, (
       SELECT coalesce(p.merged_into, p.person_id) FROM people p
       WHERE p.business_id = $1 AND p.person_id = c.assigned_to) AS canonical
     FROM conflicts c
     WHERE c.business_id = $1 AND c.fingerprint = ANY($2::text[]) AND c.assigned_to IS NOT NULL
     ORDER BY c.resolved_at, c.conflict_id`,
    [business.id, [...fingerprints]],
  );
  for (const { person, canonical, ...conflict } of rows)
    decided.set(wordingOf(conflict), { person, canonical });
  return decided;
}

/** Candidates and identifiers, the same for the same however they came. */
function wordingOf(one: ConflictNoticed): string {
  const identifiers = one.identifiers.map(({ kind, value }) => `${kind} ${value}`).sort();
  return JSON.stringify([fingerprintOf(one), identifiers]);
}

async function openAll(
  tx: Tx,
  business: Pick<Business, 'id'>,
  once: ReadonlyMap<string, ConflictNoticed>,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  if (once.size === 0) return ids;
  const disputed = [...once]
    .filter(([, { kind }]) => kind === 'two_people')
    .map(([fingerprint]) => fingerprint);
  // Somebody may decide the very conflict between the two statements: then it is opened anew.
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    await openOnce(tx, business, once);
    if (disputed.length === 0) break;
    const { rows } = await tx.query<{ id: number; fingerprint: string }>(
      `SELECT conflict_id AS id, fingerprint FROM conflicts
       WHERE business_id = $1 AND fingerprint = ANY($2::text[]) AND resolved_at IS NULL`,
      [business.id, disputed],
    );
    for (const { id, fingerprint } of rows) ids.set(fingerprint, id);
    if (disputed.every((fingerprint) => ids.has(fingerprint))) break;
  }
  return ids;
}

/**
 * Writes down pairs that look alike, with the reason; a pair that is open or was put aside before, in whatever way it
 * was noticed then, is not told again. Answers how many are new.
 */
export async function noticeLikely(
  tx: Tx,
  business: Pick<Business, 'id'>,
  pairs: readonly { readonly people: readonly [number, number]; readonly because: string }[],
): Promise<number> {
  if (pairs.length === 0) return 0;
  const fingerprint = (kind: ConflictKind, people: readonly number[]): string =>
    fingerprintOf({ kind, candidates: people, identifiers: [] });
  const { rowCount } = await tx.query(
    `INSERT INTO conflicts (business_id, kind, candidates, identifiers, reasons, fingerprint)
     SELECT $1, 'likely', n.candidates::bigint[], '[]', n.reasons::jsonb, n.fingerprint
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) AS n (candidates, reasons, fingerprint, shared, disputed)
     WHERE NOT EXISTS (SELECT FROM conflicts c WHERE c.business_id = $1
       AND c.fingerprint = ANY(ARRAY[n.fingerprint, n.shared, n.disputed]))
     ORDER BY n.fingerprint
     ON CONFLICT (business_id, fingerprint) WHERE resolved_at IS NULL DO NOTHING`,
    [
      business.id,
      pairs.map(({ people }) => `{${people.join(',')}}`),
      pairs.map(({ because }) => JSON.stringify([because])),
      pairs.map(({ people }) => fingerprint('likely', people)),
      pairs.map(({ people }) => fingerprint('shared_identifier', people)),
      pairs.map(({ people }) => fingerprint('two_people', people)),
    ],
  );
  return rowCount;
}

async function openOnce(
  tx: Tx,
  business: Pick<Business, 'id'>,
  conflicts: ReadonlyMap<string, ConflictNoticed>,
): Promise<void> {
  const list = [...conflicts];
  await tx.query(
    `INSERT INTO conflicts (business_id, kind, candidates, identifiers, fingerprint)
     SELECT $1, n.kind, n.candidates::bigint[], n.identifiers::jsonb, n.fingerprint
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS n (kind, candidates, identifiers, fingerprint)
     WHERE n.kind = 'two_people' OR NOT EXISTS (
       SELECT FROM conflicts c WHERE c.business_id = $1 AND c.fingerprint = n.fingerprint)
     ORDER BY n.fingerprint
     ON CONFLICT (business_id, fingerprint) WHERE resolved_at IS NULL DO NOTHING`,
    [
      business.id,
      list.map(([, { kind }]) => kind),
      list.map(([, { candidates }]) => `{${candidates.join(',')}}`),
      list.map(([, { identifiers }]) => JSON.stringify(identifiers)),
      list.map(([fingerprint]) => fingerprint),
    ],
  );
}

function fingerprintOf({ kind, candidates }: ConflictNoticed): string {
  return `${kind} ${[...candidates].sort((a, b) => a - b).join(' ')}`;
}

/** The conflicts that wait for somebody, the oldest first; `after` is the last conflict of the page before. */
export async function openConflicts(
  tx: Tx,
  page: { readonly after?: number; readonly limit: number },
): Promise<Conflict[]> {
  const { rows } = await tx.query<Conflict>(
    `SELECT c.conflict_id AS id, c.kind, c.candidates, c.identifiers, c.noticed_at AS "noticedAt",
            coalesce(c.reasons, '[]') AS reasons, (SELECT count(*)::int FROM facts f
             WHERE f.business_id = c.business_id AND f.conflict_id = c.conflict_id AND f.person_id IS NULL) AS facts
     FROM conflicts c
     WHERE c.business_id = this_business() AND c.resolved_at IS NULL AND c.conflict_id > $1
     ORDER BY c.conflict_id LIMIT $2`,
    [page.after ?? 0, page.limit],
  );
  return rows;
}

/** One conflict that is open; null when there is none, or it is decided. */
export async function conflictById(tx: Tx, id: number): Promise<Conflict | null> {
  const [found] = await openConflicts(tx, { after: id - 1, limit: 1 });
  return found?.id === id ? found : null;
}

/**
 * Decides a conflict: the one occasion on which a stored fact is given a person. Answers how many facts found theirs.
 * Refusals: `conflict_unknown`, `conflict_already_decided`, `person_not_a_candidate`, `conflict_has_no_facts` (a
 * resemblance can be merged or dismissed; no fact waits for it).
 */
export async function decideConflict(
  tx: Tx,
  business: Pick<Business, 'id'>,
  conflictId: number,
  decision: Decision,
  by: string,
): Promise<Result<{ readonly facts: number }>> {
  const { rows } = await tx.query<{ kind: ConflictKind; candidates: number[]; decided: boolean }>(
    `SELECT kind, candidates, resolved_at IS NOT NULL AS decided FROM conflicts
     WHERE business_id = $1 AND conflict_id = $2 FOR UPDATE`,
    [business.id, conflictId],
  );
  const [conflict] = rows;
  if (conflict === undefined) return refuse('conflict_unknown');
  if (conflict.decided) return refuse('conflict_already_decided');
  if (decision.decide === 'assign' && conflict.kind !== 'two_people') return refuse('conflict_has_no_facts');

  let facts = 0;
  if (decision.decide !== 'dismiss') {
    const person = decision.decide === 'assign' ? decision.person : decision.into;
    if (!conflict.candidates.includes(person)) return refuse('person_not_a_candidate', 'person');
    if (decision.decide === 'merge') {
      for (const loser of conflict.candidates) {
        if (loser === person) continue;
        const merged = await mergePeople(tx, business, { loser, winner: person, by, reason: 'conflict' });
        // Somebody may have merged them by hand in the meantime, which is what was asked for.
        if (!merged.ok && merged.refusal.code !== 'already_one_person') return merged;
      }
    }
    const given = await tx.query(
      'UPDATE facts SET person_id = $3 WHERE business_id = $1 AND conflict_id = $2 AND person_id IS NULL',
      [business.id, conflictId, person],
    );
    facts = given.rowCount;
    if (facts > 0) await settleFacts(tx, business, [person]);
  }
  await tx.query(
    `UPDATE conflicts SET resolved_at = now(), resolved_by = $3, resolution = $4, assigned_to = $5
     WHERE business_id = $1 AND conflict_id = $2`,
    [
      business.id,
      conflictId,
      by,
      resolutions[decision.decide],
      decision.decide === 'assign' ? decision.person : null,
    ],
  );
  return accept({ facts });
}

const resolutions = { assign: 'assigned', merge: 'merged', dismiss: 'dismissed' } as const;
