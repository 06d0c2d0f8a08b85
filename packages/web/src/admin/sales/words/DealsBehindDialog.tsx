import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { More } from './More.tsx';
import { dealsBehindQuery } from './queries.ts';
import styles from './Words.module.css';

export interface Behind {
  readonly objection: number;
  readonly answer: number | undefined;
}

/** The deals in which something was feared, or answered: what a rate is made of. */
export function DealsBehindDialog({
  behind,
  onClose,
}: {
  readonly behind: Behind;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const title = useId();
  const list = useInfiniteQuery(dealsBehindQuery(asking, behind.objection, behind.answer));
  const rows = list.data?.pages.flatMap((page) => page.deals) ?? [];
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={title}>
      <DialogTitle id={title}>{t('salesWords.objections.dealsOf')}</DialogTitle>
      <DialogContent>
        {list.isError ? <FailureNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.isPending ? <RowsSkeleton rows={4} columns={2} height={48} /> : null}
        <ul className={styles.list}>
          {rows.map((row) => (
            <li key={row.raise} className={styles.part}>
              <Link to={paths.salesDeal} params={{ deal: String(row.deal) }} className={spend.link}>
                <bdi>{row.title}</bdi>
              </Link>
              <p className={styles.about}>
                <bdi>{row.name ?? t('person.nameless', { number: row.person })}</bdi>
                <span>{speech.date(row.raisedAt)}</span>
                <span>{t(`salesWords.dealState.${row.dealState}`)}</span>
                <span>{t(`salesWords.card.state.${row.state}`)}</span>
              </p>
            </li>
          ))}
        </ul>
        <More list={list} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('salesWords.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
