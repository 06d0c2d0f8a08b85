import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { useCells } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import type { ChartSpec } from '../chart/spec.ts';
import { type Cohorts, told } from './months.ts';

/** How many came back in each month after the first, all cohorts together. */
export function Together({ cohorts }: { readonly cohorts: Cohorts }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const cells = useCells();
  const later = useMemo(() => told(cohorts).filter(({ month }) => month > 0), [cohorts]);
  const chart = useMemo(
    (): ChartSpec => ({
      labels: later.map(({ month }) => speech.number(month)),
      series: [
        {
          name: t('insight.cohorts.retention'),
          kind: 'line',
          tone: 1,
          values: later.map(({ retention }) => retention),
        },
      ],
      say: speech.share,
    }),
    [later, speech, t],
  );
  return (
    <ChartCard
      title={t('insight.cohorts.together')}
      definition={t('insight.cohorts.togetherText')}
      asOf={cohorts.asOf}
      file="cohorts-together"
      chart={chart}
      along={t('insight.cohorts.after')}
      table={{
        columns: [
          { label: t('insight.cohorts.after'), numeric: true },
          { label: t('insight.cohorts.of'), numeric: true },
          { label: t('insight.cohorts.people'), numeric: true },
          { label: t('insight.cohorts.retention'), numeric: true },
          { label: t('insight.cohorts.curves'), numeric: true },
        ],
        rows: cohorts.together.map((period) => [
          cells.number(period.month),
          cells.number(period.of),
          cells.number(period.people),
          cells.share(period.retention),
          cells.money(period.perPerson),
        ]),
      }}
    />
  );
}
