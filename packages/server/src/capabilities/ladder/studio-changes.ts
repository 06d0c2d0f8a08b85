import { type Because, type Criteria, evaluate } from '@nardeban/core/criteria';
import { climb, compile, type Definition, placesOf } from '@nardeban/core/ladder';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { namesOf } from '../people/index.ts';
import { readPeopleAfter } from './histories.ts';
import { readingFor } from './reading.ts';
import { PEOPLE_PER_BATCH } from './streaming.ts';
import { calendarOf, publishedVersion } from './versions.ts';

/** Somebody who stands elsewhere under a draft. */
export interface ChangedPerson {
  readonly id: number;
  readonly name: string | null;
  readonly from: string;
  readonly to: string;
  /** By height in the draft; a typology, and a rung that the draft has not, know no height. */
  readonly direction: 'up' | 'down' | 'other';
  /** The draft's criteria that decide: those that bring them to `to`, or those they no longer meet of `from`. */
  readonly because: Because | null;
}

export interface ChangedPage {
  readonly people: readonly ChangedPerson[];
  /** Send it as `after`; null: everybody was looked at. A page may be short, or empty, and have a next one. */
  readonly next: number | null;
  /** How many people were climbed for this page. */
  readonly looked: number;
}

export interface ChangesAsked {
  readonly asOf: Instant;
  readonly after: number;
  readonly limit: number;
  /** Only those who go from this place, or to that one. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly signal?: AbortSignal;
}

/** A page is answered after so long with what was found until then: few may change among very many. */
const LONGEST_MS = 4000;

/**
 * The people who stand elsewhere under a draft than under what is published, in order of number, each with the reason. One
 * page looks at as many people as it takes, batch by batch, and keeps only those it answers. Refusals: `ladder_unknown`
 * when nothing is published, `stopped`.
 */
export async function changedPeople(
  database: Database,
  clock: Clock,
  business: Business,
  definition: Definition,
  asked: ChangesAsked,
): Promise<Result<ChangedPage>> {
  const published = await database.withBusiness(business.id, (tx) =>
    publishedVersion(tx, business, definition.key),
  );
  if (published === null) return refuse('ladder_unknown', 'key', { ladder: definition.key });
  const draft = compile(definition, calendarOf(business));
  const reading = readingFor([published.definition, definition], { ids: true });
  const before = placesOf(published.definition).map(({ key }) => key);
  const after = placesOf(definition).map(({ key }) => key);
  const begun = clock.now();
  const found: Omit<ChangedPerson, 'name'>[] = [];
  let next: number | null = asked.after;
  let looked = 0;
  while (next !== null && found.length < asked.limit) {
    if (asked.signal?.aborted) return refuse('stopped');
    if (looked > 0 && clock.now() - begun > LONGEST_MS) break;
    let enough: number | null = null;
    const last: number | null = await database.withBusiness(
      business.id,
      (tx) =>
        readPeopleAfter(tx, next ?? 0, PEOPLE_PER_BATCH, reading, ({ personId, history }) => {
          // People merged together come after the others of their batch; each is looked at, none is told twice.
          looked++;
          const stood = climb(published.compiled, history, asked.asOf).place;
          const stands = climb(draft, history, asked.asOf).place;
          const from = stood === null ? undefined : before[stood];
          const to = stands === null ? undefined : after[stands];
          if (from === undefined || to === undefined || from === to) return;
          if ((asked.from ?? from) !== from || (asked.to ?? to) !== to) return;
          const decided = decidingCriteria(definition, from, to);
          found.push({
            id: personId,
            from,
            to,
            direction: decided.direction,
            because:
              decided.criteria === null
                ? null
                : evaluate(decided.criteria, history, asked.asOf, calendarOf(business)).because,
          });
        }),
      { readOnly: true },
    );
    if (found.length > asked.limit) {
      found.sort((one, other) => one.id - other.id);
      found.length = asked.limit;
      enough = found.at(-1)?.id ?? null;
    }
    next = enough ?? last;
  }
  found.sort((one, other) => one.id - other.id);
  const ids = found.map(({ id }) => id);
  const names = await database.withBusiness(business.id, (tx) => namesOf(tx, ids));
  return accept({
    people: found.map((one) => ({ ...one, name: names.get(one.id) ?? null })),
    next,
    looked,
  });
}

function decidingCriteria(
  definition: Definition,
  from: string,
  to: string,
): { readonly direction: ChangedPerson['direction']; readonly criteria: Criteria | null } {
  if (definition.kind === 'typology') {
    const when = (key: string) => definition.classes.find((one) => one.key === key)?.when ?? null;
    return { direction: 'other', criteria: when(to) ?? when(from) };
  }
  const height = (key: string) => definition.rungs.findIndex((rung) => rung.key === key);
  const [low, high] = [height(from), height(to)];
  if (low === -1 || high > low)
    return { direction: low === -1 ? 'other' : 'up', criteria: definition.rungs[high]?.enter ?? null };
  const left = definition.rungs[low];
  const stay =
    left?.stay !== undefined && left.enter !== undefined ? { any: [left.stay, left.enter] } : left?.enter;
  return { direction: 'down', criteria: stay ?? null };
}
