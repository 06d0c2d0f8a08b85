import { type Criteria, holdsAt } from '@nardeban/core/criteria';
import { type Definition, placesOf } from '@nardeban/core/ladder';
import { type Reward, type RewardFor, validAt } from '@nardeban/core/programme';
import type { Instant, Refusal } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { activeVersions, calendarOf, readingFor, readPeople } from '../../ladder/index.ts';
import type { KeptReward, RewardState } from './catalogue.ts';

/** Why nobody can have this reward now; null: it is on offer. */
export function offered(
  { state, definition }: { readonly state: RewardState; readonly definition: Reward },
  now: Instant,
): Refusal | null {
  if (state !== 'active') return { code: 'reward_inactive' };
  const { from = null, until = null } = definition;
  const valid = validAt({ from, until }, now);
  if (valid === 'early') return { code: 'reward_early', detail: { from: from ?? 0 } };
  return valid === 'over' ? { code: 'reward_over', detail: { until: until ?? 0 } } : null;
}

/** Why the code of a reward would give nothing now, so that nobody may pay for it; null: it gives something, or brings no offer. */
export function offerClosed({ offer }: Pick<KeptReward, 'offer'>, now: Instant): Refusal | null {
  const isOpen = offer === null || (offer.state === 'active' && (offer.until === null || now < offer.until));
  return isOpen ? null : { code: 'reward_offer_closed' };
}

/**
 * For which of these a person (as they are now) fulfils what is asked, each in its place: where they stand, which level
 * they are on, what their history says. Their history is read once for all of them.
 */
export async function fulfilled(
  tx: Tx,
  business: Business,
  person: number,
  asked: readonly (RewardFor | undefined)[],
  now: Instant,
): Promise<readonly boolean[]> {
  const stands = asked.some((one) => one?.places !== undefined)
    ? await placesOfPerson(tx, business, person)
    : new Map<string, string>();
  const criteria = asked.map((one) => criteriaOf(one));
  const said = criteria.filter((one) => one !== null);
  const holding = said.length === 0 ? new Set<Criteria>() : await holdingOf(tx, business, person, said, now);
  return asked.map((one, index) => {
    const own = criteria[index] ?? null;
    const placed = (one?.places ?? []).every(({ ladder, places }) =>
      places.includes(stands.get(ladder) ?? ''),
    );
    return placed && (own === null || holding.has(own));
  });
}

/** What is asked of the history: a level is the last one that was told. */
function criteriaOf(asked: RewardFor | undefined): Criteria | null {
  const parts: Criteria[] = [];
  if (asked?.who !== undefined) parts.push(asked.who);
  if (asked?.levels !== undefined)
    parts.push({ measure: 'latest', of: 'level.changed', field: 'level', oneOf: asked.levels });
  const [first] = parts;
  return first === undefined ? null : parts.length === 1 ? first : { all: parts };
}

async function holdingOf(
  tx: Tx,
  business: Business,
  person: number,
  criteria: readonly Criteria[],
  now: Instant,
): Promise<ReadonlySet<Criteria>> {
  const calendar = calendarOf(business);
  const holding = new Set<Criteria>();
  const reading = readingFor(criteria.map(asDefinition));
  await readPeople(tx, [person], reading, ({ history }) => {
    for (const one of criteria) if (holdsAt(one, history, now, calendar)) holding.add(one);
  });
  return holding;
}

/** Readers know what to fetch by definitions: these are typologies of two classes, of which only the condition matters. */
function asDefinition(when: Criteria): Definition {
  const name = { fa: '', en: '' };
  return {
    kind: 'typology',
    key: 'reward',
    name,
    classes: [
      { key: 'in', name, when },
      { key: 'out', name },
    ],
  };
}

/** The key of the rung or class a person stands on, by the key of the ladder or typology. */
async function placesOfPerson(tx: Tx, business: Business, person: number): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ key: string; version: number; rung: number }>(
    `SELECT l.key, s.version, s.rung FROM ladders l, LATERAL (
       SELECT o.version, o.rung FROM standings o
       WHERE o.business_id = this_business() AND o.ladder_id = l.ladder_id AND o.version = l.version AND o.person_id = $1
       LIMIT 1) s
     WHERE l.business_id = this_business()`,
    [person],
  );
  if (rows.length === 0) return new Map();
  const versions = await activeVersions(tx, business);
  return new Map(
    rows.flatMap(({ key, version, rung }) => {
      const found = versions.find((one) => one.key === key && one.version === version);
      const place = found === undefined ? undefined : placesOf(found.definition)[rung];
      return place === undefined ? [] : [[key, place.key] as const];
    }),
  );
}
