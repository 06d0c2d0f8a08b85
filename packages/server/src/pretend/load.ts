import { appendFacts, type FactRow, sourceId } from '../capabilities/facts/index.ts';
import { resolvePeople } from '../capabilities/people/index.ts';
import { type NormalIdentity, readIdentity } from '@nardeban/core/people';
import type { Instant } from '@nardeban/core/values';
import type { Database, Tx } from '../platform/database/index.ts';
import type { Business } from '../platform/tenancy/index.ts';
import type { PretendFact, PretendPerson, PretendSource, World } from './diary.ts';
import { pretendPeople } from './households.ts';
import type { PretendIdentity } from './identities.ts';

/** About so many facts go in with one transaction: half a second's work, and all that is in memory at a time. */
const FACTS_AT_ONCE = 6_000;

export interface Loading {
  readonly people: number;
  readonly facts: number;
  /** Facts that were not there before: none when everything had been loaded already. */
  readonly stored: number;
}

export interface LoadingOptions {
  readonly signal?: AbortSignal;
  /** Told after every batch. */
  readonly onProgress?: (loading: Loading) => void;
  /** So many facts, the first of the world, were stored by a making that was interrupted: they are passed over. */
  readonly alreadyStored?: number;
}

/**
 * Tells the business all facts of the pretend world, through the same doors as facts from anywhere. Every batch is
 * one transaction and every fact has its key, so after a stop or a crash the same call goes on without doubling.
 * Answers null when `signal` stopped it.
 */
export async function loadPretendPeople(
  database: Database,
  business: Business,
  world: World,
  options: LoadingOptions = {},
): Promise<Loading | null> {
  const already = options.alreadyStored ?? 0;
  let people = 0;
  let facts = 0;
  let stored = 0;
  for (const batch of batches(world)) {
    if (options.signal?.aborted === true) return null;
    people += batch.length;
    facts += batch.reduce((sum, person) => sum + person.facts.length, 0);
    if (facts <= already) continue;
    stored += await database.withBusiness(business.id, (tx) => tellBatch(tx, business, batch));
    options.onProgress?.({ people, facts, stored });
  }
  return { people, facts, stored };
}

function* batches(world: World): Generator<PretendPerson[]> {
  let batch: PretendPerson[] = [];
  let facts = 0;
  for (const person of pretendPeople(world)) {
    batch.push(person);
    facts += person.facts.length;
    if (facts < FACTS_AT_ONCE) continue;
    yield batch;
    batch = [];
    facts = 0;
  }
  if (batch.length > 0) yield batch;
}

/** How many of the facts were new. */
async function tellBatch(tx: Tx, business: Business, people: readonly PretendPerson[]): Promise<number> {
  const identities: NormalIdentity[] = [];
  const seen: Instant[] = [];
  const told: { readonly fact: PretendFact; readonly identity: number }[] = [];
  const know = (identity: PretendIdentity, at: Instant): number => {
    seen.push(at);
    return identities.push(normal(identity)) - 1;
  };
  for (const person of people) {
    const usual = know(person.identity, person.facts[0]?.at ?? 0);
    for (const fact of person.facts) {
      told.push({ fact, identity: fact.as === undefined ? usual : know(fact.as, fact.at) });
    }
  }
  const resolutions = await resolvePeople(tx, business, identities, seen);
  const sources = new Map<PretendSource, number>();
  const rows: FactRow[] = [];
  for (const { fact, identity } of told) {
    let source = sources.get(fact.source);
    if (source === undefined) {
      source = await sourceId(tx, business, fact.source);
      sources.set(fact.source, source);
    }
    const found = resolutions[identity];
    const { type, at, key, data } = fact;
    rows.push({
      personId: found !== undefined && 'personId' in found ? found.personId : null,
      conflictId: found !== undefined && 'conflictId' in found ? found.conflictId : null,
      type,
      at,
      sourceId: source,
      key,
      data,
    });
  }
  const outcomes = await appendFacts(tx, business, rows);
  return outcomes.filter((outcome) => outcome === 'stored').length;
}

function normal(identity: PretendIdentity): NormalIdentity {
  const read = readIdentity(identity);
  if (!read.ok) throw new Error(`A pretend person cannot be recognised: ${read.refusal.code}`);
  return read.value;
}
