import type { Day } from '@nardeban/core/values';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InsightRun } from '../../../api/insight-queries.ts';
import { useSetting } from '../../setting.ts';
import { useCells, useCompact } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import type { ChartSpec } from '../chart/spec.ts';
import { useWords } from '../words.ts';

/** What every run foretold for the year after it, in order of time. */
export function ValueHistory({ runs, asOf }: { readonly runs: readonly InsightRun[]; readonly asOf: Day }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const cells = useCells();
  const compact = useCompact();
  const words = useWords();
  const points = useMemo(
    () =>
      runs
        .flatMap(({ asOf: day, outcome }) =>
          day === null || outcome?.foretold == null
            ? []
            : [
                {
                  day,
                  orders: outcome.foretold.ordersYear,
                  value: outcome.foretold.valueYear?.expected ?? null,
                },
              ],
        )
        .reverse(),
    [runs],
  );
  const hasValue = points.some(({ value }) => value !== null);
  const name = t(hasValue ? 'insight.value.valueYear' : 'insight.value.ordersYear');
  const chart = useMemo(
    (): ChartSpec => ({
      labels: points.map(({ day }) => speech.day(day, 'short')),
      series: [
        {
          name,
          kind: 'line',
          tone: 2,
          values: points.map(({ value, orders }) => (hasValue ? value : orders)),
        },
      ],
      say: hasValue ? words.money : words.orders,
      axis: hasValue ? compact.money : words.orders,
    }),
    [points, hasValue, name, speech, words, compact],
  );
  return (
    <ChartCard
      title={t('insight.value.history')}
      definition={t(hasValue ? 'insight.value.historyText' : 'insight.value.historyOrdersText')}
      asOf={asOf}
      file="forecast-over-runs"
      unit={hasValue ? compact.unit : undefined}
      chart={chart}
      table={{
        columns: [
          { label: t('insight.models.asOf') },
          { label: t('insight.value.ordersYear'), numeric: true },
          { label: t('insight.value.valueYear'), numeric: true },
        ],
        rows: points
          .toReversed()
          .map(({ day, orders, value }) => [
            cells.day(day),
            { shown: words.orders(orders), value: orders },
            cells.money(value),
          ]),
      }}
    />
  );
}
