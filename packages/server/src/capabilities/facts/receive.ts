import { checkFact, checkTraitFact, type DeclaredTraits, type Vocabulary } from '@nardeban/core/facts';
import type { Refusal } from '@nardeban/core/values';
import type { Clock } from '../../platform/clock/index.ts';
import {
  type Database,
  OVERTAKEN,
  retrying,
  type Rows,
  type Statement,
  type Tx,
} from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import {
  arrivalsOf,
  callClimber,
  type Recognised,
  type Resolution,
  resolvePeople,
  traitTypes,
} from '../people/index.ts';
import { type Appended, appendedBy, type AppendedRow, appendNumbered, appendStatement } from './append.ts';
import type { FactRow } from './fact-row.ts';
import { readTraits, type TraitRow, TRAITS_JSON } from './declared-traits.ts';
import { type ReadFact, readIncoming } from './incoming.ts';
import { type KnownSources, knownSources } from './known-sources.ts';
import { sourceId } from './sources.ts';
import { readStored } from './stored.ts';
import { type CustomFactRow, withCustom } from './vocabulary.ts';

/** More than this in one batch is for an import. */
export const MOST_FACTS_RECEIVED = 1_000;

/** What became of one fact that was sent. */
export type FactAnswer =
  | {
      readonly status: 'stored' | 'unchanged';
      readonly factId: number;
      /** The canonical person; null when nobody is known, or when a conflict must be decided first. */
      readonly personId: number | null;
      readonly conflictId: number | null;
    }
  | { readonly status: 'refused'; readonly refusal: Refusal };

interface Line {
  readonly index: number;
  readonly fact: ReadFact;
}

interface Known {
  readonly sources: Map<string, number>;
  readonly words: Vocabulary;
  readonly traits: DeclaredTraits;
  /** Of the people whom facts named by number: who they are now, and since when they are known. */
  readonly people: ReadonlyMap<number, { readonly root: number; readonly since: number }>;
}

/** A writer who meets the same new people is done with them after one attempt more; so many mean a defect. */
const MOST_ATTEMPTS = 10;

/**
 * Takes in facts from outside: checks each, finds or creates its person, stores it; answers each in order. A line that
 * is refused does not keep the others out, and those that are good are stored in one transaction. Beside the refusals
 * of readIncoming and checkFact: `person_unknown` (no person has this number), `key_taken` (another fact stands under
 * this key). Throws RangeError for more than MOST_FACTS_RECEIVED.
 */
export async function receiveFacts(
  database: Database,
  clock: Clock,
  business: Pick<Business, 'id'>,
  incoming: readonly unknown[],
): Promise<FactAnswer[]> {
  if (incoming.length > MOST_FACTS_RECEIVED) throw new RangeError('Too many facts in one batch');
  const answers: FactAnswer[] = [];
  const lines: Line[] = [];
  for (const [index, raw] of incoming.entries()) {
    const read = readIncoming(raw);
    if (read.ok) lines.push({ index, fact: read.value });
    else answers[index] = { status: 'refused', refusal: read.refusal };
  }
  if (lines.length === 0) return answers;
  const now = clock.now();
  // Nearly always all are new, and it is quicker to find out that one is not by its failure than by looking for it.
  const { repeating } = knownSources(database, business);
  let allNew = lines.every(({ fact }) => !repeating.has(fact.source));
  const attempt = async (): Promise<Map<number, FactAnswer>> => {
    const supposed = allNew;
    allNew = false;
    return tell(database, business, lines, { now, allNew: supposed });
  };
  const stored = await retrying(attempt, MOST_ATTEMPTS, OVERTAKEN);
  for (const [index, answer] of stored) answers[index] = answer;
  return answers;
}

/**
 * In two round trips for nearly everything that is told: one begins and reads, one writes and commits. Where more than
 * new people and facts has to be written, the same transaction goes on step by step.
 */
