import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { daysIn, moneyIn } from '../../criteria/figures.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useSetting } from '../../setting.ts';
import type { DealOwner } from './queries.ts';
import { TypedDay } from './TypedDay.tsx';
import { useDealWords } from './useDealWords.ts';

/** What is said of a deal when it is opened and changed later. */
export interface DealForm {
  readonly title: string;
  readonly amount: number | null;
  readonly products: string;
  readonly owner: string;
  readonly expectedClose: string | null;
}

export const NOBODYS = '';

export function DealFields(props: {
  readonly form: DealForm;
  readonly isTitleMissing: boolean;
  readonly owners?: readonly DealOwner[];
  readonly onChange: (form: DealForm) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useDealWords(props.owners);
  const { form, onChange } = props;
  const isElsewhere = form.owner !== NOBODYS && !words.colleagues.some(({ id }) => id === form.owner);
  return (
    <>
      <TextField
        required
        label={t('salesDeals.titleOf')}
        value={form.title}
        error={props.isTitleMissing}
        helperText={props.isTitleMissing ? t('salesDeals.titleNeeded') : undefined}
        onChange={(event) => onChange({ ...form, title: event.target.value })}
        autoComplete="off"
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 200, required: false, 'aria-required': true } }}
      />
      <TypedField
        label={t('salesDeals.amount')}
        manner={moneyIn(speech)}
        value={form.amount}
        least={0}
        onChange={(amount) => onChange({ ...form, amount })}
        help={form.amount === null ? t('salesDeals.amountHelp') : speech.money(form.amount)}
      />
      <TextField
        label={t('salesDeals.products')}
        value={form.products}
        helperText={t('salesDeals.productsHelp')}
        onChange={(event) => onChange({ ...form, products: event.target.value })}
        autoComplete="off"
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 2000 } }}
      />
      <TypedDay
        label={t('salesDeals.close')}
        manner={daysIn(speech)}
        value={form.expectedClose}
        onChange={(expectedClose) => onChange({ ...form, expectedClose })}
      />
      <TextField
        select
        label={t('salesDeals.owner')}
        value={form.owner}
        onChange={(event) => onChange({ ...form, owner: event.target.value })}
      >
        <MenuItem value={NOBODYS}>{t('salesDeals.nobody')}</MenuItem>
        {words.colleagues.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            <bdi>{name}</bdi>
          </MenuItem>
        ))}
        {isElsewhere ? (
          <MenuItem value={form.owner}>{t('salesDeals.gone', { name: words.owner(form.owner) })}</MenuItem>
        ) : null}
      </TextField>
    </>
  );
}
