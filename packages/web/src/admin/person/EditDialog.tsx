import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import type { TraitDeclaration } from '@nardeban/core/facts';
import { readNumber } from '@nardeban/core/values';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonDetails } from '../../api/answers.ts';
import { answerOf, api } from '../../api/client.ts';
import { type DeedHeaders, useDeed } from '../../api/mutations.ts';
import { personQuery } from '../../api/queries.ts';
import { sayRefusal } from '../../language/refusal-text.ts';
import type { Speech } from '../../language/speech.ts';
import { daysIn, moneyIn } from '../criteria/figures.ts';
import { presentTraits, useTraitWords } from '../people/traits.ts';
import { useSetting } from '../setting.ts';
import { FieldInput, readField } from './FieldInput.tsx';
import styles from './Papers.module.css';

type Told = string | number | boolean;

interface TraitTold {
  readonly trait: string;
  readonly value: Told;
  readonly was: Told | null;
}

/** What is being changed: one of the traits by name, the person's name among them, or a trait yet to be named. */
export interface Editing {
  readonly trait: string | null;
  readonly was: Told | null;
  /** A value that is offered instead of the one it has. */
  readonly suggested?: Told;
}

/** Says what a trait of a person is from now on; the earlier values stay in their history. */
export function EditDialog(props: {
  readonly person: PersonDetails;
  readonly editing: Editing;
  readonly label: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const words = useTraitWords();
  const queries = useQueryClient();
  const { person, editing } = props;
  const [trait, setTrait] = useState(editing.trait ?? '');
  const name = trait.trim();
  const own = Object.hasOwn(words.declared, name) ? words.declared[name] : undefined;
  const declared = own?.archived ? undefined : own;
  const offered = editing.suggested ?? editing.was;
  const [value, setValue] = useState(offered === null ? '' : asTyped(offered, declared, speech));
  const [tried, setTried] = useState(false);
  const fresh = async (of: string): Promise<Told | null> => {
    const now = await queries.fetchQuery({ ...personQuery(asking, String(person.id)), staleTime: 0 });
    const stands = of === 'name' ? now.name : (now.traits[of] ?? null);
    return typeof stands === 'object' ? null : stands;
  };
  const change = useDeed({
    send: (input: TraitTold, headers) =>
      answerOf(
        api.POST('/v1/people/{id}/traits', {
          params: { path: { id: person.id } },
          body: input,
          headers,
        }),
      ),
    refresh: [['person'], ['facts'], ['explanation']],
    said: () => t('dossier.edit.said'),
    // A trait that had no value cannot be made to have none again: it can only be said anew.
    ...(editing.was === null
      ? {}
      : {
          undo: (_: unknown, input: TraitTold, headers: DeedHeaders) =>
            answerOf(
              api.POST('/v1/people/{id}/traits', {
                params: { path: { id: person.id } },
                body: { trait: input.trait, value: input.was ?? '', was: input.value },
                headers,
              }),
            ),
        }),
    onDone: props.onClose,
    changed: {
      reload: () => queries.invalidateQueries({ queryKey: ['person'] }),
      versions: async (input) => ({
        mine: [{ label: props.label, text: String(input.value) }],
        theirs: [{ label: props.label, text: String((await fresh(input.trait)) ?? '') }],
      }),
      onTop: async (input) => ({ ...input, was: await fresh(input.trait) }),
    },
  });
  const read = declared === undefined ? null : readField({ ...declared, required: true }, value, speech);
  const told = read === null ? alike(value.trim(), editing.was) : read.ok ? read.value : null;
  const ready = name !== '' && value.trim() !== '' && told !== editing.was;
  const input = (autoFocus: boolean) =>
    declared === undefined ? (
      <TextField
        label={editing.trait === null ? t('dossier.edit.value') : props.label}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        autoFocus={autoFocus}
        slotProps={{ htmlInput: { maxLength: 2000, dir: 'auto' } }}
      />
    ) : (
      <FieldInput
        field={declared}
        typed={value}
        fault={tried && read !== null && !read.ok ? sayRefusal(read.refusal, speech.language) : null}
        onType={setValue}
      />
    );
  return (
    <Dialog open onClose={props.onClose} maxWidth="xs" fullWidth aria-labelledby="edit-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (ready && told !== null) void change.run({ trait: name, value: told, was: editing.was });
        }}
      >
        <DialogTitle id="edit-title">
          {editing.trait === null
            ? t('dossier.edit.newTrait')
            : t('dossier.edit.title', { what: props.label })}
        </DialogTitle>
        <DialogContent>
          <div className={styles.form}>
            {editing.trait === null ? (
              <Autocomplete<string, false, true, true>
                freeSolo
                disableClearable
                options={presentTraits(words, speech.language)}
                getOptionLabel={words.nameOf}
                inputValue={words.nameOf(trait)}
                onChange={(_, chosen) => {
                  setTrait(chosen);
                  setValue('');
                }}
                onInputChange={(_, typed, reason) => {
                  if (reason === 'input') setTrait(typed);
                }}
                renderInput={(field) => (
                  <TextField
                    {...field}
                    label={t('dossier.edit.trait')}
                    autoFocus
                    slotProps={{
                      ...field.slotProps,
                      htmlInput: { ...field.slotProps.htmlInput, maxLength: 100, dir: 'auto' },
                    }}
                  />
                )}
              />
            ) : null}
            {input(editing.trait !== null)}
            <p className="soft">{t('dossier.edit.kept')}</p>
          </div>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={props.onClose}>
            {t('confirm.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={change.pending} disabled={!ready}>
            {t('dossier.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** A stored value as somebody would type it into the input of its kind. */
function asTyped(value: Told, declared: TraitDeclaration | undefined, speech: Speech): string {
  if (typeof value === 'boolean' && declared?.kind === 'flag') return value ? 'yes' : 'no';
  if (typeof value === 'number' && declared?.kind === 'money') return moneyIn(speech).show(value);
  if (typeof value === 'string' && declared?.kind === 'day') return daysIn(speech).show(value);
  return String(value);
}

/** A number stays a number, so that conditions that compare it go on to do so. */
function alike(text: string, was: Told | null): Told {
  if (typeof was !== 'number') return text;
  const number = readNumber(text);
  return number.ok ? number.value : text;
}
