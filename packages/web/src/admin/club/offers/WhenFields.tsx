import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Offer } from '@nardeban/core/offers';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../../ui/DayField.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import type { OfferDraft } from './offer-form.ts';
import type { PartProps } from './part-props.ts';
import styles from './Offers.module.css';
import { useOfferWords, weekdayOf } from './useOfferWords.ts';

type Hours = NonNullable<Offer['when']['hours']>[number];
type Day = NonNullable<OfferDraft['firstDay']>;
const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;
const HALF_HOUR = 30;
const MOST_HOURS = 10;
const DAYS_AHEAD = 3650;

/** From which day to which, on which days of the week, and at what hours. */
export function WhenFields({ draft, onChange, onKept, missing, faultOf }: PartProps) {
  const { t } = useTranslation();
  const { today } = useSetting();
  const { when } = draft.kept;
  const { weekdays, hours = [] } = when;
  const set = (changes: {
    readonly weekdays?: number[] | undefined;
    readonly hours?: Hours[] | undefined;
  }) => {
    const { weekdays: _days, hours: _hours, ...rest } = when;
    const said = { weekdays, hours: when.hours, ...changes };
    onKept({
      when: {
        ...rest,
        ...(said.weekdays === undefined || said.weekdays.length === 0 ? {} : { weekdays: said.weekdays }),
        ...(said.hours === undefined || said.hours.length === 0 ? {} : { hours: said.hours }),
      },
    });
  };
  const fault = faultOf('when') ?? (missing === 'days' ? t('clubOffers.missing.days') : undefined);
  return (
    <fieldset className={spend.fieldset}>
      <legend>{t('clubOffers.field.when')}</legend>
      <div className={styles.deeds}>
        <MaybeDay
          label={t('clubOffers.field.firstDay')}
          none={t('clubOffers.field.fromNow')}
          day={draft.firstDay}
          start={today}
          onChange={(firstDay) => onChange({ firstDay })}
        />
        <MaybeDay
          label={t('clubOffers.field.lastDay')}
          none={t('clubOffers.field.noEnd')}
          day={draft.lastDay}
          start={(draft.firstDay ?? today) + 29}
          onChange={(lastDay) => onChange({ lastDay })}
        />
      </div>
      {fault === undefined ? null : <p className={spend.fault}>{fault}</p>}
      <div role="group" aria-label={t('clubOffers.field.weekdays')}>
        {WEEK.map((day) => (
          <FormControlLabel
            key={day}
            control={
              <Checkbox
                size="small"
                checked={weekdays?.includes(day) ?? true}
                onChange={(_, checked) => {
                  const chosen = WEEK.filter((one) =>
                    one === day ? checked : (weekdays?.includes(one) ?? true),
                  );
                  set({ weekdays: chosen.length === WEEK.length ? undefined : [...chosen] });
                }}
              />
            }
            label={t(`clubOffers.weekday.${weekdayOf(day)}`)}
          />
        ))}
      </div>
      {hours.map((one, index) => (
        <HoursField
          key={`${index} of ${hours.length}`}
          hours={one}
          onChange={(changed) => set({ hours: hours.map((other, at) => (at === index ? changed : other)) })}
          onRemove={() => set({ hours: hours.filter((_, at) => at !== index) })}
        />
      ))}
      {hours.length >= MOST_HOURS ? null : (
        <Button
          size="small"
          sx={{ justifySelf: 'start' }}
          onClick={() => set({ hours: [...hours, { from: 600, to: 720 }] })}
        >
          {t('clubOffers.field.addHours')}
        </Button>
      )}
    </fieldset>
  );
}

function MaybeDay(props: {
  readonly label: string;
  readonly none: string;
  readonly day: Day | null;
  readonly start: Day;
  readonly onChange: (day: Day | null) => void;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const { day, onChange } = props;
  if (day === null)
    return (
      <Button variant="outlined" color="inherit" onClick={() => onChange(props.start)}>
        {props.none}
      </Button>
    );
  return (
    <span className={styles.deeds}>
      <DayField label={props.label} day={day} last={today + DAYS_AHEAD} speech={speech} onChange={onChange} />
      <Button size="small" color="inherit" onClick={() => onChange(null)}>
        {t('clubOffers.field.noDay')}
      </Button>
    </span>
  );
}

function HoursField(props: {
  readonly hours: Hours;
  readonly onChange: (hours: Hours) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation();
  const words = useOfferWords();
  const { hours, onChange } = props;
  const choices = (kept: number, first: number) =>
    [...new Set([kept, ...Array.from({ length: 48 }, (_, at) => first + at * HALF_HOUR)])].sort(
      (a, b) => a - b,
    );
  return (
    <div className={styles.deeds}>
      {(['from', 'to'] as const).map((side) => (
        <TextField
          key={side}
          select
          size="small"
          label={t(`clubOffers.field.hours.${side}`)}
          value={hours[side]}
          onChange={(event) => onChange({ ...hours, [side]: Number(event.target.value) })}
          sx={{ minInlineSize: 120 }}
        >
          {choices(hours[side], side === 'from' ? 0 : HALF_HOUR).map((minutes) => (
            <MenuItem key={minutes} value={minutes}>
              {words.clock(minutes)}
            </MenuItem>
          ))}
        </TextField>
      ))}
      <Button size="small" color="inherit" onClick={props.onRemove}>
        {t('clubOffers.remove')}
      </Button>
    </div>
  );
}
