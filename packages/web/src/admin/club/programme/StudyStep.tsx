import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { insightQuery } from '../../../api/insight-queries.ts';
import { paths } from '../../../paths.ts';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { Figures } from '../../insight/chart/Figures.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Programme.module.css';

const LINKS = [
  { to: paths.insightCohorts, label: 'navigation.insightCohorts' },
  { to: paths.insightRhythm, label: 'navigation.insightRhythm' },
  { to: paths.insightBaskets, label: 'navigation.insightBaskets' },
  { to: paths.insightTypes, label: 'navigation.insightTypes' },
  { to: paths.insightLeaving, label: 'navigation.insightLeaving' },
  { to: paths.insightReturns, label: 'navigation.insightReturns' },
] as const;

/** How people behave today: what a club is designed on. */
export function StudyStep() {
  const { t } = useTranslation();
  const { session } = useSetting();
  const may = session?.scopes.includes('insight:read') === true;
  return (
    <>
      <ul className={styles.questions}>
        {(['long', 'regular', 'content', 'paying'] as const).map((question) => (
          <li key={question}>{t(`club.study.${question}`)}</li>
        ))}
      </ul>
      {may ? <Behaviour /> : <p className="soft">{t('club.study.noScope')}</p>}
      {may ? (
        <p className={styles.links}>
          {LINKS.map(({ to, label }) => (
            <Link key={to} to={to} className={spend.link}>
              {t(label)}
            </Link>
          ))}
        </p>
      ) : null}
    </>
  );
}

function Behaviour() {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const insight = useQuery(insightQuery(asking));
  if (insight.data === undefined)
    return insight.isError ? (
      <FailureNotice error={insight.error} onRetry={() => void insight.refetch()} />
    ) : (
      <BlockSkeleton height={130} />
    );
  const outcome = insight.data.run?.outcome ?? null;
  if (outcome === null)
    return (
      <p className="soft">
        {t('club.study.noRun')}{' '}
        <Link to={paths.insight} className={spend.link}>
          {t('club.study.noRunLink')}
        </Link>
      </p>
    );
  const { buyers, repeaters, revenue, bands } = outcome;
  const leaving = bands.find(({ band }) => band === 'leaving')?.people;
  return (
    <Figures
      label={t('club.step.study')}
      items={[
        { label: t('club.study.buyers'), value: speech.number(buyers) },
        {
          label: t('club.study.repeat'),
          value: buyers === 0 ? '–' : speech.share(repeaters / buyers),
          note: t('club.study.repeatNote', { shown: speech.number(repeaters), count: repeaters }),
        },
        {
          label: t('club.study.each'),
          value: buyers === 0 ? '–' : speech.money(Math.round(revenue / buyers)),
        },
        {
          label: t('club.study.leaving'),
          value: leaving === undefined ? '–' : speech.number(leaving),
          note: t('club.study.leavingNote'),
        },
      ]}
    />
  );
}
