import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';

/** How money changes hands, from the usual ways or in other words. */
export function MethodField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (method: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Autocomplete
      freeSolo
      options={[
        t('salesAgreement.payment.cash'),
        t('salesAgreement.payment.card'),
        t('salesAgreement.payment.transfer'),
        t('salesAgreement.payment.cheque'),
      ]}
      inputValue={props.value}
      onInputChange={(_, text) => props.onChange(text.slice(0, 100))}
      renderInput={(params) => <TextField {...params} label={props.label} />}
    />
  );
}

/** Why something that was agreed on is undone: it has to be said. */
export function WhyField(props: {
  readonly value: string;
  readonly isMissing: boolean;
  readonly onChange: (reason: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <TextField
      autoFocus
      multiline
      label={t('salesAgreement.reason')}
      value={props.value}
      error={props.isMissing}
      helperText={props.isMissing ? t('salesAgreement.reasonNeeded') : undefined}
      onChange={(event) => props.onChange(event.target.value)}
      slotProps={{ htmlInput: { dir: 'auto', maxLength: 500 } }}
    />
  );
}
