import type { Programme } from '@nardeban/core/programme';
import { useTranslation } from 'react-i18next';
import { under } from '../../criteria/faults.ts';
import { BudgetFields } from './BoundsFields.tsx';
import styles from './Programme.module.css';
import { withPart } from './shape.ts';
import type { StepProps } from './steps.ts';

/** What the whole club may give, and when somebody is to be told. */
export function BudgetStep({ programme, faults, words, locked, onChange }: StepProps) {
  const { t } = useTranslation();
  const { budget } = programme;
  return (
    <>
      <p className={styles.said}>{budget === undefined ? t('club.noBudget') : words.budget(budget)}</p>
      {locked ? null : (
        <div className={styles.form}>
          <BudgetFields
            budget={budget}
            faults={under(faults, 'budget')}
            onChange={(changed) => onChange(withPart<Programme, 'budget'>(programme, 'budget', changed))}
          />
        </div>
      )}
    </>
  );
}
