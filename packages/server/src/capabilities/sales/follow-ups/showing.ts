import { isClosed, type WorkingCalendar } from '@nardeban/core/sales';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { ownersNamed } from '../deals/colleagues.ts';
import type { FollowUp } from './follow-ups.ts';
import { workingCalendarOf } from './working-hours.ts';

/** As it is sent: with what its owner is called, and whether somebody works on its day. */
export type ShownFollowUp = FollowUp & {
  readonly ownerName: string | null;
  readonly closed: boolean;
};

export async function shownFollowUps(
  tx: Tx,
  business: Business,
  followUps: readonly FollowUp[],
): Promise<ShownFollowUp[]> {
  if (followUps.length === 0) return [];
  const calendar = await workingCalendarOf(tx, business);
  const owners = await ownersNamed(
    tx,
    followUps.map(({ owner }) => owner),
  );
  const names = new Map(owners.map(({ id, name }) => [id, name]));
  return followUps.map((one) => shown(one, names, calendar));
}

export async function shownFollowUp(tx: Tx, business: Business, one: FollowUp): Promise<ShownFollowUp> {
  const [found] = await shownFollowUps(tx, business, [one]);
  if (found === undefined) throw new Error('A follow-up that is there was not shown');
  return found;
}

function shown(one: FollowUp, names: ReadonlyMap<string, string>, calendar: WorkingCalendar): ShownFollowUp {
  return {
    ...one,
    ownerName: one.owner === null ? null : (names.get(one.owner) ?? null),
    closed: isClosed(calendar, one.dueAt),
  };
}
