import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { BusinessIcon } from '../../../ui/icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from '../vouchers/Codes.module.css';
import { PartnerEntries } from './PartnerEntries.tsx';
import { type PartnerOwed, partnersQuery } from './queries.ts';
import { SettleDialog } from './SettleDialog.tsx';

/** What is owed between partners and us, and what it came from. */
export function Partners({ mayWrite }: { readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const partners = useQuery(partnersQuery(asking));
  const [open, setOpen] = useState<string | null>(null);
  const [settling, setSettling] = useState<PartnerOwed | null>(null);
  const rows = partners.data;
  if (rows === undefined)
    return partners.isError ? (
      <FailureNotice error={partners.error} onRetry={() => void partners.refetch()} />
    ) : (
      <RowsSkeleton rows={4} columns={4} height={52} />
    );
  if (rows.length === 0)
    return (
      <EmptyState icon={<BusinessIcon size={30} />} title={t('clubCodes.rewards.noPartners')}>
        {t('clubCodes.rewards.noPartnersText')}
      </EmptyState>
    );
  const shown = rows.find(({ partner }) => partner === open);
  return (
    <>
      <div className={spend.tableBox} role="group" tabIndex={0} aria-label={t('clubCodes.rewards.partners')}>
        <table className={spend.table}>
          <thead>
            <tr>
              <th scope="col">{t('clubCodes.rewards.partnerName')}</th>
              <th scope="col">{t('clubCodes.rewards.owed')}</th>
              <th scope="col">{t('clubCodes.rewards.entryOf.redeemed')}</th>
              <th scope="col">{t('clubCodes.rewards.entryOf.cancelled')}</th>
              <th scope="col">{t('clubCodes.rewards.entryOf.settled')}</th>
              <th scope="col">
                <span className="only-heard">{t('clubCodes.deeds')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.partner}>
                <th scope="row" className={styles.long}>
                  <bdi>{row.name}</bdi>
                </th>
                <td className={styles.number}>
                  <strong>{speech.money(Math.abs(row.owed))}</strong>
                  <span className={spend.small}>
                    {row.owed === 0
                      ? t('clubCodes.rewards.even')
                      : t(row.owed > 0 ? 'clubCodes.rewards.weOwe' : 'clubCodes.rewards.theyOwe')}
                  </span>
                </td>
                <td className={styles.number}>{speech.money(row.redeemed)}</td>
                <td className={styles.number}>{speech.money(row.cancelled)}</td>
                <td className={styles.number}>{speech.money(row.settled)}</td>
                <td>
                  <Button
                    size="small"
                    aria-expanded={open === row.partner}
                    onClick={() => setOpen(open === row.partner ? null : row.partner)}
                  >
                    {t('clubCodes.rewards.entries')}
                  </Button>
                  {mayWrite ? (
                    <Button size="small" onClick={() => setSettling(row)}>
                      {t('clubCodes.rewards.settle')}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown === undefined ? null : <PartnerEntries key={shown.partner} partner={shown} />}
      {settling === null ? null : <SettleDialog partner={settling} onClose={() => setSettling(null)} />}
    </>
  );
}
