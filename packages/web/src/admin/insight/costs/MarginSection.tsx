import Button from '@mui/material/Button';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moneySettingsQuery, type UnitCost, unitCostsQuery } from '../../../api/money-queries.ts';
import { FormSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import spend from '../spend/Spend.module.css';
import { MarginForm } from './MarginForm.tsx';
import { UnitCostDialog } from './UnitCostDialog.tsx';

/** What is kept of a sale: one rate for all, and what a piece of each item costs where somebody has said so. */
export function MarginSection({ mayWrite }: { readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const settings = useQuery(moneySettingsQuery(asking));
  const items = useInfiniteQuery(unitCostsQuery(asking));
  const [open, setOpen] = useState<{ readonly item: UnitCost | null } | null>(null);
  const rows = items.data?.pages.flatMap((page) => page.items) ?? [];
  const { data } = settings;
  return (
    <section className={spend.section} aria-labelledby="margin" id="margin-section">
      <h2 id="margin">{t('spend.margin.title')}</h2>
      <p>{t('spend.margin.text')}</p>
      {settings.isError && data === undefined ? (
        <FailureNotice error={settings.error} onRetry={() => void settings.refetch()} />
      ) : data === undefined ? (
        <FormSkeleton fields={2} />
      ) : (
        <div className={spend.two}>
          <div className={spend.card}>
            <h3>{t('spend.margin.rate')}</h3>
            <p>
              {data.stated && data.changedAt !== null
                ? t('spend.margin.stated', {
                    rate: speech.share(data.marginRate),
                    name: `\u2068${data.changedBy ?? ''}\u2069`,
                    day: speech.date(data.changedAt),
                  })
                : t('spend.margin.assumed', { rate: speech.share(data.marginRate) })}
            </p>
            {mayWrite ? <MarginForm key={data.revision} settings={data} /> : null}
          </div>
          <div className={spend.card}>
            <h3>{t('spend.margin.units')}</h3>
            <p>
              {data.unitCosts === 0
                ? t('spend.margin.noUnits')
                : t('spend.margin.someUnits', {
                    count: data.unitCosts,
                    shown: speech.number(data.unitCosts),
                  })}
            </p>
            {rows.length === 0 ? null : (
              <div className={spend.tableBox}>
                <table className={spend.table}>
                  <thead>
                    <tr>
                      <th scope="col">{t('spend.margin.item')}</th>
                      <th scope="col">{t('spend.margin.unitCost')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((one) => (
                      <tr key={one.item}>
                        <th scope="row">
                          {mayWrite ? (
                            <Button size="small" color="inherit" onClick={() => setOpen({ item: one })}>
                              <bdi style={{ whiteSpace: 'normal' }}>{one.item}</bdi>
                            </Button>
                          ) : (
                            <bdi style={{ whiteSpace: 'normal' }}>{one.item}</bdi>
                          )}
                        </th>
                        <td>{speech.money(one.cost)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
            <div className={`${spend.tools} not-printed`} style={{ marginBlockStart: 12 }}>
              {mayWrite ? (
                <Button variant="outlined" onClick={() => setOpen({ item: null })}>
                  {t('spend.margin.addUnit')}
                </Button>
              ) : null}
              {items.hasNextPage ? (
                <Button
                  color="inherit"
                  loading={items.isFetchingNextPage}
                  onClick={() => void items.fetchNextPage()}
                >
                  {t('more')}
                </Button>
              ) : null}
            </div>
          </div>
        </div>
      )}
      {open === null ? null : (
        <UnitCostDialog key={open.item?.item ?? ''} item={open.item} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}
