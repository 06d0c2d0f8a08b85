import { randomBytes } from 'node:crypto';
import { accept, changedMeanwhile, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { checkOwner } from '../deals/index.ts';
import type { Author } from './settings.ts';

/** An address that takes in e-mail. */
export interface Mailbox {
  readonly id: number;
  readonly secret: string;
  readonly title: string;
  readonly source: string;
  readonly campaign: string | null;
  readonly owner: string | null;
  readonly hand: boolean;
  readonly closed: boolean;
  readonly revision: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
}

export interface MailboxAsked {
  readonly title: string;
  readonly source: string;
  readonly campaign: string | null;
  readonly owner: string | null;
  readonly hand: boolean;
}

const MOST = 100;
const columns = `mailbox_id AS id, secret, title, source, campaign, owner, hand, closed_at IS NOT NULL AS closed, revision,
  made_by AS "madeBy", made_at AS "madeAt"`;

export async function listMailboxes(tx: Tx): Promise<readonly Mailbox[]> {
  const { rows } = await tx.query<Mailbox>(
    `SELECT ${columns} FROM capture_mailboxes WHERE business_id = this_business() ORDER BY mailbox_id DESC LIMIT ${MOST}`,
  );
  return rows;
}

export async function mailboxById(tx: Tx, id: number): Promise<Mailbox | null> {
  const { rows } = await tx.query<Mailbox>(
    `SELECT ${columns} FROM capture_mailboxes WHERE business_id = this_business() AND mailbox_id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

export async function mailboxBySecret(tx: Tx, secret: string): Promise<Mailbox | null> {
  const { rows } = await tx.query<Mailbox>({
    name: 'capture-mailbox',
    text: `SELECT ${columns} FROM capture_mailboxes
           WHERE business_id = this_business() AND secret = $1 AND closed_at IS NULL`,
    values: [secret],
  });
  return rows[0] ?? null;
}

/** Refusals: `owner_unknown`, `mailboxes_too_many`. */
export async function makeMailbox(
  tx: Tx,
  asked: MailboxAsked,
  { by, now }: Author,
): Promise<Result<Mailbox>> {
  const owner = await checkOwner(tx, asked.owner, 'owner');
  if (!owner.ok) return owner;
  if ((await listMailboxes(tx)).length >= MOST)
    return refuse('mailboxes_too_many', undefined, { most: MOST });
  const { rows } = await tx.query<Mailbox>(
    `INSERT INTO capture_mailboxes (business_id, secret, title, source, campaign, owner, hand, made_by, made_at, changed_by, changed_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $7, $8) RETURNING ${columns}`,
    [drawnSecret(), asked.title, asked.source, asked.campaign, asked.owner, asked.hand, by, timestamptz(now)],
  );
  const [made] = rows;
  if (made === undefined) throw new Error('The letter box that was just made did not come back');
  return accept(made);
}

/** Refusals: `mailbox_unknown`, `changed_meanwhile`, `owner_unknown`. A closed address takes nothing in. */
export async function changeMailbox(
  tx: Tx,
  id: number,
  asked: MailboxAsked & { readonly closed: boolean; readonly revision: number },
  { by, now }: Author,
): Promise<Result<Mailbox>> {
  const owner = await checkOwner(tx, asked.owner, 'owner');
  if (!owner.ok) return owner;
  const { rows } = await tx.query<Mailbox>(
    `UPDATE capture_mailboxes SET title = $3, source = $4, campaign = $5, owner = $6, hand = $7,
       closed_at = CASE WHEN $8 THEN coalesce(closed_at, $10::timestamptz) END, revision = revision + 1, changed_by = $9, changed_at = $10
     WHERE business_id = this_business() AND mailbox_id = $1 AND revision = $2 RETURNING ${columns}`,
    [
      id,
      asked.revision,
      asked.title,
      asked.source,
      asked.campaign,
      asked.owner,
      asked.hand,
      asked.closed,
      by,
      timestamptz(now),
    ],
  );
  if (rows[0] !== undefined) return accept(rows[0]);
  const seen = await mailboxById(tx, id);
  return seen === null ? refuse('mailbox_unknown', 'mailbox') : changedMeanwhile(null, null);
}

const SIGNS = 'abcdefghijklmnopqrstuvwxyz234567';

/** 130 bits in signs that mail programs leave as they are. */
function drawnSecret(): string {
  return Array.from(randomBytes(26), (byte) => SIGNS.charAt(byte % 32)).join('');
}

/** The business's number stands in the address, so that nobody has to ask across businesses whose it is. */
export function addressOf({ secret }: Pick<Mailbox, 'secret'>, business: number, domain: string): string {
  return `lead+${secret}-${business}@${domain}`;
}

export function readAddress(
  address: string,
  domain: string,
): { readonly secret: string; readonly business: number } | null {
  const at = address.lastIndexOf('@');
  if (address.slice(at + 1).toLowerCase() !== domain.toLowerCase()) return null;
  const parts = /^lead\+([a-z2-7]{26})-([0-9]{1,9})$/.exec(address.slice(0, at).toLowerCase());
  return parts?.[1] === undefined ? null : { secret: parts[1], business: Number(parts[2]) };
}
