import { typesRead } from '@nardeban/core/criteria';
import { Simulation } from '@nardeban/core/programme';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/database/index.ts';
import { businessById } from '../../../platform/tenancy/index.ts';
import {
  activeVersions,
  calendarOf,
  type KnownPerson,
  readingOfTypes,
  readPeople,
  readPeopleAfter,
} from '../../ladder/index.ts';
import { type Brought, broughtBefore } from './brought.ts';
import { typesOfProgrammes } from './reading.ts';
import { simulations } from './simulation-store.ts';

/** People read and played at a time. */
const AT_A_TIME = 1000;

/**
 * Plays a draft over everybody's recorded history and keeps what came of it. Only its progress is written on the way, so
 * that one that is killed begins anew when it is taken up again, and one that is stopped leaves nothing.
 */
export async function runSimulation(
  database: Database,
  clock: Clock,
  businessId: number,
  id: number,
  signal: AbortSignal,
): Promise<void> {
  const business = await businessById(database, businessId);
  if (business === null) return;
  const begun = await database.withBusiness(businessId, async (tx) => {
    const asked = await simulations.begin(tx, id);
    return asked === null ? null : { ...asked, versions: await activeVersions(tx, business) };
  });
  if (begun === null) return;
  const { definition, settings, versions } = begun;
  const ladders = versions
    .filter((version) => version.state === 'published' && version.definition.kind === 'ladder')
    .map((version) => version.definition);
  const simulation = new Simulation({
    programme: definition,
    ladders,
    business: calendarOf(business),
    ...settings,
  });
  const goesOn = (done: number): Promise<boolean> => {
    if (signal.aborted) throw new Error('The program is ending; the simulation begins anew when it is back.');
    return database.withBusiness(businessId, (tx) => simulations.noteProgress(tx, id, done));
  };
  const { referral } = definition;
  const asked = referral?.mayRefer === undefined ? [] : typesRead(referral.mayRefer);
  const reading = readingOfTypes(new Set([...typesOfProgrammes([definition], ladders), ...asked]));
  if (referral !== undefined) {
    const brought = await database.withBusiness(businessId, (tx) => broughtBefore(tx, settings.to), {
      readOnly: true,
    });
    for (const some of inParts(brought)) {
      if (!(await goesOn(0))) return;
      await database.withBusiness(businessId, (tx) => bringAll(tx, simulation, some, reading), {
        readOnly: true,
      });
    }
  }
  let done = 0;
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    after = await database.withBusiness(
      businessId,
      (tx) =>
        readPeopleAfter(tx, from, AT_A_TIME, reading, ({ personId, history }) => {
          simulation.add({ person: personId, history });
          done += 1;
        }),
      { readOnly: true },
    );
    if (!(await goesOn(done))) return;
  }
  const result = simulation.result();
  await database.withBusiness(businessId, (tx) => simulations.end(tx, id, result, clock.now()));
}

type Bringing = readonly [referrer: number, friends: readonly Brought[]];

/** Referrers with their friends, so many people at a time; those of one referrer stay together. */
function* inParts(brought: ReadonlyMap<number, readonly Brought[]>): Generator<readonly Bringing[]> {
  let part: Bringing[] = [];
  let people = 0;
  for (const one of brought) {
    part.push(one);
    people += 1 + one[1].length;
    if (people < AT_A_TIME) continue;
    yield part;
    part = [];
    people = 0;
  }
  yield part;
}

/** Tells the simulation who brought these, with the past of all of them. */
async function bringAll(
  tx: Tx,
  simulation: Simulation,
  brought: readonly Bringing[],
  reading: Parameters<typeof readPeople>[2],
): Promise<void> {
  const numbers = brought.flatMap(([referrer, friends]) => [
    referrer,
    ...friends.map(({ friend }) => friend),
  ]);
  const known = new Map<number, KnownPerson>();
  await readPeople(tx, [...new Set(numbers)], reading, (person) => known.set(person.personId, person));
  for (const [person, friends] of brought) {
    const referrer = known.get(person);
    if (referrer === undefined) continue;
    simulation.bring(
      { person, history: referrer.history },
      friends.flatMap(({ friend, at }) => {
        const history = known.get(friend)?.history;
        return history === undefined ? [] : [{ person: friend, history, at }];
      }),
    );
  }
}
