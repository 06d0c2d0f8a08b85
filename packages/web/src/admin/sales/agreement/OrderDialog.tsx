import Alert from '@mui/material/Alert';
import { isoDay } from '@nardeban/core/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { daysIn } from '../../criteria/figures.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { TypedDay } from '../deals/TypedDay.tsx';
import { type Agreement, AGREEMENTS_CHANGED } from './queries.ts';
import { useKeepAgreement } from './useKeepAgreement.ts';

/** Makes the order of a quotation that was accepted. */
export function OrderDialog({
  agreement,
  onClose,
}: {
  readonly agreement: Agreement;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const [soldOn, setSoldOn] = useState<string | null>(isoDay(today));
  const keep = useKeepAgreement();
  const ordering = useDeed({
    send: (body: { readonly soldOn?: string }, headers) =>
      answerOf(
        api.POST('/v1/sales/agreements/{id}/order', {
          params: { path: { id: agreement.id } },
          body,
          headers,
        }),
      ),
    refresh: AGREEMENTS_CHANGED,
    tellsFailure: true,
    said: (done) => t('salesAgreement.ordered', { number: done.order?.number ?? '' }),
    onDone: (answer) => {
      keep(answer);
      onClose();
    },
  });
  return (
    <FormDialog
      open
      title={t('salesAgreement.order')}
      deed={t('salesAgreement.order')}
      pending={ordering.pending}
      onClose={onClose}
      onSubmit={() => void ordering.run(soldOn === null ? {} : { soldOn })}
    >
      {ordering.failure === null ? null : <Alert severity="error">{failureText(ordering.failure, t)}</Alert>}
      <p style={{ margin: 0 }}>{t('salesAgreement.orderText')}</p>
      <TypedDay
        label={t('salesAgreement.soldOn')}
        manner={daysIn(speech)}
        value={soldOn}
        onChange={setSoldOn}
      />
    </FormDialog>
  );
}
