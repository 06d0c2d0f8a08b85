import type { Cadence } from '@nardeban/core/insight';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { RhythmIcon } from '../../../ui/icons.tsx';
import { useSetting } from '../../setting.ts';
import { Answer } from '../Answer.tsx';
import { useCells, useMoney } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import { Figures } from '../chart/Figures.tsx';
import { InsightRoom } from '../InsightRoom.tsx';
import { PeopleByClass } from '../people/PeopleByClass.tsx';
import spend from '../spend/Spend.module.css';
import { useAddress } from '../spend/useAddress.ts';
import { readRhythm } from '../spend-search.ts';

/** How people's own rhythms run, and who is late by their own and not by the average. */
export function RhythmPage() {
  const { t } = useTranslation();
  return (
    <InsightRoom title={t('navigation.insightRhythm')} meaning={t('spend.rhythm.meaning')} needs="run">
      {({ run }) => (
        <Answer question="cadence" run={run.id} height={720}>
          {(cadence) => <Shown cadence={cadence} run={run.id} />}
        </Answer>
      )}
    </InsightRoom>
  );
}

function Shown({ cadence, run }: { readonly cadence: Cadence; readonly run: number }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const cells = useCells();
  const money = useMoney();
  const [{ who }, change] = useAddress(readRhythm);
  const chosen = cadence.classes.find(({ rhythm }) => rhythm === who)?.rhythm ?? 'late';
  const days = (count: number) => {
    const whole = Math.round(count);
    return t('spend.days', { count: whole, shown: speech.number(whole) });
  };
  if (cadence.usualGap === null || cadence.quantiles === null) {
    return (
      <EmptyState
        icon={<RhythmIcon size={30} />}
        title={t('spend.rhythm.none')}
        steps={[t('spend.rhythm.step1'), t('spend.rhythm.step2')]}
      >
        {t('spend.rhythm.noneText', { people: speech.number(cadence.people) })}
      </EmptyState>
    );
  }
  const { quantiles, histogram, classes } = cadence;
  const stretch = ({ from, to }: (typeof histogram)[number]) =>
    to === null
      ? t('spend.rhythm.longer', { from: speech.number(from) })
      : t('spend.range', { low: speech.number(from), high: speech.number(to) });
  const dash = (count: number | null) => (count === null ? '–' : days(count));
  return (
    <>
      <Figures
        label={t('navigation.insightRhythm')}
        items={[
          {
            label: t('spend.rhythm.usual'),
            value: days(cadence.usualGap),
            note: t('spend.rhythm.usualNote'),
          },
          {
            label: t('spend.rhythm.half'),
            value: days(quantiles.p50),
            note: t('spend.rhythm.middle', {
              low: speech.number(Math.round(quantiles.p10)),
              high: speech.number(Math.round(quantiles.p90)),
            }),
          },
          {
            label: t('spend.rhythm.repeaters'),
            value: speech.number(cadence.repeaters),
            note: t('spend.rhythm.ofPeople', { people: speech.number(cadence.people) }),
          },
        ]}
      />
      <div className={spend.stack}>
        <ChartCard
          title={t('spend.rhythm.classes')}
          definition={t('spend.rhythm.classesText')}
          asOf={cadence.asOf}
          file="rhythm"
          onOpen={(index) => change({ who: classes[index]?.rhythm })}
          chart={{
            labels: classes.map(({ rhythm }) => t(`spend.rhythm.name.${rhythm}`)),
            series: [
              { name: t('spend.types.ofPeople'), kind: 'bar', values: classes.map(({ share }) => share) },
              {
                name: t('spend.types.ofRevenue'),
                kind: 'bar',
                values: classes.map(({ revenueShare }) => revenueShare),
              },
            ],
            say: speech.share,
          }}
          table={{
            columns: [
              { label: t('spend.rhythm.class') },
              { label: t('spend.rhythm.means') },
              { label: t('spend.types.people'), numeric: true },
              { label: t('spend.types.ofPeople'), numeric: true },
              { label: t('spend.types.revenue'), numeric: true },
              { label: t('spend.types.ofRevenue'), numeric: true },
            ],
            rows: classes.map(({ rhythm, people, share, revenue, revenueShare }) => [
              t(`spend.rhythm.name.${rhythm}`),
              t(`spend.rhythm.about.${rhythm}`),
              {
                shown: speech.number(people),
                value: people,
                link: (
                  <Link
                    to={paths.insightRhythm}
                    search={{ who: rhythm }}
                    hash="people"
                    replace
                    className={spend.link}
                  >
                    {speech.number(people)}
                  </Link>
                ),
              },
              cells.share(share),
              cells.money(revenue),
              cells.share(revenueShare),
            ]),
          }}
        />
        <ChartCard
          title={t('spend.rhythm.gaps')}
          definition={t('spend.rhythm.gapsText', { gaps: speech.number(cadence.gaps) })}
          note={t('spend.rhythm.gapsNote')}
          asOf={cadence.asOf}
          file="gaps-between-orders"
          chart={{
            labels: histogram.map(stretch),
            series: [
              { name: t('spend.rhythm.ofGaps'), kind: 'bar', values: histogram.map(({ share }) => share) },
            ],
            say: speech.share,
          }}
          table={{
            columns: [
              { label: t('spend.rhythm.gap') },
              { label: t('spend.rhythm.count'), numeric: true },
              { label: t('spend.rhythm.ofGaps'), numeric: true },
            ],
            rows: histogram.map((one) => [stretch(one), cells.number(one.gaps), cells.share(one.share)]),
          }}
        />
      </div>
      <section className={spend.section} id="people">
        <h2>{t('spend.whoAre', { name: t(`spend.rhythm.name.${chosen}`) })}</h2>
        <p>{t(`spend.rhythm.about.${chosen}`)}</p>
        <PeopleByClass
          kind="rhythm"
          of={chosen}
          run={run}
          label={t('spend.whoAre', { name: t(`spend.rhythm.name.${chosen}`) })}
          columns={[
            {
              label: t('spend.list.last'),
              of: ({ daysSinceLast }) =>
                t('spend.daysAgo', { count: daysSinceLast, shown: speech.number(daysSinceLast) }),
            },
            {
              label: t('spend.rhythm.ownGap'),
              of: ({ evidence: { cadence: own } }) =>
                own.usualGap === null
                  ? '–'
                  : `${days(own.usualGap)} (${t('spend.rhythm.fromGaps', { count: own.gaps, shown: speech.number(own.gaps) })})`,
            },
            { label: t('spend.rhythm.lateFrom'), of: ({ evidence }) => dash(evidence.cadence.lateFrom) },
            { label: t('spend.list.spent'), of: ({ spent }) => money(spent) },
          ]}
        />
      </section>
    </>
  );
}
