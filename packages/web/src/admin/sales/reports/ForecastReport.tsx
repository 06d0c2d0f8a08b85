import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../insight/chart/ChartCard.tsx';
import { Figures } from '../../insight/chart/Figures.tsx';
import { useMoney } from '../../insight/chart/cells.ts';
import { useSetting } from '../../setting.ts';
import { Pending } from './Pending.tsx';
import { forecastQuery, type SalesForecast } from './queries.ts';
import type { ReportProps } from './report-props.ts';
import styles from './Reports.module.css';
import { useReportCells } from './useReportCells.tsx';

/** What open deals will bring this month, what was said of past months beside what came, and how far chances can be believed. */
export function ForecastReport({ asked, onInto }: ReportProps) {
  const { t } = useTranslation();
  const { asking, speech, today } = useSetting();
  const cells = useReportCells();
  const money = useMoney();
  const { pipeline, owner } = asked;
  const told = useQuery(forecastQuery(asking, { pipeline, ...(owner === undefined ? {} : { owner }) }));
  if (told.data === undefined) return <Pending told={told} />;
  const { forecast, months, test, amount, deals, expected, unknown, until } = told.data;
  return (
    <>
      <Figures
        label={t('salesReports.forecast.title')}
        items={[
          {
            label: t('salesReports.forecast.until', { day: speech.date(until) }),
            value: forecast === null ? t('salesReports.forecast.nobody') : money(forecast.mean),
            note:
              forecast === null
                ? undefined
                : t('salesReports.forecast.range', { low: money(forecast.low), high: money(forecast.high) }),
          },
          {
            label: t('salesReports.forecast.sellers'),
            value: money(expected),
            note: t('salesReports.forecast.sellersNote'),
          },
          {
            label: t('salesReports.forecast.open'),
            value: (
              <button type="button" className={styles.count} onClick={() => onInto({ figure: 'open' })}>
                {money(amount)}
              </button>
            ),
            note: t('salesReports.forecast.openNote', {
              deals: speech.number(deals),
              unknown: speech.number(unknown),
            }),
          },
        ]}
      />
      <p className={styles.verdict}>
        <Verdict told={told.data} />
      </p>
      {months.length === 0 ? null : (
        <ChartCard
          title={t('salesReports.forecast.months')}
          definition={t('salesReports.forecast.monthsText')}
          asOf={today}
          file="sales-forecast"
          table={{
            columns: [
              { label: t('salesReports.forecast.month') },
              { label: t('salesReports.forecast.said'), numeric: true },
              { label: t('salesReports.forecast.low'), numeric: true },
              { label: t('salesReports.forecast.high'), numeric: true },
              { label: t('salesReports.forecast.came'), numeric: true },
              { label: t('salesReports.forecast.within') },
              { label: t('salesReports.forecast.all'), numeric: true },
            ],
            rows: months.map((one) => [
              speech.month(speech.dayOf(one.from)),
              cells.money(one.mean),
              cells.money(one.low),
              cells.money(one.high),
              cells.money(one.came),
              one.came >= one.low && one.came <= one.high
                ? t('salesReports.forecast.yes')
                : t('salesReports.forecast.no'),
              cells.money(one.all),
            ]),
          }}
        />
      )}
      {test === null || test.groups.length === 0 ? null : (
        <ChartCard
          title={t('salesReports.forecast.groups')}
          definition={t('salesReports.forecast.groupsText')}
          note={t('salesReports.forecast.groupsNote', {
            error: speech.number(Math.round(test.error * 1000) / 1000),
            base: speech.number(Math.round(test.baseError * 1000) / 1000),
          })}
          asOf={today}
          file="sales-chances"
          table={{
            columns: [
              { label: t('salesReports.forecast.saidChance'), numeric: true },
              { label: t('salesReports.forecast.wonShare'), numeric: true },
              { label: t('salesReports.forecast.times'), numeric: true },
            ],
            rows: test.groups.map((one) => [
              cells.share(one.said),
              cells.share(one.won),
              cells.number(one.count),
            ]),
          }}
        />
      )}
    </>
  );
}

function Verdict({ told }: { readonly told: SalesForecast }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  if (told.test === null || told.decided === null || told.base === null)
    return t('salesReports.verdict.nothing');
  const words = {
    decided: speech.number(told.decided),
    base: speech.share(told.base),
    tested: speech.number(told.test.deals),
  };
  if (told.test.verdict === 'better') return t('salesReports.verdict.better', words);
  return told.test.verdict === 'no better'
    ? t('salesReports.verdict.noBetter', words)
    : t('salesReports.verdict.tooFew', words);
}
