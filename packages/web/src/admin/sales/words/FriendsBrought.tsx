import Button from '@mui/material/Button';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { RecommendIcon } from '../../../ui/sales-icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { More } from './More.tsx';
import { type Friend, friendQuery, friendsQuery, type Referrer, referrersQuery } from './queries.ts';
import { useAskWords } from './useAskWords.ts';
import styles from './Words.module.css';

/** Who brought whom, and what these friends have bought since; each number opens to the facts it is made of. */
export function FriendsBrought(props: {
  readonly referrer: number | undefined;
  readonly onOpen: (person: number) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { referrer, onOpen } = props;
  const list = useInfiniteQuery(referrersQuery(asking));
  const rows = list.data?.pages.flatMap((page) => page.referrers) ?? [];
  const total = list.data?.pages[0]?.total;
  if (list.isError && rows.length === 0)
    return <FailureNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (total === undefined) return <RowsSkeleton rows={5} columns={4} height={56} />;
  if (rows.length === 0)
    return (
      <EmptyState icon={<RecommendIcon size={30} />} title={t('salesWords.recommend.noneFriends')}>
        {t('salesWords.recommend.noneFriendsText')}
      </EmptyState>
    );
  const chosen = rows.find(({ person }) => person === referrer);
  return (
    <>
      <p className={styles.soft}>
        <strong>
          {t('salesWords.recommend.sum', {
            referrers: speech.number(total.referrers),
            friends: speech.number(total.friends),
            buyers: speech.number(total.buyers),
            revenue: speech.money(total.revenue),
          })}
        </strong>
      </p>
      <p className={styles.about}>
        <span>{t('salesWords.recommend.net')}</span>
      </p>
      <div className={spend.tableBox}>
        <table className={spend.table}>
          <thead>
            <tr>
              <th scope="col">{t('salesWords.recommend.referrer')}</th>
              <th scope="col">{t('salesWords.recommend.friendsCount')}</th>
              <th scope="col">{t('salesWords.recommend.buyers')}</th>
              <th scope="col">{t('salesWords.recommend.orders')}</th>
              <th scope="col">{t('salesWords.recommend.revenue')}</th>
              <th scope="col">
                <span className="only-heard">{t('salesWords.recommend.open')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ReferrerRow key={row.person} row={row} isOpen={row.person === referrer} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </div>
      <More list={list} />
      {chosen === undefined ? null : <FriendsOf key={chosen.person} referrer={chosen} />}
    </>
  );
}

function ReferrerRow(props: {
  readonly row: Referrer;
  readonly isOpen: boolean;
  readonly onOpen: (person: number) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useAskWords();
  const { row, isOpen, onOpen } = props;
  return (
    <tr>
      <th scope="row">
        <Link to={paths.person} params={{ person: String(row.person) }} className={spend.link}>
          <bdi>{words.named({ id: row.person, name: row.name })}</bdi>
        </Link>
      </th>
      <td>{speech.number(row.friends)}</td>
      <td>{speech.number(row.buyers)}</td>
      <td>{speech.number(row.orders)}</td>
      <td>{speech.money(row.revenue)}</td>
      <td>
        <Button size="small" aria-expanded={isOpen} onClick={() => onOpen(row.person)}>
          {t('salesWords.recommend.open')}
        </Button>
      </td>
    </tr>
  );
}

function FriendsOf({ referrer }: { readonly referrer: Referrer }) {
  const { asking } = useSetting();
  const words = useAskWords();
  const title = useId();
  const list = useInfiniteQuery(friendsQuery(asking, referrer.person));
  const rows = list.data?.pages.flatMap((page) => page.friends) ?? [];
  return (
    <section className={spend.section} aria-labelledby={title}>
      <h2 id={title}>
        <bdi>{words.named({ id: referrer.person, name: referrer.name })}</bdi>
      </h2>
      {list.isError ? <FailureNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data === undefined ? (
        <RowsSkeleton rows={3} columns={3} height={56} />
      ) : (
        <ul className={styles.items}>
          {rows.map((friend) => (
            <li key={friend.id} className={styles.item}>
              <FriendLine friend={friend} />
            </li>
          ))}
        </ul>
      )}
      <More list={list} />
    </section>
  );
}

function FriendLine({ friend }: { readonly friend: Friend }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useAskWords();
  const [isOpen, setOpen] = useState(false);
  const name = words.named({ id: friend.person, name: friend.name });
  return (
    <>
      <div className={styles.heading}>
        <Link to={paths.person} params={{ person: String(friend.person) }} className={spend.link}>
          <bdi>{name}</bdi>
        </Link>
        <strong>{speech.money(friend.revenue)}</strong>
      </div>
      <p className={styles.about}>
        <span>{t('salesWords.recommend.broughtOn', { day: speech.date(friend.at) })}</span>
        <span>{words.channel(friend.channel)}</span>
        {friend.inClub ? <span>{t('salesWords.recommend.inClub')}</span> : null}
        {friend.note === '' ? null : <bdi>{friend.note}</bdi>}
      </p>
      <details className={styles.folded} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('salesWords.recommend.factsTitle', { name: `\u2068${name}\u2069` })}</summary>
        {isOpen ? <Facts id={friend.id} /> : null}
      </details>
    </>
  );
}

/** The facts of a friend that count, with how much each; together they are the number above. */
function Facts({ id }: { readonly id: number }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const found = useQuery(friendQuery(asking, id));
  if (found.isError) return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <RowsSkeleton rows={2} columns={3} height={32} />;
  if (found.data.facts.length === 0)
    return <p className={styles.soft}>{t('salesWords.recommend.noFacts')}</p>;
  return (
    <div className={styles.wide}>
      <table className={styles.facts}>
        <thead>
          <tr>
            <th scope="col">{t('salesWords.recommend.day')}</th>
            <th scope="col">{t('salesWords.recommend.what')}</th>
            <th scope="col">{t('salesWords.recommend.order')}</th>
            <th scope="col">{t('salesWords.recommend.counts')}</th>
          </tr>
        </thead>
        <tbody>
          {found.data.facts.map((fact, index) => (
            <tr key={fact.id ?? `n${index}`}>
              <td>{speech.date(fact.at)}</td>
              <td>
                {t(
                  fact.type === 'order.paid'
                    ? 'salesWords.recommend.factPaid'
                    : 'salesWords.recommend.factBack',
                )}
              </td>
              <td>
                <bdi>{fact.order ?? '—'}</bdi>
              </td>
              <td>{speech.money(fact.counts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
