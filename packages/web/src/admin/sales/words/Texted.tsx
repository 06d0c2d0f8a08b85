import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sayRefusal } from '../../../language/refusal-text.ts';
import { useSetting } from '../../setting.ts';
import { testimonialQuery } from './queries.ts';
import styles from './Words.module.css';

const LOOK_AGAIN_MS = 1500;

interface Told {
  readonly kind: string;
  readonly words: string | null;
}

/** What came of the message since they were asked last; null: nobody knows yet. */
function outcomeOf(records: readonly Told[] | undefined): Told | null {
  const last = records?.at(-1);
  return last?.kind === 'texted' || last?.kind === 'not_texted' ? last : null;
}

/** Whether the link went out to their mobile; if it did not, why, and once more. */
export function Texted(props: {
  readonly id: number;
  readonly isSending: boolean;
  readonly onAgain: () => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { id, isSending, onAgain } = props;
  const { data } = useQuery({
    ...testimonialQuery(asking, id),
    refetchInterval: ({ state }) => (outcomeOf(state.data?.records) === null ? LOOK_AGAIN_MS : false),
  });
  const outcome = outcomeOf(data?.records);
  if (outcome?.kind !== 'not_texted')
    return (
      <p className={styles.about} role="status">
        <span>{t(outcome === null ? 'salesWords.ask.texting' : 'salesWords.ask.texted')}</span>
      </p>
    );
  return (
    <Alert
      severity="warning"
      action={
        <Button size="small" color="inherit" loading={isSending} onClick={onAgain}>
          {t('salesWords.ask.textAgain')}
        </Button>
      }
    >
      {t('salesWords.ask.notTexted')}{' '}
      {outcome.words === null ? null : sayRefusal({ code: outcome.words, detail: {} }, speech.language)}
    </Alert>
  );
}
