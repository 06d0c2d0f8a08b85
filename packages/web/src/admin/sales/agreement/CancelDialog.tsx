import Alert from '@mui/material/Alert';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import MenuItem from '@mui/material/MenuItem';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { dealQuery } from '../deals/queries.ts';
import { type Agreement, agreementQuery, AGREEMENTS_CHANGED } from './queries.ts';
import { MethodField, WhyField } from './UndoFields.tsx';
import { useKeepAgreement } from './useKeepAgreement.ts';

interface Cancelling {
  readonly revision: number;
  readonly reason: string;
  readonly method: string;
  readonly deal: { readonly becomes: 'open' } | { readonly becomes: 'lost'; readonly reason: string };
}

/** Calls an order off that is not paid for yet: why, and what becomes of its deal. */
export function CancelDialog(props: {
  readonly agreement: Agreement;
  readonly order: NonNullable<Agreement['order']>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const { agreement, order, onClose } = props;
  const [reason, setReason] = useState('');
  const [method, setMethod] = useState('');
  const [becomes, setBecomes] = useState<'open' | 'lost'>('open');
  const [lostFor, setLostFor] = useState('');
  const [isAsked, setAsked] = useState(false);
  const matter = useQuery({ ...dealQuery(asking, agreement.deal), refetchInterval: false });
  const reasons = matter.data?.pipeline.definition.lostReasons ?? [];
  const fresh = () => queries.fetchQuery({ ...agreementQuery(asking, agreement.id), staleTime: 0 });
  const keep = useKeepAgreement();
  const cancelling = useDeed({
    send: (body: Cancelling, headers) =>
      answerOf(
        api.POST('/v1/sales/agreements/{id}/cancellation', {
          params: { path: { id: agreement.id } },
          body,
          headers,
        }),
      ),
    refresh: AGREEMENTS_CHANGED,
    tellsFailure: true,
    said: () => t('salesAgreement.cancel.done', { order: order.number }),
    onDone: (answer) => {
      keep(answer);
      onClose();
    },
    changed: { reload: fresh, onTop: async (input) => ({ ...input, revision: (await fresh()).revision }) },
  });
  const isWithoutReason = reason.trim() === '';
  const isWithoutLost = becomes === 'lost' && lostFor === '';
  const failure = cancelling.failure?.kind === 'changed' ? null : cancelling.failure;
  return (
    <FormDialog
      open
      title={t('salesAgreement.cancel.title', { order: order.number })}
      deed={t('salesAgreement.cancel.deed')}
      pending={cancelling.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (isWithoutReason || isWithoutLost) return;
        void cancelling.run({
          revision: agreement.revision,
          reason: reason.trim(),
          method: method.trim(),
          deal: becomes === 'open' ? { becomes } : { becomes, reason: lostFor },
        });
      }}
    >
      {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
      <p style={{ margin: 0 }}>{t('salesAgreement.cancel.text')}</p>
      <WhyField
        value={reason}
        isMissing={isAsked && isWithoutReason}
        onChange={(said) => {
          setReason(said);
          cancelling.clear();
        }}
      />
      {order.paid === 0 ? null : (
        <>
          <Alert severity="warning">
            {t('salesAgreement.cancel.payBack', { amount: speech.money(order.paid) })}
          </Alert>
          <MethodField label={t('salesAgreement.back.method')} value={method} onChange={setMethod} />
        </>
      )}
      <FormControl>
        <FormLabel id="deal-becomes">{t('salesAgreement.cancel.deal')}</FormLabel>
        <RadioGroup
          aria-labelledby="deal-becomes"
          value={becomes}
          onChange={(event) => setBecomes(event.target.value === 'lost' ? 'lost' : 'open')}
        >
          <FormControlLabel value="open" control={<Radio />} label={t('salesAgreement.cancel.open')} />
          <FormControlLabel value="lost" control={<Radio />} label={t('salesAgreement.cancel.lost')} />
        </RadioGroup>
      </FormControl>
      {becomes === 'lost' ? (
        <TextField
          select
          label={t('salesAgreement.cancel.lostFor')}
          value={reasons.some(({ key }) => key === lostFor) ? lostFor : ''}
          error={isAsked && isWithoutLost}
          helperText={isAsked && isWithoutLost ? t('salesAgreement.cancel.lostForNeeded') : undefined}
          onChange={(event) => setLostFor(event.target.value)}
        >
          {reasons.map(({ key, name }) => (
            <MenuItem key={key} value={key}>
              {speech.words(name)}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
    </FormDialog>
  );
}
