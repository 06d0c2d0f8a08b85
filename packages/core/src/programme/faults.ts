import type { Refusal } from '../values/index.ts';
import type { Programme } from './definition.ts';
import { nameFaults, repeatedKeys } from './faults/naming.ts';
import type { ProgrammeContext } from './faults/context.ts';
import { boundsFaults } from './faults/bounds.ts';
import { datesFault } from './faults/dates.ts';
import { levelsFaults } from './faults/levels.ts';
import { referralRefusals } from './faults/referral.ts';
import { ruleFaults } from './faults/rules.ts';
import { walletFaults } from './faults/wallets.ts';

/**
 * Everything that keeps a programme from being published, each with the path of what it is about
 * (`rules[2].gives.steps[1].from`). Empty: it can be.
 */
export function programmeFaults(programme: Programme, context: ProgrammeContext): Refusal[] {
  const faults: Refusal[] = [...nameFaults(programme), ...repeatedKeys(programme)];
  for (const [index, wallet] of programme.wallets.entries())
    faults.push(...walletFaults(wallet, `wallets[${index}]`));
  if (programme.levels !== undefined) faults.push(...levelsFaults(programme.levels, programme));
  if (programme.referral !== undefined)
    faults.push(...referralRefusals(programme.referral, programme, context));
  for (const [index, rule] of programme.rules.entries())
    faults.push(...ruleFaults(rule, `rules[${index}]`, programme, context));
  for (const [index, campaign] of (programme.campaigns ?? []).entries()) {
    const path = `campaigns[${index}]`;
    const wallets = new Set(
      programme.rules.filter((rule) => rule.campaign === campaign.key).map(({ wallet }) => wallet),
    );
    faults.push(...datesFault(campaign.dates, `${path}.dates`));
    faults.push(...boundsFaults(campaign, path, wallets.size));
  }
  for (const [index, goal] of (programme.goals ?? []).entries())
    faults.push(...datesFault({ to: goal.by }, `goals[${index}]`, 'by'));
  faults.push(
    ...boundsFaults(
      programme.budget === undefined ? {} : { budget: programme.budget },
      '',
      programme.wallets.length,
    ),
  );
  return faults;
}
