import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { importMappingsQuery, type KeptMapping } from '../../api/imports-queries.ts';
import { useDeed } from '../../api/mutations.ts';
import { paths } from '../../paths.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ColumnsIcon, EditIcon, TrashIcon } from '../../ui/icons.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import styles from './Imports.module.css';
import own from './Mappings.module.css';

const refresh = [['import-mappings']] as const;

/** The mappings that are proposed again: named, renamed, deleted. */
export function MappingsSection() {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const found = useQuery(importMappingsQuery(asking));
  const mayWrite = session?.scopes.includes('imports:write') !== false;
  return (
    <>
      <PageHeader title={t('imports.mappings')} meaning={t('imports.mappingsText')} />
      {found.isError ? (
        <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <RowsSkeleton rows={3} />
      ) : found.data.length === 0 ? (
        <EmptyState
          icon={<ColumnsIcon size={28} />}
          title={t('imports.mappingsEmpty')}
          actions={
            mayWrite ? (
              <Button component={Link} to={paths.newImport} variant="contained">
                {t('imports.new')}
              </Button>
            ) : undefined
          }
        >
          <p>{t('imports.mappingsEmptyText')}</p>
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {found.data.map((kept) => (
            <MappingLine key={kept.id} kept={kept} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
    </>
  );
}

function MappingLine({ kept, mayWrite }: { readonly kept: KeptMapping; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [name, setName] = useState<string | null>(null);
  const [removing, setRemoving] = useState(false);
  const path = { id: kept.id };
  const rename = useDeed({
    send: (asked: string, headers) =>
      answerOf(api.PUT('/v1/import-mappings/{id}', { params: { path }, body: { name: asked }, headers })),
    refresh,
    said: () => t('imports.renamed'),
    onDone: () => setName(null),
  });
  const remove = useDeed({
    send: (_: null, headers) =>
      answerOf(api.DELETE('/v1/import-mappings/{id}', { params: { path }, headers })),
    refresh,
    said: () => t('imports.removed'),
  });
  const shown = kept.name === '' ? kept.headers.slice(0, 3).join('، ') : kept.name;
  const used = Object.values(kept.mapping.columns).filter((field) => field !== 'ignore').length;
  return (
    <li className={own.mapping}>
      {name === null ? (
        <div>
          <strong>
            <bdi>{shown}</bdi>
          </strong>
          <small className="soft">
            {t(`imports.kinds.${kept.mapping.kind}`)} ·{' '}
            {t('imports.mappingColumns', { count: used, number: speech.number(used) })} ·{' '}
            {t('imports.mappingSaved', { day: speech.date(kept.savedAt) })}
          </small>
        </div>
      ) : (
        <form
          className={styles.buttons}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void rename.run(name);
          }}
        >
          <TextField
            size="small"
            label={t('imports.rename')}
            value={name}
            onChange={({ target }) => setName(target.value)}
            autoFocus
            slotProps={{ htmlInput: { maxLength: 200, dir: 'auto' } }}
          />
          <Button type="submit" variant="contained" loading={rename.pending} disabled={name.trim() === ''}>
            {t('imports.renameSave')}
          </Button>
          <Button onClick={() => setName(null)}>{t('confirm.cancel')}</Button>
        </form>
      )}
      {mayWrite && name === null ? (
        <div className={styles.buttons}>
          <Button variant="text" startIcon={<EditIcon size={18} />} onClick={() => setName(shown)}>
            {t('imports.rename')}
          </Button>
          <Button
            variant="text"
            color="error"
            startIcon={<TrashIcon size={18} />}
            onClick={() => setRemoving(true)}
          >
            {t('imports.remove')}
          </Button>
        </div>
      ) : null}
      <ConfirmDialog
        open={removing}
        danger
        title={t('imports.removeTitle', { name: shown })}
        deed={t('imports.remove')}
        onConfirm={() => remove.attempt(null)}
        onClose={() => setRemoving(false)}
      >
        <p>{t('imports.removeText')}</p>
      </ConfirmDialog>
    </li>
  );
}
