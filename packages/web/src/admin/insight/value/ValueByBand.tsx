import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { useCells, useCompact } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import type { ChartSpec } from '../chart/spec.ts';
import type { Ready } from '../InsightRoom.tsx';
import { useWords } from '../words.ts';

/** What the people of each band will bring in a year, beside what is at risk; each band leads to its people. */
export function ValueByBand({ ready }: { readonly ready: Ready }) {
  const { t } = useTranslation();
  const cells = useCells();
  const compact = useCompact();
  const words = useWords();
  const navigate = useNavigate();
  const { bands } = ready.outcome;
  const hasValue = bands.some(({ valueYear }) => valueYear !== null);
  const chart = useMemo((): ChartSpec => {
    const labels = bands.map(({ band }) => t(`insight.band.${band}`));
    if (!hasValue) {
      return {
        labels,
        series: [
          {
            name: t('insight.overview.peopleColumn'),
            kind: 'bar',
            values: bands.map(({ people }) => people),
          },
        ],
        say: words.people,
        axis: words.orders,
      };
    }
    return {
      labels,
      series: [
        {
          name: t('insight.overview.valueColumn'),
          kind: 'bar',
          tone: 2,
          values: bands.map(({ valueYear }) => valueYear),
        },
        {
          name: t('insight.overview.atRisk'),
          kind: 'bar',
          tone: 1,
          values: bands.map(({ atRisk }) => atRisk),
        },
      ],
      say: words.money,
      axis: compact.money,
    };
  }, [bands, hasValue, t, words, compact]);
  return (
    <ChartCard
      title={t(hasValue ? 'insight.value.byBand' : 'insight.overview.bands')}
      definition={hasValue ? t('insight.value.byBandText') : t('insight.overview.bandsText')}
      asOf={ready.asOf}
      file="value-by-band"
      unit={hasValue ? compact.unit : undefined}
      chart={chart}
      onOpen={(index) => {
        const band = bands[index]?.band;
        if (band !== undefined) void navigate({ to: paths.insightLeaving, search: { band } });
      }}
      note={t('insight.leaving.atRiskWhat')}
      table={{
        columns: [
          { label: t('insight.overview.band') },
          { label: t('insight.overview.peopleColumn'), numeric: true },
          { label: t('insight.overview.beforeColumn'), numeric: true },
          { label: t('insight.overview.valueColumn'), numeric: true },
          { label: t('insight.overview.atRisk'), numeric: true },
        ],
        rows: bands.map(({ band, people, before, valueYear, atRisk }) => {
          const name = t(`insight.band.${band}`);
          const link = (
            <Link to={paths.insightLeaving} search={{ band }}>
              {name}
            </Link>
          );
          return [
            { shown: name, value: name, link },
            cells.number(people),
            cells.number(before),
            cells.money(valueYear),
            cells.money(atRisk),
          ];
        }),
      }}
    />
  );
}
