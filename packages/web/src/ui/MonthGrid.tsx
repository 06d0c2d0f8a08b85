import {
  addMonths,
  type Calendar,
  dateOf,
  type Day,
  type Language,
  monthLength,
  showDay,
  showMonth,
  startOfMonth,
  weekday,
} from '@nardeban/core/values';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { inDigits } from '../language/digits.ts';
import { showNumber } from '../language/numbers.ts';
import { OnwardIcon } from './icons.tsx';
import styles from './MonthGrid.module.css';

const WEEK = 7;

/**
 * One month of the business's calendar, weeks from Saturday in Persian calendars and from Monday elsewhere. Arrow keys
 * go by day and week, Page Up and Page Down by month, as in other calendars.
 */
export function MonthGrid(props: {
  readonly chosen: Day;
  readonly last: Day;
  readonly calendar: Calendar;
  readonly language: Language;
  readonly weekdays: readonly string[];
  readonly words: { readonly earlier: string; readonly later: string };
  readonly onChoose: (day: Day) => void;
}) {
  const { calendar, language, last } = props;
  const [at, setAt] = useState(Math.min(props.chosen, last));
  const grid = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const first = startOfMonth(at, calendar);
  const { year, month } = dateOf(first, calendar);
  const days = Array.from({ length: monthLength(calendar, year, month) }, (_, index) => first + index);
  const begin = calendar === 'jalali' ? 0 : 2;
  const blanks = (weekday(first) - begin + WEEK) % WEEK;

  useEffect(() => {
    if (moved.current) grid.current?.querySelector<HTMLButtonElement>('[tabindex="0"]')?.focus();
    moved.current = false;
  }, [at]);

  const go = (day: Day) => {
    moved.current = true;
    setAt(Math.min(day, last));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const onward = language === 'fa' ? 'ArrowLeft' : 'ArrowRight';
    const back = language === 'fa' ? 'ArrowRight' : 'ArrowLeft';
    const target = {
      [onward]: at + 1,
      [back]: at - 1,
      ArrowDown: at + WEEK,
      ArrowUp: at - WEEK,
      PageUp: addMonths(at, -1, calendar),
      PageDown: addMonths(at, 1, calendar),
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    go(target);
  };

  return (
    <div className={styles.month}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.turn}
          aria-label={props.words.earlier}
          onClick={() => setAt(addMonths(at, -1, calendar))}
        >
          <span className={styles.back}>
            <OnwardIcon size={18} />
          </span>
        </button>
        <strong aria-live="polite">{inDigits(showMonth(first, { calendar, language }), language)}</strong>
        <button
          type="button"
          className={styles.turn}
          aria-label={props.words.later}
          disabled={first + days.length > last}
          onClick={() => setAt(Math.min(addMonths(at, 1, calendar), last))}
        >
          <OnwardIcon size={18} />
        </button>
      </div>
      <div className={styles.days} role="group" ref={grid} onKeyDown={onKeyDown}>
        {props.weekdays.map((_, index) => (
          <span key={index} className={styles.weekday} aria-hidden="true">
            {props.weekdays[(index + begin) % WEEK]}
          </span>
        ))}
        {days.map((day, index) => (
          <button
            key={day}
            type="button"
            className={styles.day}
            style={index === 0 ? { gridColumnStart: blanks + 1 } : undefined}
            tabIndex={day === at ? 0 : -1}
            aria-pressed={day === props.chosen}
            aria-label={inDigits(showDay(day, { calendar, language, style: 'full' }), language)}
            disabled={day > last}
            onClick={() => props.onChoose(day)}
          >
            {showNumber(index + 1, language)}
          </button>
        ))}
      </div>
    </div>
  );
}
