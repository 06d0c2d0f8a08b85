import type { EarningRule, Programme, Wallet } from '@nardeban/core/programme';

/** The parts of a programme as its studio writes them. */

export type Goal = NonNullable<Programme['goals']>[number];
export type RuleGroup = NonNullable<Programme['groups']>[number];
export type Campaign = NonNullable<Programme['campaigns']>[number];
export type Levels = NonNullable<Programme['levels']>;
export type Cap = NonNullable<EarningRule['caps']>[number];
export type Multipliers = NonNullable<EarningRule['multipliers']>;
export type Occasion = EarningRule['on'];
export type Window = NonNullable<Levels['grace']>;
export type Choosing = NonNullable<NonNullable<EarningRule['where']>['channels']>;
export type Referral = NonNullable<Programme['referral']>;
export type Words = Programme['name'];

interface Keyed {
  readonly key: string;
}

/** `rule-3`: the first name of its kind that nothing in the list has. */
export function freeKey(kind: string, taken: readonly Keyed[]): string {
  const keys = new Set(taken.map(({ key }) => key));
  let number = taken.length + 1;
  while (keys.has(`${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}

/** The list with what stands at a place replaced, or taken out where null is given. */
export function withAt<Item>(list: readonly Item[], at: number, item: Item | null): Item[] {
  return item === null ? list.toSpliced(at, 1) : list.toSpliced(at, 1, item);
}

/** The list when anything is in it: empty lists are left out of a programme. */
export function some<Item>(list: readonly Item[]): Item[] | undefined {
  return list.length === 0 ? undefined : [...list];
}

/** A thing with a part changed; a part that is undefined is left out of it. */
export function withPart<Thing extends object, Part extends keyof Thing>(
  thing: Thing,
  part: Part,
  value: Thing[Part] | undefined,
): Thing {
  const { [part]: _before, ...rest } = thing;
  return (value === undefined ? rest : { ...rest, [part]: value }) as Thing;
}

/** Points that are worth something, last a year, and may be owed back. */
export function newWallet(key: string, name: Words, worth: Wallet['worth']): Wallet {
  return {
    key,
    name,
    unit: 'points',
    worth,
    vesting: 0,
    expiry: { kind: 'after', unit: 'month', count: 12 },
    negative: 'allow',
    spending: {},
  };
}

/** A wallet as another unit: money is one to one, and a share of the price is money. */
export function asUnit(wallet: Wallet, unit: Wallet['unit']): Wallet {
  if (unit === 'money') return { ...wallet, unit, worth: { points: 1, amount: 1 } };
  return { ...wallet, unit };
}

export function newRule(key: string, name: Words, wallet: string, amount: number): EarningRule {
  return { key, name, wallet, on: { kind: 'order' }, gives: { kind: 'per', units: 1, amount } };
}

/** What a rule gives for an occasion of another kind: only orders have an amount to give a part of. */
export function onOccasion(rule: EarningRule, on: Occasion): EarningRule {
  if (on.kind === 'order' || on.kind === 'first-order') return { ...rule, on };
  const { counts: _counts, group: _group, where, ...rest } = rule;
  const fits = rule.gives.kind === 'fixed' || rule.gives.kind === 'by-level';
  return {
    ...rest,
    on,
    ...(where?.dates === undefined ? {} : { where: { dates: where.dates } }),
    gives: fits ? rule.gives : { kind: 'fixed', units: 10 },
  };
}

/** A programme to begin with: one wallet of points, and nothing given yet. */
export function newProgramme(name: Words, wallet: Words, worth: Wallet['worth']): Programme {
  return { name, membership: 'everybody', wallets: [newWallet('points', wallet, worth)], rules: [] };
}
