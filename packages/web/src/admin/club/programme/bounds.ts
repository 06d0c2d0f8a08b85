import type { Programme } from '@nardeban/core/programme';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';

/** What the key of a counter says: `budget:rule:order:money:month:1405-08`. */
export interface Bound {
  readonly kind: 'budget' | 'cap';
  readonly of: 'club' | 'rule' | 'campaign';
  /** The rule's or campaign's own key; empty for the club. */
  readonly name: string;
  readonly counted: 'money' | 'units' | 'times';
  readonly per: string;
  readonly period: string;
}

export function boundOf(key: string): Bound | null {
  const club = /^(budget|cap):(club):(money|units|times):(\w+):(.+)$/.exec(key);
  const own = /^(budget|cap):(rule|campaign):([a-z0-9-]+):(money|units|times):(\w+):(.+)$/.exec(key);
  const found = club === null ? own : [club[0], club[1], club[2], '', club[3], club[4], club[5]];
  if (found === null) return null;
  const [, kind, of, name, counted, per, period] = found;
  return { kind, of, name, counted, per, period } as Bound;
}

/** What counters of the club are called, and how much of them is meant. */
export function useBoundWords(programme: Programme | undefined) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  return useMemo(() => {
    const nameOf = ({ of, name }: Bound): string => {
      if (of === 'club') return t('club.bound.club');
      const found =
        of === 'rule'
          ? programme?.rules.find(({ key }) => key === name)
          : programme?.campaigns?.find(({ key }) => key === name);
      return `\u2068${found === undefined ? name : speech.words(found.name)}\u2069`;
    };
    const periodOf = ({ per, period }: Bound): string =>
      per === 'ever'
        ? ''
        : `\u2068${speech.language === 'fa' ? toPersian(period, speech.number) : period}\u2069`;
    return {
      name: (key: string): string => {
        const bound = boundOf(key);
        if (bound === null) return `\u2068${key}\u2069`;
        return t(`club.bound.${bound.kind}`, { name: nameOf(bound), period: periodOf(bound) }).trim();
      },
      amount: (key: string, amount: number): string =>
        boundOf(key)?.counted === 'money' ? speech.money(amount) : speech.number(amount),
    };
  }, [t, speech, programme]);
}

/** The digits of `1405-08` one by one, for it is no number to be grouped. */
function toPersian(text: string, number: (value: number) => string): string {
  return text.replaceAll(/[0-9]/g, (digit) => number(Number(digit))).replaceAll('-', '/');
}
