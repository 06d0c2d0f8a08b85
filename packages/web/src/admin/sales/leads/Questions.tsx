import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { LEAD_QUESTIONS, type LeadQuestion } from '@nardeban/core/sales';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import spend from '../../insight/spend/Spend.module.css';
import { Views } from '../../insight/spend/Views.tsx';
import styles from './Leads.module.css';
import type { Lead, LeadAnswers } from './queries.ts';
import { useLeadDeeds } from './useLeadDeeds.ts';

const ANSWERS = ['yes', 'unsure', 'no'] as const;

/** What sales asks itself of everybody: can we help them, do they need us, do we want a lasting relation? */
export function Questions({ lead, mayWrite }: { readonly lead: Lead; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { answer } = useLeadDeeds(lead);
  const [typed, setTyped] = useState<LeadAnswers | null>(null);
  const answers = typed ?? lead.answers;
  const change = (question: LeadQuestion, said: LeadAnswers[LeadQuestion]) => {
    const { [question]: _before, ...rest } = answers;
    setTyped(said === undefined ? rest : { ...rest, [question]: said });
  };
  const mayAnswer = mayWrite && lead.state !== 'closed';
  return (
    <section className={spend.card} aria-labelledby="lead-questions">
      <h2 id="lead-questions">{t('salesLeads.questions.title')}</h2>
      <p>{t(lead.state === 'accepted' ? 'salesLeads.questions.text' : 'salesLeads.questions.textLater')}</p>
      {LEAD_QUESTIONS.map((question) => {
        const said = answers[question];
        return (
          <div
            key={question}
            className={styles.question}
            role="group"
            aria-label={t(`salesLeads.question.${question}`)}
          >
            <strong>{t(`salesLeads.question.${question}`)}</strong>
            {mayAnswer ? (
              <>
                <Views
                  label={t(`salesLeads.question.${question}`)}
                  value={said?.answer ?? ''}
                  views={ANSWERS.map((value) => ({ value, label: t(`salesLeads.answer.${value}`) }))}
                  onChange={(value) =>
                    value === '' ? undefined : change(question, { ...said, answer: value })
                  }
                />
                {said === undefined ? null : (
                  <TextField
                    size="small"
                    label={t('salesLeads.note')}
                    value={said.note ?? ''}
                    onChange={(event) => change(question, { ...said, note: event.target.value })}
                    slotProps={{ htmlInput: { dir: 'auto', maxLength: 1000 } }}
                  />
                )}
              </>
            ) : (
              <span>
                {said === undefined ? t('salesLeads.answer.none') : t(`salesLeads.answer.${said.answer}`)}
                {said?.note === undefined || said.note === '' ? null : (
                  <>
                    {' · '}
                    <bdi>{said.note}</bdi>
                  </>
                )}
              </span>
            )}
          </div>
        );
      })}
      {mayAnswer ? (
        <Button
          variant="outlined"
          disabled={typed === null}
          loading={answer.pending}
          onClick={() =>
            void answer
              .run({ revision: lead.revision, answers: tidied(answers) })
              .then((done) => done !== undefined && setTyped(null))
          }
        >
          {t('salesLeads.questions.keep')}
        </Button>
      ) : null}
    </section>
  );
}

/** Without empty notes. */
function tidied(answers: LeadAnswers): LeadAnswers {
  return Object.fromEntries(
    Object.entries(answers).map(([question, { answer, note }]) => {
      const said = note?.trim() ?? '';
      return [question, said === '' ? { answer } : { answer, note: said }];
    }),
  );
}
