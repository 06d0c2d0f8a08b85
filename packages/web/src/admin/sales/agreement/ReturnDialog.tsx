import Alert from '@mui/material/Alert';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import type { Back } from '@nardeban/core/sales';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { sayRefusal } from '../../../language/refusal-text.ts';
import { numbersIn } from '../../criteria/figures.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import styles from './Agreement.module.css';
import { type Agreement, agreementQuery, AGREEMENTS_CHANGED, type Quotation } from './queries.ts';
import { asBack, goneOf, type Pieces, returnOf } from './return-form.ts';
import { MethodField, WhyField } from './UndoFields.tsx';
import { useKeepAgreement } from './useKeepAgreement.ts';

interface Returning {
  readonly revision: number;
  readonly reason: string;
  readonly method: string;
  readonly lines: Back[] | null;
}

/** Takes back what was paid for: all that is left, or so many of each line. */
export function ReturnDialog(props: {
  readonly agreement: Agreement;
  readonly order: NonNullable<Agreement['order']>;
  readonly content: Quotation;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const { agreement, order, content, onClose } = props;
  const [reason, setReason] = useState('');
  const [method, setMethod] = useState('');
  const [pieces, setPieces] = useState<Pieces>(null);
  const [isAsked, setAsked] = useState(false);
  const gone = goneOf(content, agreement.returns);
  const { back, fault } = returnOf(content, agreement.returns, pieces);
  const fresh = () => queries.fetchQuery({ ...agreementQuery(asking, agreement.id), staleTime: 0 });
  const keep = useKeepAgreement();
  const returning = useDeed({
    send: (body: Returning, headers) =>
      answerOf(
        api.POST('/v1/sales/agreements/{id}/returns', {
          params: { path: { id: agreement.id } },
          body,
          headers,
        }),
      ),
    refresh: AGREEMENTS_CHANGED,
    tellsFailure: true,
    said: () => t('salesAgreement.back.done'),
    onDone: (answer) => {
      keep(answer);
      onClose();
    },
    changed: { reload: fresh, onTop: async (input) => ({ ...input, revision: (await fresh()).revision }) },
  });
  const isWithoutReason = reason.trim() === '';
  const failure = returning.failure?.kind === 'changed' ? null : returning.failure;
  const change = (line: number, count: number | null) => {
    setPieces((before) => {
      const next = new Map(before ?? []);
      if (count === null) next.delete(line);
      else next.set(line, count);
      return next;
    });
    returning.clear();
  };
  const lines = asBack(pieces);
  return (
    <FormDialog
      open
      title={t('salesAgreement.back.title', { order: order.number })}
      deed={t('salesAgreement.back.deed')}
      pending={returning.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (isWithoutReason || fault !== null) return;
        void returning.run({
          revision: agreement.revision,
          reason: reason.trim(),
          method: method.trim(),
          lines: lines === null ? null : [...lines],
        });
      }}
    >
      {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
      <p style={{ margin: 0 }}>{t('salesAgreement.back.text')}</p>
      <RadioGroup
        aria-label={t('salesAgreement.back.what')}
        value={pieces === null ? 'all' : 'some'}
        onChange={(event) => setPieces(event.target.value === 'all' ? null : new Map())}
      >
        <FormControlLabel value="all" control={<Radio />} label={t('salesAgreement.back.all')} />
        <FormControlLabel value="some" control={<Radio />} label={t('salesAgreement.back.some')} />
      </RadioGroup>
      {pieces === null ? null : (
        <ul className={styles.returning} tabIndex={0} aria-label={t('salesAgreement.back.what')}>
          {content.lines.map(({ text, quantity, unit }, line) => {
            const left = (quantity - (gone[line] ?? 0)) / 1000;
            const counted = `${speech.number(left)}${unit === '' ? '' : ` ${unit}`}`;
            return (
              <li key={line}>
                <bdi>{text}</bdi>
                {left === 0 ? (
                  <span className={styles.soft}>{t('salesAgreement.back.noneLeft')}</span>
                ) : (
                  <TypedField
                    small
                    label={t('salesAgreement.back.count', { line: speech.number(line + 1) })}
                    manner={numbersIn(speech)}
                    value={pieces.get(line) ?? null}
                    least={0}
                    help={t('salesAgreement.back.left', { left: counted })}
                    onChange={(count) => change(line, count)}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {fault !== null && (isAsked || fault.code === 'return_too_many') ? (
        <Alert severity="error">{sayRefusal(fault, speech.language)}</Alert>
      ) : null}
      <p style={{ margin: 0 }} role="status">
        {t('salesAgreement.back.payBack', { amount: speech.money(back?.amount ?? 0) })}
      </p>
      <WhyField
        value={reason}
        isMissing={isAsked && isWithoutReason}
        onChange={(said) => {
          setReason(said);
          returning.clear();
        }}
      />
      <MethodField label={t('salesAgreement.back.method')} value={method} onChange={setMethod} />
    </FormDialog>
  );
}
