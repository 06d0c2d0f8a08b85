import type { BuyingRole } from '@nardeban/core/sales';
import { accept, displayText, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { type RelationKind, stateRelation } from '../../dossier/index.ts';
import { type PersonNamed, type Player, type Whom, whoIs } from './whom.ts';

/** Who plays which part in what somebody buys. */
export interface RolePlayed {
  readonly id: number;
  readonly deal: number | null;
  readonly role: BuyingRole;
  readonly player: PersonNamed | null;
  /** Where nobody the business knows plays it: a name. */
  readonly name: string | null;
  /** The customer themselves. */
  readonly self: boolean;
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
}

/** A part this person plays in what somebody else buys. */
export interface PartElsewhere {
  readonly role: BuyingRole;
  readonly customer: PersonNamed;
}

const MOST_ROLES = 100;

/** The parts in what these people buy; of a deal, with those in general. */
export async function rolesOf(tx: Tx, whom: Whom): Promise<readonly RolePlayed[]> {
  const { rows } = await tx.query<RolePlayed>({
    name: 'sales-roles',
    text: `SELECT r.role_id AS id, r.deal_id AS deal, r.role, ${whoIs('r.player_id')} AS player, r.player_name AS name,
                  coalesce(r.player_id = ANY($1::bigint[]), false) AS self, r.note, r.made_by AS by, r.made_at AS at
           FROM sales_roles r
           WHERE r.business_id = this_business() AND r.person_id = ANY($1::bigint[]) AND r.ended_at IS NULL
             AND ($2::bigint IS NULL OR r.deal_id IS NULL OR r.deal_id = $2)
           ORDER BY r.role_id LIMIT ${MOST_ROLES}`,
    values: [whom.members, whom.deal],
  });
  return rows;
}

/** Whom these people decide for, pay for, or use what is bought by. */
export async function partsElsewhere(tx: Tx, members: readonly number[]): Promise<readonly PartElsewhere[]> {
  const { rows } = await tx.query<PartElsewhere>({
    name: 'sales-parts-elsewhere',
    text: `SELECT DISTINCT ON (role, customer ->> 'id') role, customer FROM (
             SELECT r.role, ${whoIs('r.person_id')} AS customer FROM sales_roles r
             WHERE r.business_id = this_business() AND r.player_id = ANY($1::bigint[])
               AND r.person_id <> ALL($1::bigint[]) AND r.ended_at IS NULL LIMIT ${MOST_ROLES}) p
           WHERE customer IS NOT NULL ORDER BY role, customer ->> 'id'`,
    values: [members],
  });
  return rows;
}

/** How somebody belongs to the customer; told to the register as well, where other parts of the product read it. */
export interface Belonging {
  readonly kind: RelationKind;
  /** Whether it goes out from the customer: they buy for the player. */
  readonly outward: boolean;
}

/**
 * Keeps who plays a part, on a deal or in general, and how they belong to the customer where that was said. The same part of
 * the same player is kept once. Refusals: `player_missing`, `roles_too_many`, those of stateRelation.
 */
export async function keepRole(
  tx: Tx,
  business: Business,
  whom: Whom,
  kept: {
    readonly role: BuyingRole;
    readonly player: Player;
    readonly note: string;
    readonly belonging: Belonging | null;
    readonly talk: number | null;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<Result<{ readonly id: number }>> {
  const { player } = kept;
  if (player.person === null && player.name === null) return refuse('player_missing', 'player');
  const standing = await rolesOf(tx, whom);
  const again = standing.find(
    (one) =>
      one.role === kept.role &&
      one.deal === whom.deal &&
      (player.person === null ? one.name === player.name : one.player?.id === player.person),
  );
  if (again !== undefined) return accept({ id: again.id });
  if (standing.length >= MOST_ROLES) return refuse('roles_too_many', undefined, { most: MOST_ROLES });
  if (kept.belonging !== null && player.person !== null && player.person !== whom.person) {
    const stated = await stateRelation(tx, business, {
      personId: whom.person,
      ...kept.belonging,
      other: player.person,
      role: null,
      by: kept.by,
      at: kept.at,
    });
    if (!stated.ok && stated.refusal.code !== 'relation_stated_already') return stated;
  }
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO sales_roles (business_id, person_id, deal_id, talk_id, role, player_id, player_name, note, made_by, made_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING role_id AS id`,
    [
      whom.writtenUnder,
      whom.deal,
      kept.talk,
      kept.role,
      player.person,
      player.name,
      displayText(kept.note),
      kept.by,
      timestamptz(kept.at),
    ],
  );
  if (rows[0] === undefined) throw new Error('A part was not written down');
  return accept(rows[0]);
}

/** Somebody plays a part no longer; that they did stays written. Refusal: `part_unknown`. */
export async function endRole(
  tx: Tx,
  id: number,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<Result<true>> {
  const { rowCount } = await tx.query(
    `UPDATE sales_roles SET ended_by = $2, ended_at = $3
     WHERE business_id = this_business() AND role_id = $1 AND ended_at IS NULL`,
    [id, by, timestamptz(at)],
  );
  return rowCount === 0 ? refuse('part_unknown', 'id', { id }) : accept(true);
}
