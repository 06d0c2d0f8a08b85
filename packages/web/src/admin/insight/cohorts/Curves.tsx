import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { useCells, useCompact } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import type { ChartSeries, ChartSpec } from '../chart/spec.ts';
import { useWords } from '../words.ts';
import { type Cohorts, told } from './months.ts';

/** As many as can be told apart beside all together. */
const TONES = [2, 3, 4, 5] as const;
/** Cohorts shorter than this have no curve yet. */
const LEAST_MONTHS = 3;

/** What a person has brought so many months after the first order: all together, and cohorts spread over time. */
export function Curves({ cohorts }: { readonly cohorts: Cohorts }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const cells = useCells();
  const compact = useCompact();
  const { money } = useWords();
  const together = useMemo(() => told(cohorts), [cohorts]);
  const chosen = useMemo(() => {
    const grown = cohorts.cohorts.filter(
      ({ periods, mayBeOlder }) => periods.length >= LEAST_MONTHS && !mayBeOlder,
    );
    const step = Math.max(Math.ceil(grown.length / TONES.length), 1);
    return grown.filter((_, place) => (grown.length - 1 - place) % step === 0).slice(-TONES.length);
  }, [cohorts]);
  const series = useMemo(
    (): readonly ChartSeries[] => [
      {
        name: t('insight.cohorts.all'),
        kind: 'line',
        tone: 1,
        values: together.map(({ perPerson }) => perPerson),
      },
      ...chosen.map(
        ({ from, periods }, place): ChartSeries => ({
          name: speech.month(from),
          kind: 'line',
          tone: TONES[place] ?? 6,
          dashed: true,
          values: together.map(({ month }) => {
            const period = periods[month];
            return period?.complete === true ? period.perPerson : null;
          }),
        }),
      ),
    ],
    [together, chosen, speech, t],
  );
  const chart = useMemo(
    (): ChartSpec => ({
      labels: together.map(({ month }) => speech.number(month)),
      series,
      say: money,
      axis: compact.money,
    }),
    [together, series, money, compact, speech],
  );
  return (
    <ChartCard
      title={t('insight.cohorts.curves')}
      definition={t('insight.cohorts.curvesText')}
      asOf={cohorts.asOf}
      file="cohorts-curves"
      unit={compact.unit}
      along={t('insight.cohorts.after')}
      chart={chart}
      table={{
        columns: [
          { label: t('insight.cohorts.after'), numeric: true },
          ...series.map(({ name }) => ({ label: name, numeric: true })),
        ],
        rows: together.map(({ month }, place) => [
          cells.number(month),
          ...series.map(({ values }) => cells.money(values[place])),
        ]),
      }}
    />
  );
}
