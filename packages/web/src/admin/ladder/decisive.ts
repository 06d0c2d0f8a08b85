import type { SpokenReason } from '@nardeban/core/criteria';

/**
 * The lines that made a reason come out as it did, in their order: of one that holds those that hold, of one that
 * does not those that do not.
 */
export function decisive(reason: SpokenReason): readonly SpokenReason[] {
  if (reason.parts.length === 0) return [reason];
  const deciding = reason.parts.filter((part) => part.holds === reason.holds);
  return (deciding.length > 0 ? deciding : reason.parts).flatMap(decisive);
}
