import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { debtorsQuery } from './queries.ts';
import { useBookWords } from './words.ts';

/** Who owes units: goods came back after what they had earned was spent. A receivable, never taken off what others hold. */
export function Debtors() {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const words = useBookWords();
  const debtors = useInfiniteQuery(debtorsQuery(asking));
  const rows = debtors.data?.pages.flatMap((page) => page.debtors) ?? [];
  return (
    <section className={spend.section} aria-labelledby="club-debtors">
      <h2 id="club-debtors">{t('clubBooks.debtors.title')}</h2>
      <p>{t('clubBooks.debtors.text')}</p>
      {debtors.data === undefined ? (
        debtors.isError ? (
          <FailureNotice error={debtors.error} onRetry={() => void debtors.refetch()} />
        ) : (
          <RowsSkeleton rows={3} columns={2} height={60} />
        )
      ) : rows.length === 0 ? (
        <p className="soft">{t('clubBooks.debtors.none')}</p>
      ) : (
        <ul className={spend.rows}>
          {rows.map(({ person, wallet, units, since }) => (
            <li key={`${person} ${wallet}`}>
              <div className={spend.row}>
                <div className={spend.what}>
                  <Link to={paths.person} params={{ person: String(person) }} className={spend.link}>
                    {t('clubBooks.debtors.person', { number: words.units(person) })}
                  </Link>
                  <div className={spend.about}>
                    <span>{words.wallet(wallet)}</span>
                    {since === null ? null : (
                      <span>{t('clubBooks.debtors.since', { day: speech.date(since) })}</span>
                    )}
                  </div>
                </div>
                <span className={spend.amount}>{words.units(units)}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {debtors.hasNextPage ? (
        <div className={`${spend.more} not-printed`}>
          <Button
            variant="outlined"
            loading={debtors.isFetchingNextPage}
            onClick={() => void debtors.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
