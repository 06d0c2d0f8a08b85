import { type Rfm, type RfmSegment, rfmSegmentNames } from '@nardeban/core/insight';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { useSetting } from '../../setting.ts';
import { useCells, useMoney } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import { HeatTable } from '../chart/HeatTable.tsx';
import { PeopleByClass } from '../people/PeopleByClass.tsx';
import spend from '../spend/Spend.module.css';
import styles from './Types.module.css';

const SCORES = [1, 2, 3, 4, 5] as const;

/** The map of recency and frequency in its 25 places, where its lines are drawn, and who stands in each segment. */
export function RfmView(props: {
  readonly rfm: Rfm;
  readonly run: number;
  readonly who: string | undefined;
  readonly onChoose: (segment: string) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const cells = useCells();
  const money = useMoney();
  const { rfm, run } = props;
  const chosen = rfm.segments.find(({ segment }) => segment === props.who)?.segment ?? 'champion';
  const nameOf = (segment: RfmSegment) => speech.words(rfmSegmentNames[segment]);
  const other = speech.language === 'fa' ? 'en' : 'fa';
  const most = Math.max(1, ...rfm.cells.map(({ people }) => people));
  const span = (from: number, to: number) =>
    from === to
      ? speech.number(from)
      : t('spend.range', { low: speech.number(from), high: speech.number(to) });
  /** On the scale of days the score of recency stands upside down. */
  const daysOf = (recency: number) => rfm.recency.fifths.find(({ score }) => score === 6 - recency);
  const ordersOf = (frequency: number) => rfm.frequency.fifths.find(({ score }) => score === frequency);
  const open = (segment: RfmSegment, shown: string) => (
    <Link
      to={paths.insightTypes}
      search={{ view: 'rfm', who: segment }}
      hash="people"
      replace
      className={spend.link}
    >
      {shown}
    </Link>
  );
  const rowName = (recency: number) => {
    const days = daysOf(recency);
    return days === undefined
      ? t('spend.rfm.scoreEmpty', { score: speech.number(recency) })
      : t('spend.rfm.recencyRow', { score: speech.number(recency), days: span(days.from, days.to) });
  };
  const columnName = (frequency: number) => {
    const orders = ordersOf(frequency);
    return orders === undefined
      ? t('spend.rfm.scoreEmpty', { score: speech.number(frequency) })
      : t('spend.rfm.frequencyColumn', {
          score: speech.number(frequency),
          orders: span(orders.from, orders.to),
        });
  };
  const cellOf = (recency: number, frequency: number) =>
    rfm.cells.find((one) => one.recency === recency && one.frequency === frequency);
  return (
    <>
      <ChartCard
        title={t('spend.rfm.map')}
        definition={t('spend.rfm.mapText')}
        note={t('spend.rfm.thresholds')}
        asOf={rfm.asOf}
        file="recency-frequency"
        table={{
          columns: [
            { label: t('spend.rfm.recency'), numeric: true },
            { label: t('spend.rfm.frequency'), numeric: true },
            { label: t('spend.rfm.segment') },
            { label: t('spend.types.people'), numeric: true },
            { label: t('spend.types.ofPeople'), numeric: true },
            { label: t('spend.types.revenue'), numeric: true },
            { label: t('spend.types.ofRevenue'), numeric: true },
          ],
          rows: rfm.cells.map((one) => [
            cells.number(one.recency),
            cells.number(one.frequency),
            nameOf(one.segment),
            cells.number(one.people),
            cells.share(one.share),
            cells.money(one.revenue),
            cells.share(one.revenueShare),
          ]),
        }}
      >
        <HeatTable
          caption={t('spend.rfm.corner')}
          corner={t('spend.rfm.corner')}
          columns={SCORES.map(columnName)}
          rows={SCORES.toReversed().map((recency) => ({
            label: rowName(recency),
            cells: SCORES.map((frequency) => {
              const cell = cellOf(recency, frequency);
              if (cell === undefined) return null;
              const { segment, people } = cell;
              return {
                shown: speech.number(people),
                // Beyond half the ground would be too near to the writing by night.
                strength: Math.sqrt(people / most) / 2,
                title: t('spend.rfm.cellSaid', {
                  segment: nameOf(segment),
                  people: speech.number(people),
                  revenue: money(cell.revenue),
                }),
                link: (
                  <Link
                    to={paths.insightTypes}
                    search={{ view: 'rfm', who: segment }}
                    replace
                    resetScroll={false}
                    className={styles.cell ?? ''}
                    aria-current={segment === chosen}
                  >
                    <strong>{speech.number(people)}</strong>
                    <span>{nameOf(segment)}</span>
                  </Link>
                ),
              };
            }),
          }))}
        />
      </ChartCard>
      <ChartCard
        title={t('spend.rfm.segments')}
        definition={t('spend.rfm.segmentsText')}
        asOf={rfm.asOf}
        file="rfm-segments"
        onOpen={(index) => {
          const segment = rfm.segments[index]?.segment;
          if (segment !== undefined) props.onChoose(segment);
        }}
        height={420}
        chart={{
          labels: rfm.segments.map(({ segment }) => nameOf(segment)),
          series: [
            { name: t('spend.types.ofPeople'), kind: 'bar', values: rfm.segments.map(({ share }) => share) },
            {
              name: t('spend.types.ofRevenue'),
              kind: 'bar',
              values: rfm.segments.map(({ revenueShare }) => revenueShare),
            },
          ],
          say: speech.share,
          sideways: true,
        }}
        table={{
          columns: [
            { label: t('spend.rfm.segment') },
            { label: t(`spend.types.name.${other}`) },
            { label: t('spend.types.people'), numeric: true },
            { label: t('spend.types.ofPeople'), numeric: true },
            { label: t('spend.types.ofRevenue'), numeric: true },
            { label: t('spend.rfm.meanDays'), numeric: true },
            { label: t('spend.rfm.meanOrders'), numeric: true },
            { label: t('spend.rfm.meanValue'), numeric: true },
          ],
          rows: rfm.segments.map((one) => [
            nameOf(one.segment),
            rfmSegmentNames[one.segment][other],
            {
              shown: speech.number(one.people),
              value: one.people,
              link: open(one.segment, speech.number(one.people)),
            },
            cells.share(one.share),
            cells.share(one.revenueShare),
            cells.number(one.meanRecency === null ? null : Math.round(one.meanRecency)),
            cells.number(one.meanOrders === null ? null : Math.round(one.meanOrders * 10) / 10),
            cells.money(one.meanValue),
          ]),
        }}
      />
      <section className={spend.section} id="people">
        <h2>{t('spend.whoAre', { name: nameOf(chosen) })}</h2>
        <p>{t(`spend.rfm.about.${chosen}`)}</p>
        <PeopleByClass
          kind="segment"
          of={chosen}
          run={run}
          label={t('spend.whoAre', { name: nameOf(chosen) })}
          columns={[
            {
              label: t('spend.rfm.scores'),
              of: ({ evidence: { rfm: scores } }) =>
                t('spend.rfm.scoresSaid', {
                  recency: speech.number(scores.recency),
                  frequency: speech.number(scores.frequency),
                  value: speech.number(scores.value),
                }),
            },
            { label: t('spend.list.orderDays'), of: ({ orderDays }) => speech.number(orderDays) },
            {
              label: t('spend.list.last'),
              of: ({ daysSinceLast }) =>
                t('spend.daysAgo', { count: daysSinceLast, shown: speech.number(daysSinceLast) }),
            },
            { label: t('spend.list.spent'), of: ({ spent }) => money(spent) },
          ]}
        />
      </section>
    </>
  );
}
