import type { Day, Instant, Zone } from '../../values/index.ts';

/** What becomes of a promise. Released: whom it was made to let it go. */
export const promiseStates = ['open', 'kept', 'broken', 'released'] as const;
export type PromiseState = (typeof promiseStates)[number];

/** Whether we promised it to them, or they to us. */
export const promiseSides = ['us', 'them'] as const;
export type PromiseSide = (typeof promiseSides)[number];

/**
 * So many days after its day an open promise counts as broken by itself. Who kept it and forgot to say so has these days; without
 * them nothing would ever be broken, since nobody likes to say it of themselves.
 */
export const GRACE_DAYS = 3;

/** The first instant at which a promise for this day is overdue. */
export function overdueFrom(due: Day, zone: Zone): Instant {
  return zone.startOf(due + 1);
}

/** The first instant at which it counts as broken. */
export function brokenFrom(due: Day, zone: Zone): Instant {
  return zone.startOf(due + 1 + GRACE_DAYS);
}

/**
 * What a look at an open promise says. `done`: its follow-up was done, so somebody did what was promised. The other side's
 * promise is never called broken by the program: we know too little of why.
 */
export function lookAtPromise(
  promise: { readonly due: Day; readonly side: PromiseSide; readonly done: boolean },
  zone: Zone,
  now: Instant,
): { readonly state: 'kept' | 'broken' } | { readonly state: 'open'; readonly lookAt: Instant | null } {
  if (promise.done) return { state: 'kept' };
  if (now < overdueFrom(promise.due, zone)) return { state: 'open', lookAt: overdueFrom(promise.due, zone) };
  if (promise.side === 'them') return { state: 'open', lookAt: null };
  const broken = brokenFrom(promise.due, zone);
  return now < broken ? { state: 'open', lookAt: broken } : { state: 'broken' };
}
