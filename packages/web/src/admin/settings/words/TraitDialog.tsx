import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import {
  type DeclaredTrait,
  type Fit,
  type UndeclaredTrait,
  WORDS_CHANGED,
} from '../../../api/words-queries.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../FormDialog.tsx';
import { KindFields } from './KindFields.tsx';
import { Misfits } from './Misfits.tsx';
import { sentKind, titlesWith, traitForm } from './shapes.ts';

/**
 * Says what a trait is. Before it is said, it is looked at what people have already: what would not fit is shown, and
 * has to be agreed to.
 */
export function TraitDialog(props: {
  readonly from: DeclaredTrait | UndeclaredTrait | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { language } = speech;
  const { from } = props;
  const declared = from !== null && 'fa' in from ? from : null;
  const [form, setForm] = useState(() => traitForm(from, language));
  const [fit, setFit] = useState<Fit | null>(null);
  // Until somebody types a name, it is as the title.
  const [named, setNamed] = useState(from !== null);
  const change = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part });
    setFit(null);
    looking.clear();
    saving.clear();
  };
  const trait = (named ? form.trait : form.title).trim();
  const body = {
    trait,
    ...sentKind(form.kind, form.choices),
    ...titlesWith(language, form.title, form.otherTitle, declared),
  };
  const looking = useDeed({
    send: (asked: typeof body, headers) => answerOf(api.POST('/v1/traits/fit', { body: asked, headers })),
    tellsFailure: true,
  });
  const saving = useDeed({
    send: (asked: typeof body, headers) => answerOf(api.PUT('/v1/traits', { body: asked, headers })),
    refresh: WORDS_CHANGED,
    said: () => t('words.traitSaid', { name: `\u2068${form.title.trim()}\u2069` }),
    onDone: props.onClose,
    tellsFailure: true,
  });
  const failure = saving.failure ?? looking.failure;
  const submit = async () => {
    if (fit === null) {
      const found = await looking.run(body);
      if (found === undefined) return;
      if (found.misfits > 0) {
        setFit(found);
        return;
      }
    }
    await saving.run(body);
  };
  const inField = (field: string) => (failure?.field === field ? failureText(failure, t) : undefined);
  const known = ['trait', 'choices', language];
  return (
    <FormDialog
      open
      title={
        declared === null
          ? t('words.newTrait')
          : t('words.editTrait', { name: `\u2068${declared[language]}\u2069` })
      }
      deed={fit === null ? t('words.save') : t('words.saveAllTheSame')}
      pending={looking.pending || saving.pending}
      onClose={props.onClose}
      onSubmit={() => void submit()}
    >
      {failure === null || known.includes(failure.field ?? '') ? null : (
        <Alert severity="error">{failureText(failure, t)}</Alert>
      )}
      <TextField
        label={t('words.title')}
        required
        autoFocus
        value={form.title}
        onChange={(event) => change({ title: event.target.value })}
        error={inField(language) !== undefined}
        helperText={inField(language) ?? t('words.titleHelp')}
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 100, dir: 'auto' } }}
      />
      <KindFields
        kind={form.kind}
        choices={form.choices}
        fault={inField('choices')}
        onKind={(kind) => change({ kind })}
        onChoices={(choices) => change({ choices })}
      />
      <TextField
        label={t('words.traitName')}
        value={trait}
        onChange={(event) => {
          setNamed(true);
          change({ trait: event.target.value });
        }}
        error={inField('trait') !== undefined}
        helperText={inField('trait') ?? t('words.traitNameHelp')}
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 100, dir: 'auto', readOnly: from !== null } }}
      />
      <TextField
        label={t('words.otherTitle')}
        value={form.otherTitle}
        onChange={(event) => change({ otherTitle: event.target.value })}
        helperText={t('words.otherTitleHelp')}
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 100, dir: 'auto' } }}
      />
      {fit === null ? null : <Misfits fit={fit} about="people" />}
    </FormDialog>
  );
}
