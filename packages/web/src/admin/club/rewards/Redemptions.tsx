import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { RewardIcon } from '../../../ui/icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import { CancelDialog } from './CancelDialog.tsx';
import { HandOver } from './HandOver.tsx';
import { type Redemption, type RedemptionsAsked, redemptionsQuery } from './queries.ts';
import { RedemptionRow } from './RedemptionRow.tsx';
import { REDEMPTION_STATES } from './reward-search.ts';

/** What was redeemed, the newest first; handed over by its code, and taken back with a reason. */
export function Redemptions(props: {
  readonly asked: RedemptionsAsked;
  readonly mayWrite: boolean;
  readonly onChange: (changes: {
    readonly redeemed?: Redemption['state'] | undefined;
    readonly reward?: undefined;
  }) => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const { asked, mayWrite, onChange } = props;
  const [cancelling, setCancelling] = useState<Redemption | null>(null);
  const redemptions = useInfiniteQuery(redemptionsQuery(asking, asked));
  const rows = redemptions.data?.pages.flatMap((page) => page.redemptions) ?? [];
  const isNarrowed = asked.state !== undefined || asked.reward !== undefined;
  return (
    <>
      <HandOver />
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('clubCodes.state')}
          value={asked.state ?? 'all'}
          views={[
            { value: 'all', label: t('clubCodes.rewards.all') },
            ...REDEMPTION_STATES.map((one) => ({
              value: one,
              label: t(`clubCodes.rewards.redemptionOf.${one}`),
            })),
          ]}
          onChange={(state) => onChange({ redeemed: state === 'all' ? undefined : state })}
        />
        {asked.reward === undefined ? null : (
          <Button variant="outlined" onClick={() => onChange({ reward: undefined })}>
            {t('clubCodes.rewards.ofAllRewards')}
          </Button>
        )}
      </div>
      {redemptions.isError && rows.length === 0 ? (
        <FailureNotice error={redemptions.error} onRetry={() => void redemptions.refetch()} />
      ) : redemptions.data === undefined ? (
        <RowsSkeleton rows={5} columns={3} height={84} />
      ) : rows.length === 0 ? (
        <EmptyState
          icon={<RewardIcon size={30} />}
          title={t(isNarrowed ? 'clubCodes.rewards.noneRedeemedHere' : 'clubCodes.rewards.noneRedeemed')}
        >
          {t(isNarrowed ? 'clubCodes.rewards.noneRedeemedHereText' : 'clubCodes.rewards.noneRedeemedText')}
        </EmptyState>
      ) : (
        <ul className={spend.rows} aria-label={t('clubCodes.rewards.redemptions')}>
          {rows.map((redemption) => (
            <li key={redemption.id}>
              <RedemptionRow
                redemption={redemption}
                {...(mayWrite && redemption.state !== 'cancelled'
                  ? { onCancel: () => setCancelling(redemption) }
                  : {})}
              />
            </li>
          ))}
        </ul>
      )}
      {redemptions.hasNextPage ? (
        <div className={`${spend.more} not-printed`}>
          <Button
            variant="outlined"
            loading={redemptions.isFetchingNextPage}
            onClick={() => void redemptions.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
      {cancelling === null ? null : (
        <CancelDialog key={cancelling.id} redemption={cancelling} onClose={() => setCancelling(null)} />
      )}
    </>
  );
}
