import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { moneyIn } from '../../criteria/figures.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { hundredthsIn, wholesIn } from '../../insight/spend/manners.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { offersQuery } from '../vouchers/queries.ts';
import styles from '../vouchers/Codes.module.css';
import type { FormPart } from './PriceFields.tsx';

const GIVES = ['percent', 'amount', 'worth', 'none'] as const;
const LEAST_SHARE = 0.0001;

/** What a discount takes off a basket at the till, or which offer the code brings that is handed out ahead. */
export function DiscountFields({ form, faults, onChange }: FormPart) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const offers = (useQuery(offersQuery(asking)).data ?? []).filter(({ state }) => state !== 'archived');
  const money = moneyIn(speech);
  const isKnown = offers.some(({ offer }) => offer.key === form.offer);
  return (
    <>
      <TextField
        select
        label={t('clubCodes.rewards.gives')}
        value={form.gives}
        onChange={(event) => onChange({ gives: GIVES.find((one) => one === event.target.value) ?? 'none' })}
      >
        {GIVES.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`clubCodes.rewards.givesOf.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {form.gives === 'percent' ? (
        <div className={spend.pair}>
          <TypedField
            required
            label={t('clubCodes.rewards.share')}
            manner={hundredthsIn(speech)}
            value={form.share}
            least={LEAST_SHARE}
            most={1}
            onChange={(share) => onChange({ share })}
          />
          <TypedField
            label={t('clubCodes.rewards.cap')}
            manner={money}
            value={form.cap}
            least={1}
            help={form.cap === null ? t('clubCodes.rewards.emptyFree') : speech.money(form.cap)}
            onChange={(cap) => onChange({ cap })}
          />
        </div>
      ) : form.gives === 'none' ? null : (
        <div className={spend.pair}>
          <TypedField
            required
            label={t('clubCodes.rewards.amountOff')}
            manner={money}
            value={form.amount}
            least={1}
            help={form.amount === null ? undefined : speech.money(form.amount)}
            onChange={(amount) => onChange({ amount })}
          />
          {form.gives === 'worth' ? (
            <TypedField
              required
              label={t('clubCodes.rewards.perUnits')}
              manner={wholesIn(speech)}
              value={form.perUnits}
              least={1}
              onChange={(perUnits) => onChange({ perUnits })}
            />
          ) : null}
        </div>
      )}
      <TextField
        select
        label={t('clubCodes.rewards.offer')}
        value={isKnown || form.offer === '' ? form.offer : ''}
        helperText={t('clubCodes.rewards.offerHelp')}
        onChange={(event) => onChange({ offer: event.target.value })}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{t('clubCodes.rewards.noOffer')}</MenuItem>
        {offers.map(({ offer }) => (
          <MenuItem key={offer.key} value={offer.key} sx={{ whiteSpace: 'normal' }}>
            <bdi>{speech.words(offer.name)}</bdi>
          </MenuItem>
        ))}
      </TextField>
      {faults.includes('gives') ? <p className={styles.fault}>{t('clubCodes.rewards.givesNeeded')}</p> : null}
    </>
  );
}
