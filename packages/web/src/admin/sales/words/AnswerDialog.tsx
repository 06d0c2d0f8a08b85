import Alert from '@mui/material/Alert';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { failedText } from '../../club/vouchers/failed.ts';
import { useSetting } from '../../setting.ts';
import { keepRaised, OBJECTIONS_CHANGED, objectionsForDealQuery, type Raised } from './queries.ts';
import { RateLines } from './RateLines.tsx';
import styles from './Words.module.css';

interface Answering {
  readonly answer?: number;
  readonly add?: string;
  readonly settled: boolean;
  readonly note: string;
  readonly revision: number;
}

const OWN = 'own';

/** Which of the answers at hand was given, or one's own, and whether it settled the matter. */
export function AnswerDialog(props: { readonly raised: Raised; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const queries = useQueryClient();
  const { raised, onClose } = props;
  const settled = useId();
  const answers = useId();
  const library = useQuery(objectionsForDealQuery(asking, raised.deal));
  const atHand = library.data?.find(({ id }) => id === raised.objection)?.answers ?? [];
  const [choice, setChoice] = useState<string | null>(null);
  const [own, setOwn] = useState('');
  const [isSettled, setSettled] = useState<boolean | null>(null);
  const [isAsked, setAsked] = useState(false);
  const answering = useDeed({
    send: (body: Answering, headers) =>
      answerOf(
        api.POST('/v1/sales/deals/{id}/objections/{raise}/answers', {
          params: { path: { id: raised.deal, raise: raised.id } },
          body,
          headers,
        }),
      ),
    refresh: OBJECTIONS_CHANGED,
    tellsFailure: true,
    said: () => t('salesWords.card.answered'),
    onDone: (answered) => {
      keepRaised(queries, asking, answered);
      onClose();
    },
  });
  const isOwn = choice === OWN || (library.data !== undefined && atHand.length === 0);
  const isReady = (isOwn ? own.trim() !== '' : choice !== null) && isSettled !== null;
  const submit = () => {
    setAsked(true);
    if (!isReady) return;
    const given = isOwn ? { add: own.trim() } : { answer: Number(choice) };
    void answering.run({ ...given, settled: isSettled, note: '', revision: raised.revision });
  };
  return (
    <FormDialog
      open
      title={t('salesWords.card.answerTitle')}
      deed={t('salesWords.card.answerDeed')}
      pending={answering.pending}
      onClose={onClose}
      onSubmit={submit}
    >
      {answering.failure === null ? null : <Alert severity="error">{failedText(answering.failure, t)}</Alert>}
      <p className={styles.soft}>
        <bdi>{raised.title}</bdi>
      </p>
      {library.isPending ? <Skeleton height={90} /> : null}
      {atHand.length === 0 ? null : (
        <div className={styles.part}>
          <strong id={answers}>{t('salesWords.card.whichAnswer')}</strong>
          <RadioGroup
            aria-labelledby={answers}
            value={choice ?? ''}
            onChange={(_, value) => setChoice(value)}
          >
            {atHand.map((answer) => (
              <FormControlLabel
                key={answer.id}
                value={String(answer.id)}
                control={<Radio />}
                sx={{ alignItems: 'flex-start', marginBlockEnd: 1 }}
                label={
                  <span className={styles.answer}>
                    <bdi style={{ whiteSpace: 'normal' }}>{answer.words}</bdi>
                    <RateLines rate={answer.rate} />
                  </span>
                }
              />
            ))}
            <FormControlLabel value={OWN} control={<Radio />} label={t('salesWords.card.ownAnswer')} />
          </RadioGroup>
        </div>
      )}
      {isOwn ? (
        <TextField
          autoFocus
          multiline
          minRows={2}
          label={t('salesWords.objections.answerLabel')}
          value={own}
          helperText={t('salesWords.card.intoLibrary')}
          onChange={(event) => setOwn(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 2000, dir: 'auto' } }}
        />
      ) : null}
      <div className={styles.part}>
        <strong id={settled}>{t('salesWords.card.settledQuestion')}</strong>
        <RadioGroup
          row
          aria-labelledby={settled}
          value={isSettled === null ? '' : String(isSettled)}
          onChange={(_, value) => setSettled(value === 'true')}
        >
          <FormControlLabel value="true" control={<Radio />} label={t('salesWords.card.yes')} />
          <FormControlLabel value="false" control={<Radio />} label={t('salesWords.card.notYet')} />
        </RadioGroup>
      </div>
      {isAsked && !isReady ? (
        <p className={styles.about} role="alert">
          <span>
            {t(isSettled === null ? 'salesWords.card.settledQuestion' : 'salesWords.card.pickAnswer')}
          </span>
        </p>
      ) : null}
    </FormDialog>
  );
}
