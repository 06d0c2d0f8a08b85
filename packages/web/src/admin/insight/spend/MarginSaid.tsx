import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Returned } from '../../../api/money-queries.ts';
import { paths } from '../../../paths.ts';
import { useSetting } from '../../setting.ts';
import spend from './Spend.module.css';

/** At which margin it was reckoned and where that comes from, with the way to where it is stated. */
export function MarginSaid({ margin }: { readonly margin: Returned['assumptions']['margin'] }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  return (
    <>
      {t(`spend.basis.margin.${margin.rateFrom}`, {
        rate: speech.share(margin.rate),
        costed: speech.share(margin.costedShare),
      })}{' '}
      <Link to={paths.insightCosts} hash="margin-section" className={spend.link}>
        {t('spend.basis.toMargin')}
      </Link>
    </>
  );
}
