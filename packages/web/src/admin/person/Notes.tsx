import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { dossierKey, type Note, notesQuery } from '../../api/dossier-queries.ts';
import { useDeed } from '../../api/mutations.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { EditIcon, NoteIcon, TrashIcon } from '../../ui/icons.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { useDraft } from '../../ui/useDraft.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import styles from './Papers.module.css';

const LONGEST_NOTE = 10_000;

/** What members of staff wrote about this person; the newest first, a new one on top. */
export function Notes({ person }: { readonly person: string }) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const mayWrite = session?.scopes.includes('people:write') === true;
  const notes = useInfiniteQuery(notesQuery(asking, person));
  const read = notes.data?.pages.flatMap((page) => page.notes) ?? [];
  return (
    <section aria-label={t('dossier.notes.title')}>
      {mayWrite ? <NewNote person={person} /> : null}
      {notes.isPending ? (
        <RowsSkeleton rows={3} columns={1} height={72} />
      ) : notes.isError && read.length === 0 ? (
        <FailureNotice error={notes.error} onRetry={() => void notes.refetch()} />
      ) : read.length === 0 ? (
        <EmptyState icon={<NoteIcon size={30} />} title={t('dossier.notes.none')}>
          {t('dossier.notes.noneWhy')}
        </EmptyState>
      ) : (
        <ul className={styles.notes}>
          {read.map((note) => (
            <li key={note.id}>
              <NoteCard note={note} person={person} mayWrite={mayWrite} />
            </li>
          ))}
        </ul>
      )}
      {notes.hasNextPage ? (
        <Button
          variant="outlined"
          loading={notes.isFetchingNextPage}
          onClick={() => void notes.fetchNextPage()}
        >
          {t('more')}
        </Button>
      ) : null}
    </section>
  );
}

function NewNote({ person }: { readonly person: string }) {
  const { t } = useTranslation();
  const [text, setText, draft] = useDraft(`person:${person}:note`, '');
  const add = useDeed({
    send: (input: { readonly text: string }, headers) =>
      answerOf(
        api.POST('/v1/people/{id}/notes', {
          params: { path: { id: Number(person) } },
          body: input,
          headers,
        }),
      ),
    refresh: [dossierKey(person), ['facts']],
    undo: (note, _, headers) =>
      answerOf(
        api.DELETE('/v1/people/{id}/notes/{note}', {
          params: { path: { id: Number(person), note: note.id }, query: { revision: note.revision } },
          headers,
        }),
      ),
    said: () => t('dossier.notes.added'),
    onDone: draft.forget,
  });
  return (
    <form
      className={styles.newNote}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void add.run({ text: text.trim() });
      }}
    >
      <TextField
        label={t('dossier.notes.write')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
            event.currentTarget.closest('form')?.requestSubmit();
        }}
        multiline
        minRows={2}
        maxRows={10}
        fullWidth
        slotProps={{ htmlInput: { maxLength: LONGEST_NOTE, dir: 'auto' } }}
      />
      <Button type="submit" variant="contained" loading={add.pending} disabled={text.trim() === ''}>
        {t('dossier.notes.add')}
      </Button>
    </form>
  );
}

function NoteCard(props: { readonly note: Note; readonly person: string; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { note, person } = props;
  const [editing, setEditing] = useState(false);
  const path = { id: Number(person), note: note.id };
  const remove = useDeed({
    send: (input: { readonly revision: number }, headers) =>
      answerOf(api.DELETE('/v1/people/{id}/notes/{note}', { params: { path, query: input }, headers })),
    refresh: [dossierKey(person)],
    said: () => t('dossier.notes.removed'),
    undo: (_, __, headers) =>
      answerOf(
        api.POST('/v1/people/{id}/notes', {
          params: { path: { id: Number(person) } },
          body: { text: note.text },
          headers,
        }),
      ),
  });
  return (
    <article className={styles.note}>
      {editing ? (
        <EditNote note={note} person={person} onClose={() => setEditing(false)} />
      ) : (
        <p className={styles.words} dir="auto">
          {note.text}
        </p>
      )}
      <footer className={styles.under}>
        <span>
          <bdi>{note.by}</bdi>
          {' · '}
          <time>
            {speech.date(note.at)} {speech.time(note.at)}
          </time>
          {note.changedAt === null ? null : (
            <> {t('dossier.notes.changed', { day: speech.date(note.changedAt) })}</>
          )}
        </span>
        {props.mayWrite && !editing ? (
          <span>
            <IconButton size="small" aria-label={t('dossier.notes.edit')} onClick={() => setEditing(true)}>
              <EditIcon size={17} />
            </IconButton>
            <IconButton
              size="small"
              aria-label={t('dossier.notes.remove')}
              loading={remove.pending}
              onClick={() => void remove.run({ revision: note.revision })}
            >
              <TrashIcon size={17} />
            </IconButton>
          </span>
        ) : null}
      </footer>
    </article>
  );
}

function EditNote(props: { readonly note: Note; readonly person: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const { note, person } = props;
  const notes = useInfiniteQuery(notesQuery(asking, person));
  const [text, setText, draft] = useDraft(`person:${person}:note:${note.id}`, note.text);
  const fresh = async (): Promise<Note> => {
    const { data } = await notes.refetch();
    return data?.pages.flatMap((page) => page.notes).find(({ id }) => id === note.id) ?? note;
  };
  const close = () => {
    draft.forget();
    props.onClose();
  };
  const change = useDeed({
    send: (input: { readonly text: string; readonly revision: number }, headers) =>
      answerOf(
        api.PATCH('/v1/people/{id}/notes/{note}', {
          params: { path: { id: Number(person), note: note.id } },
          body: input,
          headers,
        }),
      ),
    refresh: [dossierKey(person)],
    onDone: close,
    changed: {
      reload: () => notes.refetch(),
      versions: async (input) => ({
        mine: [{ label: t('dossier.notes.text'), text: input.text }],
        theirs: [{ label: t('dossier.notes.text'), text: (await fresh()).text }],
      }),
      onTop: async (input) => ({ ...input, revision: (await fresh()).revision }),
    },
  });
  return (
    <form
      className={styles.editNote}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void change.run({ text: text.trim(), revision: note.revision });
      }}
    >
      <TextField
        label={t('dossier.notes.text')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
        }}
        multiline
        minRows={2}
        fullWidth
        autoFocus
        slotProps={{ htmlInput: { maxLength: LONGEST_NOTE, dir: 'auto' } }}
      />
      <span className={styles.pair}>
        <Button type="submit" variant="contained" loading={change.pending}>
          {t('dossier.save')}
        </Button>
        <Button color="inherit" onClick={close}>
          {t('confirm.cancel')}
        </Button>
      </span>
    </form>
  );
}
