import { useTranslation } from 'react-i18next';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Leads.module.css';
import type { LeadReviewPage } from './queries.ts';
import { useLeadWords } from './useLeadWords.ts';

/** How far two teams are of one mind, where the definition is wrong, and which rules speak for what both call good. */
export function ReviewSummary({ page }: { readonly page: LeadReviewPage }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useLeadWords([], page.definition);
  const { summary } = page;
  const number = (value: number): string => speech.number(value);
  const rules = summary.rules.filter(({ good, bad }) => good + bad > 0);
  return (
    <div className={spend.card}>
      <dl className={spend.figures}>
        {(['agreed', 'disputed', 'waiting'] as const).map((one) => (
          <div key={one}>
            <dt>{t(`salesLeads.review.count.${one}`)}</dt>
            <dd>{number(summary[one])}</dd>
          </div>
        ))}
      </dl>
      {summary.missed.length === 0 && summary.false.length === 0 ? null : (
        <p className={styles.because}>
          {summary.missed.length === 0
            ? null
            : t('salesLeads.review.missed', {
                count: summary.missed.length,
                shown: number(summary.missed.length),
              })}{' '}
          {summary.false.length === 0
            ? null
            : t('salesLeads.review.false', {
                count: summary.false.length,
                shown: number(summary.false.length),
              })}
        </p>
      )}
      {rules.length === 0 ? null : (
        <div className={spend.tableBox}>
          <table className={spend.table}>
            <caption className="only-heard">{t('salesLeads.review.rules')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('salesLeads.review.rule')}</th>
                <th scope="col">{t('salesLeads.review.inGood')}</th>
                <th scope="col">{t('salesLeads.review.inBad')}</th>
              </tr>
            </thead>
            <tbody>
              {rules.map(({ rule, good, bad }) => (
                <tr key={rule}>
                  <th scope="row">{words.ruleName(rule)}</th>
                  <td>{number(good)}</td>
                  <td>{number(bad)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
