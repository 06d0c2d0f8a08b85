import { acquisitionWalk, evidenceWalk, type WalkOver, type Evidence } from '@nardeban/core/insight';
import { placesOf } from '@nardeban/core/ladder';
import { type Day, zoneOf } from '@nardeban/core/values';
import type { BeginPart } from '../run-part.ts';
import { type AdvisorEvidence, keepAcquisition, keepEvidence } from './results.ts';
import { marginBasis } from './settings-store.ts';
import { readStandings, typesOf, waysOf } from './standings.ts';

/** Who is higher so many days later has climbed. */
export const WINDOW_DAYS = 90;
/** For how long after that it is seen what people leave: the longest of these for which the business is old enough. */
const EVIDENCE_DAYS = [365, 182, 91] as const;

/** What a run counts of money on its way: where customers came from, and what became of those who climbed. */
export const beginMoney: BeginPart = async ({ database, business, asOf }) => {
  const basis = await database.withBusiness(business.id, marginBasis, { readOnly: true });
  const acquisition = acquisitionWalk({ calendar: business.calendar, today: asOf, basis });
  const advisor = await beginAdvisor({ database, business, asOf }, basis);
  const at = zoneOf(business.zone).startOf(asOf + 1) - 1;
  return {
    take(buyer) {
      acquisition.take(buyer);
      advisor?.walk.take(buyer);
    },
    async keep(tx) {
      await keepAcquisition(tx, at, acquisition.result());
      if (advisor !== null) await keepEvidence(tx, at, { ...advisor.of, evidence: advisor.walk.result() });
    },
  };
};

type Asked = Omit<Parameters<BeginPart>[0], 'run'>;

interface AdvisorWalk {
  readonly walk: WalkOver<Evidence>;
  readonly of: Omit<AdvisorEvidence, 'evidence'>;
}

/** Null where there is no ladder. */
async function beginAdvisor(
  { database, business, asOf }: Asked,
  basis: Parameters<typeof acquisitionWalk>[0]['basis'],
): Promise<AdvisorWalk | null> {
  const ways = await waysOf(database, business);
  if (ways === null) return null;
  const evidenceDays = await evidenceDaysOf({ database, business, asOf });
  const past = asOf - evidenceDays - WINDOW_DAYS;
  const zone = zoneOf(business.zone);
  const standings = await readStandings(database, business, ways, [
    zone.startOf(past + 1) - 1,
    zone.startOf(past + WINDOW_DAYS + 1) - 1,
  ]);
  const walk = evidenceWalk(standings, {
    past,
    windowDays: WINDOW_DAYS,
    evidenceDays,
    today: asOf,
    rungs: placesOf(ways.ladder.definition).length,
    basis,
    types: typesOf(ways),
  });
  return { walk, of: { ladder: ways.ladder.key, version: ways.ladder.version } };
}

/** As long as possible, so that a tenth of the people known today were known on the day that is looked back to. */
async function evidenceDaysOf({ database, business, asOf }: Asked): Promise<Day> {
  const { rows } = await database.withBusiness(business.id, (tx) =>
    tx.query<{ known: number | null }>(
      `SELECT known_since AS known FROM people WHERE business_id = this_business() ORDER BY known_since, person_id
       OFFSET (SELECT count(*) / 10 FROM people WHERE business_id = this_business()) LIMIT 1`,
    ),
  );
  const known = rows[0]?.known ?? null;
  const first = known === null ? asOf : zoneOf(business.zone).dayOf(known);
  return EVIDENCE_DAYS.find((days) => asOf - days - WINDOW_DAYS >= first) ?? EVIDENCE_DAYS[2];
}
