import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { connection } from '../loading/connection.ts';
import styles from './ConnectionBanner.module.css';

/** A line that comes back at once is not worth a word. */
const WORTH_A_WORD_MS = 600;

/** Says calmly that the server is away and that nothing is lost, or that another version of the page is there. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const state = useSyncExternalStore(connection.subscribe, connection.snapshot);
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (state !== 'lost') {
      setLate(false);
      return;
    }
    const timer = setTimeout(() => setLate(true), WORTH_A_WORD_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <div className={`not-printed ${styles.place}`} role="status">
      {state === 'lost' && late ? (
        <div className={styles.banner}>
          <span>
            <span className={styles.dot} aria-hidden="true" />
            {t('connection.lost')}
          </span>
          <span className="soft">{t('connection.kept')}</span>
        </div>
      ) : null}
      {state === 'replaced' ? (
        <div className={`${styles.banner} ${styles.renewed}`}>
          <span>{t('version.replaced')}</span>
          <button type="button" className={styles.reload} onClick={() => location.reload()}>
            {t('version.reload')}
          </button>
        </div>
      ) : null}
    </div>
  );
}
