import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { solarHolidaysOf } from '@nardeban/core/sales';
import { dateOf, type Day, dayFrom, isoDay } from '@nardeban/core/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOfAddress } from '../../../language/speech.ts';
import { TrashIcon } from '../../../ui/icons.tsx';
import { daysIn } from '../../criteria/figures.ts';
import { useSetting } from '../../setting.ts';
import { TypedDay } from '../deals/TypedDay.tsx';
import { inTheirDigits } from './digits-of.ts';
import type { WorkingHours } from './queries.ts';
import styles from './Today.module.css';
import { type KeptHours, useHoursDeed } from './useHoursDeed.ts';

type OwnDay = WorkingHours['days'][number];

/** The days off of a year, official and one's own; and declaring one, today too. */
export function DaysOff({ kept, mayManage }: { readonly kept: KeptHours; readonly mayManage: boolean }) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const [year, setYear] = useState(() => dateOf(today, speech.calendar).year);
  const adding = useHoursDeed(kept, t('salesToday.days.added'));
  const removing = useHoursDeed(kept, t('salesToday.days.removed'));
  const { hours, version } = kept;
  const put = (days: readonly OwnDay[]) => ({ hours: { ...hours, days: [...days] }, version });
  const rows = daysOf(year, hours, speech.calendar);
  const isDeclared = hours.days.some(({ day }) => day === isoDay(today));
  const declare = (day: string, name: string) =>
    adding.run(put([...hours.days.filter((one) => one.day !== day), { day, name, hours: [] }]));
  return (
    <div className={styles.stack}>
      {mayManage ? (
        <section className={styles.card}>
          <div className={styles.heading}>
            <h2>{t('salesToday.days.declare')}</h2>
            {isDeclared ? null : (
              <Button
                variant="outlined"
                loading={adding.pending}
                onClick={() => void declare(isoDay(today), t('salesToday.days.sudden'))}
              >
                {t('salesToday.days.today')}
              </Button>
            )}
          </div>
          <p className={styles.soft}>{t('salesToday.days.text')}</p>
          <NewDay pending={adding.pending} onAdd={declare} />
        </section>
      ) : null}
      <section className={styles.card}>
        <div className={styles.heading}>
          <h2>{t('salesToday.days.ofYear', { year: inTheirDigits(String(year), speech) })}</h2>
          <div className={styles.buttons}>
            <Button size="small" color="inherit" onClick={() => setYear(year - 1)}>
              {t('salesToday.days.yearBefore')}
            </Button>
            <Button size="small" color="inherit" onClick={() => setYear(year + 1)}>
              {t('salesToday.days.yearAfter')}
            </Button>
          </div>
        </div>
        {rows.length === 0 ? (
          <p className={styles.soft}>{t('salesToday.days.none')}</p>
        ) : (
          <ul className={styles.list} style={{ gap: 0 }}>
            {rows.map(({ day, own, official }) => (
              <li key={day} className={styles.dayRow}>
                <span>
                  <strong>{speech.day(day, 'full')}</strong>{' '}
                  <bdi className={styles.soft}>
                    {own?.name ?? (official === null ? '' : speech.words(official))}
                  </bdi>{' '}
                  <span className={styles.kind}>
                    {t(own === null ? 'salesToday.days.official' : 'salesToday.days.own')}
                  </span>
                </span>
                {own === null || !mayManage ? null : (
                  <IconButton
                    size="small"
                    aria-label={t('salesToday.days.remove', { day: speech.day(day) })}
                    onClick={() => void removing.run(put(hours.days.filter((one) => one !== own)))}
                  >
                    <TrashIcon size={18} />
                  </IconButton>
                )}
              </li>
            ))}
          </ul>
        )}
        <p className={styles.soft}>{t('salesToday.days.lunar')}</p>
      </section>
    </div>
  );
}

function NewDay(props: {
  readonly pending: boolean;
  readonly onAdd: (day: string, name: string) => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [day, setDay] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [round, setRound] = useState(0);
  const add = async (chosen: string) => {
    if ((await props.onAdd(chosen, name.trim())) === undefined) return;
    setDay(null);
    setName('');
    setAsked(false);
    setRound(round + 1);
  };
  return (
    <form
      className={styles.pair}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (day === null) return;
        void add(day);
      }}
    >
      <TypedDay
        key={round}
        label={t('salesToday.form.day')}
        manner={daysIn(speech)}
        value={day}
        help={isAsked && day === null ? t('salesToday.form.dayMissing') : undefined}
        onChange={setDay}
      />
      <TextField
        size="small"
        label={t('salesToday.days.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 100, dir: 'auto' } }}
      />
      <Button type="submit" variant="contained" loading={props.pending} sx={{ justifySelf: 'start' }}>
        {t('salesToday.days.add')}
      </Button>
    </form>
  );
}

interface Row {
  readonly day: Day;
  readonly own: OwnDay | null;
  readonly official: { readonly fa: string; readonly en: string } | null;
}

/** What is off in a year of the business's calendar, in order; what it says itself goes before the official. */
function daysOf(year: number, hours: WorkingHours, calendar: 'jalali' | 'gregorian'): readonly Row[] {
  const from = dayFrom(calendar, year, 1, 1) ?? 0;
  const until = dayFrom(calendar, year + 1, 1, 1) ?? 0;
  const rows = new Map<Day, Row>();
  if (hours.official)
    for (const jalali of [0, 1, 2].map((more) => dateOf(from, 'jalali').year + more))
      for (const { day, name } of solarHolidaysOf(jalali)) rows.set(day, { day, own: null, official: name });
  for (const own of hours.days) {
    const day = dayOfAddress(own.day);
    if (day !== null) rows.set(day, { day, own, official: null });
  }
  return [...rows.values()]
    .filter(({ day }) => from <= day && day < until)
    .sort((one, other) => one.day - other.day);
}
