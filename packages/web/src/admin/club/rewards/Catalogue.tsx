import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { RewardIcon } from '../../../ui/icons.tsx';
import { CardsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import { type KeptReward, rewardsQuery } from './queries.ts';
import { RewardCard } from './RewardCard.tsx';
import styles from './Rewards.module.css';
import { REWARD_STATES } from './reward-search.ts';

/** The rewards there are, the newest first, each as the customer will see it and what staff have to know besides. */
export function Catalogue(props: {
  readonly state: KeptReward['state'] | undefined;
  readonly mayWrite: boolean;
  readonly onState: (state: KeptReward['state'] | undefined) => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const navigate = useNavigate();
  const { state, mayWrite, onState } = props;
  const rewards = useInfiniteQuery(rewardsQuery(asking, state));
  const rows = rewards.data?.pages.flatMap((page) => page.rewards) ?? [];
  if (rewards.isError && rows.length === 0)
    return <FailureNotice error={rewards.error} onRetry={() => void rewards.refetch()} />;
  if (rewards.data === undefined) return <CardsSkeleton cards={6} height={300} />;
  if (rows.length === 0 && state === undefined)
    return (
      <EmptyState
        icon={<RewardIcon size={30} />}
        title={t('clubCodes.rewards.none')}
        steps={[t('clubCodes.rewards.step1'), t('clubCodes.rewards.step2'), t('clubCodes.rewards.step3')]}
        actions={
          mayWrite ? (
            <Button
              variant="contained"
              onClick={() => void navigate({ to: paths.clubRewards, search: { add: true } })}
            >
              {t('clubCodes.rewards.makeFirst')}
            </Button>
          ) : null
        }
      >
        {t('clubCodes.rewards.noneText')}
      </EmptyState>
    );
  return (
    <>
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('clubCodes.state')}
          value={state ?? 'all'}
          views={[
            { value: 'all', label: t('clubCodes.rewards.all') },
            ...REWARD_STATES.map((one) => ({ value: one, label: t(`clubCodes.rewards.stateOf.${one}`) })),
          ]}
          onChange={(chosen) => onState(chosen === 'all' ? undefined : chosen)}
        />
      </div>
      {rows.length === 0 ? (
        <p className={spend.plain}>{t('clubCodes.rewards.noneHere')}</p>
      ) : (
        <ul className={styles.cards} aria-label={t('clubCodes.rewards.catalogue')}>
          {rows.map((reward) => (
            <li key={reward.id}>
              <RewardCard reward={reward} mayWrite={mayWrite} />
            </li>
          ))}
        </ul>
      )}
      {rewards.hasNextPage ? (
        <div className={`${spend.more} not-printed`}>
          <Button
            variant="outlined"
            loading={rewards.isFetchingNextPage}
            onClick={() => void rewards.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
