import { appreciationOf, type Buyer } from '@nardeban/core/offers';
import type { History } from '@nardeban/core/facts';
import { levelTimeline, type Programme } from '@nardeban/core/programme';
import type { BusinessCalendar, Instant } from '@nardeban/core/values';
import type { ClubNow } from './club-now.ts';
import type { Stand } from './stands.ts';

/** Whoever buys, as prices see them: what the facts say of them at this instant. */
export function buyerOf({
  person,
  history,
  stands,
  club,
  calendar,
  now,
}: {
  readonly person: number;
  readonly history: History;
  readonly stands: readonly Stand[];
  readonly club: Pick<ClubNow, 'settings' | 'programme' | 'asksAppreciation'>;
  readonly calendar: BusinessCalendar;
  readonly now: Instant;
}): Buyer {
  const programme = club.programme?.definition ?? null;
  const rule = club.settings.settings.appreciation;
  return {
    person,
    history,
    rungs: Object.fromEntries(stands.map(({ ladder, rung }) => [ladder, rung])),
    // Nobody is weighed where nothing depends on it.
    appreciation: club.asksAppreciation
      ? appreciationOf({ rule, history, at: now, rungs: placesIn(stands), calendar }).score
      : null,
    member: isMember(programme, history, now),
    level: levelOf(programme, history, now, calendar),
  };
}

export function placesIn(stands: readonly Stand[]): Record<string, { place: number; top: number }> {
  return Object.fromEntries(stands.map(({ ladder, place, top }) => [ladder, { place, top }]));
}

/** Whoever joined, or everybody who is known, as the club says. */
export function isMember(programme: Programme | null, history: History, now: Instant): boolean {
  if (programme === null) return false;
  if (programme.membership === 'everybody') return true;
  return history.facts.some(({ type, at }) => type === 'club.joined' && at <= now);
}

/** The level of the club they stand on; null: the club has none. */
export function levelOf(
  programme: Programme | null,
  history: History,
  now: Instant,
  calendar: BusinessCalendar,
): string | null {
  if (programme?.levels === undefined) return null;
  return levelTimeline(programme.levels, history.facts, now, calendar).key;
}
