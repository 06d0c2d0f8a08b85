import { type Day, isoDay } from '@nardeban/core/values';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { historyQuery } from '../../api/ladder-queries.ts';
import { dayOfAddress } from '../../language/speech.ts';
import { useSetting } from '../setting.ts';
import { HEIGHT, linePoints, nearest, pathOf, WIDTH } from './line.ts';
import styles from './RungLine.module.css';

const DAYS = 364;

/** What is asked for, for every line of a page and its table at once. */
export function yearUpTo(ladder: string, day: Day) {
  return { ladder, from: isoDay(day - DAYS), to: isoDay(day) };
}

/** How many stood on a rung, week by week: looked at with the pointer, or with the arrow keys once it has the focus. */
export default function RungLine(props: {
  readonly ladder: string;
  readonly rung: string;
  readonly name: string;
  readonly day: Day;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const [read, setRead] = useState<number | null>(null);
  const { data } = useQuery(historyQuery(asking, yearUpTo(props.ladder, props.day)));
  const place = data?.keys.indexOf(props.rung) ?? -1;
  if (data === undefined || place === -1 || data.points.length < 2) return null;
  const counts = data.points.map(({ rungs }) => rungs[place] ?? 0);
  const rightToLeft = speech.language === 'fa';
  const points = linePoints(counts, rightToLeft);
  const last = counts.length - 1;
  const at = Math.min(read ?? last, last);
  const point = points[at];
  const day = dayOfAddress(data.points[at]?.day);
  const reading = t('ladder.history.reading', {
    day: day === null ? '' : speech.day(day),
    people: speech.number(counts[at] ?? 0),
  });
  const onKey = (event: KeyboardEvent) => {
    const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
    const back = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
    const next = { [forward]: at + 1, [back]: at - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setRead(Math.min(Math.max(next, 0), last));
  };
  return (
    <div
      className={styles.line}
      role="slider"
      tabIndex={0}
      aria-label={t('ladder.history.line', { rung: props.name })}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at}
      aria-valuetext={reading}
      onKeyDown={onKey}
      onFocus={() => setRead((before) => before ?? last)}
      onBlur={() => setRead(null)}
      onPointerMove={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        setRead(nearest((event.clientX - box.left) / box.width, counts.length, rightToLeft));
      }}
      onPointerLeave={(event) => {
        if (document.activeElement !== event.currentTarget) setRead(null);
      }}
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path d={pathOf(points)} />
      </svg>
      {point === undefined ? null : (
        <span
          className={styles.dot}
          aria-hidden="true"
          // The box is drawn in its own measure, whichever way the page is read.
          style={{ left: `${(point.x / WIDTH) * 100}%`, top: `${(point.y / HEIGHT) * 100}%` }}
        />
      )}
      {read === null ? null : (
        <span className={styles.reading} aria-hidden="true">
          {reading}
        </span>
      )}
    </div>
  );
}
