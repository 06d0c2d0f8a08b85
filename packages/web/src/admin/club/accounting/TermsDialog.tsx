import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { moneyIn } from '../../criteria/figures.ts';
import { wholesIn } from '../../insight/spend/manners.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import styles from './Accounting.module.css';
import { BOOKS_CHANGED, type Terms, type TermsAsked } from './queries.ts';
import { useBookWords } from './words.ts';

/** What so many units come to. */
interface Price {
  readonly points: number | null;
  readonly amount: number | null;
}

/** Says what a wallet's units cost and are worth, from a month that is open on. */
export function TermsDialog(props: {
  readonly wallet: string;
  /** What was said last. */
  readonly terms: Terms | undefined;
  /** Months that are open, the first first. */
  readonly months: readonly string[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useBookWords();
  const { wallet, terms, months } = props;
  const [fromMonth, setFromMonth] = useState(months[0] ?? '');
  const [cost, setCost] = useState<Price>(terms?.cost ?? { points: 1, amount: null });
  const [worth, setWorth] = useState<Price>(terms?.standAlone ?? { points: 1, amount: null });
  const [method, setMethod] = useState<TermsAsked['method']>(terms?.method ?? 'exact');
  const [reason, setReason] = useState('');
  const saving = useDeed({
    send: (body: TermsAsked, headers) => answerOf(api.POST('/v1/club/accounting/terms', { body, headers })),
    refresh: BOOKS_CHANGED,
    tellsFailure: true,
    said: () => t('clubBooks.terms.said', { wallet: words.wallet(wallet) }),
    onDone: props.onClose,
  });
  return (
    <FormDialog
      open
      title={t('clubBooks.terms.title', { wallet: words.wallet(wallet) })}
      deed={t('clubBooks.save')}
      pending={saving.pending}
      onClose={props.onClose}
      onSubmit={() => {
        const [costs, alone] = [priceOf(cost), priceOf(worth)];
        if (costs === null || alone === null || reason.trim() === '') return;
        void saving.run({
          wallet,
          cost: costs,
          standAlone: alone,
          method,
          reason: reason.trim(),
          ...(fromMonth === '' ? {} : { fromMonth }),
        });
      }}
    >
      {saving.failure === null ? null : <Alert severity="error">{failureText(saving.failure, t)}</Alert>}
      <TextField
        select
        label={t('clubBooks.terms.from')}
        value={fromMonth}
        onChange={(event) => setFromMonth(event.target.value)}
      >
        {months.map((month) => (
          <MenuItem key={month} value={month}>
            {words.month(month)}
          </MenuItem>
        ))}
      </TextField>
      {(
        [
          ['cost', cost, setCost],
          ['worth', worth, setWorth],
        ] as const
      ).map(([name, price, set]) => (
        <div key={name} className={styles.names}>
          <TypedField
            required
            label={t('clubBooks.terms.units')}
            manner={wholesIn(speech)}
            value={price.points}
            least={1}
            onChange={(points) => set({ ...price, points })}
          />
          <TypedField
            required
            label={t(`clubBooks.terms.${name}`)}
            help={t(`clubBooks.terms.${name}Help`)}
            manner={moneyIn(speech)}
            value={price.amount}
            least={0}
            onChange={(amount) => set({ ...price, amount })}
          />
        </div>
      ))}
      <TextField
        select
        label={t('clubBooks.terms.method')}
        helperText={t('clubBooks.terms.methodHelp')}
        value={method}
        onChange={(event) => setMethod(event.target.value === 'exact' ? 'exact' : 'whole-percent')}
      >
        <MenuItem value="exact">{t('clubBooks.terms.exact')}</MenuItem>
        <MenuItem value="whole-percent">{t('clubBooks.terms.wholePercent')}</MenuItem>
      </TextField>
      <TextField
        required
        multiline
        label={t('clubBooks.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500, dir: 'auto' } }}
      />
    </FormDialog>
  );
}

function priceOf({ points, amount }: Price): { readonly points: number; readonly amount: number } | null {
  return points === null || amount === null ? null : { points, amount };
}
