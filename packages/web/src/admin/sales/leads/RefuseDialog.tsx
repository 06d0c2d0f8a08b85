import Alert from '@mui/material/Alert';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../failure/failure-text.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import type { Lead } from './queries.ts';
import { useLeadDeeds } from './useLeadDeeds.ts';
import type { Qualification } from './useLeadWords.ts';

/** Gives a lead back to nurture, with one of the reasons agreed on and in what words one likes. */
export function RefuseDialog(props: {
  readonly lead: Lead;
  readonly definition: Qualification;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { lead, definition, onClose } = props;
  const label = useId();
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { refuse } = useLeadDeeds(lead, onClose);
  const failure = refuse.failure?.kind === 'changed' ? null : refuse.failure;
  const isMissing = isAsked && reason === '';
  return (
    <FormDialog
      open
      title={t('salesLeads.refuse.title')}
      deed={t('salesLeads.refuse.deed')}
      pending={refuse.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (reason === '') return;
        const said = note.trim();
        void refuse.run({ revision: lead.revision, reason, ...(said === '' ? {} : { note: said }) });
      }}
    >
      <p className={spend.plain}>
        {t('salesLeads.refuse.text', { count: definition.pause, days: speech.number(definition.pause) })}
      </p>
      {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
      <FormControl error={isMissing}>
        <FormLabel id={label}>{t('salesLeads.refuse.reason')}</FormLabel>
        <RadioGroup
          aria-labelledby={label}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
            refuse.clear();
          }}
        >
          {definition.reasons.map((one) => (
            <FormControlLabel
              key={one.key}
              value={one.key}
              control={<Radio />}
              label={speech.words(one.name)}
            />
          ))}
        </RadioGroup>
        {isMissing ? <FormHelperText>{t('salesLeads.refuse.reasonNeeded')}</FormHelperText> : null}
      </FormControl>
      <TextField
        multiline
        minRows={2}
        label={t('salesLeads.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 2000 } }}
      />
    </FormDialog>
  );
}
