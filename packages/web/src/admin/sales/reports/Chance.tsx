import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../../language/useRoom.ts';
import { paths } from '../../../paths.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { chanceQuery } from './queries.ts';

/** How likely a deal is won, and what that rests on; where it is no better than the share of all, it says so. */
export function Chance({ deal }: { readonly deal: number }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const isSaid = useRoom('salesReports');
  const told = useQuery(chanceQuery(asking, deal));
  if (!isSaid || told.data === undefined) return null;
  const { chance, low, high, by, deals, won, decided, needed } = told.data;
  return (
    <section className={spend.card} aria-labelledby="deal-chance">
      <h2 id="deal-chance">{t('salesReports.chance.title')}</h2>
      {chance === null || low === null || high === null ? (
        <p>
          {t('salesReports.chance.nobody', {
            decided: speech.number(decided),
            needed: speech.number(needed),
          })}
        </p>
      ) : (
        <>
          <p>
            <strong>{speech.share(chance)}</strong>{' '}
            {t('salesReports.between', { low: speech.share(low), high: speech.share(high) })}
          </p>
          <p>
            {t(by === 'step' ? 'salesReports.chance.byStep' : 'salesReports.chance.byAll', {
              deals: speech.number(deals),
              won: speech.number(won),
            })}
          </p>
          <Link to={paths.salesReports} search={{ view: 'forecast' }} className={spend.link}>
            {t('salesReports.chance.more')}
          </Link>
        </>
      )}
    </section>
  );
}
