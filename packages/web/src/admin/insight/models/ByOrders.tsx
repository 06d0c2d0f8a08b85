import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InsightModel } from '../../../api/insight-queries.ts';
import { useSetting } from '../../setting.ts';
import { useCells } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import type { ChartSpec } from '../chart/spec.ts';
import type { Cell } from '../chart/table.ts';
import type { Foretold } from '../InsightRoom.tsx';
import { useWords } from '../words.ts';

/** Where the model that counts is wrong: by how many orders people had before the cut. */
export function ByOrders(props: { readonly ready: Foretold; readonly models: readonly InsightModel[] }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { figure } = useWords();
  const cells = useCells();
  const { ready, models } = props;
  const model = models.find(({ name }) => name === ready.chosen.counts) ?? models[0];
  const classes = useMemo(() => model?.holdout?.byOrders ?? [], [model]);
  const labels = useMemo(
    () =>
      classes.map(({ x }, index) =>
        index === classes.length - 1
          ? t('insight.models.andMore', { shown: speech.number(x) })
          : speech.number(x),
      ),
    [classes, speech, t],
  );
  const chart = useMemo(
    (): ChartSpec => ({
      labels,
      series: [
        {
          name: t('insight.models.predicted'),
          kind: 'bar',
          tone: 2,
          values: classes.map(({ predicted }) => predicted),
        },
        {
          name: t('insight.models.actual'),
          kind: 'bar',
          tone: 4,
          values: classes.map(({ actual }) => actual),
        },
      ],
      say: figure,
    }),
    [classes, labels, t, figure],
  );
  if (model === undefined) return null;
  const cell = (value: number): Cell => ({ shown: figure(value), value });
  return (
    <ChartCard
      title={`${t('insight.models.byOrders')} (${t(`insight.model.${model.name}`)})`}
      definition={t('insight.models.byOrdersText')}
      asOf={ready.asOf}
      file="error-by-orders"
      chart={chart}
      table={{
        columns: [
          { label: t('insight.models.repeats') },
          { label: t('insight.models.customers'), numeric: true },
          { label: t('insight.models.predicted'), numeric: true },
          { label: t('insight.models.actual'), numeric: true },
        ],
        rows: classes.map(({ customers, predicted, actual }, index) => [
          labels[index] ?? '',
          cells.number(customers),
          cell(predicted),
          cell(actual),
        ]),
      }}
    />
  );
}
