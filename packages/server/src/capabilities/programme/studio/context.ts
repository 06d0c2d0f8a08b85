import { type Programme, type ProgrammeContext, programmeFaults } from '@nardeban/core/programme';
import { accept, type Refusal, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import { vocabularyOf } from '../../facts/index.ts';
import { listLadders } from '../../ladder/index.ts';
import { GIFT_CARD_WALLET } from '../ledger/types.ts';
import { programmeInForce } from './programme-store.ts';

/** What a programme of this business is read against. */
async function contextOf(tx: Tx): Promise<ProgrammeContext> {
  const ladders = await listLadders(tx);
  return {
    words: await vocabularyOf(tx),
    ladders: ladders.flatMap(({ key, definition }) =>
      definition?.kind === 'ladder' ? [{ key, rungs: definition.rungs.map((rung) => rung.key) }] : [],
    ),
  };
}

/**
 * Everything that keeps a draft from being published: what is wrong with it by itself, and what it would take from people
 * who hold something already.
 */
export async function faultsOf(tx: Tx, draft: Programme): Promise<Refusal[]> {
  const faults = programmeFaults(draft, await contextOf(tx));
  for (const [index, { key }] of draft.wallets.entries())
    if (key === GIFT_CARD_WALLET)
      faults.push({ code: 'wallet_key_reserved', field: `wallets[${index}].key`, detail: { wallet: key } });
  const before = (await programmeInForce(tx))?.definition.wallets ?? [];
  for (const { key, unit } of before) {
    const index = draft.wallets.findIndex((wallet) => wallet.key === key);
    if (index === -1) {
      if (await isHeld(tx, key))
        faults.push({ code: 'club_wallet_removed', field: 'wallets', detail: { wallet: key } });
    } else if (draft.wallets[index]?.unit !== unit)
      faults.push({
        code: 'club_wallet_unit_fixed',
        field: `wallets[${index}].unit`,
        detail: { wallet: key },
      });
  }
  return faults;
}

/** A draft that nothing keeps from being published; else its first fault, by its place in the definition. */
export async function soundDraft(tx: Tx, draft: Programme): Promise<Result<Programme>> {
  const [fault] = await faultsOf(tx, draft);
  return fault === undefined
    ? accept(draft)
    : refuse(
        fault.code,
        fault.field === undefined ? 'definition' : `definition.${fault.field}`,
        fault.detail,
      );
}

/** Whether anybody holds or owes anything in a wallet. */
async function isHeld(tx: Tx, wallet: string): Promise<boolean> {
  const { rows } = await tx.query(
    `SELECT FROM club_accounts WHERE business_id = this_business() AND wallet = $1 AND (balance <> 0 OR debt <> 0) LIMIT 1`,
    [wallet],
  );
  return rows.length > 0;
}
