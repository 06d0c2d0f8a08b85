import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { businessQuery, type BusinessSettings } from '../../api/coming-in-queries.ts';
import { useDeed } from '../../api/mutations.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { FormSkeleton } from '../../ui/Skeletons.tsx';
import { useDraft } from '../../ui/useDraft.ts';
import { useToasts } from '../../ui/toasts.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { type BusinessForm, detailsOf } from '../welcome/business-form.ts';
import { BusinessFields } from '../welcome/BusinessFields.tsx';
import styles from './SettingsPage.module.css';

export function BusinessSection() {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const business = useQuery(businessQuery(asking));
  return (
    <>
      <PageHeader title={t('settings.business.name')} meaning={t('settings.business.meaning')} />
      {business.isError ? (
        <FailureNotice error={business.error} onRetry={() => void business.refetch()} />
      ) : business.data === undefined ? (
        <FormSkeleton fields={6} />
      ) : (
        <BusinessEdit key={business.data.slug} settings={business.data} reload={() => business.refetch()} />
      )}
    </>
  );
}

function formOf(settings: BusinessSettings): BusinessForm {
  const { name, kind, currency, unit, zone, calendar, language, fiscalYearStart, weekend } = settings;
  return { name, kind, currency, unit, zone, calendar, language, fiscalYearStart, weekend };
}

/** What is typed, and the settings it was typed over: both are kept, so that nobody's change is lost unseen. */
interface Draft {
  readonly form: BusinessForm;
  readonly revision: number;
}

function BusinessEdit(props: {
  readonly settings: BusinessSettings;
  readonly reload: () => Promise<{ readonly data?: BusinessSettings | undefined }>;
}) {
  const { t } = useTranslation();
  const { settings, reload } = props;
  const { session } = useSetting();
  const toasts = useToasts();
  const [draft, setDraft, kept] = useDraft<Draft | null>(`business:${settings.slug}`, null);
  const [question, setQuestion] = useState<'day' | 'money' | null>(null);
  const form = draft?.form ?? formOf(settings);
  const mayWrite = session?.scopes.includes('settings:write') === true;
  const movesDays = form.zone !== settings.zone || form.calendar !== settings.calendar;
  const changesMoney = form.currency !== settings.currency;

  const saving = useDeed({
    send: (input: Draft, headers) =>
      answerOf(
        api.PATCH('/v1/business', {
          body: {
            ...detailsOf(input.form),
            revision: input.revision,
            ...(movesDays ? { confirm: true } : {}),
          },
          headers,
        }),
      ),
    refresh: [['business'], ['session'], ...(movesDays ? [['ladder'], ['ladders']] : [])],
    onDone: () => {
      kept.forget();
      toasts.say(t(movesDays ? 'settings.business.recounting' : 'settings.saved'));
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
  const sentenceAt = (field: string) => (failure?.field === field ? failure.sentence : undefined);
  const input = { form, revision: draft?.revision ?? settings.revision };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (movesDays) setQuestion('day');
    else if (changesMoney) setQuestion('money');
    else void saving.run(input);
  };

  return (
    <form className={styles.card} onSubmit={submit}>
      {mayWrite ? null : (
        <Alert severity="info" sx={{ marginBlockEnd: 2.5 }}>
          {t('settings.business.readOnly')}
        </Alert>
      )}
      <fieldset disabled={!mayWrite} className={styles.bare}>
        <div className={styles.fields}>
          <BusinessFields
            form={form}
            currencyFixed={settings.currencyFixed}
            sentenceAt={sentenceAt}
            onChange={(next) => setDraft({ form: next, revision: draft?.revision ?? settings.revision })}
          />
        </div>
        {failure === null || failure.field !== undefined || failure.sentence === undefined ? null : (
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
      <ConfirmDialog
        open={question !== null}
        title={t(question === 'money' ? 'settings.business.moneyTitle' : 'settings.business.dayTitle')}
        deed={t(question === 'money' ? 'settings.business.moneyDeed' : 'settings.business.dayDeed')}
        onClose={() => setQuestion(null)}
        onConfirm={() => saving.attempt(input)}
      >
        {t(question === 'money' ? 'settings.business.moneyText' : 'settings.business.dayText')}
        {question === 'day' && changesMoney ? ` ${t('settings.business.moneyText')}` : null}
      </ConfirmDialog>
    </form>
  );
}
