import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { useDraft } from '../../../ui/useDraft.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { Views } from '../../insight/spend/Views.tsx';
import { wholesIn } from '../../insight/spend/manners.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { askedBatch, batchFaults, type BatchForm, MOST_CODES, newBatch } from './batch-form.ts';
import { failedText } from './failed.ts';
import { type Batch, offersQuery, VOUCHERS_CHANGED } from './queries.ts';
import { TermsFields } from './TermsFields.tsx';

/** Makes a batch: many codes drawn by chance, or one word for everybody. */
export function MakeDialog(props: { readonly onClose: () => void; readonly onMade: (batch: Batch) => void }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const [form, setForm, draft] = useDraft<BatchForm>('voucher-batch:new', newBatch());
  const [isAsked, setAsked] = useState(false);
  const offers = useQuery(offersQuery(asking));
  const making = useDeed({
    send: (body: ReturnType<typeof askedBatch>, headers) =>
      answerOf(api.POST('/v1/club/vouchers', { body, headers })),
    refresh: VOUCHERS_CHANGED,
    tellsFailure: true,
    said: ({ state }) => t(state === 'done' ? 'clubCodes.vouchers.madeNow' : 'clubCodes.vouchers.beingMade'),
    onDone: (batch) => {
      draft.forget();
      props.onClose();
      props.onMade(batch);
    },
  });
  const faults = isAsked ? batchFaults(form) : [];
  const write = (changes: Partial<BatchForm>) => {
    setForm({ ...form, ...changes });
    making.clear();
  };
  const submit = () => {
    setAsked(true);
    if (batchFaults(form).length === 0) void making.run(askedBatch(form, speech.zone));
  };
  const known = (offers.data ?? []).filter(({ state }) => state !== 'archived');
  return (
    <FormDialog
      open
      title={t('clubCodes.vouchers.make')}
      deed={t('clubCodes.vouchers.makeDeed')}
      pending={making.pending}
      onClose={props.onClose}
      onSubmit={submit}
    >
      {making.failure === null ? null : <Alert severity="error">{failedText(making.failure, t)}</Alert>}
      {draft.restored ? <Alert severity="info">{t('spend.draftKept')}</Alert> : null}
      {offers.isSuccess && known.length === 0 ? (
        <Alert severity="warning">{t('clubCodes.vouchers.noOffers')}</Alert>
      ) : null}
      <Views
        label={t('clubCodes.vouchers.kind')}
        value={form.kind}
        views={[
          { value: 'drawn', label: t('clubCodes.vouchers.drawn') },
          { value: 'word', label: t('clubCodes.vouchers.word') },
        ]}
        onChange={(kind) =>
          // One code for everybody that is used up by the first is hardly ever meant.
          write(kind === 'word' ? { kind, uses: null } : { kind, uses: form.uses ?? 1 })
        }
      />
      {form.kind === 'drawn' ? (
        <TypedField
          required
          label={t('clubCodes.vouchers.howMany')}
          manner={wholesIn(speech)}
          value={form.count}
          least={1}
          most={MOST_CODES}
          fault={faults.includes('count') ? t('clubCodes.vouchers.countNeeded') : undefined}
          help={t('clubCodes.vouchers.howManyHelp')}
          onChange={(count) => write({ count })}
        />
      ) : (
        <TextField
          required
          label={t('clubCodes.vouchers.theWord')}
          value={form.word}
          error={faults.includes('word')}
          helperText={t(
            faults.includes('word') ? 'clubCodes.vouchers.wordNeeded' : 'clubCodes.vouchers.wordHelp',
          )}
          onChange={(event) => write({ word: event.target.value })}
          autoComplete="off"
          slotProps={{
            htmlInput: {
              dir: 'ltr',
              maxLength: 100,
              required: false,
              'aria-required': true,
              style: { textAlign: 'start' },
            },
          }}
        />
      )}
      <TextField
        select
        label={t('clubCodes.vouchers.offer')}
        value={known.some(({ offer }) => offer.key === form.offer) ? form.offer : ''}
        error={faults.includes('offer')}
        helperText={t(
          faults.includes('offer') ? 'clubCodes.vouchers.offerNeeded' : 'clubCodes.vouchers.offerHelp',
        )}
        onChange={(event) => write({ offer: event.target.value })}
      >
        {known.map(({ offer, state }) => (
          <MenuItem key={offer.key} value={offer.key} sx={{ whiteSpace: 'normal' }}>
            <bdi>{speech.words(offer.name)}</bdi>
            {state === 'draft' ? `\u00a0(${t('clubCodes.draft')})` : null}
          </MenuItem>
        ))}
      </TextField>
      <TermsFields
        form={form}
        faults={faults.filter((fault) => fault === 'name' || fault === 'until')}
        onChange={write}
      />
    </FormDialog>
  );
}
