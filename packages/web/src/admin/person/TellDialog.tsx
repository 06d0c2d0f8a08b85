import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { FactDeclaration, FieldDeclaration } from '@nardeban/core/facts';
import { isoDay, readMoney, readNumber, type Result, sayRefusal, zoneOf } from '@nardeban/core/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { dossierKey } from '../../api/dossier-queries.ts';
import { failureText } from '../../failure/failure-text.ts';
import { useDeed } from '../../api/mutations.ts';
import type { Speech } from '../../language/speech.ts';
import { DayField } from '../../ui/DayField.tsx';
import { useDraft } from '../../ui/useDraft.ts';
import { useVocabulary } from '../people/telling.ts';
import { useSetting } from '../setting.ts';
import styles from './Papers.module.css';

/** What has a form or a button of its own elsewhere, and would be told twice from here. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set([
  'note.written',
  'relation.ended',
  'relation.stated',
  'rung.pinned',
  'rung.unpinned',
  'tag.added',
  'tag.removed',
  'trait.changed',
]);
const FIRST = ['order.paid', 'visit.made', 'contact.attempted', 'complaint.opened', 'followup.agreed'];

/** Tells by hand what happened to or by this person: what it was, when, and what its record holds. */
export function TellDialog(props: {
  readonly person: string;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const words = useVocabulary();
  const named = (type: string) => {
    const word = words[type];
    return word === undefined ? type : speech.language === 'fa' ? word.fa : word.en.one;
  };
  const collator = new Intl.Collator(speech.language === 'fa' ? 'fa-IR' : 'en');
  const rest = Object.keys(words)
    .filter((type) => !TOLD_ELSEWHERE.has(type) && !FIRST.includes(type))
    .toSorted((one, other) => collator.compare(named(one), named(other)));
  const [type, setType] = useState('order.paid');
  const [day, setDay] = useState(today);
  const [typed, setTyped, draft] = useDraft<Readonly<Record<string, string>>>(
    `person:${props.person}:tell:${type}`,
    {},
  );
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const word: FactDeclaration | undefined = words[type];
  const read = Object.entries(word?.fields ?? {}).map(([name, field]) => ({
    name,
    field,
    value: readField(field, typed[name] ?? '', speech),
  }));
  const close = () => {
    setTried(false);
    props.onClose();
  };
  const tell = useDeed({
    send: async (
      input: { readonly type: string; readonly at: number; readonly key: string; readonly data: object },
      headers,
    ) => {
      const answer = await answerOf(
        api.POST('/v1/facts', {
          body: {
            facts: [
              {
                person: { id: Number(props.person) },
                type: input.type,
                at: input.at,
                source: 'staff',
                key: input.key,
                data: input.data as Record<string, string>,
              },
            ],
          },
          headers,
        }),
      );
      return answer.results[0];
    },
    refresh: [dossierKey(props.person), ['facts'], ['explanation'], ['person'], ['ladder']],
    tellsFailure: true,
    said: (answer) =>
      answer?.status === 'refused'
        ? t('dossier.tell.refused')
        : t('dossier.tell.told', { what: named(type) }),
    onDone: (answer) => {
      if (answer?.status === 'refused') {
        setRefused(answer.refusal?.sentence ?? t('dossier.tell.refused'));
        return;
      }
      setRefused(null);
      draft.forget();
      close();
    },
  });
  const faulty = read.some(({ value }) => value !== null && !value.ok);
  const missing = read.some(({ field, value }) => field.required === true && value === null);
  const send = () => {
    setTried(true);
    if (faulty || missing) return;
    const data: Record<string, string | number | boolean> = {};
    for (const { name, value } of read) if (value?.ok === true) data[name] = value.value;
    // What happened today happened by now; of another day only the day is known, and its noon stands for it.
    const at = day === today ? Date.now() - 1000 : zoneOf(speech.zone).startOf(day) + 12 * 3_600_000;
    void tell.run({ type, at, key: crypto.randomUUID(), data });
  };
  return (
    <Dialog open={props.open} onClose={close} maxWidth="xs" fullWidth aria-labelledby="tell-title">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <DialogTitle id="tell-title">{t('dossier.tell.title')}</DialogTitle>
        <DialogContent>
          <div className={styles.form}>
            {tell.failure === null ? null : <Alert severity="error">{failureText(tell.failure, t)}</Alert>}
            {refused === null ? null : <Alert severity="error">{refused}</Alert>}
            <Autocomplete
              disableClearable
              options={[...FIRST.filter((one) => words[one] !== undefined), ...rest]}
              value={type}
              getOptionLabel={named}
              noOptionsText={t('dossier.tell.noWord')}
              onChange={(_, chosen) => {
                setType(chosen);
                setTried(false);
                setRefused(null);
              }}
              renderInput={(input) => <TextField {...input} label={t('dossier.tell.what')} />}
            />
            <DayField
              label={t('dossier.tell.when')}
              day={day}
              last={today}
              speech={speech}
              onChange={setDay}
            />
            {read.map(({ name, field, value }) => (
              <FieldInput
                key={`${type} ${name}`}
                field={field}
                typed={typed[name] ?? ''}
                fault={
                  value !== null && !value.ok
                    ? sayRefusal(value.refusal, speech.language)
                    : tried && field.required === true && value === null
                      ? t('dossier.tell.needed')
                      : null
                }
                onType={(text) => setTyped((kept) => ({ ...kept, [name]: text }))}
              />
            ))}
          </div>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={close}>
            {t('confirm.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={tell.pending}>
            {t('dossier.tell.deed')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function FieldInput(props: {
  readonly field: FieldDeclaration;
  readonly typed: string;
  readonly fault: string | null;
  readonly onType: (text: string) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { field } = props;
  const label = `${field[speech.language]}${field.kind === 'money' ? ` (${t(`dossier.unit.${speech.unit}`, { currency: speech.currency })})` : ''}`;
  if (field.kind === 'flag') {
    return (
      <TextField
        select
        label={label}
        value={props.typed}
        onChange={(event) => props.onType(event.target.value)}
      >
        <MenuItem value="">{t('dossier.tell.unsaid')}</MenuItem>
        <MenuItem value="yes">{t('yes')}</MenuItem>
        <MenuItem value="no">{t('no')}</MenuItem>
      </TextField>
    );
  }
  const isNumber = field.kind === 'money' || field.kind === 'number';
  return (
    <TextField
      label={label}
      value={props.typed}
      required={field.required === true}
      error={props.fault !== null}
      helperText={props.fault ?? (field.kind === 'day' ? t('dossier.tell.day') : null)}
      onChange={(event) => props.onType(event.target.value)}
      slotProps={{
        htmlInput: {
          maxLength: 2000,
          dir: 'auto',
          inputMode: isNumber ? 'decimal' : 'text',
          autoComplete: 'off',
        },
      }}
    />
  );
}

/** What was typed into a field as the fact's record holds it; null: nothing was. */
function readField(
  field: FieldDeclaration,
  typed: string,
  speech: Speech,
): Result<string | number | boolean> | null {
  const text = typed.trim();
  if (text === '') return null;
  if (field.kind === 'money') return readMoney(text, { currency: speech.currency, unit: speech.unit });
  if (field.kind === 'number') return readNumber(text);
  if (field.kind === 'flag') return { ok: true, value: text === 'yes' };
  if (field.kind === 'day') {
    const day = speech.readDay(text);
    return day === null ? { ok: false, refusal: { code: 'day_expected' } } : { ok: true, value: isoDay(day) };
  }
  return { ok: true, value: text };
}
