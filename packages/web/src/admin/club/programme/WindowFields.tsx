import { useTranslation } from 'react-i18next';
import { Choice, MaybeNumber } from './fields.tsx';
import type { Window } from './shape.ts';

const UNITS = ['days', 'months', 'years'] as const;
type Unit = (typeof UNITS)[number];

/** So many days, months or years; emptied, none. */
export function WindowFields(props: {
  readonly label: string;
  readonly window: Window | undefined;
  readonly fault?: string | undefined;
  readonly onChange: (window: Window | undefined) => void;
}) {
  const { t } = useTranslation();
  const [unit, count] = (
    props.window === undefined ? ['months', undefined] : Object.entries(props.window)[0]
  ) as [Unit, number | undefined];
  return (
    <>
      <MaybeNumber
        label={props.label}
        kind="whole"
        least={1}
        most={100}
        value={count}
        fault={props.fault}
        onChange={(typed) => props.onChange(typed === undefined ? undefined : windowOf(unit, typed))}
      />
      {count === undefined ? null : (
        <Choice
          label={t('club.field.unit')}
          value={unit}
          options={UNITS.map((value) => ({ value, label: t(`club.unitOf.${value}`) }))}
          onChange={(chosen) => props.onChange(windowOf(chosen, count))}
        />
      )}
    </>
  );
}

function windowOf(unit: Unit, count: number): Window {
  if (unit === 'days') return { days: count };
  return unit === 'months' ? { months: count } : { years: count };
}
