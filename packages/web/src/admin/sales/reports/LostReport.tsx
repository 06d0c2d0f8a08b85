import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../insight/chart/ChartCard.tsx';
import { useSetting } from '../../setting.ts';
import { Pending } from './Pending.tsx';
import { lostQuery } from './queries.ts';
import type { ReportProps } from './report-props.ts';
import { useReportCells, useStepName } from './useReportCells.tsx';

/** Why deals were lost, and on which step. */
export function LostReport({ asked, pipeline, onInto }: ReportProps) {
  const { t } = useTranslation();
  const { asking, speech, today } = useSetting();
  const cells = useReportCells();
  const nameOf = useStepName(pipeline);
  const told = useQuery(lostQuery(asking, asked));
  if (told.data === undefined) return <Pending told={told} />;
  const all = told.data.reduce((sum, { count }) => sum + count, 0);
  const reasonOf = (reason: string | null) => {
    const found = pipeline.lostReasons.find(({ key }) => key === reason);
    return found === undefined ? (reason ?? t('salesReports.noReason')) : speech.words(found.name);
  };
  return (
    <ChartCard
      title={t('salesReports.lostFor.title')}
      definition={t('salesReports.lostFor.text')}
      asOf={today}
      file="sales-lost"
      table={{
        columns: [
          { label: t('salesReports.lostFor.reason') },
          { label: t('salesReports.step') },
          { label: t('salesReports.deals'), numeric: true },
          { label: t('salesReports.lostFor.share'), numeric: true },
          { label: t('salesReports.amount'), numeric: true },
        ],
        rows: told.data.map((one) => [
          reasonOf(one.reason),
          nameOf(one.step),
          cells.opening(one.count, () =>
            onInto({
              figure: 'lost-in',
              step: one.step,
              ...(one.reason === null ? { without: 'reason' } : { reason: one.reason }),
            }),
          ),
          cells.share(all === 0 ? null : one.count / all),
          cells.money(one.amount),
        ]),
      }}
    />
  );
}
