import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';

/** Why something is done, which is kept with who did it. */
export function ReasonField(props: {
  readonly value: string;
  readonly isMissing: boolean;
  readonly onChange: (reason: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <TextField
      required
      multiline
      minRows={2}
      label={t('clubCodes.reason')}
      value={props.value}
      error={props.isMissing}
      helperText={t(props.isMissing ? 'clubCodes.reasonNeeded' : 'clubCodes.reasonHelp')}
      onChange={(event) => props.onChange(event.target.value)}
      slotProps={{ htmlInput: { maxLength: 200, dir: 'auto', required: false, 'aria-required': true } }}
    />
  );
}
