import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { BlockSkeleton, RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from '../vouchers/Codes.module.css';
import { Tail } from '../vouchers/CodeTable.tsx';
import { PersonOf } from '../vouchers/PersonOf.tsx';
import { CardChanges } from './CardChanges.tsx';
import { CardLoads } from './CardLoads.tsx';
import { CardMark } from './CardMark.tsx';
import { CardTools } from './CardTools.tsx';
import { cardQuery } from './queries.ts';
import { RefundDialog } from './RefundDialog.tsx';

/** One card: what is on it, what was paid onto it, and what happened to it. */
export function CardView({ id }: { readonly id: number }) {
  const { t } = useTranslation();
  const { asking, session, speech } = useSetting();
  const [refunding, setRefunding] = useState<number | null>(null);
  const { data, error, isError, refetch } = useQuery(cardQuery(asking, id));
  const mayWrite = session?.scopes.includes('club:write') === true;
  if (isError && data === undefined) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  const crumbs = [
    <Link key="all" to={paths.clubGiftCards} search={{}}>
      {t('navigation.clubGiftCards')}
    </Link>,
  ];
  if (data === undefined)
    return (
      <>
        <PageHeader title={null} crumbs={crumbs} />
        <BlockSkeleton height={120} />
        <RowsSkeleton rows={3} columns={4} height={48} />
      </>
    );
  const { card, loads, changes } = data;
  const refund = mayWrite && card.state !== 'refunded' ? setRefunding : undefined;
  return (
    <>
      <PageHeader
        title={
          <>
            {t('clubCodes.cards.card')} <Tail tail={card.tail} /> <CardMark card={card} />
          </>
        }
        tab={`${t('clubCodes.cards.card')} …${card.tail}`}
        crumbs={crumbs}
        actions={mayWrite ? <CardTools card={card} onRefund={() => setRefunding(1)} /> : undefined}
      />
      <dl className={`${spend.figures} ${styles.facts}`}>
        <div>
          <dt>{t('clubCodes.cards.available')}</dt>
          <dd>{speech.money(card.available)}</dd>
        </div>
        <div>
          <dt>{t('clubCodes.cards.whose')}</dt>
          <dd>{card.person === null ? t('clubCodes.cards.bearer') : <PersonOf person={card.person} />}</dd>
        </div>
        <div>
          <dt>{t('clubCodes.lastDay')}</dt>
          <dd>
            {card.expiresAt === null ? t('clubCodes.cards.never') : speech.date(card.expiresAt - 1, 'short')}
          </dd>
        </div>
        {card.note === '' ? null : (
          <div>
            <dt>{t('clubCodes.cards.note')}</dt>
            <dd>
              <bdi>{card.note}</bdi>
            </dd>
          </div>
        )}
      </dl>
      <CardLoads loads={loads} onRefund={refund} />
      <CardChanges card={card} changes={changes} />
      {refunding === null ? null : (
        <RefundDialog details={data} place={refunding} onClose={() => setRefunding(null)} />
      )}
    </>
  );
}
