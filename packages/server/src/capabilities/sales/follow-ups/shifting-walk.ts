import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';

/** How far a walk over clocks has come: they are taken by their instant, the first coming first. */
export interface Place {
  readonly at: Instant;
  readonly id: number;
}

/** `eager`: waits for nobody, and leaves to a later walk what somebody else holds at this moment. */
export type ShiftManner = 'eager' | 'thorough';

/** Why clocks are walked over: the hours were changed at `now`, or with `zoneBefore` the zone of the business was. */
export interface ShiftCause {
  readonly now: Instant;
  readonly zoneBefore?: string | undefined;
}

/**
 * Gives some clocks the time that the hours in force give them; answers where it has come to, or null when that were all.
 * What a clock says follows from when it began alone, so that doing it again, or after a holiday was taken back, is harmless.
 */
export type ShiftSome = (
  tx: Tx,
  business: Business,
  after: Place | null,
  walk: ShiftCause & { readonly how: ShiftManner },
) => Promise<Place | null>;