async function tell(
  database: Database,
  business: Pick<Business, 'id'>,
  lines: readonly Line[],
  { now, allNew }: { readonly now: number; readonly allNew: boolean },
): Promise<Map<number, FactAnswer>> {
  const answers = new Map<number, FactAnswer>();
  const sources = knownSources(database, business);
  const asked = lines.filter(({ fact }) => fact.personId === null).map(({ fact }) => fact.who);
  const arrivals = arrivalsOf(database, business, asked);
  let good: Line[] = [];
  let rows: FactRow[] = [];
  let resolutions: readonly Resolution[] = [];
  let written: Rows<AppendedRow> | null = null;
  let appended: readonly Appended[] = await database.withBusiness(
    business.id,
    async (tx) => {
      const asking = knownStatement(business, lines, sources);
      const found = await tx.queryAll<object[]>([...asking, ...arrivals.statements]);
      const known = readKnown(found.splice(0, asking.length) as Rows<KnownRow>[], sources);
      for (const line of lines) {
        const refusal = refusalOf(line.fact, now, known);
        if (refusal === null) good.push(line);
        else answers.set(line.index, { status: 'refused', refusal });
      }
      // Two callers that send the same facts in different orders must not wait for each other.
      good.sort((a, b) => (a.fact.key < b.fact.key ? -1 : a.fact.key > b.fact.key ? 1 : a.index - b.index));
      const unnumbered = good.filter(({ fact }) => fact.personId === null);
      const who = unnumbered.map(({ fact }) => fact.who);
      const at = unnumbered.map(({ fact }) => fact.at);
      const recognised = arrivals.recognise(found, who, at);
      const plain = good.every(({ fact }) => known.sources.has(fact.source) && !traitTypes.has(fact.type));
      if (recognised !== null && plain && good.length > 0) {
        resolutions = resolutionsOf(good, recognised.resolutions, known);
        rows = rowsOf(good, resolutions, known);
        written = await writeAll(tx, business, { rows, resolutions, recognised, known, allNew });
        return [];
      }
      resolutions = resolutionsOf(good, await resolvePeople(tx, business, who, at), known);
      await numberSources(tx, business, good, known);
      rows = rowsOf(good, resolutions, known);
      return appendNumbered(tx, business, rows);
    },
    { plannedOnce: true },
  );
  if (written !== null) {
    if (told(written)) callClimber(database, business.id);
    appended = await appendedBy(written, rows, (repeated) =>
      database.withBusiness(business.id, (tx) => readStored(tx, business, repeated)),
    );
  }
  for (const [place, { index, fact }] of good.entries()) {
    const { outcome, factId } = appended[place] ?? { outcome: 'differs', factId: 0 };
    const resolution = resolutions[place] ?? { nobody: true };
    if (outcome !== 'stored') sources.repeating.add(fact.source);
    answers.set(
      index,
      outcome === 'differs'
        ? { status: 'refused', refusal: { code: 'key_taken', field: 'key', detail: { key: fact.key } } }
        : {
            status: outcome,
            factId,
            personId: 'canonicalId' in resolution ? resolution.canonicalId : null,
            conflictId: 'conflictId' in resolution ? resolution.conflictId : null,
          },
    );
  }
  return answers;
}

/** Was any fact new? */
function told({ rows: [row] }: Rows<AppendedRow>): boolean {
  return (row?.numbers ?? row?.told ?? null) !== null;
}

/** Newcomers, facts and the end of the transaction at once. */
async function writeAll(
  tx: Tx,
  business: Pick<Business, 'id'>,
  {
    rows,
    resolutions,
    recognised,
    known,
    allNew,
  }: {
    readonly rows: readonly FactRow[];
    readonly resolutions: readonly Resolution[];
    readonly recognised: Recognised;
    readonly known: Known;
    readonly allNew: boolean;
  },
): Promise<Rows<AppendedRow>> {
  const roots = new Map<number, number>();
  const early = new Set<number>();
  for (const [place, { personId, at }] of rows.entries()) {
    const resolution = resolutions[place];
    if (personId === null || resolution === undefined || !('canonicalId' in resolution)) continue;
    if (resolution.canonicalId !== personId) roots.set(personId, resolution.canonicalId);
    const since = recognised.knownSince.get(personId) ?? known.people.get(personId)?.since;
    if (since !== undefined && at < since) early.add(personId);
  }
  const append = appendStatement(business, rows, { roots, early: [...early] }, { allNew });
  const statements: Statement[] = recognised.statement === null ? [append] : [recognised.statement, append];
  const answers = await tx.commitWith(statements);
  return answers.at(-1) ?? { rows: [], rowCount: 0 };
}

