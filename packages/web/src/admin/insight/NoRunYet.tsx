import Button from '@mui/material/Button';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { InsightRun } from '../../api/insight-queries.ts';
import { paths } from '../../paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MorningIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import styles from './Insight.module.css';
import { Progress } from './Progress.tsx';
import { useRunDeeds } from './useRunDeeds.ts';

/** Nobody has looked yet: what looking means, and how to have it done now. */
export function NoRunYet(props: { readonly underWay: InsightRun | null; readonly failed: boolean }) {
  const { t } = useTranslation();
  const { session } = useSetting();
  const { begin, may } = useRunDeeds();
  if (props.underWay !== null) {
    return (
      <EmptyState icon={<MorningIcon size={44} />} title={t('insight.none.first')}>
        <p>{t('insight.none.firstText')}</p>
        <div className={styles.alone}>
          <Progress run={props.underWay} />
        </div>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<MorningIcon size={44} />}
      title={t('insight.none.title')}
      steps={[
        session?.scopes.includes('imports:read') === true ? (
          <Link to={paths.imports} className={styles.link}>
            {t('insight.none.step1')}
          </Link>
        ) : (
          t('insight.none.step1')
        ),
        t('insight.none.step2'),
        t('insight.none.step3'),
      ]}
      actions={
        may ? (
          <Button variant="contained" loading={begin.pending} onClick={() => void begin.run(null)}>
            {t('insight.run.first')}
          </Button>
        ) : undefined
      }
    >
      <p>{t('insight.none.text')}</p>
      {props.failed ? (
        <p className={styles.failed} role="alert">
          {t('insight.run.failed')}
        </p>
      ) : null}
    </EmptyState>
  );
}
