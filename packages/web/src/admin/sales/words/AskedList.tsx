import Button from '@mui/material/Button';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOfAddress } from '../../../language/speech.ts';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { RecommendIcon } from '../../../ui/sales-icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { AskDialog } from './AskDialog.tsx';
import { FriendDialog } from './FriendDialog.tsx';
import { More } from './More.tsx';
import { type Ask, type AskAnswer, asksQuery, settingsQuery } from './queries.ts';
import { useAskWords } from './useAskWords.ts';
import styles from './Words.module.css';

/** Who was asked and what they said, the newest first. */
export function AskedList({ answer }: { readonly answer: AskAnswer | 'open' | undefined }) {
  const { t } = useTranslation();
  const { asking, speech, session } = useSetting();
  const words = useAskWords();
  const list = useInfiniteQuery(asksQuery(asking, answer));
  const laterDays = useQuery(settingsQuery(asking)).data?.rule.laterDays ?? 14;
  const [answering, setAnswering] = useState<Ask | null>(null);
  const [naming, setNaming] = useState<Ask | null>(null);
  const rows = list.data?.pages.flatMap((page) => page.asks) ?? [];
  const mayWrite = session?.scopes.includes('sales:write') === true;
  if (list.isError && rows.length === 0)
    return <FailureNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <RowsSkeleton rows={5} columns={3} height={70} />;
  if (rows.length === 0)
    return (
      <EmptyState icon={<RecommendIcon size={30} />} title={t('salesWords.recommend.noneAsked')}>
        {t('salesWords.recommend.noneAskedText')}
      </EmptyState>
    );
  return (
    <>
      <ul className={styles.items} aria-label={t('salesWords.recommend.asked')}>
        {rows.map((ask) => {
          const day = ask.until === null ? null : dayOfAddress(ask.until);
          return (
            <li key={ask.id} className={styles.item}>
              <div className={styles.heading}>
                <Link to={paths.person} params={{ person: String(ask.person) }} className={spend.link}>
                  <bdi>{words.named({ id: ask.person, name: ask.name })}</bdi>
                </Link>
                <span
                  className={styles.chip}
                  {...(ask.answer === 'yes' || ask.answer === 'no'
                    ? { 'data-good': ask.answer === 'yes' }
                    : {})}
                >
                  {t(`salesWords.ask.answer.${ask.answer ?? 'open'}`)}
                </span>
              </div>
              <p className={styles.about}>
                <span>{speech.date(ask.askedAt)}</span>
                <span>{words.channel(ask.channel)}</span>
                {day === null ? null : <span>{t('salesWords.ask.comesBack', { day: speech.day(day) })}</span>}
                <bdi>{ask.by}</bdi>
                {ask.note === '' ? null : <bdi>{ask.note}</bdi>}
              </p>
              {mayWrite && ask.answer !== 'no' ? (
                <div className={styles.buttons}>
                  {ask.answer === 'yes' ? null : (
                    <Button size="small" variant="outlined" onClick={() => setAnswering(ask)}>
                      {t('salesWords.ask.setAnswer')}
                    </Button>
                  )}
                  <Button size="small" onClick={() => setNaming(ask)}>
                    {t('salesWords.ask.friend')}
                  </Button>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      <More list={list} />
      {answering === null ? null : (
        <AskDialog
          key={answering.id}
          person={answering.person}
          ask={answering}
          anyway={false}
          laterDays={laterDays}
          onDone={(ask) => ask.answer === 'yes' && setNaming(ask)}
          onClose={() => setAnswering(null)}
        />
      )}
      {naming === null ? null : (
        <FriendDialog
          key={naming.id}
          referrer={naming.person}
          ask={naming.id}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
}
