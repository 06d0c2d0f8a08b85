import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { wholesIn } from '../../insight/spend/manners.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import type { TermsFault, TermsForm } from './batch-form.ts';
import { OptionalDay } from './OptionalDay.tsx';

const MOST = 1e12;
const USUAL_DAYS = 30;

/** What all codes of a batch are good for: their name, how often, and from when until when. */
export function TermsFields(props: {
  readonly form: TermsForm;
  readonly faults: readonly TermsFault[];
  readonly onChange: (changes: Partial<TermsForm>) => void;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const { form, faults, onChange } = props;
  const wholes = wholesIn(speech);
  return (
    <>
      <TextField
        required
        autoFocus
        label={t('clubCodes.vouchers.name')}
        value={form.name}
        error={faults.includes('name')}
        helperText={t(
          faults.includes('name') ? 'clubCodes.vouchers.nameNeeded' : 'clubCodes.vouchers.nameHelp',
        )}
        onChange={(event) => onChange({ name: event.target.value })}
        autoComplete="off"
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 200, required: false, 'aria-required': true } }}
      />
      <div className={spend.pair}>
        <TypedField
          label={t('clubCodes.vouchers.uses')}
          manner={wholes}
          value={form.uses}
          least={1}
          most={MOST}
          help={t('clubCodes.vouchers.usesHelp')}
          onChange={(uses) => onChange({ uses })}
        />
        <TypedField
          label={t('clubCodes.vouchers.perPerson')}
          manner={wholes}
          value={form.usesPerPerson}
          least={1}
          most={MOST}
          help={t('clubCodes.vouchers.usesHelp')}
          onChange={(usesPerPerson) => onChange({ usesPerPerson })}
        />
      </div>
      <div>
        <OptionalDay
          ask={t('clubCodes.vouchers.startsLater')}
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
      </div>
    </>
  );
}
