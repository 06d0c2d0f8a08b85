import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { VoucherIcon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { BatchRow } from './BatchRow.tsx';
import { FindCode } from './FindCode.tsx';
import { MakeDialog } from './MakeDialog.tsx';
import { batchesQuery } from './queries.ts';

const TYPING_MS = 300;

/** The batches of codes, the newest first, with how far those are that are being made. */
export function BatchList(props: {
  readonly name: string | undefined;
  readonly onName: (name: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const navigate = useNavigate();
  const [making, setMaking] = useState(false);
  const { name, onName } = props;
  const [typed, setTyped] = useState(name ?? '');
  useEffect(() => {
    const wanted = typed.trim() === '' ? undefined : typed.trim();
    if (wanted === name) return;
    const timer = setTimeout(() => onName(wanted), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, name, onName]);
  const batches = useInfiniteQuery(batchesQuery(asking, name));
  const rows = batches.data?.pages.flatMap((page) => page.batches) ?? [];
  const mayWrite = session?.scopes.includes('club:write') === true;
  const isEmpty = batches.data !== undefined && rows.length === 0 && name === undefined;
  const make = (
    <Button variant="contained" onClick={() => setMaking(true)}>
      {t('clubCodes.vouchers.make')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('navigation.clubCodes')}
        meaning={t('clubCodes.vouchers.meaning')}
        actions={mayWrite && !isEmpty ? make : undefined}
      />
      {isEmpty ? null : (
        <div className={`${spend.tools} ${spend.bar} not-printed`}>
          <TextField
            size="small"
            type="search"
            label={t('clubCodes.vouchers.search')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            slotProps={{ htmlInput: { dir: 'auto', maxLength: 200 } }}
            sx={{ minInlineSize: { xs: '100%', sm: 240 } }}
          />
          <FindCode />
        </div>
      )}
      {batches.isError && rows.length === 0 ? (
        <FailureNotice error={batches.error} onRetry={() => void batches.refetch()} />
      ) : batches.data === undefined ? (
        <RowsSkeleton rows={5} columns={3} height={84} />
      ) : isEmpty ? (
        <EmptyState
          icon={<VoucherIcon size={30} />}
          title={t('clubCodes.vouchers.none')}
          steps={[
            t('clubCodes.vouchers.step1'),
            t('clubCodes.vouchers.step2'),
            t('clubCodes.vouchers.step3'),
          ]}
          actions={mayWrite ? make : null}
        >
          {t('clubCodes.vouchers.noneText')}
        </EmptyState>
      ) : rows.length === 0 ? (
        <EmptyState icon={<VoucherIcon size={30} />} title={t('clubCodes.vouchers.noneHere')}>
          {t('clubCodes.vouchers.noneHereText')}
        </EmptyState>
      ) : (
        <ul className={spend.rows} aria-label={t('navigation.clubCodes')}>
          {rows.map((batch) => (
            <li key={batch.id}>
              <BatchRow batch={batch} mayWrite={mayWrite} />
            </li>
          ))}
        </ul>
      )}
      {batches.hasNextPage ? (
        <div className={`${spend.more} not-printed`}>
          <Button
            variant="outlined"
            loading={batches.isFetchingNextPage}
            onClick={() => void batches.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
      {making ? (
        <MakeDialog
          onClose={() => setMaking(false)}
          onMade={({ id }) => void navigate({ to: paths.clubVouchers, search: { batch: id } })}
        />
      ) : null}
    </>
  );
}
