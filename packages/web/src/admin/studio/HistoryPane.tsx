import Button from '@mui/material/Button';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type VersionTold, versionQuery, versionsQuery } from '../../api/studio-queries.ts';
import { RowsSkeleton, TextSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { Changes } from './Changes.tsx';
import styles from './Studio.module.css';

/** What was in force when, who put it there, and what it changed. */
export function HistoryPane(props: {
  readonly ladder: string;
  readonly mayChange: boolean;
  /** Something is being published already. */
  readonly busy: boolean;
  readonly onRollBack: (version: VersionTold) => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const versions = useInfiniteQuery(versionsQuery(asking, props.ladder));
  const found = versions.data?.pages.flatMap((page) => page.versions) ?? [];
  if (versions.isError && found.length === 0)
    return <FailureNotice error={versions.error} onRetry={() => void versions.refetch()} />;
  if (versions.isPending) return <RowsSkeleton rows={4} columns={3} height={72} />;
  if (found.length === 0) return <p className={styles.aside}>{t('studio.noHistory')}</p>;
  return (
    <>
      <ol className={styles.versions} reversed>
        {found.map((version) => (
          <li key={version.version}>
            <Version {...props} version={version} />
          </li>
        ))}
      </ol>
      {versions.hasNextPage ? (
        <div className={styles.moreRow}>
          <Button
            variant="outlined"
            loading={versions.isFetchingNextPage}
            onClick={() => void versions.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Version(props: {
  readonly ladder: string;
  readonly version: VersionTold;
  readonly mayChange: boolean;
  readonly busy: boolean;
  readonly onRollBack: (version: VersionTold) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { version } = props;
  const [open, setOpen] = useState(false);
  const number = speech.number(version.version);
  return (
    <article className={styles.version} aria-label={t('studio.version', { version: number })}>
      <div className={styles.versionHead}>
        <strong>{t('studio.version', { version: number })}</strong>
        {version.state === 'retired' ? null : (
          <span className={styles.state} data-state={version.state}>
            {t(`studio.state.${version.state}`)}
          </span>
        )}
        {version.restores === null ? null : (
          <span className={styles.aside}>
            {t('studio.restores', { version: speech.number(version.restores) })}
          </span>
        )}
      </div>
      <p className={styles.aside}>
        {version.publishedAt === null
          ? t('studio.isPublishing', { by: version.publishedBy ?? '' })
          : t('studio.publishedBy', {
              by: version.publishedBy ?? '',
              day: speech.date(version.publishedAt),
              time: speech.time(version.publishedAt),
            })}
      </p>
      {version.note === null ? null : (
        <p className={styles.note}>
          <bdi style={{ whiteSpace: 'pre-wrap' }}>{version.note}</bdi>
        </p>
      )}
      <div className={styles.versionDeeds}>
        {version.before === null ? (
          <span className={styles.aside}>{t('studio.firstVersion')}</span>
        ) : (
          <button
            type="button"
            className={styles.textButton}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t('studio.whatChanged')}
          </button>
        )}
        {props.mayChange && version.state === 'retired' ? (
          <Button
            size="small"
            variant="outlined"
            disabled={props.busy}
            onClick={() => props.onRollBack(version)}
          >
            {t('studio.rollBack')}
          </Button>
        ) : null}
      </div>
      {open && version.before !== null ? (
        <Difference ladder={props.ladder} before={version.before} after={version.version} />
      ) : null}
    </article>
  );
}

function Difference(props: { readonly ladder: string; readonly before: number; readonly after: number }) {
  const { asking } = useSetting();
  const before = useQuery(versionQuery(asking, props.ladder, props.before));
  const after = useQuery(versionQuery(asking, props.ladder, props.after));
  const failed = before.error ?? after.error;
  if (failed !== null)
    return (
      <FailureNotice
        error={failed}
        onRetry={() => {
          void before.refetch();
          void after.refetch();
        }}
      />
    );
  if (before.data === undefined || after.data === undefined) return <TextSkeleton lines={3} />;
  return <Changes before={before.data} after={after.data} />;
}
