import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, headersOf } from '../../api/client.ts';
import { asFailure } from '../../failure/failure.ts';
import { failureText } from '../../failure/failure-text.ts';
import {
  type Import,
  type ImportMapping,
  importPreviewQuery,
  type ImportProposal,
  importProposalQuery,
} from '../../api/imports-queries.ts';
import { BlockSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { Columns } from './Columns.tsx';
import { useStart } from './deeds.ts';
import styles from './Imports.module.css';
import { Preview } from './Preview.tsx';
import { Questions } from './Questions.tsx';
import { Rules } from './Rules.tsx';

/** How the file is understood, to be corrected; and what it would come to, before anything is written. */
export function MappingStep({ one }: { readonly one: Import }) {
  const { asking } = useSetting();
  const proposal = useQuery(importProposalQuery(asking, one.id));
  if (proposal.isError && proposal.data === undefined)
    return <FailureNotice error={proposal.error} onRetry={() => void proposal.refetch()} />;
  if (proposal.data === undefined) return <BlockSkeleton height={420} />;
  return <Mapping one={one} proposal={proposal.data} />;
}

/** Corrections close together are sent as one. */
const SETTLES_MS = 250;

function Mapping({ one, proposal }: { readonly one: Import; readonly proposal: ImportProposal }) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const queries = useQueryClient();
  const [mapping, setMapping] = useState(proposal.import.mapping);
  const [saved, setSaved] = useState(proposal.import.mapping);
  const [missing, setMissing] = useState(proposal.missing?.sentence ?? null);
  const latest = useRef(mapping);
  const mayWrite = session?.scopes.includes('imports:write') !== false;
  const isSaved = mapping === saved;
  const preview = useQuery(
    importPreviewQuery(asking, one.id, saved, mayWrite && missing === null && isSaved),
  );
  const start = useStart();

  useEffect(() => {
    if (isSaved) return undefined;
    const calling = new AbortController();
    const send = async () => {
      try {
        const changed = await save(asking, one.id, mapping, calling.signal);
        if (latest.current !== mapping) return;
        setSaved(mapping);
        setMissing(null);
        queries.setQueryData(importProposalQuery(asking, one.id).queryKey, (before) =>
          before === undefined ? before : { ...before, import: changed, missing: null },
        );
      } catch (error) {
        if (!calling.signal.aborted) setMissing(failureText(asFailure(error), t));
      }
    };
    const timer = setTimeout(() => void send(), SETTLES_MS);
    return () => {
      clearTimeout(timer);
      calling.abort();
    };
  }, [asking, isSaved, mapping, one.id, queries, t]);

  const change = (part: Partial<ImportMapping>) => {
    const next = { ...mapping, ...part, columns: { ...mapping.columns, ...part.columns } };
    latest.current = next;
    setMapping(next);
  };

  return (
    <div className={styles.step}>
      <div className={styles.understood}>
        <Questions questions={proposal.questions} saved={proposal.savedMapping} />
        <Rules mapping={mapping} proposal={proposal} onChange={change} disabled={!mayWrite} />
        <Columns mapping={mapping} proposal={proposal} onChange={change} disabled={!mayWrite} />
      </div>
      <aside className={styles.preview} aria-labelledby="import-preview">
        <h2 id="import-preview">{t('imports.preview')}</h2>
        <p className="soft">{t('imports.previewText')}</p>
        {missing !== null ? (
          <Alert severity="warning">
            <strong>{t('imports.cannot')}</strong>
            <br />
            {missing}
          </Alert>
        ) : !mayWrite ? (
          <Alert severity="info">{t('imports.noRight')}</Alert>
        ) : (
          <Preview preview={preview} isStale={!isSaved} />
        )}
        {mayWrite ? (
          <Button
            variant="contained"
            size="large"
            fullWidth
            loading={start.pending}
            disabled={missing !== null || !isSaved || preview.data === undefined}
            onClick={() => void start.run(one.id)}
          >
            {t('imports.start')}
          </Button>
        ) : null}
      </aside>
      {preview.data === undefined || missing !== null ? null : <Preview.Rows preview={preview.data} />}
    </div>
  );
}

function save(
  asking: Parameters<typeof headersOf>[0],
  id: number,
  mapping: ImportMapping,
  signal: AbortSignal,
): Promise<Import> {
  return answerOf(
    api.PUT('/v1/imports/{id}/mapping', {
      params: { path: { id } },
      body: { mapping },
      headers: headersOf(asking),
      signal,
    }),
  );
}
