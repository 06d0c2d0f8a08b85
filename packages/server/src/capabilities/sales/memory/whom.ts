import { accept, displayText, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import { canonicalNumber } from '../../people/index.ts';
import { whose } from '../../dossier/index.ts';

/** Whose matter it is, and which of their deals. */
export interface Whom {
  /** The person as they are now. */
  readonly person: number;
  /** The number under which what is said is written: whoever the deal was opened with, so that it stays with the deal. */
  readonly writtenUnder: number;
  /** They and everybody merged into them. */
  readonly members: readonly number[];
  readonly deal: number | null;
  /** Who looks after that deal. */
  readonly owner: string | null;
  /** What is wanted in it. */
  readonly products: readonly string[];
}

/** Refusals: `person_unknown`, `deal_unknown` (also for a deal of somebody else). */
export async function whomOf(
  tx: Tx,
  asked: { readonly person: number; readonly deal?: number | null | undefined },
): Promise<Result<Whom>> {
  const about = await whose(tx, asked.person);
  if (!about.ok) return about;
  const { person, members } = about.value;
  const deal = asked.deal ?? null;
  if (deal === null)
    return accept({ person, writtenUnder: person, members, deal, owner: null, products: [] });
  const { rows } = await tx.query<{ writtenUnder: number; owner: string | null; products: string[] }>({
    name: 'sales-whom-of-deal',
    text: `SELECT person_id AS "writtenUnder", owner, products FROM deals
           WHERE business_id = this_business() AND deal_id = $1 AND person_id = ANY($2::bigint[])`,
    values: [deal, members],
  });
  const [found] = rows;
  if (found === undefined) return refuse('deal_unknown', 'deal', { deal });
  return accept({ person, members, deal, ...found });
}

/** Somebody who said something or plays a part: a person the business knows, or a name. */
export interface Player {
  readonly person: number | null;
  readonly name: string | null;
}

/**
 * Who is meant, of a person by any number they ever had, or of a name. A person who is the customer themselves stays named: in
 * a part one can play it oneself. Refusals: `person_unknown`, `player_unclear` where both a person and a name are given.
 */
export async function playerOf(
  tx: Tx,
  asked: { readonly player?: number | null | undefined; readonly name?: string | null | undefined },
): Promise<Result<Player>> {
  const name = displayText(asked.name ?? '');
  const player = asked.player ?? null;
  if (player !== null && name !== '') return refuse('player_unclear', 'player');
  if (player === null) return accept({ person: null, name: name === '' ? null : name });
  const found = await whose(tx, player);
  return found.ok
    ? accept({ person: found.value.person, name: null })
    : refuse('person_unknown', 'player', { id: player });
}

/** Of a column that names a person by the number they had then: who they are now, as JSON, or null. */
export const whoIs = (column: string): string => `(
  SELECT json_build_object('id', now.person_id, 'name', now.name, 'kind', now.kind)
  FROM people was JOIN people now
    ON now.business_id = was.business_id AND now.person_id = ${canonicalNumber('was')}
  WHERE was.business_id = this_business() AND was.person_id = ${column})`;

export interface PersonNamed {
  readonly id: number;
  readonly name: string | null;
  readonly kind: 'person' | 'organisation';
}
