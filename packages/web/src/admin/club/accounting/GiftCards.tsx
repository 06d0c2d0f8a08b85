import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Accounting.module.css';
import { cardsQuery } from './queries.ts';
import { useBookWords } from './words.ts';

/** What is owed on gift cards by how long it has been there. However old, it is owed. */
export function GiftCards() {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const words = useBookWords();
  const cards = useQuery(cardsQuery(asking));
  const ages = cards.data?.ages ?? [];
  const sum = ages.reduce((all, { balance }) => all + balance, 0);
  return (
    <section className={spend.section} aria-labelledby="club-cards">
      <h2 id="club-cards">{t('clubBooks.ages.title')}</h2>
      <p>{t('clubBooks.ages.text')}</p>
      {cards.data === undefined ? (
        cards.isError ? (
          <FailureNotice error={cards.error} onRetry={() => void cards.refetch()} />
        ) : (
          <BlockSkeleton height={220} />
        )
      ) : (
        <div className={spend.tableBox} role="group" tabIndex={0} aria-label={t('clubBooks.ages.title')}>
          <table className={spend.table}>
            <thead>
              <tr>
                <th scope="col">{t('clubBooks.ages.age')}</th>
                <th scope="col" className={styles.number}>
                  {t('clubBooks.ages.cards')}
                </th>
                <th scope="col" className={styles.number}>
                  {t('clubBooks.ages.balance')}
                </th>
              </tr>
            </thead>
            <tbody>
              {ages.map(({ age, from, to, cards: count, balance }) => (
                <tr key={age}>
                  <th scope="row">
                    {to === null
                      ? t('clubBooks.ages.beyond', { from: words.units(from) })
                      : t('clubBooks.ages.between', { from: words.units(from), to: words.units(to) })}
                  </th>
                  <td className={styles.number}>{words.units(count)}</td>
                  <td className={styles.number}>{words.money(balance)}</td>
                </tr>
              ))}
              <tr className={spend.total}>
                <th scope="row">{t('clubBooks.ages.sum')}</th>
                <td />
                <td className={styles.number}>{words.money(sum)}</td>
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
