import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { BaseCard } from './BaseCard.tsx';
import { GuardForm } from './GuardForm.tsx';
import styles from './Offers.module.css';
import { BudgetLine } from './OfferRow.tsx';
import { Perks } from './Perks.tsx';
import { budgetsQuery, settingsQuery } from './queries.ts';
import { useOfferWords } from './useOfferWords.ts';

/** What holds offers in check, in plain words; whether the base bears a public one; and what is used up of each budget. */
export function GuardView({ mayWrite }: { readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const words = useOfferWords();
  const settings = useQuery(settingsQuery(asking));
  const budgets = useQuery(budgetsQuery(asking));
  const [isOpen, setOpen] = useState(false);
  if (settings.data === undefined)
    return settings.isError ? (
      <FailureNotice error={settings.error} onRetry={() => void settings.refetch()} />
    ) : (
      <CardsSkeleton cards={3} height={200} />
    );
  const kept = settings.data;
  return (
    <>
      <BaseCard kept={kept} mayWrite={mayWrite} />
      <section className={spend.section} aria-labelledby="guard-words">
        <h2 id="guard-words">{t('clubOffers.guard.title')}</h2>
        <p>
          {kept.revision === 0 || kept.changedBy === null || kept.changedAt === null
            ? t('clubOffers.guard.asStarted')
            : t('clubOffers.guard.changedBy', {
                name: `\u2068${kept.changedBy}\u2069`,
                day: speech.date(kept.changedAt),
              })}
        </p>
        <ul className={styles.words}>
          {words.guard(kept.settings.guard).map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        {mayWrite ? (
          <Button variant="contained" sx={{ marginBlockStart: 2 }} onClick={() => setOpen(true)}>
            {t('clubOffers.guard.edit')}
          </Button>
        ) : null}
      </section>
      <Perks kept={kept} mayWrite={mayWrite} />
      <section className={spend.section} aria-labelledby="guard-budgets">
        <h2 id="guard-budgets">{t('clubOffers.budget.title')}</h2>
        {budgets.data === undefined ? (
          budgets.isError ? (
            <FailureNotice error={budgets.error} onRetry={() => void budgets.refetch()} />
          ) : (
            <CardsSkeleton cards={1} height={90} />
          )
        ) : budgets.data.length === 0 ? (
          <p>{t('clubOffers.budget.nothing')}</p>
        ) : (
          <ul className={spend.rows}>
            {budgets.data.map((one) => (
              <li key={one.key}>
                <div className={styles.offer}>
                  <div>
                    <strong>
                      {one.name === null ? (
                        t(one.of === 'month' ? 'clubOffers.budget.month' : 'clubOffers.budget.club')
                      ) : (
                        <bdi style={{ whiteSpace: 'normal' }}>{speech.words(one.name)}</bdi>
                      )}
                    </strong>
                  </div>
                  <div className={styles.uses}>
                    <BudgetLine counts={one.counts} used={one.used} held={one.held} limit={one.limit} />
                  </div>
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
      {isOpen ? <GuardForm kept={kept} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
