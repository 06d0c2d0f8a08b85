import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { wholesIn } from '../../insight/spend/manners.ts';
import spend from '../../insight/spend/Spend.module.css';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Accounting.module.css';
import { EstimateDialog } from './EstimateDialog.tsx';
import { redemptionQuery } from './queries.ts';
import { useBookWords } from './words.ts';

/** What earlier months say of how much is redeemed at last, and what will expire and be redeemed from now on. */
export function Redemption({ wallet, mayWrite }: { readonly wallet: string; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const words = useBookWords();
  const [lasts, setLasts] = useState<number | null>(12);
  const [isOpen, setOpen] = useState(false);
  const found = useQuery(redemptionQuery(asking, wallet, lasts));
  const { data } = found;
  return (
    <section className={spend.section} aria-labelledby="club-redemption">
      <h2 id="club-redemption">{t('clubBooks.redemption.title')}</h2>
      <p>{t('clubBooks.redemption.text')}</p>
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <TypedField
          small
          settled
          label={t('clubBooks.redemption.lasts')}
          help={t('clubBooks.redemption.lastsHelp')}
          manner={wholesIn(speech)}
          value={lasts}
          least={1}
          most={240}
          onChange={setLasts}
        />
        {mayWrite ? (
          <Button variant="outlined" onClick={() => setOpen(true)}>
            {t('clubBooks.estimate.make')}
          </Button>
        ) : null}
      </div>
      {data === undefined ? (
        found.isError ? (
          <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <BlockSkeleton height={200} />
        )
      ) : (
        <>
          {data.estimate.source === 'assumed' ? (
            <p>{t(`clubBooks.redemption.missing.${data.estimate.missing ?? 'cohorts'}`)}</p>
          ) : (
            <dl className={spend.figures} style={{ marginBlockEnd: 20 }}>
              {(['urr', 'breakage', 'ladder'] as const).map((name) => {
                const one = data.estimate[name];
                return one === null ? null : (
                  <div key={name}>
                    <dt>{t(`clubBooks.redemption.${name}`)}</dt>
                    <dd>
                      {words.rate(one.rate)}
                      <small>{words.within(one.low, one.high)}</small>
                    </dd>
                  </div>
                );
              })}
            </dl>
          )}
          <div
            className={spend.tableBox}
            role="group"
            tabIndex={0}
            aria-label={t('clubBooks.forecast.title')}
          >
            <table className={spend.table}>
              <thead>
                <tr>
                  <th scope="col">{t('clubBooks.forecast.title')}</th>
                  {(['scheduled', 'expiring', 'redeemed'] as const).map((column) => (
                    <th key={column} scope="col" className={styles.number}>
                      {t(`clubBooks.forecast.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.forecast.map(({ days, scheduled, expiring, redeemed }) => (
                  <tr key={days}>
                    <th scope="row">
                      {t('clubBooks.forecast.days', { count: days, shown: words.units(days) })}
                    </th>
                    {[scheduled, expiring, redeemed].map((units, place) => (
                      <td key={place} className={styles.number}>
                        {units === null ? '–' : words.units(units)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {isOpen ? <EstimateDialog wallet={wallet} lasts={lasts} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}
