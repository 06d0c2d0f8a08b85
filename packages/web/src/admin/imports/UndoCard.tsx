import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import type { Import } from '../../api/imports-queries.ts';
import { useSetting } from '../setting.ts';
import { Bar } from './Bar.tsx';
import { useStart } from './deeds.ts';
import styles from './Imports.module.css';
import { makerOf, momentOf } from './words.tsx';

/** An import that is being taken back, or was. */
export function UndoCard({ one }: { readonly one: Import }) {
  const { t } = useTranslation();
  const { session, speech } = useSetting();
  const start = useStart();
  const { undo } = one;
  if (undo === null) return null;
  const facts = speech.number(undo.facts);
  return (
    <section className={styles.card} aria-labelledby="import-undo">
      <h2 id="import-undo" aria-live="polite">
        {one.state === 'undone' ? t('imports.undo.done') : t('imports.undo.running')}
      </h2>
      {one.state === 'undone' ? (
        <p>
          {t('imports.undo.doneText', {
            facts,
            people: speech.number(undo.people),
            who: makerOf(undo.by, t),
            when: momentOf(undo.askedAt, speech),
          })}
        </p>
      ) : (
        <>
          <Bar share={undo.share} label={t('imports.undo.progress')} />
          <p>{t('imports.undo.facts', { facts })}</p>
          <p className="soft">{t('imports.run.close')}</p>
        </>
      )}
      {one.state === 'undone' && one.fileKept && session?.scopes.includes('imports:write') !== false ? (
        <div className={styles.buttons}>
          <Button variant="outlined" loading={start.pending} onClick={() => void start.run(one.id)}>
            {t('imports.undo.restart')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
