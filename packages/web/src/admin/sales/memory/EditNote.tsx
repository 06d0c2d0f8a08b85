import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { dayOfAddress } from '../../../language/speech.ts';
import { failedText } from '../../club/vouchers/failed.ts';
import styles from './Memory.module.css';
import { NoteFields } from './NoteFields.tsx';
import { MEMORY_CHANGED, type NewNote, type Note } from './queries.ts';
import { newNote, noteBody, type NoteDraft } from './talk-form.ts';

function draftOf(note: Note): NoteDraft {
  const fresh = newNote(note.kind, note.id);
  return {
    ...fresh,
    text: note.text,
    product: note.product,
    low: note.low,
    high: note.high,
    byDay: dayOfAddress(note.byDay ?? undefined),
    purpose: note.purpose ?? fresh.purpose,
    source: note.source ?? fresh.source,
    met: note.met,
  };
}

/** Says otherwise what was said; what it was stays in its history. */
export function EditNote({ note, onClose }: { readonly note: Note; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(note));
  const changing = useDeed({
    send: (body: { readonly note: NewNote }, headers) =>
      answerOf(api.PUT('/v1/sales/memory/{id}', { params: { path: { id: note.id } }, body, headers })),
    refresh: MEMORY_CHANGED,
    tellsFailure: true,
    said: () => t('salesMemory.saved'),
    onDone: onClose,
    changed: { reload: () => queries.invalidateQueries({ queryKey: ['sales-memory'] }).then(onClose) },
  });
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="edit-said">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void changing.run({ note: noteBody(draft) });
        }}
      >
        <DialogTitle id="edit-said">
          {t('salesMemory.changeTitle')}: {t(`salesMemory.kind.${note.kind}`)}
        </DialogTitle>
        <DialogContent>
          <div className={styles.form}>
            <p className={styles.about}>{t('salesMemory.changeWhy')}</p>
            <NoteFields
              note={draft}
              onChange={(changed) => {
                changing.clear();
                setDraft(changed);
              }}
              autoFocus
            />
            {changing.failure === null || changing.failure.kind === 'changed' ? null : (
              <Alert severity="error">{failedText(changing.failure, t)}</Alert>
            )}
          </div>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('confirm.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={changing.pending}>
            {t('salesMemory.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
