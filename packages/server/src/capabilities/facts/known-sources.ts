import type { Database } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

/** What this program has learnt of a business's sources since it began; nothing of it is ever undone in the database. */
export interface KnownSources {
  /** The number of each, by its name. */
  readonly numbers: Map<string, number>;
  /** Those that have told something twice, and so may again. */
  readonly repeating: Set<string>;
}

/** More sources than this are forgotten, and learnt again. */
const MOST = 1_000;

const known = new WeakMap<Database, Map<number, KnownSources>>();

export function knownSources(database: Database, business: Pick<Business, 'id'>): KnownSources {
  const businesses = known.get(database) ?? new Map<number, KnownSources>();
  known.set(database, businesses);
  const sources = businesses.get(business.id) ?? { numbers: new Map(), repeating: new Set() };
  businesses.set(business.id, sources);
  if (sources.numbers.size > MOST) sources.numbers.clear();
  if (sources.repeating.size > MOST) sources.repeating.clear();
  return sources;
}
