import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { askClimbs } from './climbs.ts';
import { decideConflict, openConflicts } from './conflicts.ts';
import { foldTraits } from './traits.ts';

/** What undoing an import takes from the people: the import, and who says so. */
export interface Forgetting {
  readonly importId: number;
  readonly by: string;
}

/** Of an identifier, and how far a walk through all of them has come. */
export interface IdentifierPlace {
  readonly kind: string;
  readonly value: string;
}

export interface Forgotten {
  /** Null: that were all. */
  readonly reached: IdentifierPlace | null;
  /** People who came with the import alone. */
  readonly people: number;
  readonly identifiers: number;
}

/**
 * After facts of these people were withdrawn: since when they are known, their traits, and their climbs. Somebody the
 * import brought is known since the first fact that is left; anybody else since then or the day they were entered.
 */
export async function settleWithdrawn(
  tx: Tx,
  business: Pick<Business, 'id'>,
  people: readonly number[],
  importId: number,
): Promise<void> {
  if (people.length === 0) return;
  const { rows } = await tx.query<{ root: number }>(
    `WITH told AS MATERIALIZED (
       SELECT p.person_id, p.merged_into, coalesce(
           least(f.first, CASE WHEN p.made_by_import IS DISTINCT FROM $3 THEN p.created_at END), p.created_at) AS since
       FROM unnest($2::bigint[]) AS one, LATERAL (
         SELECT o.person_id, o.merged_into, o.made_by_import, o.created_at FROM people o
         WHERE o.business_id = $1 AND o.person_id = one LIMIT 1) p, LATERAL (
         SELECT min(o.at) AS first FROM facts o WHERE o.business_id = $1 AND o.person_id = one) f
     ), changed AS (
       INSERT INTO people (business_id, person_id, known_since)
       SELECT $1, person_id, since FROM told ORDER BY 2
       ON CONFLICT (business_id, person_id) DO UPDATE SET known_since = excluded.known_since
       WHERE people.known_since <> excluded.known_since
     ) SELECT DISTINCT coalesce(merged_into, person_id) AS root FROM told`,
    [business.id, people, importId],
  );
  await foldTraits(tx, business, people);
  await askClimbs(
    tx,
    business,
    rows.map(({ root }) => root),
  );
}

/**
 * Forgets, among the next `most` identifiers, those that the import alone told of. Who has then nothing left (no fact,
 * nothing to be recognised by, nothing anybody wrote about them) is taken off every list and ladder; whoever stays is
 * never left without anything to be recognised by. All of it is kept.
 */
