import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useTranslation } from 'react-i18next';
import type { InsightRun } from '../../api/insight-queries.ts';
import { useSetting } from '../setting.ts';
import styles from './Insight.module.css';
import { useRunDeeds } from './useRunDeeds.ts';

/** How far a run under way has come, and a way to stop it. */
export function Progress({ run }: { readonly run: InsightRun }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { stop, may } = useRunDeeds();
  const { looked, total, phase } = run;
  const share = total === null || total === 0 ? null : Math.min(looked / total, 1);
  const counted = phase === 'fitting' || share === null ? null : share;
  return (
    <div className={styles.progress}>
      <p role="status">
        {t(phase === null ? 'insight.run.phase.waiting' : `insight.run.phase.${phase}`)}
        {counted === null || looked === 0
          ? null
          : ` ${t('insight.run.looked', { looked: speech.number(looked), total: speech.number(total ?? looked) })}`}
      </p>
      <LinearProgress
        aria-label={t('insight.run.underWay')}
        variant={counted === null ? 'indeterminate' : 'determinate'}
        value={(counted ?? 0) * 100}
      />
      {may ? (
        <Button
          size="small"
          color="inherit"
          variant="outlined"
          disabled={run.stopAsked}
          loading={stop.pending}
          onClick={() => void stop.run(run.id)}
        >
          {t(run.stopAsked ? 'insight.run.stopAsked' : 'insight.run.stop')}
        </Button>
      ) : null}
    </div>
  );
}
