import { type BuyingRole, fillsOf, type NewNote, notePartsOf } from '@nardeban/core/sales';
import { accept, type Instant, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import { changeDeal, dealById, pipelineByKey } from '../deals/index.ts';
import type { Whom } from './whom.ts';

/** Fills in what the steps of a deal ask for and a conversation about it tells, where nobody has filled it in. */
export async function fillDeal(
  tx: Tx,
  whom: Whom,
  told: {
    readonly notes: readonly NewNote[];
    readonly roles: readonly {
      readonly role: BuyingRole;
      readonly player?: number | null | undefined;
      readonly belonging: { readonly kind: string } | null;
    }[];
  },
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<Result<true>> {
  if (whom.deal === null) return accept(true);
  const deal = await dealById(tx, whom.deal);
  if (deal === null || deal.state !== 'open') return accept(true);
  const pipeline = await pipelineByKey(tx, deal.pipeline);
  if (!pipeline.ok) return accept(true);
  const parts = told.roles.map(({ role, player = null, belonging }) => ({
    role,
    self: player !== null && whom.members.includes(player),
    belonging: belonging?.kind ?? null,
  }));
  const known = fillsOf(pipeline.value.definition, deal.known, told.notes.flatMap(partsOf), parts);
  if (Object.keys(known).length === 0) return accept(true);
  const changed = await changeDeal(tx, { deal: whom.deal, known, by, at });
  return changed.ok ? accept(true) : changed;
}

function partsOf(note: NewNote) {
  const parts = notePartsOf(note);
  return parts.ok ? [parts.value] : [];
}
