import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { Criteria } from '@nardeban/core/criteria';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayCriteria } from '../../../language/saying.ts';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import type { Segment } from '../../../api/people-list-queries.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useSetting } from '../../setting.ts';
import { useTelling } from '../telling.ts';
import styles from './List.module.css';

/** The saved segments: who is in them, who made them, and what can be done with each. */
export function SegmentsDialog(props: {
  readonly segments: readonly Segment[];
  readonly onShow: (segment: Segment) => void;
  readonly onChange: (segment: Segment | null) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const telling = useTelling();
  const title = useId();
  const [removing, setRemoving] = useState<Segment | null>(null);
  const remove = useDeed({
    send: ({ id, revision }: { readonly id: number; readonly revision: number }, headers) =>
      answerOf(api.DELETE('/v1/segments/{id}', { params: { path: { id }, query: { revision } }, headers })),
    refresh: [['segments'], ['people-list']],
  });
  return (
    <Dialog open onClose={props.onClose} aria-labelledby={title} fullWidth maxWidth="sm">
      <DialogTitle id={title}>{t('peopleList.segment.title')}</DialogTitle>
      <DialogContent>
        {props.segments.length === 0 ? <p>{t('peopleList.segment.none')}</p> : null}
        <ul className={styles.jobs}>
          {props.segments.map((segment) => (
            <li key={segment.id} className={styles.job}>
              <div className={styles.jobLine}>
                <strong>
                  <bdi>{segment.name}</bdi>
                </strong>
                <span className="soft">
                  {segment.people === null
                    ? t('peopleList.segment.computing')
                    : t('peopleList.people', { count: segment.people, shown: speech.number(segment.people) })}
                  {segment.people !== null && segment.computing !== null
                    ? ` · ${t('peopleList.segment.recomputing')}`
                    : null}
                </span>
              </div>
              <div>{sayCriteria(segment.criteria as Criteria, telling)}</div>
              <div className="soft">
                {t('peopleList.segment.by', {
                  by: `\u2068${segment.changedBy}\u2069`,
                  day: speech.date(segment.changedAt, 'short'),
                })}
              </div>
              <div className={styles.jobLine}>
                <Button size="small" onClick={() => props.onShow(segment)} disabled={segment.people === null}>
                  {t('peopleList.segment.show')}
                </Button>
                <Button size="small" onClick={() => props.onChange(segment)}>
                  {t('peopleList.segment.edit')}
                </Button>
                <Button size="small" color="error" onClick={() => setRemoving(segment)}>
                  {t('peopleList.segment.remove')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
        <ConfirmDialog
          open={removing !== null}
          danger
          title={t('peopleList.segment.removeTitle', { name: removing?.name ?? '' })}
          deed={t('peopleList.segment.remove')}
          onConfirm={() =>
            removing === null ? undefined : remove.attempt({ id: removing.id, revision: removing.revision })
          }
          onClose={() => setRemoving(null)}
        >
          {t('peopleList.segment.removeText')}
        </ConfirmDialog>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => props.onChange(null)}>{t('peopleList.segment.new')}</Button>
        <Button variant="contained" onClick={props.onClose}>
          {t('peopleList.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
