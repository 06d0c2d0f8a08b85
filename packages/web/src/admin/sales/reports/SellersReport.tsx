import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../insight/chart/ChartCard.tsx';
import { useSetting } from '../../setting.ts';
import { colleaguesQuery } from '../queries.ts';
import { Pending } from './Pending.tsx';
import { sellersQuery } from './queries.ts';
import type { ReportProps } from './report-props.ts';
import { useReportCells } from './useReportCells.tsx';

/** Seller by seller: what is open, what was decided, and what was done of what was to be done. */
export function SellersReport({ asked, onInto }: ReportProps) {
  const { t } = useTranslation();
  const { asking, today } = useSetting();
  const cells = useReportCells();
  const colleagues = useQuery(colleaguesQuery(asking));
  const told = useQuery(sellersQuery(asking, asked));
  if (told.data === undefined) return <Pending told={told} />;
  const nameOf = (owner: string | null) =>
    owner === null
      ? t('salesReports.noSeller')
      : (colleagues.data?.colleagues.find(({ id }) => id === owner)?.name ?? t('salesReports.goneSeller'));
  return (
    <ChartCard
      title={t('salesReports.sellers.title')}
      definition={t('salesReports.sellers.text')}
      note={t('salesReports.sellers.note')}
      asOf={today}
      file="sales-sellers"
      table={{
        columns: [
          { label: t('salesReports.sellers.seller') },
          { label: t('salesReports.sellers.open'), numeric: true },
          { label: t('salesReports.sellers.openAmount'), numeric: true },
          { label: t('salesReports.won'), numeric: true },
          { label: t('salesReports.lost'), numeric: true },
          { label: t('salesReports.rate'), numeric: true },
          { label: t('salesReports.amount'), numeric: true },
          { label: t('salesReports.sellers.days'), numeric: true },
          { label: t('salesReports.sellers.done'), numeric: true },
          { label: t('salesReports.sellers.missed'), numeric: true },
        ],
        rows: told.data.map((one) => {
          const whose = one.owner === null ? { without: 'owner' as const } : { owner: one.owner };
          return [
            nameOf(one.owner),
            cells.opening(one.open, () => onInto({ figure: 'open', ...whose })),
            cells.money(one.openAmount),
            cells.opening(one.won, () => onInto({ figure: 'won-in', ...whose })),
            cells.opening(one.lost, () => onInto({ figure: 'lost-in', ...whose })),
            cells.rate(one.rate),
            cells.money(one.wonAmount),
            cells.days(one.days),
            cells.number(one.done),
            cells.number(one.missed),
          ];
        }),
      }}
    />
  );
}
