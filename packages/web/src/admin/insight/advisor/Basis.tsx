import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { useSetting } from '../../setting.ts';
import spend from '../spend/Spend.module.css';
import type { Advice } from './moving.ts';

/** What was compared: when, over how long, at which margin; and what every figure rests on. */
export function Basis({ advice }: { readonly advice: Advice }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { past, windowDays, evidenceDays, margin } = advice.basis;
  return (
    <ul className={spend.list}>
      <li>
        {t('spend.basis.when', {
          past: speech.day(past),
          window: speech.number(windowDays),
          evidence: speech.number(evidenceDays),
        })}
      </li>
      <li>{t('spend.basis.alike')}</li>
      <li>{t('spend.basis.drawn')}</li>
      <li>
        {t(`spend.basis.margin.${margin.rateFrom}`, {
          rate: speech.share(margin.rate),
          costed: speech.share(margin.costedShare),
        })}{' '}
        <Link to={paths.insightCosts} hash="margin-section" className={spend.link}>
          {t('spend.basis.toMargin')}
        </Link>
      </li>
      <li>{t('spend.basis.interval')}</li>
      <li>{t('spend.basis.causal', { share: speech.share(advice.assumptions.causalShare) })}</li>
    </ul>
  );
}
