import { originOf } from '@nardeban/core/sales';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { formAsItStood, formById } from './forms.ts';
import { mailboxById } from './mailboxes.ts';
import { rulesOfForm } from './posting.ts';
import { putAway, type Submission, submissionById } from './submissions.ts';
import { type GateRules, letIn, type Taken } from './taking.ts';
import { type Told, toldByForm, toldByLetter } from './told.ts';

const HOUR = 60 * 60_000;
/** Letters of the same person within a day are one sign of interest. */
export const LETTER_WINDOW = 24 * HOUR;

/**
 * Lets in what waited, as of when it was sent. Refusals: `submission_unknown`, `submission_not_waiting`, `conflict_open`
 * (somebody has to say first which of two people it is), and those of reading it.
 */
export async function letInWaiting(
  tx: Tx,
  business: Business,
  id: number,
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<Result<{ readonly submission: Submission; readonly taken: Taken }>> {
  const kept = await submissionById(tx, id, 'hold');
  if (kept === null) return refuse('submission_unknown', 'submission');
  if (kept.state !== 'waiting' && kept.state !== 'discarded')
    return refuse('submission_not_waiting', 'submission');
  const read = await readAgain(tx, business, kept);
  if (!read.ok) return read;
  const { told, rules } = read.value;
  const origin = originOf({
    own: [],
    link: kept.source === null ? null : { source: kept.source, medium: kept.medium, campaign: kept.campaign },
    fallback: { source: null, medium: null, campaign: null },
  });
  const [taken] = await letIn(
    tx,
    business,
    rules,
    [{ submission: kept.id, told, origin, at: kept.at, address: kept.address }],
    { now, decidedBy: by },
  );
  if (taken === undefined || taken.state === 'waiting') {
    const seen = await submissionById(tx, id);
    return refuse('conflict_open', 'submission', { conflict: seen?.conflict ?? 0 });
  }
  const submission = await submissionById(tx, id);
  return submission === null ? refuse('submission_unknown', 'submission') : accept({ submission, taken });
}

/** Puts away what waited: it is kept for a month, and can be let in till then. Refusals as above. */
export async function discard(
  tx: Tx,
  id: number,
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<Result<Submission>> {
  const kept = await submissionById(tx, id, 'hold');
  if (kept === null) return refuse('submission_unknown', 'submission');
  if (kept.state !== 'waiting') return refuse('submission_not_waiting', 'submission');
  await putAway(tx, id, by, now);
  const submission = await submissionById(tx, id);
  return submission === null ? refuse('submission_unknown', 'submission') : accept(submission);
}

/** What it said, by the form as it stood when it was sent, and what holds for its gate now. */
async function readAgain(
  tx: Tx,
  business: Business,
  kept: Submission,
): Promise<Result<{ readonly told: Told; readonly rules: GateRules }>> {
  const { content } = kept;
  if (content.kind === 'form' && kept.form !== null) {
    const form = await formById(tx, kept.form);
    const definition = await formAsItStood(tx, kept.form, kept.revision ?? 0);
    if (form === null || definition === null) return refuse('form_unknown', 'submission', { key: '' });
    const told = toldByForm(definition, content);
    if (!told.ok) return told;
    return accept({ told: told.value, rules: rulesOfForm({ ...form, definition }) });
  }
  if (content.kind === 'letter' && kept.mailbox !== null) {
    const mailbox = await mailboxById(tx, kept.mailbox);
    if (mailbox === null) return refuse('mailbox_unknown', 'submission');
    const told = toldByLetter(content, business.language);
    return told.ok ? accept({ told: told.value, rules: rulesOfMailbox(mailbox) }) : told;
  }
  return refuse('submission_not_waiting', 'submission');
}

export function rulesOfMailbox(mailbox: {
  readonly id: number;
  readonly title: string;
  readonly owner: string | null;
  readonly hand: boolean;
}): GateRules {
  return {
    gate: { kind: 'letter', id: mailbox.id, key: mailbox.title },
    owner: mailbox.owner,
    hand: mailbox.hand,
    windowMs: LETTER_WINDOW,
    by: mailbox.title,
  };
}
