import type { Score } from '@nardeban/core/sales';
import type { History } from '@nardeban/core/facts';
import type { Instant } from '@nardeban/core/values';
import type { Lead, LeadState } from './lead.ts';

/** What time and facts make of a lead, without anybody of the staff. */
export type LeadMove =
  | { readonly kind: 'hand'; readonly why: 'hand' | 'score' }
  /** Back to nurture before anybody answered. */
  | { readonly kind: 'cool' }
  /** It cooled with a seller, who keeps it; or it is warm again. */
  | { readonly kind: 'cooled-with-seller' }
  | { readonly kind: 'warm-again' }
  /** The pause after a refusal is over. */
  | { readonly kind: 'resume' }
  | { readonly kind: 'close'; readonly reason: 'bought' | 'deal' };

/** The facts beyond those scored that decide what becomes of a lead. */
export const LIFE_TYPES = ['deal.opened', 'deal.won', 'order.paid'] as const;
const BUYING: readonly string[] = ['deal.won', 'order.paid'];

/** Whether the lower threshold holds for a lead. */
export function isInside(state: LeadState): boolean {
  return state === 'handed' || state === 'accepted' || state === 'qualified';
}

/** What becomes of a lead by what was told since it was captured, and by its scores. */
export function moveOf(lead: Lead, history: History, score: Score, now: Instant): LeadMove | null {
  const since = history.facts.filter(({ at }) => at > lead.capturedAt && at <= now);
  if (since.some(({ type }) => BUYING.includes(type))) return { kind: 'close', reason: 'bought' };
  if (lead.state === 'qualified')
    return since.some(({ type }) => type === 'deal.opened') ? { kind: 'close', reason: 'deal' } : null;
  // What somebody of the staff saw in a lead, no score takes away.
  if (isInside(lead.state) && lead.handedFor === 'staff') return null;
  if (lead.state === 'handed') return score.inside ? null : { kind: 'cool' };
  if (lead.state === 'accepted') {
    if (score.inside) return lead.cooledAt === null ? null : { kind: 'warm-again' };
    return lead.cooledAt === null ? { kind: 'cooled-with-seller' } : null;
  }
  const paused = lead.state === 'refused' && (lead.pausedUntil === null || lead.pausedUntil > now);
  if (paused && score.why !== 'hand') return null;
  // Whoever was refused comes back with something new, not with what was looked at before.
  const { handsSince } = lead;
  const isFresh =
    handsSince === null || score.why === 'hand' || history.facts.some(({ at }) => at > handsSince);
  if (score.why !== null && isFresh) return { kind: 'hand', why: score.why };
  return lead.state === 'refused' ? { kind: 'resume' } : null;
}

/** When to look again though nothing new is told; null: nothing but a fact can change anything. */
export function lookAgainAt(
  state: LeadState,
  lead: Pick<Lead, 'pausedUntil' | 'handedFor'>,
  score: Score,
): Instant | null {
  if (state === 'closed' || state === 'qualified' || (isInside(state) && lead.handedFor === 'staff'))
    return null;
  const times = [score.until, state === 'refused' ? lead.pausedUntil : null].filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times);
}
