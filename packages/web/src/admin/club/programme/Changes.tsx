import type { Programme } from '@nardeban/core/programme';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { programmeChanges } from './changes.ts';
import styles from './Programme.module.css';
import { useProgrammeWords } from './useProgrammeWords.ts';

/** What changed between two programmes, part by part, as it was and as it is. */
export function Changes({ before, after }: { readonly before: Programme; readonly after: Programme }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const was = useProgrammeWords(before);
  const is = useProgrammeWords(after);
  const changes = useMemo(
    () =>
      programmeChanges(before, after, {
        before: was,
        after: is,
        say: speech.words,
        membership: (membership) => t(`club.membership.${membership}`),
      }),
    [before, after, was, is, speech, t],
  );
  if (changes.length === 0) return <p className="soft">{t('club.noChange')}</p>;
  return (
    <ul className={styles.changes}>
      {changes.map((change, at) => (
        <li key={at}>
          <span>
            {t(
              change.before === null
                ? 'club.change.added'
                : change.after === null
                  ? 'club.change.removed'
                  : 'club.change.changed',
              {
                part: t(`club.part.${change.part}`),
                name: change.name === '' ? '' : t('club.change.name', { name: `\u2068${change.name}\u2069` }),
              },
            )}
          </span>
          {change.before === null ? null : (
            <del>
              <span className="only-heard">{t('club.change.was')} </span>
              {change.before}
            </del>
          )}
          {change.after === null || change.after === change.before ? null : (
            <ins>
              <span className="only-heard">{t('club.change.is')} </span>
              {change.after}
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
}
