import Button from '@mui/material/Button';
import type { Programme } from '@nardeban/core/programme';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { BookIcon } from '../../../ui/icons.tsx';
import { RowsSkeleton, TextSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import { Changes } from './Changes.tsx';
import styles from './Programme.module.css';
import { versionQuery, versionsQuery } from './queries.ts';

/** Every programme that ever was in force: since when, by whom, and what changed with it. */
export function Versions(props: {
  readonly inForce: number | null;
  readonly locked: boolean;
  /** Writes an earlier version into the draft. */
  readonly onBringBack: (programme: Programme) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const versions = useInfiniteQuery(versionsQuery(asking));
  const [open, setOpen] = useState<number | null>(null);
  if (versions.data === undefined)
    return versions.isError ? (
      <FailureNotice error={versions.error} onRetry={() => void versions.refetch()} />
    ) : (
      <RowsSkeleton rows={3} columns={3} />
    );
  const all = versions.data.pages.flatMap((page) => page.versions);
  if (all.length === 0)
    return (
      <EmptyState icon={<BookIcon size={30} />} title={t('club.versions.none')}>
        {t('club.versions.noneText')}
      </EmptyState>
    );
  return (
    <>
      <div className={styles.list}>
        {all.map(({ version, name, note, rules, publishedAt, publishedBy }) => {
          const title = t('club.version', { version: speech.number(version) });
          return (
            <article key={version} className={styles.item} aria-label={title}>
              <div className={styles.itemHead}>
                <div className={styles.itemSaid}>
                  <h2>
                    {title}
                    {version === props.inForce ? (
                      <span className={styles.inForce}>{t('club.versions.inForce')}</span>
                    ) : null}
                  </h2>
                  <p>
                    {t('club.versions.about', {
                      name: `\u2068${speech.words(name)}\u2069`,
                      shown: speech.number(rules),
                      count: rules,
                    })}
                  </p>
                  <p className="soft">
                    {t('club.versions.who', {
                      by: `\u2068${publishedBy}\u2069`,
                      day: speech.date(publishedAt),
                      time: speech.time(publishedAt),
                    })}
                  </p>
                  {note === null || note === '' ? null : (
                    <p>
                      <q>
                        <bdi style={{ whiteSpace: 'normal' }}>{note}</bdi>
                      </q>
                    </p>
                  )}
                </div>
                <div className={styles.itemTools}>
                  {version === 1 ? null : (
                    <Button
                      size="small"
                      variant="outlined"
                      aria-expanded={open === version}
                      onClick={() => setOpen(open === version ? null : version)}
                    >
                      {t('club.versions.changes')}
                    </Button>
                  )}
                  {props.locked || version === props.inForce ? null : (
                    <BringBack version={version} onBringBack={props.onBringBack} />
                  )}
                </div>
              </div>
              {open === version ? <ChangesOf version={version} /> : null}
            </article>
          );
        })}
      </div>
      {versions.hasNextPage ? (
        <p>
          <Button
            color="inherit"
            loading={versions.isFetchingNextPage}
            onClick={() => void versions.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function BringBack({
  version,
  onBringBack,
}: {
  readonly version: number;
  readonly onBringBack: (programme: Programme) => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const found = useQuery({ ...versionQuery(asking, version), enabled: false });
  const bringBack = async () => {
    const { data } = await found.refetch();
    if (data !== undefined) onBringBack(data.definition);
  };
  return (
    <Button size="small" color="inherit" loading={found.isFetching} onClick={() => void bringBack()}>
      {t('club.versions.bringBack')}
    </Button>
  );
}

function ChangesOf({ version }: { readonly version: number }) {
  const { asking } = useSetting();
  const after = useQuery(versionQuery(asking, version));
  const before = useQuery(versionQuery(asking, version - 1));
  const failed = [after, before].find((one) => one.isError && one.data === undefined);
  if (failed !== undefined)
    return <FailureNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (after.data === undefined || before.data === undefined) return <TextSkeleton lines={3} />;
  return <Changes before={before.data.definition} after={after.data.definition} />;
}
