import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { readNumber } from '@nardeban/core/values';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonDetails } from '../../api/answers.ts';
import { answerOf, api } from '../../api/client.ts';
import { type DeedHeaders, useDeed } from '../../api/mutations.ts';
import { personQuery } from '../../api/queries.ts';
import { useSetting } from '../setting.ts';
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
}

/** Says what a trait of a person is from now on; the earlier values stay in their history. */
export function EditDialog(props: {
  readonly person: PersonDetails;
  readonly editing: Editing;
  readonly label: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const queries = useQueryClient();
  const { person, editing } = props;
  const [trait, setTrait] = useState(editing.trait ?? '');
  const [value, setValue] = useState(editing.was === null ? '' : String(editing.was));
  const fresh = async (name: string): Promise<Told | null> => {
    const now = await queries.fetchQuery({ ...personQuery(asking, String(person.id)), staleTime: 0 });
    const stands = name === 'name' ? now.name : (now.traits[name] ?? null);
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
  const name = trait.trim();
  const ready = name !== '' && value.trim() !== '' && value.trim() !== String(editing.was ?? '');
  return (
    <Dialog open onClose={props.onClose} maxWidth="xs" fullWidth aria-labelledby="edit-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready)
            void change.run({ trait: name, value: alike(value.trim(), editing.was), was: editing.was });
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
              <TextField
                label={t('dossier.edit.trait')}
                value={trait}
                onChange={(event) => setTrait(event.target.value)}
                autoFocus
                slotProps={{ htmlInput: { maxLength: 100, dir: 'auto' } }}
              />
            ) : null}
            <TextField
              label={editing.trait === null ? t('dossier.edit.value') : props.label}
              value={value}
              onChange={(event) => setValue(event.target.value)}
              autoFocus={editing.trait !== null}
              slotProps={{ htmlInput: { maxLength: 2000, dir: 'auto' } }}
            />
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

/** A number stays a number, so that conditions that compare it go on to do so. */
function alike(text: string, was: Told | null): Told {
  if (typeof was !== 'number') return text;
  const number = readNumber(text);
  return number.ok ? number.value : text;
}
