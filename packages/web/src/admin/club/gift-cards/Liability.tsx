import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { liabilityQuery } from './queries.ts';

/** What is owed on all cards, and how much of it is older than a year. However old, it is owed. */
export function Liability() {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const liability = useQuery(liabilityQuery(asking));
  // The list stands without it; the books tell what is wrong with them.
  if (liability.isError) return null;
  if (liability.data === undefined) return <BlockSkeleton height={64} />;
  const { ages } = liability.data;
  const sum = ages.reduce((all, { balance }) => all + balance, 0);
  const old = ages.filter(({ from }) => from >= 365).reduce((all, { balance }) => all + balance, 0);
  return (
    <section className={`${spend.card} ${spend.bar}`} aria-label={t('clubCodes.cards.owed')}>
      <dl className={spend.figures}>
        <div>
          <dt>{t('clubCodes.cards.owed')}</dt>
          <dd>{speech.money(sum)}</dd>
        </div>
        {old === 0 ? null : (
          <div>
            <dt>{t('clubCodes.cards.owedLong')}</dt>
            <dd>{speech.money(old)}</dd>
          </div>
        )}
        <div style={{ alignSelf: 'center' }}>
          <dt className="only-heard">{t('clubCodes.cards.books')}</dt>
          <dd style={{ fontSize: '0.95rem', fontWeight: 400 }}>
            <Link to={paths.clubBooks} className={spend.link}>
              {t('clubCodes.cards.books')}
            </Link>
          </dd>
        </div>
      </dl>
    </section>
  );
}
