import { Simulation } from '@nardeban/core/programme';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/database/index.ts';
import { businessById } from '../../../platform/tenancy/index.ts';
import { activeVersions, calendarOf, readPeopleAfter } from '../../ladder/index.ts';
import { readingOfTypes, typesOfProgrammes } from './reading.ts';
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
  const reading = readingOfTypes(typesOfProgrammes([definition], ladders));
  let done = 0;
  for (let after: number | null = 0; after !== null; ) {
    if (signal.aborted) throw new Error('The program is ending; the simulation begins anew when it is back.');
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
    const goesOn = await database.withBusiness(businessId, (tx) => simulations.noteProgress(tx, id, done));
    if (!goesOn) return;
  }
  const result = simulation.result();
  await database.withBusiness(businessId, (tx) => simulations.end(tx, id, result, clock.now()));
}
