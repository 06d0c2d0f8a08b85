import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failedText } from '../../club/vouchers/failed.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { readProducts } from '../deals/products.ts';
import { EMPTY_OBJECTION, ObjectionFields, type ObjectionForm } from './ObjectionFields.tsx';
import { type Objection, OBJECTIONS_CHANGED } from './queries.ts';

/** Writes an objection into the library, or words the one that is given anew. */
export function ObjectionDialog({
  kept,
  onClose,
}: {
  readonly kept: Objection | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form, setForm] = useState<ObjectionForm>(
    kept === null ? EMPTY_OBJECTION : { ...kept, products: kept.products.join('، ') },
  );
  const [answer, setAnswer] = useState('');
  const [isAsked, setAsked] = useState(false);
  const deed = {
    refresh: OBJECTIONS_CHANGED,
    tellsFailure: true,
    said: () => t('salesWords.objections.saved'),
    onDone: onClose,
  };
  const adding = useDeed({
    ...deed,
    send: (body: ReturnType<typeof wordsOf> & { readonly answers: string[] }, headers) =>
      answerOf(api.POST('/v1/sales/objections', { body, headers })),
  });
  const changing = useDeed({
    ...deed,
    send: (
      body: ReturnType<typeof wordsOf> & { readonly state: Objection['state']; readonly revision: number },
      headers,
    ) =>
      answerOf(
        api.PUT('/v1/sales/objections/{id}', { params: { path: { id: kept?.id ?? 0 } }, body, headers }),
      ),
  });
  const { pending, failure } = kept === null ? adding : changing;
  const submit = () => {
    setAsked(true);
    if (form.title.trim() === '') return;
    if (kept === null)
      void adding.run({ ...wordsOf(form), answers: answer.trim() === '' ? [] : [answer.trim()] });
    else void changing.run({ ...wordsOf(form), state: kept.state, revision: kept.revision });
  };
  return (
    <FormDialog
      open
      title={t(kept === null ? 'salesWords.objections.newTitle' : 'salesWords.objections.editTitle')}
      deed={t('salesWords.objections.save')}
      pending={pending}
      onClose={onClose}
      onSubmit={submit}
    >
      {failure === null ? null : <Alert severity="error">{failedText(failure, t)}</Alert>}
      <ObjectionFields
        form={form}
        isAsked={isAsked}
        onChange={(changes) => setForm({ ...form, ...changes })}
      />
      {kept === null ? (
        <TextField
          multiline
          minRows={2}
          label={t('salesWords.objections.answerLabel')}
          value={answer}
          helperText={t('salesWords.objections.answerHelp')}
          onChange={(event) => setAnswer(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 2000, dir: 'auto' } }}
        />
      ) : null}
    </FormDialog>
  );
}

function wordsOf({ kind, title, behind, products }: ObjectionForm) {
  return { kind, title: title.trim(), behind: behind.trim(), products: readProducts(products).slice(0, 50) };
}
