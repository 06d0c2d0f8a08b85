import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { CodeTable } from './CodeTable.tsx';
import { type Batch, codesQuery } from './queries.ts';

/** The codes of a batch in the order in which they were made, a page at a time. */
export function CodeList({ batch, mayWrite }: { readonly batch: Batch; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const codes = useInfiniteQuery(codesQuery(asking, batch.id));
  const { refetch } = codes;
  const rows = codes.data?.pages.flatMap((page) => page.vouchers) ?? [];
  const isShort = rows.length === 0 && batch.made > 0;
  // The first codes come while it is looked at.
  useEffect(() => {
    if (isShort) void refetch();
  }, [isShort, refetch]);
  if (codes.isError && rows.length === 0)
    return <FailureNotice error={codes.error} onRetry={() => void refetch()} />;
  if (codes.data === undefined) return <RowsSkeleton rows={6} columns={4} height={48} />;
  if (rows.length === 0) return <p className={spend.plain}>{t('clubCodes.vouchers.noCodes')}</p>;
  return (
    <>
      <CodeTable label={t('clubCodes.vouchers.list')} batch={batch.id} vouchers={rows} mayWrite={mayWrite} />
      {codes.hasNextPage ? (
        <div className={`${spend.more} not-printed`}>
          <Button
            variant="outlined"
            loading={codes.isFetchingNextPage}
            onClick={() => void codes.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
