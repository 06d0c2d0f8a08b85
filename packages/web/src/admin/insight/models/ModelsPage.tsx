import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { modelsQuery } from '../../../api/insight-queries.ts';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import styles from '../Insight.module.css';
import { type Foretold, InsightRoom } from '../InsightRoom.tsx';
import { ByOrders } from './ByOrders.tsx';
import { History } from './History.tsx';
import { Parameters } from './Parameters.tsx';
import { Spend } from './Spend.tsx';
import { Trial } from './Trial.tsx';
import { Verdicts } from './Verdicts.tsx';

/** The models with all their numbers, for who wants to know what the figures rest on. */
export function ModelsPage() {
  const { t } = useTranslation();
  return (
    <InsightRoom title={t('navigation.insightModels')} meaning={t('insight.models.meaning')} needs="foretold">
      {(ready) => <Models ready={ready} />}
    </InsightRoom>
  );
}

function Models({ ready }: { readonly ready: Foretold }) {
  const { asking } = useSetting();
  const { data, error, isError, refetch } = useQuery(modelsQuery(asking, ready.run.id));
  if (data === undefined) {
    return isError ? (
      <FailureNotice error={error} onRetry={() => void refetch()} />
    ) : (
      <BlockSkeleton height={700} />
    );
  }
  const today = data.filter(({ fittedTo }) => fittedTo === 'today');
  const tried = data.filter(({ fittedTo, holdout }) => fittedTo === 'cut' && holdout !== null);
  return (
    <>
      <Verdicts ready={ready} models={today} />
      <Parameters asOf={ready.asOf} models={today} />
      <Trial ready={ready} models={tried} />
      <div className={styles.pair}>
        <ByOrders ready={ready} models={tried} />
        <Spend ready={ready} />
      </div>
      <History ready={ready} />
    </>
  );
}
