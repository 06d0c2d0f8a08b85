import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../insight/chart/ChartCard.tsx';
import { useSetting } from '../../setting.ts';
import { Pending } from './Pending.tsx';
import { activityQuery } from './queries.ts';
import type { ReportProps } from './report-props.ts';
import { useReportCells } from './useReportCells.tsx';

/** What came of deals by how often somebody was contacted in their course. */
export function ActivityReport({ asked, onInto }: ReportProps) {
  const { t } = useTranslation();
  const { asking, speech, today } = useSetting();
  const cells = useReportCells();
  const told = useQuery(activityQuery(asking, asked));
  if (told.data === undefined) return <Pending told={told} />;
  const groups = told.data;
  const nameOf = (index: number) => {
    const from = groups[index]?.contacts ?? 0;
    const next = groups[index + 1]?.contacts;
    if (next === undefined) return t('salesReports.activity.from', { from: speech.number(from) });
    return next - 1 === from
      ? speech.number(from)
      : t('salesReports.activity.span', { from: speech.number(from), to: speech.number(next - 1) });
  };
  return (
    <ChartCard
      title={t('salesReports.activity.title')}
      definition={t('salesReports.activity.text')}
      note={t('salesReports.activity.note')}
      asOf={today}
      file="sales-activity"
      table={{
        columns: [
          { label: t('salesReports.activity.contacts') },
          { label: t('salesReports.activity.decided'), numeric: true },
          { label: t('salesReports.won'), numeric: true },
          { label: t('salesReports.rate'), numeric: true },
        ],
        rows: groups.map((one, index) => [
          nameOf(index),
          cells.opening(one.deals, () => onInto({ figure: 'contacts', contacts: one.contacts })),
          cells.number(one.won),
          cells.rate(one.rate),
        ]),
      }}
    />
  );
}
