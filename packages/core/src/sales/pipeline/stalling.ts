import { type Instant, MS_PER_DAY } from '../../values/index.ts';
import type { Pipeline, Step } from './definition.ts';

export const STALL_REASONS = ['overdue', 'no-next-step', 'quiet'] as const;
export type StallReason = (typeof STALL_REASONS)[number];

/** How long a deal may be without a next step before it says so. */
export const NEXT_STEP_GRACE_MS = MS_PER_DAY;

export interface Stall {
  readonly reason: StallReason;
  readonly since: Instant;
}

/**
 * Whether a deal stands still, and why: its step took longer than it may (`dueAt`), it has no next step for a day, or nobody was in
 * contact for as long as the pipeline says. What lasts longest is told. After the sale nobody need be in contact, and nothing need
 * be next; then only the step's own time counts.
 */
export function stallOf(
  deal: {
    readonly openedAt: Instant;
    readonly stepSince: Instant;
    readonly changedAt: Instant;
    readonly nextStep: boolean;
    readonly lastContact: Instant | null;
    readonly dueAt: Instant | null;
  },
  step: Pick<Step, 'after'> | null,
  pipeline: Pick<Pipeline, 'quietDays'>,
  now: Instant,
): Stall | null {
  const found: Stall[] = [];
  if (deal.dueAt !== null && deal.dueAt <= now) found.push({ reason: 'overdue', since: deal.dueAt });
  if (step?.after !== true) {
    const alone = deal.changedAt + NEXT_STEP_GRACE_MS;
    if (!deal.nextStep && alone <= now) found.push({ reason: 'no-next-step', since: alone });
    if (pipeline.quietDays !== undefined) {
      const heard = Math.max(deal.lastContact ?? deal.openedAt, deal.openedAt);
      const silent = heard + pipeline.quietDays * MS_PER_DAY;
      if (silent <= now) found.push({ reason: 'quiet', since: silent });
    }
  }
  return found.reduce<Stall | null>(
    (first, one) => (first === null || one.since < first.since ? one : first),
    null,
  );
}

/** What counts as having been in contact with somebody. */
export const CONTACT_FACTS: readonly string[] = [
  'contact.attempted',
  'crosssell.suggested',
  'demo.asked',
  'followup.agreed',
  'followup.done',
  'message.received',
  'objection.answered',
  'objection.raised',
  'order.paid',
  'order.placed',
  'price.asked',
  'quotation.accepted',
  'quotation.declined',
  'quotation.sent',
  'recommendation.asked',
  'visit.made',
  'wants.confirmed',
];
