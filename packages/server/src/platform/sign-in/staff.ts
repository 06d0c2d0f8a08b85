import { randomUUID } from 'node:crypto';
import { accept, type Language, readEmail, refuse, type Result } from '@nardeban/core/values';
import { hashPassword } from 'better-auth/crypto';
import type { Database, Tx } from '../database/index.ts';
import { isRole, type Role } from '../http/permissions.ts';
import { PASSWORD_LENGTH } from './auth.ts';

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
 * Done twice it changes nothing. Refusals: `email_missing`, `email_invalid`, `name_missing`, `password_too_short`,
 * `password_too_long`, `role_unknown`, `business_unknown`.
 */
export async function addStaff(database: Database, staff: NewStaff): Promise<Result<Staff>> {
  const email = readEmail(staff.email);
  if (!email.ok) return refuse(email.refusal.code, 'email', email.refusal.detail);
  const name = staff.name.trim().slice(0, 200);
  if (name === '') return refuse('name_missing', 'name');
  if (!isRole(staff.role)) return refuse('role_unknown', 'role', { role: staff.role.slice(0, 50) });
  const { least, most } = PASSWORD_LENGTH;
  if (staff.password.length < least) return refuse('password_too_short', 'password', { least });
  if (staff.password.length > most) return refuse('password_too_long', 'password', { most });
  const role = staff.role;
  // The sign-in library compares addresses in lower case, the part before the @ too.
  const address = email.value.toLowerCase();
  const hash = await hashPassword(staff.password);

  return database.withoutBusiness(async (tx) => {
    const { rows } = await tx.query<{ id: number | null }>('SELECT business_id_of($1) AS id', [
      staff.businessSlug,
    ]);
    const businessId = rows[0]?.id ?? null;
    if (businessId === null)
      return refuse('business_unknown', 'business', { slug: staff.businessSlug.slice(0, 64) });
    const account = await accountOf(tx, address, name, hash, staff.language ?? 'fa');
    await tx.query(
      `INSERT INTO sign_in.memberships (business_id, user_id, role) VALUES ($1, $2, $3)
       ON CONFLICT (business_id, user_id) DO UPDATE SET role = excluded.role`,
      [businessId, account.userId, role],
    );
    return accept({ ...account, email: address });
  });
}

async function accountOf(
  tx: Tx,
  email: string,
  name: string,
  hash: string,
  language: Language,
): Promise<{ userId: string; created: boolean }> {
  const made = await tx.query<{ id: string }>(
    `INSERT INTO sign_in."user" (id, name, email, "emailVerified", language) VALUES ($1, $2, $3, true, $4)
     ON CONFLICT (email) DO NOTHING RETURNING id`,
    [randomUUID(), name, email, language],
  );
  const created = made.rows[0];
  if (created !== undefined) {
    await tx.query(
      `INSERT INTO sign_in.account (id, "accountId", "providerId", "userId", password)
       VALUES ($1, $2, 'credential', $2, $3)`,
      [randomUUID(), created.id, hash],
    );
    return { userId: created.id, created: true };
  }
  const { rows } = await tx.query<{ id: string }>('SELECT id FROM sign_in."user" WHERE email = $1', [email]);
  const found = rows[0];
  if (found === undefined) throw new Error('An account that was there a moment ago is gone');
  return { userId: found.id, created: false };
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
