import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { EChartsCoreOption } from 'echarts/core';
import { type ChartSeries, type ChartSpec, toneOf, variableOf } from './spec.ts';

/** What of the page a drawing has to be told, since it knows no style sheet. */
export interface Surroundings {
  readonly colour: (variable: string) => string;
  readonly font: string;
  readonly rightToLeft: boolean;
  readonly width: number;
}

type Drawn = BarSeriesOption | LineSeriesOption | CustomSeriesOption;

const NARROW_PX = 520;
const EDGE_PX = 4;
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'];
/** Beyond so many points their marks would hide the line. */
const MOST_MARKS = 40;
const FAINT = 0.45;
/** Half the breadth of the ends of a bar of error. */
const END_PX = 4;

/** The drawing of a chart: read from the right, the first label stands at the right and the axis of values beside it. */
export function optionOf(spec: ChartSpec, around: Surroundings): EChartsCoreOption {
  const { rightToLeft, colour, font, width } = around;
  const sideways = spec.sideways === true;
  const isNarrow = width < NARROW_PX;
  const isolated = (text: string) => `\u2068${text}\u2069`;
  const label = { color: colour('--ink-soft'), fontFamily: font, fontSize: isNarrow ? 11 : 12 };
  const categories = {
    type: 'category' as const,
    data: spec.labels.map(isolated),
    // What is read first stands where reading begins: at the right, or on top.
    inverse: sideways || rightToLeft,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour('--line') } },
    axisLabel: {
      ...label,
      hideOverlap: true,
      ...(sideways ? { lineHeight: 14, width: isNarrow ? 96 : 160, overflow: 'break' as const } : {}),
    },
    ...(sideways ? { position: rightToLeft ? ('right' as const) : ('left' as const) } : {}),
  };
  const values = {
    type: 'value' as const,
    inverse: sideways && rightToLeft,
    ...(spec.most === undefined ? {} : { max: spec.most }),
    splitNumber: isNarrow ? 3 : 5,
    axisLabel: {
      ...label,
      hideOverlap: true,
      formatter: (value: number) => isolated((spec.axis ?? spec.say)(value)),
    },
    splitLine: { lineStyle: { color: colour('--line') } },
    ...(sideways ? {} : { position: rightToLeft ? ('right' as const) : ('left' as const) }),
  };
  return {
    animation: false,
    textStyle: { fontFamily: font },
    grid: {
      left: EDGE_PX,
      right: EDGE_PX,
      top: 14,
      bottom: EDGE_PX,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
      outerBoundsClampWidth: '60%',
    },
    xAxis: sideways ? values : categories,
    yAxis: sideways ? categories : values,
    series: spec.series.flatMap((series, place) => [
      drawn(series, place, spec, around),
      ...errorsOf(series, place, spec, around),
    ]),
  };
}

function drawn(series: ChartSeries, place: number, spec: ChartSpec, { colour }: Surroundings): Drawn {
  const tone = colour(variableOf(toneOf(series, place)));
  const data = series.values.map((value, index) => ({
    value: value ?? '-',
    ...(series.faint?.[index] === true ? { itemStyle: { opacity: FAINT } } : {}),
  }));
  const baseline =
    spec.baseline !== undefined && place === 0
      ? {
          markLine: {
            silent: true,
            symbol: 'none',
            label: { show: false },
            lineStyle: { color: colour('--ink-soft'), type: 'dashed' as const },
            data: [spec.sideways === true ? { xAxis: spec.baseline } : { yAxis: spec.baseline }],
          },
        }
      : {};
  if (series.kind === 'bar') {
    return {
      type: 'bar',
      name: series.name,
      data,
      barMaxWidth: 34,
      itemStyle: { color: tone, borderRadius: series.stack === undefined ? 3 : 0 },
      ...(series.stack === undefined ? {} : { stack: series.stack }),
      ...baseline,
    };
  }
  return {
    type: 'line',
    name: series.name,
    data,
    showSymbol: series.values.length <= MOST_MARKS,
    symbol: SYMBOLS[place % SYMBOLS.length] ?? 'circle',
    symbolSize: 7,
    itemStyle: { color: tone },
    lineStyle: { color: tone, width: 2, ...(series.dashed === true ? { type: 'dashed' as const } : {}) },
    ...baseline,
  };
}

/** From the low to the high end of each value, over the middle of its label. */
function errorsOf(
  { low, high }: ChartSeries,
  place: number,
  spec: ChartSpec,
  { colour }: Surroundings,
): readonly CustomSeriesOption[] {
  if (low === undefined || high === undefined) return [];
  const sideways = spec.sideways === true;
  const bars = spec.series.filter(({ kind }) => kind === 'bar').length;
  const data = low.flatMap((from, index) => {
    const to = high[index];
    return from === null || to === null || to === undefined ? [] : [[index, from, to]];
  });
  const renderItem: NonNullable<CustomSeriesOption['renderItem']> = (_, api) => {
    const [index, from, to] = [Number(api.value(0)), Number(api.value(1)), Number(api.value(2))];
    const at = (value: number): number[] => api.coord(sideways ? [value, index] : [index, value]);
    const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [at(from), at(to)];
    // Beside other bars it stands over its own.
    const size = api.size?.([1, 1]);
    const room = Array.isArray(size) ? (size[sideways ? 1 : 0] ?? 0) : 0;
    const shift = bars > 1 ? (place - (bars - 1) / 2) * Math.min(34, (room * 0.8) / bars) : 0;
    const line = (a: number, b: number, c: number, d: number) => ({
      type: 'line' as const,
      shape: sideways
        ? { x1: a, y1: b + shift, x2: c, y2: d + shift }
        : { x1: a + shift, y1: b, x2: c + shift, y2: d },
      style: { stroke: colour('--ink'), lineWidth: 1.4 },
    });
    const end = (x: number, y: number) =>
      sideways ? line(x, y - END_PX, x, y + END_PX) : line(x - END_PX, y, x + END_PX, y);
    return { type: 'group', children: [line(x1, y1, x2, y2), end(x1, y1), end(x2, y2)] };
  };
  return [
    {
      type: 'custom',
      renderItem,
      data,
      silent: true,
      z: 5,
      encode: sideways ? { x: [1, 2], y: 0 } : { x: 0, y: [1, 2] },
    },
  ];
}
