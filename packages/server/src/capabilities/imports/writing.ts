import type { FactDraft, ImportedOrder, Mapping, Tally } from '@nardeban/core/imports';
import type { DeclaredTraits } from '@nardeban/core/facts';
import { Counting, lineFacts, orderFact, personFacts, traitFacts } from '@nardeban/core/imports';
import type { NormalIdentity } from '@nardeban/core/people';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { appendFacts, type FactRow } from '../facts/index.ts';
import { type Resolution, resolvePeople } from '../people/index.ts';
import { type Batch, countOrders } from './batches.ts';
import type { FactTrace } from './fact-trace.ts';
import type { PersonTally } from './person-tally.ts';
import { keepRefusals } from './refusals.ts';
import type { KeptRefusal } from './staging.ts';

/** What the batches of one run have in common. */
export interface Writing {
  readonly business: Business;
  readonly importId: number;
  readonly mapping: Mapping;
  readonly sourceId: number;
  /** When the import was made: traits that carry no date are told then. */
  readonly now: Instant;
  /** By which the rows were read. */
  readonly traits: DeclaredTraits;
  readonly people: PersonTally;
  readonly trace: FactTrace;
  /** Keys of trait facts this run has told already, so that they are not sent with every order of a person. */
  readonly told: Set<string>;
}

type PersonNamed = ImportedOrder['person'];

const MOST_TOLD = 200_000;

/** Writes one batch in the caller's transaction; answers the tally with it. */
export async function writeBatch(tx: Tx, writing: Writing, batch: Batch, before: Tally): Promise<Tally> {
  const counting = new Counting(before);
  const kept: KeptRefusal[] = batch.refused.map(({ line, refusal }) => ({ line, refusal, cells: [] }));
  if (batch.people.length > 0) await writePeople(tx, writing, batch, counting);
  else await writeOrders(tx, writing, batch, counting, kept);
  await keepRefusals(tx, writing.importId, kept);
  counting.refused(kept.length);
  return counting.tally();
}

/** Finds the people of a batch that an earlier run has written, to count them. */
export async function meetPeople(tx: Tx, writing: Writing, batch: Batch): Promise<void> {
  const named = [
    ...batch.orders.map(({ person, at }) => ({ person, at })),
    ...batch.people.map((row) => ({ person: row, at: row.at ?? writing.now })),
  ];
  await resolveNamed(tx, writing, named);
}

async function writeOrders(
  tx: Tx,
  writing: Writing,
  batch: Batch,
  counting: Counting,
  kept: KeptRefusal[],
): Promise<void> {
  const { orders } = batch;
  const resolved = await resolveNamed(tx, writing, orders);
  const facts = orders.map((order, index) => rowOf(orderFact(order), resolved[index], writing.sourceId));
  const appending = appendFacts(tx, writing.business, facts, writing.trace);
  // A failure is met below; until then it must not count as unheard.
  appending.catch(() => {});
  // Made while the server writes: nearly always all of them are wanted.
  const lines = orders.map((order, index) =>
    lineFacts(order).map((fact) => rowOf(fact, resolved[index], writing.sourceId)),
  );
  const outcomes = await appending;
  const details: FactRow[] = [];
  orders.forEach((order, index) => {
    const outcome = outcomes[index];
    const sent = facts[index];
    // What this import told itself is no news and gates nothing: it is read once more for what another took with it.
    const isOwn = sent !== undefined && writing.trace.isOwn(sent);
    if (outcome === 'differs') {
      for (const line of order.rows)
        kept.push({ line, refusal: { code: 'order_differs', detail: { order: order.number } }, cells: [] });
    } else if (outcome === 'unchanged' && !isOwn) counting.unchanged();
    else details.push(...(lines[index] ?? []));
    // What a row says of its person is told whatever became of its order: a file may bring a column that an earlier one
    // lacked, and which row tells a trait must not hang on what other files held (0020-undoing-an-import.md).
    for (const fact of traitFacts({ ...order, ...order.person }, order.at, writing.traits)) {
      if (isNews(writing.told, fact.key)) details.push(rowOf(fact, resolved[index], writing.sourceId));
    }
  });
  await appendFacts(tx, writing.business, details, writing.trace);
  countOrders(counting, orders, (index) => outcomes[index] !== 'differs');
}

async function writePeople(tx: Tx, writing: Writing, batch: Batch, counting: Counting): Promise<void> {
  const rows = batch.people;
  const resolved = await resolveNamed(
    tx,
    writing,
    rows.map((row) => ({ person: row, at: row.at ?? writing.now })),
  );
  const facts: FactRow[] = [];
  const owners: number[] = [];
  rows.forEach((row, index) => {
    for (const fact of personFacts(row, writing.now, writing.traits)) {
      facts.push(rowOf(fact, resolved[index], writing.sourceId));
      owners.push(index);
    }
  });
  const outcomes = await appendFacts(tx, writing.business, facts, writing.trace);
  const isNewsOf = (fact: FactRow | undefined): boolean => fact !== undefined && writing.trace.isOwn(fact);
  const news = new Set(owners.filter((_, index) => outcomes[index] === 'stored' || isNewsOf(facts[index])));
  counting.unchanged([...new Set(owners)].filter((owner) => !news.has(owner)).length);
}

/** Whom each row names. The same person is asked for once, since the earliest of their rows. */
async function resolveNamed(
  tx: Tx,
  { business, importId, people }: Writing,
  named: readonly { readonly person: PersonNamed; readonly at: Instant }[],
): Promise<(Resolution | undefined)[]> {
  const places = new Map<string, number>();
  const identities: NormalIdentity[] = [];
  const since: Instant[] = [];
  const placeOf = named.map(({ person, at }) => {
    const { mobile, email, external, name } = person;
    if (mobile === '' && email === '' && external === '') return -1;
    const key = `${external}\u001F${mobile}\u001F${email}\u001F${name}`;
    const known = places.get(key);
    if (known !== undefined) {
      since[known] = Math.min(since[known] ?? at, at);
      return known;
    }
    places.set(key, identities.length);
    identities.push({
      ...(mobile === '' ? {} : { mobile }),
      ...(email === '' ? {} : { email }),
      ...(external === '' ? {} : { external }),
      ...(name === '' ? {} : { name }),
    });
    since.push(at);
    return identities.length - 1;
  });
  const resolutions = await resolvePeople(tx, business, identities, since, importId);
  for (const resolution of resolutions) if ('canonicalId' in resolution) people.add(resolution.canonicalId);
  return placeOf.map((place) => (place < 0 ? undefined : resolutions[place]));
}

function rowOf(fact: FactDraft, resolution: Resolution | undefined, sourceId: number): FactRow {
  const personId = resolution !== undefined && 'personId' in resolution ? resolution.personId : null;
  const conflictId = resolution !== undefined && 'conflictId' in resolution ? resolution.conflictId : null;
  return { personId, conflictId, sourceId, type: fact.type, at: fact.at, key: fact.key, data: fact.data };
}

function isNews(told: Set<string>, key: string): boolean {
  if (told.has(key)) return false;
  if (told.size >= MOST_TOLD) told.clear();
  told.add(key);
  return true;
}
