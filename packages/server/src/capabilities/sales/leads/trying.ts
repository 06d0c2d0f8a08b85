import { OUTCOME_TYPES, QualificationTrial } from '@nardeban/core/sales';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/database/index.ts';
import { businessById } from '../../../platform/tenancy/index.ts';
import { calendarOf, readPeopleAfter } from '../../ladder/index.ts';
import { agreementInForce, readingForLeads } from './agreement-store.ts';
import { trials } from './trial-store.ts';

/** People read and played at a time. */
const AT_A_TIME = 1000;

/**
 * Plays a draft and what is in force over everybody's recorded history and keeps what came of it. Only its progress is
 * written on the way, so that one that is killed begins anew when it is taken up again, and one that is stopped leaves
 * nothing. Memory does not grow with the number of people.
 */
export async function runQualificationTrial(
  database: Database,
  clock: Clock,
  businessId: number,
  id: number,
  signal: AbortSignal,
): Promise<void> {
  const business = await businessById(database, businessId);
  if (business === null) return;
  const begun = await database.withBusiness(businessId, async (tx) => {
    const asked = await trials.begin(tx, id);
    return asked === null ? null : { ...asked, present: (await agreementInForce(tx)).definition };
  });
  if (begun === null) return;
  const { definition: draft, settings, present } = begun;
  const trial = new QualificationTrial({ present, draft, calendar: calendarOf(business), settings });
  const reading = readingForLeads([present, draft], { also: OUTCOME_TYPES });
  let done = 0;
  for (let after: number | null = 0; after !== null; ) {
    if (signal.aborted) throw new Error('The program is ending; the trial begins anew when it is back.');
    const from: number = after;
    after = await database.withBusiness(
      businessId,
      (tx) =>
        readPeopleAfter(tx, from, AT_A_TIME, reading, ({ personId, history }) => {
          trial.add(personId, history);
          done += 1;
        }),
      { readOnly: true },
    );
    const goesOn = await database.withBusiness(businessId, (tx) => trials.noteProgress(tx, id, done));
    if (!goesOn) return;
  }
  const result = trial.result();
  await database.withBusiness(businessId, (tx) => trials.end(tx, id, result, clock.now()));
}
