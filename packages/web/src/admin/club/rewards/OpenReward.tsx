import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { FormSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { Pictures } from './Pictures.tsx';
import { clubQuery, rewardQuery } from './queries.ts';
import { RewardCard } from './RewardCard.tsx';
import { RewardEditor } from './RewardEditor.tsx';
import styles from './Rewards.module.css';

function useCrumbs() {
  const { t } = useTranslation();
  return [
    <Link key="all" to={paths.clubRewards} search={{}}>
      {t('navigation.clubRewards')}
    </Link>,
  ];
}

/** A reward that is being made. */
export function NewReward() {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const crumbs = useCrumbs();
  const club = useQuery(clubQuery(asking));
  return (
    <>
      <PageHeader
        title={t('clubCodes.rewards.make')}
        meaning={t('clubCodes.rewards.makeText')}
        crumbs={crumbs}
      />
      {club.data === undefined ? (
        club.isError ? (
          <FailureNotice error={club.error} onRetry={() => void club.refetch()} />
        ) : (
          <FormSkeleton fields={6} />
        )
      ) : (
        <RewardEditor kept={null} />
      )}
    </>
  );
}

/** A reward that is there: changed by who may, looked at by others. */
export function OpenReward({ reward }: { readonly reward: string }) {
  const { asking, session, speech } = useSetting();
  const crumbs = useCrumbs();
  const club = useQuery(clubQuery(asking));
  const { data: kept, error, isError, refetch } = useQuery(rewardQuery(asking, reward));
  const mayWrite = session?.scopes.includes('club:write') === true;
  if (isError && kept === undefined) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (kept === undefined || club.data === undefined)
    return (
      <>
        <PageHeader title={null} crumbs={crumbs} />
        <FormSkeleton fields={6} />
      </>
    );
  const name = speech.words(kept.definition.name);
  return (
    <>
      <PageHeader
        title={<bdi style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>{name}</bdi>}
        tab={name}
        crumbs={crumbs}
      />
      {mayWrite ? (
        <>
          <RewardEditor kept={kept} />
          <Pictures reward={kept} />
        </>
      ) : (
        <div className={`${styles.cards} ${spend.bar}`}>
          <RewardCard reward={kept} mayWrite={false} />
        </div>
      )}
    </>
  );
}
