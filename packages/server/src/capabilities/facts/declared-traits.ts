import {
  type DeclaredTraits,
  type FieldKind,
  mayBeDeclared,
  type TraitDeclaration,
} from '@nardeban/core/facts';
import { accept, displayText, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import { checkChoices } from './choices.ts';
import { declaredFieldKinds } from './field-kinds.ts';

/** A trait as somebody declares it. */
export interface TraitAsked {
  readonly trait: string;
  readonly fa: string;
  readonly en: string;
  readonly kind: string;
  readonly choices?: readonly string[] | undefined;
}

/** A row of declared_traits, as a batch of facts reads it beside everything else. */
export interface TraitRow {
  readonly trait: string;
  readonly fa: string;
  readonly en: string;
  readonly kind: FieldKind;
  readonly choices: readonly string[] | null;
  readonly archived: boolean;
}

const LONGEST_TRAIT = 100;
const LONGEST_TITLE = 100;
/** So many stand in every page's words and are read with every batch that tells a trait. */
const MOST_TRAITS = 300;

/** All declarations as one JSON value, for the statement it stands in. */
export const TRAITS_JSON = `(SELECT json_agg(json_build_object('trait', trait, 'fa', title_fa, 'en', title_en, 'kind', kind,
  'choices', choices, 'archived', archived_at IS NOT NULL) ORDER BY title_fa, trait)
  FROM declared_traits WHERE business_id = this_business())`;

/** What the transaction's business declared of its people's traits. */
export async function declaredTraitsOf(tx: Tx): Promise<DeclaredTraits> {
  const { rows } = await tx.query<{ traits: TraitRow[] | null; only: boolean }>({
    name: 'facts-declared-traits',
    text: `SELECT ${TRAITS_JSON} AS traits, only_declared_traits AS only
           FROM businesses WHERE business_id = this_business()`,
  });
  return readTraits(rows[0]?.traits ?? [], rows[0]?.only ?? false);
}

export function readTraits(rows: readonly TraitRow[], only: boolean): DeclaredTraits {
  return { named: Object.fromEntries(rows.map((row) => [row.trait, declarationOf(row)])), only };
}

function declarationOf({ fa, en, kind, choices, archived }: TraitRow): TraitDeclaration {
  return {
    fa,
    en,
    kind,
    ...(choices === null ? {} : { choices }),
    ...(archived ? { archived: true as const } : {}),
  };
}

/**
 * Says what a trait is from now on, or says it anew; an archived one is in use again. What was told before stays as it
 * was told. Refusals: `trait_name_invalid`, `title_missing`, `name_too_long`, `field_kind_unknown`,
 * `too_many_traits`, those of checkChoices.
 */
export async function declareTrait(tx: Tx, asked: TraitAsked, by: string): Promise<Result<TraitDeclaration>> {
  const checked = checkTraitAsked(asked);
  if (!checked.ok) return checked;
  const { fa, en, kind, choices } = checked.value;
  const { rows } = await tx.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM declared_traits WHERE business_id = this_business() AND trait <> $1`,
    [asked.trait],
  );
  if ((rows[0]?.others ?? 0) >= MOST_TRAITS) return refuse('too_many_traits', 'trait', { most: MOST_TRAITS });
  await tx.query(
    `INSERT INTO declared_traits (business_id, trait, title_fa, title_en, kind, choices, changed_by)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6)
     ON CONFLICT (business_id, trait) DO UPDATE SET title_fa = excluded.title_fa, title_en = excluded.title_en,
       kind = excluded.kind, choices = excluded.choices, archived_at = NULL, changed_by = excluded.changed_by,
       changed_at = now()`,
    [asked.trait, fa, en, kind, choices ?? null, by],
  );
  return checked;
}

/** The same without writing: what the trait would be. */
export function checkTraitAsked({ trait, fa, en, kind, choices }: TraitAsked): Result<TraitDeclaration> {
  const isName = trait === displayText(trait) && trait !== '' && trait.length <= LONGEST_TRAIT;
  if (!isName || !trait.isWellFormed() || !mayBeDeclared(trait)) return refuse('trait_name_invalid', 'trait');
  const titles = { fa: displayText(fa), en: displayText(en) };
  for (const language of ['fa', 'en'] as const) {
    if (titles[language] === '') return refuse('title_missing', language);
    if (titles[language].length > LONGEST_TITLE)
      return refuse('name_too_long', language, { most: LONGEST_TITLE });
  }
  const known = declaredFieldKinds.find((one) => one === kind);
  if (known === undefined) return refuse('field_kind_unknown', 'kind', { field: trait });
  const among = checkChoices(choices, known, 'choices');
  if (!among.ok) return among;
  return accept({
    kind: known,
    ...(among.value === undefined ? {} : { choices: among.value }),
    ...titles,
  });
}

/** Puts a declaration away, or takes it back into use; the row keeps its name. Refusal: `trait_unknown`. */
export async function archiveTrait(
  tx: Tx,
  trait: string,
  archived: boolean,
  by: string,
): Promise<Result<TraitRow>> {
  const { rows } = await tx.query<TraitRow>(
    `UPDATE declared_traits SET archived_at = CASE WHEN $2 THEN coalesce(archived_at, now()) END, changed_by = $3,
       changed_at = now()
     WHERE business_id = this_business() AND trait = $1
     RETURNING trait, title_fa AS fa, title_en AS en, kind, choices, archived_at IS NOT NULL AS archived`,
    [trait, archived, by],
  );
  return rows[0] === undefined ? refuse('trait_unknown', 'trait') : accept(rows[0]);
}

/** Whether traits nobody declared are refused from now on; answers whether that is new. */
export async function takeOnlyDeclared(tx: Tx, only: boolean): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE businesses SET only_declared_traits = $1
     WHERE business_id = this_business() AND only_declared_traits <> $1`,
    [only],
  );
  return rowCount > 0;
}
