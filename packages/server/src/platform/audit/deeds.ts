import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../database/index.ts';
import type { DeedCode } from './deed-codes.ts';

/** Who did it: a member of staff by e-mail address, a key by number and name, or the program itself. */
export interface DeedBy {
  readonly kind: 'staff' | 'key' | 'program';
  readonly name: string;
}

export interface NewDeed {
  /** `askerOf(request)` will do. */
  readonly by: DeedBy;
  readonly deed: DeedCode;
  /** What it was done to: a kind of thing and its id or key, in the words of the API's addresses. */
  readonly about?: { readonly kind: string; readonly id: string | number };
  /** What the sentence about it needs; never a secret. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface Deed {
  readonly id: number;
  readonly at: Instant;
  readonly by: DeedBy;
  readonly deed: string;
  readonly about: { readonly kind: string; readonly id: string } | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes down who did what, in the transaction of the deed itself: there is neither without the other. */
export async function recordDeed(tx: Tx, { by, deed, about, detail }: NewDeed): Promise<void> {
  await tx.query(
    `INSERT INTO deeds (business_id, by_kind, by_name, deed, about_kind, about_id, detail)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6)`,
    [
      by.kind,
      by.name.slice(0, 300),
      deed,
      about?.kind ?? null,
      about === undefined ? null : String(about.id).slice(0, 300),
      JSON.stringify(detail ?? {}),
    ],
  );
}

/** The author behind the name that is kept beside what they made (`made_by`, `published_by`). */
export function authorNamed(name: string): DeedBy {
  if (/^key [0-9]+: /.test(name)) return { kind: 'key', name };
  return { kind: name.includes('@') ? 'staff' : 'program', name };
}
