import { criteriaFaults } from '../../criteria/index.ts';
import type { Refusal } from '../../values/index.ts';
import type { Programme } from '../definition.ts';
import { referralFaults, type ReferralTerms } from '../referral/terms.ts';
import type { ProgrammeContext } from './context.ts';

/** What is wrong with the terms of referral within this programme. */
export function referralRefusals(
  terms: ReferralTerms,
  programme: Programme,
  { words, ladders }: ProgrammeContext,
): Refusal[] {
  const wallets = programme.wallets.map(({ key }) => key);
  const faults: Refusal[] = referralFaults(terms, wallets).map(({ path, code, detail }) => ({
    code,
    field: path.reduce<string>(
      (field, part) => (typeof part === 'number' ? `${field}[${part}]` : `${field}.${part}`),
      'referral',
    ),
    detail,
  }));
  if (terms.mayRefer !== undefined)
    faults.push(...criteriaFaults(terms.mayRefer, words, 'referral.mayRefer'));
  for (const [index, { when }] of terms.steps.entries()) {
    if (when.kind !== 'rung') continue;
    const field = `referral.steps[${index}].when.rung`;
    const { ladder, rung } = when;
    const found = ladders.find(({ key }) => key === ladder);
    if (found === undefined) faults.push({ code: 'club_ladder_unknown', field, detail: { ladder } });
    else if (!found.rungs.includes(rung))
      faults.push({ code: 'club_rung_unknown', field, detail: { ladder, rung } });
  }
  return faults;
}
