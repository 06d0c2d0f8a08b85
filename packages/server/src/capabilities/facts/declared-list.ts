import type { FieldDeclaration } from '@nardeban/core/facts';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import { declaredTraitsOf, type TraitRow } from './declared-traits.ts';
import { customFactsTold, type Looked, traitsInUse, undeclared } from './in-use.ts';
import type { CustomFactRow } from './vocabulary.ts';

interface Changed {
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
}

export interface CustomFactListed extends CustomFactRow, Changed {
  readonly fields: Readonly<Record<string, FieldDeclaration>>;
  readonly told: number;
}

/** The facts of the business's own: those in use first, then by title. */
export async function customFactsListed(tx: Tx): Promise<Looked & { readonly facts: CustomFactListed[] }> {
  const { rows } = await tx.query<CustomFactRow & Changed>(
    `SELECT name, fields, title_fa AS fa, title_en AS en, archived_at IS NOT NULL AS archived,
            changed_by AS "changedBy", changed_at AS "changedAt"
     FROM custom_facts WHERE business_id = this_business()
     ORDER BY archived_at IS NOT NULL, title_fa COLLATE "fa-x-icu", name`,
  );
  const { told, ...looked } = await customFactsTold(tx);
  return { ...looked, facts: rows.map((row) => ({ ...row, told: told.get(row.name) ?? 0 })) };
}

/** The declared traits with who has them, and the traits people have that were not declared. */
export async function traitsListed(tx: Tx) {
  const { rows } = await tx.query<TraitRow & Changed>(
    `SELECT trait, title_fa AS fa, title_en AS en, kind, choices, archived_at IS NOT NULL AS archived,
            changed_by AS "changedBy", changed_at AS "changedAt"
     FROM declared_traits WHERE business_id = this_business()
     ORDER BY archived_at IS NOT NULL, title_fa COLLATE "fa-x-icu", trait`,
  );
  const { traits, ...looked } = await traitsInUse(tx);
  const { named, only } = await declaredTraitsOf(tx);
  const people = new Map(traits.map(({ trait, people: many }) => [trait, many]));
  return {
    ...looked,
    declared: rows.map(({ choices, ...row }) => ({
      ...row,
      people: people.get(row.trait) ?? 0,
      ...(choices === null ? {} : { choices: [...choices] }),
    })),
    undeclared: undeclared(traits, named).map((one) => ({ ...one, values: [...one.values] })),
    onlyDeclared: only,
  };
}
