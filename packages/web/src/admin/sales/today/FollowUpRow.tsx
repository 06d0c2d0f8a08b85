import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { CalendarIcon, MetIcon, UnmetIcon } from '../../../ui/icons.tsx';
import { DoneDialog } from './DoneDialog.tsx';
import { History } from './History.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { type FollowUp, FOLLOW_UPS_CHANGED } from './queries.ts';
import styles from './Today.module.css';
import { isolated, useFollowUpWords } from './useFollowUpWords.ts';

/** One thing that is to be done: when, what and by whom, with what can be done about it. The next one is large. */
export function FollowUpRow(props: {
  readonly followUp: FollowUp;
  readonly mayWrite: boolean;
  readonly isNext: boolean;
}) {
  const { t } = useTranslation();
  const words = useFollowUpWords();
  const [doing, setDoing] = useState<'done' | 'move' | null>(null);
  const { followUp, mayWrite, isNext } = props;
  const cancelling = useCancel(followUp);
  const close = () => setDoing(null);
  const isOfMatter = (followUp.deal ?? followUp.lead) !== null;
  return (
    <article className={styles.step} data-next={isNext} data-missed={followUp.state === 'missed'}>
      <div className={styles.stepWords}>
        <p className={styles.stepWhen}>
          <strong>{words.when(followUp)}</strong>
          <span className={styles.kind}>{words.kind(followUp.kind)}</span>
          {followUp.state === 'missed' ? (
            <span className={styles.missed}>{t('salesToday.card.missed')}</span>
          ) : null}
          {followUp.closed ? <span className={styles.off}>{t('salesToday.card.closed')}</span> : null}
        </p>
        <p className={styles.stepAbout}>
          <bdi>{followUp.about}</bdi>
        </p>
        <p className={styles.under}>
          <span>
            {followUp.ownerName === null
              ? t('salesToday.form.nobody')
              : t('salesToday.card.by', { name: isolated(followUp.ownerName) })}
          </span>
          {followUp.plannedAt === followUp.dueAt || followUp.closed ? null : (
            <span>
              {t('salesToday.card.shifted', {
                day: words.when({ dueAt: followUp.plannedAt, wholeDay: true }),
              })}
            </span>
          )}
          {followUp.origin === 'cadence' ? <span>{t('salesToday.card.ofSeries')}</span> : null}
        </p>
        {followUp.revision > 1 ? <History followUp={followUp} /> : null}
      </div>
      {mayWrite ? (
        <div className={styles.stepDeeds}>
          <Button
            variant={isNext ? 'contained' : 'outlined'}
            size="small"
            startIcon={<MetIcon size={16} />}
            onClick={() => setDoing('done')}
          >
            {t('salesToday.done.short')}
          </Button>
          <Button size="small" startIcon={<CalendarIcon size={16} />} onClick={() => setDoing('move')}>
            {t('salesToday.move.short')}
          </Button>
          <IconButton
            size="small"
            aria-label={t('salesToday.cancel.label', { about: isolated(followUp.about) })}
            disabled={cancelling.pending}
            onClick={() => void cancelling.run({ revision: followUp.revision })}
          >
            <UnmetIcon size={18} />
          </IconButton>
        </div>
      ) : null}
      {doing === 'done' ? <DoneDialog followUp={followUp} isOfMatter={isOfMatter} onClose={close} /> : null}
      {doing === 'move' ? <MoveDialog followUp={followUp} onClose={close} /> : null}
    </article>
  );
}

/** It is not to be done any more; within the word that says so it comes back. */
function useCancel({ id }: FollowUp) {
  const { t } = useTranslation();
  return useDeed({
    send: (body: { readonly revision: number }, headers) =>
      answerOf(api.POST('/v1/sales/follow-ups/{id}/cancel', { params: { path: { id } }, body, headers })),
    refresh: FOLLOW_UPS_CHANGED,
    said: () => t('salesToday.cancel.said'),
    undo: ({ revision }, _, headers) =>
      answerOf(
        api.POST('/v1/sales/follow-ups/{id}/reopen', {
          params: { path: { id } },
          body: { revision },
          headers,
        }),
      ),
  });
}
