import { createHash, randomBytes } from 'node:crypto';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { type Database, timestamptz, type Tx } from '../database/index.ts';
import { mayGive, type Role, type Scope } from '../http/permissions.ts';
import { type Business, businessOf } from '../tenancy/index.ts';
import { joinStaff } from './staff.ts';

const DAY = 24 * 60 * 60 * 1000;
export const INVITATION_LASTS = 7 * DAY;

export interface Invitation {
  readonly id: number;
  readonly role: Role;
  readonly invitee: string | null;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
}

const columns = `invitation_id AS id, role, invitee, made_by AS "madeBy", made_at AS "madeAt", expires_at AS "expiresAt"`;
const open = 'accepted_at IS NULL AND withdrawn_at IS NULL';

export interface NewInvitation {
  readonly role: Role;
  /** For whom it is, as the asker calls them. */
  readonly invitee: string | null;
  readonly madeBy: string;
}

/**
 * Makes an invitation and tells its token, this once: it begins with the number of the business, carries 256 bits of
 * chance, and only its hash is kept. Refusal: `role_above_own`.
 */
export async function invite(
  tx: Tx,
  businessId: number,
  wanted: NewInvitation,
  held: ReadonlySet<Scope>,
  now: Instant,
): Promise<Result<{ readonly token: string; readonly invitation: Invitation }>> {
  if (!mayGive(held, wanted.role)) return refuse('role_above_own', 'role', { role: wanted.role });
  const token = `${businessId.toString(36)}_${randomBytes(32).toString('base64url')}`;
  const { rows } = await tx.query<Invitation>(
    `INSERT INTO invitations (business_id, hash, role, invitee, made_by, made_at, expires_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6) RETURNING ${columns}`,
    [
      hashOf(token),
      wanted.role,
      wanted.invitee,
      wanted.madeBy,
      timestamptz(now),
      timestamptz(now + INVITATION_LASTS),
    ],
  );
  const [invitation] = rows;
  if (invitation === undefined) throw new Error('The invitation that was just written did not come back');
  return accept({ token, invitation });
}

/** Those that somebody may still accept, newest first. */
export async function openInvitations(tx: Tx, now: Instant): Promise<readonly Invitation[]> {
  const { rows } = await tx.query<Invitation>(
    `SELECT ${columns} FROM invitations WHERE business_id = this_business() AND ${open} AND expires_at > $1
     ORDER BY invitation_id DESC LIMIT 200`,
    [timestamptz(now)],
  );
  return rows;
}

/** Refusal: `invitation_unknown`. Withdrawing one that is used or over changes nothing. */
export async function withdrawInvitation(tx: Tx, id: number, now: Instant): Promise<Result<Invitation>> {
  const { rows } = await tx.query<Invitation>(
    `UPDATE invitations SET withdrawn_at = CASE WHEN ${open} THEN $2 ELSE withdrawn_at END
     WHERE business_id = this_business() AND invitation_id = $1 RETURNING ${columns}`,
    [id, timestamptz(now)],
  );
  return rows[0] === undefined ? refuse('invitation_unknown', 'id') : accept(rows[0]);
}

/** The business a token claims to be of; null when the text has not the shape of one. */
export function businessOfToken(token: string): number | null {
  const digits = /^([0-9a-z]{1,7})_[A-Za-z0-9_-]{43}$/.exec(token)?.[1];
  const id = digits === undefined ? 0 : Number.parseInt(digits, 36);
  return id >= 1 && id <= 2_147_483_647 ? id : null;
}

/** What an invitation invites to. Refusal: `invitation_unknown`, whether it is used, withdrawn, over or never was. */
export async function lookAtInvitation(
  database: Database,
  token: string,
  now: Instant,
): Promise<Result<{ readonly business: Business; readonly invitation: Invitation }>> {
  const businessId = businessOfToken(token);
  if (businessId === null) return refuse('invitation_unknown', 'token');
  return database.withBusiness(businessId, async (tx) => {
    const invitation = await goodInvitation(tx, token, now);
    const business = await businessOf(tx);
    if (invitation === null || business === null) return refuse('invitation_unknown', 'token');
    return accept({ business, invitation });
  });
}

/**
 * Makes an account a member of staff by an invitation, which is used up with it. A member keeps the greater of two
 * roles only by being given it: the invitation's role is what they have afterwards, except that an owner stays one.
 * Refusals: `invitation_unknown`, `already_owner`.
 */
export async function acceptInvitation(
  tx: Tx,
  businessId: number,
  token: string,
  account: { readonly userId: string; readonly email: string },
  now: Instant,
): Promise<Result<Invitation>> {
  const invitation = await goodInvitation(tx, token, now, 'FOR UPDATE');
  if (invitation === null) return refuse('invitation_unknown', 'token');
  const { rows } = await tx.query<{ role: Role }>(
    'SELECT role FROM sign_in.memberships WHERE business_id = this_business() AND user_id = $1',
    [account.userId],
  );
  if (rows[0]?.role === 'owner') return refuse('already_owner');
  await joinStaff(tx, businessId, account.userId, invitation.role);
  await tx.query(
    `UPDATE invitations SET accepted_at = $2, accepted_by = $3
     WHERE business_id = this_business() AND invitation_id = $1`,
    [invitation.id, timestamptz(now), account.email],
  );
  return accept(invitation);
}

async function goodInvitation(
  tx: Tx,
  token: string,
  now: Instant,
  lock: '' | 'FOR UPDATE' = '',
): Promise<Invitation | null> {
  const { rows } = await tx.query<Invitation>(
    `SELECT ${columns} FROM invitations
     WHERE business_id = this_business() AND hash = $1 AND ${open} AND expires_at > $2 ${lock}`,
    [hashOf(token), timestamptz(now)],
  );
  return rows[0] ?? null;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
