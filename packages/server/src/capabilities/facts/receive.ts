import { checkFact, type Vocabulary } from '@nardeban/core/facts';
import type { Refusal } from '@nardeban/core/values';
import type { Clock } from '../../platform/clock/index.ts';
import { type Database, retrying, type Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { type Resolution, resolvePeople } from '../people/index.ts';
import { appendNumbered } from './append.ts';
import type { FactRow } from './fact-row.ts';
import { type ReadFact, readIncoming } from './incoming.ts';
import { sourceId } from './sources.ts';
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
  /** Canonical people of the numbers that facts named. */
  readonly people: ReadonlyMap<number, number>;
}

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
  const told = await retrying(() =>
    database.withBusiness(business.id, (tx) => tell(tx, business, lines, now)),
  );
  for (const [index, answer] of told) answers[index] = answer;
  return answers;
}

async function tell(
  tx: Tx,
  business: Pick<Business, 'id'>,
  lines: readonly Line[],
  now: number,
): Promise<Map<number, FactAnswer>> {
  const answers = new Map<number, FactAnswer>();
  const known = await readKnown(tx, business, lines);
  const good: Line[] = [];
  for (const line of lines) {
    const refusal = refusalOf(line.fact, now, known);
    if (refusal === null) good.push(line);
    else answers.set(line.index, { status: 'refused', refusal });
  }
  // Two callers that send the same facts in different orders must not wait for each other.
  good.sort((a, b) => (a.fact.key < b.fact.key ? -1 : a.fact.key > b.fact.key ? 1 : a.index - b.index));

  const resolutions = await resolveLines(tx, business, good, known);
  const rows: FactRow[] = [];
  for (const [place, { fact }] of good.entries()) {
    const resolution = resolutions[place] ?? { nobody: true };
    let source = known.sources.get(fact.source);
    if (source === undefined) {
      source = await sourceId(tx, business, fact.source);
      known.sources.set(fact.source, source);
    }
    rows.push({
      personId: 'personId' in resolution ? resolution.personId : null,
      conflictId: 'conflictId' in resolution ? resolution.conflictId : null,
      type: fact.type,
      at: fact.at,
      sourceId: source,
      key: fact.key,
      data: fact.data,
    });
  }
  const appended = await appendNumbered(tx, business, rows);
  for (const [place, { index, fact }] of good.entries()) {
    const { outcome, factId } = appended[place] ?? { outcome: 'differs', factId: 0 };
    const resolution = resolutions[place] ?? { nobody: true };
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

function refusalOf(fact: ReadFact, now: number, known: Known): Refusal | null {
  const checked = checkFact(fact, now, known.words);
  if (!checked.ok) return checked.refusal;
  if (fact.personId === null || known.people.has(fact.personId)) return null;
  return { code: 'person_unknown', field: 'person.id', detail: { id: fact.personId } };
}

/** In facts that name their person by number there is nothing to find out. */
async function resolveLines(
  tx: Tx,
  business: Pick<Business, 'id'>,
  lines: readonly Line[],
  known: Known,
): Promise<Resolution[]> {
  const asked = lines.filter(({ fact }) => fact.personId === null);
  const resolved = await resolvePeople(
    tx,
    business,
    asked.map(({ fact }) => fact.who),
    asked.map(({ fact }) => fact.at),
  );
  let next = 0;
  return lines.map(({ fact }): Resolution => {
    if (fact.personId === null) return resolved[next++] ?? { nobody: true };
    return { personId: fact.personId, canonicalId: known.people.get(fact.personId) ?? fact.personId };
  });
}

/** Sources, people by number and the business's own words, in one round trip. */
async function readKnown(tx: Tx, business: Pick<Business, 'id'>, lines: readonly Line[]): Promise<Known> {
  const { rows } = await tx.query<{
    sources: [string, number][] | null;
    custom: CustomFactRow[] | null;
    people: [number, number][] | null;
  }>({
    name: 'facts-known',
    text: `
      SELECT (SELECT json_agg(json_build_array(name, source_id)) FROM sources
              WHERE business_id = $1 AND name = ANY($2::text[])) AS sources,
             (SELECT json_agg(json_build_object('name', name, 'fields', fields, 'fa', title_fa, 'en', title_en))
              FROM custom_facts WHERE business_id = $1 AND $3::boolean) AS custom,
             (SELECT json_agg(json_build_array(person_id, coalesce(merged_into, person_id))) FROM people
              WHERE business_id = $1 AND person_id = ANY($4::bigint[])) AS people`,
    values: [
      business.id,
      [...new Set(lines.map(({ fact }) => fact.source))],
      lines.some(({ fact }) => fact.type.startsWith('custom.')),
      [...new Set(lines.map(({ fact }) => fact.personId).filter((id) => id !== null))],
    ],
  });
  const [found] = rows;
  return {
    sources: new Map(found?.sources ?? []),
    words: withCustom(found?.custom ?? []),
    people: new Map(found?.people ?? []),
  };
}
