import { identifiersOf, type Identifier, type IdentifierKind, readIdentity } from '@nardeban/core/people';
import { accept, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { membersOf } from './members.ts';
import { personById } from './person.ts';

/** What members of staff may add and take away by hand; a browser's own number is nobody's to type. */
export const editableKinds = ['mobile', 'email', 'external'] as const satisfies readonly IdentifierKind[];

export interface IdentifierAsked {
  readonly personId: number;
  readonly kind: (typeof editableKinds)[number];
  /** In any spelling. */
  readonly value: string;
}

/**
 * Lets a person be recognised by one more identifier. Holding it already changes nothing. Refusals: `person_unknown`,
 * those of readIdentity, `identifier_taken` (detail.person holds it: a merge is for them to decide).
 */
export async function addIdentifier(
  tx: Tx,
  business: Pick<Business, 'id'>,
  asked: IdentifierAsked,
): Promise<Result<Identifier>> {
  const read = readOne(asked);
  if (!read.ok) return read;
  const person = await personById(tx, asked.personId);
  if (person === null) return refuse('person_unknown', 'id', { id: asked.personId });
  const { kind, value } = read.value;
  const { rowCount } = await tx.query(
    `INSERT INTO identifiers (business_id, kind, value, person_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [business.id, kind, value, person.id],
  );
  if (rowCount === 1) return accept(read.value);
  const { rows } = await tx.query<{ holder: number }>(
    `SELECT coalesce(p.merged_into, p.person_id) AS holder FROM identifiers i
     JOIN people p ON p.business_id = i.business_id AND p.person_id = i.person_id
     WHERE i.business_id = $1 AND i.kind = $2 AND i.value = $3`,
    [business.id, kind, value],
  );
  const holder = rows[0]?.holder;
  if (holder === person.id) return accept(read.value);
  return refuse('identifier_taken', 'value', holder === undefined ? {} : { person: holder });
}

/**
 * Takes an identifier away: facts that name it from now on are about somebody else. Facts told before stay where they
 * are. Refusals: `person_unknown`, those of readIdentity, `identifier_not_held`, `identifier_last` (nobody would ever
 * be recognised as this person again).
 */
export async function removeIdentifier(
  tx: Tx,
  business: Pick<Business, 'id'>,
  asked: IdentifierAsked,
): Promise<Result<Identifier>> {
  const read = readOne(asked);
  if (!read.ok) return read;
  const person = await personById(tx, asked.personId);
  if (person === null) return refuse('person_unknown', 'id', { id: asked.personId });
  const { kind, value } = read.value;
  if (!person.identifiers.some((one) => one.kind === kind && one.value === value))
    return refuse('identifier_not_held', 'value');
  if (person.identifiers.length === 1) return refuse('identifier_last', 'value');
  const members = (await membersOf(tx, [person.id])).get(person.id) ?? [person.id];
  await tx.query(
    'DELETE FROM identifiers WHERE business_id = $1 AND kind = $2 AND value = $3 AND person_id = ANY($4::bigint[])',
    [business.id, kind, value, members],
  );
  return accept(read.value);
}

function readOne({ kind, value }: IdentifierAsked): Result<Identifier> {
  const identity = readIdentity({ [kind]: value });
  if (!identity.ok) return refuse(identity.refusal.code, 'value', identity.refusal.detail);
  const [identifier] = identifiersOf(identity.value);
  return identifier === undefined ? refuse('identifier_not_held', 'value') : accept(identifier);
}
