import { validateCriteria } from '@nardeban/core/criteria';
import { placesOf } from '@nardeban/core/ladder';
import type { AppreciationRule, Offer } from '@nardeban/core/offers';
import { accept, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { vocabularyOf } from '../facts/index.ts';
import { publishedVersion } from '../ladder/index.ts';

/** Whether an offer can ever be meant. Refusals: those of `validateCriteria`, `ladder_unknown`, `rung_unknown`. */
export async function checkOffer(tx: Tx, business: Business, { for: whom }: Offer): Promise<Result<true>> {
  if (whom.who !== undefined) {
    const read = validateCriteria(whom.who, await vocabularyOf(tx), 'for.who');
    if (!read.ok) return read;
  }
  if (whom.rungs === undefined) return accept(true);
  return checkRungs(tx, business, whom.rungs, 'for.rungs');
}

/** Whether the signs of cooperation and the ladders a score names are there. Refusals as those of `checkOffer`. */
export async function checkAppreciation(
  tx: Tx,
  business: Business,
  rule: AppreciationRule,
  path: string,
): Promise<Result<true>> {
  const words = await vocabularyOf(tx);
  for (const [place, { of }] of rule.parts.entries()) {
    const here = `${path}.parts.${place}.of`;
    if (of.kind === 'rung') {
      const checked = await checkRungs(tx, business, { ladder: of.ladder, rungs: [] }, here);
      if (!checked.ok) return checked;
    }
    for (const [sign, { holds }] of (of.kind === 'cooperation' ? of.signs : []).entries()) {
      const read = validateCriteria(holds, words, `${here}.signs.${sign}.holds`);
      if (!read.ok) return read;
    }
  }
  return accept(true);
}

export async function checkRungs(
  tx: Tx,
  business: Business,
  { ladder, rungs }: { readonly ladder: string; readonly rungs: readonly string[] },
  path: string,
): Promise<Result<true>> {
  const version = await publishedVersion(tx, business, ladder);
  if (version === null) return refuse('ladder_unknown', `${path}.ladder`, { ladder });
  const known = placesOf(version.definition).map(({ key }) => key);
  const unknown = rungs.find((rung) => !known.includes(rung));
  return unknown === undefined ? accept(true) : refuse('rung_unknown', `${path}.rungs`, { rung: unknown });
}
