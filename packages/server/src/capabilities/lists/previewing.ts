import { climb, placesOf } from '@nardeban/core/ladder';
import type { Identifier, PersonKind } from '@nardeban/core/people';
import { accept, type Instant, refuse, type Refusal, type Result } from '@nardeban/core/values';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { activeVersions, listLadders, readingFor, readPeople, type Version } from '../ladder/index.ts';
import { membersOf, type Person, personById, type TraitValue } from '../people/index.ts';

/** One person of those that are compared side by side. */
export interface Compared {
  readonly id: number;
  readonly name: string | null;
  readonly kind: PersonKind;
  readonly identifiers: readonly Identifier[];
  readonly traits: Readonly<Record<string, TraitValue>>;
  readonly known: Instant;
  readonly facts: number;
  readonly orders: { readonly count: number; readonly spent: number; readonly last: Instant | null };
  /** Where their facts put them now, by ladder. */
  readonly places: Readonly<Record<string, { readonly key: string; readonly since: Instant }>>;
}

export interface Preview {
  readonly before: readonly Compared[];
  readonly after: readonly Compared[];
}

/** Carries what was seen out of a transaction that must leave nothing behind. */
class NotDone extends Error {
  readonly seen: Preview;
  constructor(seen: Preview) {
    super('a preview');
    this.seen = seen;
  }
}

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const MOST_COMPARED = 10;

/**
 * What would be if a deed were done. The deed itself is done, looked at, and rolled back: so what is shown is what will
 * happen, and not a second opinion of it. Nothing stays, and nobody is called. `deed` answers the people concerned.
 */
export async function previewOf(
  database: Database,
  business: Business,
  people: readonly number[],
  now: Instant,
  deed: (tx: Tx) => Promise<Result<readonly number[]>>,
): Promise<Result<Preview>> {
  try {
    await database.withBusiness(business.id, async (tx) => {
      const before = await compare(tx, business, people.slice(0, MOST_COMPARED), now);
      if (before.length === 0) throw new Refused({ code: 'person_unknown' });
      const done = await deed(tx);
      if (!done.ok) throw new Refused(done.refusal);
      const after = await compare(tx, business, done.value.slice(0, MOST_COMPARED), now);
      throw new NotDone({ before, after });
    });
  } catch (error) {
    if (error instanceof Refused)
      return refuse(error.refusal.code, error.refusal.field, error.refusal.detail);
    if (!(error instanceof NotDone)) throw error;
    return accept(error.seen);
  }
  throw new Error('A preview was not rolled back');
}

/** These people, each once and as who they are now; the ladders they stand on are climbed afresh from their facts. */
export async function compare(
  tx: Tx,
  business: Business,
  people: readonly number[],
  now: Instant,
): Promise<Compared[]> {
  const persons: Person[] = [];
  for (const id of people) {
    const person = await personById(tx, id);
    if (person !== null && !persons.some((known) => known.id === person.id)) persons.push(person);
  }
  const shown = new Set((await listLadders(tx)).map(({ key }) => key));
  const versions = (await activeVersions(tx, business)).filter(
    ({ key, state }) => state === 'published' && shown.has(key),
  );
  const places = await placesNow(
    tx,
    versions,
    persons.map(({ id }) => id),
    now,
  );
  const compared: Compared[] = [];
  for (const person of persons) {
    const members = (await membersOf(tx, [person.id])).get(person.id) ?? [person.id];
    const { rows } = await tx.query<{
      facts: number;
      orders: number;
      spent: number | null;
      last: Instant | null;
    }>(
      `SELECT count(*)::int AS facts, count(*) FILTER (WHERE type = 'order.paid')::int AS orders,
         (sum(amount) FILTER (WHERE type = 'order.paid'))::int8 AS spent, max(at) FILTER (WHERE type = 'order.paid') AS last
       FROM facts WHERE business_id = this_business() AND person_id = ANY($1::bigint[])`,
      [members],
    );
    const [read] = rows;
    compared.push({
      id: person.id,
      name: person.name,
      kind: person.kind,
      identifiers: person.identifiers,
      traits: person.traits,
      known: person.knownSince,
      facts: read?.facts ?? 0,
      orders: { count: read?.orders ?? 0, spent: read?.spent ?? 0, last: read?.last ?? null },
      places: places.get(person.id) ?? {},
    });
  }
  return compared;
}

async function placesNow(
  tx: Tx,
  versions: readonly Version[],
  people: readonly number[],
  now: Instant,
): Promise<Map<number, Record<string, { key: string; since: Instant }>>> {
  const places = new Map<number, Record<string, { key: string; since: Instant }>>();
  if (versions.length === 0 || people.length === 0) return places;
  const reading = readingFor(versions.map(({ definition }) => definition));
  await readPeople(tx, people, reading, ({ personId, history }) => {
    const mine: Record<string, { key: string; since: Instant }> = {};
    for (const version of versions) {
      const { place, since } = climb(version.compiled, history, now);
      const key = place === null ? undefined : placesOf(version.definition)[place]?.key;
      if (key !== undefined) mine[version.key] = { key, since };
    }
    places.set(personId, mine);
  });
  return places;
}
