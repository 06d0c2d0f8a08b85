import type { Standings, Stood } from '@nardeban/core/insight';
import { customerTypes, placesOf } from '@nardeban/core/ladder';
import type { Instant } from '@nardeban/core/values';
import type { Database } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { listLadders, publishedVersion, stoodThen, type Version } from '../../ladder/index.ts';

const PEOPLE_PER_READ = 20_000;
const NOT_KNOWN = -1;

/**
 * Of the ladder that is read first, and of a typology beside it if there is one: the types of customers, if the business
 * has them, for they say how somebody buys.
 */
export interface Ways {
  readonly ladder: Version;
  readonly typology: Version | null;
}

/** Null while the business has no published ladder of rungs. */
export async function waysOf(database: Database, business: Business): Promise<Ways | null> {
  return database.withBusiness(business.id, async (tx) => {
    const summaries = (await listLadders(tx)).filter(({ version }) => version !== null);
    const named = async (kind: 'ladder' | 'typology'): Promise<Version | null> => {
      const those = summaries.filter((one) => one.kind === kind);
      const one = those.find(({ key }) => key === customerTypes.key) ?? those[0];
      return one === undefined ? null : publishedVersion(tx, business, one.key);
    };
    const ladder = await named('ladder');
    return ladder === null ? null : { ladder, typology: await named('typology') };
  });
}

export function typesOf({ typology }: Ways): readonly string[] {
  return typology === null ? ['everyone'] : placesOf(typology.definition).map(({ key }) => key);
}

/** A list of numbers that grows, without an object for each. */
class Growing<Kind extends Float64Array | Int8Array> {
  #values: Kind;
  readonly #make: (length: number) => Kind;
  size = 0;

  constructor(make: (length: number) => Kind) {
    this.#make = make;
    this.#values = make(1024);
  }

  push(value: number): void {
    if (this.size === this.#values.length) {
      const wider = this.#make(this.size * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.size++] = value;
  }

  at(place: number): number {
    return this.#values[place] as number;
  }

  set(place: number, value: number): void {
    this.#values[place] = value;
  }
}

/**
 * Where everybody stands and stood at two instants: thirteen bytes a person, read in stretches. `signal` gives up between
 * two of them.
 */
export async function readStandings(
  database: Database,
  business: Business,
  { ladder, typology }: Ways,
  instants: readonly [Instant, Instant],
): Promise<Standings> {
  const people = new Growing((length) => new Float64Array(length));
  const [past, later, now, typePast, typeNow] = Array.from(
    { length: 5 },
    () => new Growing((length) => new Int8Array(length)),
  ) as [PlaceList, PlaceList, PlaceList, PlaceList, PlaceList];
  for await (const one of everybodyOn(database, business, ladder, instants)) {
    people.push(one.personId);
    past.push(one.first ?? NOT_KNOWN);
    later.push(one.second ?? NOT_KNOWN);
    now.push(one.now);
    typePast.push(0);
    typeNow.push(0);
  }
  const placeOf = (person: number): number => {
    let [low, high] = [0, people.size - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = people.at(middle);
      if (found === person) return middle;
      if (found < person) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
  if (typology !== null) {
    for await (const one of everybodyOn(database, business, typology, instants)) {
      const place = placeOf(one.personId);
      if (place < 0) continue;
      typePast.set(place, one.first ?? 0);
      typeNow.set(place, one.now);
    }
  }
  const at = (place: number): Stood => ({
    past: past.at(place),
    later: later.at(place),
    now: now.at(place),
    typePast: typePast.at(place),
    typeNow: typeNow.at(place),
  });
  return {
    of(person) {
      const place = placeOf(Number(person));
      return place < 0 ? null : at(place);
    },
    everybody() {
      const counts = new Map<string, Stood & { people: number }>();
      for (let place = 0; place < people.size; place++) {
        const stood = at(place);
        const key = Object.values(stood).join(' ');
        const count = counts.get(key) ?? { ...stood, people: 0 };
        counts.set(key, count);
        count.people++;
      }
      return counts.values();
    },
  };
}

type PlaceList = Growing<Int8Array>;

async function* everybodyOn(
  database: Database,
  business: Business,
  version: Version,
  instants: readonly [Instant, Instant],
) {
  for (let after = 0; ; ) {
    const from = after;
    const rows = await database.withBusiness(
      business.id,
      (tx) => stoodThen(tx, version, instants, { after: from, most: PEOPLE_PER_READ }),
      { readOnly: true },
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.personId;
  }
}
