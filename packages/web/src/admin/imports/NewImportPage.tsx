import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure, type Failure } from '../../failure/failure.ts';
import { failureText } from '../../failure/failure-text.ts';
import { importProposalQuery, uploadFile } from '../../api/imports-queries.ts';
import { paths } from '../../paths.ts';
import { ExportIcon, ImportIcon } from '../../ui/icons.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useSetting } from '../setting.ts';
import { Bar } from './Bar.tsx';
import styles from './Imports.module.css';
import { sampleFile } from './sample-file.ts';
import { keepBlob } from '../../ui/keep-blob.ts';

const LARGEST = 1024 * 1024 * 1024;

interface Sending {
  readonly file: string;
  readonly share: number;
}

/** Where a file is given: dropped, or chosen with the mouse or the keyboard. */
export function NewImportPage() {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toasts = useToasts();
  const input = useRef<HTMLInputElement>(null);
  const upload = useRef<AbortController | null>(null);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [refused, setRefused] = useState<{ readonly file: string; readonly why: string } | null>(null);
  useEffect(() => () => upload.current?.abort(), []);

  const send = async (files: readonly File[]) => {
    const [file] = files;
    if (file === undefined || sending !== null) return;
    if (files.length > 1) toasts.say(t('imports.drop.many'));
    setRefused(null);
    if (file.size > LARGEST) {
      setRefused({ file: file.name, why: t('imports.drop.tooLarge') });
      return;
    }
    const calling = new AbortController();
    upload.current = calling;
    setSending({ file: file.name, share: 0 });
    try {
      const proposal = await uploadFile(asking, file, {
        signal: calling.signal,
        onShare: (share) => setSending({ file: file.name, share }),
      });
      queries.setQueryData(importProposalQuery(asking, proposal.import.id).queryKey, proposal);
      void queries.invalidateQueries({ queryKey: ['imports'] });
      await navigate({ to: paths.import, params: { import: String(proposal.import.id) } });
    } catch (error) {
      if (!calling.signal.aborted) {
        const failure: Failure = asFailure(error);
        setRefused({ file: file.name, why: failureText(failure, t) });
      }
    } finally {
      setSending(null);
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send([...event.dataTransfer.files]);
  };

  return (
    <>
      <PageHeader
        title={t('imports.new')}
        crumbs={[
          <Link key="imports" to={paths.imports}>
            {t('imports.title')}
          </Link>,
        ]}
      />
      {refused === null ? null : (
        <Alert severity="error" className={styles.word}>
          <AlertTitle>
            {t('imports.drop.failed')} <bdi>{refused.file}</bdi>
          </AlertTitle>
          {refused.why} {t('imports.drop.advice')}
        </Alert>
      )}
      <section
        className={styles.drop}
        data-over={over}
        aria-label={t('imports.drop.title')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {sending === null ? (
          <>
            <span className={styles.picture} aria-hidden="true">
              <ImportIcon size={34} />
            </span>
            <h2>{t('imports.drop.title')}</h2>
            <p>{t('imports.drop.or')}</p>
            <div className={styles.buttons}>
              <Button variant="contained" onClick={() => input.current?.click()}>
                {t('imports.drop.choose')}
              </Button>
              <Button
                variant="text"
                startIcon={<ExportIcon size={18} />}
                onClick={() => keepBlob(t('imports.sampleName'), sampleFile(speech.language))}
              >
                {t('imports.sample')}
              </Button>
            </div>
            <input
              ref={input}
              type="file"
              hidden
              accept=".csv,.tsv,.txt,.gz,.xlsx,text/csv"
              aria-label={t('imports.drop.choose')}
              onChange={(event) => {
                void send([...(event.target.files ?? [])]);
                // The same file may be chosen again after it was mended.
                event.target.value = '';
              }}
            />
          </>
        ) : (
          <div className={styles.sending} role="status">
            <h2>{t('imports.drop.sending', { file: sending.file })}</h2>
            <Bar
              share={sending.share < 1 ? sending.share : null}
              label={t('imports.drop.sending', { file: '' })}
            />
            <p>
              {sending.share < 1
                ? t('imports.drop.share', { share: speech.share(sending.share) })
                : t('imports.drop.looking')}
            </p>
            <Button variant="outlined" onClick={() => upload.current?.abort()}>
              {t('imports.drop.cancel')}
            </Button>
          </div>
        )}
      </section>
      <p className="soft">{t('imports.drop.takes')}</p>
      <p className="soft">{t('imports.drop.kept')}</p>
    </>
  );
}
