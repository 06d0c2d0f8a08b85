import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PersonScores } from '../../../api/insight-queries.ts';
import { useSetting } from '../../setting.ts';
import styles from '../Insight.module.css';
import { type Foretold, InsightRoom } from '../InsightRoom.tsx';
import { PeopleByClass } from '../people/PeopleByClass.tsx';
import { useWords } from '../words.ts';
import { BandChoice } from './BandChoice.tsx';
import { Reason } from './Reason.tsx';
import { Trust } from './Trust.tsx';

const route = getRouteApi('/staff/insight/leaving');

/** Who is leaving, what is at stake, why it is said, and how far it may be trusted. */
export function LeavingPage() {
  const { t } = useTranslation();
  return (
    <InsightRoom
      title={t('navigation.insightLeaving')}
      meaning={t('insight.leaving.meaning')}
      needs="foretold"
    >
      {(ready) => <Leaving ready={ready} />}
    </InsightRoom>
  );
}

function Leaving({ ready }: { readonly ready: Foretold }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useWords();
  const { band = 'leaving' } = route.useSearch();
  const { outcome, run } = ready;
  const days = speech.number(outcome.settings.horizon);
  const hasValue = outcome.foretold?.atRisk != null;
  const list = t('insight.leaving.list', { band: t(`insight.band.${band}`) });
  return (
    <>
      {ready.chosen.leavingFound ? null : <p className={styles.note}>{t('insight.leaving.notFound')}</p>}
      <BandChoice bands={outcome.bands} chosen={band} days={days} />
      <section className={styles.panel} aria-labelledby="band-people">
        <h2 id="band-people">{list}</h2>
        <p className="soft">
          {t(`insight.leaving.about.${band}`, { days })} {hasValue ? t('insight.leaving.atRiskWhat') : null}
        </p>
        <PeopleByClass
          key={band}
          kind="band"
          of={band}
          run={run.id}
          label={list}
          columns={[
            ...(hasValue
              ? [
                  {
                    label: t('insight.leaving.atRisk'),
                    of: ({ foretold }: PersonScores) =>
                      foretold?.atRisk == null ? '–' : words.money(foretold.atRisk),
                  },
                ]
              : []),
            {
              label: t('insight.leaving.quiet'),
              of: ({ foretold }) => (foretold === null ? '–' : speech.share(foretold.quiet)),
            },
            {
              label: t('insight.leaving.valueYear'),
              of: ({ foretold }) =>
                foretold === null
                  ? '–'
                  : foretold.valueYear === null
                    ? t('insight.value.ordersShown', { shown: words.orders(foretold.ordersYear.expected) })
                    : words.money(foretold.valueYear.expected),
            },
            { label: t('insight.leaving.why'), of: (scores) => <Reason scores={scores} /> },
          ]}
        />
      </section>
      <Trust ready={ready} />
    </>
  );
}
