import type { Written } from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { countingToday } from './counts.ts';
import type { KeptForm } from './forms.ts';
import { rulesOfForm } from './posting.ts';
import { keepSubmission } from './submissions.ts';
import { letIn } from './taking.ts';
import { doubtsOfTold, type FormContent, toldByForm } from './told.ts';

/** Takes in, as if it had been sent then, what somebody pretended wrote into a form; what looks like a robot's waits. */
export async function takeSample(
  tx: Tx,
  business: Business,
  form: KeptForm,
  sent: { readonly written: Written; readonly source: string; readonly at: Instant },
): Promise<void> {
  const { written, source, at } = sent;
  const content: FormContent = {
    kind: 'form',
    written,
    language: business.language,
    visitor: null,
    page: null,
    referrer: null,
  };
  const told = toldByForm(form.definition, content);
  if (!told.ok) throw new Error(told.refusal.code);
  const doubts = doubtsOfTold(told.value, 'form');
  const origin = { source, medium: null, campaign: null };
  const submission = await keepSubmission(tx, {
    key: `sample-${form.key}-${at}`,
    way: 'page',
    form: { id: form.id, revision: form.revision },
    mailbox: null,
    state: 'waiting',
    reasons: doubts,
    content,
    ...origin,
    address: null,
    at,
  });
  if (submission === null) return;
  const counted = [
    { kind: 'view' as const, subject: form.id, times: 12 },
    { kind: 'sent' as const, subject: form.id },
  ];
  if (doubts.length > 0)
    await tx.query(countingToday(business, [...counted, { kind: 'doubtful', subject: form.id }], at));
  else
    await letIn(
      tx,
      business,
      rulesOfForm(form),
      [{ submission, told: told.value, origin, at, address: null }],
      {
        now: at,
        counted,
      },
    );
}
