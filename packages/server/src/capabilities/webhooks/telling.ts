import { placesOf } from '@nardeban/core/ladder';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { canonicalNumber } from '../people/index.ts';
import type { FactOfFeed, Moved } from '../facts/index.ts';
import type { VersionNamed } from '../ladder/index.ts';
import { segmentIdOf } from '../lists/index.ts';
import { MOVED, SEGMENT_CHANGED, TEST } from './events.ts';

/** An event as it is told: the text that is signed and sent. */
export interface Told {
  readonly event: string;
  readonly personId: number | null;
  readonly body: string;
}

interface PersonTold {
  readonly id: number;
  readonly kind: 'person' | 'organisation';
  readonly name: string | null;
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
}

/** Who people are now, by the numbers that facts and moves bear: one who was merged is told as who they became. */
export async function peopleTold(
  tx: Tx,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, PersonTold>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await tx.query<PersonTold & { asked: number }>({
    name: 'hooks-people',
    text: `SELECT o.person_id AS asked, p.person_id AS id, p.kind, p.name, (
             SELECT coalesce(json_agg(json_build_object('kind', i.kind, 'value', i.value) ORDER BY i.kind, i.value), '[]')
             FROM identifiers i
             WHERE i.business_id = p.business_id AND i.kind <> 'anonymous' AND i.person_id IN (
               SELECT w.person_id FROM people w WHERE w.business_id = p.business_id
                 AND (w.person_id = p.person_id OR w.merged_into = p.person_id))) AS identifiers
           FROM people o JOIN people p ON p.business_id = o.business_id AND p.person_id = ${canonicalNumber('o')}
           WHERE o.business_id = this_business() AND o.person_id = ANY($1::bigint[])`,
    values: [[...new Set(numbers)]],
  });
  return new Map(rows.map(({ asked, ...person }) => [asked, person]));
}

type Speaker = Pick<Business, 'slug' | 'currency'>;

function bodyOf(event: string, at: number, data: object): string {
  return JSON.stringify({ type: event, timestamp: new Date(at).toISOString(), data });
}

export function tellFact(business: Speaker, fact: FactOfFeed, person: PersonTold | undefined): Told {
  const { id, type, at, learntAt, source, key, data } = fact;
  return {
    event: type,
    personId: person?.id ?? null,
    body: bodyOf(type, at, {
      business: business.slug,
      currency: business.currency,
      person: person ?? null,
      fact: { id, type, at, learntAt, source, key, data },
    }),
  };
}

/** Null where the places are not there any more. */
export function tellMove(
  business: Speaker,
  moved: Moved,
  version: VersionNamed,
  person: PersonTold | undefined,
): Told | null {
  const { key, kind, definition } = version;
  const places = placesOf(definition);
  const from = places[moved.from];
  const to = places[moved.to];
  if (from === undefined || to === undefined || person === undefined) return null;
  const about = { business: business.slug, person, at: moved.at, cause: moved.cause };
  if (kind === 'segment') {
    const segment = { id: segmentIdOf(key), name: definition.name.fa };
    return {
      event: SEGMENT_CHANGED,
      personId: person.id,
      body: bodyOf(SEGMENT_CHANGED, moved.at, { ...about, segment, in: to.key === 'in' }),
    };
  }
  const direction = kind === 'ladder' ? (moved.to > moved.from ? 'up' : 'down') : null;
  return {
    event: MOVED,
    personId: person.id,
    body: bodyOf(MOVED, moved.at, {
      ...about,
      ladder: { key, kind, name: definition.name, version: version.version },
      from: { key: from.key, name: from.name },
      to: { key: to.key, name: to.name },
      direction,
    }),
  };
}

export function tellTest(business: Speaker, hookId: number, now: number): Told {
  return {
    event: TEST,
    personId: null,
    body: bodyOf(TEST, now, { business: business.slug, hook: hookId, hello: 'سلام از نردبان' }),
  };
}
