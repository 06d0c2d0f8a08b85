import Chip from '@mui/material/Chip';
import TextField from '@mui/material/TextField';
import { hoursOf, nextWorkingDay } from '@nardeban/core/sales';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayOfAddress } from '../../../language/speech.ts';
import { daysIn } from '../../criteria/figures.ts';
import { useSetting } from '../../setting.ts';
import { TypedDay } from '../deals/TypedDay.tsx';
import { workingHoursQuery } from './queries.ts';
import styles from './Today.module.css';
import { calendarOf, readClock, soonDays, type When } from './when.ts';

/** A day, chosen with a tap or typed in either calendar, and a time of it or none; a day off says so. */
export function WhenFields(props: {
  readonly when: When;
  /** Agreed with somebody: it stays on a day off. */
  readonly fixed: boolean;
  readonly fault: string | null;
  readonly onChange: (when: When) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech, today } = useSetting();
  const { when, onChange } = props;
  const hours = useQuery(workingHoursQuery(asking)).data?.hours;
  const calendar = hours === undefined ? null : calendarOf(hours, speech.zone);
  const day = dayOfAddress(when.day ?? undefined);
  const isOff = calendar !== null && day !== null && hoursOf(calendar, day).length === 0;
  const clock = readClock(when.clock);
  // An hour on a day off is meant; a whole day of it waits for the next on which somebody works.
  const stays = props.fixed || clock !== null;
  return (
    <div className={styles.when}>
      <div className={styles.chips} role="group" aria-label={t('salesToday.form.soon')}>
        {soonDays(today, calendar).map((one) => (
          <Chip
            key={one.key}
            label={t(`salesToday.form.${one.key}`)}
            variant={when.day === one.day ? 'filled' : 'outlined'}
            color={when.day === one.day ? 'primary' : 'default'}
            aria-pressed={when.day === one.day}
            onClick={() => onChange({ ...when, day: one.day })}
          />
        ))}
      </div>
      <div className={styles.pair}>
        <TypedDay
          label={t('salesToday.form.day')}
          manner={daysIn(speech)}
          value={when.day}
          help={
            isOff && day !== null
              ? t(stays ? 'salesToday.form.offStays' : 'salesToday.form.offWaits', {
                  day: speech.day(nextWorkingDay(calendar, day), 'full'),
                })
              : day === null
                ? undefined
                : speech.day(day, 'full')
          }
          onChange={(chosen) => onChange({ ...when, day: chosen })}
        />
        <TextField
          size="small"
          label={t('salesToday.form.clock')}
          value={when.clock}
          error={clock === undefined}
          helperText={t(clock === undefined ? 'salesToday.form.noClock' : 'salesToday.form.anyTime')}
          autoComplete="off"
          onChange={(event) => onChange({ ...when, clock: event.target.value })}
          slotProps={{
            htmlInput: { dir: 'ltr', inputMode: 'text', style: { textAlign: 'start' }, maxLength: 8 },
          }}
        />
      </div>
      {props.fault === null ? null : (
        <p className={styles.fault} role="alert">
          {props.fault}
        </p>
      )}
    </div>
  );
}
