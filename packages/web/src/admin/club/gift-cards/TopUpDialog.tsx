import Alert from '@mui/material/Alert';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { moneyIn } from '../../criteria/figures.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { failedText } from '../vouchers/failed.ts';
import { CARDS_CHANGED, type GiftCard } from './queries.ts';

/** Puts more money on a card. */
export function TopUpDialog({ card, onClose }: { readonly card: GiftCard; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [amount, setAmount] = useState<number | null>(null);
  const [paid, setPaid] = useState(true);
  const [isAsked, setAsked] = useState(false);
  const isNothing = amount === null || amount === 0;
  const adding = useDeed({
    send: (body: { readonly amount: number; readonly paid: boolean }, headers) =>
      answerOf(
        api.POST('/v1/club/gift-cards/{id}/top-up', { params: { path: { id: card.id } }, body, headers }),
      ),
    refresh: CARDS_CHANGED,
    tellsFailure: true,
    said: ({ available }) => t('clubCodes.cards.toppedUp', { amount: speech.money(available) }),
    onDone: onClose,
  });
  return (
    <FormDialog
      open
      title={t('clubCodes.cards.topUpDeed')}
      deed={t('clubCodes.cards.topUpDeed')}
      pending={adding.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (amount !== null && amount > 0) void adding.run({ amount, paid });
      }}
    >
      {adding.failure === null ? null : <Alert severity="error">{failedText(adding.failure, t)}</Alert>}
      <TypedField
        required
        autoFocus
        label={t('clubCodes.cards.amount')}
        manner={moneyIn(speech)}
        value={amount}
        onChange={(value) => {
          setAmount(value);
          adding.clear();
        }}
        fault={isAsked && isNothing ? t('clubCodes.cards.amountNeeded') : undefined}
        help={
          amount === null
            ? undefined
            : t('clubCodes.cards.thenOn', { amount: speech.money(card.available + amount) })
        }
      />
      <div>
        <FormControlLabel
          label={t('clubCodes.cards.paid')}
          control={<Checkbox checked={paid} onChange={(event) => setPaid(event.target.checked)} />}
        />
        {paid ? null : <p className="soft">{t('clubCodes.cards.freeText')}</p>}
      </div>
    </FormDialog>
  );
}
