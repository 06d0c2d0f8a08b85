import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { useDeed } from '../../api/mutations.ts';
import type { PersonDetails } from '../../api/answers.ts';
import { RemovableChip } from '../../ui/RemovableChip.tsx';
import styles from './Papers.module.css';

const LONGEST_TAG = 100;
/** More than these are there when they are wanted. */
const SHOWN_TAGS = 10;

/** The tags that are on, taken off by their cross; a new one is typed behind them. */
export function Tags(props: { readonly person: PersonDetails; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { person } = props;
  const held = person.traits['tags'];
  const tags = Array.isArray(held) ? held : [];
  const [all, setAll] = useState(false);
  const [typed, setTyped] = useState('');
  const send = (input: { readonly tag: string; readonly on: boolean }, headers: Record<string, string>) =>
    answerOf(api.POST('/v1/people/{id}/tags', { params: { path: { id: person.id } }, body: input, headers }));
  const set = useDeed({
    send,
    refresh: [['person'], ['facts'], ['explanation']],
    said: (_, { tag, on }) => t(on ? 'dossier.tags.on' : 'dossier.tags.off', { tag }),
    undo: (_, { tag, on }, headers) => send({ tag, on: !on }, headers),
  });
  return (
    <div className={styles.tags} role="group" aria-label={t('dossier.tags.title')}>
      {(all ? tags : tags.slice(0, SHOWN_TAGS)).map((tag) =>
        props.mayWrite ? (
          <RemovableChip
            key={tag}
            size="small"
            text={tag}
            name={t('dossier.tags.remove', { tag })}
            onRemove={() => void set.run({ tag, on: false })}
          />
        ) : (
          <Chip key={tag} size="small" label={<bdi>{tag}</bdi>} />
        ),
      )}
      {!all && tags.length > SHOWN_TAGS ? (
        <Button size="small" onClick={() => setAll(true)}>
          {t('more')}
        </Button>
      ) : null}
      {props.mayWrite ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const tag = typed.trim();
            setTyped('');
            if (tag !== '' && !tags.includes(tag)) void set.run({ tag, on: true });
          }}
        >
          <TextField
            variant="standard"
            size="small"
            placeholder={t('dossier.tags.add')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            slotProps={{
              htmlInput: { 'aria-label': t('dossier.tags.add'), maxLength: LONGEST_TAG, dir: 'auto' },
            }}
            sx={{ inlineSize: 120 }}
          />
        </form>
      ) : null}
    </div>
  );
}
