import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PeopleIcon } from '../../../ui/icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { PersonLink } from './PersonLink.tsx';
import { topReferrersQuery } from './queries.ts';
import styles from './Referral.module.css';

/** Who brought most, by what their own friends have bought; each opens the tree of whom they brought. */
export function TopReferrers({ onOpen }: { readonly onOpen: (person: number) => void }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const top = useInfiniteQuery(topReferrersQuery(asking));
  const rows = top.data?.pages.flatMap((page) => page.referrers) ?? [];
  const margin = top.data?.pages[0]?.margin;
  if (top.isError && rows.length === 0)
    return <FailureNotice error={top.error} onRetry={() => void top.refetch()} />;
  if (margin === undefined) return <RowsSkeleton rows={6} columns={5} height={48} />;
  if (rows.length === 0)
    return (
      <EmptyState icon={<PeopleIcon size={30} />} title={t('clubReferral.none')}>
        {t('clubReferral.noneText')}
      </EmptyState>
    );
  return (
    <>
      <div className={spend.tableBox}>
        <table className={`${spend.table} ${styles.top}`}>
          <thead>
            <tr>
              <th scope="col">{t('clubReferral.referrer')}</th>
              <th scope="col">{t('clubReferral.friends')}</th>
              <th scope="col">{t('clubReferral.joined')}</th>
              <th scope="col">{t('clubReferral.converted')}</th>
              <th scope="col">{t('clubReferral.revenue')}</th>
              <th scope="col">{t('clubReferral.margin')}</th>
              <th scope="col">{t('clubReferral.inReview')}</th>
              <th scope="col">
                <span className="only-heard">{t('clubReferral.openTree')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.as}>
                <th scope="row">
                  <PersonLink person={one.person} />
                </th>
                <td>{speech.number(one.friends)}</td>
                <td>{speech.number(one.joined)}</td>
                <td>{speech.number(one.converted)}</td>
                <td>{speech.money(one.revenue)}</td>
                <td>{speech.money(one.margin)}</td>
                <td>{speech.number(one.inReview)}</td>
                <td>
                  <Button size="small" onClick={() => onOpen(one.person.id)}>
                    {t('clubReferral.tree')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={spend.plain}>
        {t(margin.stated ? 'clubReferral.marginBy' : 'clubReferral.marginAssumed', {
          rate: speech.share(margin.rate),
        })}
      </p>
      {top.hasNextPage ? (
        <div className={`${spend.more} not-printed`}>
          <Button
            variant="outlined"
            loading={top.isFetchingNextPage}
            onClick={() => void top.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
