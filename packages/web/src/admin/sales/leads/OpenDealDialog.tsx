import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { paths } from '../../../paths.ts';
import spend from '../../insight/spend/Spend.module.css';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { DEALS_CHANGED } from '../deals/queries.ts';
import { type Lead, LEADS_CHANGED } from './queries.ts';

interface Opening {
  readonly person: number;
  readonly title: string;
  readonly lead: number;
  readonly owner: string | null;
  readonly amount: null;
  readonly products: string[];
  readonly expectedClose: null;
  readonly source?: string;
  readonly campaign?: string;
  readonly referrer?: number;
}

/** Goes on with a lead as a deal, which keeps where it came from. */
export function OpenDealDialog({ lead, onClose }: { readonly lead: Lead; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [isAsked, setAsked] = useState(false);
  const opening = useDeed({
    send: (body: Opening, headers) => answerOf(api.POST('/v1/sales/deals', { body, headers })),
    refresh: [...DEALS_CHANGED, ...LEADS_CHANGED],
    tellsFailure: true,
    said: () => t('salesLeads.deal.done'),
    onDone: ({ id }) => void navigate({ to: paths.salesDeal, params: { deal: String(id) } }),
  });
  const named = title.trim();
  return (
    <FormDialog
      open
      title={t('salesLeads.deal.title')}
      deed={t('salesLeads.deal.deed')}
      pending={opening.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (named === '') return;
        void opening.run({
          person: lead.person,
          title: named,
          lead: lead.id,
          owner: lead.owner,
          amount: null,
          products: [],
          expectedClose: null,
          ...(lead.source === null ? {} : { source: lead.source }),
          ...(lead.campaign === null ? {} : { campaign: lead.campaign }),
          ...(lead.referrer === null ? {} : { referrer: lead.referrer }),
        });
      }}
    >
      <p className={spend.plain}>{t('salesLeads.deal.text')}</p>
      {opening.failure === null ? null : <Alert severity="error">{failureText(opening.failure, t)}</Alert>}
      <TextField
        autoFocus
        label={t('salesLeads.deal.name')}
        value={title}
        error={isAsked && named === ''}
        helperText={isAsked && named === '' ? t('salesLeads.deal.nameNeeded') : undefined}
        onChange={(event) => setTitle(event.target.value)}
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 200 } }}
      />
    </FormDialog>
  );
}
