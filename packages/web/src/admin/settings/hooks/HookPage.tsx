import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { type Hook, hookQuery } from '../../../api/hooks-queries.ts';
import { useDeed } from '../../../api/mutations.ts';
import { vocabularyQuery } from '../../../api/queries.ts';
import { asFailure } from '../../../failure/failure.ts';
import { paths } from '../../../paths.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { HookIcon } from '../../../ui/icons.tsx';
import { LeftToRight } from '../../../ui/LeftToRight.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import settings from '../SettingsPage.module.css';
import { ShownOnce } from '../ShownOnce.tsx';
import { HookForm } from './HookForm.tsx';
import { HookLog } from './HookLog.tsx';
import styles from './Hooks.module.css';
import { eventName, hookName, hookState } from './naming.ts';

const route = getRouteApi('/staff/settings/hooks/$hook');

/** One webhook: how it is, what it hears, what was sent. */
export function HookPage() {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const id = Number(route.useParams().hook);
  const hook = useQuery(hookQuery(asking, Number.isSafeInteger(id) && id > 0 ? id : 0));
  const crumbs = [
    <Link key="hooks" to={paths.settingsHooks}>
      {t('hooks.back')}
    </Link>,
  ];
  if (hook.data !== undefined) return <HookShown hook={hook.data} crumbs={crumbs} />;
  if (hook.isError && asFailure(hook.error).kind === 'absent') {
    return (
      <>
        <PageHeader title={t('hooks.name')} crumbs={crumbs} />
        <EmptyState icon={<HookIcon size={32} />} title={t('hooks.gone')}>
          {t('hooks.goneText')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={hook.isError ? t('hooks.name') : undefined}
        crumbs={crumbs}
        tab={t('hooks.unnamed')}
      />
      {hook.isError ? (
        <FailureNotice error={hook.error} onRetry={() => void hook.refetch()} />
      ) : (
        <BlockSkeleton height={320} />
      )}
    </>
  );
}

function HookShown({ hook, crumbs }: { readonly hook: Hook; readonly crumbs: ReactNode[] }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const navigate = useNavigate();
  const words = useQuery(vocabularyQuery(asking)).data?.vocabulary ?? {};
  const [open, setOpen] = useState<'form' | 'rotate' | 'remove' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const { id, revision } = hook;
  const name = hookName(hook);
  const state = hookState(hook);
  const refresh = [['hooks'], ['hook'], ['hook-messages']];

  const switching = useDeed({
    send: (input: { readonly enabled: boolean; readonly revision: number }, headers) =>
      answerOf(
        api.PUT('/v1/hooks/{id}', {
          params: { path: { id } },
          body: { url: hook.url, description: hook.description, events: hook.events, ...input },
          headers,
        }),
      ),
    refresh,
    said: ({ enabled }) => t(enabled ? 'hooks.onSaid' : 'hooks.offSaid'),
  });
  const testing = useDeed({
    // Each press is a test of its own.
    send: (_: { readonly at: number }, headers) =>
      answerOf(api.POST('/v1/hooks/{id}/test', { params: { path: { id } }, headers })),
    refresh,
    said: () => t('hooks.testSaid'),
  });
  const rotating = useDeed({
    send: (_: { readonly revision: number }, headers) =>
      answerOf(api.POST('/v1/hooks/{id}/secret', { params: { path: { id } }, headers })),
    refresh,
    tellsFailure: true,
    onDone: (told) => setSecret(told.secret),
  });
  const removing = useDeed({
    send: (input: { readonly revision: number }, headers) =>
      answerOf(api.DELETE('/v1/hooks/{id}', { params: { path: { id }, query: input }, headers })),
    refresh: [['hooks']],
    tellsFailure: true,
    said: () => t('hooks.removedSaid'),
    onDone: () => void navigate({ to: paths.settingsHooks }),
  });
  const moment = (at: number) => ({ day: speech.date(at), time: speech.time(at) });

  return (
    <>
      <PageHeader
        title={<bdi>{name}</bdi>}
        tab={name}
        crumbs={crumbs}
        actions={
          <div className={styles.tools}>
            <Button
              variant="contained"
              disabled={!hook.enabled}
              loading={testing.pending}
              onClick={() => void testing.run({ at: Date.now() })}
            >
              {t('hooks.test')}
            </Button>
            <Button variant="outlined" onClick={() => setOpen('form')}>
              {t('hooks.edit')}
            </Button>
            <Button
              variant="outlined"
              color="inherit"
              loading={switching.pending}
              onClick={() => void switching.run({ enabled: !hook.enabled, revision })}
            >
              {hook.enabled ? t('hooks.switchOff') : t('hooks.switchOn')}
            </Button>
          </div>
        }
      />
      {state === 'on' ? null : (
        <Alert severity={state === 'off' ? 'info' : 'warning'} sx={{ mb: 3 }}>
          {t(
            `hooks.fault.${state}`,
            moment((state === 'failing' ? hook.failingSince : hook.offAt) ?? hook.changedAt),
          )}
        </Alert>
      )}
      <section className={settings.card}>
        <dl className={styles.facts}>
          <dt>{t('hooks.form.url')}</dt>
          <dd>
            <LeftToRight>{hook.url}</LeftToRight>
          </dd>
          <dt>{t('hooks.form.which')}</dt>
          <dd className={styles.events}>
            {hook.events.map((event) => (
              <span key={event} className={styles.event}>
                <bdi>{eventName(event, words, t, speech)}</bdi>
              </span>
            ))}
          </dd>
          <dt>{t('hooks.secretName')}</dt>
          <dd>
            <LeftToRight>whsec_••••••••</LeftToRight>
            {hook.oldSecretUntil === null ? null : (
              <div className={styles.soft}>{t('hooks.oldSecret', moment(hook.oldSecretUntil))}</div>
            )}
          </dd>
        </dl>
        <div className={styles.tools}>
          <Button size="small" color="inherit" variant="outlined" onClick={() => setOpen('rotate')}>
            {t('hooks.rotate')}
          </Button>
          <Button size="small" color="error" onClick={() => setOpen('remove')}>
            {t('hooks.remove')}
          </Button>
        </div>
      </section>
      <HookLog hook={hook} words={words} />
      <HookForm open={open === 'form'} hook={hook} onClose={() => setOpen(null)} />
      <ConfirmDialog
        open={open === 'rotate'}
        title={t('hooks.rotateTitle')}
        deed={t('hooks.rotate')}
        onClose={() => setOpen(null)}
        onConfirm={() => rotating.attempt({ revision })}
      >
        {t('hooks.rotateText')}
      </ConfirmDialog>
      <ConfirmDialog
        open={open === 'remove'}
        danger
        title={t('hooks.removeTitle', { name: `\u2068${name}\u2069` })}
        deed={t('hooks.remove')}
        onClose={() => setOpen(null)}
        onConfirm={() => removing.attempt({ revision })}
      >
        {t('hooks.removeText')}
      </ConfirmDialog>
      <ShownOnce
        title={t('hooks.secretTitle')}
        text={t('hooks.secretText')}
        label={t('hooks.secretName')}
        secret={secret}
        onClose={() => setSecret(null)}
      />
    </>
  );
}
