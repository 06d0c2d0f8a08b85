import { criteriaFaults } from '../../criteria/index.ts';
import type { Vocabulary } from '../../facts/index.ts';
import type { Refusal } from '../../values/index.ts';
import type { Programme } from '../definition.ts';
import type { EarningRule } from '../earning/rule.ts';
import { boundsFaults } from './bounds.ts';
import type { ProgrammeContext } from './context.ts';
import { datesFault } from './dates.ts';
import { givesFaults } from './gives.ts';
import { expiryFaults } from './wallets.ts';

type Add = (code: string, part: string, detail?: Refusal['detail']) => void;

/** What is wrong with one rule, by itself and within its programme. */
export function ruleFaults(
  rule: EarningRule,
  path: string,
  programme: Programme,
  context: ProgrammeContext,
): Refusal[] {
  const faults: Refusal[] = [];
  const add: Add = (code, part, detail) =>
    faults.push({ code, field: `${path}.${part}`, ...(detail === undefined ? {} : { detail }) });
  const wallet = programme.wallets.find(({ key }) => key === rule.wallet);
  if (wallet === undefined) add('wallet_unknown', 'wallet', { wallet: rule.wallet });
  if (rule.group !== undefined && (programme.groups ?? []).every(({ key }) => key !== rule.group))
    add('rule_group_unknown', 'group', { group: rule.group });
  if (rule.campaign !== undefined && (programme.campaigns ?? []).every(({ key }) => key !== rule.campaign))
    add('campaign_unknown', 'campaign', { campaign: rule.campaign });
  occasionFaults(rule, context, programme, add);
  faults.push(...factTestFaults(rule, context.words, path));
  placeFaults(rule, add);
  namedFaults(rule, programme, context, add);
  faults.push(...givesFaults(rule, wallet, path));
  faults.push(...boundsFaults(rule, path, 1));
  faults.push(...datesFault(rule.where?.dates, `${path}.where.dates`));
  if (rule.who !== undefined) faults.push(...criteriaFaults(rule.who, context.words, `${path}.who`));
  const vesting = rule.vesting ?? wallet?.vesting ?? 0;
  if (rule.expiry !== undefined) faults.push(...expiryFaults(rule.expiry, vesting, `${path}.expiry`));
  else if (wallet !== undefined && rule.vesting !== undefined)
    faults.push(...expiryFaults(wallet.expiry, vesting, `${path}.vesting`));
  return faults;
}

function isOfOrders(rule: EarningRule): boolean {
  return rule.on.kind === 'order' || rule.on.kind === 'first-order';
}

/** Facts the club itself tells: a rule that gives for them would feed itself. */
const CLUB_FACT = /^(?:points|reward|voucher|giftcard|offer|level)\./;

function occasionFaults(
  rule: EarningRule,
  { words }: ProgrammeContext,
  programme: Programme,
  add: Add,
): void {
  const { on } = rule;
  if (on.kind === 'level')
    for (const [index, level] of on.levels.entries())
      levelFault(level, `on.levels[${index}]`, programme, add);
  if (on.kind !== 'fact') return;
  if (on.type.startsWith('order.') || on.type === 'product.bought')
    return add('occasion_is_order', 'on.type', { type: on.type });
  if (CLUB_FACT.test(on.type)) return add('occasion_feeds_itself', 'on.type', { type: on.type });
  const declared = declarationOf(words, on.type);
  if (declared === undefined) return add('unknown_fact_type', 'on.type', { type: on.type });
  if (on.oncePer !== undefined && !Object.hasOwn(declared.fields, on.oncePer))
    add('unknown_field', 'on.oncePer', { type: on.type, field: on.oncePer });
}

/** A rule asks of a fact what a condition that counts such facts would ask. */
function factTestFaults({ on }: EarningRule, words: Vocabulary, path: string): Refusal[] {
  if (on.kind !== 'fact' || on.where === undefined || declarationOf(words, on.type) === undefined) return [];
  return criteriaFaults({ measure: 'count', of: on.type, where: on.where, atLeast: 1 }, words, `${path}.on`);
}

function declarationOf(words: Vocabulary, type: string): Vocabulary[string] | undefined {
  const declared = Object.hasOwn(words, type) ? words[type] : undefined;
  return declared?.archived === true ? undefined : declared;
}

function placeFaults(rule: EarningRule, add: Add): void {
  const { where } = rule;
  if (!isOfOrders(rule)) {
    for (const part of Object.keys(where ?? {}))
      if (part !== 'dates') add('part_only_for_orders', `where.${part}`, { part });
    if (rule.counts !== undefined) add('part_only_for_orders', 'counts', { part: 'counts' });
    if (rule.group !== undefined) add('part_only_for_orders', 'group', { part: 'group' });
  }
  for (const part of ['channels', 'branches', 'methods', 'products', 'groups'] as const) {
    const choosing = where?.[part];
    if (choosing === undefined) continue;
    if (choosing.only === undefined && choosing.except === undefined) add('choosing_empty', `where.${part}`);
    const both = choosing.only?.find((one) => choosing.except?.includes(one) === true);
    if (both !== undefined) add('chosen_and_excepted', `where.${part}.except`, { name: both });
  }
  for (const [index, { from, to }] of (where?.hours ?? []).entries())
    if (from === to) add('hours_empty', `where.hours[${index}]`);
}

function levelFault(level: string, part: string, programme: Programme, add: Add): void {
  if ((programme.levels?.levels ?? []).every(({ key }) => key !== level))
    add('level_unknown', part, { level });
}

/** Rungs and levels that nobody can stand on. */
function namedFaults(rule: EarningRule, programme: Programme, { ladders }: ProgrammeContext, add: Add): void {
  const rungFault = (ladder: string, rung: string, part: string): void => {
    const found = ladders.find(({ key }) => key === ladder);
    if (found === undefined) add('club_ladder_unknown', part, { ladder });
    else if (!found.rungs.includes(rung)) add('club_rung_unknown', part, { ladder, rung });
  };
  const { on, rungs, levels, gives, multipliers } = rule;
  if (on.kind === 'rung')
    for (const [index, rung] of on.rungs.entries()) rungFault(on.ladder, rung, `on.rungs[${index}]`);
  for (const [index, rung] of (rungs?.rungs ?? []).entries())
    rungFault(rungs?.ladder ?? '', rung, `rungs.rungs[${index}]`);
  for (const [index, { ladder, rung }] of (multipliers?.rungs ?? []).entries())
    rungFault(ladder, rung, `multipliers.rungs[${index}]`);
  for (const [index, level] of (levels ?? []).entries())
    levelFault(level, `levels[${index}]`, programme, add);
  for (const [index, { level }] of (multipliers?.levels ?? []).entries())
    levelFault(level, `multipliers.levels[${index}].level`, programme, add);
  if (gives.kind === 'by-level')
    for (const [index, { level }] of gives.levels.entries())
      levelFault(level, `gives.levels[${index}].level`, programme, add);
}
