import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { hundredthsIn } from '../../insight/spend/manners.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { BOOKS_CHANGED, type EstimateAsked, type TrueUpTried } from './queries.ts';
import { useBookWords } from './words.ts';

/** A true-up: what part is expected to be redeemed from now on, what that moves, and why. */
export function EstimateDialog(props: {
  readonly wallet: string;
  readonly lasts: number | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useBookWords();
  const { wallet, lasts } = props;
  const [source, setSource] = useState<'stated' | 'cohorts'>('stated');
  const [share, setShare] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState<TrueUpTried | null>(null);
  const rate = source === 'cohorts' ? null : share === null ? undefined : Math.round(share * 1_000_000);
  const trying = useDeed({
    send: (body: Omit<EstimateAsked, 'reason'>, headers) =>
      answerOf(api.POST('/v1/club/accounting/estimates/try', { body, headers })),
    tellsFailure: true,
    onDone: (answer) => setTried(answer),
  });
  const making = useDeed({
    send: (body: EstimateAsked, headers) =>
      answerOf(api.POST('/v1/club/accounting/estimates', { body, headers })),
    refresh: BOOKS_CHANGED,
    tellsFailure: true,
    said: (answer) => t('clubBooks.estimate.made', { rate: words.rate(answer.rate) }),
    onDone: props.onClose,
  });
  const failure = making.failure ?? trying.failure;
  const change = (what: () => void) => {
    what();
    setTried(null);
    trying.clear();
    making.clear();
  };
  return (
    <FormDialog
      open
      title={t('clubBooks.estimate.make')}
      deed={t('clubBooks.estimate.deed')}
      pending={making.pending}
      onClose={props.onClose}
      onSubmit={() => {
        if (rate !== undefined && reason.trim() !== '')
          void making.run({ wallet, rate, lasts, reason: reason.trim() });
      }}
    >
      {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
      <RadioGroup
        value={source}
        onChange={(_, value) => change(() => setSource(value === 'cohorts' ? 'cohorts' : 'stated'))}
        aria-label={t('clubBooks.estimate.source')}
      >
        <FormControlLabel value="stated" control={<Radio />} label={t('clubBooks.estimate.stated')} />
        <FormControlLabel value="cohorts" control={<Radio />} label={t('clubBooks.estimate.cohorts')} />
      </RadioGroup>
      {source === 'stated' ? (
        <TypedField
          required
          label={t('clubBooks.estimate.rate')}
          manner={hundredthsIn(speech)}
          value={share}
          least={0}
          most={1}
          onChange={(value) => change(() => setShare(value))}
        />
      ) : null}
      <TextField
        required
        multiline
        label={t('clubBooks.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500, dir: 'auto' } }}
      />
      <Button
        variant="outlined"
        loading={trying.pending}
        disabled={rate === undefined}
        onClick={() => {
          if (rate !== undefined) void trying.run({ wallet, rate, lasts });
        }}
        sx={{ justifySelf: 'start' }}
      >
        {t('clubBooks.estimate.try')}
      </Button>
      {tried === null ? null : (
        <Alert severity="info">
          {t('clubBooks.estimate.moves', {
            before: words.rate(tried.rateBefore),
            rate: words.rate(tried.rate),
            revenue: `\u2068${words.money(tried.revenue)}\u2069`,
            provision: `\u2068${words.money(tried.provision)}\u2069`,
          })}
        </Alert>
      )}
    </FormDialog>
  );
}
