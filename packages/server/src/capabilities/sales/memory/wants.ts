import { keyboardSlips, looseKey, searchKey } from '@nardeban/core/values';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import { type PersonNamed, whoIs } from './whom.ts';

export const wishKinds = ['need', 'want', 'like'] as const;
export type WishKind = (typeof wishKinds)[number];

/** Somebody who needs, wants or likes what is looked for, with what a marketer asks next. */
export interface Wanting {
  readonly id: number;
  readonly kind: WishKind;
  readonly text: string;
  readonly product: string;
  readonly person: PersonNamed;
  readonly saidAt: Instant;
  readonly by: string;
  /** What they can spend, of the newest budget that stands; minor units. */
  readonly low: number | null;
  readonly high: number | null;
  /** The deal it was said about, while it is under way. */
  readonly deal: { readonly id: number; readonly title: string; readonly state: string } | null;
}

const MOST_WORDS = 6;

/**
 * Who needs, wants or likes something that every word of `product` is found in, whatever the spelling; nothing found, what the
 * same keys would have typed on the other keyboard. Without a word, everybody of whom something was said. The newest first.
 */
export async function whoWants(
  tx: Tx,
  asked: {
    readonly product: string;
    readonly kinds: readonly WishKind[];
    readonly after: number | null;
    readonly limit: number;
  },
): Promise<{ readonly wants: readonly Wanting[]; readonly next: number | null }> {
  for (const term of [asked.product, ...keyboardSlips(asked.product)]) {
    const keys = searchKey(term)
      .split(' ')
      .map(looseKey)
      .filter((key) => key !== '');
    const rows = await find(tx, keys.slice(0, MOST_WORDS), asked);
    if (rows.length === 0 && keys.length > 0) continue;
    const wants = rows.slice(0, asked.limit);
    return { wants, next: rows.length > asked.limit ? (wants.at(-1)?.id ?? null) : null };
  }
  return { wants: [], next: null };
}

async function find(
  tx: Tx,
  keys: readonly string[],
  asked: { readonly kinds: readonly WishKind[]; readonly after: number | null; readonly limit: number },
): Promise<Wanting[]> {
  const { rows } = await tx.query<Wanting>({
    name: 'sales-wants',
    text: `
      WITH hits AS MATERIALIZED (SELECT note_id FROM wants_like($1::text[], $2::text[], $3::bigint, $4::integer))
      SELECT m.note_id AS id, m.kind, m.text, m.product, ${whoIs('m.person_id')} AS person, m.said_at AS "saidAt",
             m.made_by AS by, b.low, b.high,
             CASE WHEN d.deal_id IS NOT NULL
               THEN json_build_object('id', d.deal_id, 'title', d.title, 'state', d.state) END AS deal
      FROM hits h
      JOIN sales_memory m ON m.business_id = this_business() AND m.note_id = h.note_id
      LEFT JOIN deals d ON d.business_id = this_business() AND d.deal_id = m.deal_id AND d.finished_at IS NULL
      LEFT JOIN LATERAL (
        SELECT o.low, o.high FROM sales_memory o
        WHERE o.business_id = this_business() AND o.person_id = m.person_id AND o.kind = 'budget' AND o.until_at IS NULL
        ORDER BY o.note_id DESC LIMIT 1) b ON true
      WHERE EXISTS (SELECT FROM people p WHERE p.business_id = this_business() AND p.person_id = m.person_id)
      ORDER BY m.note_id DESC`,
    values: [keys, asked.kinds, asked.after ?? Number.MAX_SAFE_INTEGER, asked.limit + 1],
  });
  return rows;
}
