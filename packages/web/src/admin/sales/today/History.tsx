import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { type FollowUp, followUpQuery } from './queries.ts';
import styles from './Today.module.css';
import { isolated } from './useFollowUpWords.ts';

/** What became of it so far, with the reasons; read when it is asked for. */
export function History({ followUp }: { readonly followUp: FollowUp }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const [isOpen, setOpen] = useState(false);
  const found = useQuery({ ...followUpQuery(asking, followUp.id), enabled: isOpen });
  return (
    <details className={styles.folded} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('salesToday.history.title')}</summary>
      {!isOpen ? null : found.data === undefined ? (
        <Skeleton height={30} />
      ) : (
        <ol className={styles.list} style={{ gap: 4 }}>
          {found.data.changes.map((change, index) => (
            <li key={index} className={styles.under}>
              <span>{t(`salesToday.history.${change.deed}`)}</span>
              {change.to === null ? null : <span>{speech.date(change.to)}</span>}
              {change.reason === null ? null : <bdi>{isolated(change.reason)}</bdi>}
              <span>{speech.date(change.at)}</span>
              {change.by === 'nardeban' ? null : <bdi>{change.by}</bdi>}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