function refusalOf(fact: ReadFact, now: number, known: Known): Refusal | null {
  const checked = checkFact(fact, now, known.words);
  if (!checked.ok) return checked.refusal;
  const trait = checkTraitFact(fact, known.traits);
  if (!trait.ok) return trait.refusal;
  if (fact.personId === null || known.people.has(fact.personId)) return null;
  return { code: 'person_unknown', field: 'person.id', detail: { id: fact.personId } };
}

/** In facts that name their person by number there is nothing to find out. */
function resolutionsOf(
  lines: readonly Line[],
  resolved: readonly Resolution[],
  known: Known,
): readonly Resolution[] {
  let next = 0;
  return lines.map(({ fact }): Resolution => {
    if (fact.personId === null) return resolved[next++] ?? { nobody: true };
    return {
      personId: fact.personId,
      canonicalId: known.people.get(fact.personId)?.root ?? fact.personId,
    };
  });
}

function rowsOf(lines: readonly Line[], resolutions: readonly Resolution[], known: Known): FactRow[] {
  return lines.map(({ fact }, place) => {
    const resolution = resolutions[place] ?? { nobody: true };
    return {
      personId: 'personId' in resolution ? resolution.personId : null,
      conflictId: 'conflictId' in resolution ? resolution.conflictId : null,
      type: fact.type,
      at: fact.at,
      sourceId: known.sources.get(fact.source) ?? 0,
      key: fact.key,
      data: fact.data,
    };
  });
}

/** Gives numbers to sources that were never heard of. */
async function numberSources(
  tx: Tx,
  business: Pick<Business, 'id'>,
  lines: readonly Line[],
  known: Known,
): Promise<void> {
  for (const { fact } of lines) {
    if (!known.sources.has(fact.source))
      known.sources.set(fact.source, await sourceId(tx, business, fact.source));
  }
}

interface KnownRow {
  readonly sources: [string, number][] | null;
  readonly custom: CustomFactRow[] | null;
  readonly traits: TraitRow[] | null;
  readonly only: boolean | null;
  readonly people: [id: number, root: number, since: number][] | null;
}

/**
 * Sources, people by number and the business's own words. Those people stay until the facts are stored: an undo that would
 * take one of them off waits, and then finds the fact. No statement where nothing of it is needed, as nearly always.
 */
function knownStatement(
  business: Pick<Business, 'id'>,
  lines: readonly Line[],
  { numbers }: KnownSources,
): Statement[] {
  const sources = [...new Set(lines.map(({ fact }) => fact.source))].filter((name) => !numbers.has(name));
  const people = [...new Set(lines.flatMap(({ fact }) => fact.personId ?? []))];
  const usesCustom = lines.some(({ fact }) => fact.type.startsWith('custom.'));
  const usesTraits = lines.some(({ fact }) => fact.type === 'trait.changed');
  if (sources.length === 0 && people.length === 0 && !usesCustom && !usesTraits) return [];
  const statement: Statement = {
    name: 'facts-known',
    text: `
      SELECT (SELECT json_agg(json_build_array(name, source_id)) FROM sources
              WHERE business_id = $1 AND name = ANY($2::text[])) AS sources,
             (SELECT json_agg(json_build_object('name', name, 'fields', fields, 'fa', title_fa, 'en', title_en,
                                                'archived', archived_at IS NOT NULL))
              FROM custom_facts WHERE business_id = $1 AND $3::boolean) AS custom,
             CASE WHEN $5::boolean THEN ${TRAITS_JSON} END AS traits,
             (SELECT only_declared_traits FROM businesses WHERE business_id = $1 AND $5::boolean) AS only,
             (SELECT json_agg(json_build_array(person_id, coalesce(merged_into, person_id),
                                               extract(epoch FROM known_since) * 1000)) FROM (
                SELECT person_id, merged_into, known_since FROM people
                WHERE business_id = $1 AND person_id = ANY($4::bigint[]) ORDER BY person_id FOR KEY SHARE) held) AS people`,
    values: [business.id, sources, usesCustom, people, usesTraits],
  };
  return [statement];
}

function readKnown(answers: readonly Rows<KnownRow>[], { numbers }: KnownSources): Known {
  const found = answers[0]?.rows[0];
  for (const [name, number] of found?.sources ?? []) numbers.set(name, number);
  return {
    sources: new Map(numbers),
    words: withCustom(found?.custom ?? []),
    traits: readTraits(found?.traits ?? [], found?.only ?? false),
    people: new Map((found?.people ?? []).map(([id, root, since]) => [id, { root, since }])),
  };
}
