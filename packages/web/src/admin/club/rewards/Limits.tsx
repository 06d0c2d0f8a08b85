import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { moneyIn } from '../../criteria/figures.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { signedIn } from './signed-money.ts';
import { wholesIn } from '../../insight/spend/manners.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { OptionalDay } from '../vouchers/OptionalDay.tsx';
import type { FormPart } from './PriceFields.tsx';

const MOST = 1e9;
const MOST_CODE_DAYS = 3_650;
const USUAL_DAYS = 90;

/** How many there are, from when until when, what it costs the business, what proof it asks, and whose partner it is. */
export function Limits({ form, faults, onChange }: FormPart) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const wholes = wholesIn(speech);
  const empty = t('clubCodes.rewards.emptyFree');
  return (
    <>
      <div className={spend.pair}>
        <TypedField
          label={t('clubCodes.rewards.stock')}
          manner={wholes}
          value={form.stock}
          least={1}
          most={MOST}
          help={empty}
          onChange={(stock) => onChange({ stock })}
        />
        <TypedField
          label={t('clubCodes.rewards.perPerson')}
          manner={wholes}
          value={form.perPerson}
          least={1}
          most={MOST}
          help={empty}
          onChange={(perPerson) => onChange({ perPerson })}
        />
        <TypedField
          label={t('clubCodes.rewards.cost')}
          manner={moneyIn(speech)}
          value={form.cost}
          help={form.cost === null ? t('clubCodes.rewards.costHelp') : speech.money(form.cost)}
          onChange={(cost) => onChange({ cost })}
        />
        <TypedField
          label={t('clubCodes.rewards.codeDays')}
          manner={wholes}
          value={form.codeDays}
          least={1}
          most={MOST_CODE_DAYS}
          help={t('clubCodes.rewards.codeDaysHelp')}
          onChange={(codeDays) => onChange({ codeDays })}
        />
      </div>
      <div>
        <OptionalDay
          ask={t('clubCodes.rewards.startsLater')}
          label={t('period.from')}
          day={form.from}
          usual={today}
          onChange={(from) => onChange({ from })}
        />
        <OptionalDay
          ask={t('clubCodes.ends')}
          label={t('clubCodes.lastDay')}
          day={form.until}
          usual={(form.from ?? today) + USUAL_DAYS}
          fault={faults.includes('until') ? t('clubCodes.endsBefore') : undefined}
          onChange={(until) => onChange({ until })}
        />
        <FormControlLabel
          label={t('clubCodes.rewards.proof')}
          control={
            <Checkbox checked={form.proof} onChange={(event) => onChange({ proof: event.target.checked })} />
          }
        />
      </div>
      <fieldset className={spend.fieldset}>
        <legend>{t('clubCodes.rewards.partner')}</legend>
        <p className={spend.plain}>{t('clubCodes.rewards.partnerText')}</p>
        <div className={spend.pair}>
          <TextField
            label={t('clubCodes.rewards.partnerName')}
            value={form.partner}
            required={form.kind === 'partner'}
            error={faults.includes('partner')}
            helperText={
              faults.includes('partner')
                ? t('clubCodes.rewards.partnerNeeded')
                : t('clubCodes.rewards.noPartner')
            }
            onChange={(event) => onChange({ partner: event.target.value })}
            autoComplete="off"
            slotProps={{ htmlInput: { dir: 'auto', maxLength: 200 } }}
          />
          <TypedField
            label={t('clubCodes.rewards.owedForOne')}
            manner={signedIn(moneyIn(speech))}
            value={form.owed}
            help={t('clubCodes.rewards.owedHelp')}
            onChange={(owed) => onChange({ owed })}
          />
        </div>
      </fieldset>
    </>
  );
}
