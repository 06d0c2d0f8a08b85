import type { Scalar } from '@nardeban/core/criteria';
import { accept, type Result } from '@nardeban/core/values';
import { useTranslation } from 'react-i18next';
import type { SuggestionsAsked } from '../../api/criteria-queries.ts';
import { useSetting } from '../setting.ts';
import styles from './Criteria.module.css';
import { type Fault, sentenceAt, under } from './faults.ts';
import { daysIn, type Manner, moneyIn, numbersIn } from './figures.ts';
import { type AnyKind, comparedBy, type Comparison, type Way, wayOf } from './shape.ts';
import { SuggestedText, SuggestedTexts } from './Suggested.tsx';
import { Word } from './Word.tsx';
import { Written } from './Written.tsx';

/** The comparing half of a condition: in which way, and with what. */
export function Compare(props: {
  readonly comparison: Comparison;
  readonly ways: readonly Way[];
  readonly kind: AnyKind | undefined;
  readonly about: SuggestionsAsked | null;
  /** The only values there are to compare with. */
  readonly choices?: readonly string[] | undefined;
  /** What stands after a plain number: days. */
  readonly after?: string | undefined;
  readonly faults: readonly Fault[];
  readonly onChange: (comparison: Comparison) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { comparison, kind, faults, onChange, about } = props;
  const way = wayOf(comparison, props.ways);
  const numbers: Manner<number> = kind === 'money' ? moneyIn(speech) : numbersIn(speech);
  const after = numbers.after ?? props.after;
  const faultAt = (part: string) => sentenceAt(faults, part) ?? sentenceAt(faults, '');
  const bound = (part: 'atLeast' | 'atMost', label: string, change: (value: number | undefined) => void) => (
    <Written
      numeric
      label={label}
      value={comparison[part]}
      show={numbers.show}
      read={numbers.read}
      after={after}
      fault={faultAt(part)}
      onChange={change}
    />
  );

  const value = () => {
    switch (way) {
      case 'atLeast':
      case 'atMost':
        return bound(way, t('criteria.value'), (one) => onChange({ [way]: one }));
      case 'exactly':
        return bound('atLeast', t('criteria.value'), (one) => onChange({ atLeast: one, atMost: one }));
      case 'between':
        return (
          <>
            {bound('atLeast', t('criteria.from'), (one) => onChange({ ...comparison, atLeast: one }))}
            <span>{t('criteria.to')}</span>
            {bound('atMost', t('criteria.upTo'), (one) => onChange({ ...comparison, atMost: one }))}
          </>
        );
      case 'oneOf':
        return (
          <SuggestedTexts
            label={t('criteria.values')}
            values={comparison.oneOf ?? []}
            about={about}
            choices={props.choices}
            show={(one) => shown(one, numbers, kind, [t('yes'), t('no')])}
            read={(text) => readScalar(text, kind, numbers, daysIn(speech))}
            fault={
              sentenceAt(faults, 'oneOf') ?? under(faults, 'oneOf')[0]?.sentence ?? sentenceAt(faults, '')
            }
            onChange={(oneOf) => onChange({ oneOf })}
          />
        );
      default:
        return single(way);
    }
  };

  const single = (part: 'is' | 'not') => {
    const scalar = comparison[part];
    const change = (one: Scalar | undefined) => onChange({ [part]: one });
    if (kind === 'flag') {
      return (
        <Word
          label={t('criteria.value')}
          value={scalar === false ? 'no' : 'yes'}
          choices={[
            { value: 'yes', text: t('yes') },
            { value: 'no', text: t('no') },
          ]}
          onChange={(chosen) => change(chosen === 'yes')}
        />
      );
    }
    if (kind === 'number' || kind === 'money') {
      return (
        <Written
          numeric
          label={t('criteria.value')}
          value={typeof scalar === 'number' ? scalar : undefined}
          show={numbers.show}
          read={numbers.read}
          after={after}
          fault={faultAt(part)}
          onChange={change}
        />
      );
    }
    if (kind === 'day') {
      const days = daysIn(speech);
      return (
        <Written
          label={t('criteria.value')}
          value={typeof scalar === 'string' && scalar !== '' ? scalar : undefined}
          show={days.show}
          read={days.read}
          fault={faultAt(part)}
          onChange={(one) => change(one ?? '')}
        />
      );
    }
    if (props.choices !== undefined) {
      return (
        <Word
          label={t('criteria.value')}
          value={scalar === undefined ? '' : String(scalar)}
          choices={props.choices.map((one) => ({ value: one, text: one }))}
          fault={faultAt(part)}
          onChange={change}
        />
      );
    }
    return (
      <SuggestedText
        label={t('criteria.value')}
        value={scalar === undefined ? '' : String(scalar)}
        about={about}
        fault={faultAt(part)}
        onChange={change}
      />
    );
  };

  return (
    <span className={styles.compare}>
      {props.ways.length === 1 ? null : (
        <Word
          label={t('criteria.way')}
          value={way}
          choices={props.ways.map((one) => ({ value: one, text: t(`criteria.ways.${one}`) }))}
          onChange={(chosen) => onChange(comparedBy(comparison, chosen, kind))}
        />
      )}
      {value()}
    </span>
  );
}

function shown(
  value: Scalar,
  numbers: Manner<number>,
  kind: AnyKind | undefined,
  flags: readonly string[],
): string {
  if (typeof value === 'boolean') return flags[value ? 0 : 1] ?? '';
  if (typeof value === 'number')
    return kind === 'money' ? `${numbers.show(value)} ${numbers.after ?? ''}` : numbers.show(value);
  return value;
}

function readScalar(
  text: string,
  kind: AnyKind | undefined,
  numbers: Manner<number>,
  days: Manner<string>,
): Scalar | undefined {
  const read: Result<Scalar> =
    kind === 'number' || kind === 'money'
      ? numbers.read(text)
      : kind === 'day'
        ? days.read(text)
        : accept(text);
  return read.ok ? read.value : undefined;
}
