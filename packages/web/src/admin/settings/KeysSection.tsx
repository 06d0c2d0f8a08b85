import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { type ApiKey, keysQuery } from '../../api/coming-in-queries.ts';
import { useDeed } from '../../api/mutations.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { KeyIcon } from '../../ui/icons.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import type { Scope } from '../navigation.ts';
import { useSetting } from '../setting.ts';
import { FormDialog } from './FormDialog.tsx';
import { ScopeList, ScopeWords } from './ScopeWords.tsx';
import styles from './SettingsPage.module.css';
import { ShownOnce } from './ShownOnce.tsx';

const KEYS = ['keys'];

/** The keys programs use. */
export function KeysSection() {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const keys = useQuery(keysQuery(asking));
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<ApiKey | null>(null);
  const [all, setAll] = useState(false);
  const revoking = useDeed({
    send: ({ id }: { readonly id: number }, headers) =>
      answerOf(api.DELETE('/v1/api-keys/{id}', { params: { path: { id } }, headers })),
    refresh: [KEYS],
    said: () => t('settings.keys.revokedSaid'),
    tellsFailure: true,
  });
  const make = (
    <Button variant="contained" onClick={() => setMaking(true)}>
      {t('settings.keys.make')}
    </Button>
  );
  const good = keys.data?.filter(({ revokedAt }) => revokedAt === null) ?? [];
  const revoked = keys.data?.filter(({ revokedAt }) => revokedAt !== null) ?? [];
  return (
    <>
      <PageHeader title={t('settings.keys.name')} meaning={t('settings.keys.meaning')} actions={make} />
      {keys.isError ? (
        <FailureNotice error={keys.error} onRetry={() => void keys.refetch()} />
      ) : keys.data === undefined ? (
        <RowsSkeleton rows={3} columns={3} height={72} />
      ) : (
        <>
          {good.length === 0 ? (
            <EmptyState icon={<KeyIcon size={32} />} title={t('settings.keys.none')}>
              {t('settings.keys.noneText')}
            </EmptyState>
          ) : (
            <section className={styles.card}>
              <ul className={styles.rows}>
                {good.map((key) => (
                  <li key={key.id} className={styles.row}>
                    <div className={styles.what}>
                      <strong>
                        <bdi>{key.name}</bdi>
                      </strong>
                      <KeyAbout apiKey={key} />
                      <ScopeList scopes={key.scopes} label={t('settings.keys.scopes')} />
                      <div className={styles.about}>
                        <span>
                          {key.lastUsedAt === null
                            ? t('settings.keys.unused')
                            : t('settings.keys.used', {
                                day: speech.date(key.lastUsedAt, 'long'),
                                time: speech.time(key.lastUsedAt),
                              })}
                        </span>
                      </div>
                    </div>
                    <Button
                      color="inherit"
                      aria-label={t('settings.keys.revokeOf', { name: `\u2068${key.name}\u2069` })}
                      onClick={() => setEnding(key)}
                    >
                      {t('settings.keys.revoke')}
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {revoked.length === 0 ? null : all ? (
            <section className={styles.card}>
              <ul className={styles.rows}>
                {revoked.map((key) => (
                  <li key={key.id} className={styles.row}>
                    <div className={`${styles.what} ${styles.faded}`}>
                      <bdi>{key.name}</bdi>
                      <KeyAbout apiKey={key} />
                      <ScopeList scopes={key.scopes} label={t('settings.keys.scopes')} />
                      <div className={styles.about}>
                        <span>
                          {t('settings.keys.revoked', { day: speech.date(key.revokedAt ?? 0, 'long') })}
                        </span>
                      </div>
                    </div>
                  </li>
                ))}
              </ul>
            </section>
          ) : (
            <Button color="inherit" onClick={() => setAll(true)}>
              {t('settings.keys.showRevoked', {
                count: revoked.length,
                shown: speech.number(revoked.length),
              })}
            </Button>
          )}
        </>
      )}
      <MakeKey open={making} onClose={() => setMaking(false)} />
      <ConfirmDialog
        open={ending !== null}
        danger
        title={t('settings.keys.revokeTitle', { name: `\u2068${ending?.name ?? ''}\u2069` })}
        deed={t('settings.keys.revoke')}
        onClose={() => setEnding(null)}
        onConfirm={() => (ending === null ? undefined : revoking.attempt({ id: ending.id }))}
      >
        {t('settings.keys.revokeText')}
      </ConfirmDialog>
    </>
  );
}

function KeyAbout({ apiKey }: { readonly apiKey: ApiKey }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  return (
    <div className={styles.about}>
      <span>
        {t('settings.keys.madeBy', {
          name: `\u2068${apiKey.madeBy}\u2069`,
          day: speech.date(apiKey.madeAt, 'long'),
        })}
      </span>
    </div>
  );
}

function MakeKey(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { session } = useSetting();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['facts:write']);
  const [asked, setAsked] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const making = useDeed({
    send: (body: { readonly name: string; readonly scopes: Scope[] }, headers) =>
      answerOf(api.POST('/v1/api-keys', { body, headers })),
    refresh: [KEYS],
    onDone: ({ key }) => {
      props.onClose();
      setName('');
      setScopes(['facts:write']);
      setAsked(false);
      setTold(key);
    },
  });
  const toggle = (scope: Scope) =>
    setScopes(scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope]);
  return (
    <>
      <FormDialog
        open={props.open}
        title={t('settings.keys.make')}
        deed={t('settings.keys.makeDeed')}
        pending={making.pending}
        onClose={props.onClose}
        onSubmit={() => {
          setAsked(true);
          if (scopes.length > 0) void making.run({ name: name.trim(), scopes: [...scopes] });
        }}
      >
        <TextField
          label={t('settings.keys.keyName')}
          required
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          helperText={t('settings.keys.keyNameHelp')}
          autoComplete="off"
          slotProps={{ htmlInput: { maxLength: 100, dir: 'auto' } }}
        />
        <fieldset className={styles.scopes}>
          <legend>{t('settings.keys.scopes')}</legend>
          {(session?.scopes ?? []).map((scope) => (
            <FormControlLabel
              key={scope}
              control={
                <Checkbox size="small" checked={scopes.includes(scope)} onChange={() => toggle(scope)} />
              }
              label={<ScopeWords scope={scope} />}
            />
          ))}
        </fieldset>
        {asked && scopes.length === 0 ? (
          <p role="alert" style={{ margin: 0, color: 'var(--down)' }}>
            {t('settings.keys.scopesNeeded')}
          </p>
        ) : null}
      </FormDialog>
      <ShownOnce
        title={t('settings.keys.madeTitle')}
        text={t('settings.keys.madeText')}
        label={t('settings.keys.key')}
        secret={told}
        onClose={() => setTold(null)}
      />
    </>
  );
}
