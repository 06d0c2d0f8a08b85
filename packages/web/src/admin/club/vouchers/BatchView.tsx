import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { BlockSkeleton, RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { BatchMarks } from './BatchRow.tsx';
import { BatchTools } from './BatchTools.tsx';
import { CodeList } from './CodeList.tsx';
import styles from './Codes.module.css';
import { FindCode } from './FindCode.tsx';
import { FoundCode } from './FoundCode.tsx';
import { Making } from './Making.tsx';
import { batchQuery, isMaking } from './queries.ts';
import { useVoucherWords } from './useVoucherWords.ts';

/** One batch: what its codes are good for, what can be done with it, and the codes one by one. */
export function BatchView({ id, code }: { readonly id: number; readonly code: number | undefined }) {
  const { t } = useTranslation();
  const { asking, session, speech } = useSetting();
  const words = useVoucherWords();
  const { data: batch, error, isError, refetch } = useQuery(batchQuery(asking, id));
  const mayWrite = session?.scopes.includes('club:write') === true;
  if (isError && batch === undefined) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  const crumbs = [
    <Link key="all" to={paths.clubVouchers} search={{}}>
      {t('navigation.clubCodes')}
    </Link>,
  ];
  if (batch === undefined)
    return (
      <>
        <PageHeader title={null} crumbs={crumbs} />
        <BlockSkeleton height={120} />
        <RowsSkeleton rows={6} columns={4} height={48} />
      </>
    );
  return (
    <>
      <PageHeader
        title={
          <>
            <bdi className={styles.long}>{batch.name}</bdi> <BatchMarks batch={batch} />
          </>
        }
        tab={batch.name}
        crumbs={crumbs}
        actions={mayWrite ? <BatchTools batch={batch} /> : undefined}
      />
      <dl className={`${spend.figures} ${styles.facts}`}>
        <div>
          <dt>{t('clubCodes.vouchers.brings')}</dt>
          <dd>
            <bdi>{words.offer(batch.offer)}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t(batch.kind === 'word' ? 'clubCodes.vouchers.theWord' : 'clubCodes.vouchers.howMany')}</dt>
          <dd>{batch.kind === 'word' ? <bdi dir="ltr">{batch.word}</bdi> : speech.number(batch.made)}</dd>
        </div>
        <div>
          <dt>{t('clubCodes.vouchers.uses')}</dt>
          <dd>{words.uses(batch.uses)}</dd>
        </div>
        <div>
          <dt>{t('clubCodes.vouchers.perPerson')}</dt>
          <dd>{words.uses(batch.usesPerPerson)}</dd>
        </div>
        <div>
          <dt>{t('clubCodes.valid')}</dt>
          <dd>{words.validity(batch)}</dd>
        </div>
        <div>
          <dt>{t('clubCodes.lastChange')}</dt>
          <dd>
            <bdi>{batch.changedBy}</bdi>
            <small>{speech.date(batch.changedAt, 'short')}</small>
          </dd>
        </div>
      </dl>
      <Making batch={batch} mayWrite={mayWrite} />
      <section className={spend.section} aria-labelledby="batch-codes">
        <h2 id="batch-codes">{t('clubCodes.vouchers.list')}</h2>
        <p>
          {t(
            batch.printable || batch.kind === 'word'
              ? 'clubCodes.vouchers.listText'
              : 'clubCodes.vouchers.sealedText',
          )}
        </p>
        <div className={`${spend.tools} ${spend.bar} not-printed`}>
          <FindCode />
        </div>
        {code === undefined ? null : <FoundCode batch={id} code={code} mayWrite={mayWrite} />}
        <CodeList batch={batch} mayWrite={mayWrite && !isMaking(batch)} />
      </section>
    </>
  );
}
