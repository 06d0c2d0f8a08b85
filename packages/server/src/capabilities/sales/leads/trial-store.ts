import type { Qualification, TrialResult, TrialSettings } from '@nardeban/core/sales';
import { trialStore } from '../../ladder/index.ts';

/** Drafts of the agreement between marketing and sales, tried on what really happened. */
export const trials = trialStore<Qualification, TrialSettings, TrialResult>({
  table: 'qualification_trials',
  id: 'trial_id',
});
