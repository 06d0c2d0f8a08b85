import { useTranslation } from 'react-i18next';
import type { Returned } from '../../../api/money-queries.ts';
import { useSetting } from '../../setting.ts';
import { MarginSaid } from '../spend/MarginSaid.tsx';
import spend from '../spend/Spend.module.css';

/** What every number of the page rests on, said where it is read. */
export function ReturnAssumptions({ returns }: { readonly returns: Returned }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { assumptions, knownBy, folded } = returns;
  const { margin } = assumptions;
  const all = knownBy.touches + knownBy.order + knownBy.nothing;
  const shareOf = (part: number) => speech.share(all > 0 ? part / all : 0);
  return (
    <section className={spend.card}>
      <h2>{t('spend.returns.assumptions')}</h2>
      <ul className={spend.list}>
        <li>
          <MarginSaid margin={margin} />
        </li>
        <li>{t('spend.returns.spread')}</li>
        <li>{t('spend.returns.overhead')}</li>
        <li>{t('spend.returns.months')}</li>
        <li>
          {t('spend.returns.knownBy', {
            touches: shareOf(knownBy.touches),
            order: shareOf(knownBy.order),
            nothing: shareOf(knownBy.nothing),
          })}
        </li>
        <li>{t('spend.returns.worthText')}</li>
        <li>{t('spend.returns.thumb')}</li>
        {folded === 0 ? null : (
          <li>{t('spend.returns.folded', { count: folded, shown: speech.number(folded) })}</li>
        )}
      </ul>
    </section>
  );
}
