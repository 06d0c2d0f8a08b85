import { retrying, type Database } from '../../../platform/database/index.ts';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Log } from '../../../platform/log/index.ts';
import { type Business, businessById } from '../../../platform/tenancy/index.ts';
import { rulesOfMailbox } from './deciding.ts';
import type { Letter } from './letters.ts';
import { type Mailbox, mailboxBySecret } from './mailboxes.ts';
import { keepSubmission } from './submissions.ts';
import { letIn } from './taking.ts';
import { doubtsOfTold, toldByLetter } from './told.ts';

/** A letter box, and whose it is. */
export interface Addressed {
  readonly business: Business;
  readonly mailbox: Mailbox;
}

/** Null: no such address, or it is closed. */
export async function addressedTo(
  database: Database,
  asked: { readonly secret: string; readonly business: number },
): Promise<Addressed | null> {
  if (asked.business < 1) return null;
  const business = await businessById(database, asked.business);
  if (business === null) return null;
  const mailbox = await database.withBusiness(business.id, (tx) => mailboxBySecret(tx, asked.secret));
  return mailbox === null ? null : { business, mailbox };
}

/**
 * Makes a lead of a letter: who wrote it, what they wrote as a note and as a message, once however often it is delivered.
 * What machines write is dropped; a letter of doubtful content waits for somebody to look.
 */
export async function takeLetter(
  { database, clock, log }: { readonly database: Database; readonly clock: Clock; readonly log: Log },
  { business, mailbox }: Addressed,
  letter: Letter,
  address: string,
): Promise<'ignored' | 'taken'> {
  const { content } = letter;
  if (letter.isAutomatic || content === null) {
    log.info({ business: business.slug, mailbox: mailbox.id }, 'a letter of a machine was left aside');
    return 'ignored';
  }
  const told = toldByLetter(content, business.language);
  const now = clock.now();
  const origin = { source: mailbox.source, medium: 'email', campaign: mailbox.campaign };
  const doubts = told.ok ? doubtsOfTold(told.value, 'letter') : (['nobody'] as const);
  await retrying(() =>
    database.withBusiness(business.id, async (tx) => {
      const submission = await keepSubmission(tx, {
        key: letter.key,
        way: 'email',
        form: null,
        mailbox: mailbox.id,
        state: 'waiting',
        reasons: doubts,
        content,
        ...origin,
        address,
        at: now,
      });
      if (submission === null || doubts.length > 0 || !told.ok) return;
      await letIn(
        tx,
        business,
        rulesOfMailbox(mailbox),
        [{ submission, told: told.value, origin, at: now, address: null }],
        { now },
      );
    }),
  );
  return 'taken';
}
