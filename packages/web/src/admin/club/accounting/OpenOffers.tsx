import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Accounting.module.css';
import { openOffersQuery } from './queries.ts';
import { useBookWords } from './words.ts';

/** What is shown at once; the sum is that of all. */
const SHOWN = 20;

/** What the offers that are given now can still cost, if everybody takes them. */
export function OpenOffers() {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const words = useBookWords();
  const { data, isError, error, refetch } = useQuery(openOffersQuery(asking));
  return (
    <section className={spend.section} aria-labelledby="club-open-offers">
      <h2 id="club-open-offers">{t('clubBooks.openOffers.title')}</h2>
      <p>{t('clubBooks.openOffers.text')}</p>
      {data === undefined ? (
        isError ? (
          <FailureNotice error={error} onRetry={() => void refetch()} />
        ) : (
          <BlockSkeleton height={160} />
        )
      ) : data.offers.length === 0 ? (
        <p className={spend.plain}>{t('clubBooks.openOffers.none')}</p>
      ) : (
        <div
          className={spend.tableBox}
          role="group"
          tabIndex={0}
          aria-label={t('clubBooks.openOffers.title')}
        >
          <table className={spend.table}>
            <thead>
              <tr>
                <th scope="col">{t('clubBooks.openOffers.offer')}</th>
                <th scope="col" className={styles.number}>
                  {t('clubBooks.openOffers.most')}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.offers.slice(0, SHOWN).map(({ key, name, most }) => (
                <tr key={key}>
                  <th scope="row">
                    <bdi>{speech.words(name)}</bdi>
                  </th>
                  <td className={styles.number}>
                    {most === null ? t('clubBooks.openOffers.endless') : words.money(most)}
                  </td>
                </tr>
              ))}
              <tr className={spend.total}>
                <th scope="row">
                  {data.unbounded === 0
                    ? t('clubBooks.ages.sum')
                    : t('clubBooks.openOffers.sumOf', { number: words.units(data.unbounded) })}
                </th>
                <td className={styles.number}>{words.money(data.sum)}</td>
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
