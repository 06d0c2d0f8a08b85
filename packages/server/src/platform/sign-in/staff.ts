import { accept, type Instant, type Language, refuse, type Result } from '@nardeban/core/values';
import type { Database, Tx } from '../database/index.ts';
import { isRole, mayGive, type Role, type Scope } from '../http/permissions.ts';
import { prepareAccount, writeAccount } from './accounts.ts';

export interface NewStaff {
  readonly email: string;
  readonly name: string;
  /** For a new account. Somebody who already has one keeps their own password. */
  readonly password: string;
  readonly businessSlug: string;
  readonly role: string;
  readonly language?: Language;
}

export interface Staff {
  readonly userId: string;
  readonly email: string;
  /** False when the account was there before and only the membership is new or changed. */
  readonly created: boolean;
}

/**
 * Makes somebody a member of staff of a business: the account if they have none, and the membership with its role.
 * Done twice it changes nothing. Refusals: those of `prepareAccount`, `role_unknown`, `business_unknown`.
 */
export async function addStaff(database: Database, staff: NewStaff): Promise<Result<Staff>> {
  const prepared = await prepareAccount(staff);
  if (!prepared.ok) return prepared;
  if (!isRole(staff.role)) return refuse('role_unknown', 'role', { role: staff.role.slice(0, 50) });
  const role = staff.role;
  return database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number | null }>('SELECT business_id_of($1) AS id', [
      staff.businessSlug,
    ]);
    const businessId = rows[0]?.id ?? null;
    if (businessId === null)
      return refuse('business_unknown', 'business', { slug: staff.businessSlug.slice(0, 64) });
    const account = await writeAccount(tx, prepared.value);
    await joinStaff(tx, businessId, account.userId, role);
    return accept({ ...account, email: prepared.value.email });
  });
}

/** Makes an account a member of staff, or gives a member another role. */
export async function joinStaff(tx: Tx, businessId: number, userId: string, role: Role): Promise<void> {
  await tx.query(
    `INSERT INTO sign_in.memberships (business_id, user_id, role) VALUES ($1, $2, $3)
     ON CONFLICT (business_id, user_id) DO UPDATE SET role = excluded.role`,
    [businessId, userId, role],
  );
}

export interface Membership {
  readonly businessId: number;
  readonly role: Role;
}

/** Where somebody works, in the order they joined. */
export async function membershipsOf(database: Database, userId: string): Promise<readonly Membership[]> {
  const { rows } = await database.withoutBusiness((tx) =>
    tx.query<Membership>({
      name: 'memberships_of',
      text: `SELECT business_id AS "businessId", role FROM sign_in.memberships
             WHERE user_id = $1 ORDER BY joined_at, business_id`,
      values: [userId],
    }),
  );
  return rows;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly joinedAt: Instant;
  readonly secondFactor: boolean;
  /** When they were last seen, as exactly as sessions are renewed: to the day. Null: signed in nowhere. */
  readonly seenAt: Instant | null;
}

const memberColumns = `u.id, u.name, u.email, m.role, m.joined_at AS "joinedAt", u."twoFactorEnabled" AS "secondFactor",
  (SELECT max(s."updatedAt") FROM sign_in.session s WHERE s."userId" = u.id) AS "seenAt"`;

/** The members of staff of the transaction's business, those who joined first coming first. */
export async function membersOf(tx: Tx): Promise<readonly Member[]> {
  const { rows } = await tx.query<Member>(
    `SELECT ${memberColumns} FROM sign_in.memberships m JOIN sign_in."user" u ON u.id = m.user_id
     WHERE m.business_id = this_business() ORDER BY m.joined_at, u.email LIMIT 1000`,
  );
  return rows;
}

/**
 * Gives a member another role. Refusals: `staff_unknown`, `role_above_own` (they have, or would get, more than the
 * asker), `last_owner`.
 */
export async function changeRole(
  tx: Tx,
  id: string,
  role: Role,
  held: ReadonlySet<Scope>,
): Promise<Result<{ readonly before: Role; readonly member: Member }>> {
  const found = await memberToChange(tx, id, held);
  if (!found.ok) return found;
  if (!mayGive(held, role)) return refuse('role_above_own', 'role', { role });
  if (role !== 'owner' && (await isLastOwner(tx, found.value))) return refuse('last_owner', 'role');
  await tx.query(
    'UPDATE sign_in.memberships SET role = $2 WHERE business_id = this_business() AND user_id = $1',
    [id, role],
  );
  return accept({ before: found.value.role, member: { ...found.value, role } });
}

/**
 * Ends somebody's work for the transaction's business. What they have signed in loses it with the next request: every
 * request asks for memberships anew. Refusals: `staff_unknown`, `role_above_own`, `last_owner`.
 */
export async function removeMember(tx: Tx, id: string, held: ReadonlySet<Scope>): Promise<Result<Member>> {
  const found = await memberToChange(tx, id, held);
  if (!found.ok) return found;
  if (await isLastOwner(tx, found.value)) return refuse('last_owner');
  await tx.query('DELETE FROM sign_in.memberships WHERE business_id = this_business() AND user_id = $1', [
    id,
  ]);
  return found;
}

/** The member, with all changes of staff of this business kept waiting: two owners cannot demote each other at once. */
async function memberToChange(tx: Tx, id: string, held: ReadonlySet<Scope>): Promise<Result<Member>> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('nardeban.staff'), this_business())`);
  const { rows } = await tx.query<Member>(
    `SELECT ${memberColumns} FROM sign_in.memberships m JOIN sign_in."user" u ON u.id = m.user_id
     WHERE m.business_id = this_business() AND m.user_id = $1`,
    [id],
  );
  const member = rows[0];
  if (member === undefined) return refuse('staff_unknown', 'id');
  return mayGive(held, member.role)
    ? accept(member)
    : refuse('role_above_own', 'role', { role: member.role });
}

async function isLastOwner(tx: Tx, member: Member): Promise<boolean> {
  if (member.role !== 'owner') return false;
  const { rowCount } = await tx.query(
    `SELECT FROM sign_in.memberships WHERE business_id = this_business() AND role = 'owner' LIMIT 2`,
  );
  return rowCount < 2;
}
