import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { vocabularyQuery } from '../../../api/queries.ts';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { failedText } from '../../club/vouchers/failed.ts';
import { CriteriaBuilder } from '../../criteria/CriteriaBuilder.tsx';
import { faultsOf } from '../../criteria/faults.ts';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import { useSetting } from '../../setting.ts';
import { RECOMMENDATIONS_CHANGED, type Settings, settingsQuery } from './queries.ts';
import { formOf, readDays, ruleOf } from './rule-form.ts';
import styles from './Words.module.css';

/** When customers are asked to recommend the business, and with which words. */
export function RulePage() {
  const { asking } = useSetting();
  const settings = useQuery(settingsQuery(asking));
  if (settings.isError && settings.data === undefined)
    return <FailureNotice error={settings.error} onRetry={() => void settings.refetch()} />;
  if (settings.data === undefined) return <RowsSkeleton rows={4} columns={2} height={90} />;
  return <RuleEditor key={settings.data.revision} settings={settings.data} />;
}

function RuleEditor({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation();
  const { asking, speech, session } = useSetting();
  const queries = useQueryClient();
  const vocabulary = useQuery(vocabularyQuery(asking)).data?.vocabulary;
  const [form, setForm] = useState(() => formOf(settings.rule, speech.number));
  const [isAsked, setAsked] = useState(false);
  const mayManage = session?.scopes.includes('sales:manage') === true;
  const fresh = () => queries.fetchQuery({ ...settingsQuery(asking), staleTime: 0 });
  const saving = useDeed({
    send: (body: Pick<Settings, 'rule' | 'revision'>, headers) =>
      answerOf(api.PUT('/v1/sales/recommendations/settings', { body, headers })),
    refresh: RECOMMENDATIONS_CHANGED,
    tellsFailure: true,
    said: () => t('salesWords.recommend.savedRule'),
    changed: {
      reload: fresh,
      onTop: async (input) => ({ ...input, revision: (await fresh()).revision }),
    },
  });
  const failure = saving.failure?.kind === 'changed' ? null : saving.failure;
  const faults = vocabulary === undefined ? [] : faultsOf(form.happy, vocabulary, speech.language);
  const dayField = (name: 'againDays' | 'laterDays') => {
    const isWrong = isAsked && readDays(form[name]) === null;
    return (
      <TextField
        size="small"
        label={t(`salesWords.recommend.${name}`)}
        value={form[name]}
        error={isWrong}
        helperText={isWrong ? t('salesWords.recommend.daysWrong') : undefined}
        disabled={!mayManage}
        onChange={(event) => setForm({ ...form, [name]: event.target.value })}
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 5 } }}
      />
    );
  };
  return (
    <form
      noValidate
      className={styles.rule}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        const rule = ruleOf(form);
        if (rule !== null && faults.length === 0) void saving.run({ rule, revision: settings.revision });
      }}
    >
      {failure === null ? null : <Alert severity="error">{failedText(failure, t)}</Alert>}
      <section className={styles.card}>
        <h2>{t('salesWords.recommend.happy')}</h2>
        {vocabulary === undefined ? null : (
          <CriteriaBuilder
            value={form.happy}
            label={t('salesWords.recommend.happy')}
            empty={t('salesWords.recommend.happyEmpty')}
            vocabulary={vocabulary}
            faults={isAsked ? faults : []}
            onChange={(happy) => setForm({ ...form, happy })}
          />
        )}
        <h3>{t('salesWords.recommend.always')}</h3>
        <p className={styles.soft}>{t('salesWords.recommend.alwaysText')}</p>
        <div className={styles.two}>
          {dayField('againDays')}
          {dayField('laterDays')}
        </div>
      </section>
      <section className={styles.card}>
        <h2>{t('salesWords.recommend.templates')}</h2>
        <p className={styles.soft}>{t('salesWords.recommend.templatesHelp')}</p>
        {form.templates.map((template, index) => (
          <InBothLanguages
            key={template.key}
            label={t('salesWords.recommend.template', { name: speech.words(template.name) })}
            lines={3}
            words={template.text}
            faults={
              isAsked
                ? (['fa', 'en'] as const)
                    .filter((language) => template.text[language].trim() === '')
                    .map((field) => ({ field, sentence: t('salesWords.objections.needed') }))
                : []
            }
            onChange={(text) =>
              setForm({ ...form, templates: form.templates.with(index, { ...template, text }) })
            }
          />
        ))}
      </section>
      {mayManage ? (
        <div className={styles.buttons}>
          <Button type="submit" variant="contained" loading={saving.pending}>
            {t('salesWords.recommend.save')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
