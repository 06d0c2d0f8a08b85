import Button from '@mui/material/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { sessionsQuery } from '../../api/coming-in-queries.ts';
import { useDeed } from '../../api/mutations.ts';
import { paths } from '../../paths.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { TextSkeleton } from '../../ui/Skeletons.tsx';
import { forgetDrafts } from '../../ui/useDraft.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { readBrowser } from './browser-name.ts';
import styles from './SettingsPage.module.css';

/** The browsers somebody is signed in with, and the way out of each and of all. */
export function Sessions() {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const sessions = useQuery(sessionsQuery());
  const [leaving, setLeaving] = useState(false);
  const ending = useDeed({
    send: (session: string, headers) =>
      answerOf(api.DELETE('/v1/account/sessions/{session}', { params: { path: { session } }, headers })),
    refresh: [['account-sessions']],
    said: () => t('settings.sessions.ended'),
  });
  const everywhere = useDeed({
    send: (here: boolean, headers) =>
      answerOf(api.POST('/v1/account/sign-out-everywhere', { body: { here }, headers })),
    tellsFailure: true,
  });
  const nameOf = (userAgent: string | null) => {
    const read = readBrowser(userAgent ?? '');
    return read === null ? t('settings.sessions.unknown') : t('settings.sessions.on', read);
  };
  const leave = async () => {
    await everywhere.attempt(true);
    forgetDrafts();
    queries.clear();
    await navigate({ to: paths.signIn, search: {} });
  };
  return (
    <section className={styles.card}>
      <h2>{t('settings.sessions.title')}</h2>
      {sessions.isError ? (
        <FailureNotice error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : sessions.data === undefined ? (
        <TextSkeleton lines={2} />
      ) : (
        <ul className={styles.rows}>
          {sessions.data.map((one) => (
            <li key={one.id} className={styles.row}>
              <div className={styles.what}>
                <bdi>{nameOf(one.userAgent)}</bdi>
                {one.current ? <span className={styles.badge}>{t('settings.sessions.this')}</span> : null}
                <div className={styles.about}>
                  <span>
                    {t('settings.sessions.since', {
                      day: speech.date(one.since, 'long'),
                      seen: speech.date(one.seenAt, 'long'),
                    })}
                  </span>
                </div>
              </div>
              {one.current ? null : (
                <Button
                  color="inherit"
                  loading={ending.input === one.id}
                  aria-label={t('settings.sessions.endOf', { name: nameOf(one.userAgent) })}
                  onClick={() => void ending.run(one.id)}
                >
                  {t('settings.sessions.end')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        <Button variant="outlined" onClick={() => setLeaving(true)}>
          {t('settings.sessions.everywhere')}
        </Button>
      </div>
      <ConfirmDialog
        open={leaving}
        title={t('settings.sessions.everywhereTitle')}
        deed={t('settings.sessions.everywhere')}
        onClose={() => setLeaving(false)}
        onConfirm={leave}
      >
        {t('settings.sessions.everywhereText')}
      </ConfirmDialog>
    </section>
  );
}
