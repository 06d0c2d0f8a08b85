import MenuItem from '@mui/material/MenuItem';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import { isoDay, type Day } from '@nardeban/core/values';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LadderListed } from '../../api/answers.ts';
import { type PeriodName, PERIODS, paths } from '../../paths.ts';
import { DayField } from '../../ui/DayField.tsx';
import type { Period } from '../period.ts';
import { addressOfDay, useSetting } from '../setting.ts';
import styles from './LadderPage.module.css';

const route = getRouteApi('/staff/ladders/$ladder');

/** Which ladder is looked at, on which day, and over which period. All of it lives in the address. */
export function LadderTools(props: {
  readonly ladders: readonly LadderListed[];
  readonly current: string;
  readonly title: string | undefined;
  readonly day: Day;
  readonly period: Period;
  readonly periodName: PeriodName;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const navigate = route.useNavigate();
  const { day, period, periodName } = props;

  const look = (asOf: Day) => {
    const address = addressOfDay(asOf, today);
    void navigate({
      search: ({ asOf: _asOf, ...kept }) => ({
        ...kept,
        ...(address === undefined ? {} : { asOf: address }),
      }),
    });
  };
  const span = (name: PeriodName, chosen: Period) =>
    void navigate({
      search: ({ from: _from, to: _to, ...kept }) => ({
        ...kept,
        period: name,
        ...(name === 'custom' ? { from: isoDay(chosen.from), to: isoDay(chosen.to) } : {}),
      }),
    });

  return (
    <div className={styles.head}>
      <div className={styles.heading}>
        <h1>{props.title ?? <Skeleton width={240} />}</h1>
        <p className="soft">
          {day === today
            ? t('ladder.today', { day: speech.day(day, 'full') })
            : t('ladder.onDay', { day: speech.day(day, 'full') })}
        </p>
      </div>
      <div className={styles.tools}>
        {props.ladders.length > 1 ? (
          <TextField
            select
            size="small"
            label={t('ladder.which')}
            value={props.current}
            onChange={(event) =>
              void navigate({
                to: paths.ladder,
                params: { ladder: event.target.value },
                search: (kept) => kept,
              })
            }
            sx={{ minInlineSize: { xs: '100%', sm: 180 } }}
          >
            {props.ladders.map((one) => (
              <MenuItem key={one.key} value={one.key}>
                {speech.words(one.name)}
              </MenuItem>
            ))}
          </TextField>
        ) : null}
        <DayField label={t('ladder.asOf')} day={day} last={today} speech={speech} onChange={look} />
        <TextField
          select
          size="small"
          label={t('ladder.period')}
          value={periodName}
          onChange={(event) => span(PERIODS.find((one) => one === event.target.value) ?? 'month', period)}
          sx={{ minInlineSize: { xs: '100%', sm: 170 } }}
        >
          {PERIODS.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`period.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {periodName === 'custom' ? (
          <>
            <DayField
              label={t('period.from')}
              day={period.from}
              last={today}
              speech={speech}
              onChange={(from) => span('custom', { ...period, from })}
            />
            <DayField
              label={t('period.to')}
              day={period.to}
              last={today}
              speech={speech}
              onChange={(to) => span('custom', { ...period, to })}
            />
          </>
        ) : null}
      </div>
    </div>
  );
}
