import type { Criteria } from '@nardeban/core/criteria';
import type { Vocabulary } from '@nardeban/core/facts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sayCriteria } from '../../language/saying.ts';
import { useTraits } from '../people/telling.ts';
import { useSetting } from '../setting.ts';
import styles from './Criteria.module.css';
import { type Fault, faultsOf } from './faults.ts';
import { bracketOf, GroupForm, groupOf } from './Node.tsx';
import { asksNothing, inside, isGroup } from './shape.ts';

const NO_FAULTS: readonly Fault[] = [];

/**
 * Edits criteria in a form that reads as sentences, with the whole sentence beside it and the reason of each refusal
 * where it belongs. Controlled: `value` is what is shown, also while it is incomplete or wrong (`faultsOf` says how);
 * `onChange` is called with every change. `faults` are further ones, from outside, with paths inside the criteria.
 */
export function CriteriaBuilder(props: {
  readonly value: Criteria;
  readonly onChange: (criteria: Criteria) => void;
  readonly vocabulary: Vocabulary;
  readonly faults?: readonly Fault[];
  /** What these criteria are, for who listens: «شرط ورود». */
  readonly label?: string;
  /** What the place says while nothing is asked. */
  readonly empty?: string;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { value, vocabulary, onChange } = props;
  const { language } = speech;
  const outside = props.faults ?? NO_FAULTS;
  const faults = useMemo(() => {
    const own = faultsOf(value, vocabulary, language);
    return own.length > 0 ? own : outside;
  }, [value, vocabulary, language, outside]);
  const { inner, negated, path } = inside(value);
  const start = path === '' ? '' : `${path}.`;
  const group = isGroup(inner) ? inner : null;
  const key = group !== null && 'any' in group ? 'any' : 'all';
  const parts = group === null ? [value] : 'all' in group ? group.all : group.any;
  return (
    <div className={styles.builder}>
      {asksNothing(value) && parts.length === 0 ? (
        <p className={styles.empty}>{props.empty ?? t('criteria.empty')}</p>
      ) : null}
      <GroupForm
        vocabulary={vocabulary}
        faults={faults}
        depth={0}
        label={props.label ?? t('criteria.title')}
        bracket={group === null ? 'all' : bracketOf(key, negated)}
        parts={parts}
        pathOf={(index) => (group === null ? '' : `${start}${key}[${index}]`)}
        onChange={(bracket, changed) => {
          // A condition that stands alone stays one until another joins it.
          const [only] = changed;
          if (group === null && bracket === 'all' && changed.length === 1 && only !== undefined)
            onChange(only);
          else onChange(groupOf(bracket, changed));
        }}
      />
      <Said criteria={value} vocabulary={vocabulary} faults={faults} />
    </div>
  );
}

/** The whole in one sentence, said as soon as it makes sense. */
function Said(props: {
  readonly criteria: Criteria;
  readonly vocabulary: Vocabulary;
  readonly faults: readonly Fault[];
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const traits = useTraits();
  const { criteria, vocabulary } = props;
  if (asksNothing(criteria)) return null;
  const { language, currency, unit, calendar, zone } = speech;
  const wrong = props.faults.length;
  return (
    <div className={styles.said}>
      <span className={styles.saidName}>{t('criteria.said')}</span>
      <output>
        {wrong > 0
          ? t('criteria.unfinished', { count: wrong, number: speech.number(wrong) })
          : sayCriteria(criteria, {
              language,
              vocabulary,
              traits,
              money: { currency, unit },
              calendar,
              zone,
            })}
      </output>
    </div>
  );
}

export { emptyCriteria } from './shape.ts';
