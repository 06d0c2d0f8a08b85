import { climb, placesOf } from '@nardeban/core/ladder';
import {
  type InForceSince,
  levelTimeline,
  type LevelTimeline,
  type OccasionsAsk,
  type StepUp,
  type StoodOn,
  type TracedFact,
} from '@nardeban/core/programme';
import type { History } from '@nardeban/core/facts';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { activeVersions, calendarOf, type Version } from '../../ladder/index.ts';
import { membersOf } from '../../people/index.ts';
import { programmeVersions } from '../studio/programme-store.ts';
import { laddersNamed, typesOfProgrammes } from '../studio/reading.ts';
import { tracedFacts } from './traced-facts.ts';

/** What earning rests on besides the person: read once for many of them. */
export interface ClubState {
  readonly versions: readonly InForceSince[];
  readonly inForce: InForceSince;
  readonly ladders: readonly Version[];
  readonly types: ReadonlySet<string>;
}

/** Null: the business has no club. */
export async function clubState(tx: Tx, business: Business): Promise<ClubState | null> {
  const versions = await programmeVersions(tx);
  const inForce = versions.at(-1);
  if (inForce === undefined) return null;
  const definitions = versions.map(({ definition }) => definition);
  const wanted = laddersNamed(definitions);
  const ladders = (await activeVersions(tx, business)).filter(
    ({ key, state, definition }) => state === 'published' && definition.kind === 'ladder' && wanted.has(key),
  );
  const types = typesOfProgrammes(
    definitions,
    ladders.map(({ definition }) => definition),
  );
  return { versions, inForce, ladders, types: new Set([...types, 'level.changed']) };
}

/** Where the orders that earn where they are made come from. */
const OWN_SOURCES: ReadonlySet<string> = new Set(['till', 'club']);

/** Everything that one person's earnings rest on. */
export interface PersonState {
  readonly members: readonly number[];
  readonly history: History;
  readonly facts: readonly TracedFact[];
  readonly stood: readonly StoodOn[];
  readonly levels: LevelTimeline | null;
  readonly asked: OccasionsAsk;
}

export async function personState(
  tx: Tx,
  business: Business,
  club: ClubState,
  person: number,
  now: Instant,
): Promise<PersonState> {
  const members = (await membersOf(tx, [person])).get(person) ?? [person];
  const facts = await tracedFacts(tx, members, club.types);
  const history: History = { knownSince: facts[0]?.at ?? now, facts };
  const calendar = calendarOf(business);
  const stood: StoodOn[] = [];
  const steps: StepUp[] = [];
  for (const { key, definition, compiled } of club.ladders) {
    const places = placesOf(definition).map((place) => place.key);
    const { moves } = climb(compiled, history, now);
    const first = { from: Number.NEGATIVE_INFINITY, place: places[moves[0]?.from ?? 0] ?? '' };
    stood.push({
      ladder: key,
      places: [first, ...moves.map(({ at, to }) => ({ from: at, place: places[to] ?? '' }))],
    });
    for (const { at, from, to } of moves)
      if (to > from) steps.push({ at, ladder: key, place: places[to] ?? '' });
  }
  const definition = club.inForce.definition.levels;
  const levels = definition === undefined ? null : levelTimeline(definition, facts, now, calendar);
  for (const { at, from, to } of levels?.moves ?? [])
    if (to > from) steps.push({ at, ladder: null, place: definition?.levels[to]?.key ?? '' });
  const asked: OccasionsAsk = {
    versions: club.versions,
    facts,
    person,
    steps,
    now,
    business: calendar,
    ownSources: OWN_SOURCES,
  };
  return { members, history, facts, stood, levels, asked };
}
