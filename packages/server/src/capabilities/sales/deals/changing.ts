import { fillIn } from '@nardeban/core/sales';
import { accept, type Instant, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import { checkOwner } from './colleagues.ts';
import type { Deal } from './deal.ts';
import { type Change, noteChange } from './keeping.ts';
import { again, holdWithPipeline } from './moving.ts';

/** What may be said of a deal without moving it; what is left out stays. */
export interface DealChanges {
  readonly title?: string | undefined;
  readonly amount?: number | null | undefined;
  readonly products?: readonly string[] | undefined;
  readonly owner?: string | null | undefined;
  readonly expectedClose?: string | null | undefined;
  readonly known?: Readonly<Record<string, string | number | null>> | undefined;
}

/**
 * Changes what `revision` showed; what it was before stays on record. Refusals: `deal_unknown`, `changed_meanwhile`,
 * `owner_unknown`, those of `fillIn`.
 */
export async function changeDeal(
  tx: Tx,
  asked: DealChanges & {
    readonly deal: number;
    readonly revision?: number | undefined;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<Result<Deal>> {
  const held = await holdWithPipeline(tx, asked.deal, asked.revision);
  if (!held.ok) return held;
  const { deal, pipeline } = held.value;
  const known = fillIn(pipeline, deal.known, asked.known ?? {});
  if (!known.ok) return known;
  if (asked.owner !== undefined && asked.owner !== deal.owner) {
    const owner = await checkOwner(tx, asked.owner);
    if (!owner.ok) return owner;
  }
  const next = {
    title: asked.title ?? deal.title,
    amount: asked.amount === undefined ? deal.amount : asked.amount,
    products: asked.products ?? deal.products,
    owner: asked.owner === undefined ? deal.owner : asked.owner,
    expectedClose: asked.expectedClose === undefined ? deal.expectedClose : asked.expectedClose,
  };
  const changes = changesOf(deal, next);
  const isFilled = JSON.stringify(known.value) !== JSON.stringify(deal.known);
  if (changes.length === 0 && !isFilled) return accept(deal);
  const { by, at } = asked;
  await tx.query(
    `UPDATE deals SET title = $2, amount = $3, products = $4, owner = $5, expected_close = $6, known = $7,
       revision = revision + 1, changed_by = $8, changed_at = $9
     WHERE business_id = this_business() AND deal_id = $1`,
    [
      deal.id,
      next.title,
      next.amount,
      next.products,
      next.owner,
      next.expectedClose,
      JSON.stringify(known.value),
      by,
      timestamptz(at),
    ],
  );
  for (const change of changes) await noteChange(tx, deal.id, change, { by, at });
  return again(tx, deal.id);
}

interface Noted {
  readonly what: Change;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

function changesOf(
  deal: Deal,
  next: Pick<Deal, 'title' | 'amount' | 'products' | 'owner' | 'expectedClose'>,
): readonly Noted[] {
  const listed = (products: readonly string[]): string => products.join('\n');
  const all: readonly Noted[] = [
    { what: 'title', before: deal.title, after: next.title },
    { what: 'amount', before: deal.amount, after: next.amount },
    { what: 'products', before: listed(deal.products), after: listed(next.products) },
    { what: 'owner', before: deal.owner, after: next.owner },
    { what: 'close', before: deal.expectedClose, after: next.expectedClose },
  ];
  return all.filter(({ before, after }) => before !== after);
}
