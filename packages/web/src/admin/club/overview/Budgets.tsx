import type { Programme } from '@nardeban/core/programme';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { boundOf, useBoundWords } from '../programme/bounds.ts';
import { type BudgetUse, budgetsQuery } from '../programme/queries.ts';
import { alarmOf } from './alarms.ts';
import styles from './Overview.module.css';

/** What of each budget is used, those nearest their end first; a word where one asks for a look. */
export function Budgets({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const bound = useBoundWords(programme);
  const budgets = useQuery(budgetsQuery(asking));
  const named = ({ name, key }: BudgetUse): string =>
    name === null ? bound.name(key) : `\u2068${speech.words(name)}\u2069`;
  const amount = (one: BudgetUse, value: number): string =>
    one.counts === 'money' || boundOf(one.key)?.counted === 'money'
      ? speech.money(value)
      : speech.number(value);
  const rows = (budgets.data ?? [])
    .filter((one): one is BudgetUse & { limit: number } => one.limit !== null && one.limit > 0)
    .map((one) => ({ ...one, share: (one.used + one.held) / one.limit, alarm: alarmOf(programme, one) }))
    .sort((one, other) => other.share - one.share);
  return (
    <section className={spend.section} aria-labelledby="budgets">
      <h2 id="budgets">{t('club.budgets')}</h2>
      {budgets.data === undefined ? (
        budgets.isError ? (
          <FailureNotice error={budgets.error} onRetry={() => void budgets.refetch()} />
        ) : (
          <RowsSkeleton rows={2} columns={3} />
        )
      ) : rows.length === 0 ? (
        <p>{t('club.noBudgets')}</p>
      ) : (
        <ul className={spend.rows}>
          {rows.map((one) => (
            <li key={one.key}>
              <div className={spend.row}>
                <div className={spend.what}>
                  <strong>{named(one)}</strong>
                  <div className={spend.about}>
                    <span>
                      {t('club.budgetUsed', {
                        used: amount(one, one.used),
                        limit: amount(one, one.limit),
                        share: speech.share(one.share),
                      })}
                    </span>
                    {one.held === 0 ? null : (
                      <span>{t('club.budgetHeld', { held: amount(one, one.held) })}</span>
                    )}
                  </div>
                  <span className={styles.way} data-alarm={one.alarm}>
                    <i style={{ inlineSize: `${Math.min(100, Math.round(one.share * 100))}%` }} />
                  </span>
                </div>
                {one.alarm === 'none' ? null : (
                  <span className={spend.verdict} data-good="false">
                    {t(one.alarm === 'over' ? 'club.budgetOver' : 'club.budgetNear')}
                  </span>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
