import { accept, displayText, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Clock } from '../../platform/clock/index.ts';
import { type Database, retrying, type Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { appendFacts, type FactRow, sourceId, STAFF_SOURCE } from '../facts/index.ts';
import { failJob, type PeopleJob, reach, takeJob } from './job-store.ts';
import { BY_NUMBER, type Place } from './orders.ts';
import { readySelection, type Selection } from './selection.ts';
import { walkPeople } from './walking.ts';

export interface Tagging {
  readonly selection: Selection;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

const AT_ONCE = 1_000;
const MOST_TAGS = 20;
const LONGEST_TAG = 100;

/** Refusals: `tags_missing`, `tag_both_ways`, `text_too_long`. */
export function checkTags(
  add: readonly string[],
  remove: readonly string[],
): Result<Omit<Tagging, 'selection'>> {
  const read = (tags: readonly string[]): string[] => [
    ...new Set(tags.map(displayText).filter((tag) => tag !== '')),
  ];
  const tags = { add: read(add), remove: read(remove) };
  if (tags.add.length + tags.remove.length === 0) return refuse('tags_missing', 'add');
  if (tags.add.length + tags.remove.length > MOST_TAGS)
    return refuse('too_many_fields', 'add', { most: MOST_TAGS });
  if ([...tags.add, ...tags.remove].some((tag) => tag.length > LONGEST_TAG))
    return refuse('text_too_long', 'add', { field: 'tag' });
  const both = tags.add.find((tag) => tags.remove.includes(tag));
  if (both !== undefined) return refuse('tag_both_ways', 'add', { tag: both });
  return accept(tags);
}

/**
 * Does a tagging or its undoing, or goes on with it: a stretch at a time, each in one transaction with the place it
 * reached. Killed at any moment it does nothing twice, for the key of every fact is made of the job, the person and the tag.
 */
export async function runTagging(
  database: Database,
  clock: Clock,
  business: Business,
  id: number,
  signal?: AbortSignal,
): Promise<void> {
  for (let more = true; more; ) {
    if (signal?.aborted === true) return;
    more = await retrying(() =>
      database.withBusiness(business.id, async (tx) => {
        const job = await takeJob(tx, id);
        if (job === null) return false;
        return job.kind === 'tagging'
          ? tagStretch(tx, business, job, clock.now())
          : untagStretch(tx, business, job);
      }),
    );
  }
}

/** Answers whether there is more to do. */
async function tagStretch(tx: Tx, business: Business, job: PeopleJob, now: Instant): Promise<boolean> {
  const { selection, add, remove } = job.asked as unknown as Tagging;
  const filter = await readySelection(tx, business, selection);
  if (!filter.ok) {
    await failJob(tx, job.id, filter.refusal);
    return false;
  }
  const walk = await walkPeople(tx, business, {
    filter: filter.value,
    order: BY_NUMBER,
    place: job.place as Place | null,
    limit: AT_ONCE,
    now,
    budget: { people: 20_000, ms: 2_000 },
  });
  const tagged = await tagsOf(
    tx,
    walk.people.map(({ id }) => id),
  );
  const source = await sourceId(tx, business, STAFF_SOURCE);
  const rows: FactRow[] = [];
  const touched = new Set<number>();
  const tell = (person: number, type: 'tag.added' | 'tag.removed', tag: string): void => {
    touched.add(person);
    rows.push({
      personId: person,
      conflictId: null,
      type,
      // Everybody at the same instant, also when the job is gone on with a day later.
      at: job.madeAt,
      sourceId: source,
      key: `tagging ${job.id} ${person} ${type} ${tag}`,
      data: { tag },
    });
  };
  for (const { id: person } of walk.people) {
    const present = tagged.get(person) ?? new Map<string, readonly number[]>();
    // What is so already is not told, so that undoing takes away only what this has done.
    for (const tag of add) if (!present.has(tag)) tell(person, 'tag.added', tag);
    for (const tag of remove) for (const holder of present.get(tag) ?? []) tell(holder, 'tag.removed', tag);
  }
  await appendFacts(tx, business, rows);
  await reach(tx, job.id, {
    place: walk.further,
    looked: job.looked + walk.looked,
    done: job.done + touched.size,
    end: walk.further === null,
  });
  return walk.further !== null;
}

/** The tags of these people, and which of the persons who are one with them hold each. */
async function tagsOf(
  tx: Tx,
  people: readonly number[],
): Promise<Map<number, Map<string, readonly number[]>>> {
  const { rows } = await tx.query<{ root: number; id: number; tags: string[] }>(
    `SELECT m.root, m.id, m.tags FROM unnest($1::bigint[]) AS one, LATERAL (
       SELECT one AS root, p.person_id AS id, p.traits -> 'tags' AS tags FROM people p
       WHERE p.business_id = this_business() AND p.person_id = one
       UNION ALL
       SELECT one, p.person_id, p.traits -> 'tags' FROM people p WHERE p.business_id = this_business() AND p.merged_into = one) m
     WHERE m.tags IS NOT NULL`,
    [people],
  );
  const tagged = new Map<number, Map<string, readonly number[]>>();
  for (const { root, id, tags } of rows) {
    const held = tagged.get(root) ?? new Map<string, readonly number[]>();
    for (const tag of tags) held.set(tag, [...(held.get(tag) ?? []), id]);
    tagged.set(root, held);
  }
  return tagged;
}

/** The facts a tagging has told, found by their keys, are answered one by one with their opposite. */
async function untagStretch(tx: Tx, business: Business, job: PeopleJob): Promise<boolean> {
  const { job: undone } = job.asked as { readonly job: number };
  const source = await sourceId(tx, business, STAFF_SOURCE);
  const start = `tagging ${undone} `;
  const after = typeof job.place === 'string' ? job.place : start;
  const { rows: told } = await tx.query<{ person: number; type: string; key: string; tag: string }>(
    `SELECT person_id AS person, type, key, data ->> 'tag' AS tag FROM facts
     WHERE business_id = this_business() AND source_id = $1 AND key > $2 AND key < $3 ORDER BY key LIMIT $4`,
    [source, after, `tagging ${undone}!`, AT_ONCE],
  );
  await appendFacts(
    tx,
    business,
    told.map(({ person, type, key, tag }) => ({
      personId: person,
      conflictId: null,
      type: type === 'tag.added' ? 'tag.removed' : 'tag.added',
      at: job.madeAt,
      sourceId: source,
      key: `un${key}`,
      data: { tag },
    })),
  );
  const end = told.length < AT_ONCE;
  await reach(tx, job.id, {
    place: told.at(-1)?.key ?? after,
    looked: job.looked + told.length,
    done: job.done + new Set(told.map(({ person }) => person)).size,
    end,
  });
  return !end;
}
