import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PeopleIcon } from '../../../ui/icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { type Deciding, DecisionDialog } from './DecisionDialog.tsx';
import { Evidence } from './Evidence.tsx';
import { type Referral, type ReferralsAsked, referralsQuery } from './queries.ts';
import styles from './Referral.module.css';
import { ReferralRow } from './ReferralRow.tsx';

/** Who was brought, the newest first; in review with the evidence and the two decisions. */
export function ReferralList({ asked }: { readonly asked: ReferralsAsked }) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const referrals = useInfiniteQuery(referralsQuery(asking, asked));
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const rows = referrals.data?.pages.flatMap((page) => page.referrals) ?? [];
  const wallets = referrals.data?.pages[0]?.wallets ?? [];
  const mayWrite = session?.scopes.includes('club:write') === true;
  const isReview = asked.state === 'review';
  const isNarrowed = asked.state !== undefined || asked.referrer !== undefined;
  if (referrals.isError && rows.length === 0)
    return <FailureNotice error={referrals.error} onRetry={() => void referrals.refetch()} />;
  if (referrals.data === undefined) return <RowsSkeleton rows={5} columns={3} height={84} />;
  if (rows.length === 0)
    return (
      <EmptyState
        icon={<PeopleIcon size={30} />}
        title={t(
          isReview ? 'clubReferral.noneInReview' : isNarrowed ? 'clubReferral.noneHere' : 'clubReferral.none',
        )}
        {...(isNarrowed
          ? {}
          : { steps: [t('clubReferral.step1'), t('clubReferral.step2'), t('clubReferral.step3')] })}
      >
        {t(
          isReview
            ? 'clubReferral.noneInReviewText'
            : isNarrowed
              ? 'clubReferral.noneHereText'
              : 'clubReferral.noneText',
        )}
      </EmptyState>
    );
  const actionsOf = (referral: Referral) =>
    mayWrite ? (
      <>
        {referral.state === 'review' || referral.state === 'refused' ? (
          <Button size="small" onClick={() => setDeciding({ referral, decide: 'approve' })}>
            {t('clubReferral.approve')}
          </Button>
        ) : null}
        {referral.state === 'refused' ? null : (
          <Button size="small" color="error" onClick={() => setDeciding({ referral, decide: 'refuse' })}>
            {t('clubReferral.refuse')}
          </Button>
        )}
      </>
    ) : null;
  return (
    <>
      <ul className={spend.rows} aria-label={t('clubReferral.title')}>
        {rows.map((referral) => (
          <li key={referral.id}>
            <ReferralRow referral={referral} wallets={wallets} actions={actionsOf(referral)} />
            {isReview ? (
              <div className={styles.evidence}>
                <Evidence referral={referral} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {referrals.hasNextPage ? (
        <div className={`${spend.more} not-printed`}>
          <Button
            variant="outlined"
            loading={referrals.isFetchingNextPage}
            onClick={() => void referrals.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
      {deciding === null ? null : (
        <DecisionDialog
          key={`${deciding.referral.id} ${deciding.decide}`}
          deciding={deciding}
          onClose={() => setDeciding(null)}
        />
      )}
    </>
  );
}
