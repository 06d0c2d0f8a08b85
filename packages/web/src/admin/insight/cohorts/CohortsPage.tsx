import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { Answer } from '../Answer.tsx';
import styles from '../Insight.module.css';
import { InsightRoom } from '../InsightRoom.tsx';
import { PeopleThen } from '../people/PeopleThen.tsx';
import { useWords } from '../words.ts';
import { CohortMap } from './CohortMap.tsx';
import { Curves } from './Curves.tsx';
import { classOf, type Cohorts } from './months.ts';
import { Together } from './Together.tsx';

const route = getRouteApi('/staff/insight/cohorts');

/** Who came back in the months after the first order, and what they had brought by then. */
export function CohortsPage() {
  const { t } = useTranslation();
  return (
    <InsightRoom title={t('navigation.insightCohorts')} meaning={t('insight.cohorts.meaning')} needs="run">
      {({ run }) => (
        <Answer question="cohorts" run={run.id} height={640}>
          {(cohorts) => <Maps cohorts={cohorts} run={run.id} />}
        </Answer>
      )}
    </InsightRoom>
  );
}

function Maps({ cohorts, run }: { readonly cohorts: Cohorts; readonly run: number }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { days } = useWords();
  const { show = 'retention', who } = route.useSearch();
  const navigate = route.useNavigate();
  if (cohorts.cohorts.length === 0) return <p className="soft">{t('insight.cohorts.none')}</p>;
  const { earlier, ninthGap } = cohorts;
  const [ago, after] = who?.split('.') ?? [];
  const opened = cohorts.cohorts.find((cohort) => classOf(cohort) === ago);
  return (
    <>
      <ToggleButtonGroup
        className="not-printed"
        exclusive
        size="small"
        value={show}
        aria-label={t('insight.cohorts.show')}
        onChange={(_, chosen: unknown) => {
          if (chosen === 'value' || chosen === 'retention')
            void navigate({
              search: {
                ...(chosen === 'value' ? { show: 'value' } : {}),
                ...(who === undefined ? {} : { who }),
              },
              resetScroll: false,
            });
        }}
      >
        <ToggleButton value="retention">{t('insight.cohorts.retention')}</ToggleButton>
        <ToggleButton value="value">{t('insight.cohorts.value')}</ToggleButton>
      </ToggleButtonGroup>
      <CohortMap cohorts={cohorts} show={show} />
      {earlier === 0 && ninthGap === null ? null : (
        <p className="soft">
          {earlier === 0
            ? null
            : `${t('insight.cohorts.earlier', { count: earlier, shown: speech.number(earlier) })} `}
          {ninthGap === null ? null : t('insight.cohorts.ninth', { days: days(ninthGap) })}
        </p>
      )}
      <div className={styles.pair}>
        <Together cohorts={cohorts} />
        <Curves cohorts={cohorts} />
      </div>
      {opened === undefined || who === undefined ? null : (
        <PeopleThen
          kind="cohort"
          of={who}
          run={run}
          title={
            after === undefined
              ? t('insight.cohorts.who', { month: speech.month(opened.from) })
              : t('insight.cohorts.whoAfter', {
                  month: speech.month(opened.from),
                  after: speech.number(Number(after)),
                })
          }
          text={t('insight.people.worthFirst')}
        />
      )}
    </>
  );
}
