import { useTranslation } from 'react-i18next';
import spend from '../../insight/spend/Spend.module.css';
import styles from './Accounting.module.css';
import type { PartnerMonth } from './queries.ts';
import { useBookWords } from './words.ts';

const COLUMNS = ['opening', 'redeemed', 'cancelled', 'settled', 'closing'] as const;

/** What was owed to each partner over a month, or by them where it is below nought. */
export function PartnerMonths({ partners }: { readonly partners: readonly PartnerMonth[] }) {
  const { t } = useTranslation();
  const words = useBookWords();
  if (partners.length === 0) return null;
  return (
    <section className={spend.section} aria-labelledby="club-partners">
      <h2 id="club-partners">{t('clubBooks.partners.title')}</h2>
      <p>{t('clubBooks.partners.text')}</p>
      <div className={spend.tableBox} role="group" tabIndex={0} aria-label={t('clubBooks.partners.title')}>
        <table className={spend.table}>
          <thead>
            <tr>
              <th scope="col">{t('clubBooks.partners.partner')}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className={styles.number}>
                  {t(`clubBooks.partners.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {partners.map((one) => (
              <tr key={one.partner}>
                <th scope="row">
                  <bdi>{one.name}</bdi>
                </th>
                {COLUMNS.map((column) => (
                  <td key={column} className={styles.number}>
                    {words.money(one[column])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
