import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { inDigits } from '../../language/digits.ts';
import type { Import } from '../../api/imports-queries.ts';
import { useSetting } from '../setting.ts';
import { Bar } from './Bar.tsx';
import { useStart, useStop } from './deeds.ts';
import styles from './Imports.module.css';
import { UndoButton } from './UndoButton.tsx';
import { shareOf, timeLeft } from './words.tsx';

/** An import under way, stopped, or ended before its end. */
export function ImportRun({ one }: { readonly one: Import }) {
  const { t } = useTranslation();
  const { session, speech } = useSetting();
  const start = useStart();
  const stop = useStop();
  const mayWrite = session?.scopes.includes('imports:write') !== false;
  const { state, progress } = one;
  const isRunning = state === 'running';
  const isWaiting = isRunning && progress.rowsTotal === 0;

  return (
    <section className={styles.card} aria-labelledby="import-run">
      <h2 id="import-run" aria-live="polite">
        {state === 'failed'
          ? t('imports.run.failed')
          : state === 'stopped'
            ? t('imports.run.stopped')
            : one.stopAsked
              ? t('imports.run.stopping')
              : isWaiting
                ? t('imports.run.waiting')
                : t(`imports.run.${progress.phase === 'reading' ? 'reading' : 'writing'}`)}
      </h2>
      {state === 'failed' && one.refusal !== null ? (
        <Alert severity="error">{inDigits(one.refusal.sentence, speech.language)}</Alert>
      ) : null}
      <Bar share={isWaiting ? null : shareOf(one)} label={t('imports.run.progress')} />
      <p className={styles.pace}>
        <span>
          {t('imports.rowsOf', {
            rows: speech.number(progress.rows),
            total: speech.number(progress.rowsTotal),
          })}
        </span>
        {isRunning && progress.rowsPerSecond > 0 ? (
          <span>{t('imports.run.pace', { pace: speech.number(progress.rowsPerSecond) })}</span>
        ) : null}
        {isRunning && progress.secondsLeft !== null && progress.secondsLeft > 0 ? (
          <span>{t('imports.run.left', { time: timeLeft(progress.secondsLeft, t, speech) })}</span>
        ) : null}
      </p>
      <p className="soft">{isRunning ? t('imports.run.close') : t('imports.run.stoppedText')}</p>
      {mayWrite ? (
        <div className={styles.buttons}>
          {isRunning ? (
            <Button
              variant="outlined"
              loading={stop.pending}
              disabled={one.stopAsked}
              onClick={() => void stop.run(one.id)}
            >
              {t('imports.run.stop')}
            </Button>
          ) : (
            <>
              {one.fileKept ? (
                <Button variant="contained" loading={start.pending} onClick={() => void start.run(one.id)}>
                  {t('imports.run.resume')}
                </Button>
              ) : null}
              <UndoButton one={one} />
            </>
          )}
        </div>
      ) : null}
    </section>
  );
}
