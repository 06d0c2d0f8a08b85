import type { FieldKind } from '@nardeban/core/facts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredFact } from '../../api/answers.ts';
import { dayOfAddress, type Speech } from '../../language/speech.ts';
import { LeftToRight } from '../../ui/LeftToRight.tsx';
import { useSetting } from '../setting.ts';
import styles from './FactLine.module.css';
import { useVocabulary } from './telling.ts';
import { useTraitWords } from './traits.ts';

/** What happened, in a line: what it is called, and what its record says. */
export function FactLine({
  fact,
  withDate = false,
}: {
  readonly fact: StoredFact;
  readonly withDate?: boolean;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const fields = useVocabulary()[fact.type]?.fields ?? {};
  const traits = useTraitWords();
  const { trait } = fact.data;
  const told =
    fact.type === 'trait.changed' && typeof trait === 'string' && fact.data['value'] !== undefined
      ? { trait, value: fact.data['value'] }
      : null;
  return (
    <span className={styles.line}>
      <span className={styles.name}>
        <FactName type={fact.type} />
      </span>
      {told === null ? null : (
        <span className={styles.field}>
          <span className="soft">
            <bdi>{traits.nameOf(told.trait)}</bdi>
          </span>{' '}
          <bdi>{traits.say(told.trait, told.value)}</bdi>
        </span>
      )}
      {Object.entries(told === null ? fact.data : {}).map(([name, value]) => (
        <span key={name} className={styles.field}>
          <span className="soft">{fields[name]?.[speech.language] ?? name}</span>{' '}
          {said(value, fields[name]?.kind, speech, { yes: t('yes'), no: t('no') })}
        </span>
      ))}
      {withDate ? <time className={styles.date}>{speech.date(fact.at)}</time> : null}
    </span>
  );
}

/** A fact's name in the reader's language; what a business invented is called as it called it. */
function FactName({ type }: { readonly type: string }) {
  const { speech } = useSetting();
  const declared = useVocabulary()[type];
  if (declared === undefined) return <bdi>{type.replace(/^custom\./, '')}</bdi>;
  return speech.language === 'fa' ? declared.fa : declared.en.one;
}

function said(
  value: string | number | boolean,
  kind: FieldKind | undefined,
  speech: Speech,
  words: { readonly yes: string; readonly no: string },
): ReactNode {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return kind === 'money' ? speech.money(value) : speech.number(value);
  if (kind === 'day') {
    const day = dayOfAddress(value);
    return day === null ? value : speech.day(day);
  }
  // A code or an address reads from the left whatever the language; a sentence finds its own direction.
  return /^[\x20-\x7e]+$/.test(value) ? <LeftToRight>{value}</LeftToRight> : <bdi>{value}</bdi>;
}
