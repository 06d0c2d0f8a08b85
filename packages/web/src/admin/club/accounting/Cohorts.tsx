import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Accounting.module.css';
import { cohortsQuery } from './queries.ts';
import { useBookWords } from './words.ts';

/** The liability by the month in which units were earned: what became of them, and what is still expected. */
export function Cohorts({ month, wallet }: { readonly month: string; readonly wallet: string }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const words = useBookWords();
  const cohorts = useQuery(cohortsQuery(asking, month, wallet));
  if (cohorts.data === undefined)
    return cohorts.isError ? (
      <FailureNotice error={cohorts.error} onRetry={() => void cohorts.refetch()} />
    ) : (
      <BlockSkeleton height={240} />
    );
  const rows = cohorts.data.cohorts.toReversed();
  return (
    <div className={spend.tableBox} role="group" tabIndex={0} aria-label={t('clubBooks.cohorts')}>
      <table className={spend.table}>
        <thead>
          <tr>
            <th scope="col">{t('clubBooks.cohort.month')}</th>
            <th scope="col">{t('clubBooks.cohort.nature')}</th>
            {(
              ['earned', 'redeemed', 'expired', 'open', 'rate', 'contract', 'provision', 'stock'] as const
            ).map((column) => (
              <th key={column} scope="col" className={styles.number}>
                {t(`clubBooks.cohort.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.cohort} ${row.nature}`}>
              <th scope="row">{words.month(row.cohort)}</th>
              <td>{t(`clubBooks.nature.${row.nature}`)}</td>
              <td className={styles.number}>{words.units(row.earned - row.reversed)}</td>
              <td className={styles.number}>{words.units(row.redeemed)}</td>
              <td className={styles.number}>{words.units(row.expired)}</td>
              <td className={styles.number}>{words.units(row.open)}</td>
              <td className={styles.number}>{row.open === 0 ? '–' : words.rate(row.openRate)}</td>
              <td className={styles.number}>{words.money(row.contract)}</td>
              <td className={styles.number}>{words.money(row.provision)}</td>
              <td className={styles.number}>{words.money(row.stock)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
