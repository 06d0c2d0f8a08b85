import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../../language/useRoom.ts';
import { PlusIcon } from '../../../ui/icons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import { FollowUpRow } from './FollowUpRow.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import { type FollowUp, followUpsQuery, type WhoseFollowUps } from './queries.ts';
import { SeriesOf } from './SeriesOf.tsx';
import styles from './Today.module.css';
import { useFollowUpWords } from './useFollowUpWords.ts';

/** What is next with somebody, or with a deal or a lead of theirs: the next step large, the rest under it. */
export function FollowUps(props: {
  readonly person: number;
  readonly deal?: number;
  readonly lead?: number;
}) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const isSaid = useRoom('salesToday');
  const title = useId();
  const [isPlanning, setPlanning] = useState(false);
  const { person, deal, lead } = props;
  const whose: WhoseFollowUps = { person, deal, lead };
  const pending = useQuery(followUpsQuery(asking, whose, 'pending'));
  const mayWrite = session?.scopes.includes('sales:write') === true;
  if (!isSaid) return null;
  if (pending.isError && pending.data === undefined)
    return <FailureNotice error={pending.error} onRetry={() => void pending.refetch()} />;
  return (
    <section className={styles.card} aria-labelledby={title}>
      <div className={styles.heading}>
        <h2 id={title}>{t('salesToday.card.title')}</h2>
        {mayWrite ? (
          <Button variant="contained" startIcon={<PlusIcon size={18} />} onClick={() => setPlanning(true)}>
            {t('salesToday.card.plan')}
          </Button>
        ) : null}
      </div>
      {pending.data === undefined ? (
        <Skeleton height={96} />
      ) : (
        <Pending followUps={pending.data} mayWrite={mayWrite} isOfMatter={(deal ?? lead) !== undefined} />
      )}
      <Done whose={whose} />
      <SeriesOf person={person} deal={deal} lead={lead} mayWrite={mayWrite} />
      {isPlanning ? <PlanDialog whose={whose} onClose={() => setPlanning(false)} /> : null}
    </section>
  );
}

function Pending(props: {
  readonly followUps: readonly FollowUp[];
  readonly mayWrite: boolean;
  readonly isOfMatter: boolean;
}) {
  const { t } = useTranslation();
  const [first, ...rest] = props.followUps;
  if (first === undefined)
    return (
      <p className={props.isOfMatter ? styles.alone : styles.soft}>
        {t(props.isOfMatter ? 'salesToday.card.alone' : 'salesToday.card.none')}
      </p>
    );
  return (
    <ul className={styles.list}>
      <li>
        <FollowUpRow followUp={first} mayWrite={props.mayWrite} isNext />
      </li>
      {rest.map((one) => (
        <li key={one.id}>
          <FollowUpRow followUp={one} mayWrite={props.mayWrite} isNext={false} />
        </li>
      ))}
    </ul>
  );
}

/** What was done, read when it is asked for. */
function Done({ whose }: { readonly whose: WhoseFollowUps }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const words = useFollowUpWords();
  const [isOpen, setOpen] = useState(false);
  const done = useQuery({ ...followUpsQuery(asking, whose, 'done'), enabled: isOpen });
  return (
    <details className={styles.folded} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('salesToday.card.done')}</summary>
      {done.data === undefined ? (
        isOpen ? (
          <Skeleton height={40} />
        ) : null
      ) : done.data.length === 0 ? (
        <p className={styles.soft}>{t('salesToday.card.noneDone')}</p>
      ) : (
        <ol className={styles.list}>
          {done.data.toReversed().map((one) => (
            <li key={one.id} className={styles.doneRow}>
              <span>
                {words.kind(one.kind)}
                {one.outcome === null ? null : ` · ${t(`salesToday.outcome.${one.outcome}`)}`}
              </span>
              <bdi className={styles.soft}>{one.note ?? one.about}</bdi>
              <span className={styles.soft}>
                {words.when({ dueAt: one.doneAt ?? one.dueAt, wholeDay: true })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