export async function forgetIdentifiers(
  tx: Tx,
  business: Pick<Business, 'id'>,
  forgetting: Forgetting,
  after: IdentifierPlace | null,
  most: number,
): Promise<Forgotten> {
  const { rows } = await tx.query<IdentifierPlace & { person: number; told: boolean }>(
    `SELECT kind, value, person_id AS person, coalesce(only_imports @> ARRAY[$2::bigint], false) AS told
     FROM identifiers WHERE business_id = $1 AND (kind, value) > ($3, $4)
     ORDER BY business_id, kind, value LIMIT $5`,
    [business.id, forgetting.importId, after?.kind ?? '', after?.value ?? '', most],
  );
  const last = rows.length < most ? undefined : rows.at(-1);
  const reached = last === undefined ? null : { kind: last.kind, value: last.value };
  const people = [...new Set(rows.filter(({ told }) => told).map(({ person }) => person))];
  if (people.length === 0) return { reached, people: 0, identifiers: 0 };

  const groups = await groupsOf(tx, business, people);
  const members = groups.flatMap((group) => group.members);
  // Held until this transaction ends: who tells of one of them meanwhile waits, and finds it kept or gone.
  const { rows: signs } = await tx.query<Sign>(
    `SELECT kind, value, person_id AS person, coalesce(only_imports @> ARRAY[$3::bigint], false) AS told,
            coalesce(array_remove(only_imports, $3::bigint) = '{}', false) AS alone
     FROM identifiers WHERE business_id = $1 AND person_id = ANY($2::bigint[])
     ORDER BY kind, value FOR UPDATE`,
    [business.id, members, forgetting.importId],
  );
  // And they themselves: who tells a fact of them by number holds them, and that fact is seen from here on.
  await tx.query(
    'SELECT FROM people WHERE business_id = $1 AND person_id = ANY($2::bigint[]) ORDER BY person_id FOR UPDATE',
    [business.id, members],
  );
  const needed = await neededPeople(tx, business, members);
  const signsOf = Map.groupBy(signs, ({ person }) => person);
  const gone: number[] = [];
  const removed: Sign[] = [];
  const kept: Sign[] = [];
  const shared: Sign[] = [];
  for (const group of groups) {
    const own = group.members.flatMap((member) => signsOf.get(member) ?? []);
    const alone = own.filter((sign) => sign.alone);
    shared.push(...own.filter((sign) => sign.told && !sign.alone));
    const isNeeded = group.members.some((member) => needed.has(member));
    if (alone.length < own.length) removed.push(...alone);
    else if (isNeeded) kept.push(...alone);
    else {
      removed.push(...alone);
      gone.push(...group.members);
    }
  }
  await remove(tx, business, forgetting.importId, removed);
  // What is kept for who stays is theirs from now on, whatever else is undone.
  await writeTellers(tx, business, kept, null);
  await writeTellers(tx, business, shared, forgetting.importId);
  await takeOff(tx, business, forgetting, gone);
  return { reached, people: gone.length, identifiers: removed.length };
}

interface Sign extends IdentifierPlace {
  readonly person: number;
  /** The import told of it. */
  readonly told: boolean;
  /** And nobody else did. */
  readonly alone: boolean;
}

interface Group {
  readonly root: number;
  readonly members: readonly number[];
}

/** These people with everybody they are one with. */
async function groupsOf(tx: Tx, business: Pick<Business, 'id'>, people: readonly number[]): Promise<Group[]> {
  const { rows } = await tx.query<{ root: number; members: number[] }>(
    `WITH roots AS MATERIALIZED (
       SELECT DISTINCT p.root FROM unnest($2::bigint[]) AS one, LATERAL (
         SELECT coalesce(o.merged_into, o.person_id) AS root FROM people o
         WHERE o.business_id = $1 AND o.person_id = one LIMIT 1) p
     ) SELECT root, ARRAY[root] || ARRAY(
         SELECT o.person_id FROM people o WHERE o.business_id = $1 AND o.merged_into = root) AS members FROM roots`,
    [business.id, people],
  );
  return rows;
}

/** What is worked out from people, or written about this very undo; every other table that names them holds them. */
const DERIVED: readonly string[] = [
  'people',
  'identifiers',
  'standings',
  'moves',
  'past_moves',
  'person_scores',
  'climb_queue',
  'till_quotes',
  'one_time_codes',
  'portal_sessions',
  'withdrawn_facts',
  'withdrawn_people',
  'withdrawn_identifiers',
  // What hangs on a referral, which holds both of its people.
  'referral_news',
  'referral_postings',
  'referral_totals',
  'referral_traces',
  // What is used and kept aside; whoever was ever owed anything has an account, which holds them.
  'club_counters',
  'club_news',
  'club_holds',
  // Of whom something was told that a series of touches should hear; the series holds them.
  'cadence_news',
  // Whom to ask for a recommendation, worked out from their facts.
  'recommendation_news',
  'recommendation_ready',
  // Whose lead is looked at next; the lead itself holds them.
  'lead_news',
];

