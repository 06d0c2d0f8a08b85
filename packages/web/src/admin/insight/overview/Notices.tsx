import { useTranslation } from 'react-i18next';
import type { InsightOutcome } from '../../../api/insight-queries.ts';
import { useSetting } from '../../setting.ts';
import page from '../Insight.module.css';
import styles from './Overview.module.css';

/** What is odd in what was told. */
export function Notices({ outcome }: { readonly outcome: InsightOutcome }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  if (outcome.notices.length === 0) return null;
  return (
    <section className={page.panel} aria-labelledby="notices">
      <h2 id="notices">{t('insight.overview.notices')}</h2>
      <p className="soft">{t('insight.overview.noticesText')}</p>
      <ul className={styles.notices}>
        {outcome.notices.map(({ what, count }) => (
          <li key={what}>{t(`insight.overview.notice.${what}`, { shown: speech.number(count) })}</li>
        ))}
      </ul>
    </section>
  );
}
