import { SankeyChart, type SankeySeriesOption } from 'echarts/charts';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../setting.ts';
import type { Flow } from './crossings.ts';
import styles from './Sankey.module.css';

use([SankeyChart, SVGRenderer]);

/** Below this width names stand over the bands instead of beside them. */
const ROOMY_PX = 760;
const NAMES_PX = 210;
const NARROW_NAMES_PX = 118;
const PRINTED_PX = 680;

interface Drawn {
  /** From the top down. */
  readonly places: readonly { readonly key: string }[];
  readonly flows: readonly Flow[];
  readonly nameOf: (rung: string) => string;
}

/**
 * Where people went: where they came from on the side one begins to read at, where they went to on the other, so that
 * ways up rise and ways down sink. The same numbers stand in a table, so the picture itself is not read aloud.
 */
export default function Sankey(
  props: Drawn & { readonly height: number; readonly onOpen: (flow: Flow) => void },
) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const [hovered, setHovered] = useState<Flow | null>(null);
  const { places, flows, nameOf, height, onOpen } = props;
  const shown = useRef({ flows, onOpen });
  shown.current = { flows, onOpen };

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const made = init(element, null, { renderer: 'svg' });
    chart.current = made;
    const flowOf = (event: { readonly dataType?: string; readonly dataIndex?: number }) =>
      event.dataType === 'edge' ? shown.current.flows[event.dataIndex ?? -1] : undefined;
    made.on('click', (event) => {
      const flow = flowOf(event);
      if (flow !== undefined) shown.current.onOpen(flow);
    });
    made.on('mouseover', (event) => setHovered(flowOf(event) ?? null));
    made.on('mouseout', () => setHovered(null));
    return () => {
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const draw = (width = element.clientWidth) => {
      chart.current?.resize({ width, height });
      chart.current?.setOption(
        {
          series: [optionOf({ places, flows, nameOf }, element, width, (people) => speech.number(people))],
        },
        { replaceMerge: ['series'] },
      );
    };
    draw();
    const sized = new ResizeObserver(() => draw());
    sized.observe(element);
    // Day and night have other colours, which a drawing has to be told.
    const themed = new MutationObserver(() => draw());
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const onPaper = () => draw(PRINTED_PX);
    const onScreen = () => draw();
    addEventListener('beforeprint', onPaper);
    addEventListener('afterprint', onScreen);
    return () => {
      sized.disconnect();
      themed.disconnect();
      removeEventListener('beforeprint', onPaper);
      removeEventListener('afterprint', onScreen);
    };
  }, [places, flows, nameOf, height, speech]);

  return (
    <figure className={styles.figure}>
      <div className={styles.sides} aria-hidden="true">
        <span>{t('ladder.flows.from')}</span>
        <span className={styles.hovered}>
          {hovered === null ? null : (
            <>
              {t('ladder.fromTo', { from: nameOf(hovered.from), to: nameOf(hovered.to) })}:{' '}
              {t('ladder.flowPeople', { count: hovered.people, shown: speech.number(hovered.people) })}
            </>
          )}
        </span>
        <span>{t('ladder.flows.to')}</span>
      </div>
      <div role="img" aria-label={t('ladder.flows.picture')}>
        <div ref={place} dir="ltr" className={styles.picture} style={{ blockSize: height }} />
      </div>
    </figure>
  );
}

function optionOf(
  { places, flows, nameOf }: Drawn,
  element: HTMLElement,
  width: number,
  number: (people: number) => string,
): SankeySeriesOption {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const colours = { up: colour('--up'), down: colour('--down'), across: colour('--accent') };
  const isRightToLeft = document.documentElement.dir === 'rtl';
  const isRoomy = width >= ROOMY_PX;
  // The chart knows only left and right: read from the right, the sides change places.
  const [first, second] = isRightToLeft ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const node = (side: 'from' | 'to', key: string, people: number) => {
    const edge = side === 'from' ? first : second;
    return {
      name: `${side} ${key}`,
      depth: edge === 'left' ? 0 : 1,
      label: {
        position: isRoomy ? edge : edge === 'left' ? ('right' as const) : ('left' as const),
        // Isolated, so that a name and a number of two directions do not run into each other.
        formatter: `${isRightToLeft ? '\u2067' : '\u2066'}\u2068${nameOf(key)}\u2069  ${number(people)}\u2069`,
      },
    };
  };
  const sum = (side: 'from' | 'to', key: string) =>
    flows.reduce((all, flow) => (flow[side] === key ? all + flow.people : all), 0);
  const nodes = (['from', 'to'] as const).flatMap((side) =>
    places.flatMap(({ key }) => {
      const people = sum(side, key);
      return people === 0 ? [] : [node(side, key, people)];
    }),
  );
  return {
    type: 'sankey',
    // Nobody is moved about: the rungs keep their order.
    layoutIterations: 0,
    draggable: false,
    // It is drawn again whenever the numbers freshen, which should not catch the eye.
    animation: false,
    left: isRoomy ? NAMES_PX : 2,
    right: isRoomy ? NAMES_PX : 2,
    top: 8,
    bottom: 8,
    nodeWidth: 10,
    nodeGap: 18,
    emphasis: { focus: 'adjacency', lineStyle: { opacity: 0.75 } },
    itemStyle: { color: colour('--ink-soft'), borderWidth: 0, borderRadius: 3 },
    label: {
      color: colour('--ink'),
      fontFamily: style.fontFamily,
      fontSize: isRoomy ? 13 : 12,
      width: isRoomy ? NAMES_PX - 20 : NARROW_NAMES_PX,
      overflow: 'truncate',
      ellipsis: '…',
      textBorderColor: colour('--ground'),
      textBorderWidth: 3,
    },
    data: nodes,
    links: flows.map((flow) => {
      const [source, target] = isRightToLeft
        ? [`to ${flow.to}`, `from ${flow.from}`]
        : [`from ${flow.from}`, `to ${flow.to}`];
      return {
        source,
        target,
        value: flow.people,
        lineStyle: { color: colours[flow.direction], opacity: 0.42, curveness: 0.5 },
      };
    }),
  };
}
