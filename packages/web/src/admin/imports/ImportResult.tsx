import Button from '@mui/material/Button';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure } from '../../failure/failure.ts';
import { fetchRefusedRows, type Import } from '../../api/imports-queries.ts';
import { paths } from '../../paths.ts';
import { ExportIcon, LadderIcon } from '../../ui/icons.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useSetting } from '../setting.ts';
import { Figures } from './Figures.tsx';
import styles from './Imports.module.css';
import { UndoButton } from './UndoButton.tsx';
import { keepBlob } from '../../ui/keep-blob.ts';

/** What came in, what stayed aside, and where people now stand. */
export function ImportResult({ one }: { readonly one: Import }) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const toasts = useToasts();
  const [fetching, setFetching] = useState(false);
  const { summary } = one;
  if (summary === null) return null;
  const download = async () => {
    setFetching(true);
    try {
      keepBlob(t('imports.downloadName', { id: one.id }), await fetchRefusedRows(asking, one.id));
    } catch (error) {
      toasts.failed(asFailure(error), download);
    } finally {
      setFetching(false);
    }
  };
  return (
    <section className={styles.card} aria-labelledby="import-done">
      <h2 id="import-done">{t('imports.done')}</h2>
      <p>{t('imports.doneText')}</p>
      <Figures summary={summary} />
      {summary.refused > 0 ? (
        <div className={styles.aside}>
          <Button
            variant="outlined"
            loading={fetching}
            startIcon={<ExportIcon size={18} />}
            onClick={() => void download()}
          >
            {t('imports.download')}
          </Button>
          <p className="soft">{t('imports.downloadText')}</p>
        </div>
      ) : null}
      {one.fileKept ? null : <p className="soft">{t('imports.fileGone')}</p>}
      <div className={styles.buttons}>
        <Button component={Link} to={paths.home} variant="contained" startIcon={<LadderIcon size={18} />}>
          {t('imports.toLadder')}
        </Button>
        <Button component={Link} to={paths.people} variant="text">
          {t('imports.toPeople')}
        </Button>
        {session?.scopes.includes('imports:write') === false ? null : <UndoButton one={one} />}
      </div>
    </section>
  );
}
