import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from '../vouchers/Codes.module.css';
import { partnerEntriesQuery, type PartnerOwed } from './queries.ts';

/** What the debt between one partner and us came from, the newest first. */
export function PartnerEntries({ partner }: { readonly partner: PartnerOwed }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const entries = useInfiniteQuery(partnerEntriesQuery(asking, partner.partner));
  const rows = entries.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <section className={spend.section} aria-labelledby="partner-entries">
      <h2 id="partner-entries" className={styles.long}>
        {t('clubCodes.rewards.entriesOf', { name: `\u2068${partner.name}\u2069` })}
      </h2>
      {entries.isError && rows.length === 0 ? (
        <FailureNotice error={entries.error} onRetry={() => void entries.refetch()} />
      ) : entries.data === undefined ? (
        <RowsSkeleton rows={4} columns={3} height={48} />
      ) : (
        <ul className={spend.rows}>
          {rows.map((entry) => (
            <li key={entry.id}>
              <div className={spend.row}>
                <div className={`${spend.what} ${styles.long}`}>
                  <strong>{t(`clubCodes.rewards.entryOf.${entry.kind}`)}</strong>
                  <div className={spend.about}>
                    <span>
                      {t('clubCodes.madeBy', {
                        name: `\u2068${entry.by}\u2069`,
                        day: speech.date(entry.at, 'short'),
                      })}
                    </span>
                    {entry.order === null ? null : (
                      <span>
                        {t('clubCodes.rewards.entryOrder', { order: `\u2068${entry.order}\u2069` })}
                      </span>
                    )}
                    {entry.note === '' ? null : (
                      <span>
                        <bdi>{entry.note}</bdi>
                      </span>
                    )}
                  </div>
                </div>
                <span className={spend.amount}>{speech.money(entry.amount)}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {entries.hasNextPage ? (
        <div className={`${spend.more} not-printed`}>
          <Button
            variant="outlined"
            loading={entries.isFetchingNextPage}
            onClick={() => void entries.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
