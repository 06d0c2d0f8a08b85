import {
  compile,
  placesOf,
  WhatIf,
  type Climb,
  type Comparison,
  type Definition,
} from '@nardeban/core/ladder';
import {
  accept,
  addMonths,
  refuse,
  startOfMonth,
  zoneOf,
  type Instant,
  type Result,
} from '@nardeban/core/values';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { climbEverybody } from './streaming.ts';
import { calendarOf, publishedVersion, type Version } from './versions.ts';

/** What a draft would have done to the real past, beside what is published. Places are named by their keys. */
export interface WhatIfAnswer {
  readonly ladder: string;
  /** The version it is compared with; null when nothing is published, and the draft stands alone. */
  readonly version: number | null;
  readonly asOf: Instant;
  readonly people: number;
  /** People whose place is another under the draft. */
  readonly changed: number;
  readonly published: readonly PlaceCount[];
  readonly draft: readonly PlaceCount[];
  /** From the place as published to the place in the draft, where they differ. */
  readonly moves: readonly { readonly from: string; readonly to: string; readonly people: number }[];
  /** Steps up and down in the whole past under each. */
  readonly steps: Comparison['steps'];
  /** At the end of each month of the business's calendar, oldest first. */
  readonly history: readonly {
    readonly at: Instant;
    readonly published: readonly PlaceCount[];
    readonly draft: readonly PlaceCount[];
  }[];
  /** The first people who change; ask `onChange` for all of them. */
  readonly changes: readonly Change[];
}

export interface PlaceCount {
  readonly key: string;
  readonly people: number;
}

export interface Change {
  readonly personId: number;
  readonly from: string;
  readonly to: string;
}

export interface WhatIfOptions {
  readonly asOf: Instant;
  /** Months of history, the present one included; default 24. */
  readonly months?: number;
  /** People in `changes`; default 100. */
  readonly sample?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (people: number, total: number) => void;
  /** Called for everybody who changes, in order of number. */
  readonly onChange?: (change: Change) => void;
}

/**
 * Climbs everybody twice, by the published version and by the draft, and writes nothing. Memory does not grow with the
 * number of people. Where nothing is published, the draft is climbed alone. Refusal: `stopped`.
 */
export async function whatIf(
  database: Database,
  business: Business,
  definition: Definition,
  options: WhatIfOptions,
): Promise<Result<WhatIfAnswer>> {
  const [published, total] = await database.withBusiness(business.id, async (tx) => [
    await publishedVersion(tx, business, definition.key),
    await peopleIn(tx),
  ]);
  const draft: Version = {
    ...(published ?? { ladderId: 0, key: definition.key, version: 0 }),
    state: 'draft',
    definition,
    compiled: compile(definition, calendarOf(business)),
  };
  const keys = {
    published: published === null ? [] : placesOf(published.definition).map((place) => place.key),
    draft: placesOf(definition).map((place) => place.key),
  };
  const ends = monthEnds(business, options.asOf, options.months ?? 24);
  const comparison = new WhatIf(keys.published, keys.draft, ends);
  const sample = options.sample ?? 100;
  const changes: Change[] = [];
  let people = 0;
  let before: Climb | null = null;
  // Compared as soon as a person is climbed by both: kept until a batch is whole, climbs take long to be cleared away.
  const asPublished = (version: Version) => ({
    version,
    add(_personId: number, climb: Climb) {
      before = climb;
    },
  });
  const asDrafted = {
    version: draft,
    add(personId: number, after: Climb) {
      people += 1;
      if (!comparison.add(before, after) || before === null) return;
      const change = {
        personId,
        from: keys.published[before.place ?? 0] ?? '',
        to: keys.draft[after.place ?? 0] ?? '',
      };
      if (changes.length < sample) changes.push(change);
      options.onChange?.(change);
    },
  };
  const ended = await climbEverybody(
    database,
    business.id,
    () => [...(published === null ? [] : [asPublished(published)]), asDrafted],
    { asOf: options.asOf, signal: options.signal },
    async () => options.onProgress?.(people, Math.max(people, total)),
  );
  if (ended === 'stopped') return refuse('stopped');
  const result = comparison.result();
  const counted = (places: readonly string[], counts: readonly number[]): PlaceCount[] =>
    places.map((key, index) => ({ key, people: counts[index] ?? 0 }));
  return accept({
    ladder: definition.key,
    version: published?.version ?? null,
    asOf: options.asOf,
    people: result.people,
    changed: result.changed,
    published: counted(keys.published, result.published),
    draft: counted(keys.draft, result.draft),
    moves: result.matrix.flatMap((row, from) =>
      row.flatMap((count, to) => {
        const [fromKey, toKey] = [keys.published[from] ?? '', keys.draft[to] ?? ''];
        return count > 0 && fromKey !== toKey ? [{ from: fromKey, to: toKey, people: count }] : [];
      }),
    ),
    steps: result.steps,
    history: result.history.map((month) => ({
      at: month.at,
      published: counted(keys.published, month.published),
      draft: counted(keys.draft, month.draft),
    })),
    changes,
  });
}

/** So many people there are to climb; those merged into another count with that one. */
async function peopleIn(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ people: number }>(
    'SELECT count(*) AS people FROM people WHERE business_id = this_business() AND merged_into IS NULL',
  );
  return rows[0]?.people ?? 0;
}

/** The last instants of the months before `asOf`'s, oldest first, and `asOf` itself for the present one. */
function monthEnds(business: Business, asOf: Instant, months: number): Instant[] {
  const zone = zoneOf(business.zone);
  const present = startOfMonth(zone.dayOf(asOf), business.calendar);
  const ends: Instant[] = [];
  for (let back = Math.max(0, Math.min(months, 240) - 1); back > 0; back--) {
    ends.push(zone.startOf(addMonths(present, 1 - back, business.calendar)) - 1);
  }
  ends.push(asOf);
  return ends;
}
