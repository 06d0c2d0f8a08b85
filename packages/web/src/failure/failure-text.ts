import type { TFunction } from 'i18next';
import type { Failure } from './failure.ts';

/** One sentence on what went wrong and what to do: the server's own where it gave one for what was asked. */
export function failureText(failure: Failure, t: TFunction): string {
  const own = failure.kind === 'refused' || failure.kind === 'changed' || failure.kind === 'forbidden';
  return own && failure.sentence !== undefined ? failure.sentence : t(`failure.${failure.kind}.text`);
}
