import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../failure/failure-text.ts';
import spend from '../../insight/spend/Spend.module.css';
import { FormDialog } from '../../settings/FormDialog.tsx';
import type { Lead } from './queries.ts';
import { useLeadDeeds } from './useLeadDeeds.ts';
import type { LeadWords } from './useLeadWords.ts';

const NOBODY = 'nobody';

/** Hands a lead to sales by hand, or gives one that is there to somebody else. */
export function GiveDialog(props: {
  readonly lead: Lead;
  readonly words: LeadWords;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { lead, words, onClose } = props;
  const isHanding = lead.state === 'nurture' || lead.state === 'refused';
  const { hand, assign } = useLeadDeeds(lead, onClose);
  const deed = isHanding ? hand : assign;
  const [owner, setOwner] = useState(lead.owner ?? NOBODY);
  const failure = deed.failure?.kind === 'changed' ? null : deed.failure;
  return (
    <FormDialog
      open
      title={t(isHanding ? 'salesLeads.hand.title' : 'salesLeads.assign.title')}
      deed={t(isHanding ? 'salesLeads.hand.deed' : 'salesLeads.assign.deed')}
      pending={deed.pending}
      onClose={onClose}
      onSubmit={() => void deed.run({ revision: lead.revision, owner: owner === NOBODY ? null : owner })}
    >
      {isHanding ? <p className={spend.plain}>{t('salesLeads.hand.text')}</p> : null}
      {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
      <TextField
        select
        label={t('salesLeads.owner')}
        value={owner}
        onChange={(event) => setOwner(event.target.value)}
      >
        <MenuItem value={NOBODY}>{t(isHanding ? 'salesLeads.hand.inTurn' : 'salesLeads.nobody')}</MenuItem>
        {words.colleagues.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            <bdi>{name}</bdi>
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  );
}
