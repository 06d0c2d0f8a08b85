import type { Day } from '@nardeban/core/values';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePart } from '../../../loading/usePart.ts';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { useSetting } from '../../setting.ts';
import { DataTable } from './DataTable.tsx';
import { keepFile } from './keep-file.ts';
import styles from './ChartCard.module.css';
import type { ChartSpec } from './spec.ts';
import { type ChartTable, csvOf } from './table.ts';

/** Charts are heavy: what draws them is fetched with the first one. */
const loadChart = () => import('./Chart.tsx');

const HEIGHT = 280;
/** Room for the names of the series over the picture. */
const LEGEND_HEIGHT = 30;

/**
 * A chart with all that makes it one: what it is called and means, as of which day, the numbers behind it as a table,
 * and the same as a file.
 */
export function ChartCard(props: {
  readonly title: string;
  /** What is shown, in a sentence. */
  readonly definition: ReactNode;
  /** The last day that it knows of. */
  readonly asOf: Day;
  readonly table: ChartTable;
  /** What the file is called, in Latin letters and without its ending. */
  readonly file: string;
  readonly chart?: ChartSpec | null;
  /** The unit of the axis of values, where it is not said there. */
  readonly unit?: string | undefined;
  /** What the labels count, where they do not say it. */
  readonly along?: string;
  readonly height?: number;
  /** Where a label of the chart leads. */
  readonly onOpen?: (index: number) => void;
  /** What has to be known to read it rightly. */
  readonly note?: ReactNode;
  /** What stands over the picture: choices of what it shows. */
  readonly tools?: ReactNode;
  /** A picture of its own kind in place of bars and lines. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const { title, table, chart = null, height = HEIGHT, children } = props;
  const Chart = usePart(loadChart, chart !== null);
  const hasPicture = chart !== null || children !== undefined;
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <div className={`not-printed ${styles.deeds}`}>
          {hasPicture ? (
            <div className={styles.choice} role="group" aria-label={t('insight.chart.shownAs')}>
              <button type="button" aria-pressed={!asTable} onClick={() => setAsTable(false)}>
                {t('insight.chart.chart')}
              </button>
              <button type="button" aria-pressed={asTable} onClick={() => setAsTable(true)}>
                {t('insight.chart.table')}
              </button>
            </div>
          ) : null}
          <button
            type="button"
            className={styles.save}
            aria-label={t('insight.chart.saveNamed', { title })}
            onClick={() => keepFile(`${props.file}.csv`, csvOf(table))}
          >
            {t('insight.chart.save')}
          </button>
        </div>
      </div>
      <p className={styles.definition}>{props.definition}</p>
      {props.tools === undefined ? null : <div className={styles.tools}>{props.tools}</div>}
      {asTable || !hasPicture ? (
        <DataTable table={table} label={title} />
      ) : (
        (children ?? (
          <>
            {props.unit === undefined ? null : (
              <p className={styles.unit}>{t('insight.chart.unit', { unit: props.unit })}</p>
            )}
            {Chart === null || chart === null ? (
              <BlockSkeleton
                height={height + (chart !== null && chart.series.length > 1 ? LEGEND_HEIGHT : 0)}
              />
            ) : (
              <Chart
                spec={chart}
                label={t('insight.chart.picture', { title })}
                height={height}
                onOpen={props.onOpen}
              />
            )}
            {props.along === undefined ? null : <p className={styles.along}>{props.along}</p>}
          </>
        ))
      )}
      {props.note === undefined ? null : <p className={styles.note}>{props.note}</p>}
      <p className={styles.asOf}>{t('insight.chart.asOf', { day: speech.day(props.asOf) })}</p>
    </section>
  );
}
