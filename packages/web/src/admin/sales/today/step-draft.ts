import type { Kind } from './queries.ts';
import { dueOf, type When } from './when.ts';

/** What is to be done next, while it is being written. */
export interface StepDraft {
  readonly kind: Kind;
  readonly about: string;
  readonly when: When;
  /** They asked for this day. */
  readonly agreed: boolean;
  readonly owner: string | null;
}

/** What is sent of it; null: something is missing. */
export function stepBody(draft: StepDraft, zone: string) {
  const due = dueOf(draft.when, zone);
  const about = draft.about.trim();
  if (due === null || about === '') return null;
  return {
    kind: draft.kind,
    about,
    ...due,
    ...(draft.agreed ? { agreed: true, fixed: true } : {}),
  };
}
