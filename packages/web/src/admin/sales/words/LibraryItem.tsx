import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useSetting } from '../../setting.ts';
import { type Answer, type Objection, OBJECTIONS_CHANGED } from './queries.ts';
import { ObjectionNumbers, RateLines } from './RateLines.tsx';
import styles from './Words.module.css';

/** One objection of the library: what stands behind it, its numbers, and its answers, the best first. */
export function LibraryItem(props: {
  readonly objection: Objection;
  readonly onChange: () => void;
  readonly onAnswer: (answer: Answer | null) => void;
  readonly onBehind: (answer: number | undefined) => void;
}) {
  const { t } = useTranslation();
  const { session } = useSetting();
  const { objection, onChange, onAnswer, onBehind } = props;
  const mayManage = session?.scopes.includes('sales:manage') === true;
  const mayWrite = session?.scopes.includes('sales:write') === true;
  const { id, kind, title, behind, products, state, revision } = objection;
  const archiving = useDeed({
    send: (to: Objection['state'], headers) =>
      answerOf(
        api.PUT('/v1/sales/objections/{id}', {
          params: { path: { id } },
          body: { kind, title, behind, products, state: to, revision },
          headers,
        }),
      ),
    refresh: OBJECTIONS_CHANGED,
    said: (kept) =>
      t(
        kept.state === 'archived' ? 'salesWords.objections.archivedNow' : 'salesWords.objections.restoredNow',
      ),
  });
  return (
    <article className={styles.item}>
      <div className={styles.heading}>
        <h2>
          <bdi>{title}</bdi>
        </h2>
        <span className={styles.chip}>{t(`salesWords.kind.${kind}`)}</span>
      </div>
      {behind === '' ? null : (
        <p className={styles.soft}>
          <bdi>{behind}</bdi>
        </p>
      )}
      {products.length === 0 ? null : (
        <p className={styles.about}>
          <span>
            {t('salesWords.objections.forProducts', { products: `\u2068${products.join('، ')}\u2069` })}
          </span>
        </p>
      )}
      <ObjectionNumbers objection={objection} />
      {objection.answers.length === 0 ? (
        <p className={styles.soft}>{t('salesWords.objections.noAnswers')}</p>
      ) : (
        <ul className={styles.list} aria-label={t('salesWords.objections.answers')}>
          {objection.answers.map((answer) => (
            <li key={answer.id}>
              <AnswerLine
                answer={answer}
                onChange={mayManage ? () => onAnswer(answer) : null}
                onBehind={() => onBehind(answer.id)}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        {mayWrite ? (
          <Button size="small" variant="outlined" onClick={() => onAnswer(null)}>
            {t('salesWords.objections.addAnswer')}
          </Button>
        ) : null}
        {objection.counts.raised === 0 ? null : (
          <Button size="small" onClick={() => onBehind(undefined)}>
            {t('salesWords.objections.deals')}
          </Button>
        )}
        {mayManage ? (
          <>
            <Button size="small" onClick={onChange}>
              {t('salesWords.objections.edit')}
            </Button>
            <Button
              size="small"
              color="inherit"
              loading={archiving.pending}
              onClick={() => void archiving.run(state === 'active' ? 'archived' : 'active')}
            >
              {t(state === 'active' ? 'salesWords.objections.archive' : 'salesWords.objections.restore')}
            </Button>
          </>
        ) : null}
      </div>
    </article>
  );
}

function AnswerLine(props: {
  readonly answer: Answer;
  /** Null: whoever looks may not change it. */
  readonly onChange: (() => void) | null;
  readonly onBehind: () => void;
}) {
  const { t } = useTranslation();
  const { answer, onChange, onBehind } = props;
  const [isRemoving, setRemoving] = useState(false);
  const removing = useDeed({
    send: (id: number, headers) =>
      answerOf(
        api.DELETE('/v1/sales/objections/{id}/answers/{answer}', {
          params: { path: { id: answer.objection, answer: id } },
          headers,
        }),
      ),
    refresh: OBJECTIONS_CHANGED,
    said: () => t('salesWords.objections.removed'),
  });
  return (
    <div className={styles.answer}>
      <p className={styles.say}>
        <bdi>{answer.words}</bdi>
      </p>
      <div className={styles.foot}>
        <div className={styles.part}>
          <RateLines rate={answer.rate} />
        </div>
        <div className={styles.buttons}>
          {answer.rate.given === 0 ? null : (
            <Button size="small" onClick={onBehind}>
              {t('salesWords.objections.deals')}
            </Button>
          )}
          {onChange === null ? null : (
            <>
              <Button size="small" onClick={onChange}>
                {t('salesWords.objections.edit')}
              </Button>
              {answer.rate.given === 0 ? (
                <Button size="small" color="inherit" onClick={() => setRemoving(true)}>
                  {t('salesWords.objections.remove')}
                </Button>
              ) : null}
            </>
          )}
        </div>
      </div>
      <ConfirmDialog
        open={isRemoving}
        title={t('salesWords.objections.removeTitle')}
        deed={t('salesWords.objections.remove')}
        danger
        onConfirm={() => removing.attempt(answer.id)}
        onClose={() => setRemoving(false)}
      >
        {t('salesWords.objections.removeText')}
      </ConfirmDialog>
    </div>
  );
}
