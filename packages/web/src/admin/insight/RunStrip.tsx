import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import type { InsightRun } from '../../api/insight-queries.ts';
import { useSetting } from '../setting.ts';
import styles from './Insight.module.css';
import { Progress } from './Progress.tsx';
import { useRunDeeds } from './useRunDeeds.ts';

/** Up to when the page knows, and what is being done about it. */
export function RunStrip(props: {
  readonly run: InsightRun;
  readonly underWay: InsightRun | null;
  readonly failed: boolean;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { begin, may } = useRunDeeds();
  const { run, underWay } = props;
  const at = run.finishedAt ?? run.changedAt;
  return (
    <div className={styles.strip}>
      <p>
        {t('insight.run.upTo', {
          day: run.asOf === null ? '' : speech.day(run.asOf),
          at: `${speech.date(at)}، ${speech.time(at)}`.replace('،', speech.language === 'fa' ? '،' : ','),
        })}
      </p>
      {underWay !== null ? (
        <Progress run={underWay} />
      ) : may ? (
        <Button
          className="not-printed"
          size="small"
          variant="outlined"
          loading={begin.pending}
          onClick={() => void begin.run(null)}
        >
          {t('insight.run.now')}
        </Button>
      ) : null}
      {props.failed && underWay === null ? (
        <p className={styles.failed} role="alert">
          {t('insight.run.failed')}
        </p>
      ) : null}
    </div>
  );
}
