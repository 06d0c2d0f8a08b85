import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type Day, isoDay } from '@nardeban/core/values';
import { useTranslation } from 'react-i18next';
import { type LadderSearch, type PeriodName, PERIODS } from '../../paths.ts';
import { DayField } from '../../ui/DayField.tsx';
import type { Period } from '../period.ts';
import { addressOfDay, useSetting } from '../setting.ts';
import type { Looked } from './looked.ts';

type Change = (change: (kept: LadderSearch) => LadderSearch) => void;

/** On which day, and over which period. `onChange` is given what becomes of the address. */
export function PeriodFields({ looked, onChange }: { readonly looked: Looked; readonly onChange: Change }) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const { day, period, periodName } = looked;

  const look = (asOf: Day) => {
    const address = addressOfDay(asOf, today);
    onChange(({ asOf: _asOf, ...kept }) => ({
      ...kept,
      ...(address === undefined ? {} : { asOf: address }),
    }));
  };
  const span = (name: PeriodName, chosen: Period) =>
    onChange(({ from: _from, to: _to, ...kept }) => ({
      ...kept,
      period: name,
      ...(name === 'custom' ? { from: isoDay(chosen.from), to: isoDay(chosen.to) } : {}),
    }));

  return (
    <>
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
    </>
  );
}
