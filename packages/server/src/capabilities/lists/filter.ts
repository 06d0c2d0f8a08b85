import { type Criteria, criteriaSchema, validateCriteria } from '@nardeban/core/criteria';
import { placesOf } from '@nardeban/core/ladder';
import { accept, type Instant, readIsoDay, refuse, type Result, zoneOf } from '@nardeban/core/values';
import { z } from 'zod';
import { timestamptz, type Tx } from '../../platform/database/index.ts';
import { dayText, described } from '../../platform/http/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { vocabularyOf } from '../facts/index.ts';
import { publishedVersion, type Version } from '../ladder/index.ts';
import { segmentVersion } from './segment-store.ts';

const word = z.string().trim().min(1).max(100);
const few = 20;

/** Criteria are read by core, which says what is wrong with them and where. */
export const criteriaInput = described(criteriaSchema, 'Criteria');

/** Which people: everything that is said must hold. */
export const filterSchema = z
  .strictObject({
    places: z
      .array(
        z.strictObject({
          ladder: z.string().min(1).max(63),
          places: z.array(z.string().min(1).max(63)).min(1).max(40),
        }),
      )
      .max(few)
      .optional()
      .describe('On one of these rungs of a ladder, or of one of these types of a typology.'),
    tags: z.array(word).max(few).optional().describe('Every one of these tags.'),
    withoutTags: z.array(word).max(few).optional(),
    traits: z
      .array(
        z.strictObject({
          trait: word,
          oneOf: z
            .array(z.union([z.string().max(200), z.number(), z.boolean()]))
            .min(1)
            .max(100),
        }),
      )
      .max(few)
      .optional(),
    known: z
      .strictObject({ from: dayText.optional(), to: dayText.optional() })
      .optional()
      .describe('Known since a day from the first to the last of these.'),
    segments: z.array(z.int().min(1)).max(few).optional().describe('In every one of these segments.'),
    criteria: criteriaInput.optional(),
  })
  .meta({ id: 'PeopleFilter' });
export type PeopleFilter = z.infer<typeof filterSchema>;

