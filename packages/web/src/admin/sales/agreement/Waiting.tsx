import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useRoom } from '../../../language/useRoom.ts';
import { useSetting } from '../../setting.ts';
import styles from './Agreement.module.css';
import { waitingQuery } from './queries.ts';
import { useAgreementWords } from './useAgreementWords.ts';

/** Quotations whose discount waits for a manager's word; nothing where there is none. */
export function Waiting() {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const words = useAgreementWords();
  const isSaid = useRoom('salesAgreement');
  const title = useId();
  const waiting = useQuery(waitingQuery(asking)).data ?? [];
  if (!isSaid || waiting.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby={title} style={{ marginBlockEnd: 20 }}>
      <h2 id={title}>{t('salesAgreement.waiting')}</h2>
      <ul className={styles.list}>
        {waiting.map((agreement) => (
          <li key={agreement.id} className={styles.top}>
            <Link to={paths.salesDeal} params={{ deal: String(agreement.deal) }} className={spend.link}>
              {words.name(agreement)}
            </Link>
            <span>{agreement.amount === null ? '' : speech.money(agreement.amount)}</span>
            <bdi>{agreement.title}</bdi>
            <span className={styles.soft}>
              <bdi>{agreement.changedBy}</bdi> · {speech.date(agreement.changedAt, 'long')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
