import Alert from '@mui/material/Alert';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { failedText } from '../vouchers/failed.ts';
import { CARDS_CHANGED, type GiftCardDetails } from './queries.ts';
import { ReasonField } from './ReasonField.tsx';
import { refundOf } from './refunded.ts';

/** Gives a payment for a card back; what that does to the card is said first. */
export function RefundDialog(props: {
  readonly details: GiftCardDetails;
  readonly place: number;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { details, place, onClose } = props;
  const { card, loads } = details;
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { goesOff, used } = refundOf(loads, place, card.available);
  const refunding = useDeed({
    send: (body: { readonly place: number; readonly reason: string }, headers) =>
      answerOf(
        api.POST('/v1/club/gift-cards/{id}/refund', { params: { path: { id: card.id } }, body, headers }),
      ),
    refresh: CARDS_CHANGED,
    tellsFailure: true,
    said: ({ refunded }) => t('clubCodes.cards.refundedNow', { amount: speech.money(refunded) }),
    onDone: onClose,
  });
  const said = reason.trim();
  const title = t(place === 1 ? 'clubCodes.cards.refund' : 'clubCodes.cards.refundTopUp');
  return (
    <FormDialog
      open
      title={title}
      deed={title}
      pending={refunding.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (said !== '') void refunding.run({ place, reason: said });
      }}
    >
      {refunding.failure === null ? null : <Alert severity="error">{failedText(refunding.failure, t)}</Alert>}
      <ul className={spend.list}>
        <li>{t('clubCodes.cards.refundOff', { amount: speech.money(goesOff) })}</li>
        {used === 0 ? null : <li>{t('clubCodes.cards.refundUsed', { amount: speech.money(used) })}</li>}
        <li>{t(place === 1 ? 'clubCodes.cards.refundEnds' : 'clubCodes.cards.refundStays')}</li>
      </ul>
      <ReasonField value={reason} isMissing={isAsked && said === ''} onChange={setReason} />
    </FormDialog>
  );
}
