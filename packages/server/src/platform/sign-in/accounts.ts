import { randomUUID } from 'node:crypto';
import { accept, type Language, readEmail, refuse, type Result } from '@nardeban/core/values';
import { hashPassword } from 'better-auth/crypto';
import type { Tx } from '../database/index.ts';
import { PASSWORD_LENGTH } from './auth.ts';

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly language?: Language | undefined;
}

/** An account that could be written: its address in the one form, its password hashed. */
export interface PreparedAccount {
  readonly email: string;
  readonly name: string;
  readonly hash: string;
  readonly language: Language;
}

/**
 * Checks an account and hashes its password, which takes a while and so is done before a transaction begins. Refusals:
 * `email_missing`, `email_invalid`, `name_missing`, `password_too_short`, `password_too_long`.
 */
export async function prepareAccount(account: NewAccount): Promise<Result<PreparedAccount>> {
  const email = readEmail(account.email);
  if (!email.ok) return refuse(email.refusal.code, 'email', email.refusal.detail);
  const name = account.name.trim().slice(0, 200);
  if (name === '') return refuse('name_missing', 'name');
  const { least, most } = PASSWORD_LENGTH;
  if (account.password.length < least) return refuse('password_too_short', 'password', { least });
  if (account.password.length > most) return refuse('password_too_long', 'password', { most });
  return accept({
    // The sign-in library compares addresses in lower case, the part before the @ too.
    email: email.value.toLowerCase(),
    name,
    hash: await hashPassword(account.password),
    language: account.language ?? 'fa',
  });
}

/** Writes a prepared account; `created` is false, and nothing is changed, when the address has one already. */
export async function writeAccount(
  tx: Tx,
  { email, name, hash, language }: PreparedAccount,
): Promise<{ readonly userId: string; readonly created: boolean }> {
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

/** The digits somebody reads: Persian ones, Latin ones, or those of the language they read in. */
export const digitChoices = ['language', 'persian', 'latin'] as const;
export type Digits = (typeof digitChoices)[number];

/** The stored choice; what is none of them is as if nothing had been chosen. */
export function digitsOf(stored: unknown): Digits {
  return digitChoices.find((one) => one === stored) ?? 'language';
}

/** What somebody may change of their own account. */
export interface AccountChanges {
  readonly name?: string | undefined;
  readonly language?: Language | undefined;
  readonly digits?: Digits | undefined;
}

/** Refusal: `name_missing`. */
export async function changeAccount(
  tx: Tx,
  userId: string,
  { name, language, digits }: AccountChanges,
): Promise<Result<true>> {
  const written = name?.trim().slice(0, 200);
  if (written === '') return refuse('name_missing', 'name');
  await tx.query(
    `UPDATE sign_in."user" SET name = coalesce($2, name), language = coalesce($3, language), digits = coalesce($4, digits),
            "updatedAt" = now()
     WHERE id = $1`,
    [userId, written ?? null, language ?? null, digits ?? null],
  );
  return accept(true);
}
