import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { moneyIn } from '../../criteria/figures.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { failedText } from '../vouchers/failed.ts';
import { type PartnerOwed, PARTNERS_CHANGED } from './queries.ts';

/** Writes a payment between a partner and us down. It begins with all that is owed. */
export function SettleDialog(props: { readonly partner: PartnerOwed; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { partner, onClose } = props;
  const [who, setWho] = useState<'we' | 'they'>(partner.owed < 0 ? 'they' : 'we');
  const [amount, setAmount] = useState<number | null>(partner.owed === 0 ? null : Math.abs(partner.owed));
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isNothing = amount === null || amount === 0;
  const settling = useDeed({
    send: (body: { readonly amount: number; readonly note: string }, headers) =>
      answerOf(
        api.POST('/v1/club/partners/{key}/settle', {
          params: { path: { key: partner.partner } },
          body,
          headers,
        }),
      ),
    refresh: PARTNERS_CHANGED,
    tellsFailure: true,
    said: () => t('clubCodes.rewards.settled'),
    onDone: onClose,
  });
  return (
    <FormDialog
      open
      title={t('clubCodes.rewards.settleTitle', { name: `\u2068${partner.name}\u2069` })}
      deed={t('clubCodes.rewards.settleDeed')}
      pending={settling.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (amount === null || amount === 0) return;
        void settling.run({ amount: who === 'we' ? amount : -amount, note: note.trim() });
      }}
    >
      {settling.failure === null ? null : <Alert severity="error">{failedText(settling.failure, t)}</Alert>}
      <Views
        label={t('clubCodes.rewards.whoPaid')}
        value={who}
        views={[
          { value: 'we', label: t('clubCodes.rewards.wePaid') },
          { value: 'they', label: t('clubCodes.rewards.theyPaid') },
        ]}
        onChange={setWho}
      />
      <TypedField
        required
        autoFocus
        label={t('clubCodes.cards.amount')}
        manner={moneyIn(speech)}
        value={amount}
        onChange={(value) => {
          setAmount(value);
          settling.clear();
        }}
        fault={isAsked && isNothing ? t('clubCodes.cards.amountNeeded') : undefined}
        help={amount === null ? undefined : speech.money(amount)}
      />
      <TextField
        label={t('clubCodes.cards.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        autoComplete="off"
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 200 } }}
      />
    </FormDialog>
  );
}
