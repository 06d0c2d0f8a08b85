/** How a field of a fact's record is read: `money` is an integer in minor units, `day` a local date YYYY-MM-DD. */
export type FieldKind = 'text' | 'number' | 'money' | 'flag' | 'day';

export interface FieldDeclaration {
  readonly kind: FieldKind;
  readonly required?: true;
  /** Of a text: the only values it may have, in the order in which they are offered. */
  readonly choices?: readonly string[];
  readonly fa: string;
  readonly en: string;
}

export interface FactDeclaration {
  /** What a sentence calls it: "two paid orders". */
  readonly fa: string;
  readonly en: { readonly one: string; readonly many: string };
  readonly fields: Readonly<Record<string, FieldDeclaration>>;
  /** The field that names the thing the fact is about (an order, a deal); stored in a column of its own. */
  readonly ref?: string;
  /** The number that is asked for most of a fact without an amount (a score); stored in the column where others have theirs. */
  readonly figure?: string;
  /** Of what begins a matter, such as a deal: the types that end the matter of the same `ref`, and that begin it again. */
  readonly closedBy?: readonly string[];
  readonly reopenedBy?: readonly string[];
  /** What a sentence calls those that have not ended, where "still open" does not say it. */
  readonly lasting?: { readonly fa: string; readonly en: { readonly one: string; readonly many: string } };
  /** Fields that every fact of such a matter tells alike, so that those that are open can be narrowed by them. */
  readonly matterFields?: readonly string[];
  /** No more told; what was told is read and called as before. */
  readonly archived?: true;
}

/** A field that may be absent. */
export const field = (kind: FieldKind, fa: string, en: string): FieldDeclaration => ({ kind, fa, en });

/** A field that must be there. */
export const needed = (kind: FieldKind, fa: string, en: string): FieldDeclaration => ({
  kind,
  required: true,
  fa,
  en,
});
