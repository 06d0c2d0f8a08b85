import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure, type Failure } from '../../../failure/failure.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';

/** Asks why, before something is done whose reason is kept. */
export function ReasonDialog(props: {
  readonly title: string;
  readonly text: string;
  readonly deed: string;
  readonly needed?: boolean;
  readonly onSay: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isMissing = props.needed === true && reason.trim() === '';
  const say = async () => {
    setAsked(true);
    if (isMissing) return;
    setBusy(true);
    try {
      await props.onSay(reason.trim());
      props.onClose();
    } catch (error) {
      setFailure(asFailure(error));
      setBusy(false);
    }
  };
  return (
    <FormDialog
      open
      title={props.title}
      deed={props.deed}
      pending={isBusy}
      onClose={props.onClose}
      onSubmit={() => void say()}
    >
      {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
      <p style={{ margin: 0 }}>{props.text}</p>
      <TextField
        autoFocus
        label={t('salesAgreement.reason')}
        value={reason}
        error={isAsked && isMissing}
        helperText={isAsked && isMissing ? t('salesAgreement.reasonNeeded') : undefined}
        onChange={(event) => setReason(event.target.value)}
        autoComplete="off"
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 500 } }}
      />
    </FormDialog>
  );
}
