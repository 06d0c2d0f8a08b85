import type { Language } from '@nardeban/core/values';
import { useTranslation } from 'react-i18next';
import styles from './WeekendField.module.css';

/** A Saturday, from which the week is counted. */
const SATURDAY = Date.UTC(2026, 0, 3);
const DAY = 86_400_000;

/** The days off of a week, from Saturday; at least one day stays a working day. */
export function WeekendField(props: {
  readonly days: readonly number[];
  readonly language: Language;
  readonly onChange: (days: readonly number[]) => void;
  readonly fault: string | undefined;
}) {
  const { t } = useTranslation();
  const names = new Intl.DateTimeFormat(props.language === 'fa' ? 'fa-IR' : 'en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  });
  const toggle = (day: number) => {
    const days = props.days.includes(day) ? props.days.filter((one) => one !== day) : [...props.days, day];
    if (days.length < 7) props.onChange(days.toSorted((one, other) => one - other));
  };
  return (
    <fieldset className={`whole ${styles.field}`}>
      <legend>{t('comingIn.fields.weekend')}</legend>
      <div className={styles.days}>
        {Array.from({ length: 7 }, (_, day) => (
          <label key={day} className={styles.day}>
            <input type="checkbox" checked={props.days.includes(day)} onChange={() => toggle(day)} />
            <span>{names.format(SATURDAY + day * DAY)}</span>
          </label>
        ))}
      </div>
      {props.fault === undefined ? null : (
        <p role="alert" className={styles.fault}>
          {props.fault}
        </p>
      )}
    </fieldset>
  );
}
