/** What there is to do next with a person. */
export const FOLLOW_UP_KINDS = [
  'call',
  'meeting',
  'message',
  'visit',
  'task',
  'reminder',
  'promise',
] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

export const FOLLOW_UP_STATES = ['open', 'done', 'missed', 'cancelled'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** Where a follow-up came from: a member of staff, or what made it. */
export const FOLLOW_UP_ORIGINS = [
  'staff',
  'cadence',
  'promise',
  'agreement',
  'deal',
  'recommendation',
  'lead',
] as const;
export type FollowUpOrigin = (typeof FOLLOW_UP_ORIGINS)[number];

const CALL = ['answered', 'no-answer', 'busy', 'wrong-number'] as const;
const MESSAGE = ['sent', 'answered'] as const;
const MET = ['held', 'not-held'] as const;
const DEED = ['done'] as const;
const PROMISE = ['kept', 'broken'] as const;

/** What may have come of each kind, the good end first. */
export const OUTCOMES = {
  call: CALL,
  meeting: MET,
  message: MESSAGE,
  visit: MET,
  task: DEED,
  reminder: DEED,
  promise: PROMISE,
} as const satisfies Readonly<Record<FollowUpKind, readonly string[]>>;
export type Outcome = (typeof OUTCOMES)[FollowUpKind][number];
export const ALL_OUTCOMES = [...new Set([...CALL, ...MESSAGE, ...MET, ...DEED, ...PROMISE])] as const;

/** May this have come of it? */
export function isOutcome(kind: FollowUpKind, outcome: Outcome): boolean {
  return (OUTCOMES[kind] as readonly string[]).includes(outcome);
}

/** Is it agreed with somebody as a rule, so that a holiday does not move it? */
export function isAgreedAsARule(kind: FollowUpKind): boolean {
  return kind === 'meeting' || kind === 'visit' || kind === 'promise';
}

/**
 * What the outcome says as an attempt to reach them, in the words of `contact.attempted`; null: it was none. Somebody who was
 * met has answered, and whoever was engaged or did not come was not reached.
 */
export function contactOf(
  kind: FollowUpKind,
  outcome: Outcome,
): { readonly channel: string; readonly outcome: string } | null {
  switch (kind) {
    case 'call':
      return { channel: 'phone', outcome: outcome === 'busy' ? 'no-answer' : outcome };
    case 'message':
      return { channel: 'message', outcome };
    case 'meeting':
    case 'visit':
      return { channel: kind, outcome: outcome === 'held' ? 'answered' : 'no-answer' };
    case 'task':
    case 'reminder':
    case 'promise':
      return null;
  }
}
