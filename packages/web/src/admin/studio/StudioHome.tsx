import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Designed, studioQuery } from '../../api/studio-queries.ts';
import { paths } from '../../paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StudioIcon } from '../../ui/icons.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { CardsSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { NewDialog } from './NewDialog.tsx';
import styles from './Studio.module.css';

/** Every ladder and typology of the business, with what is in force and what is being written. */
export function StudioHome() {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const studio = useQuery(studioQuery(asking));
  const [making, setMaking] = useState(false);
  const mayChange = session?.scopes.includes('ladder:write') ?? false;
  const all = studio.data ?? [];
  const groups = [
    { title: t('studio.ladders'), list: all.filter((one) => one.archived === null && one.kind === 'ladder') },
    {
      title: t('studio.typologies'),
      list: all.filter((one) => one.archived === null && one.kind === 'typology'),
    },
    { title: t('studio.putAway'), list: all.filter((one) => one.archived !== null) },
  ];
  const button = mayChange ? (
    <Button variant="contained" onClick={() => setMaking(true)}>
      {t('studio.make')}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={t('studio.title')} meaning={t('studio.lead')} actions={button} />
      {studio.isError && all.length === 0 ? (
        <FailureNotice error={studio.error} onRetry={() => void studio.refetch()} />
      ) : studio.isPending ? (
        <CardsSkeleton cards={4} height={132} />
      ) : all.length === 0 ? (
        <EmptyState icon={<StudioIcon size={30} />} title={t('studio.nothing')} actions={button}>
          <p>{t('studio.nothingText')}</p>
        </EmptyState>
      ) : (
        groups.map(({ title, list }) =>
          list.length === 0 ? null : (
            <section key={title} className={styles.shelf}>
              <h2>{title}</h2>
              <ul className={styles.cards}>
                {list.map((one) => (
                  <li key={one.key}>
                    <Card designed={one} />
                  </li>
                ))}
              </ul>
            </section>
          ),
        )
      )}
      {making ? <NewDialog taken={all.map(({ key }) => key)} onClose={() => setMaking(false)} /> : null}
    </>
  );
}

function Card({ designed }: { readonly designed: Designed }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { published, draft, publishing, archived } = designed;
  const name = speech.words(designed.name) === '' ? t('studio.unnamed') : speech.words(designed.name);
  return (
    <Link to={paths.studioLadder} params={{ ladder: designed.key }} className={styles.card}>
      <strong className={styles.cardName}>
        <bdi style={{ whiteSpace: 'normal' }}>{name}</bdi>
      </strong>
      <span className={styles.aside}>
        {t(designed.kind === 'ladder' ? 'studio.ofRungs' : 'studio.ofClasses', {
          count: designed.places,
          places: speech.number(designed.places),
        })}
      </span>
      <span className={styles.cardState}>
        {published === null
          ? archived === null
            ? t('studio.neverPublished')
            : t('studio.isArchived', { by: archived.by, day: speech.date(archived.at, 'short') })
          : published.at === null
            ? t('studio.version', { version: speech.number(published.version) })
            : t('studio.versionSince', {
                version: speech.number(published.version),
                day: speech.date(published.at, 'short'),
              })}
      </span>
      {publishing === null ? null : (
        <span className={styles.state} data-state="publishing">
          {t('studio.publishingShare', {
            share: speech.share(publishing.done / Math.max(1, publishing.total)),
          })}
        </span>
      )}
      {draft === null ? null : (
        <span className={styles.state} data-state="draft">
          {t('studio.hasDraft', { by: draft.editedBy })}
        </span>
      )}
    </Link>
  );
}
