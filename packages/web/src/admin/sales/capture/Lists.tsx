import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ImportIcon } from '../../../ui/icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Capture.module.css';
import { ListDialog } from './ListDialog.tsx';
import { type LeadList, listsQuery } from './queries.ts';

/** Lists of people who showed an interest elsewhere: each line becomes a lead. */
export function Lists(props: { readonly mayManage: boolean; readonly onSee: (list: number) => void }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const [isAdding, setAdding] = useState(false);
  const lists = useQuery(listsQuery(asking));
  const rows = lists.data;
  const add = props.mayManage ? (
    <Button variant="contained" onClick={() => setAdding(true)}>
      {t('salesCapture.newList')}
    </Button>
  ) : null;
  return (
    <>
      {rows === undefined ? (
        lists.isError ? (
          <FailureNotice error={lists.error} onRetry={() => void lists.refetch()} />
        ) : (
          <RowsSkeleton rows={3} columns={2} height={84} />
        )
      ) : rows.length === 0 ? (
        <EmptyState icon={<ImportIcon size={30} />} title={t('salesCapture.noLists')} actions={add}>
          {t('salesCapture.noListsText')}
        </EmptyState>
      ) : (
        <>
          <div className={`${spend.tools} ${spend.bar} not-printed`}>{add}</div>
          <ul className={spend.rows} aria-label={t('salesCapture.viewOf.lists')}>
            {rows.map((list) => (
              <li key={list.id}>
                <ListRow list={list} onSee={() => props.onSee(list.id)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {isAdding ? <ListDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function ListRow({ list, onSee }: { readonly list: LeadList; readonly onSee: () => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { tally, lines } = list;
  const share = lines === 0 ? 1 : (lines - tally.queued) / lines;
  return (
    <div className={spend.row}>
      <div className={`${spend.what} ${styles.long}`}>
        <strong>
          <bdi>{list.fileName}</bdi>
        </strong>
        <div className={spend.about}>
          {[list.source, list.medium, list.campaign].map((part, index) =>
            part === null ? null : (
              <span key={index}>
                <bdi>{part}</bdi>
              </span>
            ),
          )}
          <span>
            {t('salesCapture.changedBy', {
              name: `\u2068${list.madeBy}\u2069`,
              day: speech.date(list.madeAt, 'short'),
            })}
          </span>
        </div>
        <div className={spend.about}>
          {(['taken', 'repeated', 'waiting', 'refused'] as const).map((kind) =>
            tally[kind] === 0 ? null : (
              <span key={kind}>
                {t(`salesCapture.tallyOf.${kind}`, { count: tally[kind], shown: speech.number(tally[kind]) })}
              </span>
            ),
          )}
        </div>
        {list.state === 'done' ? null : (
          <LinearProgress
            variant="determinate"
            value={share * 100}
            aria-label={t('salesCapture.listProgress', { share: speech.share(share) })}
            sx={{ marginBlockStart: 1 }}
          />
        )}
      </div>
      <span className={spend.amount}>
        {t('salesCapture.lines', { count: lines, shown: speech.number(lines) })}
      </span>
      <span className={`${spend.buttons} not-printed`}>
        {tally.refused === 0 ? null : (
          <Button size="small" onClick={onSee}>
            {t('salesCapture.seeRefused')}
          </Button>
        )}
      </span>
    </div>
  );
}
