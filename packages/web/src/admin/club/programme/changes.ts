import { sameParts } from '@nardeban/core/ladder';
import type { Programme } from '@nardeban/core/programme';
import type { ProgrammeWords } from './useProgrammeWords.ts';

/** One thing that differs between two programmes, as it is read before and after; null: it was not, or is no more, there. */
export interface ProgrammeChange {
  readonly part:
    | 'name'
    | 'membership'
    | 'wallet'
    | 'rule'
    | 'goal'
    | 'campaign'
    | 'levels'
    | 'referral'
    | 'budget'
    | 'groups';
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** How either programme is spoken of, for a change tells both. */
export interface BothWords {
  readonly before: ProgrammeWords;
  readonly after: ProgrammeWords;
  readonly say: (words: Programme['name']) => string;
  readonly membership: (membership: Programme['membership']) => string;
}

interface Keyed {
  readonly key: string;
  readonly name: Programme['name'];
}

/** What changed between two programmes, the wallets first. `before` null: there was none, and nothing is told. */
export function programmeChanges(
  before: Programme | null,
  after: Programme,
  words: BothWords,
): readonly ProgrammeChange[] {
  if (before === null) return [];
  const changes: ProgrammeChange[] = [];
  const whole = (part: ProgrammeChange['part'], was: string | null, is: string | null): void => {
    if (was !== is) changes.push({ part, name: '', before: was, after: is });
  };
  const each = <Item extends Keyed>(
    part: ProgrammeChange['part'],
    was: readonly Item[],
    is: readonly Item[],
    say: (item: Item, spoken: ProgrammeWords) => string,
  ): void => {
    for (const item of is) {
      const old = was.find(({ key }) => key === item.key);
      const name = words.say(item.name);
      if (old === undefined) changes.push({ part, name, before: null, after: say(item, words.after) });
      else if (!sameParts(old, item))
        changes.push({ part, name, before: say(old, words.before), after: say(item, words.after) });
    }
    for (const item of was)
      if (is.every(({ key }) => key !== item.key))
        changes.push({ part, name: words.say(item.name), before: say(item, words.before), after: null });
  };
  whole('name', words.say(before.name), words.say(after.name));
  whole('membership', words.membership(before.membership), words.membership(after.membership));
  each('wallet', before.wallets, after.wallets, (one, spoken) => spoken.walletSaid(one));
  each('rule', before.rules, after.rules, (one, spoken) => spoken.rule(one));
  each('goal', before.goals ?? [], after.goals ?? [], (one, spoken) => spoken.goal(one));
  each('campaign', before.campaigns ?? [], after.campaigns ?? [], (one, spoken) =>
    one.budget === undefined ? words.say(one.name) : spoken.budget(one.budget),
  );
  const groups = ({ groups: all = [] }: Programme, spoken: ProgrammeWords): string | null =>
    all.length === 0 ? null : all.map(({ key }) => spoken.group(key)).join(' ');
  whole('groups', groups(before, words.before), groups(after, words.after));
  if (!sameParts(before.levels, after.levels))
    changes.push({
      part: 'levels',
      name: words.say((after.levels ?? before.levels)?.name ?? after.name),
      before: before.levels === undefined ? null : words.before.levels(before.levels),
      after: after.levels === undefined ? null : words.after.levels(after.levels),
    });
  if (!sameParts(before.referral, after.referral))
    changes.push({
      part: 'referral',
      name: '',
      before: before.referral === undefined ? null : words.before.referral(before.referral).join(' '),
      after: after.referral === undefined ? null : words.after.referral(after.referral).join(' '),
    });
  if (!sameParts(before.budget, after.budget))
    changes.push({
      part: 'budget',
      name: '',
      before: before.budget === undefined ? null : words.before.budget(before.budget),
      after: after.budget === undefined ? null : words.after.budget(after.budget),
    });
  return changes;
}
