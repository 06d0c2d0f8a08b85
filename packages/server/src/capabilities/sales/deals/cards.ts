import type { StallReason } from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import type { DealState } from './deal.ts';

/** What is to be done next for a deal. */
export interface NextStep {
  readonly id: number;
  readonly kind: string;
  readonly about: string;
  readonly dueAt: Instant;
  readonly wholeDay: boolean;
  readonly missed: boolean;
}

/** A deal as a board or a list shows it. */
export interface DealCard {
  readonly id: number;
  readonly title: string;
  readonly person: number;
  readonly personName: string | null;
  readonly pipeline: string;
  readonly step: string;
  readonly state: DealState;
  readonly amount: number | null;
  readonly owner: string | null;
  readonly expectedClose: string | null;
  readonly openedAt: Instant;
  readonly stepSince: Instant;
  readonly closedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly lostReason: string | null;
  readonly chance: number | null;
  readonly stalledAt: Instant | null;
  readonly stalledFor: StallReason | null;
  readonly revision: number;
  readonly next: NextStep | null;
}

/** What a card is made of: of the table `deals d`, before the person and the next step are known. */
export const keptOfCard = `d.deal_id, d.person_id, d.title, d.pipeline, d.step, d.state, d.amount, d.owner, d.expected_close, d.opened_at,
  d.step_since, d.closed_at, d.finished_at, d.lost_reason, d.chance, d.stalled_at, d.stalled_for, d.revision`;

/** The columns of a card, of `d` with `keptOfCard` and what `besideCard` joins. */
export const cardColumns = `d.deal_id AS id, d.title, coalesce(p.merged_into, d.person_id) AS person,
  coalesce(CASE WHEN p.merged_into IS NULL THEN p.name ELSE r.name END, p.name) AS "personName",
  d.pipeline, d.step, d.state, d.amount, d.owner, d.expected_close AS "expectedClose", d.opened_at AS "openedAt",
  d.step_since AS "stepSince", d.closed_at AS "closedAt", d.finished_at AS "finishedAt", d.lost_reason AS "lostReason", d.chance,
  d.stalled_at AS "stalledAt", d.stalled_for AS "stalledFor", d.revision,
  n.follow_up_id AS "nextId", n.kind AS "nextKind", n.about AS "nextAbout", n.due_at AS "nextDue", n.whole_day AS "nextWholeDay",
  n.state = 'missed' AS "nextMissed"`;

/** Who it is with, and what is to be done first: one look each, for the cards that are shown and no others. */
export const besideCard = `
  LEFT JOIN LATERAL (
    SELECT o.name, o.merged_into FROM people o
    WHERE o.business_id = this_business() AND o.person_id = d.person_id LIMIT 1) p ON true
  LEFT JOIN LATERAL (
    SELECT o.name FROM people o
    WHERE o.business_id = this_business() AND o.person_id = p.merged_into LIMIT 1) r ON true
  LEFT JOIN LATERAL (
    SELECT f.follow_up_id, f.kind, f.about, f.due_at, f.whole_day, f.state FROM follow_ups f
    WHERE f.business_id = this_business() AND f.deal_id = d.deal_id AND f.state IN ('open', 'missed')
    ORDER BY f.due_at LIMIT 1) n ON true`;

export interface CardRow extends Omit<DealCard, 'next'> {
  readonly nextId: number | null;
  readonly nextKind: string | null;
  readonly nextAbout: string | null;
  readonly nextDue: Instant | null;
  readonly nextWholeDay: boolean | null;
  readonly nextMissed: boolean | null;
}

export function readCard(row: CardRow): DealCard {
  const { nextId, nextKind, nextAbout, nextDue, nextWholeDay, nextMissed, ...card } = row;
  const next =
    nextId === null
      ? null
      : {
          id: nextId,
          kind: nextKind ?? 'task',
          about: nextAbout ?? '',
          dueAt: nextDue ?? 0,
          wholeDay: nextWholeDay === true,
          missed: nextMissed === true,
        };
  // What was planned since the last look is seen at once.
  const isHelped = card.stalledFor === 'no-next-step' && next !== null;
  return { ...card, ...(isHelped ? { stalledAt: null, stalledFor: null } : {}), next };
}
