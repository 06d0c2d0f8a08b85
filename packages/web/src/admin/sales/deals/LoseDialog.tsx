import Alert from '@mui/material/Alert';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../failure/failure-text.ts';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { dealQuery, type DealPage, DEALS_CHANGED } from './queries.ts';

interface Losing {
  readonly reason: string;
  readonly note?: string;
  readonly revision: number;
}

/** Ends a deal that came to nothing: why, in one of the business's own reasons, and in what words one likes. */
export function LoseDialog({ page, onClose }: { readonly page: DealPage; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const { deal, pipeline } = page;
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const fresh = () => queries.fetchQuery({ ...dealQuery(asking, deal.id), staleTime: 0 });
  const losing = useDeed({
    send: (body: Losing, headers) =>
      answerOf(api.POST('/v1/sales/deals/{id}/lose', { params: { path: { id: deal.id } }, body, headers })),
    refresh: DEALS_CHANGED,
    tellsFailure: true,
    said: () => t('salesDeals.lose.done'),
    onDone: onClose,
    changed: {
      reload: fresh,
      onTop: async (input) => ({ ...input, revision: (await fresh()).deal.revision }),
    },
  });
  const failure = losing.failure?.kind === 'changed' ? null : losing.failure;
  const isMissing = isAsked && reason === '';
  return (
    <FormDialog
      open
      title={t('salesDeals.lose.title')}
      deed={t('salesDeals.lose.deed')}
      pending={losing.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (reason === '') return;
        const said = note.trim();
        void losing.run({ reason, ...(said === '' ? {} : { note: said }), revision: deal.revision });
      }}
    >
      <p className={spend.plain}>{t('salesDeals.lose.text')}</p>
      {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
      <FormControl error={isMissing}>
        <FormLabel id="lost-reason">{t('salesDeals.lose.reason')}</FormLabel>
        <RadioGroup
          aria-labelledby="lost-reason"
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
            losing.clear();
          }}
        >
          {pipeline.definition.lostReasons.map((one) => (
            <FormControlLabel
              key={one.key}
              value={one.key}
              control={<Radio />}
              label={speech.words(one.name)}
            />
          ))}
        </RadioGroup>
        {isMissing ? <FormHelperText>{t('salesDeals.lose.reasonNeeded')}</FormHelperText> : null}
      </FormControl>
      <TextField
        multiline
        minRows={2}
        label={t('salesDeals.lose.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 1000 } }}
      />
    </FormDialog>
  );
}
