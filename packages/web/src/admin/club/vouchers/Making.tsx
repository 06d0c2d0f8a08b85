import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { useSetting } from '../../setting.ts';
import styles from './Codes.module.css';
import { type Batch, VOUCHERS_CHANGED } from './queries.ts';

/** How far the making of a batch is, with what stops it and lets it go on. Nothing once all codes are there. */
export function Making({ batch, mayWrite }: { readonly batch: Batch; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { id, state, made, asked } = batch;
  const params = { path: { id } };
  const stopping = useDeed({
    send: (_: number, headers) => answerOf(api.POST('/v1/club/vouchers/{id}/stop', { params, headers })),
    refresh: VOUCHERS_CHANGED,
    said: () => t('clubCodes.vouchers.stopAsked'),
  });
  const resuming = useDeed({
    send: (_: number, headers) => answerOf(api.POST('/v1/club/vouchers/{id}/resume', { params, headers })),
    refresh: VOUCHERS_CHANGED,
  });
  if (state === 'done') return null;
  const name = t('clubCodes.vouchers.progress', { made: speech.number(made), asked: speech.number(asked) });
  return (
    <div className={styles.progress}>
      <div>
        <LinearProgress
          variant="determinate"
          aria-label={name}
          value={asked === 0 ? 0 : Math.min(100, (made / asked) * 100)}
          color={state === 'stopped' ? 'inherit' : 'primary'}
        />
        <small className="soft">
          {state === 'stopped' ? t('clubCodes.vouchers.stoppedAt', { progress: name }) : name}
        </small>
      </div>
      {!mayWrite ? null : state === 'stopped' ? (
        <Button size="small" loading={resuming.pending} onClick={() => void resuming.run(made)}>
          {t('clubCodes.vouchers.resume')}
        </Button>
      ) : (
        <Button size="small" loading={stopping.pending} onClick={() => void stopping.run(made)}>
          {t('clubCodes.vouchers.stop')}
        </Button>
      )}
    </div>
  );
}
