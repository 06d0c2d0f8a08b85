import type { TFunction } from 'i18next';
import type { Failure } from '../../../failure/failure.ts';
import { failureText } from '../../../failure/failure-text.ts';

/** What went wrong with a code or a card: of one that is not there the server's own sentence says more than the page can. */
export function failedText(failure: Failure, t: TFunction): string {
  return failure.kind === 'absent' && failure.sentence !== undefined
    ? failure.sentence
    : failureText(failure, t);
}
