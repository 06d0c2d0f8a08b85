import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Import, importsQuery } from '../../api/imports-queries.ts';
import { paths } from '../../paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ExportIcon, ImportIcon, OnwardIcon, PlusIcon } from '../../ui/icons.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { Bar } from './Bar.tsx';
import styles from './Imports.module.css';
import { sampleFile } from './sample-file.ts';
import { StateMark } from './StateMark.tsx';
import { keepBlob } from '../../ui/keep-blob.ts';
import { makerOf, momentOf, shareOf } from './words.tsx';

/** Every file that came in, the newest first, those under way live. */
export function ImportsPage() {
  const { t } = useTranslation();
  const { asking, session, speech } = useSetting();
  const imports = useInfiniteQuery(importsQuery(asking));
  const found = imports.data?.pages.flatMap((page) => page.imports) ?? [];
  const mayWrite = session?.scopes.includes('imports:write') !== false;
  const add = mayWrite ? (
    <Button component={Link} to={paths.newImport} variant="contained" startIcon={<PlusIcon size={18} />}>
      {t('imports.new')}
    </Button>
  ) : null;
  const sample = (
    <Button
      variant="text"
      startIcon={<ExportIcon size={18} />}
      onClick={() => keepBlob(t('imports.sampleName'), sampleFile(speech.language))}
    >
      {t('imports.sample')}
    </Button>
  );

  return (
    <>
      <PageHeader
        title={t('imports.title')}
        meaning={t('imports.meaning')}
        actions={found.length === 0 ? undefined : add}
      />
      {imports.isError && found.length === 0 ? (
        <FailureNotice error={imports.error} onRetry={() => void imports.refetch()} />
      ) : imports.isPending ? (
        <RowsSkeleton rows={5} height={72} />
      ) : found.length === 0 ? (
        <EmptyState
          icon={<ImportIcon size={30} />}
          title={t('imports.empty')}
          steps={[t('imports.step1'), t('imports.step2'), t('imports.step3')]}
          actions={
            <>
              {add}
              {sample}
            </>
          }
        >
          <p>{t('imports.emptyText')}</p>
        </EmptyState>
      ) : (
        <ul className={styles.list} aria-label={t('imports.list')}>
          {found.map((one) => (
            <li key={one.id}>
              <Link to={paths.import} params={{ import: String(one.id) }} className={styles.line}>
                <span className={styles.file}>
                  <bdi>{one.fileName}</bdi>
                </span>
                <StateMark state={one.state} />
                <span className={styles.came}>
                  <Came one={one} />
                </span>
                <span className={styles.who}>
                  {t('imports.by', { who: makerOf(one.madeBy, t), when: momentOf(one.madeAt, speech) })}
                </span>
                <OnwardIcon size={18} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {imports.hasNextPage ? (
        <div className={styles.more}>
          <Button
            variant="outlined"
            loading={imports.isFetchingNextPage}
            onClick={() => void imports.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Came({ one }: { readonly one: Import }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { state, summary, progress, undo } = one;
  if (state === 'running' || state === 'stopped') {
    return (
      <>
        <Bar share={shareOf(one)} label={t('imports.run.progress')} />
        <small>
          {t('imports.rowsOf', {
            rows: speech.number(progress.rows),
            total: speech.number(progress.rowsTotal),
          })}
        </small>
      </>
    );
  }
  if (state === 'undoing') return <Bar share={undo?.share ?? null} label={t('imports.undo.progress')} />;
  if (summary === null || state === 'undone') return null;
  const people = speech.number(summary.people);
  return summary.orders === 0
    ? t('imports.camePeople', { people })
    : t('imports.came', { orders: speech.number(summary.orders), people });
}
