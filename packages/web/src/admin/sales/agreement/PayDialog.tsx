import Alert from '@mui/material/Alert';
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
import { MethodField } from './UndoFields.tsx';
import { useKeepAgreement } from './useKeepAgreement.ts';

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
  const keep = useKeepAgreement();
  const paying = useDeed({
    send: (body: Paying, headers) =>
      answerOf(api.POST('/v1/sales/agreements/{id}/payments', { params: { path: { id } }, body, headers })),
    refresh: AGREEMENTS_CHANGED,
    tellsFailure: true,
    said: () => t('salesAgreement.payment.done'),
    onDone: (paid) => {
      keep(paid);
      onClose();
    },
  });
  return (
    <FormDialog
      open
      title={t('salesAgreement.pay')}
      deed={t('salesAgreement.payment.deed')}
      pending={paying.pending}
      onClose={onClose}
      onSubmit={() => {
        // Who was told that somebody else wrote a payment down, and sees what is left now, goes on from there.
        const seen = paying.failure?.kind === 'changed' ? order.paid : before;
        if (amount !== null && amount > 0)
          void paying.run({ amount, method: method.trim(), note: note.trim(), before: seen });
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
      <MethodField label={t('salesAgreement.payment.method')} value={method} onChange={setMethod} />
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
