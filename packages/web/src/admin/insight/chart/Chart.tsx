import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef, useState } from 'react';
import styles from './Chart.module.css';
import { Legend } from './Legend.tsx';
import { optionOf } from './option.ts';
import { type ChartSpec, toneOf, variableOf } from './spec.ts';

use([BarChart, LineChart, CustomChart, GridComponent, MarkLineComponent, SVGRenderer]);

const PRINTED_PX = 640;

interface Pointed {
  readonly index: number;
  /** Where its label stands, in pixels of the drawing. */
  readonly x: number;
  readonly y: number;
  /** The drawing's own width, to keep the word inside. */
  readonly width: number;
}

/** Bars and lines. The same numbers stand in the card's table, so the picture itself is not read aloud. */
export default function Chart(props: {
  readonly spec: ChartSpec;
  readonly label: string;
  readonly height: number;
  readonly onOpen?: ((index: number) => void) | undefined;
}) {
  const { spec, height } = props;
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const shown = useRef(props);
  shown.current = props;

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const made = init(element, null, { renderer: 'svg' });
    chart.current = made;
    const pointedAt = (x: number, y: number): Pointed | null => {
      if (!made.containPixel('grid', [x, y])) return null;
      const [across = 0, up = 0] = made.convertFromPixel('grid', [x, y]);
      const sideways = shown.current.spec.sideways === true;
      const index = Math.round(sideways ? up : across);
      if (shown.current.spec.labels[index] === undefined) return null;
      const centre = made.convertToPixel(sideways ? { yAxisIndex: 0 } : { xAxisIndex: 0 }, index);
      return { index, x: sideways ? x : centre, y: sideways ? centre : y, width: made.getWidth() };
    };
    const surface = made.getZr();
    surface.on('mousemove', ({ offsetX, offsetY }) => setPointed(pointedAt(offsetX, offsetY)));
    surface.on('globalout', () => setPointed(null));
    surface.on('click', ({ offsetX, offsetY }) => {
      const at = pointedAt(offsetX, offsetY);
      setPointed(at);
      if (at !== null) shown.current.onOpen?.(at.index);
    });
    return () => {
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const draw = (width = element.clientWidth) => {
      if (width === 0) return;
      const style = getComputedStyle(element);
      chart.current?.resize({ width, height });
      chart.current?.setOption(
        optionOf(spec, {
          colour: (variable) => style.getPropertyValue(variable).trim(),
          font: style.fontFamily,
          rightToLeft: document.documentElement.dir === 'rtl',
          width,
        }),
        { notMerge: true },
      );
    };
    draw();
    const sized = new ResizeObserver(() => draw());
    sized.observe(element);
    // Day and night have other colours, which a drawing has to be told.
    const themed = new MutationObserver(() => draw());
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'dir'] });
    const onPaper = () => draw(Math.min(PRINTED_PX, element.clientWidth));
    const onScreen = () => draw();
    addEventListener('beforeprint', onPaper);
    addEventListener('afterprint', onScreen);
    return () => {
      sized.disconnect();
      themed.disconnect();
      removeEventListener('beforeprint', onPaper);
      removeEventListener('afterprint', onScreen);
    };
  }, [spec, height]);

  return (
    <figure className={styles.figure}>
      {spec.series.length > 1 ? <Legend series={spec.series} /> : null}
      <div
        className={styles.place}
        style={{ blockSize: height, cursor: props.onOpen === undefined ? undefined : 'pointer' }}
      >
        <div role="img" aria-label={props.label}>
          <div ref={place} dir="ltr" style={{ blockSize: height }} />
        </div>
        {pointed === null ? null : <Reading spec={spec} pointed={pointed} />}
      </div>
    </figure>
  );
}

/** What stands where the pointer is. */
function Reading({ spec, pointed }: { readonly spec: ChartSpec; readonly pointed: Pointed }) {
  const { index, x, y, width } = pointed;
  const isBehind = x > width / 2;
  return (
    <>
      {spec.sideways === true ? null : <span className={styles.at} style={{ left: x }} aria-hidden="true" />}
      <div
        className={styles.reading}
        aria-hidden="true"
        // The drawing counts from its left, whichever way the page is read.
        style={{ top: Math.max(y - 12, 4), ...(isBehind ? { right: width - x + 12 } : { left: x + 12 }) }}
      >
        <strong>{spec.labels[index]}</strong>
        {spec.series.map((series, order) => {
          const value = series.values[index];
          if (value === null || value === undefined) return null;
          return (
            <span key={series.name}>
              <i style={{ background: `var(${variableOf(toneOf(series, order))})` }} />
              {spec.series.length > 1 ? `${series.name}: ` : null}
              <bdi>{spec.say(value)}</bdi>
            </span>
          );
        })}
      </div>
    </>
  );
}
