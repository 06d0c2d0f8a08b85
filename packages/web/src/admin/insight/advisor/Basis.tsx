import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { MarginSaid } from '../spend/MarginSaid.tsx';
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
        <MarginSaid margin={margin} />
      </li>
      <li>{t('spend.basis.interval')}</li>
      <li>{t('spend.basis.causal', { share: speech.share(advice.assumptions.causalShare) })}</li>
    </ul>
  );
}
