import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Advised, adviceQuery } from '../../../api/money-queries.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { AdvisorIcon } from '../../../ui/icons.tsx';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import { InsightRoom } from '../InsightRoom.tsx';
import spend from '../spend/Spend.module.css';
import { useAddress } from '../spend/useAddress.ts';
import { readAdvisor } from '../spend-search.ts';
import styles from './Advisor.module.css';
import { AssumptionControls } from './AssumptionControls.tsx';
import { Basis } from './Basis.tsx';
import { PlanSection } from './PlanSection.tsx';
import { StepsSection } from './StepsSection.tsx';
import { NotWorth } from './NotWorth.tsx';

/** How much it is sensible to spend on whom, for how long, and on whom not; every figure moves with its assumptions. */
export function AdvisorPage() {
  const { t } = useTranslation();
  return (
    <InsightRoom title={t('navigation.insightAdvisor')} meaning={t('spend.advisor.meaning')} needs="run">
      {({ run }) => <Advisor run={run.id} />}
    </InsightRoom>
  );
}

function Advisor({ run }: { readonly run: number }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const [search, change] = useAddress(readAdvisor);
  const advised = useQuery(adviceQuery(asking, search, run));
  const { data } = advised;
  if (data === undefined) {
    return advised.isError ? (
      <FailureNotice error={advised.error} onRetry={() => void advised.refetch()} />
    ) : (
      <BlockSkeleton height={520} />
    );
  }
  const { advice, usual, ladder } = data;
  if (advice === null || usual === null || ladder === null || !advice.steps.some(({ enough }) => enough))
    return <Nothing advised={data} />;
  return (
    <div className={styles.page} aria-busy={advised.isPlaceholderData}>
      <AssumptionControls assumptions={advice.assumptions} usual={usual} moved={search} onMove={change} />
      <div className={styles.answer} data-settling={advised.isPlaceholderData ? '' : undefined}>
        <StepsSection advised={data} advice={advice} ladder={ladder} />
        <PlanSection
          advised={data}
          advice={advice}
          budget={search.budget ?? null}
          costPerPerson={advice.assumptions.costPerPerson}
          onMove={change}
        />
        <NotWorth advised={data} advice={advice} />
        <section className={spend.section}>
          <h2>{t('spend.advisor.basis')}</h2>
          <Basis advice={advice} />
        </section>
      </div>
    </div>
  );
}

/** Nothing can be told yet; what is there of people who climbed and stayed says how far it is. */
function Nothing({ advised }: { readonly advised: Advised }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { advice, names } = advised;
  return (
    <EmptyState
      icon={<AdvisorIcon size={30} />}
      title={t('spend.advisor.none')}
      steps={[t('spend.advisor.step1'), t('spend.advisor.step2'), t('spend.advisor.step3')]}
    >
      <p>{t('spend.advisor.noneText')}</p>
      {advice === null ? null : (
        <ul className={spend.list}>
          {advice.steps.map(({ rung, climbed, stayed }) => (
            <li key={rung}>
              {t('spend.advisor.seen', {
                rung: names[rung] === undefined ? '' : speech.words(names[rung].name),
                climbed: speech.number(climbed),
                stayed: speech.number(stayed),
              })}
            </li>
          ))}
        </ul>
      )}
    </EmptyState>
  );
}
