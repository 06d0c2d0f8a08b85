import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../insight/chart/ChartCard.tsx';
import { Figures } from '../../insight/chart/Figures.tsx';
import { useMoney } from '../../insight/chart/cells.ts';
import { useSetting } from '../../setting.ts';
import { Pending } from './Pending.tsx';
import { stepsQuery } from './queries.ts';
import type { ReportProps } from './report-props.ts';
import styles from './Reports.module.css';
import { useReportCells, useStepName } from './useReportCells.tsx';

/** The way of the deals that were opened in a time: how many came to each step, how long they stayed, where they were lost. */
export function WayReport({ asked, pipeline, onInto }: ReportProps) {
  const { t } = useTranslation();
  const { asking, speech, today } = useSetting();
  const cells = useReportCells();
  const money = useMoney();
  const nameOf = useStepName(pipeline);
  const told = useQuery(stepsQuery(asking, asked));
  if (told.data === undefined) return <Pending told={told} />;
  const { totals, steps } = told.data;
  const most = Math.max(1, totals.opened);
  return (
    <>
      <Figures
        label={t('salesReports.way.title')}
        items={[
          {
            label: t('salesReports.opened'),
            value: <Count count={totals.opened} onOpen={() => onInto({ figure: 'opened' })} />,
          },
          {
            label: t('salesReports.won'),
            value: <Count count={totals.won} onOpen={() => onInto({ figure: 'won' })} />,
            note: money(totals.wonAmount),
          },
          {
            label: t('salesReports.lost'),
            value: <Count count={totals.lost} onOpen={() => onInto({ figure: 'lost' })} />,
          },
          { label: t('salesReports.stillOpen'), value: speech.number(totals.open) },
        ]}
      />
      <ChartCard
        title={t('salesReports.way.title')}
        definition={t('salesReports.way.text')}
        asOf={today}
        file="sales-steps"
        table={{
          columns: [
            { label: t('salesReports.step') },
            { label: t('salesReports.way.reached'), numeric: true },
            { label: t('salesReports.way.share'), numeric: true },
            { label: t('salesReports.way.here'), numeric: true },
            { label: t('salesReports.way.lost'), numeric: true },
            { label: t('salesReports.way.median'), numeric: true },
            { label: t('salesReports.way.slow'), numeric: true },
          ],
          rows: steps.map((one) => [
            nameOf(one.step),
            cells.opening(one.reached, () => onInto({ figure: 'reached', step: one.step })),
            cells.share(totals.opened === 0 ? null : one.reached / totals.opened),
            cells.opening(one.here, () => onInto({ figure: 'here', step: one.step })),
            cells.opening(one.lost, () => onInto({ figure: 'lost', step: one.step })),
            cells.days(one.days?.median ?? null),
            cells.days(one.days?.high ?? null),
          ]),
        }}
      >
        <ol className={styles.bars}>
          {steps.map((one) => (
            <li key={one.step} className={styles.bar}>
              <bdi>{nameOf(one.step)}</bdi>
              <span className={styles.track} aria-hidden="true">
                <span style={{ inlineSize: `${(100 * one.reached) / most}%` }} />
              </span>
              <span>
                <Count count={one.reached} onOpen={() => onInto({ figure: 'reached', step: one.step })} />
              </span>
            </li>
          ))}
        </ol>
      </ChartCard>
    </>
  );
}

function Count({ count, onOpen }: { readonly count: number; readonly onOpen: () => void }) {
  const { speech } = useSetting();
  if (count === 0) return speech.number(0);
  return (
    <button type="button" className={styles.count} onClick={onOpen}>
      {speech.number(count)}
    </button>
  );
}
