import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { type CustomFact, type Fit, WORDS_CHANGED } from '../../../api/words-queries.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { PlusIcon, TrashIcon } from '../../../ui/icons.tsx';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../FormDialog.tsx';
import { KindFields } from './KindFields.tsx';
import { Misfits } from './Misfits.tsx';
import { factBody, factForm, type FieldForm, nameOfTitle, newField } from './shapes.ts';
import styles from './Words.module.css';

/** Says what a fact of the business's own holds. Fields that were declared keep their name and kind: facts carry them. */
export function FactDialog(props: { readonly from: CustomFact | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { language } = speech;
  const { from } = props;
  const [form, setForm] = useState(() => factForm(from, language));
  const [named, setNamed] = useState(from !== null);
  const [fit, setFit] = useState<Fit | null>(null);
  const name = (named ? form.name : nameOfTitle(form.title) || nameOfTitle(form.otherTitle)).trim();
  const change = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part });
    setFit(null);
    looking.clear();
    saving.clear();
  };
  const withField = (id: number, part: Partial<FieldForm>) =>
    change({ fields: form.fields.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  const asked = { name, body: factBody(form, from, language) };
  const looking = useDeed({
    send: (input: typeof asked, headers) =>
      answerOf(
        api.POST('/v1/custom-facts/{name}/fit', {
          params: { path: { name: input.name } },
          body: input.body,
          headers,
        }),
      ),
    tellsFailure: true,
  });
  const saving = useDeed({
    send: (input: typeof asked, headers) =>
      answerOf(
        api.PUT('/v1/custom-facts/{name}', {
          params: { path: { name: input.name } },
          body: input.body,
          headers,
        }),
      ),
    refresh: WORDS_CHANGED,
    said: () => t('words.factSaid', { name: `\u2068${form.title.trim()}\u2069` }),
    onDone: props.onClose,
    tellsFailure: true,
  });
  const failure = saving.failure ?? looking.failure;
  const submit = async () => {
    if (fit === null && from !== null) {
      const found = await looking.run(asked);
      if (found === undefined) return;
      if (found.misfits > 0) {
        setFit(found);
        return;
      }
    }
    await saving.run(asked);
  };
  const faultOf = (field: FieldForm) =>
    failure?.field === `fields.${field.name}` || failure?.field === `fields.${field.name}.choices`
      ? failureText(failure, t)
      : undefined;
  const isShown = failure?.field === 'name' || form.fields.some((field) => faultOf(field) !== undefined);
  return (
    <FormDialog
      open
      title={
        from === null ? t('words.newFact') : t('words.editFact', { name: `\u2068${from[language]}\u2069` })
      }
      deed={fit === null ? t('words.save') : t('words.saveAllTheSame')}
      pending={looking.pending || saving.pending}
      onClose={props.onClose}
      onSubmit={() => void submit()}
    >
      {failure === null || isShown ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
      <TextField
        label={t('words.title')}
        required
        autoFocus
        value={form.title}
        onChange={(event) => change({ title: event.target.value })}
        helperText={t('words.factTitleHelp')}
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 100, dir: 'auto' } }}
      />
      <TextField
        label={t('words.otherTitle')}
        value={form.otherTitle}
        onChange={(event) => change({ otherTitle: event.target.value })}
        helperText={t('words.otherTitleHelp')}
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 100, dir: 'auto' } }}
      />
      <TextField
        label={t('words.factName')}
        required
        value={name}
        onChange={(event) => {
          setNamed(true);
          change({ name: event.target.value });
        }}
        error={failure?.field === 'name'}
        helperText={
          failure?.field === 'name'
            ? failureText(failure, t)
            : t('words.factNameHelp', { code: `\u2066custom.${name || '…'}\u2069` })
        }
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 60, dir: 'ltr', readOnly: from !== null } }}
      />
      <fieldset className={styles.fields}>
        <legend>{t('words.fields')}</legend>
        {form.fields.map((field, index) => (
          <div
            key={field.id}
            className={styles.field}
            role="group"
            aria-label={t('words.fieldNumber', { number: speech.number(index + 1) })}
          >
            <div className={styles.pair}>
              <TextField
                label={t('words.fieldTitle')}
                value={field.title}
                onChange={(event) => withField(field.id, { title: event.target.value })}
                error={faultOf(field) !== undefined && field.kind !== 'choice'}
                helperText={field.kind === 'choice' ? undefined : faultOf(field)}
                autoComplete="off"
                slotProps={{ htmlInput: { maxLength: 100, dir: 'auto' } }}
              />
              <TextField
                label={t('words.fieldName')}
                value={field.name}
                onChange={(event) => withField(field.id, { name: event.target.value })}
                autoComplete="off"
                slotProps={{ htmlInput: { maxLength: 60, dir: 'ltr', readOnly: field.before !== null } }}
              />
              {field.before === null ? (
                <IconButton
                  aria-label={t('words.removeField', { number: speech.number(index + 1) })}
                  onClick={() => change({ fields: form.fields.filter((one) => one.id !== field.id) })}
                >
                  <TrashIcon size={18} />
                </IconButton>
              ) : null}
            </div>
            <KindFields
              kind={field.kind}
              choices={field.choices}
              settled={field.before !== null}
              fault={faultOf(field)}
              onKind={(kind) => withField(field.id, { kind })}
              onChoices={(choices) => withField(field.id, { choices })}
            />
            <FormControlLabel
              control={
                <Checkbox
                  size="small"
                  checked={field.required}
                  // What facts told before may lack cannot be made needed of them.
                  disabled={from !== null && !field.wasRequired}
                  onChange={(_, required) => withField(field.id, { required })}
                />
              }
              label={t('words.required')}
            />
          </div>
        ))}
        <Button
          color="inherit"
          startIcon={<PlusIcon size={18} />}
          onClick={() =>
            change({
              fields: [...form.fields, newField(Math.max(-1, ...form.fields.map(({ id }) => id)) + 1)],
            })
          }
        >
          {t('words.addField')}
        </Button>
      </fieldset>
      {fit === null ? null : <Misfits fit={fit} about="facts" />}
    </FormDialog>
  );
}
