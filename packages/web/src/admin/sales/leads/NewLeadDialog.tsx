import Alert from '@mui/material/Alert';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFound } from '../../../api/answers.ts';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { personQuery } from '../../../api/queries.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { paths } from '../../../paths.ts';
import { PersonPicker } from '../../person/PersonPicker.tsx';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { LEADS_CHANGED } from './queries.ts';

const NOBODY = 0;

interface Capture {
  readonly person: number;
  readonly source: string;
  readonly campaign?: string;
  readonly hand?: boolean;
}

/** Writes down that somebody showed an interest. `person`: who, where that is known from the page it was asked on. */
export function NewLeadDialog(props: { readonly person?: number | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const navigate = useNavigate();
  const [picked, setPicked] = useState<PersonFound | null>(null);
  const [source, setSource] = useState('');
  const [campaign, setCampaign] = useState('');
  const [hand, setHand] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const known = useQuery({
    ...personQuery(asking, String(props.person ?? NOBODY)),
    enabled: props.person !== undefined,
    refetchInterval: false,
  });
  const capturing = useDeed({
    send: (body: Capture, headers) => answerOf(api.POST('/v1/sales/leads', { body, headers })),
    refresh: LEADS_CHANGED,
    tellsFailure: true,
    said: ({ state }) => t(state === 'handed' ? 'salesLeads.add.handed' : 'salesLeads.add.done'),
    onDone: ({ lead }) => void navigate({ to: paths.salesLeads, search: { lead } }),
  });
  const person = props.person ?? picked?.id ?? null;
  const from = source.trim();
  return (
    <FormDialog
      open
      title={t('salesLeads.add.title')}
      deed={t('salesLeads.add.deed')}
      pending={capturing.pending}
      onClose={props.onClose}
      onSubmit={() => {
        setAsked(true);
        if (person === null || from === '') return;
        const of = campaign.trim();
        void capturing.run({
          person,
          source: from,
          ...(of === '' ? {} : { campaign: of }),
          ...(hand ? { hand } : {}),
        });
      }}
    >
      {capturing.failure === null ? null : (
        <Alert severity="error">{failureText(capturing.failure, t)}</Alert>
      )}
      {props.person !== undefined ? (
        <p className="soft" style={{ margin: 0 }}>
          <bdi>{known.data?.name ?? t('person.nameless', { number: props.person })}</bdi>
        </p>
      ) : (
        <>
          {isAsked && person === null ? (
            <Alert severity="warning">{t('salesLeads.add.personNeeded')}</Alert>
          ) : null}
          <PersonPicker
            label={t('salesLeads.add.person')}
            chosen={picked}
            except={NOBODY}
            onChoose={(one) => {
              setPicked(one);
              capturing.clear();
            }}
          />
        </>
      )}
      <TextField
        label={t('salesLeads.add.source')}
        value={source}
        error={isAsked && from === ''}
        helperText={
          isAsked && from === '' ? t('salesLeads.add.sourceNeeded') : t('salesLeads.add.sourceHelp')
        }
        onChange={(event) => setSource(event.target.value)}
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 200 } }}
      />
      <TextField
        label={t('salesLeads.add.campaign')}
        value={campaign}
        onChange={(event) => setCampaign(event.target.value)}
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 200 } }}
      />
      <FormControlLabel
        label={t('salesLeads.add.hand')}
        control={<Checkbox checked={hand} onChange={(event) => setHand(event.target.checked)} />}
      />
    </FormDialog>
  );
}
