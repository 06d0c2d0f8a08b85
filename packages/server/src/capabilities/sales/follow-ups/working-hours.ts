import {
  calendarInTime,
  checkWorkingHours,
  defaultWorkingHours,
  type WorkingCalendar,
  workingCalendar,
  type WorkingHours,
  workingHoursSchema,
} from '@nardeban/core/sales';
import { accept, changedMeanwhile, type Instant, type Result, zoneOf } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';

/** When the business works, as it said so. */
export interface KeptWorkingHours {
  readonly hours: WorkingHours;
  /** 0: it has not said so, and works as a new business does. */
  readonly version: number;
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
}

interface Row {
  readonly version: number;
  readonly definition: unknown;
  readonly by: string;
  readonly at: Instant;
}
const COLUMNS = 'version, definition, made_by AS by, made_at AS at';

/** The hours in force. */
export async function workingHoursOf(tx: Tx, business: Business): Promise<KeptWorkingHours> {
  const { rows } = await tx.query<Row>({
    name: 'sales-working-hours',
    text: `SELECT ${COLUMNS} FROM working_calendars WHERE business_id = this_business()
           ORDER BY business_id DESC, version DESC LIMIT 1`,
  });
  const [row] = rows;
  return row === undefined ? unsaid(business) : kept(row);
}

function unsaid(business: Business): KeptWorkingHours {
  return { hours: defaultWorkingHours(business), version: 0, changedBy: null, changedAt: null };
}

function kept(row: Row): KeptWorkingHours {
  return {
    hours: workingHoursSchema.parse(row.definition),
    version: row.version,
    changedBy: row.by,
    changedAt: row.at,
  };
}

/** What working time is reckoned with from now on. */
export async function workingCalendarOf(tx: Tx, business: Business): Promise<WorkingCalendar> {
  const { hours, version } = await workingHoursOf(tx, business);
  return workingCalendar(hours, business.zone, version);
}

/**
 * What working time is reckoned with that began at an instant in the past: each day by the hours that were in force on it, so
 * that nothing said later changes what was worked before.
 */
export async function workingCalendarSince(
  tx: Tx,
  business: Business,
  since: Instant,
): Promise<WorkingCalendar> {
  const { rows } = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM working_calendars WHERE business_id = this_business() AND version >= coalesce((
       SELECT max(version) FROM working_calendars WHERE business_id = this_business() AND made_at <= $1), 0)
     ORDER BY business_id, version`,
    [timestamptz(since)],
  );
  const zone = zoneOf(business.zone);
  const said = rows.map((row) => ({
    from: zone.dayOf(row.at),
    calendar: workingCalendar(kept(row).hours, business.zone, row.version),
  }));
  const [first] = rows;
  // Before anything was said it worked as a new business does.
  return first === undefined || first.at > since
    ? calendarInTime(workingCalendar(unsaid(business).hours, business.zone, 0), said)
    : calendarInTime(workingCalendar(kept(first).hours, business.zone, first.version), said.slice(1));
}

/**
 * Says anew when the business works; `version` is what the asker saw. Refusals: `changed_meanwhile`, those of
 * `checkWorkingHours`.
 */
export async function changeWorkingHours(
  tx: Tx,
  business: Business,
  said: { readonly hours: WorkingHours; readonly version: number },
  author: { readonly by: string; readonly at: Instant },
): Promise<Result<KeptWorkingHours>> {
  const checked = checkWorkingHours(said.hours);
  if (!checked.ok) return checked;
  // Two who change them at once do so one after the other, and the second is told.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('nardeban working hours'), this_business())`);
  const seen = await workingHoursOf(tx, business);
  if (seen.version !== said.version) return changedMeanwhile(seen.changedBy, seen.changedAt, 'version');
  if (JSON.stringify(seen.hours) === JSON.stringify(checked.value)) return accept(seen);
  await tx.query(
    `INSERT INTO working_calendars (business_id, version, definition, made_by, made_at)
     VALUES (this_business(), $1, $2, $3, $4)`,
    [seen.version + 1, JSON.stringify(checked.value), author.by, timestamptz(author.at)],
  );
  return accept(await workingHoursOf(tx, business));
}
