import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import type { FactDeclaration } from '@nardeban/core/facts';
import { zoneOf } from '@nardeban/core/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inDigits } from '../../language/digits.ts';
import { sayRefusal } from '../../language/refusal-text.ts';
import { answerOf, api } from '../../api/client.ts';
import { dossierKey } from '../../api/dossier-queries.ts';
import { failureText } from '../../failure/failure-text.ts';
import { useDeed } from '../../api/mutations.ts';
import { DayField } from '../../ui/DayField.tsx';
import { useDraft } from '../../ui/useDraft.ts';
import type { Speech } from '../../language/speech.ts';
import { daysIn, moneyIn } from '../criteria/figures.ts';
import { useVocabulary } from '../people/telling.ts';
import { useSetting } from '../setting.ts';
import { FieldInput, readField } from './FieldInput.tsx';
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

/** A fact that is about to be told: its type, and what its record has to say. */
export interface BegunFact {
  readonly type: string;
  readonly data: Readonly<Record<string, string | number | boolean>>;
}

/** Tells by hand what happened to or by this person: what it was, when, and what its record holds. */
export function TellDialog(props: {
  readonly person: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** What stands in the form when it is opened; null: nothing. */
  readonly begin: BegunFact | null;
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
    .filter((type) => !TOLD_ELSEWHERE.has(type) && !FIRST.includes(type) && !words[type]?.archived)
    .toSorted((one, other) => collator.compare(named(one), named(other)));
  const [type, setType] = useState(props.begin?.type ?? 'order.paid');
  const [day, setDay] = useState(today);
  const [typed, setTyped, draft] = useDraft<Readonly<Record<string, string>>>(
    `person:${props.person}:tell:${type}`,
    props.begin?.type === type ? typedOf(props.begin, words[type], speech) : {},
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
        setRefused(
          answer.refusal === undefined
            ? t('dossier.tell.refused')
            : inDigits(answer.refusal.sentence, speech.language),
        );
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

/** What the record has to say, as it would be typed. */
function typedOf(
  { data }: BegunFact,
  word: FactDeclaration | undefined,
  speech: Speech,
): Readonly<Record<string, string>> {
  const written = (name: string, value: string | number | boolean): string => {
    const kind = word?.fields[name]?.kind;
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    if (kind === 'money' && typeof value === 'number') return moneyIn(speech).show(value);
    return kind === 'day' ? daysIn(speech).show(String(value)) : String(value);
  };
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, written(name, value)]));
}
