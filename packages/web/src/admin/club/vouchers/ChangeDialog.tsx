import Alert from '@mui/material/Alert';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { useDraft } from '../../../ui/useDraft.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { askedTerms, termsFaults, type TermsForm, termsOf } from './batch-form.ts';
import { failedText } from './failed.ts';
import { type Batch, batchQuery, VOUCHERS_CHANGED } from './queries.ts';
import { TermsFields } from './TermsFields.tsx';
import { useVoucherWords } from './useVoucherWords.ts';

type Changing = ReturnType<typeof askedTerms> & { readonly disabled: boolean; readonly revision: number };

/** Changes what all codes of a batch are good for. */
export function ChangeDialog(props: { readonly batch: Batch; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const words = useVoucherWords();
  const { onClose } = props;
  // What the form began with: somebody else's change must not take away what is being typed.
  const [batch] = useState(props.batch);
  const { id } = batch;
  const [form, setForm, draft] = useDraft<TermsForm>(
    `voucher-batch:${id}:${batch.revision}`,
    termsOf(batch, speech),
  );
  const [isAsked, setAsked] = useState(false);
  const fresh = () => queries.fetchQuery({ ...batchQuery(asking, id), staleTime: 0 });
  const version = (one: Omit<Changing, 'revision'>) => [
    { label: t('clubCodes.vouchers.name'), text: one.name },
    { label: t('clubCodes.vouchers.uses'), text: words.uses(one.uses) },
    { label: t('clubCodes.vouchers.perPerson'), text: words.uses(one.usesPerPerson) },
    { label: t('clubCodes.valid'), text: words.validity(one) },
    {
      label: t('clubCodes.state'),
      text: t(one.disabled ? 'clubCodes.vouchers.off' : 'clubCodes.vouchers.on'),
    },
  ];
  const done = () => {
    draft.forget();
    onClose();
  };
  const changing = useDeed({
    send: (body: Changing, headers) =>
      answerOf(api.PUT('/v1/club/vouchers/{id}', { params: { path: { id } }, body, headers })),
    refresh: VOUCHERS_CHANGED,
    tellsFailure: true,
    said: () => t('clubCodes.changed'),
    onDone: done,
    changed: {
      versions: async (input) => ({ mine: version(input), theirs: version(await fresh()) }),
      reload: async () => {
        done();
        await fresh();
      },
      onTop: async (input) => ({ ...input, revision: (await fresh()).revision }),
    },
  });
  const failure = changing.failure?.kind === 'changed' ? null : changing.failure;
  return (
    <FormDialog
      open
      title={t('clubCodes.vouchers.changeTitle')}
      deed={t('clubCodes.save')}
      pending={changing.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (termsFaults(form).length > 0) return;
        const { disabled, revision } = batch;
        void changing.run({ ...askedTerms(form, speech.zone), disabled, revision });
      }}
    >
      {failure === null ? null : <Alert severity="error">{failedText(failure, t)}</Alert>}
      {draft.restored ? <Alert severity="info">{t('spend.draftKept')}</Alert> : null}
      <TermsFields
        form={form}
        faults={isAsked ? termsFaults(form) : []}
        onChange={(changes) => {
          setForm({ ...form, ...changes });
          changing.clear();
        }}
      />
    </FormDialog>
  );
}
