import type { Tx } from '../../../platform/database/index.ts';

/** What the wallets are called, of every programme that was published: a wallet that is gone keeps its name in the books. */
export async function walletNames(
  tx: Tx,
): Promise<readonly { readonly wallet: string; readonly fa: string; readonly en: string }[]> {
  const { rows } = await tx.query<{ wallet: string; fa: string; en: string }>(
    `SELECT DISTINCT ON (one ->> 'key') one ->> 'key' AS wallet, one -> 'name' ->> 'fa' AS fa, one -> 'name' ->> 'en' AS en
     FROM club_versions v, jsonb_array_elements(v.definition -> 'wallets') AS one
     WHERE v.business_id = this_business() ORDER BY one ->> 'key', v.version DESC`,
  );
  return rows;
}
