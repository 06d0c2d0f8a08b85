import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlusIcon, TrashIcon } from '../../../ui/icons.tsx';
import { numbersIn } from '../../criteria/figures.ts';
import { useSetting } from '../../setting.ts';
import {
  draftOfWeek,
  faultOf,
  MOST_STRETCHES,
  type StretchDraft,
  type WeekDraft,
  weekOf,
} from './hours-draft.ts';
import { inTheirDigits } from './digits-of.ts';
import styles from './Today.module.css';
import { type KeptHours, useHoursDeed } from './useHoursDeed.ts';

const NEW_STRETCH: StretchDraft = { from: '', to: '' };
const MOST_GRACE = 10_080;

/** The hours of each weekday, several stretches a day; and how long something may be late before it counts as missed. */
export function HoursCard({ kept, mayManage }: { readonly kept: KeptHours; readonly mayManage: boolean }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const numbers = numbersIn(speech);
  const shown = (text: string) => inTheirDigits(text, speech);
  const [week, setWeek] = useState<WeekDraft>(() => draftOfWeek(kept.hours.week, shown));
  const [official, setOfficial] = useState(kept.hours.official);
  const [grace, setGrace] = useState(() => numbers.show(kept.hours.grace));
  const [isAsked, setAsked] = useState(false);
  const saving = useHoursDeed(kept, t('salesToday.hours.saved'));
  const readGrace = numbers.read(grace);
  const minutes =
    readGrace.ok && Number.isInteger(readGrace.value) && readGrace.value >= 0 && readGrace.value <= MOST_GRACE
      ? readGrace.value
      : null;
  const read = weekOf(week);
  const names = t('salesToday.weekdays').split(' ');
  const put = (day: number, stretches: readonly StretchDraft[]) =>
    setWeek((now) => now.map((one, index) => (index === day ? stretches : one)));
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (read !== null && minutes !== null)
          void saving.run({
            hours: { ...kept.hours, week: read, official, grace: minutes },
            version: kept.version,
          });
      }}
    >
      <section className={styles.card}>
        <h2>{t('salesToday.hours.week')}</h2>
        <p className={styles.soft}>{t('salesToday.hours.text')}</p>
        <div className={styles.week}>
          {week.map((stretches, day) => (
            <DayHours
              key={day}
              name={names[day]?.replaceAll('_', '\u200c') ?? ''}
              stretches={stretches}
              isAsked={isAsked}
              mayManage={mayManage}
              onChange={(changed) => put(day, changed)}
            />
          ))}
        </div>
        {mayManage ? (
          <Button
            size="small"
            color="inherit"
            sx={{ justifySelf: 'start' }}
            onClick={() => setWeek((now) => now.map((day) => (day.length === 0 ? day : (now[0] ?? day))))}
          >
            {t('salesToday.hours.copy')}
          </Button>
        ) : null}
      </section>
      <section className={styles.card}>
        <FormControlLabel
          control={<Switch checked={official} disabled={!mayManage} onChange={(_, on) => setOfficial(on)} />}
          label={t('salesToday.hours.official')}
        />
        <TextField
          size="small"
          label={t('salesToday.hours.grace')}
          value={grace}
          disabled={!mayManage}
          error={minutes === null}
          helperText={t('salesToday.hours.graceHelp')}
          onChange={(event) => setGrace(event.target.value)}
          slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 8 } }}
          sx={{ maxInlineSize: 360 }}
        />
      </section>
      {mayManage ? (
        <div className={styles.buttons}>
          <Button type="submit" variant="contained" loading={saving.pending}>
            {t('salesToday.hours.save')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

function DayHours(props: {
  readonly name: string;
  readonly stretches: readonly StretchDraft[];
  readonly isAsked: boolean;
  readonly mayManage: boolean;
  readonly onChange: (stretches: readonly StretchDraft[]) => void;
}) {
  const { t } = useTranslation();
  const { name, stretches, mayManage, onChange } = props;
  const change = (place: number, changes: Partial<StretchDraft>) =>
    onChange(stretches.map((one, index) => (index === place ? { ...one, ...changes } : one)));
  const fault = props.isAsked ? stretches.map(faultOf).find((one) => one !== null) : undefined;
  return (
    <div className={styles.weekDay} role="group" aria-label={name}>
      <strong>{name}</strong>
      <div className={styles.stretches}>
        {stretches.length === 0 ? <span className={styles.soft}>{t('salesToday.hours.closed')}</span> : null}
        {stretches.map((one, index) => (
          <span key={index} className={styles.stretch}>
            <Clock
              label={t('salesToday.hours.from')}
              value={one.from}
              disabled={!mayManage}
              onChange={(from) => change(index, { from })}
            />
            <span aria-hidden="true">–</span>
            <Clock
              label={t('salesToday.hours.to')}
              value={one.to}
              disabled={!mayManage}
              onChange={(to) => change(index, { to })}
            />
            {mayManage ? (
              <IconButton
                size="small"
                aria-label={t('salesToday.hours.remove', { day: name })}
                onClick={() => onChange(stretches.filter((_, place) => place !== index))}
              >
                <TrashIcon size={17} />
              </IconButton>
            ) : null}
          </span>
        ))}
        {mayManage && stretches.length < MOST_STRETCHES ? (
          <IconButton
            size="small"
            aria-label={t('salesToday.hours.add', { day: name })}
            onClick={() => onChange([...stretches, NEW_STRETCH])}
          >
            <PlusIcon size={18} />
          </IconButton>
        ) : null}
        {fault === undefined ? null : (
          <p className={styles.fault} role="alert">
            {t(`salesToday.hours.${fault}`)}
          </p>
        )}
      </div>
    </div>
  );
}

function Clock(props: {
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (text: string) => void;
}) {
  return (
    <TextField
      size="small"
      value={props.value}
      disabled={props.disabled}
      autoComplete="off"
      onChange={(event) => props.onChange(event.target.value)}
      slotProps={{ htmlInput: { 'aria-label': props.label, dir: 'ltr', maxLength: 5 } }}
    />
  );
}
