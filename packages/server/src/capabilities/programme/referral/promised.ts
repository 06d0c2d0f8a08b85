import type { ReferralTerms, Wallet } from '@nardeban/core/programme';
import type { Tx } from '../../../platform/database/index.ts';
import { programmeInForce, type ProgrammeVersion, programmeVersion } from '../studio/programme-store.ts';

/** What a version of the programme promises for bringing friends, with the wallets it pays in. */
export interface PromisedTerms {
  readonly version: number;
  readonly terms: ReferralTerms;
  readonly wallets: ReadonlyMap<string, Wallet>;
}

/** For whoever is brought now; null: there is no club, or it gives nothing for it. */
export async function termsInForce(tx: Tx): Promise<PromisedTerms | null> {
  return promisedBy(await programmeInForce(tx));
}

/** What somebody was brought under: they keep it, whatever was published since. Null: there is no such version. */
export async function termsOfVersion(tx: Tx, version: number): Promise<PromisedTerms | null> {
  return promisedBy(await programmeVersion(tx, version));
}

function promisedBy(published: ProgrammeVersion | null): PromisedTerms | null {
  const terms = published?.definition.referral;
  if (published === null || terms === undefined) return null;
  const wallets = new Map(published.definition.wallets.map((wallet) => [wallet.key, wallet]));
  return { version: published.version, terms, wallets };
}

/** What the wallets are called and count, for whoever shows what was paid. */
export async function walletsShown(tx: Tx): Promise<readonly Pick<Wallet, 'key' | 'name' | 'unit'>[]> {
  const published = await programmeInForce(tx);
  return (published?.definition.wallets ?? []).map(({ key, name, unit }) => ({ key, name, unit }));
}
