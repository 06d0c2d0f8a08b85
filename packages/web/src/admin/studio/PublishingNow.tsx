import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { useDeed } from '../../api/mutations.ts';
import type { InStudio } from '../../api/studio-queries.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useSetting } from '../setting.ts';
import styles from './PublishingNow.module.css';

/** How far the version is that is being published, and the button that stops it. */
export function PublishingNow(props: {
  readonly ladder: string;
  readonly publishing: NonNullable<InStudio['publishing']>;
  /** Somebody has begun another draft since; what is being published does not take its place. */
  readonly besideDraft: boolean;
  readonly mayStop: boolean;
  /** Before it is stopped, and when it is. */
  readonly onStop: () => Promise<unknown>;
  readonly onStopped: () => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const [asked, setAsked] = useState(false);
  const { ladder, publishing } = props;
  const { version, done, total, stoppable } = publishing;
  const stop = useDeed<string, unknown>({
    send: (key, headers) =>
      answerOf(api.DELETE('/v1/ladders/{key}/publishing', { params: { path: { key } }, headers })),
    refresh: [
      ['studio', asking.business],
      ['studio-versions', asking.business, ladder],
      ['ladder', asking.business],
    ],
    said: () => t('studio.stopped'),
  });
  return (
    <section className={styles.publishing} aria-label={t('studio.publishingTitle')}>
      <p role="status">
        {t('studio.publishingNow', {
          version: speech.number(version),
          done: speech.number(done),
          total: speech.number(total),
        })}
      </p>
      <LinearProgress
        variant="determinate"
        aria-label={t('studio.publishingTitle')}
        value={Math.min(100, (100 * done) / Math.max(1, total))}
      />
      <div className={styles.foot}>
        <p className={styles.aside}>{t(stoppable ? 'studio.mayLeave' : 'studio.mustEnd')}</p>
        {props.mayStop && stoppable ? (
          <Button size="small" variant="outlined" color="inherit" onClick={() => setAsked(true)}>
            {t('studio.stopPublishing')}
          </Button>
        ) : null}
      </div>
      <ConfirmDialog
        open={asked}
        title={t('studio.stopTitle', { version: speech.number(version) })}
        deed={t('studio.stopPublishing')}
        onClose={() => setAsked(false)}
        onConfirm={async () => {
          await props.onStop();
          await stop.attempt(ladder);
          await props.onStopped();
        }}
      >
        {t(props.besideDraft ? 'studio.stopBesideDraft' : 'studio.stopText')}
      </ConfirmDialog>
    </section>
  );
}
