import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { isoDay } from '@nardeban/core/values';
import { useTranslation } from 'react-i18next';
import { dayOfAddress } from '../../../language/speech.ts';
import { PERIODS, type PeriodName } from '../../../paths.ts';
import { DayField } from '../../../ui/DayField.tsx';
import { type Period, periodOf } from '../../period.ts';
import { useSetting } from '../../setting.ts';
import type { PeriodSearch } from '../spend-search.ts';

const ALL = 'all';

/** The time of an address in days; null: all of it. `usual` is meant where the address says nothing. */
export function useSpan(search: PeriodSearch, usual: PeriodName | null): Period | null {
  const { speech, today } = useSetting();
  const name = search.period ?? usual;
  if (name === null) return null;
  return periodOf(name, today, speech.calendar, {
    from: dayOfAddress(search.from),
    to: dayOfAddress(search.to),
  });
}

/** Which time is looked at; with `usual` null also all of it. */
export function SpanFields(props: {
  readonly search: PeriodSearch;
  readonly usual: PeriodName | null;
  readonly label: string;
  /** The last day that may be chosen; today unless told. */
  readonly last?: number;
  readonly onChange: (changes: { [Key in keyof PeriodSearch]?: PeriodSearch[Key] | undefined }) => void;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const { search, usual, last = today } = props;
  const span = useSpan(search, usual);
  const name = search.period ?? usual ?? ALL;
  const choose = (chosen: PeriodName | undefined, days: Period | null) => {
    const isCustom = chosen === 'custom' && days !== null;
    props.onChange({
      period: chosen === usual ? undefined : chosen,
      from: isCustom ? isoDay(days.from) : undefined,
      to: isCustom ? isoDay(days.to) : undefined,
    });
  };
  return (
    <>
      <TextField
        select
        size="small"
        label={props.label}
        value={name}
        onChange={(event) =>
          choose(
            PERIODS.find((one) => one === event.target.value),
            span ?? { from: today - 29, to: today },
          )
        }
        sx={{ minInlineSize: { xs: '100%', sm: 190 } }}
      >
        {usual === null ? <MenuItem value={ALL}>{t('spend.allTime')}</MenuItem> : null}
        {PERIODS.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`period.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {name === 'custom' && span !== null ? (
        <>
          <DayField
            label={t('period.from')}
            day={span.from}
            last={last}
            speech={speech}
            onChange={(from) => choose('custom', { ...span, from })}
          />
          <DayField
            label={t('period.to')}
            day={span.to}
            last={last}
            speech={speech}
            onChange={(to) => choose('custom', { ...span, to })}
          />
        </>
      ) : null}
    </>
  );
}
