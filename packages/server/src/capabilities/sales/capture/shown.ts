import type { Instant } from '@nardeban/core/values';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { RouteParts } from '../../../platform/http/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { dayOf, talliesSince } from './counts.ts';
import type { KeptForm } from './forms.ts';
import type { CaptureLink } from './links.ts';
import { addressOf, type Mailbox } from './mailboxes.ts';
import type { batchSchema, keptFormSchema, linkSchema, mailboxSchema, submissionSchema } from './schemas.ts';
import { type Batch, tallyOf } from './sheets.ts';
import type { Submission } from './submissions.ts';

const DAYS = 30;
const MOST_WAITING = 10_000;

/** Under which address strangers reach this installation. */
export function outside(request: FastifyRequest, config: RouteParts['config']): string {
  return config.publicUrl === undefined
    ? `${request.protocol}://${request.host}`
    : new URL(config.publicUrl).origin;
}

export interface Shower {
  readonly business: Business;
  readonly origin: string;
  readonly now: Instant;
}

export async function shownForms(
  tx: Tx,
  forms: readonly KeptForm[],
  { business, origin, now }: Shower,
): Promise<z.infer<typeof keptFormSchema>[]> {
  const ids = forms.map(({ id }) => id);
  const since = dayOf(business, now) - DAYS;
  const tallies = await talliesSince(tx, ['view', 'sent', 'lead', 'doubtful'], ids, since);
  const { rows } = await tx.query<{ form: number; waiting: number }>(
    `SELECT form_id AS form, count(*)::integer AS waiting FROM (
       SELECT form_id FROM capture_submissions
       WHERE business_id = this_business() AND state = 'waiting' AND form_id = ANY($1::bigint[]) LIMIT ${MOST_WAITING}) w
     GROUP BY form_id`,
    [ids],
  );
  const waiting = new Map(rows.map((row) => [row.form, row.waiting]));
  return forms.map((form) => {
    const { view = 0, sent = 0, lead = 0, doubtful = 0 } = tallies.get(form.id) ?? {};
    return {
      ...form,
      address: `${origin}/f/${business.slug}/${form.key}`,
      lately: { view, sent, lead, doubtful },
      waiting: waiting.get(form.id) ?? 0,
    };
  });
}

export async function shownLinks(
  tx: Tx,
  links: readonly CaptureLink[],
  { business, origin, now }: Shower,
): Promise<z.infer<typeof linkSchema>[]> {
  const tallies = await talliesSince(
    tx,
    ['scan'],
    links.map(({ id }) => id),
    dayOf(business, now) - DAYS,
  );
  return links.map((link) => ({
    ...link,
    address: `${origin}/l/${business.slug}/${link.code}`,
    scans: tallies.get(link.id)?.scan ?? 0,
  }));
}

export function shownMailbox(
  { secret, ...mailbox }: Mailbox,
  business: Business,
  domain: string | undefined,
): z.infer<typeof mailboxSchema> {
  return { ...mailbox, address: domain === undefined ? null : addressOf({ secret }, business.id, domain) };
}

export function shownSubmission({
  key: _key,
  revision: _revision,
  content,
  ...submission
}: Submission): z.infer<typeof submissionSchema> {
  const shown =
    content.kind === 'letter'
      ? { ...content, enclosed: [...content.enclosed] }
      : content.kind === 'line'
        ? {
            ...content,
            headers: [...content.headers],
            columns: [...content.columns],
            cells: [...content.cells],
          }
        : { ...content, written: { ...content.written } };
  return { ...submission, reasons: [...submission.reasons], content: shown };
}

export async function shownBatch(tx: Tx, batch: Batch): Promise<z.infer<typeof batchSchema>> {
  return { ...batch, tally: { ...(await tallyOf(tx, batch.id)) } };
}
