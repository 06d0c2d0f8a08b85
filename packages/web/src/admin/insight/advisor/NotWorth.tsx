import { useTranslation } from 'react-i18next';
import type { Advised } from '../../../api/money-queries.ts';
import { useSetting } from '../../setting.ts';
import { useMoney } from '../chart/cells.ts';
import spend from '../spend/Spend.module.css';
import { type Advice, notWorthIt } from './moving.ts';
import { useNames } from './useNames.ts';

/** On whom nothing should be spent for a step up. */
export function NotWorth({ advised, advice }: { readonly advised: Advised; readonly advice: Advice }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const money = useMoney();
  const names = useNames(advised);
  const lines = notWorthIt(advice);
  return (
    <section className={spend.section}>
      <h2>{t('spend.advisor.notWorth')}</h2>
      {lines.length === 0 ? (
        <p>{t('spend.advisor.nobodyNotWorth')}</p>
      ) : (
        <ul className={spend.list}>
          {lines.map(({ rung, type, recency, worth }) => (
            <li key={`${rung} ${type} ${recency?.recency}`}>
              {t('spend.advisor.notWorthLine', {
                step: names.step(rung),
                who:
                  recency !== null
                    ? names.recency(recency)
                    : type !== null
                      ? names.type(type)
                      : t('spend.advisor.everyone'),
                people: t('spend.people', { count: worth.people, shown: speech.number(worth.people) }),
                gain: money(worth.gain),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
