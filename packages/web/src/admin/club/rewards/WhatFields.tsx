import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { wholesIn } from '../../insight/spend/manners.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { OptionalDay } from '../vouchers/OptionalDay.tsx';
import { DiscountFields } from './DiscountFields.tsx';
import type { FormPart } from './PriceFields.tsx';
import { REWARD_KINDS } from './reward-form.ts';

const MOST_PIECES = 1_000;
const TEXT = { dir: 'auto', maxLength: 200 } as const;
const EVENT_DAYS = 30;

/** What is given, and what its kind has to say besides. */
export function WhatFields({ form, faults, onChange }: FormPart) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  return (
    <>
      <TextField
        select
        label={t('clubCodes.rewards.kind')}
        value={form.kind}
        helperText={t(`clubCodes.rewards.kindHelp.${form.kind}`)}
        onChange={(event) => {
          const kind = REWARD_KINDS.find((one) => one === event.target.value);
          if (kind !== undefined) onChange({ kind });
        }}
      >
        {REWARD_KINDS.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {t(`clubCodes.rewards.kindOf.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      {form.kind === 'discount' ? (
        <DiscountFields form={form} faults={faults} onChange={onChange} />
      ) : form.kind === 'product' ? (
        <div className={spend.pair}>
          <TextField
            required
            label={t('clubCodes.rewards.item')}
            value={form.item}
            error={faults.includes('item')}
            helperText={t(
              faults.includes('item') ? 'clubCodes.rewards.itemNeeded' : 'clubCodes.rewards.itemHelp',
            )}
            onChange={(event) => onChange({ item: event.target.value })}
            autoComplete="off"
            slotProps={{ htmlInput: TEXT }}
          />
          <TypedField
            required
            label={t('clubCodes.rewards.pieces')}
            manner={wholesIn(speech)}
            value={form.pieces}
            least={1}
            most={MOST_PIECES}
            onChange={(pieces) => onChange({ pieces })}
          />
        </div>
      ) : form.kind === 'event' ? (
        <>
          <OptionalDay
            ask={t('clubCodes.rewards.eventKnown')}
            label={t('clubCodes.day')}
            day={form.eventDay}
            usual={today + EVENT_DAYS}
            onChange={(eventDay) => onChange({ eventDay })}
          />
          <div className={spend.pair}>
            {form.eventDay === null ? null : (
              <TextField
                label={t('clubCodes.rewards.eventTime')}
                value={form.eventTime}
                error={faults.includes('time')}
                helperText={faults.includes('time') ? t('clubCodes.rewards.timeUnreadable') : undefined}
                onChange={(event) => onChange({ eventTime: event.target.value })}
                autoComplete="off"
                slotProps={{ htmlInput: { dir: 'ltr', maxLength: 5, style: { textAlign: 'start' } } }}
              />
            )}
            <TextField
              label={t('clubCodes.rewards.place')}
              value={form.place}
              onChange={(event) => onChange({ place: event.target.value })}
              autoComplete="off"
              slotProps={{ htmlInput: TEXT }}
            />
          </div>
        </>
      ) : form.kind === 'donation' ? (
        <TextField
          required
          label={t('clubCodes.rewards.to')}
          value={form.to}
          error={faults.includes('to')}
          helperText={faults.includes('to') ? t('clubCodes.rewards.toNeeded') : undefined}
          onChange={(event) => onChange({ to: event.target.value })}
          autoComplete="off"
          slotProps={{ htmlInput: TEXT }}
        />
      ) : null}
    </>
  );
}
