import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { useCells } from '../../insight/chart/cells.ts';
import type { Cell } from '../../insight/chart/table.ts';
import type { Rate } from './queries.ts';
import type { Pipeline } from './report-props.ts';
import styles from './Reports.module.css';

/** Cells of the reports of sales: counts that open to the deals behind them, shares with their intervals. */
export function useReportCells() {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const cells = useCells();
  return {
    ...cells,
    /** A count; what is not nothing opens to what is behind it. */
    opening: (count: number, open: () => void): Cell => ({
      shown: speech.number(count),
      value: count,
      link:
        count === 0 ? (
          speech.number(0)
        ) : (
          <button type="button" className={styles.count} onClick={open}>
            {speech.number(count)}
          </button>
        ),
    }),
    rate: ({ rate, low, high }: Rate): Cell =>
      rate === null
        ? cells.share(null)
        : {
            shown: speech.share(rate),
            value: rate,
            link: (
              <>
                {speech.share(rate)}
                <span className={styles.small}>
                  {t('salesReports.between', { low: speech.share(low), high: speech.share(high) })}
                </span>
              </>
            ),
          },
    days: (days: number | null): Cell =>
      days === null ? cells.number(null) : cells.number(Math.round(days * 10) / 10),
  };
}

/** What a step is called: also one that is no more. */
export function useStepName(pipeline: Pipeline): (step: string) => string {
  const { speech } = useSetting();
  return (step) => {
    const found =
      pipeline.steps.find(({ key }) => key === step) ?? pipeline.retired?.find(({ key }) => key === step);
    return found === undefined ? step : speech.words(found.name);
  };
}
