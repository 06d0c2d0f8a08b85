import Alert from '@mui/material/Alert';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { ReasonField } from '../gift-cards/ReasonField.tsx';
import { failedText } from '../vouchers/failed.ts';
import { type Redemption, REDEMPTIONS_CHANGED } from './queries.ts';
import { useRewardWords } from './useRewardWords.ts';

/** Undoes a redemption; what comes of it is said first, and the reason is kept. */
export function CancelDialog(props: { readonly redemption: Redemption; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useRewardWords();
  const { redemption, onClose } = props;
  const { id, wallet, units } = redemption;
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const cancelling = useDeed({
    send: (body: { readonly reason: string }, headers) =>
      answerOf(api.POST('/v1/club/redemptions/{id}/cancel', { params: { path: { id } }, body, headers })),
    refresh: REDEMPTIONS_CHANGED,
    tellsFailure: true,
    said: ({ restored, expired }) =>
      expired === 0
        ? t('clubCodes.rewards.restored', { units: words.units(wallet, restored) })
        : t('clubCodes.rewards.restoredBut', {
            units: words.units(wallet, restored),
            expired: words.units(wallet, expired),
          }),
    onDone: onClose,
  });
  const said = reason.trim();
  return (
    <FormDialog
      open
      title={t('clubCodes.rewards.cancelTitle', { name: `\u2068${speech.words(redemption.name)}\u2069` })}
      deed={t('clubCodes.rewards.cancelDeed')}
      pending={cancelling.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (said !== '') void cancelling.run({ reason: said });
      }}
    >
      <p className={spend.plain}>
        {t('clubCodes.rewards.cancelText', { units: words.units(wallet, units) })}
      </p>
      {cancelling.failure === null ? null : (
        <Alert severity="error">{failedText(cancelling.failure, t)}</Alert>
      )}
      <ReasonField value={reason} isMissing={isAsked && said === ''} onChange={setReason} />
    </FormDialog>
  );
}
