import { type Database, retrying, type Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { noticeLikely } from '../people/index.ts';
import { type PeopleJob, reach, takeJob } from './job-store.ts';
import { type Alike, likelyAmong, mobileInNumber, type Suspect } from './likely.ts';

/** How far the search is: through everybody by name, then through customer numbers that may be mobiles. */
interface Place {
  readonly phase: 'names' | 'numbers';
  readonly after: string;
  readonly id: number;
}

const PEOPLE_AT_ONCE = 4_000;
/** Somebody has to look at each. */
export const MOST_FOUND = 5_000;

/**
 * Goes through everybody by name and writes down who is likely the same person, a stretch at a time. A pair that was put
 * aside before is not told again. Stops by itself when more were found than anybody will look through.
 */
export async function searchDuplicates(
  database: Database,
  business: Business,
  id: number,
  signal?: AbortSignal,
): Promise<void> {
  for (let more = true; more; ) {
    if (signal?.aborted === true) return;
    more = await retrying(() =>
      database.withBusiness(business.id, async (tx) => {
        const job = await takeJob(tx, id);
        return job === null ? false : stretch(tx, business, job);
      }),
    );
  }
}

async function stretch(tx: Tx, business: Business, job: PeopleJob): Promise<boolean> {
  const place = (job.place as Place | null) ?? { phase: 'names', after: '', id: 0 };
  const { alike, looked, next } =
    place.phase === 'names' ? await byName(tx, place) : await byNumber(tx, place);
  const told = await noticeLikely(tx, business, alike);
  const done = job.done + told;
  const end = next === null || done >= MOST_FOUND;
  await reach(tx, job.id, { place: next, looked: job.looked + looked, done, end });
  return !end;
}

interface Found {
  readonly alike: readonly Alike[];
  readonly looked: number;
  readonly next: Place | null;
}

async function byName(tx: Tx, place: Place): Promise<Found> {
  const { rows } = await tx.query<Suspect>({
    name: 'lists-namesakes',
    text: `WITH walked AS MATERIALIZED (
             SELECT p.person_id, p.name_key, p.traits, p.merged_into FROM people p
             WHERE p.business_id = this_business() AND (p.name_key, p.person_id) > ($1::text COLLATE "C", $2::bigint)
             ORDER BY p.name_key, p.person_id LIMIT $3)
           SELECT w.person_id AS id, w.name_key AS "nameKey", CASE WHEN w.merged_into IS NULL THEN w.traits END AS traits,
             (SELECT coalesce(json_agg(json_build_array(i.kind, i.value)), '[]') FROM identifiers i
              WHERE i.business_id = this_business() AND i.person_id = w.person_id AND w.merged_into IS NULL) AS identifiers
           FROM walked w ORDER BY w.name_key, w.person_id`,
    values: [place.after, place.id, PEOPLE_AT_ONCE],
  });
  const last = rows.at(-1);
  const end = rows.length < PEOPLE_AT_ONCE;
  // People of the last name may go on beyond this stretch: they are taken with the next, unless they fill one.
  const cut = !end && rows[0]?.nameKey !== last?.nameKey;
  const taken = cut ? rows.filter(({ nameKey }) => nameKey !== last?.nameKey) : rows;
  const lastTaken = taken.at(-1);
  const groups = Map.groupBy(
    taken.filter(({ traits, nameKey }) => traits !== null && nameKey !== ''),
    ({ nameKey }) => nameKey,
  );
  return {
    alike: [...groups.values()].flatMap((namesakes) => (namesakes.length < 2 ? [] : likelyAmong(namesakes))),
    looked: taken.length,
    next:
      end || lastTaken === undefined
        ? { phase: 'numbers', after: '', id: 0 }
        : { phase: 'names', after: lastTaken.nameKey, id: lastTaken.id },
  };
}

async function byNumber(tx: Tx, place: Place): Promise<Found> {
  const { rows } = await tx.query<{ value: string; person: number }>(
    `SELECT value, person_id AS person FROM identifiers
     WHERE business_id = this_business() AND kind = 'external' AND value > $1 ORDER BY value LIMIT $2`,
    [place.after, PEOPLE_AT_ONCE],
  );
  const spelt = rows.flatMap(({ value, person }) => {
    const mobile = mobileInNumber(value);
    return mobile === null ? [] : [{ mobile, person }];
  });
  const { rows: pairs } = await tx.query<{ one: number; other: number }>(
    `SELECT DISTINCT least(a.root, b.root) AS one, greatest(a.root, b.root) AS other
     FROM unnest($1::text[], $2::bigint[]) AS w (mobile, person), LATERAL (
       SELECT o.person_id FROM identifiers o WHERE o.business_id = this_business() AND o.kind = 'mobile' AND o.value = w.mobile LIMIT 1) i,
     LATERAL (SELECT coalesce(o.merged_into, o.person_id) AS root FROM people o WHERE o.business_id = this_business() AND o.person_id = w.person LIMIT 1) a,
     LATERAL (SELECT coalesce(o.merged_into, o.person_id) AS root FROM people o WHERE o.business_id = this_business() AND o.person_id = i.person_id LIMIT 1) b
     WHERE a.root <> b.root`,
    [spelt.map(({ mobile }) => mobile), spelt.map(({ person }) => person)],
  );
  const last = rows.at(-1);
  return {
    alike: pairs.map(({ one, other }) => ({
      people: [one, other] as const,
      because: 'number_is_mobile' as const,
    })),
    looked: 0,
    next:
      rows.length < PEOPLE_AT_ONCE || last === undefined
        ? null
        : { phase: 'numbers', after: last.value, id: 0 },
  };
}
