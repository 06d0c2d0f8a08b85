import type { Day } from '@nardeban/core/values';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { useSetting } from '../../setting.ts';
import { useCells } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import type { ChartSpec } from '../chart/spec.ts';
import type { SeasonsSearch } from '../search.ts';
import spend from '../spend/Spend.module.css';
import { useWords } from '../words.ts';

interface Part {
  readonly label: string;
  readonly who: NonNullable<SeasonsSearch['who']>;
  readonly orders: number;
  readonly revenue: number;
  readonly index: number | null;
  readonly revenueIndex: number | null;
  /** Of the index of orders; nothing is known of that of sales. */
  readonly error?: number | null;
  readonly days?: number;
}

/** Parts of a year, a week or a day against the average one; each leads to those who ordered then. */
export function SeasonChart(props: {
  readonly of: readonly Part[];
  readonly by: 'orders' | 'revenue';
  readonly asOf: Day;
  readonly title: string;
  readonly definition: string;
  /** What the parts are called. */
  readonly head: string;
  readonly file: string;
  readonly onOpen: (who: Part['who']) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const cells = useCells();
  const { figure } = useWords();
  const { of: parts, by } = props;
  const chart = useMemo((): ChartSpec => {
    const values = parts.map(({ index, revenueIndex }) => (by === 'orders' ? index : revenueIndex));
    const bound = (sign: 1 | -1) =>
      parts.map(({ index, error }) =>
        index === null || error === null || error === undefined ? null : Math.max(index + sign * error, 0),
      );
    return {
      labels: parts.map(({ label }) => label),
      series: [
        {
          name: t('insight.seasons.index'),
          kind: 'bar',
          tone: by === 'orders' ? 1 : 2,
          values,
          ...(by === 'orders' ? { low: bound(-1), high: bound(1) } : {}),
        },
      ],
      say: figure,
      baseline: 1,
    };
  }, [parts, by, t, figure]);
  const open = (who: Part['who'], shown: string) => (
    <Link
      to={paths.insightSeasons}
      search={by === 'revenue' ? { by, who } : { who }}
      hash="people"
      replace
      className={spend.link}
    >
      {shown}
    </Link>
  );
  const cell = (value: number | null | undefined) => ({
    shown: value === null || value === undefined ? '–' : figure(value),
    value: value ?? null,
  });
  return (
    <ChartCard
      title={props.title}
      definition={props.definition}
      asOf={props.asOf}
      file={`seasons-${props.file}`}
      chart={chart}
      onOpen={(index) => {
        const part = parts[index];
        if (part !== undefined && part.orders > 0) props.onOpen(part.who);
      }}
      table={{
        columns: [
          { label: props.head },
          { label: t('insight.seasons.orders'), numeric: true },
          { label: t('insight.seasons.index'), numeric: true },
          { label: t('insight.seasons.errorColumn'), numeric: true },
          { label: t('insight.seasons.revenue'), numeric: true },
          { label: t('insight.seasons.revenueIndex'), numeric: true },
        ],
        rows: parts.map(({ label, who, orders, index, error, revenue, revenueIndex }) => [
          label,
          orders === 0
            ? cells.number(orders)
            : { shown: speech.number(orders), value: orders, link: open(who, speech.number(orders)) },
          cell(index),
          cell(error),
          cells.money(revenue),
          cell(revenueIndex),
        ]),
      }}
    />
  );
}