/** People are named here under another name than `person_id`, and are held by it all the same. */
const HELD_OTHERWISE: readonly (readonly [table: string, column: string])[] = [
  // Who plays a part in what somebody else buys, or said something about it.
  ['sales_memory', 'player_id'],
  ['sales_roles', 'player_id'],
  // Who recommended us to somebody.
  ['brought_friends', 'referrer_id'],
  ['sales_talks', 'player_id'],
];

/** Tables of which a row that names a person is reason enough to keep them. */
export async function tablesThatHold(tx: Tx): Promise<string[]> {
  const { rows } = await tx.query<{ name: string }>(
    `SELECT quote_ident(c.relname) AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'person_id' AND NOT a.attisdropped
       AND c.relname <> ALL($1::text[]) ORDER BY 1`,
    [DERIVED],
  );
  return rows.map(({ name }) => name);
}

/** Those of whom something is left: a fact, a note, whatever any table holds under a person's number. */
async function neededPeople(
  tx: Tx,
  business: Pick<Business, 'id'>,
  people: readonly number[],
): Promise<Set<number>> {
  const needed = new Set<number>();
  const named = (await tablesThatHold(tx)).map((name) => [name, 'person_id'] as const);
  for (const [name, column] of [...named, ...HELD_OTHERWISE]) {
    const { rows } = await tx.query<{ person: number }>(
      `SELECT one AS person FROM unnest($2::bigint[]) AS one, LATERAL (
         SELECT FROM ${name} o WHERE o.business_id = $1 AND o.${column} = one LIMIT 1) held`,
      [business.id, people],
    );
    for (const { person } of rows) needed.add(person);
  }
  return needed;
}

async function remove(
  tx: Tx,
  business: Pick<Business, 'id'>,
  importId: number,
  signs: readonly Sign[],
): Promise<void> {
  if (signs.length === 0) return;
  await tx.query(
    `WITH gone AS (
       DELETE FROM identifiers i USING unnest($2::bigint[], $3::text[], $4::text[]) AS g (person, kind, value)
       WHERE i.business_id = $1 AND i.kind = g.kind AND i.value = g.value AND i.person_id = g.person RETURNING i.*
     ) INSERT INTO withdrawn_identifiers (business_id, import_id, kind, value, person_id, learnt_at)
     SELECT business_id, $5, kind, value, person_id, learnt_at FROM gone ON CONFLICT DO NOTHING`,
    [
      business.id,
      signs.map(({ person }) => person),
      signs.map(({ kind }) => kind),
      signs.map(({ value }) => value),
      importId,
    ],
  );
}

/** Takes an import from those who tell of these identifiers; with null, everybody may be said to tell of them. */
async function writeTellers(
  tx: Tx,
  business: Pick<Business, 'id'>,
  signs: readonly Sign[],
  without: number | null,
): Promise<void> {
  if (signs.length === 0) return;
  await tx.query(
    `UPDATE identifiers i SET only_imports =
       CASE WHEN $4::bigint IS NOT NULL THEN array_remove(i.only_imports, $4::bigint) END
     FROM unnest($2::text[], $3::text[]) AS g (kind, value)
     WHERE i.business_id = $1 AND i.kind = g.kind AND i.value = g.value`,
    [business.id, signs.map(({ kind }) => kind), signs.map(({ value }) => value), without],
  );
}

/** Off every list, search and ladder: the climb that is asked for finds nobody and takes the standing away. */
async function takeOff(
  tx: Tx,
  business: Pick<Business, 'id'>,
  { importId, by }: Forgetting,
  people: readonly number[],
): Promise<void> {
  if (people.length === 0) return;
  await tx.query(
    `WITH gone AS (
       DELETE FROM people WHERE business_id = $1 AND person_id = ANY($2::bigint[]) RETURNING *
     ) INSERT INTO withdrawn_people (business_id, import_id, person_id, kind, name, known_since, created_at, merged_into)
     SELECT business_id, $3, person_id, kind, name, known_since, created_at, merged_into FROM gone ON CONFLICT DO NOTHING`,
    [business.id, people, importId],
  );
  await tx.query(
    `UPDATE merges SET undone_at = now(), undone_by = $3
     WHERE business_id = $1 AND undone_at IS NULL AND loser_id = ANY($2::bigint[])`,
    [business.id, people, by],
  );
  await askClimbs(tx, business, people);
}

