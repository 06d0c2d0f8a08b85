import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { moneyIn } from '../../criteria/figures.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { wholesIn } from '../../insight/spend/manners.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import type { Wallet } from './queries.ts';
import type { RewardFault, RewardForm } from './reward-form.ts';

const MOST = 1e12;

export interface FormPart {
  readonly form: RewardForm;
  readonly faults: readonly RewardFault[];
  readonly onChange: (changes: Partial<RewardForm>) => void;
}

/** From which wallet, and how much: a fixed price, or as much as the customer wants between two bounds. */
export function PriceFields(props: FormPart & { readonly wallets: readonly Wallet[] }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { form, faults, wallets, onChange } = props;
  const wallet = wallets.find(({ key }) => key === form.wallet);
  const manner = wallet?.unit === 'money' ? moneyIn(speech) : wholesIn(speech);
  return (
    <>
      <div className={spend.pair}>
        <TextField
          select
          label={t('clubCodes.rewards.wallet')}
          value={form.wallet}
          error={faults.includes('wallet')}
          helperText={faults.includes('wallet') ? t('clubCodes.rewards.walletNeeded') : undefined}
          onChange={(event) => onChange({ wallet: event.target.value })}
        >
          {wallets.map((one) => (
            <MenuItem key={one.key} value={one.key} sx={{ whiteSpace: 'normal' }}>
              <bdi>{speech.words(one.name)}</bdi>
            </MenuItem>
          ))}
          {wallet === undefined && form.wallet !== '' ? (
            <MenuItem value={form.wallet}>
              <bdi dir="ltr">{form.wallet}</bdi>
            </MenuItem>
          ) : null}
        </TextField>
        <TypedField
          required
          label={t(form.chosen ? 'clubCodes.rewards.least' : 'clubCodes.rewards.units')}
          manner={manner}
          value={form.units}
          least={1}
          most={MOST}
          fault={faults.includes('units') ? t('clubCodes.rewards.unitsNeeded') : undefined}
          onChange={(units) => onChange({ units })}
        />
      </div>
      <FormControlLabel
        label={t('clubCodes.rewards.chosen')}
        control={
          <Checkbox checked={form.chosen} onChange={(event) => onChange({ chosen: event.target.checked })} />
        }
      />
      {form.chosen ? (
        <div className={spend.pair}>
          <TypedField
            required
            label={t('clubCodes.rewards.most')}
            manner={manner}
            value={form.most}
            least={1}
            most={MOST}
            fault={faults.includes('most') ? t('clubCodes.rewards.mostNeeded') : undefined}
            onChange={(most) => onChange({ most })}
          />
          <TypedField
            label={t('clubCodes.rewards.step')}
            manner={manner}
            value={form.step}
            least={1}
            most={MOST}
            help={t('clubCodes.rewards.stepHelp')}
            onChange={(step) => onChange({ step })}
          />
        </div>
      ) : null}
    </>
  );
}
