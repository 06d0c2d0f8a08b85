import { accept, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Role } from '../../../platform/http/index.ts';
import { membersOf } from '../../../platform/sign-in/index.ts';

export interface Colleague {
  /** The number of their account. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** Who works here, those who joined first coming first. */
export async function colleagues(tx: Tx): Promise<readonly Colleague[]> {
  const members = await membersOf(tx);
  return members.map(({ id, name, role }) => ({ id, name, role }));
}

/** Whether a matter may be given to somebody: only to who works here. Refusal: `owner_unknown`. */
export async function checkOwner(
  tx: Tx,
  owner: string | null,
  field = 'owner',
): Promise<Result<string | null>> {
  if (owner === null) return accept(null);
  const { rowCount } = await tx.query({
    name: 'sales-owner',
    text: 'SELECT FROM sign_in.memberships WHERE business_id = this_business() AND user_id = $1',
    values: [owner],
  });
  return rowCount === 0 ? refuse('owner_unknown', field) : accept(owner);
}

export interface Owner {
  readonly id: string;
  readonly name: string;
  /** They no longer work here. */
  readonly gone: boolean;
}

/** What these owners are called, whether or not they still work here. */
export async function ownersNamed(tx: Tx, ids: readonly (string | null)[]): Promise<readonly Owner[]> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return [];
  const { rows } = await tx.query<Owner>({
    name: 'sales-owners-named',
    text: `SELECT u.id, u.name, NOT EXISTS (
             SELECT FROM sign_in.memberships m WHERE m.business_id = this_business() AND m.user_id = u.id) AS gone
           FROM sign_in."user" u WHERE u.id = ANY($1::text[]) ORDER BY u.name, u.id`,
    values: [wanted],
  });
  return rows;
}
