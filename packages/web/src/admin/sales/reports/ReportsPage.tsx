import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { isoDay } from '@nardeban/core/values';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { SpanFields, useSpan } from '../../insight/spend/SpanFields.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useAddress } from '../../insight/spend/useAddress.ts';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import { colleaguesQuery, pipelinesQuery } from '../queries.ts';
import { ActivityReport } from './ActivityReport.tsx';
import { DealsBehind } from './DealsBehind.tsx';
import { ForecastReport } from './ForecastReport.tsx';
import { LostReport } from './LostReport.tsx';
import { Pending } from './Pending.tsx';
import type { ReportProps } from './report-props.ts';
import { type ReportName, readReports, REPORTS, USUAL_PERIOD } from './reports-search.ts';
import { SellersReport } from './SellersReport.tsx';
import { SourcesReport } from './SourcesReport.tsx';
import { WayReport } from './WayReport.tsx';

const REPORT: Readonly<Record<ReportName, (props: ReportProps) => React.ReactNode>> = {
  way: WayReport,
  sources: SourcesReport,
  lost: LostReport,
  sellers: SellersReport,
  activity: ActivityReport,
  forecast: ForecastReport,
};

/** What became of leads and deals, and what is to be expected: every figure opens to the deals behind it. */
export function ReportsPage() {
  const { t } = useTranslation();
  const { asking, speech, session, today } = useSetting();
  const [search, change] = useAddress(readReports);
  const pipelines = useQuery(pipelinesQuery(asking));
  const colleagues = useQuery(colleaguesQuery(asking));
  const span = useSpan(search, USUAL_PERIOD) ?? { from: today - 89, to: today };
  const { view = 'way', seller, into } = search;
  const kept = pipelines.data?.find(({ key }) => key === search.pipeline) ?? pipelines.data?.[0];
  const seesAll = session?.scopes.includes('sales:manage') !== false;
  const header = <PageHeader title={t('navigation.salesReports')} meaning={t('salesReports.meaning')} />;
  if (kept === undefined || pipelines.data === undefined)
    return (
      <>
        {header}
        <Pending told={pipelines} />
      </>
    );
  const asked = {
    pipeline: kept.key,
    from: isoDay(span.from),
    to: isoDay(Math.min(span.to, today)),
    ...(seller === undefined ? {} : { owner: seller }),
  };
  const Report = REPORT[view];
  return (
    <>
      {header}
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('salesReports.views')}
          value={view}
          views={REPORTS.map((value) => ({ value, label: t(`salesReports.view.${value}`) }))}
          onChange={(chosen) => change({ view: chosen === 'way' ? undefined : chosen, into: undefined })}
        />
      </div>
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        {pipelines.data.length < 2 ? null : (
          <TextField
            select
            size="small"
            label={t('salesReports.pipeline')}
            value={kept.key}
            onChange={(event) => change({ pipeline: event.target.value, into: undefined })}
            sx={{ minInlineSize: { xs: '100%', sm: 200 } }}
          >
            {pipelines.data.map((one) => (
              <MenuItem key={one.key} value={one.key}>
                {speech.words(one.definition.name)}
              </MenuItem>
            ))}
          </TextField>
        )}
        {view === 'forecast' ? null : (
          <SpanFields
            search={search}
            usual={USUAL_PERIOD}
            label={t('salesReports.period')}
            onChange={change}
          />
        )}
        {seesAll ? (
          <TextField
            select
            size="small"
            label={t('salesReports.seller')}
            value={seller ?? ''}
            onChange={(event) =>
              change({ seller: event.target.value === '' ? undefined : event.target.value, into: undefined })
            }
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            sx={{ minInlineSize: { xs: '100%', sm: 190 } }}
          >
            <MenuItem value="">{t('salesReports.everybody')}</MenuItem>
            {(colleagues.data?.colleagues ?? []).map((one) => (
              <MenuItem key={one.id} value={one.id}>
                {one.name}
              </MenuItem>
            ))}
          </TextField>
        ) : null}
      </div>
      <div className={spend.stack}>
        <Report asked={asked} pipeline={kept.definition} onInto={(one) => change({ into: one })} />
      </div>
      <DealsBehind
        asked={asked}
        pipeline={kept.definition}
        into={into}
        onClose={() => change({ into: undefined })}
      />
    </>
  );
}
