import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import spend from '../../insight/spend/Spend.module.css';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { Evidence } from './Evidence.tsx';
import { type Referral, REFERRALS_CHANGED } from './queries.ts';
import { useReferralWords } from './useReferralWords.ts';

export type Deciding = { readonly referral: Referral; readonly decide: 'approve' | 'refuse' };

/** Lets a referral pass, or refuses it: what comes of it is said first, and the reason is kept. */
export function DecisionDialog({
  deciding,
  onClose,
}: {
  readonly deciding: Deciding;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const words = useReferralWords();
  const { referral, decide } = deciding;
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const deed = useDeed({
    send: (body: { readonly reason: string; readonly revision: number }, headers) => {
      const params = { path: { id: referral.id } };
      return answerOf(
        decide === 'approve'
          ? api.POST('/v1/club/referrals/{id}/approve', { params, body, headers })
          : api.POST('/v1/club/referrals/{id}/refuse', { params, body, headers }),
      );
    },
    refresh: REFERRALS_CHANGED,
    tellsFailure: true,
    said: () => t(decide === 'approve' ? 'clubReferral.approved' : 'clubReferral.refused'),
    onDone: onClose,
  });
  const people = {
    friend: `\u2068${words.person(referral.friend)}\u2069`,
    referrer: `\u2068${words.person(referral.referrer)}\u2069`,
  };
  return (
    <FormDialog
      open
      title={t(decide === 'approve' ? 'clubReferral.approveTitle' : 'clubReferral.refuseTitle', people)}
      deed={t(decide === 'approve' ? 'clubReferral.approve' : 'clubReferral.refuse')}
      pending={deed.pending}
      onClose={onClose}
      onSubmit={() => {
        const said = reason.trim();
        setMissing(said === '');
        if (said !== '') void deed.run({ reason: said, revision: referral.revision });
      }}
    >
      <p className={spend.plain}>
        {t(decide === 'approve' ? 'clubReferral.approveText' : 'clubReferral.refuseText')}
      </p>
      {referral.signs.length === 0 ? null : <Evidence referral={referral} />}
      {deed.failure === null ? null : <Alert severity="error">{failureText(deed.failure, t)}</Alert>}
      <TextField
        required
        multiline
        minRows={2}
        label={t('clubReferral.reason')}
        value={reason}
        error={isMissing}
        helperText={t(isMissing ? 'clubReferral.reasonNeeded' : 'clubReferral.reasonHelp')}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500, dir: 'auto' } }}
      />
    </FormDialog>
  );
}
