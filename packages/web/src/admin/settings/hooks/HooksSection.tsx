import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Hook, hooksQuery } from '../../../api/hooks-queries.ts';
import { vocabularyQuery } from '../../../api/queries.ts';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { HookIcon } from '../../../ui/icons.tsx';
import { LeftToRight } from '../../../ui/LeftToRight.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import settings from '../SettingsPage.module.css';
import { ShownOnce } from '../ShownOnce.tsx';
import { HookForm } from './HookForm.tsx';
import styles from './Hooks.module.css';
import { eventName, hookName, hookState } from './naming.ts';

const MOST_NAMED = 4;

/** The addresses of other programs that are told what happens. */
export function HooksSection() {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const navigate = useNavigate();
  const hooks = useQuery(hooksQuery(asking));
  const [making, setMaking] = useState(false);
  const [told, setTold] = useState<{ readonly secret: string; readonly hook: number } | null>(null);
  const make = (
    <Button variant="contained" onClick={() => setMaking(true)}>
      {t('hooks.make')}
    </Button>
  );
  const isEmpty = hooks.data?.length === 0;
  return (
    <>
      <PageHeader title={t('hooks.name')} meaning={t('hooks.meaning')} actions={isEmpty ? undefined : make} />
      {hooks.isError ? (
        <FailureNotice error={hooks.error} onRetry={() => void hooks.refetch()} />
      ) : hooks.data === undefined ? (
        <RowsSkeleton rows={3} columns={2} height={92} />
      ) : isEmpty ? (
        <EmptyState
          icon={<HookIcon size={32} />}
          title={t('hooks.none')}
          steps={[t('hooks.step1'), t('hooks.step2'), t('hooks.step3')]}
          actions={make}
        >
          {t('hooks.noneText')}
        </EmptyState>
      ) : (
        <section className={settings.card}>
          <ul className={styles.hooks}>
            {hooks.data.map((hook) => (
              <li key={hook.id}>
                <HookLine hook={hook} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <HookForm
        open={making}
        onClose={() => setMaking(false)}
        onMade={({ hook, secret }) => {
          // A repetition of a request whose answer was lost tells no secret.
          if (secret === null) void navigate({ to: paths.settingsHook, params: { hook: String(hook.id) } });
          else setTold({ secret, hook: hook.id });
        }}
      />
      <ShownOnce
        title={t('hooks.secretTitle')}
        text={t('hooks.secretText')}
        label={t('hooks.secretName')}
        secret={told?.secret ?? null}
        onClose={() => {
          if (told !== null) void navigate({ to: paths.settingsHook, params: { hook: String(told.hook) } });
          setTold(null);
        }}
      />
    </>
  );
}

function HookLine({ hook }: { readonly hook: Hook }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const words = useQuery(vocabularyQuery(asking)).data?.vocabulary ?? {};
  const state = hookState(hook);
  const named = hook.events.slice(0, MOST_NAMED).map((event) => eventName(event, words, t, speech));
  const rest = hook.events.length - named.length;
  const events = [...named, ...(rest > 0 ? [`+${speech.number(rest)}`] : [])].join(t('listSeparator'));
  const count = (number: number) => ({
    count: number,
    shown: number >= 1000 ? t('hooks.thousand') : speech.number(number),
  });
  return (
    <Link to={paths.settingsHook} params={{ hook: String(hook.id) }} className={styles.hook}>
      <span>
        <bdi className={styles.title}>{hookName(hook)}</bdi>
        {hook.description === '' ? null : (
          <span className={styles.url}>
            <LeftToRight>{URL.parse(hook.url)?.host ?? hook.url}</LeftToRight>
          </span>
        )}
      </span>
      <span>
        <span className={styles.state} data-state={state}>
          {t(`hooks.state.${state}`)}
        </span>
      </span>
      <span className={styles.about}>
        <span>{t('hooks.hears', { events })}</span>
        <span>
          {hook.deliveredAt === null
            ? t('hooks.never')
            : t('hooks.delivered', {
                day: speech.date(hook.deliveredAt),
                time: speech.time(hook.deliveredAt),
              })}
        </span>
        {hook.waiting === 0 ? null : <span>{t('hooks.waiting', count(hook.waiting))}</span>}
        {hook.failed === 0 ? null : (
          <span className={styles.bad}>{t('hooks.failed', count(hook.failed))}</span>
        )}
      </span>
    </Link>
  );
}
