import { keepBlob } from '../../ui/keep-blob.ts';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useQuery } from '@tanstack/react-query';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { dossierKey, fileContent, filesQuery, type KeptFile } from '../../api/dossier-queries.ts';
import { asFailure } from '../../failure/failure.ts';
import { useDeed } from '../../api/mutations.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ExportIcon, FileIcon, TrashIcon } from '../../ui/icons.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import styles from './Papers.module.css';

const LARGEST_MB = 10;
const MB = 1024 * 1024;

/** Files kept with this person: dropped or chosen here, handed back to be kept and never shown in the page. */
export function Files({ person }: { readonly person: string }) {
  const { t } = useTranslation();
  const { asking, session, speech } = useSetting();
  const mayWrite = session?.scopes.includes('people:write') === true;
  const files = useQuery(filesQuery(asking, person));
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // A file is no plain data: the intent is its name and size, the file itself waits beside it.
  const chosen = useRef<File | null>(null);
  const keep = useDeed({
    send: (_: { readonly name: string; readonly bytes: number; readonly at: number }, headers) => {
      const form = new FormData();
      if (chosen.current !== null) form.append('file', chosen.current);
      return answerOf(
        api.POST('/v1/people/{id}/files', {
          params: { path: { id: Number(person) } },
          body: form as never,
          bodySerializer: (body) => body as never,
          headers,
        }),
      );
    },
    refresh: [dossierKey(person)],
    said: (kept) => t('dossier.files.kept', { name: kept.name }),
  });
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > LARGEST_MB * MB ? file.name : null);
    if (file.size > LARGEST_MB * MB) return;
    chosen.current = file;
    void keep.run({ name: file.name, bytes: file.size, at: file.lastModified });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <section aria-label={t('dossier.files.title')}>
      {mayWrite ? (
        <div
          className={`${styles.drop} ${over ? styles.over : ''}`}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <span>{t('dossier.files.drop', { most: speech.number(LARGEST_MB) })}</span>
          <Button variant="outlined" loading={keep.pending} onClick={() => input.current?.click()}>
            {t('dossier.files.choose')}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t('dossier.files.choose')}
            onChange={(event) => {
              take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </div>
      ) : null}
      {tooLarge === null ? null : (
        <Alert severity="error" onClose={() => setTooLarge(null)}>
          {t('dossier.files.tooLarge', { name: tooLarge, most: speech.number(LARGEST_MB) })}
        </Alert>
      )}
      {files.isPending ? (
        <RowsSkeleton rows={2} columns={2} height={44} />
      ) : files.isError && files.data === undefined ? (
        <FailureNotice error={files.error} onRetry={() => void files.refetch()} />
      ) : files.data.length === 0 ? (
        <EmptyState icon={<FileIcon size={30} />} title={t('dossier.files.none')}>
          {t('dossier.files.noneWhy')}
        </EmptyState>
      ) : (
        <ul className={styles.files}>
          {files.data.map((file) => (
            <li key={file.id}>
              <FileRow file={file} person={person} mayWrite={mayWrite} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function FileRow(props: { readonly file: KeptFile; readonly person: string; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const toasts = useToasts();
  const { file, person } = props;
  const [asked, setAsked] = useState(false);
  const remove = useDeed({
    send: (input: { readonly file: number }, headers) =>
      answerOf(
        api.DELETE('/v1/people/{id}/files/{file}', {
          params: { path: { id: Number(person), file: input.file } },
          headers,
        }),
      ),
    refresh: [dossierKey(person)],
    said: () => t('dossier.files.removed'),
  });
  const download = async () => {
    try {
      keepBlob(file.name, await fileContent(asking, person, file.id));
    } catch (error) {
      toasts.failed(asFailure(error));
    }
  };
  return (
    <div className={styles.file}>
      <FileIcon size={20} />
      <button type="button" className={styles.fileName} onClick={() => void download()}>
        <bdi>{file.name}</bdi>
      </button>
      <span className={styles.fileAbout}>
        {t('dossier.files.size', { size: speech.number(Math.max(1, Math.round(file.bytes / 1024))) })}
        {' · '}
        <bdi>{file.by}</bdi>
        {' · '}
        <time>{speech.date(file.at)}</time>
      </span>
      <span>
        <IconButton
          size="small"
          aria-label={t('dossier.files.download', { name: file.name })}
          onClick={() => void download()}
        >
          <ExportIcon size={17} />
        </IconButton>
        {props.mayWrite ? (
          <IconButton
            size="small"
            aria-label={t('dossier.files.remove', { name: file.name })}
            onClick={() => setAsked(true)}
          >
            <TrashIcon size={17} />
          </IconButton>
        ) : null}
      </span>
      <ConfirmDialog
        open={asked}
        title={t('dossier.files.removeTitle')}
        deed={t('dossier.files.removeDeed')}
        danger
        onConfirm={() => remove.attempt({ file: file.id })}
        onClose={() => setAsked(false)}
      >
        {t('dossier.files.removeText', { name: file.name })}
      </ConfirmDialog>
    </div>
  );
}
