import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { moneyIn } from '../../criteria/figures.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { type Agreement, AGREEMENTS_CHANGED } from './queries.ts';

interface Paying {
  readonly amount: number;
  readonly method: string;
  readonly note: string;
  readonly before: number;
}

/** Writes down money that was taken; the rest stays to be paid. */
export function PayDialog({
  id,
  order,
  onClose,
}: {
  readonly id: number;
  readonly order: NonNullable<Agreement['order']>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const left = order.amount - order.paid;
  const [amount, setAmount] = useState<number | null>(left);
  const [method, setMethod] = useState('');
  const [note, setNote] = useState('');
  // What had been paid when this was opened: a payment that came in meanwhile is looked at first.
  const [before] = useState(order.paid);
  const paying = useDeed({
    send: (body: Paying, headers) =>
      answerOf(api.POST('/v1/sales/agreements/{id}/payments', { params: { path: { id } }, body, headers })),
    refresh: AGREEMENTS_CHANGED,
    tellsFailure: true,
    said: () => t('salesAgreement.payment.done'),
    onDone: onClose,
  });
  return (
    <FormDialog
      open
      title={t('salesAgreement.pay')}
      deed={t('salesAgreement.payment.deed')}
      pending={paying.pending}
      onClose={onClose}
      onSubmit={() => {
        if (amount !== null && amount > 0)
          void paying.run({ amount, method: method.trim(), note: note.trim(), before });
      }}
    >
      {paying.failure === null ? null : <Alert severity="error">{failureText(paying.failure, t)}</Alert>}
      <TypedField
        label={t('salesAgreement.payment.amount')}
        manner={moneyIn(speech)}
        value={amount}
        least={1}
        most={left}
        onChange={setAmount}
        help={t('salesAgreement.payment.left', { left: speech.money(left) })}
      />
      <Autocomplete
        freeSolo
        options={[
          t('salesAgreement.payment.cash'),
          t('salesAgreement.payment.card'),
          t('salesAgreement.payment.transfer'),
          t('salesAgreement.payment.cheque'),
        ]}
        inputValue={method}
        onInputChange={(_, text) => setMethod(text.slice(0, 100))}
        renderInput={(params) => <TextField {...params} label={t('salesAgreement.payment.method')} />}
      />
      <TextField
        label={t('salesAgreement.payment.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        autoComplete="off"
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 300 } }}
      />
    </FormDialog>
  );
}
