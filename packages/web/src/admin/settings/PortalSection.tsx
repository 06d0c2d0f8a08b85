import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Asking, headersOf } from '../../api/client.ts';
import type { components } from '../../api/generated.ts';
import { useDeed } from '../../api/mutations.ts';
import { laddersQuery } from '../../api/queries.ts';
import { useRoom } from '../../language/useRoom.ts';
import { LeftToRight } from '../../ui/LeftToRight.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Qr } from '../../ui/Qr.tsx';
import { FormSkeleton } from '../../ui/Skeletons.tsx';
import { useDraft } from '../../ui/useDraft.ts';
import { useToasts } from '../../ui/toasts.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import styles from './SettingsPage.module.css';

type Portal = components['schemas']['PortalSettings'];

const LONGEST_WELCOME = 300;
const LONGEST_NAME = 100;

function portalQuery(asking: Asking) {
  return {
    queryKey: ['portal-settings', asking.business],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      answerOf(api.GET('/v1/club/portal', { headers: headersOf(asking), signal })),
  };
}

/** The customers' own pages: whether they are open, what they say first, and what customers are told a rung is called. */
export function PortalSection() {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const isSaid = useRoom('club');
  const portal = useQuery(portalQuery(asking));
  return (
    <>
      <PageHeader title={t('settings.portal')} {...(isSaid ? { meaning: t('club.portal.meaning') } : {})} />
      {portal.isError ? (
        <FailureNotice error={portal.error} onRetry={() => void portal.refetch()} />
      ) : portal.data === undefined || !isSaid ? (
        <FormSkeleton fields={4} />
      ) : (
        <PortalForm portal={portal.data} reload={() => portal.refetch()} />
      )}
    </>
  );
}

function PortalForm(props: {
  readonly portal: Portal;
  readonly reload: () => Promise<{ readonly data?: Portal | undefined }>;
}) {
  const { t } = useTranslation();
  const { asking, session, speech } = useSetting();
  const toasts = useToasts();
  const { portal, reload } = props;
  const slug = session?.business.slug ?? '';
  const [draft, setDraft, kept] = useDraft<Portal | null>(`portal:${slug}`, null);
  const ladders = useQuery(laddersQuery(asking));
  const rungs = ladders.data?.find(({ kind }) => kind === 'ladder')?.places ?? [];
  const form = draft ?? portal;
  const mayWrite = session?.scopes.includes('club:write') === true;
  const change = (some: Partial<Portal>) => setDraft({ ...form, ...some });
  const rename = (key: string, words: { fa: string; en: string }) => {
    const { [key]: _before, ...others } = form.rungs;
    change({ rungs: words.fa === '' && words.en === '' ? others : { ...others, [key]: words } });
  };
  const saving = useDeed({
    send: (input: Portal, headers) => answerOf(api.PUT('/v1/club/portal', { body: input, headers })),
    refresh: [['portal-settings']],
    onDone: () => {
      kept.forget();
      toasts.say(t('settings.saved'));
    },
    tellsFailure: true,
    changed: {
      reload: async () => {
        kept.forget();
        await reload();
      },
      onTop: async (input) => ({ ...input, revision: (await reload()).data?.revision ?? input.revision }),
    },
  });
  const { failure } = saving;
  const address = `${window.location.origin}/p/${slug}`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void saving.run(form);
  };
  return (
    <form className={styles.card} onSubmit={submit}>
      <fieldset disabled={!mayWrite} className={styles.bare}>
        <div className={styles.column}>
          <FormControlLabel
            control={<Checkbox checked={form.open} onChange={(_, open) => change({ open })} />}
            label={t('club.portal.open')}
          />
          {portal.open ? (
            <p className={styles.address}>
              <Qr text={address} label={t('club.portal.scan')} className={styles.code} />
              <a href={address} target="_blank" rel="noreferrer">
                <LeftToRight>{address}</LeftToRight>
              </a>
            </p>
          ) : null}
          <FormControlLabel
            control={<Checkbox checked={form.joining} onChange={(_, joining) => change({ joining })} />}
            label={t('club.portal.joining')}
          />
          <TextField
            label={t('club.portal.welcome')}
            value={form.welcome}
            multiline
            slotProps={{ htmlInput: { maxLength: LONGEST_WELCOME, dir: 'auto' } }}
            onChange={(event) => change({ welcome: event.target.value })}
          />
          <h2 className={styles.part}>{t('club.portal.rungs')}</h2>
          <p className={`soft ${styles.partText}`}>{t('club.portal.rungsText')}</p>
          {rungs.map(({ key, name }) => {
            const said = form.rungs[key] ?? { fa: '', en: '' };
            return (
              <div key={key} className={styles.both} role="group" aria-label={speech.words(name)}>
                <TextField
                  size="small"
                  label={t('club.portal.inPersian', { rung: speech.words(name) })}
                  value={said.fa}
                  required={said.en !== ''}
                  slotProps={{ htmlInput: { maxLength: LONGEST_NAME, dir: 'rtl', lang: 'fa' } }}
                  onChange={(event) => rename(key, { ...said, fa: event.target.value })}
                />
                <TextField
                  size="small"
                  label={t('club.portal.inEnglish', { rung: speech.words(name) })}
                  value={said.en}
                  required={said.fa !== ''}
                  slotProps={{ htmlInput: { maxLength: LONGEST_NAME, dir: 'ltr', lang: 'en' } }}
                  onChange={(event) => rename(key, { ...said, en: event.target.value })}
                />
              </div>
            );
          })}
        </div>
        {failure?.sentence === undefined ? null : (
          <Alert severity="error" sx={{ marginBlockStart: 2.5 }}>
            {failure.sentence}
          </Alert>
        )}
        {mayWrite ? (
          <div className={styles.actions}>
            <Button type="submit" variant="contained" loading={saving.pending} disabled={draft === null}>
              {t('settings.save')}
            </Button>
            {draft === null ? null : (
              <Button
                color="inherit"
                onClick={() => {
                  kept.forget();
                  saving.clear();
                }}
              >
                {t('settings.discard')}
              </Button>
            )}
          </div>
        ) : null}
      </fieldset>
    </form>
  );
}