/** A piece of SQL with its values in the order of its question marks; numbered when the statement is put together. */
export interface Piece {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** A filter that was checked, as questions to the server. */
export interface ReadyFilter {
  /** Conditions over `p`, a row of people. */
  readonly conditions: readonly Piece[];
  /** Each gives, as `person_id`, everybody who may fit; those expected to be fewest first. */
  readonly sets: readonly Piece[];
  readonly criteria: Criteria | null;
  /** The first set is taken whole however many it has: they were picked one by one. */
  readonly whole?: true;
  /** The one version and places that are all the filter asks for. */
  readonly counted: { readonly version: Version; readonly places: readonly number[] } | null;
}

/**
 * Checks a filter against what the business has. Refusals: `ladder_unknown`, `rung_unknown`, `segment_unknown`,
 * `day_expected`, `period_reversed`, and those of criteria, with the path under `filter`.
 */
export async function readyFilter(
  tx: Tx,
  business: Business,
  filter: PeopleFilter,
): Promise<Result<ReadyFilter>> {
  const conditions: Piece[] = [];
  const standings: { version: Version; places: readonly number[] }[] = [];
  for (const [index, { ladder, places }] of (filter.places ?? []).entries()) {
    const field = `filter.places[${index}]`;
    const version = await publishedVersion(tx, business, ladder);
    if (version === null) return refuse('ladder_unknown', `${field}.ladder`, { ladder });
    const keys = placesOf(version.definition).map(({ key }) => key);
    const wanted = places.map((place) => keys.indexOf(place));
    const unknown = wanted.indexOf(-1);
    if (unknown !== -1)
      return refuse('rung_unknown', `${field}.places[${unknown}]`, { rung: places[unknown] ?? '' });
    standings.push({ version, places: [...new Set(wanted)] });
  }
  for (const [index, id] of (filter.segments ?? []).entries()) {
    const version = await segmentVersion(tx, business, id);
    if (version === null) return refuse('segment_unknown', `filter.segments[${index}]`, { id });
    if (version === 'computing') return refuse('segment_being_computed', `filter.segments[${index}]`);
    standings.push({ version, places: [0] });
  }
  const known = knownBetween(business, filter.known ?? {});
  if (!known.ok) return known;
  let criteria: Criteria | null = null;
  if (filter.criteria !== undefined) {
    const checked = validateCriteria(filter.criteria, await vocabularyOf(tx), 'filter.criteria');
    if (!checked.ok) return checked;
    criteria = checked.value;
  }

  const traitSets: Piece[] = [];
  for (const tag of new Set(filter.tags)) {
    conditions.push(taggedWith(tag));
    traitSets.push({
      sql: 'SELECT person_id FROM people_with_traits(?::jsonb, ?)',
      values: [JSON.stringify({ tags: [tag] }), MOST_IN_SET + 1],
    });
  }
  for (const tag of new Set(filter.withoutTags)) {
    const { sql, values } = taggedWith(tag);
    conditions.push({ sql: `NOT ${sql}`, values });
  }
  for (const { trait, oneOf } of filter.traits ?? []) {
    conditions.push(traitIs(trait, oneOf));
    const [only] = oneOf;
    if (oneOf.length === 1)
      traitSets.push({
        sql: 'SELECT person_id FROM people_with_traits(?::jsonb, ?)',
        values: [JSON.stringify({ [trait]: only }), MOST_IN_SET + 1],
      });
  }
  for (const { version, places } of standings) conditions.push(standsOn(version, places));
  conditions.push(...known.value);
  return accept({
    conditions,
    sets: [
      ...traitSets,
      ...standings.map(({ version, places }) => everybodyOn(version, places)),
      ...(known.value.length === 0
        ? []
        : [
            {
              sql: `SELECT p.person_id FROM people p WHERE p.business_id = this_business() AND ${known.value.map(({ sql }) => sql).join(' AND ')} LIMIT ?`,
              values: [...known.value.flatMap(({ values }) => values), MOST_IN_SET + 1],
            },
          ]),
    ],
    criteria,
    counted: conditions.length === 1 && criteria === null ? (standings[0] ?? null) : null,
  });
}

/** A set of at most so many people is taken whole and put in order; a larger one is met on the way through the order. */
export const MOST_IN_SET = 4_000;

function knownBetween(
  business: Business,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): Result<Piece[]> {
  const zone = zoneOf(business.zone);
  const pieces: Piece[] = [];
  const instant = (day: string, after: number): Instant | null => {
    const read = readIsoDay(day);
    return read === null ? null : zone.startOf(read + after);
  };
  const first = from === undefined ? null : instant(from, 0);
  const end = to === undefined ? null : instant(to, 1);
  if (from !== undefined && first === null)
    return refuse('day_expected', 'filter.known.from', { field: 'from' });
  if (to !== undefined && end === null) return refuse('day_expected', 'filter.known.to', { field: 'to' });
  if (first !== null && end !== null && end <= first) return refuse('period_reversed', 'filter.known.from');
  if (first !== null) pieces.push({ sql: 'p.known_since >= ?::timestamptz', values: [timestamptz(first)] });
  if (end !== null) pieces.push({ sql: 'p.known_since < ?::timestamptz', values: [timestamptz(end)] });
  return accept(pieces);
}

/** Tags of everybody who is one with them are theirs. */
function taggedWith(tag: string): Piece {
  const wanted = JSON.stringify({ tags: [tag] });
  return {
    sql: `(p.traits @> ?::jsonb OR EXISTS (SELECT FROM people m WHERE m.business_id = this_business()
           AND m.merged_into = p.person_id AND m.traits @> ?::jsonb))`,
    values: [wanted, wanted],
  };
}

/** The trait of the person they are; where that says nothing, of whom of the merged the business has known longest. */
function traitIs(trait: string, oneOf: readonly (string | number | boolean)[]): Piece {
  return {
    sql: `coalesce(p.traits -> ?::text, (SELECT m.traits -> ?::text FROM people m WHERE m.business_id = this_business()
            AND m.merged_into = p.person_id AND (m.traits -> ?::text) IS NOT NULL ORDER BY m.known_since, m.person_id LIMIT 1))
          IN (SELECT jsonb_array_elements(?::jsonb))`,
    values: [trait, trait, trait, JSON.stringify(oneOf)],
  };
}

/** Looked up for each person of a stretch: of an EXISTS the server may read all who stand there, which can be half a million. */
function standsOn(version: Version, places: readonly number[]): Piece {
  return {
    sql: `(SELECT true FROM standings f WHERE f.business_id = this_business() AND f.ladder_id = ?::int AND f.version = ?::int
           AND f.person_id = p.person_id AND f.rung = ANY(?::smallint[]) LIMIT 1) IS TRUE`,
    values: [version.ladderId, version.version, places],
  };
}

function everybodyOn(version: Version, places: readonly number[]): Piece {
  return {
    sql: `SELECT s.person_id FROM unnest(?::smallint[]) AS place, LATERAL (
            SELECT o.person_id FROM standings o WHERE o.business_id = this_business() AND o.ladder_id = ?::int
              AND o.version = ?::int AND o.rung = place ORDER BY o.person_id LIMIT ?::int) s LIMIT ?::int`,
    values: [places, version.ladderId, version.version, MOST_IN_SET + 1, MOST_IN_SET + 1],
  };
}
