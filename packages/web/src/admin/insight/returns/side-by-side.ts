import type { ChannelReturn, Returned } from '../../../api/money-queries.ts';
import { RULES, type Rule } from '../spend-search.ts';

export interface ChannelByRules {
  /** Null: nobody knows where these customers came from. */
  readonly channel: string | null;
  readonly by: Readonly<Record<Rule, ChannelReturn | undefined>>;
}

/** One line for each channel with what the three rules say of it; the dearest first, the unknown one last. */
export function sideBySide(returns: Pick<Returned, Rule>): readonly ChannelByRules[] {
  const found = new Map<string | null, Record<Rule, ChannelReturn | undefined>>();
  for (const rule of RULES) {
    for (const told of returns[rule].channels) {
      const known = found.get(told.channel) ?? { first: undefined, last: undefined, even: undefined };
      found.set(told.channel, { ...known, [rule]: told });
    }
  }
  const costOf = ({ by }: ChannelByRules) => Math.max(0, ...RULES.map((rule) => by[rule]?.cost ?? 0));
  return [...found]
    .map(([channel, by]) => ({ channel, by }))
    .sort(
      (a, b) =>
        Number(a.channel === null) - Number(b.channel === null) ||
        costOf(b) - costOf(a) ||
        (a.channel ?? '').localeCompare(b.channel ?? ''),
    );
}
