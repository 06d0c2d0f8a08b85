import Alert from '@mui/material/Alert';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failedText } from '../../club/vouchers/failed.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { useSetting } from '../../setting.ts';
import { type Answer, type Objection, OBJECTIONS_CHANGED, versionsQuery } from './queries.ts';
import styles from './Words.module.css';

export interface EditedAnswer {
  readonly objection: Objection;
  /** Null: a new one. */
  readonly answer: Answer | null;
}

/** Writes an answer, or words it anew: what was said before stays among its versions. */
export function AnswerEditor(props: EditedAnswer & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { objection, answer, onClose } = props;
  const [words, setWords] = useState(answer?.words ?? '');
  const [isArchived, setArchived] = useState(answer?.state === 'archived');
  const [isAsked, setAsked] = useState(false);
  const deed = {
    refresh: OBJECTIONS_CHANGED,
    tellsFailure: true,
    said: () => t('salesWords.objections.saved'),
    onDone: onClose,
  };
  const adding = useDeed({
    ...deed,
    send: (body: { readonly words: string }, headers) =>
      answerOf(
        api.POST('/v1/sales/objections/{id}/answers', {
          params: { path: { id: objection.id } },
          body,
          headers,
        }),
      ),
  });
  const changing = useDeed({
    ...deed,
    send: (
      body: { readonly words: string; readonly state: Answer['state']; readonly revision: number },
      headers,
    ) =>
      answerOf(
        api.PUT('/v1/sales/objections/{id}/answers/{answer}', {
          params: { path: { id: objection.id, answer: answer?.id ?? 0 } },
          body,
          headers,
        }),
      ),
  });
  const { pending, failure } = answer === null ? adding : changing;
  const isMissing = isAsked && words.trim() === '';
  return (
    <FormDialog
      open
      title={t(
        answer === null ? 'salesWords.objections.newAnswerTitle' : 'salesWords.objections.answerTitle',
      )}
      deed={t('salesWords.objections.save')}
      pending={pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (words.trim() === '') return;
        if (answer === null) void adding.run({ words: words.trim() });
        else
          void changing.run({
            words: words.trim(),
            state: isArchived ? 'archived' : 'active',
            revision: answer.revision,
          });
      }}
    >
      {failure === null ? null : <Alert severity="error">{failedText(failure, t)}</Alert>}
      <p className={styles.soft}>
        <bdi>{objection.title}</bdi>
      </p>
      <TextField
        required
        autoFocus
        multiline
        minRows={3}
        label={t('salesWords.objections.answerLabel')}
        value={words}
        error={isMissing}
        helperText={t(isMissing ? 'salesWords.objections.needed' : 'salesWords.objections.answerHelp')}
        onChange={(event) => setWords(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 2000, dir: 'auto' } }}
      />
      {answer === null ? null : (
        <>
          <FormControlLabel
            label={t('salesWords.objections.archive')}
            control={<Switch checked={isArchived} onChange={(event) => setArchived(event.target.checked)} />}
          />
          {answer.version > 1 ? <Versions answer={answer} /> : null}
        </>
      )}
    </FormDialog>
  );
}

function Versions({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const [isOpen, setOpen] = useState(false);
  const found = useQuery({ ...versionsQuery(asking, answer.objection, answer.id), enabled: isOpen });
  return (
    <details className={styles.folded} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('salesWords.objections.versions')}</summary>
      <ol className={styles.list}>
        {(found.data ?? []).map((one) => (
          <li key={one.version} className={styles.part}>
            <p className={styles.about}>
              <span>{t('salesWords.objections.version', { version: speech.number(one.version) })}</span>
              <span>{speech.date(one.at)}</span>
              <bdi>{one.by}</bdi>
            </p>
            <p className={styles.say}>
              <bdi>{one.words}</bdi>
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
