import type { TraitDeclaration } from '@nardeban/core/facts';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOfAddress } from '../../language/speech.ts';
import { useSetting } from '../setting.ts';
import { useTraits } from './telling.ts';

/** Traits that every business has, by the key they are kept under. */
const KNOWN_TRAITS = [
  'birthday',
  'city',
  'company',
  'gender',
  'industry',
  'job',
  'kind',
  'language',
  'province',
] as const;

type Value = string | number | boolean;

export interface TraitWords {
  readonly declared: Readonly<Record<string, TraitDeclaration>>;
  /** What a trait is called: as the business declared it, else by its own name. */
  readonly nameOf: (trait: string) => string;
  /** A value as people read it, by what the trait was declared to be. */
  readonly say: (trait: string, value: Value) => string;
}

export function useTraitWords(): TraitWords {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const declared = useTraits();
  const nameOf = useCallback(
    (trait: string): string => {
      const own = Object.hasOwn(declared, trait) ? declared[trait] : undefined;
      if (own !== undefined) return own[speech.language];
      const known = KNOWN_TRAITS.find((one) => one === trait);
      return known === undefined ? trait : t(`trait.${known}`);
    },
    [declared, speech, t],
  );
  const say = useCallback(
    (trait: string, value: Value): string => {
      const kind = Object.hasOwn(declared, trait) ? declared[trait]?.kind : undefined;
      if (typeof value === 'boolean') return value ? t('yes') : t('no');
      if (typeof value === 'number') return kind === 'money' ? speech.money(value) : speech.number(value);
      const day = kind === 'day' ? dayOfAddress(value) : null;
      return day === null ? value : speech.day(day);
    },
    [declared, speech, t],
  );
  return useMemo(() => ({ declared, nameOf, say }), [declared, nameOf, say]);
}

/** The declared traits that are asked for today, by what they are called. */
export function presentTraits({ declared, nameOf }: TraitWords, language: string): string[] {
  const collator = new Intl.Collator(language === 'fa' ? 'fa-IR' : 'en');
  return Object.entries(declared)
    .filter(([, { archived }]) => archived !== true)
    .map(([trait]) => trait)
    .sort((one, other) => collator.compare(nameOf(one), nameOf(other)));
}
