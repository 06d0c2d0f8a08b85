import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../insight/chart/ChartCard.tsx';
import { useSetting } from '../../setting.ts';
import { Pending } from './Pending.tsx';
import { useSourceWord } from '../useSourceWord.ts';
import { sourcesQuery } from './queries.ts';
import type { ReportProps } from './report-props.ts';
import { useReportCells } from './useReportCells.tsx';

/** What each source brought: leads, those found to be good, deals, and what it cost. */
export function SourcesReport({ asked, onInto }: ReportProps) {
  const { t } = useTranslation();
  const { asking, today } = useSetting();
  const cells = useReportCells();
  const sourceWord = useSourceWord();
  const told = useQuery(sourcesQuery(asking, asked));
  if (told.data === undefined) return <Pending told={told} />;
  return (
    <ChartCard
      title={t('salesReports.sources.title')}
      definition={t('salesReports.sources.text')}
      note={t('salesReports.sources.note')}
      asOf={today}
      file="sales-sources"
      table={{
        columns: [
          { label: t('salesReports.source') },
          { label: t('salesReports.sources.leads'), numeric: true },
          { label: t('salesReports.sources.handed'), numeric: true },
          { label: t('salesReports.sources.qualified'), numeric: true },
          { label: t('salesReports.sources.deals'), numeric: true },
          { label: t('salesReports.won'), numeric: true },
          { label: t('salesReports.rate'), numeric: true },
          { label: t('salesReports.amount'), numeric: true },
          { label: t('salesReports.sources.cost'), numeric: true },
          { label: t('salesReports.sources.perQualified'), numeric: true },
          { label: t('salesReports.sources.perWon'), numeric: true },
        ],
        rows: told.data.map((one) => {
          const where = one.source === null ? { without: 'source' as const } : { source: one.source };
          return [
            one.source === null ? t('salesReports.noSource') : sourceWord(one.source),
            cells.number(one.leads),
            cells.number(one.handed),
            cells.number(one.qualified),
            cells.opening(one.deals, () => onInto({ figure: 'opened', ...where })),
            cells.opening(one.won, () => onInto({ figure: 'won', ...where })),
            cells.rate(one.rate),
            cells.money(one.wonAmount),
            cells.money(one.cost),
            cells.money(one.costPerQualified),
            cells.money(one.costPerWon),
          ];
        }),
      }}
    />
  );
}
