import IconButton from '@mui/material/IconButton';
import type { FieldTest } from '@nardeban/core/criteria';
import type { Vocabulary } from '@nardeban/core/facts';
import { useTranslation } from 'react-i18next';
import { UnmetIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import { Compare } from './Compare.tsx';
import styles from './Criteria.module.css';
import { type Fault, sentenceAt, under } from './faults.ts';
import { Joint } from './Joint.tsx';
import { choicesOf, comparisonFor, fieldsOf, kindOf, waysFor, withComparison } from './shape.ts';
import { Word } from './Word.tsx';

/** Which of the facts count, by what their record says: one line a field, all of them must hold. */
export function Tests(props: {
  readonly tests: readonly FieldTest[];
  readonly types: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly faults: readonly Fault[];
  readonly onChange: (tests: readonly FieldTest[]) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { tests, types, vocabulary, onChange } = props;
  const fields = fieldsOf(types, vocabulary).map(([name, declared]) => ({
    value: name,
    text: declared[speech.language],
  }));
  const replace = (index: number, test: FieldTest) =>
    onChange(tests.map((one, place) => (place === index ? test : one)));
  return (
    <ul className={styles.tests}>
      {tests.map((test, index) => {
        const faults = under(props.faults, `where[${index}]`);
        const kind = kindOf(types, test.field, vocabulary);
        return (
          <li key={index} className={styles.line}>
            <Joint>{t('criteria.where')}</Joint>
            <Word
              label={t('criteria.field')}
              value={test.field}
              choices={fields}
              fault={sentenceAt(faults, 'field')}
              onChange={(field) =>
                replace(
                  index,
                  kindOf(types, field, vocabulary) === kind
                    ? { ...test, field }
                    : { field, ...comparisonFor(kindOf(types, field, vocabulary)) },
                )
              }
            />
            <Compare
              comparison={test}
              kind={kind}
              ways={waysFor(kind, 'test')}
              about={{ about: 'field', types, field: test.field }}
              choices={choicesOf(types, test.field, vocabulary)}
              faults={faults}
              onChange={(comparison) => replace(index, withComparison(test, comparison))}
            />
            <IconButton
              size="small"
              aria-label={t('criteria.removeTest')}
              onClick={() => onChange(tests.filter((_, place) => place !== index))}
            >
              <UnmetIcon size={15} />
            </IconButton>
          </li>
        );
      })}
    </ul>
  );
}
