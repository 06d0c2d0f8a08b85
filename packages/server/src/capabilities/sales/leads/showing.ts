import type { Explanation } from '@nardeban/core/sales';
import type { z } from 'zod';
import type { Lead } from './lead.ts';
import type { ListedLead } from './listing.ts';
import type { explanationSchema, leadSchema, listedLeadSchema } from './schemas.ts';

/** A lead as it is answered: by whom its person is now, and without what only the program needs. */
export function shownLead(lead: Lead): z.infer<typeof leadSchema> {
  const { root, handsSince: _hands, handAt: _hand, lookAt: _look, ...shown } = lead;
  return { ...shown, person: root, because: [...lead.because] };
}

export function shownListed(lead: ListedLead): z.infer<typeof listedLeadSchema> {
  const { name, next, ...bare } = lead;
  return { ...shownLead(bare), name, next };
}

export function shownExplanation(explanation: Explanation): z.infer<typeof explanationSchema> {
  const { fitRows, engagementRows, handRows, because: _because, ...score } = explanation;
  return {
    ...score,
    fitRows: fitRows.map(({ rule, points, because }) => ({ key: rule.key, points, because })),
    engagementRows: engagementRows.map(({ rule, facts, ...row }) => ({
      ...row,
      key: rule.key,
      facts: [...facts],
    })),
    handRows: handRows.map((row) => ({ ...row })),
  };
}
