import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { CodeTable } from './CodeTable.tsx';
import { codeQuery } from './queries.ts';

/** The one code that was looked for, apart from the others. */
export function FoundCode(props: {
  readonly batch: number;
  readonly code: number;
  readonly mayWrite: boolean;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const found = useQuery(codeQuery(asking, props.batch, props.code));
  if (found.isPending) return <BlockSkeleton height={96} />;
  return (
    <section className={`${spend.card} ${spend.bar}`} aria-label={t('clubCodes.vouchers.found')}>
      <h3>{t('clubCodes.vouchers.found')}</h3>
      {found.data === null || found.data === undefined ? (
        <p>{t('clubCodes.vouchers.notFound')}</p>
      ) : (
        <CodeTable
          label={t('clubCodes.vouchers.found')}
          batch={props.batch}
          vouchers={[found.data]}
          mayWrite={props.mayWrite}
        />
      )}
    </section>
  );
}