/**
 * Takes back, among the next `most` people after `after`, the names that are the word of the import alone. Answers the
 * last person looked at, null when that were all.
 */
export async function forgetNames(
  tx: Tx,
  business: Pick<Business, 'id'>,
  importId: number,
  after: number,
  most: number,
): Promise<number | null> {
  const { rows } = await tx.query<{ person: number; named: boolean }>(
    `SELECT person_id AS person, coalesce(named_by_import = $2, false) AS named FROM people
     WHERE business_id = $1 AND person_id > $3 ORDER BY business_id, person_id LIMIT $4`,
    [business.id, importId, after, most],
  );
  const named = rows.filter((row) => row.named).map(({ person }) => person);
  if (named.length > 0) {
    await tx.query(
      `UPDATE people SET name = NULL, named_by_import = NULL
       WHERE business_id = $1 AND person_id = ANY($2::bigint[]) AND named_by_import = $3`,
      [business.id, named, importId],
    );
    await foldTraits(tx, business, named);
  }
  return rows.length < most ? null : (rows.at(-1)?.person ?? null);
}

const CONFLICTS_AT_A_TIME = 500;

/**
 * Settles the open conflicts that an undone import leaves without a ground: facts that wait are given to the one
 * candidate who is left, and what nobody waits for any more is no conflict.
 */
export async function settleConflicts(
  tx: Tx,
  business: Pick<Business, 'id'>,
  { importId, by }: Forgetting,
): Promise<void> {
  const waited = await waitedFor(tx, business, importId);
  let after = 0;
  for (;;) {
    const open = await openConflicts(tx, { after, limit: CONFLICTS_AT_A_TIME });
    if (open.length === 0) return;
    after = open.at(-1)?.id ?? after;
    const there = await stillThere(tx, business, [...new Set(open.flatMap(({ candidates }) => candidates))]);
    for (const conflict of open) {
      const left = conflict.candidates.filter((candidate) => there.has(candidate));
      const isWhole = left.length === conflict.candidates.length;
      const [only] = left;
      if (conflict.facts > 0 && left.length === 1 && only !== undefined)
        await decideConflict(tx, business, conflict.id, { decide: 'assign', person: only }, by);
      else if (conflict.facts > 0 && left.length === 0)
        await decideConflict(tx, business, conflict.id, { decide: 'dismiss' }, by);
      else if (conflict.facts === 0 && (!isWhole || waited.has(conflict.id)))
        await tx.query('DELETE FROM conflicts WHERE business_id = $1 AND conflict_id = $2', [
          business.id,
          conflict.id,
        ]);
    }
  }
}

async function stillThere(
  tx: Tx,
  business: Pick<Business, 'id'>,
  people: readonly number[],
): Promise<Set<number>> {
  const { rows } = await tx.query<{ person: number }>(
    'SELECT person_id AS person FROM people WHERE business_id = $1 AND person_id = ANY($2::bigint[])',
    [business.id, people],
  );
  return new Set(rows.map(({ person }) => person));
}

/** The conflicts for which facts of the import waited. */
async function waitedFor(tx: Tx, business: Pick<Business, 'id'>, importId: number): Promise<Set<number>> {
  const { rows } = await tx.query<{ conflict: number }>(
    `SELECT DISTINCT conflict_id AS conflict FROM withdrawn_facts
     WHERE business_id = $1 AND import_id = $2 AND conflict_id IS NOT NULL AND person_id IS NULL`,
    [business.id, importId],
  );
  return new Set(rows.map(({ conflict }) => conflict));
}
