import type { Window } from '@nardeban/core/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../setting.ts';
import { numbersIn } from './figures.ts';
import { Joint } from './Joint.tsx';
import { Word } from './Word.tsx';
import { Written } from './Written.tsx';

const UNITS = ['days', 'weeks', 'months', 'years'] as const;
type Unit = (typeof UNITS)[number];

const DAYS_OF_A_WEEK = 7;

/** «در ۱۲ ماه گذشته»: how far back facts count. Weeks are kept as days. */
export function WindowWords(props: {
  readonly window: Window | undefined;
  readonly label: string;
  /** The words of "no window", where there may be none. */
  readonly always?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly fault?: string | undefined;
  readonly onChange: (window: Window | undefined) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { window, onChange, label } = props;
  const [inWeeks, setInWeeks] = useState(false);
  const unit: Unit =
    window === undefined || 'days' in window
      ? inWeeks && window !== undefined && window.days % DAYS_OF_A_WEEK === 0
        ? 'weeks'
        : 'days'
      : 'months' in window
        ? 'months'
        : 'years';
  const size = window === undefined ? 0 : sizeOf(window) / (unit === 'weeks' ? DAYS_OF_A_WEEK : 1);
  const numbers = numbersIn(speech);
  return (
    <>
      {props.always === undefined ? null : (
        <Word
          label={label}
          value={window === undefined ? 'always' : 'within'}
          choices={[
            { value: 'always', text: props.always },
            { value: 'within', text: props.before ?? '' },
          ]}
          onChange={(chosen) => onChange(chosen === 'always' ? undefined : { months: 12 })}
        />
      )}
      {window === undefined ? null : (
        <>
          <Written
            numeric
            label={label}
            value={size === 0 ? undefined : size}
            show={numbers.show}
            read={numbers.read}
            fault={props.fault}
            onChange={(value) => onChange(windowOf(value ?? 0, unit))}
          />
          <Word
            label={t('criteria.unit')}
            value={unit}
            choices={UNITS.map((one) => ({
              value: one,
              text: t(`criteria.units.${one}`, { count: Math.round(size) }),
            }))}
            onChange={(chosen) => {
              setInWeeks(chosen === 'weeks');
              onChange(windowOf(size, chosen));
            }}
          />
          {props.after === undefined ? null : <Joint>{props.after}</Joint>}
        </>
      )}
    </>
  );
}

function sizeOf(window: Window): number {
  if ('days' in window) return window.days;
  return 'months' in window ? window.months : window.years;
}

function windowOf(size: number, unit: Unit): Window {
  switch (unit) {
    case 'days':
      return { days: size };
    case 'weeks':
      return { days: size * DAYS_OF_A_WEEK };
    case 'months':
      return { months: size };
    case 'years':
      return { years: size };
  }
}
