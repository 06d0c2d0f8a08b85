import { placesOf } from '@nardeban/core/ladder';
import type { Words } from '@nardeban/core/ladder';
import type { Instant } from '@nardeban/core/values';
import type { Rows, Statement, Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { activeVersions } from '../../ladder/index.ts';

/** Where somebody stands on one ladder, as it was worked out last. */
export interface Stand {
  readonly ladder: string;
  readonly kind: 'ladder' | 'typology';
  readonly rung: string;
  readonly name: Words;
  /** From the bottom, and the place of the top rung. */
  readonly place: number;
  readonly top: number;
  readonly since: Instant;
}

export interface LadderPlaces {
  readonly key: string;
  readonly kind: 'ladder' | 'typology';
  readonly places: readonly { readonly key: string; readonly name: Words }[];
}

/** The places of every version people stand on, by `<ladder number>.<version>`. */
export async function placesNow(tx: Tx, business: Business): Promise<ReadonlyMap<string, LadderPlaces>> {
  const versions = await activeVersions(tx, business);
  return new Map(
    versions.map(({ ladderId, version, key, definition }) => [
      `${ladderId}.${version}`,
      {
        key,
        kind: definition.kind,
        places: placesOf(definition).map(({ key: place, name }) => ({ key: place, name })),
      },
    ]),
  );
}

interface StandingRow {
  readonly ladderId: number;
  readonly version: number;
  readonly rung: number;
  readonly since: Instant;
}

/** A person's standing on every published ladder and typology; segments are none. */
export function standingsStatement(person: number | null): Statement {
  return {
    name: 'till-standings',
    text: `SELECT l.ladder_id AS "ladderId", l.version, s.rung, s.since FROM ladders l, LATERAL (
             SELECT o.rung, o.since FROM standings o
             WHERE o.business_id = this_business() AND o.ladder_id = l.ladder_id AND o.version = l.version AND o.person_id = $1
             LIMIT 1) s
           WHERE l.business_id = this_business() AND l.kind <> 'segment' AND l.version IS NOT NULL`,
    values: [person],
    many: { types: ['bigint'] },
  };
}

/** By the answer of `standingsStatement`; versions are read anew where one has come that was not known. */
export async function standsOf(
  tx: Tx,
  business: Business,
  known: { readonly places: ReadonlyMap<string, LadderPlaces> },
  { rows }: Pick<Rows<object>, 'rows'>,
): Promise<readonly Stand[]> {
  const standings = rows as StandingRow[];
  const isKnown = standings.every(({ ladderId, version }) => known.places.has(`${ladderId}.${version}`));
  const places = isKnown ? known.places : await placesNow(tx, business);
  return standings.flatMap(({ ladderId, version, rung, since }): Stand[] => {
    const ladder = places.get(`${ladderId}.${version}`);
    const place = ladder?.places[rung];
    if (ladder === undefined || place === undefined) return [];
    const { key, kind } = ladder;
    return [
      {
        ladder: key,
        kind,
        rung: place.key,
        name: place.name,
        place: rung,
        top: ladder.places.length - 1,
        since,
      },
    ];
  });
}

/** The rows of `standingsStatement` for many people at once. */
export async function standingsOfMany(
  tx: Tx,
  people: Buffer,
): Promise<readonly (StandingRow & { readonly person: number })[]> {
  const { rows } = await tx.query<StandingRow & { readonly person: number }>(
    `SELECT one AS person, l.ladder_id AS "ladderId", l.version, s.rung, s.since
     FROM unnest($1::bigint[]) AS one, ladders l, LATERAL (
       SELECT o.rung, o.since FROM standings o
       WHERE o.business_id = this_business() AND o.ladder_id = l.ladder_id AND o.version = l.version AND o.person_id = one
       LIMIT 1) s
     WHERE l.business_id = this_business() AND l.kind <> 'segment' AND l.version IS NOT NULL`,
    [people],
  );
  return rows;
}
