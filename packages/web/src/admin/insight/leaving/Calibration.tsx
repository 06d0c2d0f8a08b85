import type { Day } from '@nardeban/core/values';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InsightModel } from '../../../api/insight-queries.ts';
import { useSetting } from '../../setting.ts';
import { useCells } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import type { ChartSpec } from '../chart/spec.ts';

/** What was said of people who were told alike, beside what came of them. */
export function Calibration(props: {
  readonly asOf: Day;
  readonly name: InsightModel['name'];
  readonly holdout: NonNullable<InsightModel['holdout']>;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const cells = useCells();
  const bins = useMemo(() => props.holdout.calibration.filter(({ people }) => people > 0), [props.holdout]);
  const labels = useMemo(
    () =>
      bins.map(({ from, to }) => t('insight.interval', { low: speech.share(from), high: speech.share(to) })),
    [bins, speech, t],
  );
  const chart = useMemo(
    (): ChartSpec => ({
      labels,
      series: [
        {
          name: t('insight.leaving.said'),
          kind: 'bar',
          tone: 2,
          values: bins.map(({ foretold }) => foretold),
        },
        { name: t('insight.leaving.came'), kind: 'bar', tone: 4, values: bins.map(({ actual }) => actual) },
      ],
      say: speech.share,
      most: 1,
    }),
    [bins, labels, speech, t],
  );
  return (
    <ChartCard
      title={t('insight.leaving.calibration')}
      definition={t('insight.leaving.calibrationText', { model: t(`insight.model.${props.name}`) })}
      asOf={props.asOf}
      file="calibration"
      chart={chart}
      table={{
        columns: [
          { label: t('insight.leaving.bin') },
          { label: t('insight.overview.peopleColumn'), numeric: true },
          { label: t('insight.leaving.said'), numeric: true },
          { label: t('insight.leaving.came'), numeric: true },
        ],
        rows: bins.map(({ people, foretold, actual }, index) => [
          labels[index] ?? '',
          cells.number(people),
          cells.share(foretold),
          cells.share(actual),
        ]),
      }}
    />
  );
}
