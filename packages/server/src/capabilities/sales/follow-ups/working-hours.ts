import {
  checkWorkingHours,
  defaultWorkingHours,
  type WorkingCalendar,
  workingCalendar,
  type WorkingHours,
  workingHoursSchema,
} from '@nardeban/core/sales';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
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

/** The hours in force; `version`: those of that version, while a clock runs by it. */
export async function workingHoursOf(
  tx: Tx,
  business: Business,
  version: number | null = null,
): Promise<KeptWorkingHours> {
  const { rows } = await tx.query<Row>({
    name: 'sales-working-hours',
    text: `SELECT version, definition, made_by AS by, made_at AS at FROM working_calendars
           WHERE business_id = this_business() AND ($1::integer IS NULL OR version = $1)
           ORDER BY business_id DESC, version DESC LIMIT 1`,
    values: [version],
  });
  const [row] = rows;
  if (row === undefined)
    return { hours: defaultWorkingHours(business), version: 0, changedBy: null, changedAt: null };
  return {
    hours: workingHoursSchema.parse(row.definition),
    version: row.version,
    changedBy: row.by,
    changedAt: row.at,
  };
}

/** What working time is reckoned with now. */
export async function workingCalendarOf(tx: Tx, business: Business): Promise<WorkingCalendar> {
  const { hours, version } = await workingHoursOf(tx, business);
  return workingCalendar(hours, business.zone, version);
}

/** What it was reckoned with by a version: clocks that run stay with the one they began with. */
export async function workingCalendarOfVersion(
  tx: Tx,
  business: Business,
  version: number,
): Promise<WorkingCalendar> {
  const kept = version === 0 ? null : await workingHoursOf(tx, business, version);
  return workingCalendar(kept?.hours ?? defaultWorkingHours(business), business.zone, version);
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
  if (seen.version !== said.version)
    return refuse('changed_meanwhile', 'version', {
      by: seen.changedBy ?? '',
      at: new Date(seen.changedAt ?? 0).toISOString(),
    });
  if (JSON.stringify(seen.hours) === JSON.stringify(checked.value)) return accept(seen);
  await tx.query(
    `INSERT INTO working_calendars (business_id, version, definition, made_by, made_at)
     VALUES (this_business(), $1, $2, $3, $4)`,
    [seen.version + 1, JSON.stringify(checked.value), author.by, timestamptz(author.at)],
  );
  return accept(await workingHoursOf(tx, business));
}
